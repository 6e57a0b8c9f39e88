//! Which articles the stock screen shows, and in which order.

use std::cmp::Reverse;

use super::{
    super::{
        entry::{Number, number},
        shop::Shop,
    },
    stock::Stock,
};
use crate::domain::{
    catalogue::{Product, State, Stocked},
    search::fold,
    views::StockRow,
};

/// An article on the screen.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its place in the catalogue.
    pub(super) place: usize,
    /// Its movements, if its stock is counted.
    pub(super) counts: Option<StockRow>,
}

/// In which order the articles stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// What runs out first.
    #[default]
    Left,
    /// By the alphabet.
    Name,
    /// What sold most today.
    Sold,
}

impl Stock {
    /// Chooses and orders the articles to show; the chosen one stays chosen where it is there.
    pub(super) fn arrange(&mut self, shop: &Shop) {
        let chosen = self.rows.get(self.chosen).map(|row| row.place);
        let products = shop.catalogue.products();
        let row = |place: usize, product: &Product| Row {
            place,
            counts: self
                .known
                .get(&product.id)
                .filter(|_| product.stock == Stocked::Counted)
                .cloned(),
        };
        let all = products
            .iter()
            .enumerate()
            .filter(|(_, product)| product.state != State::Withdrawn);
        let mut rows: Vec<Row> = match self.wanted(shop) {
            Wanted::All => all.map(|(place, product)| row(place, product)).collect(),
            Wanted::Code(digits) => all
                .filter(|(_, product)| {
                    let code = product.code.map(|code| code.to_string());
                    code.is_some_and(|code| code.starts_with(&digits))
                })
                .map(|(place, product)| row(place, product))
                .collect(),
            Wanted::Places(places) => places
                .into_iter()
                .filter_map(|place| Some(row(place, products.get(place)?)))
                .collect(),
        };
        if self.filter.is_empty() {
            self.sort.arrange(&mut rows, shop);
        }
        self.rows = rows;
        self.chosen = self
            .rows
            .iter()
            .position(|row| Some(row.place) == chosen)
            .unwrap_or_default();
    }

    fn wanted(&self, shop: &Shop) -> Wanted {
        let filter = self.filter.trim();
        if filter.is_empty() {
            return Wanted::All;
        }
        match number(filter, shop.digits).map(Number::whole) {
            Ok(Some(code)) => Wanted::Code(code.to_string()),
            _ => Wanted::Places(shop.index.list(filter, shop.catalogue.products().len())),
        }
    }
}

/// Which articles are shown.
enum Wanted {
    All,
    Code(String),
    Places(Vec<usize>),
}

impl Sort {
    pub(super) const fn next(self) -> Self {
        match self {
            Self::Left => Self::Name,
            Self::Name => Self::Sold,
            Self::Sold => Self::Left,
        }
    }

    /// Those whose stock is not counted stand last, unless the alphabet says otherwise.
    fn arrange(self, rows: &mut [Row], shop: &Shop) {
        let name = |row: &Row| {
            let product = shop.catalogue.at(row.place);
            product.map(|product| fold(product.label.as_str()))
        };
        match self {
            Self::Name => rows.sort_by_cached_key(name),
            Self::Left => rows.sort_by_cached_key(|row| {
                let left = row.counts.as_ref().map(|it| it.left);
                (left.is_none(), left, name(row))
            }),
            Self::Sold => rows.sort_by_cached_key(|row| {
                let sold = row.counts.as_ref().map(|it| it.sold);
                (sold.is_none(), sold.map(Reverse), name(row))
            }),
        }
    }
}

//! One row per producer, article and VAT rate: how much of it, and for how much.

use crate::exchange::french;
use std::collections::BTreeMap;

use crate::{
    domain::{
        ids::Id,
        label::Label,
        money::{Money, VatRate},
        quantity::Quantity,
        search::fold,
        ticket::{Owner, TicketLine},
    },
    exchange::{
        bundle::{
            column::{Column, Holds, Named, Sheet, column, euros, text},
            period::{Period, producer, share},
        },
        sheet::Cell,
    },
};

const COLUMNS: &[Column] = &[
    text("Producteur"),
    text("Article"),
    text("Code"),
    column("Quantité", Holds::Decimal("unit")),
    text("Unité"),
    column("TVA %", Holds::Decimal("percent")),
    euros("Ventes €"),
    euros("HT €"),
    euros("TVA €"),
    euros("Commission €"),
    euros("Équilibre €"),
    euros("Part €"),
];

/// What tells two rows apart: an article by its id, else by what it was called.
type Key<'p> = (
    Option<&'p Id>,
    Option<&'p Id>,
    Option<&'p Label>,
    &'p str,
    Option<VatRate>,
);

/// What was sold of it.
struct Sold<'p> {
    last: &'p TicketLine,
    quantity: Quantity,
    paid: Money,
    net: Money,
    commission: Money,
    pot: Money,
}

impl Sold<'_> {
    /// Whether it all came back.
    fn is_nothing(&self) -> bool {
        self.quantity == Quantity::ZERO
            && [self.paid, self.net, self.commission, self.pot] == [Money::ZERO; 4]
    }
}

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut sums: BTreeMap<Key, Sold> = BTreeMap::new();
    for line in period.sold() {
        add(&mut sums, line);
    }
    let called = period.names();
    let mut told: Vec<(String, Option<&Id>, Sold)> = sums
        .into_iter()
        .filter(|(_, sold)| !sold.is_nothing())
        .map(|(key, sold)| (called.of(key.0), key.0, sold))
        .collect();
    // What is alike stays in the order of its key.
    told.sort_by_cached_key(|(name, id, sold)| {
        let label = fold(sold.last.label.as_str());
        (id.is_none(), fold(name), id.cloned(), label)
    });
    let named = Named {
        name: "people-articles",
        path: "articles.csv",
        title: "Un article par ligne, par producteur et taux de TVA",
        columns: COLUMNS,
        key: &[],
    };
    named.for_people(told.into_iter().map(row).collect())
}

fn add<'p>(sums: &mut BTreeMap<Key<'p>, Sold<'p>>, line: &'p TicketLine) {
    let label = line.product.is_none().then_some(&line.label);
    let key = (
        producer(line),
        line.product.as_ref(),
        label,
        line.unit.id(),
        line.vat,
    );
    let sold = sums.entry(key).or_insert_with(|| Sold {
        last: line,
        quantity: Quantity::ZERO,
        paid: Money::ZERO,
        net: Money::ZERO,
        commission: Money::ZERO,
        pot: Money::ZERO,
    });
    sold.last = line;
    sold.quantity = sold.quantity + line.quantity;
    sold.paid += line.paid;
    sold.net += line.net;
    sold.commission += share(line, Owner::Commission).unwrap_or_default();
    sold.pot += share(line, Owner::Pot).unwrap_or_default();
}

fn row((name, _, sold): (String, Option<&Id>, Sold)) -> Vec<Cell> {
    let line = sold.last;
    vec![
        Cell::text(name),
        (&line.label).into(),
        (line.code).map_or(Cell::Empty, |it| Cell::code(it.to_string())),
        Cell::Quantity(sold.quantity),
        Cell::text(french::unit(&line.unit)),
        line.vat.map_or(Cell::Empty, Cell::Rate),
        sold.paid.into(),
        sold.net.into(),
        (sold.paid - sold.net).into(),
        sold.commission.into(),
        sold.pot.into(),
        (sold.paid - sold.commission - sold.pot).into(),
    ]
}

//! What was not sold: each counted article of which something is left, and the one entry that says
//! what becomes of it all.

use super::{Rest, UnsoldAnswer, UnsoldPart};
use crate::{
    domain::{
        catalogue::{Product, Stocked},
        facts::{StockMove, StockMoves, StockWay},
        ids::Id,
        quantity::Quantity,
        search::fold,
    },
    ui::shop::Shop,
};

/// An article of which something is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The article.
    pub product: Product,
    /// How much is left.
    pub left: Quantity,
    /// What was given away or lost of it, as far as it was said.
    pub parts: Vec<UnsoldPart>,
    /// What becomes of the rest.
    pub rest: Rest,
}

impl Row {
    /// What nothing was said about yet; negative where more went than there was.
    pub fn remaining(&self) -> Quantity {
        let gone = |sum: Quantity, it: &UnsoldPart| sum + it.quantity;
        self.left - self.parts.iter().fold(Quantity::ZERO, gone)
    }
}

/// The articles with something left, by producer and name.
pub fn rows(shop: &Shop) -> Vec<Row> {
    let answers = shop.drafts.closing.as_ref().map(|it| &it.unsold.answers);
    let answer = |id: &Id| answers.and_then(|it| it.iter().find(|it| it.product == *id));
    let counted = shop.catalogue.products();
    let counted = counted.iter().filter(|it| it.stock == Stocked::Counted);
    let mut rows: Vec<Row> = counted
        .filter_map(|product| {
            let left = *shop.left.get(&product.id)?;
            let answer = answer(&product.id);
            (left > Quantity::ZERO).then(|| Row {
                product: product.clone(),
                left,
                parts: answer.map(|it| it.parts.clone()).unwrap_or_default(),
                rest: answer.map(|it| it.rest).unwrap_or_default(),
            })
        })
        .collect();
    rows.sort_by_cached_key(|row| {
        let producer = shop.catalogue.producer(&row.product.producer);
        let producer = producer.map(|it| fold(it.name.as_str()));
        (producer, fold(row.product.label.as_str()))
    });
    rows
}

/// Changes what was said of an article.
pub fn answer(product: &Id, shop: &mut Shop, change: impl FnOnce(&mut UnsoldAnswer)) {
    let answers = &mut shop.closing().unsold.answers;
    if !answers.iter().any(|it| it.product == *product) {
        answers.push(UnsoldAnswer {
            product: product.clone(),
            parts: Vec::new(),
            rest: Rest::default(),
        });
    }
    if let Some(answer) = answers.iter_mut().find(|it| it.product == *product) {
        change(answer);
    }
    shop.touch();
}

/// All that leaves the stock.
pub fn moves(rows: &[Row]) -> StockMoves {
    let one = |row: &Row, part: UnsoldPart| StockMove {
        product: row.product.id.clone(),
        code: row.product.code,
        label: row.product.label.clone(),
        unit: row.product.unit.clone(),
        quantity: part.quantity,
        way: part.way,
        reason: part.reason,
    };
    let mut moves = Vec::new();
    for row in rows {
        moves.extend(row.parts.iter().map(|part| one(row, *part)));
        let quantity = row.remaining();
        if row.rest == Rest::Home && quantity > Quantity::ZERO {
            let home = UnsoldPart {
                quantity,
                way: StockWay::TakenHome,
                reason: None,
            };
            moves.push(one(row, home));
        }
    }
    StockMoves { moves }
}

//! Goods that come and go otherwise than by a sale.

use super::super::shop::Shop;
use crate::domain::{
    catalogue::Product,
    facts::{Reason, StockMove, StockMoves, StockWay},
    journal::Fact,
    quantity::Quantity,
};

/// Why goods went and which way, in the order of the digits.
pub(super) const WAYS: [(Option<Reason>, StockWay); 7] = [
    (Some(Reason::Spoilt), StockWay::Lost),
    (Some(Reason::Broken), StockWay::Lost),
    (Some(Reason::Missing), StockWay::Lost),
    (Some(Reason::Tasting), StockWay::Given),
    (Some(Reason::Solidarity), StockWay::Given),
    (Some(Reason::Mistake), StockWay::Lost),
    (None, StockWay::TakenHome),
];

/// Writes the movement down and answers what is left after it.
pub(super) fn move_stock(
    product: &Product,
    quantity: Quantity,
    (reason, way): (Option<Reason>, StockWay),
    shop: &mut Shop,
) -> Quantity {
    shop.write(Fact::Stock(StockMoves {
        moves: vec![StockMove {
            product: product.id.clone(),
            code: product.code,
            label: product.label.clone(),
            unit: product.unit.clone(),
            quantity,
            way,
            reason,
        }],
    }));
    let left = shop.left.entry(product.id.clone()).or_default();
    *left = match way {
        StockWay::Delivered => *left + quantity,
        StockWay::Lost | StockWay::Given | StockWay::TakenHome => *left - quantity,
    };
    *left
}

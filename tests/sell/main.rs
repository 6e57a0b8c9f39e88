//! Ringing up, as the stallholder sees it: keys in, pictures and journal out.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod chosen;
mod edges;
mod pictures;
mod ringing;
mod three_prices;
mod whole;

use kit::Stall;

/// What the ticket comes to, in cents.
pub fn total(stall: &Stall) -> i64 {
    stall.till.model.shop.priced().total.cents()
}

/// The ticket's lines: how much, of what.
pub fn lines(stall: &Stall) -> Vec<(String, String)> {
    let shop = &stall.till.model.shop;
    shop.basket()
        .lines()
        .iter()
        .map(|line| (line.quantity.plain(), line.label().to_string()))
        .collect()
}

/// The row where the last action is told.
pub fn told(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    row.trim_matches('│')
        .split('│')
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned()
}

/// The line being typed with its meaning beside it.
pub fn echo(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(21).unwrap_or_default();
    let row = row.trim_matches('│').split('│').next().unwrap_or_default();
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

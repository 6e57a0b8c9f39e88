//! Taking the money, giving change, answering questions and choosing articles, through the whole
//! program: keys in, pictures and journal out.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

mod kit;

#[path = "paying/accounts.rs"]
mod accounts;
#[path = "paying/anything.rs"]
mod anything;
#[path = "paying/asking.rs"]
mod asking;
#[path = "paying/budgets.rs"]
mod budgets;
#[path = "paying/change.rs"]
mod change;
#[path = "paying/choosing.rs"]
mod choosing;
#[path = "paying/fund.rs"]
mod fund;
#[path = "paying/guards.rs"]
mod guards;
#[path = "paying/look.rs"]
mod look;
#[path = "paying/market.rs"]
mod market;
#[path = "paying/means.rs"]
mod means;
#[path = "paying/rules.rs"]
mod rules;
#[path = "paying/trouble.rs"]
mod trouble;

use kit::Stall;

/// The tickets in the journal.
fn tickets(stall: &Stall) -> Vec<serde_json::Value> {
    let entries = stall.entries("ticket");
    entries
        .iter()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

/// How the only ticket of the journal was paid: (means, cents, or cents of change).
fn paid(stall: &Stall) -> Vec<(String, i64)> {
    let tickets = tickets(stall);
    assert_eq!(tickets.len(), 1, "one ticket");
    payments(&tickets[0])
}

fn payments(ticket: &serde_json::Value) -> Vec<(String, i64)> {
    let rows = ticket["payments"].as_array().unwrap().iter();
    rows.map(|row| {
        let means = row["tender"].as_str().unwrap().to_owned();
        (means, row["cents"].as_i64().unwrap())
    })
    .collect()
}

fn row(means: &str, cents: i64) -> (String, i64) {
    (means.to_owned(), cents)
}

/// The screen's name in the header.
fn title(stall: &Stall) -> String {
    let screen = stall.screen();
    let header = screen.lines().next().unwrap();
    let name = header.trim_start_matches('│').split('·').next();
    name.unwrap().trim().to_owned()
}

/// What the status row says.
fn told(stall: &Stall) -> String {
    let notice = stall.till.model.shop.notice.as_ref();
    notice.map_or_else(String::new, |it| it.text(&stall.till.model.shop.look.words))
}

/// What is on the ticket, in cents.
fn total(stall: &Stall) -> i64 {
    stall.till.model.shop.priced().total.cents()
}

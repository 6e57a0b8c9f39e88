//! Oracle and Étal side by side: every difference is the sum of stated causes, or the test fails.
#![expect(
    clippy::print_stdout,
    reason = "the table is for the person who asked for it"
)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;

use etal::{
    app::ring::Outcome,
    store::{Depth, Store},
};
use serde_json::Value;

use crate::{
    convert::{Cause, Expected, Sale, plain, sale},
    corepos::{Row, Ticket, Trade},
    oracle::Day,
    shop,
};

/// The columns of a day, in the order of the table.
const COLUMNS: [&str; 13] = [
    "items",
    "open_dept",
    "tax",
    "CA",
    "CC",
    "CK",
    "CP",
    "EC",
    "EF",
    "GD",
    "MI",
    "SC",
    "TC",
];

/// Cents by day and column.
pub type Cells = BTreeMap<(String, String), i64>;

/// Rings the trade into the store, matches it with the oracle, and answers how often each cause
/// was met.
pub fn replay(
    trade: &Trade,
    oracle: &BTreeMap<String, Day>,
    store: &mut Store,
) -> BTreeMap<Cause, usize> {
    let sales: Vec<Sale> = trade.tickets.iter().map(sale).collect();
    let outcome = ring_twice(store, &sales);
    println!(
        "{:<12}{:<10}{:>12}{:>12}{:>12}{:>12}",
        "day", "", "oracle", "Étal", "difference", "explained"
    );
    let explained = explained(trade, &sales);
    let (mut cells, mut equal) = (0, 0);
    for (date, day) in oracle {
        let (tickets, columns) = shop::day(store, date);
        let compared = compare(date, day, &columns, &explained);
        cells += compared.0;
        equal += compared.1;
        let not_rung = refused(trade, &sales).filter(|it| it.key.day == *date);
        let not_rung = not_rung.count();
        let all = i64::try_from(tickets + not_rung).unwrap();
        assert_eq!(all, day.transactions, "{date}");
        // The oracle has one ticket more that does not balance, where it lost a row.
        let lost = of_day(Cause::NotInOracle, date, trade, &sales);
        let unbalanced = i64::try_from(not_rung + lost).unwrap();
        assert_eq!(unbalanced, day.unbalanced, "{date}");
        let left_out = trade.left_out.get(date).copied().unwrap_or(0);
        assert_eq!(left_out, day.left_out, "{date}");
    }
    println!("{equal} of {cells} cells equal, the others as explained");
    println!("{} tickets rung, {} refused", outcome.rung, outcome.refused);
    println!(
        "rows left out: {} cancelled, {} training",
        trade.cancelled_rows, trade.training_rows
    );
    let mut causes = BTreeMap::new();
    for cause in sales.iter().flat_map(|sale| &sale.causes) {
        *causes.entry(*cause).or_default() += 1;
    }
    println!("{causes:?}");
    causes
}

/// Rings all sales: each is answered as it must be, the journal holds, and a second time nothing
/// is written.
fn ring_twice(store: &mut Store, sales: &[Sale]) -> Outcome {
    let (outcome, answers) = shop::ring_all(store, sales);
    assert_eq!(answers.len(), sales.len());
    for (sale, answer) in sales.iter().zip(&answers) {
        match sale.expected {
            Expected::Ticket { total, change } => {
                let answered = [&answer["total_cents"], &answer["change_cents"]];
                let wanted = [Some(total), Some(change.unwrap_or(0))];
                assert_eq!(
                    answered.map(Value::as_i64),
                    wanted,
                    "{} {answer}",
                    sale.line
                );
            }
            Expected::Refused => assert!(answer["error"].is_string(), "{} {answer}", sale.line),
        }
    }
    let report = store.verify(Depth::Full).unwrap();
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(report.tickets, outcome.rung);
    let again = shop::ring_all(store, sales).1;
    assert_eq!(
        again, answers,
        "all of it a second time is the same tickets"
    );
    let after = store.verify(Depth::Links).unwrap();
    assert_eq!(after.entries, report.entries, "and nothing is written");
    outcome
}

/// A day's rows of the table; answers how many there are and how many of them are equal.
fn compare(
    date: &str,
    day: &Day,
    columns: &BTreeMap<String, i64>,
    explained: &Cells,
) -> (usize, usize) {
    let (mut cells, mut equal) = (0, 0);
    for column in COLUMNS {
        let theirs = day.cents.get(column).copied().unwrap_or(0);
        let ours = columns.get(column).copied().unwrap_or(0);
        let cell = (date.to_owned(), column.to_owned());
        let why = explained.get(&cell).copied().unwrap_or(0);
        if theirs != 0 || ours != 0 {
            let [a, b, c, d] = [theirs, ours, ours - theirs, why].map(plain);
            println!("{date:<12}{column:<10}{a:>12}{b:>12}{c:>12}{d:>12}");
            cells += 1;
            equal += usize::from(ours == theirs);
        }
        assert_eq!(ours - theirs, why, "{date} {column}");
    }
    (cells, equal)
}

fn of_day(cause: Cause, day: &str, trade: &Trade, sales: &[Sale]) -> usize {
    let pairs = trade.tickets.iter().zip(sales);
    let causes = pairs
        .filter(|(ticket, _)| ticket.key.day == day)
        .flat_map(|it| &it.1.causes);
    causes.filter(|it| **it == cause).count()
}

fn refused<'a>(trade: &'a Trade, sales: &'a [Sale]) -> impl Iterator<Item = &'a Ticket> {
    let pairs = trade.tickets.iter().zip(sales);
    pairs
        .filter(|(_, sale)| sale.expected == Expected::Refused)
        .map(|it| it.0)
}

/// By how much Étal's cells must differ, and no cent more.
pub fn explained(trade: &Trade, sales: &[Sale]) -> Cells {
    let mut cells = Cells::new();
    let mut add = |day: &str, column: &str, cents: i64| {
        *cells
            .entry((day.to_owned(), column.to_owned()))
            .or_default() += cents;
    };
    for ticket in refused(trade, sales) {
        for row in &ticket.rows {
            let (column, cents) = cell(row);
            add(&ticket.key.day, column, -cents);
        }
    }
    for (ticket, sale) in trade.tickets.iter().zip(sales) {
        if sale.more != 0 && sale.expected != Expected::Refused {
            add(&ticket.key.day, "items", sale.more);
            add(&ticket.key.day, &sale.more_by, sale.more);
        }
        for row in ticket
            .rows
            .iter()
            .filter(|row| row.ends_in_quote && row.is_line())
        {
            let (column, cents) = cell(row);
            add(&ticket.key.day, column, cents);
        }
    }
    cells
}

/// The column a row counts in, and what it adds there.
fn cell(row: &Row) -> (&str, i64) {
    match row.kind.as_str() {
        "I" => ("items", row.total),
        "D" => ("open_dept", row.total),
        "A" => ("tax", row.total),
        "T" => (row.means.as_str(), -row.total),
        _ => ("", 0),
    }
}

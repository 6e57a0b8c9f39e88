//! What another program made of the same trade: a row a day.
#![expect(
    clippy::unwrap_used,
    reason = "a file that is not what it should be fails the test"
)]

use std::{collections::BTreeMap, io::Read};

use crate::corepos::ten_thousandths;

/// A day; money in cents, means of payment positive for what came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Day {
    pub transactions: i64,
    pub left_out: i64,
    pub unbalanced: i64,
    /// By column: `items`, `open_dept`, `tax`, and the co-op's letters for the means.
    pub cents: BTreeMap<String, i64>,
}

/// The days by date.
pub fn read(file: impl Read) -> BTreeMap<String, Day> {
    let mut reader = csv::Reader::from_reader(file);
    let names = reader.headers().unwrap().clone();
    let mut days = BTreeMap::new();
    for record in reader.records() {
        let record = record.unwrap();
        let mut day = Day::default();
        for (name, value) in names.iter().zip(&record).skip(1) {
            match (name, name.strip_prefix("tender_")) {
                ("transactions", _) => day.transactions = value.parse().unwrap(),
                ("cancelled_or_training_transactions", _) => day.left_out = value.parse().unwrap(),
                ("unbalanced", _) => day.unbalanced = value.parse().unwrap(),
                (_, Some(means)) => drop(day.cents.insert(means.to_owned(), -cents(value))),
                (column, None) => drop(day.cents.insert(column.to_owned(), cents(value))),
            }
        }
        days.insert(record.get(0).unwrap().to_owned(), day);
    }
    days
}

fn cents(text: &str) -> i64 {
    let exact = ten_thousandths(text);
    assert_eq!(exact % 100, 0, "{text}");
    exact / 100
}

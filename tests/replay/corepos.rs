//! The co-op's transaction rows: read, and put together to tickets.
#![expect(
    clippy::unwrap_used,
    reason = "a file that is not what it should be fails the test"
)]

use std::{collections::BTreeMap, io::Read};

/// One row; amounts in cents, what has more decimals in ten-thousandths.
#[derive(Clone, Debug)]
pub struct Row {
    pub key: Key,
    pub time: String,
    pub upc: String,
    pub label: String,
    /// `I` goods, `D` open department, `A` tax, `T` means of payment; the rest only informs.
    pub kind: String,
    /// For a means: which.
    pub means: String,
    /// `X` cancelled, `Z` training, `V` void, `R` refund, `D` shown only.
    pub status: String,
    pub quantity: i64,
    pub unit_price: i64,
    pub total: i64,
    /// The label ends in an escaped quote: a reader that does not know the backslash (RFC 4180)
    /// takes the next field for a part of it.
    pub ends_in_quote: bool,
}

/// What makes a ticket: day, register, cashier, number.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Key {
    pub day: String,
    pub register: u32,
    pub cashier: u32,
    pub number: u32,
}

/// A ticket without what was cancelled or only training.
#[derive(Clone, Debug)]
pub struct Ticket {
    pub key: Key,
    pub time: String,
    pub rows: Vec<Row>,
}

/// All of a file.
#[derive(Debug, Default)]
pub struct Trade {
    /// In the order in which they were paid.
    pub tickets: Vec<Ticket>,
    /// Rows left out because the ticket was cancelled.
    pub cancelled_rows: usize,
    /// Rows left out because somebody was trained.
    pub training_rows: usize,
    /// Per day, tickets of which nothing else is left.
    pub left_out: BTreeMap<String, i64>,
}

impl Row {
    pub fn is_tender(&self) -> bool {
        self.kind == "T"
    }

    /// Whether it sells something or taxes it; a row that only informs sells nothing.
    pub fn is_line(&self) -> bool {
        match self.kind.as_str() {
            "I" if self.upc == "DISCOUNT" => self.total != 0,
            "I" => self.status != "D",
            "D" => true,
            "A" => self.total != 0,
            _ => false,
        }
    }
}

impl Ticket {
    /// What the lines come to in the other program, less what was paid.
    pub fn sum(&self) -> i64 {
        let moves = |row: &&Row| row.is_line() || row.is_tender();
        self.rows.iter().filter(moves).map(|row| row.total).sum()
    }
}

/// Reads the rows: no header, backslashes before quotes.
pub fn read(file: impl Read) -> Trade {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .double_quote(false)
        .escape(Some(b'\\'))
        .from_reader(file);
    let mut trade = Trade::default();
    let mut tickets: BTreeMap<Key, Vec<Row>> = BTreeMap::new();
    for record in reader.records() {
        let row = row(&record.unwrap());
        let rows = tickets.entry(row.key.clone()).or_default();
        match row.status.as_str() {
            "X" => trade.cancelled_rows += 1,
            "Z" => trade.training_rows += 1,
            _ => rows.push(row),
        }
    }
    for (key, rows) in tickets {
        match rows.iter().map(|row| row.time.clone()).max() {
            Some(time) => trade.tickets.push(Ticket { key, time, rows }),
            None => *trade.left_out.entry(key.day).or_default() += 1,
        }
    }
    trade
        .tickets
        .sort_by_key(|it| (it.key.day.clone(), it.time.clone()));
    trade
}

fn row(record: &csv::StringRecord) -> Row {
    let field = |at: usize| record.get(at).unwrap().trim();
    let number = |at| field(at).parse().unwrap();
    let (day, time) = field(0).split_once(' ').unwrap();
    let total = ten_thousandths(field(14));
    assert_eq!(total % 100, 0, "a fraction of a cent in {record:?}");
    Row {
        key: Key {
            day: day.to_owned(),
            register: number(1),
            cashier: number(2),
            number: number(3),
        },
        time: time.to_owned(),
        upc: field(4).to_owned(),
        label: field(5).to_owned(),
        kind: field(6).to_owned(),
        means: field(7).to_owned(),
        status: field(8).to_owned(),
        quantity: ten_thousandths(field(10)),
        unit_price: ten_thousandths(field(13)),
        total: total / 100,
        ends_in_quote: field(5).ends_with('"'),
    }
}

/// `-1.5` is -15000.
pub fn ten_thousandths(text: &str) -> i64 {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().unwrap()
    };
    let part: i64 = format!("{part:0<4}").parse().unwrap();
    assert!(part < 10_000, "more than four decimals: {text}");
    sign * (whole * 10_000 + part)
}

//! A drawer that is counted while the market goes on.

use super::*;
use crate::domain::{
    day::{Cash, CashWay, Count, Counting},
    defaults,
    figures::Fold,
    ids::Uid,
    journal::{Fact, Heading},
    settings::Tender,
    ticket::{Past, Payment, Ticket},
};

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn tender(id: &str) -> Tender {
    let stall = Label::new("Marché de Die").unwrap();
    let settings = defaults::settings(&stall);
    let found = settings.tenders.into_iter().find(|it| it.id.as_str() == id);
    found.unwrap()
}

/// A journal as it grows.
struct Book {
    fold: Fold,
    seq: u64,
}

impl Book {
    fn new(left: i64) -> Self {
        let tender = tender("cash");
        let left = Left {
            tender: tender.id,
            name: None,
            kind: tender.kind,
            cents: cents(left),
            pieces: Vec::new(),
        };
        Self {
            fold: Fold::after(&[left]),
            seq: 0,
        }
    }

    fn write(&mut self, fact: &Fact) {
        self.seq += 1;
        let heading = Heading {
            till: "K7QF2M9P".to_owned(),
            epoch: 1,
            seq: self.seq,
            uid: Uid([0; 16]),
            kind: fact.kind().to_owned(),
            at: Moment::default(),
            business_day: "2026-11-21".to_owned(),
            operator: String::new(),
        };
        self.fold.add(&heading, fact);
    }

    fn cash(&mut self, way: CashWay, amount: i64) {
        let cash = Cash::by(&tender("cash"), way, cents(amount));
        self.write(&Fact::Cash(cash));
    }

    fn ticket(&mut self, payments: &[(&str, i64)], corrects: Option<&str>) {
        let payments = payments
            .iter()
            .map(|(id, amount)| Payment::by(&tender(id), cents(*amount)))
            .collect();
        let corrects = corrects.map(|name| Past {
            till: "K7QF2M9P".to_owned(),
            epoch: 1,
            seq: 1,
            name: name.to_owned(),
        });
        self.write(&Fact::Ticket(Box::new(Ticket {
            number: self.seq,
            name: format!("A-{}", self.seq),
            lines: Vec::new(),
            vat: Vec::new(),
            payments,
            total: Money::ZERO,
            opened_ms: 0,
            version: String::new(),
            reverses: None,
            corrects,
            sellers: Vec::new(),
            paper: None,
            tariff: None,
        })));
    }

    fn count(&mut self, found: &[(&str, i64)]) {
        let means = found.iter().map(|(id, total)| Counting {
            tender: Id::known(id),
            name: None,
            kind: tender(id).kind,
            pieces: Vec::new(),
            other: Money::ZERO,
            number: None,
            total: cents(*total),
        });
        self.write(&Fact::Count(Count {
            means: means.collect(),
        }));
    }

    /// Per means: expected, and how much more was found.
    fn stands(self) -> Vec<(String, i64, Option<i64>)> {
        let folded = self.fold.done();
        let state = DayState {
            figures: folded.figures,
            count: folded.count,
            before: None,
            label: "2026-11-21".to_owned(),
            since: folded.since,
            latest: Moment::default(),
            up_to: Place { epoch: 1, seq: 9 },
            due: Vec::new(),
        };
        let rows = state.means();
        rows.iter()
            .map(|it| {
                let difference = it.difference().map(Money::cents);
                (it.tender.to_string(), it.expected.cents(), difference)
            })
            .collect()
    }
}

fn row(id: &str, expected: i64, difference: i64) -> (String, i64, Option<i64>) {
    (id.to_owned(), expected, Some(difference))
}

#[test]
fn what_moves_after_the_count_does_not_change_what_was_missing() {
    let mut book = Book::new(15_000);
    book.cash(CashWay::Float, 15_000);
    book.ticket(&[("cash", 3_000)], None);
    book.cash(CashWay::Drop, 10_000);
    book.count(&[("cash", 7_800)]);
    book.ticket(&[("cash", 1_200)], None);
    book.cash(CashWay::PaidOut, 500);
    assert_eq!(book.stands(), [row("cash", 8_700, -200)]);
}

#[test]
fn a_means_put_right_after_the_count_explains_the_difference() {
    let mut book = Book::new(0);
    book.ticket(&[("cash", 3_180)], None);
    book.count(&[("cash", 0), ("card", 3_180)]);
    book.ticket(&[("cash", -3_180), ("card", 3_180)], Some("A-1"));
    let mut rows = book.stands();
    rows.sort();
    assert_eq!(rows, [row("card", 3_180, 0), row("cash", 0, 0)]);
}

#[test]
fn a_drop_nobody_noted_is_a_correction_and_explains_the_difference() {
    let mut book = Book::new(15_000);
    book.ticket(&[("cash", 5_000)], None);
    book.count(&[("cash", 10_000)]);
    book.cash(CashWay::Correction, -10_000);
    assert_eq!(book.stands(), [row("cash", 10_000, 0)]);
}

#[test]
fn a_float_counted_late_says_what_should_have_been_there_and_brings_no_cash() {
    let mut book = Book::new(15_000);
    book.ticket(&[("cash", 5_000)], None);
    book.count(&[("cash", 18_000)]);
    book.cash(CashWay::Float, 13_000);
    assert_eq!(book.stands(), [row("cash", 18_000, 0)]);
}

#[test]
fn what_was_not_counted_has_no_difference() {
    let mut book = Book::new(0);
    book.ticket(&[("cash", 500), ("card", 700)], None);
    book.count(&[("cash", 500)]);
    let rows = book.stands();
    assert!(rows.contains(&("card".to_owned(), 700, None)));
}

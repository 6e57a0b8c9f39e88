//! A real store, set up as the co-op would: no VAT inside its prices, one key for open departments,
//! days that end at midnight.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{collections::BTreeMap, io::BufRead, path::Path};

use etal::{
    app::ring::{Outcome, Strictness, ring},
    domain::{
        asking::{Ask, Found, Span},
        catalogue::{CatalogueChange, OWN_PRODUCER, QuickKey},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        settings::DatedRate,
        ticket::{LineKind, Owner, Ticket},
        time::Moment,
    },
    store::{Opening, Store},
    ui::words::{Language, Words},
};
use serde_json::Value;

use crate::convert::{MEANS, OPEN, Sale, TAX};

/// The till was set up before the first sale.
fn beforehand() -> Moment {
    Moment::parse("1900-06-30T12:00:00-05:00").unwrap()
}

/// A new till in a folder, with the co-op's settings.
pub fn open(dir: &Path) -> Store {
    let label = |text| Label::new(text).unwrap();
    let opening = Opening {
        dir,
        machine: "machine-1".to_owned(),
        version: "etal test".to_owned(),
        at: beforehand(),
        seed: [7; 32],
        stall: label("Food co-op"),
        till_name: label("A"),
    };
    let (mut store, _) = Store::open(&opening).unwrap();
    let before = store.settings().unwrap();
    let mut settings = before.clone();
    settings.rules.day_starts_at = 0;
    settings.vat_rates = vec![DatedRate {
        rate: VatRate(0),
        label: label("No VAT"),
        from: "1900-01-01".to_owned(),
    }];
    let key = QuickKey {
        id: Id::known("key-open"),
        letter: OPEN,
        label: label("Open department"),
        producer: Some(Id::known(OWN_PRODUCER)),
        vat: VatRate(0),
        department: None,
    };
    let keys = CatalogueChange {
        quick_keys: Some(vec![key]),
        ..CatalogueChange::default()
    };
    let mut mint = Mint::new([8; 32]);
    let facts = [
        Fact::Settings(before.change_to(&settings)),
        Fact::Catalogue(keys),
    ];
    let proposals = facts.map(|fact| Proposal {
        uid: mint.uid(),
        at: beforehand(),
        operator: String::new(),
        fact,
    });
    store.append_all(proposals.into()).unwrap();
    store
}

/// Rings all sales in one go; an answer each.
pub fn ring_all(store: &mut Store, sales: &[Sale]) -> (Outcome, Vec<Value>) {
    let lines: Vec<String> = sales.iter().map(|sale| sale.line.to_string()).collect();
    let lines = lines.join("\n");
    let mut answers = Vec::new();
    let outcome = ring(
        lines.as_bytes(),
        &mut answers,
        store,
        Strictness::GoesOn,
        &Words::of(Language::English),
        beforehand,
        &mut Mint::new([9; 32]),
    );
    let answers = answers
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    (outcome.unwrap(), answers)
}

/// The tickets of a day, by their number on paper.
pub fn tickets(store: &Store, day: &str) -> BTreeMap<String, Ticket> {
    store
        .tickets(day)
        .unwrap()
        .iter()
        .map(|row| {
            let ticket = store
                .ticket(store.epoch(), row.seq)
                .unwrap()
                .unwrap()
                .ticket;
            (ticket.paper.as_ref().unwrap().to_string(), ticket)
        })
        .collect()
}

/// What a day came to in the oracle's columns: goods by the lines of its tickets, means by the
/// totals of the day. All sums must agree on the way.
pub fn day(store: &Store, day: &str) -> (usize, BTreeMap<String, i64>) {
    let tickets = tickets(store, day);
    let mut columns: BTreeMap<String, i64> = BTreeMap::new();
    let (mut shares, mut payments) = (Money::ZERO, Money::ZERO);
    for ticket in tickets.values() {
        assert_eq!(ticket.check(), Ok(()), "{}", ticket.name);
        for line in &ticket.lines {
            let column = match line.kind {
                LineKind::Quick => "open_dept",
                _ if line.label.as_str() == TAX => "tax",
                _ => "items",
            };
            *columns.entry(column.to_owned()).or_default() += line.paid.cents();
            shares += line.shares.iter().map(|it| it.cents).sum();
            assert!(line.shares.iter().all(|it| it.to == Owner::Producer));
        }
        payments += ticket.payments.iter().map(|it| it.cents).sum();
    }
    let Found::Sums(sums) = store.answer(&Ask::Sums(Span::Day(day.to_owned()))).unwrap() else {
        panic!("the sums of {day}");
    };
    let by_means: Money = sums.figures.tenders.iter().map(|it| it.cents).sum();
    for sum in [shares, payments, by_means] {
        assert_eq!(sum, sums.figures.turnover, "the sums of {day}");
    }
    for row in &sums.figures.tenders {
        let (id, name) = (&row.tender, row.name.as_ref().map(Label::as_str));
        let same = |it: &&(&str, &str, Option<&str>)| (it.1, it.2) == (id.as_str(), name);
        let (means, ..) = MEANS.iter().find(same).unwrap();
        *columns.entry((*means).to_owned()).or_default() += row.cents.cents();
    }
    (tickets.len(), columns)
}

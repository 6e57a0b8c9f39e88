//! A stall for these tests: closings before it, rules, and what its journal says of cash.

use etal::{
    domain::{
        closing::{Decided, Envelope, Left, Level},
        day::{Cash, CashWay, DayOpened, EURO_CENTS, Pieces},
        ids::Id,
        journal::{Fact, Proposal},
        settings::{Rules, SettingsChange, TenderKind},
        time::Moment,
    },
    store::Store,
};
use serde_json::Value;

use crate::kit::{Stall, cents, label, store, write};

/// The means of payment of the drawer.
pub fn cash_id() -> Id {
    Id::known("cash")
}

/// So many notes and coins of each worth, in the order of a drawer.
pub fn pieces(counts: [u32; 12]) -> Vec<Pieces> {
    let all = EURO_CENTS.into_iter().zip(counts);
    all.filter(|it| it.1 > 0)
        .map(|(worth, count)| Pieces {
            worth: cents(worth),
            count,
        })
        .collect()
}

/// A float of 150 euros, in notes and coins.
pub fn float() -> Vec<Pieces> {
    pieces([0, 2, 4, 6, 10, 10, 10, 15, 20, 0, 0, 0])
}

/// Writes an entry down at a moment.
pub fn write_at(store: &mut Store, number: u8, at: &str, fact: Fact) {
    let proposal = Proposal {
        uid: etal::domain::ids::Uid([number; 16]),
        at: Moment::parse(at).unwrap(),
        operator: "LM".to_owned(),
        fact,
    };
    store.append(proposal, None).unwrap();
}

/// A store with a stall whose last market was closed a week ago: 150 euros stayed in the drawer,
/// 302,60 and a cheque left with LM.
pub fn closed() -> Store {
    let mut store = store();
    let at = "2026-11-14T08:00:00+01:00";
    let opened = DayOpened {
        market: Some(label("Die")),
        ..DayOpened::default()
    };
    write_at(&mut store, 10, at, Fact::Day(opened));
    let settings = store.settings().unwrap();
    let float_of = settings.cash().unwrap();
    let held = Cash::by(float_of, CashWay::Float, cents(45_260));
    write_at(&mut store, 11, at, Fact::Cash(held));
    close(&mut store, 12, "2026-11-14T13:05:00+01:00");
    store
}

/// Closes the open period: what is in the drawer above 150 euros leaves.
pub fn close(store: &mut Store, number: u8, at: &str) {
    let found = store.answer(&etal::domain::asking::Ask::Day).unwrap();
    let etal::domain::asking::Found::Day(state) = found else {
        panic!("the day was asked for");
    };
    let held = state.figures.drawer(&cash_id()).map(|it| it.expected);
    let leaves = held.unwrap_or_default() - cents(15_000);
    let decided = Decided {
        left: vec![Left {
            tender: cash_id(),
            name: None,
            kind: TenderKind::Cash,
            cents: cents(15_000),
            pieces: float(),
        }],
        envelope: Some(Envelope {
            by: "LM".to_owned(),
            cash: leaves,
            pieces: Vec::new(),
            papers: Vec::new(),
        }),
        ..Decided::default()
    };
    let closing = state.closing(decided, "etal test");
    assert_eq!(closing.level, Level::Day);
    write_at(store, number, at, Fact::Closing(Box::new(closing)));
}

/// Changes the rules of a stall.
pub fn rule(store: &mut Store, change: impl FnOnce(&mut Rules)) {
    let mut rules = store.settings().unwrap().rules;
    change(&mut rules);
    let change = SettingsChange {
        rules: Some(rules),
        ..SettingsChange::default()
    };
    write(store, 90, Fact::Settings(change));
}

/// What the journal says of cash, oldest first.
pub fn cash(stall: &Stall) -> Vec<Value> {
    let entries = stall.entries("cash");
    entries
        .iter()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

/// The status row.
pub fn status(stall: &Stall) -> String {
    let screen = stall.screen();
    let rows: Vec<&str> = screen.lines().collect();
    let row = rows[rows.len() - 2];
    row.split('│').nth(1).unwrap().trim().to_owned()
}

/// The title of the screen.
pub fn title(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().next().unwrap();
    let row = row.trim_start_matches('│').trim();
    row.split(" · ").next().unwrap().to_owned()
}

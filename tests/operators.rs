//! Who is at the till, what only the keeper decides, the locked till and the auditor's view: keys
//! in, pictures and journal out.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(clippy::too_many_lines, reason = "a picture has 24 lines")]

mod kit;

#[path = "operators/audit.rs"]
mod audit;
#[path = "operators/guard.rs"]
mod guard;
#[path = "operators/lock.rs"]
mod lock;
#[path = "operators/pin.rs"]
mod pin;
#[path = "operators/reset.rs"]
mod reset;
#[path = "operators/who.rs"]
mod who;

use etal::{
    app::keeper::hash,
    domain::{
        facts::Event,
        journal::Fact,
        keeper::{Kept, Misses, Pin},
        settings::{Operator, SettingsChange},
    },
    store::Store,
    ui::words::Language,
};
use kit::{Stall, label};

/// The PIN of these tests.
const PIN: &str = "2718";

fn pin(digits: &str) -> Pin {
    let mut pin = Pin::default();
    digits.chars().for_each(|digit| pin.push(digit).unwrap());
    pin
}

/// Three people may be at the till.
fn with_operators(mut store: Store) -> Store {
    let operators = ["BM", "BR", "LD"].map(|initials| Operator {
        initials: label(initials),
    });
    let change = SettingsChange {
        operators: Some(operators.to_vec()),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 90, Fact::Settings(change));
    store
}

/// A PIN is set; its hash costs little, as there are many tests.
fn with_pin(mut store: Store) -> Store {
    let kept = Kept {
        phc: hash(&pin(PIN), (8, 1, 1)).unwrap(),
        misses: Misses::default(),
    };
    store.keep(Some(&kept), None).unwrap();
    store
}

fn french(store: Store) -> Stall {
    kit::open(store, Language::French, None)
}

/// The program is killed and started again.
fn killed(stall: Stall) -> Stall {
    french(stall.into_store())
}

/// What happened to the till itself, in the journal's words, oldest first.
fn happened(stall: &Stall) -> Vec<String> {
    let told = |payload: String| {
        let event: Event = serde_json::from_str(&payload).unwrap();
        let what = serde_json::to_value(event.what).unwrap();
        let what = what.as_str().unwrap().to_owned();
        match event.detail {
            Some(detail) => format!("{what}: {detail}"),
            None => what,
        }
    };
    stall.entries("event").into_iter().map(told).collect()
}

/// What is on the screen without what surrounds it.
fn says(stall: &Stall, text: &str) -> bool {
    stall.screen().contains(text)
}

/// How many tickets the journal has.
fn tickets(stall: &Stall) -> usize {
    stall.entries("ticket").len()
}

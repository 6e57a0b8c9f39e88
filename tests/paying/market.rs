//! A stall with members, money in the solidarity fund, and means of payment with all their rules.

use etal::{
    domain::{
        basket::{Basket, Line, What},
        ids::{Id, Uid},
        journal::{Fact, Proposal},
        member::{AccountMove, Contact, Member, MemberChange, MoveReason, Person, Standing},
        price::{PriceList, price},
        quantity::Quantity,
        settings::{SettingsChange, Tender, TenderKind},
        ticket::{Payment, Ticket},
    },
    store::Store,
    ui::words::Language,
};

use crate::kit::{self, Stall, cents, label, morning};

/// A stall that speaks French.
pub fn market() -> Stall {
    kit::open(store(), Language::French, None)
}

/// A stall that speaks English.
pub fn english_market() -> Stall {
    kit::open(store(), Language::English, None)
}

/// The tickets that were sold since.
pub fn tickets(stall: &Stall) -> Vec<serde_json::Value> {
    crate::tickets(stall).split_off(2)
}

/// How the only one of them was paid.
pub fn paid(stall: &Stall) -> Vec<(String, i64)> {
    let tickets = tickets(stall);
    assert_eq!(tickets.len(), 1, "one ticket");
    crate::payments(&tickets[0])
}

/// The same stall, killed and started again after its settings were changed.
pub fn changed(stall: Stall, change: impl FnOnce(&mut Vec<Tender>)) -> Stall {
    let mut store = stall.into_store();
    let mut tenders = store.settings().unwrap().tenders;
    change(&mut tenders);
    let change = SettingsChange {
        tenders: Some(tenders),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 90, Fact::Settings(change));
    kit::open(store, Language::French, None)
}

/// The same, after a means of payment was removed.
pub fn without(stall: Stall, tender: &str) -> Stall {
    changed(stall, |tenders| {
        tenders.retain(|it| it.id.as_str() != tender);
    })
}

/// Members: SIX (Dupont) has 6.00 and no tab, TEN (Martin) has 1.00 and a tab of 10.00. The fund has 12.00, and there
/// is a credit note A-2V of 15.00.
fn store() -> Store {
    let mut store = kit::store();
    member(&mut store, 50, "SIX", 600, 0);
    member(&mut store, 52, "TEN", 100, 1_000);
    let amount = cents(1_200);
    let gift = What::Gift {
        label: label("Don"),
        amount,
    };
    sell(&mut store, 54, gift);
    let note = What::CreditNote {
        label: label("Avoir"),
        amount: cents(1_500),
    };
    sell(&mut store, 55, note);
    store
}

fn member(store: &mut Store, number: u8, id: &str, balance: i64, limit: i64) {
    let id = Id::known(id);
    let account = Member {
        id: id.clone(),
        limit: cents(limit),
        year: Some(2026),
        state: Standing::Open,
    };
    let mut change = MemberChange::of(None, account);
    change.moves.push(AccountMove {
        member: id.clone(),
        cents: cents(balance),
    });
    change.reason = Some(MoveReason::Opening);
    let proposal = Proposal {
        uid: Uid([number; 16]),
        at: morning(),
        operator: String::new(),
        fact: Fact::Member(change),
    };
    let contact = Contact {
        member: id.clone(),
        number: label(&number.to_string()),
        people: vec![Person {
            name: label(if id.as_str() == "SIX" {
                "Dupont Marie"
            } else {
                "Martin Paul"
            }),
            phone: None,
            email: None,
        }],
        cards: vec![label(&format!("CARTE-{id}"))],
    };
    store.save_member(proposal, Some(&contact)).unwrap();
}

/// Writes a ticket of one line, paid in cash.
fn sell(store: &mut Store, number: u8, what: What) {
    let ticket = ticket(store, number, what);
    kit::write(store, number, Fact::Ticket(Box::new(ticket)));
}

fn ticket(store: &Store, number: u8, what: What) -> Ticket {
    let mut basket = Basket::new(Uid([number; 16]));
    basket.add(Line::of(what, Quantity::ONE)).unwrap();
    let catalogue = store.catalogue().unwrap();
    let settings = store.settings().unwrap();
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: "2026-11-21",
    };
    let priced = price(&basket, list).unwrap();
    let cash = Payment {
        tender: Id::known("cash"),
        name: None,
        kind: TenderKind::Cash,
        cents: priced.total,
        change: false,
        of: None,
        pieces: None,
    };
    priced.ticket(&basket, vec![cash], "test")
}

//! Members at the till: found, attached, paid by account, topped up, settled, closed, forgotten.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on has failed"
)]

#[path = "../kit/mod.rs"]
mod kit;

mod attaching;
mod card;
mod closing;
mod moving;
mod paper;
mod pictures;

use etal::{
    domain::{
        asking::{Ask, Found},
        ids::{Id, Uid},
        journal::{Fact, Proposal},
        member::{AccountMove, Contact, Member, MemberChange, MoveReason, Person, Standing},
    },
    store::Store,
    ui::words::Language,
};
use kit::{Stall, cents, label, morning};

/// Number, names, card, what stood on the account before, limit.
const MEMBERS: [(&str, &[&str], &str, i64, i64); 5] = [
    ("0117", &["Dupont Marie"], "ADH0117A", 2_340, 0),
    (
        "0042",
        &["Dupont-Roy Jean", "Évrard Zoé"],
        "ADH0042A",
        -600,
        2_000,
    ),
    ("0007", &["Dupuis Amel"], "ADH0007A", 0, 0),
    ("0210", &["Duprat Karim"], "ADH0210A", 5_210, 0),
    ("0300", &["Martin Élise"], "ADH0300A", 300, 0),
];

/// The reference of the member of a number.
fn reference(number: &str) -> Id {
    Id::known(&format!("M{number:0>9}"))
}

fn enrol(store: &mut Store, at: usize) {
    let (number, names, card, balance, limit) = MEMBERS[at];
    let id = reference(number);
    let member = Member {
        id: id.clone(),
        limit: cents(limit),
        year: Some(2026),
        state: Standing::Open,
    };
    let change = MemberChange {
        moves: vec![AccountMove {
            member: id.clone(),
            cents: cents(balance),
        }],
        reason: Some(MoveReason::Opening),
        ..MemberChange::of(None, member)
    };
    let person = |name: &&str| Person {
        name: label(name),
        phone: None,
        email: None,
    };
    let contact = Contact {
        member: id,
        number: label(number),
        people: names.iter().map(person).collect(),
        cards: vec![label(card)],
    };
    let proposal = Proposal {
        uid: Uid([100 + u8::try_from(at).unwrap(); 16]),
        at: morning(),
        operator: String::new(),
        fact: Fact::Member(change),
    };
    store.save_member(proposal, Some(&contact)).unwrap();
}

/// The sample stall's store with five members.
fn store() -> Store {
    let mut store = kit::store();
    for at in 0..MEMBERS.len() {
        enrol(&mut store, at);
    }
    store
}

/// A stall with five members that speaks French.
fn stall() -> Stall {
    kit::open(store(), Language::French, None)
}

/// What stands on the account of a number by the journal, in cents.
fn balance(stall: &Stall, number: &str) -> i64 {
    let answer = stall.till.store_here().unwrap().answer(&Ask::Members);
    let Found::Members(rows) = answer.unwrap() else {
        return 0;
    };
    let row = rows.iter().find(|row| row.member.id == reference(number));
    row.unwrap().balance.cents()
}

/// What the screens believe stands on it.
fn believed(stall: &Stall, number: &str) -> i64 {
    let members = &stall.till.model.shop.members;
    members.by_id(&reference(number)).unwrap().balance.cents()
}

/// Who is on the open ticket.
fn attached(stall: &Stall) -> Option<Id> {
    stall.till.model.shop.basket().member().cloned()
}

/// The row where the last action is told.
fn told(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    let row = row.trim_matches('│').split('│').next();
    row.unwrap_or_default().trim().to_owned()
}

//! A stall in memory, and what it answers to lines.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

use std::{io::BufRead, path::Path};

use etal::{
    app::ring::{ERRORS, Outcome, Strictness, ring},
    domain::{
        asking::{AccountRow, Ask, Found},
        catalogue::{Code, OWN_PRODUCER, Product, State, Stocked},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        label::Label,
        member::{AccountMove, Contact, Member, MemberChange, MoveReason, Person, Standing},
        money::{Money, VatRate},
        quantity::{TypedIn, Unit},
        time::Moment,
        views::TicketDetail,
    },
    store::{Opening, Store},
    ui::words::{Language, Words},
};
use serde_json::Value;

pub fn morning() -> Moment {
    Moment::parse("2026-11-21T08:00:00+01:00").unwrap()
}

pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn article(code: u32, label: &str, unit: Unit, price: i64, deposit: Option<i64>) -> Product {
    Product {
        id: Id::known(&format!("P{code:09}")),
        code: Code::new(code),
        barcodes: if code == 45 {
            vec!["3760123456784".into()]
        } else {
            Vec::new()
        },
        label: Label::new(label).unwrap(),
        unit,
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(OWN_PRODUCER),
        department: None,
        deposit: deposit.map(cents),
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// A stall with salad (12), tomatoes by weight (31) and honey with a deposit (45).
pub fn stall() -> Store {
    let opening = Opening {
        dir: Path::new(""),
        machine: "machine-1".to_owned(),
        version: "etal test".to_owned(),
        at: morning(),
        seed: [7; 32],
        stall: Label::new("Marché de Die").unwrap(),
        till_name: Label::new("A").unwrap(),
    };
    let (mut store, _) = Store::in_memory(&opening).unwrap();
    let change = store.catalogue().unwrap().change_products(vec![
        article(12, "Salade", Unit::Piece, 200, None),
        article(31, "Tomates", Unit::Kilogram, 350, None),
        article(45, "Miel", Unit::Piece, 700, Some(20)),
    ]);
    let goods = Proposal {
        uid: Mint::new([1; 32]).uid(),
        at: morning(),
        operator: String::new(),
        fact: Fact::Catalogue(change),
    };
    store.append(goods, None).unwrap();
    store
}

/// The same stall with two members: 0117 has 6,00 and no tab, 118 owes 4,00 of a tab of 10,00 and
/// holds the card 90018.
pub fn stall_with_members() -> Store {
    let mut store = stall();
    let mut mint = Mint::new([2; 32]);
    let members = [
        ("0117", "Dupont Marie", 600, 0, None),
        ("118", "Garcia Luc", -400, 1_000, Some("90018")),
    ];
    let changes = members.map(|(number, name, balance, limit, card)| {
        let member = Member {
            id: mint.id(),
            limit: cents(limit),
            year: None,
            state: Standing::Open,
        };
        let contact = Contact {
            member: member.id.clone(),
            number: Label::new(number).unwrap(),
            people: vec![Person {
                name: Label::new(name).unwrap(),
                phone: None,
                email: None,
            }],
            cards: card.and_then(Label::new).into_iter().collect(),
        };
        let opening = AccountMove {
            member: member.id.clone(),
            cents: cents(balance),
        };
        let change = MemberChange {
            moves: vec![opening],
            reason: Some(MoveReason::Opening),
            ..MemberChange::of(None, member)
        };
        let proposal = Proposal {
            uid: mint.uid(),
            at: morning(),
            operator: String::new(),
            fact: Fact::Member(change),
        };
        (proposal, contact)
    });
    store.save_members(changes.to_vec()).unwrap();
    store
}

/// What stands on the account of this number, in cents.
pub fn balance(store: &Store, number: &str) -> i64 {
    let Found::Members(rows) = store.answer(&Ask::Members).unwrap() else {
        panic!("no members");
    };
    let mine = |it: &&AccountRow| {
        let contact = it.contact.as_ref();
        contact.is_some_and(|it| it.number.as_str() == number)
    };
    rows.iter().find(mine).unwrap().balance.cents()
}

pub fn rung(store: &mut Store, strict: Strictness, lines: &[u8]) -> (Outcome, Vec<Value>) {
    let words = Words::of(Language::French);
    // As if each time was another run of the program.
    let run = u8::try_from(store.tickets_given()).unwrap();
    let mut mint = Mint::new([100 + run; 32]);
    let mut out = Vec::new();
    let outcome = ring(lines, &mut out, store, strict, &words, morning, &mut mint).unwrap();
    let answers = out
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    (outcome, answers)
}

/// The one answer to one line.
pub fn answer(store: &mut Store, line: &str) -> Value {
    let (_, mut answers) = rung(store, Strictness::GoesOn, line.as_bytes());
    assert_eq!(answers.len(), 1, "{line}");
    answers.remove(0)
}

pub fn error(store: &mut Store, line: &str) -> String {
    let answer = answer(store, line);
    let id = answer["error"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"));
    assert!(ERRORS.contains(&id), "{id} is not in the list");
    let message = answer["message"].as_str().unwrap();
    assert!(message.ends_with("Rien n’est enregistré."), "{message}");
    assert!(
        !message.contains('\u{2068}') && !message.contains("{$"),
        "{message}"
    );
    id.to_owned()
}

pub fn detail(store: &Store, name: &str) -> TicketDetail {
    store.ticket_named(name).unwrap().unwrap()
}

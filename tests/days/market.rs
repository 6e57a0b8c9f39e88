//! The stall of a day: set up from files as a stallholder does, and asked whose the money is.

use std::{fs, path::Path};

use etal::{
    domain::{
        asking::{Ask, Found, Span, Sums},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        money::Money,
        ticket::Owner,
    },
    exchange::{
        members::{self, MemberFile},
        products::{BadRows, ProductFile, StockWanted, import},
        settings,
    },
    store::Store,
    ui::words::Language,
};

use super::kit::{self, Stall, morning};

/// The stall with the files the day names.
pub fn open(text: &str, folder: &Path) -> Stall {
    let mut store = kit::empty_store();
    let mut mint = Mint::new([11; 32]);
    for line in text.lines() {
        if let Some(file) = line.strip_prefix("réglages ") {
            let text = fs::read_to_string(folder.join(file.trim())).unwrap();
            let (now, catalogue) = (store.settings().unwrap(), store.catalogue().unwrap());
            let (decides, rest) = settings::read(&text, &now, &catalogue, &mut mint)
                .unwrap_or_else(|refusal| panic!("{file}: {refusal:?}"));
            write(
                &mut store,
                &mut mint,
                [Fact::Settings(decides), Fact::Catalogue(rest)],
            );
        }
        if let Some(file) = line.strip_prefix("articles ") {
            let bytes = fs::read(folder.join(file.trim())).unwrap();
            let (now, catalogue) = (store.settings().unwrap(), store.catalogue().unwrap());
            let file = ProductFile {
                bytes: &bytes,
                format: None,
                vat: None,
                bad_rows: BadRows::Refuse,
                stock: StockWanted::Yes,
                catalogue: &catalogue,
                settings: &now,
            };
            let read = import(&file, &mut mint).unwrap_or_else(|it| panic!("{it:?}"));
            assert_eq!(read.refused, []);
            let brought = read.deliveries(|_| etal::domain::quantity::Quantity::pieces(0));
            write(
                &mut store,
                &mut mint,
                [Fact::Catalogue(read.change), Fact::Stock(brought)],
            );
        }
        if let Some(file) = line.strip_prefix("adhérents ") {
            enrol(
                &mut store,
                &mut mint,
                &fs::read(folder.join(file.trim())).unwrap(),
            );
        }
    }
    kit::open(store, Language::French, None)
}

fn enrol(store: &mut Store, mint: &mut Mint, bytes: &[u8]) {
    let file = MemberFile {
        bytes,
        format: None,
        bad_rows: BadRows::Refuse,
        accounts: &[],
    };
    let read = members::import(&file, mint).unwrap_or_else(|it| panic!("{it:?}"));
    assert_eq!(read.refused, []);
    let entries = read.entries.into_iter().map(|it| {
        let proposal = Proposal {
            uid: mint.uid(),
            at: morning(),
            operator: String::new(),
            fact: Fact::Member(it.change),
        };
        (proposal, it.contact)
    });
    store.save_members(entries.collect()).unwrap();
}

fn write(store: &mut Store, mint: &mut Mint, facts: [Fact; 2]) {
    for fact in facts {
        let proposal = Proposal {
            uid: mint.uid(),
            at: morning(),
            operator: String::new(),
            fact,
        };
        store.append(proposal, None).unwrap();
    }
}

fn ask(stall: &Stall, ask: &Ask) -> Found {
    stall.till.store_here().unwrap().answer(ask).unwrap()
}

/// The sums since the last closing.
pub fn sums(stall: &Stall) -> Sums {
    match ask(stall, &Ask::Sums(Span::Open)) {
        Found::Sums(sums) => *sums,
        other => panic!("{other:?}"),
    }
}

/// What the pot has of the day.
pub fn pot(sums: &Sums) -> Money {
    let pots = sums
        .owners
        .iter()
        .filter(|(owner, ..)| *owner == Owner::Pot);
    pots.map(|(.., came, went)| *came - *went).sum()
}

/// The cash that was taken, less what went back and out.
pub fn cash(sums: &Sums) -> Money {
    let row = sums.figures.drawer(&Id::known("cash"));
    row.map_or(Money::ZERO, |it| it.expected)
}

/// What a producer is owed by this till now.
pub fn owed(stall: &Stall, name: &str) -> Money {
    let producers = stall.catalogue().producers();
    let producer = producers
        .iter()
        .find(|it| it.name.as_str() == name)
        .unwrap();
    match ask(stall, &Ask::Owed) {
        Found::Owed(rows) => rows
            .iter()
            .filter(|row| row.producer == producer.id)
            .map(|row| row.share + row.brought)
            .sum(),
        other => panic!("{other:?}"),
    }
}

/// What stands on a member's account.
pub fn account(stall: &Stall, name: &str) -> Money {
    match ask(stall, &Ask::Members) {
        Found::Members(rows) => {
            let named = |row: &&etal::domain::asking::AccountRow| {
                let people = row.contact.iter().flat_map(|it| &it.people);
                people.into_iter().any(|it| it.name.as_str() == name)
            };
            rows.iter().find(named).unwrap().balance
        }
        other => panic!("{other:?}"),
    }
}

//! The sums a bookkeeper would make of the journal by hand, and whether the store's are the same.

use std::collections::BTreeMap;

use etal::{
    domain::{
        asking::{Ask, Found, Sums},
        ids::Id,
        journal::{Entry, Fact},
        money::Money,
        settlement::Takings,
        ticket::Owner,
        views::TicketRow,
    },
    store::Store,
};

use crate::{
    counter::cents,
    deeds::{MEMBERS, PRODUCERS},
};

/// Every fact of some kinds in the journal.
fn facts(store: &Store) -> Vec<Fact> {
    let entries = ["ticket", "member", "settlement"].map(|kind| store.entries(kind).unwrap());
    let read = |it: &Entry| Fact::read(&it.heading.kind, 1, &it.payload).unwrap();
    entries.iter().flatten().map(read).collect()
}

/// What is held for whom, by adding up the journal.
fn book(store: &Store) -> BTreeMap<(Owner, String), i64> {
    let mut book: BTreeMap<(Owner, String), i64> = BTreeMap::new();
    let id = |id: &Option<Id>| id.as_ref().map(Id::to_string).unwrap_or_default();
    let mut add = |owner, id: String, cents: Money| {
        *book.entry((owner, id)).or_default() += cents.cents();
    };
    for fact in facts(store) {
        match fact {
            Fact::Ticket(ticket) => {
                for share in ticket.lines.iter().flat_map(|it| &it.shares) {
                    add(share.to, id(&share.id), share.cents);
                }
                for payment in &ticket.payments {
                    if let Some(owner) = payment.kind.owner() {
                        add(owner, id(&payment.of), -payment.cents);
                    }
                }
            }
            Fact::Member(change) => {
                for one in change.moves {
                    add(Owner::Account, one.member.to_string(), one.cents);
                }
            }
            Fact::Settlement(it) => {
                add(
                    Owner::Producer,
                    it.producer.id.to_string(),
                    -(it.paid + it.flat),
                );
                add(Owner::Commission, String::new(), it.flat);
            }
            other => panic!("{other:?}"),
        }
    }
    book
}

/// The credit notes that were ever given out and what each is worth, oldest first.
pub fn notes(store: &Store) -> Vec<(String, Money)> {
    let book = book(store);
    let mut notes: Vec<_> = book
        .into_iter()
        .filter(|((owner, _), _)| *owner == Owner::CreditNote)
        .map(|((_, name), worth)| (name, cents(worth)))
        .collect();
    notes.sort_by_key(|it| (it.0.len(), it.0.clone()));
    notes
}

/// Whether each credit note is worth what the journal says.
fn check_notes(store: &Store, book: &BTreeMap<(Owner, String), i64>) {
    for ((owner, name), worth) in book {
        if *owner == Owner::CreditNote {
            let Found::Note(_, note) = store.answer(&Ask::Note(name.to_lowercase())).unwrap()
            else {
                panic!("note");
            };
            assert_eq!(note.unwrap().worth.cents(), *worth, "{name}");
        }
    }
}

/// Whether the answers are what the journal adds up to, whole and day by day.
pub fn check<'a>(store: &Store, days: impl Iterator<Item = (&'a Vec<TicketRow>, &'a Sums)>) {
    let book = book(store);
    let held = |owner, id: &str| book.get(&(owner, id.to_owned())).copied().unwrap_or(0);
    let Found::Members(accounts) = store.answer(&Ask::Members).unwrap() else {
        panic!("members");
    };
    for row in &accounts {
        let id = row.member.id.as_str();
        assert_eq!(row.balance.cents(), held(Owner::Account, id), "{id}");
    }
    let Found::Owed(owed) = store.answer(&Ask::Owed).unwrap() else {
        panic!("owed");
    };
    for producer in PRODUCERS {
        let row = owed.iter().find(|it| it.producer.as_str() == producer);
        let due = row.map_or(Money::ZERO, |it| it.share + it.brought);
        assert_eq!(due.cents(), held(Owner::Producer, producer), "{producer}");
    }
    check_notes(store, &book);
    let Found::Unattributed(lines) = store.answer(&Ask::Unattributed).unwrap() else {
        panic!("unattributed");
    };
    let open: Money = lines.iter().map(|it| it.line.paid).sum();
    assert_eq!(open.cents(), held(Owner::Unattributed, ""));
    let mut moved: BTreeMap<(Owner, String), i64> = BTreeMap::new();
    let mut last = Sums::default();
    for (rows, sums) in days {
        let total: Money = rows.iter().map(|it| it.total).sum();
        let settled: Money = sums
            .figures
            .tenders
            .iter()
            .map(|it| it.cents)
            .sum::<Money>()
            - total;
        assert!(
            settled <= Money::ZERO,
            "only producers are given besides tickets"
        );
        let hers = |(_, it): &(Id, Takings)| it.sales;
        let sold: Money = sums.producers.iter().map(hers).sum();
        assert!(sums.figures.vat.iter().all(|it| it.net + it.tax == it.paid));
        assert_eq!(
            sums.figures.turnover,
            sums.figures.vat.iter().map(|it| it.paid).sum()
        );
        let nobodys = sums.owners.iter().filter(|it| it.0 == Owner::Unattributed);
        let nobodys: Money = nobodys.map(|it| it.2 - it.3).sum();
        assert_eq!(sums.figures.turnover, sold + nobodys);
        for (owner, id, came, went) in &sums.owners {
            let id = id.as_ref().map(Id::to_string).unwrap_or_default();
            *moved.entry((*owner, id)).or_default() += (*came - *went).cents();
        }
        last = sums.clone();
    }
    let some = |book: BTreeMap<(Owner, String), i64>| -> BTreeMap<_, _> {
        book.into_iter().filter(|it| it.1 != 0).collect()
    };
    assert_eq!(
        some(moved),
        some(book.clone()),
        "day by day and all at once"
    );
    assert_eq!(last.fund.cents(), held(Owner::Fund, ""));
    assert_eq!(last.accounts.0, accounts.iter().map(|it| it.balance).sum());
    let jars: i64 = last.deposits.iter().map(|it| it.2.cents()).sum();
    assert_eq!(jars, held(Owner::Deposit, "20"));
}

/// What the store answers to every question about money.
pub fn answers(store: &Store, days: &[String]) -> Vec<Found> {
    let mut asks = vec![Ask::Members, Ask::Owed, Ask::Unattributed];
    asks.extend(MEMBERS.map(|it| Ask::Statement(Id::known(it))));
    asks.extend(PRODUCERS.map(|it| Ask::Settling {
        producer: Id::known(it),
        up_to: None,
        day: days[0].clone(),
    }));
    let sold = |code: u32| Ask::Sold {
        product: Id::known(&format!("P{code:09}")),
        from: days[0].clone(),
        to: days[days.len() - 1].clone(),
    };
    asks.extend([1, 5].map(sold));
    for day in days {
        asks.extend([Ask::Used(day.clone()), Ask::Settlements(day.clone())]);
        let names = store.tickets(day).unwrap().into_iter();
        asks.extend(names.map(|it| Ask::Past(it.name)));
    }
    asks.iter().map(|it| store.answer(it).unwrap()).collect()
}

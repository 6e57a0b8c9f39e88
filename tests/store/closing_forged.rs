//! A closing that says something else than its entries, under the till's own key.

use ed25519_dalek::{Signer, SigningKey};
use etal::{
    domain::{
        closing::Closing,
        ids::{hex, unhex},
        journal::{Entry, Fact},
        money::Money,
    },
    store::{Depth, Fault, Store},
};
use rusqlite::Connection;

use crate::{
    closing_periods::market_day,
    counter::{opening, till},
    market::Market,
};

/// Writes another closing into the place of the last entry, under the till's own key.
fn forge(dir: &std::path::Path, edit: impl Fn(&mut Closing)) {
    let key = std::fs::read_to_string(dir.join("till.key")).unwrap();
    let key = SigningKey::from_bytes(&unhex(key.trim()).unwrap());
    let (store, _) = Store::open(&opening(dir)).unwrap();
    let entry = store.entries("closing").unwrap().pop().unwrap();
    store.close().unwrap();
    let Fact::Closing(mut closing) = Fact::read("closing", 1, &entry.payload).unwrap() else {
        panic!("closing");
    };
    edit(&mut closing);
    let payload = Fact::Closing(closing).payload().unwrap();
    let seq = i64::try_from(entry.heading.seq).unwrap();
    let forged = Entry::seal(entry.heading, payload, entry.prev, &key);
    assert_eq!(forged.sig, key.sign(&forged.hash).to_bytes());
    let database = Connection::open(dir.join("etal.db")).unwrap();
    database
        .execute_batch("DROP TRIGGER journal_is_never_changed")
        .unwrap();
    database
        .execute(
            "UPDATE journal SET payload = ?1, hash = ?2, sig = ?3 WHERE seq = ?4",
            (forged.payload, forged.hash, forged.sig, seq),
        )
        .unwrap();
    let head = std::fs::read_to_string(dir.join("head")).unwrap();
    let head = head.replace(&hex(&entry.hash), &hex(&forged.hash));
    std::fs::write(dir.join("head"), head).unwrap();
}

#[test]
fn a_closing_forged_with_the_key_itself_is_found_by_its_entries() {
    let edits: [fn(&mut Closing); 6] = [
        |it| it.figures.turnover = it.figures.turnover + it.figures.turnover,
        |it| it.total.algebraic_cents -= 101,
        |it| it.total.absolute_cents += 1,
        |it| it.number = 7,
        |it| it.previous = None,
        |it| it.means[0].expected = Money::ZERO,
    ];
    for edit in edits {
        let dir = tempfile::tempdir().unwrap();
        let (store, counter) = till(dir.path());
        let mut market = Market { store, counter };
        market_day(&mut market, "2026-11-14", 1);
        let last = market_day(&mut market, "2026-11-21", 1);
        assert!(market.store.verify(Depth::Links).unwrap().is_clean());
        market.store.close().unwrap();
        forge(dir.path(), edit);
        let (store, _) = Store::open(&opening(dir.path())).unwrap();
        let report = store.verify(Depth::Links).unwrap();
        let bad = report.first_bad.clone().unwrap();
        assert_eq!((bad.seq, bad.fault), (last.place.seq, Fault::Closing));
        assert_eq!(report.bad, 1);
    }
}

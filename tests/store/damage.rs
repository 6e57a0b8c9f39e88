//! Files that are not as they were left, and what `etal rebuild` saves of them.

use std::fs;

use etal::{
    domain::{facts::Why, ids::Mint},
    store::{Beside, Depth, Fault, Start, Store, StoreError},
};
use rusqlite::Connection;

use crate::{
    counter::{Counter, DAY, opening, tickets, till},
    wreck::{copy, morning, overwrite, root, told},
};

#[test]
fn a_rebuild_of_a_sound_till_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let before = morning(dir.path());
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert_eq!((report.tickets, report.bad, report.carved), (20, 0, 0));
    assert_eq!(report.beside, Beside::Kept);
    assert_eq!(report.new_epoch, None);
    assert!(report.old.starts_with(dir.path().join("backups")) && report.old.exists());
    assert_eq!(told(dir.path()), before);
    let (store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert!(store.verify(Depth::Full).unwrap().is_clean());
}

#[test]
fn a_rebuild_takes_what_is_only_in_the_log() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    store.append(counter.pieces(&[1]), None).unwrap();
    // Killed: nothing is in the database proper yet.
    let after = copy(dir.path());
    let report = Store::rebuild(&opening(after.path())).unwrap();
    assert_eq!((report.tickets, report.carved), (1, 0));
    assert!(!after.path().join("etal.db-wal").exists());
    // The same with a database that cannot be opened at all.
    let after = copy(dir.path());
    overwrite(&after.path().join("etal.db"), 0, &[0; 4096]);
    overwrite(&after.path().join("etal.db-wal"), 0, &[0; 32]);
    let report = Store::rebuild(&opening(after.path())).unwrap();
    assert_eq!((report.tickets, report.bad), (1, 0));
    assert_eq!(report.carved, report.entries);
}

#[test]
fn a_database_without_its_first_page_is_told_damaged_and_saved_whole() {
    let dir = tempfile::tempdir().unwrap();
    let before = morning(dir.path());
    overwrite(&dir.path().join("etal.db"), 0, &[0xff; 4096]);
    let error = Store::open(&opening(dir.path())).err().unwrap();
    assert!(matches!(error, StoreError::Damaged { .. }), "{error:?}");
    assert!(error.to_string().contains("etal rebuild"));
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert_eq!((report.tickets, report.bad), (20, 0));
    assert_eq!(report.carved, report.entries);
    assert_eq!(report.beside, Beside::Lost);
    let journal = |told: Vec<String>| -> Vec<String> {
        let others = |it: &String| !it.starts_with("draft");
        told.into_iter().filter(others).collect()
    };
    assert_eq!(journal(told(dir.path())), journal(before));
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    let mut counter = Counter::of(&store);
    counter.mint = Mint::new([1; 32]);
    let next = store.append(counter.pieces(&[1]), None).unwrap();
    assert_eq!(next.ticket.unwrap().1, "A-21");
}

#[test]
fn a_page_in_the_middle_is_lost_with_its_entries_only_and_they_are_named() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    let hash: Vec<u8> = database
        .query_row("SELECT hash FROM journal WHERE seq = 12", [], |row| {
            row.get(0)
        })
        .unwrap();
    drop(database);
    let file = dir.path().join("etal.db");
    let bytes = fs::read(&file).unwrap();
    let at = bytes.windows(32).position(|it| it == hash).unwrap();
    overwrite(&file, (at / 4096 * 4096) as u64, &[0x55; 4096]);
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert!((16..20).contains(&report.tickets), "{report:?}");
    let bad = report.first_bad.clone().unwrap();
    assert!(matches!(bad.fault, Fault::Gap { from: 8..=12 }), "{bad:?}");
    assert_eq!(report.new_epoch, None, "the end holds");
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    let mut counter = Counter::of(&store);
    counter.mint = Mint::new([1; 32]);
    let next = store.append(counter.pieces(&[1]), None).unwrap();
    assert_eq!(next.ticket.unwrap().1, "A-21");
    let again = store.verify(Depth::Full).unwrap();
    assert_eq!(again.first_bad, report.first_bad);
    assert_eq!(again.differences, [], "all is made from what is left");
}

#[test]
fn a_database_cut_short_begins_an_epoch_after_its_rebuild() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    let file = dir.path().join("etal.db");
    let bytes = fs::read(&file).unwrap();
    let database = Connection::open(&file).unwrap();
    let hash: Vec<u8> = database
        .query_row(
            "SELECT hash FROM journal ORDER BY seq DESC LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    drop(database);
    let at = bytes.windows(32).position(|it| it == hash).unwrap();
    overwrite(&file, (at / 4096 * 4096) as u64, &[0; 4096]);
    assert!(Store::open(&opening(dir.path())).is_err());
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert!(report.lost_at_the_end > 0, "{report:?}");
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::Restored));
    let mut counter = Counter::of(&store);
    counter.mint = Mint::new([1; 32]);
    let next = store.append(counter.pieces(&[1]), None).unwrap();
    assert_eq!(next.ticket.unwrap().1, "A2-1");
    assert!(store.verify(Depth::Full).unwrap().is_clean());
}

#[test]
fn a_last_entry_that_was_altered_is_kept_and_not_gone_on_from() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    database
        .execute_batch(
            "DROP TRIGGER journal_is_never_changed;
             UPDATE journal SET operator = 'bob'
              WHERE seq = (SELECT max(seq) FROM journal);",
        )
        .unwrap();
    drop(database);
    let error = Store::open(&opening(dir.path())).err().unwrap();
    assert!(matches!(error, StoreError::Damaged { .. }));
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert_eq!((report.tickets, report.bad), (20, 1));
    assert_eq!(report.new_epoch, Some(2));
    let (store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert_eq!(store.epoch(), 2);
    assert_eq!(tickets(&store, DAY).0, 20);
    assert_eq!(store.verify(Depth::Full).unwrap().bad, 1);
}

#[test]
fn no_flipped_bit_goes_unnoticed() {
    let dir = tempfile::tempdir().unwrap();
    let before = morning(dir.path());
    let size = fs::metadata(dir.path().join("etal.db")).unwrap().len();
    let mut seed: u64 = 42;
    let (mut noticed, mut harmless) = (0, 0);
    for _ in 0..60 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (seed >> 20) % size;
        let flipped = copy(dir.path());
        let file = flipped.path().join("etal.db");
        let byte = fs::read(&file).unwrap()[usize::try_from(at).unwrap()];
        overwrite(&file, at, &[byte ^ 1 << ((seed >> 8) % 8)]);
        let clean = Store::open(&opening(flipped.path())).is_ok_and(|(store, opened)| {
            opened.start == Start::Continued
                && store.verify(Depth::Full).is_ok_and(|it| it.is_clean())
                && store.close().is_ok()
        });
        if clean {
            assert_eq!(told(flipped.path()), before, "byte {at}");
            harmless += 1;
        } else {
            let saved = Store::rebuild(&opening(flipped.path()));
            match saved {
                Ok(report) => assert!(report.tickets >= 17, "byte {at}: {report:?}"),
                // A version or an application that is not ours is refused, not repaired.
                Err(StoreError::Newer { .. } | StoreError::NotOurs { .. }) => {}
                Err(error) => panic!("byte {at}: {error}"),
            }
            noticed += 1;
        }
    }
    assert!(
        noticed > 10 && harmless > 0,
        "{noticed} noticed, {harmless} harmless"
    );
}

#[test]
fn a_row_of_a_projection_can_be_wrong_without_harm() {
    let dir = tempfile::tempdir().unwrap();
    let before = morning(dir.path());
    let at = root(dir.path(), "shelf");
    overwrite(&dir.path().join("etal.db"), at, &[0; 4096]);
    let report = Store::rebuild(&opening(dir.path())).unwrap();
    assert_eq!((report.bad, report.beside), (0, Beside::Kept));
    assert_eq!(told(dir.path()), before);
}

//! Folders that are not a till of this program's, or not any more: refused without harm.

use std::{fs, path::PathBuf};

use etal::{
    domain::{facts::Why, quantity::Quantity},
    store::{Depth, Start, Store, StoreError},
};
use rusqlite::Connection;

use crate::{
    counter::{DAY, cents, opening, tickets, till},
    wreck::{morning, told},
};

#[test]
fn other_files_are_not_taken_for_ours() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("etal.db");
    let other = Connection::open(&file).unwrap();
    other.execute_batch("CREATE TABLE song (name)").unwrap();
    drop(other);
    let before = fs::read(&file).unwrap();
    let error = Store::open(&opening(dir.path())).err().unwrap();
    assert!(matches!(error, StoreError::NotOurs { .. }), "{error:?}");
    assert_eq!(fs::read(&file).unwrap(), before, "untouched");
    assert!(matches!(
        Store::rebuild(&opening(dir.path())),
        Err(StoreError::NotOurs { .. })
    ));
}

#[test]
fn a_later_programs_database_is_left_alone() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    database.pragma_update(None, "user_version", 99).unwrap();
    drop(database);
    for refused in [
        Store::open(&opening(dir.path())).err(),
        Store::rebuild(&opening(dir.path())).err(),
    ] {
        let newer = matches!(refused, Some(StoreError::Newer { found: 99, .. }));
        assert!(newer, "{refused:?}");
    }
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    let version: i64 = database
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 99);
}

#[test]
fn an_older_programs_database_is_kept_and_brought_up_to_date() {
    let dir = tempfile::tempdir().unwrap();
    let before = morning(dir.path());
    let database = Connection::open(dir.path().join("etal.db")).unwrap();
    for table in [
        "product",
        "producer",
        "department",
        "quick_key",
        "setting",
        "ticket",
        "shelf",
        "stock_day",
        "tender_day",
        "draft",
        "print_job",
        "member",
        "held",
        "stands",
        "later",
        "settlement",
        "closing",
        "contact",
        "contact_mark",
        "keeper",
    ] {
        database
            .execute_batch(&format!("DROP TABLE {table}"))
            .unwrap();
    }
    database.execute_batch("DROP INDEX journal_apart").unwrap();
    database.pragma_update(None, "user_version", 1).unwrap();
    drop(database);
    let (store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    store.close().unwrap();
    let same = |told: Vec<String>| -> Vec<String> {
        let others = |it: &String| !it.starts_with("draft");
        told.into_iter().filter(others).collect()
    };
    assert_eq!(same(told(dir.path())), same(before));
    let kept = Connection::open(dir.path().join("backups/etal-version-1.db")).unwrap();
    let entries: i64 = kept
        .query_row("SELECT count(*) FROM journal", [], |row| row.get(0))
        .unwrap();
    assert_eq!(entries, 25);
}

#[test]
fn a_database_that_is_gone_is_not_replaced_by_an_empty_one() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    fs::rename(dir.path().join("etal.db"), dir.path().join("elsewhere")).unwrap();
    let error = Store::open(&opening(dir.path())).err().unwrap();
    let is_gone = |error: &StoreError| matches!(error, StoreError::Gone { entries: 25, .. });
    assert!(is_gone(&error), "{error:?}");
    assert!(is_gone(&Store::rebuild(&opening(dir.path())).unwrap_err()));
    // As a rebuild leaves it that is cut just before its end.
    fs::rename(dir.path().join("elsewhere"), dir.path().join("etal.db.new")).unwrap();
    assert_eq!(Store::rebuild(&opening(dir.path())).unwrap().tickets, 20);
}

#[test]
fn a_folder_that_cannot_be_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let file: PathBuf = dir.path().join("not a folder");
    fs::write(&file, "").unwrap();
    let error = Store::open(&opening(&file)).err().unwrap();
    assert!(matches!(error, StoreError::Folder { .. }), "{error:?}");
    let inside = Store::open(&opening(&file.join("data"))).err().unwrap();
    assert!(matches!(inside, StoreError::Folder { .. }), "{inside:?}");
    assert!(inside.to_string().contains("not a folder"));
}

#[test]
fn a_head_that_cannot_be_read_is_not_trusted() {
    let dir = tempfile::tempdir().unwrap();
    morning(dir.path());
    fs::write(dir.path().join("head"), "scribble").unwrap();
    let (store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::Restored));
    assert_eq!(tickets(&store, DAY).1, cents(0) + total(20));
    assert_eq!(store.left().unwrap().len(), 60);
    assert_eq!(store.stock(DAY).unwrap().len(), 60);
    assert!(
        store
            .stock(DAY)
            .unwrap()
            .iter()
            .all(|it| it.delivered == Quantity::ZERO)
    );
}

/// What the tickets of a [`morning`] come to.
fn total(rounds: u32) -> etal::domain::money::Money {
    (0..rounds)
        .flat_map(|round| [1 + round % 60, 1 + (round * 7) % 60, 1 + (round * 13) % 60])
        .map(|code| cents(100 + i64::from(code) + if code.is_multiple_of(5) { 20 } else { 0 }))
        .sum()
}

#[test]
#[ignore = "needs a small disk that may be filled: ETAL_SMALL_DISK names a folder of it"]
fn a_disk_that_is_really_full_loses_nothing() {
    let disk = PathBuf::from(std::env::var_os("ETAL_SMALL_DISK").unwrap());
    let ballast = disk.join("ballast");
    fs::write(&ballast, vec![7; 200_000]).unwrap();
    let folder = disk.join("till");
    let (mut store, mut counter) = till(&folder);
    let mut recorded = 0;
    let (refused, error) = loop {
        let sale = counter.pieces(&[1, 2, 3]);
        match store.append(sale.clone(), Some("basket")) {
            Ok(_) => recorded += 1,
            Err(error) => break (sale, error),
        }
    };
    assert_eq!(error, StoreError::Full, "after {recorded}");
    assert!(store.append(refused.clone(), None).is_err(), "still full");
    assert_eq!(store.tickets_given(), recorded);
    fs::remove_file(&ballast).unwrap();
    let ticket = store.append(refused, None).unwrap().ticket.unwrap();
    assert_eq!(ticket.0, recorded + 1);
    assert!(store.verify(Depth::Full).unwrap().is_clean());
    store.close().unwrap();
    let (store, opened) = Store::open(&opening(&folder)).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert_eq!(store.tickets_given(), recorded + 1);
}

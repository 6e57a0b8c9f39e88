//! Files that are not as they were left: what is said, and what `etal rebuild` saves.

use std::{
    fs,
    os::unix::fs::FileExt,
    path::{Path, PathBuf},
};

use etal::{
    domain::{facts::Why, quantity::Quantity},
    store::{Beside, Depth, Fault, Start, Store, StoreError},
};
use rusqlite::Connection;

use crate::counter::{Counter, DAY, cents, opening, product, till};

/// A morning's work, with a catalogue entry that fills several pages; answers what all the tables
/// of the journal and its projections say at the end.
fn morning(dir: &Path) -> Vec<String> {
    let (mut store, mut counter) = till(dir);
    let goods = (1..=60).map(|code| product(code, 100 + i64::from(code)));
    let many = counter.stock_up(goods.collect());
    store.append(many, None).unwrap();
    for round in 0..20u32 {
        let codes = [1 + round % 60, 1 + (round * 7) % 60, 1 + (round * 13) % 60];
        store
            .append(counter.pieces(&codes), Some("basket"))
            .unwrap();
    }
    store.close().unwrap();
    told(dir)
}

/// What the tables of a closed database say.
fn told(dir: &Path) -> Vec<String> {
    let database = Connection::open(dir.join("etal.db")).unwrap();
    let mut told = Vec::new();
    for table in [
        "journal",
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
    ] {
        let mut statement = database.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let columns = statement.column_count();
        let rows = statement.query_map([], |row| {
            let mut line = table.to_owned();
            for column in 0..columns {
                line += &format!("|{:?}", row.get_ref(column)?);
            }
            Ok(line)
        });
        told.extend(rows.unwrap().map(Result::unwrap));
    }
    told
}

fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        if file.file_type().unwrap().is_file() {
            fs::copy(file.path(), to.path().join(file.file_name())).unwrap();
        }
    }
    to
}

fn overwrite(file: &Path, at: u64, bytes: &[u8]) {
    let file = fs::OpenOptions::new().write(true).open(file).unwrap();
    file.write_all_at(bytes, at).unwrap();
}

/// Where the table or index begins in the file, by SQLite's own account.
fn root(dir: &Path, name: &str) -> u64 {
    let database = Connection::open(dir.join("etal.db")).unwrap();
    let query = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: i64 = database.query_row(query, [name], |row| row.get(0)).unwrap();
    u64::try_from(page - 1).unwrap() * 4096
}

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
    counter.mint = etal::domain::ids::Mint::new([1; 32]);
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
    counter.mint = etal::domain::ids::Mint::new([1; 32]);
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
    counter.mint = etal::domain::ids::Mint::new([1; 32]);
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
    assert_eq!(store.day_totals(DAY).unwrap().tickets, 20);
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
    ] {
        database
            .execute_batch(&format!("DROP TABLE {table}"))
            .unwrap();
    }
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
    assert_eq!(store.day_totals(DAY).unwrap().total, cents(0) + total(20));
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
    assert_eq!(store.day_totals(DAY).unwrap().tickets, recorded);
    fs::remove_file(&ballast).unwrap();
    let ticket = store.append(refused, None).unwrap().ticket.unwrap();
    assert_eq!(ticket.0, recorded + 1);
    assert!(store.verify(Depth::Full).unwrap().is_clean());
    store.close().unwrap();
    let (store, opened) = Store::open(&opening(&folder)).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert_eq!(store.day_totals(DAY).unwrap().tickets, recorded + 1);
}

//! What the tests of broken files share: a till with a morning behind it, and a way to compare.

use std::{fmt::Write as _, fs, os::unix::fs::FileExt, path::Path};

use rusqlite::Connection;

use crate::counter::{product, till};

/// A morning's work, with a catalogue entry that fills several pages; answers what all the tables
/// of the journal and its projections say at the end.
pub fn morning(dir: &Path) -> Vec<String> {
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
pub fn told(dir: &Path) -> Vec<String> {
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
                let _ = write!(line, "|{:?}", row.get_ref(column)?);
            }
            Ok(line)
        });
        told.extend(rows.unwrap().map(Result::unwrap));
    }
    told
}

pub fn copy(from: &Path) -> tempfile::TempDir {
    let to = tempfile::tempdir().unwrap();
    for file in fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        if file.file_type().unwrap().is_file() {
            fs::copy(file.path(), to.path().join(file.file_name())).unwrap();
        }
    }
    to
}

pub fn overwrite(file: &Path, at: u64, bytes: &[u8]) {
    let file = fs::OpenOptions::new().write(true).open(file).unwrap();
    file.write_all_at(bytes, at).unwrap();
}

/// Where the table or index begins in the file, by SQLite's own account.
pub fn root(dir: &Path, name: &str) -> u64 {
    let database = Connection::open(dir.join("etal.db")).unwrap();
    let query = "SELECT rootpage FROM sqlite_schema WHERE name = ?1";
    let page: i64 = database.query_row(query, [name], |row| row.get(0)).unwrap();
    u64::try_from(page - 1).unwrap() * 4096
}

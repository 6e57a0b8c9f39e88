//! The database's versions: numbered files, each saying why, each run once in a transaction of its
//! own.

use std::{
    fs::{self, File},
    io,
    path::Path,
};

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{connection::APPLICATION, error::StoreError, folder::refused, replay};

/// The steps from nothing to the present; the number of a step is the version it leads to.
const STEPS: [&str; 7] = [
    include_str!("migrations/0001-journal.sql"),
    include_str!("migrations/0002-projections.sql"),
    include_str!("migrations/0003-beside.sql"),
    include_str!("migrations/0004-whose-money.sql"),
    include_str!("migrations/0005-keeper.sql"),
    include_str!("migrations/0006-stands.sql"),
    include_str!("migrations/0007-days.sql"),
];

/// The version this program writes.
pub(super) const VERSION: i64 = 7;

/// Brings the database to the present version, and its projections with it.
/// An older one is copied into `backups` first.
pub(super) fn run(connection: &mut Connection, backups: Option<&Path>) -> Result<(), StoreError> {
    let found = refuse_newer(connection)?;
    if found == VERSION {
        return Ok(());
    }
    if let Some(backups) = backups.filter(|_| found > 0) {
        keep(connection, backups, found)?;
    }
    let migration = Transaction::new(connection, TransactionBehavior::Immediate)?;
    for (step, version) in STEPS.iter().zip(1i64..) {
        if version > found {
            migration.execute_batch(step)?;
        }
    }
    migration.pragma_update(None, "application_id", APPLICATION)?;
    migration.pragma_update(None, "user_version", VERSION)?;
    if found > 0 {
        replay::all(&migration)?;
    }
    migration.commit()?;
    Ok(())
}

/// Copies the database as it is, whole and on the disk, before anything is changed.
fn keep(connection: &Connection, backups: &Path, version: i64) -> Result<(), StoreError> {
    let copy = backups.join(format!("etal-version-{version}.db"));
    let made_before = || match fs::remove_file(&copy) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    };
    fs::create_dir_all(backups)
        .and_then(|()| made_before())
        .map_err(|error| refused(copy.clone(), &error))?;
    connection.execute("VACUUM INTO ?1", [copy.to_string_lossy()])?;
    File::open(&copy)
        .and_then(|file| file.sync_all())
        .map_err(|error| refused(copy, &error))
}

/// The database's version, unless a later program made it.
pub(super) fn refuse_newer(connection: &Connection) -> Result<i64, StoreError> {
    let found = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(StoreError::Newer {
            found,
            known: VERSION,
        });
    }
    Ok(found)
}

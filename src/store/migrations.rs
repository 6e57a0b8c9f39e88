//! The database's versions: numbered files, each saying why, each run once in a transaction of its
//! own.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::{connection::APPLICATION, error::StoreError, replay};

/// The steps from nothing to the present; the number of a step is the version it leads to.
const STEPS: [&str; 3] = [
    include_str!("migrations/0001-journal.sql"),
    include_str!("migrations/0002-projections.sql"),
    include_str!("migrations/0003-beside.sql"),
];

/// The version this program writes.
pub(super) const VERSION: i64 = 3;

/// Brings the database to the present version, and its projections with it.
pub(super) fn run(connection: &mut Connection) -> Result<(), StoreError> {
    let found = refuse_newer(connection)?;
    if found == VERSION {
        return Ok(());
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

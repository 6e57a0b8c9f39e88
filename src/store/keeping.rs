//! The keeper's PIN beside the journal: its hash, and the wrong ones given since.

use rusqlite::Connection;

use super::{Store, append::write, error::StoreError};
use crate::domain::{
    journal::Proposal,
    keeper::{Kept, Misses},
};

impl Store {
    /// What is kept of the PIN; none if none is set.
    pub fn keeper(&self) -> Result<Option<Kept>, StoreError> {
        Ok(read(self.connection()?)?)
    }

    /// Keeps this from now on, or nothing, and in the same transaction writes down what happened.
    pub fn keep(
        &mut self,
        kept: Option<&Kept>,
        happened: Option<Proposal>,
    ) -> Result<(), StoreError> {
        self.transact(|connection, station, tip| {
            put(connection, kept)?;
            if let Some(happened) = happened {
                write(connection, station, tip, happened)?;
            }
            Ok(())
        })
    }
}

pub(super) fn read(connection: &Connection) -> rusqlite::Result<Option<Kept>> {
    // A database that an older program left, to be rebuilt, has no such table.
    if !connection.table_exists(None, "keeper")? {
        return Ok(None);
    }
    let kept = connection.query_row("SELECT phc, misses, missed_at_ms FROM keeper", [], |row| {
        Ok(Kept {
            phc: row.get(0)?,
            misses: Misses {
                count: row.get(1)?,
                last_ms: row.get(2)?,
            },
        })
    })?;
    Ok(Some(kept).filter(|kept| !kept.phc.is_empty()))
}

pub(super) fn put(connection: &Connection, kept: Option<&Kept>) -> rusqlite::Result<()> {
    let misses = kept.map_or_else(Misses::default, |kept| kept.misses);
    let phc = kept.map_or("", |kept| kept.phc.as_str());
    connection
        .prepare_cached("UPDATE keeper SET phc = ?1, misses = ?2, missed_at_ms = ?3")?
        .execute((phc, misses.count, misses.last_ms))?;
    Ok(())
}

//! A copy of the journal for somebody who may read everything and change nothing: made entry by
//! entry, so that a sale comes between two batches, and so that nothing that lies beside the
//! journal comes along: no contact card, no keeper's PIN, no open basket.

use std::path::Path;

use rusqlite::Connection;

use super::{
    Store,
    connection::{self, Missing},
    entries::{self, Stored, columns, count},
    error::StoreError,
    rebuild::lift_triggers,
    replay,
};
use crate::domain::{journal::Fact, settlement::Place};

/// Entries on their way into a copy.
#[derive(Debug)]
pub struct Batch(Vec<(i64, Stored)>);

impl Batch {
    /// Where the next one begins: the last row; none of an empty one.
    pub fn last(&self) -> Option<i64> {
        self.0.last().map(|it| it.0)
    }

    /// How many entries there are.
    pub fn count(&self) -> u64 {
        u64::try_from(self.0.len()).unwrap_or(u64::MAX)
    }
}

/// A closing of a day, as its bundle is called by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayClosed {
    /// What people call it.
    pub name: String,
    /// Its number.
    pub number: u64,
    /// Its market day.
    pub label: String,
    /// Where it stands.
    pub place: Place,
}

impl Store {
    /// How many entries the journal has, of all tills.
    pub fn rows(&self) -> Result<u64, StoreError> {
        let sql = "SELECT count(*) FROM journal";
        Ok(self.connection()?.query_row(sql, [], |row| count(row, 0))?)
    }

    /// The next entries after a row, in the order in which they were written.
    pub fn batch(&self, after: i64, most: u32) -> Result<Batch, StoreError> {
        let mut statement = self.connection()?.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            ", rowid FROM journal WHERE rowid > ?1 ORDER BY rowid LIMIT ?2"
        ))?;
        let rows =
            statement.query_map((after, most), |row| Ok((row.get(14)?, entries::read(row)?)))?;
        Ok(Batch(rows.collect::<rusqlite::Result<_>>()?))
    }

    /// This till's closings of days, oldest first.
    pub fn days_closed(&self) -> Result<Vec<DayClosed>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(
            "SELECT name, number, label, epoch, seq FROM closing
              WHERE till = ?1 AND level = 'day' ORDER BY epoch, seq",
        )?;
        let rows = statement.query_map([self.till()], |row| {
            Ok(DayClosed {
                name: row.get(0)?,
                number: count(row, 1)?,
                label: row.get(2)?,
                place: Place {
                    epoch: row.get(3)?,
                    seq: count(row, 4)?,
                },
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

/// A copy of the journal in the making.
pub struct InspectorCopy {
    connection: Connection,
    triggers: Vec<String>,
}

impl InspectorCopy {
    /// Begins a copy in a file that is not there yet.
    pub fn make(path: &Path) -> Result<Self, StoreError> {
        let connection = connection::open_unguarded(path, Missing::Make)?;
        connection.execute_batch("BEGIN IMMEDIATE")?;
        // Entries are taken over as they are, one that does not hold too.
        let triggers = lift_triggers(&connection)?;
        Ok(Self {
            connection,
            triggers,
        })
    }

    /// Takes entries in, and what can be added up from them.
    pub fn take(&mut self, batch: &Batch) -> Result<(), StoreError> {
        for (row, stored) in &batch.0 {
            entries::insert(&self.connection, stored, Some(*row))?;
            let heading = &stored.entry.heading;
            // What cannot be read is in the copy all the same, for whoever looks into it.
            if let Ok(fact) = Fact::read(&heading.kind, stored.format, &stored.entry.payload) {
                replay::apply(&self.connection, heading, &fact)?;
            }
        }
        Ok(())
    }

    /// Ends it: one file, which needs no other beside it.
    pub fn finish(self) -> Result<(), StoreError> {
        for trigger in self.triggers {
            self.connection.execute_batch(&trigger)?;
        }
        self.connection.execute_batch("COMMIT")?;
        self.connection
            .pragma_update(None, "journal_mode", "DELETE")?;
        Ok(self.connection.close().map_err(|(_, error)| error)?)
    }
}

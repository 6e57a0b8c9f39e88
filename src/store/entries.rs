//! Entries as rows: the only place that writes into the journal, and the one that reads it back.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::error::StoreError;
use crate::domain::{
    ids::Uid,
    journal::{Entry, Heading},
    time::Moment,
};

/// The columns that [`read`] wants, for a statement.
macro_rules! columns {
    () => {
        "till, epoch, seq, uid, kind, format, at_utc_ms, offset_min, business_day, operator,
         payload, prev, hash, sig"
    };
}
pub(super) use columns;

/// An entry and the format it says it has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stored {
    /// The entry.
    pub entry: Entry,
    /// The version of its bytes.
    pub format: u32,
}

/// Adds the next link; a rebuild gives it the number its row had.
pub(super) fn insert(
    connection: &Connection,
    stored: &Stored,
    rowid: Option<i64>,
) -> rusqlite::Result<()> {
    let (entry, heading) = (&stored.entry, &stored.entry.heading);
    connection
        .prepare_cached(concat!(
            "INSERT INTO journal (rowid, ",
            columns!(),
            ") VALUES (:rowid, :till, :epoch, :seq, :uid, :kind, :format, :at, :offset, :day,
               :operator, :payload, :prev, :hash, :sig)"
        ))?
        .execute(named_params! {
            ":rowid": rowid,
            ":till": heading.till,
            ":epoch": heading.epoch,
            ":seq": sql(heading.seq),
            ":uid": heading.uid.0,
            ":kind": heading.kind,
            ":format": stored.format,
            ":at": heading.at.utc_ms,
            ":offset": heading.at.offset_min,
            ":day": heading.business_day,
            ":operator": heading.operator,
            ":payload": entry.payload,
            ":prev": entry.prev,
            ":hash": entry.hash,
            ":sig": entry.sig,
        })?;
    Ok(())
}

/// Reads a row that has the [`columns`].
pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Stored> {
    Ok(Stored {
        entry: Entry {
            heading: Heading {
                till: row.get(0)?,
                epoch: row.get(1)?,
                seq: count(row, 2)?,
                uid: Uid(row.get(3)?),
                kind: row.get(4)?,
                at: Moment {
                    utc_ms: row.get(6)?,
                    offset_min: row.get(7)?,
                },
                business_day: row.get(8)?,
                operator: row.get(9)?,
            },
            payload: row.get(10)?,
            prev: row.get(11)?,
            hash: row.get(12)?,
            sig: row.get(13)?,
        },
        format: row.get(5)?,
    })
}

/// The entry at a place.
pub(super) fn at(
    connection: &Connection,
    till: &str,
    epoch: u32,
    seq: u64,
) -> Result<Option<Stored>, StoreError> {
    let stored = connection
        .prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE till = ?1 AND epoch = ?2 AND seq = ?3"
        ))?
        .query_row((till, epoch, sql(seq)), read)
        .optional()?;
    Ok(stored)
}

/// The entry of this name in an epoch.
pub(super) fn named(
    connection: &Connection,
    till: &str,
    epoch: u32,
    uid: Uid,
) -> Result<Option<Stored>, StoreError> {
    let stored = connection
        .prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE till = ?1 AND epoch = ?2 AND uid = ?3"
        ))?
        .query_row((till, epoch, uid.0), read)
        .optional()?;
    Ok(stored)
}

/// The entries of a kind other than tickets of a market day, of all tills, in the order in which
/// they came.
pub(super) fn apart(
    connection: &Connection,
    kind: &str,
    day: &str,
) -> Result<Vec<Stored>, StoreError> {
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM journal
          WHERE business_day = ?1 AND kind = ?2 AND kind <> 'ticket'
          ORDER BY rowid"
    ))?;
    let rows = statement.query_map([day, kind], read)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The last entry of a till.
pub(super) fn last(connection: &Connection, till: &str) -> Result<Option<Stored>, StoreError> {
    let stored = connection
        .query_row(
            concat!(
                "SELECT ",
                columns!(),
                " FROM journal WHERE till = ?1 ORDER BY epoch DESC, seq DESC LIMIT 1"
            ),
            [till],
            read,
        )
        .optional()?;
    Ok(stored)
}

/// The till whose database this is: it wrote the first entry.
pub(super) fn own_till(connection: &Connection) -> Result<Option<String>, StoreError> {
    let till = connection
        .query_row(
            "SELECT till FROM journal ORDER BY rowid LIMIT 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(till)
}

/// A place or a number as SQLite keeps it.
pub(super) fn sql(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A column that is never negative.
pub(super) fn count(row: &Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let number: i64 = row.get(column)?;
    u64::try_from(number).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, number))
}

//! Recorded tickets, as lists and one by one.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    Store,
    entries::{self, Stored, count, sql},
    error::StoreError,
};
use crate::domain::{
    journal::Fact,
    money::Money,
    receipt::code::{self, Coded},
    ticket::{Past, Ticket},
    time::Moment,
    views::{TicketDetail, TicketRow},
};

/// The columns that [`row`] wants.
const COLUMNS: &str =
    "seq, number, name, at_utc_ms, offset_min, total_cents, means, reverses, reversed_by";

impl Store {
    /// The tickets that this till made on a market day, `YYYY-MM-DD`, newest first.
    pub fn tickets(&self, day: &str) -> Result<Vec<TicketRow>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM ticket WHERE day = ?1 AND till = ?2
              ORDER BY epoch DESC, seq DESC"
        ))?;
        let rows = statement.query_map([day, self.till()], row)?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The ticket at a place in this till's journal.
    pub fn ticket(&self, epoch: u32, seq: u64) -> Result<Option<TicketDetail>, StoreError> {
        let marks = self
            .connection()?
            .prepare_cached(
                "SELECT printed, reversed_by FROM ticket
                  WHERE till = ?1 AND epoch = ?2 AND seq = ?3",
            )?
            .query_row((self.till(), epoch, sql(seq)), |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()?;
        let Some((copies, reversed_by)) = marks else {
            return Ok(None);
        };
        let Some(stored) = entries::at(self.connection()?, self.till(), epoch, seq)? else {
            return Ok(None);
        };
        let entry = stored.entry;
        match Fact::read(&entry.heading.kind, stored.format, &entry.payload)? {
            Fact::Ticket(ticket) => Ok(Some(TicketDetail {
                extract: entry.extract(),
                till: entry.heading.till,
                epoch: entry.heading.epoch,
                seq: entry.heading.seq,
                at: entry.heading.at,
                operator: entry.heading.operator,
                ticket: *ticket,
                copies,
                reversed_by,
            })),
            _ => Ok(None),
        }
    }

    /// The ticket that people call so (`A-42`), in either case of its letters; by its number alone,
    /// the newest of this till; by the digits that its receipt has for scanners.
    pub fn ticket_named(&self, name: &str) -> Result<Option<TicketDetail>, StoreError> {
        if let Some(coded) = code::read(name) {
            return self.ticket_coded(coded);
        }
        let number = name.rsplit('-').next().and_then(|text| text.parse().ok());
        let Some(number): Option<u64> = number else {
            return Ok(None);
        };
        // A ticket's place is never before its number: no need to look at those before it.
        let place = self
            .connection()?
            .prepare_cached(
                "SELECT epoch, seq FROM ticket
                  WHERE till = ?1 AND seq >= ?2 AND number = ?2 AND
                        (name = ?3 COLLATE NOCASE OR CAST(number AS TEXT) = ?3)
                  ORDER BY epoch DESC LIMIT 1",
            )?
            .query_row((self.till(), sql(number), name.trim()), |row| {
                Ok((row.get(0)?, count(row, 1)?))
            })
            .optional()?;
        place.map_or(Ok(None), |(epoch, seq)| self.ticket(epoch, seq))
    }

    /// The ticket of a receipt's digits, in whichever epoch of this till.
    fn ticket_coded(&self, coded: Coded) -> Result<Option<TicketDetail>, StoreError> {
        for epoch in (1..=self.station.epoch).rev() {
            if code::life(self.till(), epoch) != coded.life {
                continue;
            }
            let place = self
                .connection()?
                .prepare_cached(
                    "SELECT seq FROM ticket
                      WHERE till = ?1 AND epoch = ?2 AND seq >= ?3 AND number = ?3",
                )?
                .query_row((self.till(), epoch, sql(coded.number)), |row| count(row, 0))
                .optional()?;
            if let Some(seq) = place {
                return self.ticket(epoch, seq);
            }
        }
        Ok(None)
    }

    /// The ticket recorded last on this till.
    pub fn last_ticket(&self) -> Result<Option<TicketDetail>, StoreError> {
        let place = self
            .connection()?
            .prepare_cached(
                "SELECT epoch, seq FROM ticket WHERE till = ?1
                  ORDER BY epoch DESC, seq DESC LIMIT 1",
            )?
            .query_row([self.till()], |row| Ok((row.get(0)?, count(row, 1)?)))
            .optional()?;
        place.map_or(Ok(None), |(epoch, seq)| self.ticket(epoch, seq))
    }
}

/// Whether a ticket, of whichever till, was taken back whole; none if it is not there.
pub(super) fn is_reversed(
    connection: &Connection,
    past: &Past,
) -> Result<Option<bool>, StoreError> {
    let reversed = connection
        .prepare_cached(
            "SELECT reversed_by IS NOT NULL FROM ticket
              WHERE till = ?1 AND epoch = ?2 AND seq = ?3",
        )?
        .query_row((&past.till, past.epoch, sql(past.seq)), |row| row.get(0))
        .optional()?;
    Ok(reversed)
}

/// The ticket that an entry says, if it says one.
pub(super) fn of_entry(stored: &Stored) -> Result<Option<Box<Ticket>>, StoreError> {
    let entry = &stored.entry;
    match Fact::read(&entry.heading.kind, stored.format, &entry.payload)? {
        Fact::Ticket(ticket) => Ok(Some(ticket)),
        _ => Ok(None),
    }
}

fn row(row: &Row<'_>) -> rusqlite::Result<TicketRow> {
    let means = serde_json::from_str(row.get_ref(6)?.as_str()?).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(6, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(TicketRow {
        seq: count(row, 0)?,
        number: count(row, 1)?,
        name: row.get(2)?,
        at: Moment {
            utc_ms: row.get(3)?,
            offset_min: row.get(4)?,
        },
        total: money(row.get(5)?, 5)?,
        means,
        reverses: row.get(7)?,
        reversed_by: row.get(8)?,
    })
}

pub(super) fn money(cents: i64, column: usize) -> rusqlite::Result<Money> {
    Money::try_from(cents).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, cents))
}

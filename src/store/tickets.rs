//! Recorded tickets, as lists and one by one, and what a day brought.

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use super::{
    Store,
    entries::{self, Stored, count, sql},
    error::StoreError,
};
use crate::domain::{
    ids::Id,
    journal::Fact,
    label::Label,
    money::Money,
    ticket::{Past, Ticket},
    time::Moment,
    views::{TicketDetail, TicketRow},
};

/// What a market day brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayTotals {
    /// How many tickets, those that take others back among them.
    pub tickets: u64,
    /// What was paid in all.
    pub total: Money,
    /// Per means of payment, by id and name.
    pub tenders: Vec<TenderTotal>,
}

/// What one means of payment brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenderTotal {
    /// The means.
    pub tender: Id,
    /// Its name, if the stall gave it one.
    pub name: Option<Label>,
    /// What came in, less change and what was paid out.
    pub total: Money,
    /// How many payments, change not among them.
    pub payments: u64,
}

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
    /// the newest of this till.
    pub fn ticket_named(&self, name: &str) -> Result<Option<TicketDetail>, StoreError> {
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

    /// What a market day, `YYYY-MM-DD`, brought on this till.
    pub fn day_totals(&self, day: &str) -> Result<DayTotals, StoreError> {
        let connection = self.connection()?;
        let (tickets, cents) = connection
            .prepare_cached(
                "SELECT count(*), coalesce(sum(total_cents), 0) FROM ticket
                  WHERE day = ?1 AND till = ?2",
            )?
            .query_row([day, self.till()], |row| Ok((count(row, 0)?, row.get(1)?)))?;
        let mut statement = connection.prepare_cached(
            "SELECT tender, name, cents, payments FROM tender_day WHERE day = :day AND till = :till
              ORDER BY tender, name",
        )?;
        let rows =
            statement.query_map(named_params! { ":day": day, ":till": self.till() }, |row| {
                Ok(TenderTotal {
                    tender: Id::known(row.get_ref(0)?.as_str()?),
                    name: Label::new(row.get_ref(1)?.as_str()?),
                    total: money(row.get(2)?, 2)?,
                    payments: count(row, 3)?,
                })
            })?;
        Ok(DayTotals {
            tickets,
            total: money(cents, 1)?,
            tenders: rows.collect::<rusqlite::Result<_>>()?,
        })
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
    Money::from_cents(cents).ok_or(rusqlite::Error::IntegralValueOutOfRange(column, cents))
}

//! Lines of recorded tickets, followed to what stands in their place now.

use rusqlite::{Connection, OptionalExtension};

use super::{
    entries::{self, count, sql},
    error::StoreError,
};
use crate::domain::{
    journal::Fact,
    quantity::Quantity,
    ticket::{Past, PastLine, Ticket, TicketLine},
    time::Moment,
};

/// A ticket of the journal and when it was paid.
pub(super) struct Recorded {
    /// When.
    pub at: Moment,
    /// The ticket.
    pub ticket: Ticket,
}

/// The ticket at a place, of whichever till.
pub(super) fn ticket_at(
    connection: &Connection,
    past: &Past,
) -> Result<Option<Recorded>, StoreError> {
    let Some(stored) = entries::at(connection, &past.till, past.epoch, past.seq)? else {
        return Ok(None);
    };
    let heading = &stored.entry.heading;
    if heading.kind != "ticket" {
        return Ok(None);
    }
    match Fact::read(&heading.kind, stored.format, &stored.entry.payload)? {
        Fact::Ticket(ticket) => Ok(Some(Recorded {
            at: heading.at,
            ticket: *ticket,
        })),
        _ => Ok(None),
    }
}

/// A line of the journal.
pub(super) fn line_at(
    connection: &Connection,
    place: &PastLine,
) -> Result<Option<TicketLine>, StoreError> {
    let recorded = ticket_at(connection, &place.ticket)?;
    let at = usize::try_from(place.line).unwrap_or(usize::MAX);
    Ok(recorded.and_then(|it| it.ticket.lines.into_iter().nth(at)))
}

/// How much of a line later tickets took back: positive, where the line sold something.
pub(super) fn taken_back(
    connection: &Connection,
    place: &PastLine,
) -> Result<Quantity, StoreError> {
    let thousandths = connection
        .prepare_cached(
            "SELECT coalesce(sum(thou), 0) FROM later
              WHERE till = ?1 AND epoch = ?2 AND seq = ?3 AND line = ?4 AND how = 'back'",
        )?
        .query_row(key(place), |row| row.get(0))?;
    Ok(Quantity::from_thousandths(thousandths))
}

/// The line that a later ticket put in this one's place.
fn successor(connection: &Connection, place: &PastLine) -> Result<Option<PastLine>, StoreError> {
    let next = connection
        .prepare_cached(
            "SELECT by_till, by_epoch, by_seq, by_line FROM later
              WHERE till = ?1 AND epoch = ?2 AND seq = ?3 AND line = ?4 AND how = 'stands'
              ORDER BY by_till, by_epoch, by_seq, by_line LIMIT 1",
        )?
        .query_row(key(place), |row| {
            Ok(PastLine {
                ticket: Past {
                    till: row.get(0)?,
                    epoch: row.get(1)?,
                    seq: count(row, 2)?,
                    name: String::new(),
                },
                line: row.get(3)?,
            })
        })
        .optional()?;
    Ok(next)
}

/// Where the line that stands for this one now is; none if it is this one itself.
pub(super) fn standing(
    connection: &Connection,
    place: &PastLine,
) -> Result<Option<PastLine>, StoreError> {
    let mut found = None;
    let mut here = place.clone();
    // A line is only ever replaced by a later one; a foreign journal that says otherwise ends here.
    for _ in 0..MOST_TIMES {
        let Some(next) = successor(connection, &here)? else {
            break;
        };
        here = next.clone();
        found = Some(next);
    }
    Ok(found)
}

/// More often than anybody puts a line right.
const MOST_TIMES: u32 = 1_000;

fn key(place: &PastLine) -> (&str, u32, i64, u32) {
    let past = &place.ticket;
    (&past.till, past.epoch, sql(past.seq), place.line)
}

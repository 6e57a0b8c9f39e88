//! Tickets of the past as they stand now: what was taken back of each line, which line stands in
//! its place, and by what they are paid after corrections.

use rusqlite::{Connection, params_from_iter};

use crate::{
    domain::{
        asking::{PastTicket, SoldLine},
        correct,
        ids::Id,
        money::Money,
        quantity::Quantity,
        ticket::{Past, PastLine, Payment, Ticket, TicketLine},
        time::Moment,
    },
    store::{
        Store,
        entries::{self, columns, count, sql},
        error::StoreError,
        ledger, lines,
        tickets::of_entry,
    },
};

impl Store {
    /// The ticket of this name, as it stands now.
    pub(super) fn past(&self, name: &str) -> Result<Option<PastTicket>, StoreError> {
        let Some(detail) = self.ticket_named(name)? else {
            return Ok(None);
        };
        let connection = self.connection()?;
        let past = Past {
            till: detail.till.clone(),
            epoch: detail.epoch,
            seq: detail.seq,
            name: detail.ticket.name.clone(),
        };
        let lines = detail.ticket.lines.iter().zip(0..);
        let lines = lines
            .map(|(line, at)| {
                let place = PastLine {
                    ticket: past.clone(),
                    line: at,
                };
                stands(connection, detail.at, place, line)
            })
            .collect::<Result<_, _>>()?;
        Ok(Some(PastTicket {
            lines,
            paid_by: paid(connection, &past, &detail.ticket)?,
            detail,
        }))
    }

    /// The lines that sold an article between two days, as they stand now, oldest first; what
    /// came back whole is not among them.
    pub(super) fn sold(
        &self,
        product: &Id,
        from: &str,
        to: &str,
    ) -> Result<Vec<SoldLine>, StoreError> {
        let connection = self.connection()?;
        // The tickets of the days are read; those without the article are not taken apart.
        let said = format!("\"product\":\"{product}\"");
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM (SELECT till, epoch, seq FROM ticket WHERE day BETWEEN ?1 AND ?2)
              CROSS JOIN journal USING (till, epoch, seq)
              WHERE instr(payload, ?3) > 0 ORDER BY journal.rowid"
        ))?;
        let mut rows = statement.query(params_from_iter([from, to, said.as_str()]))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let stored = entries::read(row)?;
            let heading = &stored.entry.heading;
            let Some(ticket) = of_entry(&stored)? else {
                continue;
            };
            for (line, at) in ticket.lines.iter().zip(0..) {
                let sells = line.product.as_ref() == Some(product)
                    && line.takes_back.is_none()
                    && line.stands_for.is_none()
                    && line.quantity > Quantity::ZERO;
                if sells {
                    let place = PastLine {
                        ticket: Past {
                            till: heading.till.clone(),
                            epoch: heading.epoch,
                            seq: heading.seq,
                            name: ticket.name.clone(),
                        },
                        line: at,
                    };
                    let line = stands(connection, heading.at, place, line)?;
                    if line.before < line.line.quantity {
                        found.push(line);
                    }
                }
            }
        }
        Ok(found)
    }

    /// Lines under shared quick keys whose amount is still nobody's, wholly or in part.
    pub(super) fn unattributed(&self) -> Result<Vec<SoldLine>, StoreError> {
        let connection = self.connection()?;
        let mut statement = connection.prepare_cached(
            "SELECT id FROM held WHERE owner = 'unattributed' GROUP BY id HAVING sum(cents) <> 0",
        )?;
        let ids = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<rusqlite::Result<Vec<_>>>()?;
        let mut found = Vec::with_capacity(ids.len());
        for mut place in ids.iter().filter_map(|it| ledger::place_of(it)) {
            let Some(recorded) = lines::ticket_at(connection, &place.ticket)? else {
                continue;
            };
            place.ticket.name.clone_from(&recorded.ticket.name);
            let at = usize::try_from(place.line).unwrap_or(usize::MAX);
            if let Some(line) = recorded.ticket.lines.into_iter().nth(at) {
                found.push(SoldLine {
                    before: lines::taken_back(connection, &place)?,
                    place,
                    at: recorded.at,
                    line,
                });
            }
        }
        found.sort_by_key(|it| (it.at.utc_ms, it.place.ticket.seq, it.place.line));
        Ok(found)
    }
}

/// A line as it stands now.
fn stands(
    connection: &Connection,
    at: Moment,
    place: PastLine,
    line: &TicketLine,
) -> Result<SoldLine, StoreError> {
    let (place, line) = match lines::standing(connection, &place)? {
        None => (place, line.clone()),
        Some(mut now) => match lines::ticket_at(connection, &now.ticket)? {
            None => (place, line.clone()),
            Some(later) => {
                now.ticket.name.clone_from(&later.ticket.name);
                let at = usize::try_from(now.line).unwrap_or(usize::MAX);
                match later.ticket.lines.into_iter().nth(at) {
                    None => (place, line.clone()),
                    Some(line) => (now, line),
                }
            }
        },
    };
    Ok(SoldLine {
        before: lines::taken_back(connection, &place)?,
        place,
        at,
        line,
    })
}

/// By what a ticket is paid after corrections, refunds and exchanges: a row per means and what it
/// is of, change taken off.
fn paid(connection: &Connection, past: &Past, ticket: &Ticket) -> Result<Vec<Payment>, StoreError> {
    let mut rows = Vec::new();
    correct::add_payments(&mut rows, &ticket.payments);
    let mut places = vec![past.clone()];
    let mut at = 0;
    // A correction may itself be corrected, or taken back.
    while let Some(past) = places.get(at).cloned() {
        at += 1;
        for how in ["corrects", "reverses"] {
            for next in later(connection, &past, how)? {
                if places.contains(&next) {
                    continue;
                }
                if let Some(found) = lines::ticket_at(connection, &next)? {
                    correct::add_payments(&mut rows, &found.ticket.payments);
                }
                places.push(next);
            }
        }
    }
    for refund in refunds(connection, &places)? {
        let Some(found) = lines::ticket_at(connection, &refund)? else {
            continue;
        };
        let payments = &found.ticket.payments;
        let is_back = |line: &&TicketLine| {
            let back = line.takes_back.as_ref();
            back.is_some_and(|it| places.iter().any(|past| is_at(past, &it.ticket)))
        };
        let back = found.ticket.lines.iter().filter(is_back);
        if back.clone().count() == found.ticket.lines.len() {
            correct::add_payments(&mut rows, payments);
        } else {
            let worth: Money = back.map(|it| -it.paid).sum();
            correct::take_exchanged(&mut rows, worth, payments);
        }
    }
    rows.retain(|it| it.cents != Money::ZERO);
    Ok(rows)
}

fn is_at(one: &Past, other: &Past) -> bool {
    (&one.till, one.epoch, one.seq) == (&other.till, other.epoch, other.seq)
}

/// The tickets that took lines of a ticket, or of what corrects it, back to the customer, in the
/// order in which they were written.
fn refunds(connection: &Connection, places: &[Past]) -> Result<Vec<Past>, StoreError> {
    let mut found: Vec<Past> = Vec::new();
    for of in places {
        let mut statement = connection.prepare_cached(
            "SELECT DISTINCT by_till, by_epoch, by_seq FROM later
              WHERE till = ?1 AND epoch = ?2 AND seq = ?3 AND line >= 0 AND how = 'back'
              ORDER BY by_till, by_epoch, by_seq",
        )?;
        let rows = statement.query_map((&of.till, of.epoch, sql(of.seq)), |row| {
            Ok(Past {
                till: row.get(0)?,
                epoch: row.get(1)?,
                seq: count(row, 2)?,
                name: String::new(),
            })
        })?;
        for row in rows {
            let by = row?;
            if !found.iter().chain(places).any(|it| is_at(it, &by)) {
                found.push(by);
            }
        }
    }
    found.sort_by(|one, other| {
        (&one.till, one.epoch, one.seq).cmp(&(&other.till, other.epoch, other.seq))
    });
    Ok(found)
}

/// The tickets that did something to a whole ticket.
fn later(connection: &Connection, past: &Past, how: &str) -> Result<Vec<Past>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT by_till, by_epoch, by_seq FROM later
              WHERE till = ?1 AND epoch = ?2 AND seq = ?3 AND line = -1 AND how = ?4",
        )?
        .query_map((&past.till, past.epoch, sql(past.seq), how), |row| {
            Ok(Past {
                till: row.get(0)?,
                epoch: row.get(1)?,
                seq: count(row, 2)?,
                name: String::new(),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

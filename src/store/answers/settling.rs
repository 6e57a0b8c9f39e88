//! Producers: what each is owed by this till, and what a settlement would say.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, Row, named_params};

use crate::{
    domain::{
        asking::{OwedRow, SettlementRow},
        catalogue::{OWN_PRODUCER, Producer},
        ids::Id,
        journal::{Fact, Heading},
        money::Money,
        quantity::Quantity,
        seller::Seller,
        settlement::{Place, Settlement, Takings},
        ticket::{Past, TicketLine},
        time::Moment,
    },
    store::{
        Store,
        entries::{self, count, sql},
        error::StoreError,
        lines,
        reading::object,
        tickets::money,
    },
};

/// Where a producer's last settlement ended.
pub(in crate::store) struct Last {
    /// The last entry it covered.
    pub up_to: Place,
    /// What it carried over.
    pub carried: Money,
    /// When it was.
    pub at: Moment,
}

/// What a settlement covers: after the first place, up to the second, included.
type Range = (Option<Place>, Place);

impl Store {
    /// What each producer but the stall itself has taken since her last settlement, and what that
    /// one carried over; those with neither are left out.
    pub(super) fn owed(&self) -> Result<Vec<OwedRow>, StoreError> {
        let connection = self.connection()?;
        let mut owed = Vec::new();
        let mut producer = String::new();
        loop {
            let next: Option<String> = connection
                .prepare_cached("SELECT min(id) FROM held WHERE owner = 'producer' AND id > ?1")?
                .query_row([&producer], |row| row.get(0))?;
            let Some(next) = next else {
                return Ok(owed);
            };
            producer = next;
            if producer == OWN_PRODUCER {
                continue;
            }
            let id = Id::known(&producer);
            let last = last(connection, self.till(), &id)?;
            let range = (last.as_ref().map(|it| it.up_to), self.end());
            let row = OwedRow {
                share: share(connection, self.till(), &id, range)?,
                brought: last.as_ref().map_or(Money::ZERO, |it| it.carried),
                last: last.map(|it| it.at),
                producer: id,
            };
            if row.share != Money::ZERO || row.brought != Money::ZERO || row.last.is_some() {
                owed.push(row);
            }
        }
    }

    /// What a settlement would say, still without payment; none if nobody knows the producer or
    /// the ticket, or if it was settled before.
    pub(super) fn settling(
        &self,
        producer: &Id,
        up_to: Option<&str>,
        day: &str,
    ) -> Result<Option<Settlement>, StoreError> {
        let connection = self.connection()?;
        let Some(known) = producer_of(connection, producer)? else {
            return Ok(None);
        };
        let last = last(connection, self.till(), producer)?;
        let after = last.as_ref().map(|it| it.up_to);
        let up_to = match up_to {
            None => Some(self.end()),
            Some(name) => {
                let place = self.ticket_named(name)?.map(|it| Place {
                    epoch: it.epoch,
                    seq: it.seq,
                });
                place.filter(|it| after.is_none_or(|after| *it > after))
            }
        };
        let Some(up_to) = up_to else {
            return Ok(None);
        };
        let tickets = tickets(connection, self.till(), producer, (after, up_to))?;
        let mut lines: Vec<TicketLine> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let mut days: BTreeSet<String> = BTreeSet::new();
        for (past, day) in tickets {
            let Some(recorded) = lines::ticket_at(connection, &past)? else {
                continue;
            };
            if recorded.ticket.lines.iter().any(|it| sells(it, producer)) {
                days.insert(day);
            }
            names.push(recorded.ticket.name);
            lines.extend(recorded.ticket.lines);
        }
        let mut flat = Money::ZERO;
        for day in days {
            if !charged(connection, self.till(), producer, (after, &day))? {
                flat += known.flat;
            }
        }
        Ok(Some(Settlement::draft(
            Seller::of(&known, day),
            after,
            up_to,
            names.first().cloned().zip(names.last().cloned()),
            Takings::of(producer, &lines),
            flat,
            last.map_or(Money::ZERO, |it| it.carried),
        )))
    }

    /// This till's settlements of a market day, newest first.
    pub(super) fn settlements(&self, day: &str) -> Result<Vec<SettlementRow>, StoreError> {
        let mut rows = Vec::new();
        for stored in entries::apart(self.connection()?, "settlement", day)? {
            let heading = &stored.entry.heading;
            if heading.till != self.till() {
                continue;
            }
            let fact = Fact::read(&heading.kind, stored.format, &stored.entry.payload)?;
            if let Fact::Settlement(settlement) = fact {
                rows.push(SettlementRow {
                    at: heading.at,
                    operator: heading.operator.clone(),
                    till: heading.till.clone(),
                    seq: heading.seq,
                    extract: stored.entry.extract(),
                    settlement: *settlement,
                });
            }
        }
        rows.reverse();
        Ok(rows)
    }

    /// The last place taken in this till's journal.
    const fn end(&self) -> Place {
        Place {
            epoch: self.station.epoch,
            seq: self.tip.seq,
        }
    }
}

/// Whether a line sold something of hers, on the day of its ticket.
fn sells(line: &TicketLine, producer: &Id) -> bool {
    line.quantity > Quantity::ZERO
        && line.takes_back.is_none()
        && line.stands_for.is_none()
        && !Takings::of(producer, [line]).is_empty()
}

/// A producer's last settlement on this till.
pub(in crate::store) fn last(
    connection: &Connection,
    till: &str,
    producer: &Id,
) -> Result<Option<Last>, StoreError> {
    let last = connection
        .prepare_cached(
            "SELECT up_epoch, up_seq, carried_cents, at_utc_ms, offset_min
               FROM settlement JOIN journal USING (till, epoch, seq)
              WHERE producer = ?1 AND till = ?2 ORDER BY epoch DESC, seq DESC LIMIT 1",
        )?
        .query_row((producer.as_str(), till), |row| {
            Ok(Last {
                up_to: place(row)?,
                carried: money(row.get(2)?, 2)?,
                at: Moment {
                    utc_ms: row.get(3)?,
                    offset_min: row.get(4)?,
                },
            })
        })
        .optional()?;
    Ok(last)
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        epoch: row.get(0)?,
        seq: count(row, 1)?,
    })
}

/// The last settlement number given in the epoch of this entry.
pub(in crate::store) fn last_number(
    connection: &Connection,
    heading: &Heading,
) -> Result<u64, StoreError> {
    let number = connection
        .prepare_cached(
            "SELECT coalesce(max(number), 0) FROM settlement WHERE till = ?1 AND epoch = ?2",
        )?
        .query_row((&heading.till, heading.epoch), |row| count(row, 0))?;
    Ok(number)
}

/// A producer's shares of the tickets in a range.
pub(in crate::store) fn share(
    connection: &Connection,
    till: &str,
    producer: &Id,
    (after, up_to): Range,
) -> Result<Money, StoreError> {
    let after = after.unwrap_or(Place { epoch: 0, seq: 0 });
    let cents = connection
        .prepare_cached(
            "SELECT coalesce(sum(cents), 0) FROM held
              WHERE owner = 'producer' AND id = :id AND till = :till
                AND (epoch, seq) > (:after_epoch, :after_seq) AND (epoch, seq) <= (:epoch, :seq)
                AND NOT EXISTS (SELECT 1 FROM settlement AS it WHERE it.producer = held.id
                     AND it.till = held.till AND it.epoch = held.epoch AND it.seq = held.seq)",
        )?
        .query_row(
            named_params! {
                ":id": producer.as_str(), ":till": till,
                ":after_epoch": after.epoch, ":after_seq": sql(after.seq),
                ":epoch": up_to.epoch, ":seq": sql(up_to.seq),
            },
            |row| money(row.get(0)?, 0),
        )?;
    Ok(cents)
}

/// The tickets in a range with something of hers, and their market days, oldest first.
fn tickets(
    connection: &Connection,
    till: &str,
    producer: &Id,
    (after, up_to): Range,
) -> Result<Vec<(Past, String)>, StoreError> {
    let after = after.unwrap_or(Place { epoch: 0, seq: 0 });
    let found = connection
        .prepare_cached(
            "SELECT ticket.epoch, ticket.seq, ticket.name, ticket.day
               FROM held JOIN ticket USING (till, epoch, seq)
              WHERE owner = 'producer' AND held.id = :id AND till = :till
                AND (epoch, seq) > (:after_epoch, :after_seq) AND (epoch, seq) <= (:epoch, :seq)
              ORDER BY epoch, seq",
        )?
        .query_map(
            named_params! {
                ":id": producer.as_str(), ":till": till,
                ":after_epoch": after.epoch, ":after_seq": sql(after.seq),
                ":epoch": up_to.epoch, ":seq": sql(up_to.seq),
            },
            |row| {
                let place = place(row)?;
                let past = Past {
                    till: till.to_owned(),
                    epoch: place.epoch,
                    seq: place.seq,
                    name: row.get(2)?,
                };
                Ok((past, row.get(3)?))
            },
        )?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// Whether an earlier settlement covered sales of hers on this market day: its flat share was taken
/// then.
fn charged(
    connection: &Connection,
    till: &str,
    producer: &Id,
    (after, day): (Option<Place>, &str),
) -> Result<bool, StoreError> {
    let Some(after) = after else {
        return Ok(false);
    };
    let mut statement = connection.prepare_cached(
        "SELECT epoch, seq FROM ticket CROSS JOIN held USING (till, epoch, seq)
          WHERE ticket.day = ?1 AND till = ?2 AND owner = 'producer' AND held.id = ?3
            AND (epoch, seq) <= (?4, ?5)",
    )?;
    let key = (day, till, producer.as_str(), after.epoch, sql(after.seq));
    let mut rows = statement.query(key)?;
    while let Some(row) = rows.next()? {
        let place = place(row)?;
        let past = Past {
            till: till.to_owned(),
            epoch: place.epoch,
            seq: place.seq,
            name: String::new(),
        };
        let lines = lines::ticket_at(connection, &past)?.map(|it| it.ticket.lines);
        if lines.iter().flatten().any(|it| sells(it, producer)) {
            return Ok(true);
        }
    }
    Ok(false)
}

fn producer_of(connection: &Connection, id: &Id) -> Result<Option<Producer>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM producer WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    content.map(|it| object(&it, "producer")).transpose()
}

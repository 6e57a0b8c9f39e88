//! What was closed: the places of closings, and how far their envelopes came.

use rusqlite::{Connection, OptionalExtension};

use super::{
    Store, answers,
    entries::{self, count, sql},
    error::StoreError,
};
use crate::domain::{
    closing::{Closing, ClosingSeen, EnvelopeState, Level},
    day::{Cash, CashWay},
    figures::{Fold, Folded},
    ids::hex,
    journal::{Fact, Heading},
    settlement::Place,
};

/// Notes a closing.
pub(super) fn closing(
    connection: &Connection,
    heading: &Heading,
    closing: &Closing,
) -> Result<(), StoreError> {
    let leaves = closing.decided.as_ref().and_then(|it| it.envelope.as_ref());
    connection
        .prepare_cached(
            "INSERT INTO closing (till, epoch, seq, level, number, name, label, envelope)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            &heading.till,
            heading.epoch,
            sql(heading.seq),
            closing.level.id(),
            sql(closing.number),
            &closing.name,
            &closing.label,
            if leaves.is_some() { "away" } else { "none" },
        ))?;
    Ok(())
}

/// An envelope came one step further.
pub(super) fn carried(
    connection: &Connection,
    heading: &Heading,
    cash: &Cash,
) -> Result<(), StoreError> {
    let (state, Some(envelope)) = (
        match cash.way {
            CashWay::Received => "received",
            CashWay::Banked => "banked",
            CashWay::Float
            | CashWay::In
            | CashWay::Out
            | CashWay::Drop
            | CashWay::PaidOut
            | CashWay::Correction => return Ok(()),
        },
        &cash.envelope,
    ) else {
        return Ok(());
    };
    connection
        .prepare_cached(
            "UPDATE closing SET envelope = ?3
              WHERE till = ?1 AND name = ?2 AND envelope IN ('away', 'received')",
        )?
        .execute((&heading.till, envelope, state))?;
    Ok(())
}

/// The last closing of a level, by a till.
pub(super) fn last(
    connection: &Connection,
    till: &str,
    level: Level,
) -> Result<Option<ClosingSeen>, StoreError> {
    Ok(newest(connection, till, Some(level), 1)?.pop())
}

/// Closings of a level, or of all, newest first.
pub(super) fn newest(
    connection: &Connection,
    till: &str,
    level: Option<Level>,
    most: u32,
) -> Result<Vec<ClosingSeen>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT epoch, seq, envelope FROM closing WHERE till = ?1 AND (?2 = '' OR level = ?2)
          ORDER BY epoch DESC, seq DESC LIMIT ?3",
    )?;
    let mut rows = statement.query((till, level.map_or("", Level::id), most))?;
    let mut seen = Vec::new();
    while let Some(row) = rows.next()? {
        let place = Place {
            epoch: row.get(0)?,
            seq: count(row, 1)?,
        };
        let envelope: String = row.get(2)?;
        seen.extend(at(connection, till, place, &envelope)?);
    }
    Ok(seen)
}

/// The closing of this name.
pub(super) fn named(
    connection: &Connection,
    till: &str,
    name: &str,
) -> Result<Option<ClosingSeen>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT epoch, seq, envelope FROM closing
              WHERE till = ?1 AND name = ?2 COLLATE NOCASE",
        )?
        .query_row((till, name.trim()), |row| {
            let place = Place {
                epoch: row.get(0)?,
                seq: count(row, 1)?,
            };
            Ok((place, row.get::<_, String>(2)?))
        })
        .optional()?;
    let Some((place, envelope)) = found else {
        return Ok(None);
    };
    at(connection, till, place, &envelope)
}

fn at(
    connection: &Connection,
    till: &str,
    place: Place,
    envelope: &str,
) -> Result<Option<ClosingSeen>, StoreError> {
    let Some(stored) = entries::at(connection, till, place.epoch, place.seq)? else {
        return Ok(None);
    };
    let entry = &stored.entry;
    let Fact::Closing(closing) = Fact::read(&entry.heading.kind, stored.format, &entry.payload)?
    else {
        return Ok(None);
    };
    Ok(Some(ClosingSeen {
        place,
        at: entry.heading.at,
        operator: entry.heading.operator.clone(),
        hash: hex(&entry.hash),
        extract: entry.extract(),
        closing: *closing,
        envelope: match envelope {
            "away" => EnvelopeState::Away,
            "received" => EnvelopeState::Received,
            "banked" => EnvelopeState::Banked,
            _ => EnvelopeState::None,
        },
    }))
}

/// What each closing of a day covers whose label lies between two days: after which place, up to
/// which.
pub(super) fn stretches(
    connection: &Connection,
    till: &str,
    from: &str,
    to: &str,
) -> Result<Vec<(Option<Place>, Place)>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT epoch, seq, label BETWEEN ?2 AND ?3 FROM closing
          WHERE till = ?1 AND level = 'day' ORDER BY epoch, seq",
    )?;
    let mut rows = statement.query((till, from, to))?;
    let mut stretches = Vec::new();
    let mut before = None;
    while let Some(row) = rows.next()? {
        let place = Place {
            epoch: row.get(0)?,
            seq: count(row, 1)?,
        };
        if row.get(2)? {
            stretches.push((before, place));
        }
        before = Some(place);
    }
    Ok(stretches)
}

/// What the closing of a day of this name covers: after which place, up to which.
pub(super) fn stretch(
    connection: &Connection,
    till: &str,
    name: &str,
) -> Result<Option<(Option<Place>, Place)>, StoreError> {
    let place = |row: &rusqlite::Row<'_>| {
        Ok(Place {
            epoch: row.get(0)?,
            seq: count(row, 1)?,
        })
    };
    let found = connection
        .prepare_cached(
            "SELECT epoch, seq FROM closing WHERE till = ?1 AND name = ?2 AND level = 'day'",
        )?
        .query_row((till, name), place)
        .optional()?;
    let Some(up_to) = found else {
        return Ok(None);
    };
    let after = connection
        .prepare_cached(
            "SELECT epoch, seq FROM closing
              WHERE till = ?1 AND level = 'day' AND (epoch, seq) < (?2, ?3)
              ORDER BY epoch DESC, seq DESC LIMIT 1",
        )?
        .query_row((till, up_to.epoch, sql(up_to.seq)), place)
        .optional()?;
    Ok(Some((after, up_to)))
}

impl Store {
    /// What the open period comes to, and the closing it goes on from.
    pub(super) fn open_period(&self) -> Result<(Folded, Option<ClosingSeen>), StoreError> {
        let up_to = Place {
            epoch: self.epoch(),
            seq: self.tip.seq,
        };
        open_period(self.connection()?, self.till(), up_to)
    }
}

/// What a till's entries come to after its last closing of a day, up to a place.
pub(super) fn open_period(
    connection: &Connection,
    till: &str,
    up_to: Place,
) -> Result<(Folded, Option<ClosingSeen>), StoreError> {
    let before = last(connection, till, Level::Day)?;
    let decided = before.as_ref().and_then(|it| it.closing.decided.as_ref());
    let mut fold = Fold::after(decided.map_or(&[], |it| it.left.as_slice()));
    let after = before.as_ref().map(|it| it.place);
    answers::sums::fold_between(connection, till, &mut fold, (after, up_to))?;
    Ok((fold.done(), before))
}

/// The month and the year that are over, seen from a market day, and not closed yet.
pub(super) fn due(
    connection: &Connection,
    till: &str,
    day: &str,
    year_starts: u8,
) -> Result<Vec<(Level, String)>, StoreError> {
    let mut due = Vec::new();
    let now = month(day);
    let mut last_month = open_labels(connection, till, Level::Month)?.pop();
    if let Some(last) = open_labels(connection, till, Level::Day)?.pop() {
        let last = month(&last);
        if last < now {
            due.push((Level::Month, last.clone()));
            last_month = Some(last);
        }
    }
    if let Some(last) = last_month {
        let last = year(&last, year_starts);
        if last < year(&now, year_starts) {
            due.push((Level::Year, last));
        }
    }
    Ok(due)
}

/// The labels of the closings of a level that no closing of the level above covers yet, oldest
/// first.
fn open_labels(
    connection: &Connection,
    till: &str,
    level: Level,
) -> Result<Vec<String>, StoreError> {
    let above = match level {
        Level::Day => Level::Month,
        Level::Month | Level::Year => Level::Year,
    };
    let mut statement = connection.prepare_cached(
        "SELECT label FROM closing WHERE till = ?1 AND level = ?2
            AND (epoch, seq) > (SELECT coalesce(max(epoch), 0), coalesce(max(seq), 0) FROM
                 (SELECT epoch, seq FROM closing WHERE till = ?1 AND level = ?3
                   ORDER BY epoch DESC, seq DESC LIMIT 1))
          ORDER BY epoch, seq",
    )?;
    let rows = statement.query_map((till, level.id(), above.id()), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// The month of a market day: `2026-11`.
fn month(day: &str) -> String {
    day.chars().take(7).collect()
}

/// The financial year in which a month lies, by the calendar year in which it begins.
fn year(month: &str, starts: u8) -> String {
    let (year, month) = month.split_once('-').unwrap_or((month, ""));
    let number = |text: &str| text.parse::<i32>().unwrap_or_default();
    let before = i32::from(number(month) < i32::from(starts));
    format!("{:04}", number(year) - before)
}

//! What was closed: the places of closings, and how far their envelopes came.

use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    Store, answers,
    entries::{self, count, sql},
    error::StoreError,
};
use crate::domain::{
    closing::{Closing, ClosingSeen, EnvelopeState, Level},
    day::{Cash, CashWay},
    facts::Printed,
    figures::{Fold, Folded},
    ids::hex,
    journal::{Fact, Heading},
    settlement::Place,
};

/// The closings of a till (1) and a level (2) after its last one of another level (3).
macro_rules! uncovered {
    () => {
        "till = ?1 AND level = ?2
            AND (epoch, seq) > (SELECT coalesce(max(epoch), 0), coalesce(max(seq), 0) FROM
                 (SELECT epoch, seq FROM closing WHERE till = ?1 AND level = ?3
                   ORDER BY epoch DESC, seq DESC LIMIT 1))
          ORDER BY epoch, seq"
    };
}

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
        let envelope: String = row.get(2)?;
        seen.push(at(connection, till, place(row)?, &envelope)?);
    }
    Ok(seen)
}

fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        epoch: row.get(0)?,
        seq: count(row, 1)?,
    })
}

/// The closings that make up the next one of a level: those of the level below that none covers
/// yet, oldest first.
pub(super) fn parts(
    connection: &Connection,
    till: &str,
    level: Level,
) -> Result<Vec<ClosingSeen>, StoreError> {
    let mut statement = connection.prepare_cached(concat!(
        "SELECT epoch, seq, envelope FROM closing WHERE ",
        uncovered!()
    ))?;
    let mut rows = statement.query((till, below(level).id(), level.id()))?;
    let mut seen = Vec::new();
    while let Some(row) = rows.next()? {
        let envelope: String = row.get(2)?;
        seen.push(at(connection, till, place(row)?, &envelope)?);
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
            Ok((place(row)?, row.get::<_, String>(2)?))
        })
        .optional()?;
    let seen = found.map(|(place, envelope)| at(connection, till, place, &envelope));
    seen.transpose()
}

fn at(
    connection: &Connection,
    till: &str,
    place: Place,
    envelope: &str,
) -> Result<ClosingSeen, StoreError> {
    // Totals that began again from nothing would be worse than a till that asks for a rebuild.
    let gone = || StoreError::Damaged {
        detail: format!("no closing at {}/{}", place.epoch, place.seq),
    };
    let stored = entries::at(connection, till, place.epoch, place.seq)?.ok_or_else(gone)?;
    let entry = &stored.entry;
    let Fact::Closing(closing) = Fact::read(&entry.heading.kind, stored.format, &entry.payload)?
    else {
        return Err(gone());
    };
    Ok(ClosingSeen {
        place,
        at: entry.heading.at,
        operator: entry.heading.operator.clone(),
        hash: hex(&entry.hash),
        extract: entry.extract(),
        closing: *closing,
        envelope: envelope_state(envelope),
        copies: copies(connection, till, place)?,
    })
}

/// How often a closing was printed.
fn copies(connection: &Connection, till: &str, place: Place) -> Result<u32, StoreError> {
    let copies = connection
        .prepare_cached("SELECT printed FROM closing WHERE till = ?1 AND epoch = ?2 AND seq = ?3")?
        .query_row((till, place.epoch, sql(place.seq)), |row| row.get(0))
        .optional()?;
    Ok(copies.unwrap_or_default())
}

/// A closing was printed; its name tells it from others, whatever the epoch it is printed in.
pub(super) fn printed(
    connection: &Connection,
    heading: &Heading,
    printed: &Printed,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "UPDATE closing SET printed = max(printed, ?4)
              WHERE till = ?1 AND seq = ?2 AND name = ?3",
        )?
        .execute((
            &heading.till,
            sql(printed.seq),
            &printed.ticket,
            i64::from(printed.copy) + 1,
        ))?;
    Ok(())
}

fn envelope_state(word: &str) -> EnvelopeState {
    match word {
        "away" => EnvelopeState::Away,
        "received" => EnvelopeState::Received,
        "banked" => EnvelopeState::Banked,
        _ => EnvelopeState::None,
    }
}

/// How far the envelope of a closing came; also none where there is no such closing.
pub(super) fn envelope(
    connection: &Connection,
    till: &str,
    name: &str,
) -> Result<EnvelopeState, StoreError> {
    let found = connection
        .prepare_cached("SELECT envelope FROM closing WHERE till = ?1 AND name = ?2")?
        .query_row((till, name), |row| row.get::<_, String>(0))
        .optional()?;
    Ok(found.map_or(EnvelopeState::None, |it| envelope_state(&it)))
}

/// The last number given to a closing of a level; zero before the first.
pub(super) fn last_number(
    connection: &Connection,
    till: &str,
    level: Level,
) -> Result<u64, StoreError> {
    let number = connection
        .prepare_cached(
            "SELECT coalesce(max(number), 0) FROM closing WHERE till = ?1 AND level = ?2",
        )?
        .query_row((till, level.id()), |row| count(row, 0))?;
    Ok(number)
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
        let place = place(row)?;
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

/// The month and the year that are over, seen from a market day, and not closed yet. A clock that
/// was wrong for a day neither closes a month too early nor keeps it open for ever: a month is over
/// when the days that no month covers are of earlier ones and none is of this one.
pub(super) fn due(
    connection: &Connection,
    till: &str,
    day: &str,
    year_starts: u8,
) -> Result<Vec<(Level, String)>, StoreError> {
    let mut due = Vec::new();
    let days = uncovered(connection, till, Level::Month)?;
    let days = days.iter().map(|it| month(it)).collect();
    let closed = last_label(connection, till, Level::Month)?;
    let mut months = uncovered(connection, till, Level::Year)?;
    if let Some(label) = over(days, &month(day), closed.as_ref()) {
        months.push(label.clone());
        due.push((Level::Month, label));
    }
    let years = months.iter().map(|it| year(it, year_starts)).collect();
    let closed = last_label(connection, till, Level::Year)?;
    if let Some(label) = over(years, &year(day, year_starts), closed.as_ref()) {
        due.push((Level::Year, label));
    }
    Ok(due)
}

/// The latest period before this one among some that no closing covers, unless one of them is this
/// one. What came late for the one closed last belongs to the next.
fn over(mut open: Vec<String>, now: &str, closed: Option<&String>) -> Option<String> {
    if open.iter().any(|it| it == now) {
        return None;
    }
    open.retain(|it| it.as_str() < now && Some(it) != closed);
    open.into_iter().max()
}

fn last_label(
    connection: &Connection,
    till: &str,
    level: Level,
) -> Result<Option<String>, StoreError> {
    let label = connection
        .prepare_cached(
            "SELECT label FROM closing WHERE till = ?1 AND level = ?2
              ORDER BY epoch DESC, seq DESC LIMIT 1",
        )?
        .query_row((till, level.id()), |row| row.get(0))
        .optional()?;
    Ok(label)
}

/// The labels of the closings that the next one of a level will cover, oldest first.
fn uncovered(connection: &Connection, till: &str, level: Level) -> Result<Vec<String>, StoreError> {
    let mut statement =
        connection.prepare_cached(concat!("SELECT label FROM closing WHERE ", uncovered!()))?;
    let rows = statement.query_map((till, below(level).id(), level.id()), |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Of what closings of a level are made.
const fn below(level: Level) -> Level {
    match level {
        Level::Day | Level::Month => Level::Day,
        Level::Year => Level::Month,
    }
}

/// The month of a market day: `2026-11`.
fn month(day: &str) -> String {
    day.chars().take(7).collect()
}

/// The financial year in which a day or a month lies, by the calendar year in which it begins.
fn year(day: &str, starts: u8) -> String {
    let mut parts = day.split('-').map(|it| it.parse::<i32>().unwrap_or(0));
    let (year, month) = (parts.next().unwrap_or(0), parts.next().unwrap_or(0));
    format!("{:04}", year - i32::from(month < i32::from(starts)))
}

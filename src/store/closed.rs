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

/// The place in the first two columns of a row.
pub(super) fn place(row: &Row<'_>) -> rusqlite::Result<Place> {
    Ok(Place {
        epoch: row.get(0)?,
        seq: count(row, 1)?,
    })
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

/// The closing at a place, and how far its envelope came in the words of the table.
pub(super) fn at(
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

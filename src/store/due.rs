//! Which months and years are over, and of what closings they are made.

use rusqlite::{Connection, OptionalExtension};

use super::{closed, error::StoreError};
use crate::domain::closing::{ClosingSeen, Level};

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
        seen.push(closed::at(
            connection,
            till,
            closed::place(row)?,
            &envelope,
        )?);
    }
    Ok(seen)
}

/// The month and the year that are over, seen from a market day, and not closed yet: a month is
/// over when the days that no month covers are of earlier ones and none is of this one. A clock
/// that was wrong for a day keeps no month open for ever; one that was ahead closes the month
/// early, and what still comes of it counts in the next.
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
    if let Some(label) = over(years, &year(day, year_starts), None) {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_over_when_the_next_one_has_begun() {
        let over = |open: &[&str], now: &str, closed: Option<&str>| {
            let open = open.iter().map(|it| (*it).to_owned()).collect();
            super::over(open, now, closed.map(ToOwned::to_owned).as_ref())
        };
        let is = |label: &str| Some(label.to_owned());
        assert_eq!(over(&[], "2026-11", None), None);
        assert_eq!(over(&["2026-11"], "2026-11", None), None);
        assert_eq!(
            over(&["2026-10"], "2026-11", is("2026-09").as_deref()),
            is("2026-10")
        );
        // Two months that somebody forgot are one closing, under the later.
        assert_eq!(
            over(&["2026-08", "2026-10"], "2026-11", None),
            is("2026-10")
        );
        // What came late for a month that is closed waits for the next.
        assert_eq!(over(&["2026-10"], "2026-11", Some("2026-10")), None);
        // A clock that was ahead, or went back.
        assert_eq!(
            over(&["2026-10", "2031-05"], "2026-11", None),
            is("2026-10")
        );
        assert_eq!(over(&["2026-11", "2026-10"], "2026-11", None), None);
    }

    #[test]
    fn a_year_is_called_by_the_one_it_begins_in() {
        for (day, starts, expected) in [
            ("2026-11-21", 1, "2026"),
            ("2026-06-30", 7, "2025"),
            ("2026-07", 7, "2026"),
            ("2026-12-31", 12, "2026"),
        ] {
            assert_eq!(year(day, starts), expected);
        }
        assert_eq!(month("2026-11-21"), "2026-11");
    }
}

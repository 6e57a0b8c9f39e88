//! Row by row, whether two databases say the same.

use std::{borrow::Cow, cmp::Ordering};

use rusqlite::{
    Connection, Row, fallible_streaming_iterator::FallibleStreamingIterator, types::ValueRef,
};

use super::{error::StoreError, replay::PROJECTIONS};

/// A row of a projection that is not what the journal makes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The table.
    pub table: &'static str,
    /// What tells the row apart in it.
    pub key: String,
    /// How it differs.
    pub how: How,
}

/// How a row differs from what the journal makes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It should be there.
    Missing,
    /// It should not be there.
    Surplus,
    /// It says something else.
    Other,
    /// The table cannot be read from here on.
    Damaged,
}

/// Where `found` differs from `made`, in every projection.
pub(super) fn projections(
    found: &Connection,
    made: &Connection,
) -> Result<Vec<Difference>, StoreError> {
    let mut differences = Vec::new();
    for (table, key) in PROJECTIONS {
        match compare(found, made, table, key, &mut differences) {
            Err(StoreError::Damaged { detail }) => differences.push(Difference {
                table,
                key: detail,
                how: How::Damaged,
            }),
            other => other?,
        }
    }
    Ok(differences)
}

fn compare(
    found: &Connection,
    made: &Connection,
    table: &'static str,
    key: &str,
    differences: &mut Vec<Difference>,
) -> Result<(), StoreError> {
    let query = format!("SELECT * FROM {table} ORDER BY {key}");
    let (mut found, mut made) = (found.prepare(&query)?, made.prepare(&query)?);
    let width = found.column_count();
    let key = key.split(',').map(|name| found.column_index(name.trim()));
    let key: Vec<usize> = key.collect::<rusqlite::Result<_>>()?;
    // Each side stands at a row until it is moved on, so that none has to be copied.
    let (mut found, mut made) = (found.query([])?, made.query([])?);
    found.advance()?;
    made.advance()?;
    loop {
        let (order, row) = match (found.get(), made.get()) {
            (None, None) => return Ok(()),
            (Some(row), None) => (Ordering::Less, row),
            (None, Some(row)) => (Ordering::Greater, row),
            (Some(one), Some(other)) if same(one, other, width)? => {
                found.advance()?;
                made.advance()?;
                continue;
            }
            (Some(one), Some(other)) => match order(one, other, &key)? {
                Ordering::Greater => (Ordering::Greater, other),
                order => (order, one),
            },
        };
        let how = match order {
            Ordering::Less => How::Surplus,
            Ordering::Greater => How::Missing,
            Ordering::Equal => How::Other,
        };
        let key = name(row, &key)?;
        differences.push(Difference { table, key, how });
        if order != Ordering::Greater {
            found.advance()?;
        }
        if order != Ordering::Less {
            made.advance()?;
        }
    }
}

fn same(one: &Row<'_>, other: &Row<'_>, width: usize) -> rusqlite::Result<bool> {
    for column in 0..width {
        if one.get_ref(column)? != other.get_ref(column)? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The order in which SQLite sorts keys.
fn order(one: &Row<'_>, other: &Row<'_>, key: &[usize]) -> rusqlite::Result<Ordering> {
    for column in key {
        let order = match (one.get_ref(*column)?, other.get_ref(*column)?) {
            (ValueRef::Integer(one), ValueRef::Integer(other)) => one.cmp(&other),
            (one, other) => bytes(one).cmp(&bytes(other)),
        };
        if order.is_ne() {
            return Ok(order);
        }
    }
    Ok(Ordering::Equal)
}

/// A row's key for people.
fn name(row: &Row<'_>, key: &[usize]) -> rusqlite::Result<String> {
    let words = key.iter().map(|column| {
        let bytes = bytes(row.get_ref(*column)?);
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    });
    Ok(words.collect::<rusqlite::Result<Vec<_>>>()?.join(" "))
}

fn bytes(value: ValueRef<'_>) -> Cow<'_, [u8]> {
    match value {
        ValueRef::Integer(number) => number.to_string().into_bytes().into(),
        ValueRef::Text(text) => text.into(),
        ValueRef::Null | ValueRef::Real(_) | ValueRef::Blob(_) => [].as_slice().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::connection;

    fn days(rows: &[(&str, &str, i64)]) -> Connection {
        let connection = connection::in_memory().unwrap();
        for row in rows {
            connection
                .execute("INSERT INTO stock_day VALUES (?1, ?2, ?3, 0, 0)", *row)
                .unwrap();
        }
        connection
    }

    fn named(found: &Connection, made: &Connection) -> Vec<(&'static str, String, How)> {
        let found = projections(found, made).unwrap();
        let named = found.into_iter().map(|it| (it.table, it.key, it.how));
        named.collect()
    }

    #[test]
    fn each_row_that_differs_is_named_and_the_walk_goes_on_behind_it() {
        let found = days(&[
            ("a", "2026-11-20", 1),
            ("b", "2026-11-21", 1),
            ("é", "2026-11-21", 1),
            ("é", "2026-11-22", 4),
        ]);
        let made = days(&[
            ("b", "2026-11-21", 1),
            ("c", "2026-11-21", 1),
            ("é", "2026-11-21", 2),
            ("é", "2026-11-22", 4),
            ("ê", "2026-11-21", 1),
        ]);
        let row = |key: &str, how| ("stock_day", key.to_owned(), how);
        assert_eq!(
            named(&found, &made),
            [
                row("a 2026-11-20", How::Surplus),
                row("c 2026-11-21", How::Missing),
                row("é 2026-11-21", How::Other),
                row("ê 2026-11-21", How::Missing),
            ]
        );
        assert_eq!(named(&made, &made), []);
    }

    #[test]
    fn a_null_is_not_nothing_and_numbers_sort_as_numbers() {
        let tickets = |rows: &[(i64, Option<&str>)]| {
            let connection = connection::in_memory().unwrap();
            for row in rows {
                connection
                    .execute(
                        "INSERT INTO ticket VALUES
                            ('K7QF2M9P', 1, ?1, 1, 'A-1', '', 0, 0, 0, '[]', ?2, NULL, 0)",
                        *row,
                    )
                    .unwrap();
            }
            connection
        };
        let found = tickets(&[(9, None), (10, None), (100, None)]);
        let made = tickets(&[(9, Some("")), (10, None), (11, None), (100, None)]);
        let row = |key: &str, how| ("ticket", key.to_owned(), how);
        assert_eq!(
            named(&found, &made),
            [
                row("K7QF2M9P 1 9", How::Other),
                row("K7QF2M9P 1 11", How::Missing),
            ]
        );
    }
}

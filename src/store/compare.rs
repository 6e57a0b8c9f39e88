//! Row by row, whether two databases say the same.

use std::cmp::Ordering;

use rusqlite::{Connection, Row, types::Value};

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
    let query = format!("SELECT {key}, * FROM {table} ORDER BY {key}");
    let width = key.split(',').count();
    let (mut found, mut made) = (found.prepare(&query)?, made.prepare(&query)?);
    let (mut found, mut made) = (found.query([])?, made.query([])?);
    let mut note = |row: &[Value], how| {
        let key = row
            .iter()
            .take(width)
            .map(word)
            .collect::<Vec<_>>()
            .join(" ");
        differences.push(Difference { table, key, how });
    };
    let (mut one, mut other) = (next(&mut found)?, next(&mut made)?);
    loop {
        let order = match (&one, &other) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(one), Some(other)) => order(one, other, width),
        };
        let how = match order {
            Ordering::Less => Some(How::Surplus),
            Ordering::Greater => Some(How::Missing),
            Ordering::Equal => (one != other).then_some(How::Other),
        };
        let row = if order == Ordering::Greater {
            &other
        } else {
            &one
        };
        if let (Some(how), Some(row)) = (how, row) {
            note(row, how);
        }
        if order != Ordering::Greater {
            one = next(&mut found)?;
        }
        if order != Ordering::Less {
            other = next(&mut made)?;
        }
    }
}

fn next(rows: &mut rusqlite::Rows<'_>) -> Result<Option<Vec<Value>>, StoreError> {
    Ok(rows.next()?.map(values).transpose()?)
}

fn values(row: &Row<'_>) -> rusqlite::Result<Vec<Value>> {
    (0..row.as_ref().column_count())
        .map(|column| row.get(column))
        .collect()
}

/// The order in which SQLite sorts keys.
fn order(one: &[Value], other: &[Value], width: usize) -> Ordering {
    one.iter()
        .zip(other)
        .take(width)
        .map(|pair| match pair {
            (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
            (one, other) => word(one).as_bytes().cmp(word(other).as_bytes()),
        })
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

fn word(value: &Value) -> String {
    match value {
        Value::Integer(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Null | Value::Real(_) | Value::Blob(_) => String::new(),
    }
}

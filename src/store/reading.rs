//! What the app loads at its start: catalogue, settings, what sold best, and the baskets that were
//! open.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

use super::{
    Store,
    entries::{self, columns, count},
    error::StoreError,
};
use crate::domain::{catalogue::Catalogue, ids::Id, journal::Entry, settings::Settings};

impl Store {
    /// Every entry of a kind, of all tills and epochs, in the order in which they were written.
    pub fn entries(&self, kind: &str) -> Result<Vec<Entry>, StoreError> {
        let mut statement = self.connection()?.prepare(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE kind = ?1 ORDER BY rowid"
        ))?;
        let rows = statement.query_map([kind], |row| Ok(entries::read(row)?.entry))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The catalogue as it is now.
    pub fn catalogue(&self) -> Result<Catalogue, StoreError> {
        let connection = self.connection()?;
        Ok(Catalogue::of(
            objects(connection, "product")?,
            objects(connection, "producer")?,
            objects(connection, "department")?,
            objects(connection, "quick_key")?,
        ))
    }

    /// The settings in force.
    pub fn settings(&self) -> Result<Settings, StoreError> {
        settings(self.connection()?)
    }

    /// How often each product was sold on market days before `day` (`YYYY-MM-DD`), in lines: what
    /// was sold today does not move a list under the finger.
    pub fn ranks(&self, day: &str) -> Result<HashMap<Id, u64>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(
            "SELECT product, max(0, sold_before + CASE WHEN day < ?1 THEN sold_day ELSE 0 END)
               FROM shelf",
        )?;
        let rows = statement.query_map([day], |row| {
            Ok((Id::known(row.get_ref(0)?.as_str()?), count(row, 1)?))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The baskets that were not paid yet, as [`Store::save_drafts`] was given them; empty if
    /// never.
    pub fn drafts(&self) -> Result<String, StoreError> {
        Ok(self
            .connection()?
            .query_row("SELECT content FROM draft", [], |row| row.get(0))?)
    }
}

/// The settings in force.
pub(super) fn settings(connection: &Connection) -> Result<Settings, StoreError> {
    Ok(Settings {
        stall: part(connection, "stall")?,
        tenders: part(connection, "tenders")?,
        vat_rates: part(connection, "vat_rates")?,
        rules: part(connection, "rules")?,
        // A journal that began before there were these says nothing of them.
        tariffs: said(connection, "tariffs")?.unwrap_or_default(),
        deposits: said(connection, "deposits")?.unwrap_or_default(),
        operators: said(connection, "operators")?.unwrap_or_default(),
    })
}

fn part<T: DeserializeOwned>(connection: &Connection, name: &str) -> Result<T, StoreError> {
    said(connection, name)?.ok_or_else(|| StoreError::Damaged {
        detail: format!("setting: no {name}"),
    })
}

/// A part of the settings, if the journal ever said it.
fn said<T: DeserializeOwned>(connection: &Connection, name: &str) -> Result<Option<T>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM setting WHERE part = ?1")?
        .query_row([name], |row| row.get(0))
        .optional()?;
    content.map(|it| object(&it, "setting")).transpose()
}

fn objects<T: DeserializeOwned>(
    connection: &Connection,
    table: &str,
) -> Result<Vec<T>, StoreError> {
    let places: i64 = connection.query_row(
        &format!("SELECT coalesce(max(place), 0) FROM {table}"),
        [],
        |row| row.get(0),
    )?;
    let mut statement =
        connection.prepare(&format!("SELECT content FROM {table} ORDER BY place"))?;
    let mut rows = statement.query([])?;
    let mut objects = Vec::with_capacity(usize::try_from(places).unwrap_or_default());
    while let Some(row) = rows.next()? {
        let content = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        objects.push(object(content, table)?);
    }
    Ok(objects)
}

/// An object as the canonical JSON of a table has it.
pub(super) fn object<T: DeserializeOwned>(content: &str, table: &str) -> Result<T, StoreError> {
    serde_json::from_str(content).map_err(|error| StoreError::Damaged {
        detail: format!("{table}: {error}"),
    })
}

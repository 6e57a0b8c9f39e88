//! Tables with columns that say what stands in them, so that the manifest can tell it.

use super::super::{
    exact::{Field, exact},
    sheet::{Cell, sheet},
};

/// A table of the bundle.
#[derive(Debug)]
pub(super) struct Sheet {
    /// Its name for machines.
    pub name: &'static str,
    /// Where it is in the bundle.
    pub path: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// For whom.
    pub dialect: Dialect,
    /// Its columns, in their order.
    pub columns: &'static [Column],
    /// The columns that tell its rows apart; none where nothing has to.
    pub key: &'static [&'static str],
    /// The file.
    pub bytes: Vec<u8>,
}

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// For a French spreadsheet.
    People,
    /// RFC 4180.
    Machines,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    /// Its title in the file.
    pub name: &'static str,
    /// What stands in it.
    pub holds: Holds,
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holds {
    /// Words, or a name for machines.
    Text,
    /// `true` or `false`.
    Flag,
    /// A day, `2026-11-21`.
    Day,
    /// A time of day, `10:42:07`.
    Hour,
    /// A number of things.
    Whole,
    /// A whole number of so small parts: cents, thousandths.
    Parts(&'static str),
    /// A decimal number of euros, kilograms, percent.
    Decimal(&'static str),
}

/// A column of words.
pub(super) const fn text(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Text,
    }
}

/// A column of whole numbers.
pub(super) const fn whole(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Whole,
    }
}

/// A column of whole cents.
pub(super) const fn cents(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Parts("cent"),
    }
}

/// A column of euros.
pub(super) const fn euros(name: &'static str) -> Column {
    Column {
        name,
        holds: Holds::Decimal("euro"),
    }
}

/// A column of something else.
pub(super) const fn column(name: &'static str, holds: Holds) -> Column {
    Column { name, holds }
}

/// Where a table goes and what it is.
pub(super) struct Named {
    /// Its name for machines.
    pub name: &'static str,
    /// Where it is in the bundle.
    pub path: &'static str,
    /// What it is, for people.
    pub title: &'static str,
    /// Its columns, in their order.
    pub columns: &'static [Column],
    /// The columns that tell its rows apart.
    pub key: &'static [&'static str],
}

impl Named {
    /// The table for machines.
    pub fn exactly(self, rows: &[Vec<Field>]) -> Sheet {
        let names: Vec<&str> = self.columns.iter().map(|it| it.name).collect();
        let bytes = exact(&names, rows);
        self.written(Dialect::Machines, bytes)
    }

    /// The table for people.
    pub fn for_people(self, rows: Vec<Vec<Cell>>) -> Sheet {
        let titles = self.columns.iter().map(|it| Cell::text(it.name)).collect();
        let all: Vec<Vec<Cell>> = std::iter::once(titles).chain(rows).collect();
        let bytes = sheet(&all);
        self.written(Dialect::People, bytes)
    }

    fn written(self, dialect: Dialect, bytes: Vec<u8>) -> Sheet {
        Sheet {
            name: self.name,
            path: self.path,
            title: self.title,
            dialect,
            columns: self.columns,
            key: self.key,
            bytes,
        }
    }
}

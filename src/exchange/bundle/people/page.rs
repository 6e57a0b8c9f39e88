//! A page of titles and sums as rows, section by section.

use super::count;
use crate::{
    domain::{label::Label, money::Money},
    exchange::sheet::Cell,
};

/// The rows of a page.
#[derive(Default)]
pub(super) struct Page {
    rows: Vec<Vec<Cell>>,
    section: &'static str,
}

/// What stands in a row behind its section.
pub(super) struct Row {
    title: String,
    number: Cell,
    amount: Cell,
    more: Cell,
}

/// A row of this title, with nothing in it yet.
pub(super) fn row(title: impl Into<String>) -> Row {
    Row {
        title: title.into(),
        number: Cell::Empty,
        amount: Cell::Empty,
        more: Cell::Empty,
    }
}

impl Row {
    /// With how many.
    pub fn number(self, number: impl TryInto<i64>) -> Self {
        let number = count(number);
        Self { number, ..self }
    }

    /// With how much.
    pub fn amount(self, amount: Money) -> Self {
        let amount = amount.into();
        Self { amount, ..self }
    }

    /// With how much, if that is known.
    pub fn known(self, amount: Option<Money>) -> Self {
        let amount = amount.map_or(Cell::Empty, Cell::from);
        Self { amount, ..self }
    }

    /// With words.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.cell(Cell::text(text))
    }

    /// With a name of the stall's own, if there is one.
    pub fn label(self, label: Option<&Label>) -> Self {
        match label {
            Some(label) => self.cell(label.into()),
            None => self,
        }
    }

    /// With what identifies and never counts.
    pub fn code(self, code: impl Into<String>) -> Self {
        self.cell(Cell::code(code))
    }

    /// With something else.
    pub fn cell(self, more: Cell) -> Self {
        Self { more, ..self }
    }
}

impl Page {
    /// The rows from here on belong together.
    pub fn section(&mut self, title: &'static str) {
        self.section = title;
    }

    /// Adds a row.
    pub fn add(&mut self, row: Row) {
        self.rows.push(vec![
            Cell::text(self.section),
            Cell::text(row.title),
            row.number,
            row.amount,
            row.more,
        ]);
    }

    /// All rows.
    pub fn done(self) -> Vec<Vec<Cell>> {
        self.rows
    }
}

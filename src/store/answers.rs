//! The one door for questions about the journal.

pub(super) mod accounts;
mod cash;
pub(super) mod days;
mod like;
mod listed;
mod past;
mod periods;
pub(super) mod settling;
pub(super) mod sums;

use super::{Store, closed, error::StoreError};
use crate::domain::asking::{Ask, Found};

impl Store {
    /// Answers a question. Nothing it costs grows with the journal but what is asked of the whole
    /// of it: an account's movements, a period's lines.
    pub fn answer(&self, ask: &Ask) -> Result<Found, StoreError> {
        Ok(match ask {
            Ask::Members => Found::Members(self.accounts()?),
            Ask::Statement(member) => Found::Statement(Box::new(self.statement(member)?)),
            Ask::Note(name) => Found::Note(name.clone(), self.note(name)?),
            Ask::Used(day) => Found::Used(self.used(day)?),
            Ask::Past(name) => Found::Past(name.clone(), self.past(name)?.map(Box::new)),
            Ask::Owed => Found::Owed(self.owed()?),
            Ask::Settling {
                producer,
                up_to,
                day,
            } => Found::Settling(Box::new(self.settling(producer, up_to.as_deref(), day)?)),
            Ask::Settlements(day) => Found::Settlements(self.settlements(day)?),
            Ask::Unattributed => Found::Unattributed(self.unattributed()?),
            Ask::Sold { product, from, to } => Found::Sold(self.sold(product, from, to)?),
            Ask::Sums(span) => Found::Sums(Box::new(self.sums(span)?)),
            Ask::Day => Found::Day(Box::new(self.day()?)),
            Ask::Like { market, at } => Found::Like(self.like(market.as_ref(), *at)?.map(Box::new)),
            Ask::Period { from, to } => Found::Period(Box::new(self.period(from, to)?)),
            Ask::Months => Found::Months(self.months()?),
            Ask::Cash => Found::Cash(self.cash_moves()?),
            Ask::Paid => Found::Paid(self.paid()?),
            Ask::Closings { level, count } => Found::Closings(closed::newest(
                self.connection()?,
                self.till(),
                *level,
                *count,
            )?),
            Ask::Closing(name) => Found::Closing(
                name.clone(),
                closed::named(self.connection()?, self.till(), name)?.map(Box::new),
            ),
            Ask::Control => Found::Control(Box::new(self.control()?)),
            Ask::Entries { before, count } => Found::Entries(self.newest(*before, *count)?),
        })
    }
}

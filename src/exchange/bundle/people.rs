//! The files for people, on top of the folder: French, and one kind of row per file, so that a
//! column can be added up without counting anything twice.

mod articles;
mod closing;
mod page;
mod payments;
mod producers;
mod readme;
mod tickets;

use super::{
    super::sheet::Cell,
    column::{Column, Holds, Sheet, column, text},
    period::Period,
};
use crate::domain::{journal::Heading, ticket::Ticket};

pub(super) use readme::{README, readme};

/// All tables, in the order in which they are told of.
pub(super) fn sheets(period: &Period) -> Vec<Sheet> {
    vec![
        closing::sheet(period),
        tickets::sheet(period),
        payments::sheet(period),
        producers::sheet(period),
        articles::sheet(period),
    ]
}

/// The columns that say which ticket, and when.
const TICKET: [Column; 4] = [
    text("Ticket"),
    column("Jour de marché", Holds::Day),
    column("Date", Holds::Day),
    column("Heure", Holds::Hour),
];

/// What stands in them.
fn which(heading: &Heading, ticket: &Ticket) -> Vec<Cell> {
    vec![
        Cell::code(&*ticket.name),
        Cell::day(&heading.business_day),
        Cell::Day(heading.at.local().date()),
        Cell::Hour(heading.at),
    ]
}

/// A number of things.
fn count(number: impl TryInto<i64>) -> Cell {
    number.try_into().map_or(Cell::Empty, Cell::Whole)
}

/// `oui`, or nothing, so that the rows that matter stand out.
fn yes(said: bool) -> Cell {
    if said { Cell::text("oui") } else { Cell::Empty }
}

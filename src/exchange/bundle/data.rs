//! The tables for machines, in `data/`: every entry, and what its tickets, drawers, goods and
//! accounts moved, without the name of a member.

mod cash;
mod journal;
mod lines;
mod members;
mod payments;
mod stock;
mod words;

use super::{
    super::exact::Field,
    column::{Column, Holds, Sheet, column, text, whole},
    period::Period,
};
use crate::domain::{
    journal::Heading,
    ticket::{Past, PastLine},
};

/// All of them, in the order of the folder.
pub(super) fn sheets(period: &Period) -> Vec<Sheet> {
    vec![
        journal::sheet(period.segment),
        lines::sheet(period),
        payments::sheet(period),
        cash::sheet(period),
        stock::sheet(period),
        members::sheet(period),
    ]
}

const AT: Column = column("at_utc_ms", Holds::Parts("ms"));
const OFFSET: Column = column("offset_min", Holds::Parts("min"));
const DAY: Column = column("business_day", Holds::Day);

/// The columns in front of every table but the journal, by what its rows are counted as.
const fn front(n: &'static str) -> [Column; 7] {
    [
        whole("epoch"),
        whole("seq"),
        whole(n),
        AT,
        OFFSET,
        DAY,
        text("operator"),
    ]
}

/// The columns in front, and the others behind them.
const fn columns<const N: usize>(n: &'static str, others: &[Column]) -> [Column; N] {
    let front = front(n);
    assert!(N == front.len() + others.len(), "as many as there are");
    let mut all = [text(""); N];
    let mut at = 0;
    while at < N {
        #[expect(
            clippy::indexing_slicing,
            reason = "looked at above, when it is compiled"
        )]
        {
            all[at] = if at < front.len() {
                front[at]
            } else {
                others[at - front.len()]
            };
        }
        at += 1;
    }
    all
}

/// What stands in the columns in front.
fn place(heading: &Heading, n: usize) -> Vec<Field> {
    let mut row = Vec::with_capacity(48);
    row.extend([
        number(heading.epoch),
        number(heading.seq),
        number(n),
        Field::Whole(heading.at.utc_ms),
        number(heading.at.offset_min),
        heading.business_day.as_str().into(),
        heading.operator.as_str().into(),
    ]);
    row
}

/// A number of things.
fn number(number: impl TryInto<i64>) -> Field {
    number.try_into().map_or(Field::Empty, Field::Whole)
}

/// Yes or no.
fn flag(said: bool) -> Field {
    said.to_string().into()
}

/// What has a name for machines.
fn named<T: ToString>(it: Option<&T>) -> Field {
    it.map(T::to_string).into()
}

/// A ticket of the journal: `till epoch seq`.
fn ticket(past: Option<&Past>) -> Field {
    past.map(|it| format!("{} {} {}", it.till, it.epoch, it.seq))
        .into()
}

/// A line of a ticket of the journal: `till epoch seq line`.
fn line(past: Option<&PastLine>) -> Field {
    past.map(|it| {
        let PastLine { ticket, line } = it;
        format!("{} {} {} {line}", ticket.till, ticket.epoch, ticket.seq)
    })
    .into()
}

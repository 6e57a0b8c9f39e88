//! `etal verify`: the journal link by link, and every projection made again and compared.

use rusqlite::Connection;

use super::{
    Store,
    chain::{BadEntry, Chain, Depth, Fault},
    compare::{self, Difference},
    entries::{self, columns, count},
    error::StoreError,
    recount::Recount,
    remake,
};
use crate::domain::journal::{Fact, Heading};

/// What the check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VerifyReport {
    /// How many entries were looked at.
    pub entries: u64,
    /// How many of them are tickets.
    pub tickets: u64,
    /// The first entry that does not hold, in the order in which they were written.
    pub first_bad: Option<BadEntry>,
    /// How many do not hold.
    pub bad: u64,
    /// Each row of a projection that is not what the journal makes of it.
    pub differences: Vec<Difference>,
    /// What SQLite finds wrong with its own file.
    pub file: Vec<String>,
    /// What is kept outside the journal, which nothing can check: the table and how many rows.
    pub outside: Vec<(&'static str, u64)>,
}

impl VerifyReport {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.bad == 0 && self.differences.is_empty() && self.file.is_empty()
    }

    pub(super) fn note(&mut self, bad: BadEntry) {
        self.bad += 1;
        self.first_bad.get_or_insert(bad);
    }
}

impl Store {
    /// Checks the journal and everything that was made from it. It takes seconds for a hundred
    /// thousand tickets, and changes nothing.
    pub fn verify(&self, depth: Depth) -> Result<VerifyReport, StoreError> {
        let connection = self.connection()?;
        let mut recount = Recount::default();
        let (mut report, made) = remake::meanwhile(|mut hand_over| {
            let mut report = walk(connection, depth, Some(&mut recount), |heading, fact| {
                hand_over.entry(heading, fact);
                Ok(())
            })?;
            hand_over.end();
            report.file = file(connection, depth)?;
            Ok(report)
        })?;
        report.differences = compare::projections(connection, &made)?;
        for table in ["draft", "print_job", "contact", "keeper"] {
            let rows =
                connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| {
                    count(row, 0)
                })?;
            report.outside.push((table, rows));
        }
        Ok(report)
    }
}

/// Walks the whole journal in the order in which it was written, and hands on what each entry
/// says, if it can be read. With a recount, closings are made again on the way.
pub(super) fn walk(
    connection: &Connection,
    depth: Depth,
    mut recount: Option<&mut Recount>,
    mut apply: impl FnMut(Heading, Fact) -> Result<(), StoreError>,
) -> Result<VerifyReport, StoreError> {
    let mut report = VerifyReport::default();
    let mut chain = Chain::default();
    let mut statement = connection.prepare(concat!(
        "SELECT ",
        columns!(),
        " FROM journal ORDER BY rowid"
    ))?;
    let mut rows = statement.query([])?;
    let mut last = (String::new(), 1, 0);
    loop {
        let stored = match rows.next() {
            Ok(None) => break,
            Ok(Some(row)) => entries::read(row),
            // A damaged page: what follows it is not reached.
            Err(error) => {
                report.note(unreadable(&last, error)?);
                break;
            }
        };
        let stored = match stored {
            Ok(stored) => stored,
            // A column that is not what was written there.
            Err(error) => {
                report.note(unreadable(&last, error)?);
                continue;
            }
        };
        let (fact, fault) = chain.walk(&stored, depth);
        let entry = &stored.entry;
        let fault = match (&mut recount, &fact, fault) {
            (Some(recount), Some(fact), None) => recount.add(entry, fact),
            (Some(recount), _, Some(fault)) => {
                recount.doubt(&entry.heading.till);
                Some(fault)
            }
            (_, _, fault) => fault,
        };
        let heading = stored.entry.heading;
        last = (heading.till.clone(), heading.epoch, heading.seq);
        report.entries += 1;
        if let Some(fault) = fault {
            report.note(BadEntry {
                till: heading.till.clone(),
                epoch: heading.epoch,
                seq: heading.seq,
                fault,
            });
        }
        if let Some(fact) = fact {
            report.tickets += u64::from(matches!(fact, Fact::Ticket(_)));
            apply(heading, fact)?;
        }
    }
    if depth == Depth::Links {
        chain
            .unsigned_ends()
            .into_iter()
            .for_each(|bad| report.note(bad));
    }
    Ok(report)
}

/// The entry after the last one that was read, which cannot be.
fn unreadable(last: &(String, u32, u64), error: rusqlite::Error) -> Result<BadEntry, StoreError> {
    match error.into() {
        StoreError::Damaged { detail } => Ok(BadEntry {
            till: last.0.clone(),
            epoch: last.1,
            seq: last.2 + 1,
            fault: Fault::Unreadable(detail),
        }),
        other => Err(other),
    }
}

/// What SQLite says of its own pages and, looking longer, of its indexes.
fn file(connection: &Connection, depth: Depth) -> Result<Vec<String>, StoreError> {
    let check = match depth {
        Depth::Links => "PRAGMA quick_check(20)",
        Depth::Full => "PRAGMA integrity_check(20)",
    };
    let mut statement = connection.prepare(check)?;
    let found: rusqlite::Result<Vec<String>> = statement.query_map([], |row| row.get(0))?.collect();
    match found {
        Ok(mut lines) => {
            lines.retain(|line| line != "ok");
            Ok(lines)
        }
        Err(error) => match error.into() {
            StoreError::Damaged { detail } => Ok(vec![detail]),
            other => Err(other),
        },
    }
}

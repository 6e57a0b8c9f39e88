//! The printer's queue as rows: what was asked for survives a killed program.

use rusqlite::{Connection, Row};

use super::{Store, entries::sql, error::StoreError};
use crate::domain::time::Moment;

/// A page to be printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// When it was asked for.
    pub at: Moment,
    /// The ticket it shows, by epoch and place in the journal, if it shows one.
    pub ticket: Option<(u32, u64)>,
    /// 0 for the original, else the number of the duplicate.
    pub copy: u32,
    /// What people call it.
    pub title: String,
    /// The page, in the bytes of the app.
    pub content: Vec<u8>,
}

/// A page in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintJob {
    /// Its number, never given twice.
    pub id: i64,
    /// What was asked for.
    pub job: NewJob,
    /// How far it came.
    pub state: JobState,
}

/// How far a page came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// Waits for the printer.
    Queued,
    /// On its way.
    Sending,
    /// The printer took the bytes.
    Sent,
    /// The printer says that it is out.
    Confirmed,
    /// The program ended while it was on its way: it may be out, or half.
    Unknown,
    /// The printer refused.
    Failed,
    /// Nobody wants it any more.
    Cancelled,
}

impl JobState {
    const ALL: [Self; 7] = [
        Self::Queued,
        Self::Sending,
        Self::Sent,
        Self::Confirmed,
        Self::Unknown,
        Self::Failed,
        Self::Cancelled,
    ];

    /// The stable word in the database.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Unknown => "unknown",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Pages that are done are forgotten after a week.
const KEPT_MS: i64 = 7 * 24 * 3_600_000;

impl Store {
    /// Puts a page in the queue; answers its number.
    pub fn add_print(&mut self, job: &NewJob) -> Result<i64, StoreError> {
        self.transact(|connection, _, _| {
            insert(connection, None, job, JobState::Queued)?;
            Ok(connection.last_insert_rowid())
        })
    }

    /// Notes how far a page came.
    pub fn set_print_state(&mut self, id: i64, state: JobState) -> Result<(), StoreError> {
        self.transact(|connection, _, _| {
            connection
                .prepare_cached("UPDATE print_job SET state = ?2 WHERE id = ?1")?
                .execute((id, state.id()))?;
            Ok(())
        })
    }

    /// The pages that are not known to be out, oldest first.
    pub fn pending_prints(&self) -> Result<Vec<PrintJob>, StoreError> {
        let mut jobs = all(self.connection()?)?;
        jobs.retain(|job| match job.state {
            JobState::Queued | JobState::Sending | JobState::Unknown | JobState::Failed => true,
            JobState::Sent | JobState::Confirmed | JobState::Cancelled => false,
        });
        Ok(jobs)
    }
}

/// The whole queue, oldest first.
pub(super) fn all(connection: &Connection) -> Result<Vec<PrintJob>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT id, at_utc_ms, offset_min, epoch, seq, copy, title, content, state
           FROM print_job ORDER BY id",
    )?;
    let rows = statement.query_map([], job)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Puts a queue from elsewhere in the place of none.
pub(super) fn put_all(connection: &Connection, jobs: &[PrintJob]) -> Result<(), StoreError> {
    for one in jobs {
        insert(connection, Some(one.id), &one.job, one.state)?;
    }
    Ok(())
}

fn insert(
    connection: &Connection,
    id: Option<i64>,
    job: &NewJob,
    state: JobState,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO print_job
                    (id, at_utc_ms, offset_min, epoch, seq, copy, title, content, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            id,
            job.at.utc_ms,
            job.at.offset_min,
            job.ticket.map(|(epoch, _)| epoch),
            job.ticket.map(|(_, seq)| sql(seq)),
            job.copy,
            &job.title,
            &job.content,
            state.id(),
        ))?;
    Ok(())
}

/// At the start: what was on its way may be out or not, and what was done long ago goes. Answers
/// how many are in doubt.
pub(super) fn doubt_sending(connection: &Connection, now: Moment) -> Result<usize, StoreError> {
    let old = now.utc_ms.saturating_sub(KEPT_MS);
    let any: bool = connection.query_row(
        "SELECT EXISTS (SELECT 1 FROM print_job WHERE state = 'sending'
                           OR (at_utc_ms < ?1 AND state IN ('sent', 'confirmed', 'cancelled')))",
        [old],
        |row| row.get(0),
    )?;
    if !any {
        return Ok(0);
    }
    let doubts = connection.execute(
        "UPDATE print_job SET state = 'unknown' WHERE state = 'sending'",
        [],
    )?;
    connection.execute(
        "DELETE FROM print_job
          WHERE at_utc_ms < ?1 AND state IN ('sent', 'confirmed', 'cancelled')",
        [old],
    )?;
    Ok(doubts)
}

fn job(row: &Row<'_>) -> rusqlite::Result<PrintJob> {
    let word: String = row.get(8)?;
    let state = JobState::ALL.into_iter().find(|it| it.id() == word);
    let ticket: (Option<u32>, Option<i64>) = (row.get(3)?, row.get(4)?);
    Ok(PrintJob {
        id: row.get(0)?,
        job: NewJob {
            at: Moment {
                utc_ms: row.get(1)?,
                offset_min: row.get(2)?,
            },
            ticket: ticket
                .0
                .zip(ticket.1.and_then(|seq| u64::try_from(seq).ok())),
            copy: row.get(5)?,
            title: row.get(6)?,
            content: row.get(7)?,
        },
        // The table takes no other word.
        state: state.unwrap_or(JobState::Unknown),
    })
}

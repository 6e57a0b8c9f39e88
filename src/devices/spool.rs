//! The printer's thread: takes jobs one by one, answers each once, never makes the sale wait.
//!
//! Nothing is sent twice from here. Whether a job of which nothing left is given again, and who
//! looks for the paper otherwise, is for `app` and the person at the till.

use super::{
    encode, layout,
    port::{Done, Form, Parcel, Patience, Port},
    profile::{Ack, Profile},
    trouble::{Cause, Trouble},
};
use crate::domain::paper::Page;
use std::{
    collections::VecDeque,
    io,
    sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel},
    thread::{self, JoinHandle},
    time::Duration,
};

/// Jobs that may wait at the door, beside as many inside; one more is refused, which is news for
/// the operator.
pub const WAITING: usize = 32;
/// A drawer that would open later than this opens before nobody.
pub const DRAWER_EXPIRES: Duration = Duration::from_secs(5);

/// What a job is for; it names the job's file in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A customer's ticket, printed for the first time.
    Receipt,
    /// The same once more; the page says so itself.
    Duplicate,
    /// A page that shows what the printer can do.
    Test,
    /// Only the pulse that opens the drawer; goes before all that waits, its page is not printed.
    Drawer,
}

/// One thing to do for the printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Job {
    /// The caller's number, given back with the answer.
    pub id: u64,
    /// What it is for.
    pub kind: Kind,
    /// What to print.
    pub page: Page,
}

/// What became of a job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The job's number.
    pub id: u64,
    /// The job's kind.
    pub kind: Kind,
    /// Sent, confirmed, or why not.
    pub outcome: Result<Done, Trouble>,
}

/// Which printer, and how to reach it.
#[derive(Clone, Debug)]
pub struct Setup {
    /// Where the bytes go.
    pub port: Port,
    /// What the printer is.
    pub profile: &'static Profile,
    /// How long to wait for it.
    pub patience: Patience,
    /// The time since any fixed moment; only differences count.
    pub clock: fn() -> Duration,
}

/// The door to the printer's thread. Dropping it lets the thread do what waits, and end.
#[derive(Debug)]
pub struct Spool {
    jobs: SyncSender<(Duration, Job)>,
    clock: fn() -> Duration,
    thread: JoinHandle<()>,
}

/// Starts the printer's thread; the answers come on it, one for each job, in the order of doing.
/// Errs only where the system has no thread to give.
pub fn start(setup: Setup, answer: impl Fn(Answer) + Send + 'static) -> io::Result<Spool> {
    let (jobs, waiting) = sync_channel(WAITING);
    let clock = setup.clock;
    let thread = thread::Builder::new()
        .name("printer".to_owned())
        .spawn(move || work(&setup, &waiting, answer))?;
    Ok(Spool {
        jobs,
        clock,
        thread,
    })
}

impl Spool {
    /// Gives a job to the thread without waiting; gives it back when too many wait already.
    pub fn put(&self, job: Job) -> Result<(), Job> {
        match self.jobs.try_send(((self.clock)(), job)) {
            Ok(()) => Ok(()),
            Err(TrySendError::Full((_, job)) | TrySendError::Disconnected((_, job))) => Err(job),
        }
    }

    /// Waits until all that was given is answered and the thread has ended; on a printer that
    /// takes nothing, up to the patience for each job.
    pub fn finish(self) {
        drop(self.jobs);
        let _ = self.thread.join();
    }
}

fn work(setup: &Setup, jobs: &Receiver<(Duration, Job)>, answer: impl Fn(Answer)) {
    let mut waiting = VecDeque::new();
    loop {
        if waiting.is_empty() {
            match jobs.recv() {
                Ok(job) => waiting.push_back(job),
                Err(_) => return,
            }
        }
        waiting.extend(jobs.try_iter().take(WAITING.saturating_sub(waiting.len())));
        let drawer = waiting.iter().position(|(_, job)| job.kind == Kind::Drawer);
        let Some((since, job)) = waiting.remove(drawer.unwrap_or_default()) else {
            continue;
        };
        let waited = (setup.clock)().saturating_sub(since);
        answer(Answer {
            id: job.id,
            kind: job.kind,
            outcome: perform(setup, &job, waited),
        });
    }
}

fn perform(setup: &Setup, job: &Job, waited: Duration) -> Result<Done, Trouble> {
    if job.kind == Kind::Drawer && waited > DRAWER_EXPIRES {
        return Err(Trouble::at_once(Cause::TooLate));
    }
    let parcel = parcel(setup, job)?;
    setup.port.send(&parcel, &setup.patience)
}

/// The whole job, before its first byte leaves.
fn parcel(setup: &Setup, job: &Job) -> Result<Parcel, Trouble> {
    let (word, ack) = match job.kind {
        Kind::Receipt => ("receipt", setup.profile.ack),
        Kind::Duplicate => ("duplicate", setup.profile.ack),
        Kind::Test => ("test", setup.profile.ack),
        Kind::Drawer => ("drawer", Ack::None),
    };
    let bytes = match (job.kind, setup.port.form()) {
        (Kind::Drawer, Form::Bytes) => encode::kick(setup.profile),
        // A text file has no drawer; nothing is written, and nothing is wrong.
        (Kind::Drawer, Form::Text) => Vec::new(),
        (Kind::Receipt | Kind::Duplicate | Kind::Test, Form::Bytes) => {
            encode::page(&job.page, setup.profile)
                .map_err(|error| Trouble::at_once(Cause::Failed(error.to_string())))?
        }
        (Kind::Receipt | Kind::Duplicate | Kind::Test, Form::Text) => {
            let mut text = layout::text(&job.page, setup.profile.columns).join("\n");
            text.push_str("\n\n");
            text.into_bytes()
        }
    };
    let name = format!("{word}-{}", job.id);
    Ok(Parcel { name, bytes, ack })
}

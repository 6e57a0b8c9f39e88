//! The store's side of the counter: takes requests in order, answers each; on its own thread in
//! the till, in line in tests.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender},
    thread::{self, JoinHandle},
    time::Duration,
};

use super::{
    desk::log_line,
    keeper::{self, Asker, Unkept},
};
use crate::{
    domain::{
        asking::Ask,
        journal::Proposal,
        keeper::{KeeperAnswer, KeeperAsk},
        member::Contact,
        receipt::Copy,
        ticket::Ticket,
        time::Moment,
        views::{TicketDetail, WriteTrouble},
    },
    store::{JobState, NewJob, Store, StoreError},
    ui::event::News,
};

/// What the till asks of the store.
#[derive(Debug)]
pub enum Request {
    /// Write a ticket and what is open once it is written.
    Record(Box<Proposal>, Box<Ticket>, String),
    /// Write another entry.
    Write(Box<Proposal>),
    /// Write tickets that put others right, all of them or none.
    Correct(Vec<Proposal>),
    /// Save what is open.
    SaveDrafts(String),
    /// Put a ticket in the printer's queue, and say what is on it.
    Print {
        /// What people call the ticket.
        ticket: String,
        /// When.
        at: Moment,
    },
    /// Note how far a page came; with the journal's entry about it, once it may be on paper.
    Printed(i64, JobState, Option<Box<Proposal>>),
    /// Write accounts, and whose one of them is.
    SaveMember(Box<Proposal>, Option<Contact>),
    /// Ask the journal.
    Ask(Ask),
    /// Ask whoever keeps the keeper's PIN.
    Keeper(KeeperAsk, Asker),
    /// The tickets of a market day.
    Tickets(String),
    /// One ticket, by what people call it.
    Ticket(String),
    /// The stock of a market day.
    Stock(String),
    /// Lend the store for some work between two sales; whoever asks is answered by the work.
    Lend(Loan),
}

/// Some work with the store.
pub struct Loan(pub Box<dyn FnOnce(&mut Store) + Send>);

impl fmt::Debug for Loan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Loan")
    }
}

/// What the store answers.
#[derive(Debug)]
pub enum Answer {
    /// For the screens.
    News(News),
    /// The drafts are saved.
    Saved,
    /// A page to be printed, under its number in the queue.
    Page(i64, Box<TicketDetail>, Copy),
    /// A read failed; the sentence is for the log.
    Failed(StoreError),
}

/// Serves requests with the store it holds.
pub struct Clerk {
    store: Store,
    log: Option<PathBuf>,
    /// Pages at the printer, by their number in the queue and their ticket.
    under_way: Vec<(i64, String)>,
}

/// The log is emptied after so long without a request, if it is long.
const IDLE: Duration = Duration::from_secs(20);

impl Clerk {
    /// A clerk for this store.
    pub const fn new(store: Store) -> Self {
        Self {
            store,
            log: None,
            under_way: Vec::new(),
        }
    }

    /// The same, who writes down what the screens say in fewer words.
    #[must_use]
    pub fn with_log(mut self, log: &Path) -> Self {
        self.log = Some(log.to_path_buf());
        self
    }

    /// What the screens are told of an error; the log has the rest.
    fn trouble(&self, error: &StoreError) -> WriteTrouble {
        self.note(&error.to_string());
        error.into()
    }

    fn note(&self, sentence: &str) {
        if let Some(log) = &self.log {
            log_line(log, sentence);
        }
    }

    /// The store, to be read.
    pub const fn store(&self) -> &Store {
        &self.store
    }

    /// The store, for work in line.
    pub const fn store_mut(&mut self) -> &mut Store {
        &mut self.store
    }

    /// Does what is asked and answers.
    pub fn serve(&mut self, request: Request) -> Option<Answer> {
        match request {
            Request::Record(proposal, ticket, drafts) => {
                Some(match self.store.append(*proposal, Some(&drafts)) {
                    Ok(recorded) => Answer::News(News::Recorded(Box::new(recorded), ticket)),
                    Err(error) => Answer::News(News::NotRecorded(self.trouble(&error))),
                })
            }
            Request::Write(proposal) => {
                let uid = proposal.uid;
                Some(Answer::News(match self.store.append(*proposal, None) {
                    Ok(_) => News::Written(uid),
                    Err(error) => News::NotWritten(uid, self.trouble(&error)),
                }))
            }
            Request::Correct(proposals) => {
                let uid = proposals.first()?.uid;
                Some(Answer::News(match self.store.append_all(proposals) {
                    Ok(recorded) => News::Corrected(recorded),
                    Err(error) => News::NotCorrected(uid, self.trouble(&error)),
                }))
            }
            Request::SaveDrafts(drafts) => Some(match self.store.save_drafts(&drafts) {
                Ok(()) => Answer::Saved,
                Err(error) => Answer::News(News::NotSaved(self.trouble(&error))),
            }),
            Request::Print { ticket, at } => match self.print(&ticket, at) {
                Ok(page) => page,
                Err(error) => Some(Answer::Failed(error)),
            },
            Request::Printed(job, state, entry) => {
                self.printed(job, state, entry).err().map(Answer::Failed)
            }
            Request::Tickets(day) => Some(told(self.store.tickets(&day).map(News::Tickets))),
            Request::Ticket(name) => match self.store.ticket_named(&name) {
                Ok(found) => found.map(|detail| Answer::News(News::Ticket(Box::new(detail)))),
                Err(error) => Some(Answer::Failed(error)),
            },
            Request::SaveMember(proposal, contact) => {
                let uid = proposal.uid;
                let saved = self.store.save_member(*proposal, contact.as_ref());
                Some(Answer::News(match saved {
                    Ok(_) => News::Written(uid),
                    Err(error) => News::NotWritten(uid, self.trouble(&error)),
                }))
            }
            Request::Ask(ask) => {
                let found = self.store.answer(&ask);
                Some(told(found.map(|found| News::Found(Box::new(found)))))
            }
            Request::Keeper(ask, asker) => {
                let answer = keeper::answer(&mut self.store, ask, asker);
                let answer = answer.unwrap_or_else(|why| {
                    KeeperAnswer::NotDone(match &why {
                        Unkept::Store(error) => self.trouble(error),
                        Unkept::Hash(_) | Unkept::NoRandomness => {
                            self.note(&why.to_string());
                            WriteTrouble::Other
                        }
                    })
                });
                Some(Answer::News(News::Keeper(answer)))
            }
            Request::Lend(Loan(work)) => {
                work(&mut self.store);
                None
            }
            Request::Stock(day) => Some(told(self.store.stock(&day).map(News::Stock))),
        }
    }

    /// The queue knows of the page before its first byte leaves; the journal, once it may be on
    /// paper: a printer that was off makes no duplicate of what never came out.
    fn print(&mut self, ticket: &str, at: Moment) -> Result<Option<Answer>, StoreError> {
        let Some(detail) = self.store.ticket_named(ticket)? else {
            return Ok(None);
        };
        let under_way = self.under_way.iter().filter(|(_, name)| name == ticket);
        let number = detail.copies + u32::try_from(under_way.count()).unwrap_or(u32::MAX);
        let copy = match number {
            0 => Copy::Original,
            number => Copy::Duplicate(number),
        };
        let job = self.store.add_print(&NewJob {
            at,
            ticket: Some((detail.epoch, detail.seq)),
            copy: number,
            title: detail.ticket.name.clone(),
            content: Vec::new(),
        })?;
        self.store.set_print_state(job, JobState::Sending)?;
        self.under_way.push((job, detail.ticket.name.clone()));
        Ok(Some(Answer::Page(job, Box::new(detail), copy)))
    }

    fn printed(
        &mut self,
        job: i64,
        state: JobState,
        entry: Option<Box<Proposal>>,
    ) -> Result<(), StoreError> {
        self.under_way.retain(|(it, _)| *it != job);
        if let Some(entry) = entry {
            self.store.append(*entry, None)?;
        }
        self.store.set_print_state(job, state)
    }

    /// The store, when the work is over.
    pub fn into_store(self) -> Store {
        self.store
    }
}

fn told(news: Result<News, StoreError>) -> Answer {
    news.map_or_else(Answer::Failed, Answer::News)
}

/// Serves on a thread of its own until nobody asks any more, then closes the data. A long log is
/// emptied when nobody has asked for a while: never in a sale.
pub fn start<E: From<Answer> + Send + 'static>(
    mut clerk: Clerk,
    requests: Receiver<Request>,
    answers: SyncSender<E>,
) -> std::io::Result<JoinHandle<Result<(), StoreError>>> {
    thread::Builder::new()
        .name("store".to_owned())
        .spawn(move || {
            loop {
                let request = if clerk.store.log_bytes() > Store::LONG_LOG {
                    match requests.recv_timeout(IDLE) {
                        Err(RecvTimeoutError::Timeout) => {
                            // What cannot be emptied now is emptied at the next start.
                            let _ = clerk.store.checkpoint();
                            continue;
                        }
                        other => other.ok(),
                    }
                } else {
                    requests.recv().ok()
                };
                let Some(request) = request else {
                    return clerk.into_store().close();
                };
                if let Some(answer) = clerk.serve(request) {
                    // A till that is gone has no use for the answer; what it asked is written.
                    let _ = answers.send(answer.into());
                }
            }
        })
}

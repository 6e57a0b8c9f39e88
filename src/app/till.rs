//! The running till: performs the screens' effects, and carries the answers back.

use std::{collections::VecDeque, sync::mpsc::SyncSender};

use super::{
    clerk::{Answer, Clerk, Request},
    owed::Owed,
};
use crate::{
    devices::{
        port::Done,
        spool::{Job, Kind, Spool},
        trouble::{Cause, Trouble},
    },
    domain::{
        facts::{Event as TillEvent, Happening},
        ids::Mint,
        journal::{Fact, Proposal},
        paper::Page,
        receipt::{self, Copy},
        time::Moment,
        views::TicketDetail,
    },
    store::{JobState, Store},
    ui::{
        drafts::Drafts,
        event::{Effect, Event, News, PrinterNews},
        model::Model,
        paper,
        shop::Sample,
    },
};

/// More turns than this for one event is a mistake of ours.
const TURNS_MAX: usize = 200;

/// Who serves the store.
pub enum Counter {
    /// A thread, asked through a channel.
    Thread(SyncSender<Request>),
    /// Here and now, for tests and for trying things.
    Here(Box<Clerk>),
}

/// Who prints.
pub enum Printer {
    /// The spool of a printer.
    Spool(Spool),
    /// None is set up.
    NotSet,
    /// Pages are kept for a test to read.
    Kept(Vec<(Kind, Page)>),
}

/// What the loop must do outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chore {
    /// Sound the bell.
    Bell,
    /// Keep a choice of this machine.
    Remember(&'static str, String),
    /// Come back after so many milliseconds.
    Wake(u64),
}

/// A running till.
pub struct Till {
    /// The screens.
    pub model: Model,
    counter: Counter,
    printer: Printer,
    mint: Mint,
    owed: Owed,
    saving: Saving,
    state: State,
    chores: Vec<Chore>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Saving {
    Idle,
    UnderWay,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Leaving,
}

impl Till {
    /// A till with its screens, its store and its printer; `seed` is true randomness.
    pub fn new(model: Model, counter: Counter, printer: Printer, seed: [u8; 32]) -> Self {
        Self {
            model,
            counter,
            printer,
            mint: Mint::new(seed),
            owed: Owed::default(),
            saving: Saving::Idle,
            state: State::Open,
            chores: Vec::new(),
        }
    }

    /// Whether anybody still wants it.
    pub fn is_open(&self) -> bool {
        self.state == State::Open
    }

    /// What the loop must do since last asked.
    pub fn take_chores(&mut self) -> Vec<Chore> {
        std::mem::take(&mut self.chores)
    }

    /// The pages kept for a test.
    pub fn kept_pages(&self) -> &[(Kind, Page)] {
        match &self.printer {
            Printer::Kept(pages) => pages,
            Printer::Spool(_) | Printer::NotSet => &[],
        }
    }

    /// The store, where it is served here and now.
    pub fn store_here(&self) -> Option<&Store> {
        match &self.counter {
            Counter::Here(clerk) => Some(clerk.store()),
            Counter::Thread(_) => None,
        }
    }

    /// Takes an event through to its last consequence that does not wait for a thread.
    pub fn handle(&mut self, event: Event, now: Moment) {
        if matches!(event, Event::Stroke(_)) {
            self.ask_again(now);
        }
        let mut waiting = VecDeque::from([event]);
        for _ in 0..TURNS_MAX {
            let Some(event) = waiting.pop_front() else {
                return;
            };
            for effect in self.model.update(&event, now) {
                let answer = self.perform(effect, now);
                waiting.extend(answer.and_then(|answer| self.take_answer(answer, now)));
            }
        }
    }

    /// Asks again for what the store could not write.
    fn ask_again(&mut self, now: Moment) {
        for proposal in self.owed.again() {
            self.owed.sent(&proposal);
            if let Some(answer) = self.ask(Request::Write(Box::new(proposal))) {
                self.answered(answer, now);
            }
        }
    }

    /// Takes an answer of the store's thread.
    pub fn answered(&mut self, answer: Answer, now: Moment) {
        if let Some(event) = self.take_answer(answer, now) {
            self.handle(event, now);
        }
    }

    /// Takes what the spool says of a page.
    pub fn printed(&mut self, job: u64, kind: Kind, outcome: &Result<Done, Trouble>, now: Moment) {
        let state = match outcome {
            Ok(Done::Confirmed) => JobState::Confirmed,
            Ok(Done::Sent) => JobState::Sent,
            Err(trouble) if trouble.before_first_byte() => JobState::Failed,
            Err(_) => JobState::Unknown,
        };
        if kind != Kind::Drawer
            && let Ok(job) = i64::try_from(job)
        {
            let answer = self.ask(Request::Printed(job, state));
            debug_assert!(!matches!(answer, Some(Answer::Page(..))));
        }
        if kind == Kind::Drawer && outcome.is_ok() {
            // It opened in front of everybody: there is nothing to say.
            return;
        }
        let news = News::Printer(printer_news(outcome));
        self.handle(Event::Told(news), now);
    }

    /// Saves what is open, once the frame is drawn: the newest replaces those that wait.
    pub fn after_frame(&mut self, now: Moment) {
        if self.saving == Saving::UnderWay {
            return;
        }
        if let Some(drafts) = self.owed.save_now().map(text) {
            self.saving = Saving::UnderWay;
            if let Some(answer) = self.ask(Request::SaveDrafts(drafts)) {
                self.answered(answer, now);
            }
        }
    }

    /// Saves what is open and ends the work of the threads it talks to.
    pub fn close(mut self, now: Moment) {
        self.ask_again(now);
        self.saving = Saving::Idle;
        self.after_frame(now);
        let stop = Fact::Event(TillEvent {
            what: Happening::Stop,
            detail: None,
        });
        let uid = self.mint.uid();
        let stop = self.proposal(uid, stop, now);
        // Nobody is left to be told; a stop that is not written is seen by the next start.
        let _ = self.ask(Request::Write(Box::new(stop)));
        if let Printer::Spool(spool) = self.printer {
            spool.finish();
        }
        // Dropping the counter ends the store's thread, which closes the data.
    }

    fn perform(&mut self, effect: Effect, now: Moment) -> Option<Answer> {
        match effect {
            Effect::Record {
                uid,
                ticket,
                drafts,
            } => {
                // What waits to be saved is older than what this transaction saves.
                self.owed.superseded();
                let proposal = self.proposal(uid, Fact::Ticket(ticket.clone()), now);
                self.ask(Request::Record(Box::new(proposal), ticket, text(&drafts)))
            }
            Effect::Write(uid, fact) => {
                let proposal = self.proposal(uid, fact, now);
                self.owed.sent(&proposal);
                self.ask(Request::Write(Box::new(proposal)))
            }
            Effect::SaveDrafts(drafts) => {
                self.owed.to_save(drafts);
                None
            }
            Effect::Print { ticket } => self.print(ticket, now),
            Effect::OpenDrawer => self.put(Job {
                id: 0,
                kind: Kind::Drawer,
                page: Page::default(),
            }),
            Effect::AskTickets(day) => self.ask(Request::Tickets(day)),
            Effect::AskTicket(name) => self.ask(Request::Ticket(name)),
            Effect::AskStock(day) => self.ask(Request::Stock(day)),
            Effect::Wake(after_ms) => {
                self.chores.push(Chore::Wake(after_ms));
                None
            }
            Effect::Bell => {
                self.chores.push(Chore::Bell);
                None
            }
            Effect::Remember(key, value) => {
                self.chores.push(Chore::Remember(key, value));
                None
            }
            Effect::Quit => {
                self.state = State::Leaving;
                None
            }
        }
    }

    fn proposal(&self, uid: crate::domain::ids::Uid, fact: Fact, at: Moment) -> Proposal {
        Proposal {
            uid,
            at,
            operator: self.model.shop.operator.clone(),
            fact,
        }
    }

    fn print(&mut self, ticket: String, at: Moment) -> Option<Answer> {
        if matches!(self.printer, Printer::NotSet) {
            return Some(Answer::News(News::Printer(PrinterNews::NotSet)));
        }
        let uid = self.mint.uid();
        let operator = self.model.shop.operator.clone();
        self.ask(Request::Print {
            ticket,
            uid,
            at,
            operator,
        })
    }

    /// Asks the store; the answer comes at once only when it is served here.
    fn ask(&mut self, request: Request) -> Option<Answer> {
        match &mut self.counter {
            Counter::Here(clerk) => clerk.serve(request),
            Counter::Thread(requests) => {
                // The queue is far longer than what one person can ask for; a thread that is gone
                // has ended the program with it.
                let _ = requests.send(request);
                None
            }
        }
    }

    fn take_answer(&mut self, answer: Answer, _now: Moment) -> Option<Event> {
        match answer {
            Answer::News(news) => {
                match &news {
                    News::NotSaved(_) => self.saving = Saving::Idle,
                    News::Written(uid) => self.owed.written(*uid),
                    News::NotWritten(uid, _) => self.owed.refused(*uid),
                    _ => {}
                }
                Some(Event::Told(news))
            }
            Answer::Saved => {
                self.owed.saved();
                self.saving = Saving::Idle;
                None
            }
            Answer::Page(job, detail, copy) => {
                let page = self.page(&detail, copy);
                let kind = match copy {
                    Copy::Original => Kind::Receipt,
                    Copy::Duplicate(_) => Kind::Duplicate,
                };
                let id = u64::try_from(job).unwrap_or_default();
                let refused = self.put(Job { id, kind, page });
                refused.and_then(|answer| match answer {
                    Answer::News(news) => Some(Event::Told(news)),
                    Answer::Saved | Answer::Page(..) | Answer::Failed(_) => None,
                })
            }
            Answer::Failed(error) => {
                let trouble = (&error).into();
                Some(Event::Told(News::NotSaved(trouble)))
            }
        }
    }

    /// The receipt of a ticket in the till's language.
    fn page(&self, detail: &TicketDetail, copy: Copy) -> Page {
        let shop = &self.model.shop;
        let lines = receipt::lines(detail, &shop.settings.stall, copy);
        let mut page = paper::page(&lines, &shop.look.words);
        if shop.sample == Sample::Demo {
            page.rows.insert(0, paper::sample(&shop.look.words));
        }
        page
    }

    fn put(&mut self, job: Job) -> Option<Answer> {
        match &mut self.printer {
            Printer::Spool(spool) => spool
                .put(job)
                .err()
                .map(|_| Answer::News(News::Printer(PrinterNews::Busy))),
            Printer::Kept(pages) => {
                pages.push((job.kind, job.page));
                None
            }
            // Without a printer there is no drawer on its cable either: nothing to say.
            Printer::NotSet => None,
        }
    }
}

/// The drafts as the store keeps them.
pub fn text(drafts: &Drafts) -> String {
    crate::domain::journal::canonical(drafts).unwrap_or_default()
}

fn printer_news(outcome: &Result<Done, Trouble>) -> PrinterNews {
    let Err(trouble) = outcome else {
        return PrinterNews::Printed;
    };
    match &trouble.cause {
        Cause::NotSet => PrinterNews::NotSet,
        Cause::Absent | Cause::UnknownHost | Cause::TooLate => PrinterNews::Absent,
        Cause::Forbidden => PrinterNews::Forbidden,
        Cause::Busy => PrinterNews::Busy,
        Cause::NotTaking | Cause::PaperOut | Cause::NoAnswer => PrinterNews::Stopped,
        Cause::NoSpace | Cause::NoFolder => PrinterNews::NoRoom,
        Cause::Cut | Cause::Failed(_) => PrinterNews::Cut,
    }
}

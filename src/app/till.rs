//! The running till: performs the screens' effects, and carries the answers back.

use std::{
    collections::{HashMap, VecDeque},
    sync::mpsc::SyncSender,
};

use super::{
    carrier::Carriage,
    clerk::{Answer, Clerk, Request},
    keeper::Asker,
    owed::Owed,
    pages::Printing,
};
use crate::{
    devices::spool::{Job, Kind, Spool},
    domain::{
        facts::{Event as TillEvent, Happening},
        ids::Mint,
        journal::{Fact, Proposal},
        keeper::KeeperAsk,
        paper::Page,
        time::Moment,
    },
    store::Store,
    ui::{
        drafts::Drafts,
        event::{Carried, Effect, Event, News},
        model::Model,
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
    pub(super) counter: Counter,
    pub(super) printer: Printer,
    pub(super) carriage: Carriage,
    /// What was carried here and now and is not told yet.
    pub(super) told: VecDeque<Carried>,
    pub(super) mint: Mint,
    owed: Owed,
    /// Pages at the printer, by their number.
    pub(super) pages: HashMap<u64, Printing>,
    saving: Saving,
    state: State,
    chores: Vec<Chore>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Saving {
    Idle,
    UnderWay,
    /// The last time failed, and the screen says so.
    Trouble,
    /// Under way after trouble.
    Again,
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
            carriage: Carriage::Nobody,
            told: VecDeque::new(),
            mint: Mint::new(seed),
            owed: Owed::default(),
            pages: HashMap::new(),
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

    /// The same, when the till is no longer needed.
    pub fn into_store_here(self) -> Option<Store> {
        match self.counter {
            Counter::Here(clerk) => Some(clerk.into_store()),
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
                let carried = self.told.drain(..).map(News::Carried);
                waiting.extend(carried.map(Event::Told));
            }
        }
    }

    /// Asks again for what the store could not write.
    fn ask_again(&mut self, now: Moment) {
        for proposal in self.owed.again() {
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

    /// Saves what is open, once the frame is drawn: the newest replaces those that wait.
    pub fn after_frame(&mut self, now: Moment) {
        if matches!(self.saving, Saving::UnderWay | Saving::Again) {
            return;
        }
        if let Some(drafts) = self.owed.save_now().map(text) {
            self.saving = match self.saving {
                Saving::Trouble | Saving::Again => Saving::Again,
                Saving::Idle | Saving::UnderWay => Saving::UnderWay,
            };
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
        if let Carriage::Office(office) = self.carriage {
            office.finish();
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
                if !self.owed.may_go(&proposal) {
                    return None;
                }
                self.ask(Request::Write(Box::new(proposal)))
            }
            Effect::Correct(tickets) => {
                let proposal = |(uid, ticket)| self.proposal(uid, Fact::Ticket(ticket), now);
                let proposals = tickets.into_iter().map(proposal).collect();
                self.ask(Request::Correct(proposals))
            }
            Effect::SaveDrafts(drafts) => {
                self.owed.to_save(drafts);
                None
            }
            Effect::Print { ticket } => self.print(ticket, now),
            Effect::OpenDrawer => self.put_page(Kind::Drawer, Page::default()),
            Effect::AskTickets(day) => self.ask(Request::Tickets(day)),
            Effect::AskTicket(name) => self.ask(Request::Ticket(name)),
            Effect::AskStock(day) => self.ask(Request::Stock(day)),
            Effect::Ask(ask) => self.ask(Request::Ask(ask)),
            Effect::Keeper(ask) => self.ask_keeper(ask, now),
            Effect::SaveMember(uid, change, contact) => {
                let proposal = self.proposal(uid, Fact::Member(change), now);
                self.ask(Request::SaveMember(Box::new(proposal), contact))
            }
            Effect::PrintPage { page, .. } => self.put_page(Kind::Receipt, page),
            Effect::Carry(carry) => self.carry(carry, now),
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

    /// Hands over what the printer's queue does not keep; answered only where it is refused.
    fn put_page(&mut self, kind: Kind, page: Page) -> Option<Answer> {
        let refused = self.put(Job { id: 0, kind, page });
        refused.map(|news| Answer::News(News::Printer(news)))
    }

    fn ask_keeper(&mut self, ask: KeeperAsk, at: Moment) -> Option<Answer> {
        let asker = Asker {
            uid: self.mint.uid(),
            at,
            operator: self.model.shop.operator.clone(),
        };
        self.ask(Request::Keeper(ask, asker))
    }

    pub(super) fn proposal(
        &self,
        uid: crate::domain::ids::Uid,
        fact: Fact,
        at: Moment,
    ) -> Proposal {
        Proposal {
            uid,
            at,
            operator: self.model.shop.operator.clone(),
            fact,
        }
    }

    /// Asks the store; the answer comes at once only when it is served here.
    pub(super) fn ask(&mut self, request: Request) -> Option<Answer> {
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

    fn take_answer(&mut self, answer: Answer, now: Moment) -> Option<Event> {
        match answer {
            Answer::News(news) => {
                match &news {
                    News::NotSaved(_) => {
                        self.owed.not_saved();
                        self.saving = Saving::Trouble;
                    }
                    News::Written(uid) => self.owed.written(*uid),
                    News::NotWritten(uid, trouble) => self.owed.refused(*uid, *trouble),
                    _ => {}
                }
                Some(Event::Told(news))
            }
            Answer::Saved => {
                self.owed.saved();
                let cured = self.saving == Saving::Again;
                self.saving = Saving::Idle;
                cured.then_some(Event::Told(News::Saved))
            }
            Answer::Page(job, detail, copy) => self.send_page(job, &detail, copy, now),
            Answer::Failed(error) => {
                let trouble = (&error).into();
                Some(Event::Told(News::NotSaved(trouble)))
            }
        }
    }
}

/// The drafts as the store keeps them.
pub fn text(drafts: &Drafts) -> String {
    crate::domain::journal::canonical(drafts).unwrap_or_default()
}

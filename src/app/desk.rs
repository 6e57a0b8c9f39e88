//! From the data to the sell screen, and the loop in between.

use std::{
    io::{self, Write},
    path::Path,
    sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel},
    time::Duration,
};

use super::{
    carrier::{self, Carriage, Carrier},
    clerk::{self, Answer, Clerk},
    clock,
    folders::{Folders, Market},
    left_open::{self, Found},
    machine::{self, Machine, Trouble},
    terminal::{self, Input, LastWords, Screen, ScreenTrouble},
    till::{Chore, Counter, Printer, Till},
};
use crate::{
    devices::{
        port::{Patience, Port},
        profile,
        spool::{self, Setup},
    },
    domain::{
        facts::{Event as TillEvent, Happening},
        ids::Mint,
        journal::Fact,
        label::Label,
    },
    store::{Note, Opened, Store, StoreError},
    ui::{
        canvas::Look,
        event::{Carried, Event, News},
        keeper::Keeper,
        model::Model,
        notice::Notice,
        shop::{Cable, Opening, Sample, Shop},
        theme::Theme,
        words::{Language, Words},
    },
};

/// What can reach the loop.
enum Message {
    Input(Input),
    Answer(Answer),
    Printed(spool::Answer),
    Carried(Carried),
}

impl From<Carried> for Message {
    fn from(carried: Carried) -> Self {
        Self::Carried(carried)
    }
}

impl From<Input> for Message {
    fn from(input: Input) -> Self {
        Self::Input(input)
    }
}

impl From<Answer> for Message {
    fn from(answer: Answer) -> Self {
        Self::Answer(answer)
    }
}

/// More than one person and two threads can have under way at once.
const QUEUE: usize = 4_096;
/// So many messages are taken in before the screen is drawn again.
const BATCH: usize = 256;

/// Why the till could not be opened, or had to end.
#[derive(Debug, thiserror::Error)]
pub enum DeskTrouble {
    /// The data.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// The terminal.
    #[error("{0}")]
    Screen(#[from] ScreenTrouble),
    /// A thread could not be started, or the terminal went away.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// The till was left while the disk took nothing.
    #[error("the open ticket could not be saved")]
    TicketNotKept,
    /// The system gives no random numbers: no key and no names could be made.
    #[error("the system gives no random numbers")]
    NoRandomness,
}

/// 32 bytes of true randomness.
pub fn seed() -> Result<[u8; 32], DeskTrouble> {
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|_| DeskTrouble::NoRandomness)?;
    Ok(seed)
}

/// What a store is opened with on this machine, now.
pub fn store_opening<'a>(
    folders: &'a Folders,
    stall: &Label,
) -> Result<crate::store::Opening<'a>, DeskTrouble> {
    Ok(crate::store::Opening {
        dir: &folders.data,
        machine: super::folders::machine_mark(),
        version: super::VERSION.to_owned(),
        at: clock::now(),
        seed: seed()?,
        stall: stall.clone(),
        till_name: super::till_name(),
    })
}

/// The shop as the store knows it.
pub fn shop(
    store: &mut Store,
    machine: &Machine,
    look: Look,
    language: Language,
    market: Market,
    log: &Path,
) -> Result<Shop, DeskTrouble> {
    let now = clock::now();
    let settings = store.settings()?;
    let today = now.business_day(settings.rules.day_starts_at);
    let (drafts, unreadable) = match left_open::open_baskets(store, &mut Mint::new(seed()?))? {
        Found::Nothing => (None, None),
        Found::Open(drafts) => (Some(*drafts), None),
        Found::Unreadable(saved) => (None, Some(saved)),
    };
    let doubts = left_open::pages_in_doubt(store, &mut Mint::new(seed()?), now);
    if let Err(error) = doubts {
        // The till opens on a full disk too; the doubt stays until the next start.
        log_line(log, &error.to_string());
    }
    let last = left_open::last_sale(store, &today, settings.rules.day_starts_at)?;
    let next_number = store.tickets_given() + 1;
    let mut shop = Shop::open(Opening {
        look,
        catalogue: store.catalogue()?,
        ranks: store.ranks(&today)?,
        left: store.left()?,
        settings,
        digits: machine.digits(language),
        now,
        operator: machine.operator.clone(),
        version: super::VERSION.to_owned(),
        seed: seed()?,
        drafts,
        sample: match market {
            Market::Real => Sample::Real,
            Market::Sample => Sample::Demo,
        },
        next_number,
    });
    shop.last = last;
    shop.keeper = Keeper::of(store.keeper()?.as_ref());
    if let Some(saved) = unreadable {
        // The next key saves other baskets in their place.
        log_line(log, &format!("baskets that cannot be read: {saved}"));
        shop.notice = Some(Notice::alarm("cli-start-baskets-unreadable"));
    }
    Ok(shop)
}

/// Opens the till on this terminal and sells until somebody quits.
pub fn open(
    mut store: Store,
    start: &Start,
    folders: &Folders,
    machine: &Machine,
    market: Market,
    (language, words): (Language, Words),
) -> Result<(), DeskTrouble> {
    let sentence = words.say("cli-fault");
    let no_color = std::env::var("NO_COLOR").ok();
    let theme = Theme::chosen(machine.theme.as_deref(), no_color.as_deref());
    let look = Look { theme, words };
    let log = &folders.log_file;
    let mut shop = shop(&mut store, machine, look, language, market, log)?;
    shop.notice = shop.notice.or_else(|| start_notice(start));
    if machine.printer_port == "none" {
        shop.cable = Cable::Nothing;
    }
    if let Some(path) = machine.printer_port.strip_prefix("file:") {
        path.clone_into(&mut shop.pages_go_to);
    }
    if let Some(before) = store
        .started_by()?
        .filter(|it| it.as_str() != super::VERSION)
    {
        let detail = Label::new(&format!("{before} > {}", super::VERSION));
        let what = Happening::Upgrade;
        shop.write(Fact::Event(TillEvent { what, detail }));
    }
    shop.write(Fact::Event(TillEvent {
        what: Happening::Start,
        detail: Label::new(super::VERSION),
    }));
    let mut screen = Screen::open(LastWords {
        crash_file: folders.log_file.clone(),
        sentence,
    })?;
    let (to_loop, inbox) = sync_channel::<Message>(QUEUE);
    let (requests, from_till) = sync_channel(QUEUE);
    let clerk = clerk::start(
        Clerk::new(store).with_log(&folders.log_file),
        from_till,
        to_loop.clone(),
    )?;
    let printer = printer(machine, to_loop.clone())?;
    let carrier = Carrier::of(folders, machine);
    let office = carrier::start(carrier, requests.clone(), to_loop.clone())?;
    let mut till = Till::new(
        Model::new(shop),
        Counter::Thread(requests),
        printer,
        seed()?,
    )
    .with_carriage(Carriage::Office(office));
    screen.draw(|frame| till.model.view(frame))?;
    till.handle(Event::Shown, clock::now());
    terminal::start_reading(to_loop, clock::monotonic_ms)?;
    let ended = sell(&mut screen, &mut till, &inbox, folders);
    drop(screen);
    till.close(clock::now());
    let closed = clerk.join();
    let saved = inbox.try_iter().filter_map(|message| match message {
        Message::Answer(Answer::Saved) => Some(true),
        Message::Answer(Answer::News(News::NotSaved(_))) => Some(false),
        Message::Answer(_) | Message::Input(_) | Message::Printed(_) | Message::Carried(_) => None,
    });
    let last_saved = saved.last();
    // A frame that was being drawn when the terminal vanished is no fault.
    ended.or_else(|error| terminal::has_vanished(&error).then_some(()).ok_or(error))?;
    match closed {
        Ok(closed) => closed?,
        Err(_) => return Err(io::Error::other("the store's thread ended by a fault").into()),
    }
    // Nobody was left to read it on the screen.
    if last_saved == Some(false) {
        return Err(DeskTrouble::TicketNotKept);
    }
    Ok(())
}

/// What there is to say at the start.
pub struct Start {
    /// How the data was found.
    pub opened: Opened,
    /// What of the settings file could not be used.
    pub settings_troubles: Vec<Trouble>,
}

fn start_notice(start: &Start) -> Option<Notice> {
    if let crate::store::Start::NewEpoch(_) = start.opened.start {
        return Some(Notice::warning("cli-start-new-epoch"));
    }
    if !start.settings_troubles.is_empty() {
        return Some(Notice::warning("cli-start-settings-file"));
    }
    start.opened.notes.iter().find_map(|note| match note {
        Note::PrintsUnknown { .. } => Some(Notice::warning("cli-start-print-unknown")),
        Note::LogKept => Some(Notice::alarm("disk-full")),
        Note::Recovered { .. } => None,
    })
}

fn printer(machine: &Machine, to_loop: SyncSender<Message>) -> io::Result<Printer> {
    let Ok(port) = machine.printer_port.parse::<Port>() else {
        return Ok(Printer::NotSet);
    };
    if port == Port::None {
        return Ok(Printer::NotSet);
    }
    let setup = Setup {
        port,
        profile: profile::by_id(&machine.printer_profile).unwrap_or_else(profile::safe),
        patience: Patience::MARKET,
        clock: || Duration::from_millis(clock::monotonic_ms()),
    };
    let spool = spool::start(setup, move |answer| {
        // A loop that is gone has no use for the answer.
        let _ = to_loop.send(Message::Printed(answer));
    })?;
    Ok(Printer::Spool(spool))
}

/// Draws, waits, takes in what came; until somebody quits or the terminal is gone.
fn sell(
    screen: &mut Screen,
    till: &mut Till,
    inbox: &Receiver<Message>,
    folders: &Folders,
) -> io::Result<()> {
    let mut wake_at: Option<u64> = None;
    loop {
        for chore in till.take_chores() {
            match chore {
                Chore::Bell => screen.bell()?,
                Chore::Wake(after_ms) => wake_at = Some(clock::monotonic_ms() + after_ms),
                Chore::Remember(key, value) => machine::remember_aside(folders, key, value),
            }
        }
        till.after_frame(clock::now());
        if !till.is_open() {
            return Ok(());
        }
        let (first, mut draw) = match next(inbox, &mut wake_at, till) {
            Next::Message(message) => (Some(message), Draw::No),
            Next::Woken => (None, Draw::Yes),
            Next::Nobody => return Ok(()),
        };
        for message in first.into_iter().chain(inbox.try_iter().take(BATCH)) {
            match message {
                Message::Input(Input::HungUp) => return Ok(()),
                Message::Input(Input::Resized) => {
                    screen.resized()?;
                    till.handle(Event::Resized, clock::now());
                }
                Message::Input(Input::Stroke(stroke)) => {
                    till.handle(Event::Stroke(stroke), clock::now());
                }
                Message::Answer(Answer::Saved) if till.model.shop.disk.is_none() => {
                    till.answered(Answer::Saved, clock::now());
                    continue;
                }
                Message::Answer(answer) => till.answered(answer, clock::now()),
                Message::Carried(carried) => {
                    till.handle(Event::Told(News::Carried(carried)), clock::now());
                }
                Message::Printed(answer) => {
                    till.printed(answer.id, answer.kind, &answer.outcome, clock::now());
                }
            }
            draw = Draw::Yes;
        }
        if draw == Draw::Yes {
            screen.draw(|frame| till.model.view(frame))?;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Draw {
    Yes,
    No,
}

/// What the loop waited for.
enum Next {
    /// Something came.
    Message(Message),
    /// Only the time asked for has passed.
    Woken,
    /// Nobody is left to speak.
    Nobody,
}

fn next(inbox: &Receiver<Message>, wake_at: &mut Option<u64>, till: &mut Till) -> Next {
    let Some(at) = *wake_at else {
        return inbox.recv().map_or(Next::Nobody, Next::Message);
    };
    let left = Duration::from_millis(at.saturating_sub(clock::monotonic_ms()));
    match inbox.recv_timeout(left) {
        Ok(message) => Next::Message(message),
        Err(RecvTimeoutError::Disconnected) => Next::Nobody,
        Err(RecvTimeoutError::Timeout) => {
            *wake_at = None;
            till.handle(Event::Woken(clock::monotonic_ms()), clock::now());
            Next::Woken
        }
    }
}

/// Adds a line to the log, with the moment; a log that cannot be written is no reason to stop.
pub fn log_line(log: &Path, line: &str) {
    let moment = clock::now().local();
    if let Ok(mut file) = std::fs::OpenOptions::new()
        .create(true)
        .append(true)
        .open(log)
    {
        let _ = writeln!(file, "{moment} {line}");
    }
}

//! `etal close`: a count, then the closing, then its bundle, without a screen.

use std::io::{self, Write};

use super::{
    super::{carrier::Carrier, clock, desk, keeper::Asker, left_open},
    arguments::{Answers, CashSaid, CloseDay, OverLimit},
    count, day_state, euros, newest, out,
    refusal::Refusal,
    report::z,
};
use crate::{
    app::VERSION,
    domain::{
        closing::{Closing, DayState, Level},
        day::{Count, Counting},
        facts::{Event, Happening},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        label::Label,
        money::Money,
        settings::{Settings, Tender},
        time::Moment,
    },
    store::{Store, StoreError},
    ui::words::Words,
};

/// Closes the open period: writes what was found, holds it against the journal, closes, and puts
/// the bundle into the outbox.
pub fn day(
    asked: &CloseDay,
    store: &mut Store,
    carrier: &Carrier,
    (answers, words): (Answers, &Words),
    output: &mut impl Write,
) -> Result<(), Refusal> {
    let settings = store.settings()?;
    let before = day_state(store)?;
    if before.since.is_none() {
        return Err(Refusal::Told(words.say("cli-close-nothing")));
    }
    let tenders = tenders(&settings, &before);
    let count = counted(asked, &euros(&settings)?, &tenders, words)?;
    let mut pen = Pen::new(asked.by.as_ref())?;
    if clock::now().utc_ms < before.latest.utc_ms {
        clock_behind(before.latest, &mut pen, store, words)?;
    }
    store.append(pen.proposal(Fact::Count(count)), None)?;
    let state = day_state(store)?;
    let limit = settings.rules.difference_limit;
    if let Some((means, difference)) = above(&state, limit, words) {
        if asked.over_limit == OverLimit::Refused {
            let blanks = [
                ("means", means.as_str()),
                ("difference", &words.money(difference)),
                ("limit", &words.money(limit)),
            ];
            return Err(Refusal::Told(words.say_with("cli-close-above", &blanks)));
        }
        if store.keeper()?.is_some() {
            // As with the settings: a PIN would keep nobody out who holds the machine.
            let allowed = Fact::Event(Event {
                what: Happening::KeeperAllowed,
                detail: Label::new("etal close --accept-difference"),
            });
            store.append(pen.proposal(allowed), None)?;
        }
    }
    // What was written meanwhile is in the period too.
    let state = day_state(store)?;
    let float = asked.leave.or(settings.rules.float);
    let mut decided = state.plainly(float.unwrap_or_else(|| last_float(&state)), &pen.by);
    decided.reason = asked.reason;
    let closing = state.closing(decided, VERSION);
    let drafts = left_open::without_closing(store)?;
    let closing = pen.proposal(Fact::Closing(Box::new(closing)));
    store.append(closing, drafts.as_deref())?;
    let seen = newest(store, Level::Day, words)?;
    let bundled = out::bundle(&seen.closing.name, carrier, store, pen.asker());
    z::tell(&seen, store, answers, words, output)?;
    // The closing stands, whatever became of its folder.
    bundled
        .map(|_| ())
        .map_err(|carried| out::refused(&carried, words))
}

/// Closes a month or a year that is over.
pub fn period(
    level: Level,
    by: Option<&Label>,
    store: &mut Store,
    (answers, words): (Answers, &Words),
    output: &mut impl Write,
) -> Result<(), Refusal> {
    // Whether it is over the store says, by the day of this entry: the last one may be of the month
    // itself. It makes it of the closings it covers, and gives it its name.
    let closing = Closing::asked(level, String::new(), VERSION);
    let mut pen = Pen::new(by)?;
    match store.append(pen.proposal(Fact::Closing(Box::new(closing))), None) {
        Err(StoreError::NotOver(_)) => {
            return Err(Refusal::Told(words.say("cli-close-not-over")));
        }
        written => written?,
    };
    let seen = newest(store, level, words)?;
    z::tell(&seen, store, answers, words, output)
}

/// Who writes on the command line.
struct Pen {
    mint: Mint,
    by: String,
}

impl Pen {
    fn new(by: Option<&Label>) -> Result<Self, Refusal> {
        Ok(Self {
            mint: Mint::new(desk::seed()?),
            by: by.map_or_else(String::new, ToString::to_string),
        })
    }

    fn proposal(&mut self, fact: Fact) -> Proposal {
        Proposal {
            uid: self.mint.uid(),
            at: clock::now(),
            operator: self.by.clone(),
            fact,
        }
    }

    fn asker(&mut self) -> Asker {
        Asker {
            uid: self.mint.uid(),
            at: clock::now(),
            operator: self.by.clone(),
        }
    }
}

/// Stays as float what was float.
fn last_float(state: &DayState) -> Money {
    let cash = Id::known("cash");
    let drawer = state.figures.drawer(&cash);
    drawer.map_or(Money::ZERO, |it| it.start)
}

/// The largest difference above the limit: of which means, and how much.
fn above(state: &DayState, limit: Money, words: &Words) -> Option<(String, Money)> {
    let rows = state.means();
    let wrong = rows.iter().filter_map(|row| {
        let difference = row.difference()?;
        (difference.abs() > limit).then_some((row, difference))
    });
    let (row, difference) = wrong.max_by_key(|it| it.1.abs())?;
    Some((words.tender(&row.tender, row.name.as_ref()), difference))
}

/// A clock before the last entry is written down and told; nothing waits for it to be set right.
fn clock_behind(
    latest: Moment,
    pen: &mut Pen,
    store: &mut Store,
    words: &Words,
) -> Result<(), Refusal> {
    let local = latest.local();
    let detail = format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute());
    let what = Happening::Clock;
    let detail = Label::new(&detail);
    store.append(pen.proposal(Fact::Event(Event { what, detail })), None)?;
    let (date, time) = (words.date_long(local.date()), words.time(local.time()));
    let blanks = [("date", date.as_str()), ("time", time.as_str())];
    // Beside the Z: what programs read stays clean, and a closed stderr has no reader to miss it.
    let _ = writeln!(
        io::stderr().lock(),
        "{}",
        words.say_with("cli-open-clock", &blanks)
    );
    Ok(())
}

/// What can be counted: the means of the settings, and those that they have no more but that came
/// or went in this period.
fn tenders(settings: &Settings, state: &DayState) -> Vec<Tender> {
    let mut tenders = settings.tenders.clone();
    for drawer in &state.figures.drawers {
        if settings.tender(&drawer.tender).is_none() {
            tenders.push(Tender {
                name: drawer.name.clone(),
                ..Tender::of(drawer.tender.clone(), None, drawer.kind)
            });
        }
    }
    tenders
}

/// What was found, in the journal's words.
fn counted(
    asked: &CloseDay,
    euros: &Tender,
    tenders: &[Tender],
    words: &Words,
) -> Result<Count, Refusal> {
    let mut cash = counting(euros, Money::ZERO);
    match &asked.cash {
        CashSaid::Total(total) => cash.total = *total,
        CashSaid::File(file) => {
            let drawer = count::drawer(file, words)?;
            cash.pieces = drawer.pieces;
            cash.other = drawer.other;
            cash.total = drawer.total;
        }
    }
    let mut means = vec![cash];
    for found in &asked.found {
        let known = tenders.iter().find(|it| it.id == found.tender);
        let Some(tender) = known.filter(|it| it.id != euros.id) else {
            let all: Vec<&str> = (tenders.iter())
                .map(|it| it.id.as_str())
                .filter(|it| *it != euros.id.as_str())
                .collect();
            let blanks = [("means", found.tender.as_str()), ("known", &all.join(", "))];
            return Err(Refusal::Told(words.say_with("cli-close-means", &blanks)));
        };
        means.push(Counting {
            number: found.number,
            ..counting(tender, found.total)
        });
    }
    Ok(Count { means })
}

fn counting(tender: &Tender, total: Money) -> Counting {
    Counting {
        tender: tender.id.clone(),
        name: tender.name.clone(),
        kind: tender.kind,
        pieces: Vec::new(),
        other: Money::ZERO,
        number: None,
        total,
    }
}

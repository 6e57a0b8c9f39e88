//! `etal ring`: sales without a screen. One JSON object a line comes in, one answer a line goes
//! out, in order, each only when its sale is on the disk.

mod asked;
mod json;
mod people;
mod refusal;
mod sale;

use std::io::{self, BufRead, Read, Write};

use serde::Serialize;

use crate::{
    domain::{
        ids::{Mint, Uid, hex},
        journal::{Fact, Proposal},
        money::Money,
        time::Moment,
        views::{Novelty, Recorded},
    },
    store::{Store, StoreError},
    ui::words::Words,
};

use asked::Asked;
use people::People;
use refusal::{ErrorId, Refusal};
use sale::Counter;

pub use refusal::ERRORS;

/// Whether a refused line ends the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// The next line is taken.
    GoesOn,
    /// Nothing after it is read.
    Stops,
}

/// What became of the lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many tickets were answered, those asked for again among them.
    pub rung: u64,
    /// How many lines were refused.
    pub refused: u64,
}

/// What ended the work before the last line; every sale that was answered is recorded.
#[derive(Debug, thiserror::Error)]
pub enum Cut {
    /// Lines do not come any more, or answers do not go.
    #[error(transparent)]
    Pipe(#[from] io::Error),
    /// The store does not say what is sold at what price.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The longest line that is read, in bytes: a thousand lines of a ticket are far below.
const LINE_MAX: u64 = 1 << 20;

/// So many sales pass before the length of the write-ahead log is looked at.
const LOOK_AT_LOG: u64 = 512;

/// A ticket as it is answered.
#[derive(Serialize)]
struct Answer<'a> {
    ticket: &'a str,
    number: u64,
    seq: u64,
    total_cents: i64,
    change_cents: i64,
    hash: String,
}

/// A refusal as it is answered; the uid only where the sale may have been recorded.
#[derive(Serialize)]
struct Refused<'a> {
    line: u64,
    error: &'a str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    uid: Option<Uid>,
}

/// Rings every line of the input. Empty lines have no answer. The catalogue and the settings are
/// those at the beginning: nobody else can change them while the store is held.
///
pub fn ring(
    mut input: impl BufRead,
    mut output: impl Write,
    store: &mut Store,
    strict: Strictness,
    words: &Words,
    now: fn() -> Moment,
    mint: &mut Mint,
) -> Result<Outcome, Cut> {
    let counter = Counter {
        catalogue: store.catalogue()?,
        settings: store.settings()?,
        people: People::default(),
        words,
    };
    let mut outcome = Outcome::default();
    let mut read = Vec::new();
    for line in 1.. {
        let text = match next_line(&mut input, &mut read)? {
            Next::End => break,
            Next::Line => text(&read, line),
            Next::TooLong => Err(Refusal::of(ErrorId::LineTooLong)),
        };
        if text == Ok("") {
            continue;
        }
        match text.and_then(|text| one(text, store, &counter, now, mint)) {
            Ok((recorded, total, change)) => {
                outcome.rung += 1;
                answer(&mut output, &recorded, total, change)?;
            }
            Err(refusal) => {
                outcome.refused += 1;
                refuse(&mut output, line, &refusal, words)?;
                if strict == Strictness::Stops {
                    break;
                }
            }
        }
        if outcome.rung % LOOK_AT_LOG == 0 && store.log_bytes() > Store::LONG_LOG {
            // Nobody stands in front of a screen; if it fails, the log only stays long.
            let _ = store.checkpoint();
        }
    }
    Ok(outcome)
}

enum Next {
    Line,
    TooLong,
    End,
}

/// Reads up to the next line feed; of a line that is too long, only the end is looked for.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<Next> {
    line.clear();
    if input.take(LINE_MAX).read_until(b'\n', line)? == 0 {
        return Ok(Next::End);
    }
    if line.ends_with(b"\n") || u64::try_from(line.len()).is_ok_and(|length| length < LINE_MAX) {
        return Ok(Next::Line);
    }
    while !line.ends_with(b"\n") {
        line.clear();
        if input.take(LINE_MAX).read_until(b'\n', line)? == 0 {
            break;
        }
    }
    Ok(Next::TooLong)
}

/// The line without the white space around it, nor the mark some editors put before a text.
fn text(bytes: &[u8], line: u64) -> Result<&str, Refusal> {
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::of(ErrorId::NotJson))?;
    let text = if line == 1 {
        text.trim_start_matches('\u{feff}')
    } else {
        text
    };
    Ok(text.trim())
}

/// One sale: what was asked, priced, paid and recorded.
fn one(
    text: &str,
    store: &mut Store,
    counter: &Counter<'_>,
    now: fn() -> Moment,
    mint: &mut Mint,
) -> Result<(Recorded, Money, Money), Refusal> {
    let mut sale = asked::fields(text)?;
    let uid = asked::uid(&mut sale)?;
    if let Some(uid) = uid
        && let Some(recorded) = store.recorded(uid).map_err(|it| not_written(&it, uid))?
    {
        return again(store, recorded);
    }
    let asked = Asked::read(sale)?;
    let uid = uid.unwrap_or_else(|| mint.uid());
    let at = asked.at.unwrap_or_else(now);
    let ticket = counter.ticket(&asked, at, store)?;
    let (total, change) = (ticket.total, ticket.change());
    let proposal = Proposal {
        uid,
        at,
        operator: asked.operator,
        fact: Fact::Ticket(Box::new(ticket)),
    };
    let recorded = store
        .append(proposal, None)
        .map_err(|error| not_written(&error, uid))?;
    match recorded.novelty {
        Novelty::New => Ok((recorded, total, change)),
        Novelty::Again => again(store, recorded),
    }
}

/// The ticket of a uid that was recorded before, whatever things cost today.
fn again(store: &Store, recorded: Recorded) -> Result<(Recorded, Money, Money), Refusal> {
    let uid = recorded.uid;
    let detail = store
        .ticket(recorded.epoch, recorded.seq)
        .map_err(|error| not_written(&error, uid))?
        .ok_or_else(|| Refusal::of(ErrorId::UidTaken).with("uid", uid))?;
    Ok((recorded, detail.ticket.total, detail.ticket.change()))
}

/// What the store refused for a sale of this name.
fn not_written(error: &StoreError, uid: Uid) -> Refusal {
    trouble(error).with("uid", uid)
}

/// What the store refused.
fn trouble(error: &StoreError) -> Refusal {
    let id = match error {
        StoreError::Full => ErrorId::DiskFull,
        StoreError::ReadOnly { .. } => ErrorId::ReadOnly,
        StoreError::Damaged { .. } | StoreError::Gone { .. } => ErrorId::Damaged,
        StoreError::Doubtful { .. } => ErrorId::Doubtful,
        StoreError::NoteUsed(_) => ErrorId::NoteUsed,
        StoreError::Held { .. }
        | StoreError::Newer { .. }
        | StoreError::NotOurs { .. }
        | StoreError::Folder { .. }
        | StoreError::Key { .. }
        | StoreError::Disk { .. }
        | StoreError::Unbalanced(_)
        | StoreError::FundShort(_)
        | StoreError::AccountShort(_)
        | StoreError::TakenTwice(_)
        | StoreError::NotWhole(_)
        | StoreError::SettledBefore(_)
        | StoreError::BalanceStands(_)
        | StoreError::AccountClosed(_)
        | StoreError::NumberTaken { .. }
        | StoreError::CardTaken { .. }
        | StoreError::ClosingMoved
        | StoreError::NothingToClose
        | StoreError::ClosingUnsound
        | StoreError::NotOver(_)
        | StoreError::CountUnsound
        | StoreError::NoSuchEnvelope(_)
        | StoreError::Unwritable(_)
        | StoreError::Unreadable(_)
        | StoreError::Sqlite(_) => ErrorId::NotWritten,
    };
    Refusal::of(id)
        .with("field", "payments")
        .with("detail", error.to_string())
}

fn answer(
    output: &mut impl Write,
    recorded: &Recorded,
    total: Money,
    change: Money,
) -> io::Result<()> {
    let (number, ticket) = match &recorded.ticket {
        Some((number, name)) => (*number, name.as_str()),
        None => (0, ""),
    };
    say(
        output,
        &Answer {
            ticket,
            number,
            seq: recorded.seq,
            total_cents: total.cents(),
            change_cents: change.cents(),
            hash: hex(&recorded.hash),
        },
    )
}

fn refuse(output: &mut impl Write, line: u64, refusal: &Refusal, words: &Words) -> io::Result<()> {
    say(
        output,
        &Refused {
            line,
            error: refusal.id.id(),
            message: refusal.sentence(words),
            uid: refusal.uid(),
        },
    )
}

/// One line, sent at once: the other end of the pipe may wait for it.
fn say(output: &mut impl Write, answer: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(answer)?;
    line.push(b'\n');
    output.write_all(&line)?;
    output.flush()
}

//! `etal report z`: a closing as it was made, as text or as JSON.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    super::{
        arguments::{Answers, Which},
        newest,
        refusal::Refusal,
    },
    unasked,
};
use crate::{
    devices::layout,
    domain::{
        asking::{Ask, Found},
        closing::{ClosingSeen, EnvelopeState, Level},
        receipt::Copy,
    },
    store::Store,
    ui::{
        paper::{self, z::Stage},
        words::Words,
    },
};

/// As wide as the paper, so that it reads as the paper does.
const COLUMNS: usize = 42;

/// Tells a closing by its name, or the last one of a day.
pub fn report(
    which: &Which,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let seen = match which {
        Which::Last | Which::Day(_) => newest(store, Level::Day, words)?,
        Which::Named(name) => match store.answer(&Ask::Closing(name.clone()))? {
            Found::Closing(_, Some(seen)) => *seen,
            Found::Closing(name, None) => {
                let sentence = words.say_with("cli-no-closing", &[("name", &name)]);
                return Err(Refusal::Told(sentence));
            }
            other => return Err(unasked(&other).into()),
        },
    };
    tell(&seen, store, answers, words, out)
}

/// Tells a closing.
pub fn tell(
    seen: &ClosingSeen,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    match answers {
        Answers::Json => writeln!(out, "{}", closing_json(seen))?,
        Answers::Words => {
            let stall = store.settings()?.stall;
            let stage = Stage::Closed(seen, Copy::Original);
            let page = paper::z::page(&seen.closing, stage, &stall, words);
            for line in layout::text(&page, COLUMNS) {
                writeln!(out, "{}", line.trim_end())?;
            }
        }
    }
    Ok(())
}

fn closing_json(seen: &ClosingSeen) -> Value {
    let closing = &seen.closing;
    let means = closing.means.iter().map(|row| {
        json!({
            "tender": row.tender,
            "expected_cents": row.expected,
            "counted_cents": row.counted,
            "difference_cents": row.difference(),
            "number": row.number,
        })
    });
    json!({
        "name": closing.name,
        "number": closing.number,
        "level": closing.level,
        "label": closing.label,
        "epoch": seen.place.epoch,
        "seq": seen.place.seq,
        "at_ms": seen.at.utc_ms,
        "operator": seen.operator,
        "hash": seen.hash,
        "turnover_cents": closing.figures.turnover,
        "tickets": closing.figures.tickets,
        "means": means.collect::<Vec<_>>(),
        "perpetual": closing.total,
        "envelope": match seen.envelope {
            EnvelopeState::None => "none",
            EnvelopeState::Away => "away",
            EnvelopeState::Received => "received",
            EnvelopeState::Banked => "banked",
        },
        "closing": closing,
    })
}

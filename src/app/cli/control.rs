//! `etal control`: what an inspector asks first, and a copy that nobody can write to.

use std::{io::Write, path::Path};

use serde_json::json;

use super::{
    super::{VERSION, carrier::Carrier, desk},
    arguments::Answers,
    out::{asker, progress, refused, say},
    refusal::Refusal,
    report::unasked,
};
use crate::{
    domain::{
        asking::{Ask, Control, Found, Verified},
        closing::{ClosingSeen, Level},
        facts::{Event, Happening},
        ids::Mint,
        journal::{Fact, Proposal},
    },
    store::{Store, StoreError},
    ui::{control, event::Carried, words::Words},
};

/// Says who this till is and how its journal stands; the journal notes that somebody looked.
pub fn control(
    copy: Option<&Path>,
    carrier: &Carrier,
    store: &mut Store,
    (answers, words): (Answers, &Words),
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let mut mint = Mint::new(desk::seed()?);
    let who = asker(&mut mint);
    store.append(
        Proposal {
            uid: who.uid,
            at: who.at,
            operator: who.operator,
            fact: Fact::Event(Event {
                what: Happening::Audit,
                detail: None,
            }),
        },
        None,
    )?;
    let settings = store.settings()?;
    let found = match store.answer(&Ask::Control)? {
        Found::Control(found) => *found,
        other => return Err(unasked(&other).into()),
    };
    let last = last_day(store)?;
    let copied = copy.map(|folder| {
        let mut said = String::new();
        let mut tell = |carried: Carried| progress(&carried, &mut said, words);
        let going = carrier.typed(folder);
        carrier.copy(&going, asker(&mut mint), store, &mut tell)
    });
    let copied = copied.transpose().map_err(|obstacle| {
        let trouble = carrier.noted(&obstacle);
        refused(&Carried::NotCopied(trouble), words)
    })?;
    let copied = copied.flatten();
    match answers {
        Answers::Json => {
            let attestation = settings.stall.attestation.as_ref();
            writeln!(
                out,
                "{}",
                told(&found, last.as_ref(), attestation, copied.as_deref())
            )?;
        }
        Answers::Words => {
            let rows = control::rows(&found, last.as_ref(), &settings.stall, VERSION, words);
            for (name, says) in rows {
                writeln!(out, "{name:<28}  {says}")?;
            }
            if let Some(path) = copied {
                say(&Carried::Copied(path), words, out)?;
            }
        }
    }
    Ok(())
}

/// The last closing of a day.
fn last_day(store: &Store) -> Result<Option<ClosingSeen>, StoreError> {
    let ask = Ask::Closings {
        level: Some(Level::Day),
        count: 1,
    };
    match store.answer(&ask)? {
        Found::Closings(seen) => Ok(seen.into_iter().next()),
        other => Err(unasked(&other)),
    }
}

fn told(
    found: &Control,
    last: Option<&ClosingSeen>,
    attestation: Option<&crate::domain::label::Label>,
    copied: Option<&str>,
) -> serde_json::Value {
    json!({
        "program": "Étal",
        "version": VERSION,
        "licence": env!("CARGO_PKG_LICENSE"),
        "attestation": attestation,
        "till": found.till,
        "name": found.name,
        "epoch": found.epoch,
        "public_key": found.public_key,
        "since_ms": found.since.utc_ms,
        "entries": found.entries,
        "tickets": found.tickets,
        "last": {
            "epoch": found.last.epoch,
            "seq": found.last.seq,
            "at_ms": found.last_at.utc_ms,
            "hash": found.hash,
        },
        "closings": {
            "day": found.closings.0,
            "month": found.closings.1,
            "year": found.closings.2,
            "last": last.map(|it| json!({
                "name": it.closing.name,
                "label": it.closing.label,
                "perpetual": it.closing.total,
            })),
        },
        "perpetual": found.total,
        "verified": found.verified.map(|(at, found)| json!({
            "at_ms": at.utc_ms,
            "holds": found == Verified::Holds,
        })),
        "copy": copied,
    })
}

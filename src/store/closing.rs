//! Closings at the record: made again from the journal and compared, numbered, and after them
//! nothing skipped: a month and a year that are over are closed before the next day is.

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use super::{
    answers::days,
    append::{self, Station, Tip},
    closed, due,
    error::StoreError,
};
use crate::domain::{
    closing::{Closing, DayState, Earlier, Level},
    ids::Uid,
    journal::{FORMAT, Fact, Proposal},
    settlement::Place,
    views::Recorded,
};

/// Writes a closing, and before it those of the month and the year that are over.
pub(super) fn write(
    connection: &Connection,
    station: &Station,
    tip: &mut Tip,
    proposal: &Proposal,
    wanted: &Closing,
) -> Result<Recorded, StoreError> {
    let tip_place = Place {
        epoch: station.epoch,
        seq: tip.seq,
    };
    let state = days::day_state(connection, &station.till, tip_place, Some(proposal.at))?;
    let own = |fact| Proposal {
        uid: proposal.uid,
        at: proposal.at,
        operator: proposal.operator.clone(),
        fact,
    };
    let day = match wanted.level {
        Level::Day => Some(made_again(&state, wanted)?),
        Level::Month | Level::Year => None,
    };
    let due = state.due.iter();
    // A year is closed after its last month, a month without its year.
    for (level, label) in due.filter(|it| wanted.level == Level::Day || it.0 <= wanted.level) {
        let made = of_period(connection, station, *level, label, &wanted.version)?;
        if *level == wanted.level && (wanted.label.is_empty() || wanted.label == *label) {
            return put(connection, station, tip, own(made));
        }
        let named = Proposal {
            uid: derived(proposal.uid, *level),
            ..own(made)
        };
        put(connection, station, tip, named)?;
    }
    let Some(mut day) = day else {
        return Err(StoreError::NotOver(wanted.label.clone()));
    };
    give_name(connection, station, &mut day)?;
    put(connection, station, tip, own(Fact::Closing(Box::new(day))))
}

/// What can be written can be read again, or the till could never go on from it.
fn put(
    connection: &Connection,
    station: &Station,
    tip: &mut Tip,
    proposal: Proposal,
) -> Result<Recorded, StoreError> {
    let fact = &proposal.fact;
    Fact::read(fact.kind(), FORMAT, &fact.payload()?)?;
    append::add(connection, station, tip, proposal)
}

/// The closing of the open period as the journal makes it, which must be the one that was looked
/// at. Entries that no figure counts may have come meanwhile.
fn made_again(state: &DayState, wanted: &Closing) -> Result<Closing, StoreError> {
    if state.since.is_none() {
        return Err(StoreError::NothingToClose);
    }
    let decided = wanted.decided.clone().ok_or(StoreError::ClosingUnsound)?;
    let made = state.closing(decided, &wanted.version);
    let seen = |it: &Closing| (it.label.clone(), it.previous.clone(), it.total);
    let same = seen(&made) == seen(wanted)
        && made.figures == wanted.figures
        && made.late == wanted.late
        && made.means == wanted.means;
    if !same {
        return Err(StoreError::ClosingMoved);
    }
    if !made.adds_up() {
        return Err(StoreError::ClosingUnsound);
    }
    Ok(made)
}

/// The closing of a month or a year, of the parts that no such closing covers yet.
fn of_period(
    connection: &Connection,
    station: &Station,
    level: Level,
    label: &str,
    version: &str,
) -> Result<Fact, StoreError> {
    let till = &station.till;
    let previous = closed::last(connection, till, level)?;
    let previous = previous.map(|it| Earlier {
        name: it.closing.name,
        place: it.place,
        hash: it.hash,
    });
    let parts: Vec<(Place, Closing)> = due::parts(connection, till, level)?
        .into_iter()
        .map(|it| (it.place, it.closing))
        .collect();
    let made = Closing::of_period(level, label.to_owned(), previous, &parts, version);
    let mut made = made.ok_or_else(|| StoreError::NotOver(label.to_owned()))?;
    give_name(connection, station, &mut made)?;
    Ok(Fact::Closing(Box::new(made)))
}

/// The next number of its level; it goes on through the epochs of the till.
fn give_name(
    connection: &Connection,
    station: &Station,
    closing: &mut Closing,
) -> Result<(), StoreError> {
    closing.number = closed::last_number(connection, &station.till, closing.level)? + 1;
    closing.name = station.closing_name(closing.level, closing.number);
    Ok(())
}

/// The name of a closing that is written along with another one: the same each time that one is
/// tried.
fn derived(uid: Uid, level: Level) -> Uid {
    let mut hash = Sha256::new();
    hash.update(b"etal-closing-1");
    hash.update(uid.0);
    hash.update(level.id());
    let digest: [u8; 32] = hash.finalize().into();
    Uid(digest.first_chunk().copied().unwrap_or_default())
}

//! What the store refuses of counts and of cash that moves without a sale: what does not add up,
//! and envelopes that are not on their way.

use rusqlite::Connection;

use super::{append::Station, closed, error::StoreError};
use crate::domain::{
    closing::EnvelopeState,
    day::{Cash, CashWay, Count, PIECES_MAX, Pieces},
    money::Money,
};

/// Whether a count can be one of a drawer.
pub(super) fn count(count: &Count) -> Result<(), StoreError> {
    let each = count.means.iter().all(|it| {
        are_pieces(&it.pieces)
            && it.total <= Money::MAX
            && it.kind.owner().is_none()
            && it.number.is_none_or(|number| number <= PIECES_MAX)
    });
    if each && count.adds_up() {
        Ok(())
    } else {
        Err(StoreError::CountUnsound)
    }
}

/// Whether cash can move so. Whether a drawer holds as much is not asked: who stands there knows
/// better what lies in it than the journal does.
pub(super) fn cash(
    connection: &Connection,
    station: &Station,
    cash: &Cash,
) -> Result<(), StoreError> {
    let amount = match cash.way {
        // Of an envelope of cheques no cash arrives.
        CashWay::Float | CashWay::Received | CashWay::Banked => cash.cents >= Money::ZERO,
        CashWay::In | CashWay::Out | CashWay::Drop | CashWay::PaidOut => cash.cents > Money::ZERO,
        CashWay::Correction => cash.cents != Money::ZERO,
    };
    let counted = cash.pieces.is_empty()
        || (are_pieces(&cash.pieces) && Pieces::sum(&cash.pieces) == Some(cash.cents));
    let possible = cash.cents.abs() <= Money::MAX;
    if !(amount && possible && counted && cash.kind.owner().is_none()) {
        return Err(StoreError::CountUnsound);
    }
    let before: &[EnvelopeState] = match cash.way {
        CashWay::Received => &[EnvelopeState::Away],
        CashWay::Banked => &[EnvelopeState::Away, EnvelopeState::Received],
        CashWay::Float
        | CashWay::In
        | CashWay::Out
        | CashWay::Drop
        | CashWay::PaidOut
        | CashWay::Correction => return Ok(()),
    };
    let name = cash.envelope.as_deref().unwrap_or_default();
    let state = closed::envelope(connection, &station.till, name)?;
    if before.contains(&state) {
        Ok(())
    } else {
        Err(StoreError::NoSuchEnvelope(name.to_owned()))
    }
}

fn are_pieces(pieces: &[Pieces]) -> bool {
    pieces
        .iter()
        .all(|it| it.worth > Money::ZERO && it.count <= PIECES_MAX)
}

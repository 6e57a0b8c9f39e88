//! What stays in the drawer for the next market and what goes out: the small pieces stay, and no
//! piece is invented.

use crate::domain::{day::Pieces, money::Money};

/// A float that is worth more is not made up piece by piece to the cent: no drawer wants it.
const EXACT_CENTS: i64 = 500_000;

/// Money that stays or goes: pieces that are known, and the rest, of which only the worth is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pile {
    /// Notes and coins, the largest first.
    pub pieces: Vec<Pieces>,
    /// Rolls, and what was not counted piece by piece.
    pub other: Money,
}

impl Pile {
    /// What all of it is worth.
    pub fn total(&self) -> Money {
        Pieces::sum(&self.pieces).unwrap_or(Money::ZERO) + self.other
    }

    /// The pieces, where they are all there is: a journal lists all of them or none.
    pub fn all_pieces(&self) -> Vec<Pieces> {
        if self.other == Money::ZERO {
            self.pieces.clone()
        } else {
            Vec::new()
        }
    }
}

/// What to do with what is in the drawer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// Stays as float.
    pub leave: Pile,
    /// Goes out.
    pub take: Pile,
    /// Notes and coins the float lacks, to be brought the next time; none where nobody counted
    /// by the piece.
    pub bring: Vec<Pieces>,
}

/// Proposes a float out of what was counted by the piece and of what else there is: as near to
/// the target as the pieces allow, those a float should have first, then small ones. What the
/// wanted pieces lack is to be brought.
pub fn propose(counted: &[Pieces], other: Money, target: Money, wanted: &[Pieces]) -> Proposal {
    let target = target.max(Money::ZERO);
    let mut counted: Vec<Pieces> = counted.iter().filter(|it| worthy(it)).copied().collect();
    counted.sort_by_key(|it| it.worth);
    if counted.is_empty() {
        let stays = target.min(other.max(Money::ZERO));
        let pile = |other| Pile {
            pieces: Vec::new(),
            other,
        };
        return Proposal {
            leave: pile(stays),
            take: pile(other - stays),
            bring: Vec::new(),
        };
    }
    // Rolls are what change is given from: they stay whole, or go whole.
    let rolls = if other <= target { other } else { Money::ZERO };
    let aim = (target - rolls).cents();
    // What a float should have stays before anything else, or it would be brought again.
    let first = asked_for(&counted, aim, wanted);
    let rest: Vec<Pieces> = counted
        .iter()
        .zip(&first)
        .map(|(it, first)| Pieces {
            worth: it.worth,
            count: it.count.saturating_sub(*first),
        })
        .collect();
    let aim = aim - (worth(&counted) - worth(&rest));
    let limit = aim.saturating_mul(2).min(worth(&rest));
    let more = if limit <= EXACT_CENTS {
        nearest(&rest, aim, limit)
    } else {
        smallest(&rest, aim)
    };
    let kept: Vec<u32> = first
        .iter()
        .zip(&more)
        .map(|(one, more)| one + more)
        .collect();
    split(&counted, &kept, (other, rolls), wanted)
}

/// How many of each kind are there of those that a float should have, from the smallest, as far
/// as the aim goes.
fn asked_for(counted: &[Pieces], aim: i64, wanted: &[Pieces]) -> Vec<u32> {
    let wanted: Vec<Pieces> = counted
        .iter()
        .map(|it| Pieces {
            worth: it.worth,
            count: count_of(wanted, it.worth).min(it.count),
        })
        .collect();
    smallest(&wanted, aim)
}

/// What stays where somebody says which pieces do: of each no more than there are.
pub fn keep(counted: &[Pieces], other: Money, kept: &[Pieces], wanted: &[Pieces]) -> Proposal {
    let mut counted: Vec<Pieces> = counted.iter().filter(|it| worthy(it)).copied().collect();
    counted.sort_by_key(|it| it.worth);
    let kept: Vec<u32> = counted
        .iter()
        .map(|it| count_of(kept, it.worth).min(it.count))
        .collect();
    split(&counted, &kept, (other, Money::ZERO), wanted)
}

/// How many pieces of this worth there are.
pub fn count_of(pieces: &[Pieces], worth: Money) -> u32 {
    let same = pieces.iter().filter(|it| it.worth == worth);
    same.fold(0, |sum, it| sum.saturating_add(it.count))
}

fn worthy(pieces: &Pieces) -> bool {
    pieces.worth > Money::ZERO && pieces.count > 0
}

fn worth(pieces: &[Pieces]) -> i64 {
    pieces.iter().fold(0, |sum: i64, it| {
        let cents = it.worth.cents().saturating_mul(i64::from(it.count));
        sum.saturating_add(cents)
    })
}

/// Both piles, and what the one that stays lacks.
fn split(
    counted: &[Pieces],
    kept: &[u32],
    (other, stays): (Money, Money),
    wanted: &[Pieces],
) -> Proposal {
    let pile = |count: &dyn Fn(&Pieces, u32) -> u32, other| Pile {
        pieces: counted
            .iter()
            .zip(kept)
            .rev()
            .map(|(it, kept)| Pieces {
                worth: it.worth,
                count: count(it, *kept),
            })
            .filter(worthy)
            .collect(),
        other,
    };
    let leave = pile(&|_, kept| kept, stays);
    let take = pile(&|it, kept| it.count.saturating_sub(kept), other - stays);
    let bring = wanted
        .iter()
        .map(|it| Pieces {
            worth: it.worth,
            count: it.count.saturating_sub(count_of(&leave.pieces, it.worth)),
        })
        .filter(worthy)
        .collect();
    Proposal { leave, take, bring }
}

/// How many of each kind make the sum nearest to the aim, the lower one of two as near; as many
/// of the smallest kinds as that allows. The kinds come from the smallest.
fn nearest(counted: &[Pieces], aim: i64, limit: i64) -> Vec<u32> {
    let places = usize::try_from(limit).unwrap_or_default() + 1;
    let mut nothing = vec![false; places];
    if let Some(first) = nothing.first_mut() {
        *first = true;
    }
    // Which sums the kinds from here on reach, from the largest kind alone to all of them.
    let mut reached = vec![nothing];
    for it in counted.iter().rev() {
        let larger = reached.last().map_or(&[][..], Vec::as_slice);
        reached.push(with(larger, *it));
    }
    let best = reached.pop().and_then(|all| {
        let sums = all.iter().enumerate().filter(|(_, there)| **there);
        let sums = sums.filter_map(|(sum, _)| i64::try_from(sum).ok());
        sums.min_by_key(|sum| ((sum - aim).abs(), *sum))
    });
    let mut left = best.unwrap_or_default();
    let mut kept = Vec::with_capacity(counted.len());
    for it in counted {
        let larger = reached.pop().unwrap_or_default();
        let fits = |count: &u32| {
            let rest = left - it.worth.cents().saturating_mul(i64::from(*count));
            usize::try_from(rest).is_ok_and(|rest| larger.get(rest) == Some(&true))
        };
        let most = u32::try_from(left / it.worth.cents()).unwrap_or(u32::MAX);
        let count = (0..=most.min(it.count)).rev().find(fits).unwrap_or(0);
        left -= it.worth.cents().saturating_mul(i64::from(count));
        kept.push(count);
    }
    kept
}

/// The sums that are reached with so many pieces of one more kind.
fn with(before: &[bool], pieces: Pieces) -> Vec<bool> {
    let Ok(step) = usize::try_from(pieces.worth.cents()) else {
        return before.to_vec();
    };
    let mut used: Vec<Option<u32>> = Vec::with_capacity(before.len());
    for (sum, there) in before.iter().enumerate() {
        let one_less = sum.checked_sub(step).and_then(|it| used.get(it).copied());
        used.push(match one_less.flatten() {
            _ if *there => Some(0),
            Some(count) if count < pieces.count => Some(count + 1),
            Some(_) | None => None,
        });
    }
    used.iter().map(Option::is_some).collect()
}

/// As many of each kind as stay below the aim, from the smallest.
fn smallest(counted: &[Pieces], aim: i64) -> Vec<u32> {
    let mut left = aim;
    let mut kept = Vec::with_capacity(counted.len());
    for it in counted {
        let most = u32::try_from(left.max(0) / it.worth.cents()).unwrap_or(u32::MAX);
        let count = most.min(it.count);
        left -= it.worth.cents().saturating_mul(i64::from(count));
        kept.push(count);
    }
    kept
}

#[cfg(test)]
mod tests;

//! Why a drawer may not hold what it should: what the tickets, the count and the float have in
//! common with the difference. Each is a guess, and is to be said as one.

use super::MeansRow;
use crate::domain::{
    asking::PaidRow,
    day::{CashWay, Count, EURO_CENTS},
    figures::{CashRow, DrawerRow},
    ids::Id,
    money::Money,
    settings::TenderKind,
};

/// More guesses than this are no help.
const MOST: usize = 4;
/// Takings that somebody puts away are at least this many cents.
const DROP_LEAST: i64 = 2_000;
/// From so many cents on, missing round notes look like takings put away more than like anything
/// else.
const DROP_LIKELY: i64 = 5_000;
/// A float nobody counted is at least this many cents.
const FLOAT_LEAST: i64 = 1_000;
/// With more tickets than this that fit as well, none of them is named.
const FITTING: usize = 3;

/// What there is to guess from.
#[derive(Clone, Copy, Debug)]
pub struct Evidence<'a> {
    /// What should be there and what was found.
    pub means: &'a [MeansRow],
    /// How it was found.
    pub count: Option<&'a Count>,
    /// The tickets of the period, oldest first.
    pub paid: &'a [PaidRow],
    /// What each drawer started from.
    pub drawers: &'a [DrawerRow],
    /// What came and went without a sale.
    pub cash: &'a [CashRow],
    /// What the closing before left as cash; none without one.
    pub left: Option<Money>,
}

/// Why something may be missing, or too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Paid by one means and rung up as another.
    Means {
        /// The ticket, where only few fit.
        ticket: Option<String>,
        /// How much.
        cents: Money,
        /// What it was rung up as: too little of it is there.
        as_tender: Id,
        /// What it was paid by: too much of it is there.
        by_tender: Id,
    },
    /// Cash went out of the drawer and nobody noted it.
    NotNoted {
        /// How much.
        cents: Money,
    },
    /// Cash was noted as gone and lies in the drawer still.
    NotTaken {
        /// How it was to go.
        way: CashWay,
        /// How much.
        cents: Money,
    },
    /// The float was other than what was noted.
    Float {
        /// What was noted in the morning; none if nobody counted.
        noted: Option<Money>,
        /// What it may have been.
        maybe: Money,
    },
    /// One note or coin was counted twice.
    CountedTwice {
        /// What it is worth.
        worth: Money,
    },
    /// One note or coin was not counted.
    Overlooked {
        /// What it is worth.
        worth: Money,
    },
    /// The change of a ticket was given twice.
    ChangeTwice {
        /// The ticket, where only few fit.
        ticket: Option<String>,
        /// How much.
        cents: Money,
    },
    /// The change of a ticket was not given.
    ChangeKept {
        /// The ticket, where only few fit.
        ticket: Option<String>,
        /// How much.
        cents: Money,
    },
    /// Two tickets after one another are worth the same: one of them may be there twice.
    RungTwice {
        /// The later one.
        ticket: String,
        /// How much.
        cents: Money,
    },
    /// Something was sold and not rung up: other tickets came to the same.
    NotRung {
        /// How much.
        cents: Money,
    },
    /// A total was typed with two digits in each other's place, or without its decimal sign.
    Mistyped {
        /// Of which means.
        tender: Id,
        /// What was typed.
        typed: Money,
        /// What may have been meant.
        maybe: Money,
    },
}

impl Cause {
    /// The ticket it names, to be opened.
    pub fn ticket(&self) -> Option<&str> {
        match self {
            Self::Means { ticket, .. }
            | Self::ChangeTwice { ticket, .. }
            | Self::ChangeKept { ticket, .. } => ticket.as_deref(),
            Self::RungTwice { ticket, .. } => Some(ticket),
            Self::NotNoted { .. }
            | Self::NotTaken { .. }
            | Self::Float { .. }
            | Self::CountedTwice { .. }
            | Self::Overlooked { .. }
            | Self::NotRung { .. }
            | Self::Mistyped { .. } => None,
        }
    }

    /// How far down the list it stands: what explains more comes first.
    fn rank(&self) -> u8 {
        let named = self.ticket().is_some();
        match self {
            Self::Means { .. } if named => 0,
            Self::Mistyped { .. } => 1,
            Self::Float { .. } => 2,
            Self::Means { .. } | Self::NotTaken { .. } => 3,
            Self::NotNoted { cents } if cents.cents() >= DROP_LIKELY => 4,
            Self::RungTwice { .. } => 5,
            Self::CountedTwice { .. } | Self::Overlooked { .. } => 6,
            Self::ChangeTwice { .. } | Self::ChangeKept { .. } if named => 7,
            Self::NotNoted { .. } => 8,
            Self::ChangeTwice { .. } | Self::ChangeKept { .. } => 9,
            Self::NotRung { .. } => 10,
        }
    }
}

/// What may have happened, the likeliest first, at most four.
pub fn causes(evidence: Evidence<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    for row in evidence.means {
        let Some(difference) = row.difference().filter(|it| *it != Money::ZERO) else {
            continue;
        };
        causes.extend(mistyped(row, difference, evidence.count));
        if difference < Money::ZERO {
            causes.extend(swapped(row, -difference, evidence));
        }
        if row.kind == TenderKind::Cash {
            causes.extend(float(row, difference, evidence));
            causes.extend(pieces(row, difference, evidence.count));
            if difference < Money::ZERO {
                causes.extend(short(row, -difference, evidence));
            } else {
                causes.extend(long(row, difference, evidence));
            }
        }
    }
    causes.sort_by_key(Cause::rank);
    causes.truncate(MOST);
    causes
}

/// What a ticket brought by a means of payment, change taken off.
fn brought(row: &PaidRow, tender: &Id) -> Money {
    let by = row.payments.iter().filter(|it| it.tender == *tender);
    by.map(|it| it.cents).sum()
}

/// The ticket to be named among those that fit: the latest, if they are few. What was taken back
/// or put right fits no more; which one it was is not known here, so the earlier ones go.
fn named(fitting: &[&PaidRow], undone: usize) -> Option<String> {
    let left = fitting.get(undone..).unwrap_or_default();
    let last = left.last().filter(|_| left.len() <= FITTING);
    last.map(|it| it.ticket.clone())
}

/// Where as much is too much of another means as is missing of this one.
fn swapped(row: &MeansRow, cents: Money, evidence: Evidence<'_>) -> Option<Cause> {
    let other = evidence
        .means
        .iter()
        .find(|it| it.difference() == Some(cents))?;
    let of = |wanted: Money| {
        let by = move |it: &&PaidRow| brought(it, &row.tender) == wanted;
        evidence.paid.iter().filter(by)
    };
    let fitting: Vec<&PaidRow> = of(cents).collect();
    Some(Cause::Means {
        ticket: named(&fitting, of(-cents).count()),
        cents,
        as_tender: row.tender.clone(),
        by_tender: other.tender.clone(),
    })
}

/// A float that was not what was noted, or that nobody counted.
fn float(row: &MeansRow, difference: Money, evidence: Evidence<'_>) -> Option<Cause> {
    let drawer = evidence.drawers.iter().find(|it| it.tender == row.tender);
    let maybe = drawer.map_or(Money::ZERO, |it| it.start) + difference;
    match drawer.and_then(|it| it.float) {
        Some(noted) => (evidence.left == Some(maybe)).then_some(Cause::Float {
            noted: Some(noted),
            maybe,
        }),
        None => (difference.cents() >= FLOAT_LEAST).then_some(Cause::Float { noted: None, maybe }),
    }
}

/// One note or coin too many, or one too few.
fn pieces(row: &MeansRow, difference: Money, count: Option<&Count>) -> Option<Cause> {
    let counted = &count?.of(&row.tender)?.pieces;
    let worth = difference.abs();
    if counted.is_empty() || !EURO_CENTS.contains(&worth.cents()) {
        return None;
    }
    if difference < Money::ZERO {
        return Some(Cause::Overlooked { worth });
    }
    let there = |it: &&crate::domain::day::Pieces| it.worth == worth && it.count > 1;
    let twice = counted.iter().find(there);
    twice.map(|_| Cause::CountedTwice { worth })
}

/// Two digits in each other's place, or a decimal sign that is not there.
fn mistyped(row: &MeansRow, difference: Money, count: Option<&Count>) -> Option<Cause> {
    let found = count?.of(&row.tender)?;
    if !found.pieces.is_empty() {
        return None;
    }
    let (typed, maybe) = (found.total, found.total - difference);
    let likely = maybe.cents() > 0
        && (typed.cents() == maybe.cents().saturating_mul(100)
            || exchanged(typed.cents()).any(|it| it == maybe.cents()));
    likely.then(|| Cause::Mistyped {
        tender: row.tender.clone(),
        typed,
        maybe,
    })
}

/// A number with each two digits that stand side by side exchanged.
fn exchanged(number: i64) -> impl Iterator<Item = i64> {
    let digits = number.to_string().into_bytes();
    (1..digits.len()).filter_map(move |at| {
        let mut digits = digits.clone();
        digits.swap(at - 1, at);
        String::from_utf8(digits).ok()?.parse().ok()
    })
}

/// Cash that is missing.
fn short(row: &MeansRow, cents: Money, evidence: Evidence<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    if cents.cents() >= DROP_LEAST && cents.cents() % 500 == 0 {
        causes.push(Cause::NotNoted { cents });
    }
    let cash = |it: &PaidRow| brought(it, &row.tender) == cents;
    let mut pairs = evidence.paid.iter().zip(evidence.paid.iter().skip(1));
    let twice = pairs.rfind(|(one, next)| cash(one) && cash(next));
    causes.extend(twice.map(|(_, next)| Cause::RungTwice {
        ticket: next.ticket.clone(),
        cents,
    }));
    let given = given_back(row, cents, evidence);
    if !given.is_empty() {
        let ticket = named(&given, 0);
        causes.push(Cause::ChangeTwice { ticket, cents });
    }
    causes
}

/// Cash that is too much.
fn long(row: &MeansRow, cents: Money, evidence: Evidence<'_>) -> Vec<Cause> {
    let mut causes = Vec::new();
    let gone = evidence.cash.iter().find(|it| {
        let out = matches!(it.way, CashWay::Drop | CashWay::Out | CashWay::PaidOut);
        out && it.tender == row.tender && (it.cents, it.number) == (cents, 1)
    });
    causes.extend(gone.map(|it| Cause::NotTaken { way: it.way, cents }));
    let given = given_back(row, cents, evidence);
    if !given.is_empty() {
        let ticket = named(&given, 0);
        causes.push(Cause::ChangeKept { ticket, cents });
    }
    if evidence.paid.iter().any(|it| it.total == cents) {
        causes.push(Cause::NotRung { cents });
    }
    causes
}

/// The tickets that gave so much cash back.
fn given_back<'a>(row: &MeansRow, cents: Money, evidence: Evidence<'a>) -> Vec<&'a PaidRow> {
    let change = |it: &&PaidRow| {
        let back = it.payments.iter().filter(|it| it.change);
        let back: Money = back
            .filter(|it| it.tender == row.tender)
            .map(|it| it.cents)
            .sum();
        -back == cents
    };
    evidence.paid.iter().filter(change).collect()
}

#[cfg(test)]
mod tests;

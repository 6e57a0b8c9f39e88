//! What a customer has put down so far: lines that can still change, and how to undo each change.

mod line;

use serde::{Deserialize, Serialize};

use super::{
    ids::{Id, Uid},
    money::Money,
    quantity::Quantity,
    settings::{Bearer, Tariffed},
};

pub use line::{Line, Off, What};

/// More lines than this on one ticket are refused: something types by itself.
pub const LINES_MAX: usize = 1_000;
/// So many steps back are remembered.
const HISTORY_MAX: usize = 60;

/// A ticket that is not paid yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Basket {
    /// The name its ticket will have in the journal; the same after a crash.
    pub uid: Uid,
    /// When its first line was put down, UTC milliseconds.
    #[serde(default)]
    pub opened_ms: i64,
    /// Whether it was parked and taken up again.
    #[serde(default)]
    pub story: Story,
    #[serde(default)]
    lines: Vec<Line>,
    #[serde(default)]
    adjustment: Option<Adjustment>,
    /// The member whose account may pay; names are looked up, never kept here.
    #[serde(default)]
    member: Option<Id>,
    /// The customer's tariff, if it is not the fair price.
    #[serde(default)]
    tariff: Option<Tariffed>,
    #[serde(default)]
    history: Vec<Step>,
}

/// Whether a basket has been aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Story {
    /// The customer is still the first who was served.
    #[default]
    Fresh,
    /// It was parked: finishing it by reflex is the commonest mistake, so it asks.
    Resumed,
}

/// A change to the whole ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Adjustment {
    /// « 20 tout rond »: the total is what was agreed, and who bears the difference if not whom
    /// the rules name.
    Agreed(Money, Option<Bearer>),
    /// Something off the ticket, and who bears it if not whom the rules name.
    Off(Off, Option<Bearer>),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Step {
    Added { at: usize },
    Changed { at: usize, before: Line },
    Removed { at: usize, line: Line },
    Adjusted { before: Option<Adjustment> },
    Attached { before: Option<Id> },
    Priced { before: Option<Tariffed> },
}

/// What left a basket that was not paid: the journal keeps it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voided {
    /// The line, with the quantity that went.
    pub line: Line,
}

/// What an undo did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undone {
    /// A line went away.
    Withdrawn(Voided),
    /// A line is as it was before, less what is given here if its quantity shrank.
    Restored(Line, Option<Voided>),
    /// The agreed total or the discount of the ticket is as it was before.
    Readjusted,
    /// The member of the ticket is who it was before, or nobody.
    Reattached,
    /// The tariff of the ticket is what it was before.
    Repriced,
}

/// Another member is on the ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SomebodyElse;

/// A basket that is full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooManyLines;

impl Basket {
    /// An empty basket whose ticket will have this name.
    pub const fn new(uid: Uid) -> Self {
        Self {
            uid,
            opened_ms: 0,
            story: Story::Fresh,
            lines: Vec::new(),
            adjustment: None,
            member: None,
            tariff: None,
            history: Vec::new(),
        }
    }

    /// The lines, oldest first.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// What was agreed for the whole ticket.
    pub const fn adjustment(&self) -> Option<Adjustment> {
        self.adjustment
    }

    /// The member whose account may pay.
    pub const fn member(&self) -> Option<&Id> {
        self.member.as_ref()
    }

    /// The customer's tariff; none for the fair price.
    pub const fn tariff(&self) -> Option<&Tariffed> {
        self.tariff.as_ref()
    }

    /// Attaches a member, or nobody; refused while another is attached.
    pub fn attach(&mut self, member: Option<Id>) -> Result<(), SomebodyElse> {
        if let (Some(now), Some(next)) = (&self.member, &member)
            && now != next
        {
            return Err(SomebodyElse);
        }
        if self.member != member {
            let before = std::mem::replace(&mut self.member, member);
            self.remember(Step::Attached { before });
        }
        Ok(())
    }

    /// Sets the tariff of the ticket; what was agreed for another tariff is agreed no more.
    pub fn charge(&mut self, tariff: Option<Tariffed>) {
        if self.tariff == tariff {
            return;
        }
        self.no_longer_agreed();
        let before = std::mem::replace(&mut self.tariff, tariff);
        self.remember(Step::Priced { before });
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// Puts a line down, or adds it to the last one if that is the same article; answers where it
    /// stands.
    pub fn add(&mut self, line: Line) -> Result<usize, TooManyLines> {
        if let Some(at) = self.lines.len().checked_sub(1)
            && let Some(last) = self.lines.last()
            && last.takes(&line)
        {
            let before = last.clone();
            let quantity = before.quantity + line.quantity;
            self.change(at, Line { quantity, ..before });
            return Ok(at);
        }
        if self.lines.len() >= LINES_MAX {
            return Err(TooManyLines);
        }
        self.no_longer_agreed();
        let at = self.lines.len();
        self.lines.push(line);
        self.remember(Step::Added { at });
        Ok(at)
    }

    /// Replaces a line by a changed one; answers what left the basket if its quantity shrank.
    pub fn change(&mut self, at: usize, line: Line) -> Option<Voided> {
        if at < self.lines.len() {
            self.no_longer_agreed();
        }
        let place = self.lines.get_mut(at)?;
        let before = std::mem::replace(place, line);
        let voided = shrunk(&before, place);
        self.remember(Step::Changed { at, before });
        voided
    }

    /// Takes a line out.
    pub fn remove(&mut self, at: usize) -> Option<Voided> {
        if at >= self.lines.len() {
            return None;
        }
        if self.lines.len() == 1 && self.adjustment.is_some() {
            // Or the next customer would have it.
            self.adjust(None);
        }
        self.no_longer_agreed();
        let line = self.lines.remove(at);
        self.remember(Step::Removed {
            at,
            line: line.clone(),
        });
        Some(Voided { line })
    }

    /// Agrees something for the whole ticket, or nothing any more.
    pub fn adjust(&mut self, adjustment: Option<Adjustment>) {
        let before = std::mem::replace(&mut self.adjustment, adjustment);
        self.remember(Step::Adjusted { before });
    }

    /// A total was agreed for the goods as they lay there: with others it would give some away, or
    /// ask more than they cost. What comes off the last line goes with that line, too.
    fn no_longer_agreed(&mut self) {
        match self.adjustment {
            Some(Adjustment::Agreed(..)) => self.adjust(None),
            Some(Adjustment::Off(..)) | None => {}
        }
    }

    /// Whether there is a change to undo.
    pub fn has_history(&self) -> bool {
        !self.history.is_empty()
    }

    /// Undoes the last change that is remembered.
    pub fn undo(&mut self) -> Option<Undone> {
        match self.history.pop()? {
            Step::Added { at } if at < self.lines.len() => {
                let line = self.lines.remove(at);
                Some(Undone::Withdrawn(Voided { line }))
            }
            Step::Added { .. } => None,
            Step::Changed { at, before } => {
                let place = self.lines.get_mut(at)?;
                let after = std::mem::replace(place, before);
                Some(Undone::Restored(place.clone(), shrunk(&after, place)))
            }
            Step::Removed { at, line } => {
                let at = at.min(self.lines.len());
                self.lines.insert(at, line.clone());
                Some(Undone::Restored(line, None))
            }
            Step::Adjusted { before } => {
                self.adjustment = before;
                Some(Undone::Readjusted)
            }
            Step::Attached { before } => {
                self.member = before;
                Some(Undone::Reattached)
            }
            Step::Priced { before } => {
                self.tariff = before;
                Some(Undone::Repriced)
            }
        }
    }

    fn remember(&mut self, step: Step) {
        if self.history.len() >= HISTORY_MAX {
            self.history.remove(0);
        }
        self.history.push(step);
    }
}

/// What left when `before` became `after`: the difference in quantity, if it shrank.
fn shrunk(before: &Line, after: &Line) -> Option<Voided> {
    // What became something else did not leave.
    (after.quantity < before.quantity
        && before.quantity > Quantity::ZERO
        && after.what == before.what)
        .then(|| Voided {
            line: Line {
                quantity: before.quantity - after.quantity,
                ..before.clone()
            },
        })
}

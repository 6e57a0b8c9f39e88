//! The keeper: what only a keeper decides once a PIN is set, and until when it is known that the
//! keeper stands there.
//!
//! A screen that is about to do such a thing answers `shop.guard(Act::Void, turn)` instead of
//! `turn`: the turn happens at once if the keeper may be taken to stand there, and else after the
//! right PIN. Where a key changes something before there is a turn, it begins with
//! `if let Some(turn) = shop.keeper_first(Act::Limit, stroke) { return turn; }`: the same key is
//! pressed again after the right PIN.

use super::{
    drafts::Door,
    event::Effect,
    keys::Stroke,
    place::Place,
    screen::{Go, Turn},
    screens::pin::PinAsk,
    shop::Shop,
};
use crate::domain::{
    facts::{Event, Happening},
    journal::Fact,
    keeper::{KeeperAnswer, Kept, Misses},
    label::Label,
    time::Moment,
};

/// So long after the right PIN the keeper is taken to stand there still.
pub const PRESENT_MS: i64 = 60_000;

/// What only a keeper decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    /// Takes back a ticket that was paid.
    Void,
    /// Lets a member owe more, or less.
    Limit,
    /// Changes what stands on an account without a ticket.
    Adjustment,
    /// Gives what was sold to another producer or VAT rate.
    Reattribution,
    /// Sets another PIN, or none.
    Pin,
    /// Changes what decides money.
    Settings,
    /// Closes the day.
    Closing,
    /// Opens a locked till.
    Unlock,
    /// Leaves the auditor's view.
    LeaveAudit,
}

impl Act {
    /// The stable word for it in the journal.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Void => "void",
            Self::Limit => "limit",
            Self::Adjustment => "adjustment",
            Self::Reattribution => "reattribution",
            Self::Pin => "pin",
            Self::Settings => "settings",
            Self::Closing => "closing",
            Self::Unlock => "unlock",
            Self::LeaveAudit => "leave_audit",
        }
    }

    /// The word of the locale for what the keeper is asked for.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Void => "keeper-act-void",
            Self::Limit => "keeper-act-limit",
            Self::Adjustment => "keeper-act-adjustment",
            Self::Reattribution => "keeper-act-reattribution",
            Self::Pin => "keeper-act-pin",
            Self::Settings => "keeper-act-settings",
            Self::Closing => "keeper-act-closing",
            Self::Unlock => "keeper-act-unlock",
            Self::LeaveAudit => "keeper-act-leave-audit",
        }
    }
}

/// What the screens know of the keeper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keeper {
    pin: SetOrNot,
    /// The wrong PINs since the last right one.
    pub misses: Misses,
    /// Until when the keeper is taken to stand there, UTC milliseconds; and since when.
    present: Option<(i64, i64)>,
}

/// Whether a PIN is set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum SetOrNot {
    /// Nobody has to be asked.
    #[default]
    NotSet,
    /// The keeper has to be asked.
    Set,
}

impl Keeper {
    /// What is known when the till is switched on.
    pub fn of(kept: Option<&Kept>) -> Self {
        Self {
            pin: match kept {
                Some(_) => SetOrNot::Set,
                None => SetOrNot::NotSet,
            },
            misses: kept.map_or_else(Misses::default, |kept| kept.misses),
            present: None,
        }
    }

    /// Whether a PIN is set.
    pub fn is_set(&self) -> bool {
        self.pin == SetOrNot::Set
    }

    /// Whether what only a keeper decides may be done now.
    pub fn allows(&self, now: Moment) -> bool {
        let here = |(since, until): (i64, i64)| (since..until).contains(&now.utc_ms);
        !self.is_set() || self.present.is_some_and(here)
    }

    /// The right PIN was given: the keeper stands there.
    pub const fn came(&mut self, now: Moment) {
        let until = now.utc_ms.saturating_add(PRESENT_MS);
        self.present = Some((now.utc_ms, until));
    }

    /// The keeper is no longer taken to stand there.
    pub const fn left(&mut self) {
        self.present = None;
    }

    /// Takes in what whoever keeps the PIN has answered.
    pub fn learn(&mut self, answer: KeeperAnswer) {
        match answer {
            KeeperAnswer::Right => self.misses = Misses::default(),
            KeeperAnswer::Wrong(misses) => self.misses = misses,
            KeeperAnswer::Set => {
                *self = Self {
                    pin: SetOrNot::Set,
                    present: self.present,
                    misses: Misses::default(),
                }
            }
            KeeperAnswer::Cleared => *self = Self::default(),
            KeeperAnswer::NotDone(_) => {}
        }
    }
}

impl Shop {
    /// Does what a screen wants done if the keeper allows it; else asks for the PIN above that
    /// screen and does it after the right one. The journal learns what the keeper allowed.
    pub fn guard(&mut self, act: Act, turn: Turn) -> Turn {
        if self.keeper.allows(self.now) {
            self.keeper_allowed(act);
            return turn;
        }
        let ask = PinAsk::then(act, turn);
        Turn::go(Go::To(Place::Pin(Box::new(ask))))
    }

    /// For a key that changes something itself: nothing if it may; else the turn that asks for the
    /// PIN above the screen, which is given the same key again after the right one.
    pub fn keeper_first(&mut self, act: Act, stroke: Stroke) -> Option<Turn> {
        if self.keeper.allows(self.now) {
            self.keeper_allowed(act);
            return None;
        }
        let ask = PinAsk::press_again(act, stroke);
        Some(Turn::go(Go::To(Place::Pin(Box::new(ask)))))
    }

    /// Writes down what the keeper allowed, where a PIN is set. Whoever leaves the auditor's view
    /// has written nothing but that it was opened.
    pub(super) fn keeper_allowed(&mut self, act: Act) {
        if act == Act::LeaveAudit {
            if self.drafts.door == Door::Audited {
                self.drafts.door = Door::Open;
                self.touch();
            }
        } else if self.keeper.is_set() {
            self.happened(Happening::KeeperAllowed, act.id());
        }
    }

    /// Writes down that something happened to the till itself.
    pub(super) fn happened(&mut self, what: Happening, detail: &str) {
        let detail = Label::new(detail);
        self.write(Fact::Event(Event { what, detail }));
    }

    /// What to do to draw again while nobody is listened to after wrong PINs: each second.
    pub(super) fn wake_while_waiting(&self) -> Vec<Effect> {
        let left = self.keeper.misses.left_ms(self.now);
        let next = u64::try_from(left.min(1_000)).unwrap_or_default();
        Vec::from_iter((next > 0).then_some(Effect::Wake(next)))
    }
}

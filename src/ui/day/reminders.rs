//! What the sell screen says of the day while its ticket is empty: one sentence with its key, that
//! takes no key from a sale and goes with Escape until the next one.

use super::super::{notice::Notice, shop::Shop};
use super::Clock;
use crate::domain::{closing::DayState, ids::Id, money::Money};

/// So much more comes into the drawer before a drop is spoken of again.
const DROP_AGAIN: Money = match Money::from_cents(5_000) {
    Some(money) => money,
    None => Money::ZERO,
};

/// What was said already.
#[derive(Debug, Default)]
pub(super) struct Reminding {
    voice: Voice,
    start: Start,
    /// How much was in the drawer when a drop was spoken of last.
    drop_said: Option<Money>,
}

/// Whether the till may say something.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Voice {
    /// It may.
    #[default]
    Speaks,
    /// Escape was pressed: not before the next sale.
    Hushed,
}

/// Whether the till was switched on between two markets and nothing was done since.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Start {
    /// It was not, or something was.
    #[default]
    Over,
    /// The last market is closed, the next one not opened.
    Between,
}

impl Shop {
    /// What there is to say of the day at a quiet moment, the most pressing first.
    pub fn reminder(&self) -> Option<Notice> {
        let state = self.period.state()?;
        if self.period.reminding.voice == Voice::Hushed {
            return None;
        }
        if let Some(clock) = self.clock_behind() {
            return Some(clock);
        }
        let Some(since) = self.period.since() else {
            return self.between(state);
        };
        let day = since.business_day(self.settings.rules.day_starts_at);
        if day < self.day() {
            // The market day, as the journal labels it: after midnight it is still yesterday's.
            let day = day.parse().unwrap_or_else(|_| since.local().date());
            let day = self.look.words.date_numbers(day);
            let day = day.get(..5).unwrap_or(&day);
            return Some(Notice::warning("open-yesterday").with("day", day));
        }
        let cash = self.settings.cash()?;
        if self.period.float(&cash.id).is_none() {
            return Some(Notice::warning("open-float-notice"));
        }
        self.drop_advised()
    }

    /// That the clock is behind the last entry, where it is.
    pub fn clock_behind(&self) -> Option<Notice> {
        let Clock::Behind(entry) = self.clock() else {
            return None;
        };
        Some(
            Notice::warning("open-clock-notice")
                .with("now", self.day_and_hour(self.now))
                .with("entry", self.day_and_hour(entry)),
        )
    }

    fn between(&self, state: &DayState) -> Option<Notice> {
        let between = self.period.reminding.start == Start::Between && state.before.is_some();
        between.then(|| Notice::warning("open-notice"))
    }

    fn cash_drawer(&self) -> Option<(Id, Money)> {
        let cash = self.settings.cash()?;
        Some((cash.id.clone(), self.period.in_drawer(&cash.id)))
    }

    /// More than the limit lies in the drawer, and nobody was told yet. It says the limit, never
    /// the sum: the count stays blind.
    fn drop_advised(&self) -> Option<Notice> {
        let limit = self.settings.rules.drop_above?;
        let (_, here) = self.cash_drawer()?;
        let again = self.period.reminding.drop_said.map(|it| it + DROP_AGAIN);
        let due = here > limit && again.is_none_or(|again| here >= again);
        let limit = self.look.words.money(limit);
        due.then(|| Notice::warning("cash-drop-notice").with("limit", limit))
    }

    /// Says no more of the day until the next sale.
    pub(in crate::ui) fn hush(&mut self) {
        if self.reminder().is_none() {
            return;
        }
        self.drop_was_said();
        self.period.reminding.voice = Voice::Hushed;
        self.period.reminding.start = Start::Over;
    }

    fn drop_was_said(&mut self) {
        if self.drop_advised().is_some() {
            self.period.reminding.drop_said = self.cash_drawer().map(|it| it.1);
        }
    }

    /// A sale was recorded; what was said at the quiet moment before it was read.
    pub(super) fn remind_after_sale(&mut self) {
        self.drop_was_said();
        self.period.reminding.voice = Voice::Speaks;
        self.period.reminding.start = Start::Over;
    }

    /// A drop was made: the next one is spoken of from the limit on.
    pub(super) fn dropped(&mut self) {
        self.period.reminding.drop_said = None;
    }

    pub(super) fn remind_of(&mut self, state: &DayState, first: bool) {
        self.period.reminding.start = match state.since {
            None if first => Start::Between,
            _ => Start::Over,
        };
    }
}

//! What the till knows of its open period: whether it is open, whether the float was counted, how
//! much should be in the drawers. Asked once the first frame is drawn and after each closing,
//! opening, float or movement; between them kept true by what is recorded.

pub mod noting;
pub mod opening;
mod reminders;

use super::{
    event::{Effect, News},
    shop::Shop,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{Closed, DayState, Left},
    facts::Happening,
    ids::{Id, Uid},
    journal::Fact,
    label::Label,
    money::Money,
    ticket::Ticket,
    time::Moment,
};

use noting::Noting;
use reminders::Reminding;

/// A clock set right while the till ran goes back by seconds; more than this is another hour.
const CLOCK_MAY_GO_BACK_MS: i64 = 120_000;
/// No market for longer than this: the clock may have gone ahead of the calendar.
const CLOCK_FAR_AHEAD_MS: i64 = 60 * 86_400_000;

/// The open period as the screens know it.
#[derive(Debug, Default)]
pub struct Period {
    state: Option<Box<DayState>>,
    /// What came into each drawer and left it since the journal answered.
    moved: Vec<(Id, Money)>,
    /// When the first sale was recorded since then.
    sold: Option<Moment>,
    /// Entries on their way after which the journal is asked again.
    on_their_way: Vec<Uid>,
    /// The movement of cash on its way.
    pub(super) noting: Option<Noting>,
    reminding: Reminding,
}

/// How the clock stands beside the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// As it should.
    Right,
    /// Behind this entry.
    Behind(Moment),
    /// So far ahead of the last entry that nobody may have looked at it.
    FarAhead(Moment),
}

impl Period {
    /// What the journal answered last; none before it did.
    pub fn state(&self) -> Option<&DayState> {
        self.state.as_deref()
    }

    /// Since when there is something to close.
    pub fn since(&self) -> Option<Moment> {
        self.state().and_then(|it| it.since).or(self.sold)
    }

    /// The closing that this period goes on from.
    pub fn before(&self) -> Option<&Closed> {
        self.state()?.before.as_ref()
    }

    /// What the closing before left of a means of payment.
    pub fn left(&self, tender: &Id) -> Option<&Left> {
        self.before()?.left.iter().find(|it| it.tender == *tender)
    }

    /// The float that was counted in this period.
    pub fn float(&self, tender: &Id) -> Option<Money> {
        self.state()?.figures.drawer(tender)?.float
    }

    /// How much of a means of payment should be in its drawer. Nobody is told before it was
    /// counted: this is for limits only.
    pub fn in_drawer(&self, tender: &Id) -> Money {
        let drawer = self.state().and_then(|it| it.figures.drawer(tender));
        let then = drawer.map_or(Money::ZERO, |it| it.expected);
        let moved = self.moved.iter().filter(|it| it.0 == *tender);
        then + moved.map(|it| it.1).sum()
    }

    /// What came less what went in a drawer since its float, or since the closing that left
    /// something in it: whoever counts it now counts that too.
    pub fn since_float(&self, tender: &Id) -> Money {
        let drawer = self.state().and_then(|it| it.figures.drawer(tender));
        self.in_drawer(tender) - drawer.map_or(Money::ZERO, |it| it.start)
    }

    fn found(&mut self, state: &DayState) {
        self.state = Some(Box::new(state.clone()));
        self.moved.clear();
        self.sold = None;
    }

    fn recorded(&mut self, at: Moment, ticket: &Ticket) {
        self.sold.get_or_insert(at);
        for payment in &ticket.payments {
            if payment.kind.owner().is_none() {
                self.move_by(&payment.tender, payment.cents);
            }
        }
    }

    fn move_by(&mut self, tender: &Id, cents: Money) {
        match self.moved.iter_mut().find(|it| it.0 == *tender) {
            Some(row) => row.1 += cents,
            None => self.moved.push((tender.clone(), cents)),
        }
    }

    /// Remembers which entries change what the journal would answer.
    pub(super) fn follow(&mut self, effects: &[Effect]) {
        for effect in effects {
            if let Effect::Write(
                uid,
                Fact::Day(_)
                | Fact::Cash(_)
                | Fact::Count(_)
                | Fact::Closing(_)
                | Fact::Settlement(_),
            ) = effect
                && !self.on_their_way.contains(uid)
            {
                self.on_their_way.push(*uid);
            }
        }
    }
}

/// Follows what became of entries that change the period; answers what is asked for then.
pub fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    let mut effects = noting::told(news, shop);
    let changed = match news {
        News::Written(uid) => {
            let known = shop.period.on_their_way.len();
            shop.period.on_their_way.retain(|it| it != uid);
            shop.period.on_their_way.len() < known
        }
        // What came back may have gone out of the drawer.
        News::Corrected(_) => true,
        News::NotWritten(uid, trouble) if trouble.lasts() => {
            shop.period.on_their_way.retain(|it| it != uid);
            false
        }
        _ => false,
    };
    if changed {
        effects.push(Effect::Ask(Ask::Day));
    }
    effects
}

impl Shop {
    /// Takes in what an answer says about the open period.
    pub(super) fn learn_period(&mut self, news: &News) {
        match news {
            News::Recorded(recorded, ticket) => {
                self.remind_after_sale();
                self.period.recorded(recorded.at, ticket);
            }
            News::Found(found) => {
                if let Found::Day(state) = found.as_ref() {
                    let first = self.period.state.is_none();
                    self.period.found(state);
                    if first {
                        self.look_at_clock(state.latest);
                    }
                    self.remind_of(state, first);
                }
            }
            _ => {}
        }
    }

    /// At the start: a clock behind the last entry is written down once; selling goes on.
    fn look_at_clock(&mut self, latest: Moment) {
        if self.is_behind(latest) {
            self.drafts.clock_behind = Some(latest);
            self.touch();
            self.clock_went_back(latest);
        }
    }

    /// Writes down that the clock is behind an entry.
    pub(super) fn clock_went_back(&mut self, latest: Moment) {
        let local = latest.local();
        let detail = format!("{} {:02}:{:02}", local.date(), local.hour(), local.minute());
        self.happened(Happening::Clock, &detail);
    }

    fn is_behind(&self, entry: Moment) -> bool {
        self.now.utc_ms.saturating_add(CLOCK_MAY_GO_BACK_MS) < entry.utc_ms
    }

    /// How the clock stands beside the last entry that is known.
    pub fn clock(&self) -> Clock {
        let latest = self.period.state().map(|it| it.latest);
        let known = self.drafts.clock_behind.into_iter().chain(latest);
        if let Some(entry) = known.max_by_key(|it| it.utc_ms)
            && self.is_behind(entry)
        {
            return Clock::Behind(entry);
        }
        match latest {
            Some(entry) if self.now.utc_ms.saturating_sub(entry.utc_ms) > CLOCK_FAR_AHEAD_MS => {
                Clock::FarAhead(entry)
            }
            _ => Clock::Right,
        }
    }

    /// A day and an hour in figures: `21/11/2026 13:05`.
    pub(super) fn day_and_hour(&self, at: Moment) -> String {
        let words = &self.look.words;
        let local = at.local();
        let hour = words.time(local.time());
        format!("{} {hour}", words.date_numbers(local.date()))
    }

    /// The market whose name is proposed: that of this period, else of the closing before.
    pub(super) fn last_market(&self) -> Option<&Label> {
        let state = self.period.state()?;
        let now = state
            .figures
            .opened
            .as_ref()
            .and_then(|it| it.market.as_ref());
        now.or_else(|| state.before.as_ref()?.market.as_ref())
    }
}

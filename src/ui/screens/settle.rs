//! A producer's day, and settling with her: in full, rounded down, in part, or carried over.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    settle_keys, settle_view,
};
use crate::domain::{
    asking::{Ask, Found, SettlementRow, SoldLine, Span},
    ids::Id,
    money::Money,
    settings::Tender,
    settlement::{Settlement, Takings},
};

/// The screen of one producer.
pub struct Settle {
    pub(super) producer: Id,
    /// The last ticket that counts, by name; none for all there are.
    pub(super) up_to: Option<String>,
    pub(super) draft: Draft,
    /// What her goods brought on the market day, settled or not.
    pub(super) day: Takings,
    pub(super) shown: Shown,
    /// Her settlements of the day, newest first.
    pub(super) done: Vec<SettlementRow>,
    /// Amounts that are nobody's yet.
    pub(super) nobody: Vec<SoldLine>,
    pub(super) asking: Asking,
    pub(super) typed: String,
    /// A letter that acts unless it turns out to be the first of a scan.
    pub(super) pressed: Alone<char>,
}

/// What a settlement would say.
pub(super) enum Draft {
    /// The store was asked.
    Asked,
    /// It is here.
    Here(Box<Settlement>),
}

/// Which takings are on the screen.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// Since her last settlement.
    Since,
    /// Of the whole market day.
    Day,
}

/// What the next key answers.
pub(super) enum Asking {
    /// How she is settled with.
    How,
    /// The number of the last ticket that counts.
    UpTo,
    /// The number of the paper in the notebook.
    Paper(Way),
}

/// How she is settled with.
#[derive(Clone)]
pub(super) enum Way {
    /// So much by a means; without an amount, all she is owed.
    Give(Box<Tender>, Option<Money>),
    /// Whole euros by a means, the cents are carried over.
    GiveEuros(Box<Tender>),
    /// Everything is carried over.
    Carry,
}

impl Settle {
    /// The day of this producer.
    pub fn of(producer: Id) -> Self {
        Self {
            producer,
            up_to: None,
            draft: Draft::Asked,
            day: Takings::default(),
            shown: Shown::Since,
            done: Vec::new(),
            nobody: Vec::new(),
            asking: Asking::How,
            typed: String::new(),
            pressed: Alone::default(),
        }
    }

    /// What the screen needs to know.
    pub fn opening(&self, shop: &Shop) -> Vec<Effect> {
        [
            self.settling(shop),
            Ask::Settlements(shop.day()),
            Ask::Sums(Span::Day(shop.day())),
            Ask::Unattributed,
        ]
        .map(Effect::Ask)
        .into()
    }

    pub(super) fn settling(&self, shop: &Shop) -> Ask {
        Ask::Settling {
            producer: self.producer.clone(),
            up_to: self.up_to.clone(),
            day: shop.day(),
        }
    }

    fn found(&mut self, found: &Found, shop: &mut Shop) -> Turn {
        match found {
            Found::Settling(settlement) => return self.drafted(settlement.as_ref().as_ref(), shop),
            Found::Settlements(rows) => {
                let hers = |it: &&SettlementRow| it.settlement.producer.id == self.producer;
                self.done = rows.iter().filter(hers).cloned().collect();
            }
            Found::Sums(sums) => {
                let hers = sums.producers.iter().find(|(id, _)| *id == self.producer);
                self.day = hers.map(|(_, it)| it.clone()).unwrap_or_default();
            }
            Found::Unattributed(lines) => self.nobody.clone_from(lines),
            Found::Members(_)
            | Found::Statement(_)
            | Found::Note(..)
            | Found::Used(_)
            | Found::Past(..)
            | Found::Owed(_)
            | Found::Sold(_)
            | Found::Day(_)
            | Found::Like(_)
            | Found::Period(_)
            | Found::Months(_)
            | Found::Cash(_)
            | Found::Paid(_)
            | Found::Closings(_)
            | Found::Closing(..)
            | Found::Control(_)
            | Found::Entries(_) => {}
        }
        Turn::stay()
    }

    fn drafted(&mut self, settlement: Option<&Settlement>, shop: &mut Shop) -> Turn {
        // One that ends where the last one did was settled before, too.
        let fresh = |it: &&Settlement| self.up_to.is_none() || it.after != Some(it.up_to);
        if let Some(settlement) = settlement.filter(fresh) {
            if settlement.producer.id == self.producer {
                self.draft = Draft::Here(Box::new(settlement.clone()));
            }
            return Turn::stay();
        }
        let Some(name) = self.up_to.take() else {
            return Turn::stay();
        };
        shop.say(Notice::warning("settle-no-ticket").with("ticket", name));
        Turn::with(vec![Effect::Bell, Effect::Ask(self.settling(shop))])
    }

    /// The draft, once it is here.
    pub(super) fn here(&self) -> Option<&Settlement> {
        match &self.draft {
            Draft::Here(settlement) => Some(settlement),
            Draft::Asked => None,
        }
    }
}

impl Screen for Settle {
    fn title(&self) -> &'static str {
        "settle"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        settle_keys::keys(self, shop)
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return settle_keys::letter(self, letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Char('?') => Turn::go(Go::Help),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            _ => settle_keys::key(self, stroke, pace, shop),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => settle_keys::letter(self, letter, shop),
            None => Turn::stay(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => self.found(found, shop),
            News::Written(_) | News::NotWritten(..) => {
                // What was settled is settled: the next one begins behind it.
                self.draft = Draft::Asked;
                self.up_to = None;
                Turn::with(self.opening(shop))
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        settle_view::draw(self, shop, canvas, area);
    }
}

//! The opening of a market that is half done: where it stands and all that was typed for it, so
//! that it goes on after a sale and after a power cut.

use serde::{Deserialize, Serialize};

use super::super::{
    closing::{Attention, CountWay},
    entry::{Number, number},
    notice::Notice,
    place::Place,
    screens::open_day::OpenDay,
    shop::Shop,
};
use crate::domain::{
    day::{EURO_CENTS, PIECES_MAX, Pieces, Weather},
    ids::Id,
    money::Money,
    settings::{Tender, TenderKind},
    time::Moment,
};

/// An opening that was begun; nothing of it is in the journal yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OpeningDraft {
    /// What is to be done.
    pub wanted: Wanted,
    /// Where it stands.
    pub step: Step,
    /// Whether somebody is at it.
    pub attention: Attention,
    /// The market day on which it was begun, `YYYY-MM-DD`.
    pub day: String,
    /// The entry that the clock was behind when somebody said to go on.
    pub clock: Option<Moment>,
    /// The market, as typed; none takes what is proposed.
    pub market: Option<String>,
    /// How the sky is.
    pub weather: Option<Weather>,
    /// Whose drawer; none for euros.
    pub tender: Option<Id>,
    /// How the float is counted; none takes what is proposed.
    pub way: Option<CountWay>,
    /// How many of each note and coin, in the order of [`EURO_CENTS`]; empty is as proposed.
    pub pieces: Vec<String>,
    /// The float in one sum, in euros; empty is as proposed.
    pub total: String,
    /// Which field the cursor is in; the sum is behind the last of the pieces.
    pub at: usize,
}

/// What is to be done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// The market is opened.
    #[default]
    Day,
    /// The float is counted, no more.
    Float,
}

/// Where an opening stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The hour and the date, where they may be wrong.
    #[default]
    Clock,
    /// Which market.
    Market,
    /// The weather in a word.
    Weather,
    /// What is in the drawer.
    Float,
}

/// The float that is proposed, and where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposed {
    /// How much; none where nobody knows.
    pub total: Option<Money>,
    /// How many of each, in the order of [`EURO_CENTS`]; none where only the sum is known.
    pub pieces: Option<Vec<u32>>,
    /// What the closing before left, and its name.
    pub left: Option<(Money, String)>,
    /// What lies in the drawer besides, from sales before the float was counted.
    pub since: Money,
}

/// The place of the sum behind the notes and coins.
pub const SUM: usize = EURO_CENTS.len();

impl OpeningDraft {
    /// A new one, on this market day.
    pub fn of(wanted: Wanted, day: String) -> Self {
        let step = match wanted {
            Wanted::Day => Step::Clock,
            Wanted::Float => Step::Float,
        };
        Self {
            wanted,
            step,
            day,
            pieces: vec![String::new(); SUM],
            ..Self::default()
        }
    }

    /// Takes back what was typed of the float, for another drawer.
    pub fn forget_count(&mut self) {
        self.way = None;
        self.pieces = vec![String::new(); SUM];
        self.total.clear();
    }

    /// How the float is counted.
    pub fn way(&self, proposed: &Proposed) -> CountWay {
        let only_sum = proposed.total.is_some() && proposed.pieces.is_none();
        let usual = if only_sum {
            CountWay::Total
        } else {
            CountWay::Pieces
        };
        self.way.unwrap_or(usual)
    }

    /// How many of a kind were counted.
    fn count(&self, at: usize, proposed: &Proposed) -> Result<u32, Notice> {
        let typed = self.pieces.get(at).map_or("", String::as_str);
        if typed.is_empty() {
            let proposed = proposed.pieces.as_ref().and_then(|it| it.get(at));
            return Ok(proposed.copied().unwrap_or_default());
        }
        let unreadable = || Notice::warning("open-count-unreadable").with("typed", typed);
        let count = typed.parse::<u64>().map_err(|_| unreadable())?;
        u32::try_from(count)
            .ok()
            .filter(|it| *it <= PIECES_MAX)
            .ok_or_else(|| Notice::warning("open-count-too-many").with("typed", typed))
    }

    /// The notes and coins that were counted; what is wrong with one, and its place.
    pub fn counted(&self, proposed: &Proposed) -> Result<Vec<Pieces>, (usize, Notice)> {
        let mut pieces = Vec::new();
        for (at, cents) in EURO_CENTS.into_iter().enumerate() {
            let count = self.count(at, proposed).map_err(|it| (at, it))?;
            let worth = Money::from_cents(cents).unwrap_or_default();
            if count > 0 {
                pieces.push(Pieces { worth, count });
            }
        }
        Ok(pieces)
    }

    /// The float as it stands: how much, by which notes and coins; what is wrong with it, and
    /// the place of that.
    pub fn float(
        &self,
        proposed: &Proposed,
        shop: &Shop,
    ) -> Result<(Money, Vec<Pieces>), (usize, Notice)> {
        if self.way(proposed) == CountWay::Pieces {
            let pieces = self.counted(proposed)?;
            let sum = Pieces::sum(&pieces);
            let sum = sum.ok_or_else(|| (SUM, Notice::warning("entry-too-large")))?;
            return Ok((sum, pieces));
        }
        if self.total.is_empty() {
            let sum = proposed.total;
            let sum = sum.ok_or_else(|| (SUM, Notice::warning("open-float-how-much")))?;
            return Ok((sum, Vec::new()));
        }
        let cents = number(&self.total, shop.digits).and_then(Number::cents);
        let cents = cents.map_err(|it| (SUM, Notice::warning(it.word())))?;
        let sum = Money::from_cents(cents);
        let sum = sum.ok_or_else(|| (SUM, Notice::warning("entry-too-large")))?;
        Ok((sum, Vec::new()))
    }
}

/// How many of each note and coin, if there are no others among them.
fn in_order(pieces: &[Pieces]) -> Option<Vec<u32>> {
    let worth = |it: &Pieces| it.worth.cents();
    if pieces.is_empty() || !pieces.iter().all(|it| EURO_CENTS.contains(&worth(it))) {
        return None;
    }
    let count = |cents: i64| {
        let same = pieces.iter().filter(|it| worth(it) == cents);
        same.map(|it| it.count).sum()
    };
    Some(EURO_CENTS.map(count).into())
}

impl Shop {
    /// The means whose drawers have a float: euros, and local money.
    pub fn drawers(&self) -> Vec<&Tender> {
        let tenders = self.settings.tenders.iter();
        let mut drawers: Vec<&Tender> = tenders
            .filter(|it| matches!(it.kind, TenderKind::Cash | TenderKind::Local))
            .collect();
        // The first cash is the one that every euro of a ticket goes to.
        drawers.sort_by_key(|it| it.kind != TenderKind::Cash);
        drawers
    }

    /// The opening under way, where it is this market's: what was begun at another is stale.
    pub fn opening(&self) -> Option<&OpeningDraft> {
        let day = self.day();
        self.drafts.opening.as_ref().filter(|it| it.day == day)
    }

    /// Begins an opening, or goes on where it was left.
    pub fn begin_opening(&mut self, wanted: Wanted) -> &mut OpeningDraft {
        let day = self.day();
        let draft = &mut self.drafts.opening;
        draft.take_if(|it| it.day != day || it.wanted != wanted);
        let draft = draft.get_or_insert_with(|| OpeningDraft::of(wanted, day));
        draft.attention = Attention::Here;
        draft
    }

    /// The screen of the opening after a restart, where somebody was at it and no open ticket goes
    /// first.
    pub(in crate::ui) fn opening_after_restart(&self) -> Option<Place> {
        let draft = self.opening()?;
        let here = draft.attention == Attention::Here && self.basket().is_empty();
        here.then(|| Place::OpenDay(OpenDay::default()))
    }

    /// The float that is proposed: what was counted already, what the closing before left, or what
    /// the settings say.
    pub fn proposed_float(&self, tender: &Tender) -> Proposed {
        let left = self.period.left(&tender.id);
        let name = self.period.before().map(|it| it.earlier.name.clone());
        let mut proposed = Proposed {
            left: left.map(|it| it.cents).zip(name),
            since: self.period.since_float(&tender.id),
            ..Proposed::default()
        };
        if let Some(float) = self.period.float(&tender.id) {
            proposed.total = Some(float);
        } else if let Some(left) = left {
            proposed.total = Some(left.cents);
            proposed.pieces = in_order(&left.pieces);
        } else if tender.kind == TenderKind::Cash {
            let rules = &self.settings.rules;
            proposed.pieces = in_order(&rules.float_pieces);
            let sum = Pieces::sum(&rules.float_pieces).filter(|it| *it > Money::ZERO);
            proposed.total = sum.or(rules.float);
        }
        if proposed.since != Money::ZERO {
            // Which notes and coins came meanwhile, nobody knows.
            proposed.pieces = None;
            proposed.total = proposed.total.map(|it| it + proposed.since);
        }
        proposed
    }
}

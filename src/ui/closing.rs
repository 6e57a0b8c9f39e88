//! The closing under way: where it is and all that was typed for it, so that it goes on after a
//! sale, after a break and after a power cut.

pub mod form;
pub mod unsold;
pub mod writing;

use serde::{Deserialize, Serialize};

use super::{
    notice::Notice,
    place::Place,
    screen::{Go, Turn},
    screens::{close_before::CloseBefore, close_float::CloseFloat, closings::Closings},
    shop::Shop,
};
use crate::domain::{
    basket::Basket,
    closing::{ChequeSeen, DifferenceReason},
    day::{EURO_CENTS, Pieces},
    facts::{Reason, StockWay},
    ids::{Id, Uid},
    journal::Fact,
    quantity::Quantity,
};

/// Where a closing stands; each step is a screen, and one with nothing to do skips itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// What stands in the way: tickets that are open or aside, amounts that are nobody's.
    #[default]
    Before,
    /// What was not sold.
    Unsold,
    /// What is found, without knowing what should be.
    Count,
    /// What should be there, and what is missing or too much.
    Gap,
    /// What stays for the next market and what leaves.
    Float,
    /// The Z, behind its letter.
    Seal,
}

/// Whether somebody went back to selling meanwhile.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attention {
    /// The closing is what the till is at: it comes back after a restart.
    #[default]
    Here,
    /// It waits for the menu's 9.
    Elsewhere,
}

/// A closing that was begun and all that was decided so far; nothing of it is in the journal but
/// what its steps have written.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ClosingDraft {
    /// Where it stands.
    pub step: Step,
    /// Whether somebody is at it.
    pub attention: Attention,
    /// The entry that the step is about to write: saved before it is written, so that the same
    /// entry is asked for again after a power cut and is there once.
    pub writing: Option<Uid>,
    /// Tickets that stay aside for the next market on purpose.
    pub kept: Vec<Uid>,
    /// So many amounts may stay without an owner.
    pub nobodys: usize,
    /// Which of the things in the way the keys are about.
    pub obstacle: usize,
    /// What becomes of what was not sold.
    pub unsold: Unsold,
    /// What was counted, as it was typed.
    pub typed: Typed,
    /// Why what was found differs; none before somebody said so.
    pub reason: Option<DifferenceReason>,
    /// The cheques that were held against the pile.
    pub cheques: Vec<ChequeSeen>,
    /// Who signed each of them, beside `cheques`: for the slip of paper, never in the journal.
    pub cheque_names: Vec<String>,
    /// What stays and what leaves.
    pub float: FloatChoice,
}

/// What was typed about what stays and what leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FloatChoice {
    /// The float to leave, as typed; empty takes what is proposed.
    pub leave: String,
    /// Which notes and coins stay, where somebody said so piece by piece.
    pub pieces: Option<Vec<Pieces>>,
    /// Who takes the envelope, as initials, empty for nobody; none is who is at the till.
    pub by: Option<String>,
}

/// What becomes of what was not sold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unsold {
    /// What was said of single articles; the others are taken home.
    pub answers: Vec<UnsoldAnswer>,
    /// Whether it is asked still.
    pub state: Asked,
    /// Which article the keys are about.
    pub at: usize,
    /// What the next key answers.
    pub asking: UnsoldAsking,
    /// How much, as typed.
    pub typed: String,
}

/// What is asked about an article that was not sold out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnsoldAsking {
    /// Which article, and what becomes of it.
    #[default]
    Which,
    /// How much of it was given away or lost.
    HowMuch,
    /// Why so much.
    Why(Quantity),
}

/// Whether something is still to be answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// It is.
    #[default]
    Open,
    /// It was answered.
    Answered,
}

/// What was said of an article that was not sold out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsoldAnswer {
    /// The article.
    pub product: Id,
    /// What was given away or lost of it.
    pub parts: Vec<UnsoldPart>,
    /// What becomes of the rest.
    pub rest: Rest,
}

/// So much of an article that goes one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnsoldPart {
    /// How much, positive.
    pub quantity: Quantity,
    /// Which way.
    pub way: StockWay,
    /// Why.
    pub reason: Option<Reason>,
}

/// What becomes of the rest of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rest {
    /// Its producer takes it home.
    #[default]
    Home,
    /// It stays in the stock for the next market.
    Stays,
}

/// How the cash is counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountWay {
    /// By the number of notes and coins.
    #[default]
    Pieces,
    /// By one total.
    Total,
}

/// The fields of the count as they were typed: digits, whatever the keyboard's upper row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// How the cash is counted.
    pub way: CountWay,
    /// How many of each note and coin, in the order of [`EURO_CENTS`].
    pub pieces: Vec<String>,
    /// Rolls, rarer notes and the rest, in euros.
    pub other: String,
    /// The cash in one sum, in euros.
    pub total: String,
    /// The other means of payment.
    pub means: Vec<TypedMeans>,
    /// Which field the cursor is in.
    pub at: usize,
}

/// What was typed of a means of payment that is no cash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedMeans {
    /// The means' name for machines.
    pub tender: Id,
    /// How many cheques, vouchers or tokens.
    pub number: String,
    /// How much in all, in euros.
    pub total: String,
}

impl Default for Typed {
    fn default() -> Self {
        Self {
            way: CountWay::Pieces,
            pieces: vec![String::new(); EURO_CENTS.len()],
            other: String::new(),
            total: String::new(),
            means: Vec::new(),
            at: 0,
        }
    }
}

/// Begins a closing, or goes on where it was left; tickets that are open or aside go first.
pub fn open(shop: &mut Shop) -> Turn {
    let step = shop.closing().step;
    if shop.waiting().next().is_none() {
        return go(step, shop);
    }
    shop.closing().attention = Attention::Here;
    shop.touch();
    Turn::go(Go::Over(Place::CloseBefore(CloseBefore::default())))
}

/// Nothing was sold, opened or moved since the last closing: what was closed is shown instead.
pub fn nothing(shop: &mut Shop) -> Turn {
    forget(shop);
    shop.say(Notice::warning("close-nothing"));
    Turn::go(Go::Over(Place::Closings(Closings::default())))
}

/// To the screen of a step; what the till stands at is saved.
pub fn go(step: Step, shop: &mut Shop) -> Turn {
    let draft = shop.closing();
    if draft.step != step {
        draft.writing = None;
    }
    draft.step = step;
    draft.attention = Attention::Here;
    shop.touch();
    Turn::go(Go::Over(place(step)))
}

/// Back to selling; the closing waits as it is.
pub fn leave(shop: &mut Shop) -> Turn {
    shop.closing().attention = Attention::Elsewhere;
    shop.touch();
    shop.say(Notice::warning("close-waits"));
    Turn::go(Go::Home)
}

/// The closing is done, or there is nothing to close: nothing of it is kept.
pub fn forget(shop: &mut Shop) {
    if shop.drafts.closing.take().is_some() {
        shop.touch();
    }
}

/// The screen that is under the keys after a restart, where a closing was under way and no open
/// ticket goes first; the sell screen names the way back where one does.
pub fn after_restart(shop: &mut Shop) -> Option<Place> {
    let draft = shop.drafts.closing.as_ref()?;
    let step = draft.step;
    if draft.attention == Attention::Here && shop.basket().is_empty() {
        return Some(place(step));
    }
    shop.say(Notice::warning("close-waits"));
    None
}

/// The screen of a step.
fn place(step: Step) -> Place {
    match step {
        Step::Before => Place::CloseBefore(CloseBefore::default()),
        Step::Unsold => Place::CloseUnsold(Box::default()),
        Step::Count => Place::CloseCount(Box::default()),
        Step::Gap => Place::CloseGap(Box::default()),
        Step::Float => Place::CloseFloat(CloseFloat::default()),
        Step::Seal => Place::CloseSeal(Box::default()),
    }
}

impl Shop {
    /// The closing under way; a new one where none is.
    pub fn closing(&mut self) -> &mut ClosingDraft {
        self.drafts.closing.get_or_insert_default()
    }

    /// Tickets that are open at the two desks, or aside and not kept on purpose: a closing lets
    /// none of them be forgotten.
    pub fn waiting(&self) -> impl Iterator<Item = &Basket> {
        let kept = self.drafts.closing.as_ref().map(|it| it.kept.as_slice());
        let kept = kept.unwrap_or_default();
        let aside = self.drafts.parked.iter().map(|it| &it.basket);
        let aside = aside.filter(|it| !kept.contains(&it.uid));
        let open = self.drafts.desks.iter().filter(|it| !it.is_empty());
        open.chain(aside)
    }

    /// Writes an entry down under a name that was saved before; see [`ClosingDraft::writing`].
    pub fn write_as(&mut self, uid: Uid, fact: Fact) {
        self.entries.push((uid, fact));
    }
}

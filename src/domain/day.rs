//! A market day at the till: how it is opened, what cash comes and goes beside the sales, and how
//! the drawer is counted.

use serde::{Deserialize, Serialize};

use super::{
    ids::Id,
    label::Label,
    money::Money,
    settings::{Tender, TenderKind},
    time::Moment,
};

/// The content of a `day` entry: somebody opened the till for a market.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOpened {
    /// Which market, in the stall's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub market: Option<Label>,
    /// How the sky is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weather: Option<Weather>,
    /// The latest entry of before, where the clock was behind it and somebody said to go on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_behind: Option<Moment>,
}

/// The weather in a word, from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weather {
    /// Blue sky.
    Sun,
    /// Grey, dry.
    Clouds,
    /// Wet.
    Rain,
    /// What takes the parasols.
    Wind,
    /// Thunder, hail.
    Storm,
    /// White.
    Snow,
    /// Below zero or near it.
    Cold,
    /// Too hot for cheese.
    Heat,
}

impl Weather {
    /// All there are, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Sun,
        Self::Clouds,
        Self::Rain,
        Self::Wind,
        Self::Storm,
        Self::Snow,
        Self::Cold,
        Self::Heat,
    ];

    /// The stable word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Sun => "sun",
            Self::Clouds => "clouds",
            Self::Rain => "rain",
            Self::Wind => "wind",
            Self::Storm => "storm",
            Self::Snow => "snow",
            Self::Cold => "cold",
            Self::Heat => "heat",
        }
    }
}

/// So many notes or coins of one worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pieces {
    /// What one is worth.
    pub worth: Money,
    /// How many.
    pub count: u32,
}

/// More notes or coins of one worth than this are a slip of the finger: a till holds no million.
pub const PIECES_MAX: u32 = 99_999;

/// Notes and coins of the euro as a drawer is counted, in cents, largest first; what is rarer is
/// counted with rolls and the rest, as an amount.
pub const EURO_CENTS: [i64; 12] = [5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

impl Pieces {
    /// What they are worth together; none beyond what a till can take.
    pub fn total(self) -> Option<Money> {
        let cents = self.worth.cents().checked_mul(i64::from(self.count))?;
        Money::from_cents(cents)
    }

    /// What several kinds are worth together; none beyond what a till can take.
    pub fn sum(pieces: &[Self]) -> Option<Money> {
        let cents = pieces.iter().try_fold(0i64, |sum, it| {
            it.total().and_then(|total| sum.checked_add(total.cents()))
        })?;
        Money::from_cents(cents)
    }
}

/// The content of a `cash` entry: money of a drawer that came or went without a sale, or was
/// found there in the morning.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cash {
    /// Which way.
    pub way: CashWay,
    /// Whose drawer, by the means of payment: euros, or a local currency.
    pub tender: Id,
    /// The stall's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What the means moves.
    pub kind: TenderKind,
    /// How much, positive; a correction has its sign.
    pub cents: Money,
    /// Why, from a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CashReason>,
    /// By which notes and coins, where they were counted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Pieces>,
    /// For a float, what the closing before had left in the drawer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left: Option<Money>,
    /// For what became of an envelope, the closing it came from, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub envelope: Option<String>,
}

impl Cash {
    /// So much of a means of payment that came or went, no more said about it.
    pub fn by(tender: &Tender, way: CashWay, cents: Money) -> Self {
        Self {
            way,
            tender: tender.id.clone(),
            name: tender.name.clone(),
            kind: tender.kind,
            cents,
            reason: None,
            pieces: Vec::new(),
            left: None,
            envelope: None,
        }
    }
}

/// Which way cash moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashWay {
    /// What is in the drawer before the first sale; a later one of the same period replaces it.
    Float,
    /// Put into the drawer.
    In,
    /// Taken out of it.
    Out,
    /// Taken out to a safe place, so that less lies in the drawer.
    Drop,
    /// Paid for something the stall bought.
    PaidOut,
    /// An amount noted wrongly before, with its sign.
    Correction,
    /// The envelope of a closing reached whoever keeps the money.
    Received,
    /// The envelope of a closing is at the bank.
    Banked,
}

impl CashWay {
    /// The stable word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Float => "float",
            Self::In => "in",
            Self::Out => "out",
            Self::Drop => "drop",
            Self::PaidOut => "paid_out",
            Self::Correction => "correction",
            Self::Received => "received",
            Self::Banked => "banked",
        }
    }

    /// What an amount of this way does to the drawer; none for a float, which says what is in it.
    pub fn moves(self, cents: Money) -> Option<Money> {
        match self {
            Self::Float => None,
            Self::In | Self::Correction => Some(cents),
            Self::Out | Self::Drop | Self::PaidOut => Some(-cents),
            Self::Received | Self::Banked => Some(Money::ZERO),
        }
    }
}

/// Why cash moved, from a list: no name ends in what cannot be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CashReason {
    /// To or from the safe.
    Safe,
    /// Notes and coins to give change with.
    Change,
    /// To or from the bank.
    Bank,
    /// Taken home by somebody of the stall.
    Home,
    /// The market's fee for the place.
    Place,
    /// Something the stall needed: bags, ice, coffee.
    Purchase,
    /// Somebody had paid for the stall before.
    PaidBack,
    /// Money of the co-op or the association.
    Coop,
    /// Noted wrongly before.
    Mistake,
}

impl CashReason {
    /// The stable word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Change => "change",
            Self::Bank => "bank",
            Self::Home => "home",
            Self::Place => "place",
            Self::Purchase => "purchase",
            Self::PaidBack => "paid_back",
            Self::Coop => "coop",
            Self::Mistake => "mistake",
        }
    }
}

/// The content of a `count` entry: what was found, before anybody was told what should be there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Each means of payment that was counted.
    pub means: Vec<Counting>,
}

/// What was found of one means of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counting {
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// Notes and coins, where they were counted one by one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Pieces>,
    /// Rolls, rarer notes and the rest, besides the pieces.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub other: Money,
    /// How many cheques, vouchers or tokens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// How much in all.
    pub total: Money,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands a reference")]
fn is_zero(money: &Money) -> bool {
    *money == Money::ZERO
}

impl Count {
    /// What was found of a means of payment.
    pub fn of(&self, tender: &Id) -> Option<&Counting> {
        self.means.iter().find(|it| it.tender == *tender)
    }

    /// Whether every total is what its pieces say, and no means is there twice.
    pub fn adds_up(&self) -> bool {
        let totals = self.means.iter().all(|it| {
            it.total >= Money::ZERO
                && it.other >= Money::ZERO
                && (it.pieces.is_empty()
                    || Pieces::sum(&it.pieces).is_some_and(|sum| sum + it.other == it.total))
        });
        let twice = |at: usize, it: &Counting| {
            let rest = self.means.iter().skip(at + 1);
            rest.into_iter().any(|other| other.tender == it.tender)
        };
        totals && !self.means.iter().enumerate().any(|(at, it)| twice(at, it))
    }
}

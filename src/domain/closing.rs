//! Closings: what a stretch of the journal came to, what was found in the drawers, and the two
//! totals that never go back to zero (BOI-TVA-DECLA-30-10-30 §170).

pub mod causes;
pub mod cheques;
mod draft;
pub mod float;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::{
    day::Pieces,
    figures::{Figures, SpanRow},
    ids::Id,
    label::Label,
    money::Money,
    settings::TenderKind,
    settlement::Place,
    time::Moment,
};

pub use draft::{Closed, DayState, Decided};

/// What is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// A market: everything since the last closing of a day.
    Day,
    /// The days closed since the last closing of a month.
    Month,
    /// The months closed since the last closing of a year.
    Year,
}

impl Level {
    /// The stable word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// The letter in a closing's name: `A-Z31`, `A-M7`, `A-Y1`.
    pub const fn letter(self) -> char {
        match self {
            Self::Day => 'Z',
            Self::Month => 'M',
            Self::Year => 'Y',
        }
    }
}

/// The content of a `closing` entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// What is closed.
    pub level: Level,
    /// Runs without gaps per till and level, through all its epochs; the store gives it, zero
    /// before.
    pub number: u64,
    /// What people and the paper call it: `A-Z31`; the store gives it, empty before.
    pub name: String,
    /// The market day `2026-11-21`, the month `2026-11`, or the year in which it begins `2026`.
    pub label: String,
    /// The closing of the same level before it; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<Earlier>,
    /// The last entry that it covers; those after the closing before it are all in it.
    pub up_to: Place,
    /// What the entries come to.
    pub figures: Figures,
    /// Tickets of days that were closed before: they keep their label and count here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub late: Vec<SpanRow<String>>,
    /// What should have been there, what was found, per means of payment; of a day only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<MeansRow>,
    /// What somebody decided; of a day only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Decided>,
    /// The totals since the till's first sale, this closing included.
    pub total: Perpetual,
    /// The program that made it.
    pub version: String,
}

/// A closing that another one follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// What people call it.
    pub name: String,
    /// Where it stands in the journal.
    pub place: Place,
    /// Its hash, hexadecimal.
    pub hash: String,
}

/// Turnover since the till's first sale, in cents; never reset, not by another version either.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Perpetual {
    /// With its signs: what came back is taken off.
    pub algebraic_cents: i64,
    /// Each ticket's turnover without its sign.
    pub absolute_cents: i64,
}

impl Perpetual {
    /// The totals after a stretch of the journal.
    #[must_use]
    pub const fn after(self, figures: &Figures) -> Self {
        Self {
            algebraic_cents: self
                .algebraic_cents
                .saturating_add(figures.turnover.cents()),
            absolute_cents: self.absolute_cents.saturating_add(figures.absolute.cents()),
        }
    }
}

/// What should be there of a means of payment at the closing, and what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeansRow {
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// What should be there now.
    pub expected: Money,
    /// What is there: what was counted, and what came and went since; none if it was not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<Money>,
    /// How many cheques, vouchers or tokens were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
}

impl MeansRow {
    /// How much more was found than should be there; none if it was not counted.
    pub fn difference(&self) -> Option<Money> {
        self.counted.map(|counted| counted - self.expected)
    }

    /// What goes on as being there: what was found, else what should be.
    pub fn held(&self) -> Money {
        self.counted.unwrap_or(self.expected)
    }
}

/// Why what was found differs, from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceReason {
    /// Nobody knows.
    Unknown,
    /// Too much or too little change was given.
    Change,
    /// A means of payment was taken for another.
    Means,
    /// Cash came or went and was not noted.
    NotNoted,
    /// A sale was not rung up, or rung up twice.
    Sale,
    /// The float was not what was thought.
    Float,
    /// A note or a coin that is no good.
    Counterfeit,
    /// Stolen.
    Theft,
}

impl DifferenceReason {
    /// All there are, in the order of the screen.
    pub const ALL: [Self; 8] = [
        Self::Unknown,
        Self::Change,
        Self::Means,
        Self::NotNoted,
        Self::Sale,
        Self::Float,
        Self::Counterfeit,
        Self::Theft,
    ];

    /// The stable word in files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Change => "change",
            Self::Means => "means",
            Self::NotNoted => "not_noted",
            Self::Sale => "sale",
            Self::Float => "float",
            Self::Counterfeit => "counterfeit",
            Self::Theft => "theft",
        }
    }
}

/// What stays in a drawer after a closing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// How much.
    pub cents: Money,
    /// Notes and coins, where they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Pieces>,
}

/// Money that leaves with somebody after a closing; open until it is marked received and banked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Envelope {
    /// The initials of who takes it; empty if nobody said so.
    pub by: String,
    /// Euros in notes and coins.
    pub cash: Money,
    /// Which, where they are known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Pieces>,
    /// Everything else in it: cheques, vouchers, tokens, local money.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Left>,
}

/// A cheque of the period, held against the pile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChequeSeen {
    /// The ticket it paid, by name.
    pub ticket: String,
    /// How much.
    pub cents: Money,
    /// Whether it was found in the pile.
    pub found: Found,
    /// The number printed on it; the name is on the slip of paper only, never in the journal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Label>,
}

/// Whether something was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// It is there.
    Here,
    /// It is not.
    Missing,
}

/// A closing as a list and the next one know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosingSeen {
    /// Where it stands in the journal.
    pub place: Place,
    /// When.
    pub at: Moment,
    /// Who was at the till.
    pub operator: String,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// The four characters of its hash that the paper shows.
    pub extract: String,
    /// The whole of it.
    pub closing: Closing,
    /// How far its envelope came.
    pub envelope: EnvelopeState,
    /// How often it was printed.
    pub copies: u32,
}

/// How far an envelope came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EnvelopeState {
    /// There is none.
    #[default]
    None,
    /// With whoever took it.
    Away,
    /// With whoever keeps the money.
    Received,
    /// At the bank.
    Banked,
}

//! The contents of the journal's smaller entries.

use serde::{Deserialize, Serialize};

use super::{
    basket::Line,
    catalogue::Code,
    ids::{Id, Uid},
    label::Label,
    money::Money,
    quantity::{Quantity, Unit},
};

/// An epoch begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The till's name for machines.
    pub till: String,
    /// What people call it: the letter in front of ticket numbers.
    pub name: Label,
    /// The public key of this epoch, 64 hexadecimal digits.
    pub public_key: String,
    /// The program that began it.
    pub version: String,
    /// What tells this machine from another.
    pub machine: String,
    /// Why an epoch begins.
    pub why: Why,
    /// The end of the epoch before, from the second epoch on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub continues: Option<Continued>,
}

/// Why an epoch begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A till that never was.
    New,
    /// An older database than the last one known.
    Restored,
    /// The same database on another machine.
    Copied,
    /// The key is no longer there.
    KeyLost,
}

/// The end of an epoch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Continued {
    /// Which.
    pub epoch: u32,
    /// Its last entry known.
    pub seq: u64,
    /// That entry's hash, hexadecimal.
    pub hash: String,
    /// The old key's signature of the new public key, where the old key is still there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

/// What was given up before it was paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Abandoned {
    /// A line, or all of it.
    pub what: GivenUp,
    /// The basket it was in.
    pub basket: Uid,
    /// What went.
    pub lines: Vec<AbandonedLine>,
    /// What it would have cost.
    pub total: Money,
}

/// How much was given up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GivenUp {
    /// A line, or a part of its quantity.
    Line,
    /// The whole basket.
    Basket,
}

/// A line that was given up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbandonedLine {
    /// The article, if it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// What it was called.
    pub label: Label,
    /// How much of it.
    pub quantity: Quantity,
    /// What one of it is.
    pub unit: Unit,
    /// For one.
    pub price: Money,
}

impl Abandoned {
    /// What the journal keeps of lines that left a basket.
    pub fn of(what: GivenUp, basket: Uid, lines: &[Line]) -> Self {
        let total = lines
            .iter()
            .filter_map(|line| line.unit_price().times(line.quantity))
            .sum();
        let lines = lines
            .iter()
            .map(|line| AbandonedLine {
                product: line.product().map(|product| product.id.clone()),
                label: line.label().clone(),
                quantity: line.quantity,
                unit: line.unit().clone(),
                price: line.unit_price(),
            })
            .collect();
        Self {
            what,
            basket,
            lines,
            total,
        }
    }
}

/// Goods that came or went otherwise than by a sale.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockMoves {
    /// Each article moved.
    pub moves: Vec<StockMove>,
}

/// One article that came or went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockMove {
    /// The article.
    pub product: Id,
    /// The short code it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// What it was called.
    pub label: Label,
    /// What one of it is.
    pub unit: Unit,
    /// How much, positive; for a count, how much there is.
    pub quantity: Quantity,
    /// Which way.
    pub way: StockWay,
    /// Why, from a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// Which way goods moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StockWay {
    /// Brought to the stall.
    Delivered,
    /// Lost, spoilt or broken.
    Lost,
    /// Given away.
    Given,
    /// Taken home by its producer.
    TakenHome,
}

impl StockWay {
    /// The stable word in files and projections.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Delivered => "delivered",
            Self::Lost => "lost",
            Self::Given => "given",
            Self::TakenHome => "taken_home",
        }
    }
}

/// Why goods went, from a list: no name ends in what cannot be erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Withered, rotten, past its day.
    Spoilt,
    /// Fell, cracked, torn.
    Broken,
    /// Not found any more.
    Missing,
    /// For tasting.
    Tasting,
    /// To somebody who needs it.
    Solidarity,
    /// Entered by mistake before.
    Mistake,
}

impl Reason {
    /// All there are, in the order of the screen.
    pub const ALL: [Self; 6] = [
        Self::Spoilt,
        Self::Broken,
        Self::Missing,
        Self::Tasting,
        Self::Solidarity,
        Self::Mistake,
    ];
}

/// A ticket or a closing was printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// What people call the ticket: `A-42`; of a closing `A-Z31`.
    pub ticket: String,
    /// Where it stands in the journal.
    pub seq: u64,
    /// 0 for the original, else the number of the duplicate.
    pub copy: u32,
}

/// Something that happened to the till itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// What.
    pub what: Happening,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<Label>,
}

/// What can happen to a till.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// The program was started.
    Start,
    /// The program was ended.
    Stop,
    /// The drawer was opened without a sale.
    Drawer,
    /// The clock went back.
    Clock,
    /// Another version of the program took over.
    Upgrade,
    /// The journal was checked.
    Verify,
    /// Something is not as it should be.
    Alarm,
    /// Somebody else is at the till from now on.
    Operator,
    /// The till was locked.
    Lock,
    /// The keeper's PIN was set or changed.
    KeeperSet,
    /// The keeper's PIN was taken away, by the keeper or by the way out for a forgotten one.
    KeeperCleared,
    /// A wrong PIN was given several times.
    KeeperMissed,
    /// The keeper allowed what only a keeper decides.
    KeeperAllowed,
    /// Somebody read the journal who writes nothing.
    Audit,
    /// A member's contact card was erased.
    Erased,
    /// Data was carried out: bundles copied, a copy made for an inspector, a period exported.
    Export,
}

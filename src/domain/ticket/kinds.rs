//! What lines and shares can be, and how one ticket points at another.

use serde::{Deserialize, Serialize};

use crate::domain::settings::TenderKind;

/// What becomes of a thing that comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Returned {
    /// It is on sale again.
    OnSale,
    /// It cannot be sold any more.
    Lost,
}

/// Why a thing comes back without its ticket: from a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BackReason {
    /// It was not good.
    Faulty,
    /// Another was wanted.
    WrongOne,
    /// Rung up by mistake.
    Mistake,
}

impl BackReason {
    /// All there are, in the order of the screen.
    pub const ALL: [Self; 3] = [Self::Faulty, Self::WrongOne, Self::Mistake];
}

/// What kind of money a line moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LineKind {
    /// Goods of the catalogue, or free ones.
    Goods,
    /// An amount under a quick key.
    Quick,
    /// A jar that may come back.
    Deposit,
    /// A jar that came back.
    DepositBack,
    /// Money onto a member's account, or a tab settled; negative when it is paid out.
    TopUp,
    /// A gift into the solidarity fund.
    Gift,
    /// A credit note that was bought, to be spent later.
    CreditNote,
}

impl LineKind {
    /// Whether it is turnover: goods and amounts, with VAT inside.
    pub const fn is_sold(self) -> bool {
        match self {
            Self::Goods | Self::Quick => true,
            Self::Deposit | Self::DepositBack | Self::TopUp | Self::Gift | Self::CreditNote => {
                false
            }
        }
    }
}

/// Whose a share is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Owner {
    /// A producer's.
    Producer,
    /// The co-op's.
    Commission,
    /// The pot of solidarity prices.
    Pot,
    /// Nobody's yet: sold under a shared quick key.
    Unattributed,
    /// The customer's, when the jar comes back.
    Deposit,
    /// A member's, until it is spent.
    Account,
    /// The solidarity fund's.
    Fund,
    /// The bearer's of a credit note.
    CreditNote,
}

impl Owner {
    /// The stable word in files and projections.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Producer => "producer",
            Self::Commission => "commission",
            Self::Pot => "pot",
            Self::Unattributed => "unattributed",
            Self::Deposit => "deposit",
            Self::Account => "account",
            Self::Fund => "fund",
            Self::CreditNote => "credit_note",
        }
    }
}

impl TenderKind {
    /// On whose ledger a payment by this kind is taken, where there is one.
    pub const fn owner(self) -> Option<Owner> {
        match self {
            Self::Account => Some(Owner::Account),
            Self::CreditNote => Some(Owner::CreditNote),
            Self::Fund => Some(Owner::Fund),
            Self::Cash
            | Self::Card
            | Self::Cheque
            | Self::Other
            | Self::Local
            | Self::Token
            | Self::Meal => None,
        }
    }
}

/// A line of a ticket of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct PastLine {
    /// The ticket.
    #[serde(flatten)]
    pub ticket: Past,
    /// Which of its lines, from 0.
    pub line: u32,
}

/// A ticket of the journal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Past {
    /// The till it was made on.
    pub till: String,
    /// The epoch it was made in.
    pub epoch: u32,
    /// Where it stands in the journal.
    pub seq: u64,
    /// What people call it.
    pub name: String,
}

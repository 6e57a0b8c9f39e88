//! What the store answers when asked: plain values for screens, papers and commands.

use super::{
    ids::{Id, Uid},
    label::Label,
    money::Money,
    quantity::Quantity,
    ticket::Ticket,
    time::Moment,
};

/// An entry that is safely written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The till's name for machines.
    pub till: String,
    /// Which life of the till.
    pub epoch: u32,
    /// Its place in the journal.
    pub seq: u64,
    /// The name it was proposed under.
    pub uid: Uid,
    /// The hash of the entry.
    pub hash: [u8; 32],
    /// When it happened.
    pub at: Moment,
    /// The market day it counts for.
    pub business_day: String,
    /// Number and name, for a ticket.
    pub ticket: Option<(u64, String)>,
    /// Name, for a closing: `A-Z31`.
    pub closing: Option<String>,
    /// Whether it was written just now.
    pub novelty: Novelty,
}

/// Whether an entry was written by this request or had been before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Novelty {
    /// Written now.
    New,
    /// The same uid was already there; nothing was written.
    Again,
}

/// A ticket in the list of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketRow {
    /// Its place in the journal.
    pub seq: u64,
    /// Its number.
    pub number: u64,
    /// What people call it.
    pub name: String,
    /// When it was paid.
    pub at: Moment,
    /// What was paid.
    pub total: Money,
    /// The means it was paid by, each once, as (id, the stall's own name for it).
    pub means: Vec<(Id, Option<Label>)>,
    /// The name of the ticket it reverses.
    pub reverses: Option<String>,
    /// The name of the ticket that reversed it.
    pub reversed_by: Option<String>,
}

/// One ticket, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketDetail {
    /// The till's name for machines.
    pub till: String,
    /// Which life of the till.
    pub epoch: u32,
    /// Its place in the journal.
    pub seq: u64,
    /// When it was paid.
    pub at: Moment,
    /// Who was at the till.
    pub operator: String,
    /// The four characters of its hash that the paper shows.
    pub extract: String,
    /// What it says.
    pub ticket: Ticket,
    /// How often it was printed.
    pub copies: u32,
    /// The name of the ticket that reversed it.
    pub reversed_by: Option<String>,
}

/// One article of the stock screen, on one market day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StockRow {
    /// The article.
    pub product: Id,
    /// What was there before the day.
    pub opening: Quantity,
    /// Brought on the day.
    pub delivered: Quantity,
    /// Sold on the day, less what came back.
    pub sold: Quantity,
    /// Lost, given away, taken home, or come back unfit for sale on the day.
    pub lost: Quantity,
    /// What is left; negative when more was sold than was ever brought.
    pub left: Quantity,
}

/// Why something could not be written; nothing that was answered before is touched by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteTrouble {
    /// No room on the disk.
    DiskFull,
    /// The disk or the folder cannot be written.
    ReadOnly,
    /// The database is damaged.
    Damaged,
    /// The disk failed in the middle and whether it was written is not known yet.
    Doubtful,
    /// The ticket does not add up: a mistake of the program.
    Unbalanced,
    /// The credit note is not there, or was used before.
    NoteUsed,
    /// More would leave the solidarity fund than it has.
    FundShort,
    /// What was brought onto an account is not there any more to be taken back.
    AccountShort,
    /// More would be taken back than is left of what was sold.
    TakenTwice,
    /// The producer was settled with meanwhile.
    SettledBefore,
    /// Something stands on the account that was to be closed.
    BalanceStands,
    /// The account is closed.
    AccountClosed,
    /// The number is another member's.
    NumberTaken,
    /// The card is another member's.
    CardTaken,
    /// Something was written since the closing was looked at.
    ClosingMoved,
    /// Nothing was written since the last closing that could be closed.
    NothingToClose,
    /// What stays and what leaves is not what is there.
    ClosingUnsound,
    /// The month or the year is not over, or closed already.
    NotOver,
    /// What was counted does not add up, or is more than a till can hold.
    CountUnsound,
    /// There is no such envelope, or it is there already.
    NoSuchEnvelope,
    /// Anything else, told in the log.
    Other,
}

impl WriteTrouble {
    /// Whether asking again is of no use: what is written already stands in the way, or the entry
    /// itself is wrong.
    pub const fn lasts(self) -> bool {
        match self {
            Self::Unbalanced
            | Self::NoteUsed
            | Self::FundShort
            | Self::AccountShort
            | Self::TakenTwice
            | Self::SettledBefore
            | Self::BalanceStands
            | Self::AccountClosed
            | Self::NumberTaken
            | Self::CardTaken
            | Self::ClosingMoved
            | Self::NothingToClose
            | Self::ClosingUnsound
            | Self::NotOver
            | Self::CountUnsound
            | Self::NoSuchEnvelope => true,
            Self::DiskFull | Self::ReadOnly | Self::Damaged | Self::Doubtful | Self::Other => false,
        }
    }
}

//! What screens, commands and papers ask of the journal, and what is found: plain values, one
//! question and one answer each.

mod day;

use super::{
    closing::{ClosingSeen, DayState, Level},
    ids::Id,
    label::Label,
    member::{Contact, Member, MoveReason},
    money::Money,
    quantity::Quantity,
    settlement::{Place, Settlement},
    ticket::{PastLine, TicketLine},
    time::Moment,
    views::TicketDetail,
};

pub use day::{
    CashSeen, Control, Like, MonthSeen, PaidRow, PeriodSeen, Settled, Span, Sums, Verified,
};

/// A question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ask {
    /// All accounts with their contact cards and balances.
    Members,
    /// What came and went on an account, newest first.
    Statement(Id),
    /// A credit note, by what people call it.
    Note(String),
    /// What the caps of means of payment are measured against on a market day, `YYYY-MM-DD`.
    Used(String),
    /// A ticket by what people call it, with what of each line can still be taken back.
    Past(String),
    /// Each producer's share since her last settlement, the stall itself left out.
    Owed,
    /// What a settlement with a producer would say, up to a ticket or up to now. Her flat share
    /// is asked once per market day on which she sold something.
    Settling {
        /// With whom.
        producer: Id,
        /// The last ticket it covers, by name; none for all there are.
        up_to: Option<String>,
        /// The market day, `YYYY-MM-DD`.
        day: String,
    },
    /// The settlements of a market day, newest first.
    Settlements(String),
    /// Amounts under shared quick keys that are still nobody's, wholly or in part.
    Unattributed,
    /// Lines that sold an article between two market days, both included, as they stand now; what
    /// came back whole is not among them.
    Sold {
        /// The article.
        product: Id,
        /// The first day.
        from: String,
        /// The last day.
        to: String,
    },
    /// The sums of a stretch of this till's journal: what the X shows.
    Sums(Span),
    /// How the open period stands: what a closing would close, and what it goes on from.
    Day,
    /// What the last like market had sold when its clock showed the same hour: the last market
    /// day before today whose opening named this market, else of the same weekday, else the last
    /// one. Closings of one day are one market, unless they were opened for another one.
    Like {
        /// The market, in the stall's words.
        market: Option<Label>,
        /// Now.
        at: Moment,
    },
    /// The closings of days whose label lies between two market days, both included.
    Period {
        /// The first day, `YYYY-MM-DD`.
        from: String,
        /// The last day.
        to: String,
    },
    /// The months in which days were closed.
    Months,
    /// Cash of the open period that came and went without a sale, oldest first.
    Cash,
    /// The tickets of the open period with their payments, oldest first.
    Paid,
    /// Closings of a level, newest first.
    Closings {
        /// Of which level; none for all.
        level: Option<Level>,
        /// At most so many.
        count: u32,
    },
    /// A closing, by what people call it: `A-Z31`.
    Closing(String),
    /// What an inspector asks first: who this till is and how its journal stands.
    Control,
    /// Entries of the journal, newest first, before a place or from the end.
    Entries {
        /// Only what stands before this.
        before: Option<Place>,
        /// At most so many.
        count: u32,
    },
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// All accounts, in no order.
    Members(Vec<AccountRow>),
    /// An account's movements.
    Statement(Box<Statement>),
    /// A credit note of this name, or none.
    Note(String, Option<Note>),
    /// What was used on the day.
    Used(Used),
    /// The ticket of this name, or none.
    Past(String, Option<Box<PastTicket>>),
    /// What each producer is owed.
    Owed(Vec<OwedRow>),
    /// What the settlement would say, still without payment; none if the ticket is unknown or
    /// was settled before.
    Settling(Box<Option<Settlement>>),
    /// Settlements, newest first.
    Settlements(Vec<SettlementRow>),
    /// Lines without an owner.
    Unattributed(Vec<SoldLine>),
    /// Lines of an article.
    Sold(Vec<SoldLine>),
    /// The sums of the stretch.
    Sums(Box<Sums>),
    /// How the open period stands.
    Day(Box<DayState>),
    /// The last like market; none if there is none.
    Like(Option<Box<Like>>),
    /// Which closings there are, and how the accounts stood before.
    Period(Box<PeriodSeen>),
    /// The months in which days were closed, newest first.
    Months(Vec<MonthSeen>),
    /// Movements of cash.
    Cash(Vec<CashSeen>),
    /// Tickets and their payments, oldest first.
    Paid(Vec<PaidRow>),
    /// Closings, newest first.
    Closings(Vec<ClosingSeen>),
    /// The closing of this name, or none.
    Closing(String, Option<Box<ClosingSeen>>),
    /// Who this till is.
    Control(Box<Control>),
    /// Entries, newest first.
    Entries(Vec<EntryRow>),
}

/// An account, whose it is, and what stands on it: the sum over the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountRow {
    /// The account.
    pub member: Member,
    /// Whose it is; none if it was erased or never known here.
    pub contact: Option<Contact>,
    /// The sum of all its movements in the journal, other tills' too.
    pub balance: Money,
}

/// What came and went on an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The account, and what stands on it.
    pub account: AccountRow,
    /// Its movements, newest first.
    pub moves: Vec<AccountEntry>,
    /// Up to when each till's movements are known: its name for people and its last entry.
    pub known: Vec<(String, Moment)>,
}

/// A movement of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccountEntry {
    /// When.
    pub at: Moment,
    /// The market day.
    pub day: String,
    /// What people call the ticket; none for what moved without one.
    pub ticket: Option<String>,
    /// Why it moved without a ticket.
    pub reason: Option<MoveReason>,
    /// How much.
    pub cents: Money,
    /// What stood on the account after it.
    pub balance: Money,
}

/// A credit note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What people call it: `A-42V`.
    pub name: Id,
    /// What it is still worth; nothing once it was used.
    pub worth: Money,
    /// The ticket that gave it out.
    pub from: String,
    /// The ticket that used it.
    pub used_by: Option<String>,
}

/// What caps are measured against.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Used {
    /// What the solidarity fund has.
    pub fund: Money,
    /// Per means of payment, what tickets of the day took by it less what went back.
    pub by_tender: Vec<(Id, Money)>,
}

impl Used {
    /// What was taken by a means on the day.
    pub fn of(&self, tender: &Id) -> Money {
        let found = self.by_tender.iter().find(|(id, _)| id == tender);
        found.map_or(Money::ZERO, |(_, cents)| *cents)
    }
}

/// A ticket of the journal, and what of it was taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastTicket {
    /// The ticket as it was recorded.
    pub detail: TicketDetail,
    /// For each line, the line that stands in its place now (itself, as a rule) and how much of
    /// it was taken back.
    pub lines: Vec<SoldLine>,
    /// By what it is paid now, less change and after corrections: (means, kind's rows) as
    /// payments.
    pub paid_by: Vec<super::ticket::Payment>,
}

/// A line of the journal as it stands now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoldLine {
    /// Where it stands.
    pub place: PastLine,
    /// When it was sold.
    pub at: Moment,
    /// The line.
    pub line: TicketLine,
    /// How much of it was taken back, positive.
    pub before: Quantity,
}

/// What a producer is owed by this till.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedRow {
    /// The producer's name for machines.
    pub producer: Id,
    /// Her share since her last settlement.
    pub share: Money,
    /// What her last settlement carried over.
    pub brought: Money,
    /// When she was last settled with.
    pub last: Option<Moment>,
}

/// A settlement in a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettlementRow {
    /// When.
    pub at: Moment,
    /// Who was at the till.
    pub operator: String,
    /// The till's name for machines.
    pub till: String,
    /// Its place in the journal.
    pub seq: u64,
    /// The four characters of its hash that the slip shows.
    pub extract: String,
    /// The whole of it.
    pub settlement: Settlement,
}

/// An entry in the auditor's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Where it stands.
    pub place: Place,
    /// The kind of entry.
    pub kind: String,
    /// When.
    pub at: Moment,
    /// The market day.
    pub day: String,
    /// Who was at the till.
    pub operator: String,
    /// Its content, as the journal keeps it.
    pub payload: String,
    /// Its hash, hexadecimal.
    pub hash: String,
}

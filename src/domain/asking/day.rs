//! What is asked of a stretch of the journal: the X, the period that is open, the till itself.

use crate::domain::{
    closing::Perpetual,
    day::Cash,
    figures::Figures,
    ids::Id,
    label::Label,
    money::Money,
    settings::TenderKind,
    settlement::{Place, Takings},
    ticket::{Owner, Payment},
    time::Moment,
};

/// A stretch of this till's journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Everything since the last closing of a day.
    Open,
    /// What is labelled with a market day, `YYYY-MM-DD`, closed or not.
    Day(String),
    /// What the closings of days cover whose label lies between two days, both included.
    Closed {
        /// The first day, `YYYY-MM-DD`.
        from: String,
        /// The last day.
        to: String,
    },
    /// What one closing of a day covers, by its name: `A-Z31`.
    Closing(String),
}

/// The sums of a stretch of the journal, and what the stall holds for others now.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What its entries come to.
    pub figures: Figures,
    /// Per producer: what was sold and whose it is.
    pub producers: Vec<(Id, Takings)>,
    /// Per owner, and within it per id, what came and went: (owner, id, in, out), both positive.
    pub owners: Vec<(Owner, Option<Id>, Money, Money)>,
    /// What producers were given, payment by payment.
    pub settled: Vec<Settled>,
    /// What the solidarity fund has, whatever the day.
    pub fund: Money,
    /// Per kind of deposit (unit price): how many are out and what was paid for them, whatever
    /// the day.
    pub deposits: Vec<(Money, i64, Money)>,
    /// What stands on all accounts together, and how many of them are below zero by how much.
    pub accounts: (Money, u64, Money),
}

/// What a producer was given by a means of payment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The producer's name for machines.
    pub producer: Id,
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it.
    pub name: Option<Label>,
    /// What kind of means it is.
    pub kind: TenderKind,
    /// How much, positive.
    pub cents: Money,
}

impl Sums {
    /// What a producer was given.
    pub fn settled_with(&self, producer: &Id) -> Money {
        let hers = self.settled.iter().filter(|it| it.producer == *producer);
        hers.map(|it| it.cents).sum()
    }
}

/// How a market before stood when its clock showed the same hour. Its tickets only: what it
/// counted and moved in cash is in its closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Like {
    /// Its market day.
    pub label: String,
    /// Which market it was, if its opening said so.
    pub market: Option<Label>,
    /// Its figures up to that hour; from the hour of the last closing where today was closed once
    /// already, so that the same hours are beside each other.
    pub so_far: Figures,
    /// Its figures to the end, from the same hour.
    pub whole: Figures,
}

/// Which closings of days lie between two market days, and how the accounts stood before them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeriodSeen {
    /// The closings of days, by name, in the order in which they were made.
    pub closings: Vec<String>,
    /// Market days between the two that sold something this till has not closed yet.
    pub open: Vec<String>,
    /// What stood on each account before the first of them, by this till's movements.
    pub accounts: Vec<(Id, Money)>,
}

/// What the closings of days of a month came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthSeen {
    /// The month of their market days, `YYYY-MM`.
    pub month: String,
    /// How many there are.
    pub closings: u64,
    /// How many tickets sold something.
    pub tickets: u64,
    /// Their turnover, VAT included.
    pub turnover: Money,
}

/// A movement of cash as the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CashSeen {
    /// When.
    pub at: Moment,
    /// Who was at the till.
    pub operator: String,
    /// What moved.
    pub cash: Cash,
}

/// A ticket and how it was paid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaidRow {
    /// What people call it.
    pub ticket: String,
    /// When.
    pub at: Moment,
    /// What was paid in all.
    pub total: Money,
    /// By what, as the ticket says: corrections are tickets of their own.
    pub payments: Vec<Payment>,
}

/// Who a till is and how its journal stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Control {
    /// The till's name for machines.
    pub till: String,
    /// What people call it.
    pub name: Label,
    /// Which life of it.
    pub epoch: u32,
    /// The public key of this epoch, hexadecimal.
    pub public_key: String,
    /// When its first entry was made.
    pub since: Moment,
    /// How many entries there are, of all epochs.
    pub entries: u64,
    /// How many of them are tickets.
    pub tickets: u64,
    /// The last entry.
    pub last: Place,
    /// When.
    pub last_at: Moment,
    /// Its hash, hexadecimal.
    pub hash: String,
    /// How many days, months and years were closed.
    pub closings: (u64, u64, u64),
    /// The totals since the first sale, what is open included.
    pub total: Perpetual,
    /// When the whole journal was last checked on the record, and whether it held.
    pub verified: Option<(Moment, Verified)>,
}

/// What a check of the whole journal found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verified {
    /// Everything holds.
    Holds,
    /// Something does not.
    Broken,
}

//! What a producer sold at this till and what she is given for it.

use serde::{Deserialize, Serialize};

use super::{
    label::Label,
    money::Money,
    seller::Seller,
    settings::{Tender, TenderKind},
    ticket::Payment,
};

pub use super::takings::{RateRow, SoldRow, Takings};

/// The content of a `settlement` entry: this till's takings for one producer, from where the last
/// settlement ended up to a ticket; a copy of everything its slip says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settlement {
    /// Runs without gaps per till and epoch; the store gives it, zero before.
    pub number: u64,
    /// What people and the slip call it: `A-R7`; the store gives it, empty before.
    pub name: String,
    /// Who is settled with.
    pub producer: Seller,
    /// The last entry that an earlier settlement covered; none for the first.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<Place>,
    /// The last entry that this one covers.
    pub up_to: Place,
    /// What people call the first and the last ticket in it; none if she sold nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tickets: Option<(String, String)>,
    /// What was sold, less what came back.
    pub takings: Takings,
    /// The day's flat share of the co-op, positive.
    pub flat: Money,
    /// What the last settlement carried over.
    pub brought: Money,
    /// What she is owed in all: her share − flat + brought.
    pub due: Money,
    /// What she is given now, positive.
    pub paid: Money,
    /// What stays for the next settlement: due − paid.
    pub carried: Money,
    /// By which means it was given; negative, it leaves the till. Empty where all is carried over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub payments: Vec<Payment>,
    /// Its number in the notebook, where there is no printer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Label>,
}

/// A place in this till's journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Which life of the till.
    pub epoch: u32,
    /// Where in it.
    pub seq: u64,
}

/// Why a settlement cannot be written down so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SettleRefusal {
    /// Nobody has said how the producer stands towards VAT: what her slip says would be wrong.
    NoVatStatus,
    /// Nothing is due to her: what she owes can only be carried over.
    NothingDue,
    /// An amount of zero or less.
    NotAnAmount,
    /// More than she is owed.
    AboveDue {
        /// What she is owed.
        due: Money,
    },
    /// More cash at once than the law allows (code monétaire et financier, art. D.112-3).
    CashLimit {
        /// The most there may be.
        limit: Money,
    },
    /// A means that moves no money of the till's own: an account, the fund, tokens.
    NotAMeans,
}

impl Settlement {
    /// What there is to settle with a producer, before anything is given: all of it would be
    /// carried over. `flat` is the day's flat share, zero once it was taken; `brought` is what
    /// her last settlement carried over; `tickets` the names of the first and the last with a
    /// line of hers.
    pub fn draft(
        producer: Seller,
        after: Option<Place>,
        up_to: Place,
        tickets: Option<(String, String)>,
        takings: Takings,
        flat: Money,
        brought: Money,
    ) -> Self {
        let due = takings.share - flat + brought;
        Self {
            number: 0,
            name: String::new(),
            producer,
            after,
            up_to,
            tickets,
            takings,
            flat,
            brought,
            due,
            paid: Money::ZERO,
            carried: due,
            payments: Vec::new(),
            paper: None,
        }
    }

    /// Whether it can be written down at all, be it to carry all of it over.
    pub const fn check(&self) -> Result<(), SettleRefusal> {
        match self.producer.status {
            Some(_) => Ok(()),
            None => Err(SettleRefusal::NoVatStatus),
        }
    }

    /// Gives her an amount by a means; what is not given stays for the next settlement. Only one
    /// amount is given: a second one takes the place of the first.
    ///
    /// # Errors
    /// Nothing is changed when the amount or the means cannot be.
    pub fn give(
        &mut self,
        amount: Money,
        tender: &Tender,
        cash_limit: Money,
    ) -> Result<(), SettleRefusal> {
        self.check()?;
        if self.due <= Money::ZERO {
            return Err(SettleRefusal::NothingDue);
        }
        if amount <= Money::ZERO {
            return Err(SettleRefusal::NotAnAmount);
        }
        if amount > self.due {
            return Err(SettleRefusal::AboveDue { due: self.due });
        }
        match tender.kind {
            TenderKind::Cash if amount > cash_limit => {
                return Err(SettleRefusal::CashLimit { limit: cash_limit });
            }
            TenderKind::Cash | TenderKind::Cheque | TenderKind::Local | TenderKind::Other => {}
            TenderKind::Card
            | TenderKind::Account
            | TenderKind::Token
            | TenderKind::Meal
            | TenderKind::CreditNote
            | TenderKind::Fund => return Err(SettleRefusal::NotAMeans),
        }
        self.paid = amount;
        self.carried = self.due - amount;
        self.payments = vec![Payment::by(tender, -amount)];
        Ok(())
    }

    /// Whether there is nothing in it: carrying it over would change nothing.
    pub fn is_idle(&self) -> bool {
        self.takings.is_empty() && self.takings.share == Money::ZERO && self.flat == Money::ZERO
    }

    /// Whether every sum is what the others say: the share, what is due, what is given and what
    /// stays.
    pub fn adds_up(&self) -> bool {
        let takings = &self.takings;
        let given: Money = self.payments.iter().map(|it| it.cents).sum();
        takings.sold.iter().map(|it| it.paid).sum::<Money>() == takings.sales
            && takings.sales - takings.commission - takings.pot == takings.share
            && takings.share - self.flat + self.brought == self.due
            && self.due - self.paid == self.carried
            && self.paid >= Money::ZERO
            && given == -self.paid
    }
}

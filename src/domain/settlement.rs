//! What a producer sold at this till and what she is given for it.

use serde::{Deserialize, Serialize};

use super::{
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    seller::Seller,
    ticket::Payment,
};

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

/// What a producer's goods brought.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Takings {
    /// Per article: how much and for how much.
    pub sold: Vec<SoldRow>,
    /// Per rate, VAT included and apart.
    pub vat: Vec<RateRow>,
    /// What customers paid for them.
    pub sales: Money,
    /// What the co-op keeps of it.
    pub commission: Money,
    /// What the pot of solidarity prices has of it; negative where it gave.
    pub pot: Money,
    /// What is hers: sales − commission − pot.
    pub share: Money,
}

/// An article a producer sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoldRow {
    /// The article; none under a quick key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// What it was called last.
    pub label: Label,
    /// What one of it is.
    pub unit: Unit,
    /// How much, less what came back.
    pub quantity: Quantity,
    /// For how much.
    pub paid: Money,
}

/// What was sold at one rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RateRow {
    /// The rate.
    pub rate: VatRate,
    /// VAT included.
    pub paid: Money,
    /// The VAT inside.
    pub tax: Money,
    /// Without VAT.
    pub net: Money,
}

impl Settlement {
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

//! What a producer's goods brought: lines of tickets added up, whatever ticket they stand on.

use serde::{Deserialize, Serialize};

use super::{
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    search::fold,
    ticket::{Owner, TicketLine},
};

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

/// Whether a line's goods are this producer's: her share says so. Where nothing of it is left for
/// her (given away, or all of it commission), the line is hers if she is its seller.
fn is_hers(line: &TicketLine, producer: &Id) -> bool {
    if !line.kind.is_sold() {
        return false;
    }
    let mut owned = line
        .shares
        .iter()
        .filter(|it| matches!(it.to, Owner::Producer | Owner::Unattributed))
        .peekable();
    if owned.peek().is_none() {
        return line.seller.id == *producer;
    }
    owned.any(|it| it.to == Owner::Producer && it.id.as_ref() == Some(producer))
}

impl Takings {
    /// Adds up what of these lines is this producer's: sales, and what came back or was put right
    /// with its sign. Deposits are the customer's and never hers; an amount under a shared quick
    /// key is nobody's until it is attributed. Articles by their label, rates from the lowest.
    pub fn of<'a>(producer: &Id, lines: impl IntoIterator<Item = &'a TicketLine>) -> Self {
        let mut takings = Self::default();
        for line in lines.into_iter().filter(|line| is_hers(line, producer)) {
            takings.add(line);
        }
        // What was sold and came back whole says nothing any more.
        takings
            .sold
            .retain(|it| it.quantity != Quantity::ZERO || it.paid != Money::ZERO);
        takings
            .vat
            .retain(|it| it.paid != Money::ZERO || it.tax != Money::ZERO || it.net != Money::ZERO);
        takings.sold.sort_by_cached_key(|it| {
            let label = it.label.as_str();
            (fold(label), label.to_owned(), it.unit.id().to_owned())
        });
        takings.vat.sort_by_key(|it| it.rate);
        takings
    }

    fn add(&mut self, line: &TicketLine) {
        self.sales += line.paid;
        for share in &line.shares {
            match share.to {
                Owner::Commission => self.commission += share.cents,
                Owner::Pot => self.pot += share.cents,
                Owner::Producer
                | Owner::Unattributed
                | Owner::Deposit
                | Owner::Account
                | Owner::Fund
                | Owner::CreditNote => {}
            }
        }
        self.share = self.sales - self.commission - self.pot;
        self.add_sold(line);
        self.add_taxed(line);
    }

    fn add_sold(&mut self, line: &TicketLine) {
        let same = |it: &&mut SoldRow| {
            it.unit == line.unit
                && it.product == line.product
                && (it.product.is_some() || it.label == line.label)
        };
        match self.sold.iter_mut().find(same) {
            Some(row) => {
                row.label = line.label.clone();
                row.quantity = row.quantity + line.quantity;
                row.paid += line.paid;
            }
            None => self.sold.push(SoldRow {
                product: line.product.clone(),
                label: line.label.clone(),
                unit: line.unit.clone(),
                quantity: line.quantity,
                paid: line.paid,
            }),
        }
    }

    fn add_taxed(&mut self, line: &TicketLine) {
        let Some(rate) = line.vat else {
            return;
        };
        let tax = line.paid - line.net;
        match self.vat.iter_mut().find(|it| it.rate == rate) {
            Some(row) => {
                row.paid += line.paid;
                row.tax += tax;
                row.net += line.net;
            }
            None => self.vat.push(RateRow {
                rate,
                paid: line.paid,
                tax,
                net: line.net,
            }),
        }
    }

    /// Whether her goods moved at all.
    pub const fn is_empty(&self) -> bool {
        self.sold.is_empty()
    }
}

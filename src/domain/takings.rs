//! What a producer's goods brought: lines of tickets added up, whatever ticket they stand on.

use std::collections::{BTreeMap, HashMap};

use serde::{Deserialize, Serialize};

use super::{
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    search::fold,
    ticket::{Owner, Share, TicketLine},
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

/// Whose goods a line sold: its shares say so. Where nothing of it is left for a producer (given
/// away, or all of it commission), they are its seller's; under a shared quick key, nobody's yet.
pub fn whose(line: &TicketLine) -> impl Iterator<Item = &Id> {
    let owned = |it: &&Share| matches!(it.to, Owner::Producer | Owner::Unattributed);
    let of_seller = line.kind.is_sold() && !line.shares.iter().any(|it| owned(&it));
    let shares = line.shares.iter().filter(|it| it.to == Owner::Producer);
    let shares = shares.filter(|_| line.kind.is_sold());
    shares
        .filter_map(|it| it.id.as_ref())
        .chain(of_seller.then_some(&line.seller.id))
}

/// The takings of everybody whose goods come along, line by line.
#[derive(Debug, Default)]
pub struct AllTakings(BTreeMap<Id, Growing>);

/// Somebody's takings, and where the row of each article is: a stall that never closes has
/// thousands of them.
#[derive(Debug, Default)]
struct Growing {
    takings: Takings,
    places: HashMap<Id, usize>,
}

/// Where the row of an article may be.
#[derive(Clone, Copy)]
enum Known {
    /// Nobody knows: look at all of them.
    No,
    /// Here, if it was always sold in the same unit.
    At(usize),
    /// There is none yet.
    New,
}

impl Growing {
    fn add(&mut self, line: &TicketLine) {
        let Some(product) = &line.product else {
            self.takings.add(line, Known::No);
            return;
        };
        if let Some(place) = self.places.get(product) {
            self.takings.add(line, Known::At(*place));
        } else {
            let place = self.takings.add(line, Known::New);
            self.places.insert(product.clone(), place);
        }
    }
}

impl AllTakings {
    /// Adds a line to whose it is.
    pub fn add(&mut self, line: &TicketLine) {
        for id in whose(line) {
            if !self.0.contains_key(id) {
                self.0.insert(id.clone(), Growing::default());
            }
            if let Some(growing) = self.0.get_mut(id) {
                growing.add(line);
            }
        }
    }

    /// Everybody whose goods moved, by id.
    pub fn done(self) -> Vec<(Id, Takings)> {
        let done = self.0.into_iter().map(|(id, it)| (id, it.takings.done()));
        done.filter(|(_, it)| !it.is_empty()).collect()
    }
}

impl Takings {
    /// Adds up what of these lines is this producer's: sales, and what came back or was put right
    /// with its sign. Deposits are the customer's and never hers; an amount under a shared quick
    /// key is nobody's until it is attributed. Articles by their label, rates from the lowest.
    pub fn of<'a>(producer: &Id, lines: impl IntoIterator<Item = &'a TicketLine>) -> Self {
        let mut growing = Growing::default();
        let hers = |line: &&TicketLine| whose(line).any(|id| id == producer);
        for line in lines.into_iter().filter(hers) {
            growing.add(line);
        }
        growing.takings.done()
    }

    /// What is left in order once every line was added.
    fn done(mut self) -> Self {
        // What was sold and came back whole says nothing any more.
        self.sold
            .retain(|it| it.quantity != Quantity::ZERO || it.paid != Money::ZERO);
        self.vat
            .retain(|it| it.paid != Money::ZERO || it.tax != Money::ZERO || it.net != Money::ZERO);
        self.sold.sort_by_cached_key(|it| {
            let label = it.label.as_str();
            (fold(label), label.to_owned(), it.unit.id().to_owned())
        });
        self.vat.sort_by_key(|it| it.rate);
        self
    }

    /// Adds what a later stretch brought her.
    pub fn absorb(&mut self, later: &Self) {
        self.sales += later.sales;
        self.commission += later.commission;
        self.pot += later.pot;
        self.share += later.share;
        for row in &later.sold {
            self.add_row(row.clone(), Known::No);
        }
        for row in &later.vat {
            self.add_rate(*row);
        }
        let whole = std::mem::take(self);
        *self = whole.done();
    }

    /// Answers where the row of its article is; see [`Takings::add_row`].
    fn add(&mut self, line: &TicketLine, known: Known) -> usize {
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
        self.add_taxed(line);
        let row = SoldRow {
            product: line.product.clone(),
            label: line.label.clone(),
            unit: line.unit.clone(),
            quantity: line.quantity,
            paid: line.paid,
        };
        self.add_row(row, known)
    }

    /// Adds to an article's row and answers where it is.
    fn add_row(&mut self, later: SoldRow, known: Known) -> usize {
        let same = |it: &SoldRow| {
            it.unit == later.unit
                && it.product == later.product
                && (it.product.is_some() || it.label == later.label)
        };
        let at = match known {
            Known::New => None,
            Known::At(at) if self.sold.get(at).is_some_and(same) => Some(at),
            Known::At(_) | Known::No => self.sold.iter().position(same),
        };
        let Some((at, row)) = at.and_then(|at| Some((at, self.sold.get_mut(at)?))) else {
            self.sold.push(later);
            return self.sold.len() - 1;
        };
        row.label = later.label;
        row.quantity = row.quantity + later.quantity;
        row.paid += later.paid;
        at
    }

    fn add_taxed(&mut self, line: &TicketLine) {
        if let Some(rate) = line.vat {
            self.add_rate(RateRow {
                rate,
                paid: line.paid,
                tax: line.paid - line.net,
                net: line.net,
            });
        }
    }

    fn add_rate(&mut self, later: RateRow) {
        match self.vat.iter_mut().find(|it| it.rate == later.rate) {
            Some(row) => {
                row.paid += later.paid;
                row.tax += later.tax;
                row.net += later.net;
            }
            None => self.vat.push(later),
        }
    }

    /// Whether her goods moved at all.
    pub const fn is_empty(&self) -> bool {
        self.sold.is_empty()
    }
}

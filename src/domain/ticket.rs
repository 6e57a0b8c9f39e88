//! A ticket as the journal keeps it: every line with whose money it is, and how it was paid.

mod kinds;

use serde::{Deserialize, Serialize};

use super::{
    catalogue::Code,
    correct::add_payments,
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    seller::Seller,
    settings::{Bearer, Tariffed, Tender, TenderKind},
};

pub use kinds::{BackReason, LineKind, Owner, Past, PastLine, Returned};

/// What was sold and how it was paid; nothing in it refers to anything that can change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticket {
    /// Runs without gaps per till and epoch; the store gives it, zero before.
    pub number: u64,
    /// What people and paper call it: `A-42`; the store gives it, empty before.
    pub name: String,
    /// The lines, in the order of the paper.
    pub lines: Vec<TicketLine>,
    /// VAT per seller and rate, on what was paid.
    pub vat: Vec<VatRow>,
    /// Means of payment; what went back to the customer is negative and marked so.
    pub payments: Vec<Payment>,
    /// What the customer paid in all, deposits included.
    pub total: Money,
    /// When its first line was put down, UTC milliseconds.
    pub opened_ms: i64,
    /// The program that made it.
    pub version: String,
    /// The ticket that this one takes back whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reverses: Option<Past>,
    /// The ticket that this one puts right without a cent more or less for the customer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Past>,
    /// Everybody whose goods are on it, as they were known that day.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sellers: Vec<Seller>,
    /// Its number in the paper notebook kept while the till was away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub paper: Option<Label>,
    /// The tariff of the customer, if it was not the fair one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tariff: Option<Tariffed>,
}

/// A line of a recorded ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TicketLine {
    /// What kind of money moves.
    pub kind: LineKind,
    /// The article's name for machines, if it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub product: Option<Id>,
    /// The short code it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<Code>,
    /// What it was called.
    pub label: Label,
    /// How much of it; negative when it came back.
    pub quantity: Quantity,
    /// What one of it is.
    pub unit: Unit,
    /// For one, VAT included, before tariff and discounts.
    pub price: Money,
    /// Quantity × price, or the quantity price's part.
    pub base: Money,
    /// What was taken off, and who bears it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub discounts: Vec<Discount>,
    /// What the customer pays for the line, VAT included.
    pub paid: Money,
    /// The VAT rate inside; none for what is outside VAT (a deposit).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat: Option<VatRate>,
    /// What is paid without VAT; all lines of a seller and rate add up to the table's.
    pub net: Money,
    /// Who sells it.
    pub seller: Party,
    /// Where it stood on the stall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Party>,
    /// Whose money it is: adds up to `paid`.
    pub shares: Vec<Share>,
    /// Whether the stock of the article is counted, so that the line takes from it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub from_stock: bool,
    /// The line of an earlier ticket that this one takes back, or a part of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub takes_back: Option<PastLine>,
    /// The line of an earlier ticket in whose place this one stands from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<PastLine>,
    /// What became of the thing that came back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
    /// Why it came back, where no ticket is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<BackReason>,
}

/// Somebody or something by name, as it was called then.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Party {
    /// Its name for machines.
    pub id: Id,
    /// Its name for people.
    pub name: Label,
}

impl TicketLine {
    /// Whether it is a sale of its own: nothing that comes back, nothing put right.
    pub fn is_new(&self) -> bool {
        self.kind.is_sold()
            && self.takes_back.is_none()
            && self.stands_for.is_none()
            && self.quantity.thousandths() > 0
    }
}

/// Something off a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discount {
    /// Who bears it.
    pub by: Bearer,
    /// How much, positive on a sale.
    pub cents: Money,
}

/// A part of what was paid, and whose it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// Whose it is.
    pub to: Owner,
    /// Whose exactly: the producer, the member's account, the credit note; for a deposit, its unit
    /// price in cents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// How much.
    pub cents: Money,
}

/// What one seller took at one rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VatRow {
    /// Who sold.
    pub seller: Party,
    /// The rate.
    pub rate: VatRate,
    /// Paid, VAT included.
    pub paid: Money,
    /// The VAT inside.
    pub tax: Money,
    /// Without VAT.
    pub net: Money,
}

/// One movement by one means of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// The means' name for machines.
    pub tender: Id,
    /// Its name for people, if the stall gave it one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// How much; negative when it goes to the customer.
    pub cents: Money,
    /// Whether it is change given back.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub change: bool,
    /// Whose account, or which credit note, by name; a note that is given out is named by the
    /// store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Id>,
    /// How many tokens or vouchers, where they are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pieces: Option<u32>,
}

/// A ticket whose three sums differ: it is refused before it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unbalanced {
    /// The sum of what the lines ask.
    pub paid: Money,
    /// The sum of all shares.
    pub shares: Money,
    /// The sum of all payments less change.
    pub payments: Money,
}

impl Payment {
    /// So much by a means; negative when it goes out.
    pub fn by(tender: &Tender, cents: Money) -> Self {
        Self {
            tender: tender.id.clone(),
            name: tender.name.clone(),
            kind: tender.kind,
            cents,
            change: false,
            of: None,
            pieces: None,
        }
    }

    /// Adds another movement by the same means, tokens with their worth.
    pub fn add(&mut self, other: &Self) {
        let signed = |it: &Self| {
            let sign = it.cents.cents().signum();
            it.pieces.map(|pieces| i64::from(pieces) * sign)
        };
        let pieces = match (signed(self), signed(other)) {
            (Some(mine), Some(theirs)) => Some(mine + theirs),
            (mine, theirs) => mine.or(theirs),
        };
        self.cents += other.cents;
        self.pieces = pieces.and_then(|it| u32::try_from(it.abs()).ok());
    }
}

impl Ticket {
    /// Σ lines.paid = Σ shares = Σ payments, and the same line by line and in the VAT table.
    pub fn check(&self) -> Result<(), Unbalanced> {
        let sums = Unbalanced {
            paid: self.lines.iter().map(|line| line.paid).sum(),
            shares: self
                .lines
                .iter()
                .flat_map(|line| &line.shares)
                .map(|share| share.cents)
                .sum(),
            payments: self.payments.iter().map(|payment| payment.cents).sum(),
        };
        let lines_hold = self
            .lines
            .iter()
            .all(|line| line.paid == line.shares.iter().map(|share| share.cents).sum::<Money>());
        let taxed = |line: &&TicketLine| line.vat.is_some();
        let table_holds = self.vat.iter().all(|row| row.net + row.tax == row.paid)
            && self.vat.iter().map(|row| row.paid).sum::<Money>()
                == self.lines.iter().filter(taxed).map(|line| line.paid).sum()
            && self.vat.iter().map(|row| row.net).sum::<Money>()
                == self.lines.iter().filter(taxed).map(|line| line.net).sum();
        let holds = sums.paid == sums.shares
            && sums.paid == sums.payments
            && sums.paid == self.total
            && lines_hold
            && table_holds;
        if holds { Ok(()) } else { Err(sums) }
    }

    /// The change given back in euros, positive.
    pub fn change(&self) -> Money {
        -self
            .payments
            .iter()
            .filter(|payment| payment.change)
            .map(|payment| payment.cents)
            .sum::<Money>()
    }

    /// The ticket that takes this one back, cent for cent.
    #[must_use]
    pub fn reversed(&self, original: Past, version: &str, opened_ms: i64) -> Self {
        let mut back = self.clone();
        back.number = 0;
        back.name = String::new();
        back.total = -back.total;
        back.paper = None;
        version.clone_into(&mut back.version);
        back.opened_ms = opened_ms;
        for (line, place) in back.lines.iter_mut().zip(0..) {
            line.takes_back = Some(PastLine {
                ticket: original.clone(),
                line: place,
            });
            line.stands_for = None;
            // What came back and was lost is not on the stall to be taken from it.
            line.returned = (line.returned).or(line.from_stock.then_some(Returned::OnSale));
            line.quantity = -line.quantity;
            line.base = -line.base;
            line.paid = -line.paid;
            line.net = -line.net;
            for discount in &mut line.discounts {
                discount.cents = -discount.cents;
            }
            for share in &mut line.shares {
                share.cents = -share.cents;
            }
        }
        for row in &mut back.vat {
            row.paid = -row.paid;
            row.tax = -row.tax;
            row.net = -row.net;
        }
        back.reverses = Some(original);
        // What goes back is what the till kept: given less change, a row per means and name.
        let mut kept: Vec<Payment> = Vec::new();
        add_payments(&mut kept, &self.payments);
        kept.retain(|row| row.cents != Money::ZERO);
        for row in &mut kept {
            row.cents = -row.cents;
        }
        back.payments = kept;
        back
    }
}

//! A receipt as typed lines: what it must say and in which order; the words come later.
//!
//! What a French ticket for goods carries is practice rather than one text: seller, number, date
//! and time, lines with quantity and unit price, VAT per rate, total, means of payment, an extract
//! of the hash, program and version, and DUPLICATA on every print after the first (BOI-TVA-DECLA-
//! 30-10-30 §50, and what certified tills print).

use super::{
    catalogue::OWN_PRODUCER,
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    settings::{Bearer, Stall},
    ticket::{Discount, LineKind, Party, TicketLine},
    time::Moment,
    views::TicketDetail,
};

/// A line of a receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// The seller's name, large.
    Stall(Label),
    /// A line of the seller's address.
    Address(Label),
    /// The seller's register number.
    Siret(Label),
    /// The seller's VAT number.
    VatNumber(Label),
    /// The print after the first, and which.
    Duplicate(u32),
    /// What it is: a sale.
    Sale {
        /// What people call the ticket.
        name: String,
    },
    /// What it is: the cancellation of another ticket.
    Reversal {
        /// What people call this ticket.
        name: String,
        /// What people call the ticket that is taken back.
        of: String,
    },
    /// When it was paid and who was at the till.
    When {
        /// The moment of payment.
        at: Moment,
        /// The operator; empty if nobody said so.
        operator: String,
    },
    /// The number in the notebook that was kept while the till was away.
    Paper(Label),
    /// From here on, goods of this seller: left out where the stall sells its own and no other's.
    Seller(Party),
    /// Goods: how much, of what, at which price, and what is paid for them.
    Goods {
        /// What was sold.
        label: Label,
        /// How much of it.
        quantity: Quantity,
        /// What one of it is.
        unit: Unit,
        /// For one.
        price: Money,
        /// Before discounts.
        base: Money,
        /// Which row of the VAT table it belongs to.
        mark: Option<Mark>,
    },
    /// What the line above was adjusted by; negative is off.
    Adjusted(Money),
    /// What the whole ticket was adjusted by: an agreed total, a discount, a tariff.
    AdjustedWhole(Money),
    /// A jar sold or brought back.
    Deposit {
        /// What for.
        label: Label,
        /// How many.
        quantity: Quantity,
        /// What is paid, negative when it comes back.
        paid: Money,
    },
    /// Money that is no price: onto an account, into the fund, for a credit note.
    Moved {
        /// What it is called.
        label: Label,
        /// What is paid, negative when it is paid out.
        paid: Money,
    },
    /// What is paid in all.
    Total(Money),
    /// How many lines the ticket has.
    Count(usize),
    /// A means of payment and what came or went by it.
    Paid {
        /// The means' name for machines.
        tender: Id,
        /// The stall's own name for it.
        name: Option<Label>,
        /// How much.
        cents: Money,
    },
    /// What went back in change.
    Change(Money),
    /// The columns of the VAT table.
    VatHead,
    /// A row of the VAT table.
    Vat {
        /// The letter that marks its lines, where there are several rates.
        mark: Option<Mark>,
        /// The rate.
        rate: VatRate,
        /// Without VAT.
        net: Money,
        /// The VAT inside.
        tax: Money,
        /// VAT included.
        paid: Money,
    },
    /// A mention the law wants of this seller.
    Mention(Label),
    /// The till, the place in the journal and four characters of its hash.
    Proof {
        /// The till's name for machines.
        till: String,
        /// The place in the journal.
        seq: u64,
        /// Characters 3, 7, 13 and 19 of the hash.
        extract: String,
        /// The program and its version.
        version: String,
    },
    /// Last words.
    Thanks(Label),
    /// A line across the paper.
    Rule,
    /// An empty row.
    Blank,
}

/// A letter that ties a line to its row of the VAT table.
pub type Mark = char;

/// Which print it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// The first.
    Original,
    /// A later one, numbered from 1.
    Duplicate(u32),
}

/// The lines of a ticket's receipt.
pub fn lines(detail: &TicketDetail, stall: &Stall, copy: Copy) -> Vec<Line> {
    let mut lines = head(detail, stall, copy);
    lines.push(Line::Rule);
    lines.extend(body(detail));
    lines.push(Line::Rule);
    lines.push(Line::Total(detail.ticket.total));
    lines.push(Line::Count(detail.ticket.lines.len()));
    lines.extend(payments(detail));
    lines.push(Line::Rule);
    lines.extend(vat(detail));
    lines.extend(stall.mention.clone().map(Line::Mention));
    lines.push(Line::Proof {
        till: detail.till.clone(),
        seq: detail.seq,
        extract: detail.extract.clone(),
        version: detail.ticket.version.clone(),
    });
    if let Some(thanks) = &stall.thanks {
        lines.push(Line::Blank);
        lines.push(Line::Thanks(thanks.clone()));
    }
    lines
}

fn head(detail: &TicketDetail, stall: &Stall, copy: Copy) -> Vec<Line> {
    let mut lines = vec![Line::Stall(stall.name.clone())];
    lines.extend(stall.address.iter().cloned().map(Line::Address));
    lines.extend(stall.siret.clone().map(Line::Siret));
    lines.extend(stall.vat_number.clone().map(Line::VatNumber));
    lines.push(Line::Blank);
    if let Copy::Duplicate(number) = copy {
        lines.push(Line::Duplicate(number));
    }
    let name = detail.ticket.name.clone();
    lines.push(match &detail.ticket.reverses {
        None => Line::Sale { name },
        Some(original) => Line::Reversal {
            name,
            of: original.name.clone(),
        },
    });
    lines.push(Line::When {
        at: detail.at,
        operator: detail.operator.clone(),
    });
    lines.extend(detail.ticket.paper.clone().map(Line::Paper));
    lines
}

fn body(detail: &TicketDetail) -> Vec<Line> {
    let mut sellers: Vec<&Party> = Vec::new();
    for line in &detail.ticket.lines {
        if !sellers.contains(&&line.seller) {
            sellers.push(&line.seller);
        }
    }
    let mut lines = Vec::new();
    for seller in &sellers {
        // A seller in whose name the stall sells must be named for the mandate to be transparent.
        if sellers.len() > 1 || seller.id.as_str() != OWN_PRODUCER {
            lines.push(Line::Seller((*seller).clone()));
        }
        for line in detail
            .ticket
            .lines
            .iter()
            .filter(|it| it.seller == **seller)
        {
            lines.extend(item(line, detail));
        }
    }
    let whole: Money = detail
        .ticket
        .lines
        .iter()
        .map(|line| line.paid - line.base - own_adjustment(line))
        .sum();
    if whole != Money::ZERO {
        lines.push(Line::AdjustedWhole(whole));
    }
    lines
}

/// What was taken off this line for itself; what was agreed for the whole ticket is one line of
/// its own, however it was allotted.
fn own_adjustment(line: &TicketLine) -> Money {
    let own = |it: &&Discount| it.by == Bearer::Producer;
    -line
        .discounts
        .iter()
        .filter(own)
        .map(|it| it.cents)
        .sum::<Money>()
}

fn item(line: &TicketLine, detail: &TicketDetail) -> Vec<Line> {
    match line.kind {
        LineKind::Deposit | LineKind::DepositBack => vec![Line::Deposit {
            label: line.label.clone(),
            quantity: line.quantity,
            paid: line.paid,
        }],
        LineKind::TopUp | LineKind::Gift | LineKind::CreditNote => vec![Line::Moved {
            label: line.label.clone(),
            paid: line.paid,
        }],
        LineKind::Goods | LineKind::Quick => {
            let mut lines = vec![Line::Goods {
                label: line.label.clone(),
                quantity: line.quantity,
                unit: line.unit.clone(),
                price: line.price,
                base: line.base,
                mark: line.vat.and_then(|rate| mark(rate, detail)),
            }];
            let adjusted = own_adjustment(line);
            if adjusted != Money::ZERO {
                lines.push(Line::Adjusted(adjusted));
            }
            lines
        }
    }
}

/// The letter of a rate on this ticket; none where there is only one rate.
fn mark(rate: VatRate, detail: &TicketDetail) -> Option<Mark> {
    let mut rates: Vec<VatRate> = detail.ticket.vat.iter().map(|row| row.rate).collect();
    rates.sort_unstable();
    rates.dedup();
    if rates.len() < 2 {
        return None;
    }
    let place = rates.iter().position(|it| *it == rate)?;
    ('A'..='Z').nth(place)
}

fn payments(detail: &TicketDetail) -> Vec<Line> {
    detail
        .ticket
        .payments
        .iter()
        .map(|payment| {
            if payment.change {
                Line::Change(-payment.cents)
            } else {
                Line::Paid {
                    tender: payment.tender.clone(),
                    name: payment.name.clone(),
                    cents: payment.cents,
                }
            }
        })
        .collect()
}

fn vat(detail: &TicketDetail) -> Vec<Line> {
    let table = &detail.ticket.vat;
    let Some(first) = table.first() else {
        return Vec::new();
    };
    let several = table.iter().any(|row| row.seller != first.seller);
    let mut lines = vec![Line::VatHead];
    let mut seller = None;
    for row in table {
        if several && seller != Some(&row.seller) {
            lines.push(Line::Seller(row.seller.clone()));
            seller = Some(&row.seller);
        }
        lines.push(Line::Vat {
            mark: mark(row.rate, detail),
            rate: row.rate,
            net: row.net,
            tax: row.tax,
            paid: row.paid,
        });
    }
    lines.push(Line::Rule);
    lines
}

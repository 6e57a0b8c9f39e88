//! A receipt as typed lines: what it must say and in which order; the words come later.
//!
//! What a French ticket for goods carries is practice rather than one text: seller, number, date
//! and time, lines with quantity and unit price, VAT per rate, total, means of payment, an extract
//! of the hash, program and version, and DUPLICATA on every print after the first (BOI-TVA-DECLA-
//! 30-10-30 §50, and what certified tills print).

mod body;
pub mod code;
mod sellers;

use super::{
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    seller::VatStatus,
    settings::{Stall, TenderKind},
    ticket::{Owner, Party, Payment, Ticket, TicketLine},
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
    /// What it is: things that come back, and nothing that is sold.
    Return {
        /// What people call this ticket.
        name: String,
        /// What people call the ticket on which they were sold, where it is one.
        of: Option<String>,
    },
    /// What it is: another ticket put right without a cent more or less for the customer.
    Correction {
        /// What people call this ticket.
        name: String,
        /// What people call the ticket that is put right.
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
    /// The line above takes something back that was sold on this ticket; none where the ticket is
    /// not known.
    BackOf(Option<String>),
    /// What the line above was adjusted by; negative is off.
    Adjusted(Money),
    /// What the whole ticket was adjusted by: an agreed total, a discount, a tariff.
    AdjustedWhole(Money),
    /// Jars sold or brought back, all of a kind together.
    Deposit {
        /// What for; none for several things at one price.
        label: Option<Label>,
        /// For one.
        price: Money,
        /// How many.
        quantity: Quantity,
        /// What is paid, negative when it comes back.
        paid: Money,
    },
    /// Money onto an account, or a tab settled; negative when it is paid out. Whose account it is
    /// stands on no receipt.
    Account(Money),
    /// Money that is no price: into the fund, for a credit note.
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
        /// Which credit note it is.
        note: Option<Id>,
        /// How much.
        cents: Money,
    },
    /// What went back in euros.
    Change(Money),
    /// What went back by another means than euros.
    ChangeBy {
        /// The means' name for machines.
        tender: Id,
        /// The stall's own name for it.
        name: Option<Label>,
        /// How much, positive.
        cents: Money,
    },
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
    /// The numbers under which a seller is known, below the name.
    Numbers {
        /// The register number.
        siret: Option<Label>,
        /// The VAT number.
        vat_number: Option<Label>,
    },
    /// A mention the law wants of this seller.
    Mention(Label),
    /// Why a seller's goods bear no VAT; never [`VatStatus::Liable`].
    NoVat(VatStatus),
    /// A credit note that this ticket gives out, to be torn off.
    Note {
        /// What people call it.
        name: Id,
        /// What it is worth.
        worth: Money,
    },
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
    /// The digits by which a scanner finds the ticket again ([`code`]).
    Code(String),
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

/// The lines of a ticket's receipt. No tariff and no member is named on it.
pub fn lines(detail: &TicketDetail, stall: &Stall, copy: Copy) -> Vec<Line> {
    let ticket = &detail.ticket;
    let mut lines = head(detail, stall, copy);
    lines.push(Line::Rule);
    if !ticket.lines.is_empty() {
        lines.extend(body::lines(ticket));
        lines.push(Line::Rule);
    }
    lines.push(Line::Total(ticket.total));
    if !ticket.lines.is_empty() {
        lines.push(Line::Count(ticket.lines.len()));
    }
    lines.extend(ticket.payments.iter().map(payment));
    lines.push(Line::Rule);
    lines.extend(sellers::lines(ticket, stall));
    lines.push(Line::Proof {
        till: detail.till.clone(),
        seq: detail.seq,
        extract: detail.extract.clone(),
        version: ticket.version.clone(),
    });
    lines.extend(code::code(&detail.till, detail.epoch, ticket.number).map(Line::Code));
    for (name, worth) in notes(ticket) {
        lines.extend([Line::Rule, Line::Note { name, worth }]);
    }
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
    lines.push(what(&detail.ticket));
    lines.push(Line::When {
        at: detail.at,
        operator: detail.operator.clone(),
    });
    lines.extend(detail.ticket.paper.clone().map(Line::Paper));
    lines
}

/// What the ticket is: a sale, or what it does to another one.
fn what(ticket: &Ticket) -> Line {
    let name = ticket.name.clone();
    if let Some(original) = &ticket.reverses {
        let of = original.name.clone();
        return Line::Reversal { name, of };
    }
    if let Some(original) = &ticket.corrects {
        let of = original.name.clone();
        return Line::Correction { name, of };
    }
    if ticket.lines.is_empty() || !ticket.lines.iter().all(comes_back) {
        return Line::Sale { name };
    }
    Line::Return {
        name,
        of: one_original(ticket).map(str::to_owned),
    }
}

/// Whether a line takes back what was sold before.
const fn comes_back(line: &TicketLine) -> bool {
    line.takes_back.is_some() || line.reason.is_some()
}

/// The ticket from which everything that comes back was sold, where there is one such.
fn one_original(ticket: &Ticket) -> Option<&str> {
    let of = |line: &'_ TicketLine| Some(line.takes_back.as_ref()?.ticket.name.clone());
    let first = ticket.lines.first()?.takes_back.as_ref()?;
    let name = first.ticket.name.as_str();
    ticket
        .lines
        .iter()
        .all(|line| of(line).as_deref() == Some(name))
        .then_some(name)
}

fn payment(payment: &Payment) -> Line {
    if !payment.change {
        return Line::Paid {
            tender: payment.tender.clone(),
            name: payment.name.clone(),
            // Whose account it is stands on no receipt.
            note: payment
                .of
                .clone()
                .filter(|_| payment.kind == TenderKind::CreditNote),
            cents: payment.cents,
        };
    }
    if payment.kind == TenderKind::Cash {
        return Line::Change(-payment.cents);
    }
    Line::ChangeBy {
        tender: payment.tender.clone(),
        name: payment.name.clone(),
        cents: -payment.cents,
    }
}

/// The credit notes a ticket gives out: sold, as change, or for what came back.
fn notes(ticket: &Ticket) -> Vec<(Id, Money)> {
    let sold = ticket
        .lines
        .iter()
        .flat_map(|line| &line.shares)
        .filter(|it| it.to == Owner::CreditNote && it.cents > Money::ZERO)
        .map(|it| (it.id.clone(), it.cents));
    let given = ticket
        .payments
        .iter()
        .filter(|it| it.kind == TenderKind::CreditNote && it.cents < Money::ZERO)
        .map(|it| (it.of.clone(), -it.cents));
    sold.chain(given)
        .filter_map(|(name, worth)| Some((name?, worth)))
        .collect()
}

//! Tickets that put an earlier one right: what was sold comes back, was paid otherwise, or is
//! another's (`MONEY.md`).

mod attribute;
mod paid;

use super::{
    asking::{PastTicket, SoldLine},
    back::{Back, BackRefusal},
    basket::{Line, What},
    ids::Id,
    money::Money,
    quantity::Quantity,
    settings::{Tender, TenderKind},
    ticket::{LineKind, Past, Payment, Returned, Ticket},
    views::TicketDetail,
};

use paid::given_back;

pub use attribute::{AttributeRefusal, Attributed, Moved, To, moved, reattributed};
pub use paid::{add_payments, paid_back, take_exchanged};

/// How much of a line of an earlier ticket is wanted back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which of the ticket's lines, from 0.
    pub at: usize,
    /// How much of it, positive.
    pub count: Quantity,
    /// What becomes of the thing.
    pub returned: Returned,
}

/// What gives the customer's money back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// The means that paid, as far as they reach; what is left by another.
    AsPaid {
        /// Gives what the means that paid cannot.
        rest: Tender,
    },
    /// One means for all of it; an account needs to be named.
    By(Tender, Option<Id>),
}

impl SoldLine {
    /// What is left of it to take back.
    pub fn left(&self) -> Quantity {
        self.line.quantity - self.before
    }

    /// The same line, to be taken back.
    pub fn back(&self, returned: Option<Returned>) -> Back {
        Back {
            place: self.place.clone(),
            original: self.line.clone(),
            before: self.before,
            returned,
        }
    }

    /// Whether something of it is left that can come back.
    pub fn can_come_back(&self) -> bool {
        super::back::may_come_back(&self.line) && self.left() > Quantity::ZERO
    }
}

impl PastTicket {
    /// What of each line is left that can come back, all of it on sale again.
    pub fn rest(&self) -> Vec<Wanted> {
        self.lines
            .iter()
            .enumerate()
            .filter(|(_, line)| line.can_come_back())
            .map(|(at, line)| Wanted {
                at,
                count: line.left(),
                returned: Returned::OnSale,
            })
            .collect()
    }

    /// Whether anything of it came back already.
    pub fn is_touched(&self) -> bool {
        self.lines.iter().any(|it| it.before > Quantity::ZERO)
    }

    /// Which line is the deposit of a line of goods: the one that was put down behind it.
    pub fn deposit_of(&self, at: usize) -> Option<usize> {
        let goods = &self.lines.get(at)?.line;
        let next = &self.lines.get(at + 1)?.line;
        let follows = goods.kind == LineKind::Goods
            && next.kind == LineKind::Deposit
            && next.label == goods.label
            && next.quantity == goods.quantity;
        follows.then_some(at + 1)
    }

    /// The account that paid a part of it, if one did.
    pub fn account(&self) -> Option<&Id> {
        let paid = self.paid_by.iter().chain(&self.detail.ticket.payments);
        let account = |it: &&Payment| it.kind == TenderKind::Account;
        paid.filter(account).find_map(|it| it.of.as_ref())
    }

    /// Lines for a basket that take back what is wanted, deposits with their goods; or which line
    /// cannot come back so, and why.
    pub fn taken_back(&self, wanted: &[Wanted]) -> Result<Vec<Line>, (usize, BackRefusal)> {
        let mut lines = Vec::new();
        for one in wanted {
            let Some(sold) = self.lines.get(one.at) else {
                continue;
            };
            lines.push(taken(one, sold)?);
            let deposit = self
                .deposit_of(one.at)
                .filter(|at| wanted.iter().all(|it| it.at != *at));
            if let Some(at) = deposit
                && let Some(jar) = self.lines.get(at)
                && jar.can_come_back()
            {
                let count = one.count.min(jar.left());
                lines.push(taken(&Wanted { at, count, ..*one }, jar)?);
            }
        }
        Ok(lines)
    }
}

fn taken(one: &Wanted, sold: &SoldLine) -> Result<Line, (usize, BackRefusal)> {
    // Only things that are counted go back onto the stall, or are lost.
    let back = sold.back(sold.line.from_stock.then_some(one.returned));
    back.check(one.count).map_err(|refusal| (one.at, refusal))?;
    Ok(Line::of(What::Back(Box::new(back)), one.count))
}

/// Where a ticket of the journal stands.
pub fn past(detail: &TicketDetail) -> Past {
    Past {
        till: detail.till.clone(),
        epoch: detail.epoch,
        seq: detail.seq,
        name: detail.ticket.name.clone(),
    }
}

/// A movement by a means.
pub fn movement(tender: &Tender, cents: Money, of: Option<Id>) -> Payment {
    let pieces = tender
        .unit
        .map(|unit| cents.abs().cents() / unit.cents().max(1));
    Payment {
        of,
        pieces: pieces.and_then(|it| u32::try_from(it).ok()),
        ..Payment::by(tender, cents)
    }
}

/// Why a ticket cannot have been paid otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeansRefusal {
    /// The ticket is not paid that way any more.
    NotPaidSo,
    /// It is that means already.
    Same,
    /// An account without a member.
    NobodysAccount,
    /// A credit note is given over with its number, when it pays.
    NeedsNumber,
    /// The sum is no whole number of tokens.
    NoWholeTokens(Money),
    /// More than a ticket may pay by it.
    Cap(Money),
    /// More cash on a ticket than the law allows (code monétaire et financier, art. D.112-3).
    CashLimit(Money),
}

/// Who wrote a ticket, and when.
#[derive(Clone, Copy, Debug)]
pub struct Stamp<'a> {
    /// The program.
    pub version: &'a str,
    /// UTC milliseconds.
    pub at_ms: i64,
}

/// The ticket that says a payment was made by another means: no line, and not a cent more or
/// less for the customer.
pub fn means_changed(
    past_ticket: &PastTicket,
    at: usize,
    to: (&Tender, Option<Id>),
    cash_limit: Money,
    stamp: Stamp<'_>,
) -> Result<Ticket, MeansRefusal> {
    let row = past_ticket
        .paid_by
        .get(at)
        .filter(|it| it.cents > Money::ZERO)
        .ok_or(MeansRefusal::NotPaidSo)?;
    let (tender, member) = to;
    if row.tender == tender.id {
        return Err(MeansRefusal::Same);
    }
    let of = match tender.kind {
        TenderKind::Account => Some(member.ok_or(MeansRefusal::NobodysAccount)?),
        TenderKind::CreditNote => return Err(MeansRefusal::NeedsNumber),
        TenderKind::Cash
        | TenderKind::Card
        | TenderKind::Cheque
        | TenderKind::Other
        | TenderKind::Local
        | TenderKind::Token
        | TenderKind::Meal
        | TenderKind::Fund => None,
    };
    if let Some(unit) = tender.unit
        && row.cents.cents() % unit.cents().max(1) != 0
    {
        return Err(MeansRefusal::NoWholeTokens(unit));
    }
    let already = |kept: &dyn Fn(&Payment) -> bool| -> Money {
        let rows = past_ticket.paid_by.iter().filter(|it| kept(it));
        rows.map(|it| it.cents).sum()
    };
    if let Some(cap) = tender.ticket_cap
        && already(&|it| it.tender == tender.id) + row.cents > cap
    {
        return Err(MeansRefusal::Cap(cap));
    }
    let cash = already(&|it| it.kind == TenderKind::Cash) + row.cents;
    if tender.kind == TenderKind::Cash && cash > cash_limit {
        return Err(MeansRefusal::CashLimit(cash_limit));
    }
    let mut ticket = blank(past(&past_ticket.detail), stamp);
    ticket.payments = vec![given_back(row, row.cents), movement(tender, row.cents, of)];
    Ok(ticket)
}

/// A ticket that corrects another, still without a line.
fn blank(corrects: Past, stamp: Stamp<'_>) -> Ticket {
    Ticket {
        number: 0,
        name: String::new(),
        lines: Vec::new(),
        vat: Vec::new(),
        payments: Vec::new(),
        total: Money::ZERO,
        opened_ms: stamp.at_ms,
        version: stamp.version.to_owned(),
        reverses: None,
        corrects: Some(corrects),
        sellers: Vec::new(),
        paper: None,
        tariff: None,
    }
}

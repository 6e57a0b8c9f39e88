//! What holds a means of payment back: the columns of its settings, whatever its name.

use super::Tendering;
use crate::domain::{
    asking::Used,
    ids::Id,
    money::Money,
    settings::{Change, Needs, Settings, Tender, TenderKind},
    ticket::{LineKind, Owner, Payment, TicketLine},
};

/// What payments are measured against.
#[derive(Clone, Copy, Debug)]
pub struct At<'a> {
    /// The means there are, and the legal limit of cash.
    pub settings: &'a Settings,
    /// What is being paid, for means that pay only some of it.
    pub lines: &'a [TicketLine],
    /// The member of the ticket.
    pub member: Option<&'a Id>,
    /// What may be spent from that account before this ticket; none if it is not known.
    pub may_spend: Option<Money>,
    /// What other tickets of the day took; none if it is not known.
    pub used: Option<&'a Used>,
}

/// What sets the most that a means pays on a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// The account's balance and its tab.
    Account,
    /// The means' own cap per ticket.
    TicketCap,
    /// The means' own cap per market day.
    DayCap,
    /// The goods of the ticket that it may pay.
    Eligible,
    /// What the solidarity fund has.
    Fund,
}

/// Why a payment cannot be taken so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayRefusal {
    /// Nothing is left to pay.
    NothingLeft,
    /// An amount of zero or less.
    NotAnAmount,
    /// This means gives no change and more was given than is left.
    NoChange {
        /// What is left to pay.
        left: Money,
    },
    /// More tokens than fit, and no change is given on them.
    TokensOver {
        /// How many of them are too many.
        over: u32,
        /// How many fit.
        fits: u32,
        /// What one is worth.
        unit: Money,
    },
    /// No whole number of tokens.
    NotPieces {
        /// What one is worth.
        unit: Money,
    },
    /// More than this means may pay on this ticket.
    Beyond {
        /// The most it still may; zero if nothing.
        most: Money,
        /// What sets it.
        bound: Bound,
    },
    /// The ticket has no member, and this means needs one.
    NeedsMember,
    /// What this means is measured against is not known now.
    Unknown,
    /// A credit note pays by its name alone.
    NeedsNote,
    /// The credit note is worth nothing any more.
    NoteUsed,
    /// The credit note is on this ticket already.
    NoteAgain,
    /// More cash than the law allows on one ticket, in or out (code monétaire et financier,
    /// art. D.112-3).
    CashLimit {
        /// The most there may be.
        limit: Money,
    },
    /// So much more than is owed that it must be a slip of the fingers.
    TooMuch,
}

impl<'a> At<'a> {
    /// No member, no goods that only some means pay, and nothing known of the day.
    pub const fn of(settings: &'a Settings) -> Self {
        Self {
            settings,
            lines: &[],
            member: None,
            may_spend: None,
            used: None,
        }
    }

    /// Whether the ticket has whom the means needs.
    pub(super) fn allows(&self, tender: &Tender) -> Result<(), PayRefusal> {
        let needs = tender.needs == Needs::Member || tender.kind == TenderKind::Account;
        if needs && self.member.is_none() {
            return Err(PayRefusal::NeedsMember);
        }
        Ok(())
    }

    /// So much by a means, and whose account it moves.
    pub(super) fn movement(&self, tender: &Tender, cents: Money) -> Payment {
        Payment {
            of: match tender.kind {
                TenderKind::Account => self.member.cloned(),
                TenderKind::Cash
                | TenderKind::Card
                | TenderKind::Cheque
                | TenderKind::Other
                | TenderKind::Local
                | TenderKind::Token
                | TenderKind::Meal
                | TenderKind::CreditNote
                | TenderKind::Fund => None,
            },
            ..Payment::by(tender, cents)
        }
    }

    /// What of the ticket a means may pay; none if that is all of it. The fund pays goods: it
    /// neither fills accounts nor gives to itself. No account pays what comes onto itself.
    fn eligible(&self, tender: &Tender) -> Option<Money> {
        if tender.kind == TenderKind::Account && self.topped_up() > Money::ZERO {
            return Some(self.beside_top_up());
        }
        if tender.departments.is_empty() && tender.kind != TenderKind::Fund {
            return None;
        }
        let may = |line: &&TicketLine| {
            let kind = match line.kind {
                LineKind::Goods | LineKind::Quick => true,
                LineKind::Deposit | LineKind::DepositBack => tender.departments.is_empty(),
                LineKind::TopUp | LineKind::Gift | LineKind::CreditNote => false,
            };
            let department = line.department.as_ref();
            kind && (tender.departments.is_empty()
                || department.is_some_and(|it| tender.departments.contains(&it.id)))
        };
        Some(self.lines.iter().filter(may).map(|line| line.paid).sum())
    }

    /// What the ticket comes to without what it brings onto the member's account.
    pub fn beside_top_up(&self) -> Money {
        let all: Money = self.lines.iter().map(|line| line.paid).sum();
        all - self.topped_up()
    }

    /// What this ticket itself brings onto the member's account.
    pub fn topped_up(&self) -> Money {
        let shares = self.lines.iter().flat_map(|line| &line.shares);
        shares
            .filter(|it| it.to == Owner::Account && it.id.as_ref() == self.member)
            .map(|it| it.cents)
            .sum()
    }
}

impl Tendering {
    /// The most that a means may still pay on this ticket, and what sets it; none where nothing
    /// does. An error if it may pay nothing at all.
    pub fn room(&self, tender: &Tender, at: &At<'_>) -> Result<Option<(Money, Bound)>, PayRefusal> {
        at.allows(tender)?;
        let by_it = |it: &&Payment| it.tender == tender.id;
        let taken: Money = self.payments.iter().filter(by_it).map(|it| it.cents).sum();
        let mut bounds: Vec<(Money, Bound)> = Vec::new();
        if tender.kind == TenderKind::Account {
            let may_spend = at.may_spend.ok_or(PayRefusal::Unknown)?;
            let from_it = |it: &&Payment| it.kind == TenderKind::Account;
            let spent: Money = self
                .payments
                .iter()
                .filter(from_it)
                .map(|it| it.cents)
                .sum();
            bounds.push((may_spend + at.topped_up() - spent, Bound::Account));
        }
        if tender.kind == TenderKind::Fund {
            let used = at.used.ok_or(PayRefusal::Unknown)?;
            bounds.push((used.fund - taken, Bound::Fund));
        }
        if let Some(eligible) = at.eligible(tender) {
            bounds.push((eligible - taken, Bound::Eligible));
        }
        if let Some(cap) = tender.ticket_cap {
            bounds.push((cap - taken, Bound::TicketCap));
        }
        if let Some(cap) = tender.day_cap {
            let used = at.used.ok_or(PayRefusal::Unknown)?;
            bounds.push((cap - used.of(&tender.id) - taken, Bound::DayCap));
        }
        let least = bounds.into_iter().min_by_key(|(most, _)| *most);
        match least {
            Some((most, bound)) if most <= Money::ZERO => Err(PayRefusal::Beyond {
                most: Money::ZERO,
                bound,
            }),
            least => Ok(least),
        }
    }
}

/// What moves in notes and coins of the drawer.
pub(super) fn cash(payments: &[Payment]) -> Money {
    let cash = |it: &&Payment| it.kind == TenderKind::Cash;
    payments.iter().filter(cash).map(|it| it.cents).sum()
}

/// All that is left by a means, positive: of tokens, as many as fit within what they may pay.
pub(super) fn fitting(
    tender: &Tender,
    left: Money,
    room: Option<(Money, Bound)>,
) -> Result<Money, PayRefusal> {
    let Some(unit) = tender.unit.filter(|unit| *unit > Money::ZERO) else {
        return Ok(left);
    };
    let most = room.map_or(left, |(most, _)| most.min(left));
    let whole = most.cents() - most.cents().rem_euclid(unit.cents());
    match Money::from_cents(whole) {
        Some(whole) if whole > Money::ZERO => Ok(whole),
        _ => Err(PayRefusal::TokensOver {
            over: 1,
            fits: 0,
            unit,
        }),
    }
}

/// How many tokens an amount is; none for a means that is not counted so.
pub(super) fn pieces_of(tender: &Tender, cents: Money) -> Result<Option<u32>, PayRefusal> {
    let Some(unit) = tender.unit.filter(|unit| *unit > Money::ZERO) else {
        return Ok(None);
    };
    if cents.cents().rem_euclid(unit.cents()) != 0 {
        return Err(PayRefusal::NotPieces { unit });
    }
    Ok(Some(count(cents, unit)))
}

/// How many whole units there are in an amount.
fn count(amount: Money, unit: Money) -> u32 {
    u32::try_from(amount.cents().div_euclid(unit.cents())).unwrap_or(u32::MAX)
}

/// Whether a means gives nothing back for so much too much: a token is not cut in two.
pub(super) fn gives_none(tender: &Tender, excess: Money) -> bool {
    match tender.change {
        Change::None => true,
        Change::Same => tender
            .unit
            .is_some_and(|unit| unit > Money::ZERO && excess.cents().rem_euclid(unit.cents()) != 0),
        Change::Euros | Change::CreditNote => false,
    }
}

/// Why no more than what is left is taken by a means.
pub(super) fn no_change(tender: &Tender, left: Money, pieces: Option<u32>) -> PayRefusal {
    match (tender.unit, pieces) {
        (Some(unit), Some(pieces)) => {
            let fits = count(left, unit);
            PayRefusal::TokensOver {
                over: pieces.saturating_sub(fits),
                fits,
                unit,
            }
        }
        _ => PayRefusal::NoChange { left },
    }
}

/// By what the change of a payment goes back.
pub(super) fn back_by(
    tender: &Tender,
    excess: Money,
    left: Money,
    at: &At<'_>,
) -> Result<Payment, PayRefusal> {
    let refused = PayRefusal::NoChange { left };
    let by = |kind: TenderKind| at.settings.tenders.iter().find(|it| it.kind == kind);
    let by = match tender.change {
        Change::None => return Err(refused),
        Change::Same => tender,
        Change::Euros if tender.kind == TenderKind::Cash => tender,
        Change::Euros => by(TenderKind::Cash).ok_or(refused)?,
        Change::CreditNote if tender.kind == TenderKind::CreditNote => tender,
        Change::CreditNote => by(TenderKind::CreditNote).ok_or(refused)?,
    };
    let pieces = match tender.change {
        Change::Same => pieces_of(by, excess)?,
        Change::None | Change::Euros | Change::CreditNote => None,
    };
    Ok(Payment {
        pieces,
        ..at.movement(by, -excess)
    })
}

//! By which means money goes back to a customer.

use super::super::{notice::Notice, shop::Shop, words::Words};
use crate::domain::{
    asking::{PastTicket, SoldLine},
    back::BackRefusal,
    correct::{Way, paid_back},
    ids::Id,
    member::Standing,
    money::Money,
    pay::PayRefusal,
    settings::{Tender, TenderKind},
    ticket::Payment,
};

/// A way of giving money back.
pub(super) struct Offered {
    /// What it is called.
    pub name: Name,
    /// The letter that chooses it.
    pub letter: Option<char>,
    /// The rows it makes, or why it cannot.
    pub payments: Result<Vec<Payment>, Notice>,
}

/// What a way is called.
pub(super) enum Name {
    /// As it was paid.
    AsPaid,
    /// By this means.
    Means(Tender),
}

/// The means that paid first, then cash, the member's account, a credit note.
pub(super) fn ways(past: &PastTicket, sum: Money, shop: &Shop) -> Vec<Offered> {
    let limit = shop.settings.rules.cash_limit;
    let paid_by = reachable(past, shop);
    let offer = |name, letter, way: &Way| Offered {
        name,
        letter,
        payments: paid_back(sum, &paid_by, way, limit)
            .map_err(|refusal| refused_sum(refusal, &shop.look.words)),
    };
    let of = |kind| shop.settings.tenders.iter().find(|it| it.kind == kind);
    let mut ways: Vec<Offered> = Vec::new();
    if let Some(rest) = rest(past, shop) {
        ways.push(offer(Name::AsPaid, None, &Way::AsPaid { rest }));
    }
    let account = of(TenderKind::Account).zip(member(past, shop));
    let named = [
        of(TenderKind::Cash).map(|it| (it, None)),
        account.map(|(it, member)| (it, Some(member))),
        of(TenderKind::CreditNote).map(|it| (it, None)),
    ];
    for (tender, member) in named.into_iter().flatten() {
        let way = Way::By(tender.clone(), member);
        let offered = offer(Name::Means(tender.clone()), tender.letter, &way);
        let first = ways.first().and_then(|it| it.payments.as_ref().ok());
        if first.is_none() || first != offered.payments.as_ref().ok() {
            ways.push(offered);
        } else if let Some(first) = ways.first_mut() {
            // One way, and its letter.
            first.letter = offered.letter;
        }
    }
    ways
}

/// What gives back what the means that paid cannot: no cash for what was never money.
fn rest(past: &PastTicket, shop: &Shop) -> Option<Tender> {
    let bound = |it: &Payment| match it.kind {
        TenderKind::Local
        | TenderKind::Token
        | TenderKind::Meal
        | TenderKind::CreditNote
        | TenderKind::Fund => true,
        TenderKind::Cash
        | TenderKind::Card
        | TenderKind::Cheque
        | TenderKind::Other
        | TenderKind::Account => false,
    };
    let note = (!past.paid_by.is_empty() && past.paid_by.iter().all(bound))
        .then(|| of_kind(TenderKind::CreditNote, shop))
        .flatten();
    note.or_else(|| shop.settings.cash().cloned())
}

fn of_kind(kind: TenderKind, shop: &Shop) -> Option<Tender> {
    let tenders = &shop.settings.tenders;
    tenders.iter().find(|it| it.kind == kind).cloned()
}

/// Whose account: the ticket's, else that of the member on the open ticket; none that is closed.
pub(super) fn member(past: &PastTicket, shop: &Shop) -> Option<Id> {
    let id = past.account().or_else(|| shop.basket().member())?;
    (!is_closed(id, shop)).then(|| id.clone())
}

fn is_closed(id: &Id, shop: &Shop) -> bool {
    let account = shop.members.by_id(id);
    account.is_some_and(|it| it.member.state != Standing::Open)
}

/// What paid the ticket and can be given back so: nobody has what comes onto a closed account.
pub(super) fn reachable(past: &PastTicket, shop: &Shop) -> Vec<Payment> {
    let closed = |it: &&Payment| it.of.as_ref().is_some_and(|id| is_closed(id, shop));
    let open = past.paid_by.iter().filter(|it| !closed(it));
    open.cloned().collect()
}

/// Why a sum cannot go back so.
fn refused_sum(refusal: PayRefusal, words: &Words) -> Notice {
    match refusal {
        PayRefusal::CashLimit { limit } => {
            Notice::warning("refund-cash-limit").with("limit", words.money(limit))
        }
        _ => Notice::warning("refund-too-many"),
    }
}

/// Why a line cannot come back so.
pub(super) fn refused(refusal: BackRefusal, sold: Option<&SoldLine>, words: &Words) -> Notice {
    let label = sold.map_or("", |it| it.line.label.as_str());
    match (refusal, sold) {
        (BackRefusal::MoreThanSold { left }, Some(sold)) if left.thousandths() > 0 => {
            Notice::warning("refund-more-than-left")
                .with("label", label)
                .with("left", words.quantity(left, &sold.line.unit))
        }
        (BackRefusal::MoreThanSold { .. }, _) => {
            Notice::warning("refund-all-back").with("label", label)
        }
        (BackRefusal::IsBack, _) => Notice::warning("refund-of-a-refund").with("label", label),
    }
}

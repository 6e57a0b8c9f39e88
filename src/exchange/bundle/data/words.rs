//! The words of the journal for what is chosen from a list.

use crate::domain::{
    facts::Reason,
    member::MoveReason,
    settings::TenderKind,
    ticket::{BackReason, LineKind, Returned},
};

/// What kind of money a line moves.
pub const fn line(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Goods => "goods",
        LineKind::Quick => "quick",
        LineKind::Deposit => "deposit",
        LineKind::DepositBack => "deposit_back",
        LineKind::TopUp => "top_up",
        LineKind::Gift => "gift",
        LineKind::CreditNote => "credit_note",
    }
}

/// What a means of payment moves.
pub const fn means(kind: TenderKind) -> &'static str {
    match kind {
        TenderKind::Cash => "cash",
        TenderKind::Card => "card",
        TenderKind::Cheque => "cheque",
        TenderKind::Other => "other",
        TenderKind::Account => "account",
        TenderKind::Local => "local",
        TenderKind::Token => "token",
        TenderKind::Meal => "meal",
        TenderKind::CreditNote => "credit_note",
        TenderKind::Fund => "fund",
    }
}

/// What became of a thing that came back.
pub const fn returned(it: Returned) -> &'static str {
    match it {
        Returned::OnSale => "on_sale",
        Returned::Lost => "lost",
    }
}

/// Why a thing came back without its ticket.
pub const fn back(reason: BackReason) -> &'static str {
    match reason {
        BackReason::Faulty => "faulty",
        BackReason::WrongOne => "wrong_one",
        BackReason::Mistake => "mistake",
    }
}

/// Why goods went.
pub const fn gone(reason: Reason) -> &'static str {
    match reason {
        Reason::Spoilt => "spoilt",
        Reason::Broken => "broken",
        Reason::Missing => "missing",
        Reason::Tasting => "tasting",
        Reason::Solidarity => "solidarity",
        Reason::Mistake => "mistake",
    }
}

/// Why money moved between accounts without a ticket.
pub const fn moved(reason: MoveReason) -> &'static str {
    match reason {
        MoveReason::Opening => "opening",
        MoveReason::Transfer => "transfer",
        MoveReason::Mistake => "mistake",
        MoveReason::PaidElsewhere => "paid_elsewhere",
        MoveReason::Goodwill => "goodwill",
    }
}

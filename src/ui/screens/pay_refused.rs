//! Why a means of payment cannot be used, or not for so much: as a sentence, and in a few words
//! beside its letter.

use super::super::{notice::Notice, shop::Shop, words::Words};
use crate::domain::{
    money::Money,
    pay::{Bound, PayRefusal},
    settings::Tender,
};

/// Why a means cannot pay so, as a sentence.
pub(super) fn refused(refusal: PayRefusal, tender: &Tender, left: Money, shop: &Shop) -> Notice {
    let words = &shop.look.words;
    let means = || words.tender(&tender.id, tender.name.as_ref());
    match refusal {
        PayRefusal::NothingLeft => Notice::warning("pay-nothing-left"),
        PayRefusal::NotAnAmount => Notice::warning("pay-zero"),
        PayRefusal::NoChange { left } if shop.priced().total < Money::ZERO => {
            Notice::warning("pay-out-no-more").with("left", words.money(left))
        }
        PayRefusal::NoChange { left } => Notice::warning("pay-no-change")
            .with("means", means())
            .with("left", words.money(left)),
        PayRefusal::TokensOver { fits: 0, unit, .. } => Notice::warning("pay-tokens-none")
            .with("means", means())
            .with("unit", words.money(unit)),
        PayRefusal::TokensOver { over, fits, .. } => Notice::warning("pay-tokens-over")
            .with("over", words.count("pay-tokens", usize_of(over)))
            .with("fits", fits.to_string()),
        PayRefusal::NotPieces { unit } => Notice::warning("pay-not-pieces")
            .with("means", means())
            .with("unit", words.money(unit)),
        PayRefusal::Beyond { most, bound } if most > Money::ZERO => {
            Notice::warning(most_word(bound))
                .with("means", means())
                .with("most", words.money(most))
                .with("left", words.money(left - most))
                .with(
                    "letter",
                    tender.letter.map_or_else(String::new, String::from),
                )
        }
        PayRefusal::Beyond { bound, .. } => {
            Notice::warning(none_word(bound)).with("means", means())
        }
        PayRefusal::NeedsMember => Notice::warning("pay-needs-member").with("means", means()),
        PayRefusal::Unknown => Notice::warning("pay-unknown").with("means", means()),
        PayRefusal::NeedsNote => Notice::warning("pay-note-how"),
        PayRefusal::NoteUsed => Notice::warning("pay-note-used"),
        PayRefusal::NoteAgain => Notice::warning("pay-note-again"),
        PayRefusal::CashLimit { limit } => {
            Notice::warning("pay-cash-limit").with("limit", words.money(limit))
        }
        PayRefusal::TooMuch => Notice::warning("pay-too-much"),
    }
}

fn usize_of(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

const fn most_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Account => "pay-most-account",
        Bound::TicketCap => "pay-most-ticket",
        Bound::DayCap => "pay-most-day",
        Bound::Eligible => "pay-most-eligible",
        Bound::Fund => "pay-most-fund",
    }
}

const fn none_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Account => "pay-none-account",
        Bound::TicketCap => "pay-none-ticket",
        Bound::DayCap => "pay-none-day",
        Bound::Eligible => "pay-none-eligible",
        Bound::Fund => "pay-none-fund",
    }
}

/// Why a means pays nothing now, in a few words; none if it is only a matter of how much.
pub(super) fn in_brief(refusal: PayRefusal, words: &Words) -> Option<String> {
    let word = match refusal {
        PayRefusal::NeedsMember => "pay-brief-member",
        PayRefusal::Unknown => "pay-brief-unknown",
        PayRefusal::Beyond { bound, .. } => match bound {
            Bound::Account => "pay-brief-account",
            Bound::TicketCap | Bound::DayCap => "pay-brief-cap",
            Bound::Eligible => "pay-brief-eligible",
            Bound::Fund => "pay-brief-fund",
        },
        PayRefusal::NothingLeft
        | PayRefusal::NotAnAmount
        | PayRefusal::NoChange { .. }
        | PayRefusal::TokensOver { .. }
        | PayRefusal::NotPieces { .. }
        | PayRefusal::NeedsNote
        | PayRefusal::NoteUsed
        | PayRefusal::NoteAgain
        | PayRefusal::CashLimit { .. }
        | PayRefusal::TooMuch => return None,
    };
    Some(words.say(word))
}

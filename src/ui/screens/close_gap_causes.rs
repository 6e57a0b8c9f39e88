//! How a likely cause is said: always as a question.

use super::super::{shop::Shop, words::Words};
use crate::domain::{closing::causes::Cause, day::CashWay, ids::Id, money::Money};

/// The sentence for what may have happened.
pub(super) fn guess(cause: &Cause, shop: &Shop, words: &Words) -> String {
    match cause {
        Cause::Means {
            ticket,
            cents,
            as_tender,
            by_tender,
        } => {
            let tenders = (means(as_tender, shop, words), means(by_tender, shop, words));
            swapped(ticket.as_deref(), *cents, &tenders, words)
        }
        Cause::NotNoted { cents } => sum("close-cause-not-noted", *cents, words),
        Cause::NotTaken {
            way: CashWay::Drop,
            cents,
        } => sum("close-cause-not-dropped", *cents, words),
        Cause::NotTaken { cents, .. } => sum("close-cause-not-taken", *cents, words),
        Cause::Float { noted, maybe } => float(*noted, *maybe, words),
        Cause::CountedTwice { worth } => sum("close-cause-twice", *worth, words),
        Cause::Overlooked { worth } => sum("close-cause-overlooked", *worth, words),
        Cause::ChangeTwice { ticket, cents } => match ticket {
            Some(ticket) => named("close-cause-change-twice", ticket, *cents, words),
            None => sum("close-cause-change-twice-some", *cents, words),
        },
        Cause::ChangeKept { ticket, cents } => match ticket {
            Some(ticket) => named("close-cause-change-kept", ticket, *cents, words),
            None => sum("close-cause-change-kept-some", *cents, words),
        },
        Cause::RungTwice { ticket, cents } => {
            named("close-cause-rung-twice", ticket, *cents, words)
        }
        Cause::NotRung { cents } => sum("close-cause-not-rung", *cents, words),
        Cause::Mistyped {
            tender,
            typed,
            maybe,
        } => {
            let (typed, maybe) = (words.money(*typed), words.money(*maybe));
            let means = means(tender, shop, words);
            let blanks = [
                ("means", means.as_str()),
                ("typed", &typed),
                ("maybe", &maybe),
            ];
            words.say_with("close-cause-mistyped", &blanks)
        }
    }
}

fn means(id: &Id, shop: &Shop, words: &Words) -> String {
    let tender = shop.settings.tender(id);
    words.tender(id, tender.and_then(|it| it.name.as_ref()))
}

fn sum(word: &str, cents: Money, words: &Words) -> String {
    words.say_with(word, &[("sum", &words.money(cents))])
}

fn named(word: &str, ticket: &str, cents: Money, words: &Words) -> String {
    let cents = words.money(cents);
    words.say_with(word, &[("ticket", ticket), ("sum", &cents)])
}

/// Rung up as one means, paid by the other.
fn swapped(
    ticket: Option<&str>,
    cents: Money,
    (rung, paid): &(String, String),
    words: &Words,
) -> String {
    let cents = words.money(cents);
    let blanks = [("rung", rung.as_str()), ("paid", paid), ("sum", &cents)];
    match ticket {
        Some(ticket) => {
            let [rung, paid, sum] = blanks;
            words.say_with("close-cause-means", &[rung, paid, sum, ("ticket", ticket)])
        }
        None => words.say_with("close-cause-means-some", &blanks),
    }
}

fn float(noted: Option<Money>, maybe: Money, words: &Words) -> String {
    let maybe = words.money(maybe);
    let Some(noted) = noted else {
        return words.say_with("close-cause-no-float", &[("maybe", &maybe)]);
    };
    let noted = words.money(noted);
    words.say_with("close-cause-float", &[("noted", &noted), ("maybe", &maybe)])
}

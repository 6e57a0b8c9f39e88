//! Voiding a ticket: the entry that reverses it, and what is given back once that is written.
//!
//! Whoever has the whole ticket on the screen asks by `Question::void(detail, shop)`; whoever has
//! only its name asks by `Question::void_last`. Both end in [`void`].

use super::{
    correcting::{self, Correction},
    event::{Effect, News},
    members,
    notice::Notice,
    screen::Turn,
    shop::Shop,
    words::Words,
};
use crate::domain::{
    correct,
    ids::Uid,
    journal::Fact,
    money::Money,
    settings::TenderKind,
    ticket::{Payment, Ticket},
    views::{TicketDetail, WriteTrouble},
};

/// The tickets voided since the program started, and the one being voided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Voids {
    under_way: Option<Voiding>,
    /// The store knows them too, but a list on the screen may be older than they are.
    done: Vec<String>,
    /// Another correction under way.
    pub(super) correction: Option<Correction>,
}

impl Voids {
    /// Why a ticket of this name has to wait: it was voided just now, or something is being
    /// written; none if it has not.
    pub(super) fn refusal_now(&self, name: &str) -> Option<Notice> {
        if self.done.iter().any(|done| done == name) {
            return Some(Notice::warning("void-again-now").with("name", name));
        }
        if self.correction.is_some() {
            return Some(Notice::warning("refund-under-way"));
        }
        let under_way = self.under_way.as_ref()?;
        let word = match under_way.writing {
            Writing::Asked => "void-under-way",
            Writing::Refused => "void-not-written",
        };
        Some(Notice::warning(word).with("name", under_way.name.clone()))
    }
}

/// A reversing ticket on its way to the journal.
#[derive(Clone, Debug, PartialEq)]
struct Voiding {
    uid: Uid,
    name: String,
    reversal: Box<Ticket>,
    writing: Writing,
}

/// How far it is on that way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// The store was asked.
    Asked,
    /// The store could not write it; it is asked again with the next key, under the same name.
    Refused,
}

/// Why this ticket cannot be voided, as a sentence; none if it can.
pub fn refusal(detail: &TicketDetail, shop: &Shop) -> Option<Notice> {
    let name = detail.ticket.name.as_str();
    let refused = |word| Notice::warning(word).with("name", name);
    if let Some(original) = &detail.ticket.reverses {
        return Some(refused("void-of-a-void").with("original", original.name.clone()));
    }
    if let Some(by) = &detail.reversed_by {
        return Some(refused("void-again").with("by", by.clone()));
    }
    if detail.ticket.corrects.is_some() {
        return Some(refused("void-of-a-correction"));
    }
    if detail.ticket.lines.iter().any(|it| it.takes_back.is_some()) {
        return Some(refused("void-of-a-refund"));
    }
    shop.voids.refusal_now(name)
}

/// Writes the entry that takes a ticket back, cent for cent, by the means it was paid with; or says
/// why not. Stock, drawer and what to give back follow when it is written ([`told`]).
pub fn void(detail: &TicketDetail, shop: &mut Shop) -> Turn {
    if let Some(notice) = refusal(detail, shop) {
        shop.say(notice);
        return Turn::bell();
    }
    let name = detail.ticket.name.clone();
    let reversal = Box::new(reversal(detail, shop));
    let uid = shop.write(Fact::Ticket(reversal.clone()));
    shop.voids.under_way = Some(Voiding {
        uid,
        name,
        reversal,
        writing: Writing::Asked,
    });
    Turn::stay()
}

/// The ticket that takes this one back.
pub fn reversal(detail: &TicketDetail, shop: &Shop) -> Ticket {
    detail
        .ticket
        .reversed(correct::past(detail), &shop.version, shop.now.utc_ms)
}

/// Follows what became of the entry: only once it is written does anything move.
pub fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    match news {
        News::Written(uid) => written(*uid, shop),
        News::NotWritten(uid, trouble) => not_written(*uid, *trouble, shop),
        News::Corrected(_) | News::NotCorrected(..) => correcting::told(news, shop),
        News::Recorded(..)
        | News::NotRecorded(_)
        | News::Saved
        | News::NotSaved(_)
        | News::Tickets(_)
        | News::Ticket(_)
        | News::Stock(_)
        | News::Keeper(_)
        | News::Found(_)
        | News::Carried(_)
        | News::Printer(_) => Vec::new(),
    }
}

/// The entry stays on its way: a second one beside it would give the money back twice.
fn not_written(uid: Uid, trouble: WriteTrouble, shop: &mut Shop) -> Vec<Effect> {
    if trouble.lasts() {
        let gone = shop.voids.under_way.take_if(|it| it.uid == uid);
        return gone.map_or_else(Vec::new, |_| {
            shop.say(Notice::alarm(correcting::refused_word(trouble)));
            vec![Effect::Bell]
        });
    }
    let Some(voiding) = shop.voids.under_way.as_mut().filter(|it| it.uid == uid) else {
        return Vec::new();
    };
    if voiding.writing == Writing::Refused {
        // It was said; with each key it would only hide what else is said.
        return Vec::new();
    }
    voiding.writing = Writing::Refused;
    let name = voiding.name.clone();
    shop.say(Notice::alarm("void-not-written").with("name", name));
    vec![Effect::Bell]
}

fn written(uid: Uid, shop: &mut Shop) -> Vec<Effect> {
    let Some(voiding) = shop.voids.under_way.take_if(|it| it.uid == uid) else {
        return Vec::new();
    };
    shop.take_from_stock(&voiding.reversal);
    shop.next_number += 1;
    shop.last.take_if(|last| last.name == voiding.name);
    let notice = done(&voiding.reversal.payments, &shop.look.words);
    shop.say(notice.with("name", voiding.name.clone()));
    shop.voids.done.push(voiding.name);
    let drawer = shop.opens_drawer(&voiding.reversal);
    members::look_again(&voiding.reversal)
        .chain(drawer.then_some(Effect::OpenDrawer))
        .collect()
}

/// The status row holds one means with all its words, or several in brief.
fn done(payments: &[Payment], words: &Words) -> Notice {
    match given_back(payments, words).as_slice() {
        [] => Notice::done("void-done"),
        [one] => Notice::done("void-done-back").with("back", one.as_str()),
        _ => {
            let brief: Vec<String> = payments
                .iter()
                .map(|payment| {
                    let means = words.tender(&payment.tender, payment.name.as_ref());
                    format!("{means} {}", words.money(-payment.cents))
                })
                .collect();
            Notice::done("void-done-several").with("back", brief.join(", "))
        }
    }
}

/// What goes back to the customer by a reversing ticket's payments, a few words per means: notes,
/// a cheque, or what to do on the card terminal.
pub fn given_back(payments: &[Payment], words: &Words) -> Vec<String> {
    payments
        .iter()
        .map(|payment| {
            let sum = words.money(payment.cents.abs());
            let means = words.tender(&payment.tender, payment.name.as_ref());
            let blanks = [("sum", sum.as_str()), ("means", means.as_str())];
            let word = match payment.kind {
                // A ticket that had paid out: the customer brings the sum back.
                _ if payment.cents > Money::ZERO => "void-taken-back",
                TenderKind::Cash => "void-by-cash",
                TenderKind::Card => "void-by-card",
                TenderKind::Cheque => "void-by-cheque",
                TenderKind::Account => "void-by-account",
                TenderKind::CreditNote => "void-by-credit-note",
                TenderKind::Fund => "void-by-fund",
                TenderKind::Other | TenderKind::Local | TenderKind::Token | TenderKind::Meal => {
                    "void-by-other"
                }
            };
            words.say_with(word, &blanks)
        })
        .collect()
}

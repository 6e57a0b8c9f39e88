//! Settling with a producer: the entry that says so, and drawer and slip once it is written.

use super::{
    event::{Effect, News},
    notice::Notice,
    paper,
    screen::Turn,
    shop::{Cable, Sample, Shop},
};
use crate::domain::{
    asking::{Ask, Found, SettlementRow},
    ids::Uid,
    journal::Fact,
    money::Money,
    receipt::Copy,
    settings::Drawer,
    settlement::{SettleRefusal, Settlement},
    views::WriteTrouble,
};

/// The settlement on its way to the journal, and the one whose slip is to be printed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settlings {
    under_way: Option<Settling>,
    /// Written, but its name is still to come from the store.
    to_print: Option<Box<Settlement>>,
}

#[derive(Clone, Debug, PartialEq)]
struct Settling {
    uid: Uid,
    settlement: Box<Settlement>,
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

/// Why nobody can be settled with just now; none if it can be.
pub fn refusal(shop: &Shop) -> Option<Notice> {
    let under_way = shop.settlings.under_way.as_ref()?;
    let word = match under_way.writing {
        Writing::Asked => "settle-under-way",
        Writing::Refused => "settle-not-written",
    };
    Some(named(Notice::warning(word), &under_way.settlement))
}

fn named(notice: Notice, settlement: &Settlement) -> Notice {
    notice.with("name", settlement.producer.name.as_str())
}

/// The sentence for why a settlement cannot be so.
pub fn refused(refusal: SettleRefusal, settlement: &Settlement, shop: &Shop) -> Notice {
    let words = &shop.look.words;
    let notice = match refusal {
        SettleRefusal::NoVatStatus => Notice::warning("settle-no-status"),
        SettleRefusal::NothingDue => Notice::warning("settle-nothing-due"),
        SettleRefusal::NotAnAmount => Notice::warning("settle-not-an-amount"),
        SettleRefusal::AboveDue { due } => {
            Notice::warning("settle-above-due").with("due", words.money(due))
        }
        SettleRefusal::CashLimit { limit } => {
            Notice::warning("settle-cash-limit").with("limit", words.money_short(limit))
        }
        SettleRefusal::NotAMeans => Notice::warning("settle-not-a-means"),
    };
    named(notice, settlement)
}

/// Writes a settlement down; drawer and slip follow when it is written ([`told`]).
pub fn settle(settlement: Settlement, shop: &mut Shop) -> Turn {
    if let Some(notice) = refusal(shop) {
        shop.say(notice);
        return Turn::bell();
    }
    let settlement = Box::new(settlement);
    let uid = shop.write(Fact::Settlement(settlement.clone()));
    shop.settlings.under_way = Some(Settling {
        uid,
        settlement,
        writing: Writing::Asked,
    });
    Turn::stay()
}

/// Follows what became of the entry: only once it is written does anything move.
pub fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    match news {
        News::Written(uid) => written(*uid, shop),
        News::NotWritten(uid, trouble) => not_written(*uid, *trouble, shop),
        News::Found(found) => match found.as_ref() {
            Found::Settlements(rows) => print_awaited(rows, shop),
            _ => Vec::new(),
        },
        News::Recorded(..)
        | News::NotRecorded(_)
        | News::Corrected(_)
        | News::NotCorrected(..)
        | News::Keeper(_)
        | News::Saved
        | News::NotSaved(_)
        | News::Tickets(_)
        | News::Ticket(_)
        | News::Stock(_)
        | News::Carried(_)
        | News::Printer(_) => Vec::new(),
    }
}

/// The entry stays on its way: a second one beside it would pay twice.
fn not_written(uid: Uid, trouble: WriteTrouble, shop: &mut Shop) -> Vec<Effect> {
    if trouble.lasts() {
        // It will never be written, and it is not asked again: the account is read anew.
        let Some(gone) = shop.settlings.under_way.take_if(|it| it.uid == uid) else {
            return Vec::new();
        };
        let notice = named(Notice::alarm("settle-refused"), &gone.settlement);
        shop.say(notice);
        return vec![Effect::Bell];
    }
    let Some(settling) = shop.settlings.under_way.as_mut().filter(|it| it.uid == uid) else {
        return Vec::new();
    };
    if settling.writing == Writing::Refused {
        return Vec::new();
    }
    settling.writing = Writing::Refused;
    let notice = named(Notice::alarm("settle-not-written"), &settling.settlement);
    shop.say(notice);
    vec![Effect::Bell]
}

fn written(uid: Uid, shop: &mut Shop) -> Vec<Effect> {
    let Some(settling) = shop.settlings.under_way.take_if(|it| it.uid == uid) else {
        return Vec::new();
    };
    let settlement = settling.settlement;
    let notice = done(&settlement, shop);
    shop.say(notice);
    let mut effects = Vec::new();
    let opens = |it: &crate::domain::settings::Tender| it.drawer == Drawer::Opens;
    let mut means = settlement.payments.iter();
    if means.any(|it| shop.settings.tender(&it.tender).is_some_and(opens)) {
        effects.push(Effect::OpenDrawer);
    }
    if shop.cable == Cable::Printer {
        // Its name is the store's to give, and stands on the slip.
        shop.settlings.to_print = Some(settlement);
        effects.push(Effect::Ask(Ask::Settlements(shop.day())));
    }
    effects
}

fn done(settlement: &Settlement, shop: &Shop) -> Notice {
    let words = &shop.look.words;
    let notice = match settlement.payments.first() {
        None => Notice::done("settle-carried"),
        Some(payment) if settlement.carried == Money::ZERO => Notice::done("settle-done").with(
            "means",
            words.tender(&payment.tender, payment.name.as_ref()),
        ),
        Some(payment) => Notice::done("settle-done-carried")
            .with(
                "means",
                words.tender(&payment.tender, payment.name.as_ref()),
            )
            .with("carried", words.money(settlement.carried)),
    };
    let sum = match settlement.payments.first() {
        None => settlement.carried,
        Some(_) => settlement.paid,
    };
    named(notice, settlement).with("sum", words.money(sum))
}

fn print_awaited(rows: &[SettlementRow], shop: &mut Shop) -> Vec<Effect> {
    let Some(awaited) = &shop.settlings.to_print else {
        return Vec::new();
    };
    let same = |row: &&SettlementRow| {
        let it = &row.settlement;
        it.producer.id == awaited.producer.id
            && (it.after, it.up_to) == (awaited.after, awaited.up_to)
            && it.paid == awaited.paid
    };
    let Some(row) = rows.iter().find(same) else {
        return Vec::new();
    };
    shop.settlings.to_print = None;
    vec![print(row, Copy::Original, shop)]
}

/// Prints a settlement's slip.
pub fn print(row: &SettlementRow, copy: Copy, shop: &Shop) -> Effect {
    let words = &shop.look.words;
    let mut page = paper::slip(row, &shop.settings.stall, copy, words);
    if shop.sample == Sample::Demo {
        page.rows.insert(0, paper::sample(words));
    }
    Effect::PrintPage {
        title: words.say_with("paper-slip", &[("name", row.settlement.name.as_str())]),
        page,
    }
}

//! Cash that comes or goes without a sale, on its way to the journal: the drawer opens and the
//! screen says so only once it is written, and nothing is noted twice meanwhile.

use super::super::{
    event::{Effect, News},
    notice::Notice,
    screen::Turn,
    shop::Shop,
};
use crate::domain::{
    asking::{Ask, CashSeen},
    day::{Cash, CashReason, CashWay},
    ids::Uid,
    journal::Fact,
    money::Money,
    settings::Drawer,
    views::WriteTrouble,
};

/// A movement on its way.
#[derive(Debug)]
pub struct Noting {
    uid: Uid,
    cash: Cash,
    writing: Writing,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// The store was asked.
    Asked,
    /// The store could not write it; it is asked again with the next key, under the same name.
    Refused,
}

/// Why nothing can be noted just now; none if it can be.
pub fn refusal(shop: &Shop) -> Option<Notice> {
    let noting = shop.period.noting.as_ref()?;
    Some(match noting.writing {
        Writing::Asked => Notice::warning("cash-under-way"),
        Writing::Refused => Notice::alarm("cash-not-written"),
    })
}

/// Writes a movement down; drawer and sentence follow when it is written ([`told`]).
pub fn note(cash: Cash, shop: &mut Shop) -> Turn {
    if let Some(notice) = refusal(shop) {
        return shop.refuse(notice);
    }
    let uid = shop.write(Fact::Cash(cash.clone()));
    shop.period.noting = Some(Noting {
        uid,
        cash,
        writing: Writing::Asked,
    });
    Turn::stay()
}

/// Whether this is the movement on its way.
pub fn is_under_way(uid: Uid, shop: &Shop) -> bool {
    let noting = shop.period.noting.as_ref();
    noting.is_some_and(|it| it.uid == uid)
}

pub(super) fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    match news {
        News::Written(uid) => written(*uid, shop),
        News::NotWritten(uid, trouble) => not_written(*uid, *trouble, shop),
        _ => Vec::new(),
    }
}

fn written(uid: Uid, shop: &mut Shop) -> Vec<Effect> {
    let Some(noted) = shop.period.noting.take_if(|it| it.uid == uid) else {
        return Vec::new();
    };
    let cash = noted.cash;
    if cash.way == CashWay::Drop {
        shop.dropped();
    }
    let notice = done(&cash, shop);
    shop.say(notice);
    let mut effects = vec![Effect::Ask(Ask::Cash)];
    let opens = shop.settings.tender(&cash.tender).map(|it| it.drawer) == Some(Drawer::Opens);
    let moves = cash.way.moves(cash.cents) != Some(Money::ZERO);
    // What was noted wrongly has moved already.
    if opens && moves && cash.way != CashWay::Correction {
        effects.push(Effect::OpenDrawer);
    }
    effects
}

fn not_written(uid: Uid, trouble: WriteTrouble, shop: &mut Shop) -> Vec<Effect> {
    if trouble.lasts() {
        let gone = shop.period.noting.take_if(|it| it.uid == uid);
        if gone.is_none() {
            return Vec::new();
        }
        shop.say(Notice::alarm("cash-refused"));
        return vec![Effect::Bell];
    }
    let Some(noting) = shop.period.noting.as_mut().filter(|it| it.uid == uid) else {
        return Vec::new();
    };
    if noting.writing == Writing::Refused {
        return Vec::new();
    }
    noting.writing = Writing::Refused;
    shop.say(Notice::alarm("cash-not-written"));
    vec![Effect::Bell]
}

fn done(cash: &Cash, shop: &Shop) -> Notice {
    let words = &shop.look.words;
    let sum = words.money(cash.cents);
    let envelope = cash.envelope.clone().unwrap_or_default();
    match cash.way {
        CashWay::Received => Notice::done("envelopes-received").with("name", envelope),
        CashWay::Banked => Notice::done("envelopes-banked").with("name", envelope),
        CashWay::Correction => Notice::done("cash-corrected").with("sum", sum),
        CashWay::Float | CashWay::In | CashWay::Out | CashWay::Drop | CashWay::PaidOut => {
            let way = words.say(way_word(cash.way, cash.reason));
            Notice::done("cash-noted").with("way", way).with("sum", sum)
        }
    }
}

/// The word of the locale for what a movement is.
pub fn way_word(way: CashWay, reason: Option<CashReason>) -> &'static str {
    match (way, reason) {
        (CashWay::In, Some(CashReason::Change)) => "cash-way-change",
        (CashWay::Float, _) => "cash-way-float",
        (CashWay::In, _) => "cash-way-in",
        (CashWay::Out, _) => "cash-way-out",
        (CashWay::Drop, _) => "cash-way-drop",
        (CashWay::PaidOut, _) => "cash-way-paid-out",
        (CashWay::Correction, _) => "cash-way-correction",
        (CashWay::Received, _) => "cash-way-received",
        (CashWay::Banked, _) => "cash-way-banked",
    }
}

/// The word of the locale for why.
pub const fn reason_word(reason: CashReason) -> &'static str {
    match reason {
        CashReason::Safe => "cash-reason-safe",
        CashReason::Change => "cash-reason-change",
        CashReason::Bank => "cash-reason-bank",
        CashReason::Home => "cash-reason-home",
        CashReason::Place => "cash-reason-place",
        CashReason::Purchase => "cash-reason-purchase",
        CashReason::PaidBack => "cash-reason-paid-back",
        CashReason::Coop => "cash-reason-coop",
        CashReason::Mistake => "cash-reason-mistake",
    }
}

/// The last movement that can be put right, and how much of it counts by now: corrections after it
/// are counted in. A float is counted anew instead.
pub fn to_correct(moves: &[CashSeen]) -> Option<(&CashSeen, Money)> {
    let last = moves.iter().rposition(|it| {
        matches!(
            it.cash.way,
            CashWay::In | CashWay::Out | CashWay::Drop | CashWay::PaidOut
        )
    })?;
    let seen = moves.get(last)?;
    let after = moves.get(last + 1..).unwrap_or_default();
    let same = |it: &&CashSeen| it.cash.tender == seen.cash.tender;
    let corrections = after
        .iter()
        .filter(|it| it.cash.way == CashWay::Correction)
        .filter(same);
    let by_it = seen.cash.way.moves(seen.cash.cents)?;
    let now: Money = by_it + corrections.map(|it| it.cash.cents).sum();
    Some((seen, now))
}

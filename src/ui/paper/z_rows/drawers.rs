//! What a closing says of the drawers: what should be there, what was found, what came and went.

use super::{ZRow, amounts, head, number};
use crate::{
    domain::{
        closing::{Closing, MeansRow},
        day::{CashReason, CashWay},
        figures::{CashRow, DrawerRow, TenderRow},
        money::Money,
        settings::TenderKind,
    },
    ui::words::Words,
};

/// Expected, counted and difference of what lies in drawers and on slips.
pub(super) fn means(closing: &Closing, words: &Words) -> Vec<ZRow> {
    if closing.means.is_empty() {
        return Vec::new();
    }
    let columns = ["z-expected", "z-counted", "z-difference"];
    let mut rows = vec![head("z-means", &columns, words)];
    for row in &closing.means {
        rows.push(ZRow::Figures(means_name(row, words), held(row, words)));
    }
    let differences = closing.means.iter().filter_map(MeansRow::difference);
    let sum: Money = differences.sum();
    rows.push(ZRow::Sum(words.say("z-difference-all"), signed(sum, words)));
    if closing.means.iter().any(|it| it.counted.is_none()) {
        rows.push(ZRow::Said(words.say("z-not-counted-why")));
    }
    rows
}

fn held(row: &MeansRow, words: &Words) -> Vec<String> {
    let (counted, difference) = match (row.counted, row.difference()) {
        (Some(counted), Some(difference)) => (words.amount(counted), signed(difference, words)),
        _ => (words.say("z-not-counted"), "-".to_owned()),
    };
    vec![words.amount(row.expected), counted, difference]
}

/// A means of payment, with the number of pieces where they were counted.
pub fn means_name(row: &MeansRow, words: &Words) -> String {
    let name = words.tender(&row.tender, row.name.as_ref());
    match row.number {
        Some(count) => format!("{name} ({count})"),
        None => name,
    }
}

/// A difference always shows which way it goes.
pub fn signed(cents: Money, words: &Words) -> String {
    let plus = if cents > Money::ZERO { "+" } else { "" };
    format!("{plus}{}", words.amount(cents))
}

/// What tickets brought, by every means, and what is in no drawer: accounts, notes, the fund.
pub(super) fn taken(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let tenders = &closing.figures.tenders;
    if tenders.is_empty() {
        return Vec::new();
    }
    let mut rows = vec![head("z-taken", &["z-number", "z-sum"], words)];
    for TenderRow {
        tender,
        name,
        cents,
        number,
        ..
    } in tenders
    {
        let cells = vec![words.number(*number), words.amount(*cents)];
        rows.push(ZRow::Figures(words.tender(tender, name.as_ref()), cells));
    }
    rows
}

/// The float of the morning, and what came and went without a sale.
pub(super) fn cash(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let figures = &closing.figures;
    let started = |it: &&DrawerRow| match it.kind {
        TenderKind::Cash => true,
        _ => it.start != Money::ZERO,
    };
    let mut rows = Vec::new();
    for it in figures.drawers.iter().filter(started) {
        let word = match it.float {
            Some(_) => "z-float",
            None => "z-float-not-counted",
        };
        let means = words.tender(&it.tender, it.name.as_ref());
        let name = words.say_with(word, &[("means", &means)]);
        rows.push(amounts(name, &[it.start], words));
    }
    let moved = figures.cash.iter().filter(|it| it.way != CashWay::Float);
    rows.extend(moved.map(|row| movement(row, closing, words)));
    if !rows.is_empty() {
        rows.insert(0, head("z-cash", &[], words));
    }
    rows
}

fn movement(row: &CashRow, closing: &Closing, words: &Words) -> ZRow {
    let mut name = match row.reason {
        Some(reason) => format!("{}, {}", words.say(way(row.way)), words.say(why(reason))),
        None => words.say(way(row.way)),
    };
    let drawer = closing.figures.drawer(&row.tender);
    if drawer.is_some_and(|it| it.kind != TenderKind::Cash) {
        let own = drawer.and_then(|it| it.name.as_ref());
        name = format!("{name} ({})", words.tender(&row.tender, own));
    }
    let moved = row.way.moves(row.cents).unwrap_or(row.cents);
    // An envelope that arrived moves nothing here, and is told all the same: without a sign, so
    // that nobody adds it to the drawer.
    let sum = if moved == Money::ZERO {
        words.amount(row.cents)
    } else {
        signed(moved, words)
    };
    ZRow::Figures(name, vec![number(row.number, words), sum])
}

const fn way(way: CashWay) -> &'static str {
    match way {
        CashWay::Float => "z-way-float",
        CashWay::In => "z-way-in",
        CashWay::Out => "z-way-out",
        CashWay::Drop => "z-way-drop",
        CashWay::PaidOut => "z-way-paid-out",
        CashWay::Correction => "z-way-correction",
        CashWay::Received => "z-way-received",
        CashWay::Banked => "z-way-banked",
    }
}

const fn why(reason: CashReason) -> &'static str {
    match reason {
        CashReason::Safe => "z-why-safe",
        CashReason::Change => "z-why-change",
        CashReason::Bank => "z-why-bank",
        CashReason::Home => "z-why-home",
        CashReason::Place => "z-why-place",
        CashReason::Purchase => "z-why-purchase",
        CashReason::PaidBack => "z-why-paid-back",
        CashReason::Coop => "z-why-coop",
        CashReason::Mistake => "z-why-mistake",
    }
}

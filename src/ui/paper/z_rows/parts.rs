//! What somebody decided at a closing: why it differs, what stays, what goes with whom.

use super::{ZRow, amounts, head, one};
use crate::{
    domain::{
        closing::{ChequeSeen, Closing, Decided, DifferenceReason, Found, Left},
        day::Pieces,
        money::Money,
    },
    ui::words::Words,
};

pub(super) fn decided(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let Some(decided) = &closing.decided else {
        return Vec::new();
    };
    let mut rows = vec![head("z-decided", &[], words)];
    if let Some(reason) = decided.reason {
        rows.push(one(words.say("z-reason"), words.say(reason_word(reason))));
    }
    rows.extend(decided.left.iter().flat_map(|left| stays(left, words)));
    rows.extend(envelope(decided, words));
    rows.extend(cheques(&decided.cheques, words));
    if !decided.bring.is_empty() {
        let pieces = pieces(&decided.bring, words);
        rows.push(ZRow::Said(
            words.say_with("z-bring", &[("pieces", &pieces)]),
        ));
    }
    rows
}

fn stays(left: &Left, words: &Words) -> Vec<ZRow> {
    let means = words.tender(&left.tender, left.name.as_ref());
    let name = words.say_with("z-left", &[("means", &means)]);
    let mut rows = vec![amounts(name, &[left.cents], words)];
    rows.extend(told(&left.pieces, words));
    rows
}

fn envelope(decided: &Decided, words: &Words) -> Vec<ZRow> {
    let Some(envelope) = &decided.envelope else {
        return Vec::new();
    };
    let name = match envelope.by.as_str() {
        "" => words.say("z-envelope"),
        by => words.say_with("z-envelope-by", &[("by", by)]),
    };
    let mut rows = Vec::new();
    if envelope.cash > Money::ZERO || envelope.papers.is_empty() {
        rows.push(amounts(name.clone(), &[envelope.cash], words));
        rows.extend(told(&envelope.pieces, words));
    }
    for paper in &envelope.papers {
        let means = words.tender(&paper.tender, paper.name.as_ref());
        rows.push(amounts(format!("{name}, {means}"), &[paper.cents], words));
    }
    rows
}

/// Cheques that were ticked, and each one that was looked for and not found.
fn cheques(cheques: &[ChequeSeen], words: &Words) -> Vec<ZRow> {
    if cheques.is_empty() {
        return Vec::new();
    }
    let here = cheques.iter().filter(|it| it.found == Found::Here).count();
    let all = cheques.len().to_string();
    let mut rows = vec![ZRow::Said(words.count_with(
        "z-cheques",
        here,
        &[("all", &all)],
    ))];
    for it in cheques.iter().filter(|it| it.found == Found::Missing) {
        let name = words.say_with("z-cheque-missing", &[("ticket", &it.ticket)]);
        rows.push(amounts(name, &[it.cents], words));
    }
    rows
}

fn told(list: &[Pieces], words: &Words) -> Option<ZRow> {
    (!list.is_empty()).then(|| ZRow::Said(pieces(list, words)))
}

/// Notes and coins as people say them: `7 × 20 €, 3 × 0,50 €`.
pub fn pieces(list: &[Pieces], words: &Words) -> String {
    let each = list.iter().map(|it| {
        let worth = words.money_short(it.worth);
        // The count and what it counts are not to be torn apart at the end of a line.
        format!("{}\u{a0}×\u{a0}{worth}", it.count)
    });
    each.collect::<Vec<_>>().join(", ")
}

/// The word for why what was found differs.
pub const fn reason_word(reason: DifferenceReason) -> &'static str {
    match reason {
        DifferenceReason::Unknown => "z-reason-unknown",
        DifferenceReason::Change => "z-reason-change",
        DifferenceReason::Means => "z-reason-means",
        DifferenceReason::NotNoted => "z-reason-not-noted",
        DifferenceReason::Sale => "z-reason-sale",
        DifferenceReason::Float => "z-reason-float",
        DifferenceReason::Counterfeit => "z-reason-counterfeit",
        DifferenceReason::Theft => "z-reason-theft",
    }
}

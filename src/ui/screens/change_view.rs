//! How the change screen looks: the sum in large digits, and how to count it out.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, shop::Shop, text, theme::Role, voiding, words::Words},
    change::{Change, First, Kept},
};
use crate::domain::{
    money::Money,
    pay::{counting_up, pieces, worth_asking},
    settings::TenderKind,
    ticket::Payment,
};

/// From here on the digits are twice as high.
const LARGE_FROM: u16 = 28;
/// Between two things of a row, which breaks only after it.
const BETWEEN: &str = "\u{a0}· ";
/// Notes begin here; what is less are coins.
const FIRST_NOTE: i64 = 500;
/// Coins of euros begin here; what is less are cents.
const FIRST_EURO: i64 = 100;

pub(super) fn draw(change: &Change, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let paid = room::top(&mut area, 1);
    paid_row(change, shop, canvas, room::indented(paid, 1));
    let rows = if area.height >= LARGE_FROM { 12 } else { 7 };
    let mut sum = room::indented(room::top(&mut area, rows), 1);
    let out = change.to_hand_out();
    let (word, shown) = headline(change);
    let label = room::top(&mut sum, 1);
    canvas.text(label, Role::Text, &words.say(word).to_uppercase());
    canvas.cursor(label.x, label.y);
    room::bottom(&mut sum, 1);
    canvas.big(room::indented(sum, 1), Role::Total, &words.big_money(shown));
    let stays = room::bottom(&mut area, 1);
    canvas.text(
        room::indented(stays, 1),
        Role::Quiet,
        &words.say("change-stays"),
    );
    let title = if out > Money::ZERO {
        "change-how"
    } else {
        "change-paid-by"
    };
    let inside = room::indented(canvas.boxed(area, &words.say(title)), 1);
    paragraphs(canvas, inside, &told(change, shop, words));
}

/// What the large digits are: notes and coins first, else what goes back in another form.
fn headline(change: &Change) -> (&'static str, Money) {
    let out = change.to_hand_out();
    if out > Money::ZERO {
        return ("change-due", out);
    }
    if matches!(change.kept, Kept::InTheFund(_)) {
        return ("change-kept-none", Money::ZERO);
    }
    let back = change.payments.iter().find(|it| it.change);
    match back {
        Some(back) if back.kind == TenderKind::CreditNote => ("change-note", -back.cents),
        Some(back) => ("change-same", -back.cents),
        None => ("change-none", Money::ZERO),
    }
}

/// What goes back otherwise than in notes and coins of the euro.
fn otherwise(change: &Change, shop: &Shop, words: &Words) -> Vec<String> {
    let ticket = shop.last.as_ref().map_or("", |last| last.name.as_str());
    let given = change.payments.iter().filter(|it| it.cents < Money::ZERO);
    given
        .filter(|it| {
            it.kind == TenderKind::CreditNote || (it.change && it.kind != TenderKind::Cash)
        })
        .map(|it| {
            let sum = words.money(-it.cents);
            if it.kind == TenderKind::CreditNote {
                let name = format!("{ticket}V");
                return words.say_with("change-new-note", &[("name", &name), ("sum", &sum)]);
            }
            let means = words.tender(&it.tender, it.name.as_ref());
            words.say_with("change-in-kind", &[("means", &means), ("sum", &sum)])
        })
        .collect()
}

/// The ticket, what it cost, and what was given for it.
fn paid_row(change: &Change, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let name = shop.last.as_ref().map(|last| last.name.as_str());
    let total = words.money(change.total);
    let blanks = [("name", name.unwrap_or_default()), ("total", &total)];
    let mut said = words.say_with("change-recorded", &blanks);
    let comes_in = change.payments.iter().filter(|it| !it.change);
    let means: Vec<String> = comes_in.map(|it| paid(it, words)).collect();
    let whole = format!("{said} · {}", means.join(" · "));
    if !means.is_empty() && text::width(&whole) <= usize::from(at.width) {
        said = whole;
    }
    canvas.text(at, Role::Text, &said);
}

fn paid(payment: &Payment, words: &Words) -> String {
    let means = words.tender(&payment.tender, payment.name.as_ref());
    format!("{means} {}", words.money(payment.cents))
}

/// What there is to say in the box, the most useful first.
fn told(change: &Change, shop: &Shop, words: &Words) -> Vec<String> {
    let out = change.to_hand_out();
    if let Kept::InTheFund(gift) = &change.kept {
        let sum = words.money(gift.total);
        let blanks = [("sum", sum.as_str()), ("name", &gift.name)];
        return vec![words.say_with("change-kept", &blanks)];
    }
    let otherwise = otherwise(change, shop, words);
    if change.total < Money::ZERO {
        let mut told = voiding::given_back(&change.payments, words);
        told.extend(otherwise);
        if out > Money::ZERO {
            told.push(counted_out(out, words));
        }
        return told;
    }
    let given = change.cash_given();
    if out == Money::ZERO {
        let thanks = if given > Money::ZERO {
            words.say("change-just")
        } else {
            words.say("change-thanks")
        };
        let comes_in = change.payments.iter().filter(|it| !it.change);
        let mut told: Vec<String> = comes_in.map(|it| paid(it, words)).collect();
        told.extend(otherwise);
        told.push(thanks);
        return told;
    }
    // Change on another means than cash is counted up from the price of the ticket.
    let (price, given) = if given < out {
        (change.total, change.total + out)
    } else {
        (given - out, given)
    };
    let mut told = vec![counted_out(out, words)];
    if let Some((more, back)) = worth_asking(price, given) {
        told.push(words.say_with(
            "change-tip",
            &[
                ("more", &words.money(more)),
                ("back", &words.money(back)),
                ("pieces", &counted_out(back, words)),
            ],
        ));
    }
    let steps: Vec<String> = counting_up(price, given)
        .into_iter()
        .map(|(piece, reached)| {
            format!(
                "{}\u{a0}→\u{a0}{}",
                words.amount(piece),
                words.amount(reached)
            )
        })
        .collect();
    let counting = words.say_with(
        "change-counting",
        &[
            ("price", &words.money(price)),
            ("steps", &steps.join(BETWEEN)),
        ],
    );
    match change.first {
        First::Pieces => told.push(counting),
        First::CountingUp => told.insert(0, counting),
    }
    told.push(words.say("change-keep-in-sight"));
    told
}

/// Notes and coins, fewest pieces: `1 billet de 20 € · 2 pièces de 2 € · 1 × 0,20 €`.
fn counted_out(amount: Money, words: &Words) -> String {
    let said: Vec<String> = pieces(amount)
        .into_iter()
        .map(|(value, count)| {
            let word = match value.cents() {
                FIRST_NOTE.. => "change-notes",
                FIRST_EURO.. => "change-coins",
                _ => "change-cents",
            };
            let count = usize::try_from(count).unwrap_or(usize::MAX);
            words
                .count_with(word, count, &[("value", &words.money_short(value))])
                .replace(' ', "\u{a0}")
        })
        .collect();
    said.join(BETWEEN)
}

/// Paragraphs, each whole or not at all, with as many rows of air between them as there is room.
fn paragraphs(canvas: &mut Canvas<'_, '_>, at: Rect, told: &[String]) {
    let rows = |it: &String| text::wrap(it, usize::from(at.width)).len();
    let height = usize::from(at.height);
    let mut left = height;
    let mut shown: Vec<&String> = Vec::new();
    for paragraph in told {
        if let Some(rest) = left.checked_sub(rows(paragraph)) {
            left = rest;
            shown.push(paragraph);
        }
    }
    let mut at = at;
    for paragraph in shown {
        let taken = canvas.wrapped(at, Role::Text, paragraph);
        room::top(&mut at, taken);
        if left > 0 {
            left -= 1;
            room::top(&mut at, 1);
        }
    }
}

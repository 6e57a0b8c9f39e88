//! How a producer's day looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    producers_view::status_word,
    settle::{Asking, Settle, Shown},
};
use crate::domain::{
    asking::SettlementRow,
    money::Money,
    seller::{Mandate, VatStatus},
    settlement::{Settlement, Takings},
};

/// Narrower screens have the sums under what was sold.
const TWO_PANELS: u16 = 76;
/// The columns of the sums.
const SUMS: u16 = 38;

/// A row of the sums: how it is told, what it is, how much.
type Sum = (Role, String, String);

pub(super) fn draw(settle: &Settle, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let below = room::bottom(&mut area, 1);
    let (sums, done) = (sums(settle, words), done(settle, words));
    let beside = if area.width >= TWO_PANELS {
        room::right(&mut area, SUMS)
    } else {
        let rows = u16::try_from(sums.len() + done.len()).unwrap_or(u16::MAX);
        let half = area.height / 2;
        room::bottom(&mut area, rows.saturating_add(2).min(half.max(8)))
    };
    sold(settle, shop, canvas, area);
    let status = words.say(status_word(status(settle, shop)));
    let mut inside = canvas.boxed(beside, &format!("{} · {status}", words.say("settle-sums")));
    // Where rows are few, what was settled gives way first and what is owed last.
    let over = sums.len().saturating_sub(usize::from(inside.height));
    for (role, text, sum) in sums.iter().skip(over).chain(&done) {
        let cells = [
            Cell::label(text).told(*role),
            Cell::amount(sum, 1).told(*role),
        ];
        canvas.row(room::top(&mut inside, 1), Role::Text, &cells);
    }
    entry(settle, shop, canvas, room::indented(below, 1));
}

/// How she stands towards VAT today.
fn status(settle: &Settle, shop: &Shop) -> Option<VatStatus> {
    let producer = shop.catalogue.producer(&settle.producer)?;
    producer.status_on(&shop.day())
}

/// The takings on the screen.
fn takings(settle: &Settle) -> Option<&Takings> {
    match settle.shown {
        Shown::Day => Some(&settle.day),
        Shown::Since => settle.here().map(|it| &it.takings),
    }
}

fn title(settle: &Settle, shop: &Shop, words: &Words) -> String {
    let name = shop.catalogue.producer(&settle.producer).map_or_else(
        || settle.producer.to_string(),
        |producer| producer.name.to_string(),
    );
    let what = match (settle.shown, &settle.up_to) {
        (Shown::Day, _) => words.say("settle-whole-day"),
        (Shown::Since, Some(ticket)) => words.say_with("settle-until", &[("ticket", ticket)]),
        (Shown::Since, None) => words.say("settle-since"),
    };
    format!("{name} · {what}")
}

fn sold(settle: &Settle, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &title(settle, shop, words));
    let Some(takings) = takings(settle) else {
        canvas.text(
            room::indented(inside, 1),
            Role::Quiet,
            &words.say("settle-wait"),
        );
        return;
    };
    if takings.sold.is_empty() {
        let sentence = words.say("settle-nothing-sold");
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &sentence);
        return;
    }
    let height = usize::from(inside.height);
    let shown = if takings.sold.len() > height {
        height.saturating_sub(1)
    } else {
        takings.sold.len()
    };
    for row in takings.sold.iter().take(shown) {
        let (quantity, paid) = (
            words.quantity_short(row.quantity, &row.unit),
            words.amount(row.paid),
        );
        let cells = [
            Cell::amount(&quantity, 9),
            Cell::label(row.label.as_str()),
            Cell::amount(&paid, 9),
        ];
        canvas.row(room::top(&mut inside, 1), Role::Text, &cells);
    }
    if shown < takings.sold.len() {
        let more = words.count("settle-more", takings.sold.len() - shown);
        let place = room::indented(room::top(&mut inside, 1), 1);
        canvas.text(place, Role::Quiet, &more);
    }
}

fn sums(settle: &Settle, words: &Words) -> Vec<Sum> {
    let mut rows = Vec::new();
    if let Some(takings) = takings(settle) {
        rows.extend(brought(takings, settle.here(), words));
    }
    if let (Shown::Since, Some(settlement)) = (settle.shown, settle.here()) {
        rows.extend(due(settlement, words));
    }
    rows
}

/// Her settlements of the day, after an empty row.
fn done(settle: &Settle, words: &Words) -> Vec<Sum> {
    let before = (Role::Text, String::new(), String::new());
    let rows = settle.done.iter().map(|row| settled(row, words));
    let before = std::iter::once(before).filter(|_| !settle.done.is_empty());
    before.chain(rows).collect()
}

/// What customers paid, the VAT in it, and what is hers of it.
fn brought(takings: &Takings, settlement: Option<&Settlement>, words: &Words) -> Vec<Sum> {
    let row = |word: &str, cents| (Role::Text, words.say(word), words.amount(cents));
    let mut rows = vec![row("settle-sales", takings.sales)];
    let opaque = settlement.is_some_and(|it| it.producer.mandate == Mandate::Opaque);
    let status = settlement.and_then(|it| it.producer.status);
    match status.filter(|_| !opaque) {
        Some(VatStatus::Franchise | VatStatus::FlatRate | VatStatus::Exempt) => {
            rows.push((Role::Quiet, words.say("settle-no-vat"), String::new()));
        }
        Some(VatStatus::Liable) | None => rows.extend(takings.vat.iter().map(|it| {
            let rate = words.rate(it.rate);
            let word = words.say_with("settle-vat", &[("rate", &rate)]);
            (Role::Quiet, word, words.amount(it.tax))
        })),
    }
    for (word, cents) in [
        ("settle-commission", -takings.commission),
        ("settle-pot", -takings.pot),
    ] {
        if cents != Money::ZERO {
            rows.push(row(word, cents));
        }
    }
    rows.push(row("settle-share", takings.share));
    rows
}

fn due(settlement: &Settlement, words: &Words) -> Vec<Sum> {
    let mut rows: Vec<Sum> = [
        ("settle-flat", -settlement.flat),
        ("settle-brought", settlement.brought),
    ]
    .into_iter()
    .filter(|(_, cents)| *cents != Money::ZERO)
    .map(|(word, cents)| (Role::Text, words.say(word), words.amount(cents)))
    .collect();
    let (word, sum) = (words.say("settle-due"), words.money(settlement.due));
    rows.push((Role::Total, word, sum));
    rows
}

/// One of her settlements of the day: its name, when, what she was given.
fn settled(row: &SettlementRow, words: &Words) -> Sum {
    let settlement = &row.settlement;
    let time = words.time(row.at.local().time());
    let means = settlement.payments.first().map_or_else(
        || words.say("settle-all-carried"),
        |it| words.tender(&it.tender, it.name.as_ref()),
    );
    let text = format!("{} {time} {means}", settlement.name);
    (Role::Quiet, text, words.amount(settlement.paid))
}

/// What is being typed, or what of it the next key needs.
fn entry(settle: &Settle, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    match &settle.asking {
        Asking::UpTo => {
            let question = words.say("settle-ask-up-to");
            canvas.entry(at, &format!("{question} > {}", settle.typed));
        }
        Asking::Paper(_) => {
            let question = words.say("settle-ask-paper");
            canvas.entry(at, &format!("{question} > {}", settle.typed));
        }
        Asking::How if !settle.typed.is_empty() => {
            let question = words.say("settle-ask-sum");
            canvas.entry(at, &format!("{question} > {}", settle.typed));
        }
        Asking::How => hint(settle, shop, canvas, at),
    }
}

/// What stands in the way of settling, or nothing.
fn hint(settle: &Settle, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    canvas.cursor(at.x, at.y);
    if status(settle, shop).is_none() {
        canvas.text(at, Role::Warning, &words.say("settle-say-status"));
    } else if !settle.nobody.is_empty() {
        let sum: Money = settle.nobody.iter().map(|it| it.line.paid).sum();
        let sentence = words.count_with(
            "settle-nobody",
            settle.nobody.len(),
            &[("sum", &words.money(sum))],
        );
        canvas.text(at, Role::Warning, &sentence);
    }
}

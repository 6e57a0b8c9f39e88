//! How the screen of the drawer's movements looks.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        day::noting::{reason_word, to_correct, way_word},
        room,
        rows::Cell,
        shop::Shop,
        theme::Role,
        words::Words,
    },
    cash::Cash,
    cash_ways::{Doing, LETTERS},
};
use crate::domain::{
    asking::CashSeen,
    day::{CashReason, CashWay},
    money::Money,
};

/// The columns of the letters.
const LETTERS_WIDE: u16 = 28;

pub(super) fn draw(cash: &Cash, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let columns = LETTERS_WIDE.min(area.width / 2);
    let ways = room::left(&mut area, columns);
    match cash.doing {
        Doing::Listing => letters(canvas, ways),
        Doing::Moving {
            way,
            reasons,
            reason,
            drawer,
        } => moving(cash, shop, canvas, (ways, way, reasons), (reason, drawer)),
        Doing::Correcting => correcting(cash, canvas, ways),
    }
    list(cash, shop, canvas, area);
}

fn letters(canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &words.say("cash-what"));
    room::top(&mut inside, 1);
    canvas.cursor(inside.x, inside.y);
    let others = [
        ('F', "cash-float"),
        ('O', "cash-open"),
        ('E', "cash-envelopes"),
        ('C', "cash-correct"),
    ];
    let ways = LETTERS.iter().map(|it| (it.0, it.1));
    for (at, (letter, word)) in ways.chain(others).enumerate() {
        if at == LETTERS.len() {
            room::top(&mut inside, 1);
        }
        let row = room::top(&mut inside, 1);
        let (letter, name) = (letter.to_string(), words.say(word));
        let cells = [Cell::amount(&letter, 2).told(Role::Key), Cell::label(&name)];
        canvas.row(row, Role::Text, &cells);
    }
}

fn moving(
    cash: &Cash,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    (at, way, reasons): (Rect, CashWay, &[CashReason]),
    (reason, drawer): (usize, usize),
) {
    let words = canvas.words();
    let title = words.say(way_word(way, reasons.get(reason).copied()));
    let inside = canvas.boxed(at, &title);
    let mut inside = room::indented(inside, 1);
    room::top(&mut inside, 1);
    let drawers = shop.drawers();
    if let Some(tender) = drawers.get(drawer).filter(|_| drawers.len() > 1) {
        let name = words.tender(&tender.id, tender.name.as_ref());
        let row = room::top(&mut inside, 1);
        canvas.line(
            row,
            &[
                (Role::Quiet, &words.say("cash-drawer")),
                (Role::Quiet, " "),
                (Role::Text, &name),
            ],
        );
        room::top(&mut inside, 1);
    }
    typed(cash, canvas, room::top(&mut inside, 1));
    room::top(&mut inside, 1);
    canvas.text(
        room::top(&mut inside, 1),
        Role::Quiet,
        &words.say("cash-why"),
    );
    for (place, one) in reasons.iter().enumerate() {
        let role = if place == reason {
            Role::Chosen
        } else {
            Role::Text
        };
        let name = words.say(reason_word(*one));
        canvas.row(room::top(&mut inside, 1), role, &[Cell::label(&name)]);
    }
}

fn typed(cash: &Cash, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let mut at = at;
    let prompt = format!("{} > ", canvas.words().say("cash-sum"));
    let taken = canvas.text(at, Role::Text, &prompt);
    room::left(&mut at, taken);
    canvas.entry(at, &cash.typed);
}

fn correcting(cash: &Cash, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let inside = canvas.boxed(at, &words.say("cash-way-correction"));
    let mut inside = room::indented(inside, 1);
    room::top(&mut inside, 1);
    if let Some((seen, now)) = to_correct(&cash.moves) {
        let way = words.say(way_word(seen.cash.way, seen.cash.reason));
        let sum = words.money(now.abs());
        let blanks = [("way", way.as_str()), ("sum", sum.as_str())];
        let taken = canvas.wrapped(
            inside,
            Role::Text,
            &words.say_with("cash-noted-so", &blanks),
        );
        room::top(&mut inside, taken + 1);
    }
    typed(cash, canvas, room::top(&mut inside, 1));
}

/// What moved in this period, the latest at the foot.
fn list(cash: &Cash, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &words.say("cash-moves"));
    if cash.moves.is_empty() {
        let at = room::indented(inside, 1);
        canvas.wrapped(at, Role::Quiet, &words.say("cash-no-moves"));
        return;
    }
    let hidden = cash.moves.len().saturating_sub(usize::from(inside.height));
    for seen in cash.moves.iter().skip(hidden) {
        row(seen, shop, canvas, room::top(&mut inside, 1));
    }
}

fn row(seen: &CashSeen, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let cash = &seen.cash;
    let hour = words.time(seen.at.local().time());
    let mut name = words.say(way_word(cash.way, cash.reason));
    if let Some(reason) = cash.reason.filter(|it| *it != CashReason::Change) {
        name = format!("{name} · {}", words.say(reason_word(reason)));
    }
    if shop.drawers().first().map(|it| &it.id) != Some(&cash.tender) {
        name = format!(
            "{name} · {}",
            words.tender(&cash.tender, cash.name.as_ref())
        );
    }
    let sum = signed(seen, words);
    let cells = [
        Cell::amount(&hour, 5).told(Role::Quiet),
        Cell::label(&name),
        Cell::amount(&sum, 9),
    ];
    canvas.row(at, Role::Text, &cells);
}

/// What it did to the drawer; of what moved nothing there, how much it was about.
fn signed(seen: &CashSeen, words: &Words) -> String {
    let cash = &seen.cash;
    match cash.way.moves(cash.cents) {
        Some(cents) if cents != Money::ZERO => words.amount(cents),
        Some(_) | None => words.amount(cash.cents),
    }
}

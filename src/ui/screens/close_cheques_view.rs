//! How the pile of cheques looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    close_cheques::{Asking, CloseCheques, list},
};
use crate::domain::closing::{ChequeSeen, Found, cheques};

/// The columns of a ticket's name and of a cheque's number.
const COLUMN: u16 = 12;
/// The columns of an amount.
const AMOUNT: u16 = 10;

pub(super) fn draw(pile: &CloseCheques, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let mut below = room::indented(room::bottom(&mut area, 2), 1);
    let cheques = list(shop);
    let mut inside = canvas.boxed(area, &words.count("seal-cheques-box", cheques.len()));
    if cheques.is_empty() {
        let sentence = words.say("seal-cheques-empty");
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &sentence);
    }
    let rows = room::window(cheques.len(), pile.chosen, usize::from(inside.height));
    for (at, cheque) in cheques.iter().enumerate() {
        if !rows.contains(&at) {
            continue;
        }
        let place = room::top(&mut inside, 1);
        let role = if at == pile.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        row(cheque, name(at, shop), role, canvas, place);
    }
    let sums = sums(pile, cheques, words);
    canvas.text(room::top(&mut below, 1), Role::Total, &sums);
    let prompt = match pile.asking {
        Asking::Nothing => return,
        Asking::Number => words.say("seal-cheque-ask-number"),
        Asking::Name => words.say("seal-cheque-ask-name"),
    };
    let mut at = below;
    let taken = canvas.line(at, &[(Role::Quiet, &prompt), (Role::Quiet, " > ")]);
    room::left(&mut at, taken);
    canvas.entry(at, &pile.typed);
}

/// Who signed a cheque, as far as somebody said so.
fn name(at: usize, shop: &Shop) -> &str {
    let draft = shop.drafts.closing.as_ref();
    let name = draft.and_then(|it| it.cheque_names.get(at));
    name.map_or("", String::as_str)
}

fn row(cheque: &ChequeSeen, name: &str, role: Role, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let tick = match cheque.found {
        Found::Here => "[x]",
        Found::Missing => "[ ]",
    };
    let number = cheque.number.as_ref().map_or("", |it| it.as_str());
    let cents = words.amount(cheque.cents);
    let cells = [
        Cell::amount(tick, 3),
        Cell::amount(&cents, AMOUNT),
        Cell::column(&cheque.ticket, COLUMN),
        Cell::column(number, COLUMN),
        Cell::label(name),
    ];
    canvas.row(at, role, &cells);
}

/// What is ticked against what was counted.
fn sums(pile: &CloseCheques, list: &[ChequeSeen], words: &Words) -> String {
    let (count, sum) = cheques::found(list);
    let sum = words.money(sum);
    let ticked = words.count_with("seal-cheques-ticked", count, &[("sum", &sum)]);
    let counted = pile.counted().and_then(|row| {
        let counted = words.money(row.counted?);
        Some(match row.number {
            Some(number) => words.say_with(
                "seal-cheques-counted",
                &[("n", &number.to_string()), ("sum", &counted)],
            ),
            None => words.say_with("seal-cheques-counted-sum", &[("sum", &counted)]),
        })
    });
    let parts = [Some(ticked), counted];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

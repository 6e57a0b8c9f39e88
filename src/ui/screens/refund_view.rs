//! How a refund looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, voiding, words::Words},
    refund::{Purpose, Refund, Stage},
    refund_ways::{Name, Offered},
    ticket_view::{called, title},
};
use crate::domain::{
    basket::What,
    money::Money,
    ticket::{Returned, TicketLine},
};

/// The rows that say how the money goes back.
const WAYS: u16 = 6;

pub(super) fn draw(refund: &Refund, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let pays = refund.stage != Stage::Choosing;
    let below = room::bottom(&mut area, if pays { WAYS + 2 } else { 2 });
    let mut inside = canvas.boxed(area, &title(&refund.past, shop, words));
    let total = room::bottom(&mut inside, 1);
    room::bottom(&mut inside, 1);
    let sum = lines(refund, shop, canvas, inside);
    let words = canvas.words();
    let word = match refund.purpose {
        Purpose::Refund => "refund-total",
        Purpose::Exchange => "refund-total-exchange",
    };
    let (word, sum) = (words.say(word), words.money(sum));
    let cells = [
        Cell::label(&word).told(Role::Total),
        Cell::amount(&sum, 9).told(Role::Total),
    ];
    canvas.row(total, Role::Text, &cells);
    if pays {
        ways(refund, shop, canvas, below);
    } else {
        under(refund, canvas, room::indented(below, 1));
    }
}

/// The lines that come back, deposits with them; answers what they come to.
fn lines(refund: &Refund, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) -> Money {
    let mut left = at;
    let (basket, priced) = match refund.priced(shop) {
        Ok(priced) => priced,
        Err(notice) => {
            let sentence = notice.text(canvas.words());
            canvas.notice(room::indented(left, 1), notice.role, &sentence);
            return Money::ZERO;
        }
    };
    let rows: Vec<(Option<usize>, &TicketLine)> = basket
        .lines()
        .iter()
        .zip(&priced.lines)
        .map(|(line, priced)| {
            let place = match &line.what {
                What::Back(back) => (0..refund.wanted.len())
                    .find(|at| refund.sold(*at).is_some_and(|it| it.place == back.place)),
                _ => None,
            };
            (place, priced)
        })
        .collect();
    let chosen = rows
        .iter()
        .position(|row| row.0 == Some(refund.chosen))
        .unwrap_or_default();
    for at in room::window(rows.len(), chosen, usize::from(left.height)) {
        if let Some((place, line)) = rows.get(at) {
            row(refund, *place, line, canvas, room::top(&mut left, 1));
        }
    }
    -priced.total
}

fn row(
    refund: &Refund,
    at: Option<usize>,
    line: &TicketLine,
    canvas: &mut Canvas<'_, '_>,
    place: Rect,
) {
    let words = canvas.words();
    let role = if at == Some(refund.chosen) && refund.stage == Stage::Choosing {
        canvas.cursor(place.x, place.y);
        Role::Chosen
    } else {
        Role::Text
    };
    let words = if role == Role::Chosen {
        canvas.words()
    } else {
        words
    };
    let count = words.quantity_short(-line.quantity, &line.unit);
    let of = at
        .and_then(|at| refund.sold(at))
        .map_or_else(String::new, |sold| {
            let left = words.quantity_short(sold.left(), &line.unit);
            words.say_with("refund-of", &[("left", &left)])
        });
    let label = called(line, words);
    let returned = match line.returned {
        None => String::new(),
        Some(Returned::OnSale) => words.say("refund-on-sale"),
        Some(Returned::Lost) => words.say("refund-lost"),
    };
    let paid = words.amount(-line.paid);
    let cells = [
        Cell::amount(&count, 8),
        Cell::column(&of, 10),
        Cell::label(&label),
        Cell::column(&returned, 16),
        Cell::amount(&paid, 9),
    ];
    canvas.row(place, role, &cells);
}

/// What is being typed, or what can be.
fn under(refund: &Refund, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let mut at = at;
    let first = room::top(&mut at, 1);
    let words = canvas.words();
    if refund.typed.is_empty() {
        let hint = words.say("refund-hint");
        canvas.text(first, Role::Quiet, &hint);
    } else {
        let question = words.say("refund-ask-quantity");
        canvas.entry(first, &format!("{question} > {}", refund.typed));
    }
}

fn ways(refund: &Refund, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let heading = canvas.words().say("refund-by");
    let mut inside = canvas.boxed(at, &heading);
    for (at, way) in refund.ways(shop).iter().enumerate() {
        let place = room::top(&mut inside, 1);
        if place.is_empty() {
            break;
        }
        let role = if at == refund.way {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let words = canvas.words();
        let letter = way.letter.map(String::from).unwrap_or_default();
        let (name, how) = (name(way, words), how(way, words));
        let cells = [
            Cell::column(&letter, 1).told(Role::Key),
            Cell::column(&name, 16),
            Cell::label(&how),
        ];
        canvas.row(place, role, &cells);
    }
}

fn name(way: &Offered, words: &Words) -> String {
    match &way.name {
        Name::AsPaid => words.say("refund-as-paid"),
        Name::Means(tender) => words.tender(&tender.id, tender.name.as_ref()),
    }
}

/// What to do at the stall.
fn how(way: &Offered, words: &Words) -> String {
    match &way.payments {
        Ok(payments) if payments.is_empty() => words.say("refund-nothing-to-give"),
        Ok(payments) => voiding::given_back(payments, words).join(", "),
        Err(notice) => notice.text(words),
    }
}

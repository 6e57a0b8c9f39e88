//! How the list of what was not sold looks: what is left, and what becomes of it.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        closing::{
            Rest, UnsoldAsking as Asking,
            unsold::{self, Row},
        },
        room,
        rows::Cell,
        shop::Shop,
        text,
        theme::Role,
        words::Words,
    },
    close_unsold::{CloseUnsold, quantity, said},
    stock_moves::WAYS,
    stock_view::{reason_word, why},
};
use crate::domain::{facts::StockWay, quantity::Quantity};

pub(super) fn draw(unsold: &CloseUnsold, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let why_rows = u16::try_from(WAYS.len().div_ceil(2)).unwrap_or(u16::MAX);
    let below = match said(shop).asking {
        Asking::Why(_) => why_rows + 1,
        Asking::Which | Asking::HowMuch => 1,
    };
    let below = room::bottom(&mut area, below);
    let rows = unsold::rows(shop);
    let mut inside = canvas.boxed(area, &words.count("close-unsold-count", rows.len()));
    if !unsold.is_known() {
        let wait = words.say("close-wait");
        canvas.text(room::indented(inside, 1), Role::Quiet, &wait);
        return;
    }
    let head = room::top(&mut inside, 1);
    let heads = [
        "close-unsold-head-article",
        "close-unsold-head-producer",
        "close-unsold-head-left",
        "close-unsold-head-becomes",
    ]
    .map(|it| words.say(it));
    let [article, producer, left, becomes] = &heads;
    canvas.row(
        head,
        Role::Quiet,
        &cells([article, producer, left, becomes], head.width),
    );
    let chosen = said(shop).at.min(rows.len().saturating_sub(1));
    let shown = room::window(rows.len(), chosen, usize::from(inside.height));
    for (at, row) in rows.iter().enumerate().filter(|(at, _)| shown.contains(at)) {
        let place = room::top(&mut inside, 1);
        let role = if at == chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        one(row, shop, canvas, (place, role));
    }
    if let Some(row) = rows.get(chosen) {
        entry(row, shop, canvas, room::indented(below, 1));
    }
}

/// In a narrow window the producer gives way: what becomes of an article is what is asked here.
fn cells([article, producer, left, becomes]: [&str; 4], width: u16) -> Vec<Cell<'_>> {
    let mut cells = vec![Cell::label(article)];
    if width >= 70 {
        cells.push(Cell::column(producer, 16));
    }
    cells.extend([Cell::amount(left, 11), Cell::column(becomes, 28)]);
    cells
}

fn one(row: &Row, shop: &Shop, canvas: &mut Canvas<'_, '_>, (at, role): (Rect, Role)) {
    let words = canvas.words();
    let producer = shop.catalogue.producer(&row.product.producer);
    let producer = producer.map_or("", |it| it.name.as_str());
    let left = words.quantity(row.left, &row.product.unit);
    let becomes = becomes(row, words);
    let label = row.product.label.as_str();
    canvas.row(
        at,
        role,
        &cells([label, producer, &left, &becomes], at.width),
    );
}

/// What becomes of an article: the parts first, then the rest.
fn becomes(row: &Row, words: &Words) -> String {
    let number = |it: Quantity| words.quantity_number(it, &row.product.unit);
    let mut said: Vec<String> = row
        .parts
        .iter()
        .map(|part| {
            let word = match part.way {
                StockWay::Given => "close-unsold-given",
                StockWay::TakenHome => "close-unsold-home",
                StockWay::Lost | StockWay::Delivered => "close-unsold-lost",
            };
            words.say_with(word, &[("quantity", &number(part.quantity))])
        })
        .collect();
    let rest = row.remaining();
    if rest != Quantity::ZERO {
        let word = match row.rest {
            Rest::Home => "close-unsold-home",
            Rest::Stays => "close-unsold-stays",
        };
        said.push(words.say_with(word, &[("quantity", &number(rest))]));
    }
    said.join(", ")
}

/// What is asked about the chosen article, or why its parts went.
fn entry(row: &Row, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let label = row.product.label.as_str();
    match said(shop).asking {
        Asking::Which => {
            let reasons: Vec<String> = row
                .parts
                .iter()
                .map(|it| words.say(reason_word(it.reason, it.way)))
                .collect();
            canvas.text(at, Role::Quiet, &reasons.join(" · "));
        }
        Asking::HowMuch => {
            let question = words.say_with("stock-ask-loss", &[("label", label)]);
            let echo = quantity(shop).map_or_else(
                |_| String::new(),
                |it| format!("= {}", words.quantity(it, &row.product.unit)),
            );
            let mut at = at;
            let width = u16::try_from(text::width(&echo)).unwrap_or(u16::MAX);
            canvas.text_right(room::right(&mut at, width), Role::Text, &echo);
            canvas.entry(at, &format!("{question} > {}", said(shop).typed));
        }
        Asking::Why(quantity) => {
            let quantity = words.quantity(quantity, &row.product.unit);
            let blanks = [("label", label), ("quantity", &quantity)];
            why(canvas, at, &words.say_with("stock-ask-why", &blanks));
        }
    }
}

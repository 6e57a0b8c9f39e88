//! How the list of articles looks: code, name, what is left, price; the producer where there is
//! room.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    pick::{Kind, Pick},
};
use crate::domain::{
    catalogue::{Product, State},
    quantity::Quantity,
};

/// Narrower screens leave the producer out.
const WIDE: u16 = 100;
/// The columns of a producer's name.
const PRODUCER: u16 = 24;
/// Digits take the first nine.
const DIGITS: usize = 9;

pub(super) fn draw(pick: &Pick, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let entry = room::indented(room::bottom(&mut area, 1), 1);
    let title = match pick.kind {
        Kind::Among => words.count("pick-several", pick.places.len()),
        Kind::Search => words.say("pick"),
    };
    let mut inside = canvas.boxed(area, &title);
    canvas.entry(
        entry,
        &format!("{} > {}", words.say("pick-prompt"), pick.typed),
    );
    if pick.places.is_empty() {
        let none = words.say("pick-none");
        canvas.notice(room::indented(inside, 1), Role::Warning, &none);
        return;
    }
    let head = Row {
        number: String::new(),
        code: words.say("pick-code"),
        label: words.say("pick-article"),
        producer: words.say("pick-producer"),
        left: words.say("pick-left"),
        price: words.say("pick-price"),
        short: Role::Quiet,
    };
    head.draw(canvas, room::top(&mut inside, 1), Role::Quiet);
    for at in room::window(pick.places.len(), pick.at, usize::from(inside.height)) {
        let product = pick
            .places
            .get(at)
            .and_then(|place| shop.catalogue.at(*place));
        let Some(product) = product else { continue };
        let role = if at == pick.at {
            Role::Chosen
        } else {
            Role::Text
        };
        let mut row = Row::of(product, shop, words);
        if pick.kind == Kind::Among && at < DIGITS {
            row.number = (at + 1).to_string();
        }
        row.draw(canvas, room::top(&mut inside, 1), role);
    }
}

/// One article of the list.
struct Row {
    number: String,
    code: String,
    label: String,
    producer: String,
    left: String,
    price: String,
    /// How what is left is told: as a warning where nothing is.
    short: Role,
}

impl Row {
    fn of(product: &Product, shop: &Shop, words: &Words) -> Self {
        let left = shop.remaining(product);
        let producer = shop.catalogue.producer(&product.producer);
        Self {
            number: String::new(),
            code: product.code.map(|it| it.to_string()).unwrap_or_default(),
            label: product.label.to_string(),
            producer: producer.map(|it| it.name.to_string()).unwrap_or_default(),
            left: match (product.state, left) {
                (State::SoldOut, _) => words.say("sold-out"),
                (_, Some(left)) => words.quantity(left, &product.unit),
                (_, None) => String::new(),
            },
            price: words.price(product.price, &product.unit),
            short: match (product.state, left) {
                (State::SoldOut, _) => Role::Warning,
                (_, Some(left)) if left <= Quantity::ZERO => Role::Warning,
                _ => Role::Text,
            },
        }
    }

    fn draw(&self, canvas: &mut Canvas<'_, '_>, at: Rect, role: Role) {
        let mut cells = vec![
            Cell::amount(&self.number, 1),
            Cell::amount(&self.code, 6),
            Cell::label(&self.label),
        ];
        if canvas.area().width >= WIDE {
            cells.push(Cell::column(&self.producer, PRODUCER));
        }
        cells.push(Cell::amount(&self.left, 11).told(self.short));
        cells.push(Cell::amount(&self.price, 12));
        canvas.row(at, role, &cells);
    }
}

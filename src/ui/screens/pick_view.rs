//! How the list of what was found looks: code, name, what is left, price; the producer where there
//! is room; members and tickets in the same columns.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    find::Hit,
    pick::{Kind, Pick},
};
use crate::domain::{
    asking::AccountRow,
    catalogue::{Product, State},
    quantity::Quantity,
    views::TicketRow,
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
        Kind::Among => words.count("pick-several", pick.hits.len()),
        Kind::Search => words.say("pick"),
    };
    let mut inside = canvas.boxed(area, &title);
    let prompt = words.say(match pick.kind {
        Kind::Among => "pick-prompt",
        Kind::Search => "find-prompt",
    });
    canvas.entry(entry, &format!("{prompt} > {}", pick.typed));
    if pick.hits.is_empty() {
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
    for at in room::window(pick.hits.len(), pick.at, usize::from(inside.height)) {
        let row = pick.hits.get(at).and_then(|hit| Row::of(hit, shop, words));
        let Some(mut row) = row else { continue };
        let role = if at == pick.at {
            Role::Chosen
        } else {
            Role::Text
        };
        if pick.kind == Kind::Among && at < DIGITS {
            row.number = (at + 1).to_string();
        }
        row.draw(canvas, room::top(&mut inside, 1), role);
    }
}

/// One row of the list.
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
    fn of(hit: &Hit, shop: &Shop, words: &Words) -> Option<Self> {
        match hit {
            Hit::Article(place) => {
                let product = shop.catalogue.at(*place)?;
                Some(Self::of_product(product, shop, words))
            }
            Hit::Member(id) => {
                let row = shop.members.by_id(id)?;
                Some(Self::of_member(row, shop, words))
            }
            Hit::Ticket(row) => Some(Self::of_ticket(row, words)),
        }
    }

    fn of_member(row: &AccountRow, shop: &Shop, words: &Words) -> Self {
        let number = row.contact.as_ref().map(|it| it.number.to_string());
        Self {
            number: String::new(),
            code: number.unwrap_or_default(),
            label: shop.member_name(row),
            producer: String::new(),
            left: words.say("find-member"),
            price: words.money(row.balance),
            short: Role::Quiet,
        }
    }

    fn of_ticket(row: &TicketRow, words: &Words) -> Self {
        let local = row.at.local();
        let (day, time) = (words.date_short(local.date()), words.time(local.time()));
        let time = format!("{day} {time}");
        let blanks = [("name", row.name.as_str()), ("time", time.as_str())];
        Self {
            number: String::new(),
            code: row.number.to_string(),
            label: words.say_with("find-ticket-at", &blanks),
            producer: String::new(),
            left: words.say("find-ticket"),
            price: words.money(row.total),
            short: Role::Quiet,
        }
    }

    fn of_product(product: &Product, shop: &Shop, words: &Words) -> Self {
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

//! How the stock screen looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, text, theme::Role, words::Words},
    stock::{Asking, Stock},
    stock_moves::WAYS,
    stock_rows::{Row, Sort},
};
use crate::domain::{
    catalogue::{Product, State},
    facts::{Reason, StockWay},
    quantity::Quantity,
    views::StockRow,
};

/// The columns of a figure.
const FIGURE: u16 = 8;

pub(super) fn draw(stock: &Stock, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let why_rows = u16::try_from(WAYS.len().div_ceil(2)).unwrap_or(u16::MAX);
    let below = match stock.asking {
        Asking::Why(_) => why_rows + 1,
        Asking::Which | Asking::Filter | Asking::Delivery | Asking::Loss => 1,
    };
    let entry = room::bottom(&mut area, below);
    let inside = canvas.boxed(area, &title(stock, canvas.words()));
    table(stock, shop, canvas, inside);
    below_table(stock, shop, canvas, room::indented(entry, 1));
}

fn title(stock: &Stock, words: &Words) -> String {
    let sort = words.say(match stock.sort {
        Sort::Left => "stock-by-left",
        Sort::Name => "stock-by-name",
        Sort::Sold => "stock-by-sold",
    });
    let count = words.count("stock-count", stock.rows.len());
    if stock.filter.is_empty() {
        return format!("{count} · {sort}");
    }
    let filter = words.say_with("stock-filtered", &[("filter", &stock.filter)]);
    format!("{count} · {filter}")
}

fn table(stock: &Stock, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut left = at;
    let heads = [
        "stock-head-code",
        "stock-head-article",
        "stock-head-producer",
        "stock-head-brought",
        "stock-head-sold",
        "stock-head-lost",
        "stock-head-left",
    ]
    .map(|word| words.say(word));
    row(
        canvas,
        room::top(&mut left, 1),
        (Role::Text, Role::Quiet),
        &heads,
    );
    if stock.rows.is_empty() {
        let sentence = if shop.catalogue.products().is_empty() {
            words.say("stock-empty")
        } else {
            words.say_with("stock-nothing", &[("filter", &stock.filter)])
        };
        canvas.wrapped(room::indented(left, 1), Role::Text, &sentence);
        return;
    }
    let shown = room::window(stock.rows.len(), stock.chosen, usize::from(left.height));
    for at in shown {
        let Some((line, product)) = stock
            .rows
            .get(at)
            .and_then(|row| Some((row, shop.catalogue.at(row.place)?)))
        else {
            continue;
        };
        let place = room::top(&mut left, 1);
        let role = if at == stock.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let told = match &line.counts {
            Some(counts) if counts.left < Quantity::ZERO => Role::Alarm,
            _ => Role::Text,
        };
        row(
            canvas,
            place,
            (role, told),
            &texts(line, product, shop, words),
        );
    }
}

fn row(
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
    (role, told): (Role, Role),
    [code, article, producer, brought, sold, lost, left]: &[String; 7],
) {
    let name = if told == Role::Quiet {
        told
    } else {
        Role::Text
    };
    let cells = [
        Cell::amount(code, 4).told(name),
        Cell::label(article).told(name),
        Cell::column(producer, 14).told(Role::Quiet),
        Cell::amount(brought, FIGURE).told(name),
        Cell::amount(sold, FIGURE).told(name),
        Cell::amount(lost, FIGURE).told(name),
        Cell::amount(left, FIGURE).told(told),
    ];
    canvas.row(at, role, &cells);
}

fn texts(row: &Row, product: &Product, shop: &Shop, words: &Words) -> [String; 7] {
    let code = product
        .code
        .map_or_else(String::new, |code| code.to_string());
    let article = named(product, words);
    let producer = shop
        .catalogue
        .producer(&product.producer)
        .map_or_else(String::new, |producer| producer.name.to_string());
    let figure = |quantity| words.quantity_number(quantity, &product.unit);
    let Some(counts) = &row.counts else {
        let left = if product.state == State::SoldOut {
            words.say("sold-out").to_uppercase()
        } else {
            "-".to_owned()
        };
        return [
            code,
            article,
            producer,
            "-".into(),
            "-".into(),
            "-".into(),
            left,
        ];
    };
    [
        code,
        article,
        producer,
        figure(counts.opening + counts.delivered),
        figure(counts.sold),
        figure(counts.lost),
        left(counts, product, words),
    ]
}

/// What is left; at none, or when it is noted so, that it is sold out. Below none the figure
/// stays: it says how much the count is off.
fn left(counts: &StockRow, product: &Product, words: &Words) -> String {
    let gone = product.state == State::SoldOut || counts.left == Quantity::ZERO;
    if gone && counts.left >= Quantity::ZERO {
        words.say("sold-out").to_uppercase()
    } else {
        words.quantity_number(counts.left, &product.unit)
    }
}

/// The article with its unit, where a figure alone would not say what it counts.
fn named(product: &Product, words: &Words) -> String {
    if product.unit.divides() {
        format!("{} ({})", product.label, words.unit(&product.unit))
    } else {
        product.label.to_string()
    }
}

fn below_table(stock: &Stock, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let Some(product) = stock.article(shop) else {
        if stock.asking == Asking::Filter {
            canvas.entry(at, &format!("/ {}", stock.filter));
        }
        return;
    };
    let name = named(product, words);
    let ask = |word| words.say_with(word, &[("label", &name)]);
    match stock.asking {
        Asking::Which => {
            let price = words.price(product.price, &product.unit);
            let mut sentence = format!("{} · {price}", product.label);
            if let Some(left) = shop.remaining(product) {
                let left = words.quantity(left, &product.unit);
                let left = words.say_with("sell-echo-left", &[("left", &left)]);
                sentence = format!("{sentence} · {left}");
            }
            canvas.text(at, Role::Quiet, &sentence);
        }
        Asking::Filter => canvas.entry(at, &format!("/ {}", stock.filter)),
        Asking::Delivery => quantity_entry(stock, shop, canvas, (at, &ask("stock-ask-delivery"))),
        Asking::Loss => quantity_entry(stock, shop, canvas, (at, &ask("stock-ask-loss"))),
        Asking::Why(quantity) => {
            let quantity = words.quantity(quantity, &product.unit);
            let blanks = [("label", name.as_str()), ("quantity", &quantity)];
            why(canvas, at, &words.say_with("stock-ask-why", &blanks));
        }
    }
}

/// The quantity being typed, and what it will be read as.
fn quantity_entry(
    stock: &Stock,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    (at, question): (Rect, &str),
) {
    let words = canvas.words();
    let echo = match (stock.quantity(shop), stock.article(shop)) {
        (Ok(quantity), Some(product)) => format!("= {}", words.quantity(quantity, &product.unit)),
        _ => String::new(),
    };
    let mut at = at;
    let width = u16::try_from(text::width(&echo)).unwrap_or(u16::MAX);
    canvas.text_right(room::right(&mut at, width), Role::Text, &echo);
    canvas.entry(at, &format!("{question} > {}", stock.typed));
}

/// The reasons, each with its digit, in two columns.
pub(super) fn why(canvas: &mut Canvas<'_, '_>, at: Rect, question: &str) {
    let words = canvas.words();
    let mut left = at;
    let first = room::top(&mut left, 1);
    let taken = canvas.text(first, Role::Warning, question);
    canvas.cursor(first.x + taken, first.y);
    let half = left.width / 2;
    let mut column = room::left(&mut left, half);
    let in_one = WAYS.len().div_ceil(2);
    for (digit, (reason, way)) in (1..).zip(WAYS) {
        if digit == in_one + 1 {
            column = left;
        }
        let row = room::top(&mut column, 1);
        let name = words.say(reason_word(reason, way));
        let pieces = [
            (Role::Key, digit.to_string()),
            (Role::Text, format!(" {name}")),
        ];
        let pieces: Vec<(Role, &str)> = pieces.iter().map(|(role, it)| (*role, &**it)).collect();
        canvas.line(row, &pieces);
    }
}

pub(super) const fn reason_word(reason: Option<Reason>, way: StockWay) -> &'static str {
    match (reason, way) {
        (Some(Reason::Spoilt), _) => "stock-why-spoilt",
        (Some(Reason::Broken), _) => "stock-why-broken",
        (Some(Reason::Missing), _) => "stock-why-missing",
        (Some(Reason::Tasting), _) => "stock-why-tasting",
        (Some(Reason::Solidarity), _) => "stock-why-solidarity",
        (Some(Reason::Mistake), _) => "stock-why-mistake",
        (None, _) => "stock-why-taken-home",
    }
}

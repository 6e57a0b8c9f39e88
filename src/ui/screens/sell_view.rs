//! How the sell screen looks.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        ending::Goes,
        reading::{self, Doubt, Reading},
        room,
        rows::Cell,
        shop::{Errand, Shop},
        theme::Role,
        words::Words,
    },
    sell::{Asking, Sell},
    sell_chosen::discount_prompt,
    sell_ticket,
    sell_weigh::{on_the_scale, weighed},
    tariffs::ending_percent,
};
use crate::domain::{
    basket::{Line, Off},
    catalogue::{Product, State},
    money::Money,
    quantity::{TypedIn, Unit},
};

/// Narrower screens show the ticket alone.
const TWO_PANELS: u16 = 76;
/// The panel of what sells best.
const RIGHT_PANEL: u16 = 34;

pub(super) fn draw(sell: &Sell, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let entry = room::bottom(&mut area, 1);
    let sum_rows = if area.height >= 17 { 6 } else { 1 };
    let mut sum = room::bottom(&mut area, sum_rows);
    if sum_rows > 1 {
        room::top(&mut sum, 1);
    }
    if area.width >= TWO_PANELS {
        let columns = RIGHT_PANEL.max(area.width / 3);
        let right = room::right(&mut area, columns);
        best_sellers(shop, canvas, right);
    }
    sell_ticket::draw(sell, shop, canvas, area);
    total(shop, canvas, sum);
    entry_line(sell, shop, canvas, entry);
}

fn best_sellers(shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut title = words.say("sell-best");
    let off = ending_percent(shop);
    let ending = shop.ending();
    if *ending == Goes::Everything {
        title = words.say_with("sell-all-end", &[("off", &off)]);
    }
    let mut inside = canvas.boxed(at, &title);
    let keys = shop.catalogue.quick_keys();
    let columns = if inside.width >= 30 { 2 } else { 1 };
    let key_rows = u16::try_from(keys.len().div_ceil(columns)).unwrap_or(u16::MAX);
    let key_rows = key_rows.min(inside.height / 2);
    let mut key_room = room::bottom(&mut inside, key_rows);
    room::bottom(&mut inside, u16::from(!keys.is_empty()));
    for place in shop.best_sellers().iter().take(usize::from(inside.height)) {
        let Some(product) = shop.catalogue.at(*place) else {
            continue;
        };
        let row = room::top(&mut inside, 1);
        let code = product
            .code
            .map(|code| code.to_string())
            .unwrap_or_default();
        let mut price = price_or_sold_out(product, words);
        if ending.has(&product.id) && *ending != Goes::Everything {
            price = format!("{off} {price}");
        }
        canvas.row(
            row,
            Role::Text,
            &[
                Cell::amount(&code, 3),
                Cell::label(product.label.as_str()),
                Cell::amount(&price, 10),
            ],
        );
    }
    for pair in keys.chunks(columns) {
        let mut row = room::top(&mut key_room, 1);
        let width = row.width / u16::try_from(columns).unwrap_or(1);
        for key in pair {
            let mut place = room::left(&mut row, width);
            room::left(&mut place, 1);
            room::right(&mut place, 1);
            let letter = key.letter.to_uppercase().to_string();
            let name = format!(" {}", key.label);
            let taken = canvas.text(place, Role::Key, &letter);
            room::left(&mut place, taken);
            canvas.text(place, Role::Quiet, &name);
        }
    }
}

fn price_or_sold_out(product: &Product, words: &Words) -> String {
    if product.state == State::SoldOut {
        words.say("sold-out")
    } else {
        words.price_short(product.price, &product.unit)
    }
}

fn total(shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut at = at;
    let total = words.big_money(shop.priced().total);
    let columns = 30.min(at.width / 3);
    let side = room::right(&mut at, columns);
    let word = words.say("total").to_uppercase();
    if at.height < 5 {
        canvas.line(
            at,
            &[
                (Role::Text, " "),
                (Role::Total, &word),
                (Role::Total, "  "),
                (Role::Total, &total),
            ],
        );
    } else {
        let mut name = room::left(&mut at, 9);
        room::top(&mut name, 2);
        canvas.text(room::indented(name, 1), Role::Text, &word);
        canvas.big(at, Role::Total, &total);
    }
    beside_total(shop, canvas, room::indented(side, 1));
}

/// How many lines the ticket has, and what the customer before got back.
fn beside_total(shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let lines = shop.basket().lines().len();
    let first = match (&shop.last, lines) {
        (Some(last), 0) => words.say_with("sell-last", &[("name", &last.name)]),
        (None, 0) => String::new(),
        (_, lines) => words.count("sell-lines", lines),
    };
    let mut at = at;
    canvas.text_right(room::top(&mut at, 1), Role::Quiet, &first);
    if let Some(last) = &shop.last {
        let change = words.money(last.change);
        let second = words.say_with("sell-last-change", &[("change", &change)]);
        canvas.text_right(room::top(&mut at, 1), Role::Text, &second);
    }
}

fn entry_line(sell: &Sell, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut at = room::indented(at, 1);
    let prompt = match sell.asking {
        Asking::Article => match on_the_scale(shop) {
            Some(product) => {
                let label = product.label.as_str();
                let unit = match (product.typed_in, &product.unit) {
                    (TypedIn::Grams, Unit::Kilogram) => "g".to_owned(),
                    (TypedIn::Grams, Unit::Litre) => "mL".to_owned(),
                    (_, unit) => words.unit(unit),
                };
                let blanks = [("label", label), ("unit", unit.as_str())];
                format!("{} > ", words.say_with("sell-ask-weight", &blanks))
            }
            None if shop.errand == Errand::TakeBack => {
                format!("{} > ", words.say("sell-back"))
            }
            None => "> ".to_owned(),
        },
        Asking::Price(_) => format!("{} > ", words.say("sell-ask-price")),
        Asking::Discount(line) => {
            let line = shop.basket().lines().get(line);
            let prompt = line.map_or_else(String::new, |it| discount_prompt(it, shop));
            format!("{prompt} > ")
        }
    };
    let echo = echo(sell, shop, words);
    let typed = format!("{prompt}{}", sell.line);
    let echo_width = u16::try_from(super::super::text::width(&echo)).unwrap_or(u16::MAX);
    let echo_width = echo_width.min(at.width * 2 / 3);
    let echo_at = room::right(&mut at, echo_width);
    canvas.text_right(echo_at, Role::Text, &echo);
    canvas.entry(at, &typed);
}

/// The meaning of the line, live.
fn echo(sell: &Sell, shop: &Shop, words: &Words) -> String {
    if sell.asking != Asking::Article {
        return String::new();
    }
    if let Some(line) = sell.chosen.and_then(|at| shop.basket().lines().get(at))
        && !sell.line.is_empty()
    {
        return words.say_with("sell-echo-quantity", &[("label", line.label().as_str())]);
    }
    let reading = if shop.to_weigh.is_some() {
        weighed(&sell.line, shop).unwrap_or(Reading::Nothing)
    } else {
        reading::read(&sell.line, shop)
    };
    match reading {
        Reading::Weigh(id) => shop
            .catalogue
            .product(&id)
            .map_or_else(String::new, |product| {
                let price = words.price(product.price, &product.unit);
                let label = product.label.as_str();
                let said =
                    words.say_with("sell-echo-weigh", &[("label", label), ("price", &price)]);
                with_left(said, product, shop, words)
            }),
        Reading::Nothing | Reading::Partial => String::new(),
        Reading::Jars(count) => {
            let count = words.number(count.thousandths() / 1000);
            words.say_with("sell-echo-jars", &[("count", &count)])
        }
        Reading::Line(line) => said(&line, shop, words),
        Reading::Ask(line, doubt) => {
            let word = match doubt {
                Doubt::Maximum(_) => "sell-echo-much",
                Doubt::SoldOut => "sell-echo-sold-out",
            };
            // The doubt stands first: the end is what a narrow row cuts.
            format!("{} · {}", words.say(word), said(&line, shop, words))
        }
        Reading::Choose(places, _) => {
            let first = places
                .first()
                .and_then(|place| shop.catalogue.at(*place))
                .map_or_else(String::new, |product| product.label.to_string());
            words.count_with("sell-echo-several", places.len(), &[("label", &first)])
        }
        Reading::Unknown(_) => words.say("sell-echo-unknown"),
        Reading::Refused(notice) => notice.text(words),
    }
}

fn said(line: &Line, shop: &Shop, words: &Words) -> String {
    let line = &shop.as_it_goes(line.clone());
    let amount = line
        .unit_price()
        .times(line.quantity)
        .unwrap_or(Money::ZERO);
    let amount = match line.discount {
        Some(Off::Percent(percent)) => amount - amount.percent(percent),
        Some(Off::Amount(_)) | None => amount,
    };
    let said = format!(
        "{} × {} = {}",
        words.quantity_short(line.quantity, line.unit()),
        line.label(),
        words.money(amount)
    );
    match line.product() {
        Some(product) => with_left(said, product, shop, words),
        None => said,
    }
}

/// The same, and how much of the article is left if that is counted.
fn with_left(said: String, product: &Product, shop: &Shop, words: &Words) -> String {
    let Some(left) = shop.remaining(product) else {
        return said;
    };
    let left = words.quantity(left, &product.unit);
    let left = words.say_with("sell-echo-left", &[("left", &left)]);
    format!("{said} · {left}")
}

//! How the card of an article looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, text, theme::Role, words::Words},
    about::{About, Field, Subject},
    about_change::{self, Choice},
    about_more,
    about_new::{self, Draft, UNITS},
};
use crate::domain::{
    catalogue::{Product, QuickKey, State, Stocked},
    ids::Id,
    quantity::Quantity,
};

/// The columns of a field's name.
const NAME: u16 = 16;

pub(super) fn draw(about: &About, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let entry = room::indented(room::bottom(&mut area, 1), 1);
    if about.field.is_list() {
        list(about, shop, canvas, area);
        return;
    }
    match (&about.subject, about.product(shop)) {
        (Subject::New(draft), _) => {
            new_card(draft, shop, canvas, area);
            new_entry(about, draft, shop, canvas, entry);
        }
        (Subject::Known(_), Some(product)) => {
            card(product, shop, canvas, area);
            entry_line(about, product, shop, canvas, entry);
        }
        (Subject::Known(_), None) => {}
    }
}

/// A row of a card: the key that leads there, what it is, and how it is.
type CardRow = (&'static str, &'static str, String);

fn card(product: &Product, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let title = match product.code {
        Some(code) => format!("{code} · {}", product.label),
        None => product.label.to_string(),
    };
    let mut inside = canvas.boxed(at, &title);
    for (key, name, value) in card_rows(product, shop, words) {
        row(
            canvas,
            room::top(&mut inside, 1),
            (key, &words.say(name)),
            &value,
        );
    }
}

fn card_rows(product: &Product, shop: &Shop, words: &Words) -> Vec<CardRow> {
    let none = || words.say("about-none");
    let named = |name: Option<String>| name.unwrap_or_else(none);
    let producer = shop.catalogue.producer(&product.producer);
    let department = |id: &Id| Some(shop.catalogue.department(id)?.name.to_string());
    let code = product.code.map(|it| it.to_string());
    let maximum = product.maximum.map(|it| words.quantity(it, &product.unit));
    let mut rows = vec![
        ("", "about-price", words.price(product.price, &product.unit)),
        ("E", "about-state", words.say(state_word(product.state))),
        ("N", "about-name", product.label.to_string()),
        ("C", "about-code", named(code)),
        ("U", "about-unit", words.unit(&product.unit)),
        ("T", "about-vat", words.rate(product.vat)),
        (
            "P",
            "about-producer",
            named(producer.map(|it| it.name.to_string())),
        ),
        ("M", "about-maximum", named(maximum)),
        ("S", "about-stock", stock(product, shop, words)),
        (
            "R",
            "about-department",
            named(product.department.as_ref().and_then(department)),
        ),
    ];
    let deposit = product.deposit.map(|it| words.money(it));
    let deposit = deposit.unwrap_or_else(|| words.say("about-no-deposit"));
    rows.push(("D", "about-deposit", deposit));
    if product.quantity_prices.is_empty() {
        rows.push(("L", "about-together", none()));
    }
    for (place, offer) in product.quantity_prices.iter().enumerate() {
        let price = words.money(offer.price);
        let key = if place == 0 { "L" } else { "" };
        rows.push((key, "about-together", format!("{} = {price}", offer.count)));
    }
    if !product.barcodes.is_empty() {
        rows.push(("", "about-barcodes", product.barcodes.join(", ")));
    }
    rows
}

const fn state_word(state: State) -> &'static str {
    match state {
        State::OnSale => "about-on-sale",
        State::SoldOut => "sold-out",
        State::Withdrawn => "about-withdrawn-state",
    }
}

fn stock(product: &Product, shop: &Shop, words: &Words) -> String {
    match product.stock {
        Stocked::Endless => words.say("about-endless"),
        Stocked::Counted => {
            let left = shop.remaining(product).unwrap_or(Quantity::ZERO);
            let left = words.quantity(left, &product.unit);
            words.say_with("about-counted", &[("left", &left)])
        }
    }
}

fn row(canvas: &mut Canvas<'_, '_>, at: Rect, (key, name): (&str, &str), value: &str) {
    let cells = [
        Cell::amount(key, 2).told(Role::Key),
        Cell::column(name, NAME).told(Role::Quiet),
        Cell::label(value),
    ];
    canvas.row(at, Role::Text, &cells);
}

/// The field being typed, and what it would become.
fn entry_line(
    about: &About,
    product: &Product,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let name = about_more::prompt(about, product, words);
    let echo = match about.field {
        Field::Price => about_change::price(&about.typed, shop).ok().map(|price| {
            let before = words.money(product.price);
            format!("{before} → {}", words.price(price, &product.unit))
        }),
        Field::Maximum => about_change::maximum(&about.typed, product, shop)
            .ok()
            .map(|maximum| match maximum {
                Some(maximum) => format!("= {}", words.quantity(maximum, &product.unit)),
                None => words.say("about-none"),
            }),
        Field::Deposit => about_more::deposit(&about.typed, shop)
            .ok()
            .map(|it| it.map_or_else(|| words.say("about-none"), |it| words.money(it))),
        Field::Together => about_more::together(&about.typed, shop)
            .ok()
            .map(|(count, price)| {
                let price = price.map_or_else(|| words.say("about-none"), |it| words.money(it));
                format!("{count} = {price}")
            }),
        Field::Name
        | Field::Code
        | Field::Unit
        | Field::Vat
        | Field::Producer
        | Field::Department => None,
    };
    typed(
        canvas,
        at,
        &format!("{name} > {}", about.typed),
        &echo.unwrap_or_default(),
    );
}

fn typed(canvas: &mut Canvas<'_, '_>, at: Rect, typed: &str, echo: &str) {
    let mut at = at;
    let width = u16::try_from(text::width(echo)).unwrap_or(u16::MAX);
    let width = width.min(at.width.saturating_mul(2) / 3);
    let echo_at = room::right(&mut at, width);
    canvas.text_right(echo_at, Role::Text, echo);
    canvas.entry(at, typed);
}

fn new_card(draft: &Draft, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &words.say("about-new"));
    let code = draft.code.or_else(|| shop.catalogue.free_code(1));
    let code = code.map_or_else(String::new, |it| it.to_string());
    let name = draft.name.as_ref().map_or("", |it| it.as_str()).to_owned();
    for (word, value) in [
        ("about-code", code),
        ("about-barcodes", draft.barcode.clone().unwrap_or_default()),
        ("about-name", name),
    ] {
        let name = words.say(word);
        row(canvas, room::top(&mut inside, 1), ("", &name), &value);
    }
    let at = room::top(&mut inside, 1);
    units(draft, canvas, at);
    room::top(&mut inside, 1);
    let hint = room::indented(room::top(&mut inside, 2), 4);
    canvas.wrapped(hint, Role::Text, &words.say("about-new-hint"));
    for key in shop.catalogue.quick_keys() {
        let letter = key.letter.to_uppercase().to_string();
        let meaning = key_meaning(key, shop, words);
        row(
            canvas,
            room::top(&mut inside, 1),
            (&letter, key.label.as_str()),
            &meaning,
        );
    }
}

/// The units, the one it will have marked.
fn units(draft: &Draft, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let name = words.say("about-unit");
    row(canvas, at, ("", &name), "");
    let mut left = at;
    room::left(&mut left, NAME + 5);
    for (place, unit) in UNITS.iter().enumerate() {
        let word = words.unit(unit);
        let (role, shown) = if place == draft.unit {
            (Role::Key, format!("[{word}]"))
        } else {
            (Role::Quiet, format!(" {word} "))
        };
        let taken = canvas.text(left, role, &shown);
        room::left(&mut left, taken + 1);
    }
}

/// What a quick key gives a new article: the VAT inside its price, and whose it is.
fn key_meaning(key: &QuickKey, shop: &Shop, words: &Words) -> String {
    let rate = words.rate(key.vat);
    let vat = words.say_with("about-vat-inside", &[("rate", &rate)]);
    let producer = key.producer.as_ref();
    let producer = producer.and_then(|id| shop.catalogue.producer(id));
    match producer {
        Some(producer) => format!("{vat} · {}", producer.name),
        None => format!("{vat} · {}", words.say("about-shared")),
    }
}

fn new_entry(about: &About, draft: &Draft, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    if about.field == Field::Name {
        let name = words.say("about-name");
        typed(canvas, at, &format!("{name} > {}", about.typed), "");
        return;
    }
    let echo = about_new::price_and_key(&about.typed, shop).map(|(price, key)| {
        let price = words.price(price, draft.unit());
        format!(
            "{price} · {} · {}",
            key.label,
            key_meaning(&key, shop, words)
        )
    });
    let question = words.say("about-ask-price-and-key");
    let line = format!("{question} > {}", about.typed);
    typed(canvas, at, &line, &echo.unwrap_or_default());
}

/// The choices of a field, each with its digit.
fn list(about: &About, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let name = words.say(match about.field {
        Field::Unit => "about-unit",
        Field::Vat => "about-vat",
        Field::Department => "about-department",
        Field::Price
        | Field::Name
        | Field::Code
        | Field::Maximum
        | Field::Deposit
        | Field::Together
        | Field::Producer => "about-producer",
    });
    let label = match (&about.subject, about.product(shop)) {
        (Subject::New(draft), _) => draft.name.as_ref().map(ToString::to_string),
        (Subject::Known(_), product) => product.map(|it| it.label.to_string()),
    };
    let title = format!("{} · {name}", label.unwrap_or_default());
    let mut inside = canvas.boxed(at, &title);
    let choices = about.choices(shop);
    let shown = room::window(choices.len(), about.choice, usize::from(inside.height));
    for place in shown {
        let Some(choice) = choices.get(place) else {
            continue;
        };
        let at = room::top(&mut inside, 1);
        let role = if place == about.choice {
            canvas.cursor(at.x, at.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let digit = if place < 9 {
            (place + 1).to_string()
        } else {
            String::new()
        };
        let text = match choice {
            Choice::Unit(unit) => words.unit(unit),
            Choice::Vat(rate, label) => format!("{} · {label}", words.rate(*rate)),
            Choice::Producer(_, name) => name.to_string(),
            Choice::Department(department) => match department {
                Some((_, name)) => name.to_string(),
                None => words.say("about-none"),
            },
        };
        let cells = [Cell::amount(&digit, 2).told(Role::Key), Cell::label(&text)];
        canvas.row(at, role, &cells);
    }
}

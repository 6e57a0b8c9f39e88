//! How the opening looks: the hour big at the left, what is asked under it, the float at the right.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        closing::CountWay,
        day::{
            Clock,
            opening::{OpeningDraft, Proposed, SUM, Step, Wanted},
        },
        room,
        rows::Cell,
        shop::Shop,
        theme::Role,
        words::Words,
    },
    open_day::drawer,
    open_day_float::proposed,
};
use crate::domain::{
    day::{EURO_CENTS, Weather},
    label::Label,
    money::Money,
};

/// The columns of the float.
const FLOAT: u16 = 34;

pub(super) fn draw(shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let Some(draft) = shop.opening() else {
        return;
    };
    let words = canvas.words();
    let mut area = area;
    let right = room::right(&mut area, FLOAT);
    let title = match draft.wanted {
        Wanted::Day => words.say("open-title"),
        Wanted::Float => words.say("open-title-float"),
    };
    let left = canvas.boxed(area, &title);
    let mut left = room::indented(left, 1);
    hour(shop, canvas, &mut left);
    match (draft.wanted, draft.step) {
        (Wanted::Float, _) => float_hint(canvas, left),
        (Wanted::Day, Step::Clock) => clock(shop, canvas, left),
        (Wanted::Day, Step::Market | Step::Weather | Step::Float) => {
            asked(draft, shop, canvas, left);
        }
    }
    float(draft, shop, canvas, right);
}

/// What is to be done with the float at the right.
fn float_hint(canvas: &mut Canvas<'_, '_>, left: Rect) {
    let hint = canvas.words().say("open-float-hint");
    canvas.wrapped(left, Role::Quiet, &hint);
}

/// The hour and the date, big enough to be looked at.
fn hour(shop: &Shop, canvas: &mut Canvas<'_, '_>, left: &mut Rect) {
    let words = canvas.words();
    let local = shop.now.local();
    room::top(left, 1);
    let big = room::top(left, 5);
    canvas.big(big, Role::Total, &words.time(local.time()));
    room::top(left, 1);
    let date = words.date_long(local.date());
    canvas.text(room::top(left, 1), Role::Text, &date);
    room::top(left, 1);
}

/// The clock may be wrong: on with it?
fn clock(shop: &Shop, canvas: &mut Canvas<'_, '_>, left: Rect) {
    let words = canvas.words();
    let (word, entry) = match shop.clock() {
        Clock::Behind(entry) => ("open-clock-behind", entry),
        Clock::FarAhead(entry) => ("open-clock-ahead", entry),
        Clock::Right => return,
    };
    let blanks = [
        ("now", shop.day_and_hour(shop.now)),
        ("entry", shop.day_and_hour(entry)),
    ];
    let blanks = blanks.each_ref().map(|(name, it)| (*name, it.as_str()));
    let mut left = left;
    let taken = canvas.notice(left, Role::Warning, &words.say_with(word, &blanks));
    room::top(&mut left, taken + 1);
    canvas.cursor(left.x, left.y);
    canvas.wrapped(left, Role::Text, &words.say("open-clock-ask"));
}

/// The market and the weather.
fn asked(draft: &OpeningDraft, shop: &Shop, canvas: &mut Canvas<'_, '_>, left: Rect) {
    let words = canvas.words();
    let mut left = left;
    let proposed = shop.last_market().map(Label::to_string);
    let market = draft.market.clone().or(proposed).unwrap_or_default();
    let row = room::top(&mut left, 1);
    let name = words.say("open-market");
    if draft.step == Step::Market {
        let taken = canvas.line(row, &[(Role::Text, &name), (Role::Text, " > ")]);
        let mut row = row;
        room::left(&mut row, taken);
        canvas.entry(row, &market);
        room::top(&mut left, 1);
        canvas.wrapped(left, Role::Quiet, &words.say("open-market-hint"));
        return;
    }
    canvas.line(
        row,
        &[
            (Role::Quiet, &name),
            (Role::Quiet, " "),
            (Role::Text, &market),
        ],
    );
    let row = room::top(&mut left, 1);
    let said = draft.weather.map(|it| words.say(weather(it)));
    let said = said.unwrap_or_default();
    let name = words.say("open-weather");
    canvas.line(
        row,
        &[
            (Role::Quiet, &name),
            (Role::Quiet, " "),
            (Role::Text, &said),
        ],
    );
    if draft.step == Step::Float {
        room::top(&mut left, 1);
        float_hint(canvas, left);
    }
    if draft.step != Step::Weather {
        return;
    }
    canvas.cursor(row.x, row.y);
    room::top(&mut left, 1);
    for pair in Weather::ALL.chunks(2) {
        let mut row = room::top(&mut left, 1);
        let half = row.width / 2;
        for one in pair {
            let place = room::left(&mut row, half);
            weather_row(*one, draft, canvas, place);
        }
    }
}

fn weather_row(one: Weather, draft: &OpeningDraft, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let name = canvas.words().say(weather(one));
    let digit = Weather::ALL.iter().position(|it| *it == one);
    let digit = digit.map_or(0, |it| it + 1).to_string();
    let role = if draft.weather == Some(one) {
        Role::Chosen
    } else {
        Role::Text
    };
    let cells = [Cell::amount(&digit, 1).told(Role::Key), Cell::label(&name)];
    canvas.row(at, role, &cells);
}

/// The word of the locale for the sky.
const fn weather(weather: Weather) -> &'static str {
    match weather {
        Weather::Sun => "open-weather-sun",
        Weather::Clouds => "open-weather-clouds",
        Weather::Rain => "open-weather-rain",
        Weather::Wind => "open-weather-wind",
        Weather::Storm => "open-weather-storm",
        Weather::Snow => "open-weather-snow",
        Weather::Cold => "open-weather-cold",
        Weather::Heat => "open-weather-heat",
    }
}

/// Notes and coins, or one sum; what was left, and how much it differs.
fn float(draft: &OpeningDraft, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let proposed = proposed(draft, shop);
    let tender = drawer(Some(draft), shop);
    let mut title = words.say("open-float");
    if let Some(tender) = tender.filter(|_| shop.drawers().len() > 1) {
        let name = words.tender(&tender.id, tender.name.as_ref());
        title = format!("{title} · {name}");
    }
    let mut inside = canvas.boxed(at, &title);
    let way = draft.way(&proposed);
    if way == CountWay::Pieces {
        for (place, cents) in EURO_CENTS.into_iter().enumerate() {
            let row = room::top(&mut inside, 1);
            piece(draft, &proposed, (place, cents), canvas, row);
        }
    }
    sum(draft, shop, &proposed, canvas, room::top(&mut inside, 1));
    left(draft, shop, &proposed, canvas, inside);
}

fn piece(
    draft: &OpeningDraft,
    proposed: &Proposed,
    (place, cents): (usize, i64),
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let worth = Money::from_cents(cents).unwrap_or_default();
    let typed = draft.pieces.get(place).map_or("", String::as_str);
    let expected = proposed.pieces.as_ref().and_then(|it| it.get(place));
    let here = draft.step == Step::Float && draft.at == place;
    let name = words.money_short(worth);
    let shown = match (typed, expected) {
        ("", Some(expected)) => expected.to_string(),
        (typed, _) => typed.to_owned(),
    };
    let of_it = shown
        .parse::<i64>()
        .ok()
        .and_then(|it| cents.checked_mul(it));
    let of_it = of_it
        .and_then(Money::from_cents)
        .filter(|it| *it != Money::ZERO);
    let of_it = of_it.map_or_else(String::new, |it| words.amount(it));
    let role = if typed.is_empty() {
        Role::Quiet
    } else {
        Role::Text
    };
    let cells = [
        Cell::amount(&name, 8),
        Cell::amount(&shown, 7).told(role),
        Cell::label(""),
        Cell::amount(&of_it, 10).told(Role::Quiet),
    ];
    canvas.row(at, if here { Role::Chosen } else { Role::Text }, &cells);
    if here {
        // Behind the figure that is typed.
        canvas.cursor(at.x.saturating_add(17), at.y);
    }
}

fn sum(
    draft: &OpeningDraft,
    shop: &Shop,
    proposed: &Proposed,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let name = words.say("open-sum");
    let by_sum = draft.way(proposed) == CountWay::Total;
    let here = draft.step == Step::Float && (by_sum || draft.at >= SUM);
    if here && by_sum && !draft.total.is_empty() {
        let mut at = at;
        let taken = canvas.line(
            at,
            &[(Role::Text, " "), (Role::Text, &name), (Role::Text, " > ")],
        );
        room::left(&mut at, taken);
        canvas.entry(at, &draft.total);
        return;
    }
    let total = draft.float(proposed, shop).ok();
    let total = total.map_or_else(String::new, |it| words.money(it.0));
    let cells = [Cell::label(&name), Cell::amount(&total, 12)];
    canvas.row(at, if here { Role::Chosen } else { Role::Text }, &cells);
    if here {
        canvas.cursor(at.x, at.y);
    }
}

/// What the closing before left, and how much the float differs from it.
fn left(
    draft: &OpeningDraft,
    shop: &Shop,
    proposed: &Proposed,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let mut at = room::indented(at, 1);
    let counted = draft.float(proposed, shop).ok().map(|it| it.0);
    for (name, text) in said(proposed, counted, words) {
        let taken = canvas.wrapped(
            at,
            if name == Told::Gap {
                Role::Warning
            } else {
                Role::Quiet
            },
            &text,
        );
        room::top(&mut at, taken);
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Left,
    Gap,
}

fn said(proposed: &Proposed, counted: Option<Money>, words: &Words) -> Vec<(Told, String)> {
    let since = (proposed.since != Money::ZERO).then(|| {
        let sum = words.money(proposed.since);
        (Told::Left, words.say_with("open-since", &[("sum", &sum)]))
    });
    let Some((left, name)) = &proposed.left else {
        let hint = proposed.total.map(|_| words.say("open-float-usual"));
        let hint = hint.map(|it| (Told::Left, it));
        return hint.into_iter().chain(since).collect();
    };
    let blanks = [("name", name.as_str()), ("sum", &words.money(*left))];
    let mut rows = vec![(Told::Left, words.say_with("open-left", &blanks))];
    rows.extend(since.clone());
    if let Some(counted) = counted.filter(|it| *it - proposed.since != *left) {
        let gap = words.money(counted - proposed.since - *left);
        rows.push((Told::Gap, words.say_with("open-gap", &[("gap", &gap)])));
    }
    rows
}

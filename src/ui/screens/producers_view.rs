//! How the list of producers looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    producers::{Producers, Row},
};
use crate::domain::{asking::SoldLine, money::Money, seller::VatStatus, time::Moment};

/// The columns of a sum.
const SUM: u16 = 11;
/// The columns of a VAT status.
const STATUS: u16 = 17;
/// The columns of a day in figures.
const DAY: u16 = 10;
/// So many amounts without an owner are shown one by one.
const NOBODY_ROWS: usize = 4;

pub(super) fn draw(producers: &Producers, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let shown = producers.nobody.len().min(NOBODY_ROWS);
    let more = usize::from(producers.nobody.len() > shown);
    if shown > 0 {
        let rows = u16::try_from(shown + more + 3).unwrap_or(u16::MAX);
        let half = area.height / 2;
        let below = room::bottom(&mut area, rows.min(half));
        nobody(&producers.nobody, shown, canvas, below);
    }
    let rows = producers.rows(shop);
    let title = canvas.words().count("producers-count", rows.len());
    let inside = canvas.boxed(area, &title);
    table(&rows, producers.chosen, shop, canvas, inside);
}

fn table(rows: &[Row<'_>], chosen: usize, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut left = at;
    let heads = [
        "producers-head-name",
        "producers-head-status",
        "producers-head-last",
        "producers-head-owed",
    ]
    .map(|word| words.say(word));
    row(
        canvas,
        room::top(&mut left, 1),
        Role::Text,
        &heads,
        [Role::Quiet; 4],
    );
    if rows.is_empty() {
        let hint = room::indented(left, 1);
        canvas.wrapped(hint, Role::Text, &words.say("producers-none"));
        canvas.cursor(hint.x, hint.y);
        return;
    }
    for at in room::window(rows.len(), chosen, usize::from(left.height)) {
        let Some(one) = rows.get(at) else {
            continue;
        };
        let place = room::top(&mut left, 1);
        let role = if at == chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let status = one.producer.status_on(&shop.day());
        let last = one.owed.and_then(|it| it.last);
        let texts = [
            one.producer.name.to_string(),
            words.say(status_word(status)),
            last.map_or_else(|| "-".to_owned(), |it| moment(it, shop, words)),
            words.amount(one.sum()),
        ];
        let status_role = if status.is_none() {
            Role::Warning
        } else {
            Role::Quiet
        };
        let sum_role = if one.sum() < Money::ZERO {
            Role::Warning
        } else {
            Role::Text
        };
        let roles = [Role::Text, status_role, Role::Quiet, sum_role];
        row(canvas, place, role, &texts, roles);
    }
}

fn row(
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
    role: Role,
    [name, status, last, owed]: &[String; 4],
    [first, second, third, fourth]: [Role; 4],
) {
    let cells = [
        Cell::label(name).told(first),
        Cell::column(status, STATUS).told(second),
        Cell::amount(last, DAY).told(third),
        Cell::amount(owed, SUM).told(fourth),
    ];
    canvas.row(at, role, &cells);
}

/// The hour today, else the day.
fn moment(at: Moment, shop: &Shop, words: &Words) -> String {
    let local = at.local();
    if at.business_day(shop.settings.rules.day_starts_at) == shop.day() {
        words.time(local.time())
    } else {
        words.date_numbers(local.date())
    }
}

/// The word for how a producer stands towards VAT.
pub(super) const fn status_word(status: Option<VatStatus>) -> &'static str {
    match status {
        Some(VatStatus::Liable) => "producers-liable",
        Some(VatStatus::Franchise) => "producers-franchise",
        Some(VatStatus::FlatRate) => "producers-flat-rate",
        Some(VatStatus::Exempt) => "producers-exempt",
        None => "producers-no-status",
    }
}

/// What is nobody's, and where to say whose it is.
fn nobody(lines: &[SoldLine], shown: usize, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let sum: Money = lines.iter().map(|it| it.line.paid).sum();
    let title = words.count_with(
        "producers-nobody",
        lines.len(),
        &[("sum", &words.money(sum))],
    );
    let mut inside = canvas.boxed(at, &title);
    let hint = room::bottom(&mut inside, 1);
    for line in lines.iter().take(shown) {
        let place = room::top(&mut inside, 1);
        let (time, paid) = (
            words.time(line.at.local().time()),
            words.amount(line.line.paid),
        );
        let cells = [
            Cell::amount(&line.place.ticket.name, 6),
            Cell::amount(&time, 5).told(Role::Quiet),
            Cell::label(line.line.label.as_str()),
            Cell::amount(&paid, SUM),
        ];
        canvas.row(place, Role::Text, &cells);
    }
    if lines.len() > shown {
        let more = words.count("producers-nobody-more", lines.len() - shown);
        let place = room::indented(room::top(&mut inside, 1), 1);
        canvas.text(place, Role::Quiet, &more);
    }
    let sentence = words.say("producers-nobody-where");
    canvas.text(room::indented(hint, 1), Role::Warning, &sentence);
}

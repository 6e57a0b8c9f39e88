//! How the running report looks: numbers first, then bars of text, so that a bare console shows it
//! and a screen reader says it.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, text, theme::Role},
    report_x::Part,
    report_x_rows::{Hour, Report, ReportRow, beside, best, brought, day_of, first, hours, share},
};
use crate::domain::money::Money;

/// The columns of a figure.
const FIGURE: u16 = 12;
/// The columns of a figure where the names of producers would be cut to a letter.
const FIGURE_NARROW: u16 = 10;
/// A row with fewer columns is a narrow one.
const NARROW: u16 = 70;
/// The columns of an hour's amount.
const HOUR: u16 = 10;
/// The rows that best sellers and means keep, their box included.
const BELOW: u16 = 7;

/// That the journal is being read.
pub(super) fn waiting(canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let inside = canvas.boxed(area, &words.say("report-running"));
    let waiting = words.say("report-waiting");
    canvas.wrapped(room::indented(inside, 1), Role::Quiet, &waiting);
}

/// A page of rows.
pub(super) fn part(part: Part, rows: &[ReportRow], canvas: &mut Canvas<'_, '_>, area: Rect) {
    let title = format!(
        "{} · {}",
        canvas.words().say(part.title()),
        canvas.words().say("report-running")
    );
    let mut inside = canvas.boxed(area, &title);
    canvas.cursor(inside.x + 1, inside.y);
    for row in rows {
        if inside.height == 0 {
            break;
        }
        let at = room::indented(room::top(&mut inside, 1), 1);
        let (name, cells, role) = match row {
            ReportRow::Blank => continue,
            ReportRow::Head(name, cells) => (name, cells, Role::Quiet),
            ReportRow::Figures(name, cells) => (name, cells, Role::Text),
        };
        let mut drawn = vec![Cell::label(name)];
        let figure = if at.width < NARROW {
            FIGURE_NARROW
        } else {
            FIGURE
        };
        drawn.extend(cells.iter().map(|it| Cell::amount(it, figure)));
        canvas.row(at, role, &drawn);
    }
}

/// The first page: the three figures, the market beside, the hours, best sellers and means.
pub(super) fn overview(report: Report<'_>, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let mut at = room::indented(room::top(&mut area, 1), 1);
    canvas.cursor(at.x, at.y);
    for (name, figure) in first(&report.sums.figures, words) {
        let pieces = [
            (Role::Quiet, name.as_str()),
            (Role::Quiet, " "),
            (Role::Total, figure.as_str()),
        ];
        let taken = canvas.line(at, &pieces);
        room::left(&mut at, taken + 3);
    }
    let running = words.say("report-nothing-closed");
    if usize::from(at.width) >= text::width(&running) {
        canvas.text_right(at, Role::Quiet, &running);
    }
    let at = room::indented(room::top(&mut area, 1), 1);
    let (change, what) = beside(report, usize::from(at.width), words);
    let air = if change.is_empty() { "" } else { "  " };
    canvas.line(
        at,
        &[
            (Role::Text, &change),
            (Role::Quiet, air),
            (Role::Quiet, &what),
        ],
    );
    let hours = hours(report, shop);
    let wanted = u16::try_from(hours.len()).unwrap_or(u16::MAX).max(1);
    let rows = wanted
        .saturating_add(2)
        .min(area.height.saturating_sub(BELOW));
    let room = room::top(&mut area, rows);
    by_hour(report, &hours, shop, canvas, room);
    let half = area.width / 2;
    let left = room::left(&mut area, half);
    sellers(report, canvas, left);
    means(report, shop, canvas, area);
}

fn by_hour(
    report: Report<'_>,
    hours: &[Hour],
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
) {
    let words = canvas.words();
    let title = match report.like {
        Some(like) => {
            let day = day_of(&like.label, words);
            words.say_with("report-hours-beside", &[("day", &day)])
        }
        None => words.say("report-hours"),
    };
    let mut inside = canvas.boxed(area, &title);
    if hours.is_empty() {
        let nothing = words.say("report-hours-none");
        canvas.text(room::indented(inside, 1), Role::Quiet, &nothing);
        return;
    }
    let amounts = hours
        .iter()
        .flat_map(|it| [it.now.map(|now| now.1), it.then]);
    let most = amounts.flatten().max().unwrap_or(Money::ZERO);
    let hour_now = u8::try_from(shop.now.local().hour()).unwrap_or_default();
    let here = hours.iter().position(|it| it.clock == hour_now);
    let shown = room::window(
        hours.len(),
        here.unwrap_or(hours.len()),
        usize::from(inside.height),
    );
    for hour in hours.get(shown).unwrap_or_default() {
        let at = room::indented(room::top(&mut inside, 1), 2);
        hour_row(hour, (most, hour_now), report.like.is_some(), canvas, at);
    }
}

/// An hour: its amount, that of the market beside, then a bar of the one and dots up to the other.
fn hour_row(
    hour: &Hour,
    (most, hour_now): (Money, u8),
    two: bool,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let mut at = at;
    let taken = canvas.text(at, Role::Text, &format!("{:02}h", hour.clock));
    room::left(&mut at, taken + 1);
    let amount = |money: Option<Money>| money.map_or(String::new(), |it| words.amount(it));
    let now = amount(hour.now.map(|it| it.1));
    canvas.text_right(room::left(&mut at, HOUR), Role::Text, &now);
    if two {
        let then = amount(hour.then);
        canvas.text_right(room::left(&mut at, HOUR), Role::Quiet, &then);
    }
    room::left(&mut at, 2);
    // All bars have one scale, so all rows keep the columns of the word.
    let here = words.say("report-hour-now");
    let place = room::right(&mut at, u16::try_from(text::width(&here)).unwrap_or(0));
    room::right(&mut at, 1);
    if hour.clock == hour_now {
        canvas.text(place, Role::Quiet, &here);
    }
    let bar = |money: Option<Money>| usize::from(money.map_or(0, |it| it.bar(most, at.width)));
    let full = bar(hour.now.map(|it| it.1));
    let dots = bar(hour.then).saturating_sub(full);
    let (full, dots) = ("█".repeat(full), ".".repeat(dots));
    canvas.line(at, &[(Role::Text, &full), (Role::Quiet, &dots)]);
}

fn sellers(report: Report<'_>, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(area, &words.say("report-articles"));
    for (row, place) in best(report.sums).into_iter().zip(1..) {
        if inside.height == 0 {
            break;
        }
        let at = room::top(&mut inside, 1);
        let name = format!("{place} {}", row.label);
        let amount = words.amount(row.paid);
        canvas.row(
            at,
            Role::Text,
            &[Cell::label(&name), Cell::amount(&amount, 9)],
        );
    }
}

fn means(report: Report<'_>, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(area, &words.say("report-means"));
    let whole = brought(report.sums);
    for row in &report.sums.figures.tenders {
        if inside.height == 0 {
            break;
        }
        let at = room::top(&mut inside, 1);
        let name = shop.tender_name(&row.tender, row.name.as_ref());
        let (amount, part) = (words.amount(row.cents), share(row.cents, whole, words));
        let cells = [
            Cell::label(&name),
            Cell::amount(&amount, 9),
            Cell::amount(&part, 6),
        ];
        canvas.row(at, Role::Text, &cells);
    }
}

//! How the journal of tickets looks.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    journal::Journal,
};
use crate::domain::{
    money::Money,
    ticket::{LineKind, Payment, TicketLine},
    views::{TicketDetail, TicketRow},
};

/// Narrower screens have the ticket under the list.
const TWO_PANELS: u16 = 76;
/// The columns of the list.
const LIST: u16 = 36;
/// The rows of the list where the ticket stands under it.
const LIST_ROWS: u16 = 6;

pub(super) fn draw(journal: &Journal, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let below = room::bottom(&mut area, 1);
    let first = if area.width >= TWO_PANELS {
        room::left(&mut area, LIST)
    } else {
        let rows = LIST_ROWS.min(area.height / 2);
        room::top(&mut area, rows)
    };
    list(journal, shop, canvas, first);
    detail(journal, shop, canvas, area);
    under(journal, canvas, room::indented(below, 1));
}

fn list(journal: &Journal, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let day = journal.day(shop);
    let date = day.parse::<Date>();
    let day = date.map_or(day, |date| words.date_short(date));
    let count = words.count("journal-count", journal.rows.len());
    let mut inside = canvas.boxed(at, &format!("{day} · {count}"));
    if journal.rows.is_empty() {
        let hint = room::indented(inside, 1);
        canvas.wrapped(hint, Role::Quiet, &words.say("journal-empty"));
        canvas.cursor(hint.x, hint.y);
    }
    let height = usize::from(inside.height);
    let shown = room::window(journal.rows.len(), journal.chosen, height);
    for at in shown {
        let Some(row) = journal.rows.get(at) else {
            continue;
        };
        let place = room::top(&mut inside, 1);
        let role = if at == journal.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let time = words.time(row.at.local().time());
        let (total, how) = (words.amount(row.total), how(row, words));
        let cells = [
            Cell::amount(&row.name, 5),
            Cell::amount(&time, 5),
            Cell::amount(&total, 8),
            Cell::label(&how),
        ];
        canvas.row(place, role, &cells);
    }
}

/// By which means it was paid, or that it was voided, or what it voids.
fn how(row: &TicketRow, words: &Words) -> String {
    if row.reversed_by.is_some() {
        return words.say("journal-voided").to_uppercase();
    }
    if let Some(name) = &row.reverses {
        return words.say_with("journal-voids", &[("name", name)]);
    }
    let means: Vec<String> = row
        .means
        .iter()
        .map(|(id, name)| words.tender(id, name.as_ref()))
        .collect();
    means.join(" + ")
}

fn detail(journal: &Journal, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let Some(detail) = &journal.detail else {
        canvas.boxed(at, "");
        return;
    };
    let ticket = &detail.ticket;
    let mut title = words.say_with("header-ticket", &[("number", &ticket.name)]);
    let time = words.time(detail.at.local().time());
    for part in [time, detail.operator.clone()] {
        if !part.is_empty() {
            title = format!("{title} · {part}");
        }
    }
    let mut inside = canvas.boxed(at, &title);
    let foot = foot(detail, shop, words);
    let rows = u16::try_from(foot.len()).unwrap_or(u16::MAX);
    let mut foot_room = room::bottom(&mut inside, rows);
    lines(&ticket.lines, canvas, inside);
    for (role, text, sum) in &foot {
        let row = room::top(&mut foot_room, 1);
        let cells = [
            Cell::label(text).told(*role),
            Cell::amount(sum, 1).told(*role),
        ];
        canvas.row(row, Role::Text, &cells);
    }
}

/// As many lines as there is room for, and how many more there are.
fn lines(lines: &[TicketLine], canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut left = at;
    // The row before the total stays empty.
    room::bottom(&mut left, 1);
    let height = usize::from(left.height);
    let shown = if lines.len() > height {
        height.saturating_sub(1)
    } else {
        lines.len()
    };
    for line in lines.iter().take(shown) {
        let quantity = words.quantity_short(line.quantity, &line.unit);
        let label = match line.kind {
            LineKind::Goods
            | LineKind::Quick
            | LineKind::TopUp
            | LineKind::Gift
            | LineKind::CreditNote => line.label.to_string(),
            LineKind::Deposit | LineKind::DepositBack => {
                format!("{} {}", words.say("sell-deposit"), line.label)
            }
        };
        let paid = words.amount(line.paid);
        let cells = [
            Cell::amount(&quantity, 8),
            Cell::label(&label),
            Cell::amount(&paid, 9),
        ];
        canvas.row(room::top(&mut left, 1), Role::Text, &cells);
    }
    if shown < lines.len() {
        let more = words.count("journal-more-lines", lines.len() - shown);
        canvas.text(
            room::indented(room::top(&mut left, 1), 1),
            Role::Quiet,
            &more,
        );
    }
}

/// What was paid and how, what became of the ticket since, and its copies.
fn foot(detail: &TicketDetail, shop: &Shop, words: &Words) -> Vec<(Role, String, String)> {
    let ticket = &detail.ticket;
    let total = words.say("total");
    let mut rows = vec![(Role::Total, total, words.money(ticket.total))];
    let paid = |payment: &Payment| {
        let name = if payment.change {
            words.say("journal-change")
        } else {
            shop.tender_name(&payment.tender, payment.name.as_ref())
        };
        (Role::Text, name, words.amount(payment.cents))
    };
    rows.extend(ticket.payments.iter().map(paid));
    let mark = |word: &str, name: &str| {
        let sentence = words.say_with(word, &[("name", name)]);
        (Role::Warning, sentence, String::new())
    };
    if let Some(original) = &ticket.reverses {
        rows.push(mark("journal-voids-long", &original.name));
    }
    if let Some(by) = &detail.reversed_by {
        rows.push(mark("journal-voided-by", by));
    }
    let copies = usize::try_from(detail.copies).unwrap_or(usize::MAX);
    let copies = match copies {
        0 => words.say("journal-never-printed"),
        copies => words.count("journal-printed", copies),
    };
    rows.push((Role::Quiet, copies, String::new()));
    rows
}

/// The number being typed, or what the day brought.
fn under(journal: &Journal, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    if !journal.typed.is_empty() {
        let question = words.say("journal-ask-number");
        canvas.entry(at, &format!("{question} > {}", journal.typed));
        return;
    }
    if !journal.rows.is_empty() {
        let total: Money = journal.rows.iter().map(|row| row.total).sum();
        let total = words.money(total);
        let sentence = words.say_with("journal-day-total", &[("total", &total)]);
        canvas.text(at, Role::Quiet, &sentence);
    }
}

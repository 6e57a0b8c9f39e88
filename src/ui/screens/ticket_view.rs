//! How one recorded ticket looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    ticket::OneTicket,
};
use crate::domain::{
    asking::{PastTicket, SoldLine},
    quantity::Quantity,
    ticket::{LineKind, Owner, Payment, TicketLine},
};

pub(super) fn draw(ticket: &OneTicket, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let Some(past) = &ticket.past else {
        canvas.boxed(area, "");
        return;
    };
    let mut inside = canvas.boxed(area, &title(past, shop, words));
    let foot = foot(past, shop, words);
    let rows = u16::try_from(foot.len()).unwrap_or(u16::MAX);
    let rows = rows.min(inside.height / 2);
    let mut below = room::bottom(&mut inside, rows);
    room::bottom(&mut inside, 1);
    if past.lines.is_empty() {
        let hint = room::indented(inside, 1);
        canvas.wrapped(hint, Role::Quiet, &words.say("ticket-no-lines"));
        canvas.cursor(hint.x, hint.y);
    }
    let shown = room::window(past.lines.len(), ticket.chosen, usize::from(inside.height));
    for at in shown {
        if let Some(sold) = past.lines.get(at) {
            let place = room::top(&mut inside, 1);
            let role = if at == ticket.chosen {
                canvas.cursor(place.x, place.y);
                Role::Chosen
            } else {
                Role::Text
            };
            let mark = if ticket.marked.contains(&at) { "*" } else { "" };
            let note = note(sold, past, shop);
            row(sold, (mark, &note), canvas, (place, role));
        }
    }
    for (role, text, sum) in &foot {
        let row = room::top(&mut below, 1);
        let cells = [
            Cell::label(text).told(*role),
            Cell::amount(sum, 1).told(*role),
        ];
        canvas.row(row, Role::Text, &cells);
    }
}

/// Name, day, time and operator.
pub(super) fn title(past: &PastTicket, shop: &Shop, words: &Words) -> String {
    let detail = &past.detail;
    let mut title = words.say_with("header-ticket", &[("number", &detail.ticket.name)]);
    let hour = shop.settings.rules.day_starts_at;
    let day = detail.at.business_day(hour);
    let day = day.parse().map_or(day, |date| words.date_short(date));
    let time = words.time(detail.at.local().time());
    for part in [day, time, detail.operator.clone()] {
        if !part.is_empty() {
            title = format!("{title} · {part}");
        }
    }
    title
}

/// What a line is called where lines stand under each other.
pub(super) fn called(line: &TicketLine, words: &Words) -> String {
    match line.kind {
        LineKind::Goods
        | LineKind::Quick
        | LineKind::TopUp
        | LineKind::Gift
        | LineKind::CreditNote => line.label.to_string(),
        LineKind::Deposit | LineKind::DepositBack => {
            format!("{} {}", words.say("sell-deposit"), line.label)
        }
    }
}

fn row(
    sold: &SoldLine,
    (mark, note): (&str, &str),
    canvas: &mut Canvas<'_, '_>,
    (place, role): (Rect, Role),
) {
    let words = canvas.words();
    let line = &sold.line;
    let quantity = words.quantity_short(line.quantity, &line.unit);
    let label = called(line, words);
    let paid = words.amount(line.paid);
    let mut cells = vec![
        Cell::column(mark, 1),
        Cell::amount(&quantity, 8),
        Cell::label(&label),
    ];
    if !note.is_empty() {
        cells.push(Cell::column(note, 24));
    }
    cells.push(Cell::amount(&paid, 9));
    canvas.row(place, role, &cells);
}

/// What became of a line since.
fn note(sold: &SoldLine, past: &PastTicket, shop: &Shop) -> String {
    let words = &shop.look.words;
    let mut notes = Vec::new();
    if sold.line.takes_back.is_some() {
        notes.push(words.say("ticket-takes-back"));
    }
    if sold.before > Quantity::ZERO {
        notes.push(if sold.left() <= Quantity::ZERO {
            words.say("ticket-all-back")
        } else {
            let count = words.quantity_short(sold.before, &sold.line.unit);
            words.say_with("ticket-part-back", &[("count", &count)])
        });
    }
    if sold.place.ticket.seq != past.detail.seq {
        // Whose the money is now: in whose name it is sold may be the stall.
        let mut shares = sold.line.shares.iter();
        let producer = shares.find(|it| it.to == Owner::Producer);
        let producer = producer.and_then(|it| shop.catalogue.producer(it.id.as_ref()?));
        let name = producer.map_or(&sold.line.seller.name, |it| &it.name);
        notes.push(words.say_with("ticket-moved", &[("name", name.as_str())]));
    }
    notes.join(", ")
}

/// What was paid, by which means it is paid now, and what became of it since.
fn foot(past: &PastTicket, shop: &Shop, words: &Words) -> Vec<(Role, String, String)> {
    let ticket = &past.detail.ticket;
    let mut rows = vec![(Role::Total, words.say("total"), words.money(ticket.total))];
    let paid = |payment: &Payment| {
        let name = shop.tender_name(&payment.tender, payment.name.as_ref());
        (Role::Text, name, words.amount(payment.cents))
    };
    rows.extend(past.paid_by.iter().map(paid));
    let mark = |word: &str, name: &str| {
        let sentence = words.say_with(word, &[("name", name)]);
        (Role::Warning, sentence, String::new())
    };
    if let Some(original) = &ticket.reverses {
        rows.push(mark("journal-voids-long", &original.name));
    }
    if let Some(original) = &ticket.corrects {
        rows.push(mark("journal-corrects-long", &original.name));
    }
    if let Some(by) = &past.detail.reversed_by {
        rows.push(mark("journal-voided-by", by));
    }
    rows
}

//! The ticket on the sell screen: who is on it, its lines, and what was agreed for all of it.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    sell::Sell,
};
use crate::domain::{
    basket::{Line, Off},
    money::Money,
    ticket::{LineKind, TicketLine},
};

pub(super) fn draw(sell: &Sell, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let number = shop.next_number.to_string();
    let mut title = words.say_with("header-ticket", &[("number", &number)]);
    if let Some(tariff) = tariff_letter(shop) {
        title = format!("{title} · {tariff}");
    }
    let mut inside = canvas.boxed(at, &title);
    member(shop, canvas, &mut inside);
    let lines = shop.basket().lines();
    if lines.is_empty() {
        let mut hint = inside;
        room::top(&mut hint, 1);
        canvas.wrapped(
            room::indented(hint, 1),
            Role::Quiet,
            &words.say("sell-empty"),
        );
        return;
    }
    let rows = rows(shop, words);
    let shown = sell.chosen.unwrap_or(lines.len().saturating_sub(1));
    let focus = rows
        .iter()
        .rposition(|row| row.from == Some(shown))
        .unwrap_or(0);
    let mut left = inside;
    for row in rows
        .get(room::window(rows.len(), focus, usize::from(inside.height)))
        .unwrap_or_default()
    {
        let role = if sell.chosen.is_some() && row.from == sell.chosen {
            Role::Chosen
        } else {
            Role::Text
        };
        let at = room::top(&mut left, 1);
        let mut cells = vec![Cell::amount(&row.quantity, 8), Cell::label(&row.label)];
        if !row.off.is_empty() {
            // A long name gives way to it.
            cells.push(Cell::amount(&row.off, 1));
        }
        cells.extend([Cell::amount(&row.price, 6), Cell::amount(&row.paid, 8)]);
        canvas.row(at, role, &cells);
    }
}

/// Who is on the ticket, what stands on her account, and what will once it has paid.
fn member(shop: &Shop, canvas: &mut Canvas<'_, '_>, inside: &mut Rect) {
    let Some(member) = shop.member_on_ticket() else {
        return;
    };
    let words = canvas.words();
    let stands = shop.account().map_or_else(String::new, |row| {
        let balance = words.amount(row.balance);
        if shop.basket().is_empty() {
            return words.money(row.balance);
        }
        let after = words.money(shop.after_ticket(row).1);
        let blanks = [("balance", balance.as_str()), ("after", &after)];
        words.say_with("sell-member-after", &blanks)
    });
    let at = room::top(inside, 1);
    let cells = [Cell::label(&member), Cell::amount(&stands, 1)];
    canvas.row(room::indented(at, 1), Role::Key, &cells);
}

/// The letter of the ticket's tariff, for who stands behind the stall; its name where the stall
/// has none of it any more. The fair price has none.
fn tariff_letter(shop: &Shop) -> Option<String> {
    let own = shop.basket().tariff()?;
    let offered = shop.settings.tariffs.iter().find(|it| it.id == own.id);
    Some(offered.map_or_else(|| own.name.to_string(), |it| it.letter.to_string()))
}

/// A row of the ticket's box: a line, or what was taken off it, or its deposit.
struct TicketRow {
    from: Option<usize>,
    quantity: String,
    label: String,
    off: String,
    price: String,
    paid: String,
}

fn rows(shop: &Shop, words: &Words) -> Vec<TicketRow> {
    let mut rows = Vec::new();
    for (priced, from) in shop.priced().lines.iter().zip(&shop.priced().from) {
        let Some(line) = shop.basket().lines().get(*from) else {
            continue;
        };
        if priced.kind == LineKind::Deposit {
            rows.push(TicketRow {
                from: None,
                quantity: String::new(),
                label: words.say("sell-deposit"),
                off: String::new(),
                price: words.amount(priced.price),
                paid: words.amount(priced.paid),
            });
            continue;
        }
        let ticket_discount = shop.basket().adjustment().is_some();
        rows.push(TicketRow {
            from: Some(*from),
            quantity: words.quantity_short(priced.quantity, line.unit()),
            label: line.label().to_string(),
            off: off(line, words),
            price: unit_price(priced, words),
            paid: words.amount(if ticket_discount {
                priced.base
            } else {
                priced.paid
            }),
        });
    }
    let goods: Money = shop.priced().lines.iter().map(|line| line.base).sum();
    if shop.basket().adjustment().is_some() && goods != shop.priced().total {
        rows.push(TicketRow {
            from: None,
            quantity: String::new(),
            label: words.say("sell-agreed"),
            off: String::new(),
            price: String::new(),
            paid: words.amount(shop.priced().total - goods),
        });
    }
    rows
}

/// The unit price; or that several together have a price of their own, which it does not tell.
fn unit_price(line: &TicketLine, words: &Words) -> String {
    if line.price.times(line.quantity) == Some(line.base) {
        words.amount(line.price)
    } else {
        words.say("sell-together")
    }
}

/// What is taken off a line.
fn off(line: &Line, words: &Words) -> String {
    match line.discount {
        None => String::new(),
        Some(Off::Percent(percent)) => format!("-{}", words.percent(percent)),
        Some(Off::Amount(amount)) => words.amount(-amount),
    }
}

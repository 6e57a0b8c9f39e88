//! How the pay screen looks: what is left in large digits, the means, and what was given.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, text, theme::Role, words::Words},
    agreed,
    pay::{Pay, Stage},
    pay_gift::{bearer, bearer_word},
    pay_means::{self, Room},
};
use crate::domain::{basket::Adjustment, money::Money, pay::worth_asking, settings::TenderKind};

/// Narrower screens show the means alone, and the sums in one row.
const TWO_PANELS: u16 = 76;
/// Lower screens have no room for large digits.
const DIGITS_FROM: u16 = 16;
/// Beyond this nobody looks for coins.
const TIP_UP_TO: Money = match Money::from_cents(10_000) {
    Some(money) => money,
    None => Money::ZERO,
};
/// From here on the digits are twice as high.
const LARGE_FROM: u16 = 28;

pub(super) fn draw(pay: &Pay, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let rows = match area.height {
        LARGE_FROM.. => 12,
        DIGITS_FROM.. => 7,
        _ => 2,
    };
    let sum = room::top(&mut area, rows);
    let entry = room::bottom(&mut area, 1);
    let words = canvas.words();
    due(pay, shop, canvas, sum);
    if area.width >= TWO_PANELS {
        let columns = area.width / 2;
        let left = room::left(&mut area, columns);
        let room = pay_means::draw(pay, shop, canvas, left, &[]);
        given(pay, shop, canvas, (area, room));
    } else {
        let chips_row = room::bottom(&mut area, 1);
        let payments = pay.tendering.payments().iter();
        let beside: Vec<pay_means::Taken> = payments
            .map(|it| {
                let means = words.tender(&it.tender, it.name.as_ref());
                (means, words.money(it.cents))
            })
            .collect();
        pay_means::draw(pay, shop, canvas, area, &beside);
        chips(pay, canvas, room::indented(chips_row, 1));
    }
    entry_line(pay, shop, canvas, entry);
}

/// What is left to pay, or what goes back.
fn due(pay: &Pay, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let tendering = &pay.tendering;
    let left = tendering.left();
    let nothing_yet = tendering.payments().is_empty();
    let (word, sum) = if left < Money::ZERO && tendering.total < Money::ZERO {
        ("pay-to-pay-out", left.abs())
    } else if left < Money::ZERO {
        ("pay-to-give-back", tendering.change())
    } else if left > Money::ZERO && nothing_yet {
        ("pay-to-pay", left)
    } else if left > Money::ZERO {
        ("pay-left", left)
    } else if nothing_yet {
        ("pay-nothing", left)
    } else {
        ("pay-all-paid", tendering.total)
    };
    let mut at = room::indented(at, 1);
    let mut head = room::top(&mut at, 1);
    let lines = words.count("pay-lines", shop.basket().lines().len());
    let of = words.say_with(
        "pay-of",
        &[("lines", &lines), ("total", &words.money(tendering.total))],
    );
    let of = match shop.account() {
        Some(account) => format!("{} · {of}", shop.member_name(account)),
        None => of,
    };
    let side = u16::try_from(text::width(&of)).unwrap_or(u16::MAX);
    canvas.text_right(room::right(&mut head, side), Role::Quiet, &of);
    canvas.text(head, Role::Text, &words.say(word).to_uppercase());
    if at.height > 5 {
        room::bottom(&mut at, 1);
    }
    canvas.big(room::indented(at, 1), Role::Total, &words.big_money(sum));
}

/// What the customer gives and gave.
fn given(pay: &Pay, shop: &Shop, canvas: &mut Canvas<'_, '_>, (at, room): (Rect, Room)) {
    let words = canvas.words();
    let tendering = &pay.tendering;
    let mut inside = room::indented(canvas.boxed(at, &words.say("pay-given")), 1);
    if room == Room::ForMeans {
        let word = if tendering.payments().is_empty() {
            "pay-in-brief"
        } else {
            "pay-in-brief-later"
        };
        let at = room::bottom(&mut inside, 1);
        canvas.text(at, Role::Quiet, &words.say(word));
    }
    if !pay.chips().is_empty() {
        room::top(&mut inside, 1);
        let row = room::top(&mut inside, 1);
        canvas.text(row, Role::Text, &words.say("pay-customer-gives"));
        chips(pay, canvas, room::top(&mut inside, 1));
        let row = room::top(&mut inside, 1);
        canvas.text(row, Role::Quiet, &words.say("pay-or-type"));
    }
    room::top(&mut inside, 1);
    let row = |inside: &mut Rect, canvas: &mut Canvas<'_, '_>, role, name: &str, sum: Money| {
        let at = room::top(inside, 1);
        let sum = words.money(sum);
        let cells = [
            Cell::label(name).told(role),
            Cell::amount(&sum, 11).told(role),
        ];
        canvas.row(at, Role::Text, &cells);
    };
    let total = match shop.basket().adjustment() {
        Some(Adjustment::Agreed(..)) => words.say("pay-total-agreed"),
        Some(Adjustment::Off(..)) => words.say("pay-total-reduced"),
        None => words.say("total"),
    };
    row(&mut inside, canvas, Role::Text, &total, tendering.total);
    if let Some(by) = bearer(shop) {
        let by = words.say(bearer_word(by));
        let at = room::top(&mut inside, 1);
        let said = words.say_with("pay-borne", &[("who", &by)]);
        canvas.text(room::indented(at, 1), Role::Quiet, &said);
    }
    for payment in tendering.payments() {
        let means = words.tender(&payment.tender, payment.name.as_ref());
        let means = match &payment.of {
            Some(note) if payment.kind == TenderKind::CreditNote => format!("{means} {note}"),
            _ => means,
        };
        row(&mut inside, canvas, Role::Gain, &means, payment.cents);
    }
    if !tendering.payments().is_empty() {
        let left = tendering.left().max(Money::ZERO);
        row(
            &mut inside,
            canvas,
            Role::Total,
            &words.say("pay-left"),
            left,
        );
    }
    let due = tendering.left();
    let tip = pay
        .sum(shop)
        .filter(|sum| *sum > due && due > Money::ZERO && *sum - due <= TIP_UP_TO);
    if let Some((more, back)) = tip.and_then(|sum| worth_asking(due, sum)) {
        let (more, back) = (words.money(more), words.money_short(back));
        let blanks = [("more", more.as_str()), ("back", back.as_str())];
        canvas.wrapped(inside, Role::Text, &words.say_with("pay-tip", &blanks));
    }
}

/// Sums that the customer is likely to give; the arrows choose one.
fn chips(pay: &Pay, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut at = at;
    for (place, sum) in pay.chips().into_iter().enumerate() {
        let sum = words.money_short(sum);
        let (role, shown) = if pay.chip == Some(place) {
            (Role::Chosen, format!(">{sum}]"))
        } else {
            (Role::Text, format!("[{sum}]"))
        };
        let taken = canvas.figure(at, role, &shown);
        room::left(&mut at, taken + 1);
    }
}

fn entry_line(pay: &Pay, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut at = room::indented(at, 1);
    match pay.stage {
        Stage::Taking => {}
        Stage::Settling { .. } | Stage::Recording => {
            canvas.text(at, Role::Text, &words.say("pay-recording"));
            canvas.cursor(at.x, at.y);
            return;
        }
        Stage::InDoubt => {
            canvas.notice(at, Role::Alarm, &words.say("pay-in-doubt"));
            canvas.cursor(at.x, at.y);
            return;
        }
    }
    if let Some(naming) = &pay.note {
        canvas.entry(
            at,
            &format!("{} > {}", words.say("pay-note-prompt"), naming.typed),
        );
        return;
    }
    let echo = echo(pay, shop, words);
    let wide = u16::try_from(text::width(&echo)).unwrap_or(u16::MAX);
    let half = at.width / 2;
    let side = room::right(&mut at, wide.min(half));
    canvas.text_right(side, Role::Text, &echo);
    canvas.entry(at, &format!("{} > {}", words.say("pay-prompt"), pay.typed));
}

/// What Enter would make of the sum.
fn echo(pay: &Pay, shop: &Shop, words: &Words) -> String {
    if let Some(part) = pay.typed.strip_suffix(agreed::is_percent) {
        return words.say_with("pay-echo-percent", &[("part", part)]);
    }
    let left = pay.tendering.left();
    match pay.sum(shop) {
        Some(sum) if left > Money::ZERO && sum >= left => {
            words.say_with("pay-echo-change", &[("change", &words.money(sum - left))])
        }
        Some(sum) if left > Money::ZERO => {
            words.say_with("pay-echo-left", &[("left", &words.money(left - sum))])
        }
        _ => String::new(),
    }
}

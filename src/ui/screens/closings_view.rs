//! How the list of closings looks.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas, paper::z_rows, room, rows::Cell, shop::Shop, theme::Role, words::Words,
    },
    closings::{Closings, Reading, Shown},
    report_x_rows::day_of,
};
use crate::domain::{
    closing::{ClosingSeen, EnvelopeState, Level, MeansRow},
    money::Money,
};

/// The columns of a closing's name.
const NAME: u16 = 8;
/// The columns of how many tickets.
const TICKETS: u16 = 7;
/// The columns of an amount.
const AMOUNT: u16 = 11;
/// The columns of where the envelope is.
const ENVELOPE: u16 = 9;
/// A row with fewer columns is a narrow one.
const NARROW: u16 = 70;

pub(super) fn draw(list: &Closings, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let told = told(list, words);
    let rows = u16::try_from(told.len()).unwrap_or_default();
    let mut above = room::indented(room::top(&mut area, rows), 1);
    for sentence in told {
        canvas.text(room::top(&mut above, 1), Role::Warning, &sentence);
    }
    let title = words.say(match list.level {
        Shown::Days => "closings-days",
        Shown::Months => "closings-months",
        Shown::Years => "closings-years",
    });
    let mut inside = canvas.boxed(area, &title);
    canvas.cursor(inside.x, inside.y);
    if list.rows.is_empty() {
        let word = match list.state {
            Reading::Asked => "seal-wait",
            Reading::Here => "closings-none",
        };
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &words.say(word));
        return;
    }
    let heads = [
        "closings-head-name",
        "closings-head-tickets",
        "closings-head-turnover",
        "closings-head-difference",
        "closings-head-envelope",
    ];
    let [name, tickets, turnover, difference, envelope] = heads.map(|it| words.say(it));
    let at = room::top(&mut inside, 1);
    let texts = [&name, "", &tickets, &turnover, &difference, &envelope];
    canvas.row(at, Role::Quiet, &cells(texts, at.width));
    let rows = room::window(list.rows.len(), list.chosen, usize::from(inside.height));
    for (at, seen) in list.rows.iter().enumerate() {
        if !rows.contains(&at) {
            continue;
        }
        let place = room::top(&mut inside, 1);
        let role = if at == list.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        row(seen, role, canvas, place);
    }
}

/// What is over and not closed, and whose envelopes are on their way.
fn told(list: &Closings, words: &Words) -> Vec<String> {
    let due = list.due().iter().map(|(level, label)| {
        let name = z_rows::label(*level, label, words);
        words.say_with("closings-due", &[("due", &name)])
    });
    let away = |it: &&ClosingSeen| it.envelope == EnvelopeState::Away;
    let away: Vec<String> = list
        .rows
        .iter()
        .filter(away)
        .map(|it| {
            let decided = it.closing.decided.as_ref();
            let by = decided.and_then(|it| it.envelope.as_ref());
            match by.map_or("", |it| it.by.as_str()) {
                "" => it.closing.name.clone(),
                by => format!("{} ({by})", it.closing.name),
            }
        })
        .collect();
    let away =
        (!away.is_empty()).then(|| words.say_with("closings-away", &[("names", &away.join(", "))]));
    due.chain(away).collect()
}

fn row(seen: &ClosingSeen, role: Role, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let closing = &seen.closing;
    // In a narrow window a long date would push the envelope off the row.
    let label = match closing.level {
        Level::Day if at.width < NARROW => day_of(&closing.label, words),
        Level::Day | Level::Month | Level::Year => {
            z_rows::label(closing.level, &closing.label, words)
        }
    };
    let tickets = i64::try_from(closing.figures.tickets).unwrap_or(i64::MAX);
    let (tickets, turnover) = (
        words.number(tickets),
        words.amount(closing.figures.turnover),
    );
    let difference: Money = closing.means.iter().filter_map(MeansRow::difference).sum();
    let difference = match closing.means.as_slice() {
        [] => String::new(),
        _ => z_rows::signed(difference, words),
    };
    let envelope = match seen.envelope {
        EnvelopeState::None => String::new(),
        EnvelopeState::Away => words.say("closings-state-away"),
        EnvelopeState::Received => words.say("closings-state-received"),
        EnvelopeState::Banked => words.say("closings-state-banked"),
    };
    let texts = [
        &closing.name,
        &*label,
        &tickets,
        &turnover,
        &difference,
        &envelope,
    ];
    canvas.row(at, role, &cells(texts, at.width));
}

/// In a narrow window the tickets give way: where the envelope is must be seen.
fn cells(texts: [&str; 6], width: u16) -> Vec<Cell<'_>> {
    let [name, label, tickets, turnover, difference, envelope] = texts;
    let mut cells = vec![Cell::column(name, NAME), Cell::label(label)];
    if width >= NARROW {
        cells.push(Cell::amount(tickets, TICKETS));
    }
    cells.extend([
        Cell::amount(turnover, AMOUNT),
        Cell::amount(difference, AMOUNT),
        Cell::column(envelope, ENVELOPE),
    ]);
    cells
}

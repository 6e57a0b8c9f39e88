//! How the Z looks before it is sealed.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        paper::z_rows::{self, ZRow},
        room,
        rows::Cell,
        shop::Shop,
        theme::Role,
        words::Words,
    },
    close_seal::{CloseSeal, Line, Sealing},
};
use crate::domain::closing::Closing;

/// The columns of a figure.
const FIGURE: u16 = 12;

pub(super) fn draw(seal: &CloseSeal, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let mut below = room::indented(room::bottom(&mut area, 3), 1);
    let Some(closing) = seal.closing(shop) else {
        let inside = canvas.boxed(area, &words.say("seal-box"));
        canvas.wrapped(
            room::indented(inside, 1),
            Role::Quiet,
            &words.say("seal-wait"),
        );
        return;
    };
    let title = format!(
        "{} · {}",
        z_rows::title(&closing, words),
        words.say("seal-nothing-frozen")
    );
    let mut inside = canvas.boxed(area, &title);
    let about = about(&closing, words);
    canvas.text(
        room::indented(room::top(&mut inside, 1), 1),
        Role::Text,
        &about,
    );
    sheet(&z_rows::rows(&closing, words), seal.from, canvas, inside);
    let due: Vec<String> = seal
        .due()
        .iter()
        .map(|(level, label)| z_rows::label(*level, label, words))
        .collect();
    let after = match due.as_slice() {
        [] => words.say("seal-after"),
        due => words.say_with("seal-after-with", &[("due", &due.join(", "))]),
    };
    canvas.text(room::top(&mut below, 1), Role::Quiet, &after);
    room::top(&mut below, 1);
    foot(seal, canvas, below);
}

/// The day and its hours, the market where it has a name.
pub(super) fn about(closing: &Closing, words: &Words) -> String {
    let market = closing.figures.opened.as_ref();
    let market = market.and_then(|it| it.market.as_ref());
    let hours = closing.figures.between;
    let parts = [
        market.map(ToString::to_string),
        Some(z_rows::label(closing.level, &closing.label, words)),
        hours.map(|it| z_rows::between(it, words)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The rows of a closing from one of them on; what lies above and below is told.
pub(super) fn sheet(rows: &[ZRow], from: usize, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut inside = area;
    let height = usize::from(inside.height);
    let more = rows.len().saturating_sub(from) > height;
    let last = room::bottom(&mut inside, u16::from(more));
    for row in rows.iter().skip(from) {
        if inside.height == 0 {
            break;
        }
        one(row, canvas, room::indented(room::top(&mut inside, 1), 1));
    }
    if more {
        let below = rows.len().saturating_sub(from) + 1 - height;
        let words = canvas.words();
        let sentence = words.count("seal-more", below);
        canvas.text(room::indented(last, 1), Role::Quiet, &sentence);
    }
}

fn one(row: &ZRow, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let (name, cells, role) = match row {
        ZRow::Blank => return,
        ZRow::Said(text) => {
            canvas.text(room::indented(at, 1), Role::Quiet, text);
            return;
        }
        ZRow::Sum(name, sum) => {
            let cells = [
                Cell::label(name).told(Role::Total),
                Cell::amount(sum, FIGURE).told(Role::Total),
            ];
            canvas.row(at, Role::Text, &cells);
            return;
        }
        ZRow::Head(name, cells) => (name, cells, Role::Quiet),
        ZRow::Figures(name, cells) => (name, cells, Role::Text),
    };
    let mut drawn = vec![Cell::label(name)];
    drawn.extend(cells.iter().map(|it| Cell::amount(it, FIGURE)));
    canvas.row(at, role, &drawn);
}

/// The line that takes only the letter, or how far the entry is.
fn foot(seal: &CloseSeal, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let (role, sentence) = match seal.sealing {
        Sealing::Open => {
            let typed = match seal.line {
                Line::Empty => "",
                Line::Z => "Z",
            };
            let prompt = words.say("seal-prompt");
            let mut at = at;
            let taken = canvas.line(at, &[(Role::Total, &prompt), (Role::Quiet, " > ")]);
            room::left(&mut at, taken);
            canvas.entry(at, typed);
            return;
        }
        Sealing::Writing(_) => (Role::Total, "seal-writing"),
        Sealing::Waiting(_) => (Role::Alarm, "seal-not-written"),
        Sealing::Written => (Role::Total, "seal-written"),
    };
    canvas.text(at, role, &words.say(sentence));
    canvas.cursor(at.x, at.y);
}

//! How the Contrôle looks: rows of names and what they say; below them what is under way.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role},
    control::{ControlPage, Stage},
};

/// The columns of a row's name.
const NAME: u16 = 25;
/// Rows for what is under way.
const BELOW: u16 = 4;

pub(super) fn draw(page: &ControlPage, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    match &page.stage {
        Stage::Looking => {}
        Stage::Choosing { places, chosen } => {
            let rows = u16::try_from(places.len()).unwrap_or(u16::MAX);
            let half = area.height / 2;
            let below = room::bottom(&mut area, rows.saturating_add(3).min(half));
            let mut inside = canvas.boxed(below, &words.say("control-where"));
            let hint = room::bottom(&mut inside, 1);
            canvas.text(
                room::indented(hint, 1),
                Role::Quiet,
                &words.say("control-no-names"),
            );
            for at in room::window(places.len(), *chosen, usize::from(inside.height)) {
                let Some(place) = places.get(at) else {
                    continue;
                };
                let row = room::top(&mut inside, 1);
                let mut role = Role::Text;
                if at == *chosen {
                    canvas.cursor(row.x, row.y);
                    role = Role::Chosen;
                }
                let cells = [Cell::column(&place.name, NAME), Cell::label(&place.path)];
                canvas.row(row, role, &cells);
            }
        }
        Stage::UnderWay(notice) | Stage::Over(notice) => {
            let below = room::bottom(&mut area, BELOW);
            let inside = canvas.boxed(below, "");
            let sentence = notice.text(words);
            canvas.notice(room::indented(inside, 1), notice.role, &sentence);
        }
    }
    let mut inside = canvas.boxed(area, &words.say("control-box"));
    let rows = page.rows(shop);
    if rows.is_empty() {
        let waiting = words.say("control-waiting");
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &waiting);
        return;
    }
    if !matches!(page.stage, Stage::Choosing { .. }) {
        canvas.cursor(inside.x, inside.y);
    }
    for (name, says) in rows.iter().skip(page.from) {
        if inside.height == 0 {
            return;
        }
        let mut row = room::indented(room::top(&mut inside, 1), 1);
        let column = room::left(&mut row, NAME);
        canvas.text(column, Role::Quiet, name);
        canvas.text(row, Role::Text, says);
    }
}

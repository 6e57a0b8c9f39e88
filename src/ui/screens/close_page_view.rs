//! How the page of a closing looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, paper::z_rows, room, shop::Shop, theme::Role, words::Words},
    close_page::{Bundle, ClosePage},
    close_seal_view::{about, sheet},
};
use crate::domain::closing::{ClosingSeen, EnvelopeState};

pub(super) fn draw(page: &ClosePage, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let closing = &page.seen.closing;
    let mut below = room::indented(room::bottom(&mut area, 3), 1);
    let title = format!("{} · {}", z_rows::title(closing, words), closing.name);
    let mut inside = canvas.boxed(area, &title);
    let about = about(closing, words);
    let at = room::indented(room::top(&mut inside, 1), 1);
    canvas.cursor(at.x, at.y);
    canvas.text(at, Role::Text, &about);
    sheet(&z_rows::rows(closing, words), page.from, canvas, inside);
    let (role, sentence) = envelope(&page.seen, words);
    canvas.text(room::top(&mut below, 1), role, &sentence);
    if let Some(copy) = &page.copy {
        // It is too long for the status row, and says when the stick may go.
        canvas.notice(below, copy.role, &copy.text(words));
    } else if page.has_bundle() {
        let (role, sentence) = bundle(page, words);
        canvas.notice(below, role, &sentence);
    }
}

/// Where the files are, or why they are nowhere yet.
fn bundle(page: &ClosePage, words: &Words) -> (Role, String) {
    match &page.bundle {
        Bundle::Asked => (Role::Quiet, words.say("closings-bundle-asked")),
        Bundle::There(path) => {
            let sentence = words.say_with("closings-bundle-there", &[("path", path)]);
            (Role::Gain, sentence)
        }
        Bundle::Not(trouble) => {
            let why = words.say(trouble.word());
            let sentence = words.say_with("closings-bundle-not", &[("why", &why)]);
            (Role::Alarm, sentence)
        }
    }
}

/// With whom the money is.
pub(super) fn envelope(seen: &ClosingSeen, words: &Words) -> (Role, String) {
    let decided = seen.closing.decided.as_ref();
    let by = decided.and_then(|it| it.envelope.as_ref());
    let by = by.map_or("", |it| it.by.as_str());
    match (seen.envelope, by) {
        (EnvelopeState::None, _) => (Role::Quiet, words.say("closings-envelope-none")),
        (EnvelopeState::Away, "") => (Role::Warning, words.say("closings-envelope-away")),
        (EnvelopeState::Away, by) => (
            Role::Warning,
            words.say_with("closings-envelope-away-by", &[("by", by)]),
        ),
        (EnvelopeState::Received, _) => (Role::Text, words.say("closings-envelope-received")),
        (EnvelopeState::Banked, _) => (Role::Quiet, words.say("closings-envelope-banked")),
    }
}

//! The keys that work now: one list, from which the foot line and the help are drawn.

use ratatui::layout::Rect;

use super::{canvas::Canvas, keys::Key, room, text, theme::Role};

/// A key that means something now, and the id of the word for what it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bind {
    /// The key to press.
    pub key: Key,
    /// What it does, as an infinitive in the locales: `pay-exact`.
    pub word: &'static str,
}

impl Bind {
    /// Says what a key does.
    pub const fn new(key: Key, word: &'static str) -> Self {
        Self { key, word }
    }
}

impl Canvas<'_, '_> {
    /// The keys in the order given, as many as fit whole. The last one of the list keeps its place
    /// at all widths: let it be the key for help.
    pub fn foot(&mut self, at: Rect, binds: &[Bind]) {
        let words = self.words();
        let hints: Vec<(String, String)> = binds
            .iter()
            .map(|bind| (words.key(bind.key), words.say(bind.word)))
            .collect();
        let Some((last, others)) = hints.split_last() else {
            return;
        };
        let mut at = room::indented(at, 1);
        let mut free = usize::from(at.width).saturating_sub(columns(last));
        for hint in others {
            let Some(rest) = free.checked_sub(columns(hint) + BETWEEN) else {
                break;
            };
            free = rest;
            one(self, &mut at, hint);
            room::left(&mut at, u16::try_from(BETWEEN).unwrap_or_default());
        }
        one(self, &mut at, last);
    }
}

/// The columns between two keys.
const BETWEEN: usize = 2;

fn columns((key, word): &(String, String)) -> usize {
    text::width(key) + 1 + text::width(word)
}

fn one(canvas: &mut Canvas, at: &mut Rect, (key, word): &(String, String)) {
    let taken = canvas.line(
        *at,
        &[(Role::Key, key), (Role::Quiet, " "), (Role::Quiet, word)],
    );
    room::left(at, taken);
}

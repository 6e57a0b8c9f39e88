//! What a screen draws on: the frame, its look, and the few shapes that all screens are made of.
//!
//! Every drawing is cut to its room and to the frame, whatever the sizes; nothing here panics,
//! fails or remembers.

use ratatui::{
    Frame,
    layout::{Position, Rect},
    style::{Modifier, Style},
};

use super::{
    room,
    rows::{self, Cell},
    text,
    theme::{Role, Theme},
    words::Words,
};

/// How things look and what they are called.
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// The language.
    pub words: Words,
}

/// The frame being drawn.
pub struct Canvas<'a, 'frame> {
    frame: &'a mut Frame<'frame>,
    look: &'a Look,
}

impl<'a, 'frame> Canvas<'a, 'frame> {
    /// A canvas over the whole frame, painted with the theme's paper.
    pub fn new(frame: &'a mut Frame<'frame>, look: &'a Look) -> Self {
        let mut canvas = Self { frame, look };
        canvas.fill(canvas.area(), Role::Text, " ");
        canvas
    }

    /// The words to say things with.
    pub const fn words(&self) -> &'a Words {
        &self.look.words
    }

    /// The whole frame.
    pub fn area(&self) -> Rect {
        self.frame.area()
    }

    /// Says so, and answers true, on a frame smaller than [`room::SMALLEST`]: nothing else should
    /// be drawn then.
    pub fn too_small(&mut self) -> bool {
        let area = self.area();
        let small = area.width < room::SMALLEST.width || area.height < room::SMALLEST.height;
        if small {
            let sentence = self.words().say("common-too-small");
            self.wrapped(area, Role::Text, &sentence);
        }
        small
    }

    /// One row of text from the left of a room, cut with an ellipsis; answers its columns.
    pub fn text(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let text = text::clip(text, usize::from(at.width));
        self.put(at, role, &text)
    }

    /// One row of text at the right of a room, cut with an ellipsis; answers its columns.
    pub fn text_right(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let mut at = at;
        let text = text::clip(text, usize::from(at.width));
        let place = room::right(&mut at, columns(&text));
        self.put(place, role, &text)
    }

    /// One row of text in the middle of a room, cut with an ellipsis; answers its columns.
    pub fn text_centred(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let text = text::clip(text, usize::from(at.width));
        let before = at.width.saturating_sub(columns(&text)) / 2;
        let mut at = at;
        room::left(&mut at, before);
        self.put(at, role, &text)
    }

    /// One row of texts one after the other, each in its role; answers the columns of all.
    pub fn line(&mut self, at: Rect, pieces: &[(Role, &str)]) -> u16 {
        let mut left = at;
        for (role, piece) in pieces {
            let taken = self.text(left, *role, piece);
            room::left(&mut left, taken);
        }
        at.width - left.width
    }

    /// A figure from the left of a room; an ellipsis where it does not fit, as half a figure lies.
    pub fn figure(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let text = text::whole(text, usize::from(at.width));
        self.put(at, role, &text)
    }

    /// A text over several rows, broken between words; answers the rows it took.
    pub fn wrapped(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let mut left = at;
        for line in text::wrap(text, usize::from(at.width)) {
            if left.is_empty() {
                break;
            }
            let row = room::top(&mut left, 1);
            self.text(row, role, &line);
        }
        at.height - left.height
    }

    /// The bar at the top of a screen: where one is, and what matters beside it. The right side is
    /// left out where it would cut the left one to less than half of the bar.
    pub fn bar(&mut self, at: Rect, left: &str, right: &str) {
        let mut at = row_of(at);
        self.fill(at, Role::Title, " ");
        let end = room::indented(at, 1);
        if columns(right) + columns(left).min(at.width / 2) + 3 <= at.width {
            let taken = self.text_right(end, Role::Title, right);
            room::right(&mut at, taken + 1);
        }
        self.text(room::indented(at, 1), Role::Title, left);
    }

    /// A box of light lines with a title in its upper line; answers the room inside. A room
    /// without an inside is left as it is.
    pub fn boxed(&mut self, at: Rect, title: &str) -> Rect {
        let at = at.intersection(self.area());
        if at.width < 3 || at.height < 3 {
            return at;
        }
        let last = Rect {
            x: at.right() - 1,
            width: 1,
            ..at
        };
        let foot = Rect {
            y: at.bottom() - 1,
            height: 1,
            ..at
        };
        for side in [Rect { width: 1, ..at }, last] {
            self.fill(side, Role::Quiet, "│");
        }
        for side in [row_of(at), foot] {
            self.fill(side, Role::Quiet, "─");
        }
        for (x, y, corner) in [
            (at.x, at.y, "┌"),
            (last.x, at.y, "┐"),
            (at.x, foot.y, "└"),
            (last.x, foot.y, "┘"),
        ] {
            self.put(Rect::new(x, y, 1, 1), Role::Quiet, corner);
        }
        if !title.is_empty() && at.width > 4 {
            let room = usize::from(at.width - 4);
            let title = format!(" {} ", text::clip(title, room.saturating_sub(2)));
            let place = Rect {
                x: at.x + 1,
                width: at.width - 2,
                ..row_of(at)
            };
            self.text(place, Role::Text, &title);
        }
        Rect::new(at.x + 1, at.y + 1, at.width - 2, at.height - 2)
    }

    /// A row of a table: one column for the role's sign (`>` before the chosen one), the cells, one
    /// column of air; a role other than Text colours the whole row. [`Cell`] says what gives way.
    pub fn row(&mut self, at: Rect, role: Role, cells: &[Cell]) {
        let mut at = row_of(at);
        if role != Role::Text {
            self.fill(at, role, " ");
        }
        let sign = room::left(&mut at, 1);
        room::right(&mut at, 1);
        self.text(sign, role, role.sign());
        for cell in rows::place(cells, usize::from(at.width), role) {
            let mut room = at;
            room::left(&mut room, u16::try_from(cell.at).unwrap_or(u16::MAX));
            self.put(room, cell.role, &cell.text);
        }
    }

    /// A sentence about something that happened, with its role's sign before it; over several
    /// rows where the room has them. Answers the rows it took.
    pub fn notice(&mut self, at: Rect, role: Role, sentence: &str) -> u16 {
        match role.sign() {
            "" => self.wrapped(at, role, sentence),
            sign => self.wrapped(at, role, &format!("{sign} {sentence}")),
        }
    }

    /// A line that is being typed, its end always visible, the cursor behind it.
    pub fn entry(&mut self, at: Rect, typed: &str) {
        let at = row_of(at);
        let typed = text::tail(typed, usize::from(at.width.saturating_sub(1)));
        let taken = self.put(at, Role::Entry, &typed);
        self.cursor(at.x.saturating_add(taken), at.y);
    }

    /// Puts the terminal's own cursor where the attention is: screen readers and braille lines
    /// follow it. Every frame should have one; the last one counts.
    pub fn cursor(&mut self, x: u16, y: u16) {
        let area = self.area();
        if !area.is_empty() {
            self.frame.set_cursor_position(Position {
                x: x.clamp(area.left(), area.right() - 1),
                y: y.clamp(area.top(), area.bottom() - 1),
            });
        }
    }

    /// Fills a room with one character of one column.
    pub fn fill(&mut self, at: Rect, role: Role, with: &str) {
        let style = self.style(role);
        let at = at.intersection(self.area());
        let buffer = self.frame.buffer_mut();
        for place in at.positions() {
            if let Some(cell) = buffer.cell_mut(place) {
                cell.set_symbol(with).set_style(style);
            }
        }
    }

    /// Draws a text that was cut already, still within the room and the frame.
    fn put(&mut self, at: Rect, role: Role, text: &str) -> u16 {
        let style = self.style(role);
        let at = at.intersection(self.area());
        if at.is_empty() {
            return 0;
        }
        let room = usize::from(at.width);
        let (end, _) = self
            .frame
            .buffer_mut()
            .set_stringn(at.x, at.y, text, room, style);
        end.saturating_sub(at.x)
    }

    /// A style that also takes away the modifiers of what lies below.
    fn style(&self, role: Role) -> Style {
        let style = self.look.theme.of(role);
        let below = Modifier::all().difference(style.add_modifier);
        style.remove_modifier(below)
    }
}

fn row_of(room: Rect) -> Rect {
    Rect {
        height: room.height.min(1),
        ..room
    }
}

fn columns(text: &str) -> u16 {
    u16::try_from(text::width(text)).unwrap_or(u16::MAX)
}

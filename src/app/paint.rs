//! A frame as bytes: what changed on the screen, in as few as a slow line can carry.
//!
//! ratatui's own backend takes 500 bytes for what is 150 characters, because it jumps over every
//! blank that stays and ends by resetting what nobody reads. This one remembers what is shown and
//! writes over short gaps. Each frame begins without a guess about cursor and colours: on a Linux
//! console the kernel itself may have written something in between.

use std::io::{self, Write};

use ratatui::{
    backend::{Backend, ClearType, WindowSize},
    buffer::{Buffer, Cell},
    layout::{Position, Rect, Size},
    style::{Color, Modifier},
    text::Span,
};

/// A jump on the same row takes up to eight bytes: what stands in a gap of so many cells takes no
/// more, most of it being blanks.
const GAP_MAX: u16 = 6;

/// What characters look like from here on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Pen {
    foreground: Color,
    background: Color,
    modifier: Modifier,
}

impl Pen {
    const fn of(cell: &Cell) -> Self {
        Self {
            foreground: cell.fg,
            background: cell.bg,
            modifier: cell.modifier,
        }
    }

    /// Whether a cell looks the same with this pen: the colour of a blank's ink is not seen.
    fn draws(self, cell: &Cell) -> bool {
        let wanted = Self::of(cell);
        let blank = cell.symbol() == " " && wanted.modifier.is_empty() && self.modifier.is_empty();
        self == wanted || (blank && self.background == wanted.background)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Cursor {
    Unknown,
    Hidden,
    Shown,
}

/// The backend of the one screen there is, which fills the whole terminal.
pub struct Paint<W: Write> {
    out: W,
    shown: Buffer,
    /// As far as it is known.
    pen: Option<Pen>,
    /// Where the terminal writes next, as far as it is known.
    at: Option<Position>,
    cursor: Cursor,
}

impl<W: Write> Paint<W> {
    /// Paints on a terminal of this size, of which nothing is known yet.
    pub fn new(out: W, area: Rect) -> Self {
        Self {
            out,
            shown: Buffer::empty(area),
            pen: None,
            at: None,
            cursor: Cursor::Unknown,
        }
    }

    /// The terminal has another size; it is cleared next.
    pub fn resize(&mut self, area: Rect) {
        self.shown = Buffer::empty(area);
    }

    /// Where the bytes go.
    pub const fn out(&mut self) -> &mut W {
        &mut self.out
    }

    fn go_to(&mut self, to: Position) -> io::Result<()> {
        if self.at == Some(to) || self.crosses_gap(to)? {
            return Ok(());
        }
        self.at = Some(to);
        write!(self.out, "\x1b[{};{}H", to.y + 1, to.x + 1)
    }

    /// Writes once more what stands between here and there, if that is short and needs no other
    /// pen.
    fn crosses_gap(&mut self, to: Position) -> io::Result<bool> {
        let (Some(at), Some(pen)) = (self.at, self.pen) else {
            return Ok(false);
        };
        if at.y != to.y || at.x > to.x || to.x - at.x > GAP_MAX {
            return Ok(false);
        }
        let cells = || (at.x..to.x).map(|x| self.shown.cell((x, at.y)));
        let fits = |cell: Option<&Cell>| {
            cell.is_some_and(|cell| pen.draws(cell) && Span::raw(cell.symbol()).width() == 1)
        };
        if !cells().all(fits) {
            return Ok(false);
        }
        for cell in cells().flatten() {
            self.out.write_all(cell.symbol().as_bytes())?;
        }
        self.at = Some(to);
        Ok(true)
    }

    fn take(&mut self, cell: &Cell) -> io::Result<()> {
        let wanted = Pen::of(cell);
        let before = match self.pen {
            Some(pen) if pen.draws(cell) => return Ok(()),
            Some(pen) if pen.modifier == wanted.modifier => Some(pen),
            // A modifier is taken off by taking off all.
            Some(_) | None => None,
        };
        let mut codes = Vec::new();
        let mut plain = before.unwrap_or(Pen::of(&Cell::EMPTY));
        if before.is_none() {
            codes.push("0".to_owned());
            codes.extend(modifiers(wanted.modifier).map(str::to_owned));
            plain.modifier = wanted.modifier;
        }
        if plain.foreground != wanted.foreground {
            codes.push(colour(wanted.foreground, Ground::Ink));
        }
        if plain.background != wanted.background {
            codes.push(colour(wanted.background, Ground::Paper));
        }
        self.pen = Some(wanted);
        write!(self.out, "\x1b[{}m", codes.join(";"))
    }

    fn show(&mut self, wanted: Cursor, sequence: &[u8]) -> io::Result<()> {
        if self.cursor == wanted {
            return Ok(());
        }
        self.cursor = wanted;
        self.out.write_all(sequence)
    }

    /// Clears by a sequence; the default look, so that no terminal fills with another paper.
    fn wipe(&mut self, sequence: &[u8]) -> io::Result<()> {
        self.pen = None;
        self.out.write_all(b"\x1b[0m")?;
        self.out.write_all(sequence)
    }
}

fn modifiers(modifier: Modifier) -> impl Iterator<Item = &'static str> {
    [
        (Modifier::BOLD, "1"),
        (Modifier::DIM, "2"),
        (Modifier::ITALIC, "3"),
        (Modifier::UNDERLINED, "4"),
        (Modifier::SLOW_BLINK, "5"),
        (Modifier::RAPID_BLINK, "6"),
        (Modifier::REVERSED, "7"),
        (Modifier::HIDDEN, "8"),
        (Modifier::CROSSED_OUT, "9"),
    ]
    .into_iter()
    .filter(move |(one, _)| modifier.contains(*one))
    .map(|(_, code)| code)
}

#[derive(Clone, Copy)]
enum Ground {
    Ink,
    Paper,
}

/// The code of a colour. The sixteen go by their number of 256: the Linux console then takes the
/// brightness from the colour, and not from what stood before.
fn colour(colour: Color, ground: Ground) -> String {
    let (first, reset) = match ground {
        Ground::Ink => ("38", "39"),
        Ground::Paper => ("48", "49"),
    };
    let number = match colour {
        Color::Reset => return reset.to_owned(),
        Color::Rgb(red, green, blue) => return format!("{first};2;{red};{green};{blue}"),
        Color::Indexed(number) => number,
        Color::Black => 0,
        Color::Red => 1,
        Color::Green => 2,
        Color::Yellow => 3,
        Color::Blue => 4,
        Color::Magenta => 5,
        Color::Cyan => 6,
        Color::Gray => 7,
        Color::DarkGray => 8,
        Color::LightRed => 9,
        Color::LightGreen => 10,
        Color::LightYellow => 11,
        Color::LightBlue => 12,
        Color::LightMagenta => 13,
        Color::LightCyan => 14,
        Color::White => 15,
    };
    format!("{first};5;{number}")
}

impl<W: Write> Backend for Paint<W> {
    type Error = io::Error;

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        for (x, y, cell) in content {
            let to = Position { x, y };
            self.go_to(to)?;
            self.take(cell)?;
            self.out.write_all(cell.symbol().as_bytes())?;
            // After the last column, or a sign that terminals give different widths, only the
            // terminal knows where it is.
            let narrow = Span::raw(cell.symbol()).width() == 1;
            let inside = x + 1 < self.shown.area.right();
            self.at = (narrow && inside).then_some(Position { x: x + 1, y });
            if let Some(shown) = self.shown.cell_mut(to) {
                shown.clone_from(cell);
            }
        }
        Ok(())
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.show(Cursor::Hidden, b"\x1b[?25l")
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.show(Cursor::Shown, b"\x1b[?25h")
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        // Never asked: the answer would come between the keys.
        Ok(self.at.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.go_to(position.into())
    }

    fn clear(&mut self) -> io::Result<()> {
        self.shown.reset();
        self.wipe(b"\x1b[2J")
    }

    fn clear_region(&mut self, region: ClearType) -> io::Result<()> {
        // The whole screen is one viewport, cleared from its first cell on.
        self.shown.reset();
        match region {
            ClearType::All => self.wipe(b"\x1b[2J"),
            ClearType::AfterCursor => self.wipe(b"\x1b[J"),
            ClearType::BeforeCursor => self.wipe(b"\x1b[1J"),
            ClearType::CurrentLine => self.wipe(b"\x1b[2K"),
            ClearType::UntilNewLine => self.wipe(b"\x1b[K"),
        }
    }

    fn size(&self) -> io::Result<Size> {
        Ok(self.shown.area.as_size())
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        Ok(WindowSize {
            columns_rows: self.shown.area.as_size(),
            pixels: Size::default(),
        })
    }

    fn flush(&mut self) -> io::Result<()> {
        self.at = None;
        self.pen = None;
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;

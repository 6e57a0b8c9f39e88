//! Sums to be read from two metres away: five rows of full blocks, which every terminal and every
//! console font has, with a `€`, and which need no colour.

use ratatui::layout::{Rect, Size};

use super::{canvas::Canvas, text, theme::Role};

/// The rows of a character before it is enlarged.
const ROWS: u16 = 5;

/// One column of air between two characters, enlarged with them.
const GAP: u16 = 1;

/// How a sum is drawn in the room it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scale {
    /// As text in one row.
    Plain,
    /// So many columns and rows for each block.
    Blocks(u16, u16),
}

/// From the largest to the smallest. A cell of a terminal is about twice as high as wide, so two
/// columns to a row make square blocks.
const SCALES: [(u16, u16); 3] = [(2, 2), (2, 1), (1, 1)];

/// The room that a sum will take of the room it is given.
pub fn size(sum: &str, room: Size) -> Size {
    match scale(sum, room) {
        Scale::Plain => {
            let columns = text::width(&text::whole(sum, usize::from(room.width)));
            Size::new(
                u16::try_from(columns).unwrap_or(u16::MAX),
                room.height.min(1),
            )
        }
        Scale::Blocks(wide, high) => {
            let columns = blocks(sum).unwrap_or_default();
            Size::new(columns.saturating_mul(wide), ROWS * high)
        }
    }
}

impl Canvas<'_, '_> {
    /// A sum or an hour (digits, `,` `.` `:` `-` `€` and spaces) as large as its room allows, from the room's
    /// upper left corner; answers the room taken. Any other text, or one without room, is drawn as
    /// text in one row, never cut.
    pub fn big(&mut self, at: Rect, role: Role, sum: &str) -> Rect {
        match scale(sum, at.as_size()) {
            Scale::Plain => {
                self.figure(at, role, sum);
            }
            Scale::Blocks(wide, high) => {
                let mut x = at.x;
                for shape in sum.chars().filter_map(shape) {
                    draw_shape(self, (x, at.y), role, shape, (wide, high));
                    x = x.saturating_add((width(shape) + GAP).saturating_mul(wide));
                }
            }
        }
        let size = size(sum, at.as_size());
        Rect {
            width: size.width,
            height: size.height,
            ..at
        }
    }
}

fn draw_shape(canvas: &mut Canvas, from: (u16, u16), role: Role, shape: Shape, by: (u16, u16)) {
    let (wide, high) = by;
    for (row, line) in (0..).zip(shape) {
        for (column, _) in (0..).zip(line.chars()).filter(|(_, block)| *block == '#') {
            let x = from.0.saturating_add(wide.saturating_mul(column));
            let y = from.1.saturating_add(high.saturating_mul(row));
            canvas.fill(Rect::new(x, y, wide, high), role, "█");
        }
    }
}

fn scale(sum: &str, room: Size) -> Scale {
    let Some(columns) = blocks(sum) else {
        return Scale::Plain;
    };
    SCALES
        .into_iter()
        .find(|(wide, high)| {
            columns.saturating_mul(*wide) <= room.width && ROWS * high <= room.height
        })
        .map_or(Scale::Plain, |(wide, high)| Scale::Blocks(wide, high))
}

/// The blocks in a row of the whole sum; none if a character has no shape.
fn blocks(sum: &str) -> Option<u16> {
    let mut columns = 0_u16;
    for c in sum.chars() {
        columns = columns.saturating_add(width(shape(c)?) + GAP);
    }
    columns.checked_sub(GAP)
}

type Shape = [&'static str; 5];

fn width(shape: Shape) -> u16 {
    u16::try_from(shape.map(str::len).into_iter().max().unwrap_or_default()).unwrap_or(u16::MAX)
}

const fn shape(c: char) -> Option<Shape> {
    Some(match c {
        '0' => ["#####", "#   #", "#   #", "#   #", "#####"],
        '1' => ["  # ", " ## ", "  # ", "  # ", " ###"],
        '2' => ["#####", "    #", "#####", "#    ", "#####"],
        '3' => ["#####", "    #", " ####", "    #", "#####"],
        '4' => ["#   #", "#   #", "#####", "    #", "    #"],
        '5' => ["#####", "#    ", "#####", "    #", "#####"],
        '6' => ["#####", "#    ", "#####", "#   #", "#####"],
        '7' => ["#####", "    #", "   # ", "  #  ", "  #  "],
        '8' => ["#####", "#   #", "#####", "#   #", "#####"],
        '9' => ["#####", "#   #", "#####", "    #", "#####"],
        ',' => ["  ", "  ", "  ", "##", " #"],
        '.' => ["  ", "  ", "  ", "##", "##"],
        ':' => ["  ", "##", "  ", "##", "  "],
        '-' => ["    ", "    ", "####", "    ", "    "],
        '€' => ["  ####", " #    ", "##### ", " #    ", "  ####"],
        ' ' | '\u{a0}' | '\u{202f}' => ["  ", "  ", "  ", "  ", "  "],
        _ => return None,
    })
}

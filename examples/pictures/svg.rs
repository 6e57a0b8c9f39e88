//! A screen as a drawing: one text element a row, its pieces where their cells are.

use std::fmt::Write;

use ratatui::{
    Frame, Terminal,
    backend::TestBackend,
    buffer::{Buffer, Cell},
    style::{Color, Modifier},
};

const COLUMNS: u16 = 80;
const ROWS: u16 = 24;
const CELL_WIDTH: u16 = 9;
const CELL_HEIGHT: u16 = 18;
/// From the top of a cell down to where its letters stand.
const BASELINE: u16 = 14;
/// Air around the screen.
const EDGE: u16 = 9;

/// What `draw` puts on a screen of the size everything is made for.
pub fn of(title: &str, draw: impl FnOnce(&mut Frame<'_>)) -> String {
    let mut terminal = Terminal::new(TestBackend::new(COLUMNS, ROWS)).unwrap();
    terminal.draw(draw).unwrap();
    let cursor = terminal.get_cursor_position().unwrap();
    let buffer = terminal.backend().buffer();
    let (width, height) = (COLUMNS * CELL_WIDTH, ROWS * CELL_HEIGHT);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-{EDGE} -{EDGE} {} {}\" \
         font-family=\"DejaVu Sans Mono, Liberation Mono, Menlo, monospace\" font-size=\"15\" fill=\"{INK}\">\n\
         <title>{}</title>\n\
         <rect x=\"-{EDGE}\" y=\"-{EDGE}\" width=\"100%\" height=\"100%\" rx=\"6\" fill=\"{PAPER}\"/>\n",
        width + 2 * EDGE,
        height + 2 * EDGE,
        plain(title),
    );
    for row in 0..ROWS {
        grounds(&mut svg, buffer, row);
        texts(&mut svg, buffer, row);
    }
    let (x, y) = (cursor.x * CELL_WIDTH, cursor.y * CELL_HEIGHT);
    rect(&mut svg, (x, y + CELL_HEIGHT - 3), (CELL_WIDTH, 3), INK);
    svg.push_str("</svg>\n");
    svg
}

/// The cells of a row whose ground is not the paper's, and blocks, which fill their cell whatever
/// the font; neighbours of one colour together.
fn grounds(svg: &mut String, buffer: &Buffer, row: u16) {
    let ground = |column: u16| {
        let cell = &buffer[(column, row)];
        if cell.symbol() == "█" {
            ink(cell)
        } else {
            paper(cell)
        }
    };
    let mut from = 0;
    while from < COLUMNS {
        let colour = ground(from);
        let to = (from..COLUMNS)
            .find(|column| ground(*column) != colour)
            .unwrap_or(COLUMNS);
        if colour != PAPER {
            let place = (from * CELL_WIDTH, row * CELL_HEIGHT);
            rect(svg, place, ((to - from) * CELL_WIDTH, CELL_HEIGHT), colour);
        }
        from = to;
    }
}

/// What is written in a row: a piece ends where the look changes and where a gap begins, so that
/// a font of another width shifts nothing by much.
fn texts(svg: &mut String, buffer: &Buffer, row: u16) {
    let mut pieces = String::new();
    let mut from = 0;
    while from < COLUMNS {
        let first = &buffer[(from, row)];
        if is_blank(first) {
            from += 1;
            continue;
        }
        let mut text = String::new();
        let mut to = from;
        while to < COLUMNS && goes_on(buffer, (to, row), first) {
            let cell = &buffer[(to, row)];
            text.push_str(if is_blank(cell) { " " } else { cell.symbol() });
            to += 1;
        }
        let mut look = String::new();
        if ink(first) != INK {
            write!(look, " fill=\"{}\"", ink(first)).unwrap();
        }
        if first.modifier.contains(Modifier::BOLD) {
            look.push_str(" font-weight=\"bold\"");
        }
        let x = from * CELL_WIDTH;
        let text = plain(text.trim_end());
        write!(pieces, "<tspan x=\"{x}\"{look}>{text}</tspan>").unwrap();
        from = to;
    }
    if !pieces.is_empty() {
        let y = row * CELL_HEIGHT + BASELINE;
        writeln!(svg, "<text y=\"{y}\">{pieces}</text>").unwrap();
    }
}

fn goes_on(buffer: &Buffer, (column, row): (u16, u16), first: &Cell) -> bool {
    let cell = &buffer[(column, row)];
    let look = |cell: &Cell| (ink(cell), cell.modifier.contains(Modifier::BOLD));
    let after = (column + 1 < COLUMNS).then(|| &buffer[(column + 1, row)]);
    let in_gap = is_blank(cell) && after.is_none_or(is_blank);
    !in_gap && look(cell) == look(first) && cell.symbol() != "█"
}

fn is_blank(cell: &Cell) -> bool {
    [" ", "█"].contains(&cell.symbol())
}

fn rect(svg: &mut String, (x, y): (u16, u16), (width, height): (u16, u16), colour: &str) {
    writeln!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{colour}\"/>"
    )
    .unwrap();
}

const PAPER: &str = "#fdfdf6";
const INK: &str = "#16161a";

fn ink(cell: &Cell) -> &'static str {
    let colour = if cell.modifier.contains(Modifier::REVERSED) {
        cell.bg
    } else {
        cell.fg
    };
    named(colour)
}

fn paper(cell: &Cell) -> &'static str {
    let colour = if cell.modifier.contains(Modifier::REVERSED) {
        cell.fg
    } else {
        cell.bg
    };
    named(colour)
}

/// The colours of the theme soleil, as a good screen shows them.
fn named(colour: Color) -> &'static str {
    match colour {
        Color::White => PAPER,
        Color::Black => INK,
        Color::Blue => "#1d3fb0",
        Color::Magenta => "#8a1785",
        Color::Red => "#b0160f",
        other => panic!("soleil has no {other}"),
    }
}

fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

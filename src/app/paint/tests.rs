//! The bytes of frames, and what a terminal makes of them.

use std::num::NonZeroU16;

use proptest::prelude::*;
use ratatui::{Terminal, TerminalOptions, Viewport, style::Style};

use super::*;

const AREA: Rect = Rect::new(0, 0, 20, 4);

type Till = Terminal<Paint<Vec<u8>>>;

fn screen() -> (Till, vt100::Parser) {
    let viewport = Viewport::Fixed(AREA);
    let paint = Paint::new(Vec::new(), AREA);
    let mut till = Terminal::with_options(paint, TerminalOptions { viewport }).unwrap();
    till.resize(AREA).unwrap();
    let rows = NonZeroU16::new(AREA.height).unwrap();
    let columns = NonZeroU16::new(AREA.width).unwrap();
    (till, vt100::Parser::new(rows, columns, 0))
}

/// Draws a text in a style over what was there, and answers the bytes.
fn draw(till: &mut Till, page: &Buffer, cursor: Position) -> Vec<u8> {
    till.draw(|frame| {
        frame.buffer_mut().clone_from(page);
        frame.set_cursor_position(cursor);
    })
    .unwrap();
    std::mem::take(till.backend_mut().out())
}

fn page(texts: &[(u16, u16, &str, Style)]) -> Buffer {
    let mut page = Buffer::empty(AREA);
    page.set_style(AREA, soleil());
    for (x, y, text, style) in texts {
        page.set_string(*x, *y, text, *style);
    }
    page
}

fn soleil() -> Style {
    Style::new().fg(Color::Black).bg(Color::White)
}

const ORIGIN: Position = Position { x: 0, y: 0 };

#[test]
fn a_typed_letter_takes_a_move_its_colours_and_itself() {
    let (mut till, _) = screen();
    draw(
        &mut till,
        &page(&[(0, 1, "> ca", soleil())]),
        Position { x: 4, y: 1 },
    );
    let written = draw(
        &mut till,
        &page(&[(0, 1, "> car", soleil())]),
        Position { x: 5, y: 1 },
    );
    let written = String::from_utf8(written).unwrap();
    assert_eq!(written, "\x1b[2;5H\x1b[0;38;5;0;48;5;15mr");
}

#[test]
fn a_short_gap_is_written_over_and_a_long_one_jumped() {
    let (mut till, _) = screen();
    draw(&mut till, &page(&[]), ORIGIN);
    let written = draw(
        &mut till,
        &page(&[(0, 0, "a b", soleil()), (15, 0, "c", soleil())]),
        ORIGIN,
    );
    let written = String::from_utf8(written).unwrap();
    assert_eq!(
        written,
        "\x1b[1;1H\x1b[0;38;5;0;48;5;15ma b\x1b[1;16Hc\x1b[1;1H"
    );
}

#[test]
fn without_colours_only_the_modifiers_are_written() {
    let (mut till, _) = screen();
    let mut page = Buffer::empty(AREA);
    draw(&mut till, &page, ORIGIN);
    page.set_string(0, 0, "Miel", Style::new().add_modifier(Modifier::REVERSED));
    page.set_string(4, 0, "!", Style::new());
    let written = String::from_utf8(draw(&mut till, &page, ORIGIN)).unwrap();
    assert_eq!(written, "\x1b[1;1H\x1b[0;7mMiel\x1b[0m!\x1b[1;1H");
}

fn styles() -> impl Strategy<Value = Style> {
    let colours = || {
        prop_oneof![
            Just(Color::Reset),
            Just(Color::Black),
            Just(Color::White),
            Just(Color::Blue),
            Just(Color::LightRed),
            Just(Color::Indexed(200)),
        ]
    };
    let modifiers = prop_oneof![
        Just(Modifier::empty()),
        Just(Modifier::BOLD),
        Just(Modifier::REVERSED),
        Just(Modifier::UNDERLINED | Modifier::BOLD),
    ];
    (colours(), colours(), modifiers)
        .prop_map(|(ink, paper, modifier)| Style::new().fg(ink).bg(paper).add_modifier(modifier))
}

const fn seen(colour: Color) -> vt100::Color {
    match colour {
        Color::Black => vt100::Color::Idx(0),
        Color::Blue => vt100::Color::Idx(4),
        Color::LightRed => vt100::Color::Idx(9),
        Color::White => vt100::Color::Idx(15),
        Color::Indexed(number) => vt100::Color::Idx(number),
        _ => vt100::Color::Default,
    }
}

fn same(shown: &vt100::Cell, cell: &Cell) -> bool {
    let text = if shown.contents().is_empty() {
        " "
    } else {
        shown.contents()
    };
    let ink_is_seen = text != " " || !cell.modifier.is_empty();
    text == cell.symbol()
        && shown.bgcolor() == seen(cell.bg)
        && (!ink_is_seen || shown.fgcolor() == seen(cell.fg))
        && shown.bold() == cell.modifier.contains(Modifier::BOLD)
        && shown.underline() == cell.modifier.contains(Modifier::UNDERLINED)
        && shown.inverse() == cell.modifier.contains(Modifier::REVERSED)
}

proptest! {
    /// Whatever is drawn over whatever, and whatever else wrote colours and moved the cursor in
    /// between, the terminal shows the last frame.
    #[test]
    fn a_terminal_shows_each_frame_as_it_was_drawn(
        frames in prop::collection::vec(
            prop::collection::vec((0..20_u16, 0..4_u16, "[a-zé€ █]{1,9}", styles()), 0..6),
            1..8,
        ),
        cursor in (0..20_u16, 0..4_u16),
    ) {
        let (mut till, mut terminal) = screen();
        let cursor = Position { x: cursor.0, y: cursor.1 };
        let mut drawn = Buffer::empty(AREA);
        for texts in frames {
            for (x, y, text, style) in &texts {
                drawn.set_string(*x, *y, text, *style);
            }
            let written = draw(&mut till, &drawn, cursor);
            terminal.process(&written);
            let shown = terminal.screen();
            prop_assert_eq!(shown.cursor_position(), (cursor.y, cursor.x));
            for y in 0..AREA.height {
                for x in 0..AREA.width {
                    let (shown, cell) = (shown.cell(y, x).unwrap(), &drawn[(x, y)]);
                    prop_assert!(same(shown, cell), "{},{}: {:?} is shown as {:?}", x, y, cell, shown);
                }
            }
            terminal.process(b"\x1b[3;7H\x1b[0;1;35m");
        }
    }

    #[test]
    fn wide_signs_keep_their_place(text in "[a石蜂é]{1,9}", other in "[a石蜂é]{1,9}") {
        let (mut till, mut terminal) = screen();
        for text in [text, other] {
            let written = draw(&mut till, &page(&[(1, 1, &text, soleil())]), ORIGIN);
            terminal.process(&written);
            let row = terminal.screen().contents().lines().nth(1).unwrap_or_default().to_owned();
            prop_assert_eq!(row.trim(), text);
        }
    }
}

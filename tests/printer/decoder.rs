//! A printer on paper: reads ESC/POS as a printer does and refuses every command it does not know.

use crate::pages;
use etal::devices::codec::Codec;

/// What the printer does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    Initialise,
    LeaveKanji,
    Country(u8),
    Page(u8),
    Justify(u8),
    Bold(u8),
    Size(u8),
    /// A line of text with its end.
    Line(String),
    CutPartly,
    CutThrough,
    AskPaper,
    /// An EAN-13 in modules of so many dots, so high, the digits below.
    Bars(u8, u8, String),
    Kick(u8, u8, u8),
}

/// The acts, in order; panics on a byte that is neither text nor a command above.
pub fn acts(bytes: &[u8], codec: Codec) -> Vec<Act> {
    let mut acts = Vec::new();
    let mut line = String::new();
    let mut rest = bytes;
    while let Some(first) = rest.first() {
        let (act, length) = match rest {
            [b'\n', ..] => (Act::Line(std::mem::take(&mut line)), 1),
            [0x1b, b'@', ..] => (Act::Initialise, 2),
            [0x1c, b'.', ..] => (Act::LeaveKanji, 2),
            [0x1b, b'R', n, ..] => (Act::Country(*n), 3),
            [0x1b, b't', n, ..] => (Act::Page(*n), 3),
            [0x1b, b'a', n, ..] => (Act::Justify(*n), 3),
            [0x1b, b'E', n, ..] => (Act::Bold(*n), 3),
            [0x1d, b'!', n, ..] => (Act::Size(*n), 3),
            [0x1d, b'V', b'B', 0, ..] => (Act::CutPartly, 4),
            [0x1d, b'V', b'A', 0, ..] => (Act::CutThrough, 4),
            [
                0x1d,
                b'w',
                wide,
                0x1d,
                b'h',
                high,
                0x1d,
                b'H',
                2,
                0x1d,
                b'k',
                2,
                digits @ ..,
            ] => {
                let end = digits.iter().position(|it| *it == 0).unwrap();
                let digits = String::from_utf8(digits[..end].to_vec()).unwrap();
                assert!(etal::domain::barcode::valid(&digits) && end == 13);
                (Act::Bars(*wide, *high, digits), 12 + end + 1)
            }
            [0x1d, b'r', 1, ..] => (Act::AskPaper, 3),
            [0x1b, b'p', pin, on, off, ..] => (Act::Kick(*pin, *on, *off), 5),
            _ => {
                line.push(character(*first, codec));
                rest = &rest[1..];
                continue;
            }
        };
        assert!(line.is_empty(), "{act:?} within the line {line:?}");
        acts.push(act);
        rest = &rest[length..];
    }
    assert!(line.is_empty(), "{line:?} has no end");
    acts
}

/// Only the lines, with how many columns each takes.
pub fn lines(bytes: &[u8], codec: Codec) -> Vec<(String, usize)> {
    let mut width = 1;
    let mut lines = Vec::new();
    for act in acts(bytes, codec) {
        match act {
            Act::Size(size) => width = usize::from(size >> 4) + 1,
            Act::Line(text) => {
                let columns = text.chars().count() * width;
                lines.push((text, columns));
            }
            _ => {}
        }
    }
    lines
}

fn character(byte: u8, codec: Codec) -> char {
    let page = match codec {
        Codec::Ascii => &[0; 128],
        Codec::Cp437 => &pages::CP437,
        Codec::Cp858 => &pages::CP858,
        Codec::Cp1252 => &pages::CP1252,
        Codec::Latin9 => &pages::LATIN9,
    };
    let code = match byte {
        0x20..=0x7e => u32::from(byte),
        0x80.. => u32::from(page[usize::from(byte - 0x80)]),
        _ => panic!("the byte {byte:02x} is neither text nor a known command"),
    };
    let character = char::from_u32(code).filter(|it| !it.is_control());
    character.unwrap_or_else(|| panic!("{byte:02x} prints nothing known in {codec:?}"))
}

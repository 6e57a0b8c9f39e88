//! Text out of bytes: what spreadsheets of the last thirty years call a CSV file.

use std::borrow::Cow;

use encoding_rs::{UTF_8, WINDOWS_1252};
use serde::Serialize;

use super::refusals::FileRefusal;

/// The most a file may weigh, in bytes: ten times the largest catalogue anybody has shown us.
pub const BYTES_MAX: usize = 64 * 1024 * 1024;

/// How a file's letters were written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// Unicode, with or without a mark in front.
    Utf8,
    /// Western European Windows, what French spreadsheets still save by default.
    Windows1252,
    /// Unicode in two bytes a letter, what Excel calls « Texte Unicode ».
    Utf16,
}

/// The text of a file. What is not UTF-8 is taken for Windows-1252, unless it is plainly UTF-8
/// with some bytes damaged: reading that as Windows-1252 would turn every « é » into « Ã© ».
pub fn text(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), FileRefusal> {
    if bytes.len() > BYTES_MAX {
        return Err(FileRefusal::TooLarge);
    }
    if is_spreadsheet(bytes) {
        return Err(FileRefusal::Spreadsheet);
    }
    let (text, encoding) = match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            let bytes = bytes.get(length..).unwrap_or_default();
            let (text, damaged) = encoding.decode_without_bom_handling(bytes);
            if damaged {
                let line = line_of(&text, text.find('\u{fffd}').unwrap_or_default());
                return Err(FileRefusal::Damaged { line });
            }
            let utf8 = encoding == UTF_8;
            let encoding = if utf8 {
                Encoding::Utf8
            } else {
                Encoding::Utf16
            };
            (text, encoding)
        }
        None => unmarked(bytes)?,
    };
    match text.find('\0') {
        Some(at) => Err(FileRefusal::NotText {
            line: line_of(&text, at),
        }),
        None => Ok((text, encoding)),
    }
}

fn unmarked(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), FileRefusal> {
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Ok((Cow::Borrowed(text), Encoding::Utf8));
    }
    let (mut right, mut wrong) = (0, 0);
    let mut first_wrong = None;
    let mut at = 0;
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            wrong += 1;
            first_wrong.get_or_insert(at);
        }
        at += chunk.invalid().len();
    }
    if right > wrong {
        let before = bytes.get(..first_wrong.unwrap_or_default());
        let line = line_of(
            &String::from_utf8_lossy(before.unwrap_or_default()),
            usize::MAX,
        );
        return Err(FileRefusal::Damaged { line });
    }
    let (text, _) = WINDOWS_1252.decode_without_bom_handling(bytes);
    Ok((text, Encoding::Windows1252))
}

/// Zip (xlsx, ods) and OLE (xls) containers.
fn is_spreadsheet(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
}

/// How many physical lines end in a text: at `\n`, `\r\n` or a `\r` alone.
pub(super) fn line_ends(text: &str) -> usize {
    let bytes = text.as_bytes();
    let lone = |at: usize| bytes.get(at + 1) != Some(&b'\n');
    bytes
        .iter()
        .enumerate()
        .filter(|(at, byte)| **byte == b'\n' || (**byte == b'\r' && lone(*at)))
        .count()
}

/// The line, counted from 1, in which a byte of the text stands.
pub(super) fn line_of(text: &str, at: usize) -> u32 {
    let before = text.get(..at).unwrap_or(text);
    u32::try_from(line_ends(before)).map_or(u32::MAX, |ends| ends.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_read_from_every_encoding() {
        let words = "Crème d’œufs — 2,50 €\r\n";
        let (cp1252, ..) = WINDOWS_1252.encode(words);
        let utf16: Vec<u8> = std::iter::once('\u{feff}')
            .chain(words.chars())
            .flat_map(|c| (c as u16).to_le_bytes())
            .collect();
        let marked = format!("\u{feff}{words}");
        for (bytes, encoding) in [
            (words.as_bytes(), Encoding::Utf8),
            (marked.as_bytes(), Encoding::Utf8),
            (&cp1252, Encoding::Windows1252),
            (&utf16, Encoding::Utf16),
        ] {
            assert_eq!(text(bytes), Ok((Cow::Borrowed(words), encoding)));
        }
    }

    #[test]
    fn two_letters_that_could_be_one_do_not_make_a_windows_file_damaged() {
        let words = "« CAFÉ»; crème, pâté";
        let (cp1252, ..) = WINDOWS_1252.encode(words);
        assert_eq!(
            text(&cp1252),
            Ok((Cow::Borrowed(words), Encoding::Windows1252))
        );
    }

    #[test]
    fn a_file_that_is_no_text_is_refused_by_name() {
        assert_eq!(text(b"PK\x03\x04rest"), Err(FileRefusal::Spreadsheet));
        assert_eq!(
            text(b"code;prix\n12;\x00"),
            Err(FileRefusal::NotText { line: 2 })
        );
        let mut damaged = "Crème\nPâté\nŒufs".as_bytes().to_vec();
        damaged.push(0xc3);
        assert_eq!(text(&damaged), Err(FileRefusal::Damaged { line: 3 }));
    }
}

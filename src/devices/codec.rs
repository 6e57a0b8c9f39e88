//! Which byte a printer's code page has for a character, and what stands in where it has none.

use encoding_rs::{Encoding, ISO_8859_15, WINDOWS_1252};
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The characters that a printer has at the page its profile selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Codec {
    /// The 95 printable ones every printer has; for models of which nothing is known.
    Ascii,
    /// The page every printer starts with: no € and few French capitals.
    Cp437,
    /// Western Europe with €; lacks œ and the curved quotes.
    Cp858,
    /// Windows Western: all of French, € and the curved quotes.
    Cp1252,
    /// ISO 8859-15: all of French letters and €, but no curved quotes.
    Latin9,
}

/// Bytes 0x80 to 0xFF of code page 437.
const CP437: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐\
    └┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}";

/// Bytes 0x80 to 0xFF of code page 858, which is 850 with € at 0xD5.
const CP858: &str = "\
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
    └┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈ€ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}";

const NO_BREAK_SPACE: char = '\u{a0}';

impl Codec {
    /// The byte to send for a character; never one below 0x20, nor 0x7F. None where the page lacks
    /// it. The no-break space is an ordinary space on paper.
    pub fn byte(self, character: char) -> Option<u8> {
        match character {
            ' '..='~' => u8::try_from(character).ok(),
            NO_BREAK_SPACE => Some(b' '),
            _ if character.is_control() || is_invisible(character) => None,
            _ => match self {
                Self::Ascii => None,
                Self::Cp437 => upper_half(CP437, character),
                Self::Cp858 => upper_half(CP858, character),
                Self::Cp1252 => single(WINDOWS_1252, character),
                Self::Latin9 => single(ISO_8859_15, character),
            },
        }
    }

    /// The text in characters this page has, one byte and one column each, as near to the original
    /// as the page allows: the character, else its transliteration, else its letter without the
    /// accent, else a question mark.
    pub fn legible(self, text: &str) -> String {
        let mut legible = String::with_capacity(text.len());
        for character in clean(text).chars() {
            if self.byte(character).is_some() {
                legible.push(character);
            } else {
                self.stand_in(character, &mut legible);
            }
        }
        legible
    }

    /// The bytes of a text that `legible` has made.
    pub fn bytes(self, legible: &str) -> Vec<u8> {
        legible
            .chars()
            .map(|character| self.byte(character).unwrap_or(b'?'))
            .collect()
    }

    fn stand_in(self, character: char, legible: &mut String) {
        if is_combining_mark(character) {
            return;
        }
        if let Some(known) = own_transliteration(character) {
            legible.push_str(known);
            return;
        }
        let base = character.nfd().next().unwrap_or(character);
        if base != character && self.byte(base).is_some() {
            legible.push(base);
            return;
        }
        match deunicode::deunicode_char(character) {
            Some(letters) => legible.extend(letters.chars().filter(|it| matches!(it, ' '..='~'))),
            None => legible.push('?'),
        }
    }
}

/// The text as one line for people: composed (NFC), each kind of white space a space, each kind of
/// no-break space U+00A0, and nothing that moves the cursor, turns the writing or cannot be seen.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            NO_BREAK_SPACE | '\u{2007}' | '\u{202f}' => Some(NO_BREAK_SPACE),
            _ if character.is_whitespace() => Some(' '),
            _ if character.is_control() || is_invisible(character) => None,
            _ => Some(character),
        })
        .nfc()
        .collect()
}

/// Format and bidirectional characters, joiners, soft hyphens, variation selectors, tags.
fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What a French ticket needs and a general transliteration has otherwise.
fn own_transliteration(character: char) -> Option<&'static str> {
    Some(match character {
        '–' | '—' | '―' | '−' | '‐' | '‑' => "-",
        '«' | '»' | '“' | '”' | '„' => "\"",
        '°' | 'º' => "o",
        '€' => "EUR",
        '·' | '•' | '∙' => "*",
        _ => return None,
    })
}

fn upper_half(page: &str, character: char) -> Option<u8> {
    let place = page.chars().position(|it| it == character)?;
    u8::try_from(0x80 + place).ok()
}

fn single(page: &'static Encoding, character: char) -> Option<u8> {
    let mut room = [0; 4];
    let (bytes, _, lacking) = page.encode(character.encode_utf8(&mut room));
    match *bytes {
        [byte] if !lacking && byte >= 0x80 => Some(byte),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_has_128_characters_above_ascii() {
        assert_eq!(CP437.chars().count(), 128);
        assert_eq!(CP858.chars().count(), 128);
    }

    #[test]
    fn what_a_page_lacks_is_written_in_letters_it_has() {
        for (codec, written, printed) in [
            (
                Codec::Ascii,
                "Œufs frais d’été, 3,20\u{202f}€",
                "OEufs frais d'ete, 3,20\u{a0}EUR",
            ),
            (
                Codec::Cp437,
                "Crème À L’ANCIENNE n° 5",
                "Crème A L'ANCIENNE n° 5",
            ),
            (
                Codec::Cp858,
                "Cœurs – ÇÀÔ… 2\u{a0}€",
                "Coeurs - ÇÀÔ... 2\u{a0}€",
            ),
            (
                Codec::Cp1252,
                "Cœurs – « ÇÀŸ » … ’ 2 €",
                "Cœurs – « ÇÀŸ » … ’ 2 €",
            ),
            (Codec::Latin9, "Cœurs – « ŒÀŸ » 2 €", "Cœurs - « ŒÀŸ » 2 €"),
            (Codec::Ascii, "n° 12 · « bio »", "no 12 * \" bio \""),
            (
                Codec::Cp1252,
                "Борщ, Łódź, naïve x\u{302}",
                "Borshch, Lódz, naïve x",
            ),
            (Codec::Cp1252, "\u{f0000}", "?"),
        ] {
            assert_eq!(codec.legible(written), printed, "{codec:?}");
        }
    }

    #[test]
    fn a_letter_and_its_accent_apart_print_as_one() {
        assert_eq!(
            Codec::Cp1252.bytes(&Codec::Cp1252.legible("e\u{301}")),
            [0xe9]
        );
        assert_eq!(Codec::Cp1252.legible("e\u{7}\u{301}"), "é");
    }

    #[test]
    fn nothing_unseen_survives() {
        let hidden = "a\u{1b}p\u{0}\u{9b}\u{7f}\u{202e}\u{200b}\u{ad}\u{feff}b\tc\r\nd";
        assert_eq!(clean(hidden), "apb c  d");
    }
}

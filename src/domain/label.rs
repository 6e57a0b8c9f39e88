//! The one door for text from outside: names, reasons, notes, made harmless for screen, paper and files.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// A short text in NFC, on one line, without control, format or bidirectional characters.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Label(Box<str>);

impl Label {
    /// The most a label holds, in characters as people count them.
    pub const LENGTH_MAX: usize = 64;

    /// Cleans a text: white space becomes single spaces, what a screen or a printer could obey is
    /// dropped, what is too long is cut. None if nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        if is_clean(text) {
            return Some(Self(text.into()));
        }
        let mut clean = String::with_capacity(text.len());
        for c in text.nfc() {
            if c.is_whitespace() {
                if !clean.ends_with(' ') && !clean.is_empty() {
                    clean.push(' ');
                }
            } else if !obeyed(c) {
                clean.push(c);
            }
        }
        let cut: String = clean.graphemes(true).take(Self::LENGTH_MAX).collect();
        // Cutting can uncover a last space, dropping can bring two parts of a letter together.
        let cut: String = cut.trim_end().nfc().collect();
        (!cut.is_empty()).then(|| Self(cut.into_boxed_str()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a text is a label as it stands: letters of Western Europe, each a whole one in NFC. It
/// only says in one pass what cleaning would find out in several; a catalogue has thousands.
fn is_clean(text: &str) -> bool {
    let mut length = 0;
    let mut before = ' ';
    for c in text.chars() {
        if !matches!(c, ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{17e}' | '’' | '€')
            || (c == ' ' && before == ' ')
        {
            return false;
        }
        length += 1;
        before = c;
    }
    before != ' ' && length <= Label::LENGTH_MAX
}

/// Whether a terminal, a printer or the bidirectional algorithm would act on it: the categories
/// Cc, Cf (but the joiner of emoji), Zl and Zp, and private or unassigned uses that nothing shows.
fn obeyed(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{600}'..='\u{605}' | '\u{61c}' | '\u{6dd}' | '\u{70f}' | '\u{890}'
            | '\u{891}' | '\u{8e2}' | '\u{180e}' | '\u{200b}' | '\u{200c}' | '\u{200e}'
            | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
            | '\u{fff9}'..='\u{fffb}' | '\u{110bd}' | '\u{110cd}' | '\u{13430}'..='\u{1345f}'
            | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e000}'..='\u{f8ff}'
            | '\u{e0001}' | '\u{e0020}'..='\u{e007f}' | '\u{f0000}'..='\u{10ffff}')
}

impl fmt::Display for Label {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl TryFrom<String> for Label {
    type Error = EmptyLabel;
    fn try_from(text: String) -> Result<Self, EmptyLabel> {
        if is_clean(&text) {
            return Ok(Self(text.into_boxed_str()));
        }
        Self::new(&text).ok_or(EmptyLabel)
    }
}

impl From<Label> for String {
    fn from(label: Label) -> Self {
        label.0.into()
    }
}

/// A text of which nothing is left to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EmptyLabel;

impl fmt::Display for EmptyLabel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text with nothing to show")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_name_cannot_command_the_terminal_or_the_drawer() {
        let label = Label::new("Miel\u{1b}p\u{0}\u{19} \u{202e}500 g\r\n").unwrap();
        assert_eq!(label.as_str(), "Mielp 500 g");
        assert_eq!(Label::new("\u{1b}\u{7}\u{200b} "), None);
    }

    #[test]
    fn accents_are_kept_whichever_way_they_were_typed() {
        let label = Label::new("  E\u{301}pinards   a\u{300} l’œuf ").unwrap();
        assert_eq!(label.as_str(), "Épinards à l’œuf");
    }

    proptest! {
        #[test]
        fn what_is_clean_as_it_stands_is_what_cleaning_makes(
            text in "[ -~\u{a0}-\u{180}’€\u{301}]{0,70}",
        ) {
            if is_clean(&text) {
                let nfc: String = text.nfc().collect();
                prop_assert_eq!(&nfc, &text);
                prop_assert!(!text.chars().any(obeyed));
                prop_assert_eq!(text.graphemes(true).count(), text.chars().count());
                prop_assert_eq!(text.trim(), &text);
            }
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(text in "\\PC{0,90}|.{0,90}") {
            if let Some(label) = Label::new(&text) {
                prop_assert!(!label.as_str().chars().any(obeyed));
                prop_assert!(label.as_str().graphemes(true).count() <= Label::LENGTH_MAX);
                prop_assert_eq!(Label::new(label.as_str()), Some(label));
            }
        }
    }
}

//! Text measured in columns of the screen: what of it can be shown, and where it is cut.
//!
//! Everything here and in [`super::canvas`] takes any text whatever: control characters, format
//! characters and a lone combining mark take no column and are not shown.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands where a text was cut.
pub const ELLIPSIS: &str = "…";

/// The columns a text takes on the screen.
pub fn width(text: &str) -> usize {
    shown(text).map(|(_, columns)| columns).sum()
}

/// The text, or as much of its beginning as fits with an ellipsis, in at most so many columns.
pub fn clip(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return shown(text).map(|(piece, _)| piece).collect();
    }
    let mut left = columns.saturating_sub(1);
    let mut cut: String = shown(text)
        .take_while(|(_, wide)| {
            let fits = *wide <= left;
            left = left.saturating_sub(*wide);
            fits
        })
        .map(|(piece, _)| piece)
        .collect();
    if columns > 0 {
        cut.push_str(ELLIPSIS);
    }
    cut
}

/// The text if it fits, else an ellipsis alone: for figures, which would lie if they were cut.
pub fn whole(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return clip(text, columns);
    }
    clip(ELLIPSIS, columns)
}

/// The text, or an ellipsis and as much of its end as fits: for what is being typed.
pub fn tail(text: &str, columns: usize) -> String {
    let mut over = width(text).saturating_sub(columns);
    if over == 0 || columns == 0 {
        return clip(text, columns);
    }
    // One column more for the ellipsis.
    over += 1;
    let end = shown(text).skip_while(|(_, wide)| {
        let skipped = over > 0;
        over = over.saturating_sub(*wide);
        skipped
    });
    std::iter::once(ELLIPSIS)
        .chain(end.map(|(piece, _)| piece))
        .collect()
}

/// The text in lines of at most so many columns, broken at spaces where it can be (a no-break
/// space is none) and inside a word where it must be.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let columns = columns.max(1);
    for word in text.split([' ', '\n']).filter(|word| width(word) > 0) {
        let room = columns.saturating_sub(width(&line) + usize::from(!line.is_empty()));
        if !line.is_empty() && width(word) > room {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        for (piece, wide) in shown(word) {
            if width(&line) + wide > columns && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            line.push_str(piece);
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}

/// The pieces of a text that can be shown, each with the columns it takes.
fn shown(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true)
        .filter(|piece| !piece.contains(char::is_control))
        .map(|piece| (piece, piece.width()))
        .filter(|(_, columns)| *columns > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_cut_text_says_that_it_is_cut() {
        assert_eq!(clip("Carottes botte", 14), "Carottes botte");
        assert_eq!(clip("Carottes botte", 9), "Carottes…");
        assert_eq!(clip("Carottes", 1), "…");
        assert_eq!(clip("Carottes", 0), "");
        assert_eq!(clip("日本", 3), "日…");
        assert_eq!(clip("日本", 2), "…");
        assert_eq!(tail("3*carottes", 5), "…ttes");
        assert_eq!(tail("3*12", 5), "3*12");
        assert_eq!(whole("12,50", 5), "12,50");
        assert_eq!(whole("12,50", 4), "…");
    }

    #[test]
    fn what_commands_a_terminal_is_not_shown() {
        assert_eq!(clip("a\u{1b}[31mb\u{202e}c\r\n\u{0}", 20), "a[31mbc");
        assert_eq!(width("e\u{301}\u{200b}\u{7}"), 1);
    }

    #[test]
    fn a_sentence_breaks_between_words() {
        assert_eq!(
            wrap("La vente est enregistrée\u{a0}: rien n’est perdu", 14),
            ["La vente est", "enregistrée\u{a0}:", "rien n’est", "perdu"]
        );
        assert_eq!(wrap("anticonstitution", 6), ["antico", "nstitu", "tion"]);
        assert!(wrap("", 10).is_empty());
    }

    proptest! {
        #[test]
        fn nothing_is_ever_wider_than_its_room(text in ".{0,40}", columns in 0..30_usize) {
            prop_assert!(width(&clip(&text, columns)) <= columns);
            prop_assert!(width(&tail(&text, columns)) <= columns);
            for line in wrap(&text, columns) {
                // A wide character in one column cannot be broken.
                prop_assert!(width(&line) <= columns.max(2));
            }
        }
    }
}

//! From a page to lines of a given width; the width is counted in characters that will be printed.

use super::{
    codec::{self, Codec},
    profile::{Bars, Profile},
};
use crate::domain::paper::{Page, Row, Style};
use unicode_width::UnicodeWidthChar;

/// Below this nothing legible fits; a narrower paper is treated as this wide.
const NARROWEST: usize = 16;
/// A text keeps its place beside an amount while it has this many columns or all it needs.
const LEAST_BESIDE: usize = 8;

/// Where a line stands between the edges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the left edge.
    Left,
    /// In the middle: the printer centres it.
    Middle,
    /// In the middle, as an EAN-13: the printer draws the bars and writes the digits below them.
    Bars,
}

/// One line as it will stand on paper, never wider than the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What stands there, without spaces for centring.
    pub text: String,
    /// How it is set.
    pub style: Style,
    /// Where it is set.
    pub place: Place,
}

/// The page as a printer of this profile prints it: only characters of its code page, and half as
/// many of the big ones in a line.
pub fn paper(page: &Page, profile: &Profile) -> Vec<Line> {
    let columns = profile.columns.max(NARROWEST);
    Sheet {
        columns,
        big_columns: columns / 2,
        ink: Ink::Codec(profile.codec),
        digits: match profile.bars {
            Bars::None => Place::Middle,
            Bars::Ean13 => Place::Bars,
        },
    }
    .lines(page)
}

/// The page as plain lines, for a file, a preview or a test: any script, big as everything else.
pub fn text(page: &Page, columns: usize) -> Vec<String> {
    let columns = columns.max(NARROWEST);
    let sheet = Sheet {
        columns,
        big_columns: columns,
        ink: Ink::Unicode,
        digits: Place::Middle,
    };
    let flat = |line: Line| {
        let before = match line.place {
            Place::Left => 0,
            Place::Middle | Place::Bars => columns.saturating_sub(width(&line.text)) / 2,
        };
        let text = format!("{}{}", " ".repeat(before), line.text).replace('\u{a0}', " ");
        text.trim_end().to_owned()
    };
    sheet.lines(page).into_iter().map(flat).collect()
}

/// What can be written.
enum Ink {
    Codec(Codec),
    Unicode,
}

struct Sheet {
    columns: usize,
    big_columns: usize,
    ink: Ink,
    /// How the digits of a barcode are set.
    digits: Place,
}

impl Sheet {
    fn lines(&self, page: &Page) -> Vec<Line> {
        page.rows.iter().flat_map(|row| self.row(row)).collect()
    }

    fn row(&self, row: &Row) -> Vec<Line> {
        match row {
            Row::Text(text, style) => self.broken(text, *style, Place::Left),
            Row::Centred(text, style) => self.broken(text.trim(), *style, Place::Middle),
            Row::Pair(text, amount, style) => {
                let text = self.written(text);
                let amount = self.written(amount.trim());
                let need = width(&amount) + 1 + longest_word(&text);
                let (style, room) = self.fit(*style, need);
                set(
                    beside(&text, &format!(" {amount}"), room),
                    style,
                    Place::Left,
                )
            }
            Row::Cells(text, cells) => {
                let mut tail = String::new();
                for (cell, columns) in cells {
                    let cell = self.written(cell.trim());
                    tail.push(' ');
                    tail.push_str(&right(&cell, *columns));
                }
                let lines = beside(&self.written(text), &tail, self.columns);
                set(lines, Style::Plain, Place::Left)
            }
            Row::Barcode(digits) => set(vec![self.written(digits)], Style::Plain, self.digits),
            Row::Rule => set(vec!["-".repeat(self.columns)], Style::Plain, Place::Left),
            Row::Blank => set(vec![String::new()], Style::Plain, Place::Left),
        }
    }

    fn broken(&self, text: &str, style: Style, place: Place) -> Vec<Line> {
        let text = self.written(text);
        let (style, room) = self.fit(style, longest_word(&text));
        set(wrap(&text, room), style, place)
    }

    fn written(&self, text: &str) -> String {
        match self.ink {
            Ink::Codec(codec) => codec.legible(text),
            Ink::Unicode => codec::clean(text),
        }
    }

    /// Big letters only where the longest word still stands whole in them.
    fn fit(&self, style: Style, need: usize) -> (Style, usize) {
        match style {
            Style::Big if need <= self.big_columns => (style, self.big_columns),
            Style::Big => (Style::Bold, self.columns),
            Style::Plain | Style::Bold => (style, self.columns),
        }
    }
}

fn set(lines: Vec<String>, style: Style, place: Place) -> Vec<Line> {
    let line = |text| Line { text, style, place };
    lines.into_iter().map(line).collect()
}

/// Text at the left and, on its first line, a tail at the right edge which is never cut; the tail
/// goes on a line of its own where the text would be squeezed to nothing.
fn beside(text: &str, tail: &str, room: usize) -> Vec<String> {
    let text_room = room.saturating_sub(width(tail));
    if text.is_empty() || text_room < LEAST_BESIDE.min(width(text)) {
        let mut lines = if text.is_empty() {
            vec![]
        } else {
            wrap(text, room)
        };
        lines.extend(alone(tail.trim_start_matches(' '), room));
        return lines;
    }
    let mut lines = wrap(text, text_room);
    if let Some(first) = lines.first_mut() {
        first.push_str(&right(tail, room.saturating_sub(width(first))));
    }
    lines
}

/// A tail without a text: whole while the paper can hold it, then without its spare spaces, and
/// only then on several lines.
fn alone(tail: &str, room: usize) -> Vec<String> {
    if width(tail) <= room {
        return vec![right(tail, room)];
    }
    let words: Vec<&str> = tail.split(' ').filter(|word| !word.is_empty()).collect();
    let lines = wrap(&words.join(" "), room);
    lines.iter().map(|line| right(line, room)).collect()
}

/// Breaks between words, within a word only where it is wider than the room; further lines stand
/// under the first one's indent.
fn wrap(text: &str, room: usize) -> Vec<String> {
    let body = text.trim_start_matches(' ');
    let indent = " ".repeat((text.len() - body.len()).min(room / 2));
    let mut lines = Vec::new();
    let mut line = indent.clone();
    for word in body.split(' ') {
        let fresh = line.len() == indent.len() && line == indent;
        if !fresh && width(&line) + 1 + width(word) <= room {
            line.push(' ');
            line.push_str(word);
            continue;
        }
        if !fresh {
            lines.push(finished(&line));
            line.clone_from(&indent);
        }
        for character in word.chars() {
            if width(&line) + columns_of(character) > room {
                lines.push(finished(&line));
                line.clone_from(&indent);
            }
            line.push(character);
        }
    }
    lines.push(finished(&line));
    lines
}

fn finished(line: &str) -> String {
    line.trim_end_matches(' ').to_owned()
}

/// The text with spaces before it up to the given columns; the text itself where it is wider.
fn right(text: &str, columns: usize) -> String {
    let before = columns.saturating_sub(width(text));
    format!("{}{text}", " ".repeat(before))
}

fn longest_word(text: &str) -> usize {
    text.split(' ').map(width).max().unwrap_or_default()
}

fn width(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// Marks stand on the letter before them; East Asian letters take two columns of a plain text.
fn columns_of(character: char) -> usize {
    character.width().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(row: Row, columns: usize) -> Vec<String> {
        text(&Page { rows: vec![row] }, columns)
    }

    fn pair(text: &str, amount: &str) -> Row {
        Row::Pair(text.to_owned(), amount.to_owned(), Style::Plain)
    }

    #[test]
    fn an_amount_stands_at_the_edge_and_the_label_continues_below() {
        assert_eq!(lines(pair("Miel", "6,50 €"), 16), ["Miel      6,50 €"]);
        assert_eq!(
            lines(pair("Crème fraîche d'Isigny", "4,50 €"), 16),
            ["Crème     4,50 €", "fraîche", "d'Isigny"]
        );
    }

    #[test]
    fn an_amount_that_leaves_no_room_takes_its_own_line() {
        assert_eq!(
            lines(pair("Total TTC", "1 234 567,89 €"), 18),
            ["Total TTC", "    1 234 567,89 €"]
        );
        assert_eq!(lines(pair("", "5,00 €"), 16), ["          5,00 €"]);
    }

    #[test]
    fn a_table_keeps_its_columns_and_never_cuts_a_figure() {
        let cells = |left: &str| {
            let right = [("9,48", 6), ("0,52", 6)];
            let right = right.map(|(text, columns)| (text.to_owned(), columns));
            Row::Cells(left.to_owned(), right.to_vec())
        };
        assert_eq!(lines(cells("5,5 %"), 24), ["5,5 %        9,48   0,52"]);
        assert_eq!(
            lines(cells("taux réduit alimentaire"), 24),
            ["taux         9,48   0,52", "réduit", "alimentair", "e"]
        );
        let wide = Row::Cells("x".to_owned(), vec![("123456789012".to_owned(), 3)]);
        assert_eq!(lines(wide, 16), ["x   123456789012"]);
    }

    #[test]
    fn an_indent_holds_on_every_line_and_no_break_spaces_hold_words() {
        let row = Row::Text("  2 × 3,50\u{a0}€ la botte".to_owned(), Style::Plain);
        assert_eq!(lines(row, 16), ["  2 × 3,50 € la", "  botte"]);
        let row = Row::Text("Total payé 12,50\u{202f}€".to_owned(), Style::Plain);
        assert_eq!(lines(row, 16), ["Total payé", "12,50 €"]);
    }

    #[test]
    fn the_middle_is_the_middle() {
        let row = Row::Centred("La Ferme".to_owned(), Style::Big);
        assert_eq!(lines(row, 16), ["    La Ferme"]);
        assert_eq!(lines(Row::Rule, 16), ["----------------"]);
        assert_eq!(lines(Row::Blank, 16), [""]);
    }

    #[test]
    fn big_gives_way_to_bold_rather_than_break_a_word_or_an_amount() {
        let profile = crate::devices::profile::safe();
        let style_of = |row: Row| {
            let lines = paper(&Page { rows: vec![row] }, profile);
            (lines[0].style, lines.len())
        };
        let title = |text: &str| Row::Centred(text.to_owned(), Style::Big);
        assert_eq!(style_of(title("Le Panier des Rives")), (Style::Big, 2));
        assert_eq!(style_of(title("Intercommunalement bio")), (Style::Bold, 1));
        let total = |amount: &str| Row::Pair("TOTAL".into(), amount.into(), Style::Big);
        assert_eq!(style_of(total("42,50 €")), (Style::Big, 1));
        assert_eq!(style_of(total("12 342,50 €")), (Style::Bold, 1));
    }
}

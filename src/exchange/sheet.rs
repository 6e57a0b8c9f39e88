//! Tables for people, that a French spreadsheet opens with two clicks: `;`, decimal commas, every
//! cell quoted, UTF-8 with its mark. What machines read is written by [`super::exact`].
//!
//! A spreadsheet decides by itself what a cell is, quoted or not. Numbers and dates are therefore
//! written only from typed values, and words that it would take for a formula, a number or a date
//! get an apostrophe in front: it stays visible, is taken off again by our imports, and is what
//! OWASP ("CSV Injection") and Symfony (CVE-2021-41270) settled on. Codes get the same sign rather
//! than letters of our own (`EAN:0012`): what is copied out of the cell is then one sign from right,
//! and one rule explains the whole file.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use jiff::civil::Date;

use crate::domain::{
    label::Label,
    money::{Money, Percent, VatRate},
    quantity::Quantity,
    time::Moment,
};

use super::exact::written;

/// The most digits that Excel shows as they are; from twelve on it writes `3,76E+12`.
const DIGITS_SHOWN: usize = 11;

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// What identifies and never counts: a barcode, a reference, a telephone number, `A-42`. It
    /// keeps its zeros and all its digits.
    Code(String),
    /// An amount in euros, as `-12,50`.
    Money(Money),
    /// Pieces, kilograms or litres, as `3` or `0,860`.
    Quantity(Quantity),
    /// A number of things, or a number in a sequence.
    Whole(i64),
    /// A VAT rate in percent, as `5,5`; the title says percent.
    Rate(VatRate),
    /// A share in percent, as `12,5`; the title says percent.
    Percent(Percent),
    /// A day, as `2026-11-21` (ISO 8601), which no spreadsheet reads the wrong way round.
    Day(Date),
    /// What the wall clock showed, as `10:42:07`.
    Hour(Moment),
    /// The wall clock, as `2026-11-21 10:42:07`. Excel takes no `T` and no offset for a time; the
    /// offset is in the machines' files.
    Moment(Moment),
}

impl Cell {
    /// Words.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// What identifies and never counts.
    pub fn code(code: impl Into<String>) -> Self {
        Self::Code(code.into())
    }

    /// A day of the journal, `YYYY-MM-DD`; anything else stays words.
    pub fn day(day: &str) -> Self {
        day.parse()
            .map_or_else(|_| Self::Text(day.to_owned()), Self::Day)
    }

    fn said(&self) -> String {
        let comma = |plain: String| plain.replace('.', ",");
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => protected(text, counts(text)),
            Self::Code(code) => protected(code, changes(code)),
            Self::Money(amount) => comma(amount.plain()),
            Self::Quantity(quantity) if quantity.is_whole() => quantity.plain(),
            Self::Quantity(quantity) => {
                let size = quantity.thousandths().unsigned_abs();
                let sign = if *quantity < Quantity::ZERO { "-" } else { "" };
                format!("{sign}{},{:03}", size / 1000, size % 1000)
            }
            Self::Whole(number) => number.to_string(),
            Self::Rate(rate) => comma(rate.plain()),
            Self::Percent(percent) => comma(percent.plain()),
            Self::Day(day) => day.to_string(),
            Self::Hour(moment) => moment.local().strftime("%H:%M:%S").to_string(),
            Self::Moment(moment) => moment.local().strftime("%Y-%m-%d %H:%M:%S").to_string(),
        }
    }
}

impl From<&Label> for Cell {
    fn from(label: &Label) -> Self {
        Self::Text(label.to_string())
    }
}

impl From<Money> for Cell {
    fn from(amount: Money) -> Self {
        Self::Money(amount)
    }
}

/// The rows, titles first, as a file.
pub fn sheet(rows: &[Vec<Cell>]) -> Vec<u8> {
    let mut how = WriterBuilder::new();
    how.delimiter(b';')
        .quote_style(QuoteStyle::Always)
        .terminator(Terminator::CRLF);
    let said = rows.iter().map(|row| row.iter().map(Cell::said));
    // Without the mark Excel reads the bytes as cp1252.
    written(&mut how, "\u{feff}".as_bytes().to_vec(), said)
}

/// The text, with an apostrophe in front where a spreadsheet would run it, or make it something
/// else.
fn protected(text: &str, changed: Changed) -> String {
    let space =
        |c: char| c.is_whitespace() || c.is_control() || ('\u{200b}'..='\u{200f}').contains(&c);
    let runs = text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|c| space(c) || c == '\u{feff}')
            // The wide signs are what a Japanese keyboard types; LibreOffice takes them as well.
            .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    if runs || changed == Changed::Yes {
        return format!("'{text}");
    }
    text.to_owned()
}

/// Whether a spreadsheet shows something else than what the file says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Changed {
    Yes,
    No,
}

/// What a French spreadsheet reads a day or an hour out of, beside figures: `3 mai`, `sam. 21 nov.`,
/// `10 am` (`LibreOffice` 7.4 was asked).
const CALENDAR: &str = "janvier janv jan février févr fév mars mar avril avr mai juin jun juillet \
    juil jul août aoû septembre sept sep octobre oct novembre nov décembre déc \
    lundi lun mardi mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim am pm";

/// Words that are taken for yes or no.
const TRUTHS: [&str; 4] = ["vrai", "faux", "true", "false"];

/// Text with a digit and without a word of its own is taken for a number, a date or an hour: `1/2`,
/// `12/11`, `0612345678`, `1e5`, `3 mai`.
fn counts(text: &str) -> Changed {
    if TRUTHS.iter().any(|it| text.eq_ignore_ascii_case(it)) {
        return Changed::Yes;
    }
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let wordless = letters.clone().all(|c| matches!(c, 'e' | 'E')) && letters.count() < 2;
    let mut words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|it| !it.is_empty());
    let known = |word: &str| {
        let word = word.to_lowercase();
        CALENDAR.split(' ').any(|it| it == word)
    };
    let mut dated = || words.all(known);
    if has_digit(text) && !stays_whole(text) && (wordless || dated()) {
        return Changed::Yes;
    }
    Changed::No
}

/// A code with a digit may be taken for a number, or for a day if a month can be read in it
/// (`MAI-21`). One or two letters in front are no month: `A-42` stays as it is.
fn changes(code: &str) -> Changed {
    let letters = code
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .take(3)
        .count();
    if has_digit(code) && !stays_whole(code) && !(1..=2).contains(&letters) {
        return Changed::Yes;
    }
    Changed::No
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_numeric())
}

/// Whether it is a whole number that is shown digit by digit.
fn stays_whole(text: &str) -> bool {
    text.len() <= DIGITS_SHOWN
        && text.bytes().all(|byte| byte.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn said(cells: &[Cell]) -> Vec<String> {
        cells.iter().map(Cell::said).collect()
    }

    #[test]
    fn a_sheet_is_what_a_french_spreadsheet_opens() {
        let rows = [
            vec![Cell::text("Nom"), Cell::text("Reçu €")],
            vec![
                Cell::text("Ferme \"A\"; B"),
                Money::from_cents(-1_250).unwrap().into(),
            ],
            vec![Cell::Empty, Money::ZERO.into()],
        ];
        let wanted = "\u{feff}\"Nom\";\"Reçu €\"\r\n\"Ferme \"\"A\"\"; B\";\"-12,50\"\r\n\
                      \"\";\"0,00\"\r\n";
        assert_eq!(String::from_utf8(sheet(&rows)).unwrap(), wanted);
    }

    #[test]
    fn a_name_is_never_a_formula() {
        for name in [
            "=1+1",
            "+33",
            "-1+2",
            "@SUM(A1)",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{200b}=1",
            "\tx",
            "\r\nx",
            "＝1",
            "＋a",
            "－a",
            "＠a",
            "=HYPERLINK(\"http://x\")",
            "=cmd|'/c calc'!A1",
        ] {
            assert_eq!(said(&[Cell::text(name)]), [format!("'{name}")]);
            assert_eq!(said(&[Cell::code(name)]), [format!("'{name}")]);
        }
        for name in ["Miel", "n=2", "Pain (1+1)", "1/2 pain", "8 maïs", "2026"] {
            assert_eq!(said(&[Cell::text(name)]), [name]);
        }
    }

    #[test]
    fn words_made_of_digits_stay_words() {
        for text in [
            "1/2",
            "12/11",
            "10:42",
            "1e5",
            "0612345678",
            "06 12",
            "(12)",
            "1,5",
            "8 mai",
            "Sam. 21 nov.",
            "10 am",
            "Vrai",
        ] {
            assert_eq!(said(&[Cell::text(text)]), [format!("'{text}")]);
        }
    }

    #[test]
    fn codes_keep_their_zeros_and_all_their_digits() {
        for code in [
            "0012",
            "3760000000017",
            "1e5",
            "12-11",
            "MAI-21",
            "12mai",
            "05",
        ] {
            assert_eq!(said(&[Cell::code(code)]), [format!("'{code}")]);
        }
        for code in ["A-42", "A-42V", "Z0031", "K7QF2M9P", "12", "0", "cash"] {
            assert_eq!(said(&[Cell::code(code)]), [code]);
        }
    }

    #[test]
    fn numbers_and_days_come_from_what_they_are() {
        let at = Moment::parse("2026-11-21T10:42:07+01:00").unwrap();
        let cells = [
            Cell::Quantity(Quantity::from_thousandths(860)),
            Cell::Quantity(Quantity::from_thousandths(-1_500)),
            Cell::Quantity(Quantity::from_thousandths(-20)),
            Cell::Quantity(Quantity::pieces(3)),
            Cell::Money(Money::from_cents(-5).unwrap()),
            Cell::Money(Money::from_cents(123_456_789).unwrap()),
            Cell::Whole(-7),
            Cell::Rate(VatRate(550)),
            Cell::Percent(Percent(1_250)),
            Cell::day("2026-11-21"),
            Cell::day("=1"),
            Cell::Moment(at),
        ];
        assert_eq!(
            said(&cells),
            [
                "0,860",
                "-1,500",
                "-0,020",
                "3",
                "-0,05",
                "1234567,89",
                "-7",
                "5,5",
                "12,5",
                "2026-11-21",
                "'=1",
                "2026-11-21 10:42:07",
            ]
        );
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(texts in prop::collection::vec(".{0,12}", 1..5)) {
            let row: Vec<Cell> = texts.iter().map(Cell::text).collect();
            let file = sheet(&[row]);
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .delimiter(b';')
                .from_reader(&file[3..]);
            let read = reader.records().next().unwrap().unwrap();
            for (cell, text) in read.iter().zip(&texts) {
                let guarded = cell.strip_prefix('\'') == Some(text);
                prop_assert!(cell == text || guarded, "{:?}", cell);
                let first = cell.trim_start().chars().next();
                prop_assert!(!first.is_some_and(|c| "=+-@＝＋－＠".contains(c)), "{:?}", cell);
            }
            prop_assert_eq!(read.len(), texts.len());
        }
    }
}

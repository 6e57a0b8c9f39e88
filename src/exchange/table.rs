//! A table out of a text: one header, then rows that remember their line in the file.
//!
//! The `csv` crate takes the rows apart; where each one begins and ends is found here first, so
//! that a quote left open costs one line of the file and not all the lines after it.

use csv::{ReaderBuilder, StringRecord};
use serde::Serialize;

use super::{
    decode::{self, Encoding, line_ends},
    refusals::{FileRefusal, Reason},
};

/// The most rows a table may have.
pub const ROWS_MAX: usize = 200_000;
/// The most bytes one cell may hold; more is a quote that nobody closed.
pub const CELL_MAX: usize = 10_000;
/// The most bytes one row may hold.
const ROW_MAX: usize = 100_000;
/// More broken rows than this, and it is no table.
const BROKEN_MAX: usize = 1_000;

/// What stands between two cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Delimiter {
    /// `;`, where the comma is a decimal sign.
    Semicolon,
    /// The tabulator.
    Tab,
    /// `,`
    Comma,
}

impl Delimiter {
    /// In the order in which they win a draw.
    const ALL: [Self; 3] = [Self::Semicolon, Self::Tab, Self::Comma];

    /// The character itself.
    pub const fn byte(self) -> u8 {
        match self {
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Comma => b',',
        }
    }

    /// The one that the header line has most of, quotes apart.
    fn of(header: &str) -> Self {
        let count = |delimiter: &Self| {
            let mut quoted = false;
            let found = header.bytes().filter(|byte| {
                quoted ^= *byte == b'"';
                !quoted && *byte == delimiter.byte()
            });
            found.count()
        };
        // `max_by_key` keeps the last of equals.
        let most = Self::ALL.into_iter().rev().max_by_key(count);
        most.unwrap_or(Self::Semicolon)
    }
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The line of the file in which it begins, from 1.
    pub line: u32,
    cells: StringRecord,
}

impl Record {
    /// A cell without the white space around it; empty where the row is shorter.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// All cells, in the same way.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        self.cells.iter().map(str::trim)
    }
}

/// A row that cannot be taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The line of the file in which it begins, from 1.
    pub line: u32,
    /// The column in which it broke, from 0.
    pub column: usize,
    /// How.
    pub reason: Reason,
    /// The beginning of what stands there.
    pub text: String,
}

/// A file taken apart. Blank rows are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// How its letters were written.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub delimiter: Delimiter,
    /// The titles of its columns.
    pub header: Record,
    /// The rows that could be taken apart.
    pub records: Vec<Record>,
    /// Those that could not.
    pub broken: Vec<Broken>,
}

impl Table {
    /// Takes a file apart; refused as a whole when it is no text, or no table.
    pub fn read(bytes: &[u8]) -> Result<Self, FileRefusal> {
        let (text, encoding) = decode::text(bytes)?;
        let (text, skipped, delimiter) = begin(&text);
        let mut good = String::with_capacity(text.len());
        let mut lines = Vec::new();
        let mut broken = Vec::new();
        for raw in Raws::new(text, skipped, delimiter) {
            if let Some((reason, column)) = raw.fault {
                let text = raw.text.chars().take(60).collect();
                broken.push(Broken {
                    line: raw.line,
                    column,
                    reason,
                    text,
                });
            } else if !raw.text.trim().is_empty() {
                good.push_str(raw.text);
                lines.push(raw.line);
            }
            if lines.len() > ROWS_MAX + 1 {
                return Err(FileRefusal::TooManyRows);
            }
            if broken.len() > BROKEN_MAX {
                return Err(FileRefusal::NoTable { line: raw.line });
            }
        }
        let mut records = take_apart(&good, lines, delimiter).into_iter();
        let header = records.next().ok_or(FileRefusal::Empty)?;
        if let Some(first) = broken.first().filter(|it| it.line < header.line) {
            return Err(FileRefusal::NoTable { line: first.line });
        }
        Ok(Self {
            encoding,
            delimiter,
            header,
            records: records.collect(),
            broken,
        })
    }
}

/// The text from the header on, how many lines were skipped, and what parts its cells. Excel
/// writes `sep=;` on a line of its own before the header.
fn begin(text: &str) -> (&str, u32, Delimiter) {
    let mut rest = text;
    let mut skipped = 0;
    loop {
        let end = line_end(rest);
        let (line, after) = rest.split_at(end);
        let told = line.trim_end_matches(['\r', '\n']).strip_prefix("sep=");
        let told = told.map(str::as_bytes);
        let told = Delimiter::ALL
            .into_iter()
            .find(|it| told == Some([it.byte()].as_slice()));
        if told.is_none() && (!line.trim().is_empty() || after.is_empty()) {
            return (rest, skipped, Delimiter::of(line));
        }
        skipped += 1;
        rest = after;
        if let Some(delimiter) = told {
            return (rest, skipped, delimiter);
        }
    }
}

fn take_apart(text: &str, lines: Vec<u32>, delimiter: Delimiter) -> Vec<Record> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.byte())
        .from_reader(text.as_bytes());
    reader
        .records()
        .map_while(Result::ok)
        .zip(lines)
        .filter(|(cells, _)| cells.iter().any(|cell| !cell.trim().is_empty()))
        .map(|(cells, line)| Record { line, cells })
        .collect()
}

/// One row as it stands in the file, with its line ending.
struct Raw<'t> {
    line: u32,
    text: &'t str,
    fault: Option<(Reason, usize)>,
}

struct Raws<'t> {
    rest: &'t str,
    line: u32,
    delimiter: u8,
}

impl<'t> Raws<'t> {
    fn new(text: &'t str, skipped: u32, delimiter: Delimiter) -> Self {
        Self {
            rest: text,
            line: skipped + 1,
            delimiter: delimiter.byte(),
        }
    }
}

impl<'t> Iterator for Raws<'t> {
    type Item = Raw<'t>;

    fn next(&mut self) -> Option<Raw<'t>> {
        if self.rest.is_empty() {
            return None;
        }
        // A broken row is left at the end of its first line: the next may be a whole one.
        let (end, fault) = match row_end(self.rest, self.delimiter) {
            Ok(end) => (end, None),
            Err(fault) => (line_end(self.rest), Some(fault)),
        };
        let (text, rest) = self.rest.split_at(end);
        let line = self.line;
        let ends = u32::try_from(line_ends(text)).unwrap_or(u32::MAX);
        self.line = line.saturating_add(ends);
        self.rest = rest;
        Some(Raw { line, text, fault })
    }
}

#[derive(Clone, Copy)]
enum At {
    Start,
    Bare,
    Quoted,
    Closed,
    /// After white space behind a closing quote, where another quote opens nothing.
    Spaced,
}

/// Where the first row of a text ends, its line ending included; or how it breaks, in which
/// column (RFC 4180, and a backslash before a quote is nobody's standard: it is refused).
fn row_end(text: &str, delimiter: u8) -> Result<usize, (Reason, usize)> {
    let bytes = text.as_bytes();
    let (mut at, mut column, mut cell) = (At::Start, 0, 0);
    for (place, byte) in bytes.iter().copied().enumerate() {
        if place - cell > CELL_MAX || place > ROW_MAX {
            return Err((Reason::CellTooLong { most: CELL_MAX }, column));
        }
        let next = bytes.get(place + 1).copied();
        at = match (at, byte) {
            (At::Quoted, b'\\') if next == Some(b'"') => return Err((Reason::Backslash, column)),
            (At::Quoted, b'"') => At::Closed,
            (At::Start | At::Closed, b'"') | (At::Quoted, _) => At::Quoted,
            // From here on outside quotes.
            (_, b'\n' | b'\r') => return Ok(after(bytes, place)),
            (_, byte) if byte == delimiter => {
                (column, cell) = (column + 1, place + 1);
                At::Start
            }
            (At::Closed | At::Spaced, b' ') => At::Spaced,
            (At::Closed | At::Spaced, _) => return Err((Reason::AfterQuote, column)),
            (At::Start | At::Bare, _) => At::Bare,
        };
    }
    match at {
        At::Quoted => Err((Reason::QuoteLeftOpen, column)),
        At::Start | At::Bare | At::Closed | At::Spaced => Ok(text.len()),
    }
}

/// Where the first physical line ends, its ending included.
fn line_end(text: &str) -> usize {
    text.find(['\n', '\r'])
        .map_or(text.len(), |place| after(text.as_bytes(), place))
}

/// The place after the line ending that begins at `place`.
fn after(bytes: &[u8], place: usize) -> usize {
    let both = bytes.get(place..place + 2) == Some(b"\r\n");
    place + if both { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let table = Table::read(text.as_bytes()).unwrap();
        std::iter::once(&table.header)
            .chain(&table.records)
            .map(|it| (it.line, it.cells().map(str::to_owned).collect()))
            .collect()
    }

    #[test]
    fn the_header_says_what_parts_the_cells() {
        for text in ["nom;prix, TTC\na;1,50", "nom\tprix, TTC\na\t1,50"] {
            assert_eq!(rows(text)[1].1, ["a", "1,50"], "{text}");
        }
        assert_eq!(
            rows("nom,\"a;b;c\",prix\r\nx,y,2\r\n")[1].1,
            ["x", "y", "2"]
        );
        assert_eq!(
            rows("sep=,\nnom;un,prix\na,2")[0],
            (2, vec!["nom;un".into(), "prix".into()])
        );
    }

    #[test]
    fn rows_remember_their_line_in_the_file() {
        let text = "\r\nnom;prix\r\n\r\n\"deux\nlignes\";2\r\n ; \nfin;3";
        let lines: Vec<u32> = rows(text).into_iter().map(|(line, _)| line).collect();
        assert_eq!(lines, [2, 4, 7]);
        assert_eq!(rows("a;b\r1;2\r3;4")[2].0, 3);
    }

    #[test]
    fn a_quote_left_open_costs_one_line() {
        for (bad, reason, column) in [
            ("\"SKEWERS 8\\\",I\",2", Reason::Backslash, 0),
            ("1,\"SKEWERS 8\\\"\"", Reason::Backslash, 1),
            ("\"BAG,2", Reason::QuoteLeftOpen, 0),
            ("\"BAG\"GE,2", Reason::AfterQuote, 0),
            ("\"BAG\" \"GE\",2", Reason::AfterQuote, 0),
        ] {
            let table = Table::read(format!("name,price\n{bad}\nMiel,7\n").as_bytes()).unwrap();
            assert_eq!(table.records.len(), 1, "{bad}");
            assert_eq!(table.records[0].line, 3, "{bad}");
            let broken = &table.broken[0];
            assert_eq!((broken.line, broken.column), (2, column), "{bad}");
            assert_eq!(broken.reason, reason, "{bad}");
        }
    }

    #[test]
    fn too_much_is_refused_and_said() {
        let many = format!("a;b\n{}", "1;2\n".repeat(ROWS_MAX + 1));
        assert_eq!(Table::read(many.as_bytes()), Err(FileRefusal::TooManyRows));
        let long = format!("a;b\n{};2\n3;4", "x".repeat(CELL_MAX + 1));
        let table = Table::read(long.as_bytes()).unwrap();
        assert_eq!((table.records.len(), table.broken.len()), (1, 1));
        assert_eq!(Table::read(b" \n\n"), Err(FileRefusal::Empty));
        assert_eq!(
            Table::read(b"\"a;b\n1;2\n"),
            Err(FileRefusal::NoTable { line: 1 })
        );
    }

    proptest! {
        #[test]
        fn the_csv_crate_finds_the_same_rows(text in "[ab\";,\\\\ \t\r\n]{0,60}") {
            let whole = Raws::new(&text, 0, Delimiter::Semicolon)
                .filter(|raw| raw.fault.is_none() && !raw.text.trim().is_empty());
            let (good, lines): (String, Vec<u32>) = whole.map(|raw| (raw.text, raw.line)).unzip();
            let found = ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .delimiter(b';')
                .from_reader(good.as_bytes())
                .into_records()
                .count();
            prop_assert_eq!(found, lines.len(), "{:?}", good);
        }
    }
}

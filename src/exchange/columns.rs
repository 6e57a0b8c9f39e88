//! Which column of a file is which, whatever language its titles are in.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use super::{
    refusals::{FileRefusal, Reason, Refusal, shown},
    table::{Record, Table},
};

/// Our name of a column, and the titles people give it, folded.
pub type Titles = &'static [(&'static str, &'static [&'static str])];

/// A kind of file, known by its header.
pub trait Format: Copy {
    /// Its name on the command line.
    fn name(self) -> &'static str;

    /// Its columns.
    fn titles(self) -> Titles;

    /// The columns it cannot do without.
    fn needed(self) -> &'static [&'static str];
}

/// The format that the header has all needed columns of, or the one asked for.
pub fn recognise<F: Format>(
    table: &Table,
    all: &[F],
    asked: Option<F>,
    unknown: fn(String) -> FileRefusal,
) -> Result<(F, Columns), FileRefusal> {
    let found = || {
        let titles: Vec<&str> = table.header.cells().collect();
        shown(&titles.join(", "))
    };
    let tried: &[F] = match &asked {
        Some(format) => std::slice::from_ref(format),
        None => all,
    };
    for format in tried {
        let columns = Columns::read(&table.header, format.titles())?;
        let missing = |name: &&&str| !columns.has(name);
        let missing: Vec<&str> = format.needed().iter().filter(missing).copied().collect();
        if missing.is_empty() {
            return Ok((*format, columns));
        }
        if asked.is_some() {
            return Err(FileRefusal::ColumnsMissing {
                format: format.name(),
                missing: missing.join(", "),
                found: found(),
            });
        }
    }
    Err(unknown(found()))
}

/// The columns of one file.
pub struct Columns {
    titles: Vec<String>,
    found: Vec<(&'static str, usize)>,
}

/// What stands in one column of one row.
#[derive(Clone, Copy)]
pub struct Cell<'a> {
    line: u32,
    title: &'a str,
    /// The text without the white space around it; empty where there is no such column.
    pub text: &'a str,
}

impl Cell<'_> {
    /// Says why this cell cannot be taken.
    pub fn refused(&self, reason: Reason) -> Refusal {
        Refusal {
            line: self.line,
            column: Some(shown(self.title)),
            value: shown(self.text),
            reason,
        }
    }
}

impl Columns {
    /// Finds the columns; one that is there twice is refused, since either could be meant.
    pub fn read(header: &Record, titles: Titles) -> Result<Self, FileRefusal> {
        let mut found: Vec<(&'static str, usize)> = Vec::new();
        for (at, title) in header.cells().enumerate() {
            let title_folded = folded(title);
            let named = titles
                .iter()
                .find(|(name, others)| {
                    folded(name) == title_folded || others.contains(&title_folded.as_str())
                })
                .map(|(name, _)| *name);
            let Some(name) = named else {
                continue;
            };
            if found.iter().any(|(other, _)| *other == name) {
                return Err(FileRefusal::ColumnTwice {
                    column: shown(title),
                });
            }
            found.push((name, at));
        }
        let titles = header.cells().map(str::to_owned).collect();
        Ok(Self { titles, found })
    }

    /// Whether the file has this column.
    pub fn has(&self, name: &str) -> bool {
        self.found.iter().any(|(other, _)| *other == name)
    }

    /// What stands in this column of a row.
    pub fn cell<'a>(&'a self, record: &'a Record, name: &'a str) -> Cell<'a> {
        let at = self.found.iter().find(|(other, _)| *other == name);
        let (title, text) = match at {
            Some((_, at)) => (self.titles.get(*at), record.cell(*at)),
            None => (None, ""),
        };
        Cell {
            line: record.line,
            title: title.map_or(name, String::as_str),
            text,
        }
    }

    /// The titles that nothing is read from.
    pub fn unread(&self) -> Vec<String> {
        let read = |at: usize| self.found.iter().any(|(_, found)| *found == at);
        let titles = self.titles.iter().enumerate();
        titles
            .filter(|(at, title)| !title.is_empty() && !read(*at))
            .map(|(_, title)| shown(title))
            .collect()
    }

    /// Refuses a row with something in cells beyond the last column: most often an unquoted
    /// decimal comma, which moves every later cell by one.
    pub fn check_width(&self, record: &Record) -> Result<(), Refusal> {
        let expected = self.titles.len();
        let Some((at, text)) = record
            .cells()
            .enumerate()
            .skip(expected)
            .find(|(_, text)| !text.is_empty())
        else {
            return Ok(());
        };
        Err(Refusal {
            line: record.line,
            column: None,
            value: shown(text),
            reason: Reason::RowTooWide {
                cells: at + 1,
                expected,
            },
        })
    }

    /// The title at a place, for a row that could not be taken apart.
    pub fn title(&self, at: usize) -> Option<String> {
        self.titles.get(at).map(|title| shown(title))
    }
}

/// A title without accents, capitals and the signs that join words: `Code-barres` and
/// `code_barres` are one.
pub fn folded(title: &str) -> String {
    let words: String = title
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_however_they_are_written() {
        for title in [
            "Code-Barres",
            " code_barres ",
            "CODE  BARRES",
            "code.barres",
        ] {
            assert_eq!(folded(title), "code barres");
        }
        assert_eq!(folded("Libelle\u{301} (TTC)"), "libelle ttc");
    }
}

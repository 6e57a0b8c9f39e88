//! Members out of a file: which accounts would be opened and changed, and every row that cannot
//! be taken.
//!
//! Money stands on an account, so nothing is guessed about whose it is: a row that could be about
//! two accounts, and two rows about one, are refused.

mod books;
mod formats;
mod pairing;
mod report;
mod row;

use serde::Serialize;

use crate::domain::{asking::AccountRow, ids::Mint};

use super::{
    columns::{Format, Titles, recognise},
    products::BadRows,
    refusals::{FileRefusal, Refusal, shown},
    table::Table,
};
use books::Books;
use row::Row;

pub use pairing::MatchedBy;
pub use report::{
    MemberAdded, MemberChanged, MemberEntry, MemberField, MemberImport, MemberRule, MemberRuled,
};

/// A kind of file that members come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MemberFormat {
    /// Our own, `docs/import-members.md`.
    Etal,
    /// Camap's and Cagette's list of members: a household is two people.
    Camap,
    /// Foodsoft's list of ordergroups.
    Foodsoft,
}

impl MemberFormat {
    /// In the order in which a header is tried: ours understands most titles, so it comes last.
    pub const ALL: [Self; 3] = [Self::Camap, Self::Foodsoft, Self::Etal];

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        // One program under two names.
        let name = if name == "cagette" { "camap" } else { &name };
        Self::ALL.into_iter().find(|it| it.name() == name)
    }
}

impl Format for MemberFormat {
    fn name(self) -> &'static str {
        match self {
            Self::Etal => "etal",
            Self::Camap => "camap",
            Self::Foodsoft => "foodsoft",
        }
    }

    fn titles(self) -> Titles {
        match self {
            // Camap's titles are among ours.
            Self::Etal | Self::Camap => formats::ETAL,
            Self::Foodsoft => formats::FOODSOFT,
        }
    }

    fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Etal => &["name"],
            Self::Camap => &["first_name", "name", "name_2"],
            Self::Foodsoft => &["name", "opening_balance", "contact_person"],
        }
    }
}

/// What to import, and into what.
#[derive(Clone, Copy, Debug)]
pub struct MemberFile<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// Its format, when the header shall not decide.
    pub format: Option<MemberFormat>,
    /// What becomes of the good rows when there are bad ones.
    pub bad_rows: BadRows,
    /// The accounts there are.
    pub accounts: &'a [AccountRow],
}

/// Reads a file of members against the accounts there are. Changes nothing by itself; new accounts
/// get their references from the mint. Refused as a whole when it is no table with a header that
/// is known.
pub fn import(file: &MemberFile<'_>, mint: &mut Mint) -> Result<MemberImport, FileRefusal> {
    let table = Table::read(file.bytes)?;
    let unknown = |found| FileRefusal::UnknownMembersHeader { found };
    let (format, columns) = recognise(&table, &MemberFormat::ALL, file.format, unknown)?;
    let broken = table.broken.iter().map(|it| Refusal {
        line: it.line,
        column: columns.title(it.column),
        value: shown(&it.text),
        reason: it.reason.clone(),
    });
    let mut refused: Vec<Refusal> = broken.collect();
    let mut rows: Vec<Row> = Vec::with_capacity(table.records.len());
    for (at, record) in table.records.iter().enumerate() {
        match formats::read(format, &columns, record, at) {
            Ok(row) => rows.push(row),
            Err(reasons) => refused.extend(reasons),
        }
    }
    let mut refuse = |(row, column, reason): pairing::Found| {
        if let Some(record) = table.records.get(row) {
            refused.push(columns.cell(record, column).refused(reason));
        }
    };
    let rows = pairing::without_twins(rows, &mut refuse);
    let paired = pairing::pair(file.accounts, rows, &mut refuse);
    refused.sort_by_key(|it| it.line);
    let mut books = Books::open(file.accounts, &paired, mint);
    for it in paired {
        books.enter(it);
    }
    books.note_unread(&columns);
    Ok(books.close(format, &table, refused, file.bad_rows))
}

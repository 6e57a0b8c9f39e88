//! What an import of members would do, in full, so that it can be said before it is done.

use serde::Serialize;

use crate::{
    domain::{
        label::Label,
        member::{Contact, MemberChange},
        money::Money,
    },
    exchange::{decode::Encoding, refusals::Refusal, said::Said, table::Delimiter},
};

use super::{MatchedBy, MemberFormat};

/// What a file of members changes, and what of it is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberImport {
    /// What kind of file it is.
    pub format: MemberFormat,
    /// How its letters were written.
    pub encoding: Encoding,
    /// What stood between its cells.
    pub delimiter: Delimiter,
    /// How many rows it has, the header and blank ones apart.
    pub rows: usize,
    /// What to write, an entry and a contact card each; empty when something is refused and bad
    /// rows are not to be skipped.
    #[serde(skip)]
    pub entries: Vec<MemberEntry>,
    /// What comes onto new accounts in all.
    pub opening: Money,
    /// New accounts, in the file's order.
    pub added: Vec<MemberAdded>,
    /// Known accounts that differ, in the file's order.
    pub changed: Vec<MemberChanged>,
    /// How many accounts are as they were.
    pub unchanged: usize,
    /// Every reason why a row is not taken, in the file's order; a row may have several.
    pub refused: Vec<Refusal>,
    /// The rules that gave what the file does not say.
    pub rules: Vec<MemberRuled>,
}

impl MemberImport {
    /// How many rows are not taken.
    pub fn refused_rows(&self) -> usize {
        let mut lines: Vec<u32> = self.refused.iter().map(|it| it.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.len()
    }
}

/// What is written of one account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MemberEntry {
    /// For the journal; empty where only the contact card changes.
    pub change: MemberChange,
    /// Beside it.
    pub contact: Contact,
}

/// A new account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberAdded {
    /// Its line in the file.
    pub line: u32,
    /// Its number.
    pub number: Label,
    /// Whose it is.
    pub name: Label,
    /// What stands on it from the beginning, in cents.
    pub opening: Money,
}

/// An account that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberChanged {
    /// Its line in the file.
    pub line: u32,
    /// Its number.
    pub number: Label,
    /// Whose it is, as it was.
    pub name: Label,
    /// What differs.
    pub fields: Vec<MemberField>,
    /// How it was found.
    pub by: MatchedBy,
}

/// Something of an account that a file can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberField {
    /// Names, telephones, e-mail addresses.
    People,
    /// What scanners read.
    Cards,
    /// How far below zero the account may go.
    Limit,
    /// The last year for which the membership was paid.
    Year,
}

/// A rule, and where it was needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MemberRuled {
    /// Which.
    pub rule: MemberRule,
    /// The lines of the file it gave something to; none for a rule about whole columns.
    pub lines: Vec<u32>,
}

/// How something that a file does not say is found.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(into = "Said")]
pub enum MemberRule {
    /// The next free number.
    NextNumber,
    /// Known by an e-mail address.
    ByEmail,
    /// Known by name and telephone.
    ByName,
    /// What stands on a known account is the journal's to say.
    OpeningLeft,
    /// A name too long, or with characters a screen could obey, was cut or cleaned.
    NameMended,
    /// Columns that nothing is read from.
    ColumnsLeft(String),
}

impl MemberRule {
    /// What there is to say about it; the number of lines is the caller's to add.
    pub fn said(&self) -> Said {
        match self {
            Self::NextNumber => Said::plain("import-rule-next-number"),
            Self::ByEmail => Said::plain("import-rule-by-email"),
            Self::ByName => Said::plain("import-rule-by-name"),
            Self::OpeningLeft => Said::plain("import-rule-opening-left"),
            Self::NameMended => Said::plain("import-rule-name-mended"),
            Self::ColumnsLeft(columns) => {
                Said::plain("import-rule-columns-left").with("columns", columns)
            }
        }
    }
}

impl From<MemberRule> for Said {
    fn from(rule: MemberRule) -> Self {
        rule.said()
    }
}

//! What was typed after `etal`.

mod day;
mod line;

use std::path::PathBuf;

use super::keeper::Agreed;
use crate::domain::money::VatRate;

pub use day::{
    CashSaid, CloseDay, Closes, DayTask, Exported, OpenDay, OverLimit, Report, Reported, Which,
};

/// What was asked for, and on which data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// The folder of the data, if one was given.
    pub data: Option<PathBuf>,
    /// How answers are written.
    pub answers: Answers,
    /// What is to be done.
    pub task: Task,
}

/// How a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answers {
    /// In sentences.
    Words,
    /// In JSON, for programs.
    Json,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Task {
    /// Say what there is.
    Help,
    /// Say which errors `etal ring` answers.
    HelpRing,
    /// Say which version.
    Version,
    /// Open the till.
    Till,
    /// Open the sample market.
    Demo {
        /// What becomes of the one that was.
        fresh: Fresh,
    },
    /// Take a file of products in.
    ImportProducts(ImportProducts),
    /// Take a file of members in.
    ImportMembers(ImportMembers),
    /// Record sales without a screen.
    Ring {
        /// The file; none is standard input.
        file: Option<PathBuf>,
        /// What becomes of the rest after a refused line.
        strict: Strict,
    },
    /// Show what decides money.
    SettingsShow,
    /// Change what decides money.
    SettingsApply {
        /// The file.
        file: PathBuf,
        /// Whether it is only tried.
        dry_run: DryRun,
    },
    /// Open or close a market day, or carry out what was closed.
    Day(DayTask),
    /// Tell how things stand.
    Report(Report),
    /// Check the journal and all that was made from it.
    Verify {
        /// How much is checked.
        full: Full,
    },
    /// Make everything anew from the journal.
    Rebuild,
    /// Take a forgotten keeper's PIN away.
    KeeperReset {
        /// Whether it was agreed to already.
        agreed: Agreed,
    },
    /// A command of the plan that this version has not.
    NotThere(String),
}

/// What becomes of the sample market that was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fresh {
    /// It goes on.
    Continue,
    /// It is put away, and a new one begins.
    Anew,
}

/// Whether something is only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DryRun {
    /// Say what would be; write nothing.
    Yes,
    /// Do it.
    No,
}

/// What becomes of the lines after a refused one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strict {
    /// They are left.
    Yes,
    /// They are rung.
    No,
}

/// How much is checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Full {
    /// Every signature.
    Yes,
    /// Every hash, and the signature of the head.
    No,
}

/// How a file of products is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportProducts {
    /// The file.
    pub file: PathBuf,
    /// Its format, if it is not to be told from the header.
    pub from: Option<String>,
    /// Whether it is only tried.
    pub dry_run: DryRun,
    /// Whether good rows are taken where others are refused.
    pub skip_bad: bool,
    /// The VAT rate of products for which the file has none.
    pub vat: Option<VatRate>,
    /// Whether the stock in the file is taken as delivered.
    pub stock: bool,
}

/// How a file of members is taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportMembers {
    /// The file.
    pub file: PathBuf,
    /// Its format, if it is not to be told from the header.
    pub from: Option<String>,
    /// Whether it is only tried.
    pub dry_run: DryRun,
    /// Whether good rows are taken where others are refused.
    pub skip_bad: bool,
}

/// What cannot be understood; the text names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Usage {
    /// No such command.
    UnknownCommand(String),
    /// No such option.
    UnknownOption(String),
    /// A command or an option wants something more.
    Missing(String),
    /// Not what the option takes.
    BadValue(String),
    /// More than the command takes.
    TooMuch(String),
}

#[cfg(test)]
mod tests;

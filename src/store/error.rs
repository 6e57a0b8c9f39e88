//! What can go wrong with the data, told apart by what a person must do about it.

use std::path::PathBuf;

use rusqlite::ErrorCode;

use crate::domain::{
    ids::Id,
    journal::{NotCanonical, Unreadable},
    label::Label,
    money::Money,
    ticket::Unbalanced,
    views::WriteTrouble,
};

/// Why the store could not do what was asked. Unless it says otherwise, nothing was written and
/// what was written before is safe.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// Another process has this folder open.
    #[error("the data is held by process {}", .by.map_or("?".to_owned(), |pid| pid.to_string()))]
    Held {
        /// That process's number, if it said so.
        by: Option<u32>,
    },
    /// A later version of the program wrote this database.
    #[error("the database has version {found}, this program knows {known}")]
    Newer {
        /// The database's version.
        found: i64,
        /// The latest this program knows.
        known: i64,
    },
    /// A SQLite database, but of another program.
    #[error("{} is not a database of this program", .path.display())]
    NotOurs {
        /// The file.
        path: PathBuf,
    },
    /// The database cannot be read or is not what the journal says: `etal rebuild` makes it anew.
    #[error("the database is damaged ({detail}); `etal rebuild` makes it anew from the journal")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// The database is gone although the till has worked in this folder.
    #[error("{} is gone, and the till had written {entries} entries into it", .path.display())]
    Gone {
        /// Where it should be.
        path: PathBuf,
        /// How many entries its last epoch had.
        entries: u64,
    },
    /// No room left on the disk.
    #[error("the disk is full")]
    Full,
    /// The folder or the disk does not take writes.
    #[error("the data cannot be written: {detail}")]
    ReadOnly {
        /// What refused it.
        detail: String,
    },
    /// The folder cannot be made or used.
    #[error("{}: {detail}", .path.display())]
    Folder {
        /// The folder or the file in it.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The key that signs the journal cannot be read or written.
    #[error("the till's key {}: {detail}", .path.display())]
    Key {
        /// The key's file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The disk answered with an error; nothing is known to be lost.
    #[error("the disk fails: {detail}")]
    Disk {
        /// What SQLite says.
        detail: String,
    },
    /// Whether the last entry was written is unknown, and the database does not open to tell.
    /// Asking again with the same uid gives the answer and never writes twice.
    #[error("it is not known whether the last entry was written: {detail}")]
    Doubtful {
        /// What failed.
        detail: String,
    },
    /// A ticket whose sums differ.
    #[error(
        "a ticket that does not balance: lines {}, shares {}, payments {}",
        .0.paid.plain(), .0.shares.plain(), .0.payments.plain()
    )]
    Unbalanced(Unbalanced),
    /// A credit note that is not there, or was used before: it pays once, and whole.
    #[error("the credit note {0} is not there or was used before")]
    NoteUsed(String),
    /// More would leave the solidarity fund than it has.
    #[error("the solidarity fund has only {}", .0.plain())]
    FundShort(Money),
    /// What was brought onto an account would be taken back, and is not there any more.
    #[error("the account {0} cannot bear that this is taken back")]
    AccountShort(Id),
    /// More of a ticket would be taken back than is left of it, or what itself took something back.
    #[error("more of ticket {0} would be taken back than is left of it")]
    TakenTwice(String),
    /// A `member` or `settlement` entry whose sums differ, by its kind.
    #[error("a {0} entry that does not add up")]
    NotWhole(&'static str),
    /// A settlement that does not go on where this producer's last one ended, or covers what is
    /// not written yet.
    #[error("the settlement with {0} does not go on where the last one ended")]
    SettledBefore(Label),
    /// An account that would be closed or erased while something stands on it.
    #[error("something stands on the account {0}")]
    BalanceStands(Id),
    /// Money would move on an account that is closed or erased.
    #[error("the account {0} is closed")]
    AccountClosed(Id),
    /// A number that another member has; a log must not say whose.
    #[error("the number is another member's")]
    NumberTaken {
        /// The number.
        number: String,
        /// Whose it is.
        by: String,
    },
    /// A card that another member has; a log must not say whose.
    #[error("the card is another member's")]
    CardTaken {
        /// What a scanner reads on it.
        card: String,
        /// Whose it is.
        by: String,
    },
    /// Something that its figures count was written since the closing was looked at.
    #[error("something was written since the closing was looked at")]
    ClosingMoved,
    /// Nothing that could be closed was written since the last closing.
    #[error("nothing to close since the last closing")]
    NothingToClose,
    /// A closing that leaves or takes something else than what is there.
    #[error("what stays and what leaves is not what is there")]
    ClosingUnsound,
    /// A month or a year that is not over, or was closed before.
    #[error("{0} is not over, or closed already")]
    NotOver(String),
    /// A count or a movement of cash that does not add up, or beyond what a till can hold.
    #[error("what was counted does not add up")]
    CountUnsound,
    /// An envelope that no closing made, or that came as far as that already.
    #[error("no envelope of {0} is on its way")]
    NoSuchEnvelope(String),
    /// An entry whose content or operator the journal's bytes cannot hold.
    #[error("an entry that cannot be written: {0}")]
    Unwritable(String),
    /// An entry that this program cannot read.
    #[error("{0}")]
    Unreadable(#[from] Unreadable),
    /// SQLite refused for another reason: a mistake of ours.
    #[error("database: {0}")]
    Sqlite(String),
}

impl From<Unbalanced> for StoreError {
    fn from(sums: Unbalanced) -> Self {
        Self::Unbalanced(sums)
    }
}

impl From<NotCanonical> for StoreError {
    fn from(error: NotCanonical) -> Self {
        Self::Unwritable(error.to_string())
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::Error;
        let detail = error.to_string();
        match error {
            Error::SqliteFailure(cause, _) => match cause.code {
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Self::Damaged { detail },
                ErrorCode::DiskFull => Self::Full,
                ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied => {
                    Self::ReadOnly { detail }
                }
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Held { by: None },
                ErrorCode::SystemIoFailure => Self::Disk { detail },
                _ => Self::Sqlite(detail),
            },
            // A column of a STRICT table that does not hold what we wrote there.
            Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::Utf8Error(..)
            | Error::InvalidColumnType(..)
            | Error::QueryReturnedNoRows => Self::Damaged { detail },
            _ => Self::Sqlite(detail),
        }
    }
}

impl From<&StoreError> for WriteTrouble {
    fn from(error: &StoreError) -> Self {
        match error {
            StoreError::Full => Self::DiskFull,
            StoreError::ReadOnly { .. } => Self::ReadOnly,
            StoreError::Damaged { .. } | StoreError::Gone { .. } => Self::Damaged,
            StoreError::Doubtful { .. } => Self::Doubtful,
            StoreError::Unbalanced(_) | StoreError::NotWhole(_) => Self::Unbalanced,
            StoreError::NoteUsed(_) => Self::NoteUsed,
            StoreError::FundShort(_) => Self::FundShort,
            StoreError::AccountShort(_) => Self::AccountShort,
            StoreError::TakenTwice(_) => Self::TakenTwice,
            StoreError::SettledBefore(_) => Self::SettledBefore,
            StoreError::BalanceStands(_) => Self::BalanceStands,
            StoreError::AccountClosed(_) => Self::AccountClosed,
            StoreError::NumberTaken { .. } => Self::NumberTaken,
            StoreError::CardTaken { .. } => Self::CardTaken,
            StoreError::ClosingMoved => Self::ClosingMoved,
            StoreError::NothingToClose => Self::NothingToClose,
            StoreError::ClosingUnsound => Self::ClosingUnsound,
            StoreError::NotOver(_) => Self::NotOver,
            StoreError::CountUnsound => Self::CountUnsound,
            StoreError::NoSuchEnvelope(_) => Self::NoSuchEnvelope,
            StoreError::Held { .. }
            | StoreError::Newer { .. }
            | StoreError::NotOurs { .. }
            | StoreError::Folder { .. }
            | StoreError::Key { .. }
            | StoreError::Disk { .. }
            | StoreError::Unwritable(_)
            | StoreError::Unreadable(_)
            | StoreError::Sqlite(_) => Self::Other,
        }
    }
}

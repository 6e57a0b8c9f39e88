//! The one SQLite database. No business rule in here; the journal is only ever appended to.

mod answers;
mod append;
mod carve;
mod cash;
mod chain;
mod checks;
mod closed;
mod closing;
mod compare;
mod connection;
mod contacts;
mod due;
mod entries;
mod epochs;
mod error;
mod folder;
mod inspected;
mod keeping;
mod ledger;
mod lines;
mod migrations;
mod names;
mod opening;
mod printing;
mod reading;
mod rebuild;
mod recount;
mod remake;
mod replay;
mod segment;
mod stock;
mod tickets;
#[cfg(test)]
mod trouble;
mod verify;

use rusqlite::Connection;

use append::{Station, Tip};
use folder::{Folder, HeadFile};

pub use chain::{BadEntry, Depth, Fault};
pub use compare::{Difference, How};
pub use error::StoreError;
pub use inspected::{Batch, DayClosed, InspectorCopy};
pub use opening::{Note, Opened, Opening, Start};
pub use printing::{JobState, NewJob, PrintJob};
pub use rebuild::{Beside, RebuildReport};
pub use verify::VerifyReport;

/// The data of a till: the journal, its projections, and what lives beside them. This process holds
/// it alone.
pub struct Store {
    /// None after a commit whose outcome was unknown, until the database opens again.
    connection: Option<Connection>,
    home: Home,
    station: Station,
    tip: Tip,
    head_trouble: Option<String>,
}

/// Where the data lives.
enum Home {
    /// Nowhere: for tests and for trying things.
    Memory,
    /// In a folder.
    Folder(Folder, HeadFile),
}

impl Home {
    const fn is_memory(&self) -> bool {
        matches!(self, Self::Memory)
    }
}

impl Store {
    /// The till's name for machines.
    pub fn till(&self) -> &str {
        &self.station.till
    }

    /// What people call the till: the letter in front of ticket numbers.
    pub fn till_name(&self) -> &str {
        &self.station.name
    }

    /// Which life of the till this is.
    pub const fn epoch(&self) -> u32 {
        self.station.epoch
    }

    /// The last ticket number given in this epoch; zero before the first.
    pub const fn tickets_given(&self) -> u64 {
        self.tip.tickets
    }

    /// Empties the write-ahead log into the database. It reads and writes much: at opening, at
    /// closing, and when nobody is in front of the till and [`Store::log_bytes`] passes
    /// [`Store::LONG_LOG`].
    pub fn checkpoint(&self) -> Result<(), StoreError> {
        let busy: i64 =
            self.connection()?
                .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
        if busy == 0 {
            Ok(())
        } else {
            Err(StoreError::Held { by: None })
        }
    }

    /// A write-ahead log longer than this is emptied when there is time: 64 MB, a thousand tickets.
    pub const LONG_LOG: u64 = 64 * 1024 * 1024;

    /// How long the write-ahead log is.
    pub fn log_bytes(&self) -> u64 {
        match &self.home {
            Home::Memory => 0,
            Home::Folder(folder, _) => folder.log_bytes(),
        }
    }

    /// Why the file `head` could not be written, if it could not: sales go on, but a later start
    /// may not notice that the database is older than it should be.
    pub const fn head_trouble(&self) -> Option<&String> {
        self.head_trouble.as_ref()
    }

    /// Ends the work: everything is in one file, and the files are on the disk.
    pub fn close(mut self) -> Result<(), StoreError> {
        self.reconnect()?;
        self.checkpoint()?;
        if let Some(connection) = self.connection.take() {
            connection.close().map_err(|(_, error)| error)?;
        }
        match &self.home {
            Home::Memory => Ok(()),
            Home::Folder(_, head) => head.write_and_sync(&self.station.head(&self.tip)),
        }
    }

    fn connection(&self) -> Result<&Connection, StoreError> {
        self.connection
            .as_ref()
            .ok_or_else(|| StoreError::Doubtful {
                detail: "the database did not open again".to_owned(),
            })
    }

    /// The entry is on the disk already: trouble here is told, not refused.
    fn write_head(&mut self) {
        if let Home::Folder(_, head) = &self.home {
            let written = head.write(&self.station.head(&self.tip));
            self.head_trouble = written.err().map(|error| error.to_string());
        }
    }
}

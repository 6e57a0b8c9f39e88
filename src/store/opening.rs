//! From a folder to a till that can sell: a new one, the one of yesterday, or a new epoch of it.

use std::path::Path;

use super::{
    Home, Store,
    connection::{self, Missing},
    epochs::{found, resume},
    error::StoreError,
    folder::{Folder, Head, HeadFile},
    printing,
};
use crate::domain::{facts::Why, label::Label, time::Moment};

/// What the store cannot know by itself.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// The folder of the data.
    pub dir: &'a Path,
    /// What tells this machine from another; empty where nothing does.
    pub machine: String,
    /// The program's name and version.
    pub version: String,
    /// When it is opened.
    pub at: Moment,
    /// True randomness, for the till's key and the first names.
    pub seed: [u8; 32],
    /// What a new stall is called.
    pub stall: Label,
    /// What a new till is called: stands in front of ticket numbers.
    pub till_name: Label,
}

/// How the till starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// As what.
    pub start: Start,
    /// What people should know.
    pub notes: Vec<Note>,
}

/// As what a till starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// A till that never was.
    New,
    /// The one of the last time.
    Continued,
    /// The one of the last time, under a new key: numbers begin anew.
    NewEpoch(Why),
}

/// Something that was found at the start and put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The program was not ended but killed; this much was recovered from the write-ahead log.
    Recovered {
        /// The length of the log in bytes.
        bytes: u64,
    },
    /// The write-ahead log could not be emptied into the database: the disk is full or fails.
    LogKept,
    /// Pages were on their way to the printer: whether they came out is unknown.
    PrintsUnknown {
        /// How many.
        jobs: usize,
    },
}

impl Store {
    /// Opens the data of a folder, and makes what is missing: folder, key, database, the settings
    /// and the catalogue a new stall starts with.
    pub fn open(opening: &Opening<'_>) -> Result<(Self, Opened), StoreError> {
        let folder = Folder::take(opening.dir)?;
        let head = Head::read(&folder.head());
        let is_new = !Folder::has(&folder.database());
        if is_new {
            make(&folder, head.as_ref(), opening)?;
        }
        let bytes = folder.log_bytes();
        let connection = connection::open(&folder.database(), Missing::Refuse)?;
        let mut notes = Vec::new();
        let (station, tip, epoch) = resume(&connection, &folder, head.as_ref(), opening)?;
        if bytes > 0 {
            notes.push(Note::Recovered { bytes });
        }
        let jobs = printing::doubt_sending(&connection, opening.at)?;
        if jobs > 0 {
            notes.push(Note::PrintsUnknown { jobs });
        }
        let head_file = HeadFile::open(folder.head())?;
        let place = station.head(&tip);
        if head.as_ref() != Some(&place) {
            head_file.write_and_sync(&place)?;
        }
        let store = Self {
            connection: Some(connection),
            home: Home::Folder(folder, head_file),
            station,
            tip,
            head_trouble: None,
        };
        // A log that cannot be emptied now, on a full disk, holds what it holds and is read all the
        // same: the till must open to be looked at.
        if bytes > 0 && store.checkpoint().is_err() {
            notes.push(Note::LogKept);
        }
        let start = match epoch {
            Some(why) => Start::NewEpoch(why),
            None if is_new => Start::New,
            None => Start::Continued,
        };
        Ok((store, Opened { start, notes }))
    }

    /// A new till that leaves nothing behind.
    pub fn in_memory(opening: &Opening<'_>) -> Result<(Self, Opened), StoreError> {
        let connection = connection::in_memory()?;
        let (station, tip) = found(&connection, opening)?;
        let store = Self {
            connection: Some(connection),
            home: Home::Memory,
            station,
            tip,
            head_trouble: None,
        };
        let opened = Opened {
            start: Start::New,
            notes: Vec::new(),
        };
        Ok((store, opened))
    }
}

/// Makes a database whole under another name, then puts it in its place: a cut never leaves half of
/// one.
fn make(folder: &Folder, head: Option<&Head>, opening: &Opening<'_>) -> Result<(), StoreError> {
    if let Some(head) = head {
        return Err(StoreError::Gone {
            path: folder.database(),
            entries: head.seq,
        });
    }
    folder.clear_the_making()?;
    folder.put_old_key_aside(opening.at.utc_ms)?;
    let made = connection::open(&folder.database_in_the_making(), Missing::Make)?;
    let (station, _) = found(&made, opening)?;
    folder.make_next_key(&station.key)?;
    made.close().map_err(|(_, error)| error)?;
    folder.put_in_place()
}

//! Entries out of a file that SQLite cannot read any more: each one is known by its own hash, so
//! every page that looks like a part of the journal may be searched, in the database and in its
//! write-ahead log, in whatever state they are.
//!
//! The layout is that of <https://www.sqlite.org/fileformat2.html>, sections 1.5 and 1.6.

use std::{collections::HashMap, fs::File, io, os::unix::fs::FileExt, path::Path};

use super::entries::Stored;
use crate::domain::{
    ids::Uid,
    journal::{Entry, Heading},
    time::Moment,
};

/// The size of our pages: SQLite's own default.
const PAGE: u64 = 4096;
/// The log begins with so much, and each of its pages with so much.
const LOG_HEADER: u64 = 32;
const FRAME_HEADER: u64 = 24;
/// A page of a table that holds rows.
const TABLE_LEAF: u8 = 0x0d;
/// No entry is longer: a catalogue of 50,000 products has 20 MB.
const LONGEST: u64 = 256 * 1024 * 1024;

/// The pages of a database and of its log.
pub(super) struct Wreck {
    database: File,
    pages: u64,
    log: Option<File>,
    frames: u64,
    /// Where the log has a page: the last of its frames.
    newest: HashMap<u32, u64>,
}

/// An entry that was found, and the row it had.
pub(super) struct Found {
    /// The number of its row.
    pub rowid: i64,
    /// The entry; nobody has looked at its hash yet.
    pub stored: Stored,
}

impl Wreck {
    /// Opens what is left of a database.
    pub fn open(database: &Path, log: &Path) -> io::Result<Self> {
        let file = File::open(database)?;
        let log = File::open(log).ok();
        let length = match &log {
            Some(log) => log.metadata()?.len(),
            None => 0,
        };
        let mut wreck = Self {
            pages: file.metadata()?.len() / PAGE,
            database: file,
            log,
            frames: length.saturating_sub(LOG_HEADER) / (PAGE + FRAME_HEADER),
            newest: HashMap::new(),
        };
        for frame in 0..wreck.frames {
            let mut number = [0; 4];
            if let Some(log) = &wreck.log {
                log.read_exact_at(&mut number, frame_at(frame))?;
            }
            wreck.newest.insert(u32::from_be_bytes(number), frame);
        }
        Ok(wreck)
    }

    /// Hands on every entry that any page holds; the same one may come several times.
    pub fn each<E>(&self, mut take: impl FnMut(Found) -> Result<(), E>) -> Result<(), E> {
        let pages = (1..=self.pages).map(|number| (self.page(number), number == 1));
        let frames = (0..self.frames).map(|number| (self.frame(number), false));
        for (page, first) in pages.chain(frames) {
            let page = page.unwrap_or_default();
            for cell in cells(&page, first) {
                let newer = self.entry(cell, Newest::Log);
                let found = match newer {
                    Some(found) if found.stored.entry.hash_holds() => Some(found),
                    other => self.entry(cell, Newest::Database).or(other),
                };
                found.map_or(Ok(()), &mut take)?;
            }
        }
        Ok(())
    }

    fn page(&self, number: u64) -> Option<Vec<u8>> {
        let at = number.checked_sub(1)?.checked_mul(PAGE)?;
        read(&self.database, at)
    }

    fn frame(&self, number: u64) -> Option<Vec<u8>> {
        read(self.log.as_ref()?, frame_at(number) + FRAME_HEADER)
    }

    /// Reads a row, following it over as many pages as it has.
    fn entry(&self, cell: &[u8], newest: Newest) -> Option<Found> {
        let (length, cell) = varint(cell)?;
        let (rowid, cell) = varint(cell)?;
        let length = u64::try_from(length).ok().filter(|it| *it <= LONGEST)?;
        let local = usize::try_from(local(length)).ok()?;
        let length = usize::try_from(length).ok()?;
        let mut content = cell.get(..local)?.to_vec();
        let mut rest = cell.get(local..)?.to_vec();
        while content.len() < length {
            let number = u32::from_be_bytes(rest.get(..4)?.try_into().ok()?);
            rest = match (newest, self.newest.get(&number)) {
                (Newest::Log, Some(frame)) => self.frame(*frame)?,
                (Newest::Log | Newest::Database, _) => self.page(number.into())?,
            };
            let more = (length - content.len()).min(rest.len() - 4);
            content.extend_from_slice(rest.get(4..4 + more)?);
        }
        Some(Found {
            rowid,
            stored: stored(&content)?,
        })
    }
}

/// Where the newest state of a page is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Newest {
    /// In the log, if it is there.
    Log,
    /// In the database.
    Database,
}

fn frame_at(number: u64) -> u64 {
    LOG_HEADER + number * (PAGE + FRAME_HEADER)
}

fn read(file: &File, at: u64) -> Option<Vec<u8>> {
    let mut page = vec![0; usize::try_from(PAGE).ok()?];
    file.read_exact_at(&mut page, at).ok()?;
    Some(page)
}

/// The cells of a page that holds rows of a table; each goes on to the end of the page.
fn cells(page: &[u8], first: bool) -> Vec<&[u8]> {
    let start = if first { 100 } else { 0 };
    let header = page.get(start..).unwrap_or_default();
    if header.first() != Some(&TABLE_LEAF) {
        return Vec::new();
    }
    let number = |at: usize| {
        let bytes: Option<[u8; 2]> = header.get(at..at + 2).and_then(|it| it.try_into().ok());
        bytes.map_or(0, |it| usize::from(u16::from_be_bytes(it)))
    };
    (0..number(3))
        .map(|cell| number(8 + 2 * cell))
        .filter(|at| *at > 0)
        .filter_map(|at| page.get(at..))
        .collect()
}

/// How much of a row of this length stays on its own page.
const fn local(length: u64) -> u64 {
    let (most, least) = (PAGE - 35, (PAGE - 12) * 32 / 255 - 23);
    let fitting = least + (length.saturating_sub(least)) % (PAGE - 4);
    if length <= most {
        length
    } else if fitting <= most {
        fitting
    } else {
        least
    }
}

/// A number of one to nine bytes, and what follows it.
fn varint(bytes: &[u8]) -> Option<(i64, &[u8])> {
    let mut value: u64 = 0;
    for at in 0..8 {
        let byte = *bytes.get(at)?;
        value = value << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((value.cast_signed(), bytes.get(at + 1..)?));
        }
    }
    value = value << 8 | u64::from(*bytes.get(8)?);
    Some((value.cast_signed(), bytes.get(9..)?))
}

/// A column's content.
enum Cell<'a> {
    Number(i64),
    Text(&'a str),
    Bytes(&'a [u8]),
}

/// Reads a record that has the journal's columns, in their order.
fn stored(record: &[u8]) -> Option<Stored> {
    let (header, types) = varint(record)?;
    let header = usize::try_from(header).ok()?;
    let mut types = types.get(..header.checked_sub(record.len() - types.len())?)?;
    let mut content = record.get(header..)?;
    let mut columns = Vec::with_capacity(14);
    while !types.is_empty() {
        let (kind, others) = varint(types)?;
        let (cell, after) = column(kind, content)?;
        columns.push(cell);
        (types, content) = (others, after);
    }
    let columns: [Cell<'_>; 14] = columns.try_into().ok()?;
    let [
        Cell::Text(till),
        Cell::Number(epoch),
        Cell::Number(seq),
        Cell::Bytes(uid),
        Cell::Text(kind),
        Cell::Number(format),
        Cell::Number(at),
        Cell::Number(offset),
        Cell::Text(day),
        Cell::Text(operator),
        Cell::Text(payload),
        Cell::Bytes(prev),
        Cell::Bytes(hash),
        Cell::Bytes(sig),
    ] = columns
    else {
        return None;
    };
    let heading = Heading {
        till: till.to_owned(),
        epoch: u32::try_from(epoch).ok()?,
        seq: u64::try_from(seq).ok()?,
        uid: Uid(uid.try_into().ok()?),
        kind: kind.to_owned(),
        at: Moment {
            utc_ms: at,
            offset_min: i32::try_from(offset).ok()?,
        },
        business_day: day.to_owned(),
        operator: operator.to_owned(),
    };
    let entry = Entry {
        heading,
        payload: payload.to_owned(),
        prev: prev.try_into().ok()?,
        hash: hash.try_into().ok()?,
        sig: sig.try_into().ok()?,
    };
    Some(Stored {
        entry,
        format: u32::try_from(format).ok()?,
    })
}

/// A column of this kind, and what follows it.
fn column(kind: i64, content: &[u8]) -> Option<(Cell<'_>, &[u8])> {
    let width = match kind {
        8 | 9 => 0,
        1..=4 => usize::try_from(kind).ok()?,
        5 => 6,
        6 => 8,
        12.. => usize::try_from((kind - 12) / 2).ok()?,
        _ => return None,
    };
    let (bytes, after) = content.split_at_checked(width)?;
    let cell = match kind {
        8 | 9 => Cell::Number(kind - 8),
        1..=6 => Cell::Number(number(bytes)),
        _ if kind % 2 == 0 => Cell::Bytes(bytes),
        _ => Cell::Text(std::str::from_utf8(bytes).ok()?),
    };
    Some((cell, after))
}

/// A number in two's complement, highest byte first.
fn number(bytes: &[u8]) -> i64 {
    let sign = if bytes.first().is_some_and(|byte| byte & 0x80 != 0) {
        -1
    } else {
        0
    };
    bytes
        .iter()
        .fold(sign, |value, byte| value << 8 | i64::from(*byte))
}

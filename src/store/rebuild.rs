//! `etal rebuild`: a new database from what is left of the journal, when the old one does not
//! serve any more. The old file is kept.

use std::path::PathBuf;

use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::{
    Store,
    carve::{Found, Wreck},
    chain::{BadEntry, Depth},
    connection::{self, Missing},
    contacts,
    entries::{self, Stored, columns},
    epochs::{self, Turn},
    error::StoreError,
    folder::{Folder, Head},
    keeping,
    opening::Opening,
    printing, reading, replay,
    verify::walk,
};
use crate::domain::{defaults, facts::Why};

/// What was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RebuildReport {
    /// How many entries the new database has.
    pub entries: u64,
    /// How many of them are tickets.
    pub tickets: u64,
    /// How many SQLite did not find any more, but a search of the pages did.
    pub carved: u64,
    /// How many entries at the end were written once and are not there.
    pub lost_at_the_end: u64,
    /// The first entry that does not hold; all are kept as they are.
    pub first_bad: Option<BadEntry>,
    /// How many do not hold.
    pub bad: u64,
    /// Whether the open baskets, the printer's queue and the contact cards came along.
    pub beside: Beside,
    /// Whether the old end could not be gone on from, so that a new epoch begins.
    pub new_epoch: Option<u32>,
    /// Where the old database is.
    pub old: PathBuf,
}

/// Whether what is kept outside the journal was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside {
    /// The open baskets, the printer's queue and the contact cards are there.
    Kept,
    /// They could not be read.
    Lost,
}

impl Store {
    /// Makes the database of a folder anew from every entry of the journal that can still be read,
    /// and keeps the old one in `backups`. Entries are taken over as they are, those that do not
    /// hold too: they are named, by this and by every later check.
    pub fn rebuild(opening: &Opening<'_>) -> Result<RebuildReport, StoreError> {
        let folder = Folder::take(opening.dir)?;
        if !Folder::has(&folder.database()) {
            if !Folder::has(&folder.database_in_the_making()) {
                return Err(StoreError::Gone {
                    path: folder.database(),
                    entries: Head::read(&folder.head()).map_or(0, |head| head.seq),
                });
            }
            // An earlier rebuild was cut after it put the old database away: the new one is whole.
            folder.retire(opening.at)?;
            folder.put_in_place()?;
        }
        folder.clear_the_making()?;
        let mut made = connection::open_unguarded(&folder.database_in_the_making(), Missing::Make)?;
        let mut report = fill(&mut made, &folder)?;
        if report.entries == 0 {
            drop(made);
            folder.clear_the_making()?;
            return Err(StoreError::Damaged {
                detail: "not one entry can be read".to_owned(),
            });
        }
        let head = Head::read(&folder.head());
        report.lost_at_the_end = lost_at_the_end(&made, head.as_ref())?;
        report.new_epoch = go_on(&made, &folder, head.as_ref(), opening)?;
        made.close().map_err(|(_, error)| error)?;
        report.old = folder.retire(opening.at)?;
        folder.put_in_place()?;
        if report.new_epoch.is_some() {
            folder.turn_to_next_key()?;
        }
        Ok(report)
    }
}

/// Fills an empty database with all that can be read of the old one.
fn fill(made: &mut Connection, folder: &Folder) -> Result<RebuildReport, StoreError> {
    let transaction = Transaction::new(made, TransactionBehavior::Immediate)?;
    // Entries come as they are found, with holes perhaps: the links are checked afterwards.
    let triggers = lift_triggers(&transaction)?;
    let old = connection::open_wreck(&folder.database());
    let read = match &old {
        Ok(old) => copy_journal(old, &transaction)?,
        Err(StoreError::Damaged { .. } | StoreError::Disk { .. } | StoreError::Sqlite(_)) => {
            Read::InPart
        }
        Err(error) => return Err(error.clone()),
    };
    let apply = |heading, fact| replay::apply(&transaction, &heading, &fact);
    let mut walked = walk(&transaction, Depth::Full, None, apply)?;
    let mut carved = 0;
    if read == Read::InPart || walked.bad > 0 {
        carved = carve(folder, &transaction)?;
        if carved > 0 {
            replay::clear(&transaction)?;
            walked = walk(&transaction, Depth::Full, None, apply)?;
        }
    }
    let beside = match &old {
        Ok(old) => copy_beside(old, &transaction)?,
        Err(_) => Beside::Lost,
    };
    for trigger in triggers {
        transaction.execute_batch(&trigger)?;
    }
    transaction.commit()?;
    Ok(RebuildReport {
        entries: walked.entries,
        tickets: walked.tickets,
        carved,
        lost_at_the_end: 0,
        first_bad: walked.first_bad,
        bad: walked.bad,
        beside,
        new_epoch: None,
        old: PathBuf::new(),
    })
}

/// Takes the triggers away; answers what makes them again.
pub(super) fn lift_triggers(connection: &Connection) -> Result<Vec<String>, StoreError> {
    let triggers: Vec<(String, String)> = connection
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (name, _) in &triggers {
        connection.execute_batch(&format!("DROP TRIGGER {name}"))?;
    }
    Ok(triggers.into_iter().map(|(_, sql)| sql).collect())
}

/// How much of something could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    /// All of it.
    Whole,
    /// Up to some place, or with holes.
    InPart,
}

/// Takes over every entry that SQLite finds, each under the number its row had.
fn copy_journal(old: &Connection, made: &Connection) -> Result<Read, StoreError> {
    let statement = old.prepare(concat!(
        "SELECT ",
        columns!(),
        ", rowid FROM journal ORDER BY rowid"
    ));
    let Ok(mut statement) = statement else {
        return Ok(Read::InPart);
    };
    let Ok(mut rows) = statement.query([]) else {
        return Ok(Read::InPart);
    };
    let mut read = Read::Whole;
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(read),
            Err(_) => return Ok(Read::InPart),
        };
        match (entries::read(row), row.get(14)) {
            (Ok(stored), Ok(rowid)) => put(made, rowid, &stored)?,
            _ => read = Read::InPart,
        }
    }
}

/// Writes an entry as it is.
fn put(made: &Connection, rowid: i64, stored: &Stored) -> Result<(), StoreError> {
    entries::insert(made, stored, Some(rowid)).or_else(|error| {
        match error.sqlite_error_code() {
            // The row's number is another's; or its place or its name is, when it is damaged.
            Some(ErrorCode::ConstraintViolation) => Ok(()),
            _ => Err(error.into()),
        }
    })
}

/// Searches the pages of the old database for entries that are missing or do not hold; answers
/// how many it brought in.
fn carve(folder: &Folder, made: &Connection) -> Result<u64, StoreError> {
    let Ok(wreck) = Wreck::open(&folder.database(), &folder.log()) else {
        return Ok(0);
    };
    let mut brought = 0;
    wreck.each(|found| {
        brought += u64::from(offer(made, &found)?);
        Ok::<(), StoreError>(())
    })?;
    Ok(brought)
}

/// Takes an entry in where there is none, or only one that does not hold.
fn offer(made: &Connection, found: &Found) -> Result<bool, StoreError> {
    let entry = &found.stored.entry;
    let heading = &entry.heading;
    let there = [
        entries::at(made, &heading.till, heading.epoch, heading.seq)?,
        entries::named(made, &heading.till, heading.epoch, heading.uid)?,
    ];
    let good = |stored: &Stored| stored.entry.hash_holds();
    if there.iter().flatten().any(good)
        || (!good(&found.stored) && there.iter().any(Option::is_some))
    {
        return Ok(false);
    }
    for worse in there.iter().flatten() {
        let heading = &worse.entry.heading;
        made.execute(
            "DELETE FROM journal WHERE till = ?1 AND epoch = ?2 AND seq = ?3",
            (&heading.till, heading.epoch, entries::sql(heading.seq)),
        )?;
    }
    let taken: bool = made.query_row(
        "SELECT EXISTS (SELECT 1 FROM journal WHERE rowid = ?1)",
        [found.rowid],
        |row| row.get(0),
    )?;
    let rowid = Some(found.rowid).filter(|_| !taken);
    entries::insert(made, &found.stored, rowid)?;
    Ok(true)
}

/// Takes over open baskets, the printer's queue, and contact cards of accounts that are there.
fn copy_beside(old: &Connection, made: &Connection) -> Result<Beside, StoreError> {
    let drafts: rusqlite::Result<String> =
        old.query_row("SELECT content FROM draft", [], |row| row.get(0));
    let jobs = printing::all(old);
    if let Ok(drafts) = &drafts {
        made.execute("UPDATE draft SET content = ?1", [drafts])?;
    }
    if let Ok(jobs) = &jobs {
        printing::put_all(made, jobs)?;
    }
    // A database of before there were cards has none to lose.
    let none: rusqlite::Result<bool> = old.query_row(
        "SELECT NOT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'contact')",
        [],
        |row| row.get(0),
    );
    let cards = match none {
        Ok(true) => Ok(Vec::new()),
        Ok(false) | Err(_) => contacts::all(old),
    };
    if let Ok(cards) = &cards {
        for card in cards {
            contacts::put_back(made, card)?;
        }
    }
    let kept = keeping::read(old);
    if let Ok(kept) = &kept {
        keeping::put(made, kept.as_ref())?;
    }
    Ok(
        if drafts.is_ok() && jobs.is_ok() && cards.is_ok() && kept.is_ok() {
            Beside::Kept
        } else {
            Beside::Lost
        },
    )
}

/// How many entries the file `head` knows beyond the last one.
fn lost_at_the_end(made: &Connection, head: Option<&Head>) -> Result<u64, StoreError> {
    let last = epochs::end(made)?.entry.heading;
    Ok(head
        .filter(|head| head.till == last.till && head.epoch == last.epoch)
        .map_or(0, |head| head.seq.saturating_sub(last.seq)))
}

/// Begins a new epoch if the journal's end, or what a till must know to start, is lost.
fn go_on(
    made: &Connection,
    folder: &Folder,
    head: Option<&Head>,
    opening: &Opening<'_>,
) -> Result<Option<u32>, StoreError> {
    let last = epochs::end(made)?;
    let identity = epochs::identity_of(made, &last.entry).ok();
    let settings = reading::settings(made).ok();
    let holds = match &identity {
        Some(identity) => epochs::end_holds(made, &last.entry, identity)?,
        None => false,
    };
    if holds && settings.is_some() {
        return Ok(None);
    }
    let old_key = match &identity {
        Some(identity) => folder.key_of(&identity.public_key)?,
        None => None,
    };
    let anew = settings
        .is_none()
        .then(|| defaults::settings(&opening.stall));
    let day_starts_at = settings
        .as_ref()
        .or(anew.as_ref())
        .map_or(0, |settings| settings.rules.day_starts_at);
    let turn = Turn {
        why: Why::Restored,
        head,
        last: &last.entry,
        name: identity.map_or_else(|| opening.till_name.clone(), |identity| identity.name),
        old_key,
        settings: anew,
        day_starts_at,
    };
    let (station, _) = epochs::begin(made, folder, opening, turn)?;
    Ok(Some(station.epoch))
}

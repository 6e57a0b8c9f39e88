//! From a folder to a till that can sell: a new one, the one of yesterday, or a new epoch of it.

use std::path::Path;

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::{
    Home, Store,
    append::{Station, Tip, write},
    connection::{self, Missing},
    entries::{self, Stored},
    error::StoreError,
    folder::{Folder, Head, HeadFile},
    printing, reading,
};
use crate::domain::{
    defaults,
    facts::{Continued, Identity, Why},
    ids::{Mint, hex, unhex},
    journal::{Fact, Proposal, till_id},
    label::Label,
    settings::SettingsChange,
    time::Moment,
};

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
    /// Pages were on their way to the printer: whether they came out is unknown.
    PrintsUnknown {
        /// How many.
        jobs: usize,
    },
}

/// As many entries as [`found`] makes: a till that has no more has nothing to lose.
const FOUNDING: u64 = 3;

/// What the first entry of all is linked to.
const NOTHING: [u8; 32] = [0; 32];

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
        if bytes > 0 {
            store.checkpoint()?;
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

/// Writes the first entries of a new till.
fn found(connection: &Connection, opening: &Opening<'_>) -> Result<(Station, Tip), StoreError> {
    let key = fresh_key(opening, &NOTHING);
    let station = Station {
        till: till_id(&key.verifying_key()),
        epoch: 1,
        name: opening.till_name.to_string(),
        key,
    };
    let settings = defaults::settings(&opening.stall);
    let mut tip = Tip {
        seq: 0,
        hash: NOTHING,
        tickets: 0,
        day_starts_at: settings.rules.day_starts_at,
    };
    let identity = identity(&station, opening, opening.till_name.clone(), Why::New, None);
    let settings = SettingsChange {
        stall: Some(settings.stall),
        tenders: Some(settings.tenders),
        vat_rates: Some(settings.vat_rates),
        rules: Some(settings.rules),
    };
    let facts = [
        Fact::Identity(identity),
        Fact::Settings(settings),
        Fact::Catalogue(defaults::catalogue(&opening.stall)),
    ];
    let mut mint = mint(opening, &NOTHING);
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for fact in facts {
        write(
            &transaction,
            &station,
            &mut tip,
            by_itself(&mut mint, opening.at, fact),
        )?;
    }
    transaction.commit()?;
    Ok((station, tip))
}

/// What the program writes without anybody at the till.
fn by_itself(mint: &mut Mint, at: Moment, fact: Fact) -> Proposal {
    Proposal {
        uid: mint.uid(),
        at,
        operator: String::new(),
        fact,
    }
}

fn identity(
    station: &Station,
    opening: &Opening<'_>,
    name: Label,
    why: Why,
    continues: Option<Continued>,
) -> Identity {
    Identity {
        till: station.till.clone(),
        name,
        public_key: hex(station.key.verifying_key().as_bytes()),
        version: opening.version.clone(),
        machine: opening.machine.clone(),
        why,
        continues,
    }
}

/// Takes the journal up where it ends, or begins a new epoch where that would fork it.
fn resume(
    connection: &Connection,
    folder: &Folder,
    head: Option<&Head>,
    opening: &Opening<'_>,
) -> Result<(Station, Tip, Option<Why>), StoreError> {
    let till = entries::own_till(connection)?.ok_or_else(|| damaged("no entry"))?;
    let last = entries::last(connection, &till)?.ok_or_else(|| damaged("no entry"))?;
    let identity = identity_of(connection, &last)?;
    check_end(connection, &last, &identity)?;
    let key = folder.key_of(&identity.public_key)?;
    let ends = &last.entry;
    let tip = Tip {
        seq: ends.heading.seq,
        hash: ends.hash,
        tickets: last_number(connection, &last)?,
        day_starts_at: reading::settings(connection)?.rules.day_starts_at,
    };
    let why = if is_older(connection, &last, head)? {
        Why::Restored
    } else if !opening.machine.is_empty() && identity.machine != opening.machine {
        Why::Copied
    } else if let Some(key) = key {
        let station = Station {
            till,
            epoch: ends.heading.epoch,
            name: identity.name.to_string(),
            key,
        };
        return Ok((station, tip, None));
    } else {
        Why::KeyLost
    };
    let known = head
        .filter(|head| head.till == till)
        .map_or(0, |head| head.epoch);
    let epoch = known.max(ends.heading.epoch) + 1;
    let (station, tip) = begin(
        connection,
        folder,
        opening,
        &Turn {
            why,
            epoch,
            last: &last,
            identity,
            key,
            tip,
        },
    )?;
    Ok((station, tip, Some(why)))
}

/// From one epoch to the next.
struct Turn<'a> {
    why: Why,
    epoch: u32,
    last: &'a Stored,
    identity: Identity,
    key: Option<SigningKey>,
    tip: Tip,
}

fn begin(
    connection: &Connection,
    folder: &Folder,
    opening: &Opening<'_>,
    turn: &Turn<'_>,
) -> Result<(Station, Tip), StoreError> {
    let before = &turn.last.entry;
    let key = fresh_key(opening, &before.hash);
    let continued = Continued {
        epoch: before.heading.epoch,
        seq: before.heading.seq,
        hash: hex(&before.hash),
        signature: turn
            .key
            .as_ref()
            .map(|old| hex(&old.sign(key.verifying_key().as_bytes()).to_bytes())),
    };
    let station = Station {
        till: before.heading.till.clone(),
        epoch: turn.epoch,
        name: turn.identity.name.to_string(),
        key,
    };
    let name = turn.identity.name.clone();
    let identity = identity(&station, opening, name, turn.why, Some(continued));
    let mut tip = Tip {
        seq: 0,
        tickets: 0,
        ..turn.tip
    };
    folder.make_next_key(&station.key)?;
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    let proposal = by_itself(
        &mut mint(opening, &before.hash),
        opening.at,
        Fact::Identity(identity),
    );
    write(&transaction, &station, &mut tip, proposal)?;
    transaction.commit()?;
    folder.turn_to_next_key()?;
    Ok((station, tip))
}

/// Whether the database lacks what the till has written before. Without the file `head` that cannot
/// be told: only a till that has sold nothing is believed.
fn is_older(
    connection: &Connection,
    last: &Stored,
    head: Option<&Head>,
) -> Result<bool, StoreError> {
    let heading = &last.entry.heading;
    let Some(head) = head else {
        return Ok(heading.epoch > 1 || heading.seq > FOUNDING);
    };
    if head.till != heading.till {
        return Ok(true);
    }
    let there = entries::at(connection, &head.till, head.epoch, head.seq)?;
    Ok(there.is_none_or(|there| there.entry.hash != head.hash))
}

/// The identity entry that began the epoch of this entry.
fn identity_of(connection: &Connection, last: &Stored) -> Result<Identity, StoreError> {
    let heading = &last.entry.heading;
    let first = entries::at(connection, &heading.till, heading.epoch, 1)?
        .ok_or_else(|| damaged("no identity"))?;
    match Fact::read(
        &first.entry.heading.kind,
        first.format,
        &first.entry.payload,
    )? {
        Fact::Identity(identity) => Ok(identity),
        _ => Err(damaged("no identity")),
    }
}

/// The last link holds: its hash, its signature, and what it is linked to. The rest is `verify`'s.
fn check_end(
    connection: &Connection,
    last: &Stored,
    identity: &Identity,
) -> Result<(), StoreError> {
    let (entry, heading) = (&last.entry, &last.entry.heading);
    let signed = unhex(&identity.public_key)
        .and_then(|key| VerifyingKey::from_bytes(&key).ok())
        .is_some_and(|key| entry.signature_holds(&key));
    let linked = heading.seq == 1
        || entries::at(connection, &heading.till, heading.epoch, heading.seq - 1)?
            .is_some_and(|before| before.entry.hash == entry.prev);
    if entry.hash_holds() && signed && linked {
        Ok(())
    } else {
        Err(damaged("the last entry does not hold"))
    }
}

/// The last ticket number given in the epoch of this entry; from the journal, so that no other
/// table can repeat one.
fn last_number(connection: &Connection, last: &Stored) -> Result<u64, StoreError> {
    let heading = &last.entry.heading;
    let ticket = connection
        .query_row(
            "SELECT format, payload FROM journal WHERE till = ?1 AND epoch = ?2 AND kind = 'ticket'
              ORDER BY seq DESC LIMIT 1",
            (&heading.till, heading.epoch),
            |row| Ok((row.get(0)?, row.get::<_, String>(1)?)),
        )
        .optional()?;
    let Some((format, payload)) = ticket else {
        return Ok(0);
    };
    match Fact::read("ticket", format, &payload)? {
        Fact::Ticket(ticket) => Ok(ticket.number),
        _ => Ok(0),
    }
}

fn damaged(detail: &str) -> StoreError {
    StoreError::Damaged {
        detail: detail.to_owned(),
    }
}

fn fresh_key(opening: &Opening<'_>, after: &[u8; 32]) -> SigningKey {
    SigningKey::from_bytes(&derived(opening, b"key", after))
}

fn mint(opening: &Opening<'_>, after: &[u8; 32]) -> Mint {
    Mint::new(derived(opening, b"names", after))
}

/// Another 32 random bytes for each purpose and place in the chain.
fn derived(opening: &Opening<'_>, purpose: &[u8], after: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(opening.seed);
    hash.update(purpose);
    hash.update(after);
    hash.finalize().into()
}

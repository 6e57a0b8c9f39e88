//! A till's lives: the first entries of a new one, going on with yesterday's, and beginning a new
//! epoch where going on would fork the journal.

use ed25519_dalek::{Signer, SigningKey, VerifyingKey};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::{
    answers::settling,
    append::{Station, Tip, write},
    entries::{self, Stored},
    error::StoreError,
    folder::{Folder, Head},
    opening::Opening,
    reading,
};
use crate::domain::{
    defaults,
    facts::{Continued, Identity, Why},
    ids::{Mint, hex, unhex},
    journal::{Entry, Fact, Proposal, till_id},
    label::Label,
    settings::{Settings, SettingsChange},
};

/// As many entries as [`found`] makes: a till that has no more has nothing to lose.
const FOUNDING: u64 = 3;

/// What the first entry of all is linked to.
const NOTHING: [u8; 32] = [0; 32];

/// Writes the first entries of a new till.
pub(super) fn found(
    connection: &Connection,
    opening: &Opening<'_>,
) -> Result<(Station, Tip), StoreError> {
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
        settlements: 0,
        day_starts_at: settings.rules.day_starts_at,
    };
    let name = opening.till_name.clone();
    let facts = vec![
        Fact::Identity(identity(&station, opening, name, Why::New, None)),
        Fact::Settings(whole(settings)),
        Fact::Catalogue(defaults::catalogue(&opening.stall)),
    ];
    write_all(connection, &station, &mut tip, opening, facts)?;
    Ok((station, tip))
}

/// All parts of settings as a change.
fn whole(settings: Settings) -> SettingsChange {
    SettingsChange {
        stall: Some(settings.stall),
        tenders: Some(settings.tenders),
        vat_rates: Some(settings.vat_rates),
        rules: Some(settings.rules),
        tariffs: Some(settings.tariffs),
        deposits: Some(settings.deposits),
        operators: Some(settings.operators),
    }
}

/// Writes what the program has to say without anybody at the till.
fn write_all(
    connection: &Connection,
    station: &Station,
    tip: &mut Tip,
    opening: &Opening<'_>,
    facts: Vec<Fact>,
) -> Result<(), StoreError> {
    let mut mint = Mint::new(derived(opening, b"names", &tip.hash));
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate)?;
    for fact in facts {
        let proposal = Proposal {
            uid: mint.uid(),
            at: opening.at,
            operator: String::new(),
            fact,
        };
        write(&transaction, station, tip, proposal)?;
    }
    transaction.commit()?;
    Ok(())
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
pub(super) fn resume(
    connection: &Connection,
    folder: &Folder,
    head: Option<&Head>,
    opening: &Opening<'_>,
) -> Result<(Station, Tip, Option<Why>), StoreError> {
    let last = end(connection)?;
    let identity = identity_of(connection, &last.entry)?;
    if !end_holds(connection, &last.entry, &identity)? {
        return Err(damaged("the last entry does not hold"));
    }
    let key = folder.key_of(&identity.public_key)?;
    let why = if is_older(connection, &last.entry, head)? {
        Why::Restored
    } else if !opening.machine.is_empty() && identity.machine != opening.machine {
        Why::Copied
    } else if let Some(key) = key {
        let heading = &last.entry.heading;
        let station = Station {
            till: heading.till.clone(),
            epoch: heading.epoch,
            name: identity.name.to_string(),
            key,
        };
        return Ok((station, tip(connection, &last.entry)?, None));
    } else {
        Why::KeyLost
    };
    let turn = Turn {
        why,
        head,
        last: &last.entry,
        name: identity.name,
        old_key: key,
        settings: None,
        day_starts_at: reading::settings(connection)?.rules.day_starts_at,
    };
    let (station, tip) = begin(connection, folder, opening, turn)?;
    folder.turn_to_next_key()?;
    Ok((station, tip, Some(why)))
}

/// From one epoch to the next.
pub(super) struct Turn<'a> {
    /// Why an epoch begins.
    pub why: Why,
    /// The last entry that was ever known.
    pub head: Option<&'a Head>,
    /// The last entry that is there.
    pub last: &'a Entry,
    /// What people call the till.
    pub name: Label,
    /// The key of the epoch that ends.
    pub old_key: Option<SigningKey>,
    /// Settings to begin with, where those of before are lost.
    pub settings: Option<Settings>,
    /// The hour at which a market day begins.
    pub day_starts_at: u8,
}

/// Begins an epoch. Its key is ready beside the old one: it has its place when the entry is
/// safe.
pub(super) fn begin(
    connection: &Connection,
    folder: &Folder,
    opening: &Opening<'_>,
    turn: Turn<'_>,
) -> Result<(Station, Tip), StoreError> {
    let before = &turn.last.heading;
    let key = fresh_key(opening, &turn.last.hash);
    let continued = Continued {
        epoch: before.epoch,
        seq: before.seq,
        hash: hex(&turn.last.hash),
        signature: turn
            .old_key
            .map(|old| hex(&old.sign(key.verifying_key().as_bytes()).to_bytes())),
    };
    // The last epoch known may be later than the last one here.
    let known = turn
        .head
        .filter(|head| head.till == before.till)
        .map_or(0, |head| head.epoch);
    let station = Station {
        till: before.till.clone(),
        epoch: known.max(before.epoch) + 1,
        name: turn.name.to_string(),
        key,
    };
    let mut tip = Tip {
        seq: 0,
        hash: turn.last.hash,
        tickets: 0,
        settlements: 0,
        day_starts_at: turn.day_starts_at,
    };
    folder.make_next_key(&station.key)?;
    let identity = identity(&station, opening, turn.name, turn.why, Some(continued));
    let mut facts = vec![Fact::Identity(identity)];
    facts.extend(
        turn.settings
            .map(|settings| Fact::Settings(whole(settings))),
    );
    write_all(connection, &station, &mut tip, opening, facts)?;
    Ok((station, tip))
}

/// The last entry of the till whose database this is.
pub(super) fn end(connection: &Connection) -> Result<Stored, StoreError> {
    let till = entries::own_till(connection)?.ok_or_else(|| damaged("no entry"))?;
    entries::last(connection, &till)?.ok_or_else(|| damaged("no entry"))
}

/// Whether the database lacks what the till has written before. Without the file `head` that
/// cannot be told: only a till that has sold nothing is believed.
fn is_older(
    connection: &Connection,
    last: &Entry,
    head: Option<&Head>,
) -> Result<bool, StoreError> {
    let heading = &last.heading;
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
pub(super) fn identity_of(connection: &Connection, last: &Entry) -> Result<Identity, StoreError> {
    let heading = &last.heading;
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

/// Whether the last link holds: its hash, its signature, and what it is linked to. The rest is
/// `verify`'s.
pub(super) fn end_holds(
    connection: &Connection,
    last: &Entry,
    identity: &Identity,
) -> Result<bool, StoreError> {
    let heading = &last.heading;
    let signed = unhex(&identity.public_key)
        .and_then(|key| VerifyingKey::from_bytes(&key).ok())
        .is_some_and(|key| last.signature_holds(&key));
    let linked = heading.seq == 1
        || entries::at(connection, &heading.till, heading.epoch, heading.seq - 1)?
            .is_some_and(|before| before.entry.hash == last.prev);
    Ok(last.hash_holds() && signed && linked)
}

/// What the next entry needs to know of those before.
pub(super) fn tip(connection: &Connection, last: &Entry) -> Result<Tip, StoreError> {
    Ok(Tip {
        seq: last.heading.seq,
        hash: last.hash,
        tickets: last_number(connection, last)?,
        settlements: settling::last_number(connection, &last.heading)?,
        day_starts_at: reading::settings(connection)?.rules.day_starts_at,
    })
}

/// The last ticket number given in the epoch of this entry; from the journal, so that no other
/// table can repeat one.
fn last_number(connection: &Connection, last: &Entry) -> Result<u64, StoreError> {
    let heading = &last.heading;
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

/// Another 32 random bytes for each purpose and place in the chain.
fn derived(opening: &Opening<'_>, purpose: &[u8], after: &[u8; 32]) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(opening.seed);
    hash.update(purpose);
    hash.update(after);
    hash.finalize().into()
}

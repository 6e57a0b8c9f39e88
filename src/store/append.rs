//! The one door: an entry is sealed, written and applied in a single transaction, or not at all.

use ed25519_dalek::SigningKey;
use rusqlite::{Connection, ErrorCode, Transaction, TransactionBehavior};

use super::{
    Home, Store, checks, closing,
    connection::{self, Missing},
    contacts,
    entries::{self, Stored},
    epochs,
    error::StoreError,
    folder::Head,
    names, replay,
};
use crate::domain::{
    closing::Level,
    ids::Uid,
    journal::{Entry, FORMAT, Fact, Heading, Proposal},
    views::{Novelty, Recorded},
};

/// Who writes in this epoch.
pub(super) struct Station {
    /// The till's name for machines.
    pub till: String,
    /// Which life of the till.
    pub epoch: u32,
    /// What people call the till: stands in front of ticket numbers.
    pub name: String,
    /// The epoch's key.
    pub key: SigningKey,
}

impl Station {
    /// The place of the last entry.
    pub fn head(&self, tip: &Tip) -> Head {
        Head {
            till: self.till.clone(),
            epoch: self.epoch,
            seq: tip.seq,
            hash: tip.hash,
        }
    }
}

/// The end of the chain, and what the next entry needs to know of those before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tip {
    /// The last place taken.
    pub seq: u64,
    /// That entry's hash.
    pub hash: [u8; 32],
    /// The last ticket number given.
    pub tickets: u64,
    /// The last settlement number given.
    pub settlements: u64,
    /// The hour at which a market day begins.
    pub day_starts_at: u8,
}

impl Store {
    /// Writes an entry down and applies it. With `drafts`, those replace the saved ones in the same
    /// transaction, so that a basket is never both sold and still open. A uid that the journal
    /// knows is answered again.
    ///
    /// A ticket, a credit note and a settlement get their names here. What cannot follow what is
    /// written already is refused: a ticket that does not balance, a credit note used before, more
    /// taken back than was sold, a settlement that does not go on where the last one ended, an
    /// account closed while something stands on it. With an account that is erased goes its contact
    /// card.
    pub fn append(
        &mut self,
        proposal: Proposal,
        drafts: Option<&str>,
    ) -> Result<Recorded, StoreError> {
        let erases = contacts::erases(&proposal.fact);
        let recorded = self.transact(|connection, station, tip| {
            let recorded = write(connection, station, tip, proposal)?;
            if let Some(drafts) = drafts {
                replace_drafts(connection, drafts)?;
            }
            Ok(recorded)
        })?;
        if erases {
            self.forget();
        }
        Ok(recorded)
    }

    /// Writes several entries down, all of them or none.
    pub fn append_all(&mut self, proposals: Vec<Proposal>) -> Result<Vec<Recorded>, StoreError> {
        self.transact(|connection, station, tip| {
            proposals
                .into_iter()
                .map(|proposal| write(connection, station, tip, proposal))
                .collect()
        })
    }

    /// The entry of this name, in whichever of its epochs the till wrote it.
    pub fn recorded(&mut self, uid: Uid) -> Result<Option<Recorded>, StoreError> {
        self.reconnect()?;
        for epoch in (1..=self.station.epoch).rev() {
            let stored = entries::named(self.connection()?, &self.station.till, epoch, uid)?;
            if let Some(stored) = stored {
                return answer(&stored).map(Some);
            }
        }
        Ok(None)
    }

    /// Saves the baskets that are not paid yet, in the words of the app, in place of those saved
    /// before.
    pub fn save_drafts(&mut self, drafts: &str) -> Result<(), StoreError> {
        self.transact(|connection, _, _| replace_drafts(connection, drafts))
    }

    /// Does some work in one transaction. What is in memory follows only when the disk has it.
    pub(super) fn transact<T>(
        &mut self,
        work: impl FnOnce(&Connection, &Station, &mut Tip) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.reconnect()?;
        let before = self.tip;
        let mut tip = before;
        let transaction =
            Transaction::new_unchecked(self.connection()?, TransactionBehavior::Immediate)?;
        // An error in here drops the transaction, which rolls back.
        let done = work(&transaction, &self.station, &mut tip)?;
        if let Err(error) = transaction.commit() {
            self.settle_doubt(&tip, error.into())?;
        }
        if tip.seq != before.seq {
            self.tip = tip;
            self.write_head();
        }
        Ok(done)
    }

    /// A commit that failed may be on the disk all the same, and stay there: only closing, opening
    /// and looking tells. Answers `Ok` if the entries are there.
    pub(super) fn settle_doubt(
        &mut self,
        wanted: &Tip,
        error: StoreError,
    ) -> Result<(), StoreError> {
        if self.home.is_memory() {
            return Err(error);
        }
        let before = self.tip;
        self.connection = None;
        self.reconnect().map_err(|later| match later {
            StoreError::Damaged { .. } => later,
            later => StoreError::Doubtful {
                detail: format!("{error}; {later}"),
            },
        })?;
        if self.tip == before {
            Err(error)
        } else if (self.tip.seq, self.tip.hash) == (wanted.seq, wanted.hash) {
            Ok(())
        } else {
            Err(ends_elsewhere())
        }
    }

    /// Opens the database again after a doubt, and takes in what it has written after all.
    pub(super) fn reconnect(&mut self) -> Result<(), StoreError> {
        let (None, Home::Folder(folder, _)) = (&self.connection, &self.home) else {
            return Ok(());
        };
        let connection = connection::open(&folder.database(), Missing::Refuse)?;
        let station = &self.station;
        let known = entries::at(&connection, &station.till, station.epoch, self.tip.seq)?;
        if known.is_none_or(|known| known.entry.hash != self.tip.hash) {
            return Err(ends_elsewhere());
        }
        let last = entries::last(&connection, &station.till)?.ok_or_else(ends_elsewhere)?;
        self.tip = epochs::tip(&connection, &last.entry)?;
        self.connection = Some(connection);
        Ok(())
    }
}

fn ends_elsewhere() -> StoreError {
    StoreError::Damaged {
        detail: "the journal does not end where it did".to_owned(),
    }
}

fn replace_drafts(connection: &Connection, drafts: &str) -> Result<(), StoreError> {
    connection
        .prepare_cached("UPDATE draft SET content = ?1")?
        .execute([drafts])?;
    Ok(())
}

/// Writes what is proposed, and what has to be written along with it.
pub(super) fn write(
    connection: &Connection,
    station: &Station,
    tip: &mut Tip,
    proposal: Proposal,
) -> Result<Recorded, StoreError> {
    let (uid, operator) = (proposal.uid, &proposal.operator);
    if operator.chars().any(char::is_control) {
        return Err(StoreError::Unwritable(
            "operator with a control character".to_owned(),
        ));
    }
    for epoch in 1..station.epoch {
        if let Some(stored) = entries::named(connection, &station.till, epoch, uid)? {
            return again(&stored, &proposal.fact);
        }
    }
    if let Fact::Closing(wanted) = &proposal.fact {
        // Before it could ask for a month to be closed once more.
        let before = entries::named(connection, &station.till, station.epoch, uid)?;
        return match before {
            Some(stored) => again(&stored, &proposal.fact),
            None => closing::write(connection, station, tip, &proposal, wanted),
        };
    }
    add(connection, station, tip, proposal)
}

/// Seals, writes and applies one entry; a closing has its name and figures already.
pub(super) fn add(
    connection: &Connection,
    station: &Station,
    tip: &mut Tip,
    proposal: Proposal,
) -> Result<Recorded, StoreError> {
    let Proposal {
        uid,
        at,
        operator,
        mut fact,
    } = proposal;
    let mut next = *tip;
    names::give(station, &mut next, &mut fact);
    let heading = Heading {
        till: station.till.clone(),
        epoch: station.epoch,
        seq: tip.seq + 1,
        uid,
        kind: fact.kind().to_owned(),
        at,
        business_day: at.business_day(tip.day_starts_at),
        operator,
    };
    if let Err(error) = checks::check(connection, station, tip, &heading, &fact) {
        // What was written under this name stands, and is what is in its own way.
        let before = entries::named(connection, &station.till, station.epoch, uid)?;
        return before.map_or(Err(error), |stored| answer(&stored));
    }
    let stored = Stored {
        entry: Entry::seal(heading, fact.payload()?, tip.hash, &station.key),
        format: FORMAT,
    };
    if let Err(error) = entries::insert(connection, &stored, None) {
        // The journal refuses a uid it has: then this is a repetition.
        if error.sqlite_error_code() == Some(ErrorCode::ConstraintViolation)
            && let Some(stored) = entries::named(connection, &station.till, station.epoch, uid)?
        {
            return answer(&stored);
        }
        return Err(error.into());
    }
    let entry = &stored.entry;
    replay::apply(connection, &entry.heading, &fact)?;
    contacts::forget_erased(connection, &fact)?;
    next.seq = entry.heading.seq;
    next.hash = entry.hash;
    *tip = next;
    if let Fact::Settings(change) = &fact
        && let Some(rules) = &change.rules
    {
        tip.day_starts_at = rules.day_starts_at;
    }
    Ok(recorded(entry, &fact, Novelty::New))
}

/// Answers what is written under the name of what is wanted. A market that went on after its
/// closing was written, and before anybody was told of it, is not closed by it.
fn again(stored: &Stored, wanted: &Fact) -> Result<Recorded, StoreError> {
    if let Fact::Closing(wanted) = wanted
        && wanted.level == Level::Day
    {
        let entry = &stored.entry;
        let fact = Fact::read(&entry.heading.kind, stored.format, &entry.payload)?;
        let same = matches!(fact, Fact::Closing(it) if it.figures == wanted.figures);
        if !same {
            return Err(StoreError::ClosingMoved);
        }
    }
    answer(stored)
}

fn answer(stored: &Stored) -> Result<Recorded, StoreError> {
    let entry = &stored.entry;
    let fact = Fact::read(&entry.heading.kind, stored.format, &entry.payload)?;
    Ok(recorded(entry, &fact, Novelty::Again))
}

fn recorded(entry: &Entry, fact: &Fact, novelty: Novelty) -> Recorded {
    let ticket = match fact {
        Fact::Ticket(ticket) => Some((ticket.number, ticket.name.clone())),
        Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Printed(_)
        | Fact::Day(_)
        | Fact::Cash(_)
        | Fact::Count(_)
        | Fact::Closing(_)
        | Fact::Member(_)
        | Fact::Settlement(_)
        | Fact::Event(_) => None,
    };
    let closing = match fact {
        Fact::Closing(closing) => Some(closing.name.clone()),
        Fact::Ticket(_)
        | Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Printed(_)
        | Fact::Day(_)
        | Fact::Cash(_)
        | Fact::Count(_)
        | Fact::Member(_)
        | Fact::Settlement(_)
        | Fact::Event(_) => None,
    };
    Recorded {
        till: entry.heading.till.clone(),
        epoch: entry.heading.epoch,
        seq: entry.heading.seq,
        uid: entry.heading.uid,
        hash: entry.hash,
        ticket,
        closing,
        at: entry.heading.at,
        business_day: entry.heading.business_day.clone(),
        novelty,
    }
}

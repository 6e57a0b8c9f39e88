//! What a closing of a day covers, for its bundle, and the signature under it.

use ed25519_dalek::Signer;

use super::{
    Home, Store, closed,
    entries::{self, columns, sql},
    epochs,
    error::StoreError,
};
use crate::domain::{closing::Level, segment::Segment, settlement::Place};

impl Store {
    /// The entries after the closing of a day that the named one follows, up to it; none if there
    /// is no closing of a day of this name. The same bytes for ever: nothing is asked but the
    /// journal.
    pub fn segment(&self, name: &str) -> Result<Option<Segment>, StoreError> {
        let connection = self.connection()?;
        let seen = closed::named(connection, self.till(), name)?;
        let Some(seen) = seen.filter(|it| it.closing.level == Level::Day) else {
            return Ok(None);
        };
        let previous = seen.closing.previous.as_ref();
        let after = previous.map_or(Place { epoch: 0, seq: 0 }, |it| it.place);
        let up_to = seen.place;
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal
              WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND (epoch, seq) <= (?4, ?5)
              ORDER BY epoch, seq"
        ))?;
        let place = (after.epoch, sql(after.seq), up_to.epoch, sql(up_to.seq));
        let asked = (self.till(), place.0, place.1, place.2, place.3);
        let rows = statement.query_map(asked, entries::read)?;
        let mut entries = Vec::new();
        let mut identities = Vec::new();
        for stored in rows {
            let entry = stored?.entry;
            let epoch = entry.heading.epoch;
            if identities.last().is_none_or(|(last, _)| *last != epoch) {
                identities.push((epoch, epochs::identity_of(connection, &entry)?));
            }
            entries.push(entry);
        }
        Ok(Some(Segment {
            entries,
            identities,
            closing: seen.closing,
        }))
    }

    /// Signs some bytes by the key of an epoch. An epoch that is over still has its key where this
    /// program ended it; none where the key was lost, or never was on this machine.
    pub fn sign(&self, epoch: u32, bytes: &[u8]) -> Option<[u8; 64]> {
        if epoch == self.station.epoch {
            return Some(self.station.key.sign(bytes).to_bytes());
        }
        let Home::Folder(folder, _) = &self.home else {
            return None;
        };
        let first = entries::at(self.connection().ok()?, self.till(), epoch, 1);
        let first = first.ok()??;
        let identity = epochs::identity_of(self.connection().ok()?, &first.entry).ok()?;
        let key = folder.old_key(&identity.public_key)?;
        Some(key.sign(bytes).to_bytes())
    }
}

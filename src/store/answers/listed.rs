//! The journal itself, entry by entry, for those who read everything.

use rusqlite::named_params;

use crate::{
    domain::{asking::EntryRow, ids::hex, settlement::Place},
    store::{
        Store,
        entries::{self, columns, sql},
        error::StoreError,
    },
};

impl Store {
    /// This till's entries before a place, newest first.
    pub(super) fn newest(
        &self,
        before: Option<Place>,
        most: u32,
    ) -> Result<Vec<EntryRow>, StoreError> {
        let before = before.unwrap_or(Place {
            epoch: u32::MAX,
            seq: u64::MAX,
        });
        let mut statement = self.connection()?.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE till = :till AND (epoch, seq) < (:epoch, :seq)
              ORDER BY epoch DESC, seq DESC LIMIT :most"
        ))?;
        let rows = statement.query_map(
            named_params! {
                ":till": self.till(), ":epoch": before.epoch, ":seq": sql(before.seq),
                ":most": most,
            },
            |row| {
                let entry = entries::read(row)?.entry;
                Ok(EntryRow {
                    place: Place {
                        epoch: entry.heading.epoch,
                        seq: entry.heading.seq,
                    },
                    kind: entry.heading.kind,
                    at: entry.heading.at,
                    day: entry.heading.business_day,
                    operator: entry.heading.operator,
                    payload: entry.payload,
                    hash: hex(&entry.hash),
                })
            },
        )?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

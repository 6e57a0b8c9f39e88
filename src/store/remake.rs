//! The projections, made again in memory by a second thread while the first one walks the journal.

use std::{
    mem, panic,
    sync::mpsc::{self, Receiver, SyncSender},
    thread,
};

use rusqlite::Connection;

use super::{connection, error::StoreError, replay};
use crate::domain::journal::{Fact, Heading};

/// Entries on their way.
type Batch = Vec<(Heading, Fact)>;
/// So many are handed over at once: one by one, the two threads would wake each other for each.
const BATCH: usize = 64;
/// So many batches may wait, so that a long journal is never in memory whole.
const BATCHES: usize = 4;

/// The way to the thread that makes the projections.
pub(super) struct HandOver {
    batch: Batch,
    there: SyncSender<Batch>,
    back: Receiver<Batch>,
}

impl HandOver {
    /// The next entry, in the order in which they were written.
    pub fn entry(&mut self, heading: Heading, fact: Fact) {
        self.batch.push((heading, fact));
        if self.batch.len() == BATCH {
            let next = Vec::with_capacity(BATCH);
            let batch = mem::replace(&mut self.batch, next);
            self.send(batch);
        }
    }

    /// There are no more: the other thread may finish.
    pub fn end(mut self) {
        let batch = mem::take(&mut self.batch);
        self.send(batch);
    }

    fn send(&self, batch: Batch) {
        self.back.try_iter().for_each(drop);
        // Nobody takes it any more where the projections could not be made; that error is told.
        drop(self.there.send(batch));
    }
}

/// Does some work, and meanwhile makes projections of all that it hands over. On two cores a check
/// of the journal takes little more than half the time that way.
pub(super) fn meanwhile<T>(
    work: impl FnOnce(HandOver) -> Result<T, StoreError>,
) -> Result<(T, Connection), StoreError> {
    let (there, entries) = mpsc::sync_channel(BATCHES);
    let (give_back, back) = mpsc::sync_channel(BATCHES);
    thread::scope(|scope| {
        let making = thread::Builder::new()
            .name("verify".to_owned())
            .spawn_scoped(scope, move || make(&entries, &give_back))
            .map_err(|error| StoreError::Sqlite(error.to_string()))?;
        let batch = Vec::with_capacity(BATCH);
        let done = work(HandOver { batch, there, back });
        let made = making
            .join()
            .unwrap_or_else(|panic| panic::resume_unwind(panic))?;
        Ok((done?, made))
    })
}

/// A database in memory with the projections of the entries that come. They go back to be freed by
/// the thread that made them: freed here, each of an entry's hundred pieces would wait for the
/// allocator's lock, and the two threads together would take as long as one.
fn make(
    entries: &Receiver<Batch>,
    give_back: &SyncSender<Batch>,
) -> Result<Connection, StoreError> {
    let made = connection::in_memory()?;
    made.execute_batch("BEGIN")?;
    for batch in entries {
        for (heading, fact) in &batch {
            replay::apply(&made, heading, fact)?;
        }
        // Where there is no room it is freed here after all, only more slowly.
        drop(give_back.try_send(batch));
    }
    made.execute_batch("COMMIT")?;
    Ok(made)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        facts::{StockMove, StockMoves, StockWay},
        ids::{Id, Uid},
        label::Label,
        quantity::{Quantity, Unit},
        time::Moment,
    };
    use crate::store::entries::count;

    fn brought(seq: u64, thousandths: i64) -> (Heading, Fact) {
        let one = StockMove {
            product: Id::known("carrots"),
            code: None,
            label: Label::new("Carottes").unwrap(),
            unit: Unit::Kilogram,
            way: StockWay::Delivered,
            quantity: Quantity::from_thousandths(thousandths),
            reason: None,
        };
        let fact = Fact::Stock(StockMoves { moves: vec![one] });
        let heading = Heading {
            till: "K7QF2M9P".to_owned(),
            epoch: 1,
            seq,
            uid: Uid([0; 16]),
            kind: fact.kind().to_owned(),
            at: Moment::default(),
            business_day: "2026-11-21".to_owned(),
            operator: String::new(),
        };
        (heading, fact)
    }

    /// More than may wait.
    const MANY: u64 = 1_000;

    #[test]
    fn every_entry_arrives_also_those_of_the_last_batch() {
        let ((), made) = meanwhile(|mut hand_over| {
            (1..=MANY)
                .map(|seq| brought(seq, 1_000))
                .for_each(|(heading, fact)| hand_over.entry(heading, fact));
            hand_over.end();
            Ok(())
        })
        .unwrap();
        let left: u64 = made
            .query_row("SELECT left_thou FROM shelf", [], |row| count(row, 0))
            .unwrap();
        assert_eq!(left, MANY * 1_000);
    }

    #[test]
    fn an_entry_that_cannot_be_applied_ends_it_however_many_follow() {
        let done = meanwhile(|mut hand_over| {
            // More than a column holds.
            (1..=MANY)
                .map(|seq| brought(seq, i64::MAX))
                .for_each(|(heading, fact)| hand_over.entry(heading, fact));
            hand_over.end();
            Ok(())
        });
        assert!(matches!(done, Err(StoreError::Sqlite(_))));
    }

    #[test]
    fn work_that_fails_is_told() {
        let done = meanwhile(|_| Err::<(), _>(StoreError::Full));
        assert_eq!(done.err(), Some(StoreError::Full));
    }
}

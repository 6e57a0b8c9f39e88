//! The inspector's copy: every bundle, and the journal as a database that nobody can write to.
//! Members' cards, the keeper's PIN and what is open are beside the journal and do not come along:
//! people's names are no inspector's business (CGI art. 286, I, 3° bis asks for the data of sales).

use std::{fs, path::Path};

use super::{super::keeper::Asker, Books, Carrier, Going, Obstacle, Tell};
use crate::{domain::ids::Uid, exchange::sync::Go, store::InspectorCopy, ui::event::Carried};

/// So many entries are read between two sales: some milliseconds.
const BATCH: u32 = 500;

impl Carrier {
    /// Copies all bundles and the journal; answers where the journal's copy is, none if it was
    /// stopped.
    pub fn copy(
        &self,
        going: &Going,
        asker: Asker,
        books: &mut impl Books,
        tell: &mut Tell<'_>,
    ) -> Result<Option<String>, Obstacle> {
        if self.sync(going, asker.clone(), books, tell)?.is_none() {
            return Ok(None);
        }
        let local = asker.at.local().strftime("%Y-%m-%d_%H%M");
        let (id, epoch) = books.with(|store| (store.till().to_owned(), store.epoch()))?;
        let name = format!("journal_{id}-e{epoch}_{local}.db");
        let making = self.data.join("journal-copy.db");
        clear(&making);
        let made = Self::make(&making, &name, books, tell).and_then(|whole| {
            if whole {
                going.open()?.take_in(&making, &name)?;
            }
            Ok(whole)
        });
        clear(&making);
        if !made? {
            return Ok(None);
        }
        let uid = second(asker.uid);
        Self::exported(&name, Asker { uid, ..asker }, books)?;
        Ok(Some(going.folder().join(name).display().to_string()))
    }

    /// Makes the copy on this disk, some entries at a time; answers whether it is whole.
    fn make(
        making: &Path,
        name: &str,
        books: &mut impl Books,
        tell: &mut Tell<'_>,
    ) -> Result<bool, Obstacle> {
        let of = books.with(|store| store.rows())??;
        let mut copy = InspectorCopy::make(making)?;
        let (mut after, mut done) = (0, 0);
        loop {
            let batch = books.with(move |store| store.batch(after, BATCH))??;
            let Some(last) = batch.last() else {
                copy.finish()?;
                return Ok(true);
            };
            copy.take(&batch)?;
            after = last;
            done += batch.count();
            let progress = Carried::Copying {
                bundle: name.to_owned(),
                done: done.min(of),
                of,
            };
            if tell(progress) == Go::Stop {
                return Ok(false);
            }
        }
    }
}

/// Takes away what a run that was cut left, and what is not needed any more.
fn clear(making: &Path) {
    for end in ["", "-wal", "-journal", "-shm"] {
        let mut path = making.as_os_str().to_owned();
        path.push(end);
        // What is not there needs no clearing; what stays is cleared by the next run.
        let _ = fs::remove_file(path);
    }
}

/// The name of the second entry of an order: the first one says what was copied beside it.
fn second(uid: Uid) -> Uid {
    let mut bytes = uid.0;
    if let Some(last) = bytes.last_mut() {
        *last ^= 1;
    }
    Uid(bytes)
}

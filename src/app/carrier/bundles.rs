//! Bundles of closings into the outbox: the one that was just made, and those that could not be
//! written before.

use std::path::{Path, PathBuf};

use super::{Books, Carrier, Obstacle, Tell};
use crate::{
    exchange::{bundle, outbox},
    store::DayClosed,
    ui::event::Carried,
};

/// The program that checks bundles without ours, for whoever has Python: it lies beside them.
const VERIFIER: &[u8] = include_bytes!("../../../assets/verify/etal_verify.py");

impl Carrier {
    /// Writes the bundle of a closing into the outbox; answers its folder.
    pub(super) fn bundle(&self, name: &str, books: &mut impl Books) -> Result<PathBuf, Obstacle> {
        Self::bundle_into(&self.outbox(), name, books)
    }

    /// The same into another folder, which is there.
    pub fn bundle_into(
        outbox: &Path,
        name: &str,
        books: &mut impl Books,
    ) -> Result<PathBuf, Obstacle> {
        let asked = name.to_owned();
        let segment = books.with(move |store| store.segment(&asked))??;
        let segment = segment.ok_or_else(|| Obstacle::NoClosing(name.to_owned()))?;
        let made = bundle::files(&segment)?;
        let folder = outbox.join(&made.name);
        let epoch = segment.closed_at().map_or(0, |it| it.epoch);
        let manifest = made.manifest().to_vec();
        let signature = books.with(move |store| store.sign(epoch, &manifest))?;
        match signature {
            Some(signature) => {
                let seal = bundle::seal(&signature);
                outbox::write(outbox, &made.name, &made.files, &seal)?;
            }
            // What was sealed in those days is as good as ever.
            None if outbox::is_whole(&folder) => {}
            None => return Err(Obstacle::NoKey(epoch)),
        }
        outbox::put_beside(outbox, bundle::VERIFIER, VERIFIER)?;
        Ok(folder)
    }

    /// Writes the bundles that are not in the outbox, oldest first, until the disk refuses one;
    /// says so of the first that cannot be written.
    pub fn bundle_missing(&self, books: &mut impl Books, tell: &mut Tell<'_>) {
        let missing = match self.missing(books) {
            Ok(missing) => missing,
            Err(obstacle) => {
                self.noted(&obstacle);
                return;
            }
        };
        for name in missing {
            match self.bundle(&name, books) {
                Ok(_) => {}
                // It never can be again: the log says it, nobody is asked to act, and it keeps
                // none of the others back.
                Err(
                    obstacle @ (Obstacle::NoKey(_) | Obstacle::NoBundle(_) | Obstacle::Store(_)),
                ) => {
                    self.noted(&obstacle);
                }
                Err(obstacle) => {
                    let trouble = self.noted(&obstacle);
                    tell(Carried::NotBundled(name, trouble));
                    return;
                }
            }
        }
    }

    /// The closings of days whose bundle is not whole in the outbox, oldest first.
    fn missing(&self, books: &mut impl Books) -> Result<Vec<String>, Obstacle> {
        let mut closed = books.with(|store| store.days_closed())??;
        match outbox::bundles(&self.outbox()) {
            Ok(whole) => closed.retain(|it| !whole.iter().any(|folder| is_of(folder, it))),
            // What keeps it from being read keeps it from being written: the newest one says why.
            Err(_) => closed = closed.split_off(closed.len().saturating_sub(1)),
        }
        Ok(closed.into_iter().map(|it| it.name).collect())
    }
}

/// Whether a folder's name is that of a closing's bundle: `2026-11-21_A-e1_Z0031`. A till's name
/// stands in between and does not matter: its numbers never come twice.
fn is_of(folder: &str, closed: &DayClosed) -> bool {
    let end = format!("-e{}_Z{:04}", closed.place.epoch, closed.number);
    folder.starts_with(&format!("{}_", closed.label)) && folder.ends_with(&end)
}

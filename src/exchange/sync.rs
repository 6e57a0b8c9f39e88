//! Out of the market: copying the bundles to a stick, a network share or a Nextcloud folder.
//!
//! A copy goes the way the bundle itself was written: every file is synced and read back, and the
//! seal comes last. Whenever it is cut short, the next run finishes it.

use std::path::Path;

use thiserror::Error;

use super::{
    disk::{Disk, Fault, Kind, PART, Place, files, joined},
    outbox::{SEAL, bundles_on},
};

pub mod folder;
pub mod stick;

/// Where bundles are copied to. Paths are parted by `/`: `2026-11-21_A-e1_Z0031/tickets.csv`.
pub trait Target {
    /// How long a file there is, in bytes; none where there is no such file.
    fn length(&mut self, path: &str) -> Result<Option<u64>, Fault>;
    /// A file that is there, not from a cache where that can be helped.
    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Fault>;
    /// Puts a file that is there whole or not at all, read back and compared before it gets its
    /// name. Folders are made where they are missing.
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Fault>;
    /// Returns when all that was put is beyond any cache: before a seal, and before people may take
    /// the stick out.
    fn settle(&mut self) -> Result<(), Fault>;
}

/// Why copying ended early. All that had been copied stays, and the next run goes on from there.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SyncError {
    /// The outbox of this till.
    #[error("reading: {0}")]
    Here(Fault),
    /// The stick or the folder.
    #[error("writing: {0}")]
    There(Fault),
}

/// What is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress<'a> {
    /// A bundle is compared with what is there.
    Comparing {
        /// Its name.
        bundle: &'a str,
        /// Those compared before it.
        done: usize,
        /// All bundles of the outbox.
        of: usize,
    },
    /// A file is copied.
    Copying {
        /// Its bundle; empty for a file that lies beside the bundles.
        bundle: &'a str,
        /// Its path in the bundle.
        file: &'a str,
        /// Files copied, of those that this run has to copy.
        files: Share<usize>,
        /// Bytes copied, of those that this run has to copy.
        bytes: Share<u64>,
    },
    /// Waiting until nothing is left in a cache.
    Settling,
}

/// How far something has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Share<N> {
    /// What is done.
    pub done: N,
    /// What there is to do.
    pub of: N,
}

/// What whoever is told the progress answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Go {
    /// Go on.
    On,
    /// Stop here; the next run goes on.
    Stop,
}

/// What a run came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    /// Whether it came to its end; only then may a stick be taken out.
    pub ended: Ended,
    /// The bundles that were not whole there and are now.
    pub bundles: Vec<String>,
    /// How many were there already, whole and the same byte for byte.
    pub before: usize,
    /// Those there that are others than ours. They were left as they are.
    pub conflicts: Vec<Conflict>,
    /// Bytes copied.
    pub bytes: u64,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ended {
    /// Somebody stopped it.
    #[default]
    Stopped,
    /// All is there.
    Whole,
}

/// A bundle that is whole there, under our name and with other bytes: a till that was copied, or
/// a file that somebody changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The bundle.
    pub bundle: String,
    /// The first file that is another.
    pub file: String,
}

/// Copies to the target every whole bundle that it lacks, oldest first, and the files beside the
/// bundles that differ. `progress` is told each step before it is done.
pub fn sync(
    outbox: &Path,
    target: &mut dyn Target,
    progress: &mut dyn FnMut(Progress<'_>) -> Go,
) -> Result<Copied, SyncError> {
    let mut run = Run {
        target,
        progress,
        todo: Vec::new(),
        files: Share::default(),
        bytes: Share::default(),
        copied: Copied::default(),
    };
    // No closing yet, no outbox.
    let ended = if matches!(outbox.try_exists(), Ok(false)) {
        Ok(())
    } else {
        let outbox = Place::open(outbox).map_err(SyncError::Here)?;
        run.compare(&outbox).and_then(|()| run.copy(&outbox))
    };
    match ended.and_then(|()| run.settle()) {
        Ok(()) => run.copied.ended = Ended::Whole,
        Err(End::Stopped) => {}
        Err(End::Failed(error)) => return Err(error),
    }
    Ok(run.copied)
}

/// Why a run does not go on.
enum End {
    Stopped,
    Failed(SyncError),
}

impl From<SyncError> for End {
    fn from(error: SyncError) -> Self {
        Self::Failed(error)
    }
}

/// What a bundle, or what lies beside the bundles, lacks there.
struct Lacking {
    bundle: String,
    files: Vec<(String, u64)>,
    seal: Option<u64>,
}

struct Run<'r> {
    target: &'r mut dyn Target,
    progress: &'r mut dyn FnMut(Progress<'_>) -> Go,
    todo: Vec<Lacking>,
    files: Share<usize>,
    bytes: Share<u64>,
    copied: Copied,
}

impl Run<'_> {
    /// Finds out what there is to copy.
    fn compare(&mut self, outbox: &Place) -> Result<(), End> {
        let loose = loose(outbox).map_err(SyncError::Here)?;
        let mut changed = Vec::new();
        for (file, length) in loose {
            if !self.is_same(outbox, &file, length)? {
                changed.push((file, length));
            }
        }
        self.plan(String::new(), changed, None);
        let bundles = bundles_on(outbox).map_err(SyncError::Here)?;
        for (done, bundle) in bundles.iter().enumerate() {
            let of = bundles.len();
            self.tell(Progress::Comparing { bundle, done, of })?;
            self.compare_bundle(outbox, bundle)?;
        }
        Ok(())
    }

    fn compare_bundle(&mut self, outbox: &Place, bundle: &str) -> Result<(), SyncError> {
        let mut files = files(outbox, bundle).map_err(SyncError::Here)?;
        let at = files.iter().position(|(file, _)| file == SEAL);
        let seal = at.map_or(0, |at| files.remove(at).1);
        let seal_there = self.length(&joined(bundle, SEAL))?;
        // The seal first: where it is another, nothing else can be right.
        let is_other = match seal_there {
            Some(_) if self.is_same(outbox, &joined(bundle, SEAL), seal)? => None,
            Some(1..) => Some(SEAL.to_owned()),
            Some(0) | None => {
                self.plan_unsealed(outbox, bundle, files, seal)?;
                return Ok(());
            }
        };
        let mut conflict = is_other;
        let mut missing = Vec::new();
        for (file, length) in files {
            if conflict.is_some() {
                break;
            }
            let path = joined(bundle, &file);
            if self.length(&path)?.is_none() {
                missing.push((file, length));
            } else if !self.is_same(outbox, &path, length)? {
                conflict = Some(file);
            }
        }
        let bundle = bundle.to_owned();
        match conflict {
            Some(file) => self.copied.conflicts.push(Conflict { bundle, file }),
            None if missing.is_empty() => self.copied.before += 1,
            // Somebody deleted a file of it: what is missing can be filled in, nothing is lost.
            None => self.plan(bundle, missing, None),
        }
        Ok(())
    }

    /// What a run that was cut short has copied is not copied again.
    fn plan_unsealed(
        &mut self,
        outbox: &Place,
        bundle: &str,
        files: Vec<(String, u64)>,
        seal: u64,
    ) -> Result<(), SyncError> {
        let mut lacking = Vec::new();
        for (file, length) in files {
            if !self.is_same(outbox, &joined(bundle, &file), length)? {
                lacking.push((file, length));
            }
        }
        self.plan(bundle.to_owned(), lacking, Some(seal));
        Ok(())
    }

    fn plan(&mut self, bundle: String, files: Vec<(String, u64)>, seal: Option<u64>) {
        let all = || files.iter().map(|(_, length)| *length).chain(seal);
        self.files.of += all().count();
        self.bytes.of += all().sum::<u64>();
        let lacking = Lacking {
            bundle,
            files,
            seal,
        };
        self.todo.push(lacking);
    }

    fn copy(&mut self, outbox: &Place) -> Result<(), End> {
        for lacking in std::mem::take(&mut self.todo) {
            let Lacking {
                bundle,
                files,
                seal,
            } = lacking;
            for (file, _) in &files {
                self.copy_file(outbox, &bundle, file)?;
            }
            if seal.is_some() {
                // Not every file was put by this run, nor is every folder synced everywhere.
                self.settle()?;
                self.copy_file(outbox, &bundle, SEAL)?;
            }
            if !bundle.is_empty() {
                self.copied.bundles.push(bundle);
            }
        }
        Ok(())
    }

    fn copy_file(&mut self, outbox: &Place, bundle: &str, file: &str) -> Result<(), End> {
        self.tell(Progress::Copying {
            bundle,
            file,
            files: self.files,
            bytes: self.bytes,
        })?;
        let path = joined(bundle, file);
        let bytes = read_here(outbox, &path)?;
        self.target.put(&path, &bytes).map_err(SyncError::There)?;
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        self.files.done += 1;
        self.bytes.done += length;
        self.copied.bytes += length;
        Ok(())
    }

    fn settle(&mut self) -> Result<(), End> {
        self.tell(Progress::Settling)?;
        Ok(self.target.settle().map_err(SyncError::There)?)
    }

    fn tell(&mut self, progress: Progress<'_>) -> Result<(), End> {
        match (self.progress)(progress) {
            Go::On => Ok(()),
            Go::Stop => Err(End::Stopped),
        }
    }

    fn length(&mut self, path: &str) -> Result<Option<u64>, SyncError> {
        self.target.length(path).map_err(SyncError::There)
    }

    /// Whether a file is there with the same bytes.
    fn is_same(&mut self, outbox: &Place, path: &str, length: u64) -> Result<bool, SyncError> {
        if self.length(path)? != Some(length) {
            return Ok(false);
        }
        let there = self.target.read(path).map_err(SyncError::There)?;
        Ok(there == Some(read_here(outbox, path)?))
    }
}

/// The files beside the bundles, such as the verifier.
fn loose(outbox: &impl Disk) -> Result<Vec<(String, u64)>, Fault> {
    let plain = |(name, kind): (String, Kind)| match kind {
        Kind::File(length) if !name.starts_with('.') && !name.ends_with(PART) => {
            Some((name, length))
        }
        Kind::File(_) | Kind::Folder | Kind::Other => None,
    };
    Ok(outbox.names("")?.into_iter().filter_map(plain).collect())
}

fn read_here(outbox: &Place, path: &str) -> Result<Vec<u8>, SyncError> {
    match outbox.read(path) {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(SyncError::Here(Fault::Vanished { path: path.into() })),
        Err(fault) => Err(SyncError::Here(fault)),
    }
}

#[cfg(test)]
mod tests;

//! Carries data out of the till, beside it: bundles into the outbox, copies onto sticks, a copy for
//! an inspector, a check of everything. In the till on a thread of its own, in commands and tests
//! in line.

use std::path::PathBuf;

use super::{cli::check, desk::log_line, folders::Folders, keeper::Asker, machine::Machine};
use crate::{
    domain::{facts::Happening, label::Label},
    exchange::sync::Go,
    store::{Depth, Store, StoreError},
    ui::{
        event::{Carried, Carry, CarryTrouble},
        words::{Language, Words},
    },
};

mod bundles;
mod inspected;
mod office;
mod out;
mod periods;
mod trouble;

pub use office::{Carriage, Office, start};
pub use out::Going;
pub use trouble::Obstacle;

/// Where things are that leave the till.
#[derive(Clone, Debug)]
pub struct Carrier {
    /// The data's folder.
    data: PathBuf,
    /// Folders that the settings of this machine name: a share, what Nextcloud watches.
    folders: Vec<PathBuf>,
    /// The system's list of what is mounted where.
    mounts: PathBuf,
    log: PathBuf,
}

/// What is to be carried, and for whom.
#[derive(Debug)]
pub struct Order {
    /// What.
    pub carry: Carry,
    /// Who asks, for what the journal is told.
    pub asker: Asker,
    /// The language of a sentence about what is wrong.
    pub language: Language,
}

/// The store, wherever it is served: some work is done with it between two sales.
pub trait Books {
    /// Does some work with the store.
    fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Result<T, Obstacle>;
}

impl Books for Store {
    fn with<T: Send + 'static>(
        &mut self,
        work: impl FnOnce(&mut Store) -> T + Send + 'static,
    ) -> Result<T, Obstacle> {
        Ok(work(self))
    }
}

/// Is told how far it came, and answers whether to go on.
pub type Tell<'a> = dyn FnMut(Carried) -> Go + 'a;

impl Carrier {
    /// As this machine has it.
    pub fn of(folders: &Folders, machine: &Machine) -> Self {
        Self {
            data: folders.data.clone(),
            folders: machine.sync_folders.clone(),
            mounts: PathBuf::from("/proc/self/mounts"),
            log: folders.log_file.clone(),
        }
    }

    /// One folder per closing.
    pub fn outbox(&self) -> PathBuf {
        self.data.join("outbox")
    }

    /// Carries it, and says what came of it.
    pub fn carry(&self, order: Order, books: &mut impl Books, tell: &mut Tell<'_>) {
        let Order {
            carry,
            asker,
            language,
        } = order;
        match carry {
            Carry::Bundle(closing) => {
                let told = match self.bundle(&closing, books) {
                    Ok(path) => Carried::Bundled {
                        closing,
                        path: path.display().to_string(),
                    },
                    Err(obstacle) => Carried::NotBundled(closing, self.noted(&obstacle)),
                };
                let stopped = matches!(told, Carried::NotBundled(..));
                if tell(told) == Go::On && !stopped {
                    self.bundle_missing(books, tell);
                }
            }
            Carry::Missing => self.bundle_missing(books, tell),
            Carry::Look => {
                tell(Carried::Places(self.places()));
            }
            Carry::Sync(path) => {
                let going = self.going(&path);
                let told = match self.sync(&going, asker, books, tell) {
                    Ok(Some(bundles)) => Carried::Synced { path, bundles },
                    Ok(None) => return,
                    Err(obstacle) => Carried::NotSynced(path, self.noted(&obstacle)),
                };
                tell(told);
            }
            Carry::Copy(path) => {
                let going = self.going(&path);
                let told = match self.copy(&going, asker, books, tell) {
                    Ok(Some(path)) => Carried::Copied(path),
                    Ok(None) => return,
                    Err(obstacle) => Carried::NotCopied(self.noted(&obstacle)),
                };
                tell(told);
            }
            Carry::Verify => {
                tell(self.verify(asker, Words::of(language), books));
            }
            Carry::Period { from, to } => {
                let written = self.period((&from, &to), asker.at, books);
                let noted = written.and_then(|path| {
                    Self::exported(&format!("period {from} {to}"), asker, books)?;
                    Ok(path)
                });
                tell(self.told(noted));
            }
            Carry::RunningReport => {
                tell(self.told(self.running_report(asker.at, books)));
            }
        }
    }

    fn told(&self, written: Result<PathBuf, Obstacle>) -> Carried {
        match written {
            Ok(path) => Carried::Exported(path.display().to_string()),
            Err(obstacle) => Carried::NotExported(self.noted(&obstacle)),
        }
    }

    /// Checks everything and writes down that it was checked.
    fn verify(&self, asker: Asker, words: Words, books: &mut impl Books) -> Carried {
        let checked = books.with(move |store| {
            let report = store.verify(Depth::Full)?;
            let wrong = check::first_wrong(&report, &words);
            let detail = wrong.as_deref().and_then(Label::new);
            store.append(asker.says(Happening::Verify, detail), None)?;
            Ok::<_, StoreError>((report.entries, wrong))
        });
        match checked.and_then(|it| it.map_err(Obstacle::from)) {
            Ok((entries, wrong)) => Carried::Verified { entries, wrong },
            Err(obstacle) => {
                self.noted(&obstacle);
                Carried::NotVerified
            }
        }
    }

    /// Writes down in the journal that data left.
    pub fn exported(what: &str, asker: Asker, books: &mut impl Books) -> Result<(), Obstacle> {
        let detail = Label::new(what);
        books.with(move |store| store.append(asker.says(Happening::Export, detail), None))??;
        Ok(())
    }

    /// What people are told of an obstacle; the log has the rest.
    pub fn noted(&self, obstacle: &Obstacle) -> CarryTrouble {
        log_line(&self.log, &obstacle.to_string());
        obstacle.trouble()
    }
}

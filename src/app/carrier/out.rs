//! Where bundles could go, and copying them there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{super::keeper::Asker, Books, Carrier, Obstacle, Tell};
use crate::{
    exchange::sync::{
        self, Copied, Ended, Go, Progress,
        folder::{Folder, ON_STICK},
        stick::{Stick, sticks},
    },
    ui::event::{Carried, CarryPlace},
};

/// Where something goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Going {
    /// A folder that somebody named.
    Folder(PathBuf),
    /// Our folder on a stick.
    Stick(PathBuf),
}

impl Going {
    /// Opens it; a stick that is not in is not there.
    pub(super) fn open(&self) -> Result<Folder, Obstacle> {
        Ok(match self {
            Self::Folder(path) => Folder::open(path)?,
            Self::Stick(path) => Folder::on_stick(path)?,
        })
    }

    /// Where it is then.
    pub fn folder(&self) -> PathBuf {
        match self {
            Self::Folder(path) => path.clone(),
            Self::Stick(path) => path.join(ON_STICK),
        }
    }
}

impl Carrier {
    /// Sticks that are in, then the folders of the settings.
    pub fn places(&self) -> Vec<CarryPlace> {
        let sticks = self.sticks().into_iter().map(|it| CarryPlace {
            path: it.path.display().to_string(),
            name: it.label,
        });
        let folders = self.folders.iter().map(|it| CarryPlace {
            path: it.display().to_string(),
            name: name_of(it),
        });
        sticks.chain(folders).collect()
    }

    fn sticks(&self) -> Vec<Stick> {
        // A system without such a list has no sticks that we could find.
        sticks(&fs::read_to_string(&self.mounts).unwrap_or_default())
    }

    /// A place that a screen chose: a folder of the settings, else a stick. What was a stick a
    /// moment ago must not become a folder on this disk.
    pub fn going(&self, path: &str) -> Going {
        let path = PathBuf::from(path);
        if self.folders.contains(&path) {
            Going::Folder(path)
        } else {
            Going::Stick(path)
        }
    }

    /// A folder that somebody typed: a stick if one is mounted right there.
    pub fn typed(&self, path: &Path) -> Going {
        let path = path.to_path_buf();
        if self.sticks().iter().any(|it| it.path == path) {
            Going::Stick(path)
        } else {
            Going::Folder(path)
        }
    }

    /// Copies every bundle that is not there; answers how many it copied, none if it was stopped.
    /// What could not be written into the outbox before is written first.
    pub fn sync(
        &self,
        going: &Going,
        asker: Asker,
        books: &mut impl Books,
        tell: &mut Tell<'_>,
    ) -> Result<Option<u64>, Obstacle> {
        self.bundle_missing(books, tell);
        let mut target = going.open()?;
        let copied = sync::sync(&self.outbox(), &mut target, &mut |progress| {
            shown(progress).map_or(Go::On, &mut *tell)
        })?;
        let bundles = u64::try_from(copied.bundles.len()).unwrap_or(u64::MAX);
        if bundles > 0 {
            Self::exported(&format!("sync {bundles}"), asker, books)?;
        }
        if let Some(conflict) = copied.conflicts.first() {
            return Err(Obstacle::Conflict {
                bundle: conflict.bundle.clone(),
                file: conflict.file.clone(),
            });
        }
        Ok(match copied {
            Copied {
                ended: Ended::Whole,
                ..
            } => Some(bundles),
            Copied {
                ended: Ended::Stopped,
                ..
            } => None,
        })
    }
}

/// What people see of a step; comparing takes no time that is worth a word.
fn shown(progress: Progress<'_>) -> Option<Carried> {
    match progress {
        Progress::Copying {
            bundle,
            file,
            files,
            ..
        } => Some(Carried::Copying {
            bundle: if bundle.is_empty() { file } else { bundle }.to_owned(),
            done: u64::try_from(files.done).unwrap_or(u64::MAX),
            of: u64::try_from(files.of).unwrap_or(u64::MAX),
        }),
        Progress::Comparing { .. } | Progress::Settling => None,
    }
}

fn name_of(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or(folder.as_os_str());
    name.to_string_lossy()
        .chars()
        .filter(|it| !it.is_control())
        .collect()
}

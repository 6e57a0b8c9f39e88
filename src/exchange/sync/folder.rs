//! A folder as a target: a USB stick, a network share, what Nextcloud or Syncthing watches.

use std::path::Path;

use super::{super::disk, Target};
use disk::{Disk, Fault, Kind, Place, put};

/// The folder on a stick. The stick is somebody's and has other things on it; an old FAT takes no
/// more than 512 names at the top; and no accent, for such file systems disagree about them.
pub const ON_STICK: &str = "Etal";

/// A folder, held open: as long as it lives, the system does not let the stick be unmounted.
#[derive(Debug)]
pub struct Folder {
    place: Place,
}

impl Folder {
    /// A folder that is there. One that is not is not made: it would be a typing mistake, or a
    /// share that is not mounted.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let place = Place::open(path)?;
        Ok(Self { place })
    }

    /// Our folder on a stick, made where it is not there. A mount point without its stick is
    /// [`Fault::Vanished`].
    pub fn on_stick(stick: &Path) -> Result<Self, Fault> {
        let top = Place::open(stick)?;
        if !top.is_mounted()? {
            let path = stick.to_path_buf();
            return Err(Fault::Vanished { path });
        }
        let place = top.folder(ON_STICK)?;
        Ok(Self { place })
    }

    /// Takes in a file that may be larger than the memory: read back, compared, and then for
    /// reading only. It is there whole or not at all.
    pub fn take_in(&self, from: &Path, name: &str) -> Result<(), Fault> {
        self.place.take_in(from, name)
    }
}

impl Target for Folder {
    fn length(&mut self, path: &str) -> Result<Option<u64>, Fault> {
        Ok(match self.place.kind(path)? {
            Some(Kind::File(length)) => Some(length),
            Some(Kind::Folder | Kind::Other) | None => None,
        })
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.place.read(path)
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        put(&self.place, path, bytes)
    }

    fn settle(&mut self) -> Result<(), Fault> {
        self.place.settle()
    }
}

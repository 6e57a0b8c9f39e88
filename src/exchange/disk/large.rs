//! Files too large to be held in memory: taken in piece by piece, read back and compared, and then
//! nobody's to write to.

use std::{
    fs::File,
    io::{self, Read, Seek, Write},
    path::Path,
};

use rustix::{
    fs::{Mode, OFlags, fchmod, openat},
    io::Errno,
};
use sha2::{Digest, Sha256};

use super::{Disk, Fault, PART, Place, errno, forget};

/// So many bytes are read at once.
const PIECE: usize = 256 * 1024;

impl Place {
    /// Copies a file in under a name, for reading only; it is there whole or not at all.
    pub fn take_in(&self, from: &Path, name: &str) -> Result<(), Fault> {
        let here = |error: io::Error| Fault::of(from.to_path_buf(), errno(&error));
        let mut source = File::open(from).map_err(here)?;
        let part = format!("{name}{PART}");
        let copied = self.pour(&mut source, &part);
        let there = |error: io::Error| Fault::of(self.path.join(name), errno(&error));
        match copied.map_err(there) {
            Ok(true) => {}
            Ok(false) => {
                let path = self.path.join(name);
                self.discard(&part);
                return Err(Fault::Differs { path });
            }
            Err(fault) => {
                self.discard(&part);
                return Err(fault);
            }
        }
        self.rename(&part, name)?;
        self.sync_names("")
    }

    /// Answers whether what was read back is what was written.
    fn pour(&self, source: &mut File, part: &str) -> io::Result<bool> {
        let new = OFlags::RDWR
            .union(OFlags::CREATE)
            .union(OFlags::TRUNC)
            .union(OFlags::NOFOLLOW)
            .union(OFlags::CLOEXEC);
        // A run that was cut may have left one that is for reading only.
        self.discard(part);
        let mut file = File::from(openat(&self.root, part, new, Mode::from_raw_mode(0o644))?);
        let written = hash(source, Some(&mut file))?;
        match fchmod(&file, Mode::from_raw_mode(0o444)) {
            // A stick with FAT may know no such thing.
            Ok(()) | Err(Errno::PERM | Errno::NOSYS | Errno::OPNOTSUPP) => {}
            Err(other) => return Err(other.into()),
        }
        file.sync_all()?;
        forget(&file);
        file.rewind()?;
        Ok(hash(&mut file, None)? == written)
    }

    fn discard(&self, part: &str) {
        if let Ok(Some(kind)) = self.kind(part) {
            // What cannot go is written over by the next run.
            let _ = self.remove(part, kind);
        }
    }
}

/// The SHA-256 of what is read, which is written on if there is somewhere to.
fn hash(source: &mut File, mut to: Option<&mut File>) -> io::Result<[u8; 32]> {
    let mut hash = Sha256::new();
    let mut piece = vec![0; PIECE];
    loop {
        let count = source.read(&mut piece)?;
        let bytes = piece.get(..count).unwrap_or_default();
        if bytes.is_empty() {
            return Ok(hash.finalize().into());
        }
        hash.update(bytes);
        if let Some(file) = to.as_deref_mut() {
            file.write_all(bytes)?;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::*;

    #[test]
    fn a_large_file_is_taken_in_whole_and_for_reading_only() {
        let dir = tempfile::tempdir().unwrap();
        let from = dir.path().join("from");
        let bytes: Vec<u8> = (0u8..=250).cycle().take(PIECE * 2 + 7).collect();
        fs::write(&from, &bytes).unwrap();
        let to = dir.path().join("to");
        fs::create_dir(&to).unwrap();
        for _ in 0..2 {
            Place::open(&to).unwrap().take_in(&from, "copy.db").unwrap();
        }
        assert_eq!(fs::read(to.join("copy.db")).unwrap(), bytes);
        let mode = fs::metadata(to.join("copy.db")).unwrap().permissions();
        assert_eq!(mode.mode() & 0o777, 0o444);
        assert_eq!(fs::read_dir(&to).unwrap().count(), 1);
    }

    #[test]
    fn what_is_not_there_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        let place = Place::open(dir.path()).unwrap();
        let gone = dir.path().join("gone");
        let refused = place.take_in(&gone, "copy.db");
        assert_eq!(refused, Err(Fault::Vanished { path: gone }));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }
}

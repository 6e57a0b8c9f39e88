//! The folder of the data: who holds it, and the files beside the database.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Read, Seek, Write},
    os::unix::fs::{FileExt, OpenOptionsExt},
    path::{Path, PathBuf},
};

use ed25519_dalek::SigningKey;
use rustix::{
    fs::{FlockOperation, flock},
    io::Errno,
};

use super::error::StoreError;
use crate::domain::{
    ids::{hex, unhex},
    time::Moment,
};

/// A folder that this process holds until it is dropped.
#[derive(Debug)]
pub(super) struct Folder {
    dir: PathBuf,
    // Held for its lock, which the system takes back when the process dies.
    lock: File,
}

impl Drop for Folder {
    /// Closing alone would leave the lock to a child that was just being started.
    fn drop(&mut self) {
        // Where there are no such locks there is nothing to give back.
        let _ = flock(&self.lock, FlockOperation::Unlock);
    }
}

impl Folder {
    /// Makes the folder if it is not there, and takes it; refuses one that another process holds.
    pub fn take(dir: &Path) -> Result<Self, StoreError> {
        let at = |path: &Path| {
            let path = path.to_path_buf();
            move |error| refused(path, &error)
        };
        fs::create_dir_all(dir).map_err(at(dir))?;
        let path = dir.join("lock");
        let mut lock = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(at(&path))?;
        // A file system without such locks has SQLite's own left.
        if flock(&lock, FlockOperation::NonBlockingLockExclusive) == Err(Errno::WOULDBLOCK) {
            let mut holder = String::new();
            // Who it is only makes the sentence better.
            let _ = lock.read_to_string(&mut holder);
            return Err(StoreError::Held {
                by: holder.trim().parse().ok(),
            });
        }
        let named = lock
            .set_len(0)
            .and_then(|()| lock.rewind())
            .and_then(|()| writeln!(lock, "{}", std::process::id()));
        named.map_err(at(&path))?;
        Ok(Self {
            dir: dir.to_path_buf(),
            lock,
        })
    }

    /// The database.
    pub fn database(&self) -> PathBuf {
        self.dir.join("etal.db")
    }

    /// A database being made, that becomes [`Folder::database`] when it is whole.
    pub fn database_in_the_making(&self) -> PathBuf {
        self.dir.join("etal.db.new")
    }

    /// The last entry's place, beside the database.
    pub fn head(&self) -> PathBuf {
        self.dir.join("head")
    }

    /// The write-ahead log: what the database will have after the next checkpoint.
    pub fn log(&self) -> PathBuf {
        self.dir.join("etal.db-wal")
    }

    /// How long the write-ahead log is.
    pub fn log_bytes(&self) -> u64 {
        fs::metadata(self.log()).map_or(0, |log| log.len())
    }

    /// Puts the database and its log into `backups`, under a name with this moment; answers where
    /// the database is then.
    pub fn retire(&self, at: Moment) -> Result<PathBuf, StoreError> {
        let backups = self.dir.join("backups");
        let stamp = at.local().strftime("%Y%m%d-%H%M%S");
        let free = |number: &u32| !Self::has(&backups.join(format!("etal-{stamp}-{number}.db")));
        let number = (1..1000).find(free).unwrap_or_default();
        let old = backups.join(format!("etal-{stamp}-{number}.db"));
        let old_log = backups.join(format!("etal-{stamp}-{number}.db-wal"));
        let rename = || -> io::Result<()> {
            fs::create_dir_all(&backups)?;
            // The database first: without its log it would look whole and lack the last day.
            for (from, to) in [(self.database(), &old), (self.log(), &old_log)] {
                match fs::rename(from, to) {
                    Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                    _ => {}
                }
            }
            File::open(&backups)?.sync_all()?;
            self.sync()
        };
        rename().map_err(|error| refused(old.clone(), &error))?;
        Ok(old)
    }

    /// The key that signs.
    fn key(&self) -> PathBuf {
        self.dir.join("till.key")
    }

    /// A key of an epoch that is over.
    fn numbered_key(&self, number: u32) -> PathBuf {
        self.dir.join(format!("till.key.{number}"))
    }

    /// The key of an epoch that is over, if it is here: the one whose public key is `public`.
    pub fn old_key(&self, public: &str) -> Option<SigningKey> {
        let fits = |key: &SigningKey| hex(key.verifying_key().as_bytes()) == public;
        let files = fs::read_dir(&self.dir).ok()?.filter_map(Result::ok);
        let mut keys = files
            .filter(|file| {
                file.file_name()
                    .as_encoded_bytes()
                    .starts_with(b"till.key.")
            })
            .filter_map(|file| read_key(&file.path()).ok().flatten());
        keys.find(fits)
    }

    /// The key of an epoch that is about to begin.
    fn next_key(&self) -> PathBuf {
        self.dir.join("till.key.next")
    }

    /// Whether something is there; an error of the disk counts as there, so that it is told later.
    pub fn has(path: &Path) -> bool {
        fs::symlink_metadata(path)
            .map_or_else(|error| error.kind() != io::ErrorKind::NotFound, |_| true)
    }

    /// Takes away what a killed process left half made.
    pub fn clear_the_making(&self) -> Result<(), StoreError> {
        for end in ["", "-wal", "-journal", "-shm"] {
            let path = self.dir.join(format!("etal.db.new{end}"));
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(refused(path, &error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Puts a database that is whole and closed in its place, on the disk before this returns.
    pub fn put_in_place(&self) -> Result<(), StoreError> {
        let made = self.database_in_the_making();
        File::open(&made)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&made, self.database()))
            .and_then(|()| self.sync())
            .map_err(|error| refused(made, &error))
    }

    /// Makes the folder's names durable.
    pub fn sync(&self) -> io::Result<()> {
        File::open(&self.dir)?.sync_all()
    }

    /// The key that signs this epoch, if it is here: the one whose public key is `public`. A key
    /// that a killed process had made ready is put in its place.
    pub fn key_of(&self, public: &str) -> Result<Option<SigningKey>, StoreError> {
        let fits = |key: &SigningKey| hex(key.verifying_key().as_bytes()) == public;
        if let Some(key) = read_key(&self.key())?.filter(fits) {
            return Ok(Some(key));
        }
        match read_key(&self.next_key())?.filter(fits) {
            Some(key) => {
                self.turn_to_next_key()?;
                Ok(Some(key))
            }
            None => Ok(None),
        }
    }

    /// Makes a key ready for an epoch that is about to begin; readable by its owner only from its
    /// first byte on.
    pub fn make_next_key(&self, key: &SigningKey) -> Result<(), StoreError> {
        let path = self.next_key();
        let write = || -> io::Result<()> {
            match fs::remove_file(&path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            let mut file = OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(0o600)
                .open(&path)?;
            writeln!(file, "{}", hex(key.as_bytes()))?;
            file.sync_all()?;
            self.sync()
        };
        write().map_err(|error| key_error(&path, &error))
    }

    /// Puts a key aside whose database is gone; a key is never destroyed.
    pub fn put_old_key_aside(&self, mark: i64) -> Result<(), StoreError> {
        let path = self.key();
        if Self::has(&path) {
            fs::rename(&path, self.dir.join(format!("till.key.{mark}")))
                .map_err(|error| key_error(&path, &error))?;
        }
        Ok(())
    }

    /// The epoch has begun: its key takes the place of the one before, which stays beside it for
    /// the bundles of its closings.
    pub fn turn_to_next_key(&self) -> Result<(), StoreError> {
        let path = self.key();
        let free = |number: &u32| !Self::has(&self.numbered_key(*number));
        let aside = (1..1_000).find(free).unwrap_or_default();
        let put_aside = match fs::rename(&path, self.numbered_key(aside)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        };
        put_aside
            .and_then(|()| fs::rename(self.next_key(), &path))
            .and_then(|()| self.sync())
            .map_err(|error| key_error(&path, &error))
    }
}

fn read_key(path: &Path) -> Result<Option<SigningKey>, StoreError> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(unhex(text.trim()).map(|bytes| SigningKey::from_bytes(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        // Not text: not a key.
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Ok(None),
        Err(error) => Err(key_error(path, &error)),
    }
}

fn key_error(path: &Path, error: &io::Error) -> StoreError {
    StoreError::Key {
        path: path.to_path_buf(),
        detail: error.to_string(),
    }
}

/// What an error of a file means for the person at the stall.
pub(super) fn refused(path: PathBuf, error: &io::Error) -> StoreError {
    use io::ErrorKind;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => StoreError::Full,
        ErrorKind::ReadOnlyFilesystem | ErrorKind::PermissionDenied => StoreError::ReadOnly {
            detail: format!("{}: {error}", path.display()),
        },
        _ => StoreError::Folder {
            path,
            detail: error.to_string(),
        },
    }
}

/// The place of the last entry, kept in a file of its own: a database that lacks it was restored or
/// cut.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The till's name for machines.
    pub till: String,
    /// The epoch.
    pub epoch: u32,
    /// The place in it.
    pub seq: u64,
    /// The entry's hash.
    pub hash: [u8; 32],
}

impl Head {
    /// One line of always the same length, so that it can be written over in place.
    fn line(&self) -> String {
        format!(
            "etal-head-1 {} {:010} {:020} {}\n",
            self.till,
            self.epoch,
            self.seq,
            hex(&self.hash)
        )
    }

    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_ascii_whitespace();
        let head = (words.next()? == "etal-head-1").then(|| {
            Some(Self {
                till: words.next()?.to_owned(),
                epoch: words.next()?.parse().ok()?,
                seq: words.next()?.parse().ok()?,
                hash: unhex(words.next()?)?,
            })
        })??;
        (head.line() == text).then_some(head)
    }

    /// Reads the file; none if there is none, or none that can be read.
    pub fn read(path: &Path) -> Option<Self> {
        Self::parse(&fs::read_to_string(path).ok()?)
    }
}

/// The file that holds the [`Head`], open as long as the store is.
#[derive(Debug)]
pub(super) struct HeadFile {
    file: File,
    path: PathBuf,
}

impl HeadFile {
    /// Opens or makes the file.
    pub fn open(path: PathBuf) -> Result<Self, StoreError> {
        OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(|error| refused(path.clone(), &error))
            .map(|file| Self { file, path })
    }

    /// Puts another file in its place, for a test of a disk that fails.
    #[cfg(test)]
    pub fn replace(&mut self, file: File) {
        self.file = file;
    }

    /// Writes the line over the one before, without waiting for the disk.
    pub fn write(&self, head: &Head) -> io::Result<()> {
        self.file.write_all_at(head.line().as_bytes(), 0)
    }

    /// Writes the line and waits until it is on the disk.
    pub fn write_and_sync(&self, head: &Head) -> Result<(), StoreError> {
        let length = u64::try_from(head.line().len()).unwrap_or_default();
        self.write(head)
            .and_then(|()| self.file.set_len(length))
            .and_then(|()| self.file.sync_all())
            .map_err(|error| refused(self.path.clone(), &error))
    }
}

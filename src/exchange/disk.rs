//! A folder that is written so that it survives a pulled plug: each file is synced and read back
//! before it counts, each folder after what changed in it.
//!
//! All paths go down from the folder's open handle. Where a stick is pulled out and its mount
//! point stays behind as an empty folder, nothing lands on the disk below it by mistake.

use std::{
    fs::{self, File},
    io::{self, Read, Seek, Write},
    path::{Path, PathBuf},
};

use rustix::{
    fd::OwnedFd,
    fs::{
        Advice, AtFlags, Dir, FileType, Mode, OFlags, fadvise, fsync, mkdirat, open, openat,
        renameat, statat, syncfs, unlinkat,
    },
    io::Errno,
};
use thiserror::Error;

/// What ends the name of all that is being written.
pub(super) const PART: &str = ".part";

/// Why a file could not be written or read, in kinds that a person can act on.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// The disk or the stick is full.
    #[error("no room left for {}", path.display())]
    NoRoom {
        /// The file.
        path: PathBuf,
    },
    /// Nothing may be written there: a stick with its switch set, a folder of somebody else.
    #[error("{} may not be written", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The folder is not there, or not any more: a stick pulled out, a network that is gone.
    #[error("{} is not there", path.display())]
    Vanished {
        /// The file or the folder.
        path: PathBuf,
    },
    /// What was read back is not what was written: the stick or the disk is worn out.
    #[error("{} reads back differently", path.display())]
    Differs {
        /// The file.
        path: PathBuf,
    },
    /// Anything else, as the system words it.
    #[error("{}: {detail}", path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// The system's words.
        detail: String,
    },
}

impl Fault {
    fn of(path: PathBuf, errno: Errno) -> Self {
        match errno {
            Errno::NOSPC | Errno::DQUOT => Self::NoRoom { path },
            Errno::ROFS | Errno::ACCESS | Errno::PERM => Self::ReadOnly { path },
            Errno::NOENT
            | Errno::IO
            | Errno::NODEV
            | Errno::NXIO
            | Errno::NOMEDIUM
            | Errno::STALE
            | Errno::NOTCONN
            | Errno::SHUTDOWN
            | Errno::HOSTDOWN
            | Errno::HOSTUNREACH
            | Errno::NETDOWN
            | Errno::NETUNREACH
            | Errno::TIMEDOUT => Self::Vanished { path },
            other => Self::Failed {
                path,
                detail: io::Error::from(other).to_string(),
            },
        }
    }
}

/// What stands under a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A plain file and its length in bytes.
    File(u64),
    /// A folder.
    Folder,
    /// A link, a pipe and the like, none of ours.
    Other,
}

/// What is asked of a folder. Paths are relative to it and parted by `/`; `""` is the folder.
pub(super) trait Disk {
    /// What stands under a path, if anything does.
    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault>;
    /// The names in a folder, sorted; none where there is no such folder.
    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault>;
    /// A file from the medium itself; none where there is no such file.
    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault>;
    /// Writes a file anew, syncs it, and reads it back from the medium. The name is not synced.
    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fault>;
    /// Makes a folder and those above it, where they are not there.
    fn make_folder(&self, path: &str) -> Result<(), Fault>;
    /// Gives another name; a file of that name is replaced.
    fn rename(&self, from: &str, to: &str) -> Result<(), Fault>;
    /// Removes a file or an empty folder.
    fn remove(&self, path: &str, kind: Kind) -> Result<(), Fault>;
    /// Syncs the names in a folder.
    fn sync_names(&self, folder: &str) -> Result<(), Fault>;
}

/// All plain files under a folder with their lengths, sorted, as paths relative to it. Hidden ones
/// (a spreadsheet leaves `.~lock.tickets.csv#`) and those being written are left out.
pub(super) fn files(disk: &impl Disk, folder: &str) -> Result<Vec<(String, u64)>, Fault> {
    let mut found = Vec::new();
    let mut open = vec![String::new()];
    while let Some(below) = open.pop() {
        for (name, kind) in disk.names(&joined(folder, &below))? {
            if name.starts_with('.') || name.ends_with(PART) {
                continue;
            }
            let path = joined(&below, &name);
            match kind {
                Kind::File(length) => found.push((path, length)),
                Kind::Folder => open.push(path),
                Kind::Other => {}
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Puts a file that is there whole or not at all, whenever the power goes.
pub(super) fn put(disk: &impl Disk, path: &str, bytes: &[u8]) -> Result<(), Fault> {
    let folder = above(path);
    disk.make_folder(folder)?;
    let part = format!("{path}{PART}");
    disk.write(&part, bytes)?;
    disk.rename(&part, path)?;
    disk.sync_names(folder)
}

/// Removes a folder with all that is in it, or nothing where there is none.
pub(super) fn remove_all(disk: &impl Disk, folder: &str) -> Result<(), Fault> {
    for (name, kind) in disk.names(folder)? {
        let path = joined(folder, &name);
        match kind {
            Kind::Folder => remove_all(disk, &path)?,
            Kind::File(_) | Kind::Other => disk.remove(&path, kind)?,
        }
    }
    match disk.kind(folder)? {
        Some(kind) => disk.remove(folder, kind),
        None => Ok(()),
    }
}

/// The path of a name in a folder.
pub(super) fn joined(folder: &str, name: &str) -> String {
    match (folder, name) {
        ("", name) => name.to_owned(),
        (folder, "") => folder.to_owned(),
        (folder, name) => format!("{folder}/{name}"),
    }
}

/// The folder in which a path ends.
pub(super) fn above(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// A folder of this machine, held open.
#[derive(Debug)]
pub(super) struct Place {
    root: OwnedFd,
    path: PathBuf,
}

const FOLDER: OFlags = OFlags::RDONLY
    .union(OFlags::DIRECTORY)
    .union(OFlags::CLOEXEC);

impl Place {
    /// Opens a folder that is there.
    pub fn open(path: &Path) -> Result<Self, Fault> {
        let root = open(path, FOLDER, Mode::empty());
        let path = path.to_path_buf();
        match root {
            Ok(root) => Ok(Self { root, path }),
            Err(errno) => Err(Fault::of(path, errno)),
        }
    }

    /// Opens a folder and makes it where it is not there; the one above it must be.
    pub fn make(path: &Path) -> Result<Self, Fault> {
        match fs::create_dir(path) {
            Ok(()) => {
                let parent = path.parent().filter(|it| !it.as_os_str().is_empty());
                Self::open(parent.unwrap_or(Path::new(".")))?.sync_names("")?;
            }
            // Opening says it better: not there, or not to be written.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Fault::of(path.to_path_buf(), errno(&error))),
        }
        Self::open(path)
    }

    /// The folder of this name in it, made where it is not there.
    pub fn folder(&self, name: &str) -> Result<Self, Fault> {
        self.make_folder(name)?;
        let root = openat(&self.root, name, FOLDER, Mode::empty());
        Ok(Self {
            root: root.map_err(|errno| self.fault(name, errno))?,
            path: self.path.join(name),
        })
    }

    /// Whether another file system begins here.
    pub fn is_mounted(&self) -> Result<bool, Fault> {
        let device = |path: &str| statat(&self.root, path, AtFlags::empty()).map(|it| it.st_dev);
        let above = device("..").map_err(|errno| self.fault("", errno))?;
        Ok(device(".").map_err(|errno| self.fault("", errno))? != above)
    }

    /// Has the whole file system written out.
    pub fn settle(&self) -> Result<(), Fault> {
        match syncfs(&self.root) {
            // A file system that cannot had each of its files synced.
            Ok(()) | Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(()),
            Err(errno) => Err(self.fault("", errno)),
        }
    }

    fn fault(&self, path: &str, errno: Errno) -> Fault {
        Fault::of(self.path.join(path), errno)
    }

    fn try_write(&self, path: &str, bytes: &[u8]) -> io::Result<Vec<u8>> {
        let new = OFlags::RDWR
            .union(OFlags::CREATE)
            .union(OFlags::TRUNC)
            .union(OFlags::NOFOLLOW)
            .union(OFlags::CLOEXEC);
        let file = openat(&self.root, path, new, Mode::from_raw_mode(0o644))?;
        let mut file = File::from(file);
        file.write_all(bytes)?;
        file.sync_all()?;
        forget(&file);
        file.rewind()?;
        let mut back = Vec::with_capacity(bytes.len());
        file.read_to_end(&mut back)?;
        Ok(back)
    }
}

impl Disk for Place {
    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault> {
        let path = if path.is_empty() { "." } else { path };
        match statat(&self.root, path, AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(match FileType::from_raw_mode(stat.st_mode) {
                FileType::RegularFile => Kind::File(u64::try_from(stat.st_size).unwrap_or(0)),
                FileType::Directory => Kind::Folder,
                _ => Kind::Other,
            })),
            Err(Errno::NOENT | Errno::NOTDIR) => Ok(None),
            Err(errno) => Err(self.fault(path, errno)),
        }
    }

    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault> {
        let fault = |errno| self.fault(folder, errno);
        let at = if folder.is_empty() { "." } else { folder };
        // Who removes a folder must not walk through a link into another.
        let how = FOLDER.union(OFlags::NOFOLLOW);
        let open = match openat(&self.root, at, how, Mode::empty()) {
            Err(Errno::NOENT | Errno::NOTDIR) => return Ok(Vec::new()),
            open => open.map_err(fault)?,
        };
        let mut names = Vec::new();
        for entry in Dir::read_from(&open).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            // A name that is no text is none of ours.
            let Ok(name) = entry.file_name().to_str() else {
                continue;
            };
            if [".", ".."].contains(&name) {
                continue;
            }
            if let Some(kind) = self.kind(&joined(folder, name))? {
                names.push((name.to_owned(), kind));
            }
        }
        names.sort_by(|(one, _), (other, _)| one.cmp(other));
        Ok(names)
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        let Some(Kind::File(_)) = self.kind(path)? else {
            return Ok(None);
        };
        let read = || -> io::Result<Vec<u8>> {
            let how = OFlags::RDONLY.union(OFlags::CLOEXEC);
            let mut file = File::from(openat(&self.root, path, how, Mode::empty())?);
            forget(&file);
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        let bytes = read().map_err(|error| self.fault(path, errno(&error)))?;
        Ok(Some(bytes))
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        let fault = match self.try_write(path, bytes) {
            Ok(back) if back == bytes => return Ok(()),
            Ok(_) => Fault::Differs {
                path: self.path.join(path),
            },
            Err(error) => self.fault(path, errno(&error)),
        };
        // Half a file takes the room of others. Where it cannot go it is overwritten next time.
        let _ = unlinkat(&self.root, path, AtFlags::empty());
        Err(fault)
    }

    fn make_folder(&self, path: &str) -> Result<(), Fault> {
        if path.is_empty() {
            return Ok(());
        }
        let mode = Mode::from_raw_mode(0o755);
        match mkdirat(&self.root, path, mode) {
            Ok(()) => return self.sync_names(above(path)),
            Err(Errno::EXIST) => return Ok(()),
            Err(Errno::NOENT) if !above(path).is_empty() => {}
            Err(errno) => return Err(self.fault(path, errno)),
        }
        self.make_folder(above(path))?;
        mkdirat(&self.root, path, mode).map_err(|errno| self.fault(path, errno))?;
        self.sync_names(above(path))
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Fault> {
        renameat(&self.root, from, &self.root, to).map_err(|errno| self.fault(to, errno))
    }

    fn remove(&self, path: &str, kind: Kind) -> Result<(), Fault> {
        let how = match kind {
            Kind::Folder => AtFlags::REMOVEDIR,
            Kind::File(_) | Kind::Other => AtFlags::empty(),
        };
        unlinkat(&self.root, path, how).map_err(|errno| self.fault(path, errno))
    }

    fn sync_names(&self, folder: &str) -> Result<(), Fault> {
        let at = if folder.is_empty() { "." } else { folder };
        let synced = openat(&self.root, at, FOLDER, Mode::empty()).and_then(fsync);
        match synced {
            // Some network shares have no such thing.
            Ok(()) | Err(Errno::NOSYS | Errno::INVAL | Errno::OPNOTSUPP) => Ok(()),
            Err(errno) => Err(self.fault(folder, errno)),
        }
    }
}

/// Has the next reader get the bytes from the medium. A wish: not every file system grants it.
fn forget(file: &File) {
    let _ = fadvise(file, 0, None, Advice::DontNeed);
}

fn errno(error: &io::Error) -> Errno {
    Errno::from_io_error(error).unwrap_or(Errno::IO)
}

mod large;
#[cfg(test)]
mod tests;

//! The outbox: one folder per closing, a bundle, written so that whoever looks at any moment sees
//! either a whole bundle or none.
//!
//! A bundle is whole when its seal is there: the signature over the manifest that holds the hash
//! of every other file. The seal is written when all else is on the disk under its last name, so
//! that nothing depends on a rename being atomic, which on a stick with FAT it is not.

use std::path::Path;

use thiserror::Error;

use super::disk::{Disk, Fault, Kind, PART, Place, above, joined, put, remove_all};

/// The seal's name: the Ed25519 signature of `datapackage.json`, beside it.
pub const SEAL: &str = "datapackage.json.sig";

/// How a bundle came to be there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// It was written.
    Now,
    /// It was there, whole and the same byte for byte.
    Before,
}

/// Why there is no such bundle now. What was sold and closed is in the journal all the same, and
/// the bundle can be written later.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum OutboxError {
    /// A whole bundle of this name has other bytes, and it is not touched.
    #[error("{bundle} is there already and its {file} is another")]
    Sealed {
        /// The bundle.
        bundle: String,
        /// The first file that is not the same.
        file: String,
    },
    /// A name that does not stay in the outbox, or is kept for what is being written.
    #[error("{0} cannot be the name of a file in a bundle")]
    Name(String),
    /// The disk.
    #[error(transparent)]
    Disk(#[from] Fault),
}

/// Writes a bundle: its files, by their paths in it (`data/journal.csv`), then its seal. The outbox
/// is made where it is not there. What an earlier run left unsealed is written anew.
pub fn write(
    outbox: &Path,
    bundle: &str,
    files: &[(String, Vec<u8>)],
    seal: &[u8],
) -> Result<Written, OutboxError> {
    check_names(bundle, files)?;
    write_on(&Place::make(outbox)?, bundle, files, seal)
}

fn write_on(
    disk: &impl Disk,
    bundle: &str,
    files: &[(String, Vec<u8>)],
    seal: &[u8],
) -> Result<Written, OutboxError> {
    if sealed(disk, bundle)? {
        return compare(disk, bundle, files, seal);
    }
    let part = format!("{bundle}{PART}");
    remove_all(disk, &part)?;
    disk.make_folder(&part)?;
    let mut folders = vec![part.clone()];
    for (path, bytes) in files {
        let path = joined(&part, path);
        let folder = above(&path);
        if !folders.iter().any(|it| it == folder) {
            disk.make_folder(folder)?;
            folders.push(folder.to_owned());
        }
        disk.write(&path, bytes)?;
    }
    for folder in &folders {
        disk.sync_names(folder)?;
    }
    // Without a seal it is no bundle, only what a cut run left.
    remove_all(disk, bundle)?;
    disk.rename(&part, bundle)?;
    disk.sync_names("")?;
    put(disk, &joined(bundle, SEAL), seal)?;
    Ok(Written::Now)
}

/// Puts a file beside the bundles, where it is not there or another one is.
pub fn put_beside(outbox: &Path, name: &str, bytes: &[u8]) -> Result<Written, OutboxError> {
    check_names(name, &[])?;
    let disk = Place::make(outbox)?;
    if disk.read(name)?.as_deref() == Some(bytes) {
        return Ok(Written::Before);
    }
    put(&disk, name, bytes)?;
    Ok(Written::Now)
}

fn compare(
    disk: &impl Disk,
    bundle: &str,
    files: &[(String, Vec<u8>)],
    seal: &[u8],
) -> Result<Written, OutboxError> {
    let same = |path: &str, bytes: &[u8]| {
        let there = disk.read(&joined(bundle, path))?;
        if there.as_deref() == Some(bytes) {
            return Ok(());
        }
        Err(OutboxError::Sealed {
            bundle: bundle.to_owned(),
            file: path.to_owned(),
        })
    };
    for (path, bytes) in files {
        same(path, bytes)?;
    }
    same(SEAL, seal)?;
    Ok(Written::Before)
}

fn check_names(bundle: &str, files: &[(String, Vec<u8>)]) -> Result<(), OutboxError> {
    let plain = |name: &str| {
        !name.is_empty()
            && !name.starts_with('.')
            && !name.ends_with(PART)
            && !name.contains(['/', '\\', '\0'])
    };
    let wrong = |name: &str| OutboxError::Name(name.to_owned());
    if !plain(bundle) {
        return Err(wrong(bundle));
    }
    for (path, _) in files {
        if path == SEAL || !path.split('/').all(plain) {
            return Err(wrong(path));
        }
    }
    Ok(())
}

/// The names of the whole bundles, sorted: by day, till and number. None where there is no outbox.
pub fn bundles(outbox: &Path) -> Result<Vec<String>, Fault> {
    if matches!(outbox.try_exists(), Ok(false)) {
        return Ok(Vec::new());
    }
    bundles_on(&Place::open(outbox)?)
}

pub(super) fn bundles_on(disk: &impl Disk) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    for (name, kind) in disk.names("")? {
        if kind == Kind::Folder && sealed(disk, &name)? {
            found.push(name);
        }
    }
    Ok(found)
}

/// Whether a folder is a whole bundle; false for one that cannot be read.
pub fn is_whole(bundle: &Path) -> bool {
    let name = bundle.file_name().unwrap_or_default().to_string_lossy();
    let place = Place::open(bundle).and_then(|it| it.kind(SEAL));
    may_be_bundle(&name) && place.is_ok_and(is_seal)
}

/// Whether a folder has its seal. One without a byte is what a power cut leaves on FAT.
fn sealed(disk: &impl Disk, bundle: &str) -> Result<bool, Fault> {
    Ok(may_be_bundle(bundle) && is_seal(disk.kind(&joined(bundle, SEAL))?))
}

fn may_be_bundle(name: &str) -> bool {
    !name.starts_with('.') && !name.ends_with(PART)
}

fn is_seal(kind: Option<Kind>) -> bool {
    matches!(kind, Some(Kind::File(1..)))
}

#[cfg(test)]
mod tests;

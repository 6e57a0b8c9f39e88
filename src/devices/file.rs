//! Tickets on a disk: all in one file, or each in a file of its own.

use super::{
    port::{Done, Form, Parcel, Patience},
    trouble::{Medium, Trouble, meaning},
    wire,
};
use rustix::{
    fd::OwnedFd,
    fs::{Mode, OFlags, open},
    io::Errno,
};
use std::path::Path;

/// Tickets of the same name in one folder.
const NAMESAKES: usize = 1000;

/// For writing at the end, and never waiting in the kernel, whatever the path turns out to be.
pub(super) const WRITE: OFlags = OFlags::WRONLY
    .union(OFlags::APPEND)
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

/// Appends to the file, or makes one in the folder; a missing file is made, a missing folder not.
pub(super) fn send(
    path: &Path,
    form: Form,
    parcel: &Parcel,
    patience: &Patience,
) -> Result<Done, Trouble> {
    if parcel.bytes.is_empty() {
        return Ok(Done::Sent);
    }
    let file = match open(path, WRITE | OFlags::CREATE, Mode::from_raw_mode(0o644)) {
        Err(Errno::ISDIR) => in_folder(path, form, &parcel.name),
        opened => opened,
    };
    let file = file.map_err(|errno| meaning(errno, Medium::Disk, 0))?;
    wire::push(
        &file,
        &parcel.bytes,
        usize::MAX,
        Medium::Disk,
        patience.progress,
    )?;
    Ok(Done::Sent)
}

/// A new file in the folder; a name that is taken gets a number.
pub(super) fn in_folder(folder: &Path, form: Form, name: &str) -> rustix::io::Result<OwnedFd> {
    let ending = match form {
        Form::Text => "txt",
        Form::Bytes => "bin",
    };
    for number in 1..=NAMESAKES {
        let name = match number {
            1 => format!("{name}.{ending}"),
            _ => format!("{name}-{number}.{ending}"),
        };
        let new = WRITE | OFlags::CREATE | OFlags::EXCL;
        match open(folder.join(name), new, Mode::from_raw_mode(0o644)) {
            Err(Errno::EXIST) => {}
            opened => return opened,
        }
    }
    Err(Errno::EXIST)
}

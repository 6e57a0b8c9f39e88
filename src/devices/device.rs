//! A printer as a device of this machine: USB, parallel, serial, or a FIFO.

use super::{
    file::{WRITE, in_folder},
    port::{Done, Form, Parcel, Patience},
    profile::Ack,
    trouble::{Medium, Trouble, meaning},
    wire,
};
use rustix::{
    fd::OwnedFd,
    fs::{FileType, Mode, OFlags, open, stat},
    io::Errno,
    termios::{
        ControlModes, OptionalActions, QueueSelector, isatty, tcflush, tcgetattr, tcsetattr,
    },
};
use std::path::Path;

/// Small enough that a printer which stops is noticed within one of its own buffers.
const DEVICE_SLICE: usize = 4096;

/// Opens the device, writes, waits until it has taken all, and listens where it answers.
pub(super) fn send(
    path: &Path,
    baud: Option<u32>,
    parcel: &Parcel,
    patience: &Patience,
) -> Result<Done, Trouble> {
    let failed = |errno| meaning(errno, Medium::Paper, 0);
    let kind = FileType::from_raw_mode(stat(path).map_err(failed)?.st_mode);
    // A FIFO opened for reading too would hear its own question, and never notice a missing reader.
    let hears = parcel.ack == Ack::PaperStatus && kind == FileType::CharacterDevice;
    let mode = if hears {
        WRITE.difference(OFlags::WRONLY) | OFlags::RDWR
    } else {
        WRITE
    };
    let device = match open(path, mode, Mode::empty()) {
        Err(Errno::ISDIR) => in_folder(path, Form::Bytes, &parcel.name),
        opened => opened,
    };
    let device = device.map_err(failed)?;
    let line = isatty(&device);
    if line {
        make_plain(&device, baud).map_err(failed)?;
    }
    if hears {
        wire::drain(&device);
    }
    let sent = parcel.bytes.len();
    let printed = wire::push(
        &device,
        &parcel.bytes,
        DEVICE_SLICE,
        Medium::Paper,
        patience.progress,
    )
    .and_then(|()| wire::settle(&device, sent, patience.progress))
    .and_then(|()| {
        if !hears {
            return Ok(Done::Sent);
        }
        wire::confirmed(&device, patience.answer)
            .map(|()| Done::Confirmed)
            .map_err(|cause| Trouble { cause, sent })
    });
    if line && printed.is_err() {
        // Closing a stopped serial line would wait half a minute for what it still holds.
        let _ = tcflush(&device, QueueSelector::OFlush);
    }
    printed
}

/// A serial line that changes no byte: by default it would send each line feed as two.
fn make_plain(line: &OwnedFd, baud: Option<u32>) -> rustix::io::Result<()> {
    let mut settings = tcgetattr(line)?;
    settings.make_raw();
    settings.control_modes |= ControlModes::CLOCAL | ControlModes::CREAD;
    if let Some(baud) = baud {
        settings.set_speed(baud)?;
    }
    tcsetattr(line, OptionalActions::Now, &settings)
}

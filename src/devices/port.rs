//! Where the bytes go: a file or folder, a device, a printer on the network, or nowhere.

use super::{
    device, file, network,
    profile::Ack,
    trouble::{Cause, Trouble},
};
use std::{fmt, path::PathBuf, str::FromStr, time::Duration};
use thiserror::Error;

/// The port that printers on a network listen on.
const RAW_PRINTING: u16 = 9100;

/// The printer's end of the cable, as one setting names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Port {
    /// No printer: `none`.
    None,
    /// A file to which each job is appended, or a folder in which each job becomes a file:
    /// `file:PATH` for plain text, `raw:PATH` for the bytes a printer would get.
    File {
        /// The file, made when missing, or the folder.
        path: PathBuf,
        /// What is written there.
        form: Form,
    },
    /// A device that exists, never made: `/dev/usb/lp0`, `/dev/ttyUSB0:19200`, a FIFO.
    Device {
        /// Its path; a stable link is better than a number that moves.
        path: PathBuf,
        /// The speed of a serial line; none leaves it as it is.
        baud: Option<u32>,
    },
    /// A printer on the network: `tcp:HOST`, `tcp:HOST:9100`, `HOST:9100`.
    Network {
        /// A name or an address.
        host: String,
        /// Nearly always 9100.
        port: u16,
    },
}

/// What a port wants to be given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Lines of UTF-8.
    Text,
    /// ESC/POS.
    Bytes,
}

/// One job, ready to leave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parcel {
    /// The file's name in a folder, without its ending.
    pub name: String,
    /// All of it, in the port's form.
    pub bytes: Vec<u8>,
    /// Whether `bytes` ends with a question that the printer answers.
    pub ack: Ack,
}

/// What is known of a job without trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Done {
    /// Accepted by the cable, the network or the disk.
    Sent,
    /// The printer said that it is on paper.
    Confirmed,
}

/// How long to wait for what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For a printer on the network to take the call.
    pub connect: Duration,
    /// For the next byte to be accepted, not for the whole job.
    pub progress: Duration,
    /// For the confirmation after the last byte.
    pub answer: Duration,
    /// For a broken connection to show itself, where no confirmation is given.
    pub farewell: Duration,
}

impl Patience {
    /// As on a market: a slow printer gets its time, a stopped one is told soon.
    pub const MARKET: Self = Self {
        connect: Duration::from_secs(3),
        progress: Duration::from_secs(10),
        answer: Duration::from_secs(6),
        farewell: Duration::from_millis(500),
    };
}

/// A setting that names no port.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a printer's place: {0:?}")]
pub struct UnknownPort(pub String);

impl FromStr for Port {
    type Err = UnknownPort;

    fn from_str(setting: &str) -> Result<Self, UnknownPort> {
        let setting = setting.trim();
        let unknown = || UnknownPort(setting.to_owned());
        let file = |path: &str, form| {
            let path = PathBuf::from(path);
            // A device is never made as a file, whatever it is called: a till that runs as root
            // would leave a file in the place of an unplugged printer.
            match path.as_os_str().is_empty() {
                true => Err(unknown()),
                false if path.starts_with("/dev") => Ok(Self::Device { path, baud: None }),
                false => Ok(Self::File { path, form }),
            }
        };
        if setting == "none" {
            Ok(Self::None)
        } else if let Some(path) = setting.strip_prefix("file:") {
            file(path, Form::Text)
        } else if let Some(path) = setting.strip_prefix("raw:") {
            file(path, Form::Bytes)
        } else if let Some(place) = setting.strip_prefix("tcp:") {
            printer_on_network(place).ok_or_else(unknown)
        } else if setting.starts_with('/') {
            Ok(device_with_speed(setting))
        } else if setting.contains(':') {
            printer_on_network(setting).ok_or_else(unknown)
        } else {
            Err(unknown())
        }
    }
}

fn device_with_speed(setting: &str) -> Port {
    let (path, baud) = match setting.rsplit_once(':') {
        Some((path, baud)) if baud.parse::<u32>().is_ok() => (path, baud.parse().ok()),
        _ => (setting, None),
    };
    Port::Device {
        path: PathBuf::from(path),
        baud,
    }
}

fn printer_on_network(place: &str) -> Option<Port> {
    let bracketed = place.strip_prefix('[').and_then(|it| it.split_once(']'));
    let (host, port) = match (bracketed, place.split_once(':')) {
        (Some((host, "")), _) => (host, None),
        (Some((host, port)), _) => (host, Some(port.strip_prefix(':')?)),
        (None, Some((host, port))) => (host, Some(port)),
        (None, None) => (place, None),
    };
    let port = match port {
        Some(port) => port.parse().ok().filter(|port| *port > 0)?,
        None => RAW_PRINTING,
    };
    let plain = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | ':' | '%');
    if host.is_empty() || !host.chars().all(plain) {
        return None;
    }
    let host = host.to_owned();
    Some(Port::Network { host, port })
}

impl fmt::Display for Port {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::None => write!(out, "none"),
            Self::File { path, form } => {
                let kind = match form {
                    Form::Text => "file",
                    Form::Bytes => "raw",
                };
                write!(out, "{kind}:{}", path.display())
            }
            Self::Device { path, baud: None } => write!(out, "{}", path.display()),
            Self::Device {
                path,
                baud: Some(baud),
            } => write!(out, "{}:{baud}", path.display()),
            Self::Network { host, port } if host.contains(':') => {
                write!(out, "tcp:[{host}]:{port}")
            }
            Self::Network { host, port } => write!(out, "tcp:{host}:{port}"),
        }
    }
}

impl Port {
    /// What this port wants to be given.
    pub fn form(&self) -> Form {
        match self {
            Self::File { form, .. } => *form,
            Self::None | Self::Device { .. } | Self::Network { .. } => Form::Bytes,
        }
    }

    /// Sends one job and closes the connection again: printers lock up when one is held. Blocks as
    /// long as the patience allows, so this is for a thread that may wait.
    pub fn send(&self, parcel: &Parcel, patience: &Patience) -> Result<Done, Trouble> {
        match self {
            Self::None => Err(Trouble::at_once(Cause::NotSet)),
            Self::File { path, form } => file::send(path, *form, parcel, patience),
            Self::Device { path, baud } => device::send(path, *baud, parcel, patience),
            Self::Network { host, port } => network::send(host, *port, parcel, patience),
        }
    }
}

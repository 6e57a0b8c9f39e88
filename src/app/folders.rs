//! Where things are on this machine.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use etcetera::{BaseStrategy, choose_base_strategy};
use sha2::{Digest, Sha256};

use crate::domain::ids::hex;

/// The folders of one till.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// The data: database, key, backups.
    pub data: PathBuf,
    /// The settings of this machine.
    pub settings_file: PathBuf,
    /// What went wrong, for the person who will mend it.
    pub log_file: PathBuf,
}

/// Whose folders.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Market {
    /// The stall's own.
    Real,
    /// The sample market's.
    Sample,
}

/// No home folder to put anything into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoHome;

impl Folders {
    /// The folder given, or `ETAL_DATA`, or the user's data folder; the settings file lies in the
    /// folder where one was given, else in the user's configuration folder.
    pub fn find(given: Option<&Path>, market: Market) -> Result<Self, NoHome> {
        let named = given.map(Path::to_path_buf).or_else(|| {
            env::var_os("ETAL_DATA")
                .filter(|it| !it.is_empty())
                .map(PathBuf::from)
        });
        if let Some(data) = named {
            return Ok(Self::inside(data));
        }
        let base = choose_base_strategy().map_err(|_| NoHome)?;
        Ok(match market {
            Market::Sample => Self::inside(base.data_dir().join("etal-demo")),
            Market::Real => {
                let data = base.data_dir().join("etal");
                Self {
                    log_file: data.join("etal.log"),
                    settings_file: base.config_dir().join("etal").join("etal.toml"),
                    data,
                }
            }
        })
    }

    fn inside(data: PathBuf) -> Self {
        Self {
            settings_file: data.join("etal.toml"),
            log_file: data.join("etal.log"),
            data,
        }
    }
}

/// What tells this machine from another, readable by every user of it; empty where nothing does.
pub fn machine_mark() -> String {
    let parts: Vec<Vec<u8>> = [
        "/etc/machine-id",
        "/sys/firmware/devicetree/base/serial-number",
    ]
    .iter()
    .filter_map(|path| fs::read(path).ok())
    .filter(|bytes| !bytes.is_empty())
    .collect();
    if parts.is_empty() {
        return String::new();
    }
    let hash = Sha256::digest(parts.concat());
    hex(hash.get(..8).unwrap_or_default())
}

//! A month, a quarter, a year as files for whoever keeps the books: one folder per period under
//! `exports`, made anew each time it is asked for.
//!
//! It never goes into the outbox: `members.csv` has names in it, and whatever lies in the outbox is
//! copied to sticks and shared folders without anybody looking. Who wants these files elsewhere
//! carries them there knowingly.

mod people;
mod tables;

use std::path::{Path, PathBuf};

use crate::domain::{asking::AccountRow, label::Label, period::Period, time::Moment};

use super::disk::{Fault, Place, put};

/// The folder beside the outbox in which files for people are put that are no bundles.
pub const EXPORTS: &str = "exports";

/// What stands in the files beside the sums.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The stall.
    pub stall: &'a Label,
    /// What people call the till.
    pub till: &'a str,
    /// When the files are made.
    pub at: Moment,
    /// The program that makes them.
    pub version: &'a str,
    /// Whose the accounts are, as the contact cards say now.
    pub accounts: &'a [AccountRow],
}

/// The folder of a period in `exports`.
pub fn folder(period: &Period) -> String {
    format!("{}_{}", period.from, period.to)
}

/// The files of a period, by their names, what explains them last: who finds it there has all.
pub fn files(period: &Period, about: About<'_>) -> Vec<(&'static str, Vec<u8>)> {
    let mut files = tables::all(period);
    files.push(("members.csv", people::members(period, about.accounts)));
    files.push(("LISEZMOI.txt", people::readme(period, about)));
    files
}

/// Puts files into a folder of `exports` in the data folder, each whole or not at all; those of an
/// earlier time are replaced. Answers where they are.
pub fn write<T: AsRef<[u8]>>(
    data: &Path,
    folder: &str,
    files: &[(&str, T)],
) -> Result<PathBuf, Fault> {
    let exports = data.join(EXPORTS);
    let disk = Place::make(&exports)?;
    for (name, bytes) in files {
        let path = match folder {
            "" => (*name).to_owned(),
            folder => format!("{folder}/{name}"),
        };
        put(&disk, &path, bytes.as_ref())?;
    }
    Ok(exports.join(folder))
}

//! The day bundle: one closing as a folder of text, for a treasurer's spreadsheet and for programs
//! that are not ours. Its format is written down in `docs/BUNDLE.md`.
//!
//! It is made from the entries of the closing and nothing else: no clock, no catalogue of today, no
//! language of the screen. The same closing gives the same bytes for ever.

mod column;
mod data;
mod manifest;
mod people;
mod period;

use thiserror::Error;
use unicode_normalization::UnicodeNormalization;

use crate::domain::{
    closing::Closing, facts::Identity, ids::hex, journal::Unreadable, segment::Segment,
};

use column::Sheet;
use period::Period;

/// The program that checks a bundle without ours, beside the bundles in the outbox.
pub const VERIFIER: &str = "etal_verify.py";

/// The file that says what every other one holds.
pub const MANIFEST: &str = "datapackage.json";

/// The most letters and digits of the till's name in a folder's name.
const NAME_MAX: usize = 24;

/// A folder, all but its signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The folder's name: `2026-11-21_A-e1_Z0031`.
    pub name: String,
    /// Each file's path in it and its bytes, the manifest last.
    pub files: Vec<(String, Vec<u8>)>,
}

impl Bundle {
    /// What the till's key signs: the bytes of the manifest.
    pub fn manifest(&self) -> &[u8] {
        self.files.last().map_or(&[], |it| it.1.as_slice())
    }
}

/// Why a segment makes no bundle.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoBundle {
    /// There is nothing in it.
    #[error("a segment without entries")]
    Empty,
    /// Nobody said by which key this epoch signs.
    #[error("no identity of epoch {0}")]
    NoIdentity(u32),
    /// An entry that this program cannot read.
    #[error("entry {seq} of epoch {epoch}: {why}")]
    Unreadable {
        /// Which life of the till.
        epoch: u32,
        /// Where in it.
        seq: u64,
        /// Why.
        why: Unreadable,
    },
}

/// The files of a closing.
pub fn files(segment: &Segment) -> Result<Bundle, NoBundle> {
    let period = Period::of(segment)?;
    let name = folder(period.identity, period.end.heading.epoch, &segment.closing);
    let readme = people::readme(&period, &name);
    let mut sheets = people::sheets(&period);
    sheets.extend(data::sheets(&period));
    let manifest = manifest::manifest(&period, &name, &readme, &sheets);
    let mut files = vec![(people::README.to_owned(), readme)];
    let tables = sheets.into_iter();
    files.extend(tables.map(|Sheet { path, bytes, .. }| (path.to_owned(), bytes)));
    files.push((MANIFEST.to_owned(), manifest));
    Ok(Bundle { name, files })
}

/// The folder's name of a closing of a day, by the identity of the epoch it stands in: the market
/// day, the till, the epoch, the closing's number. Only signs that every file system takes.
pub fn folder(identity: &Identity, epoch: u32, closing: &Closing) -> String {
    let mut till = String::new();
    for c in identity.name.as_str().nfkd() {
        if c.is_ascii_alphanumeric() {
            till.push(c);
        } else if !('\u{300}'..='\u{36f}').contains(&c) && !till.ends_with('-') {
            till.push('-');
        }
    }
    let till: String = till.trim_matches('-').chars().take(NAME_MAX).collect();
    let till = match till.trim_matches('-') {
        "" => identity.till.as_str(),
        till => till,
    };
    let (label, number) = (&closing.label, closing.number);
    format!("{label}_{till}-e{epoch}_Z{number:04}")
}

/// The bytes of `datapackage.json.sig`, from the signature (Ed25519, RFC 8032) of
/// [`Bundle::manifest`].
pub fn seal(signature: &[u8; 64]) -> Vec<u8> {
    format!("{}\n", hex(signature)).into_bytes()
}

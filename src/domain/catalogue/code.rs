//! The short codes that people type for articles.

use serde::{Deserialize, Serialize};

/// A short code: one to six digits, no zero in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u32", into = "u32")]
pub struct Code(u32);

impl Code {
    /// The largest code people can type: longer numbers are barcodes.
    pub const MAX: u32 = 999_999;

    /// Takes a number from 1 to 999 999.
    pub fn new(number: u32) -> Option<Self> {
        (1..=Self::MAX).contains(&number).then_some(Self(number))
    }

    /// Reads the digits as typed; zeros in front do not count.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim();
        if digits.len() > 9 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Self::new(digits.parse().ok()?)
    }

    /// The number.
    pub const fn number(self) -> u32 {
        self.0
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0.to_string())
    }
}

impl TryFrom<u32> for Code {
    type Error = &'static str;
    fn try_from(number: u32) -> Result<Self, Self::Error> {
        Self::new(number).ok_or("a short code is 1 to 999999")
    }
}

impl From<Code> for u32 {
    fn from(code: Code) -> Self {
        code.0
    }
}

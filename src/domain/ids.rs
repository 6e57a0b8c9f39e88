//! Names that machines give: made once from randomness that the caller brings, never reused.

use std::fmt;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The letters of Crockford's base 32: no I, L, O, U.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A product, producer, department or quick key: ten Crockford characters, or a shipped word.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(Box<str>);

impl Id {
    /// Takes an id that was made before, or a word that the program ships (`cash`).
    pub fn known(text: &str) -> Self {
        Self(text.into())
    }

    /// The id as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// The name of one entry before it is written: made with the draft, so that a retry is the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Uid(pub [u8; 16]);

impl Uid {
    /// Reads 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        unhex(text).map(Self)
    }
}

impl fmt::Display for Uid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex(&self.0))
    }
}

impl TryFrom<String> for Uid {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("not 32 hexadecimal digits: {text}"))
    }
}

impl From<Uid> for String {
    fn from(uid: Uid) -> Self {
        uid.to_string()
    }
}

/// Bytes in lower hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f',
    ];
    let digit = |value: u8| DIGITS.get(usize::from(value)).copied().unwrap_or_default();
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Exactly `N` bytes from hexadecimal, either case.
pub fn unhex<const N: usize>(text: &str) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if text.len() != 2 * N || !text.is_ascii() {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).ok()?;
        if !pair.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        *byte = u8::from_str_radix(pair, 16).ok()?;
    }
    Some(bytes)
}

/// Crockford's base 32 of the first bits of `bytes`, `length` characters.
pub fn crockford(bytes: &[u8], length: usize) -> String {
    let bit = |at: usize| {
        bytes
            .get(at / 8)
            .is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1)
    };
    (0..length)
        .map(|at| {
            let value = (0..5).fold(0usize, |value, i| value << 1 | usize::from(bit(at * 5 + i)));
            char::from(ALPHABET.get(value).copied().unwrap_or(b'0'))
        })
        .collect()
}

/// Makes fresh names from a seed of true randomness that the app brings at start.
#[derive(Clone, Debug)]
pub struct Mint {
    seed: [u8; 32],
    made: u64,
}

impl Mint {
    /// Starts a series of names that nobody else makes, as long as the seed is random.
    pub const fn new(seed: [u8; 32]) -> Self {
        Self { seed, made: 0 }
    }

    /// A name for an entry or a draft.
    pub fn uid(&mut self) -> Uid {
        let mut uid = [0; 16];
        for (to, from) in uid.iter_mut().zip(self.next()) {
            *to = from;
        }
        Uid(uid)
    }

    /// A name for a product, producer, department or quick key.
    pub fn id(&mut self) -> Id {
        Id(crockford(&self.next(), 10).into_boxed_str())
    }

    fn next(&mut self) -> [u8; 32] {
        self.made += 1;
        let mut hash = Sha256::new();
        hash.update(self.seed);
        hash.update(self.made.to_be_bytes());
        hash.finalize().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_never_given_twice() {
        let mut mint = Mint::new([7; 32]);
        let (one, two) = (mint.uid(), mint.uid());
        assert_ne!(one, two);
        assert_eq!(Uid::parse(&one.to_string()), Some(one));
        let id = mint.id();
        assert_eq!(id.as_str().len(), 10);
        assert!(id.as_str().bytes().all(|b| ALPHABET.contains(&b)));
    }

    #[test]
    fn base_32_is_crockfords() {
        assert_eq!(crockford(&[0xff; 5], 8), "ZZZZZZZZ");
        assert_eq!(crockford(&[0x08, 0x42, 0x10, 0x84, 0x21], 8), "11111111");
    }

    #[test]
    fn a_uid_is_exactly_32_hexadecimal_digits() {
        assert_eq!(Uid::parse("xyz"), None);
        assert_eq!(Uid::parse(&"+1".repeat(16)), None);
    }
}

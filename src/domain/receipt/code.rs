//! The number of a receipt that a scanner reads: thirteen digits, which every scanner and every
//! keyboard brings over whole.
//!
//! `29`, three digits of the till's life, seven of the ticket's number, a check digit: an EAN-13
//! of those that GS1 leaves to the shop itself (General Specifications 1.4, prefixes 20 to 29).
//! Scales of French shops print weights and prices under 21 to 28.

use sha2::{Digest, Sha256};

use crate::domain::barcode;

/// What every receipt's number begins with.
const PREFIX: &str = "29";
/// The lives that three digits tell apart.
const LIVES: u16 = 1_000;
/// From here on seven digits do not suffice: a till that sells day and night for a century.
const NUMBERS: u64 = 10_000_000;

/// What a receipt's number says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coded {
    /// The till and its epoch, as [`life`] makes three digits of them.
    pub life: u16,
    /// The ticket's number.
    pub number: u64,
}

/// Three digits for one epoch of one till, so that a receipt from the next stall, or from before
/// the till was set up anew, is not taken for one of the same number.
pub fn life(till: &str, epoch: u32) -> u16 {
    let hash = Sha256::digest(format!("{till} {epoch}"));
    let start = hash.first_chunk().copied().unwrap_or_default();
    u16::try_from(u64::from_be_bytes(start) % u64::from(LIVES)).unwrap_or_default()
}

/// The number to print; none where the ticket's own is too long for it.
pub fn code(till: &str, epoch: u32, number: u64) -> Option<String> {
    let digits = format!("{PREFIX}{:03}{number:07}", life(till, epoch));
    let check = barcode::check_digit(&digits)?;
    (number < NUMBERS).then(|| format!("{digits}{check}"))
}

/// Reads a scan; none if it is no receipt's number.
pub fn read(scan: &str) -> Option<Coded> {
    let own = scan.len() == 13 && barcode::valid(scan);
    let digits = scan.strip_prefix(PREFIX).filter(|_| own)?;
    Some(Coded {
        life: digits.get(..3)?.parse().ok()?,
        number: digits.get(3..10)?.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipts_number_says_its_till_and_ticket() {
        let code = code("T1", 1, 42).unwrap();
        assert!(code.starts_with("29") && barcode::valid(&code), "{code}");
        assert_eq!(code.len(), 13);
        let coded = Coded {
            life: life("T1", 1),
            number: 42,
        };
        assert_eq!(read(&code), Some(coded));
    }

    #[test]
    fn a_receipt_of_another_till_or_epoch_has_another_number() {
        assert_ne!(code("T1", 1, 42), code("T1", 2, 42));
        assert_ne!(code("T1", 1, 42), code("T2", 1, 42));
        assert_eq!(code("T1", 1, NUMBERS), None);
        assert!(code("T1", 1, NUMBERS - 1).is_some());
    }

    #[test]
    fn goods_weights_and_broken_numbers_are_no_receipt() {
        for scan in ["3760123456784", "2912345678901", "2100012012508", "29", ""] {
            assert_eq!(read(scan), None, "{scan}");
        }
    }
}

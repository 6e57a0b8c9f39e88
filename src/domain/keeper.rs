//! The keeper's PIN: the digits as they are typed, what of it is kept beside the journal, and how
//! long one waits after wrong ones.

use std::{fmt, hint::black_box};

use super::{time::Moment, views::WriteTrouble};

/// From this wrong PIN in a row on one waits.
const PATIENT: u32 = 3;
/// So long after the first that makes one wait, twice as long after each that follows.
const WAIT_MS: i64 = 5_000;
/// Nobody who has forgotten waits longer: a market day goes on.
const WAIT_MOST_MS: i64 = 300_000;

/// Four to twelve digits, as typed. They are overwritten when they are no longer needed, and no
/// text of the program ever shows them.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Pin {
    digits: [u8; Self::MOST],
    count: usize,
}

impl Pin {
    /// Fewer digits are guessed while the keeper looks away.
    pub const LEAST: usize = 4;
    /// More are not remembered.
    pub const MOST: usize = 12;

    /// Adds a digit; refuses what is none, or one too many.
    pub fn push(&mut self, digit: char) -> Result<(), NoDigit> {
        let ascii = u8::try_from(digit).ok().filter(u8::is_ascii_digit);
        let free = self.digits.get_mut(self.count);
        let (Some(ascii), Some(free)) = (ascii, free) else {
            return Err(NoDigit);
        };
        *free = ascii;
        self.count += 1;
        Ok(())
    }

    /// Takes the last digit back, if there is one.
    pub fn pop(&mut self) -> Option<()> {
        self.count = self.count.checked_sub(1)?;
        if let Some(last) = self.digits.get_mut(self.count) {
            *last = 0;
        }
        Some(())
    }

    /// How many digits were typed.
    pub const fn len(&self) -> usize {
        self.count
    }

    /// Whether nothing was typed.
    pub const fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether it has digits enough.
    pub const fn is_whole(&self) -> bool {
        self.count >= Self::LEAST
    }

    /// The digits, for whoever makes or checks the hash.
    pub fn digits(&self) -> &[u8] {
        self.digits.get(..self.count).unwrap_or_default()
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        self.digits = [0; Self::MOST];
        // Or the compiler would leave out what nobody reads any more.
        black_box(&self.digits);
    }
}

impl fmt::Debug for Pin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pin")
    }
}

/// No digit, or no room for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDigit;

/// Wrong PINs in a row; a right one ends the row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Misses {
    /// How many.
    pub count: u32,
    /// When the last one was, UTC milliseconds.
    pub last_ms: i64,
}

impl Misses {
    /// One more.
    #[must_use]
    pub const fn and_one(self, at: Moment) -> Self {
        Self {
            count: self.count.saturating_add(1),
            last_ms: at.utc_ms,
        }
    }

    /// Whether the journal is told: at every third.
    pub const fn are_told(self) -> bool {
        self.count > 0 && self.count.is_multiple_of(PATIENT)
    }

    /// How many milliseconds nobody is listened to any more: nothing before the third, then 5 s,
    /// doubled by each that follows, 5 min at most. A clock that was set back makes it no longer.
    pub fn left_ms(self, now: Moment) -> i64 {
        let Some(doublings) = self.count.checked_sub(PATIENT) else {
            return 0;
        };
        let wait = 2i64
            .checked_pow(doublings)
            .and_then(|times| times.checked_mul(WAIT_MS))
            .unwrap_or(WAIT_MOST_MS)
            .min(WAIT_MOST_MS);
        let gone = now.utc_ms.saturating_sub(self.last_ms);
        wait.saturating_sub(gone).clamp(0, wait)
    }
}

/// What is kept beside the journal while a PIN is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The hash with its salt and its cost (PHC string, Argon2id, RFC 9106).
    pub phc: String,
    /// The wrong ones since the last right one.
    pub misses: Misses,
}

/// What is asked of whoever keeps the PIN.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeeperAsk {
    /// Is it this one?
    Check(Pin),
    /// It is this one from now on.
    Set(Pin),
    /// There is none from now on.
    Clear,
}

/// The answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeeperAnswer {
    /// It is the right one.
    Right,
    /// It is a wrong one; these were given so far.
    Wrong(Misses),
    /// It is set, and the journal says so.
    Set,
    /// It is taken away, and the journal says so.
    Cleared,
    /// Nothing was done, for this reason.
    NotDone(WriteTrouble),
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(digits: &str) -> Pin {
        let mut pin = Pin::default();
        for digit in digits.chars() {
            pin.push(digit).unwrap();
        }
        pin
    }

    #[test]
    fn a_pin_has_four_to_twelve_digits_and_never_shows_them() {
        assert!(!pin("123").is_whole());
        assert!(pin("1234").is_whole());
        let mut long = pin("123456789012");
        assert_eq!(long.push('3'), Err(NoDigit));
        assert_eq!(long.push('x'), Err(NoDigit));
        assert_eq!(long.pop(), Some(()));
        assert_eq!(long.push('é'), Err(NoDigit));
        assert_eq!(long, pin("12345678901"));
        let asked = KeeperAsk::Check(pin("73942"));
        assert_eq!(format!("{asked:?}"), "Check(Pin)");
    }

    #[test]
    fn one_waits_from_the_third_wrong_pin_on_and_five_minutes_at_most() {
        let at = |utc_ms| Moment {
            utc_ms,
            offset_min: 60,
        };
        let mut misses = Misses::default();
        let mut waits = Vec::new();
        for _ in 0..10 {
            misses = misses.and_one(at(1_000_000));
            waits.push(misses.left_ms(at(1_000_000)) / 1_000);
        }
        assert_eq!(waits, [0, 0, 5, 10, 20, 40, 80, 160, 300, 300]);
        assert_eq!(misses.left_ms(at(1_299_000)), 1_000);
        assert_eq!(misses.left_ms(at(1_300_000)), 0);
        assert_eq!(misses.left_ms(at(0)), 300_000, "the clock was set back");
        let many = Misses {
            count: u32::MAX,
            last_ms: 0,
        };
        assert_eq!(many.left_ms(at(1)), 299_999);
    }
}

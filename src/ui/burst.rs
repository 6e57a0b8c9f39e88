//! What the time between keys tells: a scanner from a hand, an Enter from one that bounces.

use super::keys::{Key, Stroke};
use std::collections::VecDeque;

/// A scanner's keys come every 8 to 16 ms, a quick hand's every 80 at best.
const SCAN_GAP_MS: u64 = 35;
/// Fewer characters than the shortest barcode could be a hand rolling over the keys.
const SCAN_LENGTH: usize = 6;
/// Longer than any barcode, and than the code of a slip.
const REMEMBERED: usize = 256;
/// A held key comes back every 30 ms, a bouncing one sooner; who reads the total needs longer.
const GUARD_MS: u64 = 120;

/// So long a key that decides waits for what comes after it, to be told from a held or bouncing one.
pub const SETTLING_MS: u64 = GUARD_MS;
/// So long a key that answers or chooses waits, to be told from the first of a scan.
pub const ALONE_MS: u64 = SCAN_GAP_MS + 5;

/// Whether a key follows the one before it as only a scanner's or a bouncing one does.
pub const fn of_one_burst(previous_at_ms: u64, at_ms: u64) -> bool {
    at_ms.saturating_sub(previous_at_ms) < SCAN_GAP_MS
}

/// Whether an Enter (or the `+` that finishes a sale) follows the key before it too soon to be
/// meant: then it opens and finishes no payment.
pub fn too_soon(previous_at_ms: u64, at_ms: u64) -> bool {
    at_ms.saturating_sub(previous_at_ms) < GUARD_MS
}

/// The last characters of the line and when they were typed.
#[derive(Clone, Debug, Default)]
pub struct Burst {
    typed: VecDeque<(char, u64)>,
    /// The moment of the character that was forgotten last, when the line outgrew the memory.
    forgotten_at_ms: Option<u64>,
}

impl Burst {
    /// Remembers a character of the line. Any other key ends what a scanner could have typed.
    pub fn follow(&mut self, stroke: Stroke) {
        let Key::Char(c) = stroke.key else {
            return self.forget();
        };
        self.typed.push_back((c, stroke.at_ms));
        if self.typed.len() > REMEMBERED {
            self.forgotten_at_ms = self.typed.pop_front().map(|(_, at)| at);
        }
    }

    /// Starts a new line.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The end of the line that came too fast for a hand, when `last` is the Enter or Tab with
    /// which a scanner ends. What a hand typed before it (`3*`) is not in it. Whether it is a scan
    /// is for the code itself to say: known, or a right check digit.
    pub fn ended_by(&self, last: Stroke) -> Option<String> {
        if !matches!(last.key, Key::Enter | Key::Tab) {
            return None;
        }
        // Backwards: a scan's first character may come after any pause, all that follow are quick.
        let mut after = last.at_ms;
        let mut count = 0;
        for (_, at) in self.typed.iter().rev() {
            if !close(*at, after) {
                break;
            }
            after = *at;
            count += 1;
        }
        let beginning_lost =
            count == self.typed.len() && self.forgotten_at_ms.is_some_and(|at| close(at, after));
        if beginning_lost {
            return None;
        }
        let first = self.typed.len() - count;
        (count >= SCAN_LENGTH).then(|| self.typed.range(first..).map(|(c, _)| *c).collect())
    }
}

fn close(at_ms: u64, after_ms: u64) -> bool {
    after_ms
        .checked_sub(at_ms)
        .is_some_and(|gap| gap < SCAN_GAP_MS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stroke(key: Key, at_ms: u64) -> Stroke {
        Stroke { key, at_ms }
    }

    /// Types the text, each character so long after the one before it; the time of the last.
    fn type_in(burst: &mut Burst, text: &str, gap_ms: u64, mut now: u64) -> u64 {
        for c in text.chars() {
            now += gap_ms;
            burst.follow(stroke(Key::Char(c), now));
        }
        now
    }

    fn scan(gap_ms: u64, last_gap_ms: u64, text: &str) -> Option<String> {
        let mut burst = Burst::default();
        let now = type_in(&mut burst, text, gap_ms, 1_000);
        burst.ended_by(stroke(Key::Enter, now + last_gap_ms))
    }

    #[test]
    fn a_scanner_is_told_from_a_hand() {
        assert_eq!(scan(8, 8, "3760123456784").unwrap(), "3760123456784");
        assert_eq!(scan(34, 34, "012345").unwrap(), "012345");
        assert_eq!(scan(0, 0, "012345").unwrap(), "012345", "read in one go");
        assert_eq!(scan(35, 8, "3760123456784"), None, "a hand");
        assert_eq!(scan(8, 35, "3760123456784"), None, "the Enter is a hand's");
        assert_eq!(scan(8, 8, "12345"), None, "too short");
    }

    #[test]
    fn what_a_hand_typed_before_the_scan_stays_out_of_it() {
        let mut burst = Burst::default();
        let now = type_in(&mut burst, "3*", 150, 0);
        let now = type_in(&mut burst, "37601234", 9, now + 400);
        assert_eq!(
            burst.ended_by(stroke(Key::Tab, now + 9)).unwrap(),
            "37601234"
        );
        assert_eq!(burst.ended_by(stroke(Key::Escape, now + 9)), None);
    }

    #[test]
    fn a_key_that_is_no_character_ends_a_scan() {
        let mut burst = Burst::default();
        let now = type_in(&mut burst, "3760", 9, 0);
        burst.follow(stroke(Key::Back, now + 9));
        let now = type_in(&mut burst, "1234", 9, now + 9);
        assert_eq!(burst.ended_by(stroke(Key::Enter, now + 9)), None);
    }

    #[test]
    fn a_scan_whose_beginning_is_forgotten_is_none() {
        let long = "7".repeat(REMEMBERED);
        assert_eq!(scan(8, 8, &long).unwrap().len(), REMEMBERED);
        assert_eq!(scan(8, 8, &format!("{long}7")), None);
        let mut burst = Burst::default();
        let now = type_in(&mut burst, &long, 200, 0);
        let now = type_in(&mut burst, "37601234", 8, now + 200);
        assert!(burst.ended_by(stroke(Key::Enter, now + 8)).is_some());
    }

    #[test]
    fn a_clock_that_jumps_back_is_no_scan() {
        let mut burst = Burst::default();
        let now = type_in(&mut burst, "3760123456784", 8, 5_000);
        assert_eq!(burst.ended_by(stroke(Key::Enter, now - 1_000)), None);
    }

    #[test]
    fn a_held_or_bouncing_enter_finishes_nothing() {
        assert!(too_soon(1_000, 1_000));
        assert!(too_soon(1_000, 1_030));
        assert!(too_soon(1_000, 1_119));
        assert!(!too_soon(1_000, 1_120));
        assert!(too_soon(1_000, 900));
    }

    proptest! {
        #[test]
        fn a_scan_is_the_end_of_the_line(
            line in prop::collection::vec((any::<char>(), 0..60_u64), 0..400),
            last_gap in 0..60_u64,
        ) {
            let mut burst = Burst::default();
            let mut now = 0;
            for (c, gap) in &line {
                now += gap;
                burst.follow(stroke(Key::Char(*c), now));
            }
            if let Some(scan) = burst.ended_by(stroke(Key::Enter, now + last_gap)) {
                let text: String = line.iter().map(|(c, _)| *c).collect();
                prop_assert!(text.ends_with(&scan));
                prop_assert!(scan.chars().count() >= SCAN_LENGTH && last_gap < SCAN_GAP_MS);
            }
        }
    }
}

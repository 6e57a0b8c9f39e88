//! A key that acts only once it has stood alone: the first character of a scan comes like a hand's,
//! and only what follows it tells.

use super::{
    burst::{ALONE_MS, of_one_burst},
    event::Effect,
    keys::Stroke,
    screen::Turn,
};

/// What a key asks for, until it is known to be no scan's.
pub struct Alone<T> {
    held: Option<(T, u64)>,
    /// The key before, whatever it was: what follows it in a burst is no hand's either.
    before_ms: Option<u64>,
    after: After,
}

/// How the last key followed the one before it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum After {
    Pause,
    Burst,
}

/// What a key, or the time without one, says about the key held before.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard<T> {
    /// Nothing was held.
    Nothing,
    /// It stood alone: it is to be obeyed, and the new key is spent on that.
    Stood(T),
    /// It was the beginning of a scan or slipped with another: neither counts.
    TakenBack,
}

impl<T> Default for Alone<T> {
    fn default() -> Self {
        Self {
            held: None,
            before_ms: None,
            after: After::Pause,
        }
    }
}

impl<T> Alone<T> {
    /// Hears a key before anything is done about it.
    pub fn hear(&mut self, stroke: Stroke) -> Heard<T> {
        let before = self.before_ms.replace(stroke.at_ms);
        self.after = match before {
            Some(at_ms) if of_one_burst(at_ms, stroke.at_ms) => After::Burst,
            _ => After::Pause,
        };
        match self.held.take() {
            None => Heard::Nothing,
            Some(_) if self.after == After::Burst => Heard::TakenBack,
            Some((what, _)) => Heard::Stood(what),
        }
    }

    /// Holds what the key just heard asks for, unless it came in a burst itself.
    pub fn hold(&mut self, what: T, stroke: Stroke) -> Turn {
        if self.after == After::Burst {
            return Turn::bell();
        }
        self.held = Some((what, stroke.at_ms));
        Turn::with(vec![Effect::Wake(ALONE_MS)])
    }

    /// What has stood alone by now. Another key's time passing does not end this one's.
    pub fn woken(&mut self, at_ms: u64) -> Option<T> {
        self.held
            .take_if(|(_, held_ms)| at_ms.saturating_sub(*held_ms) >= ALONE_MS)
            .map(|(what, _)| what)
    }
}

#[cfg(test)]
mod tests {
    use super::{super::keys::Key, *};

    const fn one(at_ms: u64) -> Stroke {
        Stroke {
            key: Key::Char('1'),
            at_ms,
        }
    }

    /// Presses `1`, which is held if nothing else is to be done about it.
    fn press(alone: &mut Alone<char>, at_ms: u64) -> Heard<char> {
        let heard = alone.hear(one(at_ms));
        if heard == Heard::Nothing {
            alone.hold('1', one(at_ms));
        }
        heard
    }

    #[test]
    fn a_key_counts_after_its_time_and_no_sooner() {
        let mut alone = Alone::default();
        assert_eq!(press(&mut alone, 1_000), Heard::Nothing);
        assert_eq!(alone.woken(1_039), None, "asked for by another key");
        assert_eq!(alone.woken(1_040), Some('1'));
        assert_eq!(alone.woken(1_080), None, "once");
    }

    #[test]
    fn no_character_of_a_scan_is_held_to_its_end() {
        for gap_ms in [0, 8, 16, 34] {
            let mut alone = Alone::default();
            assert_eq!(press(&mut alone, 1_000), Heard::Nothing);
            assert_eq!(press(&mut alone, 1_000 + gap_ms), Heard::TakenBack);
            for place in 2..14 {
                assert_eq!(press(&mut alone, 1_000 + place * gap_ms), Heard::Nothing);
            }
            assert_eq!(alone.woken(9_000), None, "{gap_ms}");
        }
    }

    #[test]
    fn a_key_that_comes_before_the_till_wakes_finds_the_held_one_good() {
        let mut alone = Alone::default();
        press(&mut alone, 1_000);
        assert_eq!(press(&mut alone, 1_180), Heard::Stood('1'));
    }
}

//! An Enter that lets money move: it waits a blink, so that a held or bouncing one writes nothing,
//! and while the journal has it in hand no key can write it again.

use super::{
    burst::{SETTLING_MS, of_one_burst, too_soon},
    event::Effect,
    keys::{Key, Stroke},
    notice::Notice,
    screen::Turn,
    shop::Shop,
};

/// How far a confirmation is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Confirm {
    /// It can still be changed.
    #[default]
    Asking,
    /// Confirmed, unless the key turns out to be held or to bounce.
    Settling(Stroke),
    /// The journal has it in hand.
    Recording,
}

/// What a key or the time says about it.
pub enum Said {
    /// Nothing: the key is the screen's.
    Nothing,
    /// The key is spent; this is all that follows.
    Spent(Vec<Effect>),
    /// It was meant: it is to be written now.
    Meant,
}

impl Confirm {
    /// Holds the Enter that confirms.
    pub fn hold(&mut self, stroke: Stroke) -> Turn {
        *self = Self::Settling(stroke);
        Turn::with(vec![Effect::Wake(SETTLING_MS)])
    }

    /// Hears a key before anything else is done about it.
    pub fn hear(&mut self, stroke: Stroke, shop: &mut Shop) -> Said {
        match *self {
            Self::Asking => Said::Nothing,
            Self::Recording => Said::Spent(vec![Effect::Bell]),
            Self::Settling(by) => {
                *self = Self::Asking;
                let held = stroke.key == Key::Enter && too_soon(by.at_ms, stroke.at_ms);
                if held || of_one_burst(by.at_ms, stroke.at_ms) {
                    shop.say(Notice::warning("refund-held"));
                    return Said::Spent(vec![Effect::Bell]);
                }
                Said::Meant
            }
        }
    }

    /// Hears that some time has passed.
    pub fn woken(&mut self, at_ms: u64) -> Said {
        let Self::Settling(by) = *self else {
            return Said::Nothing;
        };
        let due = by.at_ms.saturating_add(SETTLING_MS);
        if let Some(left) = due.checked_sub(at_ms).filter(|left| *left > 0) {
            return Said::Spent(vec![Effect::Wake(left)]);
        }
        *self = Self::Asking;
        Said::Meant
    }
}

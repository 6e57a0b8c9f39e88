//! The line on which a PIN is typed: shown as asterisks, checked elsewhere, and deaf for a while
//! after wrong ones.

use ratatui::layout::Rect;

use super::super::{
    canvas::Canvas,
    entry::{Number, number},
    event::{Effect, News},
    keys::{Key, Stroke},
    notice::Notice,
    room,
    screen::{Pace, Turn},
    shop::Shop,
};
use crate::domain::keeper::{KeeperAnswer, KeeperAsk, Pin};

/// A PIN being typed and checked.
#[derive(Default)]
pub(super) struct PinLine {
    pin: Pin,
    checking: Checking,
    said: Option<Notice>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Checking {
    #[default]
    No,
    /// It was handed over to be checked.
    UnderWay,
}

impl PinLine {
    /// Takes a key that types, takes back or hands over.
    pub fn key(&mut self, stroke: Stroke, pace: Pace, shop: &Shop) -> Turn {
        if self.checking == Checking::UnderWay || shop.keeper.misses.left_ms(shop.now) > 0 {
            return Turn::bell();
        }
        match stroke.key {
            Key::Char(c) => {
                self.said = None;
                type_digit(c, &mut self.pin, shop)
            }
            Key::Back => self.pin.pop().map_or_else(Turn::bell, |()| Turn::stay()),
            // A scanner's Enter, or one that bounces: neither may count as a wrong PIN.
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter if self.pin.is_whole() => {
                self.checking = Checking::UnderWay;
                let pin = std::mem::take(&mut self.pin);
                Turn::with(vec![Effect::Keeper(KeeperAsk::Check(pin))])
            }
            Key::Enter => {
                self.said = Some(Notice::warning("keeper-short"));
                Turn::bell()
            }
            _ => Turn::bell(),
        }
    }

    /// Forgets what was typed.
    pub fn clear(&mut self) {
        self.pin = Pin::default();
    }

    /// Takes the last digits back: they were a scan.
    pub fn untype(&mut self, characters: usize) {
        for _ in 0..characters {
            self.pin.pop();
        }
    }

    /// Whether this was the right PIN; nothing if it was not asked for or still is not known.
    pub fn told(&mut self, news: &News, shop: &mut Shop) -> Option<Verdict> {
        let News::Keeper(answer) = news else {
            return None;
        };
        if std::mem::take(&mut self.checking) == Checking::No {
            return None;
        }
        match answer {
            KeeperAnswer::Right => Some(Verdict::Right),
            KeeperAnswer::Wrong(_) => {
                self.said = Some(Notice::warning("keeper-wrong"));
                Some(Verdict::Wrong)
            }
            KeeperAnswer::NotDone(_) => {
                // It could not be kept that this one was wrong: the screen counts it all the same.
                shop.keeper.misses = shop.keeper.misses.and_one(shop.now);
                self.said = Some(Notice::alarm("keeper-not-checked"));
                Some(Verdict::Wrong)
            }
            KeeperAnswer::Set | KeeperAnswer::Cleared => None,
        }
    }

    /// The line itself, and under it how long it is deaf or what was said; three rows.
    pub fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
        let words = canvas.words();
        let mut left = at;
        let row = room::top(&mut left, 2);
        let prompt = words.say("keeper-pin");
        canvas.entry(row, &format!("{prompt} > {}", "*".repeat(self.pin.len())));
        let waiting = shop.keeper.misses.left_ms(shop.now);
        let said = match (waiting, &self.said) {
            (0, said) => said.clone(),
            (waiting, _) => Some(Notice::warning("keeper-wait").with("left", duration(waiting))),
        };
        if let Some(said) = said {
            let sentence = said.text(words);
            canvas.notice(left, said.role, &sentence);
        }
    }
}

/// What became of a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Right,
    Wrong,
}

/// Adds a digit, typed with Shift or without.
pub(super) fn type_digit(c: char, pin: &mut Pin, shop: &Shop) -> Turn {
    let typed = number(&c.to_string(), shop.digits)
        .ok()
        .and_then(Number::whole)
        .and_then(|digit| u32::try_from(digit).ok())
        .and_then(|digit| char::from_digit(digit, 10));
    match typed.map(|digit| pin.push(digit)) {
        Some(Ok(())) => Turn::stay(),
        Some(Err(_)) | None => Turn::bell(),
    }
}

/// `4 min 59 s`, in the signs of all languages; a second that has begun counts.
fn duration(ms: i64) -> String {
    let seconds = ms.saturating_add(999) / 1_000;
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds} s"),
        (minutes, 0) => format!("{minutes} min"),
        (minutes, seconds) => format!("{minutes} min {seconds} s"),
    }
}

//! The locked till: it shows the hour and nothing of the sale, and takes no key but those that
//! unlock it. It is no screen among others: nothing leads past it.

use ratatui::{Frame, layout::Rect};

use super::{
    super::{
        canvas::Canvas,
        drafts::Door,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        room,
        screen::{Pace, Turn},
        shop::Shop,
        theme::Role,
    },
    pin_line::{PinLine, Verdict},
};
use crate::domain::facts::Happening;

/// The lock first lets what was pressed before it come to its end; then the minutes change.
const SETTLED_MS: u64 = 200;
/// A minute.
const MINUTE_MS: i64 = 60_000;
/// More letters are nobody's initials.
const TYPED_MAX: usize = 12;

/// What is typed on the locked till.
#[derive(Default)]
pub struct Lock {
    line: PinLine,
    /// Initials, where no PIN is set.
    typed: String,
    /// How often Enter was pressed, where nobody has initials.
    enters: u8,
    said: Option<Notice>,
}

/// By what the till is unlocked.
#[derive(Clone, Copy, PartialEq, Eq)]
enum By {
    Pin,
    Initials,
    Enter,
}

impl By {
    fn of(shop: &Shop) -> Self {
        match (shop.keeper.is_set(), shop.settings.operators.is_empty()) {
            (true, _) => Self::Pin,
            (false, false) => Self::Initials,
            (false, true) => Self::Enter,
        }
    }
}

impl Shop {
    /// Whether the till answers only to who unlocks it.
    pub fn is_locked(&self) -> bool {
        self.drafts.door == Door::Locked
    }

    /// Locks the till; what is open stays open, also over a restart.
    pub fn lock(&mut self) -> Turn {
        self.drafts.door = Door::Locked;
        self.keeper.left();
        self.notice = None;
        self.happened(Happening::Lock, "");
        self.touch();
        Turn::with(vec![Effect::Wake(SETTLED_MS)])
    }

    fn unlock(&mut self) {
        self.drafts.door = Door::Open;
        self.touch();
    }
}

impl Lock {
    /// Takes a key.
    pub fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        self.said = None;
        match By::of(shop) {
            By::Pin => self.line.key(stroke, pace, shop),
            By::Initials => self.initial(stroke.key, pace, shop),
            By::Enter => self.enter(stroke.key, pace, shop),
        }
    }

    fn initial(&mut self, key: Key, pace: Pace, shop: &mut Shop) -> Turn {
        match key {
            Key::Char(c) if self.typed.chars().count() < TYPED_MAX => {
                self.typed.push(c);
                Turn::stay()
            }
            Key::Back if self.typed.pop().is_some() => Turn::stay(),
            Key::Escape => {
                self.typed.clear();
                Turn::stay()
            }
            Key::Enter if pace == Pace::Steady => {
                let typed = std::mem::take(&mut self.typed);
                let Some(initials) = shop.operator_called(&typed) else {
                    self.said = Some(Notice::warning("keeper-lock-nobody"));
                    return Turn::bell();
                };
                shop.unlock();
                shop.change_operator(&initials);
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }

    /// One Enter may be a sleeve, and a held one a box put down on the keyboard.
    fn enter(&mut self, key: Key, pace: Pace, shop: &mut Shop) -> Turn {
        if key != Key::Enter || pace == Pace::Hasty {
            self.enters = 0;
            return Turn::bell();
        }
        self.enters += 1;
        if self.enters >= 2 {
            shop.unlock();
        }
        Turn::stay()
    }

    /// Forgets what was typed: it was a scan.
    pub fn clear(&mut self) {
        self.line.clear();
        self.typed.clear();
        self.enters = 0;
    }

    /// Takes an answer.
    pub fn told(&mut self, news: &News, shop: &mut Shop) -> Vec<Effect> {
        match self.line.told(news, shop) {
            Some(Verdict::Right) => {
                shop.keeper_allowed(Act::Unlock);
                shop.unlock();
                Vec::new()
            }
            Some(Verdict::Wrong) => {
                let mut effects = vec![Effect::Bell];
                effects.extend(shop.wake_while_waiting());
                effects
            }
            None => Vec::new(),
        }
    }

    /// When to draw again: each second while it is deaf, else with the next minute.
    pub fn woken(shop: &Shop) -> Vec<Effect> {
        let waiting = shop.wake_while_waiting();
        if !waiting.is_empty() {
            return waiting;
        }
        let left = MINUTE_MS - shop.now.utc_ms.rem_euclid(MINUTE_MS);
        Vec::from_iter(u64::try_from(left).map(Effect::Wake))
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let word = match By::of(shop) {
            By::Pin => "keeper-check",
            By::Initials => "keeper-lock-open",
            By::Enter if self.enters == 0 => "keeper-lock-twice",
            By::Enter => "keeper-lock-once-more",
        };
        vec![Bind::new(Key::Enter, word)]
    }

    /// Draws the whole frame; changes nothing.
    pub fn view(&self, frame: &mut Frame<'_>, shop: &Shop) {
        let mut canvas = Canvas::new(frame, &shop.look);
        if canvas.too_small() {
            return;
        }
        let words = canvas.words();
        let mut area = canvas.area();
        let header = room::top(&mut area, 1);
        let keys = room::bottom(&mut area, 1);
        let locked = words.say("keeper-lock").to_uppercase();
        canvas.bar(header, &locked, "");
        canvas.foot(keys, &self.keys(shop));
        let inside = canvas.boxed(area, "");
        let mut left = room::indented(inside, 2);
        let above = left.height / 4;
        room::top(&mut left, above);
        let hour = words.time(shop.now.local().time());
        canvas.text_centred(room::top(&mut left, 2), Role::Total, &hour);
        canvas.text_centred(room::top(&mut left, 2), Role::Title, &format!(" {locked} "));
        room::top(&mut left, 1);
        self.asked(shop, &mut canvas, left);
    }

    fn asked(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
        let words = canvas.words();
        let mut left = at;
        match By::of(shop) {
            By::Pin => self.line.view(shop, canvas, left),
            By::Initials => {
                let row = room::top(&mut left, 2);
                let prompt = words.say("keeper-lock-initials");
                canvas.entry(row, &format!("{prompt} > {}", self.typed));
                // Without a PIN the lock keeps sleeves out, not people: nobody shall be shut out.
                let known = shop.settings.operators.iter();
                let known: Vec<&str> = known.map(|it| it.initials.as_str()).collect();
                let row = room::bottom(&mut left, 2);
                let sentence = words.say_with("keeper-lock-who", &[("who", &known.join(", "))]);
                canvas.wrapped(row, Role::Quiet, &sentence);
            }
            By::Enter => {
                canvas.wrapped(left, Role::Text, &words.say("keeper-lock-by-enter"));
                canvas.cursor(left.x, left.y);
            }
        }
        if let Some(said) = &self.said {
            let sentence = said.text(words);
            canvas.notice(left, said.role, &sentence);
        }
    }
}

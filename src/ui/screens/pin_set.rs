//! The keeper sets a PIN, another one, or none.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        room,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
    },
    pin_line::type_digit,
    question::Question,
};
use crate::domain::keeper::{KeeperAnswer, KeeperAsk, Pin};

/// The screen on which the PIN is set.
#[derive(Default)]
pub struct PinSet {
    typed: Pin,
    /// What was typed the first time.
    first: Option<Pin>,
    setting: Setting,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Setting {
    #[default]
    No,
    /// It was handed over to be kept.
    UnderWay,
}

impl Screen for PinSet {
    fn title(&self) -> &'static str {
        "keeper-set"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = vec![Bind::new(Key::Enter, "keeper-set-next")];
        if shop.keeper.is_set() {
            keys.push(Bind::new(Key::Delete, "keeper-set-clear"));
        }
        keys.push(Bind::new(Key::Escape, "keeper-give-up"));
        keys.push(Bind::new(Key::Char('?'), "keeper-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            _ if self.setting == Setting::UnderWay => Turn::bell(),
            Key::Delete if shop.keeper.is_set() && self.typed.is_empty() => ask_to_clear(),
            Key::Char(c) => type_digit(c, &mut self.typed, shop),
            Key::Back => self.typed.pop().map_or_else(Turn::bell, |()| Turn::stay()),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.enter(shop),
            _ => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let News::Keeper(answer) = news else {
            return Turn::stay();
        };
        self.setting = Setting::No;
        match answer {
            KeeperAnswer::Set => {
                shop.say(Notice::done("keeper-set-done"));
                Turn::go(Go::Home)
            }
            KeeperAnswer::Cleared => {
                shop.say(Notice::done("keeper-set-cleared"));
                Turn::go(Go::Home)
            }
            KeeperAnswer::NotDone(_) => {
                shop.say(Notice::alarm("keeper-set-not-done"));
                Turn::bell()
            }
            KeeperAnswer::Right | KeeperAnswer::Wrong(_) => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let inside = canvas.boxed(area, &words.say("keeper-set"));
        let mut left = room::indented(inside, 2);
        room::top(&mut left, 1);
        let state = if shop.keeper.is_set() {
            "keeper-set-is-set"
        } else {
            "keeper-set-is-off"
        };
        for word in [state, "keeper-set-guards", "keeper-set-forgotten"] {
            let rows = canvas.wrapped(left, Role::Text, &words.say(word));
            room::top(&mut left, rows + 1);
        }
        let prompt = words.say(match self.first {
            None => "keeper-set-first",
            Some(_) => "keeper-set-again",
        });
        let typed = "*".repeat(self.typed.len());
        canvas.entry(room::top(&mut left, 1), &format!("{prompt} > {typed}"));
    }
}

impl PinSet {
    fn enter(&mut self, shop: &mut Shop) -> Turn {
        if !self.typed.is_whole() {
            shop.say(Notice::warning("keeper-short"));
            return Turn::bell();
        }
        let typed = std::mem::take(&mut self.typed);
        match self.first.take() {
            None => {
                self.first = Some(typed);
                Turn::stay()
            }
            Some(first) if first == typed => {
                self.setting = Setting::UnderWay;
                Turn::with(vec![Effect::Keeper(KeeperAsk::Set(typed))])
            }
            Some(_) => {
                shop.say(Notice::warning("keeper-set-differ"));
                Turn::bell()
            }
        }
    }
}

fn ask_to_clear() -> Turn {
    let about = Notice::warning("keeper-set-clear-what");
    let question = Question::of(vec![about], Notice::warning("keeper-set-clear-ask"), |_| {
        Turn::go(Go::Back).and(Effect::Keeper(KeeperAsk::Clear))
    });
    Turn::go(Go::To(Place::Question(question)))
}

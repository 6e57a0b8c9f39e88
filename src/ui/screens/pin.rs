//! The keeper's PIN is asked for, above the screen on which something is to be done.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        room,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
    },
    pin_line::{PinLine, Verdict},
};

/// The question for the PIN, and what goes on after the right one.
pub struct PinAsk {
    act: Act,
    /// None once it went on.
    then: Option<Then>,
    line: PinLine,
}

/// What goes on after the right PIN.
enum Then {
    /// What the screen below had answered.
    Turn(Box<Turn>),
    /// The key is pressed again there.
    Press(Stroke),
}

impl PinAsk {
    /// Asks before what a screen has answered.
    pub fn then(act: Act, turn: Turn) -> Self {
        Self::of(act, Then::Turn(Box::new(turn)))
    }

    /// Asks before a key, which is pressed again.
    pub fn press_again(act: Act, stroke: Stroke) -> Self {
        Self::of(act, Then::Press(stroke))
    }

    fn of(act: Act, then: Then) -> Self {
        Self {
            act,
            then: Some(then),
            line: PinLine::default(),
        }
    }

    /// Counts down where wrong PINs were given before.
    pub fn opening(shop: &Shop) -> Vec<Effect> {
        shop.wake_while_waiting()
    }

    fn go_on(&mut self, shop: &mut Shop) -> Turn {
        shop.keeper.came(shop.now);
        match self.then.take() {
            Some(Then::Turn(turn)) => {
                shop.keeper_allowed(self.act);
                Turn::go(Go::BackThen(turn))
            }
            // The screen asks again, and this time it is allowed.
            Some(Then::Press(stroke)) => Turn::go(Go::BackPressed(stroke)),
            None => Turn::go(Go::Back),
        }
    }
}

impl Screen for PinAsk {
    fn title(&self) -> &'static str {
        "keeper"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Enter, "keeper-check"),
            Bind::new(Key::Escape, "keeper-give-up"),
            Bind::new(Key::Char('?'), "keeper-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            _ => self.line.key(stroke, pace, shop),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        self.line.untype(characters);
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match self.line.told(news, shop) {
            Some(Verdict::Right) => self.go_on(shop),
            Some(Verdict::Wrong) => {
                let mut turn = Turn::bell();
                turn.effects.extend(shop.wake_while_waiting());
                turn
            }
            None => Turn::stay(),
        }
    }

    fn woken(&mut self, _at_ms: u64, shop: &mut Shop) -> Turn {
        Turn::with(shop.wake_while_waiting())
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let inside = canvas.boxed(area, &words.say("keeper"));
        let mut left = room::indented(inside, 2);
        let above = left.height / 4;
        room::top(&mut left, above);
        let rows = canvas.wrapped(left, Role::Text, &words.say(self.act.word()));
        room::top(&mut left, rows + 1);
        self.line.view(shop, canvas, left);
    }
}

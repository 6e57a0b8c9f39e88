//! What a screen is, and what it answers to a key.

use ratatui::layout::Rect;

use super::{
    canvas::Canvas,
    commands::Command,
    event::{Effect, News},
    foot::Bind,
    keys::Stroke,
    notice::Notice,
    place::Place,
    shop::Shop,
};

/// Where to go after a key.
pub enum Go {
    /// Stay.
    Stay,
    /// To the screen below.
    Back,
    /// To the screen below, which takes a line back that had been typed there.
    BackTyped(String),
    /// To the screen below, and there what it had answered before this one came between.
    BackThen(Box<Turn>),
    /// To the screen below, which is given the key again that this one came before.
    BackPressed(Stroke),
    /// To another screen, above this one.
    To(Place),
    /// To another screen, in place of this one.
    Instead(Place),
    /// To another screen, above the sell screen and nothing else.
    Over(Place),
    /// Back to the sell screen.
    Home,
    /// Back to the sell screen, which takes the key that was pressed.
    HomeWith(Stroke),
    /// Back to the sell screen, which takes the code that was scanned.
    HomeScanned(String),
    /// To the screen below, and there what was asked for by name.
    Do(Command),
    /// To the help about this screen.
    Help,
}

/// What a screen answers to a key.
pub struct Turn {
    /// What it wants done.
    pub effects: Vec<Effect>,
    /// Where to go.
    pub go: Go,
}

impl Turn {
    /// Nothing more.
    pub const fn stay() -> Self {
        Self::with(Vec::new())
    }

    /// The key was understood and not obeyed.
    pub fn bell() -> Self {
        Self::with(vec![Effect::Bell])
    }

    /// Effects, and stay.
    pub const fn with(effects: Vec<Effect>) -> Self {
        Self {
            effects,
            go: Go::Stay,
        }
    }

    /// Just go.
    pub const fn go(go: Go) -> Self {
        Self {
            effects: Vec::new(),
            go,
        }
    }

    /// The same, with an effect more.
    #[must_use]
    pub fn and(mut self, effect: Effect) -> Self {
        self.effects.push(effect);
        self
    }
}

/// How fast a key came after the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// As a hand types.
    Steady,
    /// Within 120 ms: a bounce, a held key or a machine; it must not decide about money.
    Hasty,
}

/// A screen: what its keys mean, how it changes, how it looks.
pub trait Screen {
    /// The word of the locale for its name: the header says it, the help explains it under
    /// `<title>-help`.
    fn title(&self) -> &'static str;

    /// Which keys mean something now, the most useful first; the foot line and the help are made
    /// from it.
    fn keys(&self, shop: &Shop) -> Vec<Bind>;

    /// Takes a key.
    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn;

    /// Takes back the last characters typed here: they were a scan.
    fn untype(&mut self, _characters: usize, _shop: &mut Shop) {}

    /// Takes a line back that was typed here before another screen had the keys.
    fn retype(&mut self, _line: &str) {}

    /// Takes a scanned code, its characters already taken back.
    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        not_here(code, shop)
    }

    /// Whether whatever is typed as fast as a scanner does is a code here, known or not.
    fn takes_any_code(&self) -> bool {
        false
    }

    /// Takes an answer.
    fn told(&mut self, _news: &News, _shop: &mut Shop) -> Turn {
        Turn::stay()
    }

    /// The time asked for has passed.
    fn woken(&mut self, _at_ms: u64, _shop: &mut Shop) -> Turn {
        Turn::stay()
    }

    /// Whether a function key may lead elsewhere now.
    fn may_leave(&self) -> bool {
        true
    }

    /// Whether the till may be locked now: it leaves nothing, but is written down.
    fn may_lock(&self) -> bool {
        true
    }

    /// Whether nothing is under way: the status row may speak of the day.
    fn is_quiet(&self, _shop: &Shop) -> bool {
        false
    }

    /// Draws the screen between the header and the last two rows (status and foot, drawn for
    /// all screens alike); changes nothing.
    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect);
}

/// A scan that means nothing on this screen.
pub fn not_here(code: &str, shop: &mut Shop) -> Turn {
    shop.say(Notice::warning("scan-not-here").with("code", code));
    Turn::bell()
}

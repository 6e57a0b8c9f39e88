//! Who is at the till: a list of initials, and the key that takes the next.

use ratatui::layout::Rect;

use super::super::{
    alone::{Alone, Heard},
    canvas::Canvas,
    entry::{Number, number},
    foot::Bind,
    keys::{Key, Stroke},
    notice::Notice,
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
};
use crate::domain::{facts::Happening, label::Label};

/// The list of those who may be at the till.
#[derive(Default)]
pub struct Operators {
    chosen: usize,
    /// The first letters of initials.
    typed: String,
    pressed: Alone<char>,
}

impl Operators {
    /// The list, the one who is at the till chosen; or how somebody gets onto it.
    pub fn open(shop: &Shop) -> Self {
        Self {
            chosen: shop.operator_at().unwrap_or_default(),
            ..Self::default()
        }
    }

    fn choose(&mut self, at: usize, shop: &Shop) -> Turn {
        self.typed.clear();
        self.chosen = at.min(shop.settings.operators.len().saturating_sub(1));
        Turn::stay()
    }

    fn take(&self, shop: &mut Shop) -> Turn {
        match shop.settings.operators.get(self.chosen).cloned() {
            Some(operator) => {
                shop.change_operator(&operator.initials);
                Turn::go(Go::Back)
            }
            None => Turn::bell(),
        }
    }

    fn obey(&mut self, c: char, shop: &mut Shop) -> Turn {
        let digit = number(&c.to_string(), shop.digits)
            .ok()
            .and_then(Number::whole);
        if let Some(place) = digit.and_then(|digit| usize::try_from(digit).ok()) {
            return match place.checked_sub(1) {
                Some(at) if at < shop.settings.operators.len() => {
                    self.chosen = at;
                    self.take(shop)
                }
                _ => Turn::bell(),
            };
        }
        let mut typed = self.typed.clone();
        typed.push(c);
        let begun = beginning_with(&typed, shop);
        match begun.as_slice() {
            [] => Turn::bell(),
            [only] => {
                self.chosen = *only;
                self.take(shop)
            }
            [first, ..] => {
                self.chosen = *first;
                self.typed = typed;
                Turn::stay()
            }
        }
    }
}

/// Whose initials begin so, in either case.
fn beginning_with(typed: &str, shop: &Shop) -> Vec<usize> {
    let typed = typed.to_lowercase();
    let begins = |initials: &Label| initials.as_str().to_lowercase().starts_with(&typed);
    let operators = shop.settings.operators.iter().enumerate();
    operators
        .filter(|(_, operator)| begins(&operator.initials))
        .map(|(at, _)| at)
        .collect()
}

impl Screen for Operators {
    fn title(&self) -> &'static str {
        "operators"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !shop.settings.operators.is_empty() {
            keys.push(Bind::new(Key::Char('1'), "operators-digit"));
            keys.push(Bind::new(Key::Enter, "operators-take"));
        }
        keys.push(Bind::new(Key::Escape, "operators-back"));
        keys.push(Bind::new(Key::Char('?'), "operators-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(c) => return self.obey(c, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1), shop),
            Key::Down => self.choose(self.chosen + 1, shop),
            Key::Home | Key::PageUp => self.choose(0, shop),
            Key::End | Key::PageDown => self.choose(usize::MAX, shop),
            Key::Back if self.typed.pop().is_some() => Turn::stay(),
            Key::Enter if pace == Pace::Steady => self.take(shop),
            Key::Char(c) => self.pressed.hold(c, stroke),
            _ => Turn::bell(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(c) => self.obey(c, shop),
            None => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut inside = canvas.boxed(area, &words.say("operators"));
        let operators = &shop.settings.operators;
        if operators.is_empty() {
            let hint = room::indented(inside, 1);
            canvas.wrapped(hint, Role::Quiet, &words.say("operators-none"));
            canvas.cursor(hint.x, hint.y);
        }
        let here = words.say("operators-here");
        for at in room::window(operators.len(), self.chosen, usize::from(inside.height)) {
            let Some(operator) = operators.get(at) else {
                continue;
            };
            let row = room::top(&mut inside, 1);
            let role = if at == self.chosen {
                canvas.cursor(row.x, row.y);
                Role::Chosen
            } else {
                Role::Text
            };
            let digit = match at {
                0..9 => (at + 1).to_string(),
                _ => String::new(),
            };
            let state = if Some(at) == shop.operator_at() {
                here.as_str()
            } else {
                ""
            };
            let cells = [
                Cell::amount(&digit, 3),
                Cell::label(operator.initials.as_str()),
                Cell::amount(state, 1),
            ];
            canvas.row(row, role, &cells);
        }
    }
}

impl Shop {
    /// Where in the settings who is at the till stands.
    fn operator_at(&self) -> Option<usize> {
        let operators = &self.settings.operators;
        operators
            .iter()
            .position(|it| it.initials.as_str() == self.operator)
    }

    /// The operator of these initials, in either case.
    pub(in crate::ui) fn operator_called(&self, initials: &str) -> Option<Label> {
        let initials = initials.trim().to_lowercase();
        let operators = self.settings.operators.iter();
        operators
            .map(|it| &it.initials)
            .find(|it| it.as_str().to_lowercase() == initials)
            .cloned()
    }

    /// Somebody else is at the till from now on; the open ticket stays, the journal knows.
    pub(super) fn change_operator(&mut self, initials: &Label) {
        let now = initials.as_str();
        if self.operator == now {
            self.say(Notice::done("operators-same").with("who", now));
            return;
        }
        let change = if self.operator.is_empty() {
            now.to_owned()
        } else {
            format!("{} > {now}", self.operator)
        };
        now.clone_into(&mut self.operator);
        now.clone_into(&mut self.drafts.operator);
        self.keeper.left();
        self.happened(Happening::Operator, &change);
        self.touch();
        self.say(Notice::done("operators-done").with("who", now));
    }

    /// The next of the list is at the till; or it is said how somebody gets onto the list.
    pub fn next_operator(&mut self) -> Turn {
        let operators = &self.settings.operators;
        let next = match self.operator_at() {
            Some(at) => operators.get(at + 1).or_else(|| operators.first()),
            None => operators.first(),
        };
        if let Some(initials) = next.map(|it| it.initials.clone()) {
            self.change_operator(&initials);
            return Turn::stay();
        }
        self.say(Notice::warning("operators-none-yet"));
        Turn::bell()
    }
}

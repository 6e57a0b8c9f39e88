//! A short list from which one thing is taken: by its letter or digit at once, or by Enter.

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

/// The columns of what stands beside a name.
const BESIDE: u16 = 29;

/// A list of a few choices above another screen.
pub struct Shortlist {
    title: &'static str,
    /// What to know before choosing.
    about: Vec<Notice>,
    choices: Vec<Choice>,
    at: usize,
    /// A letter or digit that chooses unless it turns out to be the first of a scan.
    pressed: Alone<usize>,
    otherwise: Otherwise,
    act: Act,
}

type Act = Box<dyn FnMut(usize, &mut Shop) -> Turn>;

/// One of the choices.
pub(super) struct Choice {
    letter: Option<char>,
    digit: Option<usize>,
    name: String,
    beside: String,
    amount: String,
}

impl Choice {
    /// A choice by arrows and Enter alone.
    pub(super) fn new(name: impl Into<String>) -> Self {
        Self {
            letter: None,
            digit: None,
            name: name.into(),
            beside: String::new(),
            amount: String::new(),
        }
    }

    /// The same, chosen at once by a capital letter.
    #[must_use]
    pub(super) fn letter(self, letter: Option<char>) -> Self {
        Self { letter, ..self }
    }

    /// The same, chosen at once by a digit; beyond nine there is none.
    #[must_use]
    pub(super) fn digit(self, digit: usize) -> Self {
        let digit = Some(digit).filter(|it| (1..=9).contains(it));
        Self { digit, ..self }
    }

    /// The same, with what is to be known of it.
    #[must_use]
    pub(super) fn beside(self, beside: impl Into<String>) -> Self {
        let beside = beside.into();
        Self { beside, ..self }
    }

    /// The same, with a figure.
    #[must_use]
    pub(super) fn amount(self, amount: impl Into<String>) -> Self {
        let amount = amount.into();
        Self { amount, ..self }
    }
}

/// What a character does that chooses nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Otherwise {
    /// It rings the bell.
    Bell,
    /// It leaves the list as Enter does and is the first of the next line.
    NextLine,
}

impl Shortlist {
    /// A list; what was chosen is obeyed by its place, and says where it leads.
    pub(super) fn of(
        title: &'static str,
        choices: Vec<Choice>,
        act: impl FnMut(usize, &mut Shop) -> Turn + 'static,
    ) -> Self {
        Self {
            title,
            about: Vec::new(),
            choices,
            at: 0,
            pressed: Alone::default(),
            otherwise: Otherwise::Bell,
            act: Box::new(act),
        }
    }

    /// The same, with a sentence above it.
    #[must_use]
    pub(super) fn about(mut self, notice: Notice) -> Self {
        self.about.push(notice);
        self
    }

    /// The same, with another choice under Enter.
    #[must_use]
    pub(super) fn at(mut self, at: usize) -> Self {
        self.at = at.min(self.choices.len().saturating_sub(1));
        self
    }

    /// The same, left by the first character of the next line.
    #[must_use]
    pub(super) fn left_by_typing(mut self) -> Self {
        self.otherwise = Otherwise::NextLine;
        self
    }

    fn obey(&mut self, at: usize, shop: &mut Shop) -> Turn {
        if at >= self.choices.len() {
            return Turn::bell();
        }
        (self.act)(at, shop)
    }

    fn character(&mut self, c: char, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if c == '?' {
            return Turn::go(Go::Help);
        }
        let capital = c.to_ascii_uppercase();
        let digit = number(&c.to_string(), shop.digits).ok();
        let digit = digit
            .and_then(Number::whole)
            .and_then(|it| usize::try_from(it).ok());
        let by_letter = |it: &Choice| it.letter == Some(capital);
        let by_digit = |it: &Choice| it.digit.is_some() && it.digit == digit;
        let choices = &self.choices;
        let found = choices.iter().position(by_letter);
        match found.or_else(|| choices.iter().position(by_digit)) {
            Some(_) if pace == Pace::Hasty => Turn::bell(),
            Some(at) => self.pressed.hold(at, stroke),
            None if self.otherwise == Otherwise::NextLine && c.is_alphanumeric() => {
                Turn::go(Go::HomeWith(stroke))
            }
            None => Turn::bell(),
        }
    }
}

impl Screen for Shortlist {
    fn title(&self) -> &'static str {
        self.title
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.choices.is_empty() {
            keys.push(Bind::new(Key::Enter, "shortlist-take"));
            keys.push(Bind::new(Key::Down, "shortlist-choose"));
        }
        keys.push(Bind::new(Key::Escape, "shortlist-leave"));
        keys.push(Bind::new(Key::Char('?'), "shortlist-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(at) => return self.obey(at, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        let last = self.choices.len().saturating_sub(1);
        match stroke.key {
            Key::Char(c) => return self.character(c, stroke, pace, shop),
            // It may be the one that opened the list, bouncing.
            Key::Enter if pace == Pace::Hasty => return Turn::bell(),
            Key::Enter => return self.obey(self.at, shop),
            Key::Escape | Key::Back => return Turn::go(Go::Back),
            Key::Up => self.at = self.at.saturating_sub(1),
            Key::Down => self.at = (self.at + 1).min(last),
            Key::Home | Key::PageUp => self.at = 0,
            Key::End | Key::PageDown => self.at = last,
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right => return Turn::bell(),
        }
        Turn::stay()
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        Turn::go(Go::HomeScanned(code.to_owned()))
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(at) => self.obey(at, shop),
            None => Turn::stay(),
        }
    }

    fn view(&self, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut inside = canvas.boxed(area, &words.say(self.title));
        for notice in &self.about {
            let text = notice.text(words);
            let taken = canvas.wrapped(room::indented(inside, 1), Role::Quiet, &text);
            room::top(&mut inside, taken + 1);
        }
        let shown = room::window(self.choices.len(), self.at, usize::from(inside.height));
        for at in shown {
            let Some(choice) = self.choices.get(at) else {
                continue;
            };
            let place = room::top(&mut inside, 1);
            let role = if at == self.at {
                canvas.cursor(place.x, place.y);
                Role::Chosen
            } else {
                Role::Text
            };
            let letter = choice.letter.map_or_else(String::new, String::from);
            let digit = choice.digit.map_or_else(String::new, |it| it.to_string());
            let cells = [
                Cell::amount(&digit, 2).told(Role::Key),
                Cell::amount(&letter, 1).told(Role::Key),
                Cell::label(&choice.name),
                Cell::column(&choice.beside, BESIDE).told(Role::Quiet),
                Cell::amount(&choice.amount, 8),
            ];
            canvas.row(place, role, &cells);
        }
    }
}

//! Counting what is there, without being told what should be.

use ratatui::layout::Rect;

use super::{
    super::{
        burst::of_one_burst,
        canvas::Canvas,
        closing::{
            self, CountWay, Step, Typed,
            form::{Field, Form},
            writing::{Meant, Told, Writing, refused},
        },
        entry::number,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_count_view,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::DayState,
    ids::Uid,
    journal::Fact,
};

/// A field takes no more characters than this, so that any scan fits and is taken out whole.
const TYPED_MAX: usize = 64;

/// The count.
#[derive(Default)]
pub struct CloseCount {
    pub(super) form: Option<Form>,
    writing: Writing,
    /// What was typed before the keys that come as fast as a scanner's, and when the last one did.
    before: Option<Typed>,
    last_ms: Option<u64>,
}

/// Whether a key came as a hand's do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hand {
    /// It may be one.
    Human,
    /// Only a scanner or a bounce is so quick.
    TooQuick,
}

impl CloseCount {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Day)]
    }

    fn day(&mut self, day: &DayState, shop: &mut Shop) -> Turn {
        self.form = Some(Form::of(day, &shop.settings));
        match self.writing.again(shop) {
            Some(uid) => self.write(uid, shop),
            None => Turn::stay(),
        }
    }

    /// What has been typed so far.
    pub(super) fn typed(shop: &Shop) -> Typed {
        let draft = shop.drafts.closing.as_ref();
        draft.map(|it| it.typed.clone()).unwrap_or_default()
    }

    /// The fields, and the one the keys go to.
    pub(super) fn fields(&self, typed: &Typed) -> (Vec<Field>, usize) {
        let fields = self.form.as_ref().map(|it| it.fields(typed.way));
        let fields = fields.unwrap_or_default();
        let at = typed.at.min(fields.len().saturating_sub(1));
        (fields, at)
    }

    fn edit<T>(shop: &mut Shop, change: impl FnOnce(&mut Typed) -> T) -> T {
        let answer = change(&mut shop.closing().typed);
        shop.touch();
        answer
    }

    /// Keys that come in one burst may be a scan: what was typed before them is kept.
    fn follow(&mut self, stroke: Stroke, shop: &Shop) -> Hand {
        let before = self.last_ms.replace(stroke.at_ms);
        if before.is_some_and(|it| of_one_burst(it, stroke.at_ms)) {
            return Hand::TooQuick;
        }
        self.before = Some(Self::typed(shop));
        Hand::Human
    }

    /// Whether an Enter on the heels of a digit only leaves the field it was typed in: quick
    /// hands count so. A held one finds the next field empty, and the last writes the count.
    fn leaves_a_field(&self, form: &Form, shop: &Shop) -> bool {
        let typed = Self::typed(shop);
        let (fields, at) = self.fields(&typed);
        let here = fields.get(at).map(|it| form.text(*it, &typed).trim());
        at + 1 < fields.len() && here.is_some_and(|it| !it.is_empty())
    }

    fn type_in(&mut self, stroke: Stroke, form: &Form, shop: &mut Shop) -> Turn {
        let typed = Self::typed(shop);
        let (fields, at) = self.fields(&typed);
        let Some(field) = fields.get(at).copied() else {
            return Turn::bell();
        };
        match stroke.key {
            Key::Up | Key::BackTab => Self::to(at.saturating_sub(1), shop),
            Key::Down | Key::Tab => Self::to((at + 1).min(fields.len() - 1), shop),
            Key::Home | Key::PageUp => Self::to(0, shop),
            Key::End | Key::PageDown => Self::to(fields.len() - 1, shop),
            Key::Back => {
                let form = form.clone();
                let gone = Self::edit(shop, |typed| {
                    form.text_mut(field, typed).and_then(String::pop)
                });
                match gone {
                    Some(_) => Turn::stay(),
                    None => Self::to(at.saturating_sub(1), shop),
                }
            }
            Key::Delete => Self::edit(shop, |typed| {
                if let Some(text) = form.text_mut(field, typed) {
                    text.clear();
                }
                Turn::stay()
            }),
            Key::Char('=' | '+') => Self::other_way(shop),
            Key::Char(c) => Self::character(c, (form, field), shop),
            Key::Enter => self.next(stroke, (form, &fields, at), shop),
            _ => Turn::bell(),
        }
    }

    fn to(at: usize, shop: &mut Shop) -> Turn {
        Self::edit(shop, |typed| typed.at = at);
        Turn::stay()
    }

    /// The cash by notes and coins, or in one sum.
    fn other_way(shop: &mut Shop) -> Turn {
        Self::edit(shop, |typed| {
            typed.way = match typed.way {
                CountWay::Pieces => CountWay::Total,
                CountWay::Total => CountWay::Pieces,
            };
            typed.at = 0;
        });
        Turn::stay()
    }

    fn character(c: char, (form, field): (&Form, Field), shop: &mut Shop) -> Turn {
        let digit = number(&c.to_string(), shop.digits)
            .ok()
            .and_then(super::super::entry::Number::whole)
            .and_then(|it| u32::try_from(it).ok())
            .and_then(|it| char::from_digit(it, 10));
        let plain = digit.or(matches!(c, ',' | ';' | '.').then_some(','));
        let Some(plain) = plain else {
            let word = if c == '-' {
                "close-no-minus"
            } else {
                "close-digits"
            };
            return shop.refuse(Notice::warning(word));
        };
        Self::edit(shop, |typed| match form.text_mut(field, typed) {
            Some(text) if text.chars().count() < TYPED_MAX => {
                text.push(plain);
                Turn::stay()
            }
            Some(_) | None => Turn::bell(),
        })
    }

    /// The next field, or behind the last one the count itself.
    fn next(
        &mut self,
        stroke: Stroke,
        (form, fields, at): (&Form, &[Field], usize),
        shop: &mut Shop,
    ) -> Turn {
        let typed = Self::typed(shop);
        let Some(field) = fields.get(at).copied() else {
            return Turn::bell();
        };
        if let Err(notice) = form.check(field, &typed) {
            return shop.refuse(notice);
        }
        let empty = form.text(field, &typed).trim().is_empty();
        // Where no number is typed, the sum of it may stay empty, too.
        let skips = |next: &Field| match (field, next) {
            (Field::Number(at), Field::Sum(of)) => {
                at == *of && empty && form.text(*next, &typed).trim().is_empty()
            }
            _ => false,
        };
        let mut next = at + 1;
        if fields.get(next).is_some_and(skips) {
            next += 1;
        }
        if next < fields.len() {
            return Self::to(next, shop);
        }
        match form.count(&typed) {
            Ok(_) => self.writing.hold(stroke, shop),
            Err((field, notice)) => {
                let at = fields.iter().position(|it| *it == field);
                Self::to(at.unwrap_or_default(), shop);
                shop.refuse(notice)
            }
        }
    }

    /// The count is meant: it is written, and only then is anything expected shown.
    fn write(&mut self, uid: Uid, shop: &mut Shop) -> Turn {
        let typed = Self::typed(shop);
        let count = self.form.as_ref().and_then(|it| it.count(&typed).ok());
        let Some(count) = count else {
            self.writing.forget(shop);
            return Turn::bell();
        };
        shop.write_as(uid, Fact::Count(count));
        Turn::stay()
    }

    fn heard(&mut self, meant: Meant, shop: &mut Shop) -> Option<Turn> {
        match meant {
            Meant::Nothing => None,
            Meant::Spent(effects) => Some(Turn::with(effects)),
            Meant::Now(uid) => Some(self.write(uid, shop)),
        }
    }
}

impl Screen for CloseCount {
    fn title(&self) -> &'static str {
        "close-count"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let total = match Self::typed(shop).way {
            CountWay::Pieces => "close-count-total",
            CountWay::Total => "close-count-pieces",
        };
        vec![
            Bind::new(Key::Enter, "close-next"),
            Bind::new(Key::Up, "close-count-before"),
            Bind::new(Key::Char('='), total),
            Bind::new(Key::Escape, "close-later"),
            Bind::new(Key::Char('?'), "close-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        let meant = self.writing.hear(stroke, shop);
        if let Some(turn) = self.heard(meant, shop) {
            return turn;
        }
        let hand = self.follow(stroke, shop);
        match (stroke.key, self.form.clone()) {
            (Key::Escape, _) => closing::leave(shop),
            (Key::Char('?'), _) => Turn::go(Go::Help),
            (Key::Enter, Some(form)) if hand == Hand::Human && self.leaves_a_field(&form, shop) => {
                self.type_in(stroke, &form, shop)
            }
            (Key::Enter, _) if pace == Pace::Hasty => Turn::bell(),
            (_, Some(form)) => self.type_in(stroke, &form, shop),
            (_, None) => Turn::bell(),
        }
    }

    fn untype(&mut self, _characters: usize, shop: &mut Shop) {
        if let Some(before) = self.before.take() {
            Self::edit(shop, |typed| *typed = before);
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        let meant = self.writing.woken(at_ms, shop);
        self.heard(meant, shop).unwrap_or_else(Turn::stay)
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match self.writing.told(news, shop) {
            Told::Nothing => {}
            Told::Written => return closing::go(Step::Gap, shop),
            Told::Refused => return refused(),
        }
        match news {
            News::Found(found) => match found.as_ref() {
                Found::Day(day) => self.day(day, shop),
                _ => Turn::stay(),
            },
            News::Stock(rows) => {
                let left = rows.iter().map(|row| (row.product.clone(), row.left));
                shop.left.extend(left);
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        self.writing.is_idle()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_count_view::draw(self, shop, canvas, area);
    }
}

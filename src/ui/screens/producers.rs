//! The producers: what each is owed by this till, and when she was last settled with.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    producers_view,
    settle::Settle,
};
use crate::domain::{
    asking::{Ask, Found, OwedRow, SoldLine},
    catalogue::{OWN_PRODUCER, Producer},
    money::Money,
    search::fold,
    seller::Mandate,
};

/// So many rows a page key moves.
const PAGE: usize = 10;

/// The list of producers.
#[derive(Default)]
pub struct Producers {
    owed: Vec<OwedRow>,
    pub(super) chosen: usize,
    /// Amounts that are nobody's yet.
    pub(super) nobody: Vec<SoldLine>,
}

/// A producer in the list.
pub(super) struct Row<'a> {
    pub(super) producer: &'a Producer,
    pub(super) owed: Option<&'a OwedRow>,
}

impl Row<'_> {
    /// What she is owed now, the day's flat share not yet taken off.
    pub(super) fn sum(&self) -> Money {
        self.owed.map_or(Money::ZERO, |it| it.share + it.brought)
    }
}

impl Screen for Producers {
    fn title(&self) -> &'static str {
        "producers"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.rows(shop).is_empty() {
            keys.push(Bind::new(Key::Enter, "producers-open"));
        }
        if !self.nobody.is_empty() {
            keys.push(Bind::new(Key::F(8), "producers-attribute"));
        }
        keys.push(Bind::new(Key::Escape, "producers-back"));
        keys.push(Bind::new(Key::Char('?'), "producers-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1), shop),
            Key::Down => self.choose(self.chosen + 1, shop),
            Key::PageUp => self.choose(self.chosen.saturating_sub(PAGE), shop),
            Key::PageDown => self.choose(self.chosen + PAGE, shop),
            Key::Home => self.choose(0, shop),
            Key::End => self.choose(usize::MAX, shop),
            // Held down it would go on to the settlement.
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => match self.rows(shop).get(self.chosen) {
                Some(row) => {
                    let settle = Settle::of(row.producer.id.clone());
                    Turn::go(Go::To(Place::Settle(Box::new(settle))))
                }
                None => Turn::bell(),
            },
            Key::Char(c) if c.is_alphabetic() => self.begin_with(c, shop),
            _ => Turn::bell(),
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => match found.as_ref() {
                Found::Owed(rows) => self.owed.clone_from(rows),
                Found::Unattributed(lines) => self.nobody.clone_from(lines),
                _ => {}
            },
            News::Written(_) => return Turn::with(Self::opening()),
            _ => {}
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        producers_view::draw(self, shop, canvas, area);
    }
}

impl Producers {
    /// What the list needs to know.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Owed), Effect::Ask(Ask::Unattributed)]
    }

    /// Everybody who can be owed something, by name: the stall owes itself nothing, and nothing
    /// for goods that it has bought.
    pub(super) fn rows<'a>(&'a self, shop: &'a Shop) -> Vec<Row<'a>> {
        let mut rows: Vec<Row<'a>> = shop
            .catalogue
            .producers()
            .iter()
            .filter(|it| it.id.as_str() != OWN_PRODUCER)
            .map(|producer| Row {
                producer,
                owed: self.owed.iter().find(|it| it.producer == producer.id),
            })
            .filter(|row| row.producer.mandate != Mandate::Resale || row.owed.is_some())
            .collect();
        rows.sort_by_cached_key(|row| fold(row.producer.name.as_str()));
        rows
    }

    fn choose(&mut self, at: usize, shop: &Shop) -> Turn {
        self.chosen = at.min(self.rows(shop).len().saturating_sub(1));
        Turn::stay()
    }

    /// The next producer whose name begins with a letter.
    fn begin_with(&mut self, letter: char, shop: &Shop) -> Turn {
        let letter = fold(&letter.to_string());
        let rows = self.rows(shop);
        let begins = |at: &usize| {
            rows.get(*at)
                .is_some_and(|row| fold(row.producer.name.as_str()).starts_with(&letter))
        };
        let after = self.chosen + 1..rows.len();
        match after.chain(0..rows.len()).find(begins) {
            Some(at) => {
                self.chosen = at;
                Turn::stay()
            }
            None => Turn::bell(),
        }
    }
}

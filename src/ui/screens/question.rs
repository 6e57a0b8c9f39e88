//! Being written.

use ratatui::layout::Rect;

use super::super::{
    canvas::Canvas,
    foot::Bind,
    keys::{Key, Stroke},
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
};

/// Being written.

pub struct Question {}

use super::super::shop::LastSale;
use crate::domain::{basket::Line, money::Money, quantity::Quantity};

impl Question {
    /// Give the whole ticket up?
    pub const fn abandon(_shop: &Shop) -> Self {
        Self {}
    }

    /// Void the last ticket by a reversing entry?
    pub const fn void_last(_last: &LastSale, _shop: &Shop) -> Self {
        Self {}
    }

    /// So much of it?
    pub fn maximum(_line: Line, _quantity: Quantity, _shop: &Shop) -> Self {
        Self {}
    }

    /// It is noted as sold out: sell it all the same?
    pub fn sold_out(_line: Line, _shop: &Shop) -> Self {
        Self {}
    }

    /// A price far from the usual one?
    pub fn far_price(_at: usize, _line: Line, _price: Money, _usual: Money, _shop: &Shop) -> Self {
        Self {}
    }

    /// The same question about a line that is there already: yes changes it.
    #[must_use]
    pub const fn instead_of(self, _at: usize) -> Self {
        self
    }
}

impl Screen for Question {
    fn title(&self) -> &'static str {
        "question"
    }
    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        Vec::new()
    }
    fn key(&mut self, stroke: Stroke, _pace: Pace, _shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            _ => Turn::bell(),
        }
    }
    fn view(&self, _shop: &Shop, _canvas: &mut Canvas<'_, '_>, _area: Rect) {}
}

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

pub struct Pick {}

impl Pick {
    /// A search over all articles.
    pub const fn search(_shop: &Shop, _typed: &str) -> Self {
        Self {}
    }

    /// A choice among articles found for what was typed.
    pub fn among(
        _places: Vec<usize>,
        _amounts: Vec<super::super::entry::Number>,
        _typed: &str,
    ) -> Self {
        Self {}
    }
}

impl Screen for Pick {
    fn title(&self) -> &'static str {
        "pick"
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

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

pub struct About {}

impl About {
    /// The card of a new article; what was typed is its code, barcode or name.
    pub const fn new_article(_shop: &Shop, _typed: &str) -> Self {
        Self {}
    }

    /// The card of an article.
    pub const fn article(_product: &crate::domain::catalogue::Product) -> Self {
        Self {}
    }
}

impl Screen for About {
    fn title(&self) -> &'static str {
        "about"
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

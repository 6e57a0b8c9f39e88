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
#[derive(Default)]
pub struct Change {}

impl Screen for Change {
    fn title(&self) -> &'static str {
        "change"
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

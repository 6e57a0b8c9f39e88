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

pub struct Pay {}

impl Pay {
    /// Opens the pay screen for the ticket on the screen, or says why not.
    pub fn open(_shop: &mut Shop) -> Turn {
        Turn::bell()
    }

    /// Finishes the ticket on the screen now by exact cash, or says why not.
    pub fn finish_now(_shop: &mut Shop) -> Turn {
        Turn::bell()
    }

    /// A payment that was cut short when the program ended.
    pub fn resumed(_paying: crate::domain::pay::Tendering) -> Self {
        Self {}
    }
}

impl Screen for Pay {
    fn title(&self) -> &'static str {
        "pay"
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

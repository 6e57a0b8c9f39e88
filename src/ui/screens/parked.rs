//! The tickets set aside: one is taken up again, or given up.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        drafts::Parked,
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        room,
        rows::Cell,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
    },
    question::Question,
};
use crate::domain::time::Moment;

/// The list of tickets set aside, oldest first.
#[derive(Default)]
pub struct ParkedList {
    chosen: usize,
}

impl Screen for ParkedList {
    fn title(&self) -> &'static str {
        "parked"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !shop.drafts.parked.is_empty() {
            if shop.basket().is_empty() {
                keys.push(Bind::new(Key::Enter, "parked-resume"));
            } else {
                keys.push(Bind::new(Key::Char('P'), "parked-swap"));
            }
            keys.push(Bind::new(Key::Delete, "parked-give-up"));
        }
        keys.push(Bind::new(Key::Escape, "parked-back"));
        keys.push(Bind::new(Key::Char('?'), "parked-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, _pace: Pace, shop: &mut Shop) -> Turn {
        self.chosen = self.chosen.min(last(shop));
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1), shop),
            Key::Down => self.choose(self.chosen + 1, shop),
            Key::Home | Key::PageUp => self.choose(0, shop),
            Key::End | Key::PageDown => self.choose(usize::MAX, shop),
            _ if shop.drafts.parked.is_empty() => Turn::bell(),
            Key::Enter if shop.basket().is_empty() => self.resume(shop),
            Key::Enter => {
                shop.say(Notice::warning("parked-desk-taken"));
                Turn::bell()
            }
            Key::Char('p' | 'P') => {
                shop.park();
                self.resume(shop)
            }
            Key::Delete => self.ask_to_give_up(shop),
            _ => Turn::bell(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let parked = &shop.drafts.parked;
        let mut inside = canvas.boxed(area, &words.count("parked-count", parked.len()));
        if parked.is_empty() {
            let hint = room::indented(inside, 1);
            canvas.wrapped(hint, Role::Quiet, &words.say("parked-empty"));
        }
        let chosen = self.chosen.min(last(shop));
        let rows = room::window(parked.len(), chosen, usize::from(inside.height));
        for (at, parked) in parked.iter().enumerate() {
            if rows.contains(&at) {
                let place = room::top(&mut inside, 1);
                let role = if at == chosen {
                    canvas.cursor(place.x, place.y);
                    Role::Chosen
                } else {
                    Role::Text
                };
                row(parked, shop, canvas, (place, role));
            }
        }
    }
}

impl ParkedList {
    fn choose(&mut self, at: usize, shop: &Shop) -> Turn {
        self.chosen = at.min(last(shop));
        Turn::stay()
    }

    fn resume(&self, shop: &mut Shop) -> Turn {
        shop.resume(self.chosen);
        shop.say(Notice::done("parked-resumed"));
        Turn::go(Go::Home)
    }

    fn ask_to_give_up(&self, shop: &Shop) -> Turn {
        let at = self.chosen;
        let Some(parked) = shop.drafts.parked.get(at) else {
            return Turn::bell();
        };
        let words = &shop.look.words;
        let lines = parked.basket.lines();
        let about = Notice::warning("parked-what")
            .with("lines", words.count("sell-lines", lines.len()))
            .with(
                "label",
                lines.first().map_or("", |line| line.label().as_str()),
            )
            .with("total", total(parked, shop));
        let question = Question::of(vec![about], Notice::warning("parked-ask"), move |shop| {
            shop.abandon_parked(at);
            shop.say(Notice::done("parked-given-up"));
            Turn::go(Go::Back)
        });
        Turn::go(Go::To(Place::Question(question)))
    }
}

fn last(shop: &Shop) -> usize {
    shop.drafts.parked.len().saturating_sub(1)
}

/// When it was set aside, its first article and how many lines, what it costs.
fn row(parked: &Parked, shop: &Shop, canvas: &mut Canvas<'_, '_>, (at, role): (Rect, Role)) {
    let words = canvas.words();
    let then = Moment {
        utc_ms: parked.at_ms,
        ..shop.now
    };
    let lines = parked.basket.lines();
    let time = words.time(then.local().time());
    let first = lines.first().map_or("", |line| line.label().as_str());
    let count = words.count("sell-lines", lines.len());
    let total = total(parked, shop);
    let cells = [
        Cell::amount(&time, 6),
        Cell::label(first),
        Cell::column(&count, 10),
        Cell::amount(&total, 12),
    ];
    canvas.row(at, role, &cells);
}

fn total(parked: &Parked, shop: &Shop) -> String {
    let total = shop.total_of(&parked.basket);
    total.map_or_else(String::new, |total| shop.look.words.money(total))
}

//! Envelopes of closings: money that left with somebody, until it is received and at the bank.

use ratatui::layout::Rect;

use super::super::{
    alone::{Alone, Heard},
    canvas::Canvas,
    day::noting,
    event::{Effect, News},
    foot::Bind,
    keys::{Key, Stroke},
    notice::Notice,
    place::Place,
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
    words::Words,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{ClosingSeen, Envelope, EnvelopeState, Level},
    day::{Cash, CashWay},
    money::Money,
};

/// So many closings back an envelope is looked for: two markets a week for two years.
const CLOSINGS: u32 = 208;

/// The screen of the envelopes.
#[derive(Default)]
pub struct Envelopes {
    /// Closings whose envelope is not at the bank yet, newest first; none before they are here.
    open: Option<Vec<ClosingSeen>>,
    chosen: usize,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

impl Envelopes {
    /// The screen, above the sell screen.
    pub fn open() -> Turn {
        Turn::go(Go::Over(Place::Envelopes(Self::default())))
    }

    /// What it needs to know.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Closings {
            level: Some(Level::Day),
            count: CLOSINGS,
        })]
    }

    fn rows(&self) -> &[ClosingSeen] {
        self.open.as_deref().unwrap_or_default()
    }

    fn letter(&self, c: char, shop: &mut Shop) -> Turn {
        let Some(seen) = self.rows().get(self.chosen) else {
            return Turn::bell();
        };
        let way = match c.to_ascii_uppercase() {
            'R' if seen.envelope == EnvelopeState::Received => {
                let name = seen.closing.name.clone();
                let notice = Notice::warning("envelopes-received-before").with("name", name);
                return shop.refuse(notice);
            }
            'R' => CashWay::Received,
            'B' => CashWay::Banked,
            _ => return Turn::bell(),
        };
        let (Some(cash), Some(envelope)) = (shop.settings.cash(), envelope(seen)) else {
            return Turn::bell();
        };
        let entry = Cash {
            envelope: Some(seen.closing.name.clone()),
            ..Cash::by(cash, way, envelope.cash)
        };
        noting::note(entry, shop)
    }
}

fn envelope(seen: &ClosingSeen) -> Option<&Envelope> {
    seen.closing.decided.as_ref()?.envelope.as_ref()
}

impl Screen for Envelopes {
    fn title(&self) -> &'static str {
        "envelopes"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.rows().is_empty() {
            keys.push(Bind::new(Key::Char('R'), "envelopes-receive"));
            keys.push(Bind::new(Key::Char('B'), "envelopes-bank"));
            keys.push(Bind::new(Key::Down, "envelopes-choose"));
        }
        keys.push(Bind::new(Key::Escape, "envelopes-back"));
        keys.push(Bind::new(Key::Char('?'), "envelopes-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(c) => return self.letter(c, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        let last = self.rows().len().saturating_sub(1);
        match stroke.key {
            Key::Escape | Key::Back => return Turn::go(Go::Back),
            Key::Char('?') => return Turn::go(Go::Help),
            Key::Char(_) if pace == Pace::Hasty => return Turn::bell(),
            Key::Char(c) => return self.pressed.hold(c, stroke),
            Key::Up => self.chosen = self.chosen.saturating_sub(1),
            Key::Down => self.chosen = (self.chosen + 1).min(last),
            Key::Home | Key::PageUp => self.chosen = 0,
            Key::End | Key::PageDown => self.chosen = last,
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Enter
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right => return Turn::bell(),
        }
        Turn::stay()
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(c) => self.letter(c, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => {
                if let Found::Closings(seen) = found.as_ref() {
                    let open = |it: &&ClosingSeen| match it.envelope {
                        EnvelopeState::Away | EnvelopeState::Received => true,
                        EnvelopeState::None | EnvelopeState::Banked => false,
                    };
                    let open: Vec<ClosingSeen> = seen.iter().filter(open).cloned().collect();
                    self.chosen = self.chosen.min(open.len().saturating_sub(1));
                    self.open = Some(open);
                }
                Turn::stay()
            }
            News::Written(_) | News::NotWritten(..) => Turn::with(Self::opening()),
            _ => Turn::stay(),
        }
    }

    fn view(&self, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut inside = canvas.boxed(area, &words.say("envelopes-open"));
        if self.rows().is_empty() {
            let word = match self.open {
                Some(_) => "envelopes-none",
                None => "envelopes-waiting",
            };
            canvas.wrapped(room::indented(inside, 1), Role::Quiet, &words.say(word));
            return;
        }
        let shown = room::window(self.rows().len(), self.chosen, usize::from(inside.height));
        for at in shown {
            let Some(seen) = self.rows().get(at) else {
                continue;
            };
            let place = room::top(&mut inside, 1);
            let role = if at == self.chosen {
                canvas.cursor(place.x, place.y);
                Role::Chosen
            } else {
                Role::Text
            };
            row(seen, canvas, (place, role));
        }
    }
}

/// Which closing, when, who took it, how far it is, how much.
fn row(seen: &ClosingSeen, canvas: &mut Canvas<'_, '_>, (at, role): (Rect, Role)) {
    let Some(envelope) = envelope(seen) else {
        return;
    };
    let words = canvas.words();
    let when = words.date_short(seen.at.local().date());
    let by = match envelope.by.as_str() {
        "" => words.say("envelopes-nobody"),
        by => words.say_with("envelopes-by", &[("by", by)]),
    };
    let state = words.say(match seen.envelope {
        EnvelopeState::Away | EnvelopeState::None => "envelopes-away",
        EnvelopeState::Received => "envelopes-here",
        EnvelopeState::Banked => "envelopes-at-bank",
    });
    let mut what = format!("{by} · {state}");
    let papers = papers(envelope, words);
    if !papers.is_empty() {
        what = format!("{what} · {papers}");
    }
    let sum = words.money(envelope.cash);
    let cells = [
        Cell::column(&seen.closing.name, 8),
        Cell::column(&when, 13).told(Role::Quiet),
        Cell::label(&what),
        Cell::amount(&sum, 12),
    ];
    canvas.row(at, role, &cells);
}

/// What is in it besides notes and coins.
fn papers(envelope: &Envelope, words: &Words) -> String {
    let papers = envelope.papers.iter().filter(|it| it.cents != Money::ZERO);
    let papers = papers.map(|it| {
        let name = words.tender(&it.tender, it.name.as_ref());
        format!("{name} {}", words.amount(it.cents))
    });
    papers.collect::<Vec<_>>().join(", ")
}

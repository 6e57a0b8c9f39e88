//! Contrôle: one screen for the inspector who stands at the stall. What the till is, how its
//! journal stands, a check of everything, and a copy to take away that nobody can write to.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        commands::Command,
        control::{self, Told},
        event::{Carried, Carry, CarryPlace, Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    control_view,
};
use crate::domain::{
    asking::{Ask, Control, Found},
    closing::{ClosingSeen, Level},
    facts::{Event, Happening},
    journal::Fact,
};

/// So far a page key goes.
const PAGE: usize = 10;

/// What an inspector is told, and what is done for one.
#[derive(Default)]
pub struct ControlPage {
    found: Option<Box<Control>>,
    last: Option<Box<ClosingSeen>>,
    /// The first row that is shown.
    pub(super) from: usize,
    pub(super) stage: Stage,
    pressed: Alone<char>,
}

/// What is going on.
#[derive(Default)]
pub(super) enum Stage {
    /// Somebody reads.
    #[default]
    Looking,
    /// Where the copy goes.
    Choosing {
        /// Where it could.
        places: Vec<CarryPlace>,
        /// Which one is chosen.
        chosen: usize,
    },
    /// A check or a copy is on its way, and how far it came.
    UnderWay(Notice),
    /// What came of it.
    Over(Notice),
}

impl ControlPage {
    /// Opens it; the journal knows that somebody looked.
    pub fn open(shop: &mut Shop) -> Self {
        shop.write(Fact::Event(Event {
            what: Happening::Audit,
            detail: None,
        }));
        Self::default()
    }

    /// What it asks for.
    pub fn opening() -> Vec<Effect> {
        vec![
            Effect::Ask(Ask::Control),
            Effect::Ask(Ask::Closings {
                level: Some(Level::Day),
                count: 1,
            }),
        ]
    }

    /// All rows; none before the journal answered.
    pub(super) fn rows(&self, shop: &Shop) -> Vec<Told> {
        let Some(found) = &self.found else {
            return Vec::new();
        };
        let (stall, words) = (&shop.settings.stall, &shop.look.words);
        control::rows(found, self.last.as_deref(), stall, &shop.version, words)
    }

    fn scroll(&mut self, to: usize, shop: &Shop) -> Turn {
        let to = to.min(self.rows(shop).len().saturating_sub(1));
        if to == self.from {
            return Turn::bell();
        }
        self.from = to;
        Turn::stay()
    }

    /// A letter that stood alone.
    fn obey(&mut self, letter: char, shop: &mut Shop) -> Turn {
        match letter {
            'v' | 'V' => {
                let entries = self.found.as_ref().map_or(0, |it| it.entries).to_string();
                self.stage =
                    Stage::UnderWay(Notice::warning("control-checking").with("entries", entries));
                Turn::with(vec![Effect::Carry(Carry::Verify)])
            }
            'e' | 'E' => {
                self.stage = Stage::UnderWay(Notice::done("control-looking"));
                Turn::with(vec![Effect::Carry(Carry::Look)])
            }
            'j' | 'J' => Command::Audit.turn(shop),
            '!' => self.print(shop),
            '?' => Turn::go(Go::Help),
            _ => Turn::bell(),
        }
    }

    fn print(&mut self, shop: &mut Shop) -> Turn {
        let rows = self.rows(shop);
        if rows.is_empty() {
            return Turn::bell();
        }
        let (stall, words) = (&shop.settings.stall, &shop.look.words);
        let page = control::page(&rows, stall, words);
        let title = words.say("control");
        shop.say(Notice::done("control-sent"));
        Turn::with(vec![Effect::PrintPage { title, page }])
    }

    /// The keys while somebody chooses where the copy goes.
    fn choose(&mut self, key: Key, pace: Pace) -> Turn {
        let Stage::Choosing { places, chosen } = &mut self.stage else {
            return Turn::bell();
        };
        match key {
            Key::Escape | Key::Back => self.stage = Stage::Looking,
            Key::Up => *chosen = chosen.saturating_sub(1),
            Key::Down => *chosen = (*chosen + 1).min(places.len().saturating_sub(1)),
            Key::Enter if pace == Pace::Steady => {
                let Some(path) = places.get(*chosen).map(|it| it.path.clone()) else {
                    return Turn::bell();
                };
                let going = Notice::done("control-copying").with("path", path.clone());
                self.stage = Stage::UnderWay(going);
                return Turn::with(vec![Effect::Carry(Carry::Copy(path))]);
            }
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Enter
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right
            | Key::PageUp
            | Key::PageDown
            | Key::Home
            | Key::End => return Turn::bell(),
        }
        Turn::stay()
    }

    fn carried(&mut self, carried: &Carried, shop: &Shop) -> Turn {
        match carried {
            Carried::Places(places) => {
                if !matches!(self.stage, Stage::UnderWay(_)) {
                    return Turn::stay();
                }
                self.stage = if places.is_empty() {
                    Stage::Over(Notice::warning("control-no-stick"))
                } else {
                    Stage::Choosing {
                        places: places.clone(),
                        chosen: 0,
                    }
                };
                Turn::stay()
            }
            Carried::Copying { .. } => {
                if let Some(notice) = carried.notice(&shop.look.words) {
                    self.stage = Stage::UnderWay(notice);
                }
                Turn::stay()
            }
            Carried::Copied(_)
            | Carried::NotCopied(_)
            | Carried::Verified { .. }
            | Carried::NotVerified => {
                if let Some(notice) = carried.notice(&shop.look.words) {
                    self.stage = Stage::Over(notice);
                }
                Turn::with(Self::opening())
            }
            Carried::Bundled { .. }
            | Carried::NotBundled(..)
            | Carried::Synced { .. }
            | Carried::NotSynced(..)
            | Carried::Exported(_)
            | Carried::NotExported(_) => Turn::stay(),
        }
    }
}

impl Screen for ControlPage {
    fn title(&self) -> &'static str {
        "control"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        if matches!(self.stage, Stage::Choosing { .. }) {
            return vec![
                Bind::new(Key::Enter, "control-copy"),
                Bind::new(Key::Escape, "control-not-now"),
            ];
        }
        vec![
            Bind::new(Key::Char('V'), "control-check"),
            Bind::new(Key::Char('J'), "control-list"),
            Bind::new(Key::Char('E'), "control-copy"),
            Bind::new(Key::Char('!'), "control-print"),
            Bind::new(Key::Escape, "control-back"),
            Bind::new(Key::Char('?'), "control-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.obey(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        if matches!(self.stage, Stage::Choosing { .. }) {
            return self.choose(stroke.key, pace);
        }
        match stroke.key {
            Key::Escape | Key::Back => Turn::go(Go::Back),
            Key::Up => self.scroll(self.from.saturating_sub(1), shop),
            Key::Down => self.scroll(self.from + 1, shop),
            Key::PageUp => self.scroll(self.from.saturating_sub(PAGE), shop),
            Key::PageDown => self.scroll(self.from + PAGE, shop),
            Key::Home => self.scroll(0, shop),
            Key::End => self.scroll(usize::MAX, shop),
            Key::Char(letter) => self.pressed.hold(letter, stroke),
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Enter
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right => Turn::bell(),
        }
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        Turn::go(Go::HomeScanned(code.to_owned()))
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.obey(letter, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => match found.as_ref() {
                Found::Control(control) => self.found = Some(control.clone()),
                Found::Closings(seen) => self.last = seen.first().cloned().map(Box::new),
                _ => {}
            },
            News::Carried(carried) => return self.carried(carried, shop),
            _ => {}
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        control_view::draw(self, shop, canvas, area);
    }
}

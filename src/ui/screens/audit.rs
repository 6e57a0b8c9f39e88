//! The auditor's view: every entry of the journal, newest first, each to be read whole. While it is
//! open nothing is written but that it was opened, and nothing else can be done.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        drafts::Door,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    audit_view,
};
use crate::domain::{
    asking::{Ask, EntryRow, Found},
    facts::{Event, Happening},
    fields::{Field, fields},
    ids::Uid,
    journal::Fact,
};

/// So many entries are asked for at once.
const PAGE: u32 = 50;
/// So many rows a page key moves.
const ROWS: usize = 10;

/// The auditor's view.
pub struct Audit {
    /// The entry that says it was opened: the list begins with it.
    opened: Uid,
    pub(super) rows: Vec<EntryRow>,
    pub(super) chosen: usize,
    rest: Rest,
    /// The chosen entry's fields and the first row shown, where it is read whole.
    pub(super) open: Option<(Vec<Field>, usize)>,
}

/// What lies before the entries that are here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rest {
    /// More, perhaps.
    There,
    /// It was asked for.
    Asked,
    /// Nothing.
    None,
}

impl Audit {
    /// Opens it; the journal knows.
    pub fn open(shop: &mut Shop) -> Self {
        shop.keeper.left();
        if shop.keeper.is_set() {
            shop.drafts.door = Door::Audited;
            shop.touch();
        }
        let opened = shop.write(Fact::Event(Event {
            what: Happening::Audit,
            detail: None,
        }));
        Self {
            opened,
            rows: Vec::new(),
            chosen: 0,
            rest: Rest::There,
            open: None,
        }
    }

    fn ask(&mut self) -> Turn {
        self.rest = Rest::Asked;
        Turn::with(vec![Effect::Ask(Ask::Entries {
            before: self.rows.last().map(|row| row.place),
            count: PAGE,
        })])
    }

    fn choose(&mut self, at: usize) -> Turn {
        self.chosen = at.min(self.rows.len().saturating_sub(1));
        let near_the_end = self.chosen + ROWS * 2 >= self.rows.len();
        if near_the_end && self.rest == Rest::There {
            return self.ask();
        }
        Turn::stay()
    }

    fn read(&mut self) -> Turn {
        match self.rows.get(self.chosen) {
            Some(row) => {
                self.open = Some((fields(&row.kind, &row.payload), 0));
                Turn::stay()
            }
            None => Turn::bell(),
        }
    }

    fn key_in_the_list(&mut self, key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Escape => shop.guard(Act::LeaveAudit, Turn::go(Go::Home)),
            Key::Up => self.choose(self.chosen.saturating_sub(1)),
            Key::Down => self.choose(self.chosen + 1),
            Key::PageUp => self.choose(self.chosen.saturating_sub(ROWS)),
            Key::PageDown => self.choose(self.chosen + ROWS),
            Key::Home => self.choose(0),
            Key::End => self.choose(usize::MAX),
            Key::Enter => self.read(),
            _ => Turn::bell(),
        }
    }

    fn key_in_an_entry(&mut self, key: Key) -> Turn {
        let Some((fields, first)) = &mut self.open else {
            return Turn::bell();
        };
        let last = fields.len().saturating_sub(1);
        let to = match key {
            Key::Escape | Key::Back => {
                self.open = None;
                return Turn::stay();
            }
            Key::Left | Key::Right => {
                let step = if key == Key::Left {
                    self.chosen.saturating_sub(1)
                } else {
                    self.chosen + 1
                };
                let turn = self.choose(step);
                self.read();
                return turn;
            }
            Key::Up => first.saturating_sub(1),
            Key::Down => *first + 1,
            Key::PageUp => first.saturating_sub(ROWS),
            Key::PageDown => *first + ROWS,
            Key::Home => 0,
            Key::End => last,
            _ => return Turn::bell(),
        };
        *first = to.min(last);
        Turn::stay()
    }
}

impl Screen for Audit {
    fn title(&self) -> &'static str {
        "audit"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        if self.open.is_some() {
            return vec![
                Bind::new(Key::Right, "audit-older"),
                Bind::new(Key::Left, "audit-newer"),
                Bind::new(Key::Down, "audit-further"),
                Bind::new(Key::Escape, "audit-list"),
                Bind::new(Key::Char('?'), "audit-help-key"),
            ];
        }
        vec![
            Bind::new(Key::Enter, "audit-read"),
            Bind::new(Key::PageDown, "audit-older"),
            Bind::new(Key::Escape, "audit-leave"),
            Bind::new(Key::Char('?'), "audit-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, _pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Char('?') => Turn::go(Go::Help),
            key if self.open.is_some() => self.key_in_an_entry(key),
            key => self.key_in_the_list(key, shop),
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        match news {
            // Also where it could not be written: the disk may be full, and is read all the same.
            News::Written(uid) | News::NotWritten(uid, _)
                if *uid == self.opened && self.rows.is_empty() =>
            {
                self.ask()
            }
            News::Found(found) if self.rest == Rest::Asked => {
                let Found::Entries(rows) = found.as_ref() else {
                    return Turn::stay();
                };
                let whole = u32::try_from(rows.len()).is_ok_and(|count| count >= PAGE);
                self.rest = if whole { Rest::There } else { Rest::None };
                self.rows.extend(rows.iter().cloned());
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        false
    }

    fn may_lock(&self) -> bool {
        false
    }

    fn view(&self, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        audit_view::draw(self, canvas, area);
    }
}

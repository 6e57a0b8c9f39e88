//! The closing's seal: the Z to be read before anything is frozen. Only the letter Z and then a
//! meant Enter close; no scan, no held key and no bouncing one does.

use ratatui::layout::Rect;

use super::{
    super::{
        burst::of_one_burst,
        canvas::Canvas,
        closing::{self, Step},
        confirm::{Confirm, Said},
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        paper::z::{self, Stage},
        parting,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        sealing,
        shop::{Cable, Shop},
    },
    close_float::draft,
    close_page::{self, ClosePage},
    close_seal_view,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{Closing, ClosingSeen, DayState, Level, MeansRow},
    ids::Uid,
    journal::Fact,
    views::WriteTrouble,
};

/// So far a page key goes.
const PAGE: usize = 10;
/// So many rows a small screen shows.
pub(super) const SHOWN: usize = 14;

/// The Z, behind its letter.
#[derive(Default)]
pub struct CloseSeal {
    day: Option<Box<DayState>>,
    /// The first row that is shown.
    pub(super) from: usize,
    pub(super) line: Line,
    pub(super) confirm: Confirm,
    pub(super) sealing: Sealing,
    /// When the key before was pressed: a Z in a burst is a scan's.
    before_ms: Option<u64>,
    /// The closing as the journal has it, once it has.
    done: Option<Box<ClosingSeen>>,
}

/// What stands on the line at the foot: nothing else can.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing.
    #[default]
    Empty,
    /// The letter.
    Z,
}

/// How far the entry is on its way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sealing {
    /// Nothing was asked.
    #[default]
    Open,
    /// The journal has it in hand.
    Writing(Uid),
    /// The disk did not take it; the next key asks again, under the same name.
    Waiting(Uid),
    /// It is written; its name is still to come.
    Written,
}

impl CloseSeal {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Day)]
    }

    /// The closing as it would be written now; none until the journal answered.
    pub(super) fn closing(&self, shop: &Shop) -> Option<Closing> {
        let day = self.day.as_ref()?;
        let decided = parting::decided(day, &draft(shop), shop);
        let mut closing = day.closing(decided, &shop.version);
        closing.number = day.before.as_ref().map_or(0, |it| it.number) + 1;
        Some(closing)
    }

    /// The month and the year that are closed with it.
    pub(super) fn due(&self) -> &[(Level, String)] {
        self.day.as_ref().map_or(&[], |it| it.due.as_slice())
    }

    fn scroll(&mut self, to: usize, shop: &Shop) -> Turn {
        let last = self.closing(shop).map_or(0, |it| {
            let rows = super::super::paper::z_rows::rows(&it, &shop.look.words);
            rows.len().saturating_sub(SHOWN)
        });
        let to = to.min(last);
        if to == self.from {
            return Turn::bell();
        }
        self.from = to;
        Turn::stay()
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(closing) = self.closing(shop) else {
            return Turn::bell();
        };
        if shop.cable == Cable::Nothing {
            return shop.refuse(Notice::warning("printer-not-set"));
        }
        let words = &shop.look.words;
        let page = z::page(
            &closing,
            Stage::Preview(shop.now),
            &shop.settings.stall,
            words,
        );
        let title = words.say("seal-preview");
        shop.say(Notice::done("seal-preview-sent"));
        Turn::with(vec![close_page::printed(title, page, shop)])
    }

    /// A character: only the letter stands, and not in a burst.
    fn typed(&mut self, c: char, stroke: Stroke, shop: &mut Shop) -> Turn {
        let before = self.before_ms;
        let burst = before.is_some_and(|before| of_one_burst(before, stroke.at_ms));
        match c {
            'z' | 'Z' if burst || self.line == Line::Z => {
                self.line = Line::Empty;
                Turn::bell()
            }
            'z' | 'Z' => {
                self.line = Line::Z;
                Turn::stay()
            }
            'i' | 'I' | '!' if !burst && self.line == Line::Empty => self.print(shop),
            '?' => Turn::go(Go::Help),
            _ => {
                self.line = Line::Empty;
                Turn::bell()
            }
        }
    }

    fn enter(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if self.line == Line::Empty {
            shop.say(Notice::warning("seal-type-z"));
            return Turn::bell();
        }
        if pace == Pace::Hasty {
            self.line = Line::Empty;
            return Turn::bell();
        }
        // What was put right since the step before may make a difference that no keeper saw.
        if self.above_limit(shop)
            && let Some(turn) = shop.keeper_first(Act::Closing, stroke)
        {
            return turn;
        }
        self.confirm.hold(stroke)
    }

    /// Whether what is missing or too much takes the keeper.
    fn above_limit(&self, shop: &Shop) -> bool {
        let limit = shop.settings.rules.difference_limit;
        let means = self.day.iter().flat_map(|it| it.means());
        let mut differences = means.filter_map(|it| MeansRow::difference(&it));
        differences.any(|it| it.abs() > limit)
    }

    /// Writes the closing down, under the name it was tried with before.
    fn seal(&mut self, shop: &mut Shop) -> Turn {
        self.line = Line::Empty;
        let Some(day) = &self.day else {
            return Turn::bell();
        };
        let decided = parting::decided(day, &draft(shop), shop);
        let closing = day.closing(decided, &shop.version);
        let uid = name(shop);
        shop.write_as(uid, Fact::Closing(Box::new(closing)));
        self.confirm = Confirm::Recording;
        self.sealing = Sealing::Writing(uid);
        Turn::stay()
    }

    fn not_written(&mut self, trouble: WriteTrouble, uid: Uid, shop: &mut Shop) -> Turn {
        if !trouble.lasts() {
            self.sealing = Sealing::Waiting(uid);
            return Turn::with(vec![Effect::Bell]);
        }
        self.confirm = Confirm::Asking;
        self.sealing = Sealing::Open;
        // Another closing may bear it.
        shop.closing().writing = None;
        shop.touch();
        if trouble == WriteTrouble::ClosingMoved {
            shop.say(Notice::alarm("seal-moved"));
        }
        Turn::with(vec![Effect::Bell, Effect::Ask(Ask::Day)])
    }

    fn looked(&mut self, day: &DayState, shop: &mut Shop) -> Turn {
        if self.sealing == Sealing::Open && day.since.is_none() {
            // It was closed before a power cut could be told of it, or by a command.
            closing::forget(shop);
            self.written();
            return Turn::with(vec![sealing::ask_newest()]);
        }
        if self.sealing == Sealing::Open {
            // Saved long before it is used: the same entry is there once, whatever happens.
            name(shop);
        }
        if let Some(clock) = shop.clock_behind() {
            shop.say(clock);
        }
        self.day = Some(Box::new(day.clone()));
        self.scroll(self.from, shop);
        Turn::stay()
    }

    fn written(&mut self) {
        self.sealing = Sealing::Written;
        self.confirm = Confirm::Recording;
    }

    /// Its name is here: the page stays.
    fn named(&mut self, closings: &[ClosingSeen], shop: &mut Shop) -> Turn {
        if self.sealing != Sealing::Written {
            return Turn::stay();
        }
        let Some(seen) = closings.first() else {
            return Turn::go(Go::Home);
        };
        let name = seen.closing.name.as_str();
        shop.say(Notice::done("seal-done").with("name", name));
        self.done = Some(Box::new(seen.clone()));
        self.page()
    }

    /// To the page of what is closed; a help above this screen lets the next key lead there.
    fn page(&self) -> Turn {
        match &self.done {
            Some(seen) => {
                let page = ClosePage::of(seen.as_ref().clone());
                Turn::go(Go::Instead(Place::ClosePage(Box::new(page))))
            }
            None => Turn::bell(),
        }
    }

    fn leave(&mut self, shop: &mut Shop) -> Turn {
        match (self.sealing, self.line) {
            (Sealing::Open, Line::Z) => {
                self.line = Line::Empty;
                Turn::stay()
            }
            (Sealing::Open, Line::Empty) => closing::go(Step::Float, shop),
            (Sealing::Waiting(_), _) => closing::leave(shop),
            (Sealing::Writing(_) | Sealing::Written, _) => Turn::bell(),
        }
    }
}

/// The name of the entry: one for as long as this step is not left.
fn name(shop: &mut Shop) -> Uid {
    if let Some(uid) = shop.closing().writing {
        return uid;
    }
    let uid = shop.mint.uid();
    shop.closing().writing = Some(uid);
    shop.touch();
    uid
}

impl Screen for CloseSeal {
    fn title(&self) -> &'static str {
        "seal"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        if self.sealing != Sealing::Open {
            return vec![Bind::new(Key::Char('?'), "seal-help-key")];
        }
        vec![
            Bind::new(Key::Char('Z'), "seal-close"),
            Bind::new(Key::Escape, "seal-back-unclosed"),
            Bind::new(Key::Char('I'), "seal-print"),
            Bind::new(Key::Down, "seal-scroll"),
            Bind::new(Key::Char('?'), "seal-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if self.done.is_some() {
            return self.page();
        }
        if stroke.key == Key::Escape && matches!(self.sealing, Sealing::Waiting(_)) {
            return self.leave(shop);
        }
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => {
                if self.sealing == Sealing::Open {
                    self.line = Line::Empty;
                }
                return Turn::with(effects);
            }
            Said::Meant => return self.seal(shop),
        }
        let turn = match stroke.key {
            Key::Char(c) => self.typed(c, stroke, shop),
            Key::Enter => self.enter(stroke, pace, shop),
            Key::Escape => self.leave(shop),
            Key::Back if self.line == Line::Z => {
                self.line = Line::Empty;
                Turn::stay()
            }
            Key::Up => self.scroll(self.from.saturating_sub(1), shop),
            Key::Down => self.scroll(self.from + 1, shop),
            Key::PageUp => self.scroll(self.from.saturating_sub(PAGE), shop),
            Key::PageDown => self.scroll(self.from + PAGE, shop),
            Key::Home => self.scroll(0, shop),
            Key::End => self.scroll(usize::MAX, shop),
            _ => Turn::bell(),
        };
        self.before_ms = Some(stroke.at_ms);
        turn
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.confirm.woken(at_ms) {
            Said::Nothing => Turn::stay(),
            Said::Spent(effects) => Turn::with(effects),
            Said::Meant => self.seal(shop),
        }
    }

    fn untype(&mut self, _characters: usize, _shop: &mut Shop) {
        self.line = Line::Empty;
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match (news, self.sealing) {
            (News::Written(uid), Sealing::Writing(mine) | Sealing::Waiting(mine))
                if *uid == mine =>
            {
                self.written();
                Turn::stay()
            }
            (News::NotWritten(uid, trouble), Sealing::Writing(mine) | Sealing::Waiting(mine))
                if *uid == mine =>
            {
                self.not_written(*trouble, mine, shop)
            }
            (News::Found(found), _) => match found.as_ref() {
                Found::Day(day) => self.looked(day, shop),
                Found::Closings(closings) => self.named(closings, shop),
                _ => Turn::stay(),
            },
            _ => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        self.sealing == Sealing::Open
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_seal_view::draw(self, shop, canvas, area);
    }
}

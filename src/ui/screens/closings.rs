//! The closings of days, months and years: each opens its page; a month or a year that is over can
//! be closed here; envelopes that are still away are named.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        paper::z_rows,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_page::ClosePage,
    closings_view,
    question::Question,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{Closing, ClosingSeen, DayState, Level},
    journal::Fact,
    views::WriteTrouble,
};

/// So many closings are asked for: some ten years of markets.
const MOST: u32 = 1_000;
/// So many rows a page key moves.
const ROWS: usize = 10;

/// The list of closings.
#[derive(Default)]
pub struct Closings {
    pub(super) level: Shown,
    pub(super) rows: Vec<ClosingSeen>,
    pub(super) chosen: usize,
    pub(super) day: Option<Box<DayState>>,
    pub(super) state: Reading,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

/// Which closings are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Those of days.
    #[default]
    Days,
    /// Those of months.
    Months,
    /// Those of years.
    Years,
}

impl Shown {
    pub(super) const fn level(self) -> Level {
        match self {
            Self::Days => Level::Day,
            Self::Months => Level::Month,
            Self::Years => Level::Year,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::Days => Self::Months,
            Self::Months => Self::Years,
            Self::Years => Self::Days,
        }
    }

    const fn before(self) -> Self {
        self.next().next()
    }
}

/// Whether the journal has answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Reading {
    /// Not yet.
    #[default]
    Asked,
    /// The rows are what it has.
    Here,
}

impl Closings {
    /// What it asks for when it opens.
    pub fn opening(&self) -> Vec<Effect> {
        let list = Ask::Closings {
            level: Some(self.level.level()),
            count: MOST,
        };
        vec![Effect::Ask(list), Effect::Ask(Ask::Day)]
    }

    /// What is over and not closed.
    pub(super) fn due(&self) -> &[(Level, String)] {
        self.day.as_ref().map_or(&[], |it| it.due.as_slice())
    }

    fn show(&mut self, level: Shown) -> Turn {
        self.level = level;
        self.rows.clear();
        self.chosen = 0;
        self.state = Reading::Asked;
        Turn::with(self.opening())
    }

    fn choose(&mut self, at: usize) -> Turn {
        self.chosen = at.min(self.rows.len().saturating_sub(1));
        Turn::stay()
    }

    fn open(&self) -> Turn {
        match self.rows.get(self.chosen) {
            Some(seen) => {
                let page = ClosePage::of(seen.clone());
                Turn::go(Go::To(Place::ClosePage(Box::new(page))))
            }
            None => Turn::bell(),
        }
    }

    fn letter(&mut self, letter: char, shop: &mut Shop) -> Turn {
        match letter.to_ascii_uppercase() {
            'F' => self.ask_to_close(shop),
            _ => Turn::bell(),
        }
    }

    /// Asks before the month or the year that is due longest is closed.
    fn ask_to_close(&self, shop: &mut Shop) -> Turn {
        let Some((level, label)) = self.due().first().cloned() else {
            return shop.refuse(Notice::warning("closings-nothing-due"));
        };
        let name = z_rows::label(level, &label, &shop.look.words);
        let about = vec![Notice::warning("closings-sure-about").with("due", name)];
        // The journal makes it: its name and its level are all that is asked for.
        let wanted = Closing::asked(level, label, &shop.version);
        let question = Question::of(about, Notice::warning("closings-sure"), move |shop| {
            shop.write(Fact::Closing(Box::new(wanted)));
            Turn::go(Go::Back)
        });
        Turn::go(Go::To(Place::Question(question)))
    }

    /// A period was written, or could not be: the list is read anew.
    fn written(&self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::NotWritten(_, WriteTrouble::NotOver) => {
                shop.say(Notice::warning("closings-not-over"));
            }
            News::Written(_) | News::NotWritten(..) => {}
            _ => return Turn::stay(),
        }
        Turn::with(self.opening())
    }
}

impl Screen for Closings {
    fn title(&self) -> &'static str {
        "closings"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.rows.is_empty() {
            keys.push(Bind::new(Key::Enter, "closings-open"));
        }
        if !self.due().is_empty() {
            keys.push(Bind::new(Key::Char('F'), "closings-close-due"));
        }
        keys.push(Bind::new(Key::Tab, "closings-level"));
        keys.push(Bind::new(Key::Escape, "closings-back"));
        keys.push(Bind::new(Key::Char('?'), "closings-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.open(),
            Key::Tab | Key::Right => self.show(self.level.next()),
            Key::BackTab | Key::Left => self.show(self.level.before()),
            Key::Up => self.choose(self.chosen.saturating_sub(1)),
            Key::Down => self.choose(self.chosen + 1),
            Key::PageUp => self.choose(self.chosen.saturating_sub(ROWS)),
            Key::PageDown => self.choose(self.chosen + ROWS),
            Key::Home => self.choose(0),
            Key::End => self.choose(usize::MAX),
            Key::Char(c) => self.pressed.hold(c, stroke),
            _ => Turn::bell(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.letter(letter, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let News::Found(found) = news else {
            return self.written(news, shop);
        };
        match found.as_ref() {
            Found::Closings(rows) => {
                let mine = |it: &&ClosingSeen| it.closing.level == self.level.level();
                self.rows = rows.iter().filter(mine).cloned().collect();
                self.state = Reading::Here;
                self.choose(self.chosen)
            }
            Found::Day(day) => {
                self.day = Some(day.clone());
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        closings_view::draw(self, shop, canvas, area);
    }
}

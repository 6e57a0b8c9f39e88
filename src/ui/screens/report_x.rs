//! The running report: what the day has brought so far. It closes nothing.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        room,
        rows::Cell,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
    },
    report_x_rows::{ReportRow, first, page, rows},
};
use crate::domain::asking::{Ask, Found, Span, Sums};

/// So far a page key goes.
const PAGE: usize = 12;
/// The columns of a figure.
const FIGURE: u16 = 12;

/// The running report of the market day.
#[derive(Default)]
pub struct ReportX {
    /// What the journal answered.
    sums: Option<Box<Sums>>,
    /// The first row that is shown.
    from: usize,
}

impl ReportX {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Sums(Span::Open))]
    }

    fn scroll(&mut self, to: usize, shop: &Shop) -> Turn {
        let count = self.sums.as_ref().map_or(0, |it| rows(it, shop).len());
        let to = to.min(count.saturating_sub(1));
        if to == self.from {
            return Turn::bell();
        }
        self.from = to;
        Turn::stay()
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(sums) = &self.sums else {
            return Turn::bell();
        };
        let title = shop.look.words.say("report");
        let page = page(sums, shop);
        shop.say(Notice::done("report-sent"));
        Turn::with(vec![Effect::PrintPage { title, page }])
    }
}

impl Screen for ReportX {
    fn title(&self) -> &'static str {
        "report"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Down, "report-scroll"),
            Bind::new(Key::Char('!'), "report-print"),
            Bind::new(Key::Escape, "report-back"),
            Bind::new(Key::Char('?'), "report-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char('!') if pace == Pace::Hasty => Turn::bell(),
            Key::Char('!') => self.print(shop),
            Key::Up => self.scroll(self.from.saturating_sub(1), shop),
            Key::Down => self.scroll(self.from + 1, shop),
            Key::PageUp => self.scroll(self.from.saturating_sub(PAGE), shop),
            Key::PageDown => self.scroll(self.from + PAGE, shop),
            Key::Home => self.scroll(0, shop),
            Key::End => self.scroll(usize::MAX, shop),
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Enter
            | Key::Back
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right => Turn::bell(),
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Sums(sums) = found.as_ref()
        {
            self.sums = Some(sums.clone());
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut inside = canvas.boxed(area, &words.say("report-running"));
        let Some(sums) = &self.sums else {
            let waiting = words.say("report-waiting");
            canvas.wrapped(room::indented(inside, 1), Role::Quiet, &waiting);
            return;
        };
        let mut at = room::indented(room::top(&mut inside, 1), 1);
        canvas.cursor(at.x, at.y);
        for (name, figure) in first(sums, words) {
            let pieces = [
                (Role::Quiet, name.as_str()),
                (Role::Quiet, " "),
                (Role::Total, figure.as_str()),
            ];
            let taken = canvas.line(at, &pieces);
            room::left(&mut at, taken + 3);
        }
        room::top(&mut inside, 1);
        for row in rows(sums, shop).iter().skip(self.from) {
            if inside.height == 0 {
                break;
            }
            let at = room::indented(room::top(&mut inside, 1), 1);
            let (name, cells, role) = match row {
                ReportRow::Blank => continue,
                ReportRow::Head(name, cells) => (name, cells, Role::Quiet),
                ReportRow::Figures(name, cells) => (name, cells, Role::Text),
            };
            let mut drawn = vec![Cell::label(name)];
            drawn.extend(cells.iter().map(|it| Cell::amount(it, FIGURE)));
            canvas.row(at, role, &drawn);
        }
    }
}

//! The running report: what the open period has brought so far, beside the last like market at the
//! same hour. It closes nothing.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Carried, Carry, Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    report_x_paper::page,
    report_x_rows::{Report, ReportRow, rows},
    report_x_view,
};
use crate::domain::{
    asking::{Ask, Found, Like, Span, Sums},
    closing::Level,
};

/// So far a page key goes.
const PAGE: usize = 12;

/// The pages, the first of which has something of all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Takings by hour, best sellers, means.
    #[default]
    Overview,
    /// Each hour of the day.
    Hours,
    /// What each producer sold.
    Producers,
    /// VAT and departments.
    Vat,
    /// Tariffs, the pot, and what is held for others.
    Tariffs,
    /// Means of payment.
    Means,
    /// Articles, the best first.
    Articles,
    /// Cash that moved without a sale, and what an inspector looks for.
    Cash,
}

impl Part {
    /// All but the overview, in the order of the paper.
    pub(super) const PAGES: [Self; 7] = [
        Self::Hours,
        Self::Means,
        Self::Producers,
        Self::Vat,
        Self::Tariffs,
        Self::Articles,
        Self::Cash,
    ];

    /// The letter that leads to it, and its word.
    const fn key(self) -> (char, &'static str) {
        match self {
            Self::Overview => ('G', "report-overview"),
            Self::Hours => ('H', "report-hours-key"),
            Self::Producers => ('P', "report-producers-key"),
            Self::Vat => ('V', "report-vat-key"),
            Self::Tariffs => ('T', "report-tariffs-key"),
            Self::Means => ('M', "report-means-key"),
            Self::Articles => ('A', "report-articles-key"),
            Self::Cash => ('C', "report-cash-key"),
        }
    }

    /// What its page is called.
    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Overview => "report-running",
            Self::Hours => "report-hours",
            Self::Producers => "report-producers",
            Self::Vat => "report-vat-title",
            Self::Tariffs => "report-tariffs-title",
            Self::Means => "report-means",
            Self::Articles => "report-articles",
            Self::Cash => "report-cash-title",
        }
    }
}

/// The running report of the open period.
#[derive(Default)]
pub struct ReportX {
    /// What the journal answered.
    sums: Option<Box<Sums>>,
    /// The market beside it.
    like: Option<Box<Like>>,
    /// Whether the journal answered if there is one.
    looked: bool,
    /// The market day of the last closing.
    closed: Option<String>,
    part: Part,
    /// The first row that is shown.
    from: usize,
}

impl ReportX {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![
            Effect::Ask(Ask::Closings {
                level: Some(Level::Day),
                count: 1,
            }),
            Effect::Ask(Ask::Sums(Span::Open)),
        ]
    }

    fn report(&self) -> Option<Report<'_>> {
        Some(Report {
            sums: self.sums.as_deref()?,
            like: self.like.as_deref(),
            looked: self.looked,
            closed: self.closed.as_deref(),
        })
    }

    fn page_rows(&self, shop: &Shop) -> Vec<ReportRow> {
        let report = self.report();
        report.map_or_else(Vec::new, |it| rows(self.part, it, shop))
    }

    fn scroll(&mut self, to: usize, shop: &Shop) -> Turn {
        let to = to.min(self.page_rows(shop).len().saturating_sub(1));
        if to == self.from {
            return Turn::bell();
        }
        self.from = to;
        Turn::stay()
    }

    fn turn_to(&mut self, part: Part) -> Turn {
        self.part = part;
        self.from = 0;
        Turn::stay()
    }

    fn letter(&mut self, letter: char, pace: Pace, shop: &mut Shop) -> Turn {
        let letter = letter.to_ascii_uppercase();
        let pages = [Part::Overview].into_iter().chain(Part::PAGES);
        if let Some(part) = pages.into_iter().find(|it| it.key().0 == letter) {
            return self.turn_to(part);
        }
        match letter {
            // A printer and a disk are not asked by a held key.
            '!' | 'I' | 'E' if pace == Pace::Hasty => Turn::bell(),
            '!' | 'I' => self.print(shop),
            'E' => Turn::with(vec![Effect::Carry(Carry::RunningReport)]),
            'R' => Turn::with(Self::opening()),
            _ => Turn::bell(),
        }
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(report) = self.report() else {
            return Turn::bell();
        };
        let title = shop.look.words.say("report");
        let page = page(report, shop);
        shop.say(Notice::done("report-sent"));
        Turn::with(vec![Effect::PrintPage { title, page }])
    }

    fn found(&mut self, found: &Found, shop: &Shop) -> Turn {
        match found {
            Found::Sums(sums) => {
                self.sums = Some(sums.clone());
                let opened = sums.figures.opened.as_ref();
                let market = opened.and_then(|it| it.market.clone());
                Turn::with(vec![Effect::Ask(Ask::Like {
                    market,
                    at: shop.now,
                })])
            }
            Found::Like(like) => {
                self.like.clone_from(like);
                self.looked = true;
                Turn::stay()
            }
            Found::Closings(seen) => {
                self.closed = seen.first().map(|it| it.closing.label.clone());
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }
}

impl Screen for ReportX {
    fn title(&self) -> &'static str {
        "report"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let letter = |part: Part| {
            let (letter, word) = part.key();
            Bind::new(Key::Char(letter), word)
        };
        let mut keys = [Part::Producers, Part::Vat, Part::Tariffs]
            .map(letter)
            .to_vec();
        keys.extend([
            Bind::new(Key::Char('E'), "report-export"),
            Bind::new(Key::Char('!'), "report-print"),
        ]);
        // How to leave fits at eighty columns; all of them stand in the help.
        keys.push(Bind::new(Key::Escape, "report-back"));
        keys.extend([Part::Means, Part::Cash, Part::Articles, Part::Hours].map(letter));
        keys.extend([
            letter(Part::Overview),
            Bind::new(Key::Char('R'), "report-again"),
            Bind::new(Key::Down, "report-scroll"),
            Bind::new(Key::Char('?'), "report-help-key"),
        ]);
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape if self.part != Part::Overview => self.turn_to(Part::Overview),
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(letter) => self.letter(letter, pace, shop),
            Key::Up => self.scroll(self.from.saturating_sub(1), shop),
            Key::Down => self.scroll(self.from + 1, shop),
            Key::PageUp => self.scroll(self.from.saturating_sub(PAGE), shop),
            Key::PageDown => self.scroll(self.from + PAGE, shop),
            Key::Home => self.scroll(0, shop),
            Key::End => self.scroll(usize::MAX, shop),
            Key::Ctrl(_)
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

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => self.found(found, shop),
            // Something was written meanwhile: the report follows without a tick.
            News::Recorded(..) | News::Corrected(_) | News::Written(_) => {
                Turn::with(Self::opening())
            }
            News::Carried(carried @ (Carried::Exported(_) | Carried::NotExported(_))) => {
                if let Some(notice) = carried.notice(&shop.look.words) {
                    shop.say(notice);
                }
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        match self.report() {
            Some(report) if self.part == Part::Overview => {
                report_x_view::overview(report, shop, canvas, area);
            }
            Some(_) => {
                let rows = self.page_rows(shop);
                let rows = rows.get(self.from..).unwrap_or_default();
                report_x_view::part(self.part, rows, canvas, area);
            }
            None => report_x_view::waiting(canvas, area),
        }
    }
}

//! Longer periods for whoever keeps the books: the months, quarters and financial years in which
//! days were closed, each to be written as tables.

use jiff::{ToSpan, civil::Date};
use ratatui::layout::Rect;

use super::super::{
    canvas::Canvas,
    event::{Carried, Carry, Effect, News},
    foot::Bind,
    keys::{Key, Stroke},
    notice::Notice,
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
    words::Words,
};
use crate::domain::{
    asking::{Ask, Found, MonthSeen},
    money::Money,
};

/// So many rows a page key moves.
const PAGE: usize = 10;
/// The columns of how many.
const COUNT: u16 = 9;
/// The columns of an amount.
const AMOUNT: u16 = 12;

/// The list of periods.
#[derive(Default)]
pub struct Periods {
    /// What was closed, month by month; none until the journal answered.
    months: Option<Vec<MonthSeen>>,
    chosen: usize,
    /// A period is being written.
    writing: bool,
}

/// How long a period is, in months.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Long {
    Month,
    Quarter,
    Year,
}

/// A period that can be written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    long: Long,
    from: Date,
    to: Date,
    closings: u64,
    tickets: u64,
    turnover: Money,
}

impl Long {
    const ALL: [Self; 3] = [Self::Month, Self::Quarter, Self::Year];

    /// The first day of the period of this length in which a month lies, by the month in which a
    /// financial year begins.
    fn begins(self, month: Date, year_starts: i8) -> Option<Date> {
        let back = match self {
            Self::Month => 0,
            Self::Quarter => (month.month() - 1) % 3,
            Self::Year => (month.month() - year_starts).rem_euclid(12),
        };
        month.first_of_month().checked_sub(back.months()).ok()
    }

    fn ends(self, from: Date) -> Option<Date> {
        let months = match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Year => 12,
        };
        let next = from.checked_add(months.months()).ok()?;
        next.yesterday().ok()
    }
}

/// The periods of one length, newest first.
fn periods(long: Long, months: &[MonthSeen], year_starts: i8) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for seen in months {
        let month: Option<Date> = format!("{}-01", seen.month).parse().ok();
        let from = month.and_then(|it| long.begins(it, year_starts));
        let Some((from, to)) = from.and_then(|it| Some((it, long.ends(it)?))) else {
            continue;
        };
        if rows.last().is_none_or(|it| it.from != from) {
            rows.push(Row {
                long,
                from,
                to,
                closings: 0,
                tickets: 0,
                turnover: Money::ZERO,
            });
        }
        if let Some(row) = rows.last_mut() {
            row.closings += seen.closings;
            row.tickets += seen.tickets;
            row.turnover += seen.turnover;
        }
    }
    rows
}

impl Row {
    fn name(&self, words: &Words) -> String {
        let (from, to) = (words.month_long(self.from), words.month_long(self.to));
        match self.long {
            Long::Month => from,
            Long::Quarter | Long::Year => {
                words.say_with("periods-from-to", &[("from", &from), ("to", &to)])
            }
        }
    }

    fn kind(&self) -> &'static str {
        match self.long {
            Long::Month => "periods-month",
            Long::Quarter => "periods-quarter",
            Long::Year => "periods-year",
        }
    }
}

impl Periods {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Months)]
    }

    /// Months first, then quarters, then years.
    fn rows(&self, shop: &Shop) -> Vec<Row> {
        let starts = i8::try_from(shop.settings.rules.year_starts).unwrap_or(1);
        let months = self.months.as_deref().unwrap_or_default();
        let every = Long::ALL.into_iter();
        every
            .flat_map(|long| periods(long, months, starts))
            .collect()
    }

    fn choose(&mut self, at: usize, shop: &Shop) -> Turn {
        self.chosen = at.min(self.rows(shop).len().saturating_sub(1));
        Turn::stay()
    }

    fn write(&mut self, shop: &mut Shop) -> Turn {
        let rows = self.rows(shop);
        let Some(row) = rows.get(self.chosen).filter(|_| !self.writing) else {
            return Turn::bell();
        };
        self.writing = true;
        let name = row.name(&shop.look.words);
        shop.say(Notice::done("periods-writing").with("name", name));
        Turn::with(vec![Effect::Carry(Carry::Period {
            from: row.from.to_string(),
            to: row.to.to_string(),
        })])
    }
}

impl Screen for Periods {
    fn title(&self) -> &'static str {
        "periods"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.rows(shop).is_empty() {
            keys.push(Bind::new(Key::Enter, "periods-write"));
            keys.push(Bind::new(Key::Down, "periods-choose"));
        }
        keys.push(Bind::new(Key::Escape, "periods-back"));
        keys.push(Bind::new(Key::Char('?'), "periods-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1), shop),
            Key::Down => self.choose(self.chosen + 1, shop),
            Key::PageUp => self.choose(self.chosen.saturating_sub(PAGE), shop),
            Key::PageDown => self.choose(self.chosen + PAGE, shop),
            Key::Home => self.choose(0, shop),
            Key::End => self.choose(usize::MAX, shop),
            // The Enter that chose this screen may still be held.
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.write(shop),
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::F(_)
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
            News::Found(found) => {
                if let Found::Months(months) = found.as_ref() {
                    self.months = Some(months.clone());
                }
            }
            News::Carried(carried @ (Carried::Exported(_) | Carried::NotExported(_))) => {
                self.writing = false;
                if let Some(notice) = carried.notice(&shop.look.words) {
                    shop.say(notice);
                }
            }
            News::Written(_) => return Turn::with(Self::opening()),
            _ => {}
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut area = area;
        let below = room::indented(room::bottom(&mut area, 2), 1);
        canvas.wrapped(below, Role::Quiet, &words.say("periods-names"));
        let mut inside = canvas.boxed(area, &words.say("periods-closed"));
        canvas.cursor(inside.x, inside.y);
        let rows = self.rows(shop);
        if rows.is_empty() {
            let word = match self.months {
                None => "periods-waiting",
                Some(_) => "periods-none",
            };
            canvas.wrapped(room::indented(inside, 1), Role::Quiet, &words.say(word));
            return;
        }
        head(canvas, room::top(&mut inside, 1));
        let shown = room::window(rows.len(), self.chosen, usize::from(inside.height));
        let first = shown.start;
        for (row, at) in rows.get(shown).unwrap_or_default().iter().zip(first..) {
            let place = room::top(&mut inside, 1);
            let role = if at == self.chosen {
                canvas.cursor(place.x, place.y);
                Role::Chosen
            } else {
                Role::Text
            };
            draw(row, role, canvas, place);
        }
    }
}

fn head(canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let [closings, tickets, turnover] =
        ["periods-closings", "periods-tickets", "periods-turnover"].map(|it| words.say(it));
    let cells = [
        Cell::column("", 11),
        Cell::label(""),
        Cell::amount(&closings, COUNT),
        Cell::amount(&tickets, COUNT),
        Cell::amount(&turnover, AMOUNT),
    ];
    canvas.row(at, Role::Quiet, &cells);
}

fn draw(row: &Row, role: Role, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let number = |n: u64| words.number(i64::try_from(n).unwrap_or(i64::MAX));
    let (kind, name) = (words.say(row.kind()), row.name(words));
    let (closings, tickets) = (number(row.closings), number(row.tickets));
    let turnover = words.amount(row.turnover);
    let cells = [
        Cell::column(&kind, 11),
        Cell::label(&name),
        Cell::amount(&closings, COUNT),
        Cell::amount(&tickets, COUNT),
        Cell::amount(&turnover, AMOUNT),
    ];
    canvas.row(at, role, &cells);
}

//! The journal of tickets: a day's list, one of them in detail, its copies on paper, its voiding.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        entry::number,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn, not_here},
        shop::Shop,
    },
    journal_view,
    ticket::{OneTicket, void_or_rest},
};
use crate::domain::asking::{Ask, Found};
use crate::domain::views::{TicketDetail, TicketRow};

/// No till gives longer numbers.
const DIGITS_MAX: usize = 9;
/// So many rows a page key moves.
const PAGE: usize = 10;

/// The tickets of a market day.
#[derive(Default)]
pub struct Journal {
    /// The day shown; none means today.
    day: Option<String>,
    pub(super) rows: Vec<TicketRow>,
    pub(super) chosen: usize,
    /// The chosen ticket, once it is here.
    pub(super) detail: Option<Box<TicketDetail>>,
    /// The digits of a ticket's number that were typed.
    pub(super) typed: String,
    /// The ticket to be shown once the day's are here.
    wanted: Option<String>,
    /// The ticket that is to be voided, once it is known what became of it.
    voiding: Option<String>,
}

impl Screen for Journal {
    fn title(&self) -> &'static str {
        "journal"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if !self.rows.is_empty() {
            keys.push(Bind::new(Key::Enter, "journal-open"));
            keys.push(Bind::new(Key::Char('I'), "journal-print"));
            keys.push(Bind::new(Key::Back, "journal-void"));
        }
        keys.push(Bind::new(Key::Left, "journal-day-before"));
        if self.day(shop) < shop.day() {
            keys.push(Bind::new(Key::Right, "journal-day-after"));
        }
        keys.push(Bind::new(Key::Escape, "journal-back"));
        keys.push(Bind::new(Key::Char('?'), "journal-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape if !self.typed.is_empty() => {
                self.typed.clear();
                Turn::stay()
            }
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1)),
            Key::Down => self.choose(self.chosen + 1),
            Key::PageUp => self.choose(self.chosen.saturating_sub(PAGE)),
            Key::PageDown => self.choose(self.chosen + PAGE),
            Key::Home => self.choose(0),
            Key::End => self.choose(usize::MAX),
            Key::Left => self.turn_day(Date::yesterday, shop),
            Key::Right => self.turn_day(Date::tomorrow, shop),
            // Held down it would print a duplicate with every repetition.
            Key::Char('!' | 'i' | 'I') | Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Char('!' | 'i' | 'I') => self.print(shop),
            Key::Char(c) => self.digit(c, shop),
            Key::Back if !self.typed.is_empty() => {
                self.typed.pop();
                self.seek()
            }
            // The key that rubbed the number out may still be held.
            Key::Back if pace == Pace::Steady => self.ask_to_void(),
            Key::Enter => self.open(),
            _ => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        match OneTicket::scan(code, shop) {
            Some(ticket) => Turn::go(Go::To(ticket)),
            None => not_here(code, shop),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Tickets(rows) => {
                let before = self.wanted.take().or_else(|| self.name());
                self.rows.clone_from(rows);
                let place = rows
                    .iter()
                    .position(|row| Some(&row.name) == before.as_ref());
                self.chosen = place.unwrap_or_default();
                self.ask_detail()
            }
            News::Ticket(detail) if self.name().as_ref() == Some(&detail.ticket.name) => {
                self.detail = Some(detail.clone());
                Turn::stay()
            }
            News::Written(_) | News::Corrected(_) => {
                Turn::with(vec![Effect::AskTickets(self.day(shop))])
            }
            News::Found(found) => match found.as_ref() {
                Found::Past(name, Some(past)) if self.voiding.as_ref() == Some(name) => {
                    self.voiding = None;
                    void_or_rest(past, shop)
                }
                _ => Turn::stay(),
            },
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        journal_view::draw(self, shop, canvas, area);
    }
}

impl Journal {
    /// The journal of a market day, `YYYY-MM-DD`, at a ticket of it.
    pub fn at(day: String, ticket: String) -> Self {
        Self {
            day: Some(day),
            wanted: Some(ticket),
            ..Self::default()
        }
    }

    /// The market day shown, `YYYY-MM-DD`.
    pub fn day(&self, shop: &Shop) -> String {
        self.day.clone().unwrap_or_else(|| shop.day())
    }

    fn name(&self) -> Option<String> {
        Some(self.rows.get(self.chosen)?.name.clone())
    }

    fn choose(&mut self, at: usize) -> Turn {
        self.typed.clear();
        self.take(at.min(self.rows.len().saturating_sub(1)))
    }

    fn take(&mut self, at: usize) -> Turn {
        if at == self.chosen {
            return Turn::stay();
        }
        self.chosen = at;
        self.ask_detail()
    }

    fn ask_detail(&mut self) -> Turn {
        let name = self.name();
        self.detail
            .take_if(|detail| Some(&detail.ticket.name) != name.as_ref());
        Turn::with(name.map(Effect::AskTicket).into_iter().collect())
    }

    /// Another market day, but none that is still to come.
    fn turn_day(
        &mut self,
        turn: impl FnOnce(Date) -> Result<Date, jiff::Error>,
        shop: &Shop,
    ) -> Turn {
        let date = self.day(shop).parse::<Date>().and_then(turn);
        let Some(day) = date.ok().map(|date| date.to_string()) else {
            return Turn::bell();
        };
        if day > shop.day() {
            return Turn::bell();
        }
        *self = Self {
            day: Some(day.clone()),
            ..Self::default()
        };
        Turn::with(vec![Effect::AskTickets(day)])
    }

    fn digit(&mut self, c: char, shop: &Shop) -> Turn {
        let digit = number(&c.to_string(), shop.digits).ok();
        match digit.and_then(super::super::entry::Number::whole) {
            Some(digit) if self.typed.len() < DIGITS_MAX => {
                self.typed.push_str(&digit.to_string());
                self.seek()
            }
            _ => Turn::bell(),
        }
    }

    /// Chooses the ticket of the typed number, or the latest whose number begins so.
    fn seek(&mut self) -> Turn {
        if self.typed.is_empty() {
            return Turn::stay();
        }
        let number = |row: &TicketRow| row.number.to_string();
        let whole = self.rows.iter().position(|row| number(row) == self.typed);
        let begun = |row: &TicketRow| number(row).starts_with(&self.typed);
        match whole.or_else(|| self.rows.iter().position(begun)) {
            Some(at) => self.take(at),
            None => Turn::bell(),
        }
    }

    /// Opens the chosen ticket, or the one whose number was typed, of whichever day.
    fn open(&mut self) -> Turn {
        let typed = std::mem::take(&mut self.typed);
        let chosen = self.rows.get(self.chosen);
        let name = match chosen {
            Some(row) if typed.is_empty() || row.number.to_string() == typed => row.name.clone(),
            _ if typed.is_empty() => return Turn::bell(),
            _ => typed,
        };
        Turn::go(Go::To(Place::Ticket(Box::new(OneTicket::of(name)))))
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(detail) = &self.detail else {
            return Turn::bell();
        };
        let name = detail.ticket.name.clone();
        let notice = match detail.copies {
            0 => Notice::done("print-sent"),
            copies => Notice::done("journal-duplicate-sent").with("copy", copies.to_string()),
        };
        shop.say(notice.with("name", name.clone()));
        let ticket = name.clone();
        Turn::with(vec![Effect::Print { ticket }, Effect::AskTicket(name)])
    }

    fn ask_to_void(&mut self) -> Turn {
        let Some(name) = self.name() else {
            return Turn::bell();
        };
        self.voiding = Some(name.clone());
        Turn::with(vec![Effect::Ask(Ask::Past(name))])
    }
}

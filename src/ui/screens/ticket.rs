//! One recorded ticket as it stands now: its lines, what came back of them, how it is paid; and
//! all that can put it right.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        correcting,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn, not_here},
        shop::Shop,
        voiding,
    },
    question::Question,
    reattribute::Reattribute,
    refund::{Purpose, Refund},
    refund_ways::reachable,
    ticket_means::TicketMeans,
    ticket_view,
};
use crate::domain::{
    asking::{Ask, Found, PastTicket, SoldLine},
    correct::Wanted,
    receipt::code,
    ticket::Returned,
};

/// So many rows a page key moves.
const PAGE: usize = 10;

/// A ticket of the journal.
pub struct OneTicket {
    /// What people call it, or its number as it was typed.
    name: String,
    /// The ticket, once it is here.
    pub(super) past: Option<Box<PastTicket>>,
    pub(super) chosen: usize,
    /// Lines that the next action is about; empty for the chosen one.
    pub(super) marked: Vec<usize>,
}

impl OneTicket {
    /// The ticket of this name, or of this number.
    pub const fn of(name: String) -> Self {
        Self {
            name,
            past: None,
            chosen: 0,
            marked: Vec::new(),
        }
    }

    /// The ticket whose receipt was scanned; none where the code is an article's, a card's, or no
    /// receipt's.
    pub fn scan(scanned: &str, shop: &Shop) -> Option<Place> {
        let known =
            shop.catalogue.by_barcode(scanned).is_some() || shop.members.by_card(scanned).is_some();
        let coded = code::read(scanned).filter(|_| !known);
        coded.map(|_| Place::Ticket(Box::new(Self::of(scanned.to_owned()))))
    }

    /// What it asks for when it opens.
    pub fn opening(&self) -> Effect {
        Effect::Ask(Ask::Past(self.name.clone()))
    }

    fn choose(&mut self, at: usize) -> Turn {
        let count = self.past.as_ref().map_or(0, |it| it.lines.len());
        self.chosen = at.min(count.saturating_sub(1));
        Turn::stay()
    }

    fn mark(&mut self) -> Turn {
        let at = self.chosen;
        if self.marked.contains(&at) {
            self.marked.retain(|it| *it != at);
        } else {
            self.marked.push(at);
            self.marked.sort_unstable();
        }
        self.choose(at + 1)
    }

    /// The places of the lines that the next action is about.
    fn meant(&self) -> Vec<usize> {
        if self.marked.is_empty() {
            vec![self.chosen]
        } else {
            self.marked.clone()
        }
    }

    /// The lines that the next action is about, or why it cannot be.
    fn lines<'a>(
        &self,
        past: &'a PastTicket,
        shop: &Shop,
    ) -> Result<Vec<(usize, &'a SoldLine)>, Notice> {
        if let Some(notice) = correcting::refusal(past, shop) {
            return Err(notice);
        }
        let places = self.meant().into_iter();
        let lines: Vec<(usize, &SoldLine)> = places
            .filter_map(|at| Some((at, past.lines.get(at)?)))
            .collect();
        let refused = lines
            .iter()
            .find_map(|(_, sold)| correcting::line_refusal(sold, shop));
        refused.map_or(Ok(lines), Err)
    }

    fn take_back(&self, purpose: Purpose, shop: &mut Shop) -> Turn {
        let Some(past) = &self.past else {
            return Turn::bell();
        };
        match self.lines(past, shop) {
            Ok(lines) => {
                let whole = |(at, sold): (usize, &SoldLine)| Wanted {
                    at,
                    count: sold.left(),
                    returned: Returned::OnSale,
                };
                let wanted = lines.into_iter().map(whole).collect();
                Refund::open(past, wanted, purpose, shop)
            }
            Err(notice) => refuse(notice, shop),
        }
    }

    fn take_all_back(&self, shop: &mut Shop) -> Turn {
        match &self.past {
            Some(past) => Refund::rest_of(past, shop),
            None => Turn::bell(),
        }
    }

    fn change_means(&self, shop: &mut Shop) -> Turn {
        match &self.past {
            Some(past) => TicketMeans::open(past, shop),
            None => Turn::bell(),
        }
    }

    fn attribute(&self, shop: &mut Shop) -> Turn {
        let Some(past) = &self.past else {
            return Turn::bell();
        };
        match self.lines(past, shop) {
            Ok(lines) => {
                let lines = lines.into_iter().map(|(_, sold)| sold.clone()).collect();
                Reattribute::lines(lines, shop)
            }
            Err(notice) => refuse(notice, shop),
        }
    }

    fn void(&self, shop: &mut Shop) -> Turn {
        let Some(past) = &self.past else {
            return Turn::bell();
        };
        void_or_rest(past, shop)
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(past) = &self.past else {
            return Turn::bell();
        };
        let name = past.detail.ticket.name.clone();
        let notice = match past.detail.copies {
            0 => Notice::done("print-sent"),
            copies => Notice::done("journal-duplicate-sent").with("copy", copies.to_string()),
        };
        shop.say(notice.with("name", name.clone()));
        Turn::with(vec![Effect::Print { ticket: name }, self.opening()])
    }
}

/// Asks whether to void a ticket whole; where a part of it came back already, offers the rest.
pub(super) fn void_or_rest(past: &PastTicket, shop: &mut Shop) -> Turn {
    if let Some(notice) = voiding::refusal(&past.detail, shop) {
        return refuse(notice, shop);
    }
    let same_way = reachable(past, shop).len() == past.paid_by.len();
    if same_way && correcting::is_as_recorded(past) {
        let question = Question::void(&past.detail, shop);
        return shop.guard(Act::Void, Turn::go(Go::To(Place::Question(question))));
    }
    let turn = Refund::rest_of(past, shop);
    if matches!(turn.go, Go::To(_)) {
        let name = past.detail.ticket.name.clone();
        shop.say(Notice::warning("refund-rest-instead").with("name", name));
    }
    turn
}

fn refuse(notice: Notice, shop: &mut Shop) -> Turn {
    shop.say(notice);
    Turn::bell()
}

impl Screen for OneTicket {
    fn title(&self) -> &'static str {
        "ticket"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if let Some(past) = &self.past {
            if !past.lines.is_empty() {
                keys.push(Bind::new(Key::Char('R'), "ticket-key-refund"));
                keys.push(Bind::new(Key::Char('T'), "ticket-key-all"));
                keys.push(Bind::new(Key::Char('E'), "ticket-key-exchange"));
            }
            keys.push(Bind::new(Key::Char('M'), "ticket-key-means"));
            if !past.lines.is_empty() {
                keys.push(Bind::new(Key::Char('A'), "ticket-key-attribute"));
                keys.push(Bind::new(Key::Char(' '), "ticket-key-mark"));
                keys.push(Bind::new(Key::Back, "ticket-key-void"));
            }
            keys.push(Bind::new(Key::Char('I'), "ticket-key-print"));
        }
        keys.push(Bind::new(Key::Escape, "ticket-key-back"));
        keys.push(Bind::new(Key::Char('?'), "ticket-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(self.chosen.saturating_sub(1)),
            Key::Down => self.choose(self.chosen + 1),
            Key::PageUp => self.choose(self.chosen.saturating_sub(PAGE)),
            Key::PageDown => self.choose(self.chosen + PAGE),
            Key::Home => self.choose(0),
            Key::End => self.choose(usize::MAX),
            Key::Char(' ') => self.mark(),
            // Held down they would print or ask with every repetition.
            Key::Char('!' | 'i' | 'I') | Key::Back if pace == Pace::Hasty => Turn::bell(),
            Key::Char('!' | 'i' | 'I') => self.print(shop),
            Key::Back => self.void(shop),
            Key::Char('r' | 'R') => self.take_back(Purpose::Refund, shop),
            Key::Char('t' | 'T') => self.take_all_back(shop),
            Key::Char('e' | 'E') => self.take_back(Purpose::Exchange, shop),
            Key::Char('m' | 'M') => self.change_means(shop),
            Key::Char('a' | 'A') => self.attribute(shop),
            _ => Turn::bell(),
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        match Self::scan(code, shop) {
            Some(ticket) => Turn::go(Go::Instead(ticket)),
            None => not_here(code, shop),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => {
                let Found::Past(name, found) = found.as_ref() else {
                    return Turn::stay();
                };
                if *name != self.name {
                    return Turn::stay();
                }
                let Some(past) = found else {
                    let word = match code::read(name) {
                        Some(_) => "ticket-scanned-unknown",
                        None => "ticket-unknown",
                    };
                    shop.say(Notice::warning(word).with("name", name.clone()));
                    return Turn::go(Go::Back).and(Effect::Bell);
                };
                self.past = Some(past.clone());
                self.choose(self.chosen)
            }
            News::Corrected(_) | News::Written(_) => {
                self.marked.clear();
                Turn::with(vec![self.opening()])
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        ticket_view::draw(self, shop, canvas, area);
    }
}

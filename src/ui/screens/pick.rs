//! Finding: an article among those a line stood for, or articles, members and tickets by letters.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        entry::{Meaning, Number, Target, meaning},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        reading::{self, Reading},
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    find::{self, Hit},
    journal::Journal,
    pay::Pay,
    pick_view,
    sell_line::{doubtful, leaving, put},
};
use crate::domain::{
    asking::{Ask, Found, PastTicket},
    catalogue::Product,
    ids::Id,
    views::TicketRow,
};

/// So far a page key goes.
const PAGE: usize = 10;
/// More characters than this are no name.
const NAME_MAX: usize = 60;

/// A list of what was found, one of which is taken.
pub struct Pick {
    pub(super) kind: Kind,
    /// What is in front of the name on the sell line: `3*`.
    before: String,
    /// What is searched for.
    pub(super) typed: String,
    amounts: Vec<Number>,
    /// What was found, best first.
    pub(super) hits: Vec<Hit>,
    /// The tickets of the day.
    tickets: Vec<TicketRow>,
    pub(super) at: usize,
    /// A digit that takes an article unless it is the first of a scan.
    digit: Alone<usize>,
}

/// Where the list comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The line on the sell screen stood for several; a digit takes one of them.
    Among,
    /// It is searched in all there is; digits are searched for too.
    Search,
}

impl Pick {
    /// A search over everything, from what was typed on the sell line.
    pub fn search(shop: &Shop, typed: &str) -> Self {
        let mut pick = match meaning(typed, shop.digits) {
            Meaning::Article {
                amounts,
                target: Target::Name(name),
            } => Self::of(Kind::Search, typed, &name, amounts),
            Meaning::Unfinished(amounts) => Self::of(Kind::Search, typed, "", amounts),
            Meaning::Empty
            | Meaning::Article { .. }
            | Meaning::Amount { .. }
            | Meaning::Refused(_) => Self::of(Kind::Search, typed, typed, Vec::new()),
        };
        pick.list(shop);
        pick
    }

    /// A choice among articles found for what was typed.
    pub fn among(places: Vec<usize>, amounts: Vec<Number>, typed: &str, shop: &Shop) -> Self {
        let name = match meaning(typed, shop.digits) {
            Meaning::Article {
                target: Target::Name(name),
                ..
            } => name,
            _ => typed.to_owned(),
        };
        Self {
            hits: places.into_iter().map(Hit::Article).collect(),
            ..Self::of(Kind::Among, typed, &name, amounts)
        }
    }

    fn of(kind: Kind, line: &str, name: &str, amounts: Vec<Number>) -> Self {
        Self {
            kind,
            before: line
                .trim_end()
                .strip_suffix(name)
                .unwrap_or_default()
                .to_owned(),
            typed: name.to_owned(),
            amounts,
            hits: Vec::new(),
            tickets: Vec::new(),
            at: 0,
            digit: Alone::default(),
        }
    }

    /// What it asks for when it opens: the tickets of the day.
    pub fn opening(&self, shop: &Shop) -> Vec<Effect> {
        match self.kind {
            Kind::Among => Vec::new(),
            Kind::Search => vec![Effect::AskTickets(shop.day())],
        }
    }

    fn list(&mut self, shop: &Shop) {
        // Three of a member or of a ticket make no sense.
        self.hits = if self.amounts.is_empty() {
            find::hits(&self.typed, &self.tickets, shop)
        } else {
            find::articles(&self.typed, shop)
        };
        self.at = 0;
    }

    /// Takes what stands at a place of the list: an article onto the ticket in the amounts that
    /// were typed, a member onto the ticket, a ticket to be read.
    fn take(&mut self, at: usize, shop: &mut Shop) -> Turn {
        match self.hits.get(at) {
            Some(Hit::Article(place)) => match shop.catalogue.at(*place).cloned() {
                Some(product) => self.put(&product, shop),
                None => Turn::bell(),
            },
            Some(Hit::Member(id)) => match shop.attach(&id.clone()) {
                Ok(()) => Turn::go(Go::Back),
                Err(notice) => shop.refuse(notice),
            },
            Some(Hit::Ticket(row)) => {
                let day = row.at.business_day(shop.settings.rules.day_starts_at);
                let journal = Journal::at(day, row.name.clone());
                Turn::go(Go::Instead(Place::Journal(journal)))
            }
            None => Turn::bell(),
        }
    }

    /// The member that pays: the chosen one, or else the first of the list.
    fn payer(&self) -> Option<&Id> {
        let chosen = self.hits.get(self.at).and_then(Hit::member);
        chosen.or_else(|| self.hits.iter().find_map(Hit::member))
    }

    /// Attaches the member and pays by the account at once, if it suffices.
    fn pay_by_account(&self, shop: &mut Shop) -> Turn {
        let Some(id) = self.payer().cloned() else {
            return shop.refuse(Notice::warning("find-no-member"));
        };
        match shop.attach(&id) {
            Ok(()) if shop.basket().is_empty() => Turn::go(Go::Back),
            Ok(()) => Pay::finish_now(shop),
            Err(notice) => shop.refuse(notice),
        }
    }

    fn put(&self, product: &Product, shop: &mut Shop) -> Turn {
        match reading::of_product(product, &self.amounts) {
            Reading::Line(line) => leaving(put(*line, shop)),
            Reading::Weigh(id) => {
                shop.to_weigh = Some(id);
                Turn::go(Go::Back)
            }
            Reading::Ask(line, doubt) => {
                Turn::go(Go::Instead(Place::Question(doubtful(*line, doubt, shop))))
            }
            Reading::Refused(notice) => {
                shop.say(notice);
                Turn::bell()
            }
            Reading::Nothing
            | Reading::Partial
            | Reading::Jars(_)
            | Reading::Choose(..)
            | Reading::Unknown(_) => Turn::bell(),
        }
    }

    fn character(&mut self, c: char, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        shop.notice = None;
        if c == '?' {
            return Turn::go(Go::Help);
        }
        if self.kind == Kind::Among {
            let digit = c.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
            if let Some(number @ 1..) = digit {
                if pace == Pace::Hasty || number > self.hits.len() {
                    return Turn::bell();
                }
                return self.digit.hold(number - 1, stroke);
            }
            if !c.is_alphabetic() && c != ' ' {
                return Turn::bell();
            }
            self.kind = Kind::Search;
        }
        if matches!(c, '+' | '=') {
            if pace == Pace::Hasty {
                return Turn::bell();
            }
            return self.pay_by_account(shop);
        }
        if self.typed.chars().count() >= NAME_MAX {
            return Turn::bell();
        }
        self.typed.push(c);
        self.list(shop);
        self.ask_past()
    }

    fn back(&mut self, shop: &Shop) -> Turn {
        self.kind = Kind::Search;
        if self.typed.pop().is_none() {
            return Turn::bell();
        }
        self.list(shop);
        self.ask_past()
    }

    /// Tickets of other days are asked for by their whole name or number.
    fn ask_past(&self) -> Turn {
        let named = self.amounts.is_empty() && self.typed.contains(|c: char| c.is_ascii_digit());
        let ask = named.then(|| Effect::Ask(Ask::Past(self.typed.trim().to_uppercase())));
        Turn::with(ask.into_iter().collect())
    }

    /// A ticket that was asked for, if it still is what is typed and no ticket of the day.
    fn past(&mut self, name: &str, past: &PastTicket) {
        let detail = &past.detail;
        let known = self
            .tickets
            .iter()
            .any(|row| row.name == detail.ticket.name);
        if known || !name.eq_ignore_ascii_case(self.typed.trim()) {
            return;
        }
        self.hits.push(Hit::Ticket(Box::new(TicketRow {
            seq: detail.seq,
            number: detail.ticket.number,
            name: detail.ticket.name.clone(),
            at: detail.at,
            total: detail.ticket.total,
            means: Vec::new(),
            reverses: None,
            reversed_by: detail.reversed_by.clone(),
        })));
    }

    fn choose(&mut self, key: Key) -> Turn {
        let Some(last) = self.hits.len().checked_sub(1) else {
            return Turn::bell();
        };
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => self.at + 1,
            Key::PageUp => self.at.saturating_sub(PAGE),
            Key::PageDown => self.at + PAGE,
            Key::End => last,
            _ => 0,
        }
        .min(last);
        Turn::stay()
    }
}

impl Screen for Pick {
    fn title(&self) -> &'static str {
        "pick"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = vec![Bind::new(Key::Enter, "pick-key-add")];
        if self.kind == Kind::Among {
            keys.push(Bind::new(Key::Char('1'), "pick-key-number"));
        } else if self.payer().is_some() {
            keys.push(Bind::new(Key::Char('+'), "find-key-pay"));
        }
        keys.push(Bind::new(Key::Up, "pick-key-up"));
        keys.push(Bind::new(Key::Down, "pick-key-down"));
        keys.push(Bind::new(Key::Escape, "pick-key-back"));
        keys.push(Bind::new(Key::Char('?'), "pick-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.digit.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(at) => return self.take(at, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Char(c) => self.character(c, stroke, pace, shop),
            // The Enter that opened the list may bounce.
            Key::Enter if pace == Pace::Hasty && self.kind == Kind::Among => Turn::bell(),
            Key::Enter => self.take(self.at, shop),
            Key::Back => self.back(shop),
            Key::Escape => {
                let line = format!("{}{}", self.before, self.typed);
                Turn::go(Go::BackTyped(line))
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.choose(stroke.key)
            }
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Left
            | Key::Right => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        if self.kind == Kind::Search {
            for _ in 0..characters {
                self.typed.pop();
            }
            self.list(shop);
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        match shop.catalogue.by_barcode(code).cloned() {
            Some(product) => self.put(&product, shop),
            // A card, or a code that nobody knows.
            None => Turn::go(Go::HomeScanned(code.to_owned())),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Past(name, Some(past)) = found.as_ref()
        {
            self.past(name, past);
        }
        if let News::Tickets(rows) = news {
            self.tickets.clone_from(rows);
            if self.kind == Kind::Search {
                let at = self.at;
                self.list(shop);
                self.at = at.min(self.hits.len().saturating_sub(1));
            }
        }
        Turn::stay()
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.digit.woken(at_ms) {
            Some(at) => self.take(at, shop),
            None => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        pick_view::draw(self, shop, canvas, area);
    }
}

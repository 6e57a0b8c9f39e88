//! Giving what was sold to the right producer or VAT rate: lines of a ticket, an article over some
//! days, or amounts under keys that several producers share; what moves is shown before.

use std::collections::BTreeMap;

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        confirm::{Confirm, Said},
        correcting::{self, Correction},
        drafts::Paper,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    reattribute_view,
};
use crate::domain::{
    asking::{Ask, Found, SoldLine},
    correct::{AttributeRefusal, Attributed, Stamp, To, reattributed},
    ids::{Id, Uid},
    money::VatRate,
    ticket::Ticket,
};

/// So many lines go into one correcting ticket: each makes two.
const LINES_MAX: usize = 200;

/// What is moved, and where it goes.
pub struct Reattribute {
    pub(super) source: Source,
    /// The lines it is about, once they are known.
    pub(super) lines: Option<Vec<SoldLine>>,
    pub(super) field: Field,
    /// The producer it goes to, by the place in the catalogue.
    pub(super) producer: Option<usize>,
    /// The rate it gets.
    pub(super) rate: Option<VatRate>,
    pub(super) confirm: Confirm,
    /// What was asked for and not answered yes; asked for again under the same names.
    pub(super) tickets: Vec<(Uid, Box<Ticket>)>,
}

/// Where the lines come from.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Source {
    /// They were chosen on a ticket.
    Chosen,
    /// An article between two market days.
    Article {
        typed: String,
        product: Option<Id>,
        days: [Date; 2],
    },
    /// Amounts that are nobody's yet: all of them, or those of one of the groups.
    Shared {
        /// All that are nobody's.
        all: Vec<SoldLine>,
        /// Which group, by its place in [`Reattribute::groups`]; none for all.
        group: Option<usize>,
    },
}

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Article,
    From,
    Until,
    Amounts,
    Producer,
    Rate,
}

impl Reattribute {
    /// Lines that were chosen on a ticket.
    pub fn lines(lines: Vec<SoldLine>, shop: &mut Shop) -> Turn {
        let screen = Self::of(Source::Chosen, Field::Producer, Some(lines));
        screen.guarded(shop)
    }

    /// An article over some days, today to begin with.
    pub fn article(shop: &mut Shop) -> Turn {
        let Ok(today) = shop.day().parse::<Date>() else {
            return Turn::bell();
        };
        let source = Source::Article {
            typed: String::new(),
            product: None,
            days: [today, today],
        };
        Self::of(source, Field::Article, None).guarded(shop)
    }

    /// Amounts under keys that several producers share.
    pub fn shared(shop: &mut Shop) -> Turn {
        let source = Source::Shared {
            all: Vec::new(),
            group: None,
        };
        Self::of(source, Field::Amounts, None).guarded(shop)
    }

    fn guarded(self, shop: &mut Shop) -> Turn {
        let place = Place::Reattribute(Box::new(self));
        shop.guard(Act::Reattribution, Turn::go(Go::To(place)))
    }

    /// What it asks for when it opens.
    pub fn opening(&self) -> Vec<Effect> {
        match self.source {
            Source::Shared { .. } => vec![Effect::Ask(Ask::Unattributed)],
            Source::Chosen | Source::Article { .. } => Vec::new(),
        }
    }

    const fn of(source: Source, field: Field, lines: Option<Vec<SoldLine>>) -> Self {
        Self {
            source,
            lines,
            field,
            producer: None,
            rate: None,
            confirm: Confirm::Asking,
            tickets: Vec::new(),
        }
    }

    /// The fields there are, in their order.
    pub(super) const fn fields(&self) -> &'static [Field] {
        match self.source {
            Source::Chosen => &[Field::Producer, Field::Rate],
            Source::Article { .. } => &[
                Field::Article,
                Field::From,
                Field::Until,
                Field::Producer,
                Field::Rate,
            ],
            Source::Shared { .. } => &[Field::Amounts, Field::Producer, Field::Rate],
        }
    }

    /// The amounts under shared keys, by key and market day.
    pub(super) fn groups(&self, shop: &Shop) -> Vec<(String, String, Vec<SoldLine>)> {
        let Source::Shared { all, .. } = &self.source else {
            return Vec::new();
        };
        let hour = shop.settings.rules.day_starts_at;
        let mut groups: BTreeMap<(String, String), Vec<SoldLine>> = BTreeMap::new();
        for sold in all {
            let key = (sold.at.business_day(hour), sold.line.label.to_string());
            groups.entry(key).or_default().push(sold.clone());
        }
        let group = |((day, label), lines)| (label, day, lines);
        groups.into_iter().map(group).collect()
    }

    pub(super) fn regroup(&mut self, shop: &Shop) {
        let groups = self.groups(shop);
        if let Source::Shared { all, group } = &self.source {
            let lines = match group.and_then(|at| groups.into_iter().nth(at)) {
                Some((_, _, lines)) => lines,
                None => all.clone(),
            };
            self.lines = Some(lines);
        }
    }

    /// What is open of the lines: none that lies in an open ticket, to be taken back there.
    pub(super) fn open_lines(&self, shop: &Shop) -> Vec<SoldLine> {
        let lines = self.lines.iter().flatten();
        lines
            .filter(|it| !correcting::lies_open(it, shop))
            .cloned()
            .collect()
    }

    /// The tickets that move the lines, or why they cannot be.
    pub(super) fn attributed(&self, shop: &Shop) -> Result<Vec<Attributed>, Notice> {
        let producer = self
            .producer
            .and_then(|at| shop.catalogue.producers().get(at));
        let to = To {
            producer: producer.map(|it| it.id.clone()),
            vat: self.rate,
        };
        match &self.lines {
            None => return Err(Notice::warning("reattribute-which")),
            Some(lines) if lines.is_empty() => {
                return Err(Notice::warning("reattribute-nothing"));
            }
            Some(_) => {}
        }
        if to == To::default() {
            return Err(Notice::warning("reattribute-to-whom"));
        }
        let stamp = Stamp {
            version: &shop.version,
            at_ms: shop.now.utc_ms,
        };
        let lists = (&shop.catalogue, &shop.settings.rules);
        let mut tickets = Vec::new();
        let mut refused = AttributeRefusal::NothingLeft;
        for lines in self.open_lines(shop).chunks(LINES_MAX) {
            match reattributed(lines, &to, lists, stamp) {
                Ok(ticket) => tickets.push(ticket),
                Err(refusal) => refused = refusal,
            }
        }
        if tickets.is_empty() {
            return Err(Notice::warning(match refused {
                AttributeRefusal::NothingLeft => "reattribute-nothing",
                AttributeRefusal::Same => "reattribute-same",
                AttributeRefusal::NoProducer => "reattribute-to-whom",
            }));
        }
        Ok(tickets)
    }

    fn record(&mut self, shop: &mut Shop) -> Turn {
        let Ok(attributed) = self.attributed(shop) else {
            return Turn::bell();
        };
        let count: usize = attributed.iter().map(|it| it.lines).sum();
        if self.tickets.is_empty() {
            let tickets = attributed.into_iter();
            let named = tickets.map(|it| (shop.mint.uid(), Box::new(it.ticket)));
            self.tickets = named.collect();
        }
        let lines = shop.look.words.count("reattribute-lines", count);
        let correction = Correction {
            tickets: self.tickets.clone(),
            done: Notice::done("reattribute-done").with("lines", lines),
            paper: Paper::OnRequest,
        };
        let turn = correcting::write(correction, shop);
        let asked = turn
            .effects
            .iter()
            .any(|it| matches!(it, Effect::Correct(_)));
        if asked {
            self.confirm = Confirm::Recording;
        }
        turn
    }

    fn found(&mut self, found: &Found, shop: &Shop) {
        match (found, &mut self.source) {
            (
                Found::Sold(lines),
                Source::Article {
                    product: Some(product),
                    ..
                },
            ) => {
                let mine = |it: &SoldLine| it.line.product.as_ref() == Some(product);
                if lines.iter().all(mine) {
                    self.lines = Some(lines.clone());
                }
            }
            (Found::Unattributed(lines), Source::Shared { all, .. }) => {
                all.clone_from(lines);
                self.regroup(shop);
            }
            _ => {}
        }
    }
}

impl Screen for Reattribute {
    fn title(&self) -> &'static str {
        "reattribute"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if self.confirm == Confirm::Asking {
            let word = match self.field {
                Field::Rate => "reattribute-key-write",
                Field::Article | Field::From | Field::Until | Field::Amounts | Field::Producer => {
                    "reattribute-key-on"
                }
            };
            keys.push(Bind::new(Key::Enter, word));
            if self.field != Field::Article {
                keys.push(Bind::new(Key::Right, "reattribute-key-next"));
            }
            keys.push(Bind::new(Key::Up, "reattribute-key-field"));
        }
        keys.push(Bind::new(Key::Escape, "reattribute-key-back"));
        keys.push(Bind::new(Key::F(1), "reattribute-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => return Turn::with(effects),
            Said::Meant => return self.record(shop).and(Effect::Bell),
        }
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Up | Key::BackTab => self.go_to(-1, shop),
            Key::Down | Key::Tab => self.go_to(1, shop),
            Key::Left => self.turn(-1, shop),
            Key::Right => self.turn(1, shop),
            Key::PageUp => self.turn(-7, shop),
            Key::PageDown => self.turn(7, shop),
            Key::Enter => self.enter(stroke, pace, shop),
            key @ (Key::Char(_) | Key::Back) if self.field == Field::Article => {
                self.type_in(key, shop)
            }
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(c) if self.field == Field::Producer => self.by_letter(c, shop),
            Key::Char(_)
            | Key::Back
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Delete
            | Key::Home
            | Key::End => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        if let Source::Article { typed, .. } = &mut self.source {
            for _ in 0..characters {
                typed.pop();
            }
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let mine = |uid: Uid| self.tickets.iter().any(|it| it.0 == uid);
        match news {
            News::Found(found) => {
                self.found(found, shop);
                Turn::stay()
            }
            News::Corrected(recorded) if recorded.iter().any(|it| mine(it.uid)) => {
                Turn::go(Go::Back)
            }
            News::NotCorrected(uid, _) if mine(*uid) => {
                self.confirm = Confirm::Asking;
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.confirm.woken(at_ms) {
            Said::Nothing => Turn::stay(),
            Said::Spent(effects) => Turn::with(effects),
            Said::Meant => self.record(shop),
        }
    }

    fn may_leave(&self) -> bool {
        self.confirm == Confirm::Asking
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        reattribute_view::draw(self, shop, canvas, area);
    }
}

//! Taking back what was sold: how much of which line, what becomes of it, and by which means the
//! money goes back; or into the open ticket, in exchange for something else.

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
        voiding,
    },
    refund_view,
    refund_ways::{self, Offered},
};
use crate::domain::{
    asking::{PastTicket, SoldLine},
    basket::Basket,
    correct::Wanted,
    ids::Uid,
    money::Money,
    price::{PriceList, Priced, price},
    settings::TenderKind,
    ticket::{Payment, Ticket},
};

/// What is wanted back of a past ticket.
pub struct Refund {
    pub(super) past: Box<PastTicket>,
    pub(super) wanted: Vec<Wanted>,
    /// Which of `wanted` the digits are about.
    pub(super) chosen: usize,
    pub(super) typed: String,
    pub(super) purpose: Purpose,
    pub(super) stage: Stage,
    pub(super) confirm: Confirm,
    /// Which of the ways is chosen.
    pub(super) way: usize,
    pub(super) paper: Paper,
    /// What the refund is called in the journal; the same when it is asked for again.
    pub(super) uid: Uid,
}

/// What the goods come back for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Money.
    Refund,
    /// Other goods, on the open ticket.
    Exchange,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// How much of what.
    Choosing,
    /// By which means.
    Paying,
}

impl Refund {
    /// Opens for what is wanted back.
    pub fn open(past: &PastTicket, wanted: Vec<Wanted>, purpose: Purpose, shop: &mut Shop) -> Turn {
        let refund = Self {
            past: Box::new(past.clone()),
            wanted,
            chosen: 0,
            typed: String::new(),
            purpose,
            stage: Stage::Choosing,
            confirm: Confirm::default(),
            way: 0,
            paper: Paper::OnRequest,
            uid: shop.mint.uid(),
        };
        // As much a ticket taken back as one that is voided.
        shop.guard(Act::Void, Turn::go(Go::To(Place::Refund(Box::new(refund)))))
    }

    /// Opens for all that is left of a ticket, or says why nothing can come back.
    pub fn rest_of(past: &PastTicket, shop: &mut Shop) -> Turn {
        let refused = correcting::refusal(past, shop);
        let free = |it: &Wanted| {
            let sold = past.lines.get(it.at);
            sold.is_some_and(|it| correcting::line_refusal(it, shop).is_none())
        };
        let wanted: Vec<Wanted> = past.rest().into_iter().filter(free).collect();
        let nothing = || {
            let name = past.detail.ticket.name.clone();
            Notice::warning("refund-nothing-left").with("name", name)
        };
        if let Some(notice) = refused.or_else(|| wanted.is_empty().then(nothing)) {
            shop.say(notice);
            return Turn::bell();
        }
        Self::open(past, wanted, Purpose::Refund, shop)
    }

    pub(super) fn sold(&self, at: usize) -> Option<&SoldLine> {
        self.past.lines.get(self.wanted.get(at)?.at)
    }

    /// The lines that take it back, as a basket of their own.
    pub(super) fn basket(&self, shop: &Shop) -> Result<Basket, Notice> {
        let lines = self
            .past
            .taken_back(&self.wanted)
            .map_err(|(at, refusal)| {
                let sold = self.past.lines.get(at);
                refund_ways::refused(refusal, sold, &shop.look.words)
            })?;
        let mut basket = Basket::new(self.uid);
        basket.opened_ms = shop.now.utc_ms;
        for line in lines {
            basket
                .add(line)
                .map_err(|_| Notice::warning("refund-too-many"))?;
        }
        Ok(basket)
    }

    pub(super) fn priced(&self, shop: &Shop) -> Result<(Basket, Priced), Notice> {
        let basket = self.basket(shop)?;
        let list = PriceList {
            catalogue: &shop.catalogue,
            rules: &shop.settings.rules,
            day: &shop.day(),
        };
        let priced = price(&basket, list).map_err(|_| Notice::warning("refund-too-many"))?;
        Ok((basket, priced))
    }

    /// By which means the money can go back.
    pub(super) fn ways(&self, shop: &Shop) -> Vec<Offered> {
        let sum = self.priced(shop).map_or(Money::ZERO, |it| -it.1.total);
        refund_ways::ways(&self.past, sum, shop)
    }

    fn ticket(&self, shop: &Shop) -> Option<Ticket> {
        let (basket, priced) = self.priced(shop).ok()?;
        let payments = self.ways(shop).into_iter().nth(self.way)?.payments.ok()?;
        Some(priced.ticket(&basket, payments, &shop.version))
    }

    fn record(&mut self, shop: &mut Shop) -> Turn {
        let Some(ticket) = self.ticket(shop) else {
            return Turn::bell();
        };
        let back = voiding::given_back(&ticket.payments, &shop.look.words);
        let note = |it: &Payment| it.kind == TenderKind::CreditNote && it.cents < Money::ZERO;
        let word = if back.is_empty() {
            "refund-done"
        } else if ticket.payments.iter().any(note) {
            "refund-done-note"
        } else {
            "refund-done-back"
        };
        let done = Notice::done(word).with("back", back.join(", "));
        let correction = Correction {
            tickets: vec![(self.uid, Box::new(ticket))],
            done,
            paper: self.paper,
        };
        self.confirm = Confirm::Recording;
        correcting::write(correction, shop)
    }
}

impl Screen for Refund {
    fn title(&self) -> &'static str {
        "refund"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        match self.stage {
            Stage::Choosing => {
                let word = match self.purpose {
                    Purpose::Refund => "refund-key-means",
                    Purpose::Exchange => "refund-key-exchange",
                };
                keys.push(Bind::new(Key::Enter, word));
                if self.sold(self.chosen).is_some_and(|it| it.line.from_stock) {
                    keys.push(Bind::new(Key::Char('P'), "refund-key-lost"));
                }
                if self.wanted.len() > 1 {
                    keys.push(Bind::new(Key::Delete, "refund-key-not-this"));
                }
            }
            Stage::Paying => {
                keys.push(Bind::new(Key::Enter, "refund-key-refund"));
                let paper = match self.paper {
                    Paper::OnRequest => "refund-key-paper",
                    Paper::Asked => "refund-key-no-paper",
                };
                keys.push(Bind::new(Key::Char('!'), paper));
            }
        }
        keys.push(Bind::new(Key::Escape, "refund-key-back"));
        keys.push(Bind::new(Key::Char('?'), "refund-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => return Turn::with(effects),
            Said::Meant => return self.record(shop).and(Effect::Bell),
        }
        let at = match self.stage {
            Stage::Paying => self.way,
            Stage::Choosing => self.chosen,
        };
        match (stroke.key, self.stage) {
            (Key::Char('?'), _) => Turn::go(Go::Help),
            (Key::Up, _) => self.choose(at.saturating_sub(1), shop),
            (Key::Down, _) => self.choose(at + 1, shop),
            (_, Stage::Paying) => self.paying(stroke, pace, shop),
            (key, _) => self.choosing(key, pace, shop),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        match news {
            News::Corrected(recorded) if recorded.iter().any(|it| it.uid == self.uid) => {
                Turn::go(Go::Back)
            }
            News::NotCorrected(uid, _) if *uid == self.uid => {
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
        refund_view::draw(self, shop, canvas, area);
    }
}

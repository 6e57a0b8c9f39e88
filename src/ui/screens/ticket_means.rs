//! How a recorded ticket was really paid: a payment becomes another means by a ticket of its own,
//! without a line and without a cent more or less.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        confirm::{Confirm, Said},
        correcting::{self, Correction},
        drafts::Paper,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    pay_refused, refund_ways, ticket_means_view,
};
use crate::domain::{
    asking::{Ask, PastTicket},
    correct::{MeansRefusal, Stamp, means_changed},
    ids::Uid,
    money::Money,
    pay::{At, Tendering},
    settings::Tender,
    ticket::{Payment, Ticket},
};

/// The payments of a past ticket, one of which becomes another means.
pub struct TicketMeans {
    pub(super) past: Box<PastTicket>,
    /// Which payment.
    pub(super) chosen: usize,
    /// Which of the stall's means it becomes.
    pub(super) to: Option<usize>,
    confirm: Confirm,
    /// What the correction is called in the journal; the same when it is asked for again.
    uid: Uid,
}

impl TicketMeans {
    /// Opens for a ticket, or says why its means cannot be changed.
    pub fn open(past: &PastTicket, shop: &mut Shop) -> Turn {
        let name = past.detail.ticket.name.clone();
        let refused = correcting::refusal(past, shop).filter(|it| it.word != "refund-no-lines");
        let chosen = past.paid_by.iter().position(|it| it.cents > Money::ZERO);
        let nothing = || Notice::warning("ticket-means-nothing").with("name", name);
        let notice = refused.or_else(|| chosen.is_none().then(nothing));
        if let Some(notice) = notice {
            shop.say(notice);
            return Turn::bell();
        }
        let means = Self {
            past: Box::new(past.clone()),
            chosen: chosen.unwrap_or_default(),
            to: None,
            confirm: Confirm::default(),
            uid: shop.mint.uid(),
        };
        Turn::go(Go::To(Place::TicketMeans(Box::new(means))))
    }

    /// What it asks for when it opens.
    pub fn opening(shop: &Shop) -> Effect {
        Effect::Ask(Ask::Used(shop.day()))
    }

    pub(super) fn payments(&self) -> Vec<(usize, &Payment)> {
        let rows = self.past.paid_by.iter().enumerate();
        rows.filter(|(_, it)| it.cents > Money::ZERO).collect()
    }

    fn choose(&mut self, by: isize, shop: &mut Shop) -> Turn {
        let places: Vec<usize> = self.payments().iter().map(|it| it.0).collect();
        let now = places.iter().position(|at| *at == self.chosen);
        let next = now
            .and_then(|it| it.checked_add_signed(by))
            .and_then(|at| places.get(at));
        match next {
            Some(at) => {
                self.chosen = *at;
                self.uid = shop.mint.uid();
                Turn::stay()
            }
            None => Turn::bell(),
        }
    }

    fn become_(&mut self, at: Option<usize>, shop: &mut Shop) -> Turn {
        let Some(tender) = at.and_then(|at| shop.settings.tenders.get(at)).cloned() else {
            return Turn::bell();
        };
        if let Err(notice) = self.ticket(&tender, shop) {
            shop.say(notice);
            return Turn::bell();
        }
        self.to = at;
        self.uid = shop.mint.uid();
        Turn::stay()
    }

    fn turn(&mut self, by: isize, shop: &mut Shop) -> Turn {
        let count = shop.settings.tenders.len();
        let next = match self.to {
            None if by > 0 => Some(0),
            None => count.checked_sub(1),
            Some(at) => at.checked_add_signed(by).filter(|at| *at < count),
        };
        // Those that cannot be are stepped over.
        let mut at = next;
        while let Some(place) = at {
            let tender = shop.settings.tenders.get(place).cloned();
            if tender.is_some_and(|it| self.ticket(&it, shop).is_ok()) {
                return self.become_(at, shop);
            }
            at = place.checked_add_signed(by).filter(|at| *at < count);
        }
        Turn::bell()
    }

    /// The ticket that says so, or why it cannot have been.
    pub(super) fn ticket(&self, tender: &Tender, shop: &Shop) -> Result<Ticket, Notice> {
        let sum = self.past.paid_by.get(self.chosen).map(|it| it.cents);
        let sum = sum.unwrap_or_default();
        let member = refund_ways::member(&self.past, shop);
        let words = &shop.look.words;
        let means = words.tender(&tender.id, tender.name.as_ref());
        let stamp = Stamp {
            version: &shop.version,
            at_ms: shop.now.utc_ms,
        };
        let limit = shop.settings.rules.cash_limit;
        let to = (tender, member.clone());
        let ticket = means_changed(&self.past, self.chosen, to, limit, stamp)
            .map_err(|refusal| refused(refusal, &means, shop))?;
        let row = member.as_ref().and_then(|id| shop.members.by_id(id));
        let at = At {
            lines: &self.past.detail.ticket.lines,
            member: member.as_ref(),
            may_spend: row.map(|it| it.member.may_spend(it.balance)),
            used: shop.used.as_ref(),
            ..At::of(&shop.settings)
        };
        Tendering::new(sum)
            .pay(tender, Some(sum), &at)
            .map_err(|refusal| pay_refused::refused(refusal, tender, sum, shop))?;
        Ok(ticket)
    }

    fn confirm(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        if self.to.is_none() {
            shop.say(Notice::warning("ticket-means-choose"));
            return Turn::bell();
        }
        self.confirm.hold(stroke)
    }

    fn record(&mut self, shop: &mut Shop) -> Turn {
        let tender = self
            .to
            .and_then(|at| shop.settings.tenders.get(at))
            .cloned();
        let Some(tender) = tender else {
            return Turn::bell();
        };
        match self.ticket(&tender, shop) {
            Ok(ticket) => {
                let done = Notice::done("ticket-means-done")
                    .with("of", self.past.detail.ticket.name.clone())
                    .with("means", shop.tender_name(&tender.id, tender.name.as_ref()));
                self.confirm = Confirm::Recording;
                let correction = Correction {
                    tickets: vec![(self.uid, Box::new(ticket))],
                    done,
                    paper: Paper::OnRequest,
                };
                correcting::write(correction, shop)
            }
            Err(notice) => {
                shop.say(notice);
                Turn::bell()
            }
        }
    }
}

/// Why it cannot have been paid so.
fn refused(refusal: MeansRefusal, means: &str, shop: &Shop) -> Notice {
    let words = &shop.look.words;
    let notice = |word| Notice::warning(word).with("means", means);
    match refusal {
        MeansRefusal::NotPaidSo => Notice::warning("ticket-means-gone"),
        MeansRefusal::Same => notice("ticket-means-same"),
        MeansRefusal::NobodysAccount => Notice::warning("ticket-means-nobody"),
        MeansRefusal::NeedsNumber => Notice::warning("ticket-means-note"),
        MeansRefusal::NoWholeTokens(unit) => {
            notice("ticket-means-tokens").with("unit", words.money(unit))
        }
        MeansRefusal::Cap(cap) => notice("ticket-means-cap").with("cap", words.money(cap)),
        MeansRefusal::CashLimit(limit) => {
            Notice::warning("refund-cash-limit").with("limit", words.money(limit))
        }
    }
}

impl Screen for TicketMeans {
    fn title(&self) -> &'static str {
        "ticket-means"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if self.confirm == Confirm::Asking {
            keys.push(Bind::new(Key::Enter, "ticket-means-key-write"));
            keys.push(Bind::new(Key::Right, "ticket-means-key-next"));
            if self.payments().len() > 1 {
                keys.push(Bind::new(Key::Down, "ticket-means-key-payment"));
            }
        }
        keys.push(Bind::new(Key::Escape, "ticket-means-key-back"));
        keys.push(Bind::new(Key::Char('?'), "ticket-means-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => return Turn::with(effects),
            Said::Meant => return self.record(shop).and(Effect::Bell),
        }
        match stroke.key {
            Key::Escape | Key::Back => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Up => self.choose(-1, shop),
            Key::Down => self.choose(1, shop),
            Key::Left => self.turn(-1, shop),
            Key::Right | Key::Tab => self.turn(1, shop),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.confirm(stroke, shop),
            Key::Char(c) => {
                let letter = c.to_ascii_uppercase();
                let tenders = &shop.settings.tenders;
                let at = tenders.iter().position(|it| it.letter == Some(letter));
                self.become_(at, shop)
            }
            _ => Turn::bell(),
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
        ticket_means_view::draw(self, shop, canvas, area);
    }
}

//! The keys of the pay screen while money is being taken.

use super::{
    super::{
        burst::{of_one_burst, too_soon},
        commands::Command,
        drafts::Paper,
        entry::{Number, Refusal, number},
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    agreed::{self, Agreement},
    pay::Pay,
    pay_gift,
    pay_note::Naming,
    question::Question,
    sell::is_number_sign,
};
use crate::domain::{
    money::Money,
    settings::{Tender, TenderKind},
};

/// More characters than this are no sum of money.
const SUM_MAX: usize = 24;

impl Pay {
    pub(super) fn taking(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if !self
            .offer
            .as_ref()
            .is_some_and(|it| it.is_taken_by(stroke.key))
        {
            let offered = self.offer.take().is_some();
            if offered && stroke.key == Key::Escape {
                return Turn::stay();
            }
        }
        match stroke.key {
            Key::Enter => self.enter(stroke, pace, shop),
            Key::Char(c) => self.character(c, stroke, pace, shop),
            Key::Back => self.back(pace, shop),
            Key::Escape => self.escape(shop),
            Key::Right | Key::Down => self.choose(1),
            Key::Left | Key::Up => self.choose(-1),
            Key::F(1) => Turn::go(Go::Help),
            Key::F(_) => {
                shop.say(Notice::warning("pay-under-way"));
                Turn::bell()
            }
            Key::Ctrl('c') => {
                shop.say(Notice::warning("sell-how-to-quit"));
                Turn::bell()
            }
            Key::Ctrl(_)
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => Turn::bell(),
        }
    }

    fn character(&mut self, c: char, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        // `!` is also the Belgian 8, but here it is always the receipt: a sum is not worth it.
        if c != '!' && (is_number_sign(c, shop) || agreed::is_percent(c)) {
            if self.typed.len() >= SUM_MAX {
                return Turn::bell();
            }
            shop.notice = None;
            self.push(c, stroke);
            return Turn::stay();
        }
        match c.to_ascii_uppercase() {
            '!' => {
                shop.paper = match shop.paper {
                    Paper::OnRequest => Paper::Asked,
                    Paper::Asked => Paper::OnRequest,
                };
                Turn::stay()
            }
            '?' => Turn::go(Go::Help),
            ':' if self.may_leave() => Command::Palette.turn(shop),
            ':' => {
                shop.say(Notice::warning("pay-under-way"));
                Turn::bell()
            }
            'T' => self.agree(Agreement::Total, shop),
            'D' => self.agree(Agreement::Discount, shop),
            'G' if pace == Pace::Hasty && !self.ends_sum(stroke) => {
                say_too_fast("G".to_owned(), shop);
                Turn::bell()
            }
            'G' => self.gift(shop),
            'B' => self.bear(shop),
            letter if letter.is_ascii_uppercase() => {
                let tender = shop.settings.tender_by_letter(letter).cloned();
                if let Some(tender) = tender {
                    return self.by_letter(&tender, letter, (stroke, pace), shop);
                }
                let letter = letter.to_string();
                shop.say(Notice::warning("pay-no-such-means").with("letter", letter));
                self.spoil(c, stroke)
            }
            // What finishes a ticket on the sell screen may still be held here; it begins no sum.
            '+' | '=' if self.typed.is_empty() => Turn::bell(),
            _ => self.spoil(c, stroke),
        }
    }

    fn push(&mut self, c: char, stroke: Stroke) {
        self.chip = None;
        self.typed.push(c);
        self.typed_at_ms = Some(stroke.at_ms);
    }

    /// Keeps what belongs in no sum: whoever types `3*7` has forgotten that this is the payment,
    /// and 37 € would be recorded if the sign were dropped.
    fn spoil(&mut self, c: char, stroke: Stroke) -> Turn {
        if self.typed.len() < SUM_MAX {
            self.push(c, stroke);
        }
        Turn::bell()
    }

    fn enter(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if pace == Pace::Hasty {
            if !self.typed.is_empty() || self.chip.is_some() {
                say_too_fast(shop.look.words.key(Key::Enter), shop);
            }
            return Turn::bell();
        }
        if self.typed.ends_with(agreed::is_percent) {
            return self.agree(Agreement::Discount, shop);
        }
        if let Some(tender) = self.offered(shop) {
            return self.give(&tender, stroke, shop);
        }
        let before = self.tendering.payments().len();
        if self.typed.is_empty() && self.chip.is_none() {
            if !self.tendering.is_settled()
                && let Err(notice) = self.take_exact(shop)
            {
                shop.say(notice);
                return Turn::bell();
            }
            return self.settle(stroke, before, shop);
        }
        match shop.settings.cash().cloned() {
            Some(cash) => self.give(&cash, stroke, shop),
            None => Turn::bell(),
        }
    }

    fn by_letter(
        &mut self,
        tender: &Tender,
        letter: char,
        (stroke, pace): (Stroke, Pace),
        shop: &mut Shop,
    ) -> Turn {
        if pace == Pace::Hasty && !self.ends_sum(stroke) {
            say_too_fast(letter.to_string(), shop);
            return Turn::bell();
        }
        self.give(tender, stroke, shop)
    }

    /// Whether a quick key follows the sum as a hand's does: sooner it is a scan's, and what it
    /// would take of the rest is not held back.
    fn ends_sum(&self, stroke: Stroke) -> bool {
        let quick = |at_ms| too_soon(at_ms, stroke.at_ms) && !of_one_burst(at_ms, stroke.at_ms);
        !self.typed.is_empty() && self.typed_at_ms.is_some_and(quick)
    }

    /// Takes what is typed or chosen, or all that is left, by a means.
    fn give(&mut self, tender: &Tender, stroke: Stroke, shop: &mut Shop) -> Turn {
        if tender.kind == TenderKind::CreditNote && self.tendering.left() > Money::ZERO {
            return self.ask_for_note(tender, shop);
        }
        let offer = self.offer.take().filter(|it| it.tender == tender.id);
        let sum = match offer {
            Some(offer) => Some(offer.most),
            None => self.amount(tender, shop),
        };
        if sum.is_none() && !self.typed.is_empty() {
            shop.say(self.unreadable(shop));
            return Turn::bell();
        }
        let before = self.tendering.payments().len();
        if let Err(notice) = self.take_by(tender, sum, shop) {
            shop.say(notice);
            return Turn::bell();
        }
        shop.notice = None;
        self.settle(stroke, before, shop)
    }

    /// What is typed or chosen by a means: digits before a token's letter count tokens.
    pub(super) fn amount(&self, tender: &Tender, shop: &Shop) -> Option<Money> {
        let typed = number(&self.typed, shop.digits).ok();
        match (tender.unit, typed.and_then(Number::whole)) {
            (Some(unit), Some(count)) => Money::from_cents(unit.cents().checked_mul(count)?),
            (Some(_) | None, _) => self.sum(shop),
        }
    }

    /// Asks which credit note pays: it is taken whole.
    fn ask_for_note(&mut self, tender: &Tender, shop: &mut Shop) -> Turn {
        if !self.typed.is_empty() || self.chip.is_some() {
            shop.say(Notice::warning("pay-note-whole"));
        } else {
            shop.notice = None;
        }
        self.typed.clear();
        self.chip = None;
        self.note = Some(Box::new(Naming::of(tender.clone())));
        Turn::stay()
    }

    fn bear(&mut self, shop: &mut Shop) -> Turn {
        match pay_gift::next_bearer(shop) {
            Ok(notice) => {
                self.keep(shop);
                shop.say(notice);
                Turn::stay()
            }
            Err(notice) => {
                shop.say(notice);
                Turn::bell()
            }
        }
    }

    /// Why what is typed is no sum.
    pub(super) fn unreadable(&self, shop: &Shop) -> Notice {
        if self.typed.ends_with(agreed::is_percent) {
            return Notice::warning("pay-discount-first");
        }
        match number(&self.typed, shop.digits).and_then(Number::cents) {
            Err(Refusal::Unreadable) => Notice::warning("pay-no-sum"),
            Err(refusal) => Notice::warning(refusal.word()),
            Ok(_) => Notice::warning("entry-too-large"),
        }
    }

    fn back(&mut self, pace: Pace, shop: &mut Shop) -> Turn {
        if self.typed.pop().is_some() || self.chip.take().is_some() {
            return Turn::stay();
        }
        if pace == Pace::Hasty {
            // The key that rubbed the sum out is still held.
            return Turn::bell();
        }
        if let Some(notice) = self.take_gift_back(shop) {
            shop.say(notice);
            return Turn::stay();
        }
        if let Some(payment) = self.tendering.take_back() {
            self.keep(shop);
            let words = &shop.look.words;
            let means = words.tender(&payment.tender, payment.name.as_ref());
            let sum = words.money(payment.cents.abs());
            shop.say(
                Notice::done("pay-taken-back")
                    .with("means", means)
                    .with("sum", sum),
            );
            return Turn::stay();
        }
        if shop.basket().adjustment().is_some() {
            shop.adjust(None);
            self.tendering.total = shop.priced().total;
            let total = shop.look.words.money(shop.priced().total);
            shop.say(Notice::done("pay-agreed-no-more").with("total", total));
            return Turn::stay();
        }
        shop.say(Notice::warning("pay-nothing-to-take-back"));
        Turn::bell()
    }

    fn escape(&mut self, shop: &Shop) -> Turn {
        if !self.typed.is_empty() || self.chip.is_some() {
            self.typed.clear();
            self.chip = None;
            return Turn::stay();
        }
        if self.tendering.payments().is_empty() {
            return Turn::go(Go::Back);
        }
        let question = Question::give_back(&self.tendering, shop);
        Turn::go(Go::To(Place::Question(question)))
    }

    fn choose(&mut self, by: isize) -> Turn {
        let count = self.chips().len();
        if count == 0 || !self.typed.is_empty() {
            return Turn::bell();
        }
        self.chip = match self.chip {
            None if by > 0 => Some(0),
            None => Some(count - 1),
            Some(at) => at.checked_add_signed(by).filter(|at| *at < count),
        };
        Turn::stay()
    }

    fn agree(&mut self, agreement: Agreement, shop: &mut Shop) -> Turn {
        if !self.tendering.payments().is_empty() {
            shop.say(Notice::warning("pay-agree-before"));
            return Turn::bell();
        }
        match agreed::agree(agreement, &self.typed, shop) {
            Ok(notice) => {
                self.typed.clear();
                self.chip = None;
                self.tendering.total = shop.priced().total;
                shop.say(notice);
                Turn::stay()
            }
            Err(notice) => {
                shop.say(notice);
                Turn::bell()
            }
        }
    }
}

/// Asks for the key once more: it came sooner than a hand that has read the sum.
fn say_too_fast(key: String, shop: &mut Shop) {
    shop.say(Notice::warning("pay-too-fast").with("key", key));
}

//! A gift into the solidarity fund on the way to paying, and who bears what was agreed.

use super::{
    super::{
        notice::Notice,
        screen::Turn,
        shop::{AddRefusal, Shop},
        words::Words,
    },
    pay::Pay,
};
use crate::domain::{
    basket::{Adjustment, Line, What},
    label::Label,
    money::Money,
    pay::to_next_euro,
    quantity::Quantity,
    settings::Bearer,
};

impl Pay {
    /// Adds a gift to the ticket: what is typed, or what rounds the total up to the next euro.
    pub(super) fn gift(&mut self, shop: &mut Shop) -> Turn {
        match self.put_gift(shop) {
            Ok(notice) => {
                self.typed.clear();
                self.chip = None;
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

    fn put_gift(&mut self, shop: &mut Shop) -> Result<Notice, Notice> {
        let paid = self.tendering.payments().len();
        if paid > 0 && self.tendering.is_settled() {
            return Err(Notice::warning("pay-nothing-left"));
        }
        let amount = if self.typed.is_empty() {
            to_next_euro(self.tendering.total)
        } else {
            let sum = self.sum(shop).ok_or_else(|| self.unreadable(shop))?;
            if sum <= Money::ZERO {
                return Err(Notice::warning("pay-zero"));
            }
            sum
        };
        if amount == Money::ZERO {
            return Err(Notice::warning("pay-gift-how"));
        }
        let words = &shop.look.words;
        let label = gift_label(words).ok_or_else(|| Notice::warning("pay-gift-how"))?;
        let done = Notice::done("pay-gift").with("amount", words.money(amount));
        let agreed = shop.basket().adjustment();
        let line = Line::of(What::Gift { label, amount }, Quantity::ONE);
        shop.add(line).map_err(|refusal| match refusal {
            AddRefusal::TooManyLines => Notice::warning("sell-ticket-full"),
            AddRefusal::TooMuch => Notice::warning("entry-too-large"),
        })?;
        agree_again(agreed, amount, shop);
        self.tendering.total = shop.priced().total;
        self.gifts.push(paid);
        Ok(done.with("total", shop.look.words.money(shop.priced().total)))
    }

    /// Takes back the gift that was made since the last payment.
    pub(super) fn take_gift_back(&mut self, shop: &mut Shop) -> Option<Notice> {
        let paid = self.tendering.payments().len();
        self.gifts.retain(|at| *at <= paid);
        self.gifts.pop_if(|at| *at == paid)?;
        let at = shop.basket().lines().len().checked_sub(1)?;
        let What::Gift { amount, .. } = shop.basket().lines().get(at)?.what else {
            return None;
        };
        let agreed = shop.basket().adjustment();
        shop.remove_line(at);
        agree_again(agreed, -amount, shop);
        self.tendering.total = shop.priced().total;
        self.keep(shop);
        let words = &shop.look.words;
        let notice = Notice::done("pay-gift-back").with("amount", words.money(amount));
        Some(notice.with("total", words.money(shop.priced().total)))
    }
}

/// A gift is not among the goods for which a total was agreed: it comes on top.
fn agree_again(agreed: Option<Adjustment>, gift: Money, shop: &mut Shop) {
    if let Some(Adjustment::Agreed(total, by)) = agreed {
        shop.adjust(Some(Adjustment::Agreed(total + gift, by)));
    }
}

/// What tickets call a gift.
pub(in super::super) fn gift_label(words: &Words) -> Option<Label> {
    Label::new(&words.say("pay-gift-label"))
}

/// Lets the next one bear what was agreed for the ticket.
pub(super) fn next_bearer(shop: &mut Shop) -> Result<Notice, Notice> {
    let rule = shop.settings.rules.ticket_discounts;
    let after = |by: Option<Bearer>| match by.unwrap_or(rule) {
        Bearer::Pot => Bearer::Producer,
        Bearer::Producer => Bearer::Coop,
        Bearer::Coop => Bearer::Pot,
    };
    let (adjustment, by) = match shop.basket().adjustment() {
        None => return Err(Notice::warning("pay-bears-nothing")),
        Some(Adjustment::Agreed(total, by)) => {
            (Adjustment::Agreed(total, Some(after(by))), after(by))
        }
        Some(Adjustment::Off(off, by)) => (Adjustment::Off(off, Some(after(by))), after(by)),
    };
    shop.adjust(Some(adjustment));
    Ok(Notice::done("pay-bears").with("who", shop.look.words.say(bearer_word(by))))
}

/// Who bears what was agreed for the ticket, if something was.
pub(super) fn bearer(shop: &Shop) -> Option<Bearer> {
    let by = match shop.basket().adjustment()? {
        Adjustment::Agreed(_, by) | Adjustment::Off(_, by) => by,
    };
    Some(by.unwrap_or(shop.settings.rules.ticket_discounts))
}

/// The word for who bears a discount.
pub(super) const fn bearer_word(by: Bearer) -> &'static str {
    match by {
        Bearer::Pot => "pay-bearer-pot",
        Bearer::Producer => "pay-bearer-producer",
        Bearer::Coop => "pay-bearer-coop",
    }
}

//! Taking the money: what was given by which means, what is left, what goes back.

mod coins;
mod rules;

use serde::{Deserialize, Serialize};

use super::{
    asking::Note,
    money::Money,
    settings::{Tender, TenderKind},
    ticket::Payment,
};

pub use coins::{counting_up, likely_sums, pieces, to_next_euro, worth_asking};
pub use rules::{At, Bound, PayRefusal};

/// The payments of a ticket while they are being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tendering {
    /// What the customer owes; negative when the stall pays out.
    pub total: Money,
    payments: Vec<Payment>,
    /// What went to the customer on purpose, negative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    handed_out: Vec<Payment>,
    /// By what the change of the last payment goes back, where that is another means.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    back_by: Option<Payment>,
}

/// Nobody gives more than this above what is owed: no note in use is larger than 500 €.
const EXCESS_MAX: Money = match Money::from_cents(50_000) {
    Some(money) => money,
    None => Money::ZERO,
};

impl Tendering {
    /// Nothing paid yet.
    pub const fn new(total: Money) -> Self {
        Self {
            total,
            payments: Vec::new(),
            handed_out: Vec::new(),
            back_by: None,
        }
    }

    /// What must come in: the total, and what was handed out besides.
    fn due(&self) -> Money {
        self.total - self.handed_out.iter().map(|it| it.cents).sum()
    }

    /// The payments so far, change not among them.
    pub fn payments(&self) -> &[Payment] {
        &self.payments
    }

    /// What is still owed; negative when more was given.
    pub fn left(&self) -> Money {
        self.due() - self.payments.iter().map(|it| it.cents).sum()
    }

    /// Whether nothing is owed any more.
    pub fn is_settled(&self) -> bool {
        if self.due() < Money::ZERO {
            self.left() == Money::ZERO
        } else {
            self.left() <= Money::ZERO
        }
    }

    /// What goes back to the customer.
    pub fn change(&self) -> Money {
        if self.due() < Money::ZERO {
            Money::ZERO
        } else {
            (-self.left()).max(Money::ZERO)
        }
    }

    /// Takes an amount by a means; without one, all that is left: of tokens, as many as fit.
    pub fn pay(
        &mut self,
        tender: &Tender,
        given: Option<Money>,
        at: &At<'_>,
    ) -> Result<(), PayRefusal> {
        let left = self.left();
        if left == Money::ZERO || self.is_settled() {
            return Err(PayRefusal::NothingLeft);
        }
        if given.is_some_and(|given| given <= Money::ZERO) {
            return Err(PayRefusal::NotAnAmount);
        }
        if left < Money::ZERO {
            return self.pay_out(tender, given, left, at);
        }
        if tender.kind == TenderKind::CreditNote {
            return Err(PayRefusal::NeedsNote);
        }
        let room = self.room(tender, at)?;
        let cents = match given {
            Some(given) => given,
            None => rules::fitting(tender, left, room)?,
        };
        let pieces = rules::pieces_of(tender, cents)?;
        let kept = cents.min(left);
        if cents > left && rules::gives_none(tender, cents - left) {
            return Err(rules::no_change(tender, left, pieces));
        }
        if let Some((most, bound)) = room.filter(|(most, _)| kept > *most) {
            return Err(PayRefusal::Beyond { most, bound });
        }
        if cents - left > EXCESS_MAX {
            return Err(PayRefusal::TooMuch);
        }
        let payment = Payment {
            pieces,
            ..at.movement(tender, cents)
        };
        self.take(tender, payment, at)
    }

    /// Takes a credit note whole: what is above the ticket goes back as a new one.
    pub fn pay_note(
        &mut self,
        tender: &Tender,
        note: &Note,
        at: &At<'_>,
    ) -> Result<(), PayRefusal> {
        if self.left() <= Money::ZERO {
            return Err(PayRefusal::NothingLeft);
        }
        if note.used_by.is_some() || note.worth <= Money::ZERO {
            return Err(PayRefusal::NoteUsed);
        }
        if self
            .payments
            .iter()
            .any(|it| it.of.as_ref() == Some(&note.name))
        {
            return Err(PayRefusal::NoteAgain);
        }
        let kept = note.worth.min(self.left());
        let room = self.room(tender, at)?;
        if let Some((most, bound)) = room.filter(|(most, _)| kept > *most) {
            return Err(PayRefusal::Beyond { most, bound });
        }
        let payment = Payment {
            of: Some(note.name.clone()),
            ..at.movement(tender, note.worth)
        };
        self.take(tender, payment, at)
    }

    /// Takes a payment whose amount is allowed, if there is something to give its change in and
    /// the law allows the cash that moves.
    fn take(&mut self, tender: &Tender, payment: Payment, at: &At<'_>) -> Result<(), PayRefusal> {
        let left = self.left();
        let excess = payment.cents - left;
        let back_by = if excess > Money::ZERO {
            Some(rules::back_by(tender, excess, left, at)?)
        } else {
            None
        };
        // What was handed out in cash before has its own limit, and a cheque may pay for it.
        let moved = rules::cash(&self.payments)
            + rules::cash(std::slice::from_ref(&payment))
            + rules::cash(back_by.as_slice());
        let limit = at.settings.rules.cash_limit;
        if moved.abs() > limit {
            return Err(PayRefusal::CashLimit { limit });
        }
        self.back_by = back_by;
        self.payments.push(payment);
        Ok(())
    }

    /// Pays out by a means, at most what the customer has to get.
    fn pay_out(
        &mut self,
        tender: &Tender,
        given: Option<Money>,
        left: Money,
        at: &At<'_>,
    ) -> Result<(), PayRefusal> {
        at.allows(tender)?;
        let cents = match given {
            Some(given) => given,
            None => rules::fitting(tender, left.abs(), None)?,
        };
        if cents > left.abs() {
            return Err(PayRefusal::NoChange { left: left.abs() });
        }
        let pieces = rules::pieces_of(tender, cents)?;
        let limit = at.settings.rules.cash_limit;
        let before = rules::cash(&self.payments) + rules::cash(&self.handed_out);
        if tender.kind == TenderKind::Cash && (before - cents).abs() > limit {
            return Err(PayRefusal::CashLimit { limit });
        }
        self.back_by = None;
        self.payments.push(Payment {
            pieces,
            ..at.movement(tender, -cents)
        });
        Ok(())
    }

    /// Hands an amount to the customer by a means that need not be the one that pays: cash back on
    /// a cheque, or what goes onto a tab. The customer then owes so much more.
    pub fn hand_out(
        &mut self,
        tender: &Tender,
        amount: Money,
        at: &At<'_>,
    ) -> Result<(), PayRefusal> {
        if amount <= Money::ZERO {
            return Err(PayRefusal::NotAnAmount);
        }
        at.allows(tender)?;
        let pieces = rules::pieces_of(tender, amount)?;
        let limit = at.settings.rules.cash_limit;
        let out = amount - rules::cash(&self.handed_out);
        if tender.kind == TenderKind::Cash && out > limit {
            return Err(PayRefusal::CashLimit { limit });
        }
        self.handed_out.push(Payment {
            pieces,
            ..at.movement(tender, -amount)
        });
        Ok(())
    }

    /// Takes the last payment back.
    pub fn take_back(&mut self) -> Option<Payment> {
        self.back_by = None;
        self.payments.pop()
    }

    /// The payments as the ticket keeps them, change as a row of its own; none while something is
    /// owed.
    pub fn settled(&self) -> Option<Vec<Payment>> {
        if !self.is_settled() {
            return None;
        }
        let mut payments = self.payments.clone();
        payments.extend(self.handed_out.iter().cloned());
        let by = self
            .back_by
            .clone()
            .or_else(|| self.payments.last().cloned());
        if let Some(by) = by
            && self.change() > Money::ZERO
        {
            payments.push(Payment {
                cents: -self.change(),
                change: true,
                ..by
            });
        }
        Some(payments)
    }
}

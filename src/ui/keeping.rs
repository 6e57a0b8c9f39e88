//! Change that the customer leaves to the solidarity fund: a ticket of its own, so that the sale
//! before it stays as it was.

use super::{event::Effect, screens::gift_label, shop::Shop};
use crate::domain::{
    basket::{Basket, Line, What},
    ids::Uid,
    price::{PriceList, price},
    quantity::Quantity,
    ticket::Payment,
    views::Recorded,
};

impl Shop {
    /// The gift of a change, paid by what would have been given back; none if it cannot be told.
    pub(super) fn keep_change(&mut self, change: &Payment, uid: Uid) -> Option<Effect> {
        let amount = -change.cents;
        let label = gift_label(&self.look.words)?;
        let mut basket = Basket::new(uid);
        basket.opened_ms = self.now.utc_ms;
        let gift = Line::of(What::Gift { label, amount }, Quantity::ONE);
        basket.add(gift).ok()?;
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: &self.day(),
        };
        let payment = Payment {
            cents: amount,
            change: false,
            ..change.clone()
        };
        let ticket = price(&basket, list)
            .ok()?
            .ticket(&basket, vec![payment], &self.version);
        self.keeping = Some(uid);
        Some(Effect::Record {
            uid,
            ticket: Box::new(ticket),
            drafts: Box::new(self.drafts.clone()),
        })
    }

    /// Whether this is the gift of a change: the money is in the drawer already, which stays shut,
    /// and the sale before it stays the last one.
    pub(super) fn kept(&mut self, recorded: &Recorded) -> bool {
        if self.keeping.take_if(|uid| *uid == recorded.uid).is_none() {
            return false;
        }
        if let Some((number, _)) = &recorded.ticket {
            self.next_number = number + 1;
        }
        if let Some(last) = &mut self.last {
            last.change = crate::domain::money::Money::ZERO;
        }
        true
    }
}

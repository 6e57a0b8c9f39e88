//! Taking back what was sold: at the prices, rates and shares of that day, in any parts.

use serde::{Deserialize, Serialize};

use super::{
    quantity::Quantity,
    ticket::{LineKind, PastLine, Returned, Share, TicketLine},
};

/// A line of an earlier ticket that lies in a basket to be taken back, or a part of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Back {
    /// Which line it is.
    pub place: PastLine,
    /// The line as it was sold.
    pub original: TicketLine,
    /// How much of it was taken back before, positive.
    pub before: Quantity,
    /// What becomes of the thing; none for what is no thing, or before anybody has said it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<Returned>,
}

/// Why a line cannot be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackRefusal {
    /// The line itself took something back.
    IsBack,
    /// So much was not sold, or not any more.
    MoreThanSold {
        /// What is left to take back.
        left: Quantity,
    },
}

impl Back {
    /// What is left to take back.
    pub fn left(&self) -> Quantity {
        self.original.quantity - self.before
    }

    /// Whether so much of it can be taken back.
    pub fn check(&self, count: Quantity) -> Result<(), BackRefusal> {
        if !may_come_back(&self.original) {
            return Err(BackRefusal::IsBack);
        }
        if count.thousandths() <= 0 || count > self.left() {
            return Err(BackRefusal::MoreThanSold { left: self.left() });
        }
        Ok(())
    }

    /// The line of the ticket that takes `count` back: what all parts together give is exactly
    /// the whole, in whichever parts it comes.
    pub fn line(&self, count: Quantity) -> TicketLine {
        let until = |quantity: Quantity| part(&self.original, quantity);
        let (after, before) = (until(self.before + count), until(self.before));
        let mut line = self.original.clone();
        line.quantity = -count;
        line.base = before.base - after.base;
        line.paid = before.paid - after.paid;
        line.net = before.net - after.net;
        for (at, discount) in line.discounts.iter_mut().enumerate() {
            let cents = |it: &TicketLine| it.discounts.get(at).map(|it| it.cents);
            discount.cents = cents(&before).unwrap_or_default() - cents(&after).unwrap_or_default();
        }
        for (at, share) in line.shares.iter_mut().enumerate() {
            let cents = |it: &TicketLine| it.shares.get(at).map(|it| it.cents);
            share.cents = cents(&before).unwrap_or_default() - cents(&after).unwrap_or_default();
        }
        line.takes_back = Some(self.place.clone());
        line.stands_for = None;
        line.returned = self.returned;
        line
    }
}

/// Whether a line sold something that can come back: a line that gave money back sold nothing.
pub fn may_come_back(line: &TicketLine) -> bool {
    line.takes_back.is_none()
        && line.quantity.thousandths() > 0
        && line.kind != LineKind::DepositBack
}

/// What the first `quantity` of a line come to, each amount as near its exact value as can be.
fn part(line: &TicketLine, quantity: Quantity) -> TicketLine {
    let ratio = (quantity.thousandths(), line.quantity.thousandths());
    let mut part = line.clone();
    part.quantity = quantity;
    part.base = line.base.prorated(ratio);
    part.paid = line.paid.prorated(ratio);
    part.net = line.net.prorated(ratio);
    for discount in &mut part.discounts {
        discount.cents = discount.cents.prorated(ratio);
    }
    let whole: Vec<_> = line.shares.iter().map(|it| it.cents).collect();
    let cents = part.paid.share_prorated(&whole, ratio);
    part.shares = line
        .shares
        .iter()
        .zip(cents)
        .map(|(share, cents)| Share {
            cents,
            ..share.clone()
        })
        .collect();
    part
}

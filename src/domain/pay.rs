//! Taking the money: what was given by which means, what is left, what goes back.

use serde::{Deserialize, Serialize};

use super::{
    money::Money,
    settings::{Change, Tender, TenderKind},
    ticket::Payment,
};

/// The payments of a ticket while they are being made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tendering {
    /// What the customer owes; negative when the stall pays out.
    pub total: Money,
    payments: Vec<Payment>,
    /// What went to the customer on purpose, negative.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    handed_out: Vec<Payment>,
}

/// Why a payment cannot be taken so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PayRefusal {
    /// Nothing is left to pay.
    NothingLeft,
    /// An amount of zero or less.
    NotAnAmount,
    /// This means gives no change and more was given than is left.
    NoChange {
        /// What is left to pay.
        left: Money,
    },
    /// More cash than the law allows on one ticket, in or out (code monétaire et financier,
    /// art. D.112-3).
    CashLimit {
        /// The most there may be.
        limit: Money,
    },
    /// So much more than is owed that it must be a slip of the fingers.
    TooMuch,
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

    /// Takes an amount by a means; without an amount, all that is left.
    pub fn pay(
        &mut self,
        tender: &Tender,
        given: Option<Money>,
        cash_limit: Money,
    ) -> Result<(), PayRefusal> {
        let left = self.left();
        if left == Money::ZERO || self.is_settled() {
            return Err(PayRefusal::NothingLeft);
        }
        let cents = match given {
            None => left,
            Some(given) if left < Money::ZERO => -given,
            Some(given) => given,
        };
        if given.is_some_and(|given| given <= Money::ZERO) {
            return Err(PayRefusal::NotAnAmount);
        }
        let excess = if left < Money::ZERO {
            left - cents
        } else {
            cents - left
        };
        if excess > Money::ZERO && (tender.change == Change::None || left < Money::ZERO) {
            return Err(PayRefusal::NoChange { left: left.abs() });
        }
        if excess > EXCESS_MAX {
            return Err(PayRefusal::TooMuch);
        }
        if tender.kind == TenderKind::Cash {
            let before = if left < Money::ZERO {
                cash(&self.payments) + cash(&self.handed_out)
            } else {
                cash(&self.payments)
            };
            let kept = before + cents - excess.max(Money::ZERO);
            if kept.abs() > cash_limit {
                return Err(PayRefusal::CashLimit { limit: cash_limit });
            }
        }
        self.payments.push(movement(tender, cents));
        Ok(())
    }

    /// Hands an amount to the customer by a means that need not be the one that pays: cash back on
    /// a cheque, or what goes onto a tab. The customer then owes so much more.
    pub fn hand_out(
        &mut self,
        tender: &Tender,
        amount: Money,
        cash_limit: Money,
    ) -> Result<(), PayRefusal> {
        if amount <= Money::ZERO {
            return Err(PayRefusal::NotAnAmount);
        }
        if tender.kind == TenderKind::Cash && amount - cash(&self.handed_out) > cash_limit {
            return Err(PayRefusal::CashLimit { limit: cash_limit });
        }
        self.handed_out.push(movement(tender, -amount));
        Ok(())
    }

    /// Takes the last payment back.
    pub fn take_back(&mut self) -> Option<Payment> {
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
        if let Some(last) = self.payments.last().cloned()
            && self.change() > Money::ZERO
        {
            payments.push(Payment {
                cents: -self.change(),
                change: true,
                ..last
            });
        }
        Some(payments)
    }
}

fn cash(payments: &[Payment]) -> Money {
    let cash = |it: &&Payment| it.kind == TenderKind::Cash;
    payments.iter().filter(cash).map(|it| it.cents).sum()
}

fn movement(tender: &Tender, cents: Money) -> Payment {
    Payment {
        tender: tender.id.clone(),
        name: tender.name.clone(),
        kind: tender.kind,
        cents,
        change: false,
        of: None,
        pieces: None,
    }
}

/// Notes and coins of the euro that a drawer gives back, in cents, largest first.
const GIVEN_BACK: [i64; 13] = [
    10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1,
];

/// Notes and coins that make up an amount, fewest pieces first: euro coins make the greedy way
/// the shortest.
pub fn pieces(amount: Money) -> Vec<(Money, u32)> {
    let mut left = amount.cents().max(0);
    let mut pieces = Vec::new();
    for value in GIVEN_BACK {
        let count = left / value;
        left %= value;
        if let (Some(value), Ok(count @ 1..)) = (Money::from_cents(value), u32::try_from(count)) {
            pieces.push((value, count));
        }
    }
    pieces
}

/// The way of counting aloud from the price up to what was given: each piece, and how far one
/// has come with it.
pub fn counting_up(price: Money, given: Money) -> Vec<(Money, Money)> {
    let mut steps = Vec::new();
    let mut reached = price;
    for (value, count) in pieces(given - price).into_iter().rev() {
        for _ in 0..count {
            reached += value;
            steps.push((value, reached));
        }
    }
    steps
}

/// Small change the customer could add so that at least two pieces fewer go back: how much, and
/// what then goes back.
pub fn worth_asking(price: Money, given: Money) -> Option<(Money, Money)> {
    let change = given - price;
    let count = |amount: Money| pieces(amount).iter().map(|(_, count)| *count).sum::<u32>();
    [50, 100, 500, 1_000]
        .into_iter()
        .filter_map(|step| {
            let extra = Money::from_cents(price.cents().rem_euclid(step))?;
            (extra > Money::ZERO).then_some((extra, change + extra))
        })
        .filter(|(extra, back)| count(*extra) <= 3 && count(*back) + 2 <= count(change))
        .min_by_key(|(extra, back)| (count(*back) + count(*extra), *extra))
}

/// Sums a customer is likely to give for a price, smallest first, at most four.
pub fn likely_sums(price: Money) -> Vec<Money> {
    let price = price.cents();
    if price <= 0 {
        return Vec::new();
    }
    let up_to =
        |step: i64| price.div_euclid(step) * step + if price % step == 0 { 0 } else { step };
    let note = [500, 1_000, 2_000, 5_000, 10_000]
        .into_iter()
        .find(|note| *note > price)
        .unwrap_or_else(|| up_to(5_000));
    let mut sums: Vec<i64> = [up_to(50), up_to(100), up_to(500), up_to(1_000), note]
        .into_iter()
        .filter(|sum| *sum > price)
        .collect();
    sums.sort_unstable();
    sums.dedup();
    if sums.len() > 4 {
        // The multiple of ten is the least likely of five: a note says it better.
        sums.remove(3);
    }
    sums.into_iter().filter_map(Money::from_cents).collect()
}

//! By what a ticket is paid, and by what its money goes back.

use super::{Way, movement};
use crate::domain::{money::Money, pay::PayRefusal, settings::TenderKind, ticket::Payment};

/// The payments that give `sum` (positive) back; refused beyond what may be paid out in cash.
pub fn paid_back(
    sum: Money,
    paid_by: &[Payment],
    way: &Way,
    cash_limit: Money,
) -> Result<Vec<Payment>, PayRefusal> {
    let mut left = sum;
    let mut payments: Vec<Payment> = Vec::new();
    let last = match way {
        Way::AsPaid { rest } => {
            for row in paid_by {
                let part = reaches(row, left);
                if part > Money::ZERO {
                    left = left - part;
                    payments.push(given_back(row, part));
                }
            }
            movement(rest, -left, None)
        }
        Way::By(tender, of) => movement(tender, -left, of.clone()),
    };
    let same = |it: &&mut Payment| (&it.tender, &it.of) == (&last.tender, &last.of);
    match payments.iter_mut().find(same) {
        Some(row) => row.add(&last),
        None if last.cents == Money::ZERO => {}
        None => payments.push(last),
    }
    let cash = |it: &&Payment| it.kind == TenderKind::Cash;
    let out: Money = payments.iter().filter(cash).map(|it| it.cents).sum();
    if out.abs() > cash_limit {
        return Err(PayRefusal::CashLimit { limit: cash_limit });
    }
    Ok(payments)
}

/// How much of `left` a payment can give back: paper that has its worth printed on it goes back
/// whole or not at all.
fn reaches(row: &Payment, left: Money) -> Money {
    let most = row.cents.max(Money::ZERO).min(left.max(Money::ZERO));
    match row.kind {
        TenderKind::Cheque | TenderKind::Meal if most < row.cents => Money::ZERO,
        TenderKind::Token => {
            let each = match row.pieces {
                Some(pieces) if pieces > 0 => row.cents.cents() / i64::from(pieces),
                _ => row.cents.cents(),
            };
            let count = most.cents().checked_div(each).unwrap_or_default();
            Money::from_cents(count * each).unwrap_or_default()
        }
        TenderKind::Cash
        | TenderKind::Card
        | TenderKind::Cheque
        | TenderKind::Other
        | TenderKind::Account
        | TenderKind::Local
        | TenderKind::Meal
        | TenderKind::CreditNote
        | TenderKind::Fund => most,
    }
}

pub(super) fn given_back(row: &Payment, part: Money) -> Payment {
    Payment {
        cents: -part,
        change: false,
        of: match row.kind {
            // A note is used once: what it paid comes back as a new one.
            TenderKind::CreditNote => None,
            TenderKind::Cash
            | TenderKind::Card
            | TenderKind::Cheque
            | TenderKind::Other
            | TenderKind::Account
            | TenderKind::Local
            | TenderKind::Token
            | TenderKind::Meal
            | TenderKind::Fund => row.of.clone(),
        },
        pieces: row.pieces.map(|pieces| {
            let (part, all) = (part.cents(), row.cents.cents().max(1));
            u32::try_from(i64::from(pieces) * part / all).unwrap_or(pieces)
        }),
        ..row.clone()
    }
}

/// Adds payments to the rows by which a ticket is paid, those of one means together.
pub fn add_payments(rows: &mut Vec<Payment>, payments: &[Payment]) {
    for payment in payments {
        let same = |it: &&mut Payment| {
            (&it.tender, &it.name, &it.of) == (&payment.tender, &payment.name, &payment.of)
        };
        match rows.iter_mut().find(same) {
            Some(row) => row.add(payment),
            None => rows.push(Payment {
                change: false,
                ..payment.clone()
            }),
        }
    }
}

/// Takes from the rows by which a ticket is paid what of it went into an exchange: goods of this
/// worth came back on a ticket that also sold others. What that ticket gave out went back by its
/// means; the rest pays for the other goods, and counts as taken from the rows in the order in
/// which they would give back, so that together they never offer more than the goods still there.
pub fn take_exchanged(rows: &mut [Payment], worth: Money, payments: &[Payment]) {
    let mut given = Vec::new();
    add_payments(&mut given, payments);
    let mut left = worth;
    for out in given.iter().filter(|it| it.cents < Money::ZERO) {
        let same = |it: &&mut Payment| (&it.tender, &it.name) == (&out.tender, &out.name);
        if let Some(row) = rows.iter_mut().find(same) {
            left = left - take(row, left.min(-out.cents));
        }
    }
    for row in rows {
        left = left - take(row, left);
    }
}

/// Takes what a payment can give back of a sum; answers how much that is.
fn take(row: &mut Payment, sum: Money) -> Money {
    let part = reaches(row, sum);
    if part > Money::ZERO {
        let gone = given_back(row, part);
        row.add(&gone);
    }
    part
}

//! The cheques of a market, to be held against the pile: what was paid by cheque, less what went
//! back.

use super::{ChequeSeen, Found};
use crate::domain::{asking::PaidRow, money::Money, settings::TenderKind};

/// The cheques that should be there, in the order in which they came, none of them looked at yet.
/// One that went back, whole, takes the latest of its amount with it.
pub fn expected(paid: &[PaidRow]) -> Vec<ChequeSeen> {
    let mut cheques: Vec<ChequeSeen> = Vec::new();
    for row in paid {
        for payment in &row.payments {
            if payment.kind != TenderKind::Cheque || payment.cents == Money::ZERO {
                continue;
            }
            let back = -payment.cents;
            let same = cheques.iter().rposition(|it| it.cents == back);
            match same.filter(|_| payment.cents < Money::ZERO) {
                Some(at) => {
                    cheques.remove(at);
                }
                None => cheques.push(ChequeSeen {
                    ticket: row.ticket.clone(),
                    cents: payment.cents,
                    found: Found::Missing,
                    number: None,
                }),
            }
        }
    }
    cheques
}

/// The cheques that should be there, with what was said of those that were looked at before and,
/// beside each, who signed it.
pub fn looked_at(
    expected: Vec<ChequeSeen>,
    before: &[ChequeSeen],
    names: &[String],
) -> (Vec<ChequeSeen>, Vec<String>) {
    let names = names
        .iter()
        .cloned()
        .chain(std::iter::repeat(String::new()));
    let mut before: Vec<(ChequeSeen, String)> = before.iter().cloned().zip(names).collect();
    expected
        .into_iter()
        .map(|cheque| {
            let same = |it: &(ChequeSeen, String)| {
                (&it.0.ticket, it.0.cents) == (&cheque.ticket, cheque.cents)
            };
            match before.iter().position(same) {
                Some(at) => before.remove(at),
                None => (cheque, String::new()),
            }
        })
        .unzip()
}

/// How many were found, and what they are worth together.
pub fn found(cheques: &[ChequeSeen]) -> (usize, Money) {
    let here = cheques.iter().filter(|it| it.found == Found::Here);
    let (count, sum) = (here.clone().count(), here.map(|it| it.cents));
    (count, sum.sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{ids::Id, ticket::Payment, time::Moment};

    fn paid(ticket: &str, cents: i64) -> PaidRow {
        let cents = Money::from_cents(cents).unwrap();
        PaidRow {
            ticket: ticket.to_owned(),
            at: Moment::default(),
            total: cents,
            payments: vec![Payment {
                tender: Id::known("cheque"),
                name: None,
                kind: TenderKind::Cheque,
                cents,
                change: false,
                of: None,
                pieces: None,
            }],
        }
    }

    fn tickets(cheques: &[ChequeSeen]) -> Vec<&str> {
        cheques.iter().map(|it| it.ticket.as_str()).collect()
    }

    #[test]
    fn a_cheque_that_went_back_is_not_looked_for() {
        let rows = [
            paid("A-1", 2_000),
            paid("A-2", 3_180),
            paid("A-3", 2_000),
            paid("A-4", -3_180),
            paid("A-5", -700),
        ];
        let cheques = expected(&rows);
        assert_eq!(tickets(&cheques), ["A-1", "A-3", "A-5"]);
        assert_eq!(found(&cheques), (0, Money::ZERO));
    }

    #[test]
    fn what_was_ticked_stays_ticked_when_another_one_comes() {
        let mut before = expected(&[paid("A-1", 2_000), paid("A-3", 2_000)]);
        if let Some(last) = before.last_mut() {
            last.found = Found::Here;
        }
        let now = expected(&[paid("A-1", 2_000), paid("A-3", 2_000), paid("A-9", 500)]);
        let names = [String::new(), "Paul".to_owned()];
        let (cheques, names) = looked_at(now, &before, &names);
        assert_eq!(found(&cheques), (1, Money::from_cents(2_000).unwrap()));
        assert_eq!(names, ["", "Paul", ""]);
    }
}

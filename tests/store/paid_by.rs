//! By what a ticket is paid after all that came back of it: never more than is still there.

use etal::domain::{
    correct::{Way, paid_back},
    ids::Id,
    money::Money,
    ticket::Returned,
};

use crate::{
    counter::cents,
    market::{Market, market},
};

fn paid_by(market: &Market, name: &str) -> Vec<(String, i64)> {
    let rows = market.past(name).paid_by.into_iter();
    rows.map(|it| (it.tender.to_string(), it.cents.cents()))
        .collect()
}

/// What the rest of a ticket would give back by the means that paid it, cash for the rest.
fn as_paid(market: &Market, name: &str, rest: i64) -> Vec<(String, i64)> {
    let cash = market.counter.settings.tender(&Id::known("cash")).unwrap();
    let way = Way::AsPaid { rest: cash.clone() };
    let rows = market.past(name).paid_by;
    let back = paid_back(cents(rest), &rows, &way, Money::MAX).unwrap();
    back.iter()
        .map(|it| (it.tender.to_string(), it.cents.cents()))
        .collect()
}

fn rows(rows: &[(&str, i64)]) -> Vec<(String, i64)> {
    rows.iter().map(|it| (it.0.to_owned(), it.1)).collect()
}

#[test]
fn an_exchange_takes_from_the_means_what_went_into_it() {
    let mut market = market();
    // 3 × 101 by card and 107 in cash.
    let lines = vec![market.goods(1, 3), market.goods(7, 1)];
    let sold = market.sell(lines, &[("card", 303, None), ("cash", 107, None)]);
    let two = market.back(&sold, 0, 2, Returned::OnSale);
    let other = market.goods(7, 1);
    // 202 back, 107 bought: 95 given back on the card.
    market.sell(vec![two, other], &[("card", -95, None)]);
    assert_eq!(
        paid_by(&market, &sold),
        rows(&[("card", 101), ("cash", 107)])
    );
    let rest = as_paid(&market, &sold, 208);
    assert_eq!(rest, rows(&[("card", -101), ("cash", -107)]));
    let one = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![one], &[("card", -101, None)]);
    assert_eq!(paid_by(&market, &sold), rows(&[("cash", 107)]));
    assert_eq!(as_paid(&market, &sold, 107), rows(&[("cash", -107)]));
}

#[test]
fn a_voided_ticket_has_nothing_left_to_give_back() {
    let mut market = market();
    let sold = market.sell(
        vec![market.goods(1, 3)],
        &[("cash", 500, None), ("cash", -197, None)],
    );
    let detail = market.store.ticket_named(&sold).unwrap().unwrap();
    let proposal = market.counter.reversal(&detail);
    market.store.append(proposal, None).unwrap();
    assert_eq!(paid_by(&market, &sold), []);
}

#[test]
fn what_was_put_right_and_came_back_then_is_taken_off_too() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(1, 3)], &[("card", 303, None)]);
    let ticket = market.reattributed(&sold, 0, "BRUNO");
    let fact = etal::domain::journal::Fact::Ticket(Box::new(ticket));
    market.write(fact).unwrap();
    let two = market.back(&sold, 0, 2, Returned::OnSale);
    market.sell(vec![two], &[("card", -202, None)]);
    assert_eq!(paid_by(&market, &sold), rows(&[("card", 101)]));
}

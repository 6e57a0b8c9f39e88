//! What was sold comes back at the prices, rates and shares of that day, in any parts.

use etal::domain::{
    back::{Back, BackRefusal},
    basket::{Basket, Line, What},
    catalogue::Product,
    money::{Money, Percent},
    price::Priced,
    quantity::{Quantity, Unit},
    ticket::{Owner, Past, PastLine, Returned, TicketLine},
};
use proptest::prelude::*;

use super::{
    goods::{
        basket, carrots, cents, pieces_of, priced, product, share, tariff, tomatoes, weight_of,
    },
    properties::any_line,
};

fn place(line: u32) -> PastLine {
    PastLine {
        ticket: Past {
            till: "K7QF2M9P".to_owned(),
            epoch: 1,
            seq: 42,
            name: "A-40".to_owned(),
        },
        line,
    }
}

/// The line of a ticket that takes `count` of a sold line back, after `before` of it.
pub fn back(original: &TicketLine, line: u32, before: Quantity, count: Quantity) -> Line {
    let back = Back {
        place: place(line),
        original: original.clone(),
        before,
        returned: Some(Returned::OnSale),
    };
    Line::of(What::Back(Box::new(back)), count)
}

fn refund(sold: &Priced, before: u32, count: u32) -> Priced {
    let (before, count) = (Quantity::pieces(before), Quantity::pieces(count));
    priced(&basket(vec![back(&sold.lines[0], 0, before, count)]), None)
}

#[test]
fn ticket_6_one_of_three_comes_back_and_the_other_two_later() {
    let sold = priced(&basket(vec![pieces_of(carrots(), 3)]), None);
    let one = refund(&sold, 0, 1);
    assert_eq!(one.total, cents(-200));
    assert_eq!(share(&one, 0, Owner::Commission), -16);
    assert_eq!(share(&one, 0, Owner::Producer), -184);
    let two = refund(&sold, 1, 2);
    assert_eq!(two.total, cents(-400));
    assert_eq!(share(&two, 0, Owner::Commission), -32);
    assert_eq!(share(&two, 0, Owner::Producer), -368);
}

/// The price list of today is not asked: a dearer price, another commission, another tariff.
#[test]
fn what_comes_back_is_worth_what_was_paid_that_day() {
    let sold = priced(
        &basket(vec![weight_of(tomatoes(), 860)]),
        Some(&tariff(6_500)),
    );
    let mut today = basket(vec![
        pieces_of(carrots(), 1),
        back(
            &sold.lines[0],
            0,
            Quantity::from_thousandths(0),
            sold.lines[0].quantity,
        ),
    ]);
    today.charge(Some(tariff(12_500)));
    let exchanged = super::goods::price_of(&today);
    assert_eq!(exchanged.lines[0].paid, cents(250));
    assert_eq!(exchanged.lines[1].paid, cents(-195));
    assert_eq!(share(&exchanged, 1, Owner::Pot), 106);
    assert_eq!(exchanged.total, cents(55));
}

/// « 20 tout rond » is said about the goods that go, not about those that come back.
#[test]
fn a_discount_on_the_ticket_does_not_touch_what_comes_back() {
    let sold = priced(&basket(vec![pieces_of(carrots(), 1)]), None);
    let mut exchange = basket(vec![
        pieces_of(product("jam", "B", Unit::Piece, 500), 1),
        back(&sold.lines[0], 0, Quantity::pieces(0), Quantity::ONE),
    ]);
    exchange.adjust(Some(etal::domain::basket::Adjustment::Agreed(
        cents(250),
        None,
    )));
    let exchange = priced(&exchange, None);
    assert_eq!(exchange.lines[0].paid, cents(450));
    assert_eq!(exchange.lines[1].paid, cents(-200));
    assert_eq!(exchange.total, cents(250));
}

#[test]
fn no_more_comes_back_than_was_sold_and_nothing_twice() {
    let sold = priced(&basket(vec![pieces_of(carrots(), 3)]), None);
    let two_gone = Back {
        place: place(0),
        original: sold.lines[0].clone(),
        before: Quantity::pieces(2),
        returned: None,
    };
    assert_eq!(two_gone.check(Quantity::ONE), Ok(()));
    let left = Quantity::ONE;
    assert_eq!(
        two_gone.check(Quantity::pieces(2)),
        Err(BackRefusal::MoreThanSold { left })
    );
    assert!(two_gone.check(Quantity::pieces(0)).is_err());
    let refunded = refund(&sold, 0, 1).lines[0].clone();
    let again = Back {
        original: refunded,
        before: Quantity::pieces(0),
        ..two_gone
    };
    assert_eq!(again.check(Quantity::ONE), Err(BackRefusal::IsBack));
}

#[test]
fn the_jar_comes_back_with_its_deposit_and_outside_vat() {
    let honey = Product {
        deposit: Some(cents(20)),
        ..product("honey", "A", Unit::Piece, 720)
    };
    let sold = priced(&basket(vec![pieces_of(honey, 2)]), None);
    let none = Quantity::pieces(0);
    let both = priced(
        &basket(vec![
            back(&sold.lines[0], 0, none, Quantity::ONE),
            back(&sold.lines[1], 1, none, Quantity::ONE),
        ]),
        None,
    );
    assert_eq!(both.total, cents(-740));
    assert_eq!(both.vat[0].paid, cents(-720));
    assert_eq!(share(&both, 1, Owner::Deposit), -20);
}

/// Sums of a line's every amount: base, paid, without VAT, each discount, each share.
fn amounts(line: &TicketLine) -> Vec<i64> {
    let mut amounts = vec![line.base.cents(), line.paid.cents(), line.net.cents()];
    amounts.extend(line.discounts.iter().map(|it| it.cents.cents()));
    amounts.extend(line.shares.iter().map(|it| it.cents.cents()));
    amounts
}

fn balanced(priced: &Priced) -> bool {
    let lines = priced.lines.iter();
    let hold =
        |line: &TicketLine| line.paid == line.shares.iter().map(|it| it.cents).sum::<Money>();
    lines.clone().all(hold)
        && priced.total == lines.map(|line| line.paid).sum()
        && priced.vat.iter().all(|row| row.net + row.tax == row.paid)
}

proptest! {
    /// Whatever was on the ticket, in whichever parts its lines come back: together they give
    /// every owner exactly what it had, and every part balances by itself.
    #[test]
    fn refunding_in_any_parts_gives_back_exactly_the_whole(
        lines in prop::collection::vec(any_line(), 1..6),
        percent in prop::option::of(5_000u32..15_000),
        agreed in prop::option::of(1i64..20_000),
        cuts in prop::collection::vec(1i64..6, 1..5),
    ) {
        let mut sold = basket(lines);
        sold.adjust(agreed.map(|it| etal::domain::basket::Adjustment::Agreed(cents(it), None)));
        let sold = priced(&sold, percent.map(tariff).as_ref());
        for (line, at) in sold.lines.iter().zip(0..) {
            if !etal::domain::back::may_come_back(line) {
                continue;
            }
            let whole = line.quantity.thousandths();
            let mut gone = 0;
            let mut sums = vec![0; amounts(line).len()];
            for cut in cuts.iter().copied().chain([1]) {
                let last = cut == 1;
                let count = if last { whole - gone } else { (whole - gone) / cut };
                if count <= 0 {
                    continue;
                }
                let part = back(
                    line,
                    at,
                    Quantity::from_thousandths(gone),
                    Quantity::from_thousandths(count),
                );
                let part = priced(&basket(vec![part]), None);
                prop_assert!(balanced(&part));
                for (sum, amount) in sums.iter_mut().zip(amounts(&part.lines[0])) {
                    *sum += amount;
                }
                gone += count;
                if gone == whole {
                    break;
                }
            }
            prop_assert_eq!(gone, whole);
            let wanted: Vec<i64> = amounts(line).iter().map(|it| -it).collect();
            prop_assert_eq!(sums, wanted);
        }
    }

    /// An exchange balances whatever goes and whatever comes back.
    #[test]
    fn an_exchange_balances(
        sold in prop::collection::vec(any_line(), 1..5),
        fresh in prop::collection::vec(any_line(), 0..5),
        percent in prop::option::of(5_000u32..15_000),
        off in prop::option::of(1u32..10_000),
    ) {
        let sold = priced(&basket(sold), percent.map(tariff).as_ref());
        let mut exchange: Basket = basket(fresh);
        for (line, at) in sold.lines.iter().zip(0..) {
            if etal::domain::back::may_come_back(line) {
                exchange.add(back(line, at, Quantity::pieces(0), line.quantity)).unwrap();
            }
        }
        let off = off.map(|it| etal::domain::basket::Off::Percent(Percent(it)));
        exchange.adjust(off.map(|it| etal::domain::basket::Adjustment::Off(it, None)));
        prop_assert!(balanced(&priced(&exchange, None)));
    }
}

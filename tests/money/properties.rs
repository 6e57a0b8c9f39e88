//! What must hold for every ticket.

use etal::domain::{
    basket::{Adjustment, Line, Off, What},
    catalogue::{Product, QuantityPrice},
    money::{Money, Percent, VatRate},
    pay::{At, Tendering, pieces},
    quantity::{Quantity, Unit},
    ticket::Past,
};
use proptest::prelude::*;

use super::goods::{basket, cents, label, priced, product, settings, tariff, ticket, weight_of};

/// Any line a customer could ask for.
pub fn any_line() -> impl Strategy<Value = Line> {
    let discount = prop_oneof![
        Just(None),
        (1u32..=10_000).prop_map(|it| Some(Off::Percent(Percent(it)))),
        (1i64..2_000).prop_map(|it| Some(Off::Amount(cents(it)))),
    ];
    let price = prop_oneof![3 => Just(None), 1 => (1i64..5_000).prop_map(|it| Some(cents(it)))];
    (0u8..5, 1i64..5_000, 1u32..9, discount, price).prop_map(
        |(kind, amount, count, discount, price)| {
            let count = Quantity::pieces(count);
            let line = match kind {
                0 => Line::goods(product("a", "A", Unit::Piece, amount), count),
                1 => weight_of(product("b", "B", Unit::Kilogram, amount), amount),
                2 => Line::goods(
                    Product {
                        quantity_prices: vec![QuantityPrice {
                            count: 3,
                            price: cents(amount * 2),
                        }],
                        deposit: Some(cents(20)),
                        vat: VatRate(2000),
                        ..product("c", "A", Unit::Piece, amount)
                    },
                    count,
                ),
                3 => Line::of(
                    What::Free {
                        label: label("retour"),
                        price: cents(-amount),
                        vat: VatRate(550),
                    },
                    count,
                ),
                _ => Line::of(
                    What::DepositBack {
                        label: label("bocal"),
                        deposit: cents(20),
                    },
                    count,
                ),
            };
            Line {
                discount,
                price: price.filter(|_| kind < 3),
                ..line
            }
        },
    )
}

proptest! {
    /// Σ lines = Σ shares = Σ payments, whatever is on the ticket and however it is paid, and a
    /// reversed ticket takes back every cent of every owner.
    #[test]
    fn every_ticket_balances(lines in prop::collection::vec(any_line(), 1..12),
                             agreed in prop::option::of(0i64..20_000),
                             percent in prop::option::of(5_000u32..15_000),
                             card in 1i64..3_000) {
        let mut basket = basket(lines);
        basket.adjust(agreed.map(|it| Adjustment::Agreed(cents(it), None)));
        let priced = priced(&basket, percent.map(tariff).as_ref());
        let mut settings = settings();
        settings.rules.cash_limit = Money::MAX;
        let at = At::of(&settings);
        let mut tendering = Tendering::new(priced.total);
        let by_card = settings.tender_by_letter('C').unwrap();
        let _ = tendering.pay(by_card, Some(cents(card)), &at);
        if !tendering.is_settled() {
            tendering.pay(settings.cash().unwrap(), None, &at).unwrap();
        }
        let ticket = ticket(priced, &tendering);
        prop_assert_eq!(ticket.check(), Ok(()));
        let original = Past { till: String::new(), epoch: 1, seq: 1, name: String::new() };
        let back = ticket.reversed(original, "test", 0);
        prop_assert_eq!(back.check(), Ok(()));
        for (there, back) in ticket.lines.iter().zip(&back.lines) {
            for (given, taken) in there.shares.iter().zip(&back.shares) {
                prop_assert_eq!(given.cents, -taken.cents);
            }
        }
    }

    /// Going back as many steps as were taken leaves nothing behind.
    #[test]
    fn undoing_everything_leaves_an_empty_basket(lines in prop::collection::vec(any_line(), 0..12)) {
        let mut basket = basket(lines);
        if !basket.is_empty() {
            let first = basket.lines()[0].clone();
            basket.change(0, Line { quantity: Quantity::pieces(2), ..first });
            basket.remove(0);
        }
        basket.adjust(Some(Adjustment::Agreed(cents(1), None)));
        while basket.undo().is_some() {}
        prop_assert!(basket.is_empty());
        prop_assert_eq!(basket.adjustment(), None);
    }

    #[test]
    fn the_pieces_of_an_amount_add_up(amount in 0i64..100_000) {
        let sum: i64 = pieces(cents(amount)).iter().map(|(value, count)| value.cents() * i64::from(*count)).sum();
        prop_assert_eq!(sum, amount);
    }
}

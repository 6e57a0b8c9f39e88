//! What must hold for every ticket.

use etal::domain::{
    asking::Used,
    basket::{Adjustment, Line, Off, What},
    catalogue::{Product, QuantityPrice},
    ids::Id,
    money::{Money, Percent, VatRate},
    pay::{At, Tendering, pieces},
    price::Priced,
    quantity::{Quantity, Unit},
    settings::{Bearer, TenderKind},
    ticket::{LineKind, Past},
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
    let borne = prop::sample::select(vec![
        None,
        Some(Bearer::Producer),
        Some(Bearer::Pot),
        Some(Bearer::Coop),
    ]);
    (0u8..8, 1i64..5_000, 1u32..9, discount, price, borne).prop_map(
        |(kind, amount, count, discount, price, borne)| {
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
                4 => Line::of(
                    What::DepositBack {
                        label: label("bocal"),
                        deposit: cents(20),
                    },
                    count,
                ),
                _ => Line::of(no_price(kind, amount), Quantity::ONE),
            };
            Line {
                discount: discount.filter(|_| kind < 5),
                price: price.filter(|_| kind < 3),
                borne,
                ..line
            }
        },
    )
}

/// Money that is no price: onto an account, into the fund, for a credit note.
fn no_price(kind: u8, amount: i64) -> What {
    let amount = cents(amount);
    match kind {
        5 => What::TopUp {
            member: Id::known("M1"),
            label: label("recharge"),
            amount,
        },
        6 => What::Gift {
            label: label("don"),
            amount,
        },
        _ => What::CreditNote {
            label: label("bon"),
            amount,
        },
    }
}

/// A payment somebody tries: a means by its place, and a sum, or all that is left.
fn any_payment() -> impl Strategy<Value = (usize, Option<i64>)> {
    (0usize..10, prop::option::of(1i64..3_000))
}

/// Pays by whatever means one tries, each as far as its rules let it, and the rest in cash.
fn paid(priced: &Priced, tries: &[(usize, Option<i64>)], spend: i64) -> Tendering {
    let mut settings = settings();
    settings.rules.cash_limit = Money::MAX;
    let (member, used) = (
        Id::known("M1"),
        Used {
            fund: cents(700),
            ..Used::default()
        },
    );
    let at = At {
        settings: &settings,
        lines: &priced.lines,
        member: Some(&member),
        may_spend: Some(cents(spend)),
        used: Some(&used),
    };
    let mut tendering = Tendering::new(priced.total);
    for (means, sum) in tries {
        // What the rules refuse is not paid: that is all that matters here.
        let _ = tendering.pay(&settings.tenders[*means], sum.map(cents), &at);
    }
    if !tendering.is_settled() {
        tendering.pay(settings.cash().unwrap(), None, &at).unwrap();
    }
    tendering
}

proptest! {
    /// Whatever tries at paying are made, by any means in any order: what is taken is what is
    /// owed, and no account, fund or cap gave more than it had.
    #[test]
    fn any_split_pays_exactly_what_is_owed(
        lines in prop::collection::vec(any_line(), 1..8),
        percent in prop::option::of(5_000u32..15_000),
        tries in prop::collection::vec(any_payment(), 0..6),
        spend in 0i64..4_000,
    ) {
        let priced = priced(&basket(lines), percent.map(tariff).as_ref());
        let tendering = paid(&priced, &tries, spend);
        let ticket = ticket(priced, &tendering);
        prop_assert_eq!(ticket.check(), Ok(()));
        let by = |kind: TenderKind| -> i64 {
            let rows = ticket.payments.iter().filter(|it| it.kind == kind);
            rows.map(|it| it.cents.cents()).sum()
        };
        if ticket.total > Money::ZERO {
            let onto: i64 = ticket.lines.iter()
                .filter(|it| it.kind == LineKind::TopUp)
                .map(|it| it.paid.cents())
                .sum();
            prop_assert!(by(TenderKind::Account) <= spend + onto);
            prop_assert!(by(TenderKind::Fund) <= 700);
            prop_assert!(by(TenderKind::Meal) <= 2_500, "its cap per ticket");
            prop_assert_eq!(by(TenderKind::Token) % 100, 0, "whole tokens");
        }
    }

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
        basket.attach(Some(Id::known("M1"))).unwrap();
        basket.charge(Some(tariff(6_500)));
        basket.adjust(Some(Adjustment::Agreed(cents(1), None)));
        basket.charge(None);
        while basket.undo().is_some() {}
        prop_assert!(basket.is_empty());
        prop_assert_eq!(basket.adjustment(), None);
        prop_assert_eq!(basket.member(), None);
        prop_assert_eq!(basket.tariff(), None);
    }

    #[test]
    fn the_pieces_of_an_amount_add_up(amount in 0i64..100_000) {
        let sum: i64 = pieces(cents(amount)).iter().map(|(value, count)| value.cents() * i64::from(*count)).sum();
        prop_assert_eq!(sum, amount);
    }
}

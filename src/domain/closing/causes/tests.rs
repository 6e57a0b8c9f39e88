//! Evenings at the stall, and what may have happened.

use super::*;
use crate::domain::{
    day::{Counting, Pieces},
    ticket::Payment,
    time::Moment,
};

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn id(name: &str) -> Id {
    Id::known(name)
}

const fn kind(name: &str) -> TenderKind {
    match name.as_bytes() {
        b"cash" => TenderKind::Cash,
        b"card" => TenderKind::Card,
        _ => TenderKind::Cheque,
    }
}

/// An evening: tender, expected, counted.
struct Evening {
    means: Vec<MeansRow>,
    count: Count,
    paid: Vec<PaidRow>,
    drawers: Vec<DrawerRow>,
    cash: Vec<CashRow>,
    left: Option<Money>,
}

impl Evening {
    fn of(rows: &[(&str, i64, i64)]) -> Self {
        let row = |(name, expected, counted): &(&str, i64, i64)| MeansRow {
            tender: id(name),
            name: None,
            kind: kind(name),
            expected: cents(*expected),
            counted: Some(cents(*counted)),
            number: None,
        };
        let counting = |(name, _, counted): &(&str, i64, i64)| Counting {
            tender: id(name),
            name: None,
            kind: kind(name),
            pieces: Vec::new(),
            other: Money::ZERO,
            number: None,
            total: cents(*counted),
        };
        let drawer = |(name, expected, _): &(&str, i64, i64)| DrawerRow {
            tender: id(name),
            name: None,
            kind: kind(name),
            float: Some(Money::ZERO),
            start: Money::ZERO,
            expected: cents(*expected),
        };
        Self {
            means: rows.iter().map(row).collect(),
            count: Count {
                means: rows.iter().map(counting).collect(),
            },
            paid: Vec::new(),
            drawers: rows.iter().map(drawer).collect(),
            cash: Vec::new(),
            left: None,
        }
    }

    /// A ticket paid so; a negative amount is change.
    fn sold(mut self, payments: &[(&str, i64)]) -> Self {
        let payments: Vec<Payment> = payments
            .iter()
            .map(|(name, amount)| Payment {
                tender: id(name),
                name: None,
                kind: kind(name),
                cents: cents(*amount),
                change: *amount < 0,
                of: None,
                pieces: None,
            })
            .collect();
        self.paid.push(PaidRow {
            ticket: format!("A-{}", self.paid.len() + 1),
            at: Moment::default(),
            total: payments.iter().map(|it| it.cents).sum(),
            payments,
        });
        self
    }

    /// Counted by pieces: worth in cents, number.
    fn by_pieces(mut self, pieces: &[(i64, u32)]) -> Self {
        self.count.means[0].pieces = pieces
            .iter()
            .map(|(worth, count)| Pieces {
                worth: cents(*worth),
                count: *count,
            })
            .collect();
        self
    }

    fn causes(&self) -> Vec<Cause> {
        causes(Evidence {
            means: &self.means,
            count: Some(&self.count),
            paid: &self.paid,
            drawers: &self.drawers,
            cash: &self.cash,
            left: self.left,
        })
    }
}

#[test]
fn a_card_payment_rung_up_as_cash_is_found_by_its_ticket() {
    let evening = Evening::of(&[("cash", 20_000, 16_820), ("card", 5_000, 8_180)])
        .sold(&[("cash", 1_250)])
        .sold(&[("cash", 5_000), ("cash", -1_820)])
        .sold(&[("card", 5_000)]);
    let first = evening.causes().remove(0);
    assert_eq!(first.ticket(), Some("A-2"));
    assert_eq!(
        first,
        Cause::Means {
            ticket: Some("A-2".to_owned()),
            cents: cents(3_180),
            as_tender: id("cash"),
            by_tender: id("card"),
        }
    );
}

#[test]
fn a_ticket_put_right_already_is_not_named_again() {
    let evening = Evening::of(&[("cash", 20_000, 16_820), ("card", 5_000, 8_180)])
        .sold(&[("cash", 3_180)])
        .sold(&[("cash", -3_180), ("card", 3_180)]);
    let first = evening.causes().remove(0);
    assert_eq!(first.ticket(), None);
    assert!(matches!(first, Cause::Means { .. }), "{first:?}");
}

#[test]
fn round_notes_that_are_missing_may_be_in_the_safe() {
    let missing = |short: i64| {
        let evening = Evening::of(&[("cash", 45_000, 45_000 - short)]);
        evening.by_pieces(&[(2_000, 3)]).causes()
    };
    let drop = |amount| Cause::NotNoted {
        cents: cents(amount),
    };
    assert_eq!(missing(10_000), [drop(10_000)]);
    assert_eq!(
        missing(2_000),
        [
            Cause::Overlooked {
                worth: cents(2_000)
            },
            drop(2_000)
        ]
    );
    assert_eq!(missing(10_030), [], "a sum with coins is no drop");
    assert_eq!(missing(1_500), [], "nobody walks to the safe for that");
}

#[test]
fn a_drop_that_was_noted_may_lie_in_the_drawer_still() {
    let mut evening = Evening::of(&[("cash", 20_000, 30_000)]).by_pieces(&[(5_000, 6)]);
    evening.cash.push(CashRow {
        way: CashWay::Drop,
        reason: None,
        tender: id("cash"),
        cents: cents(10_000),
        number: 1,
    });
    let way = CashWay::Drop;
    let cents = cents(10_000);
    assert_eq!(evening.causes(), [Cause::NotTaken { way, cents }]);
}

#[test]
fn a_note_counted_twice_was_there_at_least_once() {
    let long = |pieces: &[(i64, u32)]| {
        Evening::of(&[("cash", 10_000, 12_000)])
            .by_pieces(pieces)
            .causes()
    };
    let twice = Cause::CountedTwice {
        worth: cents(2_000),
    };
    assert_eq!(long(&[(2_000, 4), (1_000, 4)]), [twice]);
    assert_eq!(long(&[(2_000, 1), (1_000, 10)]), []);
    assert_eq!(long(&[(5_000, 2), (1_000, 2)]), [], "no note of 20 there");
}

#[test]
fn change_that_stayed_or_went_twice_names_its_ticket() {
    let sold = |counted: i64| {
        Evening::of(&[("cash", 10_000, counted)])
            .sold(&[("cash", 2_000), ("cash", -730)])
            .sold(&[("cash", 1_240)])
            .causes()
    };
    let (ticket, change) = (Some("A-1".to_owned()), cents(730));
    assert_eq!(
        sold(10_730),
        [Cause::ChangeKept {
            ticket: ticket.clone(),
            cents: change
        }]
    );
    assert_eq!(
        sold(9_270),
        [Cause::ChangeTwice {
            ticket,
            cents: change
        }]
    );
}

#[test]
fn change_that_many_tickets_gave_names_none() {
    let evening = (0..4).fold(Evening::of(&[("cash", 10_000, 10_100)]), |it, _| {
        it.sold(&[("cash", 500), ("cash", -100)])
    });
    let (ticket, cents) = (None, cents(100));
    assert_eq!(evening.causes(), [Cause::ChangeKept { ticket, cents }]);
}

#[test]
fn the_same_ticket_twice_in_a_row_may_be_one() {
    let evening = Evening::of(&[("cash", 10_000, 9_140)])
        .sold(&[("cash", 860)])
        .sold(&[("cash", 860)]);
    let (ticket, cents) = ("A-2".to_owned(), cents(860));
    assert_eq!(evening.causes(), [Cause::RungTwice { ticket, cents }]);
}

#[test]
fn a_sale_of_a_usual_sum_may_not_have_been_rung_up() {
    let evening = Evening::of(&[("cash", 10_000, 10_450)]).sold(&[("card", 450)]);
    assert_eq!(evening.causes(), [Cause::NotRung { cents: cents(450) }]);
}

#[test]
fn the_float_may_have_been_what_was_left_or_never_counted() {
    let mut evening = Evening::of(&[("cash", 40_000, 41_000)]);
    evening.drawers[0].float = Some(cents(14_000));
    evening.drawers[0].start = cents(14_000);
    evening.left = Some(cents(15_000));
    let (noted, maybe) = (Some(cents(14_000)), cents(15_000));
    assert_eq!(evening.causes(), [Cause::Float { noted, maybe }]);
    evening.drawers[0].float = None;
    evening.drawers[0].start = Money::ZERO;
    let (noted, maybe) = (None, cents(1_000));
    assert_eq!(evening.causes(), [Cause::Float { noted, maybe }]);
}

#[test]
fn digits_in_each_others_place_are_seen() {
    let typed = |name, expected, counted| Evening::of(&[(name, expected, counted)]).causes();
    let mistyped = |name: &str, typed, maybe| Cause::Mistyped {
        tender: id(name),
        typed: cents(typed),
        maybe: cents(maybe),
    };
    assert_eq!(
        typed("card", 21_540, 25_140),
        [mistyped("card", 25_140, 21_540)]
    );
    assert_eq!(
        typed("card", 21_540, 2_154_000),
        [mistyped("card", 2_154_000, 21_540)]
    );
    assert_eq!(typed("card", 21_540, 21_549), []);
}

#[test]
fn nothing_is_guessed_where_nothing_differs_or_nothing_was_counted() {
    let mut evening = Evening::of(&[("cash", 10_000, 10_000)]).sold(&[("cash", 860)]);
    assert_eq!(evening.causes(), []);
    evening.means[0].counted = None;
    assert_eq!(evening.causes(), []);
}

#[test]
fn four_guesses_at_most_and_the_likeliest_first() {
    let mut evening = Evening::of(&[("cash", 50_000, 45_000), ("card", 9_000, 14_000)])
        .by_pieces(&[(5_000, 9)])
        .sold(&[("cash", 5_000)])
        .sold(&[("cash", 5_000)])
        .sold(&[("cash", 9_000), ("cash", -5_000)]);
    evening.drawers[0].float = Some(cents(20_000));
    evening.drawers[0].start = cents(20_000);
    evening.left = Some(cents(15_000));
    let causes = evening.causes();
    assert_eq!(causes.len(), 4);
    assert!(matches!(causes[0], Cause::Means { .. }), "{causes:?}");
    assert!(matches!(causes[1], Cause::Float { .. }), "{causes:?}");
}

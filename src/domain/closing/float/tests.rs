//! A drawer that is parted: nothing is lost, no piece is invented.

use super::*;
use crate::domain::day::EURO_CENTS;
use proptest::prelude::*;

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn pieces(list: &[(i64, u32)]) -> Vec<Pieces> {
    let one = |(worth, count): &(i64, u32)| Pieces {
        worth: cents(*worth),
        count: *count,
    };
    list.iter().map(one).collect()
}

#[test]
fn the_small_ones_stay_and_the_notes_go() {
    let counted = pieces(&[
        (5_000, 2),
        (2_000, 7),
        (1_000, 11),
        (500, 6),
        (200, 14),
        (100, 21),
        (20, 3),
    ]);
    let done = propose(&counted, Money::ZERO, cents(15_000), &[]);
    assert_eq!(done.leave.total(), cents(15_000));
    assert_eq!(done.take.total(), cents(27_960));
    let kept = pieces(&[(1_000, 8), (500, 5), (200, 12), (100, 21)]);
    assert_eq!(done.leave.pieces, kept);
    assert_eq!(count_of(&done.take.pieces, cents(5_000)), 2);
    assert_eq!(
        count_of(&done.take.pieces, cents(20)),
        3,
        "they spoil the sum"
    );
}

#[test]
fn three_twenties_are_sixty_though_there_is_a_fifty() {
    let counted = pieces(&[(5_000, 1), (2_000, 3)]);
    let done = propose(&counted, Money::ZERO, cents(6_000), &[]);
    assert_eq!(done.leave.pieces, pieces(&[(2_000, 3)]));
    let done = propose(&counted, Money::ZERO, cents(5_000), &[]);
    assert_eq!(done.leave.pieces, pieces(&[(5_000, 1)]));
    let done = propose(&counted, Money::ZERO, cents(10_500), &[]);
    assert_eq!(done.leave.total(), cents(11_000), "nearest, though above");
}

#[test]
fn one_total_is_parted_without_pieces() {
    let done = propose(&[], cents(45_260), cents(15_000), &pieces(&[(100, 20)]));
    assert_eq!(done.leave.other, cents(15_000));
    assert_eq!(done.take.other, cents(30_260));
    assert!(done.leave.pieces.is_empty() && done.bring.is_empty());
    let little = propose(&[], cents(900), cents(15_000), &[]);
    assert_eq!(
        (little.leave.other, little.take.other),
        (cents(900), Money::ZERO)
    );
}

#[test]
fn rolls_stay_whole_or_go_whole() {
    let counted = pieces(&[(1_000, 20)]);
    let done = propose(&counted, cents(2_500), cents(15_000), &[]);
    assert_eq!(done.leave.other, cents(2_500));
    assert_eq!(
        done.leave.total(),
        cents(14_500),
        "the lower of two as near"
    );
    assert!(done.leave.all_pieces().is_empty(), "some are not known");
    assert_eq!(done.take.all_pieces(), pieces(&[(1_000, 8)]));
    let little = propose(&counted, cents(2_500), cents(2_000), &[]);
    assert_eq!(little.leave.pieces, pieces(&[(1_000, 2)]));
    assert_eq!(little.take.other, cents(2_500));
}

#[test]
fn what_the_float_should_have_is_brought() {
    let counted = pieces(&[(1_000, 5), (100, 3)]);
    let wanted = pieces(&[(1_000, 2), (100, 20), (50, 10)]);
    let done = propose(&counted, Money::ZERO, cents(5_000), &wanted);
    assert_eq!(
        done.bring,
        pieces(&[
            (100, 20 - count_of(&done.leave.pieces, cents(100))),
            (50, 10)
        ])
    );
}

#[test]
fn what_the_float_should_have_does_not_go_out_to_be_brought_again() {
    let counted = pieces(&[(5_000, 1), (2_000, 4), (1_000, 2), (500, 2)]);
    let wanted = pieces(&[(2_000, 2), (1_000, 4), (500, 4)]);
    let done = propose(&counted, Money::ZERO, cents(7_000), &wanted);
    assert_eq!(done.leave.total(), cents(7_000));
    assert_eq!(count_of(&done.leave.pieces, cents(2_000)), 2);
    assert_eq!(count_of(&done.take.pieces, cents(5_000)), 1);
    assert_eq!(done.bring, pieces(&[(1_000, 2), (500, 2)]));
}

#[test]
fn whoever_says_which_pieces_stay_is_obeyed_as_far_as_there_are_any() {
    let counted = pieces(&[(1_000, 5), (100, 3)]);
    let done = keep(&counted, cents(700), &pieces(&[(1_000, 9), (100, 1)]), &[]);
    assert_eq!(done.leave.pieces, pieces(&[(1_000, 5), (100, 1)]));
    assert_eq!(done.take.pieces, pieces(&[(100, 2)]));
    assert_eq!(done.take.other, cents(700));
}

#[test]
fn a_heap_of_money_is_parted_at_once() {
    let counted = pieces(&[(5_000, 99_999), (1, 99_999)]);
    let done = propose(&counted, Money::ZERO, cents(40_000_000), &[]);
    assert_eq!(done.leave.total(), cents(99_999 + 39_900_000));
}

/// Every sum that so many pieces can make.
fn sums(counted: &[Pieces]) -> Vec<i64> {
    let mut sums = vec![0];
    for it in counted {
        let more = sums.iter().flat_map(|sum| {
            (0..=it.count).map(move |count| sum + it.worth.cents() * i64::from(count))
        });
        sums = more.collect();
    }
    sums
}

proptest! {
    #[test]
    fn nothing_is_lost_and_no_piece_invented(
        counts in prop::collection::vec(0..40_u32, 12),
        other in 0..20_000_i64,
        target in 0..60_000_i64,
        wanted in prop::collection::vec(0..30_u32, 12),
    ) {
        let list = |counts: &[u32]| -> Vec<Pieces> {
            EURO_CENTS
                .iter()
                .zip(counts)
                .map(|(worth, count)| Pieces { worth: cents(*worth), count: *count })
                .collect()
        };
        let (counted, wanted) = (list(&counts), list(&wanted));
        let other = cents(other);
        let done = propose(&counted, other, cents(target), &wanted);
        let whole = Pieces::sum(&counted).unwrap() + other;
        prop_assert_eq!(done.leave.total() + done.take.total(), whole);
        prop_assert_eq!(done.leave.other + done.take.other, other);
        let by_piece = counted.iter().any(|it| it.count > 0);
        for (it, want) in counted.iter().zip(&wanted) {
            let stays = count_of(&done.leave.pieces, it.worth);
            prop_assert_eq!(stays + count_of(&done.take.pieces, it.worth), it.count);
            if by_piece {
                prop_assert_eq!(
                    count_of(&done.bring, it.worth),
                    want.count.saturating_sub(stays)
                );
            }
        }
    }

    #[test]
    fn no_other_pieces_come_nearer(
        counts in prop::collection::vec(0..4_u32, 6),
        target in 0..12_000_i64,
    ) {
        let counted: Vec<Pieces> = [5_000, 2_000, 1_000, 500, 200, 50]
            .iter()
            .zip(&counts)
            .map(|(worth, count)| Pieces { worth: cents(*worth), count: *count })
            .collect();
        let done = propose(&counted, Money::ZERO, cents(target), &[]);
        let best = sums(&counted).iter().map(|it| (it - target).abs()).min().unwrap();
        prop_assert_eq!((done.leave.total().cents() - target).abs(), best);
    }
}

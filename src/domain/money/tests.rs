//! What money promises to whoever must explain a cent.

use proptest::prelude::*;

use super::*;

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

#[test]
fn half_a_cent_goes_away_from_zero() {
    let price = cents(100);
    assert_eq!(
        price.times(Quantity::from_thousandths(125)),
        Some(cents(13))
    );
    assert_eq!(
        price.times(Quantity::from_thousandths(-125)),
        Some(cents(-13))
    );
    assert_eq!(
        cents(320).times(Quantity::from_thousandths(735)),
        Some(cents(235))
    );
}

/// The vectors of `reference/fiscal.md` §7.
#[test]
fn vat_is_taken_once_per_rate() {
    for (paid, rate, tax) in [
        (990, 550, 52),
        (840, 550, 44),
        (200, 550, 10),
        (585, 1000, 53),
        (701, 550, 37),
        (1140, 1000, 104),
        (2485, 2000, 414),
    ] {
        assert_eq!(VatRate(rate).tax_inside(cents(paid)), cents(tax));
    }
}

#[test]
fn the_odd_cent_goes_to_the_largest_remainder() {
    assert_eq!(
        cents(344).share(&[237, 349, 450, 2400]),
        [cents(24), cents(35), cents(45), cents(240)]
    );
    assert_eq!(
        cents(-1000).share(&[1, 1, 1]),
        [cents(-334), cents(-333), cents(-333)]
    );
    assert_eq!(cents(100).share(&[0, 0]), [cents(50), cents(50)]);
}

#[test]
fn a_solidarity_price_is_rounded_once_to_its_step() {
    assert_eq!(
        cents(301).percent_to_step(Percent(6_500), cents(5)),
        cents(195)
    );
    assert_eq!(
        cents(600).percent_to_step(Percent(12_500), cents(5)),
        cents(750)
    );
    assert_eq!(
        cents(301).percent_to_step(Percent::WHOLE, cents(1)),
        cents(301)
    );
}

#[test]
fn amounts_are_read_with_comma_or_dot() {
    assert_eq!(Money::parse("12,5"), Some(cents(1250)));
    assert_eq!(Money::parse("-0.05"), Some(cents(-5)));
    assert_eq!(Money::parse("12.500"), Some(cents(1250)));
    for wrong in ["", "-", ",", "1,005", "1 2", "1e3", "12,5,0", "99999999999"] {
        assert_eq!(Money::parse(wrong), None, "{wrong}");
    }
    assert_eq!(VatRate::parse("5,5 %"), Some(VatRate(550)));
    assert_eq!(VatRate(550).plain(), "5.5");
    assert_eq!(VatRate(2000).plain(), "20");
}

proptest! {
    #[test]
    fn shares_add_up(whole in -1_000_000_000i64..=1_000_000_000,
                     weights in prop::collection::vec(0u64..100_000, 1..12)) {
        let parts = cents(whole).share(&weights);
        prop_assert_eq!(parts.iter().copied().sum::<Money>(), cents(whole));
        let back: Vec<Money> = cents(-whole).share(&weights).into_iter().map(|p| -p).collect();
        prop_assert_eq!(parts, back, "a cancellation mirrors its sale");
    }

    #[test]
    fn nets_add_up_and_stay_near(paid in prop::collection::vec(-100_000i64..100_000, 1..12),
                                 rate in 0u16..=2_500) {
        let rate = VatRate(rate);
        let paid: Vec<Money> = paid.into_iter().map(cents).collect();
        let whole: Money = paid.iter().copied().sum();
        let net = whole - rate.tax_inside(whole);
        let nets = net.share_net(&paid, rate);
        prop_assert_eq!(nets.iter().copied().sum::<Money>(), net);
        for (net, paid) in nets.iter().zip(&paid) {
            let own = *paid - rate.tax_inside(*paid);
            prop_assert!((*net - own).abs() <= cents(1), "{net:?} for {paid:?}");
        }
    }

    #[test]
    fn plain_reads_back(amount in -1_000_000_000i64..=1_000_000_000) {
        prop_assert_eq!(Money::parse(&cents(amount).plain()), Some(cents(amount)));
    }
}

#[test]
fn percentages_and_bars_are_whole_and_nothing_is_compared_with_nothing() {
    let of = |part, whole| cents(part).percent_of(cents(whole));
    assert_eq!(of(5_220, 43_410), Some(12));
    assert_eq!(of(-5_220, 43_410), Some(-12));
    assert_eq!((of(1, 200), of(-1, 200)), (Some(1), Some(-1)));
    assert_eq!(of(100, 0), None);
    let bar = |part, most| cents(part).bar(cents(most), 23);
    assert_eq!((bar(19_950, 19_950), bar(9_640, 19_950)), (23, 11));
    assert_eq!(
        (bar(1, 19_950), bar(0, 19_950), bar(-500, 19_950)),
        (1, 0, 0)
    );
    assert_eq!((bar(20_000, 19_950), bar(5, 0)), (23, 0));
}

//! Notes and coins: how change is made up, counted up, and what a customer is likely to give.

use crate::domain::money::Money;

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

/// What is missing from a total to the next whole euro: nothing for a round one.
pub fn to_next_euro(total: Money) -> Money {
    Money::from_cents((-total).cents().rem_euclid(100)).unwrap_or(Money::ZERO)
}

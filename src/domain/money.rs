//! Money is whole cents, and this file is the only place where a fraction of a cent is rounded.
//!
//! Half a cent goes away from zero (`0.125 kg` at `1,00` is `0,13`), so that a sale and its
//! cancellation mirror each other; parts of a whole are made by largest remainder, so that they
//! always add up to it.

use std::{
    cmp::Reverse,
    fmt,
    iter::Sum,
    ops::{Add, AddAssign, Neg, Sub},
};

use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde::{Deserialize, Serialize};

use super::quantity::Quantity;

/// An amount in euro cents; positive is what the customer pays.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(try_from = "i64", into = "i64")]
pub struct Money(i64);

impl Money {
    /// Nothing owed.
    pub const ZERO: Self = Self(0);
    /// Ten million euros: more than any one amount at a stall, far from what an `i64` can add up.
    pub const MAX: Self = Self(1_000_000_000);
    /// What the journal may hold: sums go on where no single amount does, as those of millions
    /// that were typed by mistake and taken back. Ten million million euros are still a whole
    /// number in every program that reads JSON.
    pub const SUM_MAX: Self = Self(1_000_000_000_000_000);

    /// Reads an amount in cents, refusing one beyond [`Money::MAX`] either way.
    pub const fn from_cents(cents: i64) -> Option<Self> {
        if cents.unsigned_abs() <= Self::MAX.0.unsigned_abs() {
            Some(Self(cents))
        } else {
            None
        }
    }

    /// The amount in cents, as the journal keeps it.
    pub const fn cents(self) -> i64 {
        self.0
    }

    /// The same amount without its sign.
    #[must_use]
    pub const fn abs(self) -> Self {
        Self(self.0.saturating_abs())
    }

    /// Reads `12,50`, `12.5` or `-3` as euros; at most two decimals, nothing but the number.
    pub fn parse(text: &str) -> Option<Self> {
        let (cents, fine) = thousandths(text.trim())?.div_rem_ten();
        (fine == 0).then(|| Self::from_cents(cents)).flatten()
    }

    /// What `quantity` costs at this unit price, half a cent away from zero; none if it is
    /// beyond [`Money::MAX`].
    pub fn times(self, quantity: Quantity) -> Option<Self> {
        let exact = Decimal::from(self.0).checked_mul(quantity.decimal())?;
        round(exact)
    }

    /// This percentage of the amount, half a cent away from zero.
    #[must_use]
    pub fn percent(self, percent: Percent) -> Self {
        let exact = Decimal::from(self.0) * Decimal::from(percent.0) / Decimal::from(10_000);
        round(exact).unwrap_or(Self::ZERO)
    }

    /// A percentage of the amount brought to the nearest `step`, rounded once: 65 % of 3,01 in
    /// steps of 5 cents is 1,95.
    #[must_use]
    pub fn percent_to_step(self, percent: Percent, step: Self) -> Self {
        let step = step.0.max(1);
        let steps = Decimal::from(self.0) * Decimal::from(percent.0)
            / (Decimal::from(10_000) * Decimal::from(step));
        round(steps)
            .and_then(|steps| Self::from_cents(steps.0.saturating_mul(step)))
            .unwrap_or(self)
    }

    /// Splits the amount by weight so that the parts add up to it: what is left after cutting to
    /// whole cents goes to the largest remainders, ties to the first. No weight, no parts; all
    /// weights zero counts as all equal.
    pub fn share(self, weights: &[u64]) -> Vec<Self> {
        let whole: i128 = weights.iter().map(|w| i128::from(*w)).sum();
        if whole == 0 {
            let equal = i128::try_from(weights.len()).unwrap_or(1);
            let parts = vec![i128::from(self.0); weights.len()];
            return allot(self.0, &parts, equal.max(1));
        }
        let parts: Vec<i128> = weights
            .iter()
            .map(|w| i128::from(self.0) * i128::from(*w))
            .collect();
        allot(self.0, &parts, whole)
    }

    /// The amounts without VAT of several lines that were taxed together: they add up to
    /// `self`, the amount without VAT of the whole, each as near its own exact value as can be.
    pub fn share_net(self, paid: &[Self], rate: VatRate) -> Vec<Self> {
        let parts: Vec<i128> = paid
            .iter()
            .map(|paid| i128::from(paid.0) * 10_000)
            .collect();
        allot(self.0, &parts, 10_000 + i128::from(rate.0))
    }

    /// `part` of `whole` of the amount, half a cent away from zero; nothing of nothing.
    #[must_use]
    pub fn prorated(self, (part, whole): (i64, i64)) -> Self {
        if whole == 0 {
            return Self::ZERO;
        }
        let exact = Decimal::from(self.0) * Decimal::from(part) / Decimal::from(whole);
        round(exact).unwrap_or(Self::ZERO)
    }

    /// `part` of `whole` of each amount, so that together they are `self`: what is missing goes
    /// to the largest remainders.
    pub fn share_prorated(self, amounts: &[Self], (part, whole): (i64, i64)) -> Vec<Self> {
        let parts: Vec<i128> = amounts
            .iter()
            .map(|it| i128::from(it.0) * i128::from(part))
            .collect();
        allot(self.0, &parts, i128::from(whole).max(1))
    }

    /// How many percent of `whole` this is, to the nearest one and half away from zero; none of
    /// nothing.
    pub fn percent_of(self, whole: Self) -> Option<i64> {
        (whole.0 != 0).then(|| Self(100).prorated((self.0, whole.0)).0)
    }

    /// How many of so many columns a bar of this fills beside one of `most` that fills them all:
    /// one at least if it is anything, none if it is nothing or less.
    pub fn bar(self, most: Self, columns: u16) -> u16 {
        if self.0 <= 0 || most.0 <= 0 {
            return 0;
        }
        let filled = Self(i64::from(columns)).prorated((self.0, most.0)).0;
        u16::try_from(filled).map_or(columns, |it| it.clamp(1, columns.max(1)))
    }

    /// The whole euros of it: what needs no coins below one euro.
    #[must_use]
    pub const fn whole_euros(self) -> Self {
        Self(self.0 - self.0 % 100)
    }

    /// `12.50`, for files and commands; people read `ui::words`.
    pub fn plain(self) -> String {
        let cents = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        format!("{sign}{}.{:02}", cents / 100, cents % 100)
    }
}

/// Cuts each exact part (`part / unit`) to whole cents towards zero and hands what is missing to
/// the largest remainders. Mirrored under a change of sign.
fn allot(whole: i64, parts: &[i128], unit: i128) -> Vec<Money> {
    let mut cents: Vec<i128> = parts.iter().map(|part| part / unit).collect();
    let mut missing = i128::from(whole) - cents.iter().sum::<i128>();
    let towards = missing.signum();
    let mut order: Vec<(usize, i128)> = parts
        .iter()
        .map(|part| (part % unit) * towards)
        .enumerate()
        .collect();
    order.sort_by_key(|(at, remainder)| (Reverse(*remainder), *at));
    for (at, _) in order.iter().cycle() {
        if missing == 0 {
            break;
        }
        if let Some(cents) = cents.get_mut(*at) {
            *cents += towards;
            missing -= towards;
        }
    }
    cents
        .into_iter()
        .map(|cents| Money(i64::try_from(cents).unwrap_or(0)))
        .collect()
}

fn round(cents: Decimal) -> Option<Money> {
    let whole = cents.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    Money::from_cents(whole.to_i64()?)
}

/// A number with at most three decimals, in thousandths.
#[derive(Clone, Copy)]
pub(super) struct Thousandths(pub i64);

impl Thousandths {
    fn div_rem_ten(self) -> (i64, i64) {
        (self.0 / 10, self.0 % 10)
    }
}

/// Reads `12`, `12,5`, `-0.860`; none for anything else or more than three decimals.
pub(super) fn thousandths(text: &str) -> Option<Thousandths> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fine) = digits.split_once([',', '.']).unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    if (whole.is_empty() && fine.is_empty()) || !all_digits(whole) || !all_digits(fine) {
        return None;
    }
    let fine = fine.trim_end_matches('0');
    if fine.len() > 3 || whole.len() > 12 {
        return None;
    }
    let whole: i64 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let fine: i64 = format!("{fine:0<3}").parse().ok()?;
    Some(Thousandths(sign * (whole * 1000 + fine)))
}

/// A share in hundredths of a percent: 6500 is 65 %.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Percent(pub u32);

impl Percent {
    /// The whole.
    pub const WHOLE: Self = Self(10_000);

    /// Reads `5,5` or `12.25` as percent; none beyond 1000 % or for more than two decimals.
    pub fn parse(text: &str) -> Option<Self> {
        let (hundredths, fine) = thousandths(text.trim())?.div_rem_ten();
        let hundredths = u32::try_from(hundredths).ok()?;
        (fine == 0 && hundredths <= 100_000).then_some(Self(hundredths))
    }

    /// `5.5`, for files and commands.
    pub fn plain(self) -> String {
        hundredths_plain(self.0)
    }
}

/// A VAT rate in hundredths of a percent: 550 is 5,5 %. Rates are data, dated in the settings.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct VatRate(pub u16);

impl VatRate {
    /// The tax already inside a price that includes it, half a cent away from zero; what is left
    /// is the price without tax, so that the two always add up to what was paid.
    pub fn tax_inside(self, paid: Money) -> Money {
        let rate = Decimal::from(self.0);
        let exact = Decimal::from(paid.0) * rate / (Decimal::from(10_000) + rate);
        round(exact).unwrap_or(Money::ZERO)
    }

    /// Reads `5,5` or `20` as percent; none beyond 100 %.
    pub fn parse(text: &str) -> Option<Self> {
        let percent = Percent::parse(text.trim().trim_end_matches('%').trim_end())?;
        let hundredths = u16::try_from(percent.0).ok()?;
        (hundredths <= 10_000).then_some(Self(hundredths))
    }

    /// `5.5`, for files and commands.
    pub fn plain(self) -> String {
        hundredths_plain(u32::from(self.0))
    }
}

fn hundredths_plain(hundredths: u32) -> String {
    let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// What was written down: an amount or a sum of many, within [`Money::SUM_MAX`].
impl TryFrom<i64> for Money {
    type Error = AmountTooLarge;
    fn try_from(cents: i64) -> Result<Self, AmountTooLarge> {
        let holds = cents.unsigned_abs() <= Self::SUM_MAX.0.unsigned_abs();
        holds.then_some(Self(cents)).ok_or(AmountTooLarge)
    }
}

impl From<Money> for i64 {
    fn from(money: Money) -> Self {
        money.0
    }
}

/// A sum beyond [`Money::SUM_MAX`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountTooLarge;

impl fmt::Display for AmountTooLarge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sum beyond ten million million euros")
    }
}

impl Add for Money {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Money {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Money {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(parts: I) -> Self {
        parts.fold(Self::ZERO, Add::add)
    }
}

#[cfg(test)]
mod tests;

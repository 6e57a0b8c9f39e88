//! How much of something: thousandths of its unit, and the words by which people measure.

use std::{
    fmt,
    ops::{Add, Neg, Sub},
};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{label::Label, money::thousandths};

/// A number of pieces, kilograms or litres, in thousandths; negative when goods come back.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
pub struct Quantity(i64);

impl Quantity {
    /// One piece, one kilogram.
    pub const ONE: Self = Self(1_000);
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// A hundred thousand units: more than any line of a ticket holds.
    pub const MAX: Self = Self(100_000_000);

    /// Takes thousandths of the unit: 860 is 0,860 kg.
    pub const fn from_thousandths(thousandths: i64) -> Self {
        Self(thousandths)
    }

    /// Takes whole pieces.
    pub const fn pieces(pieces: u32) -> Self {
        Self(pieces as i64 * 1_000)
    }

    /// The quantity in thousandths, as the journal keeps it.
    pub const fn thousandths(self) -> i64 {
        self.0
    }

    /// Reads `3`, `0.860` or `-1,5`; none beyond three decimals or [`Quantity::MAX`].
    pub fn parse(text: &str) -> Option<Self> {
        let quantity = Self(thousandths(text.trim())?.0);
        (quantity.0.unsigned_abs() <= Self::MAX.0.unsigned_abs()).then_some(quantity)
    }

    /// `0.86` or `3`, for files and commands.
    pub fn plain(self) -> String {
        let size = self.0.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let text = format!("{sign}{}.{:03}", size / 1000, size % 1000);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// Whether it is a number of whole pieces.
    pub const fn is_whole(self) -> bool {
        self.0 % 1000 == 0
    }

    pub(super) fn decimal(self) -> Decimal {
        Decimal::new(self.0, 3)
    }
}

impl Add for Quantity {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Quantity {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Neg for Quantity {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.saturating_neg())
    }
}

/// What one of a product is: a piece, a kilogram, or a word of the stall's own.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum Unit {
    /// Counted one by one.
    Piece,
    /// Weighed; the legal unit of a price by weight.
    Kilogram,
    /// Measured out.
    Litre,
    /// Tied in bunches.
    Bunch,
    /// Counted in a container or a portion of the stall's own: box, punnet, place.
    Own(Label),
}

impl Unit {
    /// The stable word in the journal and in files.
    pub fn id(&self) -> &str {
        match self {
            Self::Piece => "piece",
            Self::Kilogram => "kg",
            Self::Litre => "l",
            Self::Bunch => "bunch",
            Self::Own(word) => word.as_str(),
        }
    }

    /// Reads the stable word, or the ones French and English price lists use for it.
    pub fn read(word: &str) -> Self {
        let folded = word.trim().to_lowercase();
        match folded.as_str() {
            "" | "piece" | "pièce" | "pce" | "pc" | "pcs" | "u" | "unité" | "unite" | "unit"
            | "item" | "each" => Self::Piece,
            "kg" | "kilo" | "kilogramme" | "kilogram" => Self::Kilogram,
            "l" | "litre" | "liter" => Self::Litre,
            "bunch" | "botte" => Self::Bunch,
            _ => Label::new(word).map_or(Self::Piece, Self::Own),
        }
    }

    /// Whether a fraction of one can be sold.
    pub const fn divides(&self) -> bool {
        matches!(self, Self::Kilogram | Self::Litre)
    }
}

impl From<String> for Unit {
    fn from(word: String) -> Self {
        Self::read(&word)
    }
}

impl From<Unit> for String {
    fn from(unit: Unit) -> Self {
        unit.id().to_owned()
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// What digits without a decimal sign mean in front of a product that divides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TypedIn {
    /// `860` is 0,860 kg (or l): the scale beside the till shows grams.
    #[default]
    Grams,
    /// `2` is 2 kg (or l).
    Kilograms,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_reads_and_writes_the_same() {
        for text in ["0.86", "3", "-1.005", "0"] {
            assert_eq!(Quantity::parse(text).unwrap().plain(), text);
        }
        assert_eq!(
            Quantity::parse("0,860"),
            Some(Quantity::from_thousandths(860))
        );
        assert_eq!(Quantity::parse("0.8605"), None);
        assert_eq!(Quantity::parse("1000000"), None);
    }

    #[test]
    fn units_of_french_price_lists_are_known_and_others_kept() {
        assert_eq!(Unit::read("Botte"), Unit::Bunch);
        assert_eq!(Unit::read("pce"), Unit::Piece);
        assert_eq!(Unit::read("barquette").id(), "barquette");
        let json = serde_json::to_string(&Unit::Kilogram).unwrap();
        assert_eq!(json, "\"kg\"");
    }
}

//! How amounts, quantities and dates are written in each language, on the screen and on paper.
//!
//! Fluent does not localise numbers, so this is ours: `1 234,50 €` with a narrow no-break space
//! (U+202F) in the thousands and a no-break space (U+00A0) before the sign in French, `€1,234.50`
//! in English. Both spaces are one column wide and in the console fonts.

use std::fmt::Write;

use jiff::civil::{Date, Time};

use super::words::{Language, Words};
use crate::domain::{
    money::{Money, Percent, VatRate},
    quantity::{Quantity, Unit},
};

impl Words {
    /// An amount with its currency: `1 234,50 €`, `-€6.00`.
    pub fn money(&self, money: Money) -> String {
        let size = self.digits(money.cents().unsigned_abs(), 100);
        let sign = minus(money.cents());
        match self.language() {
            Language::French => format!("{sign}{size}\u{a0}€"),
            Language::English => format!("{sign}€{size}"),
        }
    }

    /// An amount where the currency is clear, as in a column: `1 234,50`, `-6.00`.
    pub fn amount(&self, money: Money) -> String {
        let size = self.digits(money.cents().unsigned_abs(), 100);
        format!("{}{size}", minus(money.cents()))
    }

    /// So many cents as an amount, also beyond what one till can take at once: sums of years.
    pub fn cents(&self, cents: i64) -> String {
        format!("{}{}", minus(cents), self.digits(cents.unsigned_abs(), 100))
    }

    /// A price and what it is for: `3,50 €/kg`, `2,00 €/pce`.
    pub fn price(&self, price: Money, unit: &Unit) -> String {
        format!("{}/{}", self.money(price), self.unit(unit))
    }

    /// How much of what: `0,860 kg`, `2 bottes`, `3` (pieces are not named). What divides always
    /// has three decimals, so that columns align.
    pub fn quantity(&self, quantity: Quantity, unit: &Unit) -> String {
        let number = self.quantity_number(quantity, unit);
        let several = usize::try_from(quantity.thousandths().unsigned_abs() / 1000);
        match unit {
            Unit::Piece => number,
            Unit::Kilogram | Unit::Litre | Unit::Bunch | Unit::Own(_) => {
                format!(
                    "{number}\u{a0}{}",
                    self.units(unit, several.unwrap_or(usize::MAX))
                )
            }
        }
    }

    /// The number of [`Words::quantity`] alone, for a column whose unit stands elsewhere.
    pub fn quantity_number(&self, quantity: Quantity, unit: &Unit) -> String {
        let size = quantity.thousandths().unsigned_abs();
        let sign = minus(quantity.thousandths());
        let text = if quantity.is_whole() && !unit.divides() {
            self.digits(size / 1000, 1)
        } else {
            self.digits(size, 1000)
        };
        format!("{sign}{text}")
    }

    /// The short word for one unit, as it stands in a price: `kg`, `pce`.
    pub fn unit(&self, unit: &Unit) -> String {
        self.units(unit, 1)
    }

    fn units(&self, unit: &Unit, n: usize) -> String {
        match unit {
            Unit::Piece => self.say("unit-piece"),
            Unit::Kilogram => self.say("unit-kg"),
            Unit::Litre => self.say("unit-litre"),
            Unit::Bunch => self.count("unit-bunch", n),
            // The stall's own word is written as the stall wrote it.
            Unit::Own(word) => word.as_str().to_owned(),
        }
    }

    /// A number of things: `6 650`.
    pub fn number(&self, n: i64) -> String {
        format!("{}{}", minus(n), self.digits(n.unsigned_abs(), 1))
    }

    /// A percentage, without decimals that say nothing: `5,5 %`, `20%`.
    pub fn percent(&self, percent: Percent) -> String {
        let hundredths = u64::from(percent.0);
        let number = match hundredths % 100 {
            0 => self.digits(hundredths / 100, 1),
            part if part % 10 == 0 => self.digits(hundredths / 10, 10),
            _ => self.digits(hundredths, 100),
        };
        match self.language() {
            Language::French => format!("{number}\u{a0}%"),
            Language::English => format!("{number}%"),
        }
    }

    /// A VAT rate, written like any percentage.
    pub fn rate(&self, rate: VatRate) -> String {
        self.percent(Percent(u32::from(rate.0)))
    }

    /// A day of this year: `sam. 21 nov.`, `Sat 21 Nov`.
    pub fn date_short(&self, date: Date) -> String {
        self.say_with(
            "day-and-month",
            &[
                ("weekday", &self.numbered("day-short", weekday(date))),
                ("day", &self.numbered("day-of-month", date.day())),
                ("month", &self.numbered("month-short", date.month())),
            ],
        )
    }

    /// A day in full: `samedi 21 novembre 2026`.
    pub fn date_long(&self, date: Date) -> String {
        self.say_with(
            "day-month-year",
            &[
                ("weekday", &self.numbered("day-long", weekday(date))),
                ("day", &self.numbered("day-of-month", date.day())),
                ("month", &self.numbered("month-long", date.month())),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// A month in full: `novembre 2026`.
    pub fn month_long(&self, date: Date) -> String {
        self.say_with(
            "month-and-year",
            &[
                ("month", &self.numbered("month-long", date.month())),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// A day in figures, as on a receipt: `21/11/2026`.
    pub fn date_numbers(&self, date: Date) -> String {
        self.say_with(
            "day-numbers",
            &[
                ("day", &format!("{:02}", date.day())),
                ("month", &format!("{:02}", date.month())),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// A time of the day, to the minute: `10:42`.
    pub fn time(&self, time: Time) -> String {
        format!("{:02}:{:02}", time.hour(), time.minute())
    }

    fn numbered(&self, id: &str, n: i8) -> String {
        self.count(id, usize::try_from(n).unwrap_or_default())
    }

    /// `size` is in parts of which `parts` (a power of ten) make one.
    fn digits(&self, size: u64, parts: u64) -> String {
        let (thousands, decimal) = match self.language() {
            Language::French => ('\u{202f}', ','),
            Language::English => (',', '.'),
        };
        let whole = (size / parts).to_string();
        let mut text = String::with_capacity(whole.len() + 12);
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                text.push(thousands);
            }
            text.push(digit);
        }
        if parts > 1 {
            let places = parts.to_string().len() - 1;
            text.push(decimal);
            // Writing to a string cannot fail.
            let _ = write!(text, "{:0places$}", size % parts);
        }
        text
    }
}

const fn minus(n: i64) -> &'static str {
    if n < 0 { "-" } else { "" }
}

fn weekday(date: Date) -> i8 {
    date.weekday().to_monday_one_offset()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::label::Label;
    use jiff::civil::{date, time};

    fn french() -> Words {
        Words::of(Language::French)
    }

    fn english() -> Words {
        Words::of(Language::English)
    }

    fn cents(cents: i64) -> Money {
        Money::from_cents(cents).unwrap()
    }

    #[test]
    fn amounts_are_written_as_each_language_writes_them() {
        for (sum, fr, en) in [
            (0, "0,00\u{a0}€", "€0.00"),
            (5, "0,05\u{a0}€", "€0.05"),
            (-600, "-6,00\u{a0}€", "-€6.00"),
            (99_999, "999,99\u{a0}€", "€999.99"),
            (123_450, "1\u{202f}234,50\u{a0}€", "€1,234.50"),
            (
                -100_000_000,
                "-1\u{202f}000\u{202f}000,00\u{a0}€",
                "-€1,000,000.00",
            ),
        ] {
            assert_eq!(french().money(cents(sum)), fr);
            assert_eq!(english().money(cents(sum)), en);
        }
        assert_eq!(french().amount(cents(-123_450)), "-1\u{202f}234,50");
        assert_eq!(
            french().price(cents(350), &Unit::Kilogram),
            "3,50\u{a0}€/kg"
        );
    }

    #[test]
    fn what_is_weighed_has_grams_and_what_is_counted_has_none() {
        let own = Unit::Own(Label::new("barquette").unwrap());
        for (thousandths, unit, fr) in [
            (860, Unit::Kilogram, "0,860\u{a0}kg"),
            (40_000, Unit::Kilogram, "40,000\u{a0}kg"),
            (3_000, Unit::Piece, "3"),
            (-1_000, Unit::Piece, "-1"),
            (500, Unit::Piece, "0,500"),
            (2_000, own, "2\u{a0}barquette"),
            (1_000, Unit::Bunch, "1\u{a0}botte"),
            (2_000, Unit::Bunch, "2\u{a0}bottes"),
            (1_250_000, Unit::Litre, "1\u{202f}250,000\u{a0}L"),
        ] {
            assert_eq!(
                french().quantity(Quantity::from_thousandths(thousandths), &unit),
                fr
            );
        }
        let weight = Quantity::from_thousandths(860);
        assert_eq!(english().quantity(weight, &Unit::Kilogram), "0.860\u{a0}kg");
    }

    #[test]
    fn percentages_have_no_empty_decimals() {
        assert_eq!(french().rate(VatRate(550)), "5,5\u{a0}%");
        assert_eq!(french().rate(VatRate(2_000)), "20\u{a0}%");
        assert_eq!(english().percent(Percent(1_225)), "12.25%");
        assert_eq!(english().percent(Percent(5)), "0.05%");
    }

    #[test]
    fn days_and_hours_are_written_as_people_say_them() {
        let market = date(2026, 11, 21);
        assert_eq!(french().date_short(market), "sam. 21 nov.");
        assert_eq!(english().date_short(market), "Sat 21 Nov");
        assert_eq!(
            french().date_long(date(2026, 3, 1)),
            "dimanche 1er mars 2026"
        );
        assert_eq!(english().date_long(market), "Saturday 21 November 2026");
        assert_eq!(french().date_numbers(date(2026, 3, 1)), "01/03/2026");
        assert_eq!(french().time(time(9, 5, 59, 0)), "09:05");
        assert_eq!(french().number(6_650), "6\u{202f}650");
    }
}

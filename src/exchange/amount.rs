//! Numbers as spreadsheets write them: `1 234,50 €`, `1,234.50`, `'12`, `="0123"`.

use crate::domain::{
    money::{Money, VatRate},
    quantity::Quantity,
};

use super::refusals::Reason;

/// A cell without what protects it from being taken for a formula or a number.
pub fn unprotected(cell: &str) -> &str {
    let inner = cell
        .strip_prefix("=\"")
        .and_then(|rest| rest.strip_suffix('"'));
    inner
        .or_else(|| cell.strip_prefix('\''))
        .unwrap_or(cell)
        .trim()
}

/// A sum in euros, above zero or not; the euro's sign and thousands set apart are understood.
pub fn money(cell: &str) -> Result<Money, Reason> {
    let cell = unprotected(cell);
    let bare = ["€", "EUR", "eur", "euros", "euro"]
        .into_iter()
        .find_map(|sign| cell.strip_suffix(sign).or_else(|| cell.strip_prefix(sign)))
        .unwrap_or(cell);
    let plain = plain(bare)?;
    Money::parse(&plain).ok_or_else(|| beyond(&plain, 2))
}

/// A number of pieces, kilograms or litres.
pub fn quantity(cell: &str) -> Result<Quantity, Reason> {
    let plain = plain(unprotected(cell))?;
    Quantity::parse(&plain).ok_or_else(|| beyond(&plain, 3))
}

/// The first number in a text, as a VAT rate: `TVA 5,5 %`.
pub fn rate(cell: &str) -> Option<VatRate> {
    let figure = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.');
    let from = cell.find(|c: char| c.is_ascii_digit())?;
    let rest = cell.get(from..)?;
    let end = rest.find(|c| !figure(c)).unwrap_or(rest.len());
    VatRate::parse(rest.get(..end)?.trim_end_matches([',', '.']))
}

fn beyond(plain: &str, decimals: usize) -> Reason {
    let fine = plain.split_once('.').map_or("", |(_, fine)| fine);
    if fine.trim_end_matches('0').len() > decimals {
        Reason::TooFine { decimals }
    } else {
        Reason::TooMuch
    }
}

/// The number with a dot, a sign in front and nothing else. A lone sign before three digits could
/// part thousands or decimals: that is for a person to say.
fn plain(cell: &str) -> Result<String, Reason> {
    let cell = cell.trim();
    let inner = cell
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'));
    let signed = cell.strip_prefix(['-', '\u{2212}']);
    let below = inner.or(signed).or_else(|| cell.strip_suffix('-'));
    let body = below.unwrap_or(cell).trim();
    let sign = if below.is_some() { "-" } else { "" };
    let (whole, decimals) = parted(body)?;
    let groups = |c: char| c.is_whitespace() || matches!(c, '.' | ',' | '\'' | '’');
    let mut parts = whole.split(groups);
    let first = parts.next().unwrap_or_default();
    let mut digits = first.to_owned();
    for part in parts {
        if part.len() != 3 || !(1..=3).contains(&first.len()) {
            return Err(Reason::NotANumber);
        }
        digits.push_str(part);
    }
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !all_digits(&digits) || !all_digits(decimals) || digits.len() + decimals.len() == 0 {
        return Err(Reason::NotANumber);
    }
    let point = if decimals.is_empty() { "" } else { "." };
    Ok(format!("{sign}{digits}{point}{decimals}"))
}

/// What stands before and after the decimal sign.
fn parted(body: &str) -> Result<(&str, &str), Reason> {
    let Some(last) = body.rfind([',', '.']) else {
        return Ok((body, ""));
    };
    let (whole, rest) = body.split_at(last);
    let sign = rest.chars().next().unwrap_or(',');
    let decimals = rest.get(1..).unwrap_or_default();
    let lone = !whole.contains(|c: char| !c.is_ascii_digit());
    if lone && decimals.len() == 3 && (1..=3).contains(&whole.len()) && whole != "0" {
        return Err(Reason::Ambiguous);
    }
    if whole.contains(sign) {
        return Ok((body, ""));
    }
    Ok((whole, decimals))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn prices_are_read_as_people_and_spreadsheets_write_them() {
        for (cell, cents) in [
            ("2,50", 250),
            ("2.5", 250),
            ("'2,50", 250),
            ("=\"2,50\"", 250),
            ("2,50 €", 250),
            ("€ 1.00 ", 100),
            ("1 234,50", 123_450),
            ("1\u{202f}234,50\u{a0}€", 123_450),
            ("1.234,50", 123_450),
            ("1,234.50", 123_450),
            ("1.234.567", 123_456_700),
            ("1'234.50", 123_450),
            ("0.500", 50),
            ("1234.500", 123_450),
            ("-3", -300),
            ("12,50-", -1250),
            ("(33.62)", -3362),
        ] {
            assert_eq!(money(cell).map(Money::cents), Ok(cents), "{cell}");
        }
    }

    #[test]
    fn what_could_be_two_numbers_is_not_guessed() {
        assert_eq!(money("1.234"), Err(Reason::Ambiguous));
        assert_eq!(money("12,500 €"), Err(Reason::Ambiguous));
        assert_eq!(money("0,125"), Err(Reason::TooFine { decimals: 2 }));
        for wrong in [
            "", "€", "2€50", "1 23", "12,5,0", "1e3", "$2", "deux", "1,2.3,4",
        ] {
            assert_eq!(money(wrong), Err(Reason::NotANumber), "{wrong}");
        }
        assert_eq!(money("10000000,01"), Err(Reason::TooMuch));
        assert_eq!(money("99999999999999999999"), Err(Reason::TooMuch));
    }

    #[test]
    fn a_rate_is_found_in_the_name_of_a_tax() {
        assert_eq!(rate("TVA 5,5 %"), Some(VatRate(550)));
        assert_eq!(rate("20%"), Some(VatRate(2_000)));
        assert_eq!(rate("Taux réduit."), None);
        assert_eq!(rate("1990"), None);
    }

    proptest! {
        #[test]
        fn what_the_till_writes_it_reads(cents in -99_999_999i64..=99_999_999) {
            let money_of = Money::from_cents(cents).unwrap();
            prop_assert_eq!(money(&money_of.plain()), Ok(money_of));
            prop_assert_eq!(money(&money_of.plain().replace('.', ",")), Ok(money_of));
        }

        #[test]
        fn no_cell_stops_the_till(cell in "[0-9.,' €()-]{0,14}|.{0,10}") {
            let _ = (money(&cell), quantity(&cell), rate(&cell));
        }
    }
}

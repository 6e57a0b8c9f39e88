//! The sell line's grammar: what was typed, and nothing about what the stall sells.
//!
//! ```text
//! line     article | sum letter | count times sum letter
//! article  name | code | barcode, each after `sum times` or alone
//! sum      number, then more of them after `+` or `=`
//! times    `*`, or `x` where `*` needs Shift
//! number   digits with at most one of `,` `.` `;`
//! ```
//! The minus sign is no operator: on a French keyboard without Shift it is the digit 6.

/// What the upper row of the keyboard types without Shift.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DigitRow {
    /// Digits, as on most keyboards.
    AsTyped,
    /// Signs and accented letters that stand for digits: French, Belgian, and the French Mac.
    French,
}

/// What a line means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// Nothing is typed.
    Empty,
    /// An article, and how much of it: weighings to be summed, or one count; none means one.
    Article {
        /// Grams, kilograms or pieces: the product says which.
        amounts: Vec<Number>,
        /// Which article.
        target: Target,
    },
    /// A sum on a quick key, some times over.
    Amount {
        /// How many times, above zero.
        count: i64,
        /// Each time, in cents, above zero.
        cents: i64,
        /// The quick key, in lower case; never `x`, which multiplies.
        letter: char,
    },
    /// Right so far: an article or a letter is still to come. The numbers read until here.
    Unfinished(Vec<Number>),
    /// Wrong, whatever comes after it.
    Refused(Refusal),
}

/// How an article is named on the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The stall's own short code, of one to six digits.
    Code(String),
    /// Eight digits or more.
    Barcode(String),
    /// Letters to search for, as typed.
    Name(String),
}

/// A number of at most six digits before the decimal sign and three after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number {
    /// The number, in thousandths.
    pub thousandths: i64,
    /// Whether a decimal sign was typed: with one a weight is in kilograms.
    pub decimal: bool,
}

/// Why a line means nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It follows no rule.
    Unreadable,
    /// Seven digits: too long for a code, too short for a barcode.
    CodeLength,
    /// More than six digits before the decimal sign, or a sum that has.
    TooLarge,
    /// More than three digits after the decimal sign.
    TooFine,
    /// A sum of money with more than two digits after the decimal sign.
    NotCents,
    /// None of it, or for nothing.
    Zero,
    /// A part of a sum of money: the number of times is not whole.
    NotWhole,
}

/// Just below a million: more is a slip of the hand on any market.
const MOST: i64 = 999_999_999;
/// The digits 0 to 9 on the upper row of the French keyboard.
const FRENCH_ROW: &str = "à&é\"'(-è_ç";

impl Number {
    /// The number of units, if no decimal sign was typed: grams, or pieces.
    pub fn whole(self) -> Option<i64> {
        (!self.decimal).then_some(self.thousandths / 1000)
    }

    /// The cents, if the number is a sum in euros; refused if it has a third decimal.
    pub fn cents(self) -> Result<i64, Refusal> {
        match self.thousandths % 10 {
            0 => Ok(self.thousandths / 10),
            _ => Err(Refusal::NotCents),
        }
    }
}

impl Refusal {
    /// The id of its sentence in the locales.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unreadable => "entry-unreadable",
            Self::CodeLength => "entry-code-length",
            Self::TooLarge => "entry-too-large",
            Self::TooFine => "entry-too-fine",
            Self::NotCents => "entry-not-cents",
            Self::Zero => "entry-zero",
            Self::NotWhole => "entry-not-whole",
        }
    }
}

/// What the sell line means so far; the same text means the same thing on each key and at Enter.
pub fn meaning(line: &str, row: DigitRow) -> Meaning {
    let line = line.trim();
    if line.is_empty() {
        return Meaning::Empty;
    }
    read(line, row).unwrap_or_else(Meaning::Refused)
}

/// A lone number: a sum in euros, a quantity, a price. Here é is always a digit of the French row.
pub fn number(text: &str, row: DigitRow) -> Result<Number, Refusal> {
    let digits: Option<String> = text.trim().chars().map(|c| digit(c, row)).collect();
    value(&digits.ok_or(Refusal::Unreadable)?)
}

/// Lone numbers to be summed, with `+` or `=` between them: weighings, or crates that came.
pub fn numbers(text: &str, row: DigitRow) -> Result<Vec<Number>, Refusal> {
    text.split(['+', '=']).map(|it| number(it, row)).collect()
}

fn read(line: &str, row: DigitRow) -> Result<Meaning, Refusal> {
    if line.starts_with('!') {
        // On the empty line it prints; only inside a number is it the Belgian 8.
        return Err(Refusal::Unreadable);
    }
    let mut amounts = Vec::new();
    let mut rest = line;
    while let Some((run, after)) = leading(rest, row) {
        let after_spaces = after.trim_start();
        if let Some(tail) = after_spaces.strip_prefix(['+', '=']) {
            amounts.push(value(&run)?);
            rest = tail.trim_start();
        } else if let Some(tail) = after_spaces.strip_prefix(['*', 'x', 'X', '×']) {
            amounts.push(value(&run)?);
            return times(amounts, tail.trim_start(), row);
        } else if amounts.is_empty() && letter(after).is_none() {
            break;
        } else {
            amounts.push(value(&run)?);
            return sum(amounts, after);
        }
    }
    match (amounts.is_empty(), rest.is_empty()) {
        (true, _) => article(amounts, rest, row),
        (false, true) => Ok(Meaning::Unfinished(amounts)),
        (false, false) => Err(Refusal::Unreadable),
    }
}

/// A sum without an article: on a quick key, or still to be multiplied.
fn sum(amounts: Vec<Number>, after: &str) -> Result<Meaning, Refusal> {
    if after.is_empty() {
        return Ok(Meaning::Unfinished(amounts));
    }
    let letter = letter(after).ok_or(Refusal::Unreadable)?;
    Ok(Meaning::Amount {
        count: 1,
        cents: positive(total(&amounts)?.cents()?)?,
        letter,
    })
}

/// What comes after `sum times`.
fn times(amounts: Vec<Number>, rest: &str, row: DigitRow) -> Result<Meaning, Refusal> {
    let how_much = total(&amounts)?;
    positive(how_much.thousandths)?;
    let Some((run, after)) = leading(rest, row) else {
        return article(amounts, rest, row);
    };
    let Some(letter) = letter(after) else {
        return article(amounts, rest, row);
    };
    let count = how_much.whole().ok_or(Refusal::NotWhole)?;
    Ok(Meaning::Amount {
        count,
        cents: positive(value(&run)?.cents()?)?,
        letter,
    })
}

/// The article at the end of a line: a code, a barcode, or the beginning of a name.
fn article(mut amounts: Vec<Number>, text: &str, row: DigitRow) -> Result<Meaning, Refusal> {
    if text.is_empty() {
        return Ok(Meaning::Unfinished(amounts));
    }
    let target = match leading(text, row) {
        // A sign alone goes on with digits, a number with a sign goes on with a letter.
        Some((run, "")) if run == "," => return Ok(Meaning::Unfinished(amounts)),
        Some((run, "")) if run.contains(',') => {
            amounts.push(value(&run)?);
            return Ok(Meaning::Unfinished(amounts));
        }
        Some((run, "")) => match run.len() {
            ..=6 => Target::Code(run),
            7 => return Err(Refusal::CodeLength),
            _ => Target::Barcode(run),
        },
        _ if text.contains(char::is_alphabetic) => Target::Name(text.to_owned()),
        _ => return Err(Refusal::Unreadable),
    };
    Ok(Meaning::Article { amounts, target })
}

/// The number at the beginning, its digits and decimal signs made plain, and what follows it. One
/// é, è, ç or à before another letter begins a name.
fn leading(text: &str, row: DigitRow) -> Option<(String, &str)> {
    let end = text.find(|c| digit(c, row).is_none()).unwrap_or(text.len());
    let (run, after) = text.split_at_checked(end)?;
    let plain: String = run.chars().filter_map(|c| digit(c, row)).collect();
    let begins_a_name = plain.len() == 1
        && run.starts_with(char::is_alphabetic)
        && after.trim_start().starts_with(char::is_alphabetic);
    (!plain.is_empty() && !begins_a_name).then_some((plain, after))
}

/// The digit that a key stands for, or `,` for a decimal sign.
fn digit(typed: char, row: DigitRow) -> Option<char> {
    match (typed, row) {
        ('0'..='9', _) => Some(typed),
        (',' | '.' | ';', _) => Some(','),
        (_, DigitRow::AsTyped) => None,
        ('§', DigitRow::French) => Some('6'),
        ('!', DigitRow::French) => Some('8'),
        // With caps lock on, é is É: the same key.
        (_, DigitRow::French) => ('0'..='9')
            .zip(FRENCH_ROW.chars())
            .find(|(_, sign)| typed.to_lowercase().eq([*sign]))
            .map(|(digit, _)| digit),
    }
}

/// The value of digits with at most one `,` among them.
fn value(run: &str) -> Result<Number, Refusal> {
    let (whole, part) = run.split_once(',').unwrap_or((run, ""));
    let whole = whole.trim_start_matches('0');
    if part.contains(',') || !run.contains(|c| c != ',') {
        return Err(Refusal::Unreadable);
    }
    if whole.len() > 6 {
        return Err(Refusal::TooLarge);
    }
    if part.len() > 3 {
        return Err(Refusal::TooFine);
    }
    let thousandths = format!("{whole}{part:0<3}");
    Ok(Number {
        thousandths: thousandths.parse().map_err(|_| Refusal::Unreadable)?,
        decimal: run.contains(','),
    })
}

/// The sum; it has a decimal sign if any of its parts has one.
fn total(amounts: &[Number]) -> Result<Number, Refusal> {
    let total = Number {
        thousandths: amounts.iter().map(|it| it.thousandths).sum(),
        decimal: amounts.iter().any(|it| it.decimal),
    };
    match total.thousandths {
        ..=MOST => Ok(total),
        _ => Err(Refusal::TooLarge),
    }
}

fn positive(amount: i64) -> Result<i64, Refusal> {
    (amount > 0).then_some(amount).ok_or(Refusal::Zero)
}

/// The quick key's letter, when it is all that follows.
fn letter(after: &str) -> Option<char> {
    let mut chars = after.chars();
    let letter = chars
        .next()
        .filter(|c| c.is_alphabetic() && !matches!(c, 'x' | 'X'))?;
    let mut small = letter.to_lowercase();
    let small = small.next().filter(|_| small.next().is_none())?;
    chars.next().is_none().then_some(small)
}

#[cfg(test)]
mod tests;

//! Tables for machines, to the letter of RFC 4180: `,`, CRLF, quotes only where they are needed,
//! UTF-8 without a mark. Nothing is protected, rounded or worded: amounts are whole cents,
//! quantities thousandths, and a text comes back byte for byte.

use std::borrow::Cow;

use csv::{QuoteStyle, Terminator, Writer, WriterBuilder};

use crate::domain::{label::Label, money::Money, quantity::Quantity};

/// What stands in a cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// Nothing; a reader cannot tell it from an empty text.
    Empty,
    /// A text as it is.
    Text(String),
    /// A whole number: cents, thousandths, milliseconds, hundredths of a percent, or a count.
    Whole(i64),
}

impl Field {
    fn said(&self) -> Cow<'_, [u8]> {
        match self {
            Self::Empty => Cow::default(),
            // An entry of a journal can be long: it is not copied once more.
            Self::Text(text) => Cow::Borrowed(text.as_bytes()),
            Self::Whole(number) => Cow::Owned(number.to_string().into_bytes()),
        }
    }
}

impl From<&str> for Field {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Field {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&Label> for Field {
    fn from(label: &Label) -> Self {
        Self::Text(label.to_string())
    }
}

impl From<i64> for Field {
    fn from(number: i64) -> Self {
        Self::Whole(number)
    }
}

impl From<Money> for Field {
    fn from(amount: Money) -> Self {
        Self::Whole(amount.cents())
    }
}

impl From<Quantity> for Field {
    fn from(quantity: Quantity) -> Self {
        Self::Whole(quantity.thousandths())
    }
}

impl<T: Into<Field>> From<Option<T>> for Field {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// The names of the columns and the rows under them, as a file.
pub fn exact(names: &[&str], rows: &[Vec<Field>]) -> Vec<u8> {
    let mut how = WriterBuilder::new();
    how.quote_style(QuoteStyle::Necessary)
        .terminator(Terminator::CRLF);
    let file = written(&mut how, Vec::new(), [names.iter().copied()].into_iter());
    let said = rows.iter().map(|row| row.iter().map(Field::said));
    written(&mut how, file, said)
}

/// The rows behind what is there already.
pub(super) fn written<R, C>(
    how: &mut WriterBuilder,
    file: Vec<u8>,
    rows: impl Iterator<Item = R>,
) -> Vec<u8>
where
    R: Iterator<Item = C>,
    C: AsRef<[u8]>,
{
    // Rows of different length are the caller's business.
    let mut writer: Writer<Vec<u8>> = how.flexible(true).from_writer(file);
    #[expect(clippy::expect_used, reason = "memory takes all that is written to it")]
    {
        for row in rows {
            writer.write_record(row).expect("a row in memory");
        }
        writer.into_inner().expect("a file in memory")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_table_for_machines_is_rfc_4180() {
        let rows = [
            vec![
                Field::from(7),
                "=1+1".into(),
                Money::from_cents(-1_250).unwrap().into(),
                Quantity::from_thousandths(860).into(),
            ],
            vec![
                Field::from(8),
                "{\"a\":\"b,c\"}".into(),
                None::<Money>.into(),
                Field::from("deux\nlignes"),
            ],
        ];
        let wanted = "seq,text,cents,qty\r\n7,=1+1,-1250,860\r\n\
                      8,\"{\"\"a\"\":\"\"b,c\"\"}\",,\"deux\nlignes\"\r\n";
        let file = exact(&["seq", "text", "cents", "qty"], &rows);
        assert_eq!(String::from_utf8(file).unwrap(), wanted);
    }

    #[test]
    fn a_table_without_rows_has_its_names() {
        assert_eq!(exact(&["a", "b"], &[]), b"a,b\r\n");
    }

    proptest! {
        #[test]
        fn no_byte_is_lost(
            rows in prop::collection::vec(prop::collection::vec("(?s).{0,12}", 2), 0..5),
        ) {
            let fields: Vec<Vec<Field>> = rows
                .iter()
                .map(|row| row.iter().map(|it| it.as_str().into()).collect())
                .collect();
            let file = exact(&["a", "b"], &fields);
            let mut reader = csv::Reader::from_reader(file.as_slice());
            let read: Vec<Vec<String>> = reader
                .records()
                .map(|row| row.unwrap().iter().map(str::to_owned).collect())
                .collect();
            prop_assert_eq!(read, rows);
        }
    }
}

//! What one row says of one household, whatever the format.

use crate::{
    domain::{label::Label, money::Money},
    exchange::listed::Told,
};

/// What a row says.
#[derive(Clone, Debug)]
pub struct Row {
    /// The row's place in the table.
    pub place: usize,
    /// Its line in the file.
    pub line: u32,
    /// The number people say; none if the file has none.
    pub number: Option<Label>,
    pub first: SaidPerson,
    pub second: Told<SaidPerson>,
    pub cards: Told<Vec<Label>>,
    /// How far below zero the account may go.
    pub limit: Told<Money>,
    /// The last year for which the membership was paid.
    pub year: Told<u16>,
    /// What stood on the account before this till.
    pub opening: Option<Money>,
    /// Whether a name had to be cut or cleaned.
    pub mended: bool,
}

/// What a row says of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SaidPerson {
    /// Family name first.
    pub name: Label,
    pub phone: Told<Label>,
    pub email: Told<Label>,
}

/// A telephone number in the form in which two are compared: the last nine digits, for
/// spreadsheets drop zeros and people write +33.
pub fn phone_form(phone: &str) -> String {
    let digits: Vec<char> = phone.chars().filter(char::is_ascii_digit).collect();
    let from = digits.len().saturating_sub(9);
    digits.into_iter().skip(from).collect()
}

/// An e-mail address in the form in which two are compared.
pub fn email_form(email: &str) -> String {
    email.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_telephone_is_written_in_many_ways() {
        for phone in [
            "06 12 34 56 78",
            "+33 6.12.34.56.78",
            "612345678",
            "(0)6-12345678",
        ] {
            assert_eq!(phone_form(phone), "612345678", "{phone}");
        }
    }
}

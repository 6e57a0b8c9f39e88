//! One table of a settings file, with what may stand in it and where it stands.

use std::borrow::Cow;

use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

use crate::{
    domain::{
        label::Label,
        money::{Money, Percent, VatRate},
    },
    exchange::listed::Told,
};

use super::{SettingsReason, words::Word};

/// Where in the text, in bytes, and why.
pub type Fault = (usize, SettingsReason);

/// A table of the file.
pub struct Section<'a> {
    name: &'static str,
    at: usize,
    table: &'a DeTable<'a>,
}

impl<'a> Section<'a> {
    /// The file itself.
    pub fn whole(document: &'a Spanned<DeTable<'a>>, known: &[&str]) -> Result<Self, Fault> {
        Self::of("", 0, document.get_ref(), known)
    }

    /// Refuses a key that means nothing, so that no mistyped one is passed over in silence.
    fn of(
        name: &'static str,
        at: usize,
        table: &'a DeTable<'a>,
        known: &[&str],
    ) -> Result<Self, Fault> {
        let unknown = table
            .keys()
            .filter(|key| !known.contains(&key.get_ref().as_ref()))
            .min_by_key(|key| key.span().start);
        match unknown {
            Some(key) => Err((
                key.span().start,
                SettingsReason::UnknownKey {
                    key: Label::new(key.get_ref()).map_or_else(String::new, String::from),
                    known: known.join(", "),
                },
            )),
            None => Ok(Self { name, at, table }),
        }
    }

    /// A table inside this one.
    pub fn part(&self, key: &'static str, known: &[&str]) -> Result<Option<Self>, Fault> {
        let Some(value) = self.table.get(key) else {
            return Ok(None);
        };
        let DeValue::Table(table) = value.get_ref() else {
            return Err(self.wrong(key, "table"));
        };
        Self::of(key, value.span().start, table, known).map(Some)
    }

    /// A list of tables inside this one.
    pub fn list(&self, key: &'static str, known: &[&str]) -> Result<Option<Vec<Self>>, Fault> {
        let Some(value) = self.table.get(key) else {
            return Ok(None);
        };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.wrong(key, "[[table]]"));
        };
        let parts = items.iter().map(|item| match item.get_ref() {
            DeValue::Table(table) => Self::of(key, item.span().start, table, known),
            _ => Err((
                item.span().start,
                SettingsReason::WrongType {
                    key: key.to_owned(),
                    expected: "[[table]]",
                },
            )),
        });
        parts.collect::<Result<_, _>>().map(Some)
    }

    /// Where a key's value stands, or the table if it has no such key.
    pub fn at(&self, key: &str) -> usize {
        self.table.get(key).map_or(self.at, |it| it.span().start)
    }

    /// A text.
    pub fn text(&self, key: &'static str) -> Result<Option<&str>, Fault> {
        match self.table.get(key).map(Spanned::get_ref) {
            None => Ok(None),
            Some(DeValue::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(key, "\"text\"")),
        }
    }

    /// A number, in quotes or not: as it is written, never as a float.
    pub fn number(&self, key: &'static str) -> Result<Option<Cow<'_, str>>, Fault> {
        match self.table.get(key).map(Spanned::get_ref) {
            None => Ok(None),
            Some(DeValue::String(text)) => Ok(Some(Cow::Borrowed(text.trim()))),
            Some(DeValue::Integer(number)) => Ok(Some(Cow::Owned(number.to_string()))),
            Some(DeValue::Float(number)) => Ok(Some(Cow::Borrowed(number.as_str()))),
            Some(_) => Err(self.wrong(key, "\"12.50\"")),
        }
    }

    /// A name, of which something must be left to show.
    pub fn label(&self, key: &'static str) -> Result<Option<Label>, Fault> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        match Label::new(text) {
            Some(label) => Ok(Some(label)),
            None => Err((self.at(key), SettingsReason::Empty { key })),
        }
    }

    /// A text that may be taken away by an empty one.
    pub fn clearable(&self, key: &'static str) -> Result<Told<Label>, Fault> {
        Ok(match self.text(key)? {
            None => Told::Nothing,
            Some(text) => Label::new(text).map_or(Told::None, Told::Is),
        })
    }

    /// A list of texts; empty ones are left out.
    pub fn labels(&self, key: &'static str) -> Result<Option<Vec<Label>>, Fault> {
        let Some(value) = self.table.get(key) else {
            return Ok(None);
        };
        let DeValue::Array(items) = value.get_ref() else {
            return Err(self.wrong(key, "[\"text\", \"text\"]"));
        };
        let mut labels = Vec::new();
        for item in items {
            let DeValue::String(text) = item.get_ref() else {
                return Err(self.wrong(key, "[\"text\", \"text\"]"));
            };
            labels.extend(Label::new(text));
        }
        Ok(Some(labels))
    }

    /// An amount in euros, not below zero.
    pub fn amount(&self, key: &'static str) -> Result<Option<Money>, Fault> {
        let amount = |text: &str| Money::parse(text).filter(|it| *it >= Money::ZERO);
        self.read(key, amount, |value| SettingsReason::Amount { value })
    }

    /// An amount in euros that may be taken away by an empty text.
    pub fn clearable_amount(&self, key: &'static str) -> Result<Told<Money>, Fault> {
        if self.number(key)?.is_some_and(|text| text.is_empty()) {
            return Ok(Told::None);
        }
        Ok(self.amount(key)?.map_or(Told::Nothing, Told::Is))
    }

    /// A day, written `2014-01-01`.
    pub fn day(&self, key: &'static str) -> Result<Option<String>, Fault> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        let day: Option<jiff::civil::Date> = text.parse().ok();
        if day.is_none_or(|day| day.to_string() != text) {
            let value = text.to_owned();
            return Err((self.at(key), SettingsReason::Date { value }));
        }
        Ok(Some(text.to_owned()))
    }

    /// Whether the key holds a list.
    pub fn is_list(&self, key: &str) -> bool {
        let value = self.table.get(key).map(Spanned::get_ref);
        matches!(value, Some(DeValue::Array(_)))
    }

    /// A VAT rate, in percent.
    pub fn rate(&self, key: &'static str) -> Result<Option<VatRate>, Fault> {
        self.read(key, VatRate::parse, |value| SettingsReason::Rate { value })
    }

    /// A share, at most the whole, in percent.
    pub fn share(
        &self,
        key: &'static str,
        reason: fn(String) -> SettingsReason,
    ) -> Result<Option<Percent>, Fault> {
        let share = |text: &str| percent(text).filter(|it| *it <= Percent::WHOLE);
        self.read(key, share, reason)
    }

    /// Any percentage.
    pub fn percent(
        &self,
        key: &'static str,
        reason: fn(String) -> SettingsReason,
    ) -> Result<Option<Percent>, Fault> {
        self.read(key, percent, reason)
    }

    /// Anything that can be read from a number, or why it cannot.
    pub fn read<T>(
        &self,
        key: &'static str,
        read: impl Fn(&str) -> Option<T>,
        reason: fn(String) -> SettingsReason,
    ) -> Result<Option<T>, Fault> {
        let Some(text) = self.number(key)? else {
            return Ok(None);
        };
        match read(&text) {
            Some(it) => Ok(Some(it)),
            None => Err((self.at(key), reason(text.into_owned()))),
        }
    }

    /// One of the words of a list.
    pub fn word<T: Word>(&self, key: &'static str) -> Result<Option<T>, Fault> {
        let Some(text) = self.text(key)? else {
            return Ok(None);
        };
        match T::ALL.iter().find(|it| it.word() == text) {
            Some(word) => Ok(Some(*word)),
            None => Err((
                self.at(key),
                SettingsReason::NotAWord {
                    value: text.to_owned(),
                    known: T::ALL
                        .iter()
                        .map(|it| it.word())
                        .collect::<Vec<_>>()
                        .join(", "),
                },
            )),
        }
    }

    /// What was read, or a refusal that names what is missing.
    pub fn needed<T>(&self, key: &'static str, read: Option<T>) -> Result<T, Fault> {
        let part = self.name;
        read.ok_or((self.at, SettingsReason::Missing { key, part }))
    }

    fn wrong(&self, key: &'static str, expected: &'static str) -> Fault {
        let key_name = key.to_owned();
        (
            self.at(key),
            SettingsReason::WrongType {
                key: key_name,
                expected,
            },
        )
    }
}

fn percent(text: &str) -> Option<Percent> {
    Percent::parse(text.trim_end_matches('%').trim_end())
}

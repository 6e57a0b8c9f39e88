//! One sentence to the stallholder: what happened, what is safe, what to press.

use super::{theme::Role, words::Words};

/// A sentence of the locale with its blanks filled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How it is to be taken.
    pub role: Role,
    /// The word of the locale.
    pub word: &'static str,
    /// Its blanks, already in the language where they are words.
    pub blanks: Vec<(&'static str, String)>,
}

impl Notice {
    /// Something was done.
    pub const fn done(word: &'static str) -> Self {
        Self::of(Role::Gain, word)
    }

    /// Something to look at; nothing was lost and typing goes on.
    pub const fn warning(word: &'static str) -> Self {
        Self::of(Role::Warning, word)
    }

    /// Something failed.
    pub const fn alarm(word: &'static str) -> Self {
        Self::of(Role::Alarm, word)
    }

    const fn of(role: Role, word: &'static str) -> Self {
        Self {
            role,
            word,
            blanks: Vec::new(),
        }
    }

    /// The same with a blank filled.
    #[must_use]
    pub fn with(mut self, blank: &'static str, text: impl Into<String>) -> Self {
        self.blanks.push((blank, text.into()));
        self
    }

    /// The sentence in a language.
    pub fn text(&self, words: &Words) -> String {
        let blanks: Vec<(&str, &str)> = self
            .blanks
            .iter()
            .map(|(blank, text)| (*blank, text.as_str()))
            .collect();
        words.say_with(self.word, &blanks)
    }
}

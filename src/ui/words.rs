//! The program's words, in the stallholder's language. How numbers and dates are written is in
//! [`super::figures`].

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::keys::Key;

/// Names every locale file once; a new screen adds its name here and one file per language. The
/// ids in a file begin with its name (`tests/words.rs` holds that, and that no language lacks one).
macro_rules! locale_files {
    ($($name:literal)*) => {
        const FRENCH: &[&str] =
            &[$(include_str!(concat!("../../assets/locales/fr/", $name, ".ftl"))),*];
        const ENGLISH: &[&str] =
            &[$(include_str!(concat!("../../assets/locales/en/", $name, ".ftl"))),*];
    };
}

locale_files! {
    "common" "menu" "sell" "shortlist" "tariffs" "pay" "change" "question" "pick" "void" "stock"
    "journal" "product" "paper" "producers" "cli" "check" "refusals" "import" "settings" "ring"
    "report" "periods"
    "members" "member" "find"
    "operators" "keeper" "audit"
    "ticket" "refund" "reattribute"
    "carry" "control"
    "close"
    "z" "seal" "closings"
    "cash" "open" "envelopes"
}

/// A language that the whole program speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// As spoken at the stall, and what is spoken when nobody said otherwise.
    #[default]
    French,
    /// For everybody else.
    English,
}

impl Language {
    /// Every language, the first one being the default.
    pub const ALL: [Self; 2] = [Self::French, Self::English];

    /// The language for a locale of the system, such as `fr_FR.UTF-8` or `en-GB`: French unless
    /// it names another language. `C` and `POSIX` name none.
    pub fn of_locale(locale: Option<&str>) -> Self {
        let locale = locale.unwrap_or_default();
        let language = locale
            .split(['_', '-', '.', '@'])
            .next()
            .unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "" | "c" | "posix" | "fr" => Self::French,
            _ => Self::English,
        }
    }

    /// Its code in settings, and the name of its folder of locale files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language of this code in the settings.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.code() == code)
    }
}

fn read(language: Language) -> FluentBundle<FluentResource> {
    let name: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![name]);
    // Off, or invisible marks would reach the screen, the printer and the files.
    bundle.set_use_isolating(false);
    let files = match language {
        Language::French => FRENCH,
        Language::English => ENGLISH,
    };
    for text in files {
        let read = FluentResource::try_new((*text).to_owned());
        bundle.add_resource_overriding(read.unwrap_or_else(|(partly, _)| partly));
    }
    bundle
}

/// All the words of one language, read when the first of them is asked for; can be used from any
/// thread.
pub struct Words {
    language: Language,
    bundle: OnceLock<FluentBundle<FluentResource>>,
}

impl Words {
    /// The words of a language. A mistake in a locale file leaves that word out, and
    /// `tests/words.rs` finds it.
    pub const fn of(language: Language) -> Self {
        Self {
            language,
            bundle: OnceLock::new(),
        }
    }

    fn bundle(&self) -> &FluentBundle<FluentResource> {
        self.bundle.get_or_init(|| read(self.language))
    }

    /// The language of these words.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// A word or a sentence; its id in `«»` if there is none.
    pub fn say(&self, id: &str) -> String {
        self.format(id, None)
    }

    /// A sentence with its blanks filled in: `("name", "Miel")` for `{ $name }`. Numbers are
    /// handed over as they shall be read; Fluent would not write them in the language.
    pub fn say_with(&self, id: &str, blanks: &[(&str, &str)]) -> String {
        self.format(id, Some(&filled(blanks)))
    }

    /// A sentence about `n` things, in the plural that the language wants: `{ $n -> [one] … }`.
    /// In French none and one are both `one`.
    pub fn count(&self, id: &str, n: usize) -> String {
        self.count_with(id, n, &[])
    }

    /// A sentence about `n` things with other blanks filled in.
    pub fn count_with(&self, id: &str, n: usize, blanks: &[(&str, &str)]) -> String {
        let mut args = filled(blanks);
        args.set("n", n);
        self.format(id, Some(&args))
    }

    /// What a key is called: its word, or itself (`F2`, `*`, `Ctrl-Q`).
    pub fn key(&self, key: Key) -> String {
        match (key.word(), key) {
            (Some(id), _) => self.say(id),
            (None, Key::Char(c)) => c.to_string(),
            (None, Key::Ctrl(c)) => format!("Ctrl-{}", c.to_uppercase()),
            (None, Key::F(n)) => format!("F{n}"),
            (None, other) => other.notation(),
        }
    }

    fn format(&self, id: &str, args: Option<&FluentArgs>) -> String {
        let Some(pattern) = self.bundle().get_message(id).and_then(|it| it.value()) else {
            return format!("«{id}»");
        };
        let mut unfilled = Vec::new();
        let text = self.bundle().format_pattern(pattern, args, &mut unfilled);
        debug_assert!(unfilled.is_empty(), "{id}: {unfilled:?}");
        text.into_owned()
    }
}

fn filled<'a>(blanks: &[(&'a str, &'a str)]) -> FluentArgs<'a> {
    blanks.iter().copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn french_unless_the_system_speaks_something_else() {
        for french in [
            None,
            Some(""),
            Some("C"),
            Some("C.UTF-8"),
            Some("POSIX"),
            Some("fr"),
        ] {
            assert_eq!(Language::of_locale(french), Language::French, "{french:?}");
        }
        for french in ["fr_FR.UTF-8", "fr-CA", "fr_BE@euro", "FR"] {
            assert_eq!(
                Language::of_locale(Some(french)),
                Language::French,
                "{french}"
            );
        }
        for other in ["en_GB.UTF-8", "de-DE", "frr_DE", "br_FR"] {
            assert_eq!(
                Language::of_locale(Some(other)),
                Language::English,
                "{other}"
            );
        }
    }

    #[test]
    fn a_word_that_does_not_exist_shows_its_id() {
        assert_eq!(
            Words::of(Language::French).say("sell-nothing"),
            "«sell-nothing»"
        );
    }

    #[test]
    fn keys_are_called_by_their_word_or_by_themselves() {
        let (fr, en) = (Words::of(Language::French), Words::of(Language::English));
        assert_eq!(fr.key(Key::Back), "Retour arrière");
        assert_eq!(en.key(Key::Back), "Backspace");
        assert_eq!(fr.key(Key::Ctrl('q')), "Ctrl-Q");
        assert_eq!(fr.key(Key::F(2)), "F2");
        assert_eq!(fr.key(Key::Char('*')), "*");
    }

    #[test]
    fn words_can_be_spoken_by_the_printers_thread() {
        fn shared<T: Send + Sync>(_: &T) {}
        shared(&Words::of(Language::French));
    }
}

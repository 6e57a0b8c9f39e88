//! Keys as the stallholder knows them, and one notation for them in tests and market days.

/// A key, or a key with the one that changes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key {
    /// A character, as the keyboard's layout made it.
    Char(char),
    /// A letter pressed with Ctrl, in lower case.
    Ctrl(char),
    /// A function key, from 1.
    F(u8),
    /// Entrée, of the keypad or not: terminals do not tell them apart.
    Enter,
    /// Échap.
    Escape,
    /// The key that takes back the character before the cursor.
    Back,
    /// Suppr.
    Delete,
    /// Tab.
    Tab,
    /// Tab with Shift.
    BackTab,
    /// The arrow up.
    Up,
    /// The arrow down.
    Down,
    /// The arrow to the left.
    Left,
    /// The arrow to the right.
    Right,
    /// To the beginning.
    Home,
    /// To the end.
    End,
    /// A screenful up.
    PageUp,
    /// A screenful down.
    PageDown,
}

/// A key and the moment at which it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stroke {
    /// What was pressed.
    pub key: Key,
    /// Milliseconds on a clock that never goes back; only differences mean something.
    pub at_ms: u64,
}

impl Key {
    /// The keys that are called by a word.
    const WORDED: [Self; 15] = [
        Self::Enter,
        Self::Escape,
        Self::Back,
        Self::Delete,
        Self::Tab,
        Self::BackTab,
        Self::Up,
        Self::Down,
        Self::Left,
        Self::Right,
        Self::Home,
        Self::End,
        Self::PageUp,
        Self::PageDown,
        Self::Char(' '),
    ];

    /// The id of the word for it in the locales. `None`: it is written as it is, in any language
    /// (`*`, `F2`, `Ctrl-Q`).
    pub fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Char(' ') => "key-space",
            Self::Char(_) | Self::Ctrl(_) | Self::F(_) => return None,
            Self::Enter => "key-enter",
            Self::Escape => "key-esc",
            Self::Back => "key-back",
            Self::Delete => "key-delete",
            Self::Tab => "key-tab",
            Self::BackTab => "key-backtab",
            Self::Up => "key-up",
            Self::Down => "key-down",
            Self::Left => "key-left",
            Self::Right => "key-right",
            Self::Home => "key-home",
            Self::End => "key-end",
            Self::PageUp => "key-pageup",
            Self::PageDown => "key-pagedown",
        })
    }

    /// The key in the notation that [`typed`] reads: its word's id without `key-`, in brackets.
    pub fn notation(self) -> String {
        match self {
            Self::Char('<') => "<lt>".to_owned(),
            Self::Char(c) if c != ' ' => c.to_string(),
            Self::Ctrl(c) => format!("<ctrl-{c}>"),
            Self::F(n) => format!("<f{n}>"),
            worded => format!("<{}>", worded.name().unwrap_or_default()),
        }
    }

    fn name(self) -> Option<&'static str> {
        self.word()?.strip_prefix("key-")
    }
}

/// Reads a run of keys: `12<enter>`, `<f2>`, `<ctrl-q>`, `<tab>`; a space is a space, `<lt>` is
/// the character `<`. `None`: what stands between brackets is no key, or a bracket stays open.
pub fn typed(mut text: &str) -> Option<Vec<Key>> {
    let mut keys = Vec::new();
    while let Some(c) = text.chars().next() {
        if let Some(after) = text.strip_prefix('<') {
            let (name, rest) = after.split_once('>')?;
            keys.push(named(name)?);
            text = rest;
        } else {
            keys.push(Key::Char(c));
            text = text.get(c.len_utf8()..)?;
        }
    }
    Some(keys)
}

fn named(name: &str) -> Option<Key> {
    if let Some(key) = Key::WORDED.into_iter().find(|key| key.name() == Some(name)) {
        return Some(key);
    }
    if name == "lt" {
        return Some(Key::Char('<'));
    }
    if let Some(letter) = name.strip_prefix("ctrl-") {
        let mut letters = letter.chars();
        return letters
            .next()
            .filter(|_| letters.next().is_none())
            .map(Key::Ctrl);
    }
    let number = name.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(Key::F(number))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_sale_is_written_as_it_is_pressed() {
        assert_eq!(
            typed("3*mi<enter><f2><ctrl-q><lt> <backtab>").unwrap(),
            [
                Key::Char('3'),
                Key::Char('*'),
                Key::Char('m'),
                Key::Char('i'),
                Key::Enter,
                Key::F(2),
                Key::Ctrl('q'),
                Key::Char('<'),
                Key::Char(' '),
                Key::BackTab,
            ]
        );
    }

    #[test]
    fn what_is_no_key_is_not_read() {
        for wrong in [
            "<entrée>",
            "<f0>",
            "<f25>",
            "<f>",
            "<ctrl->",
            "<ctrl-qq>",
            "3 < 4",
            "<>",
        ] {
            assert_eq!(typed(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn only_keys_without_a_sign_of_their_own_have_a_word() {
        assert_eq!(Key::Enter.word(), Some("key-enter"));
        assert_eq!(Key::Char(' ').word(), Some("key-space"));
        assert_eq!(Key::Char('p').word(), None);
        assert_eq!(Key::F(2).word(), None);
    }

    proptest! {
        #[test]
        fn every_key_reads_back_from_its_notation(keys in prop::collection::vec(
            prop_oneof![
                any::<char>().prop_map(Key::Char),
                any::<char>().prop_filter("a bracket ends a name", |c| *c != '>')
                    .prop_map(Key::Ctrl),
                (1..=24_u8).prop_map(Key::F),
                prop::sample::select(Key::WORDED.to_vec()),
            ],
            0..20,
        )) {
            let text: String = keys.iter().map(|key| key.notation()).collect();
            prop_assert_eq!(typed(&text), Some(keys));
        }
    }
}

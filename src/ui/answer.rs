//! Yes or no: how every question is answered.

use super::{
    foot::Bind,
    keys::{Key, Stroke},
    screen::Pace,
    words::Language,
};

/// What a question was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Do it.
    Yes,
    /// Leave everything as it is.
    No,
}

/// Reads an answer: O (or Y) is yes, N is no, and so are Enter and Esc, which lie under the finger.
/// None for any other key, and for a yes that no hand typed: a scanned code may hold the letter.
pub fn answer(stroke: Stroke, pace: Pace) -> Option<Answer> {
    match stroke.key {
        Key::Char('o' | 'O' | 'y' | 'Y') if pace == Pace::Steady => Some(Answer::Yes),
        Key::Char('n' | 'N') | Key::Enter | Key::Escape => Some(Answer::No),
        _ => None,
    }
}

/// The keys of an answer, as the foot line shows them.
pub fn binds(language: Language) -> [Bind; 2] {
    let yes = match language {
        Language::French => 'O',
        Language::English => 'Y',
    };
    [
        Bind::new(Key::Char(yes), "question-yes"),
        Bind::new(Key::Char('N'), "question-no"),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_hand_says_yes_and_enter_says_no() {
        let press = |key, pace| answer(Stroke { key, at_ms: 0 }, pace);
        assert_eq!(press(Key::Char('o'), Pace::Steady), Some(Answer::Yes));
        assert_eq!(press(Key::Char('Y'), Pace::Steady), Some(Answer::Yes));
        assert_eq!(press(Key::Char('O'), Pace::Hasty), None);
        assert_eq!(press(Key::Enter, Pace::Steady), Some(Answer::No));
        assert_eq!(press(Key::Escape, Pace::Hasty), Some(Answer::No));
        assert_eq!(press(Key::Char('1'), Pace::Steady), None);
    }
}

//! Asking for a credit note by name: it is looked up in the journal and taken whole.

use super::{
    super::{
        entry::{DigitRow, number},
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Turn},
        shop::Shop,
    },
    pay::Pay,
    pay_refused::refused,
};
use crate::domain::{
    asking::{Ask, Note},
    settings::Tender,
};

/// More characters than this are no name of a note.
const NAME_MAX: usize = 24;

/// A credit note that is being named.
pub(super) struct Naming {
    tender: Tender,
    pub(super) typed: String,
    /// What the journal was asked for, and the key that asked.
    asked: Option<(String, Stroke)>,
}

impl Naming {
    pub(super) const fn of(tender: Tender) -> Self {
        Self {
            tender,
            typed: String::new(),
            asked: None,
        }
    }
}

impl Pay {
    /// A key while a credit note is being named.
    pub(super) fn naming(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let Some(naming) = self.note.as_mut() else {
            return Turn::bell();
        };
        match stroke.key {
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(c) if !c.is_control() && naming.typed.chars().count() < NAME_MAX => {
                shop.notice = None;
                naming.typed.push(c);
                Turn::stay()
            }
            Key::Back if naming.typed.pop().is_some() => Turn::stay(),
            Key::Back | Key::Escape => {
                self.note = None;
                Turn::stay()
            }
            Key::Enter if naming.typed.is_empty() => {
                shop.say(Notice::warning("pay-note-how"));
                Turn::bell()
            }
            Key::Enter => {
                let name = note_name(&naming.typed, shop.digits);
                naming.asked = Some((name.clone(), stroke));
                shop.ask(Ask::Note(name));
                Turn::stay()
            }
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => Turn::bell(),
        }
    }

    /// What the journal knows of the note that was named.
    pub(super) fn noted(&mut self, name: &str, note: Option<&Note>, shop: &mut Shop) -> Turn {
        let asked = |it: &mut Box<Naming>| it.asked.take_if(|(asked, _)| asked == name);
        let Some((_, stroke)) = self.note.as_mut().and_then(asked) else {
            return Turn::stay();
        };
        let Some(naming) = self.note.take() else {
            return Turn::stay();
        };
        let before = self.tendering.payments().len();
        let refusal = match note {
            None => Notice::warning("pay-note-unknown"),
            Some(note) => match self.tendering.pay_note(&naming.tender, note, &shop.at()) {
                Ok(()) => return self.settle(stroke, before, shop),
                Err(refusal) => {
                    let left = self.tendering.left();
                    let by = note.used_by.clone().unwrap_or_default();
                    refused(refusal, &naming.tender, left, shop).with("by", by)
                }
            },
        };
        shop.say(refusal.with("name", name));
        self.note = Some(naming);
        Turn::bell()
    }
}

/// The name a note has in the journal: `A-42V` for `a42v` or what the unshifted row of a French
/// keyboard makes of it; the store knows which till `42V` is of.
fn note_name(typed: &str, row: DigitRow) -> String {
    let typed = typed.trim();
    let letters: String = typed
        .chars()
        .take_while(char::is_ascii_alphabetic)
        .collect();
    let rest = typed.strip_prefix(letters.as_str()).unwrap_or_default();
    let rest = if letters.is_empty() {
        rest
    } else {
        rest.strip_prefix('-').unwrap_or(rest)
    };
    let mut parts = rest.splitn(2, ['v', 'V']);
    let (ticket, note) = (
        parts.next().unwrap_or_default(),
        parts.next().unwrap_or_default(),
    );
    let digits = |text: &str| {
        if text.is_empty() {
            return Some(String::new());
        }
        let whole = number(text, row).ok()?.whole()?;
        Some(whole.to_string())
    };
    match (digits(ticket), digits(note)) {
        (Some(ticket), Some(note)) if !ticket.is_empty() && letters.is_empty() => {
            format!("{ticket}V{note}")
        }
        (Some(ticket), Some(note)) if !ticket.is_empty() => {
            format!("{}-{ticket}V{note}", letters.to_uppercase())
        }
        _ => typed.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_is_found_however_its_name_is_typed() {
        for (typed, name) in [
            ("A-42V", "A-42V"),
            ("a42v", "A-42V"),
            ("42", "42V"),
            ("42v2", "42V2"),
            ("B-7V", "B-7V"),
            ("a-'év", "A-42V"),
            ("'é", "42V"),
            ("Marché 2-3V", "Marché 2-3V"),
        ] {
            assert_eq!(note_name(typed, DigitRow::French), name, "{typed}");
        }
    }
}

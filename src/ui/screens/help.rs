//! What the keys of a screen do: made from the same list as its foot line.

use ratatui::layout::Rect;

use super::super::{
    canvas::Canvas,
    commands::Command,
    foot::Bind,
    keys::{Key, Stroke},
    room,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    text,
    theme::Role,
    words::{Language, Words},
};
use crate::domain::settings::TenderKind;

/// What can be typed on the sell line, and the word for what it means; decimals as in French.
const GRAMMAR: [(&str, &str); 16] = [
    ("12", "help-code"),
    ("tom", "help-name"),
    ("3*12", "help-times"),
    ("860*31", "help-grams"),
    ("0,86*31", "help-kilograms"),
    ("0,8+1,25*31", "help-weighings"),
    ("4,50l", "help-amount"),
    ("3*1,50l", "help-amounts"),
    ("+  =", "help-exact"),
    ("*", "help-jar"),
    ("3*", "help-jars"),
    ("↑  ↓", "help-line"),
    ("12:", "help-card"),
    ("12:2,50", "help-new-price"),
    ("12:e", "help-sold-out"),
    ("77:", "help-new-article"),
];

/// What is pressed once a line is chosen, and the word for what it does.
const CHOSEN: [(&str, &str); 9] = [
    ("5", "help-quantity"),
    ("P", "help-price"),
    ("D", "help-discount"),
    ("O", "help-offered"),
    ("S", "help-suspended"),
    ("F", "help-ending"),
    ("B", "help-bearer"),
    ("E", "help-line-sold-out"),
    (":", "help-line-card"),
];

/// What can be typed on the pay screen besides the letter of a means.
const PAYING: [(&str, &str); 7] = [
    ("20", "help-pay-given"),
    ("20T", "help-pay-agreed"),
    ("1,50D", "help-pay-off"),
    ("10%D", "help-pay-percent"),
    ("B", "help-bearer"),
    ("2G", "help-pay-gift"),
    ("G", "help-pay-round"),
];

/// The help about one screen.
pub struct Help {
    title: &'static str,
    keys: Vec<Bind>,
    page: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Page {
    /// The screen's sentence and its keys.
    Screen,
    /// What can be typed on the sell line.
    Grammar,
    /// What a letter does to the chosen line.
    Chosen,
    /// What can be typed on the pay screen.
    Paying,
    /// The keys that work on every screen.
    Everywhere,
}

impl Help {
    /// Help about the screen of this title, on which these keys mean something.
    pub const fn of(title: &'static str, keys: Vec<Bind>) -> Self {
        Self {
            title,
            keys,
            page: 0,
        }
    }

    fn pages(&self) -> &'static [Page] {
        match self.title {
            "sell" => &[Page::Screen, Page::Grammar, Page::Chosen, Page::Everywhere],
            "pay" => &[Page::Screen, Page::Paying, Page::Everywhere],
            _ => &[Page::Screen, Page::Everywhere],
        }
    }

    fn turn_page(&mut self, forward: bool) -> Turn {
        let last = self.pages().len() - 1;
        let page = if forward {
            (self.page + 1).min(last)
        } else {
            self.page.saturating_sub(1)
        };
        let turn = if page == self.page {
            Turn::bell()
        } else {
            Turn::stay()
        };
        self.page = page;
        turn
    }
}

impl Screen for Help {
    fn title(&self) -> &'static str {
        "help"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Right, "help-next"),
            Bind::new(Key::Left, "help-before"),
            Bind::new(Key::Escape, "help-close"),
        ]
    }

    fn key(&mut self, stroke: Stroke, _pace: Pace, _shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape | Key::Char('?' | 'q') => Turn::go(Go::Back),
            Key::PageDown | Key::Down | Key::Right | Key::Enter | Key::Char(' ') => {
                self.turn_page(true)
            }
            Key::PageUp | Key::Up | Key::Left | Key::Back => self.turn_page(false),
            _ => Turn::bell(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let pages = self.pages();
        let page = pages.get(self.page).copied().unwrap_or(Page::Screen);
        let name = match page {
            Page::Screen => words.say(self.title),
            Page::Grammar => words.say("help-grammar"),
            Page::Chosen => words.say("help-chosen"),
            Page::Paying => words.say("help-paying"),
            Page::Everywhere => words.say("help-everywhere"),
        };
        let title = format!("{name} · {}/{}", self.page + 1, pages.len());
        let inside = canvas.boxed(area, &title);
        let mut left = room::indented(inside, 1);
        canvas.cursor(left.x, left.y);
        if page == Page::Screen {
            let sentence = words.say(&format!("{}-help", self.title));
            let rows = canvas.wrapped(left, Role::Text, &sentence);
            room::top(&mut left, rows + 1);
        }
        let rows = match page {
            Page::Screen => keys(&self.keys, words),
            Page::Grammar => typed(&GRAMMAR, words),
            Page::Chosen => typed(&CHOSEN, words),
            Page::Paying => paying(shop, words),
            Page::Everywhere => everywhere(words),
        };
        table(canvas, left, &rows);
    }
}

fn keys(binds: &[Bind], words: &Words) -> Vec<(String, String)> {
    let row = |bind: &Bind| (words.key(bind.key), words.say(bind.word));
    binds.iter().map(row).collect()
}

fn typed(lines: &[(&str, &str)], words: &Words) -> Vec<(String, String)> {
    let typed = |typed: &str| match words.language() {
        Language::French => typed.to_owned(),
        Language::English => typed.replace(',', "."),
    };
    lines
        .iter()
        .map(|(line, word)| (typed(line), words.say(word)))
        .collect()
}

/// What the pay screen understands; a means by the letter this stall gave it.
fn paying(shop: &Shop, words: &Words) -> Vec<(String, String)> {
    let mut rows = typed(&PAYING, words);
    let means = [
        (TenderKind::Card, "", "help-pay-rest"),
        (TenderKind::Card, "10", "help-pay-part"),
        (TenderKind::Token, "3", "help-pay-pieces"),
        (TenderKind::CreditNote, "", "help-pay-note"),
    ];
    let means = means.into_iter().filter_map(|(kind, sum, word)| {
        let tender = shop.settings.tenders.iter().find(|it| it.kind == kind)?;
        let letter = tender.letter?.to_ascii_uppercase();
        let name = words.tender(&tender.id, tender.name.as_ref());
        Some((
            format!("{sum}{letter}"),
            words.say_with(word, &[("means", &name)]),
        ))
    });
    rows.splice(1..1, means);
    rows
}

fn everywhere(words: &Words) -> Vec<(String, String)> {
    let row = |command: &Command| {
        let key = command.key()?;
        Some((words.key(key), words.say(command.word())))
    };
    Command::KEYED
        .iter()
        .filter(|command| command.is_there())
        .filter_map(row)
        .collect()
}

/// Keys in a column as wide as the widest, and what each does.
fn table(canvas: &mut Canvas<'_, '_>, at: Rect, rows: &[(String, String)]) {
    let widest = rows.iter().map(|(key, _)| text::width(key)).max();
    let widest = u16::try_from(widest.unwrap_or_default()).unwrap_or(u16::MAX);
    let mut left = at;
    for (key, meaning) in rows {
        let mut row = room::top(&mut left, 1);
        canvas.text(room::left(&mut row, widest), Role::Key, key);
        room::left(&mut row, 2);
        canvas.text(row, Role::Text, meaning);
    }
}

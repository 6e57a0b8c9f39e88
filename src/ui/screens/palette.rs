//! Everything that can be asked for, by name: some letters find it, Enter does it.

use ratatui::layout::Rect;

use super::super::{
    canvas::Canvas,
    commands::Command,
    foot::Bind,
    keys::{Key, Stroke},
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
    words::Words,
};
use crate::domain::search::Index;

/// More letters than this name no action.
const TYPED_MAX: usize = 30;

/// The list of all actions.
pub struct Palette {
    typed: String,
    chosen: usize,
    names: Index,
}

impl Palette {
    /// All actions, in the words of the till.
    pub fn open(shop: &Shop) -> Self {
        let words = &shop.look.words;
        let names: Vec<String> = Command::ALL
            .iter()
            .map(|command| words.say(command.word()))
            .collect();
        // With nothing typed they stand in the order of the list.
        let ranks = (0..u64::MAX).take(names.len()).collect::<Vec<_>>();
        let entries = names.iter().zip(ranks.into_iter().rev()).enumerate();
        Self {
            typed: String::new(),
            chosen: 0,
            names: Index::build(entries.map(|(at, (name, rank))| (at, name.as_str(), rank))),
        }
    }

    fn found(&self) -> Vec<Command> {
        self.names
            .list(&self.typed, Command::ALL.len())
            .into_iter()
            .filter_map(|at| Command::ALL.get(at).copied())
            .collect()
    }

    fn choose(&mut self, at: usize) -> Turn {
        let last = self.found().len().saturating_sub(1);
        self.chosen = at.min(last);
        Turn::stay()
    }
}

impl Screen for Palette {
    fn title(&self) -> &'static str {
        "palette"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Enter, "palette-do"),
            Bind::new(Key::Down, "palette-choose"),
            Bind::new(Key::Escape, "palette-close"),
            Bind::new(Key::Char('?'), "palette-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, _shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape | Key::Char(':') => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            // It may lead to the payment.
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => match self.found().get(self.chosen) {
                Some(command) => Turn::go(Go::Do(*command)),
                None => Turn::bell(),
            },
            Key::Up => self.choose(self.chosen.saturating_sub(1)),
            Key::Down => self.choose(self.chosen + 1),
            Key::Home => self.choose(0),
            Key::End => self.choose(usize::MAX),
            Key::Back if self.typed.is_empty() => Turn::go(Go::Back),
            Key::Back => {
                self.typed.pop();
                self.choose(0)
            }
            Key::Char(c) if self.typed.chars().count() < TYPED_MAX => {
                self.typed.push(c);
                self.choose(0)
            }
            _ => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn view(&self, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut area = area;
        let entry = room::bottom(&mut area, 1);
        let mut inside = canvas.boxed(area, &words.say("palette-all"));
        let found = self.found();
        if found.is_empty() {
            let nothing = words.say_with("palette-nothing", &[("typed", &self.typed)]);
            canvas.wrapped(room::indented(inside, 1), Role::Quiet, &nothing);
        }
        let rows = room::window(found.len(), self.chosen, usize::from(inside.height));
        for (at, command) in found.iter().enumerate() {
            if !rows.contains(&at) {
                continue;
            }
            let role = if at == self.chosen {
                Role::Chosen
            } else {
                Role::Text
            };
            let row = room::top(&mut inside, 1);
            let name = words.say(command.word());
            let key = way(*command, words);
            canvas.row(row, role, &[Cell::label(&name), Cell::amount(&key, 1)]);
        }
        let typed = format!("> {}", self.typed);
        canvas.entry(room::indented(entry, 1), &typed);
    }
}

/// The shortest other way to a command: its own key, or its digit in the menu.
fn way(command: Command, words: &Words) -> String {
    if let Some(key) = command.key() {
        return words.key(key);
    }
    let menu = words.key(Key::Escape);
    Command::MENU
        .iter()
        .find(|(_, it)| *it == command)
        .map_or_else(String::new, |(digit, _)| format!("{menu} {digit}"))
}

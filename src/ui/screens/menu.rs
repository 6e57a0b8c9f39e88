//! The menu: one digit leads anywhere, as on old tills, with nothing but a number pad.

use ratatui::layout::Rect;

use super::super::{
    alone::{Alone, Heard},
    canvas::Canvas,
    commands::Command,
    entry::number,
    foot::Bind,
    keys::{Key, Stroke},
    notice::Notice,
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
    words::Words,
};

/// What is not behind a digit.
const LETTERS: [&[(char, Command)]; 5] = [
    &[('P', Command::Producers), ('R', Command::BackWithoutTicket)],
    &[('O', Command::Operators), (':', Command::Palette)],
    &[('V', Command::Lock), ('?', Command::Help)],
    &[('C', Command::Audit), ('Q', Command::Quit)],
    &[('I', Command::Control)],
];

/// The menu.
#[derive(Default)]
pub struct Menu {
    /// What was pressed, if it is no scan's.
    pressed: Alone<char>,
}

impl Screen for Menu {
    fn title(&self) -> &'static str {
        "menu"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Escape, "menu-back"),
            Bind::new(Key::Char('V'), "command-lock"),
            Bind::new(Key::Char('Q'), "menu-quit"),
            Bind::new(Key::Char(':'), "menu-actions"),
            Bind::new(Key::Char('?'), "menu-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, _pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(c) => return obey(c, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Escape | Key::Back => Turn::go(Go::Back),
            Key::Char(c) => self.pressed.hold(c, stroke),
            Key::Ctrl('c') => {
                shop.say(Notice::warning("sell-how-to-quit"));
                Turn::bell()
            }
            _ => Turn::bell(),
        }
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        Turn::go(Go::HomeScanned(code.to_owned()))
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(c) => obey(c, shop),
            None => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut area = area;
        let health = room::bottom(&mut area, 2);
        let mut inside = canvas.boxed(area, &words.say("menu-one-digit"));
        let items = Command::MENU.len() + LETTERS.len();
        if usize::from(inside.height) > items + 1 {
            room::top(&mut inside, 1);
        }
        canvas.cursor(inside.x, inside.y);
        for (digit, command) in Command::MENU {
            let row = room::top(&mut inside, 1);
            item(canvas, row, digit, command, &state(command, shop, words));
        }
        if usize::from(inside.height) > LETTERS.len() {
            room::top(&mut inside, 1);
        }
        for letters in LETTERS {
            let mut right = room::top(&mut inside, 1);
            let half = right.width / 2;
            let left = room::left(&mut right, half);
            for (at, (letter, command)) in [left, right].into_iter().zip(letters) {
                item(canvas, at, *letter, *command, "");
            }
        }
        machine(shop, canvas, room::indented(health, 1));
    }
}

/// Goes where a digit or a letter leads.
fn obey(c: char, shop: &mut Shop) -> Turn {
    match c {
        '?' => Turn::go(Go::Help),
        ':' => Turn::go(Go::Do(Command::Palette)),
        'q' | 'Q' => Command::Quit.turn(shop),
        'p' | 'P' => Turn::go(Go::Do(Command::Producers)),
        'r' | 'R' => Turn::go(Go::Do(Command::BackWithoutTicket)),
        'o' | 'O' => Turn::go(Go::Do(Command::Operators)),
        'v' | 'V' => Turn::go(Go::Do(Command::Lock)),
        'c' | 'C' => Turn::go(Go::Do(Command::Audit)),
        'i' | 'I' => Turn::go(Go::Do(Command::Control)),
        c => match of_digit(c, shop) {
            Some(command) if command.is_there() => Turn::go(Go::Do(command)),
            Some(command) => command.turn(shop),
            None => Turn::bell(),
        },
    }
}

/// The command of a digit, typed with Shift or without.
fn of_digit(c: char, shop: &Shop) -> Option<Command> {
    let typed = number(&c.to_string(), shop.digits).ok()?.whole()?;
    Command::MENU
        .into_iter()
        .find(|(digit, _)| digit.to_digit(10).map(i64::from) == Some(typed))
        .map(|(_, command)| command)
}

/// What is worth knowing before going there, or why it cannot be.
fn state(command: Command, shop: &Shop, words: &Words) -> String {
    match command {
        Command::Settings => words.say("menu-settings-elsewhere"),
        Command::Sell if !shop.basket().is_empty() => {
            let number = shop.next_number.to_string();
            words.say_with("menu-stays-open", &[("number", &number)])
        }
        Command::Parked if !shop.drafts.parked.is_empty() => {
            words.count("header-waiting", shop.drafts.parked.len())
        }
        Command::Closing if shop.drafts.closing.is_some() => words.say("close-begun"),
        _ if !command.is_there() => words.say("menu-not-there"),
        _ => String::new(),
    }
}

fn item(canvas: &mut Canvas<'_, '_>, at: Rect, key: char, command: Command, state: &str) {
    let name = canvas.words().say(command.word());
    let key = key.to_string();
    let cells = [
        Cell::amount(&key, 3).told(Role::Key),
        Cell::label(&name),
        Cell::amount(state, 1).told(Role::Quiet),
    ];
    canvas.row(at, Role::Text, &cells);
}

/// How the printer and the disk are.
fn machine(shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let mut left = at;
    for (trouble, well) in [
        (&shop.printer, "menu-printer-well"),
        (&shop.disk, "menu-disk-well"),
    ] {
        let row = room::top(&mut left, 1);
        match trouble {
            Some(notice) => {
                let sentence = notice.text(canvas.words());
                canvas.notice(row, notice.role, &sentence);
            }
            None => {
                canvas.text(row, Role::Quiet, &canvas.words().say(well));
            }
        }
    }
}

//! A real terminal around a small program: what it is sent, and what becomes of it when the program
//! or the terminal dies. The program is this test, started again with a part to play.
use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::mpsc,
    thread,
};

use etal::{
    app::{
        clock,
        terminal::{self, Input, LastWords, Screen},
    },
    ui::{
        canvas::{Canvas, Look},
        keys::Key,
        theme::{Role, Theme},
        words::{Language, Words},
    },
};
use ratatui::Frame;

use super::pty::{CommandBuilder, PATIENCE, Terminal};

#[test]
fn keys_arrive_and_are_shown_and_the_shell_gets_its_screen_back() {
    let mut stall = open("sell", &[]);
    stall.wait_for("typed: .");
    stall.press("12\rœuf\x1b[B\x1b[200~3*1\r\n\x1b[201~");
    stall.wait_for("typed: 12<enter>œuf<down>3*1<enter>.");
    stall.resize(70, 22);
    stall.wait_for("70x22");
    stall.press("\x11");
    assert!(stall.ends().success());
    assert!(!stall.screen().alternate_screen());
    assert!(!stall.screen().bracketed_paste());
}

#[test]
fn keys_pressed_while_the_window_changes_are_taken_at_once() {
    let mut stall = open("sell", &[]);
    stall.wait_for("typed: .");
    let mut typed = String::new();
    for (round, key) in ('a'..='z').chain('A'..='Z').enumerate() {
        stall.resize(80 - u16::from(round.is_multiple_of(2)), 24);
        stall.press(&key.to_string());
        typed.push(key);
        stall.wait_for(&format!("typed: {typed}."));
    }
    stall.press("\x11");
    assert!(stall.ends().success());
}

#[test]
fn without_colours_the_chosen_row_is_still_seen() {
    let mut stall = open("sell", &[("NO_COLOR", "1")]);
    stall.wait_for("typed: .");
    let row = stall.row_of("Miel 500 g");
    let cell = stall.screen().cell(row, 3).unwrap();
    assert!(cell.inverse());
    assert_eq!(cell.fgcolor(), vt100::Color::Default);
    let heading = stall.screen().cell(0, 2).unwrap();
    assert!(heading.inverse());
    stall.press("\x11");
    assert!(stall.ends().success());
}

#[test]
fn a_vanished_terminal_ends_the_program_at_once() {
    let mut stall = open("sell", &[]);
    stall.wait_for("typed: .");
    stall.stop_looking("x");
    // Half of an escape sequence: the worst moment, crossterm waits inside its read for the rest.
    stall.press("\x1b[");
    assert_eq!(stall.hang_up().exit_code(), 0);
}

#[test]
fn a_polite_kill_ends_the_program_and_gives_the_screen_back() {
    let mut stall = open("sell", &[]);
    stall.wait_for("typed: .");
    stall.ask_to_end();
    assert!(stall.ends().success());
    assert!(!stall.screen().alternate_screen());
}

#[test]
fn a_fault_in_a_worker_ends_the_program_whole_and_says_what_is_safe() {
    let folder = tempfile::tempdir().unwrap();
    let crash_file = folder.path().join("crash.txt");
    let mut stall = open("fault", &[("CRASH_FILE", crash_file.to_str().unwrap())]);
    assert_eq!(stall.ends().exit_code(), 101);
    assert!(!stall.screen().alternate_screen());
    let shell = stall.screen().contents();
    assert!(shell.contains("Le panier est gardé"), "{shell}");
    let written = fs::read_to_string(crash_file).unwrap();
    assert!(written.contains("the printer ate the till"), "{written}");
    assert!(written.contains("thread printer"), "{written}");
}

#[test]
fn without_a_terminal_nothing_is_started() {
    let played = process::Command::new(env::current_exe().unwrap())
        .args(PLAY)
        .env("PART", "sell")
        .stdin(process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(played.status.code(), Some(7));
    assert!(!String::from_utf8_lossy(&played.stdout).contains('\u{1b}'));
}

/// The program behind the terminal.
#[test]
#[ignore = "a part that the other tests start in a terminal of its own"]
fn play() {
    let part = env::var("PART").unwrap_or_default();
    let last_words = LastWords {
        crash_file: env::var_os("CRASH_FILE")
            .map(PathBuf::from)
            .unwrap_or_default(),
        sentence: "Étal s’est arrêté. Le panier est gardé.".to_owned(),
    };
    let Ok(screen) = Screen::open(last_words) else {
        process::exit(7);
    };
    match part.as_str() {
        "fault" => {
            thread::Builder::new()
                .name("printer".to_owned())
                .spawn(|| panic!("the printer ate the till"))
                .unwrap();
            thread::park_timeout(PATIENCE);
        }
        _ => sell(screen),
    }
    process::exit(0);
}

fn sell(mut screen: Screen) {
    let no_color = env::var("NO_COLOR").ok();
    let look = Look {
        theme: Theme::chosen(None, no_color.as_deref()),
        words: Words::of(Language::French),
    };
    let (to, from) = mpsc::sync_channel::<Input>(8);
    terminal::start_reading(to, clock::monotonic_ms).unwrap();
    let mut typed = String::new();
    loop {
        if screen.draw(|frame| draw(frame, &look, &typed)).is_err() {
            return;
        }
        match from.recv().unwrap() {
            Input::Stroke(stroke) if stroke.key == Key::Ctrl('q') => return,
            Input::Stroke(stroke) => typed.push_str(&stroke.key.notation()),
            Input::Resized => screen.resized().unwrap(),
            Input::HungUp => return,
        }
    }
}

fn draw(frame: &mut Frame, look: &Look, typed: &str) {
    let mut canvas = Canvas::new(frame, look);
    let mut room = canvas.area();
    let size = format!("{}x{}", room.width, room.height);
    canvas.bar(etal::ui::room::top(&mut room, 1), "VENTE", &size);
    let row = etal::ui::room::top(&mut room, 1);
    canvas.row(
        row,
        Role::Chosen,
        &[etal::ui::rows::Cell::label("Miel 500 g")],
    );
    canvas.text(room, Role::Text, &format!("typed: {typed}."));
}

const PLAY: [&str; 5] = [
    "screen::play",
    "--exact",
    "--ignored",
    "--nocapture",
    "--quiet",
];

fn open(part: &str, with: &[(&str, &str)]) -> Terminal {
    let mut command = CommandBuilder::new(env::current_exe().unwrap());
    command.args(PLAY);
    command.cwd(Path::new(env!("CARGO_MANIFEST_DIR")));
    command.env_remove("NO_COLOR");
    command.env("PART", part);
    for (name, value) in with {
        command.env(name, value);
    }
    Terminal::open(command)
}

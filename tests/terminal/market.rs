//! A market in a folder of its own, and the till that sells on it in a terminal.
#![expect(clippy::disallowed_methods, reason = "a test that waits in vain stops")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use etal::{
    app::{clock, folders::machine_mark},
    domain::label::Label,
    store::{Opening, Store},
};
use serde_json::Value;
use tempfile::TempDir;

use super::pty::{CommandBuilder, PATIENCE, Terminal, text};

/// A key that decides something counts when none was pressed in the 120 ms before it.
pub const DELIBERATE: Duration = Duration::from_millis(150);

/// A folder with a sample market.
pub struct Market {
    // Held, or the folder would be gone.
    home: TempDir,
    folder: PathBuf,
}

impl Market {
    /// A market in a folder of this name, which need not be there yet.
    pub fn in_folder(name: &str) -> Self {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join(name);
        Self { home, folder }
    }

    pub fn new() -> Self {
        Self::in_folder("market")
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The command that opens the sample market, in French.
    pub fn demo(&self) -> CommandBuilder {
        self.command(&["demo"])
    }

    /// A command of the till on this folder, in French.
    pub fn command(&self, arguments: &[&str]) -> CommandBuilder {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_etal"));
        command.args(arguments);
        command.arg("--data");
        command.arg(&self.folder);
        command.cwd(self.home.path());
        for name in ["NO_COLOR", "ETAL_DATA"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "fr_FR.UTF-8");
        command.env("TERM", "xterm-256color");
        command
    }

    /// Opens the sample market, up to the first screen.
    pub fn open(&self) -> Terminal {
        started(self.demo())
    }

    /// A command of the till on this folder, without a terminal, in French.
    pub fn line(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etal"));
        command
            .args(arguments)
            .arg("--data")
            .arg(&self.folder)
            .current_dir(self.home.path())
            .env("LC_ALL", "fr_FR.UTF-8");
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.line(arguments).output().unwrap()
    }

    /// Runs a command that must do what it is asked; what it says.
    pub fn done(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        let sentence = String::from_utf8(answer.stderr).unwrap();
        assert_eq!(answer.status.code(), Some(0), "{arguments:?}: {sentence}");
        String::from_utf8(answer.stdout)
            .unwrap()
            .replace('\u{a0}', " ")
    }

    /// A file beside the folder.
    pub fn file(&self, name: &str, text: &str) -> PathBuf {
        let path = self.home.path().join(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// Rings sales without a screen, a line of JSON each.
    pub fn ring(&self, sales: &str) {
        let file = self.file("sales.jsonl", sales);
        let told = self.done(&["ring", file.to_str().unwrap()]);
        assert_eq!(told.lines().count(), sales.lines().count(), "{told}");
        assert!(!told.contains("error"), "{told}");
    }

    /// What was written of a kind, oldest first.
    pub fn entries(&self, kind: &str) -> Vec<Value> {
        let opening = Opening {
            dir: &self.folder,
            machine: machine_mark(),
            version: "etal test".to_owned(),
            at: clock::now(),
            seed: [7; 32],
            stall: Label::new("Marché").unwrap(),
            till_name: Label::new("A").unwrap(),
        };
        let (store, _) = Store::open(&opening).unwrap();
        let entries = store.entries(kind).unwrap();
        store.close().unwrap();
        let read = |it: &str| serde_json::from_str(it).unwrap();
        entries.iter().map(|it| read(&it.payload)).collect()
    }

    /// A market that was opened once, where something was put on a ticket.
    pub fn sold() -> Self {
        let market = Self::new();
        let mut till = market.open();
        add(&mut till, "12", "1 Carottes botte 2,00 2,00");
        quit(&mut till);
        market
    }

    /// The one sentence with which a command refuses this folder; the exit code must be 1.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let answer = self.run(arguments);
        let sentence = String::from_utf8(answer.stderr).unwrap();
        let sentence = sentence.replace('\u{a0}', " ");
        assert_eq!(answer.status.code(), Some(1), "{sentence}");
        assert_eq!(sentence.lines().count(), 1, "{sentence}");
        sentence
    }

    /// What `etal verify` finds; it must be nothing bad.
    pub fn verified(&self) -> Value {
        let answer = self.run(&["verify", "--json"]);
        let text = String::from_utf8(answer.stdout).unwrap();
        assert_eq!(answer.status.code(), Some(0), "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Does something that the store writes down, and waits until it has.
    pub fn until_written(&self, act: impl FnOnce()) {
        // After a start, the log is written from its beginning again and need not grow.
        let mark = || {
            let log = fs::metadata(self.folder.join("etal.db-wal"));
            log.map_or((0, None), |log| (log.len(), log.modified().ok()))
        };
        let before = mark();
        act();
        let begun = Instant::now();
        let mut last = before;
        loop {
            thread::park_timeout(Duration::from_millis(20));
            let now = mark();
            if now != before && now == last {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "nothing was written");
            last = now;
        }
    }
}

/// Starts a till, up to the first screen: its last row is the last that is drawn.
pub fn started(command: CommandBuilder) -> Terminal {
    let mut till = Terminal::open(command);
    till.wait_for("? Aide");
    till
}

/// The lines of the ticket on the sell screen.
pub fn ticket(screen: &vt100::Screen) -> Vec<String> {
    text(screen)
        .lines()
        .skip_while(|row| !row.starts_with('┌'))
        .skip(1)
        .map_while(|row| row.strip_prefix('│')?.split('│').next())
        .map(|row| row.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|row| !row.is_empty())
        .collect()
}

/// Puts an article on the ticket and waits until it is there.
pub fn add(till: &mut Terminal, typed: &str, line: &str) {
    till.press(&format!("{typed}\r"));
    till.wait_until(line, |screen| ticket(screen).iter().any(|it| it == line));
}

/// Presses Enter as somebody does who has read the screen.
pub fn pay(till: &mut Terminal) {
    till.pause(DELIBERATE);
    till.press("\r");
}

/// Quits from the sell screen, as people do.
pub fn quit(till: &mut Terminal) {
    till.press("\x1b");
    till.wait_for("Q Quitter");
    till.press("q");
    let end = till.ends();
    assert!(end.success(), "{end:?}\n{}", till.text());
    let shell = till.screen();
    assert!(!shell.alternate_screen(), "the till is still on the screen");
    assert!(!shell.hide_cursor(), "no cursor in the shell");
    assert!(!shell.bracketed_paste(), "the shell gets marked pastes");
}

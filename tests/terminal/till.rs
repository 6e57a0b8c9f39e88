//! The till itself in a terminal, on the sample market: sold on, cut off, started again.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    thread,
    time::{Duration, Instant},
};

use serde_json::Value;
use tempfile::TempDir;

use super::pty::{CommandBuilder, PATIENCE, Terminal, text};

/// A key that decides something counts when none was pressed in the 120 ms before it.
const DELIBERATE: Duration = Duration::from_millis(150);

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
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_etal"));
        command.args(["demo", "--data"]);
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
        let mut till = Terminal::open(self.demo());
        till.wait_for("? Aide");
        till
    }

    /// Runs a command of the till on this folder.
    pub fn run(&self, arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_etal"))
            .args(arguments)
            .arg("--data")
            .arg(&self.folder)
            .env("LC_ALL", "fr_FR.UTF-8")
            .output()
            .unwrap()
    }

    /// What `etal verify` finds; it must be nothing bad.
    pub fn verified(&self) -> Value {
        let answer = self.run(&["verify", "--json"]);
        let text = String::from_utf8(answer.stdout).unwrap();
        assert_eq!(answer.status.code(), Some(0), "{text}");
        serde_json::from_str(&text).unwrap()
    }

    /// Does something that the store writes down, and waits until it has.
    fn until_written(&self, act: impl FnOnce()) {
        let length = || fs::metadata(self.folder.join("etal.db-wal")).map_or(0, |log| log.len());
        let before = length();
        act();
        let begun = Instant::now();
        let mut last = before;
        loop {
            thread::park_timeout(Duration::from_millis(20));
            let now = length();
            if now > before && now == last {
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "nothing was written");
            last = now;
        }
    }
}

/// The lines of the ticket on the sell screen.
fn ticket(screen: &vt100::Screen) -> Vec<String> {
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
fn add(till: &mut Terminal, typed: &str, line: &str) {
    till.press(&format!("{typed}\r"));
    till.wait_until(line, |screen| ticket(screen).iter().any(|it| it == line));
}

/// Presses Enter as somebody does who has read the screen.
fn pay(till: &mut Terminal) {
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

/// Looks into the journal, from the sell screen and back; answers how many of its rows begin with
/// this ticket's name, which is the latest. The store answers in order: what it was asked to write
/// before is written then, but for a basket that waits for the one before it to be saved.
fn rows_of(till: &mut Terminal, name: &str) -> usize {
    till.pause(DELIBERATE);
    till.press("\x1b[19~");
    till.wait_for(&format!("┌ Ticket {name} "));
    let begins = |row: &&str| row.trim_start_matches(['│', '>', ' ']).starts_with(name);
    let rows = till.text().lines().filter(begins).count();
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    rows
}

#[test]
fn a_market_morning_with_two_power_cuts_loses_nothing_and_sells_nothing_twice() {
    let market = Market::new();
    let mut till = market.open();
    add(&mut till, "12", "1 Carottes botte 2,00 2,00");
    add(&mut till, "860*31", "0,860 kg Tomates 3,50 3,01");
    pay(&mut till);
    till.wait_for("À PAYER");
    pay(&mut till);
    till.wait_for("enregistré · 5,01 € · espèces 5,01 €");
    let told = till.text();
    let name = told
        .split("Ticket ")
        .find(|it| it.starts_with("A-"))
        .unwrap();
    let name = name.split(' ').next().unwrap().to_owned();

    // The next customer, cut off after two articles.
    add(&mut till, "3*12", "3 Carottes botte 2,00 5,00");
    add(&mut till, "45", "1 Miel 500 g 7,20 7,20");
    assert_eq!(rows_of(&mut till, &name), 1);
    assert_eq!(rows_of(&mut till, &name), 1);
    let basket = ["3 Carottes botte 2,00 5,00", "1 Miel 500 g 7,20 7,20"];
    till.cut();
    let mut till = Terminal::open(market.demo());
    till.wait_until("the basket", |screen| ticket(screen) == basket);
    assert_eq!(rows_of(&mut till, &name), 1);

    // Cut off again with a part paid by card.
    pay(&mut till);
    till.wait_for("À PAYER");
    market.until_written(|| {
        till.press("4");
        till.pause(DELIBERATE);
        till.press("c");
        till.wait_for("Retour arrière Reprendre");
    });
    let paying = below_the_clock(till.screen());
    till.cut();
    let mut till = Terminal::open(market.demo());
    till.wait_until(&paying, |screen| below_the_clock(screen) == paying);
    pay(&mut till);
    till.wait_for("enregistré");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    let empty = [
        "Le ticket est vide. Tapez un code ou le",
        "début d’un nom, puis Entrée.",
    ];
    till.wait_until("an empty ticket", |screen| ticket(screen) == empty);
    quit(&mut till);

    let number: u64 = name.trim_start_matches("A-").parse().unwrap();
    assert_eq!(market.verified()["tickets"], number + 1);
}

/// The screen without its first row, which has the time.
fn below_the_clock(screen: &vt100::Screen) -> String {
    text(screen).lines().skip(1).collect::<Vec<_>>().join("\n")
}

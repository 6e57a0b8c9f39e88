//! The real program in a terminal: how long it takes, how much it writes, what it holds.

use std::{
    fs,
    path::Path,
    time::{Duration, Instant},
};

use super::{
    goods::{Dice, product},
    pty::{CommandBuilder, Terminal},
};

/// The screen has been silent so long: the frame is finished.
const FINISHED: Duration = Duration::from_millis(12);
/// After so long a till has nothing left to do from its start.
const SETTLED: Duration = Duration::from_secs(2);
/// So many letters of a name are typed before the line is cleared.
const WORD: usize = 12;

/// How long a start took.
pub struct Start {
    /// From exec to a frame with the line to type on.
    pub frame: Duration,
    /// From exec to the echo of a key.
    pub echo: Duration,
}

/// Starts the till of a folder, in French, and types one key, which it clears again.
pub fn start(folder: &Path, environment: &[(&str, &str)]) -> (Terminal, Start) {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_etal"));
    command.args(["--data".as_ref(), folder.as_os_str()]);
    command.env_remove("NO_COLOR");
    command.env("LC_ALL", "fr_FR.UTF-8");
    command.env("TERM", "xterm-256color");
    for (name, value) in environment {
        command.env(name, value);
    }
    let begun = Instant::now();
    let mut till = Terminal::open(command);
    let frame = till.wait_for("\n > ").unwrap_or(begun) - begun;
    till.press("c");
    let echo = till.wait_for("> c").unwrap_or(begun) - begun;
    till.press("\x1b");
    till.wait_gone("> c");
    (till, Start { frame, echo })
}

/// The same for a program that only echoes: what the system itself takes.
pub fn start_of_nothing() -> Duration {
    let begun = Instant::now();
    let mut cat = Terminal::open(CommandBuilder::new("cat"));
    cat.press("c\n");
    let echo = cat.wait_for("c\nc").unwrap_or(begun) - begun;
    cat.cut();
    echo
}

/// Ends the till as people do.
pub fn quit(mut till: Terminal) {
    till.press("\x1b");
    till.wait_for("MENU");
    till.press("q");
    assert!(till.ends().success(), "it ended badly:\n{}", till.text());
}

/// What one key did.
#[derive(Clone, Copy)]
pub struct Answer {
    /// Until the last byte of the frame.
    pub time: Duration,
    /// How much was written.
    pub bytes: usize,
}

/// Presses a key and waits for the frame.
pub fn answer(till: &mut Terminal, key: &str) -> Answer {
    while till.next(Duration::ZERO).is_some() {}
    let begun = Instant::now();
    till.press(key);
    let mut answer = Answer {
        time: Duration::ZERO,
        bytes: 0,
    };
    let mut patience = Duration::from_secs(5);
    while let Some(shown) = till.next(patience) {
        answer.time = shown.at - begun;
        answer.bytes += shown.bytes.len();
        patience = FINISHED;
    }
    assert!(answer.bytes > 0, "no answer to {key:?}:\n{}", till.text());
    answer
}

/// Types so many characters, the names of articles one after the other; `before` is pressed before
/// each name and is not counted.
pub fn type_names(till: &mut Terminal, characters: usize, before: &str) -> Vec<Answer> {
    let mut dice = Dice(42);
    let mut answers = Vec::new();
    while answers.len() < characters {
        let (name, _) = product(&mut dice);
        if !before.is_empty() {
            answer(till, before);
        }
        for letter in name.chars().take(WORD.min(characters - answers.len())) {
            answers.push(answer(till, &letter.to_string()));
        }
        answer(till, "\x1b");
    }
    answers
}

/// What a till does when nobody touches it.
pub struct Idle {
    /// Bytes written to the terminal.
    pub bytes: usize,
    /// Ticks of CPU, a hundredth of a second each.
    pub ticks: u64,
    /// How often one of its threads was woken.
    pub wakes: u64,
}

/// Leaves the till alone for so long.
pub fn leave_alone(till: &mut Terminal, time: Duration) -> Idle {
    till.pause(SETTLED);
    let (written, ticks, wakes) = (till.written.len(), ticks(till.pid()), wakes(till.pid()));
    till.pause(time);
    Idle {
        bytes: till.written.len() - written,
        ticks: self::ticks(till.pid()) - ticks,
        wakes: self::wakes(till.pid()) - wakes,
    }
}

/// User and system time of all threads.
fn ticks(pid: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name in brackets may hold anything; utime and stime are the 12th and 13th after it.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let times = after.split_whitespace().skip(11).take(2);
    times.filter_map(|time| time.parse::<u64>().ok()).sum()
}

fn wakes(pid: u32) -> u64 {
    let threads = fs::read_dir(format!("/proc/{pid}/task"));
    let status = |thread: fs::DirEntry| fs::read_to_string(thread.path().join("status")).ok();
    threads
        .into_iter()
        .flatten()
        .filter_map(|thread| status(thread.ok()?))
        .flat_map(|status| {
            status
                .lines()
                .filter(|line| line.contains("voluntary_ctxt_switches"))
                .filter_map(|line| line.split_whitespace().nth(1)?.parse::<u64>().ok())
                .collect::<Vec<_>>()
        })
        .sum()
}

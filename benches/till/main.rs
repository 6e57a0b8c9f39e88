//! The till as a person meets it, measured through a terminal of 80×24: the start, the answer to a
//! key, with a good disk and with one that stalls, memory, and rest. `ETAL_IDLE=60` rests longer.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement that cannot be made stops, and reads the clock"
)]

#[path = "../goods/mod.rs"]
mod goods;
mod past;
mod program;
#[path = "../../tests/terminal/pty.rs"]
mod pty;

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use program::{Answer, Idle, Start};

/// So many starts of each stall.
const STARTS: usize = 21;
/// So many typed characters.
const CHARACTERS: usize = 500;
/// So long the slow disk stalls in each commit.
const STALL: Duration = Duration::from_millis(500);
/// A typed character is echoed with the article it means: two lines of a screen at most.
const BYTES_MAX: usize = 200;
/// Kilobytes.
const MEMORY_MAX: u64 = 20_000;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let stall = |tickets: usize| {
        let begun = Instant::now();
        let path = folder.path().join(tickets.to_string());
        past::make(&path, tickets);
        let took = begun.elapsed().as_secs();
        println!("a stall of 6,650 articles and {tickets} past tickets: made in {took} s");
        path
    };
    let (young, old) = (stall(1_000), stall(100_000));
    println!("\n{:<44}{:>30}{:>14}", "", "least / median / p99", "target");
    starts(&young, &old);
    keys(&old);
    stalls(folder.path(), &old);
    rest(&old);
}

/// Starts in turns, so that what else the machine does is shared.
fn starts(young: &Path, old: &Path) {
    let (mut few, mut many, mut nothing) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..STARTS {
        for (stall, starts) in [(young, &mut few), (old, &mut many)] {
            let (till, start) = program::start(stall, &[]);
            program::quit(till);
            starts.push(start);
        }
        nothing.push(program::start_of_nothing());
    }
    let frame = |starts: &[Start]| spread(starts.iter().map(|it| it.frame).collect());
    let echo = |starts: &[Start]| spread(starts.iter().map(|it| it.echo).collect());
    row("exec to echo, `cat`", &spread(nothing).text(), "", None);
    row(
        "exec to first frame, 1,000 tickets",
        &frame(&few).text(),
        "",
        None,
    );
    row(
        "exec to first frame, 100,000 tickets",
        &frame(&many).text(),
        "",
        None,
    );
    let (few, many) = (echo(&few), echo(&many));
    row(
        "exec to echo of a key, 1,000 tickets",
        &few.text(),
        "",
        None,
    );
    let holds = many.median < Duration::from_millis(50);
    row(
        "exec to echo of a key, 100,000 tickets",
        &many.text(),
        "< 50 ms",
        Some(holds),
    );
    let percent = many.median.as_micros() * 100 / few.median.as_micros().max(1);
    row(
        "the same in percent of 1,000 tickets",
        &format!("{percent} %"),
        "100 %",
        Some(percent <= 105),
    );
}

fn keys(stall: &Path) {
    let (mut till, _) = program::start(stall, &[]);
    let answers = program::type_names(&mut till, CHARACTERS, "");
    typed("typed character to frame", &answers);
    let adding: Vec<Answer> = (0..30)
        .map(|article| {
            till.press(&(1 + article * 7).to_string());
            till.pause(Duration::from_millis(40));
            program::answer(&mut till, "\r")
        })
        .collect();
    let times = spread(adding.iter().map(|it| it.time).collect());
    row(
        "Enter that adds an article to frame",
        &times.text(),
        "",
        None,
    );
    memory("with a ticket of 30 lines", &till);
    let bytes = adding.iter().map(|it| it.bytes).max().unwrap_or(0);
    row("most bytes for such an Enter", &bytes.to_string(), "", None);
    till.cut();
}

/// The same typing while every commit waits for the disk: each name follows an article whose
/// basket is just being saved.
fn stalls(folder: &Path, stall: &Path) {
    let Some(slow_disk) = slow_disk(folder) else {
        println!("no C compiler: typing on a disk that stalls is not measured");
        return;
    };
    let ms = STALL.as_millis().to_string();
    let slow = [
        ("LD_PRELOAD", slow_disk.to_str().unwrap()),
        ("STALL_MS", &ms),
    ];
    let (mut till, _) = program::start(stall, &slow);
    let answers = program::type_names(&mut till, CHARACTERS, "12\r");
    typed("the same, each commit stalled 500 ms", &answers);
    let begun = Instant::now();
    program::quit(till);
    assert!(begun.elapsed() > STALL, "the disk did not stall");
}

fn rest(stall: &Path) {
    let (mut till, _) = program::start(stall, &[]);
    memory("at the start", &till);
    let seconds = env::var("ETAL_IDLE").ok().and_then(|it| it.parse().ok());
    let seconds = seconds.unwrap_or(10);
    let idle = program::leave_alone(&mut till, Duration::from_secs(seconds));
    let Idle {
        bytes,
        ticks,
        wakes,
    } = idle;
    let figures = format!("{bytes} bytes, {ticks} ticks, {wakes} wakes");
    let holds = bytes == 0 && ticks == 0;
    row(
        &format!("left alone for {seconds} s"),
        &figures,
        "0",
        Some(holds),
    );
    program::quit(till);
}

fn typed(what: &str, answers: &[Answer]) {
    let times = spread(answers.iter().map(|it| it.time).collect());
    let median = times.median < Duration::from_millis(2);
    row(what, &times.text(), "median < 2", Some(median));
    let p99 = times.p99 < Duration::from_millis(8);
    row("", "", "p99 < 8 ms", Some(p99));
    let bytes = answers.iter().map(|it| it.bytes).max().unwrap_or(0);
    let mean = answers.iter().map(|it| it.bytes).sum::<usize>() / answers.len().max(1);
    let figures = format!("{bytes}, {mean} on average");
    row(
        "most bytes for a typed character",
        &figures,
        "< 200",
        Some(bytes < BYTES_MAX),
    );
}

fn memory(when: &str, till: &pty::Terminal) {
    let (now, most) = (till.kilobytes("VmRSS:"), till.kilobytes("VmHWM:"));
    let figures = format!("{now} kB, most {most}");
    row(
        &format!("resident memory {when}"),
        &figures,
        "< 20 MB",
        Some(most < MEMORY_MAX),
    );
}

/// A library that makes every wait for the disk longer; none where nothing compiles it.
fn slow_disk(folder: &Path) -> Option<PathBuf> {
    let library = folder.join("slow_disk.so");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/till/slow_disk.c");
    let compiled = Command::new("cc")
        .args(["-shared", "-fPIC", "-o"])
        .args([&library, &source])
        .arg("-ldl")
        .status();
    compiled.is_ok_and(|it| it.success()).then_some(library)
}

/// Some times, from the least to nearly the most.
struct Spread {
    least: Duration,
    median: Duration,
    p99: Duration,
}

impl Spread {
    fn text(&self) -> String {
        let ms =
            |time: Duration| format!("{}.{:02}", time.as_millis(), time.as_micros() % 1_000 / 10);
        let (least, median, p99) = (ms(self.least), ms(self.median), ms(self.p99));
        format!("{least} / {median} / {p99} ms")
    }
}

fn spread(mut times: Vec<Duration>) -> Spread {
    times.sort_unstable();
    let at = |place: usize| times.get(place).copied().unwrap_or_default();
    Spread {
        least: at(0),
        median: at(times.len() / 2),
        p99: at(times.len() * 99 / 100),
    }
}

/// A row of the table, and whether the target holds.
fn row(what: &str, figures: &str, target: &str, holds: Option<bool>) {
    let verdict = match holds {
        Some(true) => "holds",
        Some(false) => "MISSED",
        None => "",
    };
    println!("{what:<44}{figures:>30}{target:>14}  {verdict}");
}

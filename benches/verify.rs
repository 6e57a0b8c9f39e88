//! `etal verify` over 100,000 tickets, as the program that people run, and in turns with it what
//! none can do without: reading every row of the journal by SQLite alone and hashing its text.
//! `ETAL_TICKETS` makes another number of tickets.
#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a measurement that cannot be made stops, and reads the clock"
)]

mod goods;
#[path = "till/past.rs"]
mod past;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use etal::domain::{
    ids::Uid,
    journal::{Heading, text},
    time::Moment,
};
use rusqlite::{Connection, OpenFlags, Row};
use sha2::{Digest, Sha256};

/// So many times, in turns.
const ROUNDS: usize = 7;
/// Between two looks at the program's memory; the most it ever had is kept by the system.
const LOOK: Duration = Duration::from_millis(5);
/// What `etal verify` may take for 100,000 tickets.
const TIME_MAX: Duration = Duration::from_secs(3);
/// Kilobytes.
const MEMORY_MAX: u64 = 100_000;

fn main() {
    let tickets = env::var("ETAL_TICKETS").ok().and_then(|it| it.parse().ok());
    let tickets = tickets.unwrap_or(100_000);
    let disk = env::var_os("ETAL_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let folder = tempfile::tempdir_in(disk).unwrap();
    past::make(folder.path(), tickets);
    let database = folder.path().join("etal.db");
    let size = fs::metadata(&database).unwrap().len() / 1_000_000;
    let (mut ours, mut bare, mut memory, mut entries) = (Vec::new(), Vec::new(), 0, 0);
    let before = processor();
    for _ in 0..ROUNDS {
        let begun = Instant::now();
        memory = verify(folder.path()).max(memory);
        ours.push(begun.elapsed());
        let begun = Instant::now();
        entries = read_and_hash(&database);
        bare.push(begun.elapsed());
    }
    let processor = processor().saturating_sub(before) / u32::try_from(ROUNDS).unwrap();
    println!("{tickets} tickets, {entries} entries, {size} MB; {ROUNDS} times each, in turns");
    let verified = row("etal verify", &mut ours, entries);
    let hashed = row("rows read and hashed", &mut bare, entries);
    let percent = verified.as_micros() * 100 / hashed.as_micros().max(1);
    println!("  ratio of the medians {percent} %");
    // What others do at the same time lengthens a run more than this.
    println!("  processor time of a check {} ms", processor.as_millis());
    let verdict = |holds| if holds { "holds" } else { "MISSED" };
    let in_time = verdict(verified < TIME_MAX);
    println!("  median under {} s: {in_time}", TIME_MAX.as_secs());
    let small = verdict(memory < MEMORY_MAX);
    println!("  most resident memory {memory} kB, under {MEMORY_MAX}: {small}");
}

/// Runs the program; answers the most memory that was resident, in kilobytes.
fn verify(folder: &Path) -> u64 {
    let mut program = Command::new(env!("CARGO_BIN_EXE_etal"))
        .args(["--data".as_ref(), folder.as_os_str(), "verify".as_ref()])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let status = format!("/proc/{}/status", program.id());
    let looking = thread::spawn(move || {
        let mut most = 0;
        while let Some(now) = most_resident(&status) {
            most = now;
            thread::park_timeout(LOOK);
        }
        most
    });
    assert!(program.wait().unwrap().success(), "not clean");
    looking.join().unwrap()
}

/// User and system time of all programs that were run and have ended.
fn processor() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    // The name in brackets may hold anything; cutime and cstime are the 14th and 15th after it.
    let after = stat.rsplit(')').next().unwrap_or_default();
    let times = after.split_whitespace().skip(13).take(2);
    // Linux counts in hundredths of a second here, whatever the machine.
    let ticks: u64 = times.filter_map(|it| it.parse::<u64>().ok()).sum();
    Duration::from_millis(ticks * 10)
}

/// None once the program has ended.
fn most_resident(status: &str) -> Option<u64> {
    let status = fs::read_to_string(status).ok()?;
    let line = status.lines().find_map(|it| it.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Every row of the journal and the SHA-256 of its text; answers how many there are.
fn read_and_hash(database: &Path) -> u64 {
    let connection =
        Connection::open_with_flags(database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut statement = connection
        .prepare(
            "SELECT till, epoch, seq, uid, kind, at_utc_ms, offset_min, business_day, operator,
                    payload, prev, hash, sig
               FROM journal ORDER BY rowid",
        )
        .unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut count = 0;
    while let Some(row) = rows.next().unwrap() {
        let payload = row.get_ref(9).unwrap().as_str().unwrap();
        let text = text(&heading(row).unwrap(), payload, &row.get(10).unwrap());
        let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
        let _: [u8; 64] = row.get(12).unwrap();
        assert_eq!(row.get(11), Ok(hash));
        count += 1;
    }
    count
}

fn heading(row: &Row<'_>) -> rusqlite::Result<Heading> {
    Ok(Heading {
        till: row.get(0)?,
        epoch: row.get(1)?,
        seq: row.get::<_, i64>(2)?.unsigned_abs(),
        uid: Uid(row.get(3)?),
        kind: row.get(4)?,
        at: Moment {
            utc_ms: row.get(5)?,
            offset_min: row.get(6)?,
        },
        business_day: row.get(7)?,
        operator: row.get(8)?,
    })
}

fn row(name: &str, times: &mut [Duration], entries: u64) -> Duration {
    times.sort_unstable();
    let at = |place: usize| times.get(place).copied().unwrap_or_default();
    let (least, median) = (at(0), at(times.len() / 2));
    let most = at(times.len() - 1);
    println!(
        "  {name:<22} least {:>5} ms   median {:>5} ms   most {:>5} ms   {:>7} entries a second",
        least.as_millis(),
        median.as_millis(),
        most.as_millis(),
        u128::from(entries) * 1_000_000 / median.as_micros().max(1),
    );
    median
}

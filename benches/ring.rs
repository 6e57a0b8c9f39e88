//! `etal ring`, line by line to the disk and back, against the rows of the same sales written by
//! SQLite alone with the same pragmas, sale by sale in the same run: sales a second, and the ratio.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, and fails where it cannot go on"
)]

use std::{
    cell::Cell,
    io::{self, BufRead, Read, Write},
    path::PathBuf,
    time::{Duration, Instant},
};

use etal::{
    app::ring::{Outcome, Strictness, ring},
    domain::{
        ids::{Mint, Uid},
        journal::{Fact, Proposal},
    },
    store::Store,
    ui::words::{Language, Words},
};

mod bare;
#[path = "../tests/store/counter.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod counter;

use bare::{Bare, Rows};
use counter::{Counter, morning, opening, product};

const PRODUCTS: u32 = 6_650;
const SALES: u32 = 4_000;

fn main() {
    let disk = std::env::var_os("ETAL_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let dir = tempfile::tempdir_in(disk).unwrap();
    let sales: Vec<(Uid, String)> = sales();
    let mut rehearsal = filled(Store::in_memory(&opening(dir.path())).unwrap().0);
    let lines: String = sales.iter().map(|sale| sale.1.as_str()).collect();
    rung(&mut rehearsal, lines.as_bytes(), io::sink());
    let rows: Vec<Rows> = sales.iter().map(|it| rows(&mut rehearsal, it.0)).collect();

    let begun = Cell::new(Instant::now());
    let mut partner = Partner {
        lines: sales.iter().map(|sale| sale.1.as_bytes()),
        line: &[],
        rows: rows.iter(),
        bare: Bare::open(&dir.path().join("bare.db"), PRODUCTS),
        begun: &begun,
        taken: Vec::new(),
    };
    let mut answers = Answers {
        begun: &begun,
        taken: Vec::new(),
    };
    let mut store = filled(Store::open(&opening(dir.path())).unwrap().0);
    rung(&mut store, &mut partner, &mut answers);
    store.close().unwrap();
    println!("{SALES} sales of 3 lines, each durable before it is answered");
    let ours = row("etal ring", &mut answers.taken);
    let theirs = row("bare SQLite", &mut partner.taken);
    let percent = theirs.as_micros() * 100 / ours.as_micros().max(1);
    println!("  by the medians, etal ring sells {percent}% as fast");
}

fn sales() -> Vec<(Uid, String)> {
    let mut mint = Mint::new([5; 32]);
    let sale = |number: u32| {
        let uid = mint.uid();
        let [a, b, c] = [7, 13, 31].map(|step| 1 + number.wrapping_mul(step) % PRODUCTS);
        let line = format!(
            r#"{{"uid":"{uid}","at":"2026-11-21T10:42:00+01:00","lines":[{{"code":"{a}","qty":"3"}},
            {{"code":"{b}","qty":1}},{{"code":"{c}","qty":1}}],"payments":[{{"tender":"cash","given":"100"}}]}}"#
        );
        (uid, line.replace('\n', "") + "\n")
    };
    (0..SALES).map(sale).collect()
}

fn filled(mut store: Store) -> Store {
    let mut counter = Counter::of(&store);
    let goods = (1..=PRODUCTS).map(|code| product(code, 100 + i64::from(code % 900)));
    let change = counter.stock_up(goods.collect());
    store.append(change, None).unwrap();
    store
}

fn rung(store: &mut Store, input: impl BufRead, output: impl Write) {
    let words = Words::of(Language::French);
    let mut mint = Mint::new([3; 32]);
    let strict = Strictness::Stops;
    let outcome = ring(input, output, store, strict, &words, morning, &mut mint).unwrap();
    let all = Outcome {
        rung: SALES.into(),
        refused: 0,
    };
    assert_eq!(outcome, all);
}

/// The rows of a sale that was rung.
fn rows(store: &mut Store, uid: Uid) -> Rows {
    let recorded = store.recorded(uid).unwrap().unwrap();
    let detail = store.ticket(recorded.epoch, recorded.seq).unwrap().unwrap();
    let sale = Proposal {
        uid,
        at: detail.at,
        operator: detail.operator,
        fact: Fact::Ticket(Box::new(detail.ticket.clone())),
    };
    Rows::of(&sale, &detail.ticket, &recorded, "")
}

/// Sends a line when it is asked for one, and has SQLite write a sale of its own before that: a
/// disk that others use too has its moments, and both sides shall share them.
struct Partner<'a, L, R> {
    lines: L,
    line: &'a [u8],
    rows: R,
    bare: Bare,
    begun: &'a Cell<Instant>,
    taken: Vec<Duration>,
}

impl<'a, L: Iterator<Item = &'a [u8]>, R: Iterator<Item = &'a Rows>> BufRead for Partner<'a, L, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.line.is_empty()
            && let (Some(line), Some(rows)) = (self.lines.next(), self.rows.next())
        {
            let begun = Instant::now();
            self.bare.write(rows);
            self.taken.push(begun.elapsed());
            self.line = line;
            self.begun.set(Instant::now());
        }
        Ok(self.line)
    }

    fn consume(&mut self, bytes: usize) {
        self.line = self.line.get(bytes..).unwrap_or_default();
    }
}

impl<'a, L: Iterator<Item = &'a [u8]>, R: Iterator<Item = &'a Rows>> Read for Partner<'a, L, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

/// Takes the time of each answer.
struct Answers<'a> {
    begun: &'a Cell<Instant>,
    taken: Vec<Duration>,
}

impl Write for Answers<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.taken.push(self.begun.get().elapsed());
        Ok(())
    }
}

fn row(name: &str, taken: &mut [Duration]) -> Duration {
    taken.sort_unstable();
    let at = |place: usize| taken.get(place).copied().unwrap_or_default();
    let (median, late) = (at(taken.len() / 2), at(taken.len() * 99 / 100));
    let all: Duration = taken.iter().sum();
    let count = u128::try_from(taken.len()).unwrap();
    println!(
        "  {name:<12} median {:>6} µs   p99 {:>6} µs   {:>5} a second, {:>5} in all",
        median.as_micros(),
        late.as_micros(),
        1_000_000 / median.as_micros().max(1),
        count * 1_000_000 / all.as_micros().max(1),
    );
    median
}

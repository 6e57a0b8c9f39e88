//! What a sale costs: written durably by the store, and the same rows by SQLite alone with the
//! same pragmas, sale by sale in the same run; then how long a till takes to open.
//!
//! `cargo bench --bench sale -- fill DIR 100000` makes a till with a long past, for other measures.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, and fails where it cannot go on"
)]

use std::{
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use etal::{
    domain::{
        asking::{Ask, Span},
        facts::StockWay,
        journal::Fact,
        quantity::Quantity,
    },
    store::Store,
};

mod bare;
#[path = "../tests/store/counter.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod counter;

use bare::{Bare, Rows};
use counter::{Counter, opening, product};

const PRODUCTS: u32 = 6_650;

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    match &arguments[..] {
        [_, mode, dir, ..] if mode == "open" => return open(Path::new(dir)),
        [_, mode, dir, tickets] if mode == "fill" => {
            return fill(Path::new(dir), tickets.parse().unwrap());
        }
        _ => {}
    }
    sales(1_000);
    for tickets in [1_000, 100_000] {
        starts(tickets);
    }
}

/// A disk to write on: `ETAL_BENCH_DIR`, or where the program was built.
fn place() -> PathBuf {
    std::env::var_os("ETAL_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from)
}

/// A till with the whole catalogue.
fn till(dir: &Path) -> (Store, Counter) {
    let (mut store, _) = Store::open(&opening(dir)).unwrap();
    let mut counter = Counter::of(&store);
    let goods = (1..=PRODUCTS).map(|code| product(code, 100 + i64::from(code % 900)));
    let change = counter.stock_up(goods.collect());
    store.append(change, None).unwrap();
    let brought = counter.moved(1, Quantity::pieces(100), StockWay::Delivered);
    store.append(brought, None).unwrap();
    (store, counter)
}

fn codes(number: u32) -> [u32; 3] {
    [7, 13, 31].map(|step| 1 + number.wrapping_mul(step) % PRODUCTS)
}

fn sales(count: u32) {
    let dir = tempfile::tempdir_in(place()).unwrap();
    let (mut store, mut counter) = till(dir.path());
    let mut bare = Bare::open(&dir.path().join("bare.db"), PRODUCTS);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    let mut last: Option<Rows> = None;
    for number in 0..count {
        let sale = counter.pieces(&codes(number));
        let Fact::Ticket(ticket) = sale.fact.clone() else {
            return;
        };
        let drafts = "{\"baskets\":[]}";
        // SQLite writes the rows of the sale before, now after the store and now ahead of it.
        let mut recorded = None;
        for turn in [number % 2, (number + 1) % 2] {
            let begun = Instant::now();
            if turn == 0 {
                recorded = store.append(sale.clone(), Some(drafts)).ok();
                ours.push(begun.elapsed());
            } else if let Some(rows) = &last {
                bare.write(rows);
                theirs.push(begun.elapsed());
            }
        }
        last = recorded.map(|recorded| Rows::of(&sale, &ticket, &recorded, drafts));
    }
    println!("one sale of 3 lines, durable, {count} times each, alternating");
    let (our, their) = (row("the store", &mut ours), row("bare SQLite", &mut theirs));
    let ratio = |one: Duration, other: Duration| one.as_micros() * 100 / other.as_micros().max(1);
    println!("  ratio of the medians {}%\n", ratio(our, their));
    let (memory, _) = Store::in_memory(&opening(dir.path())).unwrap();
    let mut memory = memory;
    let mut counter = Counter::of(&memory);
    let goods = (1..=PRODUCTS).map(|code| product(code, 100 + i64::from(code % 900)));
    let change = counter.stock_up(goods.collect());
    memory.append(change, None).unwrap();
    let mut times = Vec::new();
    for number in 0..count {
        let sale = counter.pieces(&codes(number));
        let begun = Instant::now();
        memory.append(sale, Some("{}")).unwrap();
        times.push(begun.elapsed());
    }
    println!("the same without a disk");
    row("the store", &mut times);
    println!();
}

fn row(name: &str, times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    let all: Duration = times.iter().sum();
    let median = times[times.len() / 2];
    println!(
        "  {name:<12} median {:>6} µs   p99 {:>6} µs   {:>5} a second",
        median.as_micros(),
        times[times.len() * 99 / 100].as_micros(),
        u128::try_from(times.len()).unwrap() * 1_000_000 / all.as_micros().max(1),
    );
    median
}

/// Fills a till with past tickets, then opens it in a process of its own, several times.
fn starts(tickets: u32) {
    let dir = tempfile::tempdir_in(place()).unwrap();
    fill(dir.path(), tickets);
    println!("a till with {tickets} past tickets and {PRODUCTS} products, in µs");
    for _ in 0..5 {
        let program = std::env::current_exe().unwrap();
        let child = Command::new(program).arg("open").arg(dir.path()).status();
        assert!(child.unwrap().success());
    }
    println!();
}

/// Makes a till that has worked for long.
fn fill(dir: &Path, tickets: u32) {
    let (mut store, mut counter) = till(dir);
    let mut done = 0;
    while done < tickets {
        let some = (tickets - done).min(500);
        let sales = (done..done + some).map(|number| {
            if number % 100 == 0 {
                counter.at.utc_ms += 24 * 3_600_000;
            }
            counter.pieces(&codes(number))
        });
        let sales = sales.collect();
        store.append_all(sales).unwrap();
        done += some;
        if store.log_bytes() > Store::LONG_LOG {
            store.checkpoint().unwrap();
        }
    }
    store.save_drafts("{\"baskets\":[]}").unwrap();
    store.close().unwrap();
}

fn open(dir: &Path) {
    let mut steps = Vec::new();
    let begun = Instant::now();
    let mut last = begun;
    let mut step = |name: &str| {
        let now = Instant::now();
        steps.push(format!("{name} {}", now.duration_since(last).as_micros()));
        last = now;
    };
    let (store, _) = Store::open(&opening(dir)).unwrap();
    step("open");
    let catalogue = store.catalogue().unwrap();
    step("catalogue");
    let ranks = store.ranks("2099-01-01").unwrap();
    step("ranks");
    let left = store.left().unwrap();
    step("left");
    let drafts = store.drafts().unwrap();
    let settings = store.settings().unwrap();
    step("drafts and settings");
    let all = begun.elapsed();
    if let Some(last) = store.last_ticket().unwrap() {
        let begun = Instant::now();
        let sums = store
            .answer(&Ask::Sums(Span::Day(last.at.business_day(4))))
            .unwrap();
        println!(
            "  the sums of its last day {:>6}",
            begun.elapsed().as_micros()
        );
        drop(sums);
    }
    let resident = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: u64 = resident
        .split(' ')
        .nth(1)
        .and_then(|pages| pages.parse().ok())
        .unwrap_or(0);
    println!(
        "  all {:>6} = {}; resident {} kB",
        all.as_micros(),
        steps.join(" + "),
        pages * 4
    );
    drop((catalogue, ranks, left, drafts, settings));
}

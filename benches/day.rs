//! The X of a day of 135 tickets, on a till's first days and after 100,000 tickets; and the closing of
//! a day of 1,000 tickets, durable in the store. In turns with what neither can do without: reading
//! the same entries by SQLite alone and parsing them as JSON. `ETAL_TICKETS` makes another past.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a benchmark reads the clock, and fails where it cannot go on"
)]

use std::{
    env,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

use etal::{
    domain::{
        asking::{Ask, Found, Span},
        journal::Fact,
        money::Money,
    },
    store::Store,
};
use rusqlite::Connection;
use serde_json::Value;

#[path = "../tests/store/counter.rs"]
#[expect(dead_code, reason = "shared with the tests of the store")]
mod counter;

use counter::{Counter, opening, product};

const PRODUCTS: u32 = 6_650;
/// A good Saturday.
const DAY: u32 = 135;
/// A fair.
const LARGE_DAY: u32 = 1_000;
const LOOKS: usize = 40;
const CLOSINGS: usize = 9;
/// What an X may take, however long the till has worked.
const X_MAX: Duration = Duration::from_millis(20);
/// What it may take after 100,000 tickets, in percent of what it took after 1,000.
const X_GROWTH_MAX: u128 = 120;
/// What is left of the 300 ms for the bundle.
const CLOSING_MAX: Duration = Duration::from_millis(80);

fn main() {
    let past = env::var("ETAL_TICKETS").ok().and_then(|it| it.parse().ok());
    let past = past.unwrap_or(100_000);
    let disk = env::var_os("ETAL_BENCH_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")), PathBuf::from);
    let folder = |name: &str| {
        let folder = tempfile::Builder::new().prefix(name).tempdir_in(&disk);
        folder.unwrap()
    };
    let (young, old, bare) = (folder("young"), folder("old"), folder("bare"));
    let mut young = Till::with_past(young.path(), 1_000);
    let mut old = Till::with_past(old.path(), past);
    young.sell(DAY);
    old.sell(DAY);
    let mut bare = Bare::new(bare.path());
    x(&young.store, &old.store, &mut bare, past);
    closings(&mut old, &mut bare);
}

/// How long a look at the open day takes.
fn x(young: &Store, old: &Store, bare: &mut Bare, past: u32) {
    bare.copy(old);
    let (mut first, mut later, mut parsed) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..LOOKS {
        for (store, times) in [(young, &mut first), (old, &mut later)] {
            let begun = Instant::now();
            let found = store.answer(&Ask::Sums(Span::Open)).unwrap();
            times.push(begun.elapsed());
            let Found::Sums(sums) = found else { return };
            assert_eq!(sums.figures.tickets, u64::from(DAY));
        }
        parsed.push(bare.read());
    }
    println!("X of a day of {DAY} tickets, {LOOKS} times each, in turns");
    let first = row("after 1,000 tickets", &mut first);
    let later = row(&format!("after {past} tickets"), &mut later);
    let parsed = row("read and parsed", &mut parsed);
    ratio("of the two", later, first);
    ratio("to reading and parsing", later, parsed);
    holds("under 20 ms", later < X_MAX);
    let grown = later.as_micros() * 100 / first.as_micros().max(1);
    holds("within 1.2 times", grown <= X_GROWTH_MAX);
}

/// How long it takes to look at a large day and to close it.
fn closings(till: &mut Till, bare: &mut Bare) {
    let (mut looked, mut closed, mut both, mut parsed) = (vec![], vec![], vec![], vec![]);
    till.close();
    for _ in 0..CLOSINGS {
        till.counter.at.utc_ms += 7 * 24 * 3_600_000;
        till.sell(LARGE_DAY);
        bare.copy(&till.store);
        let (look, close) = till.close();
        looked.push(look);
        closed.push(close);
        both.push(look + close);
        parsed.push(bare.read());
    }
    println!("closing a day of {LARGE_DAY} tickets, {CLOSINGS} times, in turns");
    row("looked at", &mut looked);
    row("written", &mut closed);
    let both = row("both", &mut both);
    let parsed = row("read and parsed", &mut parsed);
    ratio("to reading and parsing", both, parsed);
    holds("under 80 ms", both < CLOSING_MAX);
}

/// A till that sells and closes.
struct Till {
    store: Store,
    counter: Counter,
    sold: u32,
}

impl Till {
    fn with_past(dir: &Path, tickets: u32) -> Self {
        let (mut store, _) = Store::open(&opening(dir)).unwrap();
        let mut counter = Counter::of(&store);
        let goods = (1..=PRODUCTS).map(|code| product(code, 100 + i64::from(code % 900)));
        let change = counter.stock_up(goods.collect());
        store.append(change, None).unwrap();
        let mut till = Self {
            store,
            counter,
            sold: 0,
        };
        // A market a week, the last of them before the day that is open.
        let weeks = i64::from(tickets.div_ceil(DAY));
        till.counter.at.utc_ms -= weeks * 7 * 24 * 3_600_000;
        while till.sold < tickets {
            till.sell(DAY.min(tickets - till.sold));
            till.close();
            till.counter.at.utc_ms += 7 * 24 * 3_600_000;
            if till.store.log_bytes() > Store::LONG_LOG {
                till.store.checkpoint().unwrap();
            }
        }
        till
    }

    fn sell(&mut self, tickets: u32) {
        let sales = (0..tickets).map(|number| {
            let number = self.sold + number;
            let codes = [7, 13, 31].map(|step| 1 + number.wrapping_mul(step) % PRODUCTS);
            self.counter.pieces(&codes)
        });
        let sales = sales.collect();
        self.store.append_all(sales).unwrap();
        self.sold += tickets;
    }

    /// How long the look took, and the closing.
    fn close(&mut self) -> (Duration, Duration) {
        let begun = Instant::now();
        let Found::Day(state) = self.store.answer(&Ask::Day).unwrap() else {
            return (Duration::ZERO, Duration::ZERO);
        };
        let decided = state.plainly(Money::ZERO, "lea");
        let closing = state.closing(decided, "etal 0.1.0");
        let looked = begun.elapsed();
        let proposal = self.counter.proposal(Fact::Closing(Box::new(closing)));
        let begun = Instant::now();
        self.store.append(proposal, None).unwrap();
        (looked, begun.elapsed())
    }
}

/// The same entries in a database of their own.
struct Bare(Connection);

impl Bare {
    fn new(dir: &Path) -> Self {
        let bare = Connection::open(dir.join("bare.db")).unwrap();
        bare.execute_batch("CREATE TABLE entry (seq INTEGER PRIMARY KEY, payload TEXT)")
            .unwrap();
        Self(bare)
    }

    /// Takes over the open day of a till.
    fn copy(&mut self, store: &Store) {
        let Found::Paid(paid) = store.answer(&Ask::Paid).unwrap() else {
            return;
        };
        let transaction = self.0.transaction().unwrap();
        transaction.execute("DELETE FROM entry", []).unwrap();
        for row in paid {
            let detail = store.ticket_named(&row.ticket).unwrap().unwrap();
            let fact = Fact::Ticket(Box::new(detail.ticket));
            transaction
                .execute(
                    "INSERT INTO entry (payload) VALUES (?1)",
                    [fact.payload().unwrap()],
                )
                .unwrap();
        }
        transaction.commit().unwrap();
    }

    fn read(&self) -> Duration {
        let begun = Instant::now();
        let mut statement = self.0.prepare_cached("SELECT payload FROM entry").unwrap();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let payload: String = row.get(0).unwrap();
            let value: Value = serde_json::from_str(&payload).unwrap();
            assert!(value.is_object());
        }
        begun.elapsed()
    }
}

fn row(name: &str, times: &mut [Duration]) -> Duration {
    times.sort_unstable();
    let median = times[times.len() / 2];
    println!(
        "  {name:<24} least {:>6} µs   median {:>6} µs   most {:>6} µs",
        times[0].as_micros(),
        median.as_micros(),
        times[times.len() - 1].as_micros(),
    );
    median
}

fn ratio(name: &str, one: Duration, other: Duration) {
    let percent = one.as_micros() * 100 / other.as_micros().max(1);
    println!("  ratio of the medians, {name}: {percent} %");
}

fn holds(what: &str, it: bool) {
    println!("  {what}: {}", if it { "holds" } else { "MISSED" });
}

//! Months, years and the totals that never go back, over seasons of markets and lives of a till.

use std::collections::BTreeMap;

use ed25519_dalek::VerifyingKey;
use etal::{
    domain::{
        asking::{Ask, Found, Span},
        closing::{Closing, ClosingSeen, Level},
        day::CashWay,
        figures::Figures,
        ids::unhex,
        journal::Fact,
        settings::SettingsChange,
        ticket::Returned,
    },
    store::{Depth, Opening, Store},
};

use crate::{
    closer::VERSION,
    counter::{Counter, opening, till},
    market::{Market, market},
};

/// A market on this day: two tickets, one of them by card, closed in the evening.
pub fn market_day(market: &mut Market, day: &str, pieces: u32) -> ClosingSeen {
    market.at_time(&format!("{day}T09:00:00+01:00"));
    let amount = i64::from(pieces) * 101;
    market.sell(vec![market.goods(1, pieces)], &[("cash", amount, None)]);
    market.sell(vec![market.goods(2, 1)], &[("card", 102, None)]);
    market.close(0)
}

/// What the figures of some closings come to, by means and rate, added up by hand.
fn added_up<'a>(all: impl Iterator<Item = &'a Figures>) -> BTreeMap<String, i64> {
    let mut sums = BTreeMap::new();
    let mut add = |key: String, cents: i64| *sums.entry(key).or_default() += cents;
    for figures in all {
        add(
            "tickets".to_owned(),
            i64::try_from(figures.tickets).unwrap(),
        );
        add("turnover".to_owned(), figures.turnover.cents());
        add("absolute".to_owned(), figures.absolute.cents());
        for row in &figures.vat {
            add(format!("vat {:?}", row.rate), row.paid.cents());
            add(format!("tax {:?}", row.rate), row.tax.cents());
        }
        for row in &figures.tenders {
            add(format!("by {}", row.tender), row.cents.cents());
        }
        for row in &figures.producers {
            add(format!("to {}", row.id), row.share.cents());
        }
    }
    sums
}

/// Whether each closing follows the one before, each month and year is the sum of its parts, and
/// the totals go on.
fn check(market: &Market) {
    let mut all = market.closings(None);
    all.reverse();
    for level in [Level::Day, Level::Month, Level::Year] {
        let of_level = |it: &&ClosingSeen| it.closing.level == level;
        let mut before: Option<&ClosingSeen> = None;
        for seen in all.iter().filter(of_level) {
            let it = &seen.closing;
            assert_eq!(it.number, before.map_or(0, |it| it.closing.number) + 1);
            assert!(
                it.name
                    .ends_with(&format!("-{}{}", level.letter(), it.number))
            );
            let follows = it.previous.as_ref().map(|it| (it.place, it.hash.as_str()));
            assert_eq!(follows, before.map(|it| (it.place, it.hash.as_str())));
            let total = before.map(|it| it.closing.total).unwrap_or_default();
            assert_eq!(it.total, total.after(&it.figures), "{}", it.name);
            let below = match level {
                Level::Day | Level::Month => Level::Day,
                Level::Year => Level::Month,
            };
            let covered = |part: &&ClosingSeen| {
                part.closing.level == below
                    && part.place < seen.place
                    && before.is_none_or(|before| part.place > before.place)
            };
            if level != Level::Day {
                let parts = all.iter().filter(covered).map(|it| &it.closing.figures);
                let own = added_up(std::iter::once(&it.figures));
                assert_eq!(own, added_up(parts), "{}", it.name);
            }
            before = Some(seen);
        }
    }
    let report = market.store.verify(Depth::Full).unwrap();
    assert!(report.is_clean(), "{report:?}");
}

fn names(market: &Market) -> Vec<(String, String)> {
    let mut seen = market.closings(None);
    seen.reverse();
    let named = |it: ClosingSeen| (it.closing.name, it.closing.label);
    seen.into_iter().map(named).collect()
}

fn is(names: &[(String, String)], expected: &[(&str, &str)]) {
    let names: Vec<(&str, &str)> = names.iter().map(|it| (&*it.0, &*it.1)).collect();
    assert_eq!(names, expected);
}

#[test]
fn the_month_and_the_year_are_closed_before_the_next_market_is() {
    let mut market = market();
    for (day, pieces) in [
        ("2026-10-24", 3),
        ("2026-10-31", 1),
        ("2026-11-07", 2),
        // No market in December.
        ("2027-01-09", 5),
        ("2027-02-06", 1),
    ] {
        market_day(&mut market, day, pieces);
    }
    is(
        &names(&market),
        &[
            ("A-Z1", "2026-10-24"),
            ("A-Z2", "2026-10-31"),
            ("A-M1", "2026-10"),
            ("A-Z3", "2026-11-07"),
            ("A-M2", "2026-11"),
            ("A-Y1", "2026"),
            ("A-Z4", "2027-01-09"),
            ("A-M3", "2027-01"),
            ("A-Z5", "2027-02-06"),
        ],
    );
    let month = market.closing("A-M1").closing;
    assert_eq!(month.figures.turnover.cents(), 4 * 101 + 2 * 102);
    assert_eq!(month.total.algebraic_cents, 4 * 101 + 2 * 102);
    let year = market.closing("A-Y1").closing;
    assert_eq!(year.figures.turnover.cents(), 6 * 101 + 3 * 102);
    check(&market);
}

#[test]
fn a_year_that_begins_in_july_ends_in_june() {
    let mut market = market();
    let mut rules = market.counter.settings.rules.clone();
    rules.year_starts = 7;
    let change = SettingsChange {
        rules: Some(rules),
        ..SettingsChange::default()
    };
    market.write(Fact::Settings(change)).unwrap();
    for day in [
        "2026-06-27",
        "2026-07-04",
        "2026-12-19",
        "2027-01-09",
        "2027-07-03",
    ] {
        market_day(&mut market, day, 1);
    }
    let years: Vec<_> = names(&market)
        .into_iter()
        .filter(|it| it.0.contains('Y'))
        .collect();
    is(&years, &[("A-Y1", "2025"), ("A-Y2", "2026")]);
    check(&market);
}

#[test]
fn a_year_is_closed_by_hand_with_its_last_month() {
    let mut market = market();
    market_day(&mut market, "2026-11-28", 1);
    market_day(&mut market, "2026-12-19", 2);
    market.at_time("2027-01-02T09:00:00+01:00");
    let asked = Closing::asked(Level::Year, String::new(), VERSION);
    let written = market.write(Fact::Closing(Box::new(asked))).unwrap();
    assert_eq!(written.closing.unwrap(), "A-Y1");
    market_day(&mut market, "2027-01-09", 3);
    is(
        &names(&market)[3..],
        &[
            ("A-M2", "2026-12"),
            ("A-Y1", "2026"),
            ("A-Z3", "2027-01-09"),
        ],
    );
    check(&market);
}

#[test]
fn a_clock_that_was_wrong_for_a_market_keeps_no_month_open() {
    let mut market = market();
    for day in [
        "2026-10-31",
        "2031-05-03",
        "2026-11-07",
        "2026-11-14",
        "2026-12-05",
    ] {
        market_day(&mut market, day, 1);
    }
    let months: Vec<_> = names(&market)
        .into_iter()
        .filter(|it| it.0.contains('M'))
        .collect();
    is(&months, &[("A-M1", "2026-10"), ("A-M2", "2026-11")]);
    // Back to last month for a market: its month is not torn apart.
    for day in ["2026-11-21", "2026-12-12", "2027-01-02"] {
        market_day(&mut market, day, 1);
    }
    let months: Vec<_> = names(&market)
        .into_iter()
        .filter(|it| it.0.contains('M'))
        .collect();
    is(&months[2..], &[("A-M3", "2026-12")]);
    check(&market);
}

#[test]
fn ten_euros_given_back_are_ten_less_and_ten_more() {
    let mut market = market();
    let name = market.sell(vec![market.goods(4, 10)], &[("cash", 1_040, None)]);
    let before = market.close(0).closing.total;
    let back = market.back(&name, 0, 10, Returned::OnSale);
    market.sell(vec![back], &[("cash", -1_040, None)]);
    let after = market.close(0).closing.total;
    assert_eq!(after.algebraic_cents, before.algebraic_cents - 1_040);
    assert_eq!(after.absolute_cents, before.absolute_cents + 1_040);
    check(&market);
}

#[test]
fn the_report_of_a_period_is_the_sum_of_its_closings() {
    let mut market = market();
    market_day(&mut market, "2026-11-07", 1);
    let first = market_day(&mut market, "2026-11-14", 2);
    market.at_time("2026-11-21T08:00:00+01:00");
    market.cash(CashWay::Float, 15_000).unwrap();
    let last = market_day(&mut market, "2026-11-21", 3);
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let span = Span::Closed {
        from: "2026-11-14".to_owned(),
        to: "2026-11-21".to_owned(),
    };
    let Found::Sums(sums) = market.store.answer(&Ask::Sums(span)).unwrap() else {
        panic!("sums");
    };
    let closings = [&first.closing.figures, &last.closing.figures];
    assert_eq!(
        added_up(std::iter::once(&sums.figures)),
        added_up(closings.into_iter())
    );
    assert_eq!(sums.figures.drawers, last.closing.figures.drawers);
}

/// What the machine is called to which the folder was copied.
fn elsewhere(dir: &std::path::Path) -> Opening<'_> {
    Opening {
        machine: "machine-2".to_owned(),
        seed: [8; 32],
        ..opening(dir)
    }
}

#[test]
fn another_life_of_the_till_goes_on_with_numbers_and_totals() {
    let dir = tempfile::tempdir().unwrap();
    let (store, counter) = till(dir.path());
    let mut market = Market { store, counter };
    let first = market_day(&mut market, "2026-11-21", 1);
    // Half a market, then the laptop breaks and the folder goes to another one.
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.store.close().unwrap();
    let store = Store::open(&elsewhere(dir.path())).unwrap().0;
    assert_eq!(store.epoch(), 2);
    let counter = Counter {
        at: market.counter.at,
        mint: market.counter.mint,
        ..Counter::of(&store)
    };
    let mut market = Market { store, counter };
    market.sell(vec![market.goods(2, 1)], &[("cash", 102, None)]);
    let second = market.close(0);
    assert_eq!(second.closing.name, "A2-Z2");
    assert_eq!(second.closing.figures.turnover.cents(), 203);
    assert_eq!(second.closing.previous.as_ref().unwrap().name, "A-Z1");
    assert_eq!(
        second.closing.total.algebraic_cents,
        first.closing.total.algebraic_cents + 203
    );
    let named = (second.closing.figures.named.clone()).unwrap();
    assert_eq!(named, ("A-3".to_owned(), "A2-1".to_owned()));
    check(&market);

    // Its segment has both epochs, and each can still be signed for.
    let segment = market.store.segment("A2-Z2").unwrap().unwrap();
    let epochs: Vec<u32> = segment.identities.iter().map(|it| it.0).collect();
    assert_eq!(epochs, [1, 2]);
    assert_eq!(
        segment.entries.first().unwrap().heading.seq,
        first.place.seq + 1
    );
    assert_eq!(segment.closed_at().unwrap().seq, second.place.seq);
    for (epoch, identity) in &segment.identities {
        let key = VerifyingKey::from_bytes(&unhex(&identity.public_key).unwrap()).unwrap();
        let signature = market.store.sign(*epoch, b"manifest").unwrap();
        key.verify_strict(b"manifest", &signature.into()).unwrap();
    }
    assert_eq!(market.store.sign(3, b"manifest"), None);
    let one = market.store.segment("a-z1").unwrap().unwrap();
    assert_eq!(one.entries.first().unwrap().heading.kind, "identity");
    assert_eq!(market.store.segment("A-Z9").unwrap(), None);

    // All of it can be made again.
    let before = market.closings(None);
    market.store.close().unwrap();
    let rebuilt = Store::rebuild(&elsewhere(dir.path())).unwrap();
    assert_eq!(rebuilt.bad, 0);
    market.store = Store::open(&elsewhere(dir.path())).unwrap().0;
    assert_eq!(market.closings(None), before);
    check(&market);
}

#[test]
fn only_the_closing_of_a_day_has_a_segment() {
    let mut market = market();
    market_day(&mut market, "2026-10-31", 1);
    let second = market_day(&mut market, "2026-11-07", 1);
    assert_eq!(market.store.segment("A-M1").unwrap(), None);
    let segment = market.store.segment("A-Z2").unwrap().unwrap();
    let kinds: Vec<&str> = segment
        .entries
        .iter()
        .map(|it| it.heading.kind.as_str())
        .collect();
    assert_eq!(kinds, ["ticket", "ticket", "closing", "closing"]);
    assert_eq!(segment.closing, second.closing);
}

//! The same trade, each day opened, rung, counted and closed: the Z says what the oracle says.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::collections::BTreeMap;

use etal::{
    domain::{
        asking::{Ask, Found},
        closing::{Closing, DayState, Level, MeansRow, Perpetual},
        day::{Cash, CashWay, Count, Counting, DayOpened},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        label::Label,
        money::Money,
        settings::Tender,
        time::Moment,
    },
    store::{Depth, Store},
};

use crate::{
    convert::{MEANS, Sale},
    corepos::Trade,
    oracle::Day,
    shop, table,
};

/// What lies in the drawer each morning.
const FLOAT: i64 = 15_000;

/// Plays every day of the trade and holds its Z against the oracle, to the cent. Answers how many
/// cells are equal, of how many.
pub fn day_by_day(
    trade: &Trade,
    oracle: &BTreeMap<String, Day>,
    store: &mut Store,
) -> (usize, usize) {
    let sales: Vec<Sale> = trade.tickets.iter().map(crate::convert::sale).collect();
    let explained = table::explained(trade, &sales);
    let mut mint = Mint::new([11; 32]);
    let mut total = Perpetual::default();
    let (mut cells, mut equal) = (0, 0);
    for (date, day) in oracle {
        let mut write = |store: &mut Store, hour: &str, fact: Fact| {
            let proposal = Proposal {
                uid: mint.uid(),
                at: Moment::parse(&format!("{date}T{hour}:00-05:00")).unwrap(),
                operator: "LEA".to_owned(),
                fact,
            };
            store.append(proposal, None).unwrap();
        };
        write(store, "05:00", Fact::Day(DayOpened::default()));
        write(store, "05:01", Fact::Cash(float(store)));
        let of_day: Vec<Sale> = (trade.tickets.iter().zip(&sales))
            .filter(|(ticket, _)| ticket.key.day == *date)
            .map(|(_, sale)| sale.clone())
            .collect();
        shop::ring_all(store, &of_day);
        write(store, "23:00", Fact::Count(all_there(&state(store))));
        let state = state(store);
        assert_eq!(state.label, *date);
        assert!(
            state
                .means()
                .iter()
                .all(|it| it.difference() == Some(Money::ZERO))
        );
        let plain = state.plainly(Money::from_cents(FLOAT).unwrap(), "LEA");
        let closing = state.closing(plain, "etal test");
        write(store, "23:01", Fact::Closing(Box::new(closing)));
        let z = last(store);
        assert_eq!(z.label, *date);
        total = total.after(&z.figures);
        assert_eq!(z.total, total, "never reset");
        for (theirs, ours, why) in rows(date, day, &z, &explained) {
            assert_eq!(ours - theirs, why, "{date}");
            cells += 1;
            equal += usize::from(ours == theirs);
        }
    }
    let report = store.verify(Depth::Full).unwrap();
    assert!(report.is_clean(), "{report:?}");
    (equal, cells)
}

/// The oracle's cell, the Z's and by how much they must differ: turnover, then each means.
fn rows(date: &str, day: &Day, z: &Closing, explained: &table::Cells) -> Vec<(i64, i64, i64)> {
    let why = |column: &str| {
        let cell = (date.to_owned(), column.to_owned());
        explained.get(&cell).copied().unwrap_or(0)
    };
    let theirs = |column: &str| day.cents.get(column).copied().unwrap_or(0);
    let goods = ["items", "open_dept", "tax"];
    let sum = |of: &dyn Fn(&str) -> i64| goods.iter().map(|it| of(it)).sum::<i64>();
    let mut rows = vec![(sum(&theirs), z.figures.turnover.cents(), sum(&why))];
    for (column, id, name) in MEANS {
        let mine =
            z.figures.tenders.iter().filter(|it| {
                (it.tender.as_str(), it.name.as_ref().map(Label::as_str)) == (id, name)
            });
        let ours = mine.map(|it| it.cents.cents()).sum();
        rows.push((theirs(column), ours, why(column)));
    }
    rows
}

fn state(store: &Store) -> DayState {
    match store.answer(&Ask::Day).unwrap() {
        Found::Day(state) => *state,
        other => panic!("{other:?}"),
    }
}

fn last(store: &Store) -> Closing {
    let ask = Ask::Closings {
        level: Some(Level::Day),
        count: 1,
    };
    match store.answer(&ask).unwrap() {
        Found::Closings(mut seen) => seen.pop().unwrap().closing,
        other => panic!("{other:?}"),
    }
}

fn float(store: &Store) -> Cash {
    let tenders = store.settings().unwrap().tenders;
    let euros = |it: &&Tender| it.id == Id::known("cash");
    let cash = tenders.iter().find(euros).unwrap();
    Cash::by(cash, CashWay::Float, Money::from_cents(FLOAT).unwrap())
}

/// A drawer in which everything is that should be.
fn all_there(state: &DayState) -> Count {
    // More went back than came by some means: there is nothing to count.
    let there = |it: &MeansRow| it.expected >= Money::ZERO;
    let means = state.means().into_iter().filter(there).map(|it| Counting {
        tender: it.tender,
        name: it.name,
        kind: it.kind,
        pieces: Vec::new(),
        other: Money::ZERO,
        number: None,
        total: it.expected,
    });
    Count {
        means: means.collect(),
    }
}

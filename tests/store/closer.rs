//! Somebody who opens, counts and closes.

use etal::{
    domain::{
        asking::{Ask, Found},
        closing::{Closing, ClosingSeen, DayState, Level},
        day::{Cash, CashWay, Count, Counting, DayOpened},
        ids::Id,
        journal::Fact,
        money::Money,
        time::Moment,
        views::Recorded,
    },
    store::StoreError,
};

use crate::{
    counter::cents,
    market::{Market, label},
};

/// The program that closes.
pub const VERSION: &str = "etal 0.1.0";

/// A till, as somebody closes it.
impl Market {
    pub fn at_time(&mut self, time: &str) -> &mut Self {
        self.counter.at = Moment::parse(time).unwrap();
        self
    }

    pub fn open_day(&mut self, name: &str) {
        let opened = DayOpened {
            market: Some(label(name)),
            ..DayOpened::default()
        };
        self.write(Fact::Day(opened)).unwrap();
    }

    pub fn cash(&mut self, way: CashWay, amount: i64) -> Result<Recorded, StoreError> {
        let tender = self.counter.settings.tender(&Id::known("cash")).unwrap();
        let cash = Cash::by(tender, way, Money::from_cents(amount).unwrap());
        self.write(Fact::Cash(cash))
    }

    pub fn envelope(&mut self, name: &str, way: CashWay) -> Result<Recorded, StoreError> {
        let tender = self.counter.settings.tender(&Id::known("cash")).unwrap();
        let mut cash = Cash::by(tender, way, cents(1));
        cash.envelope = Some(name.to_owned());
        self.write(Fact::Cash(cash))
    }

    pub fn count(&mut self, means: &[(&str, i64)]) -> Result<Recorded, StoreError> {
        let count = self.counting(means);
        self.write(Fact::Count(count))
    }

    /// A count that found so much of each means.
    pub fn counting(&self, means: &[(&str, i64)]) -> Count {
        let means = means.iter().map(|(id, total)| {
            let tender = self.counter.settings.tender(&Id::known(id)).unwrap();
            Counting {
                tender: tender.id.clone(),
                name: tender.name.clone(),
                kind: tender.kind,
                pieces: Vec::new(),
                other: Money::ZERO,
                number: None,
                total: cents(*total),
            }
        });
        Count {
            means: means.collect(),
        }
    }

    pub fn day(&self) -> DayState {
        match self.store.answer(&Ask::Day).unwrap() {
            Found::Day(state) => *state,
            other => panic!("{other:?}"),
        }
    }

    /// Looks at the day, leaves this float, and takes the rest home.
    pub fn draft(&self, float: i64) -> Closing {
        let state = self.day();
        let decided = state.plainly(cents(float), "lea");
        state.closing(decided, VERSION)
    }

    pub fn try_close(&mut self, float: i64) -> Result<Recorded, StoreError> {
        let closing = self.draft(float);
        self.write(Fact::Closing(Box::new(closing)))
    }

    pub fn close(&mut self, float: i64) -> ClosingSeen {
        let name = self.try_close(float).unwrap().closing.unwrap();
        self.closing(&name)
    }

    pub fn closing(&self, name: &str) -> ClosingSeen {
        match self.store.answer(&Ask::Closing(name.to_owned())).unwrap() {
            Found::Closing(_, seen) => *seen.unwrap(),
            other => panic!("{other:?}"),
        }
    }

    pub fn closings(&self, level: Option<Level>) -> Vec<ClosingSeen> {
        let ask = Ask::Closings { level, count: 1000 };
        match self.store.answer(&ask).unwrap() {
            Found::Closings(seen) => seen,
            other => panic!("{other:?}"),
        }
    }
}

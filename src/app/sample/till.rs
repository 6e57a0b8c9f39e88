//! What the keepers of the sample market do with its drawer: a float in the morning, and in the
//! evening a count, a closing, an envelope.

use super::{Market, SampleTrouble};
use crate::{
    domain::{
        asking::{Ask, Found},
        closing::{DayState, DifferenceReason, Level, MeansRow},
        day::{Cash, CashReason, CashWay, Count, Counting, DayOpened, Weather},
        journal::{Fact, Proposal},
        label::Label,
        money::Money,
        settings::{Settings, Tender, TenderKind},
        time::Moment,
    },
    store::Store,
};

/// What lies in the drawer in the morning, and is left in it in the evening.
const FLOAT: i64 = 15_000;
/// What somebody takes to the safe at noon.
const DROP: i64 = 10_000;
/// What was missing in the drawer on the first Saturday.
const MISSING: i64 = 20;

impl Market {
    /// The till is opened, and its float counted.
    pub(super) fn morning(
        &mut self,
        settings: &Settings,
        sky: Weather,
        at: Moment,
    ) -> Vec<Proposal> {
        let opened = DayOpened {
            market: Label::new("Place du Mail"),
            weather: Some(sky),
            clock_behind: None,
        };
        let mut entries = vec![self.proposal(Fact::Day(opened), at)];
        let float = moved(settings, CashWay::Float, FLOAT);
        entries.extend(float.map(|it| self.proposal(Fact::Cash(it), at)));
        entries
    }

    /// Some notes go to the safe, the drawer is counted and the day closed.
    pub(super) fn evening(
        &mut self,
        store: &mut Store,
        settings: &Settings,
        missing: Missing,
        at: Moment,
    ) -> Result<(), SampleTrouble> {
        let drop = moved(settings, CashWay::Drop, DROP).map(|it| Cash {
            reason: Some(CashReason::Safe),
            ..it
        });
        let drop = drop.map(Fact::Cash).into_iter().collect();
        self.write(store, drop, at)?;
        let count = count(&state(store)?, missing);
        self.write(store, vec![Fact::Count(count)], at)?;
        let state = state(store)?;
        let float = Money::from_cents(FLOAT).unwrap_or(Money::ZERO);
        let mut decided = state.plainly(float, self.operator);
        decided.reason = (missing == Missing::Coin).then_some(DifferenceReason::Change);
        let version = concat!("etal ", env!("CARGO_PKG_VERSION"));
        let closing = Fact::Closing(Box::new(state.closing(decided, version)));
        self.write(store, vec![closing], at)
    }

    /// The envelope of the last closing arrived, and is at the bank.
    pub(super) fn banked(
        &mut self,
        store: &mut Store,
        settings: &Settings,
        at: Moment,
    ) -> Result<(), SampleTrouble> {
        let ask = Ask::Closings {
            level: Some(Level::Day),
            count: 1,
        };
        let Found::Closings(seen) = store.answer(&ask)? else {
            return Err(SampleTrouble::Files);
        };
        let closing = seen.first().map(|it| &it.closing);
        let envelope = closing.and_then(|it| it.decided.as_ref()?.envelope.as_ref());
        let step = |way| {
            let cash = moved(settings, way, envelope?.cash.cents())?;
            Some(Fact::Cash(Cash {
                envelope: closing.map(|it| it.name.clone()),
                ..cash
            }))
        };
        let steps = [CashWay::Received, CashWay::Banked];
        let facts = steps.into_iter().filter_map(step).collect();
        self.write(store, facts, at)
    }
}

/// Whether a coin is missing in the evening.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Missing {
    /// All is there.
    Nothing,
    /// Twenty cents are not.
    Coin,
}

fn moved(settings: &Settings, way: CashWay, cents: i64) -> Option<Cash> {
    let euros = |it: &&Tender| it.kind == TenderKind::Cash;
    let cash = settings.tenders.iter().find(euros)?;
    Some(Cash::by(cash, way, Money::from_cents(cents)?))
}

fn state(store: &Store) -> Result<DayState, SampleTrouble> {
    match store.answer(&Ask::Day)? {
        Found::Day(state) => Ok(*state),
        _ => Err(SampleTrouble::Files),
    }
}

fn count(state: &DayState, missing: Missing) -> Count {
    let found = |it: MeansRow| {
        let short = match (it.kind, missing) {
            (TenderKind::Cash, Missing::Coin) => Money::from_cents(MISSING),
            _ => None,
        };
        Counting {
            tender: it.tender,
            name: it.name,
            kind: it.kind,
            pieces: Vec::new(),
            other: Money::ZERO,
            number: None,
            total: (it.expected - short.unwrap_or(Money::ZERO)).max(Money::ZERO),
        }
    };
    Count {
        means: state.means().into_iter().map(found).collect(),
    }
}

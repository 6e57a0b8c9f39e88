//! What people do with a drawer between the sales, in any order, and the book somebody would keep of
//! it by hand.

use std::collections::BTreeMap;

use etal::{
    domain::{
        asking::{Ask, Found},
        closing::{Closing, ClosingSeen, EnvelopeState, Level},
        day::{Cash, CashWay, DayOpened},
        ids::Id,
        journal::Fact,
        ticket::Payment,
    },
    store::{Store, StoreError},
};
use proptest::prelude::*;

use crate::{counter::cents, market::Market};

/// Something somebody does with the drawer.
#[derive(Clone, Debug)]
pub enum DrawerDeed {
    Open,
    Cash(CashWay, i64),
    /// So much too much or too little of cash and cheques is found.
    Count(i64, i64),
    /// Closes, and leaves so much.
    Close(i64),
    /// The newest envelope goes one step further.
    Carry(CashWay),
}

pub fn drawer_deed() -> impl Strategy<Value = DrawerDeed> {
    use DrawerDeed as It;
    let way = prop::sample::select(vec![
        CashWay::Float,
        CashWay::In,
        CashWay::Out,
        CashWay::Drop,
        CashWay::PaidOut,
    ]);
    prop_oneof![
        1 => Just(It::Open),
        3 => (way, 1..20_000i64).prop_map(|(way, amount)| It::Cash(way, amount)),
        1 => (-900..900i64)
            .prop_filter("something", |it| *it != 0)
            .prop_map(|amount| It::Cash(CashWay::Correction, amount)),
        2 => (-500..500i64, -1..2i64).prop_map(|(cash, cheques)| It::Count(cash, cheques)),
        4 => (0..9_000i64).prop_map(It::Close),
        2 => prop::sample::select(vec![CashWay::Received, CashWay::Banked]).prop_map(It::Carry),
    ]
}

/// What the deed has to say to the journal.
pub fn said(deed: &DrawerDeed, market: &Market) -> Fact {
    use DrawerDeed as It;
    let tender = market.counter.settings.tender(&Id::known("cash")).unwrap();
    match deed {
        It::Open => Fact::Day(DayOpened::default()),
        It::Cash(way, amount) => Fact::Cash(Cash::by(tender, *way, cents(*amount))),
        It::Count(cash, cheques) => {
            let state = market.day();
            let drawer = |id: &str| state.figures.drawer(&Id::known(id));
            let expected = |id: &str| drawer(id).map_or(0, |it| it.expected.cents());
            let found = [
                ("cash", (expected("cash") + cash).max(0)),
                ("cheque", (expected("cheque") + cheques).max(0)),
            ];
            Fact::Count(market.counting(&found))
        }
        It::Close(float) => Fact::Closing(Box::new(market.draft(*float))),
        It::Carry(way) => {
            let newest = market.closings(Some(Level::Day)).into_iter().next();
            let mut cash = Cash::by(tender, *way, cents(0));
            cash.envelope = newest.map(|it| it.closing.name);
            Fact::Cash(cash)
        }
    }
}

/// Whether what was refused is so by right.
pub fn rightly_refused(error: &StoreError, fact: &Fact, market: &Market, book: &Book) -> bool {
    match (error, fact) {
        (StoreError::NothingToClose, Fact::Closing(_)) => book.is_empty,
        (StoreError::NoSuchEnvelope(name), Fact::Cash(cash)) => {
            let seen = market.closings(None);
            let state = seen.iter().find(|it| it.closing.name == *name);
            match state.map(|it| it.envelope) {
                Some(EnvelopeState::Away) => false,
                Some(EnvelopeState::Received) => cash.way == CashWay::Received,
                Some(EnvelopeState::None | EnvelopeState::Banked) | None => true,
            }
        }
        _ => false,
    }
}

/// The open period, as somebody with a pencil would keep it.
pub struct Book {
    /// Whether nothing was written that could be closed.
    pub is_empty: bool,
    /// What should lie there, per means of payment.
    expected: BTreeMap<Id, i64>,
    /// What was found, and what came and went since.
    counted: BTreeMap<Id, i64>,
    float: BTreeMap<Id, i64>,
    turnover: i64,
    absolute: i64,
    /// Both totals, up to the last closing.
    total: (i64, i64),
}

impl Default for Book {
    fn default() -> Self {
        Self {
            is_empty: true,
            expected: BTreeMap::new(),
            counted: BTreeMap::new(),
            float: BTreeMap::new(),
            turnover: 0,
            absolute: 0,
            total: (0, 0),
        }
    }
}

impl Book {
    fn moves(&mut self, tender: &Id, amount: i64) {
        *self.expected.entry(tender.clone()).or_default() += amount;
        if let Some(counted) = self.counted.get_mut(tender) {
            *counted += amount;
        }
    }

    fn paid(&mut self, payments: &[Payment]) {
        for payment in payments.iter().filter(|it| it.kind.owner().is_none()) {
            self.moves(&payment.tender, payment.cents.cents());
        }
    }

    /// Notes what was written.
    pub fn note(&mut self, fact: &Fact) {
        match fact {
            Fact::Ticket(ticket) => {
                self.is_empty = false;
                let counted = self.counted.clone();
                self.paid(&ticket.payments);
                if ticket.corrects.is_some() {
                    // Nothing moved but the pencil.
                    self.counted = counted;
                }
                let sold = ticket.lines.iter().filter(|it| it.kind.is_sold());
                let sold: i64 = sold.map(|it| it.paid.cents()).sum();
                self.turnover += sold;
                self.absolute += sold.abs();
            }
            Fact::Settlement(settlement) => {
                self.is_empty = false;
                self.paid(&settlement.payments);
            }
            Fact::Day(_) => self.is_empty = false,
            Fact::Cash(cash) => self.cash(cash),
            Fact::Count(count) => {
                let found = count.means.iter();
                self.counted = found
                    .map(|it| (it.tender.clone(), it.total.cents()))
                    .collect();
            }
            Fact::Closing(closing) => self.closed(closing),
            _ => {}
        }
    }

    fn cash(&mut self, cash: &Cash) {
        let amount = cash.cents.cents();
        match cash.way {
            CashWay::In => self.moves(&cash.tender, amount),
            CashWay::Out | CashWay::Drop | CashWay::PaidOut => self.moves(&cash.tender, -amount),
            CashWay::Correction => {
                *self.expected.entry(cash.tender.clone()).or_default() += amount;
            }
            CashWay::Float => {
                let float = self.float.insert(cash.tender.clone(), amount).unwrap_or(0);
                *self.expected.entry(cash.tender.clone()).or_default() += amount - float;
            }
            CashWay::Received | CashWay::Banked => return,
        }
        self.is_empty = false;
    }

    /// Holds a closing against the book, and begins a new page.
    fn closed(&mut self, closing: &Closing) {
        self.check(
            closing
                .figures
                .drawers
                .iter()
                .map(|it| (&it.tender, it.expected.cents())),
        );
        for row in &closing.means {
            let counted = row.counted.map(etal::domain::money::Money::cents);
            assert_eq!(
                counted,
                self.counted.get(&row.tender).copied(),
                "{}",
                row.tender
            );
        }
        assert_eq!(closing.figures.turnover.cents(), self.turnover);
        assert_eq!(closing.figures.absolute.cents(), self.absolute);
        let total = (self.total.0 + self.turnover, self.total.1 + self.absolute);
        let says = (closing.total.algebraic_cents, closing.total.absolute_cents);
        assert_eq!(says, total);
        let left = closing.decided.iter().flat_map(|it| &it.left);
        let left: BTreeMap<Id, i64> = left
            .map(|it| (it.tender.clone(), it.cents.cents()))
            .collect();
        *self = Self {
            expected: left.clone(),
            float: left,
            total,
            ..Self::default()
        };
    }

    fn check<'a>(&self, drawers: impl Iterator<Item = (&'a Id, i64)>) {
        let drawers: BTreeMap<Id, i64> = drawers.map(|(id, it)| (id.clone(), it)).collect();
        for (tender, expected) in &self.expected {
            let says = drawers.get(tender).copied().unwrap_or(0);
            assert_eq!(says, *expected, "{tender}");
        }
        assert!(drawers.keys().all(|it| self.expected.contains_key(it)));
    }

    /// Holds the open period against the book, and closings against each other.
    pub fn check_open(&self, market: &Market) {
        let state = market.day();
        assert_eq!(state.since.is_none(), self.is_empty);
        assert_eq!(state.figures.turnover.cents(), self.turnover);
        self.check(
            state
                .figures
                .drawers
                .iter()
                .map(|it| (&it.tender, it.expected.cents())),
        );
        let total = state.before.map(|it| it.total).unwrap_or_default();
        assert_eq!((total.algebraic_cents, total.absolute_cents), self.total);
        let days = market.closings(Some(Level::Day));
        for (newest, number) in days.iter().zip((1..=days.len()).rev()) {
            assert_eq!(newest.closing.name, format!("A-Z{number}"));
        }
    }
}

/// What the store answers about closings.
pub fn answers(store: &Store) -> (Found, Vec<ClosingSeen>) {
    let ask = Ask::Closings {
        level: None,
        count: 1_000,
    };
    let Found::Closings(seen) = store.answer(&ask).unwrap() else {
        panic!("closings");
    };
    (store.answer(&Ask::Day).unwrap(), seen)
}

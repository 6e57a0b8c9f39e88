//! Whatever happens on a market, in whatever order: the journal holds, and all can be made again
//! from it.

use std::collections::HashMap;

use etal::{
    domain::{
        asking::{Found, Sums},
        basket::Line,
        catalogue::{Catalogue, Code, Product, State, Stocked},
        closing::ClosingSeen,
        facts::{Abandoned, GivenUp, Printed, StockWay},
        ids::{Id, Uid},
        journal::Fact,
        money::Money,
        quantity::Quantity,
        settings::Settings,
        ticket::Returned,
        views::{StockRow, TicketRow},
    },
    store::{Depth, Store, StoreError},
};
use proptest::prelude::*;

use crate::{
    books, bundles,
    counter::{Counter, cents, opening, product, sums, till},
    deeds::{self, MoneyDeed, money_deed},
    drawer::{self, DrawerDeed, drawer_deed},
    market::Market,
};

/// Something somebody does at the stall.
#[derive(Clone, Debug)]
enum Deed {
    Sell(Vec<(u32, i64)>, &'static str),
    Move(u32, i64, StockWay),
    Reprice(u32, i64),
    SoldOut(u32),
    Endless(u32),
    Invent(i64),
    Void(usize),
    GiveUp(u32),
    Print(usize),
    /// Hours go by, or somebody sets the clock back.
    Clock(i64),
    Restart,
    Money(MoneyDeed),
    Drawer(DrawerDeed),
}

fn deed() -> impl Strategy<Value = Deed> {
    let code = 1..=10u32;
    let lines = prop::collection::vec((code.clone(), -2_000..9_000i64), 1..6);
    let way = prop::sample::select(vec![
        StockWay::Delivered,
        StockWay::Lost,
        StockWay::Given,
        StockWay::TakenHome,
    ]);
    prop_oneof![
        8 => (lines, prop::sample::select(vec!["cash", "card", "cheque"]))
            .prop_map(|(lines, tender)| Deed::Sell(lines, tender)),
        3 => (code.clone(), 1..20_000i64, way).prop_map(|(c, q, way)| Deed::Move(c, q, way)),
        1 => (code.clone(), 1..5_000i64).prop_map(|(c, price)| Deed::Reprice(c, price)),
        1 => code.clone().prop_map(Deed::SoldOut),
        1 => code.clone().prop_map(Deed::Endless),
        1 => (1..5_000i64).prop_map(Deed::Invent),
        2 => any::<usize>().prop_map(Deed::Void),
        1 => code.prop_map(Deed::GiveUp),
        1 => any::<usize>().prop_map(Deed::Print),
        2 => prop::sample::select(vec![24, 3, -2]).prop_map(Deed::Clock),
        1 => Just(Deed::Restart),
        12 => money_deed().prop_map(Deed::Money),
        8 => drawer_deed().prop_map(Deed::Drawer),
    ]
}

/// A product's stock as a person with a pencil would keep it, and the money likewise.
#[derive(Default)]
struct Pencil {
    left: HashMap<Id, i64>,
    takings: i64,
    tickets: usize,
    drawer: drawer::Book,
}

impl Pencil {
    fn note(&mut self, fact: &Fact) {
        self.drawer.note(fact);
        if let Fact::Ticket(ticket) = fact {
            self.tickets += 1;
            self.takings += ticket.total.cents();
            for line in ticket.lines.iter().filter(|it| it.from_stock) {
                let id = line.product.clone().unwrap();
                let lost = line.returned == Some(Returned::Lost);
                if !lost {
                    *self.left.entry(id).or_default() -= line.quantity.thousandths();
                }
            }
        }
        if let Fact::Stock(moves) = fact {
            for one in &moves.moves {
                let sign = if one.way == StockWay::Delivered {
                    1
                } else {
                    -1
                };
                let left = self.left.entry(one.product.clone()).or_default();
                *left += sign * one.quantity.thousandths();
            }
        }
    }
}

fn article(counter: &Counter, code: u32) -> Product {
    let code = Code::new(code).unwrap();
    counter.catalogue.by_code(code).unwrap().clone()
}

fn quantity(counter: &Counter, code: u32, thousandths: i64) -> Quantity {
    if article(counter, code).unit.divides() {
        Quantity::from_thousandths(if thousandths == 0 { 1 } else { thousandths })
    } else {
        Quantity::from_thousandths((thousandths / 1000 + i64::from(thousandths >= 0)) * 1000)
    }
}

fn change(counter: &mut Counter, code: u32, edit: impl FnOnce(&mut Product)) -> Fact {
    let mut product = article(counter, code);
    edit(&mut product);
    let change = counter.catalogue.change_products(vec![product]);
    counter.catalogue.apply(&change);
    Fact::Catalogue(change)
}

/// What the deed has to say to the journal; nothing if it has nothing to act on.
fn said(deed: &Deed, market: &mut Market) -> Option<Fact> {
    if let Deed::Money(deed) = deed {
        return deeds::said(deed, market);
    }
    if let Deed::Drawer(deed) = deed {
        return Some(drawer::said(deed, market));
    }
    let Market { store, counter } = market;
    let ticket = |pick: usize| {
        let tickets: Vec<TicketRow> = days()
            .iter()
            .flat_map(|day| store.tickets(day).unwrap())
            .collect();
        let row = tickets.get(pick.checked_rem(tickets.len())?)?;
        store.ticket_named(&row.name).unwrap()
    };
    Some(match deed {
        Deed::Sell(lines, tender) => {
            let lines: Vec<_> = lines
                .iter()
                .map(|(code, thousandths)| (*code, quantity(counter, *code, *thousandths)))
                .filter(|(_, quantity)| *quantity != Quantity::ZERO)
                .collect();
            if lines.is_empty() {
                return None;
            }
            Fact::Ticket(Box::new(counter.ticket(&lines, tender)))
        }
        Deed::Move(code, thousandths, way) => {
            let quantity = quantity(counter, *code, *thousandths);
            counter.moved(*code, quantity, *way).fact
        }
        Deed::Reprice(code, price) => change(counter, *code, |it| it.price = cents(*price)),
        Deed::SoldOut(code) => change(counter, *code, |it| it.state = State::SoldOut),
        Deed::Endless(code) => change(counter, *code, |it| it.stock = Stocked::Endless),
        Deed::Invent(price) => {
            let code = counter.catalogue.free_code(100).unwrap();
            counter.stock_up(vec![product(code.number(), *price)]).fact
        }
        Deed::Void(pick) => {
            let record = ticket(*pick)?;
            // What took something back, or of which something came back, is not voided.
            let mut lines = record.ticket.lines.iter();
            let took = lines.any(|it| it.takes_back.is_some());
            if took || deeds::is_touched(store, &record.ticket.name) {
                return None;
            }
            counter.reversal(&record).fact
        }
        Deed::GiveUp(code) => {
            let line = Line::goods(article(counter, *code), Quantity::ONE);
            Fact::Abandoned(Abandoned::of(GivenUp::Line, Uid([5; 16]), &[line]))
        }
        Deed::Print(pick) => {
            let record = ticket(*pick)?;
            Fact::Printed(Printed {
                ticket: record.ticket.name,
                seq: record.seq,
                copy: record.copies,
            })
        }
        Deed::Clock(_) | Deed::Restart | Deed::Money(_) | Deed::Drawer(_) => return None,
    })
}

/// All that a till answers.
#[derive(Debug, PartialEq)]
struct Answers {
    catalogue: Catalogue,
    settings: Settings,
    left: HashMap<Id, Quantity>,
    ranks: Vec<HashMap<Id, u64>>,
    days: Vec<(Vec<StockRow>, Vec<TicketRow>, Sums)>,
    money: Vec<Found>,
    closed: (Found, Vec<ClosingSeen>),
    drafts: String,
}

/// Every day that the deeds can reach.
pub fn days() -> Vec<String> {
    let november = (18..=30).map(|day| format!("2026-11-{day}"));
    november
        .chain((1..=31).map(|day| format!("2026-12-{day:02}")))
        .collect()
}

fn answers(store: &Store) -> Answers {
    let day = |day: &String| {
        (
            store.stock(day).unwrap(),
            store.tickets(day).unwrap(),
            sums(store, day),
        )
    };
    Answers {
        catalogue: store.catalogue().unwrap(),
        settings: store.settings().unwrap(),
        left: store.left().unwrap(),
        ranks: days().iter().map(|day| store.ranks(day).unwrap()).collect(),
        days: days().iter().map(day).collect(),
        money: books::answers(store, &days()),
        closed: drawer::answers(store),
        drafts: store.drafts().unwrap(),
    }
}

fn check(store: &Store, pencil: &Pencil) {
    let answers = answers(store);
    for (id, left) in &answers.left {
        let expected = pencil.left.get(id).copied().unwrap_or(0);
        assert_eq!(left.thousandths(), expected, "{id}");
    }
    let evening = &answers.days.last().unwrap().0;
    assert_eq!(evening.len(), answers.left.len());
    assert!(
        evening
            .iter()
            .all(|row| row.left == answers.left[&row.product])
    );
    let rows = || answers.days.iter().flat_map(|(_, rows, _)| rows);
    let total: Money = rows().map(|it| it.total).sum();
    assert_eq!(total.cents(), pencil.takings);
    assert_eq!(rows().count(), pencil.tickets);
    books::check(
        store,
        answers.days.iter().map(|(_, rows, sums)| (rows, sums)),
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn all_can_be_made_again_from_the_journal(deeds in prop::collection::vec(deed(), 1..30)) {
        let dir = tempfile::tempdir().unwrap();
        let mut market = Market::at(till(dir.path()).0);
        deeds::begin(&mut market);
        let mut pencil = Pencil::default();
        for deed in &deeds {
            if matches!(deed, Deed::Restart) {
                let Market { store, counter } = market;
                store.close().unwrap();
                let store = Store::open(&opening(dir.path())).unwrap().0;
                market = Market { store, counter };
            }
            if let Deed::Clock(hours) = deed {
                market.counter.at.utc_ms += hours * 3_600_000;
            }
            if let Some(fact) = said(deed, &mut market) {
                let proposal = market.proposal(fact.clone());
                match market.store.append(proposal, Some("drafts")) {
                    // What would be given back has helped somebody, or is spent.
                    Err(StoreError::FundShort(_) | StoreError::AccountShort(_)) => {}
                    Err(error) if drawer::rightly_refused(&error, &fact, &market, &pencil.drawer) => {}
                    written => {
                        written.unwrap();
                        pencil.note(&fact);
                    }
                }
            }
        }
        pencil.drawer.check_open(&market);
        let Market { store, counter } = market;
        check(&store, &pencil);
        let report = store.verify(Depth::Full).unwrap();
        prop_assert!(report.is_clean(), "{report:?}");
        let outbox = dir.path().join("outbox");
        let bundles = bundles::write(&store, &outbox);
        if let Some(output) = bundles::verify(&[&outbox]).filter(|_| !bundles.is_empty()) {
            prop_assert!(output.status.success(), "{:#?}", bundles::said(&output));
        }
        let before = answers(&store);
        prop_assert_eq!(&before.catalogue, &counter.catalogue);
        store.close().unwrap();
        let rebuilt = Store::rebuild(&opening(dir.path())).unwrap();
        prop_assert_eq!((rebuilt.entries, rebuilt.bad), (report.entries, 0));
        let (store, _) = Store::open(&opening(dir.path())).unwrap();
        prop_assert_eq!(answers(&store), before);
        prop_assert!(store.verify(Depth::Full).unwrap().is_clean());
    }
}

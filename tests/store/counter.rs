//! A stall in a folder of its own, for tests of the store: goods, baskets, and their tickets.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up fails")]

use std::path::Path;

use etal::{
    domain::{
        asking::{Ask, Found, Span, Sums},
        basket::{Basket, Line},
        catalogue::{Catalogue, Code, OWN_PRODUCER, Product, State, Stocked},
        facts::{StockMove, StockMoves, StockWay},
        ids::{Id, Mint, Uid},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        pay::{At, Tendering},
        price::{PriceList, price},
        quantity::{Quantity, TypedIn, Unit},
        settings::Settings,
        ticket::{Past, Ticket},
        time::Moment,
        views::TicketDetail,
    },
    store::{Opening, Store},
};

/// A Saturday morning in Die.
pub fn morning() -> Moment {
    Moment::parse("2026-11-21T08:00:00+01:00").unwrap()
}

/// The market day of [`morning`].
pub const DAY: &str = "2026-11-21";

/// The opening of a stall in this folder, on the machine it always stands on.
pub fn opening(dir: &Path) -> Opening<'_> {
    Opening {
        dir,
        machine: "machine-1".to_owned(),
        version: "etal 0.1.0".to_owned(),
        at: morning(),
        seed: [7; 32],
        stall: Label::new("Marché de Die").unwrap(),
        till_name: Label::new("A").unwrap(),
    }
}

pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

/// What a market day brought on this till.
pub fn sums(store: &Store, day: &str) -> Sums {
    match store.answer(&Ask::Sums(Span::Day(day.to_owned()))).unwrap() {
        Found::Sums(sums) => *sums,
        other => panic!("{other:?}"),
    }
}

/// How many tickets a day has, and what they come to.
pub fn tickets(store: &Store, day: &str) -> (usize, Money) {
    let rows = store.tickets(day).unwrap();
    (rows.len(), rows.iter().map(|it| it.total).sum())
}

/// A product with this code as its name.
pub fn product(code: u32, price: i64) -> Product {
    Product {
        id: Id::known(&format!("P{code:09}")),
        code: Code::new(code),
        barcodes: Vec::new(),
        label: Label::new(&format!("Article n° {code}")).unwrap(),
        unit: if code.is_multiple_of(3) {
            Unit::Kilogram
        } else {
            Unit::Piece
        },
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(if code.is_multiple_of(2) { 550 } else { 2000 }),
        producer: Id::known(OWN_PRODUCER),
        department: Some(Id::known("legumes")),
        deposit: (code.is_multiple_of(5)).then(|| cents(20)),
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// What stands behind the counter: makes proposals as the app would.
pub struct Counter {
    pub catalogue: Catalogue,
    pub settings: Settings,
    pub mint: Mint,
    pub at: Moment,
}

impl Counter {
    pub fn of(store: &Store) -> Self {
        Self {
            catalogue: store.catalogue().unwrap(),
            settings: store.settings().unwrap(),
            mint: Mint::new([9; 32]),
            at: morning(),
        }
    }

    pub fn proposal(&mut self, fact: Fact) -> Proposal {
        self.at.utc_ms += 30_000;
        Proposal {
            uid: self.mint.uid(),
            at: self.at,
            operator: "lea".to_owned(),
            fact,
        }
    }

    /// Brings products into the catalogue, or changes them.
    pub fn stock_up(&mut self, products: Vec<Product>) -> Proposal {
        let change = self.catalogue.change_products(products);
        self.catalogue.apply(&change);
        self.proposal(Fact::Catalogue(change))
    }

    /// Goods that came or went.
    pub fn moved(&mut self, code: u32, quantity: Quantity, way: StockWay) -> Proposal {
        let product = self.catalogue.by_code(Code::new(code).unwrap()).unwrap();
        let moves = StockMoves {
            moves: vec![StockMove {
                product: product.id.clone(),
                code: product.code,
                label: product.label.clone(),
                unit: product.unit.clone(),
                quantity,
                way,
                reason: None,
            }],
        };
        self.proposal(Fact::Stock(moves))
    }

    /// A ticket of these codes and quantities, paid by this means with a note that is too large if
    /// it is cash.
    pub fn ticket(&self, lines: &[(u32, Quantity)], tender: &str) -> Ticket {
        let mut basket = Basket::new(Uid([0; 16]));
        for (code, quantity) in lines {
            let product = self.catalogue.by_code(Code::new(*code).unwrap()).unwrap();
            basket.add(Line::goods(product.clone(), *quantity)).unwrap();
        }
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: "2026-11-21",
        };
        let priced = price(&basket, list).unwrap();
        let mut tendering = Tendering::new(priced.total);
        let tender = self.settings.tender(&Id::known(tender)).unwrap();
        let given = (tender.id.as_str() == "cash" && priced.total > Money::ZERO)
            .then(|| cents((priced.total.cents() / 500 + 1) * 500));
        if priced.total != Money::ZERO {
            let mut settings = self.settings.clone();
            settings.rules.cash_limit = Money::MAX;
            tendering.pay(tender, given, &At::of(&settings)).unwrap();
        }
        let payments = tendering.settled().unwrap();
        basket.opened_ms = self.at.utc_ms;
        priced.ticket(&basket, payments, "etal 0.1.0")
    }

    /// A sale to be recorded.
    pub fn sale(&mut self, lines: &[(u32, Quantity)], tender: &str) -> Proposal {
        let ticket = self.ticket(lines, tender);
        self.proposal(Fact::Ticket(Box::new(ticket)))
    }

    /// A sale of one piece of each of these, for cash.
    pub fn pieces(&mut self, codes: &[u32]) -> Proposal {
        let lines: Vec<_> = codes.iter().map(|code| (*code, Quantity::ONE)).collect();
        self.sale(&lines, "cash")
    }

    /// The ticket that takes this one back.
    pub fn reversal(&mut self, record: &TicketDetail) -> Proposal {
        let original = Past {
            till: record.till.clone(),
            epoch: record.epoch,
            seq: record.seq,
            name: record.ticket.name.clone(),
        };
        let back = record
            .ticket
            .reversed(original, "etal 0.1.0", self.at.utc_ms);
        self.proposal(Fact::Ticket(Box::new(back)))
    }
}

/// A till in this folder with ten products, ready to sell.
pub fn till(dir: &Path) -> (Store, Counter) {
    let (mut store, _) = Store::open(&opening(dir)).unwrap();
    let mut counter = Counter::of(&store);
    let goods = (1..=10).map(|code| product(code, 100 + i64::from(code)));
    let change = counter.stock_up(goods.collect());
    store.append(change, None).unwrap();
    (store, counter)
}

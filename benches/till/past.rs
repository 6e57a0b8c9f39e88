//! A stall with years behind it: the folder of a till that has sold so many tickets.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement that cannot be set up stops"
)]

use std::{collections::HashSet, path::Path};

use etal::{
    app::{
        clock, desk,
        folders::{Folders, Market},
    },
    domain::{
        basket::{Basket, Line},
        catalogue::{Catalogue, Code, OWN_PRODUCER, Product, State, Stocked},
        ids::{Id, Mint},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        pay::{At, Tendering, likely_sums},
        price::{PriceList, price},
        quantity::{Quantity, TypedIn, Unit},
        settings::Settings,
        ticket::Ticket,
        time::Moment,
    },
    store::Store,
};

use super::goods::{self, Dice};

/// As many articles as the largest catalogue of a food co-op that we have seen.
pub const PRODUCTS: u32 = 6_650;
/// A market day's tickets: 100,000 are then seventeen years of one market a week.
const DAY: usize = 113;
const WEEK_MS: i64 = 7 * 24 * 3_600_000;
/// So many days go into one transaction.
const DAYS_AT_ONCE: usize = 20;

/// Makes a stall in this folder with [`PRODUCTS`] articles, that sold so many tickets up to last
/// week.
pub fn make(folder: &Path, tickets: usize) {
    let folders = Folders::find(Some(folder), Market::Real).expect("a folder");
    let name = Label::new("Marché de Die").unwrap();
    let opening = desk::store_opening(&folders, &name).unwrap();
    let (mut store, _) = Store::open(&opening).unwrap();
    let mut past = Past::begin(&mut store);
    let mut left = tickets;
    while left > 0 {
        let mut entries = Vec::new();
        for _ in 0..DAYS_AT_ONCE {
            let today = left.min(DAY);
            let weeks_ago = i64::try_from(left.div_ceil(DAY)).unwrap();
            left -= today;
            past.day(weeks_ago, today, &mut entries);
        }
        store.append_all(entries).unwrap();
        store.checkpoint().unwrap();
    }
    store.close().unwrap();
}

struct Past {
    dice: Dice,
    mint: Mint,
    catalogue: Catalogue,
    settings: Settings,
    now: Moment,
}

impl Past {
    fn begin(store: &mut Store) -> Self {
        let mut past = Self {
            dice: Dice(20_261_121),
            mint: Mint::new([7; 32]),
            catalogue: store.catalogue().unwrap(),
            settings: store.settings().unwrap(),
            now: clock::now(),
        };
        let products = (1..=PRODUCTS).map(|code| past.product(code)).collect();
        let change = past.catalogue.change_products(products);
        past.catalogue.apply(&change);
        let change = past.proposal(Fact::Catalogue(change), past.now);
        store.append(change, None).unwrap();
        past
    }

    fn product(&mut self, code: u32) -> Product {
        let (label, _) = goods::product(&mut self.dice);
        let barcode = format!("37{code:010}");
        Product {
            id: self.mint.id(),
            code: Code::new(code),
            barcodes: vec![barcode.into()],
            label: Label::new(&label).unwrap(),
            unit: if code.is_multiple_of(4) {
                Unit::Kilogram
            } else {
                Unit::Piece
            },
            typed_in: TypedIn::Grams,
            price: Money::from_cents(50 + i64::from(code % 40) * 25).unwrap(),
            quantity_prices: Vec::new(),
            vat: VatRate(550),
            producer: Id::known(OWN_PRODUCER),
            department: Some(Id::known("epicerie")),
            deposit: None,
            maximum: Some(Quantity::pieces(50)),
            stock: Stocked::Counted,
            state: State::OnSale,
        }
    }

    fn proposal(&mut self, fact: Fact, at: Moment) -> Proposal {
        Proposal {
            uid: self.mint.uid(),
            at,
            operator: "Léa".to_owned(),
            fact,
        }
    }

    /// The tickets of one market day, a customer every two minutes.
    fn day(&mut self, weeks_ago: i64, tickets: usize, entries: &mut Vec<Proposal>) {
        let morning = self.now.utc_ms - weeks_ago * WEEK_MS;
        for customer in 0..i64::try_from(tickets).unwrap() {
            let at = Moment {
                utc_ms: morning + customer * 120_000,
                ..self.now
            };
            let ticket = Fact::Ticket(Box::new(self.ticket(at)));
            entries.push(self.proposal(ticket, at));
        }
    }

    /// One to five lines, two times in three paid with a note that is too large.
    fn ticket(&mut self, at: Moment) -> Ticket {
        let mut basket = Basket::new(self.mint.uid());
        for product in self.choice() {
            let quantity = if product.unit.divides() {
                Quantity::from_thousandths(i64::try_from(100 + self.dice.below(1_500)).unwrap())
            } else {
                Quantity::pieces(1 + u32::try_from(self.dice.below(3)).unwrap())
            };
            basket.add(Line::goods(product, quantity)).expect("room");
        }
        let list = PriceList {
            catalogue: &self.catalogue,
            rules: &self.settings.rules,
            day: "2026-11-21",
        };
        let priced = price(&basket, list).expect("a usual sum");
        let mut paying = Tendering::new(priced.total);
        let by_rules = At::of(&self.settings);
        let paid = if self.dice.below(3) == 0 {
            let card = self.settings.tender_by_letter('C').unwrap();
            paying.pay(card, None, &by_rules)
        } else {
            let given = likely_sums(priced.total).last().copied();
            paying.pay(self.settings.cash().unwrap(), given, &by_rules)
        };
        paid.expect("a usual sum");
        basket.opened_ms = at.utc_ms - 40_000;
        let payments = paying.settled().expect("paid");
        priced.ticket(&basket, payments, etal::app::VERSION)
    }

    /// Different articles, those that come first in the catalogue more often.
    fn choice(&mut self) -> Vec<Product> {
        let products = self.catalogue.products();
        let lines = 1 + self.dice.below(5);
        let mut taken = HashSet::new();
        let mut choice = Vec::new();
        for _ in 0..lines {
            let place = self.dice.below(products.len());
            let place = place.min(self.dice.below(products.len()));
            if taken.insert(place) {
                choice.extend(products.get(place).cloned());
            }
        }
        choice
    }
}

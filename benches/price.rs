//! Pricing a long ticket: 300 lines of eight producers under a tariff, with discounts, quantity
//! prices, deposits and things taken back; beside the bare multiplications of the same lines in
//! the same run.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    reason = "a bench reads the clock, and stops where it cannot go on"
)]

use etal::domain::{
    back::Back,
    basket::{Adjustment, Basket, Line, Off, What},
    catalogue::{Catalogue, CatalogueChange, Producer, Product, QuantityPrice, State, Stocked},
    defaults,
    ids::{Id, Uid},
    label::Label,
    money::{Money, Percent, VatRate},
    price::{PriceList, Priced, price},
    quantity::{Quantity, TypedIn, Unit},
    seller::{DatedStatus, Mandate, VatStatus},
    settings::Tariffed,
    ticket::{Past, PastLine, Returned},
};
use std::{hint::black_box, time::Instant};

const LINES: i64 = 300;
const PRODUCERS: i64 = 8;
const ROUNDS: usize = 2_000;

fn main() {
    let stall = label("Étal");
    let settings = defaults::settings(&stall);
    let catalogue = market(&stall);
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: "2026-11-21",
    };
    let basket = basket(list);
    let bare = times(|| {
        let lines = black_box(&basket).lines().iter();
        lines
            .filter_map(|line| line.unit_price().times(line.quantity))
            .sum::<Money>()
    });
    let whole = times(|| price(black_box(&basket), list));
    println!("µs for {LINES} lines of {PRODUCERS} producers   median     p99");
    row("quantity × price, nothing more", bare);
    row("priced: tariff, discounts, shares", whole);
    println!("{} times the bare products", whole.0 / bare.0.max(1));
}

fn label(text: &str) -> Label {
    Label::new(text).expect("a label")
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).expect("an amount")
}

fn market(stall: &Label) -> Catalogue {
    let statuses = [VatStatus::Liable, VatStatus::Franchise, VatStatus::FlatRate];
    let mandates = [Mandate::Transparent, Mandate::Opaque];
    let producers = (0..PRODUCERS)
        .zip(statuses.into_iter().cycle())
        .zip(mandates.into_iter().cycle());
    let producers = producers.map(|((at, status), mandate)| Producer {
        commission: Percent(800),
        mandate,
        status: vec![DatedStatus {
            status,
            from: "2020-01-01".to_owned(),
        }],
        ..Producer::named(
            Id::known(&format!("producer{at}")),
            label(&format!("Ferme {at}")),
        )
    });
    let mut catalogue = Catalogue::default();
    catalogue.apply(&defaults::catalogue(stall));
    catalogue.apply(&CatalogueChange {
        producers: producers.collect(),
        ..CatalogueChange::default()
    });
    catalogue
}

fn product(at: i64) -> Product {
    Product {
        id: Id::known(&format!("product{}", at % 120)),
        code: None,
        barcodes: Vec::new(),
        label: label(&format!("Article {}", at % 120)),
        unit: if at % 3 == 0 {
            Unit::Kilogram
        } else {
            Unit::Piece
        },
        typed_in: TypedIn::Grams,
        price: cents(110 + at % 120 * 7),
        quantity_prices: if at % 5 == 1 {
            vec![QuantityPrice {
                count: 3,
                price: cents(300),
            }]
        } else {
            Vec::new()
        },
        vat: VatRate(if at % 4 == 0 { 2_000 } else { 550 }),
        producer: Id::known(&format!("producer{}", at % PRODUCERS)),
        department: None,
        deposit: (at % 7 == 0).then(|| cents(20)),
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// Lines as they come, none like the one before; one in ten takes something back.
fn basket(list: PriceList<'_>) -> Basket {
    let mut sold = Basket::new(Uid([1; 16]));
    sold.add(Line::goods(product(1), Quantity::pieces(9)))
        .expect("room");
    let sold = price(&sold, list).expect("a usual sum");
    let mut basket = Basket::new(Uid([2; 16]));
    for at in 0..LINES {
        let line = if at % 10 == 9 {
            taken_back(&sold, at)
        } else {
            let quantity = if at % 3 == 0 {
                Quantity::from_thousandths(150 + at * 3)
            } else {
                Quantity::pieces(1 + u32::try_from(at % 4).expect("small"))
            };
            Line {
                discount: (at % 6 == 0).then_some(Off::Percent(Percent(1_000))),
                ..Line::goods(product(at), quantity)
            }
        };
        basket.add(line).expect("room");
    }
    basket.charge(Some(Tariffed {
        id: Id::known("accessible"),
        name: label("Accessible"),
        percent: Percent(6_500),
        step: cents(5),
    }));
    basket.adjust(Some(Adjustment::Off(Off::Percent(Percent(500)), None)));
    basket
}

fn taken_back(sold: &Priced, at: i64) -> Line {
    let back = Back {
        place: PastLine {
            ticket: Past {
                till: "K7QF2M9P".to_owned(),
                epoch: 1,
                seq: u64::try_from(at).expect("small"),
                name: format!("A-{at}"),
            },
            line: 0,
        },
        original: sold.lines.first().expect("a line").clone(),
        before: Quantity::ONE,
        returned: Some(Returned::OnSale),
    };
    Line::of(What::Back(Box::new(back)), Quantity::pieces(2))
}

/// Median and p99 in nanoseconds.
fn times<T>(mut work: impl FnMut() -> T) -> (u128, u128) {
    let mut times: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_nanos()
        })
        .collect();
    times.sort_unstable();
    let at = |share: usize| times.get(ROUNDS * share / 100).copied().unwrap_or_default();
    (at(50), at(99))
}

fn row(name: &str, (median, p99): (u128, u128)) {
    println!("{name:<36}{:>9}{:>8}", median / 1_000, p99 / 1_000);
}

//! What is sold in the worked tickets, and how it is put down.

use etal::domain::{
    basket::{Basket, Line},
    catalogue::{Catalogue, CatalogueChange, Producer, Product, State, Stocked},
    defaults,
    ids::{Id, Uid},
    label::Label,
    money::{Money, Percent, VatRate},
    pay::{At, Tendering},
    price::{PriceList, Priced, price},
    quantity::{Quantity, TypedIn, Unit},
    settings::{Settings, Tariffed},
    ticket::{Owner, Ticket},
};

pub fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

pub fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

pub fn product(id: &str, producer: &str, unit: Unit, price: i64) -> Product {
    Product {
        id: Id::known(id),
        code: None,
        barcodes: Vec::new(),
        label: label(id),
        unit,
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(producer),
        department: None,
        deposit: None,
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

pub fn catalogue() -> Catalogue {
    let producer = |id: &str| Producer {
        commission: Percent(800),
        ..Producer::named(Id::known(id), label(id))
    };
    let mut catalogue = Catalogue::default();
    catalogue.apply(&defaults::catalogue(&label("Étal")));
    catalogue.apply(&CatalogueChange {
        producers: vec![producer("A"), producer("B")],
        ..CatalogueChange::default()
    });
    catalogue
}

pub fn settings() -> Settings {
    defaults::settings(&label("Étal"))
}

pub fn carrots() -> Product {
    product("carrots", "A", Unit::Bunch, 200)
}

pub fn tomatoes() -> Product {
    product("tomatoes", "B", Unit::Kilogram, 350)
}

pub fn basket(lines: Vec<Line>) -> Basket {
    let mut basket = Basket::new(Uid([1; 16]));
    for line in lines {
        basket.add(line).unwrap();
    }
    basket
}

pub fn pieces_of(product: Product, count: u32) -> Line {
    Line::goods(product, Quantity::pieces(count))
}

pub fn weight_of(product: Product, grams: i64) -> Line {
    Line::goods(product, Quantity::from_thousandths(grams))
}

pub fn tariff(percent: u32) -> Tariffed {
    Tariffed {
        id: Id::known("tariff"),
        name: label("Accessible"),
        percent: Percent(percent),
        step: cents(5),
    }
}

pub fn priced(basket: &Basket, tariff: Option<&Tariffed>) -> Priced {
    let mut basket = basket.clone();
    basket.charge(tariff.cloned());
    price_of(&basket)
}

/// The price of a basket with the tariff and the member it has.
pub fn price_of(basket: &Basket) -> Priced {
    let (catalogue, settings) = (catalogue(), settings());
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: "2026-11-21",
    };
    price(basket, list).unwrap()
}

/// The cents of a line that are an owner's.
pub fn share(priced: &Priced, line: usize, owner: Owner) -> i64 {
    priced.lines[line]
        .shares
        .iter()
        .filter(|share| share.to == owner)
        .map(|share| share.cents.cents())
        .sum()
}

pub fn ticket(priced: Priced, tendering: &Tendering) -> Ticket {
    Ticket {
        number: 1,
        name: "A-1".to_owned(),
        lines: priced.lines,
        vat: priced.vat,
        payments: tendering.settled().unwrap(),
        total: priced.total,
        opened_ms: 0,
        version: "test".to_owned(),
        reverses: None,
        corrects: None,
        sellers: priced.sellers,
        paper: None,
        tariff: None,
    }
}

pub fn cash(total: Money, given: i64) -> Tendering {
    let settings = settings();
    let mut tendering = Tendering::new(total);
    let (tender, at) = (settings.cash().unwrap(), At::of(&settings));
    tendering.pay(tender, Some(cents(given)), &at).unwrap();
    tendering
}

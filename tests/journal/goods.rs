//! A market of two producers, and tickets as the journal answers them.

use etal::domain::{
    asking::{PastTicket, SoldLine},
    basket::{Basket, Line},
    catalogue::{Catalogue, CatalogueChange, Producer, Product, QuickKey, State, Stocked},
    defaults,
    ids::{Id, Uid},
    money::{Money, Percent, VatRate},
    price::{PriceList, Priced, price},
    quantity::{Quantity, TypedIn, Unit},
    seller::{DatedStatus, VatStatus},
    settings::{Settings, TenderKind},
    ticket::{Owner, Past, PastLine, Payment, Ticket, TicketLine},
    time::Moment,
    views::TicketDetail,
};

pub use crate::kit::{cents, label};

/// The market day of all tickets here.
pub const DAY: &str = "2026-11-21";

/// A keeps 8 % for the co-op, B 12 %, C owes no VAT and 5 %.
pub fn catalogue() -> Catalogue {
    let producer = |id: &str, commission, status| Producer {
        commission: Percent(commission),
        status: vec![DatedStatus {
            status,
            from: "2026-01-01".into(),
        }],
        ..Producer::named(Id::known(id), label(id))
    };
    let mut catalogue = Catalogue::default();
    catalogue.apply(&defaults::catalogue(&label("Étal")));
    catalogue.apply(&CatalogueChange {
        producers: vec![
            producer("A", 800, VatStatus::Liable),
            producer("B", 1_200, VatStatus::Liable),
            producer("C", 500, VatStatus::Franchise),
        ],
        ..CatalogueChange::default()
    });
    catalogue
}

pub fn settings() -> Settings {
    defaults::settings(&label("Étal"))
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

/// A key that several producers share.
pub fn shared_key() -> QuickKey {
    QuickKey {
        id: Id::known("K1"),
        letter: 'l',
        label: label("Légumes"),
        producer: None,
        department: None,
        vat: VatRate(550),
    }
}

pub fn priced(basket: &Basket) -> Priced {
    let (catalogue, settings) = (catalogue(), settings());
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: DAY,
    };
    price(basket, list).unwrap()
}

pub fn basket(lines: Vec<Line>) -> Basket {
    let mut basket = Basket::new(Uid([1; 16]));
    for line in lines {
        basket.add(line).unwrap();
    }
    basket
}

pub fn row(id: &str, kind: TenderKind, cents: Money) -> Payment {
    Payment {
        tender: Id::known(id),
        name: None,
        kind,
        cents,
        change: false,
        of: None,
        pieces: None,
    }
}

/// The ticket of a basket, paid in cash.
pub fn sold(basket: &Basket) -> Ticket {
    let priced = priced(basket);
    let payments = vec![row("cash", TenderKind::Cash, priced.total)];
    priced.ticket(basket, payments, "test")
}

/// The ticket as the journal answers it, with how much of each line was taken back.
pub fn past(mut ticket: Ticket, before: &[Quantity]) -> PastTicket {
    ticket.name = "A-1".into();
    let at = Moment::parse("2026-11-21T10:42:00+01:00").unwrap();
    let lines = ticket
        .lines
        .iter()
        .zip(0u32..)
        .map(|(line, place)| SoldLine {
            place: PastLine {
                ticket: Past {
                    till: "K7QF2M9P".into(),
                    epoch: 1,
                    seq: 9,
                    name: "A-1".into(),
                },
                line: place,
            },
            at,
            line: line.clone(),
            before: before.get(place as usize).copied().unwrap_or_default(),
        });
    PastTicket {
        lines: lines.collect(),
        paid_by: ticket.payments.clone(),
        detail: TicketDetail {
            till: "K7QF2M9P".into(),
            epoch: 1,
            seq: 9,
            at,
            operator: String::new(),
            extract: String::new(),
            ticket,
            copies: 0,
            reversed_by: None,
        },
    }
}

/// What of a line is an owner's.
pub fn share(line: &TicketLine, owner: Owner) -> i64 {
    let mine = line.shares.iter().filter(|it| it.to == owner);
    mine.map(|it| it.cents.cents()).sum()
}

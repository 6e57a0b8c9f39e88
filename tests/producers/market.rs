//! A stall that sells for six producers, each with another status and another mandate.

use etal::{
    domain::{
        asking::{Ask, Found, OwedRow, SettlementRow},
        back::Back,
        basket::{Basket, Line, What},
        catalogue::{Catalogue, Producer, Product, QuickKey},
        ids::{Id, Uid},
        journal::{Fact, Proposal},
        money::{Money, Percent, VatRate},
        price::{PriceList, Priced, price},
        quantity::Quantity,
        seller::{DatedStatus, Mandate, VatStatus},
        settings::TenderKind,
        settlement::Settlement,
        ticket::{Past, PastLine, Payment, Returned, Ticket},
        time::Moment,
    },
    store::Store,
};

use crate::kit::{self, cents, label, product};

/// The market day.
pub const DAY: &str = "2026-11-21";

/// Who sells at the stall: id, name, commission in percent, flat share in cents, mandate, status.
type Who = (
    &'static str,
    &'static str,
    u32,
    i64,
    Mandate,
    Option<VatStatus>,
);

const PRODUCERS: [Who; 6] = [
    (
        "lac",
        "Ferme du Lac",
        8,
        0,
        Mandate::Transparent,
        Some(VatStatus::Liable),
    ),
    (
        "cimes",
        "Rucher des Cimes",
        10,
        0,
        Mandate::Transparent,
        Some(VatStatus::Franchise),
    ),
    (
        "ott",
        "Vergers Ott",
        0,
        500,
        Mandate::Transparent,
        Some(VatStatus::FlatRate),
    ),
    (
        "noe",
        "Atelier Noé",
        20,
        0,
        Mandate::Opaque,
        Some(VatStatus::Franchise),
    ),
    (
        "gros",
        "Moulin en gros",
        0,
        0,
        Mandate::Resale,
        Some(VatStatus::Liable),
    ),
    ("paul", "Chez Paul", 0, 0, Mandate::Transparent, None),
];

/// Whose each article of the kit is.
const WHOSE: [(u32, &str); 8] = [
    (12, "lac"),
    (31, "lac"),
    (7, "gros"),
    (45, "cimes"),
    (33, "ott"),
    (51, "noe"),
    (18, "paul"),
    (60, "stall"),
];

/// The producers of the stall.
pub fn producers() -> Vec<Producer> {
    PRODUCERS
        .iter()
        .map(|(id, name, commission, flat, mandate, status)| Producer {
            commission: Percent(commission * 100),
            flat: cents(*flat),
            mandate: *mandate,
            status: status
                .iter()
                .map(|status| DatedStatus {
                    status: *status,
                    from: "2026-01-01".to_owned(),
                })
                .collect(),
            siret: label("12345678900012").into(),
            ..Producer::named(Id::known(id), label(name))
        })
        .collect()
}

/// An article of the kit, now somebody's.
pub fn article(code: u32) -> Product {
    let (_, name, unit, price, _) = kit::ARTICLES.iter().find(|it| it.0 == code).unwrap();
    let (_, whose) = WHOSE.iter().find(|it| it.0 == code).unwrap();
    let mut article = product(code, name, unit, *price);
    article.producer = Id::known(whose);
    if code == 45 {
        article.deposit = Some(cents(20));
    }
    article
}

/// The stall's store.
pub fn store() -> Store {
    let mut store = kit::store();
    let rest = store.catalogue().unwrap().change_rest(
        producers(),
        Vec::new(),
        Some(vec![QuickKey {
            id: Id::known("key-shared"),
            letter: 'd',
            label: label("Divers"),
            producer: None,
            vat: VatRate(550),
            department: None,
        }]),
    );
    kit::write(&mut store, 10, Fact::Catalogue(rest));
    let articles = WHOSE.iter().map(|(code, _)| article(*code)).collect();
    let change = store.catalogue().unwrap().change_products(articles);
    kit::write(&mut store, 11, Fact::Catalogue(change));
    store
}

/// The catalogue of the stall.
pub fn catalogue() -> Catalogue {
    store().catalogue().unwrap()
}

/// Prices lines as the stall does on the day.
pub fn priced(lines: Vec<Line>, store: &Store) -> (Basket, Priced) {
    let mut basket = Basket::new(Uid([1; 16]));
    for line in lines {
        basket.add(line).unwrap();
    }
    let priced = price(
        &basket,
        PriceList {
            catalogue: &store.catalogue().unwrap(),
            rules: &store.settings().unwrap().rules,
            day: DAY,
        },
    )
    .unwrap();
    (basket, priced)
}

/// So many thousandths of an article.
pub fn goods(code: u32, thousandths: i64) -> Line {
    Line::goods(article(code), Quantity::from_thousandths(thousandths))
}

/// A payment by a means, whole.
pub fn paid(kind: TenderKind, id: &str, cents: Money) -> Payment {
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

/// Records lines, paid in cash, at a time of the day; answers the ticket and its place.
pub fn sell(store: &mut Store, time: &str, lines: Vec<Line>) -> (Ticket, Past) {
    let (basket, priced) = priced(lines, store);
    let payment = paid(TenderKind::Cash, "cash", priced.total);
    let ticket = priced.ticket(&basket, vec![payment], "etal test");
    record(store, time, ticket)
}

/// Records a ticket at a time of the day; answers it and its place.
pub fn record(store: &mut Store, time: &str, ticket: Ticket) -> (Ticket, Past) {
    let mut uid = [0; 16];
    let number = store.tickets_given().to_be_bytes();
    uid[..8].copy_from_slice(&number);
    uid[15] = 77;
    let recorded = store
        .append(
            Proposal {
                uid: Uid(uid),
                at: Moment::parse(&format!("{DAY}T{time}:00+01:00")).unwrap(),
                operator: "Léa".to_owned(),
                fact: Fact::Ticket(Box::new(ticket.clone())),
            },
            None,
        )
        .unwrap();
    let (number, name) = recorded.ticket.clone().unwrap();
    let ticket = Ticket {
        number,
        name: name.clone(),
        ..ticket
    };
    let past = Past {
        till: recorded.till,
        epoch: recorded.epoch,
        seq: recorded.seq,
        name,
    };
    (ticket, past)
}

/// So much of a line of a past ticket, taken back.
pub fn back((ticket, past): &(Ticket, Past), line: u32, thousandths: i64) -> Line {
    let original = ticket.lines[usize::try_from(line).unwrap()].clone();
    let back = Back {
        place: PastLine {
            ticket: past.clone(),
            line,
        },
        original,
        before: Quantity::ZERO,
        returned: Some(Returned::OnSale),
    };
    Line::of(
        What::Back(Box::new(back)),
        Quantity::from_thousandths(thousandths),
    )
}

fn ask(store: &Store, ask: &Ask) -> Found {
    store.answer(ask).unwrap()
}

/// What a settlement would say now, or up to a ticket.
pub fn settling(store: &Store, producer: &str, up_to: Option<&str>) -> Option<Settlement> {
    let question = Ask::Settling {
        producer: Id::known(producer),
        up_to: up_to.map(str::to_owned),
        day: DAY.to_owned(),
    };
    match ask(store, &question) {
        Found::Settling(found) => *found,
        other => panic!("{other:?}"),
    }
}

/// The settlements of the day, newest first.
pub fn settlements(store: &Store) -> Vec<SettlementRow> {
    match ask(store, &Ask::Settlements(DAY.to_owned())) {
        Found::Settlements(rows) => rows,
        other => panic!("{other:?}"),
    }
}

/// What a producer is owed.
pub fn owed(store: &Store, producer: &str) -> Option<OwedRow> {
    match ask(store, &Ask::Owed) {
        Found::Owed(rows) => rows.into_iter().find(|it| it.producer.as_str() == producer),
        other => panic!("{other:?}"),
    }
}

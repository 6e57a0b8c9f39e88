//! A market that is to be closed.

use etal::{
    domain::{
        catalogue::{Product, Stocked},
        day::{Cash, CashWay, Count},
        ids::{Id, Mint},
        journal::Fact,
        settings::Tender,
    },
    store::Store,
    ui::{closing::Step, words::Language},
};

use crate::kit::{self, Stall, cents};

/// The stall with a float of 150 €, its articles not counted.
pub fn store() -> Store {
    let mut store = kit::store();
    let endless = |(code, name, unit, price, _): &(u32, &str, &str, i64, i64)| Product {
        stock: Stocked::Endless,
        ..kit::product(*code, name, unit, *price)
    };
    let articles = kit::ARTICLES.iter().map(endless).collect();
    let change = store.catalogue().unwrap().change_products(articles);
    kit::write(&mut store, 20, Fact::Catalogue(change));
    float(&mut store);
    store
}

/// The stall with a float of 150 €, its articles counted.
pub fn store_with_stock() -> Store {
    let mut store = kit::store();
    float(&mut store);
    store
}

fn float(store: &mut Store) {
    let float = Cash::by(&tender(store, "cash"), CashWay::Float, cents(15_000));
    kit::write(store, 21, Fact::Cash(float));
}

/// A means of payment of the stall.
pub fn tender(store: &Store, id: &str) -> Tender {
    let settings = store.settings().unwrap();
    settings.tender(&Id::known(id)).cloned().unwrap()
}

/// Opens a till over the store, as after a power cut: names of entries are new ones.
pub fn open(store: Store, language: Language) -> Stall {
    let entries = ["ticket", "count", "stock", "event", "abandoned", "closing"];
    let written: usize = entries
        .iter()
        .map(|it| store.entries(it).unwrap().len())
        .sum();
    let mut stall = kit::open(store, language, None);
    let seed = u8::try_from(written).unwrap();
    stall.till.model.shop.mint = Mint::new([seed + 100; 32]);
    stall
}

/// The same market in the same language, the power cut and back.
pub fn cut(stall: Stall) -> Stall {
    open(stall.into_store(), Language::French)
}

/// Two bunches of carrots in cash, honey by card, bread by cheque.
pub fn sell(stall: &mut Stall) {
    for keys in [
        "2*12<enter><enter><enter>",
        "45<enter><enter>c",
        "7<enter><enter>h",
    ] {
        stall.press(keys).rest();
    }
    stall.press("<esc>").rest();
}

/// A market of three tickets, none of its articles counted.
pub fn sold() -> Stall {
    let mut stall = open(store(), Language::French);
    sell(&mut stall);
    stall
}

/// What the journal has of counts.
pub fn counts(stall: &Stall) -> Vec<Count> {
    let read = |it: &String| serde_json::from_str(it).unwrap();
    stall.entries("count").iter().map(read).collect()
}

/// Where the closing stands.
pub fn step(stall: &Stall) -> Option<Step> {
    let draft = stall.till.model.shop.drafts.closing.as_ref();
    draft.map(|it| it.step)
}

/// The sentence in the status row.
pub fn notice(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    row.split('│').nth(1).unwrap_or_default().trim().to_owned()
}

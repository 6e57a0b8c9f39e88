//! Text that a spreadsheet would run, and names that no file may show.

use etal::domain::{facts::StockWay, quantity::Quantity};

use crate::{
    counter::product,
    day::{bundle, closed_day, rows, text},
    market::{label, market},
};

const CRUEL: [(u32, &str, &str); 7] = [
    (
        11,
        "=HYPERLINK(\"http://x\";\"ici\")",
        "'=HYPERLINK(\"http://x\";\"ici\")",
    ),
    (12, "@SUM(A1:A9)", "'@SUM(A1:A9)"),
    (13, "0012", "'0012"),
    (14, "Tomme \"Jean\"; vieille", "Tomme \"Jean\"; vieille"),
    (16, "+33 6", "'+33 6"),
    (17, "12/11", "'12/11"),
    // A label is one line, whatever was typed.
    (19, "deux\r\nlignes", "deux lignes"),
];

#[test]
fn names_are_words_for_people_and_bytes_for_machines() {
    let mut market = market();
    let goods = CRUEL.map(|(code, name, _)| {
        let mut product = product(code, 100);
        product.label = label(name);
        product
    });
    let proposal = market.counter.stock_up(goods.to_vec());
    market.store.append(proposal, None).unwrap();
    let lines = CRUEL.map(|(code, ..)| market.goods(code, 1));
    market.sell(lines.to_vec(), &[("cash", 700, None)]);
    let brought = market
        .counter
        .moved(13, Quantity::pieces(2), StockWay::Delivered);
    market.store.append(brought, None).unwrap();
    let closing = market.close(0).closing;
    let bundle = bundle(&market, &closing.name);
    let people = rows(&bundle, "articles.csv");
    let data = rows(&bundle, "data/lines.csv");
    for (code, name, safe) in CRUEL {
        let code = code.to_string();
        let article = people.iter().find(|it| it["Code"] == code).unwrap();
        assert_eq!(article["Article"], safe);
        let line = data.iter().find(|it| it["code"] == code).unwrap();
        assert_eq!(line["label"], label(name).as_str());
    }
}

#[test]
fn every_table_for_people_is_quoted_and_ended_as_spreadsheets_want_it() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    for (path, bytes) in &bundle.files {
        let text = str::from_utf8(bytes).unwrap();
        if path.starts_with("data/") {
            assert!(!text.starts_with('\u{feff}'), "{path}");
        }
        if path.starts_with("data/") || path.contains(".json") {
            continue;
        }
        assert!(text.starts_with('\u{feff}'), "{path}");
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
        assert!(text.ends_with("\r\n"), "{path}");
        if path.contains(".csv") {
            let mut lines = text.trim_start_matches('\u{feff}').lines();
            assert!(
                lines.all(|it| it.starts_with('"') && it.ends_with('"')),
                "{path}"
            );
        }
    }
}

#[test]
fn no_member_is_named_anywhere() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    for (path, bytes) in &bundle.files {
        let text = str::from_utf8(bytes).unwrap();
        for name in ["Dupont", "Marie", "Garcia", "Luc", "06 12", "0117", "CARTE"] {
            assert!(!text.contains(name), "{path} has {name}");
        }
    }
    assert!(text(&bundle, "data/members.csv").contains("M1"));
}

#[test]
fn a_till_is_named_in_letters_that_every_stick_takes() {
    use etal::{
        domain::facts::{Identity, Why},
        exchange::bundle::folder,
    };
    let (_, closing) = closed_day();
    let named = |name: &str| {
        let identity = Identity {
            till: "K7QF2M9P".to_owned(),
            name: label(name),
            public_key: String::new(),
            version: String::new(),
            machine: String::new(),
            why: Why::New,
            continues: None,
        };
        folder(&identity, 2, &closing)
    };
    assert_eq!(named("A"), "2026-11-21_A-e2_Z0001");
    assert_eq!(
        named("Café: l’été / <1>"),
        "2026-11-21_Cafe-l-ete-1-e2_Z0001"
    );
    assert_eq!(named("??"), "2026-11-21_K7QF2M9P-e2_Z0001");
    let long = named(&"Place du Champ ".repeat(4));
    assert_eq!(long, "2026-11-21_Place-du-Champ-Place-du-e2_Z0001");
}

#[test]
fn what_cannot_be_read_makes_no_bundle() {
    use etal::exchange::bundle::{NoBundle, files};
    let (market, closing) = closed_day();
    let whole = crate::day::segment(&market, &closing.name);
    let mut later = whole.clone();
    later.entries[3].heading.kind = "received".to_owned();
    assert!(matches!(files(&later), Err(NoBundle::Unreadable { .. })));
    let mut unknown = whole.clone();
    unknown.identities.clear();
    assert_eq!(files(&unknown), Err(NoBundle::NoIdentity(1)));
    let mut empty = whole;
    empty.entries.clear();
    assert_eq!(files(&empty), Err(NoBundle::Empty));
}

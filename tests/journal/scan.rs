//! The receipt finds its ticket again: a scan instead of looking for the number.

use etal::{
    domain::{barcode, receipt::code},
    ui::words::Language,
};

use crate::kit::{open, stall, store};

/// The line of thirteen digits on a receipt.
fn digits(paper: &str) -> String {
    let lines = paper.lines().map(str::trim);
    let mut found = lines.filter(|it| barcode::valid(it) && code::read(it).is_some());
    found.next().unwrap().to_owned()
}

/// A till that sold bread and honey and printed the receipt, and the receipt's digits.
fn sold() -> (crate::kit::Stall, String) {
    let mut stall = stall();
    stall.press("7<enter>45<enter><enter>20<enter>");
    stall.press("!").rest();
    let digits = digits(stall.paper().last().unwrap());
    (stall, digits)
}

#[test]
fn honey_comes_back_by_a_scan_of_its_receipt() {
    let (mut stall, code) = sold();
    stall.scan(&code);
    let screen = stall.screen();
    assert!(screen.contains("Ticket A-1 "), "{screen}");
    let before = stall.keys;
    stall.press("<down>R<enter><enter>").rest();
    assert_eq!(stall.keys - before, 4);
    let tickets = stall.entries("ticket");
    assert_eq!(tickets.len(), 2);
    assert!(tickets[1].contains("\"takes_back\""), "{}", tickets[1]);
    assert!(tickets[1].contains("Miel"), "{}", tickets[1]);
}

#[test]
fn a_receipt_opens_wherever_a_scan_is_taken_and_from_any_keyboard() {
    let (mut stall, code) = sold();
    // An American scanner on a French machine.
    let french: String = code
        .chars()
        .map(|digit| {
            "à&é\"'(-è_ç"
                .chars()
                .nth(digit.to_digit(10).unwrap() as usize)
                .unwrap()
        })
        .collect();
    for (way, typed) in [
        ("<esc>", &code),
        ("<f8>", &code),
        ("<f8><enter>", &code),
        ("/", &code),
        ("3*", &code),
        ("<f8>", &french),
        ("", &french),
    ] {
        stall.press("<esc><esc><esc>").rest();
        if stall.screen().contains("MENU") {
            stall.press("<esc>");
        }
        stall.press(way).scan(typed);
        let screen = stall.screen();
        assert!(screen.contains("┌ Ticket A-1 "), "{way}{typed}\n{screen}");
        assert!(screen.contains("Miel 500 g"), "{screen}");
    }
    assert_eq!(stall.entries("ticket").len(), 1, "nothing was sold by it");
}

#[test]
fn a_receipt_of_elsewhere_or_of_nothing_says_so() {
    let (mut stall, own) = sold();
    let till = code::read(&own).unwrap();
    let store = store();
    let unknown = code::code(store.till(), store.epoch(), 99).unwrap();
    let earlier = code::code(store.till(), store.epoch() + 6, 1).unwrap();
    assert_eq!(code::read(&unknown).unwrap().life, till.life);
    for scan in [unknown, earlier, code::code("next stall", 1, 1).unwrap()] {
        stall.press("<space>").scan(&scan);
        let screen = stall.screen();
        assert!(
            screen.contains("Ce reçu vient d’une autre caisse"),
            "{screen}"
        );
        assert!(screen.contains("VENTE"), "{screen}");
    }
}

#[test]
fn an_article_of_the_same_number_is_the_article() {
    let (stall, code) = sold();
    let mut store = stall.into_store();
    let mut bread = crate::kit::product(7, "Pain de seigle", "piece", 400);
    bread.barcodes = vec![code.as_str().into()];
    let change = store.catalogue().unwrap().change_products(vec![bread]);
    crate::kit::write(
        &mut store,
        90,
        etal::domain::journal::Fact::Catalogue(change),
    );
    let mut stall = open(store, Language::French, None);
    stall.scan(&code);
    let screen = stall.screen();
    assert!(
        screen.contains("VENTE") && screen.contains("Pain de seigle"),
        "{screen}"
    );
}

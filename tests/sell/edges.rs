//! Long names, long tickets, small screens, keys that mean nothing.

use etal::{
    domain::money::Money,
    ui::{event::Event, keys::Key, words::Language},
};

use crate::{
    kit::{self, label, open, product, stall, store},
    lines, told, total,
};

#[test]
fn a_name_of_64_letters_and_an_empty_catalogue_are_drawn_at_every_size() {
    let mut store = store();
    let long = "Confiture de mûres sauvages des bords de la Drôme, cuite au feu d";
    let change = store
        .catalogue()
        .unwrap()
        .change_products(vec![product(99, long, "kg", 1200)]);
    kit::write(
        &mut store,
        9,
        etal::domain::journal::Fact::Catalogue(change),
    );
    let mut stall = open(store, Language::French, None);
    stall.press("1,234*99<enter>12<enter>co");
    for columns in [1, 20, 59, 60, 79, 80, 120, 200] {
        for rows in [1, 10, 19, 20, 23, 24, 40, 60] {
            stall.resize(columns, rows);
            let _ = stall.screen();
        }
    }
    stall.resize(120, 40);
    assert!(stall.screen().contains(label(long).as_str()));
}

#[test]
fn three_hundred_lines_are_one_ticket() {
    let mut stall = stall();
    for _ in 0..150 {
        stall.press("12<enter>7<enter>");
    }
    assert_eq!(lines(&stall).len(), 300);
    assert_eq!(total(&stall), 150 * 600);
    stall.press("+").rest();
    assert_eq!(stall.entries("ticket").len(), 1);
}

#[test]
fn a_resize_changes_nothing() {
    let mut stall = stall();
    stall.press("12<enter>");
    stall.tell(Event::Resized);
    assert_eq!(total(&stall), 200);
}

#[test]
fn keys_that_mean_nothing_ring_the_bell_and_are_not_swallowed_silently() {
    let mut stall = stall();
    for key in [Key::Left, Key::Ctrl('x'), Key::F(12), Key::Delete] {
        let before = stall.bells;
        stall.stroke(key);
        assert_eq!(stall.bells, before + 1, "{key:?}");
    }
    assert_eq!(stall.till.model.shop.priced().total, Money::ZERO);
}

#[test]
fn the_total_agreed_on_is_off_when_another_article_comes() {
    let mut stall = stall();
    stall.press("3*12<enter><enter>5t<esc>");
    assert_eq!(total(&stall), 500);
    stall.press("7<enter>");
    assert_eq!(total(&stall), 1_000);
    assert!(told(&stall).contains("Remise annulée"), "{}", told(&stall));
}

#[test]
fn a_scan_of_nothing_we_know_is_no_price_and_can_become_an_article() {
    let mut stall = stall();
    stall.press("12<enter><up>p").scan("4006381333931").rest();
    let screen = stall.screen();
    assert!(!screen.contains("Prix >"), "{screen}");
    assert_eq!(total(stall.press(":")), 200);
    assert!(stall.screen().contains("ARTICLE"), "{}", stall.screen());
}

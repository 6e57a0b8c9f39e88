//! What may be typed into the count, and what may not.

use etal::ui::{closing::Step, words::Language};

use crate::{
    kit::{Stall, cents},
    market::{self, counts, notice, step},
};

fn counting(language: Language) -> Stall {
    let mut stall = market::open(market::store(), language);
    market::sell(&mut stall);
    stall.press("<esc>9").rest();
    stall
}

/// The fields of the cash as they were typed.
fn typed(stall: &Stall) -> Vec<String> {
    let draft = stall.till.model.shop.drafts.closing.as_ref();
    draft.unwrap().typed.pieces.clone()
}

#[test]
fn notes_and_coins_are_counted_and_nothing_expected_is_told_before() {
    let mut stall = counting(Language::French);
    stall.press("2<enter>1<enter><enter>6<enter>");
    let screen = stall.screen();
    assert!(!screen.contains("154,00"), "{screen}");
    assert!(!screen.contains("Attendu"), "{screen}");
    // Eight coins, rolls, the card's slip, no cheques.
    stall.press("<enter><enter><enter><enter><enter><enter><enter><enter>4<enter>");
    assert!(counts(&stall).is_empty());
    stall.press("7,20<enter><enter>").rest();
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    let counts = counts(&stall);
    assert_eq!(counts.len(), 1);
    let [cash, card] = counts[0].means.as_slice() else {
        panic!("{counts:?}");
    };
    assert_eq!((cash.total, cash.other), (cents(15_400), cents(400)));
    assert_eq!(cash.pieces.len(), 3);
    assert_eq!(card.total, cents(720));
    assert!(counts[0].adds_up());
}

#[test]
fn what_is_no_count_is_refused_in_one_sentence() {
    let mut stall = counting(Language::English);
    for (keys, said) in [
        ("-", "never negative"),
        ("a", "Only digits"),
        ("1000000000000<enter>", "At most 99999"),
        ("100000<enter>", "At most 99999"),
        ("1,5<enter>", "whole number"),
        ("1,,5<enter>", "cannot be read"),
    ] {
        stall.press(keys);
        assert!(notice(&stall).contains(said), "{keys}: {}", stall.screen());
        stall.press("<delete>");
    }
    assert!(typed(&stall).iter().all(String::is_empty));
    stall.press("=");
    for (keys, said) in [
        ("99999999<enter>", "beyond"),
        ("12,345<enter>", "two digits"),
        ("1,2,3<enter>", "cannot be read"),
    ] {
        stall.press(keys);
        assert!(notice(&stall).contains(said), "{keys}: {}", stall.screen());
        stall.press("<delete>");
    }
    assert_eq!(step(&stall), Some(Step::Count));
    assert!(counts(&stall).is_empty());
}

#[test]
fn a_number_of_cheques_wants_their_total() {
    let mut stall = counting(Language::French);
    stall.press("=10<enter><enter>3<enter><enter>").rest();
    assert!(
        notice(&stall).contains("Il manque le total"),
        "{}",
        stall.screen()
    );
    stall.press("4<enter>").rest();
    let counts = counts(&stall);
    let cheques = &counts[0].means[1];
    assert_eq!((cheques.number, cheques.total), (Some(3), cents(400)));
}

#[test]
fn the_french_row_types_digits() {
    let mut stall = counting(Language::French);
    stall.press("&à<enter>");
    assert_eq!(typed(&stall)[0], "10");
}

#[test]
fn neither_a_scan_nor_a_held_enter_lands_in_a_field() {
    let mut stall = counting(Language::French);
    stall.press("2");
    stall.scan("3760123456784");
    assert_eq!(typed(&stall)[0], "2");
    stall.press_every(30, "<enter><enter><enter><enter><enter><enter>");
    stall.rest();
    let at = stall
        .till
        .model
        .shop
        .drafts
        .closing
        .as_ref()
        .unwrap()
        .typed
        .at;
    assert!(at <= 1, "{at}");
    // On the last field, a held Enter writes nothing.
    stall.press("<end>").rest();
    stall.press_every(30, "<enter><enter><enter><enter>").rest();
    assert!(counts(&stall).is_empty(), "{}", stall.screen());
    stall.press("<enter>").rest();
    assert_eq!(counts(&stall).len(), 1);
}

#[test]
fn a_quick_hand_leaves_each_field_with_its_enter() {
    let mut stall = counting(Language::French);
    stall.press_every(60, "2<enter>7<enter>11<enter>").rest();
    assert_eq!(typed(&stall)[..3], ["2", "7", "11"], "{}", stall.screen());
}

#[test]
fn one_total_closes_in_sixteen_keys() {
    let mut stall = market::sold();
    let before = stall.keys;
    stall
        .press("<esc>9=452,60<enter><enter><enter><enter>")
        .rest();
    stall.press("<enter>z<enter>").rest();
    let keys = stall.keys - before;
    assert_eq!(stall.entries("closing").len(), 1, "{}", stall.screen());
    assert!(keys <= 16, "{keys}");
}

#[test]
fn a_full_count_closes_in_fifty_five_keys() {
    let mut stall = market::open(market::store(), Language::French);
    market::sell(&mut stall);
    stall
        .press("18<enter><enter>l")
        .rest()
        .press("<esc>")
        .rest();
    let before = stall.keys;
    stall.press("<esc>9");
    stall.press("2<enter>7<enter>11<enter>6<enter>14<enter>21<enter>4<enter>3<enter>");
    stall.press("2<enter>1<enter><enter><enter><enter>");
    stall.press("7,20<enter>1<enter>4<enter>1,10<enter>").rest();
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    stall.press("<enter>").rest().press("<enter>").rest();
    stall.press("z<enter>").rest();
    let keys = stall.keys - before;
    assert_eq!(stall.entries("closing").len(), 1, "{}", stall.screen());
    assert!(keys <= 55, "{keys}");
}

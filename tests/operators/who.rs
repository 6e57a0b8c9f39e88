//! Who is at the till: one key, no PIN, and each entry says so.

use crate::{french, happened, killed, kit::store, says, tickets, with_operators};

/// The operators of all tickets, oldest first.
fn sellers(stall: &crate::kit::Stall) -> Vec<String> {
    let store = stall.till.store_here().unwrap();
    let tickets = store.entries("ticket").unwrap();
    tickets.into_iter().map(|it| it.heading.operator).collect()
}

#[test]
fn one_key_takes_the_next_and_the_ticket_stays_open() {
    let mut stall = french(with_operators(store()));
    stall.press("12<enter>");
    stall.press("<f12>");
    assert!(says(&stall, "BM est à la caisse."), "{}", stall.screen());
    assert!(says(&stall, "Carottes botte"), "the ticket stays open");
    stall.press("<enter><enter>").rest();
    stall.press("<f12>7<enter><enter><enter>").rest();
    assert_eq!(tickets(&stall), 2);
    assert_eq!(sellers(&stall), ["BM", "BR"]);
    stall.press("<f12><f12>");
    assert!(says(&stall, "· BM "), "after the last comes the first");
    assert_eq!(
        happened(&stall),
        [
            "operator: Léa > BM",
            "operator: BM > BR",
            "operator: BR > LD",
            "operator: LD > BM"
        ]
    );
}

#[test]
fn a_digit_or_the_first_letters_choose_from_the_list() {
    let mut stall = french(with_operators(store()));
    stall.press("<esc>o");
    stall.rest();
    stall.press("3").rest();
    assert!(says(&stall, "LD est à la caisse."), "{}", stall.screen());
    stall.press("<esc>o").rest();
    stall.press("b").rest();
    assert!(says(&stall, "QUI EST À LA CAISSE"), "BM or BR?");
    stall.press("r").rest();
    assert!(says(&stall, "BR est à la caisse."), "{}", stall.screen());
    stall.press("<esc>o").rest();
    stall.press("<up><enter>");
    assert!(says(&stall, "BM est à la caisse."), "{}", stall.screen());
    stall.press("<esc>o").rest();
    stall.press("x").rest();
    assert!(says(&stall, "QUI EST À LA CAISSE"), "nobody begins so");
}

#[test]
fn a_scan_chooses_nobody() {
    let mut stall = french(with_operators(store()));
    stall.press("<esc>o").rest();
    stall.scan("3760123456784").rest();
    assert_eq!(happened(&stall), [""; 0]);
    assert_eq!(stall.till.model.shop.operator, "Léa");
}

#[test]
fn who_it_was_survives_a_kill() {
    let mut stall = french(with_operators(store()));
    stall.press("<f12><f12>12<enter>");
    let stall = killed(stall);
    assert_eq!(stall.till.model.shop.operator, "BR");
    assert!(says(&stall, "· BR "));
    assert!(says(&stall, "Carottes botte"));
}

#[test]
fn where_nobody_is_on_the_list_a_sentence_says_how() {
    let mut stall = french(store());
    stall.press("12<enter><f12>");
    assert!(says(&stall, "Personne n’est inscrit"), "{}", stall.screen());
    stall.press("<esc>o").rest();
    assert!(says(&stall, "etal settings apply"), "{}", stall.screen());
    assert_eq!(happened(&stall), [""; 0]);
}

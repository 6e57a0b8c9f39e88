//! What should be there, what was found, and what may explain the difference.

use etal::{
    app::keeper::hash,
    domain::{
        closing::DifferenceReason,
        ids::Id,
        keeper::{Kept, Misses, Pin},
        settings::TenderKind,
    },
    ui::{closing::Step, words::Language},
};

use crate::{
    kit::{Stall, cents},
    market::{self, counts, step},
};

/// The keeper's PIN of these tests.
const PIN: &str = "2718";

/// The market counted: the cash in one sum, what the card's slip says, the cheques not.
fn counted(cash: &str, card: &str) -> Stall {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    stall
        .press(&format!("={cash}<enter>{card}<enter><enter>"))
        .rest();
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    stall
}

#[test]
fn a_difference_is_said_in_words_and_wants_no_key() {
    let mut stall = counted("153,70", "7,20");
    let screen = stall.screen();
    assert!(screen.contains("-0,30 manque"), "{screen}");
    assert!(screen.contains("non compté"), "{screen}");
    assert!(screen.contains("[1\u{a0}inconnu]"), "{screen}");
    stall.press("<enter>").rest();
    assert_eq!(step(&stall), Some(Step::Float));
    let draft = stall.till.model.shop.drafts.closing.as_ref().unwrap();
    assert_eq!(draft.reason, Some(DifferenceReason::Unknown));
}

#[test]
fn a_digit_says_why() {
    let mut stall = counted("153,70", "7,20");
    stall.press("2").rest();
    assert!(
        stall.screen().contains("[2\u{a0}rendu]"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest();
    let draft = stall.till.model.shop.drafts.closing.as_ref().unwrap();
    assert_eq!(draft.reason, Some(DifferenceReason::Change));
}

#[test]
fn a_means_taken_for_another_is_named_with_its_ticket_and_put_right_there() {
    let mut stall = counted("150", "11,20");
    let screen = stall.screen();
    assert!(screen.contains("A-1 (4,00\u{a0}€)"), "{screen}");
    stall.press("a").rest();
    assert!(stall.screen().contains("TICKET"), "{}", stall.screen());
    // The means of the ticket are changed there; the difference is gone when one comes back.
    stall
        .press("m")
        .rest()
        .press("c")
        .rest()
        .press("<enter>")
        .rest();
    stall.press("<esc>").rest();
    let screen = stall.screen();
    assert!(screen.contains("CLÔTURE · ÉCART"), "{screen}");
    assert!(!screen.contains("manque"), "{screen}");
}

#[test]
fn a_sale_after_the_count_spoils_nothing() {
    let mut stall = counted("154", "7,20");
    stall
        .press("<esc>")
        .rest()
        .press("12<enter><enter><enter>")
        .rest();
    stall.press("<esc><esc>9").rest();
    let screen = stall.screen();
    assert!(screen.contains("Depuis le comptage"), "{screen}");
    assert!(screen.contains("+2,00"), "{screen}");
    assert!(screen.contains("156,00"), "{screen}");
    assert!(
        !screen.contains("manque") && !screen.contains("en trop"),
        "{screen}"
    );
}

#[test]
fn counting_again_leaves_the_first_count_in_the_journal() {
    let mut stall = counted("150", "7,20");
    stall.press("r").rest();
    assert_eq!(step(&stall), Some(Step::Count));
    stall.press("<delete>154<enter><enter><enter>").rest();
    let totals: Vec<_> = counts(&stall).iter().map(|it| it.means[0].total).collect();
    assert_eq!(totals, [cents(15_000), cents(15_400)]);
    assert!(stall.screen().contains("2 comptages"), "{}", stall.screen());
}

#[test]
fn a_float_nobody_counted_is_said() {
    let mut stall = market::open(crate::kit::store(), Language::French);
    market::sell(&mut stall);
    stall.press("<esc>9").rest().press("l").rest();
    stall.press("=154<enter><enter><enter>").rest();
    let screen = stall.screen();
    assert!(screen.contains("Fond jamais compté"), "{screen}");
    assert!(screen.contains("Un fond de 150,00\u{a0}€"), "{screen}");
}

#[test]
fn nothing_counted_is_taken_as_it_should_be_and_said_so() {
    let mut stall = market::sold();
    stall.press("<esc>9=<enter><enter><enter>").rest();
    let screen = stall.screen();
    assert!(screen.contains("non compté"), "{screen}");
    assert!(!screen.contains("Motif"), "{screen}");
    let day = &counts(&stall)[0];
    assert!(day.of(&Id::known("cash")).is_none());
    assert!(day.means.iter().all(|it| it.kind != TenderKind::Cash));
}

#[test]
fn a_great_difference_is_the_keepers_where_a_pin_is_set() {
    let mut store = market::sold().into_store();
    let mut pin = Pin::default();
    PIN.chars().for_each(|digit| pin.push(digit).unwrap());
    let kept = Kept {
        phc: hash(&pin, (8, 1, 1)).unwrap(),
        misses: Misses::default(),
    };
    store.keep(Some(&kept), None).unwrap();
    let mut stall = market::open(store, Language::French);
    stall.press("<esc>9=100<enter>7,20<enter><enter>").rest();
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    stall.press("<enter>").rest();
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    stall.press(PIN).press("<enter>").rest();
    assert_eq!(step(&stall), Some(Step::Float), "{}", stall.screen());
    // Long after, nobody closes over it either.
    stall.until(etal::domain::time::Moment::parse("2026-11-21T12:42:00+01:00").unwrap());
    stall.press("<enter>").rest();
    stall.press("Z<enter>").rest();
    assert_eq!(stall.entries("closing").len(), 0, "{}", stall.screen());
    stall.press(PIN).press("<enter>").rest();
    assert_eq!(stall.entries("closing").len(), 1, "{}", stall.screen());
}

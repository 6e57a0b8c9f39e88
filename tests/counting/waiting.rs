//! What stands in the way of a closing, and what was not sold.

use etal::{
    domain::{
        catalogue::QuickKey,
        facts::{Reason, StockMoves, StockWay},
        ids::Id,
        journal::Fact,
        money::VatRate,
    },
    ui::{closing::Step, words::Language},
};

use crate::{
    kit::{Stall, label, write},
    market::{self, counts, notice, step},
};

fn stock(stall: &Stall) -> Vec<StockMoves> {
    let read = |it: &String| serde_json::from_str(it).unwrap();
    stall.entries("stock").iter().map(read).collect()
}

#[test]
fn with_nothing_in_the_way_the_count_comes_at_once() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    assert_eq!(step(&stall), Some(Step::Count), "{}", stall.screen());
}

#[test]
fn with_nothing_to_close_the_list_of_closings_comes() {
    let mut stall = market::open(crate::kit::store(), Language::French);
    stall.press("<esc>9").rest();
    assert!(
        notice(&stall).contains("Rien à clôturer"),
        "{}",
        stall.screen()
    );
    assert_eq!(step(&stall), None);
}

#[test]
fn a_ticket_aside_is_taken_up_and_the_closing_waits_for_it() {
    let mut stall = market::sold();
    stall.press("18<enter><f3>").rest();
    stall.press("<esc>9").rest();
    assert_eq!(step(&stall), Some(Step::Before));
    stall.press("<enter>").rest();
    assert!(
        notice(&stall).contains("9 dans le menu"),
        "{}",
        stall.screen()
    );
    assert!(!stall.till.model.shop.basket().is_empty());
    stall.press("<enter><enter>").rest();
    stall.press("<esc><esc>").rest();
    assert!(
        stall.screen().contains("clôture commencée"),
        "{}",
        stall.screen()
    );
    stall.press("9").rest();
    assert_eq!(step(&stall), Some(Step::Count), "{}", stall.screen());
}

#[test]
fn a_ticket_aside_may_wait_for_the_next_market_on_purpose() {
    let mut stall = market::sold();
    stall.press("18<enter><f3>").rest();
    stall.press("<esc>9").rest().press("g").rest();
    assert_eq!(step(&stall), Some(Step::Count));
    assert_eq!(stall.till.model.shop.drafts.parked.len(), 1);
    assert!(stall.entries("abandoned").is_empty());
}

#[test]
fn a_ticket_aside_is_given_up_only_by_a_yes() {
    let mut stall = market::sold();
    stall.press("18<enter><f3>").rest();
    stall.press("<esc>9").rest().press("<delete><enter>").rest();
    assert_eq!(stall.till.model.shop.drafts.parked.len(), 1);
    stall.press("<delete>o").rest();
    assert!(stall.till.model.shop.drafts.parked.is_empty());
    assert_eq!(stall.entries("abandoned").len(), 1);
    assert_eq!(step(&stall), Some(Step::Count), "{}", stall.screen());
}

#[test]
fn an_open_ticket_comes_before_a_step_that_was_reached() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest().press("=10<enter>").rest();
    stall.press("<esc>").rest().press("18<enter><esc>9").rest();
    assert!(
        stall.screen().contains("Ticket ouvert"),
        "{}",
        stall.screen()
    );
    stall.press("g").rest();
    assert!(
        stall.screen().contains("CLÔTURE · COMPTAGE"),
        "{}",
        stall.screen()
    );
}

#[test]
fn an_enter_takes_home_all_that_was_not_sold() {
    let mut stall = market::open(market::store_with_stock(), Language::French);
    market::sell(&mut stall);
    let before = stock(&stall).len();
    stall.press("<esc>9").rest();
    assert_eq!(step(&stall), Some(Step::Unsold));
    stall.press("<enter>").rest();
    assert_eq!(step(&stall), Some(Step::Count), "{}", stall.screen());
    let written = stock(&stall);
    assert_eq!(written.len(), before + 1, "one entry");
    let moves = &written[before].moves;
    assert_eq!(moves.len(), 8);
    assert!(moves.iter().all(|it| it.way == StockWay::TakenHome));
    let store = stall.into_store();
    let left = store.left().unwrap();
    assert!(left.values().all(|it| it.thousandths() == 0), "{left:?}");
}

#[test]
fn some_is_lost_some_stays_and_no_more_goes_than_there_is() {
    let mut stall = market::open(market::store_with_stock(), Language::French);
    market::sell(&mut stall);
    let before = stock(&stall).len();
    stall.press("<esc>9").rest();
    stall.press("p99<enter>").rest();
    assert!(
        notice(&stall).contains("Il ne reste que"),
        "{}",
        stall.screen()
    );
    stall.press("<back><back>3<enter>").rest().press("1").rest();
    stall.press("r").rest();
    stall.press("<enter>").rest();
    let moves = stock(&stall).remove(before).moves;
    let label = &moves[0].label;
    let first: Vec<_> = moves.iter().filter(|it| it.label == *label).collect();
    assert_eq!(first.len(), 1, "the rest stays");
    assert_eq!(first[0].way, StockWay::Lost);
    assert_eq!(first[0].reason, Some(Reason::Spoilt));
    assert_eq!(first[0].quantity.thousandths(), 3_000);
}

#[test]
fn everything_may_stay_in_the_stock() {
    let mut stall = market::open(market::store_with_stock(), Language::French);
    market::sell(&mut stall);
    let before = stock(&stall).len();
    stall.press("<esc>9").rest().press("l").rest();
    assert_eq!(step(&stall), Some(Step::Count));
    assert_eq!(stock(&stall).len(), before);
    assert!(counts(&stall).is_empty());
}

#[test]
fn amounts_without_a_producer_are_attributed_or_left_for_later() {
    let mut store = market::store();
    let shared = QuickKey {
        id: Id::known("key-shared"),
        letter: 'd',
        label: label("Divers"),
        producer: None,
        vat: VatRate(550),
        department: None,
    };
    let keys = store.catalogue().unwrap();
    let keys = keys.change_rest(Vec::new(), Vec::new(), Some(vec![shared]));
    write(&mut store, 22, Fact::Catalogue(keys));
    let mut stall = market::open(store, Language::French);
    stall.press("4,50d<enter><enter><enter>").rest();
    stall.press("<esc><esc>9").rest();
    let screen = stall.screen();
    assert!(screen.contains("1 montant sans producteur"), "{screen}");
    stall.press("<enter>").rest();
    assert!(!stall.screen().contains("CLÔTURE"), "{}", stall.screen());
    stall.press("<esc>").rest();
    assert_eq!(step(&stall), Some(Step::Before), "{}", stall.screen());
    stall.press("g").rest();
    assert_eq!(step(&stall), Some(Step::Count), "{}", stall.screen());
}

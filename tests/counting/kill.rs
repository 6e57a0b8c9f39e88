//! The power is cut at every key of a closing: it comes back to the same picture, and nothing is
//! there twice.

use etal::ui::{closing::Step, keys::typed, words::Language};

use crate::{
    kit::Stall,
    market::{self, counts, cut, step},
};

/// The screen without its header, its status row and what is typed of a question.
fn picture(stall: &Stall) -> String {
    let screen = stall.screen();
    let rows: Vec<&str> = screen.lines().collect();
    rows[1..22].join("\n")
}

#[test]
fn every_key_of_a_closing_survives_a_power_cut() {
    let mut stall = market::open(market::store_with_stock(), Language::French);
    market::sell(&mut stall);
    stall.press("18<enter><f3>").rest();
    let before = stall.entries("stock").len();
    stall.press("<esc>9").rest();
    let script = "<down>g<down>p2<enter>1r<down><enter>2<enter>7<up><down><enter><end>\
                  <up><up><up>=154<enter>7,20<enter>1<enter>4<enter>2";
    for key in typed(script).unwrap() {
        stall.stroke(key).rest();
        let was = picture(&stall);
        stall = cut(stall);
        assert_eq!(picture(&stall), was, "after {key:?}");
    }
    assert_eq!(step(&stall), Some(Step::Gap));
    assert_eq!(stall.entries("stock").len(), before + 1);
    assert_eq!(counts(&stall).len(), 1);
}

#[test]
fn a_cut_between_the_enter_and_the_entry_writes_it_once() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    stall.press("=154<enter>7,20<enter><enter>");
    assert!(counts(&stall).is_empty(), "it is held still");
    let mut stall = cut(stall);
    stall.rest();
    assert_eq!(counts(&stall).len(), 1);
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
    assert_eq!(counts(&cut(stall)).len(), 1);
}

#[test]
fn an_entry_that_was_written_before_its_step_was_saved_is_there_once() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    stall.press("=154<enter>7,20<enter><enter>");
    let drafts = stall.till.model.shop.drafts.clone();
    stall.rest();
    assert_eq!(counts(&stall).len(), 1);
    // What was saved is as old as the Enter.
    let store = stall.into_store();
    let mut stall = crate::kit::open(store, Language::French, Some(drafts));
    stall.rest();
    assert_eq!(counts(&stall).len(), 1);
    assert_eq!(step(&stall), Some(Step::Gap), "{}", stall.screen());
}

#[test]
fn with_a_ticket_open_the_sell_screen_comes_back_and_names_the_way() {
    let mut stall = market::sold();
    stall.press("<esc>9=15").rest();
    stall.press("<esc>").rest().press("18<enter>").rest();
    let mut stall = cut(stall);
    assert!(
        market::notice(&stall).contains("9 dans le menu"),
        "{}",
        stall.screen()
    );
    stall
        .press("<enter><enter>")
        .rest()
        .press("<esc><esc>9")
        .rest();
    assert!(stall.screen().contains("15_"), "{}", stall.screen());
}

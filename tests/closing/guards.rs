//! Only Z and a meant Enter close, once, and no power cut closes or loses anything.

use etal::{
    domain::{
        asking::{Ask, Found},
        ids::Mint,
    },
    ui::{
        closing::Step,
        event::{Event, News},
        words::Language,
    },
};

use crate::end::{again, at_float, at_float_by_piece, at_seal, body, closings, reopened};

#[test]
fn nothing_but_a_meant_enter_behind_the_letter_closes() {
    for keys in [
        "<enter>",
        "o<enter>",
        "zz<enter>",
        "9z<back><enter>",
        "z9<enter>",
        "z<esc><enter>",
    ] {
        let mut stall = at_seal();
        stall.press(keys).rest();
        assert!(closings(&stall).is_empty(), "{keys}");
        stall.press("z<enter>").rest();
        assert_eq!(closings(&stall).len(), 1, "{keys}");
    }
}

#[test]
fn no_scan_and_no_held_key_closes() {
    for gap_ms in [0, 9, 30, 60, 119] {
        let mut stall = at_seal();
        stall.press_every(gap_ms, "ZZTOP1Z<enter>").rest();
        stall.press_every(gap_ms, "z<enter>").rest();
        stall.scan("3760123456784").scan("Z123456");
        stall.rest().press("z");
        stall
            .press_every(gap_ms, "<enter><enter><enter><enter><enter>")
            .rest();
        assert!(closings(&stall).is_empty(), "{gap_ms}");
    }
    // The first Enter is a hand's, and then it is held.
    let mut stall = at_seal();
    stall
        .press("z<enter>")
        .press_every(30, "<enter><enter><enter>")
        .rest();
    assert!(closings(&stall).is_empty(), "{}", stall.screen());
    let mut stall = at_float();
    stall
        .press("<enter>")
        .press_every(30, "<enter><enter><enter><enter>")
        .rest();
    assert!(closings(&stall).is_empty());
}

#[test]
fn no_key_closes_twice() {
    let mut stall = at_seal();
    stall.press("z<enter>z<enter>z<enter><enter>").rest();
    assert_eq!(closings(&stall).len(), 1);
}

#[test]
fn a_power_cut_comes_back_to_the_step_with_all_that_was_typed() {
    let mut stall = at_float_by_piece();
    for key in ["e", "1", "2", "0", "<enter>", "z"] {
        stall.press(key).rest();
        let seen = body(&stall);
        let store = stall.into_store();
        stall = again(store, Language::French);
        // The letter is no decision before its Enter: it is typed again.
        if key != "z" {
            assert_eq!(body(&stall), seen, "{key}");
        }
    }
    stall.press("z<enter>").rest();
    assert_eq!(closings(&stall).len(), 1);
}

#[test]
fn a_sale_that_came_meanwhile_is_to_be_read_first() {
    let stall = at_seal();
    let Found::Day(old) = stall.till.store_here().unwrap().answer(&Ask::Day).unwrap() else {
        panic!("no day")
    };
    let mut drafts = stall.till.model.shop.drafts.clone();
    drafts.closing = None;
    let mut selling = crate::kit::open(stall.into_store(), Language::French, Some(drafts));
    selling.till.model.shop.mint = Mint::new([77; 32]);
    selling.press("18<enter><enter><enter>").rest();
    let store = selling.into_store();
    assert_eq!(store.tickets_given(), 7);
    let mut stall = reopened(store, Some(Step::Seal));
    // The screen still shows the day as it was.
    stall.tell(Event::Told(News::Found(Box::new(Found::Day(old)))));
    assert!(!stall.screen().contains("A-7"), "{}", stall.screen());
    stall.press("z<enter>").rest();
    assert!(closings(&stall).is_empty());
    let screen = stall.screen();
    assert!(screen.contains("relisez"), "{screen}");
    assert!(screen.contains("A-7"), "{screen}");
    stall.press("z<enter>").rest();
    assert_eq!(closings(&stall)[0].figures.tickets, 7);
}

#[test]
fn a_closing_that_was_written_before_the_power_went_is_not_written_again() {
    let mut stall = at_seal();
    let drafts = stall.till.model.shop.drafts.clone();
    stall.press("z<enter>").rest();
    let store = stall.into_store();
    let mut stall = crate::kit::open(store, Language::French, Some(drafts));
    stall.rest();
    assert!(stall.screen().contains("A-Z1"), "{}", stall.screen());
    assert_eq!(stall.till.model.shop.drafts.closing, None);
    stall.press("z<enter>").rest();
    assert_eq!(closings(&stall).len(), 1);
}

#[test]
fn a_sale_after_a_closing_that_nobody_was_told_of_is_closed_by_another() {
    let mut stall = at_seal();
    let drafts = stall.till.model.shop.drafts.clone();
    stall.press("z<enter>").rest();
    // Back after the power cut, the till was at the sale.
    let mut elsewhere = drafts.clone();
    elsewhere.closing = None;
    let mut selling = crate::kit::open(stall.into_store(), Language::French, Some(elsewhere));
    selling.till.model.shop.mint = Mint::new([78; 32]);
    selling.press("18<enter><enter><enter>").rest();
    let mut stall = crate::kit::open(selling.into_store(), Language::French, Some(drafts));
    stall.till.model.shop.mint = Mint::new([79; 32]);
    stall.rest().press("z<enter>").rest();
    assert_eq!(closings(&stall).len(), 1, "{}", stall.screen());
    stall.press("z<enter>").rest();
    let closed = closings(&stall);
    assert_eq!(closed.len(), 2, "{}", stall.screen());
    assert_eq!(closed[1].figures.tickets, 1);
}

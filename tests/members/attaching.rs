//! Finding somebody, putting her on the ticket, paying by her account.

use etal::{domain::time::Moment, ui::drafts::LastSale};

use super::{attached, balance, believed, reference, stall, told};
use crate::kit::STEADY_MS;

fn last(stall: &crate::kit::Stall) -> LastSale {
    stall.till.model.shop.last.clone().unwrap()
}

#[test]
fn two_articles_on_the_account_of_a_member_found_by_three_letters_take_ten_keys() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>/dup+").rest();
    assert_eq!(stall.keys, 10);
    assert_eq!(last(&stall).total.cents(), 600, "{}", stall.screen());
    assert_eq!(balance(&stall, "0117"), 2_340 - 600);
    assert_eq!(believed(&stall, "0117"), 2_340 - 600);
    let ticket = stall.entries("ticket").pop().unwrap();
    assert!(!ticket.contains("Dupont"), "no name is in the journal");
}

#[test]
fn with_her_card_they_take_six() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>");
    let before = stall.keys;
    stall.scan("ADH0117A");
    let scanned = stall.keys - before;
    stall.wait(STEADY_MS).press("+").rest();
    assert_eq!(stall.keys - scanned, 6, "the scan is the scanner's");
    assert_eq!(last(&stall).total.cents(), 600);
    assert_eq!(balance(&stall, "0117"), 2_340 - 600);
}

#[test]
fn a_plus_that_comes_too_soon_pays_nothing() {
    let mut stall = stall();
    stall
        .press("12<enter>7<enter>/dup")
        .press_every(119, "+")
        .rest();
    assert!(stall.till.model.shop.last.is_none());
    assert_eq!(attached(&stall), None);
    assert!(stall.bells > 0);
    stall.press_every(120, "+").rest();
    assert_eq!(last(&stall).total.cents(), 600);
}

#[test]
fn an_account_that_does_not_suffice_leads_to_the_pay_screen_and_says_so() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>/dupuis+").rest();
    let screen = stall.screen();
    assert!(screen.contains("ENCAISSER"), "{screen}");
    assert!(stall.till.model.shop.last.is_none());
    assert_eq!(attached(&stall), Some(reference("0007")));
    assert_eq!(balance(&stall, "0007"), 0);
}

#[test]
fn a_tab_may_be_used_to_its_limit() {
    let mut stall = stall();
    stall.press("7<enter>/roy+").rest();
    assert_eq!(balance(&stall, "0042"), -600 - 400);
    stall.press("3*45<enter>/roy+").rest();
    assert_eq!(
        balance(&stall, "0042"),
        -1_000,
        "21,60 is more than she may"
    );
}

#[test]
fn a_member_is_found_by_name_second_name_number_and_card_on_f2_too() {
    for (keys, number) in [
        ("<f2>marie<enter>", "0117"),
        ("<f2>zoe<enter>", "0042"),
        ("<f2>42<enter>", "0042"),
        ("/evr<enter>", "0042"),
        ("/117<enter>", "0117"),
        ("/à&&è<enter>", "0117"),
    ] {
        let mut stall = stall();
        stall.press(keys).rest();
        assert_eq!(attached(&stall), Some(reference(number)), "{keys}");
        assert!(stall.screen().contains("VENTE"), "{keys}");
    }
    let mut stall = stall();
    stall.press("<f2>").scan("ADH0042A");
    assert_eq!(attached(&stall), Some(reference("0042")));
    assert!(stall.screen().contains("VENTE"));
}

#[test]
fn two_members_on_one_ticket_are_refused_and_the_way_out_is_named() {
    let mut stall = stall();
    stall.press("12<enter>/martin<enter>").scan("ADH0117A");
    assert_eq!(attached(&stall), Some(reference("0300")));
    stall.resize(140, 24);
    assert_eq!(
        told(&stall),
        "! Le ticket est à Martin Élise. F2, Suppr l’en retire."
    );
    stall.press("<f2><delete>");
    assert_eq!(attached(&stall), None);
    stall.press("<esc>").scan("ADH0117A");
    assert_eq!(attached(&stall), Some(reference("0117")));
}

#[test]
fn undoing_takes_her_off_again() {
    let mut stall = stall();
    stall.press("12<enter>/martin<enter><back>");
    assert_eq!(attached(&stall), None);
    assert_eq!(stall.till.model.shop.basket().lines().len(), 1);
}

#[test]
fn a_scanned_card_of_nobody_says_so_and_an_article_goes_before_a_card() {
    let mut stall = stall();
    stall.scan("3760123456784");
    assert_eq!(attached(&stall), None);
    assert_eq!(stall.till.model.shop.basket().lines().len(), 1);
    stall.scan("96385074");
    assert!(told(&stall).contains("96385074"), "{}", told(&stall));
    assert_eq!(attached(&stall), None);
}

#[test]
fn paying_cash_leaves_no_trace_of_who_bought() {
    let mut stall = stall();
    stall.press("12<enter>").scan("ADH0117A");
    stall.wait(STEADY_MS).press("<enter><enter>").rest();
    assert_eq!(last(&stall).total.cents(), 200);
    let ticket = stall.entries("ticket").pop().unwrap();
    assert!(!ticket.contains(reference("0117").as_str()), "{ticket}");
    assert_eq!(attached(&stall), None, "the next customer is nobody yet");
}

#[test]
fn a_ticket_of_the_day_is_found_by_its_number_and_opened_in_the_journal() {
    let mut stall = stall();
    stall.press("12<enter>+").rest();
    stall.press("7<enter>+").rest();
    stall.press("/a-1");
    let screen = stall.screen();
    assert!(screen.contains("Ticket A-1"), "{screen}");
    stall.press("<enter>");
    let screen = stall.screen();
    assert!(screen.starts_with("│ JOURNAL"), "{screen}");
    assert!(screen.contains("Carottes botte"), "{screen}");
}

#[test]
fn a_ticket_of_another_day_is_found_by_its_name() {
    let mut stall = stall();
    stall.press("12<enter>+").rest();
    stall.until(Moment::parse("2026-11-28T09:00:00+01:00").unwrap());
    stall.press("/a-1");
    let screen = stall.screen();
    assert!(
        screen.contains("Ticket A-1 · sam. 21 nov. 10:42"),
        "{screen}"
    );
    stall.press("<enter>");
    assert!(
        stall.screen().contains("Carottes botte"),
        "{}",
        stall.screen()
    );
}

#[test]
fn an_article_is_still_found_where_a_member_is_called_alike() {
    let mut stall = stall();
    stall.press("/mar<enter>");
    assert_eq!(attached(&stall), Some(reference("0300")));
    stall.press("<back>3*/tom<esc>").press("<esc>/to<enter>");
    assert!(stall.till.model.shop.to_weigh.is_some());
}

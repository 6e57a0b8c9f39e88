//! The end of an account: paid out or given, closed, and nobody knows any more whose it was.

use etal::domain::member::Standing;

use super::{balance, reference, stall, told};
use crate::kit::Stall;

fn state(stall: &Stall, number: &str) -> Standing {
    let members = &stall.till.model.shop.members;
    members.by_id(&reference(number)).unwrap().member.state
}

#[test]
fn what_is_left_is_paid_out_by_any_means_and_then_it_is_closed() {
    let mut stall = stall();
    stall.press("<f2>elise:x1").rest();
    assert!(stall.screen().contains("Solde rendu"), "{}", stall.screen());
    stall.press("<enter><enter>").rest();
    assert_eq!(balance(&stall, "0300"), 0);
    let ticket = stall.entries("ticket").pop().unwrap();
    assert!(ticket.contains("\"total\":-300"), "{ticket}");
    stall.press("<f2>elise:xo").rest();
    assert_eq!(state(&stall, "0300"), Standing::Closed);
}

#[test]
fn what_is_left_can_go_to_the_fund_by_a_ticket_of_nothing() {
    let mut stall = stall();
    stall.press("<f2>elise:x2").rest();
    stall.press("<enter><enter>").rest();
    assert_eq!(balance(&stall, "0300"), 0, "{}", stall.screen());
    let ticket = stall.entries("ticket").pop().unwrap();
    assert!(ticket.contains("\"kind\":\"gift\""), "{ticket}");
    assert!(ticket.contains("\"total\":0"), "{ticket}");
}

#[test]
fn nobody_is_closed_while_something_is_owed_or_a_ticket_is_open() {
    let mut stall = stall();
    stall.resize(140, 24);
    stall.press("<f2>roy:x").rest();
    assert!(
        told(&stall).contains("doit encore 6,00"),
        "{}",
        told(&stall)
    );
    stall
        .press("<esc><esc>7<enter>")
        .press("<f2>amel<enter><f2>amel:x")
        .rest();
    assert!(
        told(&stall).contains("Dupuis Amel a un ticket ouvert"),
        "{}",
        told(&stall)
    );
    assert_eq!(state(&stall, "0042"), Standing::Open);
    assert_eq!(state(&stall, "0007"), Standing::Open);
}

#[test]
fn a_closed_account_pays_nothing_and_can_be_opened_again() {
    let mut stall = stall();
    stall.press("<f2>amel:xo").rest();
    assert_eq!(state(&stall, "0007"), Standing::Closed);
    stall.press("<esc><esc>12<enter>").scan("ADH0007A");
    assert!(told(&stall).contains("compte fermé"), "{}", told(&stall));
    stall.press("<f2>amel:r").rest();
    assert!(told(&stall).contains("X le rouvre"), "{}", told(&stall));
    stall.press("xo").rest();
    assert_eq!(state(&stall, "0007"), Standing::Open);
}

#[test]
fn a_card_is_erased_only_after_the_account_and_after_two_questions() {
    let mut stall = stall();
    stall.press("<f2>amel:<delete>").rest();
    assert!(
        told(&stall).contains("X le ferme d’abord"),
        "{}",
        told(&stall)
    );
    stall.press("<esc><esc>").press("<f2>marie:<delete>").rest();
    assert!(told(&stall).contains("il reste 23,40"), "{}", told(&stall));
    stall.press("<esc><esc>").press("<f2>amel:xo").rest();
    stall.press("<delete>o").rest();
    assert_eq!(state(&stall, "0007"), Standing::Closed, "asked once");
    stall.press("o").rest();
    assert_eq!(state(&stall, "0007"), Standing::Erased);
    assert!(stall.till.model.shop.members.find("amel", 9).is_empty());
    assert!(!stall.screen().contains("Amel"), "{}", stall.screen());
}

#[test]
fn what_a_closed_account_paid_comes_back_in_cash() {
    let mut stall = stall();
    stall.press("18<enter><f2>elise+").rest();
    assert_eq!(balance(&stall, "0300"), 190);
    stall.press("<f2>elise:x1").rest();
    stall.press("<enter><enter>").rest();
    stall.press("<f2>elise:xo").rest();
    assert_eq!(state(&stall, "0300"), Standing::Closed);
    // Voided whole it would come onto the account: the rest is refunded instead.
    stall.press("<esc><esc><esc><f8><end><back>").rest();
    assert!(
        stall.screen().contains("voici le reste"),
        "{}",
        stall.screen()
    );
    stall.press("<enter><enter>").rest();
    let back = stall.entries("ticket").pop().unwrap();
    assert!(back.contains("\"cents\":-110,\"kind\":\"cash\""), "{back}");
    assert_eq!(balance(&stall, "0300"), 0);
}

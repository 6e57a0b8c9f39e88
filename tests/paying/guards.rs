//! What never pays: a held key, a bouncing key, a scan.

use crate::{
    kit::{Stall, stall},
    paid, row, tickets, title, told, total,
};

const HONEY: &str = "3760123456784";

/// A stall whose ticket holds one bunch of carrots.
fn with_a_ticket() -> Stall {
    let mut stall = stall();
    stall.press("12<enter>");
    stall
}

/// Holds a key down: it comes at once, again after a pause, then every 30 ms.
fn hold(stall: &mut Stall, key: &str, pause_ms: u64) {
    hold_every(stall, key, (pause_ms, 30));
}

fn hold_every(stall: &mut Stall, key: &str, (pause_ms, every_ms): (u64, u64)) {
    stall.press(key);
    stall.press_every(pause_ms, key);
    for _ in 0..40 {
        stall.press_every(every_ms, key);
    }
    stall.rest();
}

#[test]
fn an_enter_held_on_the_sell_screen_records_nothing() {
    for rhythm in [(250, 30), (500, 30), (660, 40), (500, 92), (400, 119)] {
        let mut stall = with_a_ticket();
        hold_every(&mut stall, "<enter>", rhythm);
        assert!(tickets(&stall).is_empty(), "{rhythm:?}");
        assert_eq!(title(&stall), "ENCAISSER");
        assert!(stall.bells > 10);
        stall.press("<enter>").rest();
        assert_eq!(paid(&stall), [row("cash", 200)], "and one press then pays");
    }
}

#[test]
fn an_enter_held_from_the_article_on_records_nothing() {
    let mut stall = stall();
    stall.press("12");
    hold(&mut stall, "<enter>", 500);
    assert!(tickets(&stall).is_empty());
    assert_eq!(total(&stall), 200);
}

#[test]
fn a_bouncing_enter_opens_the_pay_screen_and_pays_nothing() {
    let mut stall = with_a_ticket();
    stall
        .press("<enter>")
        .press_every(12, "<enter><enter>")
        .rest();
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(tickets(&stall).is_empty());
}

#[test]
fn a_bounce_of_the_enter_that_pays_takes_the_payment_back_and_says_so() {
    let mut stall = with_a_ticket();
    stall
        .press("<enter>20<enter>")
        .press_every(12, "<enter>")
        .rest();
    assert!(tickets(&stall).is_empty());
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(
        told(&stall).contains("rien n’est enregistré"),
        "{}",
        told(&stall)
    );
    assert!(stall.screen().contains("À PAYER  "), "nothing is paid");
}

#[test]
fn a_payment_before_the_bounce_stays() {
    let mut stall = with_a_ticket();
    stall
        .press("<enter>1c<enter>")
        .press_every(12, "<enter>")
        .rest();
    assert!(stall.screen().contains("RESTE À PAYER"));
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("card", 100), row("cash", 100)]);
}

#[test]
fn another_key_right_after_the_paying_enter_counts_it_as_meant() {
    let mut stall = with_a_ticket();
    stall.press("<enter><enter>").press_every(60, "x");
    assert_eq!(paid(&stall), [row("cash", 200)]);
    assert!(stall.bells > 0, "the other key is not obeyed");
}

#[test]
fn a_hasty_letter_or_enter_pays_nothing() {
    let mut stall = with_a_ticket();
    stall.press("<enter>").press_every(60, "c").rest();
    assert!(tickets(&stall).is_empty());
    assert!(
        told(&stall).contains("de nouveau sur C"),
        "{}",
        told(&stall)
    );
    stall.press("20").press_every(60, "<enter>").rest();
    assert!(tickets(&stall).is_empty());
    assert!(told(&stall).contains("sur Entrée"), "{}", told(&stall));
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 2000), row("cash", -1800)]);
}

#[test]
fn a_letter_right_after_the_sum_is_taken() {
    for gap_ms in [35, 60, 110, 119] {
        let mut stall = with_a_ticket();
        stall.press("<enter>1").press_every(gap_ms, "c").rest();
        assert!(stall.screen().contains("RESTE À PAYER"), "{gap_ms}");
        stall.press("1").press_every(gap_ms, "h").rest();
        assert_eq!(paid(&stall), [row("card", 100), row("cheque", 100)]);
    }
}

#[test]
fn a_letter_that_slips_with_the_sum_is_not_taken_and_says_so() {
    let mut stall = with_a_ticket();
    stall.press("<enter>1").press_every(20, "c").rest();
    assert!(
        told(&stall).contains("de nouveau sur C"),
        "{}",
        told(&stall)
    );
    assert!(!stall.screen().contains("RESTE À PAYER"));
    stall.press("c").rest();
    assert!(stall.screen().contains("RESTE À PAYER"));
    // Nor does a label's code take a part, digits and letters as they come.
    let mut stall = with_a_ticket();
    stall.press("<enter>").scan("1C1H1C").rest();
    assert!(!stall.screen().contains("RESTE À PAYER"));
    assert!(tickets(&stall).is_empty());
}

#[test]
fn a_held_letter_pays_once() {
    let mut stall = with_a_ticket();
    stall.press("<enter>");
    hold(&mut stall, "c", 500);
    assert_eq!(paid(&stall), [row("card", 200)]);
}

#[test]
fn a_plus_held_on_the_sell_screen_records_exactly_once() {
    for pause_ms in [250, 500] {
        let mut stall = with_a_ticket();
        hold(&mut stall, "+", pause_ms);
        assert_eq!(paid(&stall), [row("cash", 200)]);
        assert_eq!(title(&stall), "RENDU", "and the change stays");
    }
}

#[test]
fn an_enter_held_after_paying_keeps_the_change_on_the_screen() {
    for pause_ms in [250, 500] {
        let mut stall = with_a_ticket();
        stall.press("<enter>20");
        hold(&mut stall, "<enter>", pause_ms);
        assert_eq!(tickets(&stall).len(), 1);
        assert_eq!(title(&stall), "RENDU", "{pause_ms}");
    }
}

#[test]
fn a_scan_on_the_pay_screen_is_the_next_article_while_nothing_is_paid() {
    let mut stall = with_a_ticket();
    stall.press("<enter>").scan(HONEY).rest();
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 920);
    assert!(tickets(&stall).is_empty());
}

#[test]
fn a_scan_while_money_is_taken_lands_in_no_sum_and_says_so() {
    let mut stall = with_a_ticket();
    stall.press("<enter>1c").scan(HONEY).rest();
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(told(&stall).contains(HONEY), "{}", told(&stall));
    assert_eq!(total(&stall), 200);
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("card", 100), row("cash", 100)]);
}

#[test]
fn an_address_in_a_square_code_pays_by_no_letter() {
    // `h` alone pays by cheque: the first letter of a scan comes after a pause, as a hand's does.
    for code in ["https://example.org", "C0123456789", "O12"] {
        let mut stall = with_a_ticket();
        stall.press("<enter>").scan(code).rest();
        assert!(tickets(&stall).is_empty(), "{code}");
        assert_eq!(total(&stall), 200, "{code}");
    }
}

#[test]
fn a_scan_right_after_the_paying_enter_leaves_one_ticket_and_no_half() {
    let mut stall = with_a_ticket();
    stall
        .press("<enter><enter>")
        .press_every(9, &format!("{HONEY}<enter>"))
        .rest();
    assert!(tickets(&stall).len() <= 1);
    let on_the_screen = total(&stall);
    assert!(
        [0, 200, 720, 920].contains(&on_the_screen),
        "{on_the_screen}"
    );
}

#[test]
fn a_parked_ticket_taken_up_again_is_not_finished_by_reflex() {
    let mut stall = with_a_ticket();
    stall.press("<f3>7<enter>+").rest();
    stall.press("<f3>+").rest();
    assert_eq!(tickets(&stall).len(), 1, "only the second customer's");
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(told(&stall).contains("en attente"), "{}", told(&stall));
    stall.press("<enter>").rest();
    assert_eq!(tickets(&stall).len(), 2);
}

#[test]
fn a_held_backspace_undoes_nothing_behind_the_line() {
    let mut stall = with_a_ticket();
    stall.press("7<enter>carottes");
    stall.press("<back>").press_every(500, "<back>");
    stall.press_every(
        30,
        "<back><back><back><back><back><back><back><back><back><back>",
    );
    assert_eq!(total(&stall), 600);
    stall.press("<enter>1c50");
    stall
        .press("<back>")
        .press_every(500, "<back>")
        .press_every(30, "<back><back><back>");
    assert!(stall.screen().contains("RESTE À PAYER"), "nor a payment");
}

#[test]
fn a_held_delete_takes_one_line_out() {
    let mut stall = with_a_ticket();
    stall
        .press("7<enter>45<enter><up><delete>")
        .press_every(30, "<delete><delete>");
    assert_eq!(total(&stall), 600);
}

#[test]
fn a_held_key_prints_parks_and_flips_no_more_than_a_hand_would() {
    for key in ["!", "<f4>"] {
        let mut stall = with_a_ticket();
        stall.press("+").rest();
        hold(&mut stall, key, 500);
        assert_eq!(
            stall.paper().len(),
            2,
            "{key}: at once, and after the pause"
        );
    }
    let mut stall = with_a_ticket();
    stall
        .press("<up>e")
        .press_every(500, "e")
        .press_every(30, "eeeeee");
    let changes = stall.entries("catalogue").len();
    stall.press_every(30, "eeeeee");
    assert_eq!(
        stall.entries("catalogue").len(),
        changes,
        "nor sells out and in again"
    );
    stall.press("<esc><tab>").press_every(30, "<tab><tab><tab>");
    assert_eq!(total(&stall), 0, "the other ticket, once");
}

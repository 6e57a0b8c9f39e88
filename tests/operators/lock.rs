//! The locked till shows nothing of the sale and takes nothing but what unlocks it.

use crate::{
    PIN, french, happened, killed,
    kit::{STEADY_MS, english_stall, store},
    says, tickets, with_operators, with_pin,
};
use expect_test::expect;

#[test]
fn the_locked_till_shows_the_hour_and_nothing_of_the_sale() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter><f11>");
    expect![[r#"
        │ VERROUILLÉ                                                                     │ [Title]
        │┌──────────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                    10:42                                     ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││                                  VERROUILLÉ                                  ││ [Quiet, Title]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  PIN >                                                                       ││ [Quiet, Entry]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Entrée Valider                                                                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("27");
    assert!(says(&stall, "> **"), "{}", stall.screen());
    let mut stall = english_stall();
    stall.press("12<enter><f11><enter>");
    expect![[r#"
        │ LOCKED                                                                         │ [Title]
        │┌──────────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                    10:42                                     ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││                                    LOCKED                                    ││ [Quiet, Title]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Enter twice opens the till again. The open ticket has stayed open.          ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Enter Once more                                                                │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn neither_keys_nor_scans_get_round_it() {
    let mut stall = french(with_operators(with_pin(store())));
    stall.press("12<enter><f11>");
    let locked = happened(&stall);
    stall.press("<enter><enter>+=<f9><enter><f1><f2><f3><f4><f5><f6><f7><f8><f9><f10><f11><f12>");
    stall.press("<esc><esc>q<ctrl-p>vendre<enter><tab>!*:?<back><delete>");
    stall.scan("3760123456784").scan("40123455").rest();
    stall.press_every(10, "<enter><enter><enter><enter>").rest();
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    assert_eq!(happened(&stall), locked);
    assert_eq!(tickets(&stall), 0);
    assert!(stall.till.is_open());
    let kept = stall.till.store_here().unwrap().keeper().unwrap().unwrap();
    assert_eq!(kept.misses.count, 0);
    stall.press(PIN).press("<enter>");
    assert!(says(&stall, "Carottes botte"), "the ticket stayed open");
    stall.press("<enter><enter>").rest();
    assert_eq!(tickets(&stall), 1);
    assert_eq!(happened(&stall), ["lock", "keeper_allowed: unlock"]);
}

#[test]
fn it_is_locked_again_after_a_kill() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter><f11>");
    let mut stall = killed(stall);
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    assert!(!says(&stall, "Carottes"));
    stall.press("0000<enter>");
    assert!(says(&stall, "VERROUILLÉ"));
    stall.press(PIN).press("<enter>");
    assert!(says(&stall, "Carottes botte"), "{}", stall.screen());
    let stall = killed(stall);
    assert!(says(&stall, "Carottes botte"), "and unlocked after another");
}

#[test]
fn without_a_pin_the_initials_unlock_and_say_who_it_is() {
    let mut stall = french(with_operators(store()));
    stall.press("12<enter><esc>v").rest();
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    assert!(says(&stall, ", LD"), "{}", stall.screen());
    stall.press("zz<enter>");
    assert!(
        says(&stall, "Personne n’a ces initiales"),
        "{}",
        stall.screen()
    );
    stall.press("ld<enter>");
    assert!(says(&stall, "Carottes botte"), "{}", stall.screen());
    assert_eq!(happened(&stall), ["lock", "operator: Léa > LD"]);
}

#[test]
fn without_pin_and_operators_two_meant_enters_unlock_and_a_held_one_does_not() {
    let mut stall = french(store());
    stall.press("<f11>");
    stall
        .wait(STEADY_MS)
        .press_every(30, "<enter><enter><enter><enter><enter><enter>");
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    stall.wait(1_000).press("<enter>");
    assert!(says(&stall, "Encore une fois"), "{}", stall.screen());
    stall.press("<enter>");
    assert!(says(&stall, "VENTE"), "{}", stall.screen());
}

#[test]
fn a_payment_ends_behind_the_lock_if_its_enter_was_pressed_before() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter><enter><enter><f11>").rest();
    assert!(says(&stall, "VERROUILLÉ"), "{}", stall.screen());
    assert_eq!(tickets(&stall), 1);
    stall.press(PIN).press("<enter>");
    assert!(
        says(&stall, "RENDU") || says(&stall, "À RENDRE"),
        "{}",
        stall.screen()
    );
}

#[test]
fn the_keeper_is_gone_when_the_till_was_locked() {
    let mut stall = french(with_pin(store()));
    stall.press("12<enter><enter><enter>").rest();
    stall.press("<f8><back>").press(PIN).press("<enter><esc>");
    stall
        .press("<f11>")
        .press(PIN)
        .press("<enter>")
        .press("<back>")
        .rest();
    assert!(says(&stall, "Annuler un ticket payé"), "{}", stall.screen());
}

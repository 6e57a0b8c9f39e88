//! The keeper's PIN: set, changed, cleared, missed.

use crate::{
    PIN, french, happened, killed,
    kit::{Stall, english_stall, store},
    says, with_pin,
};
use expect_test::expect;

/// Opens the screen that sets the PIN.
fn to_the_pin(stall: &mut Stall) {
    stall.press(":pin<enter>");
}

/// Types a wrong PIN so many times, as soon as one is listened to.
fn miss(stall: &mut Stall, times: usize) {
    for _ in 0..times {
        stall.press("0000").press("<enter>");
    }
}

#[test]
fn a_pin_is_off_until_it_is_set_twice_the_same_and_the_journal_knows() {
    let mut stall = french(store());
    to_the_pin(&mut stall);
    assert!(says(&stall, "Aucun PIN n’est réglé"), "{}", stall.screen());
    stall.press("123<enter>");
    assert!(says(&stall, "de 4 à 12 chiffres"));
    stall.press("4<enter>1235<enter>");
    assert!(says(&stall, "ne sont pas les mêmes"), "{}", stall.screen());
    stall.press("2718<enter>2718<enter>");
    assert!(says(&stall, "Le PIN est réglé."), "{}", stall.screen());
    assert_eq!(happened(&stall), ["keeper_set"]);
    let kept = stall.till.store_here().unwrap().keeper().unwrap().unwrap();
    assert!(kept.phc.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
}

#[test]
fn the_digits_are_nowhere_but_in_the_hash() {
    let digits = "90817263";
    let mut stall = french(store());
    to_the_pin(&mut stall);
    stall.press(digits);
    assert!(says(&stall, "> ********"), "{}", stall.screen());
    assert!(!says(&stall, digits));
    stall.press("<enter>").press(digits).press("<enter>");
    assert!(says(&stall, "Le PIN est réglé."), "{}", stall.screen());
    to_the_pin(&mut stall);
    stall.press(digits).press("<enter>");
    let store = stall.into_store();
    assert!(!store.drafts().unwrap().contains(digits));
    for kind in ["event", "settings", "catalogue"] {
        for entry in store.entries(kind).unwrap() {
            assert!(!entry.payload.contains(digits));
        }
    }
    assert!(!store.keeper().unwrap().unwrap().phc.contains(digits));
}

#[test]
fn changing_and_clearing_ask_for_the_one_that_is_set() {
    let mut stall = french(with_pin(store()));
    to_the_pin(&mut stall);
    assert!(says(&stall, "d’abord celui qui est réglé"));
    stall.press("0000<enter>");
    assert!(
        says(&stall, "Ce n’est pas le bon PIN"),
        "{}",
        stall.screen()
    );
    stall.press(PIN).press("<enter>");
    assert!(says(&stall, "Un PIN est réglé."), "{}", stall.screen());
    stall.press("<delete>").press("o").rest();
    assert!(says(&stall, "Le PIN est enlevé"), "{}", stall.screen());
    assert_eq!(happened(&stall), ["keeper_allowed: pin", "keeper_cleared"]);
    assert!(stall.till.store_here().unwrap().keeper().unwrap().is_none());
    to_the_pin(&mut stall);
    assert!(says(&stall, "Aucun PIN n’est réglé"), "nobody is asked");
}

#[test]
fn from_the_third_wrong_pin_on_one_waits_longer_each_time() {
    let mut stall = french(with_pin(store()));
    to_the_pin(&mut stall);
    miss(&mut stall, 2);
    assert!(says(&stall, "Ce n’est pas le bon PIN"));
    miss(&mut stall, 1);
    assert!(says(&stall, "dans 5 s."), "{}", stall.screen());
    assert_eq!(happened(&stall), ["keeper_missed: 3"]);
    // The right one is not listened to either.
    stall.press(PIN).press("<enter>");
    assert!(!says(&stall, "Un PIN est réglé."));
    stall.wait(5_000);
    miss(&mut stall, 1);
    assert!(says(&stall, "dans 10 s."), "{}", stall.screen());
    stall.wait(10_000);
    miss(&mut stall, 1);
    stall.wait(20_000);
    miss(&mut stall, 1);
    assert!(says(&stall, "dans 40 s."), "{}", stall.screen());
    assert_eq!(happened(&stall), ["keeper_missed: 3", "keeper_missed: 6"]);
    stall.wait(40_000).press(PIN).press("<enter>");
    assert!(says(&stall, "Un PIN est réglé."), "{}", stall.screen());
    let kept = stall.till.store_here().unwrap().keeper().unwrap().unwrap();
    assert_eq!(kept.misses.count, 0);
}

#[test]
fn a_restart_forgives_no_wrong_pin() {
    let mut stall = french(with_pin(store()));
    to_the_pin(&mut stall);
    miss(&mut stall, 3);
    let mut stall = killed(stall);
    to_the_pin(&mut stall);
    assert!(
        says(&stall, "la caisse écoute de nouveau dans"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_scan_is_no_wrong_pin() {
    let mut stall = french(with_pin(store()));
    to_the_pin(&mut stall);
    stall.scan("3760123456784").scan("40123455").rest();
    let kept = stall.till.store_here().unwrap().keeper().unwrap().unwrap();
    assert_eq!(kept.misses.count, 0);
}

#[test]
fn the_screens_look_so() {
    let mut stall = french(with_pin(store()));
    to_the_pin(&mut stall);
    miss(&mut stall, 3);
    expect![[r#"
        │ PIN DU RESPONSABLE · Marché de Die · sam. 21 nov. · Léa       Ticket 1 · 10:42 │ [Title]
        │┌ PIN du responsable ──────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Changer ou enlever le PIN : d’abord celui qui est réglé.                    ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  PIN >                                                                       ││ [Quiet, Entry]
        ││                                                                              ││ [Quiet]
        ││  ! Trop de PIN faux : la caisse écoute de nouveau dans 5 s.                  ││ [Quiet, Warning]
        ││                                                                              ││ [Quiet]
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
        │                                                                                │
        │ Entrée Valider  Échap Renoncer  ? Aide                                         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    let mut stall = english_stall();
    stall.press(":keeper<enter>12");
    expect![[r#"
        │ SET THE KEEPER’S PIN · Marché de Die · Sat 21 Nov · Léa       Ticket 1 · 10:42 │ [Title]
        │┌ Set the keeper’s PIN ────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  No PIN is set: everybody can do everything.                                 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  It guards: voiding a paid ticket, limits and adjustments of accounts,       ││ [Quiet]
        ││  reattributions, settings, closing, and the locked till (F11). Never         ││ [Quiet]
        ││  selling.                                                                    ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Forgotten? On this machine, with the till closed: etal keeper reset. The    ││ [Quiet]
        ││  journal keeps a trace.                                                      ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  New PIN > **                                                                ││ [Quiet, Entry]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Go on  Esc Give up  ? Help                                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

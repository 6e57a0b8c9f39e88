//! The pile of cheques, ticked one by one: numbers to the journal, names to the paper only.

use etal::ui::{closing::Step, words::Language};
use expect_test::expect;

use crate::{
    end::{again, closings, count, reopened, sold},
    kit::Stall,
};

/// Before the pile, counted as three.
fn pile() -> Stall {
    let mut store = sold().into_store();
    count(&mut store, &[], 15_230);
    let mut stall = reopened(store, Some(Step::Gap));
    stall.press("h").rest();
    stall
}

#[test]
fn the_cheques_of_the_market_are_ticked_against_the_pile() {
    let mut stall = pile();
    stall.press("<enter><enter>").rest();
    expect![[r#"
        │ CLÔTURE · CHÈQUES · Marché de Die · sam. 21 nov. · Léa        Ticket 7 · 13:05 │ [Title]
        │┌ 3 chèques ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ [x]       4,00 A-3                                                           ││ [Quiet]
        ││ [x]       2,40 A-4                                                           ││ [Quiet]
        ││>[ ]       2,80 A-5                                                           ││ [Quiet, Chosen]
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
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Pointés : 2, 6,40 € · comptés : 3, 9,20 €                                      │ [Total]
        │                                                                                │
        │                                                                                │
        │ Entrée Pointer  A Tous  N Numéro  T Tireur  I Remise  Échap Retour  ? Aide     │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("a").rest();
    assert_eq!(stall.screen().matches("[x]").count(), 3);
    stall.press("a ").rest();
    assert_eq!(stall.screen().matches("[x]").count(), 1);
}

#[test]
fn a_held_key_ticks_one() {
    let mut stall = pile();
    stall
        .press("<enter>")
        .press_every(30, "<enter><enter><enter>")
        .rest();
    assert_eq!(stall.screen().matches("[x]").count(), 1);
}

#[test]
fn the_name_is_on_the_slip_and_nowhere_in_the_journal() {
    let mut stall = pile();
    stall
        .press("n0041233<enter>tPaul Ferrand<enter><enter>")
        .rest();
    stall.press("i").rest();
    expect![[r#"
                      Marché de Die
        ------------------------------------------
        Remise de chèques
        samedi 21 novembre 2026
        ------------------------------------------
        Tireur (ticket)             numéro   somme
        Paul Ferrand (A-3)         0041233    4,00
        ------------------------------------------
        1 chèque                            4,00 €

        Compte : _______________________________

        Date, signature :



        ------------------------------------------"#]]
    .assert_eq(&stall.paper()[0]);
    // It survives a power cut, and the closing forgets it.
    stall = again(stall.into_store(), Language::French);
    stall.press("h").rest();
    assert!(
        stall.screen().contains("Paul Ferrand"),
        "{}",
        stall.screen()
    );
    stall.press("<esc><enter><enter>z<enter>").rest();
    let closing = closings(&stall).pop().unwrap();
    let cheque = &closing.decided.unwrap().cheques[0];
    assert_eq!(cheque.number.as_ref().unwrap().as_str(), "0041233");
    let store = stall.into_store();
    for kind in ["closing", "count", "ticket", "event"] {
        let entries = store.entries(kind).unwrap();
        assert!(entries.iter().all(|it| !it.payload.contains("Ferrand")));
    }
    assert!(!store.drafts().unwrap().contains("Ferrand"));
}

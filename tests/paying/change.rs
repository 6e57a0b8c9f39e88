//! What the change screen shows, and how it gives way to the next sale.

use expect_test::expect;

use crate::{
    kit::{english_stall, stall},
    tickets, title, total,
};

#[test]
fn the_change_screen_in_french() {
    let mut stall = stall();
    stall
        .press("3*12<enter>860*31<enter>7<enter>45<enter><enter>50<enter>")
        .rest();
    expect![[r#"
        │ RENDU · Marché de Die · sam. 21 nov. · Léa                    Ticket 2 · 10:42 │ [Title]
        │ Ticket A-1 enregistré · 20,21 € · espèces 50,00 €                              │
        │ À RENDRE                                                                       │
        │  ██████████  ██████████        ██████████  ██████████            ████████      │ [Total]
        │          ██  ██      ██                ██  ██      ██          ██              │ [Total]
        │  ██████████  ██████████              ██    ██████████        ██████████        │ [Total]
        │  ██                  ██  ████      ██              ██          ██              │ [Total]
        │  ██████████  ██████████    ██      ██      ██████████            ████████      │ [Total]
        │                                                                                │
        │┌ Comment rendre ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ 1 billet de 20 € · 1 billet de 5 € · 2 pièces de 2 € · 1 × 0,50 € ·          ││ [Quiet]
        ││ 1 × 0,20 € · 1 × 0,05 € · 2 × 0,02 €                                         ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Si le client ajoute 0,21 € : rendre 30,00 € (1 billet de 20 € ·              ││ [Quiet]
        ││ 1 billet de 10 €).                                                           ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ En comptant depuis 20,21 € : 0,02 → 20,23 · 0,02 → 20,25 · 0,05 → 20,30 ·    ││ [Quiet]
        ││ 0,20 → 20,50 · 0,50 → 21,00 · 2,00 → 23,00 · 2,00 → 25,00 · 5,00 → 30,00 ·   ││ [Quiet]
        ││ 20,00 → 50,00                                                                ││ [Quiet]
        ││ Laissez le billet visible tant que le client n’a pas compté.                 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Cet écran reste jusqu’à la première touche de la vente suivante.               │ [Quiet]
        │                                                                                │
        │ Entrée Client suivant  ! Imprimer  * Au fonds  Retour arrière Annuler  ? Aide  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_change_screen_in_english_after_a_card() {
    let mut stall = english_stall();
    stall.press("12<enter><enter>c").rest();
    expect![[r#"
        │ CHANGE · Marché de Die · Sat 21 Nov · Léa                     Ticket 2 · 10:42 │ [Title]
        │ Ticket A-1 recorded · €2.00 · card €2.00                                       │
        │ NOTHING TO GIVE BACK                                                           │
        │      ████████  ██████████        ██████████  ██████████                        │ [Total]
        │    ██          ██      ██        ██      ██  ██      ██                        │ [Total]
        │  ██████████    ██      ██        ██      ██  ██      ██                        │ [Total]
        │    ██          ██      ██  ████  ██      ██  ██      ██                        │ [Total]
        │      ████████  ██████████  ████  ██████████  ██████████                        │ [Total]
        │                                                                                │
        │┌ Paid ────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ card €2.00                                                                   ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Thank you.                                                                   ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ This screen stays until the first key of the next sale.                        │ [Quiet]
        │                                                                                │
        │ Enter Next customer  ! Print  Backspace Void  ? Help                           │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_change_screen_on_the_smallest_shows_how_to_count_up_when_asked() {
    let mut stall = stall();
    stall
        .press("860*31<enter><enter>20<enter>")
        .rest()
        .resize(60, 20);
    stall.press(":");
    expect![[r#"
        │ RENDU · sam. 21 nov. · Léa                Ticket 2 · 10:42 │ [Title]
        │ Ticket A-1 enregistré · 3,01 € · espèces 20,00 €           │
        │ À RENDRE                                                   │
        │    █  █████    █████ █████      ████                       │ [Total]
        │   ██  █        █   █ █   █     █                           │ [Total]
        │    █  █████    █████ █████    █████                        │ [Total]
        │    █  █   █ ██     █     █     █                           │ [Total]
        │   ███ █████  █ █████ █████      ████                       │ [Total]
        │                                                            │
        │┌ Comment rendre ──────────────────────────────────────────┐│ [Quiet]
        ││ En comptant depuis 3,01 € : 0,02 → 3,03 · 0,02 → 3,05 ·  ││ [Quiet]
        ││ 0,05 → 3,10 · 0,20 → 3,30 · 0,20 → 3,50 · 0,50 → 4,00 ·  ││ [Quiet]
        ││ 1,00 → 5,00 · 5,00 → 10,00 · 10,00 → 20,00               ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││ 1 billet de 10 € · 1 billet de 5 € · 1 pièce de 1 € ·    ││ [Quiet]
        ││ 1 × 0,50 € · 2 × 0,20 € · 1 × 0,05 € · 2 × 0,02 €        ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ Cet écran reste jusqu’à la première touche de la vente su… │ [Quiet]
        │                                                            │
        │ Entrée Client suivant  ! Imprimer  * Au fonds  ? Aide      │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.screen());
}

#[test]
fn exact_cash_gives_nothing_back_and_thanks() {
    let mut stall = stall();
    stall.press("12<enter>+");
    let screen = stall.screen();
    assert!(screen.contains("RIEN À RENDRE"), "{screen}");
    assert!(screen.contains("Compte juste"), "{screen}");
}

#[test]
fn change_after_a_split_counts_up_from_what_cash_had_to_pay() {
    let mut stall = stall();
    stall.press("3*12<enter><enter>2c5<enter>").rest();
    let screen = stall.screen();
    assert!(
        screen.contains("En comptant depuis 4,00\u{a0}€"),
        "{screen}"
    );
    assert!(screen.contains("4,00\u{a0}→\u{a0}5,00") || screen.contains("1,00\u{a0}→\u{a0}5,00"));
}

#[test]
fn the_first_key_of_the_next_sale_is_not_lost() {
    let mut stall = stall();
    stall.press("12<enter>+7<enter>");
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 400);
    stall.press("+").press_every(60, "1").press("2<enter>");
    assert_eq!(total(&stall), 200, "however soon it comes");
}

#[test]
fn a_scan_begins_the_next_sale() {
    let mut stall = stall();
    stall.press("12<enter>+").scan("3760123456784");
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 720);
}

#[test]
fn tab_and_search_begin_the_next_sale_too() {
    let mut stall = stall();
    stall.press("12<enter>+/");
    assert_eq!(title(&stall), "CHERCHER");
    stall.press("<esc>12<enter><tab>7<enter>+<tab>");
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 200, "the customer who waited");
}

#[test]
fn one_enter_is_enough_for_the_next_customer_and_a_bounce_is_none() {
    let mut stall = stall();
    stall.press("12<enter>+").press_every(30, "<enter>").rest();
    assert_eq!(title(&stall), "RENDU", "the hand was still on the keys");
    stall.press("<enter>").rest();
    assert_eq!(title(&stall), "VENTE");
}

#[test]
fn keys_that_begin_no_sale_leave_the_change_there() {
    let mut stall = stall();
    stall.press("12<enter>+*+= <up><delete><left>").rest();
    assert_eq!(title(&stall), "RENDU");
    assert_eq!(stall.bells, 7);
    stall.press("!");
    assert_eq!(title(&stall), "RENDU");
    assert_eq!(stall.paper().len(), 1);
    assert_eq!(tickets(&stall).len(), 1);
}

#[test]
fn the_last_change_is_still_on_the_sell_screen() {
    let mut stall = stall();
    stall.press("12<enter><enter>20<enter><enter>").rest();
    assert_eq!(title(&stall), "VENTE");
    assert!(stall.screen().contains("18,00"), "{}", stall.screen());
}

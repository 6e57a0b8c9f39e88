//! Choosing an article from a list.

use expect_test::expect;

use crate::{
    kit::{english_stall, stall},
    title, total,
};

#[test]
fn a_choice_in_french() {
    let mut stall = stall();
    stall.press("3*ps<enter>");
    expect![[r#"
        │ CHERCHER · Marché de Die · sam. 21 nov. · Léa                 Ticket 1 · 10:42 │ [Title]
        │┌ 2 articles trouvés ──────────────────────────────────────────────────────────┐│ [Quiet]
        ││     code article                                          reste         prix ││ [Quiet]
        ││>1      7 Pain de seigle                                      30   4,00 €/pce ││ [Quiet, Chosen]
        ││ 2     33 Pommes de terre                              80,000 kg    2,10 €/kg ││ [Quiet]
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
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Article > ps                                                                   │ [Entry]
        │                                                                                │
        │ Entrée Ajouter  1 à 9 choisir  ↑ Monter  ↓ Descendre  Échap Revenir  ? Aide    │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_search_in_english_on_a_wide_screen() {
    let mut stall = english_stall();
    stall.resize(110, 20);
    stall.press("60<delete>/de");
    expect![[r#"
        │ FIND · Marché de Die · Sat 21 Nov · Léa                                                     Ticket 1 · 10:42 │ [Title]
        │┌ Find ──────────────────────────────────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││     code article                                         producer                        left        price ││ [Quiet]
        ││>       7 Pain de seigle                                  Marché de Die                     30   €4.00/each ││ [Quiet, Chosen]
        ││       33 Pommes de terre                                 Marché de Die              80.000 kg     €2.10/kg ││ [Quiet]
        ││       60 Fromage de chèvre                               Marché de Die               sold out   €2.80/each ││ [Quiet, Warning]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        ││                                                                                                            ││ [Quiet]
        │└────────────────────────────────────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Article, member, ticket > de                                                                                 │ [Entry]
        │                                                                                                              │
        │ Enter Add  ↑ Up  ↓ Down  Esc Back  ? Help                                                                    │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn enter_takes_the_chosen_article_in_the_amount_that_was_typed() {
    let mut stall = stall();
    stall.press("2*/mie<enter>");
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 1440);
    stall.press("/<down><down><enter>");
    assert_eq!(total(&stall), 1440 + 400, "the third of what sells best");
}

#[test]
fn what_was_typed_is_there_again_after_escape() {
    let mut stall = stall();
    stall.press("2*mi/e<esc>");
    assert_eq!(title(&stall), "VENTE");
    assert!(stall.screen().contains("> 2*mie"), "{}", stall.screen());
    stall.press("<enter>");
    assert_eq!(total(&stall), 1440);
}

#[test]
fn a_digit_takes_one_of_those_found() {
    let mut stall = stall();
    stall.press("ps<enter>");
    assert_eq!(title(&stall), "CHERCHER", "{}", stall.screen());
    stall.press("2").rest();
    assert_eq!(title(&stall), "VENTE");
    stall.press("500<enter>");
    assert!(total(&stall) > 0, "{}", stall.screen());
}

#[test]
fn in_a_search_digits_are_searched_and_a_code_comes_first() {
    let mut stall = stall();
    stall.press("/45<enter>");
    assert_eq!(total(&stall), 720);
    stall.press("/7<enter>");
    assert_eq!(total(&stall), 720 + 400);
}

#[test]
fn a_letter_more_searches_on() {
    let mut stall = stall();
    stall.press("ps<enter>b");
    assert!(stall.screen().contains("> psb"), "{}", stall.screen());
    stall.press("<esc>");
    assert!(stall.screen().contains("> psb"));
}

#[test]
fn a_scan_before_an_open_list_is_that_article_and_nothing_else() {
    let mut stall = stall();
    stall.press("ps<enter>").scan("3760123456784").rest();
    assert_eq!(title(&stall), "VENTE");
    assert_eq!(total(&stall), 720);
    stall.press("/tom").scan("3760123456784").rest();
    assert_eq!(total(&stall), 1440);
    stall.press("ps<enter>").scan("12345670").rest();
    assert_eq!(total(&stall), 1440, "its first digit takes nothing");
    stall.press("<esc>/").scan("4006381333931").rest();
    assert_eq!(title(&stall), "VENTE", "an unknown one is told there");
    assert_eq!(total(&stall), 1440);
}

#[test]
fn a_bouncing_enter_takes_nothing_from_the_list_it_opened() {
    let mut stall = stall();
    stall.press("ps<enter>").press_every(15, "<enter>").rest();
    assert_eq!(title(&stall), "CHERCHER");
    assert_eq!(total(&stall), 0);
}

#[test]
fn what_is_sold_out_is_asked_about_here_too() {
    let mut stall = stall();
    stall.press("45<delete>/miel<enter>");
    assert_eq!(title(&stall), "QUESTION");
    stall.press("o").rest();
    assert_eq!(total(&stall), 720);
}

#[test]
fn an_amount_that_the_article_cannot_have_is_refused_and_the_list_stays() {
    let mut stall = stall();
    stall.press("1,5*/miel<enter>");
    assert_eq!(title(&stall), "CHERCHER");
    assert_eq!(total(&stall), 0);
    assert!(stall.bells > 0);
}

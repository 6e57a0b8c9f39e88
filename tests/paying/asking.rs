//! Questions, and what a yes does: above all, voiding the last ticket.

use expect_test::expect;

use crate::{
    kit::{Stall, english_stall, stall},
    payments, row, tickets, title, told, total,
};

/// What is left of the article with this code, in thousandths.
fn left(stall: &Stall, code: u32) -> i64 {
    let shop = &stall.till.model.shop;
    let code = etal::domain::catalogue::Code::new(code).unwrap();
    let product = shop.catalogue.by_code(code).unwrap();
    shop.remaining(product).unwrap().thousandths()
}

#[test]
fn a_question_in_french() {
    let mut stall = stall();
    stall.press("3*12<enter><enter>2c10<enter>").rest();
    stall.press("<back>");
    expect![[r#"
        │ QUESTION · Marché de Die · sam. 21 nov. · Léa                 Ticket 2 · 10:42 │ [Title]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │    ┌──────────────────────────────────────────────────────────────────────┐    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ Ticket A-1, 6,00 €.                                                  │    │ [Quiet]
        │    │ Si oui : annulez 2,00 € sur le terminal de carte.                    │    │ [Quiet]
        │    │ Si oui : rendez 4,00 € en espèces.                                   │    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ ! Annuler ce ticket par une écriture inverse ?                       │    │ [Quiet, Warning]
        │    │                                                                      │    │ [Quiet]
        │    │  O Oui  N Non                                                        │    │ [Quiet, Key]
        │    └──────────────────────────────────────────────────────────────────────┘    │ [Quiet]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ O Oui  N Non  Entrée Non  ? Aide                                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_question_in_english() {
    let mut stall = english_stall();
    stall.press("860*7<enter>");
    expect![[r#"
        │ QUESTION · Marché de Die · Sat 21 Nov · Léa                   Ticket 1 · 10:42 │ [Title]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │    ┌──────────────────────────────────────────────────────────────────────┐    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ Pain de seigle: 860. This is more than usual.                        │    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ ! Add this quantity?                                                 │    │ [Quiet, Warning]
        │    │                                                                      │    │ [Quiet]
        │    │  Y Yes  N No                                                         │    │ [Quiet, Key]
        │    └──────────────────────────────────────────────────────────────────────┘    │ [Quiet]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ Y Yes  N No  Enter No  ? Help                                                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_last_ticket_is_voided_by_an_entry_that_takes_it_back_cent_for_cent() {
    let mut stall = stall();
    stall
        .press("3*12<enter>860*31<enter><enter>2c10<enter>")
        .rest();
    assert_eq!(left(&stall, 12), 57_000);
    stall.press("<back>o").rest();
    let tickets = tickets(&stall);
    assert_eq!(tickets.len(), 2);
    assert_eq!(tickets[1]["reverses"]["name"], "A-1");
    assert_eq!(tickets[1]["total"], -901);
    assert_eq!(
        payments(&tickets[1]),
        [row("card", -200), row("cash", -701)]
    );
    assert_eq!(left(&stall, 12), 60_000, "the goods are back");
    assert_eq!(title(&stall), "VENTE");
    let told = told(&stall);
    assert!(told.contains("A-1 annulé"), "{told}");
    assert!(told.contains("carte 2,00\u{a0}€"), "{told}");
    assert!(told.contains("espèces 7,01\u{a0}€"), "{told}");
    assert_eq!(stall.till.model.shop.next_number, 3);
}

#[test]
fn a_ticket_is_voided_once() {
    let mut stall = stall();
    stall.press("12<enter>+<back>o").rest();
    assert_eq!(tickets(&stall).len(), 2);
    stall.press("<back>");
    assert_eq!(title(&stall), "VENTE", "there is no last ticket any more");
    assert!(told(&stall).contains("rien à annuler"), "{}", told(&stall));
    stall.press("7<enter>+<back>o").rest();
    assert_eq!(tickets(&stall).len(), 4, "the next one can be voided");
    assert_eq!(tickets(&stall)[3]["reverses"]["name"], "A-3");
}

#[test]
fn no_is_the_easier_key() {
    for no in ["<enter>", "<esc>", "n", "N"] {
        let mut stall = stall();
        stall.press(&format!("12<enter>+<back>{no}")).rest();
        assert_eq!(tickets(&stall).len(), 1, "{no}");
        assert_eq!(title(&stall), "VENTE", "{no}");
    }
}

#[test]
fn yes_is_said_in_both_languages() {
    for yes in ["o", "O", "y", "Y"] {
        let mut stall = stall();
        stall.press(&format!("12<enter>+<back>{yes}")).rest();
        assert_eq!(tickets(&stall).len(), 2, "{yes}");
    }
}

#[test]
fn neither_a_scan_nor_a_bounce_answers() {
    let mut stall = stall();
    stall.press("12<enter>+<back>").press_every(20, "o").rest();
    assert_eq!(title(&stall), "QUESTION");
    stall.scan("3760123456784").rest();
    assert_eq!(title(&stall), "QUESTION");
    stall.scan("otpauth://totp/x").rest();
    assert_eq!(title(&stall), "QUESTION");
    stall.scan("nothing").rest();
    assert_eq!(title(&stall), "QUESTION");
    assert_eq!(tickets(&stall).len(), 1);
    stall.press("o").rest();
    assert_eq!(tickets(&stall).len(), 2);
}

#[test]
fn giving_a_ticket_up_is_asked_and_written_down() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>:abandon<enter>");
    assert_eq!(title(&stall), "QUESTION", "{}", stall.screen());
    stall.press("o").rest();
    assert_eq!(total(&stall), 0);
    assert_eq!(stall.entries("abandoned").len(), 1);
}

#[test]
fn what_is_sold_out_is_sold_only_after_a_yes() {
    let mut stall = stall();
    stall.press("45<delete>45<enter>");
    assert_eq!(title(&stall), "QUESTION");
    stall.press("<enter>");
    assert_eq!(total(&stall), 0);
    stall.press("45<enter>o").rest();
    assert_eq!(total(&stall), 720);
}

#[test]
fn a_large_quantity_of_a_line_that_is_there_changes_it_after_a_yes() {
    let mut stall = stall();
    stall.press("7<enter>12<enter><up><up>500<enter>");
    assert_eq!(title(&stall), "QUESTION");
    assert!(stall.screen().contains("Garder cette quantité"));
    stall.press("o").rest();
    assert_eq!(total(&stall), 500 * 400 + 200);
}

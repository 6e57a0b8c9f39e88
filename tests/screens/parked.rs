//! The tickets set aside.

use crate::kit::{Stall, stall};
use etal::ui::drafts::Drafts;
use expect_test::expect;

/// A stall with two tickets aside and one open.
pub fn busy() -> Stall {
    let mut stall = stall();
    stall.press("12<enter><f3>").wait(60_000);
    stall.press("350*31<enter>12<enter><f3>7<enter>");
    stall
}

fn aside(stall: &Stall) -> Vec<String> {
    let drafts: &Drafts = &stall.till.model.shop.drafts;
    let first = |it: &etal::ui::drafts::Parked| it.basket.lines()[0].label().to_string();
    drafts.parked.iter().map(first).collect()
}

#[test]
fn tickets_aside_are_listed_and_taken_up_again() {
    let mut stall = busy();
    expect![[r#"
        │ TICKETS EN ATTENTE · sam. 21 nov. · Léa        Ticket 1 · 2 en attente · 10:43 │ [Title]
        │┌ 2 tickets en attente ────────────────────────────────────────────────────────┐│ [Quiet]
        ││> 10:42 Carottes botte                                1 ligne          2,00 € ││ [Quiet, Chosen]
        ││  10:43 Tomates                                       2 lignes         3,23 € ││ [Quiet]
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
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ P Échanger  Suppr Abandonner  Échap Retour  ? Aide                             │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc>5").rest().screen());
    // The desk is taken: Enter says so, P swaps.
    let screen = stall.press("<down><enter>").screen();
    assert!(
        screen.contains("! Un ticket est déjà ouvert. P le met en attente"),
        "{screen}"
    );
    let screen = stall.press("p").screen();
    assert!(screen.starts_with("│ VENTE") && screen.contains("0,350\u{a0}kg Tomates"));
    assert_eq!(aside(&stall), ["Carottes botte", "Pain de seigle"]);
    // A free desk takes the first one with Enter.
    stall.press("<f3><esc>5<enter>");
    assert_eq!(aside(&stall), ["Pain de seigle", "Tomates"]);
}

#[test]
fn a_ticket_aside_is_given_up_only_after_yes() {
    let mut stall = busy();
    let screen = stall.press("<esc>5<delete>").screen();
    assert!(
        screen.contains("! Abandonner ce ticket\u{202f}?"),
        "{screen}"
    );
    stall.press("<enter>");
    assert_eq!(aside(&stall).len(), 2);
    stall.press("<delete>o").rest();
    assert_eq!(aside(&stall), ["Tomates"]);
    stall.press("<delete>o").rest();
    expect![[r#"
        │ TICKETS EN ATTENTE · Marché de Die · sam. 21 nov. · Léa       Ticket 1 · 10:43 │ [Title]
        │┌ 0 ticket en attente ─────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Aucun ticket en attente. Sur la vente, F3 met le ticket ouvert en attente.   ││ [Quiet]
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
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ + Ticket abandonné ; le journal en garde la trace.                             │ [Gain]
        │ Échap Retour  ? Aide                                                           │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

//! Months, quarters and years for whoever keeps the books.

use etal::ui::{
    event::{Carried, Event, News},
    words::Language,
};
use expect_test::expect;

use crate::{kit, report::two_markets_behind};

#[test]
fn what_was_closed_is_proposed_as_months_quarters_and_years() {
    let mut stall = two_markets_behind(Language::French);
    stall.press("<esc><ctrl-p>périodes<enter>").rest();
    expect![[r#"
        │ PÉRIODES · Marché de Die · sam. 21 nov. · Léa                Ticket 17 · 10:42 │ [Title]
        │┌ Marchés clôturés ────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                              clôtures   tickets  recette TTC ││ [Quiet]
        ││>mois        novembre 2026                           2         8        76,00 ││ [Quiet, Chosen]
        ││ trimestre   octobre 2026 à décembre 2026            2         8        76,00 ││ [Quiet]
        ││ exercice    janvier 2026 à décembre 2026            2         8        76,00 ││ [Quiet]
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
        │ Le tableau des adhérents contient leurs noms : ces fichiers sont pour la       │ [Quiet]
        │ trésorerie, ils ne vont pas avec les copies des clôtures.                      │ [Quiet]
        │                                                                                │
        │ Entrée Écrire les tableaux  ↓ Choisir  Échap Retour  ? Aide                    │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<down>").rest().press("<enter>").rest();
    let asked = stall.screen();
    assert!(asked.contains("octobre 2026 à décembre 2026"), "{asked}");
    stall.tell(Event::Told(News::Carried(Carried::Exported(
        "/donnees/exports/2026-10-01_2026-12-31".to_owned(),
    ))));
    assert!(stall.screen().contains("exports/2026-10-01_2026-12-31"));
}

#[test]
fn before_the_first_closing_there_is_no_period() {
    let mut stall = kit::english_stall();
    stall.press("<ctrl-p>periods<enter>").rest();
    let none = stall.screen();
    assert!(none.contains("No closing yet"), "{none}");
    let bells = stall.bells;
    stall.press("<enter>").rest();
    assert_eq!(stall.bells, bells + 1);
}

//! The list of closings, and the months that are closed there.

use etal::{
    domain::{day::DayOpened, journal::Fact, time::Moment},
    ui::words::Language,
};
use expect_test::expect;

use crate::{
    end::{again, closings, notice, write},
    kit::Stall,
    page::{closed, without_proof},
};

/// December has begun and November is not closed.
fn december() -> Stall {
    let mut store = closed().into_store();
    let opened = Fact::Day(DayOpened::default());
    write(&mut store, "2026-12-05T08:00:00+01:00", opened);
    let mut stall = again(store, Language::French);
    stall.until(Moment::parse("2026-12-05T08:01:00+01:00").unwrap());
    stall.press(":clôtures faites<enter>").rest();
    stall
}

#[test]
fn the_list_shows_what_was_closed_and_whose_envelopes_are_away() {
    let mut stall = again(closed().into_store(), Language::French);
    stall.press(":clôtures faites<enter>").rest();
    expect![[r#"
        │ CLÔTURES · Marché de Die · sam. 21 nov. · Léa                 Ticket 7 · 13:05 │ [Title]
        │ Enveloppes en route : A-Z1 (Léa)                                               │ [Warning]
        │┌ Jours ───────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ clôture                            tickets         TTC       écart enveloppe ││ [Quiet]
        ││>A-Z1     samedi 21 novembre 2026         6       38,40       +0,30 en route  ││ [Quiet, Chosen]
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
        │ Entrée Ouvrir  Tab Jours, mois, exercices  Échap Retour  ? Aide                │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<tab>").rest();
    assert!(stall.screen().contains("Rien n’a encore été clôturé"));
}

#[test]
fn a_month_that_is_over_is_closed_from_the_list() {
    let mut stall = december();
    stall.press("f").rest();
    expect![[r#"
        │ QUESTION · Marché de Die · sam. 5 déc. · Léa                  Ticket 7 · 08:01 │ [Title]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │    ┌──────────────────────────────────────────────────────────────────────┐    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ Clôture de novembre 2026 : ses jours sont additionnés, et plus rien  │    │ [Quiet]
        │    │ n’y change.                                                          │    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ ! Clôturer maintenant ?                                              │    │ [Quiet, Warning]
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
        │                                                                                │
        │ O Oui  N Non  Entrée Non  ? Aide                                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("n").rest();
    assert_eq!(closings(&stall).len(), 1);
    stall.press("f").rest().press("o").rest();
    let now = stall.screen();
    assert_eq!(closings(&stall).len(), 2, "{now}");
    assert_eq!(closings(&stall)[1].name, "A-M1");
    assert!(!stall.screen().contains("Fini et pas encore"));
    stall.press("<tab>").rest();
    expect![[r#"
        │ CLÔTURES · Marché de Die · sam. 5 déc. · Léa                  Ticket 7 · 08:01 │ [Title]
        │┌ Mois ────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ clôture                            tickets         TTC       écart enveloppe ││ [Quiet]
        ││>A-M1     novembre 2026                   6       38,40                       ││ [Quiet, Chosen]
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
        │ Entrée Ouvrir  Tab Jours, mois, exercices  Échap Retour  ? Aide                │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    // Once more is refused before anything is asked of the journal.
    stall.press("f").rest();
    assert!(notice(&stall).contains("Aucun mois"), "{}", stall.screen());
}

#[test]
fn a_month_has_its_paper() {
    let mut stall = december();
    stall
        .press("f")
        .rest()
        .press("o")
        .rest()
        .press("<tab>")
        .rest();
    stall.press("<enter>").rest().press("i").rest();
    expect![[r#"
                      Marché de Die
        ------------------------------------------
        Clôture de mois n° 1
        novembre 2026
        10:42 - 10:42
        Clôture A-M1
        Clôturé le 05/12/2026 08:01 par Léa
        ------------------------------------------
        Total TTC                          38,40 €
        Tickets                                  6
        Lignes vendues                           6
        Panier moyen                          6,40
        Du ticket A-1 au ticket A-6

        TVA
                           TTC       TVA        HT
        5,5 %            38,40      2,01     36,39

        Encaissé
                                  nombre     somme
        carte                          1      7,20
        espèces                        2     22,00
        chèque                         3      9,20

        Caisse
        Fond compté, espèces                150,00
        Prélèvement, coffre            1    -20,00

        Producteurs
              ventes  commiss. équilibre à revers.
        Marché de Die
               38,40      0,00      0,00         -

        Annulé, abandonné
                                  nombre     somme
        Tickets annulés                0      0,00
        Lignes retirées                1      1,10
        Paniers abandonnés             0      0,00
        Tiroir sans vente              0
        Duplicatas                     0

        Par jour de marché
                                 tickets       TTC
        samedi 21 novembre 2026
                                       6     38,40

        Depuis la première vente
        Total perpétuel                      38,40
        Total perpétuel, sans signes         38,40
        Première clôture
        ------------------------------------------
        Programme : etal test
        Attestation : aucune

        Compté par :          Vérifié par :



        ------------------------------------------"#]]
    .assert_eq(&without_proof(&stall.paper()[0]));
}

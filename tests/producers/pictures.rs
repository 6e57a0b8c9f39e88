//! The producers' screens as they are drawn, in both languages and on the smallest screen.

use etal::ui::words::Language;
use expect_test::expect;

use crate::{
    kit::{self, Stall},
    market::{self, goods, sell},
};

/// A morning with goods of everybody, and an amount that is nobody's.
fn morning(language: Language) -> Stall {
    let mut store = market::store();
    sell(
        &mut store,
        "09:00",
        vec![goods(12, 3_000), goods(45, 1_000)],
    );
    sell(&mut store, "09:20", vec![goods(31, 860), goods(51, 2_000)]);
    sell(
        &mut store,
        "10:10",
        vec![goods(33, 4_000), goods(18, 2_000)],
    );
    let mut stall = kit::open(store, language, None);
    stall.press("4,50d<enter>").press("<enter>=").rest();
    let name = match language {
        Language::French => "producteurs",
        Language::English => "producers",
    };
    stall.press("<esc>").press(&format!(":{name}<enter>"));
    stall
}

#[test]
fn what_each_is_owed() {
    expect![[r#"
        │ PRODUCTEURS · Marché de Die · sam. 21 nov. · Léa              Ticket 5 · 10:42 │ [Title]
        │┌ 5 producteurs ───────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Producteur                          TVA                    réglé  à reverser ││ [Quiet]
        ││>Atelier Noé                         franchise                  -        3,84 ││ [Quiet, Chosen]
        ││ Chez Paul                           non renseignée             -        2,20 ││ [Quiet, Warning]
        ││ Ferme du Lac                        assujetti                  -        8,29 ││ [Quiet]
        ││ Rucher des Cimes                    franchise                  -        6,48 ││ [Quiet]
        ││ Vergers Ott                         forfait agricole           -        8,40 ││ [Quiet]
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
        │┌ 1 montant sans producteur : 4,50 € ──────────────────────────────────────────┐│ [Quiet]
        ││    A-4 10:42 Divers                                                     4,50 ││ [Quiet]
        ││ À attribuer avant de régler : F8 le journal, le ticket, puis A.              ││ [Quiet, Warning]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Ouvrir, régler  F8 Attribuer  Échap Retour  ? Aide                      │ [Key, Quiet]
    "#]].assert_eq(&morning(Language::French).screen());
    expect![[r#"
        │ PRODUCERS · Marché de Die · Sat 21 Nov · Léa                  Ticket 5 · 10:42 │ [Title]
        │┌ 5 producers ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Producer                            VAT                  settled  to pay out ││ [Quiet]
        ││>Atelier Noé                         franchise                  -        3.84 ││ [Quiet, Chosen]
        ││ Chez Paul                           not said                   -        2.20 ││ [Quiet, Warning]
        ││ Ferme du Lac                        liable                     -        8.29 ││ [Quiet]
        ││ Rucher des Cimes                    franchise                  -        6.48 ││ [Quiet]
        ││ Vergers Ott                         flat-rate farmer           -        8.40 ││ [Quiet]
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
        │┌ 1 amount without a producer: €4.50 ──────────────────────────────────────────┐│ [Quiet]
        ││    A-4 10:42 Divers                                                     4.50 ││ [Quiet]
        ││ To attribute before settling: F8 the journal, the ticket, then A.            ││ [Quiet, Warning]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Open, settle  F8 Attribute  Esc Back  ? Help                             │ [Key, Quiet]
    "#]].assert_eq(&morning(Language::English).screen());
}

#[test]
#[expect(clippy::too_many_lines, reason = "each picture is a screen high")]
fn a_producers_day() {
    let mut stall = morning(Language::French);
    stall.press("f<enter>").press("r").rest().press("o").rest();
    expect![[r#"
        │ RÈGLEMENT · Marché de Die · sam. 21 nov. · Léa                Ticket 5 · 10:42 │ [Title]
        │┌ Ferme du Lac · à régler ───────────────┐┌ Compte · assujetti ────────────────┐│ [Quiet]
        ││ Rien de vendu.                         ││ Ventes TTC                    0,00 ││ [Quiet]
        ││                                        ││ Sa part                       0,00 ││ [Quiet]
        ││                                        ││ Report                        0,29 ││ [Quiet]
        ││                                        ││ À reverser                  0,29 € ││ [Quiet, Total]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││ A-R1 10:42 espèces            8,00 ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        │└────────────────────────────────────────┘└────────────────────────────────────┘│ [Quiet]
        │ 1 montant sans producteur (4,50 €) : F8, le ticket, A pour l’attribuer.        │ [Warning]
        │ + Ferme du Lac : 8,00 € remis (espèces), 0,29 € reportés.                      │ [Gain]
        │ Entrée Tout en espèces  R Euros ronds  C Reporter  N Jusqu’au ticket  ? Aide   │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    expect![[r#"
        │ RÈGLEMENT · Marché de Die · sam. 21 nov. · Léa                Ticket 5 · 10:42 │ [Title]
        │┌ Ferme du Lac · toute la journée ───────┐┌ Compte · assujetti ────────────────┐│ [Quiet]
        ││         3 Carottes botte          6,00 ││ Ventes TTC                    9,01 ││ [Quiet]
        ││  0,860 kg Tomates                 3,01 ││ dont TVA 5,5 %                0,47 ││ [Quiet]
        ││                                        ││ Commission                   -0,72 ││ [Quiet]
        ││                                        ││ Sa part                       8,29 ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││ A-R1 10:42 espèces            8,00 ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        │└────────────────────────────────────────┘└────────────────────────────────────┘│ [Quiet]
        │ 1 montant sans producteur (4,50 €) : F8, le ticket, A pour l’attribuer.        │ [Warning]
        │                                                                                │
        │ Entrée Tout en espèces  R Euros ronds  C Reporter  N Jusqu’au ticket  ? Aide   │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<tab>").screen());
    let mut stall = morning(Language::English);
    expect![[r#"
        │ SETTLEMENT · Marché de Die · Sat 21 Nov · Léa                 Ticket 5 · 10:42 │ [Title]
        │┌ Rucher des Cimes · to settle ──────────┐┌ Account · franchise ───────────────┐│ [Quiet]
        ││         1 Miel 500 g              7.20 ││ Sales, VAT included           7.20 ││ [Quiet]
        ││                                        ││ without VAT                        ││ [Quiet]
        ││                                        ││ Commission                   -0.72 ││ [Quiet]
        ││                                        ││ Her share                     6.48 ││ [Quiet]
        ││                                        ││ To pay out                   €6.48 ││ [Quiet, Total]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        ││                                        ││                                    ││ [Quiet]
        │└────────────────────────────────────────┘└────────────────────────────────────┘│ [Quiet]
        │ 1 amount without a producer (€4.50): F8, the ticket, A to attribute it.        │ [Warning]
        │                                                                                │
        │ Enter All in cash  R Whole euros  C Carry over  N Up to ticket  ? Help         │ [Key, Quiet]
    "#]].assert_eq(&stall.press("r<enter>").screen());
    expect![[r#"
        │ QUESTION · Marché de Die · Sat 21 Nov · Léa                   Ticket 5 · 10:42 │ [Title]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │    ┌──────────────────────────────────────────────────────────────────────┐    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ Rucher des Cimes is given €6.48 (cash).                              │    │ [Quiet]
        │    │ Mind: €4.50 without a producer still, to be attributed first (F8,    │    │ [Quiet]
        │    │ the ticket, A).                                                      │    │ [Quiet]
        │    │                                                                      │    │ [Quiet]
        │    │ ! Write this settlement down?                                        │    │ [Quiet, Warning]
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
        │ Y Yes  N No  Enter No  ? Help                                                  │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<enter>").rest().screen());
}

#[test]
fn on_the_smallest_screen_what_is_owed_stays() {
    let mut stall = morning(Language::French);
    stall.resize(60, 20).press("v<enter>");
    expect![[r#"
        │ RÈGLEMENT · sam. 21 nov. · Léa            Ticket 5 · 10:42 │ [Title]
        │┌ Vergers Ott · à régler ──────────────────────────────────┐│ [Quiet]
        ││  4,000 kg Pommes de terre                           8,40 ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Compte · forfait agricole ───────────────────────────────┐│ [Quiet]
        ││ Ventes TTC                                          8,40 ││ [Quiet]
        ││ sans TVA                                                 ││ [Quiet]
        ││ Sa part                                             8,40 ││ [Quiet]
        ││ Forfait du jour                                    -5,00 ││ [Quiet]
        ││ À reverser                                        3,40 € ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ 1 montant sans producteur (4,50 €) : F8, le ticket, A pou… │ [Warning]
        │                                                            │
        │ Entrée Tout en espèces  R Euros ronds  C Reporter  ? Aide  │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.screen());
    expect![[r#"
        │ RÈGLEMENT · sam. 21 nov. · Léa            Ticket 5 · 10:42 │ [Title]
        │┌ Vergers Ott · à régler ──────────────────────────────────┐│ [Quiet]
        ││  4,000 kg Pommes de terre                           8,40 ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Compte · forfait agricole ───────────────────────────────┐│ [Quiet]
        ││ Ventes TTC                                          8,40 ││ [Quiet]
        ││ sans TVA                                                 ││ [Quiet]
        ││ Sa part                                             8,40 ││ [Quiet]
        ││ Forfait du jour                                    -5,00 ││ [Quiet]
        ││ À reverser                                        3,40 € ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ Somme à remettre > 12                                      │ [Entry]
        │                                                            │
        │ Entrée Tout en espèces  R Euros ronds  C Reporter  ? Aide  │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.press("12").screen());
}

#[test]
fn nothing_panics_at_any_size() {
    for (columns, rows) in [(60, 20), (61, 21), (76, 20), (100, 30), (132, 50)] {
        let mut stall = morning(Language::French);
        stall.resize(columns, rows);
        stall.screen();
        stall.press("f<enter>");
        stall.screen();
        stall.press("n12");
        stall.screen();
    }
}

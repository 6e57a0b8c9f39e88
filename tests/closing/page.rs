//! After the closing: its page, its papers, the way out of the market.

use etal::{
    store::Store,
    ui::{
        event::{Carried, CarryPlace, CarryTrouble, Event, News},
        shop::Cable,
        words::Language,
    },
};
use expect_test::expect;

use crate::{
    end::{again, at_float_by_piece, at_seal, closings, notice},
    kit::Stall,
};

/// Closed just now, the page open.
pub fn closed() -> Stall {
    let mut stall = at_float_by_piece();
    stall.press("<enter>z<enter>").rest();
    stall
}

/// The page of the first closing, opened from the list after the till was started again.
fn from_the_list(store: Store) -> Stall {
    let mut stall = again(store, Language::French);
    stall
        .press(":clôtures faites<enter>")
        .rest()
        .press("<enter>")
        .rest();
    stall
}

fn carried(stall: &mut Stall, carried: Carried) {
    stall.tell(Event::Told(News::Carried(carried)));
}

/// The paper without the line that has the hash in it.
pub fn without_proof(paper: &str) -> String {
    let lines = paper.lines().filter(|it| !it.contains("empreinte"));
    lines.map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_z_on_paper_says_everything() {
    let mut stall = closed();
    stall.press("i").rest();
    let paper = stall.paper();
    assert!(paper[0].contains("empreinte"), "{}", paper[0]);
    expect![[r#"
                      Marché de Die
        ------------------------------------------
        Ticket Z n° 1
        samedi 21 novembre 2026
        10:42 - 10:42
        Clôture A-Z1
        Clôturé le 21/11/2026 13:05 par Léa
        ------------------------------------------
        Total TTC                          38,40 €
        Tickets                                  6
        Lignes vendues                           6
        Panier moyen                          6,40
        Du ticket A-1 au ticket A-6

        TVA
                           TTC       TVA        HT
        5,5 %            38,40      2,01     36,39

        Moyens de paiement
                       attendu    compté     écart
        espèces         152,00    152,30     +0,30
        carte             7,20      7,20      0,00
        chèque (3)        9,20      9,20      0,00
        Écart total                          +0,30

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

        Après la clôture
        Reste au tiroir, espèces            150,00
        3 × 20 €, 4 × 10 €, 4 × 5 €, 9 × 2 €,
        10 × 1 €, 3 × 0,50 €, 1 × 0,20 €,
        3 × 0,10 €
        Enveloppe, Léa                        2,30
        1 × 2 €, 1 × 0,20 €, 1 × 0,10 €
        Enveloppe, Léa, chèque                9,20
        À apporter : 7 × 0,50 €

        Depuis la première vente
        Total perpétuel                      38,40
        Total perpétuel, sans signes         38,40
        Première clôture
        ------------------------------------------
        Programme : etal test
        Attestation : aucune

        Compté par :          Vérifié par :



        ------------------------------------------"#]]
    .assert_eq(&without_proof(&paper[0]));
}

#[test]
fn a_second_print_is_a_duplicate_also_after_a_restart() {
    let mut stall = closed();
    stall.press("!").rest().press("i").rest();
    let paper = stall.paper();
    assert!(!paper[0].contains("DUPLICATA"), "{}", paper[0]);
    assert!(paper[1].contains("DUPLICATA n° 1"), "{}", paper[1]);
    let mut stall = from_the_list(stall.into_store());
    stall.press("i").rest();
    assert!(stall.paper()[0].contains("DUPLICATA n° 2"));
    assert_eq!(stall.entries("printed").len(), 3);
}

#[test]
fn the_preview_says_that_nothing_is_frozen() {
    let mut stall = at_seal();
    stall.press("i").rest();
    let paper = stall.paper();
    assert!(paper[0].contains("APERÇU, RIEN N’EST FIGÉ"), "{}", paper[0]);
    assert!(!paper[0].contains("empreinte") && !paper[0].contains("Compté par"));
    assert!(stall.entries("printed").is_empty() && closings(&stall).is_empty());
}

#[test]
fn the_envelope_has_its_slip() {
    let mut stall = closed();
    stall.press("v").rest();
    expect![[r#"
                      Marché de Die
        ------------------------------------------
        Enveloppe A-Z1
        samedi 21 novembre 2026
        Emportée par Léa
        ------------------------------------------
        Espèces                             2,30 €
          1 × 2 €                             2,00
          1 × 0,20 €                          0,20
          1 × 0,10 €                          0,10
        chèque (3)                          9,20 €
        ------------------------------------------
        TOTAL                              11,50 €

        Reçu le ____________ par ______________

        Remis par :           Reçu par :



        ------------------------------------------"#]]
    .assert_eq(&stall.paper()[0]);
}

#[test]
fn without_a_printer_it_says_so_and_counts_nothing() {
    let mut stall = closed();
    stall.till.model.shop.cable = Cable::Nothing;
    stall.press("i").rest();
    assert!(notice(&stall).contains("imprimante"), "{}", stall.screen());
    assert!(stall.entries("printed").is_empty());
}

#[test]
fn where_the_bundle_lies_is_on_the_page_or_why_it_lies_nowhere() {
    let mut stall = closed();
    let path = "/media/outbox/2026-11-21_A-e1_Z0001".to_owned();
    let name = || "A-Z1".to_owned();
    let trouble = Carried::NotBundled(name(), CarryTrouble::NoRoom);
    carried(&mut stall, trouble);
    let screen = stall.screen();
    assert!(screen.contains("il n’y a plus de place"), "{screen}");
    assert!(screen.contains("D Refaire le dossier"), "{screen}");
    stall.press("d").rest();
    assert!(stall.screen().contains("il s’écrit"), "{}", stall.screen());
    carried(
        &mut stall,
        Carried::Bundled {
            closing: name(),
            path: path.clone(),
        },
    );
    expect![[r#"
        │ CLÔTURE · Marché de Die · sam. 21 nov. · Léa                  Ticket 7 · 13:05 │ [Title]
        │┌ Ticket Z n° 1 · A-Z1 ────────────────────────────────────────────────────────┐│ [Quiet]
        ││ samedi 21 novembre 2026 · 10:42 - 10:42                                      ││ [Quiet]
        ││  Total TTC                                                          38,40 €  ││ [Quiet, Total]
        ││  Tickets                                                                  6  ││ [Quiet]
        ││  Lignes vendues                                                           6  ││ [Quiet]
        ││  Panier moyen                                                          6,40  ││ [Quiet]
        ││  Du ticket A-1 au ticket A-6                                                 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  TVA                                          TTC          TVA           HT  ││ [Quiet]
        ││  5,5 %                                      38,40         2,01        36,39  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Moyens de paiement                       attendu       compté        écart  ││ [Quiet]
        ││  espèces                                   152,00       152,30        +0,30  ││ [Quiet]
        ││  carte                                       7,20         7,20         0,00  ││ [Quiet]
        ││  chèque (3)                                  9,20         9,20         0,00  ││ [Quiet]
        ││  Écart total                                                          +0,30  ││ [Quiet, Total]
        ││ … et 32 lignes de plus (↓)                                                   ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Enveloppe chez Léa, pas encore reçue.                                          │ [Warning]
        │ + Dossier : /media/outbox/2026-11-21_A-e1_Z0001                                │ [Gain]
        │                                                                                │
        │ + Clôturé : A-Z1.                                                              │ [Gain]
        │ E Copier  I Imprimer  V Enveloppe  Échap Retour  P Producteurs  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn one_stick_is_taken_of_several_one_is_chosen() {
    let place = |name: &str| CarryPlace {
        path: format!("/media/{name}"),
        name: name.to_owned(),
    };
    let mut stall = closed();
    stall.press("e").rest();
    carried(&mut stall, Carried::Places(Vec::new()));
    assert!(notice(&stall).contains("clé USB"), "{}", stall.screen());
    stall.press("e").rest();
    carried(&mut stall, Carried::Places(vec![place("CLE")]));
    stall.press("e").rest();
    assert!(notice(&stall).contains("en cours"), "{}", stall.screen());
    let path = "/media/CLE".to_owned();
    carried(&mut stall, Carried::NotSynced(path, CarryTrouble::Vanished));
    assert!(stall.screen().contains("arrêtée"), "{}", stall.screen());
    stall.press("e").rest();
    carried(
        &mut stall,
        Carried::Places(vec![place("CLE"), place("Nextcloud")]),
    );
    expect![[r#"
        │ OÙ COPIER · Marché de Die · sam. 21 nov. · Léa                Ticket 7 · 13:05 │ [Title]
        │┌ Où copier ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││> 1   CLE                              /media/CLE                             ││ [Quiet, Chosen]
        ││  2   Nextcloud                        /media/Nextcloud                       ││ [Quiet, Key]
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
        │ ! Une copie est en cours.                                                      │ [Warning]
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("2").rest();
    assert!(stall.screen().contains("A-Z1"), "{}", stall.screen());
}

#[test]
fn the_copy_says_how_far_it_is_and_when_the_stick_may_go() {
    let mut stall = closed();
    let copying = Carried::Copying {
        bundle: "2026-11-21_A-e1_Z0001".to_owned(),
        done: 3,
        of: 14,
    };
    carried(&mut stall, copying);
    assert!(stall.screen().contains("3 sur 14"), "{}", stall.screen());
    let synced = Carried::Synced {
        path: "/media/CLE".to_owned(),
        bundles: 1,
    };
    carried(&mut stall, synced);
    expect![[r#"
        │ CLÔTURE · Marché de Die · sam. 21 nov. · Léa                  Ticket 7 · 13:05 │ [Title]
        │┌ Ticket Z n° 1 · A-Z1 ────────────────────────────────────────────────────────┐│ [Quiet]
        ││ samedi 21 novembre 2026 · 10:42 - 10:42                                      ││ [Quiet]
        ││  Total TTC                                                          38,40 €  ││ [Quiet, Total]
        ││  Tickets                                                                  6  ││ [Quiet]
        ││  Lignes vendues                                                           6  ││ [Quiet]
        ││  Panier moyen                                                          6,40  ││ [Quiet]
        ││  Du ticket A-1 au ticket A-6                                                 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  TVA                                          TTC          TVA           HT  ││ [Quiet]
        ││  5,5 %                                      38,40         2,01        36,39  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Moyens de paiement                       attendu       compté        écart  ││ [Quiet]
        ││  espèces                                   152,00       152,30        +0,30  ││ [Quiet]
        ││  carte                                       7,20         7,20         0,00  ││ [Quiet]
        ││  chèque (3)                                  9,20         9,20         0,00  ││ [Quiet]
        ││  Écart total                                                          +0,30  ││ [Quiet, Total]
        ││ … et 32 lignes de plus (↓)                                                   ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Enveloppe chez Léa, pas encore reçue.                                          │ [Warning]
        │ + Dossiers copiés et relus : 1. Tout est dans /media/CLE ; vous pouvez retirer │ [Gain]
        │ la clé.                                                                        │ [Gain]
        │ + Clôturé : A-Z1.                                                              │ [Gain]
        │ E Copier  I Imprimer  V Enveloppe  Échap Retour  P Producteurs  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

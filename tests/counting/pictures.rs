//! The steps of the first half of a closing as they are drawn.

use etal::ui::words::Language;
use expect_test::expect;

use crate::market;

#[test]
fn what_waits() {
    let mut stall = market::sold();
    stall.press("18<enter><f3>").rest();
    stall.press("31<enter>860<enter>").rest();
    stall.press("<esc>9").rest();
    expect![[r#"
        │ CLÔTURE · AVANT · sam. 21 nov. · Léa           Ticket 4 · 1 en attente · 10:42 │ [Title]
        │┌ 2 choses à voir avant de clôturer ───────────────────────────────────────────┐│ [Quiet]
        ││>Ticket ouvert            Tomates                     1 ligne          3,01 € ││ [Quiet, Chosen]
        ││ En attente depuis 10:42  Salade                      1 ligne          1,10 € ││ [Quiet]
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
        │                                                                                │
        │                                                                                │
        │ Entrée Reprendre  Suppr Abandonner  G Garder  P Régler  ? Aide                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn what_was_not_sold() {
    let mut stall = market::open(market::store_with_stock(), Language::French);
    market::sell(&mut stall);
    stall.press("<esc>9").rest();
    stall
        .press("<down><down>p3<enter>")
        .rest()
        .press("1")
        .rest();
    stall.press("<down>r").rest();
    expect![[r#"
        │ CLÔTURE · INVENDUS · Marché de Die · sam. 21 nov. · Léa       Ticket 4 · 10:42 │ [Title]
        │┌ 8 articles invendus ─────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Article            Producteur             Reste Devient                      ││ [Quiet]
        ││ Carottes botte     Marché de Die      58 bottes 58 repris                    ││ [Quiet]
        ││ Fromage de chèvre  Marché de Die              2 2 repris                     ││ [Quiet]
        ││ Miel 500 g         Marché de Die             19 3 en perte, 16 repris        ││ [Quiet]
        ││>Œufs (6)           Marché de Die             30 30 au stock                  ││ [Quiet, Chosen]
        ││ Pain de seigle     Marché de Die             29 29 repris                    ││ [Quiet]
        ││ Pommes de terre    Marché de Die      80,000 kg 80,000 repris                ││ [Quiet]
        ││ Salade             Marché de Die             24 24 repris                    ││ [Quiet]
        ││ Tomates            Marché de Die      40,000 kg 40,000 repris                ││ [Quiet]
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
        │                                                                                │
        │ Entrée Noter tout  P Perte, don  R Repris / reste  L Ne rien noter  ? Aide     │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_count() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    stall.press("2<enter>1<enter>3<enter><enter>2<enter>3");
    expect![[r#"
        │ CLÔTURE · COMPTAGE · Marché de Die · sam. 21 nov. · Léa       Ticket 4 · 10:42 │ [Title]
        │┌ espèces ─────────────────────────┐┌ Espèces comptées ────────────────────────┐│ [Quiet]
        ││ Billets                          ││   █  █████ █████    █████ █████          ││ [Quiet, Total]
        ││ 50 €           [    2 ]   100,00 ││  ██  █         █    █   █ █   █          ││ [Quiet, Total]
        ││ 20 €           [    1 ]    20,00 ││   █  █████    █     █   █ █   █          ││ [Quiet, Total]
        ││ 10 €           [    3 ]    30,00 ││   █      █   █   ██ █   █ █   █          ││ [Quiet, Total]
        ││ 5 €            [      ]     0,00 ││  ███ █████   █    █ █████ █████          ││ [Quiet, Total]
        ││ Pièces                           ││                                          ││ [Quiet]
        ││ 2 €            [    2 ]     4,00 ││ Autres moyens                            ││ [Quiet]
        ││>1 €            [    3_]     3,00 ││ carte                       [          ] ││ [Quiet, Chosen]
        ││ 0,50 €         [      ]     0,00 ││ chèque             [      ] [          ] ││ [Quiet]
        ││ 0,20 €         [      ]     0,00 ││                                          ││ [Quiet]
        ││ 0,10 €         [      ]     0,00 ││                                          ││ [Quiet]
        ││ 0,05 €         [      ]     0,00 ││                                          ││ [Quiet]
        ││ 0,02 €         [      ]     0,00 ││                                          ││ [Quiet]
        ││ 0,01 €         [      ]     0,00 ││ À l’aveugle : l’attendu se montre après. ││ [Quiet]
        ││ Rouleaux, autre     [          ] ││                                          ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Tapez le nombre de billets ou de pièces, puis Entrée. Vide = 0.                │ [Quiet]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ Entrée Suite  ↑ Champ précédent  = Un seul total  Échap Plus tard  ? Aide      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_count_in_one_sum_in_english() {
    let mut stall = market::open(market::store(), Language::English);
    market::sell(&mut stall);
    stall.press("<esc>9").rest();
    stall.press("=1452,60<enter>7,20<enter>2");
    expect![[r#"
        │ CLOSING · COUNT · Marché de Die · Sat 21 Nov · Léa            Ticket 4 · 10:42 │ [Title]
        │┌ cash ────────────────────────────┐┌ Cash counted ────────────────────────────┐│ [Quiet]
        ││                                  ││   █     █   █ █████ █████    █████ █████ ││ [Quiet, Total]
        ││ Total               [  1452,60 ] ││  ██     █   █ █         █    █     █   █ ││ [Quiet, Total]
        ││                                  ││   █     █████ █████ █████    █████ █   █ ││ [Quiet, Total]
        ││                                  ││   █  ██     █     █ █     ██ █   █ █   █ ││ [Quiet, Total]
        ││                                  ││  ███  █     █ █████ █████ ██ █████ █████ ││ [Quiet, Total]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Other means                              ││ [Quiet]
        ││                                  ││ card                        [     7,20 ] ││ [Quiet]
        ││                                  ││>cheque             [    2_] [          ] ││ [Quiet, Chosen]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Blind: what is expected shows            ││ [Quiet]
        ││                                  ││ afterwards.                              ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ How many there are, then Enter. Empty = not counted.                           │ [Quiet]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ Enter Next  ↑ Field before  = By pieces  Esc Later  ? Help                     │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_difference() {
    let mut stall = market::sold();
    stall.press("<esc>9").rest();
    stall
        .press("=150<enter>11,20<enter>2<enter>4<enter>")
        .rest();
    expect![[r#"
        │ CLÔTURE · ÉCART · Marché de Die · sam. 21 nov. · Léa          Ticket 4 · 10:42 │ [Title]
        │┌ Compté à 10:42 ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Moyen                             Attendu      Compté       Écart            ││ [Quiet]
        ││!espèces                            154,00      150,00       -4,00 manque     ││ [Quiet, Warning]
        ││!carte                                7,20       11,20       +4,00 en trop    ││ [Quiet, Warning]
        ││ chèque (2 pour 1)                    4,00        4,00        0,00 juste      ││ [Quiet]
        ││ Écart total                                                  0,00 juste      ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Motif : [1 inconnu] 2 rendu 3 moyen 4 non noté 5 vente 6 fond 7 faux 8 vol     │
        │ Peut-être…                                                                     │ [Quiet]
        │ A Ticket A-1 (4,00 €) : tapé « espèces », payé « carte » ?                     │ [Key]
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
        │                                                                                │
        │                                                                                │
        │ Entrée Suite  R Recompter  1 Motif  H Chèques  A Voir  Échap Plus tard  ? Aide │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_count_on_the_smallest_screen() {
    let mut stall = market::sold();
    stall.resize(60, 20).press("<esc>9").rest();
    stall.press("2<enter>1<enter>3");
    expect![[r#"
        │ CLÔTURE · COMPTAGE · sam. 21 nov. · Léa   Ticket 4 · 10:42 │ [Title]
        │┌ espèces ───────────────────┐┌ Espèces comptées ──────────┐│ [Quiet]
        ││ Billets                    ││ 150,00                     ││ [Quiet, Total]
        ││ 50 €     [    2 ]   100,00 ││                            ││ [Quiet]
        ││ 20 €     [    1 ]    20,00 ││                            ││ [Quiet]
        ││>10 €     [    3_]    30,00 ││                            ││ [Quiet, Chosen]
        ││ 5 €      [      ]     0,00 ││                            ││ [Quiet]
        ││ Pièces                     ││                            ││ [Quiet]
        ││ 2 €      [      ]     0,00 ││ Autres moyens              ││ [Quiet]
        ││ 1 €      [      ]     0,00 ││ carte         [          ] ││ [Quiet]
        ││ 0,50 €   [      ]     0,00 ││ chè… [      ] [          ] ││ [Quiet]
        ││ 0,20 €   [      ]     0,00 ││                            ││ [Quiet]
        ││ 0,10 €   [      ]     0,00 ││                            ││ [Quiet]
        ││ 0,05 €   [      ]     0,00 ││                            ││ [Quiet]
        ││ 0,02 €   [      ]     0,00 ││                            ││ [Quiet]
        ││ 0,01 €   [      ]     0,00 ││ À l’aveugle : l’attendu se ││ [Quiet]
        ││ Rouleaux, au… [          ] ││ montre après.              ││ [Quiet]
        │└────────────────────────────┘└────────────────────────────┘│ [Quiet]
        │                                                            │
        │ Entrée Suite  ↑ Champ précédent  = Un seul total  ? Aide   │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.screen());
}

//! The sell screen as pictures.

use etal::ui::keys::Key;
use expect_test::expect;

use crate::kit::{english_stall, stall};

#[test]
fn the_sell_screen_in_french() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter>2*mi");
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││        3 Carottes botte      2,00     6,00 ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││ 0,860 kg Tomates             3,50     3,01 ││  31 Tomates           3,50 /kg ││ [Quiet]
        ││        1 Pain de seigle      4,00     4,00 ││   7 Pain de seigle   4,00 /pce ││ [Quiet]
        ││        1 Miel 500 g          7,20     7,20 ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █████ █████    █████   █       ████                           4 lignes │ [Total, Quiet]
        │             █ █   █        █  ██      █                                        │ [Total]
        │ TOTAL   █████ █   █    █████   █     █████                                     │ [Total]
        │         █     █   █ ██ █       █      █                                        │ [Total]
        │         █████ █████  █ █████  ███      ████                                    │ [Total]
        │ > 2*mi                                     2 × Miel 500 g = 14,40 € · reste 19 │ [Entry]
        │ + Ajouté : Miel 500 g, 7,20 €. Reste 19.                                       │ [Gain]
        │ Entrée Ajouter/Encaisser  + Espèces juste  F3 Attente  / Chercher  ? Aide      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_sell_screen_in_english() {
    let mut stall = english_stall();
    stall.press("3*12<enter>0.86*31<enter>7<enter>45<enter><up><up>");
    expect![[r#"
        │ SALE · Marché de Die · Sat 21 Nov · Léa                       Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Best sellers ──────────────────┐│ [Quiet]
        ││        3 Carottes botte      2.00     6.00 ││  12 Carottes botte 2.00 /bunch ││ [Quiet]
        ││ 0.860 kg Tomates             3.50     3.01 ││  31 Tomates           3.50 /kg ││ [Quiet]
        ││>       1 Pain de seigle      4.00     4.00 ││   7 Pain de seigle  4.00 /each ││ [Quiet, Chosen]
        ││        1 Miel 500 g          7.20     7.20 ││  45 Miel 500 g      7.20 /each ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2.10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)        2.40 /each ││ [Quiet]
        ││                                            ││  18 Salade          1.10 /each ││ [Quiet]
        ││                                            ││  60 Fromage de chè… 2.80 /each ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │           ████ █████ █████    █████   █                                4 lines │ [Total, Quiet]
        │          █         █ █   █        █  ██                                        │ [Total]
        │ TOTAL   █████  █████ █   █    █████   █                                        │ [Total]
        │          █     █     █   █ ██ █       █                                        │ [Total]
        │           ████ █████ █████ ██ █████  ███                                       │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ P Price  D Discount  Delete Remove  O Offered  F End of market  ? Help         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_sell_screen_before_the_first_customer() {
    expect![[r#"
        │ VENTE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Ticket 1 ──────────────────────────────────┐┌ Les plus vendus ───────────────┐│ [Quiet]
        ││                                            ││  12 Carottes botte 2,00 /botte ││ [Quiet]
        ││ Le ticket est vide. Tapez un code ou le    ││  31 Tomates           3,50 /kg ││ [Quiet]
        ││ début d’un nom, puis Entrée.               ││   7 Pain de seigle   4,00 /pce ││ [Quiet]
        ││                                            ││  45 Miel 500 g       7,20 /pce ││ [Quiet]
        ││                                            ││  33 Pommes de terre   2,10 /kg ││ [Quiet]
        ││                                            ││  51 Œufs (6)         2,40 /pce ││ [Quiet]
        ││                                            ││  18 Salade           1,10 /pce ││ [Quiet]
        ││                                            ││  60 Fromage de chè…  2,80 /pce ││ [Quiet]
        ││                                            ││                                ││ [Quiet]
        ││                                            ││ L Légumes       F Fruits       ││ [Quiet, Key]
        ││                                            ││ C Crèmerie, œ…  E Épicerie, p… ││ [Quiet, Key]
        ││                                            ││ A Artisanat     D Divers       ││ [Quiet, Key]
        │└────────────────────────────────────────────┘└────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │         █████    █████ █████      ████                                         │ [Total]
        │         █   █    █   █ █   █     █                                             │ [Total]
        │ TOTAL   █   █    █   █ █   █    █████                                          │ [Total]
        │         █   █ ██ █   █ █   █     █                                             │ [Total]
        │         █████  █ █████ █████      ████                                         │ [Total]
        │ >                                                                              │ [Entry]
        │                                                                                │
        │ Entrée Ajouter  / Chercher  Tab Autre ticket  Échap Menu  : Actions  ? Aide    │ [Key, Quiet]
    "#]].assert_eq(&stall().screen());
}

#[test]
fn while_somebody_types_only_the_echo_changes() {
    let mut stall = stall();
    for typed in ["3*12", "carot", "4,50l", "0,8+1,25*31", "77"] {
        let mut before = stall.screen();
        for character in typed.chars() {
            stall.stroke(Key::Char(character));
            let after = stall.screen();
            for (row, (old, new)) in before.lines().zip(after.lines()).enumerate() {
                assert!(old == new || row == 21, "{typed}: {old} became {new}");
            }
            before = after;
        }
        stall.press("<esc>7<enter>");
    }
}

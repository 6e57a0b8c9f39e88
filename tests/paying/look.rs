//! How the pay screen looks.

use expect_test::expect;

use crate::kit::{english_stall, stall};

#[test]
fn the_pay_screen_in_french() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter><enter>5c20");
    expect![[r#"
        │ ENCAISSER · Marché de Die · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │ RESTE À PAYER                                               4 lignes · 20,21 € │ [Quiet]
        │      ██    ██████████        ██████████      ██              ████████          │ [Total]
        │    ████    ██                        ██    ████            ██                  │ [Total]
        │      ██    ██████████        ██████████      ██          ██████████            │ [Total]
        │      ██            ██  ████  ██              ██            ██                  │ [Total]
        │    ██████  ██████████    ██  ██████████    ██████            ████████          │ [Total]
        │                                                                                │
        │┌ Moyens de paiement ──────────────────┐┌ Reçu ────────────────────────────────┐│ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││ Entrée  espèces, somme juste         ││ Le client donne :                    ││ [Quiet, Key]
        ││ C       carte                        ││ [15,50 €] [16 €] [20 €]              ││ [Quiet, Key]
        ││ H       chèque                       ││ ou tapez la somme, puis Entrée       ││ [Quiet, Key]
        ││ O       autre                        ││                                      ││ [Quiet, Key]
        ││                                      ││  Total                      20,21 €  ││ [Quiet]
        ││ !       ticket imprimé : non         ││  carte                       5,00 €  ││ [Quiet, Key, Gain]
        ││                                      ││  reste à payer              15,21 €  ││ [Quiet, Total]
        ││                                      ││ Si le client ajoute 0,21 € : rendre  ││ [Quiet]
        ││                                      ││ 5 €.                                 ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Reçu > 20                                                      à rendre 4,79 € │ [Entry]
        │                                                                                │
        │ Entrée Encaisser  Retour arrière Reprendre  ! Imprimer  Échap Revenir  ? Aide  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_pay_screen_in_english() {
    let mut stall = english_stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter><enter><right><right>");
    expect![[r#"
        │ TAKE PAYMENT · Marché de Die · Sat 21 Nov · Léa               Ticket 1 · 10:42 │ [Title]
        │ TO PAY                                                        4 lines · €20.21 │ [Quiet]
        │      ████████  ██████████  ██████████        ██████████      ██                │ [Total]
        │    ██                  ██  ██      ██                ██    ████                │ [Total]
        │  ██████████    ██████████  ██      ██        ██████████      ██                │ [Total]
        │    ██          ██          ██      ██  ████  ██              ██                │ [Total]
        │      ████████  ██████████  ██████████  ████  ██████████    ██████              │ [Total]
        │                                                                                │
        │┌ Means of payment ────────────────────┐┌ Received ────────────────────────────┐│ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││ Enter  cash, exact                   ││ The customer gives:                  ││ [Quiet, Key]
        ││ C      card                          ││ [€20.50] >€21] [€25] [€50]           ││ [Quiet, Key, Chosen]
        ││ H      cheque                        ││ or type the sum, then Enter          ││ [Quiet, Key]
        ││ O      other                         ││                                      ││ [Quiet, Key]
        ││                                      ││  Total                       €20.21  ││ [Quiet]
        ││ T      agreed total (20 then T)      ││ If the customer adds €0.21: give €1  ││ [Quiet, Key]
        ││ D      discount (1.50 or 10% then D) ││ back.                                ││ [Quiet, Key]
        ││ !      printed receipt: no           ││                                      ││ [Quiet, Key]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Received >                                                    change due €0.79 │ [Entry]
        │                                                                                │
        │ Enter Take  T Agreed total  D Discount  ! Print  Esc Back  ? Help              │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_pay_screen_on_the_smallest_and_on_a_large_one() {
    let mut stall = stall();
    stall.press("12<enter>7<enter><enter>4c").resize(60, 20);
    expect![[r#"
        │ ENCAISSER · Marché de Die · sam. 21 nov.… Ticket 1 · 10:42 │ [Title]
        │ RESTE À PAYER                            2 lignes · 6,00 € │ [Quiet]
        │  █████    █████ █████      ████                            │ [Total]
        │      █    █   █ █   █     █                                │ [Total]
        │  █████    █   █ █   █    █████                             │ [Total]
        │  █     ██ █   █ █   █     █                                │ [Total]
        │  █████  █ █████ █████      ████                            │ [Total]
        │                                                            │
        │┌ Moyens de paiement ──────────────────────────────────────┐│ [Quiet]
        ││ Entrée  espèces, somme juste                             ││ [Quiet, Key]
        ││ C       carte                                            ││ [Quiet, Key]
        ││ H       chèque                                           ││ [Quiet, Key]
        ││ O       autre                                            ││ [Quiet, Key]
        ││ !       ticket imprimé : non                             ││ [Quiet, Key]
        ││ +       carte 4,00 €                                     ││ [Quiet, Key]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ [5 €] [10 €]                                               │
        │ Reçu >                                                     │ [Entry]
        │                                                            │
        │ Entrée Espèces juste  Retour arrière Reprendre  ? Aide     │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.screen());
    stall.resize(104, 32);
    expect![[r#"
        │ ENCAISSER · Marché de Die · sam. 21 nov. · Léa                                        Ticket 1 · 10:42 │ [Title]
        │ RESTE À PAYER                                                                        2 lignes · 6,00 € │ [Quiet]
        │  ██████████        ██████████  ██████████            ████████                                          │ [Total]
        │  ██████████        ██████████  ██████████            ████████                                          │ [Total]
        │          ██        ██      ██  ██      ██          ██                                                  │ [Total]
        │          ██        ██      ██  ██      ██          ██                                                  │ [Total]
        │  ██████████        ██      ██  ██      ██        ██████████                                            │ [Total]
        │  ██████████        ██      ██  ██      ██        ██████████                                            │ [Total]
        │  ██          ████  ██      ██  ██      ██          ██                                                  │ [Total]
        │  ██          ████  ██      ██  ██      ██          ██                                                  │ [Total]
        │  ██████████    ██  ██████████  ██████████            ████████                                          │ [Total]
        │  ██████████    ██  ██████████  ██████████            ████████                                          │ [Total]
        │                                                                                                        │
        │┌ Moyens de paiement ──────────────────────────────┐┌ Reçu ────────────────────────────────────────────┐│ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        ││ Entrée  espèces, somme juste                     ││ Le client donne :                                ││ [Quiet, Key]
        ││ C       carte                                    ││ [5 €] [10 €]                                     ││ [Quiet, Key]
        ││ H       chèque                                   ││ ou tapez la somme, puis Entrée                   ││ [Quiet, Key]
        ││ O       autre                                    ││                                                  ││ [Quiet, Key]
        ││                                                  ││  Total                                   6,00 €  ││ [Quiet]
        ││ !       ticket imprimé : non                     ││  carte                                   4,00 €  ││ [Quiet, Key, Gain]
        ││                                                  ││  reste à payer                           2,00 €  ││ [Quiet, Total]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        │└──────────────────────────────────────────────────┘└──────────────────────────────────────────────────┘│ [Quiet]
        │ Reçu >                                                                                                 │ [Entry]
        │                                                                                                        │
        │ Entrée Espèces juste  Retour arrière Reprendre  ! Imprimer  Échap Revenir  ? Aide                      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

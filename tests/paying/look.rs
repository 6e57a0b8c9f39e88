//! How the pay screen looks.

use expect_test::expect;

use etal::domain::{
    ids::Id,
    settings::{Tender, TenderKind},
};

use crate::kit::{english_stall, stall};
use crate::market::{changed, market};

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
        ││ Entrée  espèces, somme juste         ││                                      ││ [Quiet, Key]
        ││ C       carte                        ││ Le client donne :                    ││ [Quiet, Key]
        ││ H       chèque                       ││ [15,50 €] [16 €] [20 €]              ││ [Quiet, Key]
        ││ A       compte         sans adhérent ││ ou tapez la somme, puis Entrée       ││ [Quiet, Key]
        ││ L       monnaie locale               ││                                      ││ [Quiet, Key]
        ││ J       jeton                  à 1 € ││  Total                      20,21 €  ││ [Quiet, Key]
        ││ R       titre-restaurant             ││  carte                       5,00 €  ││ [Quiet, Key, Gain]
        ││ V       avoir                        ││  reste à payer              15,21 €  ││ [Quiet, Key, Total]
        ││ S       fonds solidaire   fonds vide ││ Si le client ajoute 0,21 € : rendre  ││ [Quiet, Key]
        ││ O       autre                        ││ 5 €.                                 ││ [Quiet, Key]
        ││ !       ticket imprimé : non         ││ G don au fonds : 2 puis G, ou G seul ││ [Quiet, Key]
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
        ││ Enter  cash, exact                   ││                                      ││ [Quiet, Key]
        ││ C      card                          ││ The customer gives:                  ││ [Quiet, Key]
        ││ H      cheque                        ││ [€20.50] >€21] [€25] [€50]           ││ [Quiet, Key, Chosen]
        ││ A      account             no member ││ or type the sum, then Enter          ││ [Quiet, Key]
        ││ L      local currency                ││                                      ││ [Quiet, Key]
        ││ J      token                 €1 each ││  Total                       €20.21  ││ [Quiet, Key]
        ││ R      meal voucher                  ││ If the customer adds €0.21: give €1  ││ [Quiet, Key]
        ││ V      credit note                   ││ back.                                ││ [Quiet, Key]
        ││ S      solidarity fund    fund empty ││                                      ││ [Quiet, Key]
        ││ O      other                         ││                                      ││ [Quiet, Key]
        ││ !      printed receipt: no           ││ T agreed total · D discount · G gift ││ [Quiet, Key]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Received >                                                    change due €0.79 │ [Entry]
        │                                                                                │
        │ Enter Take  T Agreed total  D Discount  ! Print  Esc Back  G Gift  ? Help      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_pay_screen_on_the_smallest_and_on_a_large_one() {
    let mut stall = stall();
    stall.press("12<enter>7<enter><enter>4c").resize(60, 20);
    expect![[r#"
        │ ENCAISSER · sam. 21 nov. · Léa            Ticket 1 · 10:42 │ [Title]
        │ RESTE À PAYER                            2 lignes · 6,00 € │ [Quiet]
        │  █████    █████ █████      ████                            │ [Total]
        │      █    █   █ █   █     █                                │ [Total]
        │  █████    █   █ █   █    █████                             │ [Total]
        │  █     ██ █   █ █   █     █                                │ [Total]
        │  █████  █ █████ █████      ████                            │ [Total]
        │                                                            │
        │┌ Moyens de paiement ──────────────────────────────────────┐│ [Quiet]
        ││ Entrée  espèces, somme jus… R  titre-restaurant          ││ [Quiet, Key]
        ││ C       carte               V  avoir                     ││ [Quiet, Key]
        ││ H       chèque              S  fonds solidaire           ││ [Quiet, Key]
        ││ A       compte              O  autre                     ││ [Quiet, Key]
        ││ L       monnaie locale      +  carte 4,00 €              ││ [Quiet, Key]
        ││ J       jeton                                            ││ [Quiet, Key]
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
        ││ Entrée  espèces, somme juste                     ││                                                  ││ [Quiet, Key]
        ││ C       carte                                    ││ Le client donne :                                ││ [Quiet, Key]
        ││ H       chèque                                   ││ [5 €] [10 €]                                     ││ [Quiet, Key]
        ││ A       compte                     sans adhérent ││ ou tapez la somme, puis Entrée                   ││ [Quiet, Key]
        ││ L       monnaie locale                           ││                                                  ││ [Quiet, Key]
        ││ J       jeton                              à 1 € ││  Total                                   6,00 €  ││ [Quiet, Key]
        ││ R       titre-restaurant                         ││  carte                                   4,00 €  ││ [Quiet, Key, Gain]
        ││ V       avoir                                    ││  reste à payer                           2,00 €  ││ [Quiet, Key, Total]
        ││ S       fonds solidaire               fonds vide ││                                                  ││ [Quiet, Key]
        ││ O       autre                                    ││                                                  ││ [Quiet, Key]
        ││ G       don au fonds (2 puis G, ou G seul)       ││                                                  ││ [Quiet, Key]
        ││ !       ticket imprimé : non                     ││                                                  ││ [Quiet, Key]
        ││                                                  ││                                                  ││ [Quiet]
        ││                                                  ││                                                  ││ [Quiet]
        │└──────────────────────────────────────────────────┘└──────────────────────────────────────────────────┘│ [Quiet]
        │ Reçu >                                                                                                 │ [Entry]
        │                                                                                                        │
        │ Entrée Espèces juste  Retour arrière Reprendre  ! Imprimer  Échap Revenir  G Don  ? Aide               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn fourteen_means_are_all_on_the_smallest_and_the_usual_screen() {
    let mut stall = changed(market(), |tenders| {
        for letter in ['E', 'F', 'I', 'K'] {
            let id = Id::known(&format!("means-{letter}"));
            tenders.push(Tender::of(id, Some(letter), TenderKind::Other));
        }
    });
    stall.press("12<enter><enter>1c");
    for (columns, rows) in [(80, 24), (60, 20), (104, 32)] {
        let screen = stall.resize(columns, rows).screen();
        for letter in "CHALJRVSOEFIK".chars() {
            let shown =
                screen.contains(&format!("{letter}  ")) || screen.contains(&format!("{letter}   "));
            assert!(shown, "{letter} on {columns} × {rows}:\n{screen}");
        }
        assert!(screen.contains("RESTE À PAYER"), "{screen}");
    }
}

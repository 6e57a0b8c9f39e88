//! Other means, another producer or rate for what was sold, at the till; and all of it in English.

use crate::kit::{english_stall, stall};
use etal::domain::money::Money;
use expect_test::expect;

use super::till::{last, moved, past, tickets, traded};

#[test]
fn t8_the_means_of_payment_is_corrected_in_five_keys() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>mc<enter>").rest();
    assert_eq!((stall.keys, stall.bells), (5, 0), "{}", stall.screen());
    let ticket = last(&stall);
    assert_eq!(
        moved(&ticket),
        [("cash".into(), -1_301), ("card".into(), 1_301)]
    );
    assert_eq!(
        (ticket.lines.len(), ticket.corrects.unwrap().name),
        (0, "A-1".into())
    );
    expect![[r#"
        │ TICKET · Marché de Die · sam. 21 nov. · Léa                   Ticket 3 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││>         3 Carottes botte                                               6,00 ││ [Quiet, Chosen]
        ││   0,860 kg Tomates                                                      3,01 ││ [Quiet]
        ││          1 Pain de seigle                                               4,00 ││ [Quiet]
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
        ││ Total                                                                13,01 € ││ [Quiet, Total]
        ││ carte                                                                  13,01 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ + Ticket A-1 maintenant payé par carte (écriture A-2).                         │ [Gain]
        │ R Rembourser  T Tout  E Échanger  M Paiement  A Réattribuer  ? Aide            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    // It is paid by card now: never twice, and a refund goes back to the card.
    stall.press("mc");
    assert!(
        stall.screen().contains("C’est déjà payé par carte"),
        "{}",
        stall.screen()
    );
    stall.press("<esc>r<enter><enter>").rest();
    assert_eq!(moved(&last(&stall)), [("card".to_owned(), -600)]);
    assert!(
        stall.screen().contains("sur le terminal de carte"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_means_that_could_not_have_paid_says_why() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>m");
    expect![[r#"
        │ MOYEN DE PAIEMENT · Marché de Die · sam. 21 nov. · Léa        Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · sam. 21 nov. · 10:42 · Léa ─────────────────────────────────────┐│ [Quiet]
        ││>espèces                                                                13,01 ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ En vérité payé par ──────────────────────────────────────────────────────────┐│ [Quiet]
        ││   espèces            C’est déjà payé par espèces.                            ││ [Quiet]
        ││ C carte                                                                      ││ [Quiet, Key]
        ││ H chèque                                                                     ││ [Quiet, Key]
        ││ A compte             Pas d’adhérent sur le ticket ouvert : F2 d’abord.       ││ [Quiet, Key]
        ││ L monnaie locale                                                             ││ [Quiet, Key]
        ││ J jeton              jeton : la somme n’est pas un nombre entier de 1,00 €.  ││ [Quiet, Key]
        ││ R titre-restaurant                                                           ││ [Quiet, Key]
        ││ V avoir              Un avoir a un numéro : remboursez, puis revendez.       ││ [Quiet, Key]
        ││ S fonds solidaire    fonds solidaire : 10,00 € au plus par ticket.           ││ [Quiet, Key]
        ││ O autre                                                                      ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Moyen suivant  Échap Retour  ? Aide                      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    for (letter, why) in [
        ("a", "Pas d’adhérent"),
        ("j", "nombre entier de 1,00"),
        ("v", "a un numéro"),
    ] {
        stall.press(letter);
        assert!(stall.screen().contains(why), "{}", stall.screen());
    }
    stall.press("<enter>").rest();
    assert_eq!(tickets(&stall).len(), 1);
}

#[test]
fn a_line_goes_to_another_rate_and_the_customers_total_stays() {
    let mut stall = traded(stall());
    stall.press("<f8><enter>a<down><right><right><right><right>");
    expect![[r#"
        │ RÉATTRIBUTION · Marché de Die · sam. 21 nov. · Léa            Ticket 2 · 10:42 │ [Title]
        │┌ Réattribuer ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Producteur     inchangé (→ pour choisir)                                     ││ [Quiet]
        ││>TVA            10 %                                                          ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ 1 ligne ─────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                           avant        après ││ [Quiet]
        ││ Marché de Die                                              6,00         6,00 ││ [Quiet]
        ││ TVA 5,5 %                                                  0,31         0,00 ││ [Quiet]
        ││ TVA 10 %                                                   0,00         0,55 ││ [Quiet]
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
        ││ Payé par les clients : 6,00 €, inchangé.                                     ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Suivant  ↑ Champ  Échap Retour  F1 Aide                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    let ticket = last(&stall);
    assert_eq!(
        (ticket.total, ticket.lines.len()),
        (Money::ZERO, 2),
        "{}",
        stall.screen()
    );
    assert_eq!(ticket.check(), Ok(()));
    let stands = &past(&stall, "A-1").lines[0];
    assert_eq!(stands.place.ticket.name, "A-2");
    assert_eq!(stands.line.vat, ticket.lines[1].vat);
    // What stands there now is what comes back.
    stall.press("r1<enter><enter>").rest();
    let back = last(&stall);
    assert_eq!(back.lines[0].vat, ticket.lines[1].vat);
    assert_eq!(
        back.lines[0].takes_back.as_ref().unwrap().ticket.name,
        "A-2"
    );
}

#[test]
fn an_article_is_moved_over_some_days_all_or_nothing() {
    let mut stall = traded(stall());
    stall.press("3*12<enter>+").rest();
    stall.press("<enter>:reattr<enter>").rest();
    stall.press("12<enter><enter><enter>").rest();
    stall.press("<enter><right><right><right><right>");
    expect![[r#"
        │ RÉATTRIBUTION · Marché de Die · sam. 21 nov. · Léa            Ticket 3 · 10:42 │ [Title]
        │┌ Réattribuer ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Article        12 > Carottes botte                                           ││ [Quiet]
        ││ Du             sam. 21 nov.                                                  ││ [Quiet]
        ││ Au             sam. 21 nov.                                                  ││ [Quiet]
        ││ Producteur     inchangé (→ pour choisir)                                     ││ [Quiet]
        ││>TVA            10 %                                                          ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ 2 lignes ────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                                           avant        après ││ [Quiet]
        ││ Marché de Die                                             12,00        12,00 ││ [Quiet]
        ││ TVA 5,5 %                                                  0,62         0,00 ││ [Quiet]
        ││ TVA 10 %                                                   0,00         1,09 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Payé par les clients : 12,00 €, inchangé.                                    ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Entrée Enregistrer  → Suivant  ↑ Champ  Échap Retour  F1 Aide                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<enter>").rest();
    let ticket = last(&stall);
    assert_eq!(ticket.lines.len(), 4, "{}", stall.screen());
    // Never twice: it is so already.
    stall.press(":reattr<enter>").rest();
    stall.press("12<enter><enter><enter>").rest();
    stall
        .press("<enter><right><right><right><right><enter>")
        .rest();
    assert!(
        stall.screen().contains("C’est déjà ainsi"),
        "{}",
        stall.screen()
    );
    assert_eq!(tickets(&stall).len(), 3);
}

#[test]
fn the_same_in_english() {
    let mut stall = traded(english_stall());
    stall.press("<f8><enter>");
    expect![[r#"
        │ TICKET · Marché de Die · Sat 21 Nov · Léa                     Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││>         3 Carottes botte                                               6.00 ││ [Quiet, Chosen]
        ││   0.860 kg Tomates                                                      3.01 ││ [Quiet]
        ││          1 Pain de seigle                                               4.00 ││ [Quiet]
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
        ││ Total                                                                 €13.01 ││ [Quiet, Total]
        ││ cash                                                                   13.01 ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ R Refund  T All  E Exchange  M Payment  A Reattribute  Space Mark  ? Help      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("r2<enter>");
    expect![[r#"
        │ TAKING BACK · Marché de Die · Sat 21 Nov · Léa                Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││        2 of 3       Carottes botte                on sale again         4.00 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ To give back                                                           €4.00 ││ [Quiet, Total]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Give back by ────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>  as it was paid   give €4.00 back in cash                                   ││ [Quiet, Chosen]
        ││ V credit note      hand over a credit note of €4.00                          ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Refund  ! With receipt  Esc Back  ? Help                                 │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<esc><esc>m");
    expect![[r#"
        │ MEANS OF PAYMENT · Marché de Die · Sat 21 Nov · Léa           Ticket 2 · 10:42 │ [Title]
        │┌ Ticket A-1 · Sat 21 Nov · 10:42 · Léa ───────────────────────────────────────┐│ [Quiet]
        ││>cash                                                                   13.01 ││ [Quiet, Chosen]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Really paid by ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││   cash               It is paid by cash already.                             ││ [Quiet]
        ││ C card                                                                       ││ [Quiet, Key]
        ││ H cheque                                                                     ││ [Quiet, Key]
        ││ A account            No member on the open ticket: F2 first.                 ││ [Quiet, Key]
        ││ L local currency                                                             ││ [Quiet, Key]
        ││ J token              token: the sum is no whole number of €1.00.             ││ [Quiet, Key]
        ││ R meal voucher                                                               ││ [Quiet, Key]
        ││ V credit note        A credit note pays by its number: take the ticket back… ││ [Quiet, Key]
        ││ S solidarity fund    solidarity fund: at most €10.00 a ticket.               ││ [Quiet, Key]
        ││ O other                                                                      ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Enter Record  → Next means  Esc Back  ? Help                                   │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<esc>a<right>");
    expect![[r#"
        │ REATTRIBUTION · Marché de Die · Sat 21 Nov · Léa              Ticket 2 · 10:42 │ [Title]
        │┌ Reattribute ─────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>Producer       Marché de Die                                                 ││ [Quiet, Chosen]
        ││ VAT            as it is (→ to choose)                                        ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌──────────────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ It is so already: nothing changes.                                           ││ [Quiet]
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
        │ Enter Next field  → Next  ↑ Field  Esc Back  F1 Help                           │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

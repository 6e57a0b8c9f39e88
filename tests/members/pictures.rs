//! The members' screens as pictures, in both languages.

use etal::ui::words::Language;
use expect_test::expect;

use super::{stall, store};
use crate::kit;

#[test]
fn the_list_with_a_ticket_open_in_french() {
    let mut stall = stall();
    stall.press("12<enter>7<enter><f2>dup");
    expect![[r#"
        │ ADHÉRENTS · Marché de Die · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │┌ Trouvés : 4 ─────────────────────────┐┌ Dupont Marie ────────────────────────┐│ [Quiet]
        ││> 0117 Dupont Marie           23,40 € ││ Numéro               0117            ││ [Quiet, Chosen]
        ││  0042 Dupont-Roy Jean, Év…   -6,00 € ││ Adhésion             2026 : à jour   ││ [Quiet, Warning]
        ││  0210 Duprat Karim           52,10 € ││ Compte prépayé       23,40 €         ││ [Quiet]
        ││  0007 Dupuis Amel             0,00 € ││ Ardoise autorisée    0,00 €          ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││ Derniers mouvements                  ││ [Quiet]
        ││                                      ││ 21/11/2026 Solde d’avant …    +23,40 ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Solde après ce ticket : 23,40 - 6,00 = 17,40 €                                 │
        │ 5 adhérents · avances 78,50 € · 1 ardoise, -6,00 €                             │ [Quiet]
        │ Adhérent > dup                                                                 │ [Entry]
        │                                                                                │
        │ Entrée Mettre sur le ticket  + Payer avec le compte  : Fiche  ? Aide           │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_list_in_english() {
    let mut stall = kit::open(store(), Language::English, None);
    stall.press("12<enter>7<enter><f2>");
    expect![[r#"
        │ MEMBERS · Marché de Die · Sat 21 Nov · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Found: 5 ────────────────────────────┐┌ Dupont Marie ────────────────────────┐│ [Quiet]
        ││> 0117 Dupont Marie            €23.40 ││ Number               0117            ││ [Quiet, Chosen]
        ││  0042 Dupont-Roy Jean, Év…    -€6.00 ││ Membership           2026: paid      ││ [Quiet, Warning]
        ││  0210 Duprat Karim            €52.10 ││ Prepaid account      €23.40          ││ [Quiet]
        ││  0007 Dupuis Amel              €0.00 ││ Tab allowed          €0.00           ││ [Quiet]
        ││  0300 Martin Élise             €3.00 ││                                      ││ [Quiet]
        ││                                      ││ Last movements                       ││ [Quiet]
        ││                                      ││ 21/11/2026 Balance from b…    +23.40 ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │ Balance after this ticket: 23.40 - 6.00 = €17.40                               │
        │ 5 members · credits €78.50 · 1 tab, -€6.00                                     │ [Quiet]
        │ Member >                                                                       │ [Entry]
        │                                                                                │
        │ Enter Put on the ticket  + Pay by account  : Record  Esc Back  ! Print  ? Help │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_household_with_a_tab() {
    let mut stall = stall();
    stall.press("<f2>roy:");
    expect![[r#"
        │ FICHE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Dupont-Roy Jean, Évrard Zoé ──────────────────┐┌ Que faire ──────────────────┐│ [Quiet]
        ││ Numéro               0042                     ││ Entrée Mettre sur le ticket ││ [Quiet, Key]
        ││ Adhésion             2026 : à jour            ││ R      Recharger            ││ [Quiet, Key]
        ││ Ardoise              -6,00 €                  ││ S      Relevé               ││ [Quiet, Warning, Key]
        ││ Ardoise autorisée    20,00 €                  ││ M      Modifier             ││ [Quiet, Key]
        ││                                               ││ V      Virement             ││ [Quiet, Key]
        ││ Derniers mouvements                           ││ J      Ajuster              ││ [Quiet, Key]
        ││ 21/11/2026 Solde d’avant la caisse      -6,00 ││ X      Fermer               ││ [Quiet, Key]
        ││                                               ││ N      Nouveau              ││ [Quiet, Key]
        ││                                               ││ Échap  Retour               ││ [Quiet, Key]
        ││                                               ││ ?      Aide                 ││ [Quiet, Key]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        │└───────────────────────────────────────────────┘└─────────────────────────────┘│ [Quiet]
        │                                                                                │
        │                                                                                │
        │                                                                                │
        │ Entrée Mettre sur le ticket  R Recharger  S Relevé  M Modifier  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_top_up_in_english() {
    let mut stall = kit::open(store(), Language::English, None);
    stall.press("<f2>roy:r");
    expect![[r#"
        │ RECORD · Marché de Die · Sat 21 Nov · Léa                     Ticket 1 · 10:42 │ [Title]
        │┌ Dupont-Roy Jean, Évrard Zoé ──────────────────┐┌ What to do ─────────────────┐│ [Quiet]
        ││ Number               0042                     ││ Enter  Put on the ticket    ││ [Quiet]
        ││ Membership           2026: paid               ││ R      Top up               ││ [Quiet]
        ││ Tab                  -€6.00                   ││ S      Statement            ││ [Quiet, Warning]
        ││ Tab allowed          €20.00                   ││ M      Edit                 ││ [Quiet]
        ││                                               ││ V      Transfer             ││ [Quiet]
        ││ Last movements                                ││ J      Adjust               ││ [Quiet]
        ││ 21/11/2026 Balance from before the…     -6.00 ││ X      Close                ││ [Quiet]
        ││                                               ││ N      New                  ││ [Quiet]
        ││                                               ││ Esc    Back                 ││ [Quiet]
        ││                                               ││ ?      Help                 ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        ││                                               ││                             ││ [Quiet]
        │└───────────────────────────────────────────────┘└─────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ Tab settled, of > 6.00                                                         │ [Entry]
        │                                                                                │
        │ Enter Confirm  Esc Leave  F1 Help                                              │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn why_an_account_is_adjusted() {
    let mut stall = stall();
    stall.press("<f2>marie:j");
    expect![[r#"
        │ FICHE · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ Pourquoi ajuster ce compte ? ────────────────────────────────────────────────┐│ [Quiet]
        ││> 1 Erreur de saisie                                                          ││ [Quiet, Chosen]
        ││  2 Payé autrement (virement, en ligne)                                       ││ [Quiet, Key]
        ││  3 Geste de l’association                                                    ││ [Quiet, Key]
        ││  4 Solde d’avant la caisse                                                   ││ [Quiet, Key]
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
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_card_being_filled_in() {
    let mut stall = stall();
    stall.press("<f2>roy:m<tab>06");
    expect![[r#"
        │ FICHE D’ADHÉRENT · Marché de Die · sam. 21 nov. · Léa         Ticket 1 · 10:42 │ [Title]
        │┌ Dupont-Roy Jean, Évrard Zoé ─────────────────────────────────────────────────┐│ [Quiet]
        ││ Nom et prénom          Dupont-Roy Jean                                       ││ [Quiet]
        ││>Téléphone              06                                                    ││ [Quiet, Chosen]
        ││ Courriel                                                                     ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Deuxième personne      Évrard Zoé                                            ││ [Quiet]
        ││ Téléphone                                                                    ││ [Quiet]
        ││ Courriel                                                                     ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Numéro                 0042                                                  ││ [Quiet]
        ││ Cartes                 ADH0042A                                              ││ [Quiet]
        ││ Ardoise autorisée      20,00                                                 ││ [Quiet]
        ││ Adhésion payée pour    2026                                                  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Le nom de famille d’abord. Scannez la carte à tout moment ; une carte perdue ││ [Quiet]
        ││ se retire par Suppr sur sa ligne. Entrée garde le tout.                      ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Téléphone > 06                                                                 │ [Entry]
        │                                                                                │
        │ Entrée Garder  Tab Ligne suivante  Échap Laisser  F1 Aide                      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn the_card_in_english() {
    let mut stall = kit::open(store(), Language::English, None);
    stall.press("<f2>nobody:");
    expect![[r#"
        │ MEMBER’S CARD · Marché de Die · Sat 21 Nov · Léa              Ticket 1 · 10:42 │ [Title]
        │┌ New member ──────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││>Family name, name      Nobody                                                ││ [Quiet, Chosen]
        ││ Telephone                                                                    ││ [Quiet]
        ││ E-mail                                                                       ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Second person                                                                ││ [Quiet]
        ││ Telephone                                                                    ││ [Quiet]
        ││ E-mail                                                                       ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Number                 301                                                   ││ [Quiet]
        ││ Cards                                                                        ││ [Quiet]
        ││ Tab allowed            0.00                                                  ││ [Quiet]
        ││ Membership paid for    2026                                                  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ Family name first. Scan the card whenever you like; Delete on its line takes ││ [Quiet]
        ││ a lost card off. Enter keeps it all.                                         ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Family name, name > Nobody                                                     │ [Entry]
        │                                                                                │
        │ Enter Keep  Tab Next line  Esc Leave  F1 Help                                  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_statement() {
    let mut stall = stall();
    stall.press("12<enter>/marie+").rest().press("<f2>marie:s");
    expect![[r#"
        │ RELEVÉ DE COMPTE · Marché de Die · sam. 21 nov. · Léa         Ticket 2 · 10:42 │ [Title]
        │┌ Dupont Marie · 21,40 € ──────────────────────────────────────────────────────┐│ [Quiet]
        ││>21/11/2026 Ticket A-1                                       -2,00      21,40 ││ [Quiet, Chosen]
        ││ 21/11/2026 Solde d’avant la caisse                         +23,40      23,40 ││ [Quiet]
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
        │ Connu jusqu’au 21/11/2026 10:42 (caisse A)                                     │ [Quiet]
        │                                                                                │
        │ I Imprimer  ↓ Suite  Échap Retour  ? Aide                                      │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_statement_in_english() {
    let mut stall = kit::open(store(), Language::English, None);
    stall.press("<f2>marie:s");
    expect![[r#"
        │ STATEMENT OF ACCOUNT · Marché de Die · Sat 21 Nov · Léa       Ticket 1 · 10:42 │ [Title]
        │┌ Dupont Marie · €23.40 ───────────────────────────────────────────────────────┐│ [Quiet]
        ││>21/11/2026 Balance from before the till                    +23.40      23.40 ││ [Quiet, Chosen]
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
        │ Known up to 21/11/2026 10:42 (till A)                                          │ [Quiet]
        │                                                                                │
        │ I Print  ↓ More  Esc Back  ? Help                                              │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn everything_under_one_key() {
    let mut stall = stall();
    stall.press("12<enter>+").rest().press("7<enter>/mar");
    expect![[r#"
        │ CHERCHER · Marché de Die · sam. 21 nov. · Léa                 Ticket 2 · 10:42 │ [Title]
        │┌ Chercher ────────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││     code article                                          reste         prix ││ [Quiet]
        ││>    0300 Martin Élise                                  adhérent       3,00 € ││ [Quiet, Chosen]
        ││     0117 Dupont Marie                                  adhérent      23,40 € ││ [Quiet]
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
        │ Article, adhérent, ticket > mar                                                │ [Entry]
        │                                                                                │
        │ Entrée Ajouter  + Payer avec le compte  ↑ Monter  ↓ Descendre  ? Aide          │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_narrow_list() {
    let mut stall = stall();
    stall.press("<f2>dup").resize(60, 20);
    expect![[r#"
        │ ADHÉRENTS · sam. 21 nov. · Léa            Ticket 1 · 10:42 │ [Title]
        │┌ Trouvés : 4 ─────────────────────────────────────────────┐│ [Quiet]
        ││> 0117 Dupont Marie                               23,40 € ││ [Quiet, Chosen]
        ││  0042 Dupont-Roy Jean, Évrard Zoé                -6,00 € ││ [Quiet, Warning]
        ││  0210 Duprat Karim                               52,10 € ││ [Quiet]
        ││  0007 Dupuis Amel                                 0,00 € ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                            │
        │ 5 adhérents · avances 78,50 € · 1 ardoise, -6,00 €         │ [Quiet]
        │ Adhérent > dup                                             │ [Entry]
        │                                                            │
        │ Entrée Mettre sur le ticket  : Fiche  Échap Retour  ? Aide │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.screen());
}

//! What stays, what leaves, and the Z behind its letter.

use etal::{
    domain::{
        asking::{Ask, Found},
        closing::{Closing, ClosingSeen, Level},
        ids::Uid,
    },
    ui::{
        closing::{ClosingDraft, Step},
        event::{Carry, Effect, News},
        sealing,
        words::Language,
    },
};
use expect_test::expect;

use crate::{
    end::{again, at_float, at_float_by_piece, at_seal, body, closings, notice},
    kit::cents,
};

#[test]
fn one_total_is_parted_by_the_float_of_the_morning() {
    expect![[r#"
        │ CLÔTURE · FOND · Marché de Die · sam. 21 nov. · Léa           Ticket 7 · 10:42 │ [Title]
        │┌ Fond de caisse ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Compté                        152,30                                         ││ [Quiet]
        ││ Fond à laisser                150,00                                         ││ [Quiet, Total]
        ││ À emporter                      2,30                                         ││ [Quiet, Total]
        ││ Prélevé aujourd’hui            20,00                                         ││ [Quiet]
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
        │┌ Enveloppe ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ espèces                                                               2,30 € ││ [Quiet]
        ││ chèque (3)                                                            9,20 € ││ [Quiet]
        ││ Emportée par Léa                                                             ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Entrée : d’accord. Ou la somme à laisser >                                     │ [Quiet]
        │                                                                                │
        │ Entrée Suite : le Z  E Qui emporte  Échap Retour  ? Aide                       │ [Key, Quiet]
    "#]].assert_eq(&at_float().screen());
}

#[test]
fn the_small_pieces_stay_and_what_lacks_is_to_be_brought() {
    expect![[r#"
        │ CLÔTURE · FOND · Marché de Die · sam. 21 nov. · Léa           Ticket 7 · 10:42 │ [Title]
        │┌ Fond de caisse ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Compté                        152,30                                         ││ [Quiet]
        ││ Fond à laisser                150,00  3 × 20 €, 4 × 10 €, 4 × 5 €, 9 × 2 €,  ││ [Quiet, Total]
        ││                                       10 × 1 €, 3 × 0,50 €, 1 × 0,20 €,      ││ [Quiet]
        ││                                       3 × 0,10 €                             ││ [Quiet]
        ││ À emporter                      2,30  1 × 2 €, 1 × 0,20 €, 1 × 0,10 €        ││ [Quiet, Total]
        ││ Prélevé aujourd’hui            20,00                                         ││ [Quiet]
        ││ À apporter ensuite                    7 × 0,50 €                             ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Enveloppe ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ espèces                                                               2,30 € ││ [Quiet]
        ││ chèque (3)                                                            9,20 € ││ [Quiet]
        ││ Emportée par Léa                                                             ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Entrée : d’accord. Ou la somme à laisser >                                     │ [Quiet]
        │                                                                                │
        │ Entrée Suite : le Z  P Pièce par pièce  E Qui emporte  Échap Retour  ? Aide    │ [Key, Quiet]
    "#]].assert_eq(&at_float_by_piece().screen());
}

#[test]
fn a_sum_that_is_typed_stays_and_survives_a_power_cut() {
    let mut stall = at_float();
    stall.press("100,5").rest();
    let seen = body(&stall);
    assert!(seen.contains("100,50"), "{seen}");
    assert!(seen.contains("51,80"), "{seen}");
    let mut stall = again(stall.into_store(), Language::French);
    assert_eq!(body(&stall), seen);
    stall.press("<esc>").rest();
    assert!(stall.screen().contains("150,00"), "{}", stall.screen());
}

#[test]
fn the_pieces_that_stay_are_said_one_by_one() {
    let mut stall = at_float_by_piece();
    stall.press("p").rest();
    expect![[r#"
        │ CLÔTURE · FOND · Marché de Die · sam. 21 nov. · Léa           Ticket 7 · 13:05 │ [Title]
        │┌ Fond de caisse ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││                                             compté        reste         part ││ [Quiet]
        ││>20 €                                             3            3            0 ││ [Quiet, Chosen]
        ││ 10 €                                             4            4            0 ││ [Quiet]
        ││ 5 €                                              4            4            0 ││ [Quiet]
        ││ 2 €                                             10            9            1 ││ [Quiet]
        ││ 1 €                                             10           10            0 ││ [Quiet]
        ││ 0,50 €                                           3            3            0 ││ [Quiet]
        ││ 0,20 €                                           2            1            1 ││ [Quiet]
        ││ 0,10 €                                           4            3            1 ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Enveloppe ───────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││ espèces                                                               2,30 € ││ [Quiet]
        ││ chèque (3)                                                            9,20 € ││ [Quiet]
        ││ Emportée par Léa                                                             ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Reste au tiroir : 150,00 €                                                     │ [Total]
        │                                                                                │
        │ Entrée Suivante  Échap Fini  ? Aide                                            │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    // One note of twenty less stays, and nine of ten are more than there are.
    stall.press("<back>2<enter>9").rest();
    assert!(notice(&stall).contains('4'), "{}", stall.screen());
    stall.press("<esc><enter>z<enter>").rest();
    let closing = closings(&stall).pop().unwrap();
    let decided = closing.decided.clone().unwrap();
    assert_eq!(decided.left[0].cents, cents(13_000));
    assert_eq!(decided.envelope.unwrap().cash, cents(2_230));
    assert!(closing.adds_up());
}

#[test]
fn the_envelope_goes_with_somebody_or_with_nobody_named() {
    let mut stall = at_float();
    stall.press("e").rest();
    assert!(!stall.screen().contains("Emportée par Léa"));
    stall.press("<enter>z<enter>").rest();
    let decided = closings(&stall).pop().unwrap().decided.unwrap();
    assert_eq!(decided.envelope.unwrap().by, "");
}

#[test]
fn the_z_is_read_before_anything_is_frozen() {
    let stall = at_seal();
    expect![[r#"
        │ CLÔTURE · TICKET Z · Marché de Die · sam. 21 nov. · Léa       Ticket 7 · 13:05 │ [Title]
        │┌ Ticket Z n° 1 · rien n’est encore figé ──────────────────────────────────────┐│ [Quiet]
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
        ││ … et 29 lignes de plus (↓)                                                   ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Après la clôture, plus rien ne change. Les corrections iront au jour suivant.  │ [Quiet]
        │                                                                                │
        │ Tapez Z puis Entrée pour clôturer. >                                           │ [Total, Quiet]
        │                                                                                │
        │ Z puis Entrée : clôturer  Échap Revenir  I Imprimer l’aperçu  ↓ Suite  ? Aide  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    assert!(closings(&stall).is_empty());
}

#[test]
fn the_rest_of_the_z_is_below() {
    let mut stall = at_seal();
    stall.press("<pagedown>");
    expect![[r#"
        │ CLÔTURE · TICKET Z · Marché de Die · sam. 21 nov. · Léa       Ticket 7 · 13:05 │ [Title]
        │┌ Ticket Z n° 1 · rien n’est encore figé ──────────────────────────────────────┐│ [Quiet]
        ││ samedi 21 novembre 2026 · 10:42 - 10:42                                      ││ [Quiet]
        ││  espèces                                   152,00       152,30        +0,30  ││ [Quiet]
        ││  carte                                       7,20         7,20         0,00  ││ [Quiet]
        ││  chèque (3)                                  9,20         9,20         0,00  ││ [Quiet]
        ││  Écart total                                                          +0,30  ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││  Encaissé                                               nombre        somme  ││ [Quiet]
        ││  carte                                                       1         7,20  ││ [Quiet]
        ││  espèces                                                     2        22,00  ││ [Quiet]
        ││  chèque                                                      3         9,20  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Caisse                                                                      ││ [Quiet]
        ││  Fond compté, espèces                                                150,00  ││ [Quiet]
        ││  Prélèvement, coffre                                         1       -20,00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││ … et 19 lignes de plus (↓)                                                   ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Après la clôture, plus rien ne change. Les corrections iront au jour suivant.  │ [Quiet]
        │                                                                                │
        │ Tapez Z puis Entrée pour clôturer. >                                           │ [Total, Quiet]
        │                                                                                │
        │ Z puis Entrée : clôturer  Échap Revenir  I Imprimer l’aperçu  ↓ Suite  ? Aide  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("<end>");
    expect![[r#"
        │ CLÔTURE · TICKET Z · Marché de Die · sam. 21 nov. · Léa       Ticket 7 · 13:05 │ [Title]
        │┌ Ticket Z n° 1 · rien n’est encore figé ──────────────────────────────────────┐│ [Quiet]
        ││ samedi 21 novembre 2026 · 10:42 - 10:42                                      ││ [Quiet]
        ││  Lignes retirées                                             1         1,10  ││ [Quiet]
        ││  Paniers abandonnés                                          0         0,00  ││ [Quiet]
        ││  Tiroir sans vente                                           0               ││ [Quiet]
        ││  Duplicatas                                                  0               ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Après la clôture                                                            ││ [Quiet]
        ││  Reste au tiroir, espèces                                            150,00  ││ [Quiet]
        ││  Enveloppe, Léa                                                        2,30  ││ [Quiet]
        ││  Enveloppe, Léa, chèque                                                9,20  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Depuis la première vente                                                    ││ [Quiet]
        ││  Total perpétuel                                                      38,40  ││ [Quiet]
        ││  Total perpétuel, sans signes                                         38,40  ││ [Quiet]
        ││  Première clôture                                                            ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Après la clôture, plus rien ne change. Les corrections iront au jour suivant.  │ [Quiet]
        │                                                                                │
        │ Tapez Z puis Entrée pour clôturer. >                                           │ [Total, Quiet]
        │                                                                                │
        │ Z puis Entrée : clôturer  Échap Revenir  I Imprimer l’aperçu  ↓ Suite  ? Aide  │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    assert!(closings(&stall).is_empty());
}

#[test]
fn z_and_enter_close() {
    let mut stall = at_seal();
    stall.press("z<enter>").rest();
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
        ││ … et 29 lignes de plus (↓)                                                   ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Enveloppe chez Léa, pas encore reçue.                                          │ [Warning]
        │ Dossier : il s’écrit…                                                          │ [Quiet]
        │                                                                                │
        │ + Clôturé : A-Z1.                                                              │ [Gain]
        │ E Copier  I Imprimer  V Enveloppe  Échap Retour  P Producteurs  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    let closed = closings(&stall);
    assert_eq!(closed.len(), 1);
    assert_eq!(closed[0].name, "A-Z1");
    assert!(closed[0].adds_up());
    assert_eq!(stall.till.model.shop.drafts.closing, None);
}

#[test]
fn it_is_read_in_english_too() {
    let store = at_seal().into_store();
    let stall = again(store, Language::English);
    expect![[r#"
        │ CLOSING · Z REPORT · Marché de Die · Sat 21 Nov · Léa         Ticket 7 · 10:42 │ [Title]
        │┌ Z report no. 1 · nothing is frozen yet ──────────────────────────────────────┐│ [Quiet]
        ││ Saturday 21 November 2026 · 10:42 - 10:42                                    ││ [Quiet]
        ││  Takings, VAT in                                                     €38.40  ││ [Quiet, Total]
        ││  Tickets                                                                  6  ││ [Quiet]
        ││  Lines sold                                                               6  ││ [Quiet]
        ││  Average ticket                                                        6.40  ││ [Quiet]
        ││  From ticket A-1 to ticket A-6                                               ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  VAT                                       VAT in          VAT          net  ││ [Quiet]
        ││  5.5%                                       38.40         2.01        36.39  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Means of payment                        expected      counted      differ.  ││ [Quiet]
        ││  cash                                      152.00       152.30        +0.30  ││ [Quiet]
        ││  card                                        7.20         7.20         0.00  ││ [Quiet]
        ││  cheque (3)                                  9.20         9.20         0.00  ││ [Quiet]
        ││  Difference in all                                                    +0.30  ││ [Quiet, Total]
        ││ … and 29 more lines (↓)                                                      ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ After the closing nothing changes any more. Corrections go to the next day.    │ [Quiet]
        │                                                                                │
        │ Type Z, then Enter, to close. >                                                │ [Total, Quiet]
        │ ! Set the clock: 21/11/2026 10:42, last entry 21/11/2026 13:00.                │ [Warning]
        │ Z then Enter: close  Esc Back  I Print the preview  ↓ More  ? Help             │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
}

#[test]
fn a_list_of_months_that_is_read_meanwhile_takes_no_bundle_away() {
    let mut stall = at_seal();
    stall.press("z<enter>").rest();
    let ask = Ask::Closings {
        level: None,
        count: 1,
    };
    let Found::Closings(days) = stall.till.store_here().unwrap().answer(&ask).unwrap() else {
        panic!("no closings")
    };
    let month = Closing::asked(Level::Month, "2026-10".to_owned(), "etal test");
    let months = vec![ClosingSeen {
        closing: month,
        ..days[0].clone()
    }];
    let shop = &mut stall.till.model.shop;
    let written = Uid([9; 16]);
    shop.drafts.closing = Some(ClosingDraft {
        step: Step::Seal,
        writing: Some(written),
        ..ClosingDraft::default()
    });
    sealing::told(&News::Written(written), shop);
    let found = |closings| News::Found(Box::new(Found::Closings(closings)));
    assert_eq!(sealing::told(&found(months), shop), []);
    let bundle = Effect::Carry(Carry::Bundle("A-Z1".to_owned()));
    assert_eq!(sealing::told(&found(days), shop), [bundle]);
}

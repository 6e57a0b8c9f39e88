//! An article at the till, in a queue: another price, sold out, and everything else by a letter.

use crate::kit::{Stall, english_stall, stall};
use etal::domain::{
    catalogue::{Code, Product, State, Stocked},
    money::VatRate,
    quantity::{Quantity, Unit},
};
use expect_test::expect;

/// The article of this code.
pub fn article(stall: &Stall, code: u32) -> Product {
    let product = stall.catalogue().by_code(Code::new(code).unwrap());
    product
        .unwrap_or_else(|| panic!("no article {code}"))
        .clone()
}

#[test]
fn a_price_is_changed_in_eight_keys() {
    let mut stall = stall();
    stall.press("12:2,50<enter>");
    assert_eq!(stall.keys, 8);
    assert_eq!(article(&stall, 12).price.cents(), 250);
    let screen = stall.screen();
    assert!(screen.starts_with("│ VENTE"), "{screen}");
    let notice =
        "+ Nouveau prix\u{a0}: Carottes botte, 2,50\u{a0}€/botte (avant\u{a0}: 2,00\u{a0}€).";
    assert!(screen.contains(notice), "{screen}");
    // Valid from the next line, and no earlier.
    let mut stall = crate::kit::stall();
    stall.press("12<enter>12:2;50<enter>12<enter>");
    assert_eq!(stall.till.model.shop.priced().total.cents(), 450);
}

#[test]
fn sold_out_is_noted_in_three_keys() {
    for (keys, count) in [("7:e", 3), ("è:e", 3), ("12<delete>", 3), ("<up>e", 2)] {
        let mut stall = stall();
        stall.press("7<enter>");
        stall.keys = 0;
        let screen = stall.press(keys).screen();
        assert_eq!(stall.keys, count);
        assert!(screen.starts_with("│ VENTE"), "{keys}: {screen}");
        assert!(screen.contains("+ Noté épuisé\u{a0}: "), "{keys}: {screen}");
    }
    let mut stall = stall();
    stall.press("7:e");
    assert_eq!(article(&stall, 7).state, State::SoldOut);
    stall.press("7:e");
    assert_eq!(article(&stall, 7).state, State::OnSale);
}

#[test]
fn a_name_or_a_code_that_is_taken_is_refused_naming_the_other() {
    let mut stall = stall();
    stall.press("77:œufs (6)<enter>");
    assert!(
        stall
            .screen()
            .contains("! Ce nom est pris\u{a0}: Œufs (6), code 51."),
        "{}",
        stall.screen()
    );
    stall.press("<esc>77:MIEL 500 G<enter>");
    assert!(
        stall
            .screen()
            .contains("! Ce nom est pris\u{a0}: Miel 500 g, code 45.")
    );
    stall.press("<esc>12:c31<enter>");
    assert!(
        stall
            .screen()
            .contains("! Ce code est pris\u{a0}: Tomates, code 31.")
    );
    stall.press("<esc>n<back><back><back><back><back><back><back><back><back><back><back><back><back><back>");
    stall.press("tomates<enter>");
    assert!(
        stall
            .screen()
            .contains("! Ce nom est pris\u{a0}: Tomates, code 31.")
    );
    assert_eq!(article(&stall, 12).label.as_str(), "Carottes botte");
    assert_eq!(stall.bells, 4);
}

#[test]
fn the_card_shows_everything_and_changes_each_by_its_letter() {
    let mut stall = stall();
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ 12 · Carottes botte ─────────────────────────────────────────────────────────┐│ [Quiet]
        ││    Prix             2,00 €/botte                                             ││ [Quiet]
        ││  E État             en vente                                                 ││ [Quiet, Key]
        ││  N Nom              Carottes botte                                           ││ [Quiet, Key]
        ││  C Code             12                                                       ││ [Quiet, Key]
        ││  U Unité            botte                                                    ││ [Quiet, Key]
        ││  T TVA              5,5 %                                                    ││ [Quiet, Key]
        ││  P Producteur       Marché de Die                                            ││ [Quiet, Key]
        ││  M Maximum          aucun                                                    ││ [Quiet, Key]
        ││  S Stock            suivi, reste 60 bottes                                   ││ [Quiet, Key]
        ││  R Rayon            aucun                                                    ││ [Quiet, Key]
        ││  D Consigne         aucune                                                   ││ [Quiet, Key]
        ││  L Ensemble         aucun                                                    ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Prix >                                                                         │ [Entry]
        │                                                                                │
        │ E Épuisé  Suppr Retirer  Échap Retour  N Nom  C Code  U Unité  T TVA  ? Aide   │ [Key, Quiet]
    "#]].assert_eq(&stall.press("12:").screen());
    expect![[r#"
        │ ARTICLE · Marché de Die · Sat 21 Nov · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ 31 · Tomates ────────────────────────────────────────────────────────────────┐│ [Quiet]
        ││    Price            €3.50/kg                                                 ││ [Quiet]
        ││  E State            on sale                                                  ││ [Quiet, Key]
        ││  N Name             Tomates                                                  ││ [Quiet, Key]
        ││  C Code             31                                                       ││ [Quiet, Key]
        ││  U Unit             kg                                                       ││ [Quiet, Key]
        ││  T VAT              5.5%                                                     ││ [Quiet, Key]
        ││  P Producer         Marché de Die                                            ││ [Quiet, Key]
        ││  M Maximum          none                                                     ││ [Quiet, Key]
        ││  S Stock            counted, 40.000 kg left                                  ││ [Quiet, Key]
        ││  R Department       none                                                     ││ [Quiet, Key]
        ││  D Deposit          none                                                     ││ [Quiet, Key]
        ││  L Together         none                                                     ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Price > 4.2                                                   €3.50 → €4.20/kg │ [Entry]
        │                                                                                │
        │ Enter Keep  Esc Leave it                                                       │ [Key, Quiet]
    "#]].assert_eq(&english_stall().press("31:4.2").screen());
    stall.press("u2").rest();
    assert_eq!(article(&stall, 12).unit, Unit::Kilogram);
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Carottes botte · TVA ────────────────────────────────────────────────────────┐│ [Quiet]
        ││  1 0 % · Sans TVA                                                            ││ [Quiet, Key]
        ││  2 2,1 % · Presse                                                            ││ [Quiet, Key]
        ││> 3 5,5 % · Alimentation                                                      ││ [Quiet, Chosen]
        ││  4 10 % · À manger sur place, fleurs, bois                                   ││ [Quiet, Key]
        ││  5 20 % · Artisanat, boissons alcoolisées                                    ││ [Quiet, Key]
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
        │ + Noté : Carottes botte. Vaut dès la ligne suivante.                           │ [Gain]
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.press("t").screen());
    stall.press("<down><enter>");
    assert_eq!(article(&stall, 12).vat, VatRate(1_000));
    stall.press("p<enter>m1500<enter>s");
    assert_eq!(
        article(&stall, 12).maximum,
        Some(Quantity::from_thousandths(1_500))
    );
    assert_eq!(article(&stall, 12).stock, Stocked::Endless);
    stall.press("m0<enter>sn<back>e 2<enter>c99<enter>");
    let changed = article(&stall, 99);
    assert_eq!(changed.maximum, None);
    assert_eq!(changed.stock, Stocked::Counted);
    assert_eq!(changed.label.as_str(), "Carottes botte 2");
    assert!(stall.press("<esc>").screen().starts_with("│ VENTE"));
    assert_eq!(stall.bells, 0);
}

#[test]
fn a_name_is_replaced_by_typing_and_edited_by_backspace() {
    let mut stall = stall();
    stall.press("12:n");
    assert!(stall.screen().contains("Nom > Carottes botte"));
    stall.press("Fanes<enter>");
    assert_eq!(article(&stall, 12).label.as_str(), "Fanes");
    stall.press("n<back><back>tastiques<enter>");
    assert_eq!(article(&stall, 12).label.as_str(), "Fantastiques");
    // A scan is the article's barcode and leaves the name as it was.
    stall.press("n").scan("4006381333931");
    assert!(stall.screen().contains("Nom > Fantastiques"));
    stall.press("<enter>");
    assert_eq!(article(&stall, 12).label.as_str(), "Fantastiques");
}

#[test]
fn a_scan_chooses_from_no_list() {
    // The first one is Miel's, the check digit of the second is wrong.
    for code in ["3760123456784", "1234567890"] {
        for letter in ["u", "t", "p"] {
            let mut stall = stall();
            let before = article(&stall, 12);
            let written = stall.entries("catalogue").len();
            stall.press("12:").press(letter).scan(code).rest();
            assert_eq!(article(&stall, 12), before, "{letter} {code}");
            assert_eq!(stall.entries("catalogue").len(), written, "{letter} {code}");
            assert!(stall.screen().starts_with("│ ARTICLE"), "{letter} {code}");
        }
    }
    let mut stall = stall();
    stall.press("12:t").scan("3760123456784").rest();
    assert!(stall.screen().contains("Miel 500 g"), "whose it is is said");
    stall.press("1").rest();
    assert!(stall.screen().contains("+ Noté"), "{}", stall.screen());
}

#[test]
fn a_price_far_from_the_usual_one_asks_and_zero_is_refused() {
    let mut stall = stall();
    stall.press("12:0<enter>");
    assert!(
        stall
            .screen()
            .contains("Le prix doit être plus grand que zéro.")
    );
    stall.press("<back>25<enter>");
    assert!(
        stall.screen().starts_with("│ QUESTION"),
        "{}",
        stall.screen()
    );
    stall.press("n").rest();
    assert_eq!(article(&stall, 12).price.cents(), 200);
    assert!(stall.screen().starts_with("│ VENTE"));
    stall.press("12:25<enter>o").rest();
    assert_eq!(article(&stall, 12).price.cents(), 2_500);
    assert!(stall.screen().starts_with("│ VENTE"));
    stall.press("12:2,505<enter>");
    assert!(stall.screen().contains("Deux chiffres au plus"));
}

#[test]
fn a_withdrawn_article_is_gone_and_frees_its_code() {
    let mut stall = stall();
    stall.press("18<enter>18:<delete><enter>");
    assert_eq!(article(&stall, 18).state, State::OnSale);
    stall.press("18:<delete>o").rest();
    assert!(stall.catalogue().by_code(Code::new(18).unwrap()).is_none());
    stall.press("18:laitue<enter>1,e<enter>");
    assert_eq!(article(&stall, 18).label.as_str(), "Laitue");
    // From its old line it could come back, but its code went to another.
    stall.press("<up><up>:");
    assert!(
        stall.screen().contains("retiré du catalogue"),
        "{}",
        stall.screen()
    );
    stall.press("<delete>");
    assert!(
        stall
            .screen()
            .contains("Ce code est pris\u{a0}: Laitue, code 18.")
    );
    stall.press("c81<enter><delete>");
    assert_eq!(article(&stall, 81).state, State::OnSale);
}

#[test]
fn the_stock_screen_leads_to_the_card_and_back() {
    let mut stall = stall();
    stall.press("<esc>4/sal<enter><enter>1,20<enter>");
    assert_eq!(article(&stall, 18).price.cents(), 120);
    assert!(stall.screen().starts_with("│ STOCK"), "{}", stall.screen());
    assert!(stall.screen().contains("1,20\u{a0}€/pce"));
}

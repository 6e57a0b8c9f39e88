//! A new article at the till, in a queue: a name, a price, a letter, and it is sold.

use super::about::article;
use crate::kit::{Stall, label, stall};
use etal::domain::{
    catalogue::{CatalogueChange, Code},
    ids::Id,
    money::VatRate,
    quantity::Unit,
};
use expect_test::expect;

/// The lines of the open ticket, as label and thousandths.
fn ticket(stall: &Stall) -> Vec<(String, i64)> {
    let lines = stall.till.model.shop.basket().lines();
    lines
        .iter()
        .map(|line| (line.label().to_string(), line.quantity.thousandths()))
        .collect()
}

#[test]
fn a_new_article_is_made_and_sold_in_less_than_25_keys() {
    let mut stall = stall();
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Nouvel article ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││    Code             77                                                       ││ [Quiet]
        ││    Code-barres                                                               ││ [Quiet]
        ││    Nom                                                                       ││ [Quiet]
        ││    Unité            [pce]  kg   L   botte                                    ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││    Après le nom, le prix et une touche, puis Entrée : la touche dit la       ││ [Quiet]
        ││    TVA et à qui va l’argent. Tab change l’unité.                             ││ [Quiet]
        ││  L Légumes          TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  F Fruits           TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  C Crèmerie, œufs   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  E Épicerie, pain   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  A Artisanat        TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││  D Divers           TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Nom >                                                                          │ [Entry]
        │                                                                                │
        │ Entrée Suite  Tab Unité  Échap Laisser                                         │ [Key, Quiet]
    "#]].assert_eq(&stall.press("77:").screen());
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Nouvel article ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││    Code             77                                                       ││ [Quiet]
        ││    Code-barres                                                               ││ [Quiet]
        ││    Nom              Tisane                                                   ││ [Quiet]
        ││    Unité            [pce]  kg   L   botte                                    ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││    Après le nom, le prix et une touche, puis Entrée : la touche dit la       ││ [Quiet]
        ││    TVA et à qui va l’argent. Tab change l’unité.                             ││ [Quiet]
        ││  L Légumes          TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  F Fruits           TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  C Crèmerie, œufs   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  E Épicerie, pain   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  A Artisanat        TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││  D Divers           TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Prix et touche > 4,50e    4,50 €/pce · Épicerie, pain · TVA 5,5 % · Marché de… │ [Entry]
        │                                                                                │
        │ Entrée Créer  Tab Unité  Retour arrière Nom  Échap Laisser                     │ [Key, Quiet]
    "#]].assert_eq(&stall.press("tisane<enter>4,50e").screen());
    let screen = stall.press("<enter>").screen();
    assert!(
        screen.contains("+ Créé et ajouté\u{a0}: Tisane, code 77."),
        "{screen}"
    );
    let made = article(&stall, 77);
    assert_eq!(made.label.as_str(), "Tisane");
    assert_eq!((made.price.cents(), made.vat), (450, VatRate(550)));
    assert_eq!(made.producer.as_str(), "stall");
    assert_eq!(made.department.as_ref().unwrap().as_str(), "epicerie");
    assert_eq!(ticket(&stall), [("Tisane".to_owned(), 1_000)]);
    stall.press("+").rest();
    assert_eq!(stall.keys, 17);
    let last = stall.till.model.shop.last.as_ref().unwrap();
    assert_eq!(last.total.cents(), 450);
    // It can be found at once, by code and by letters.
    stall.press("2*77<enter>tis<enter>");
    assert_eq!(ticket(&stall), [("Tisane".to_owned(), 3_000)]);
}

#[test]
fn a_name_nobody_has_is_made_with_the_next_free_code() {
    let mut stall = stall();
    stall.press("tisane:4,50e<enter>");
    assert_eq!(stall.keys, 13);
    assert_eq!(article(&stall, 1).label.as_str(), "Tisane");
    // Letters that are only scattered over a name are not that article.
    stall.press("pote:");
    assert!(
        stall.screen().contains("Nouvel article"),
        "{}",
        stall.screen()
    );
    // Those with which a word begins are.
    stall.press("<esc>seig:");
    assert!(
        stall.screen().contains("7 · Pain de seigle"),
        "{}",
        stall.screen()
    );
}

#[test]
fn what_is_weighed_is_made_and_then_weighed() {
    let mut stall = stall();
    stall.press("88:figues<enter><tab>");
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Nouvel article ──────────────────────────────────────────────────────────────┐│ [Quiet]
        ││    Code             88                                                       ││ [Quiet]
        ││    Code-barres                                                               ││ [Quiet]
        ││    Nom              Figues                                                   ││ [Quiet]
        ││    Unité             pce  [kg]  L   botte                                    ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││    Après le nom, le prix et une touche, puis Entrée : la touche dit la       ││ [Quiet]
        ││    TVA et à qui va l’argent. Tab change l’unité.                             ││ [Quiet]
        ││  L Légumes          TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  F Fruits           TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  C Crèmerie, œufs   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  E Épicerie, pain   TVA 5,5 % · Marché de Die                                ││ [Quiet, Key]
        ││  A Artisanat        TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││  D Divers           TVA 20 % · Marché de Die                                 ││ [Quiet, Key]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │ Prix et touche >                                                               │ [Entry]
        │                                                                                │
        │ Entrée Créer  Tab Unité  Retour arrière Nom  Échap Laisser                     │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    stall.press("6,f<enter>");
    assert_eq!(article(&stall, 88).unit, Unit::Kilogram);
    assert_eq!(ticket(&stall), []);
    let screen = stall.screen();
    assert!(screen.contains("Tapez son poids"), "{screen}");
    stall.press("350<enter>");
    assert_eq!(stall.till.model.shop.priced().total.cents(), 210);
}

#[test]
fn a_scanned_code_nobody_knows_becomes_a_new_article() {
    let mut stall = stall();
    stall.scan("4006381333931");
    assert!(
        stall.screen().contains("Code-barres inconnu"),
        "{}",
        stall.screen()
    );
    stall.press(":crayon<enter>1,20a<enter>");
    assert_eq!(ticket(&stall), [("Crayon".to_owned(), 1_000)]);
    stall.scan("4006381333931");
    assert_eq!(ticket(&stall), [("Crayon".to_owned(), 2_000)]);
    // Scanned while the card is open, it is noted; another's is refused by name.
    stall.press("12:");
    stall.scan("3760123456784");
    assert!(
        stall
            .screen()
            .contains("Ce code-barres est pris\u{a0}: Miel 500 g, code 45.")
    );
    stall.scan("9780201379624");
    assert_eq!(article(&stall, 12).barcodes, ["9780201379624".into()]);
    assert_eq!(article(&stall, 12).price.cents(), 200);
}

#[test]
fn a_new_article_needs_a_name_a_price_and_a_letter() {
    let mut stall = stall();
    for (keys, why) in [
        ("77:<enter>", "Il manque un nom."),
        ("tisane<enter><enter>", "Tapez le prix et une touche"),
        ("4,50<enter>", "Tapez le prix et une touche"),
        ("z<enter>", "Aucune touche rapide «\u{a0}Z\u{a0}»"),
        (
            "<back><back><back><back><back>0e<enter>",
            "doivent dépasser zéro",
        ),
        ("<back><back>2*3e<enter>", "Tapez le prix et une touche"),
    ] {
        assert!(
            stall.press(keys).screen().contains(why),
            "{keys}: {}",
            stall.screen()
        );
    }
    assert_eq!(stall.bells, 6);
    stall.press("<esc>77<enter>");
    assert!(
        stall
            .screen()
            .contains("Rien ne s’appelle «\u{a0}77\u{a0}»")
    );
}

#[test]
fn a_shared_key_asks_whose_the_article_is() {
    let mut stall = stall();
    let shop = &mut stall.till.model.shop;
    let mut keys = shop.catalogue.quick_keys().to_vec();
    keys[5].producer = None;
    let mut lake = shop.catalogue.producers()[0].clone();
    lake.id = Id::known("LAKE");
    lake.name = label("Ferme du Lac");
    let change = CatalogueChange {
        producers: vec![lake],
        quick_keys: Some(keys),
        ..CatalogueChange::default()
    };
    shop.change_catalogue(change);
    stall.press("77:panier<enter>3,d<enter>");
    expect![[r#"
        │ ARTICLE · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ Panier · Producteur ─────────────────────────────────────────────────────────┐│ [Quiet]
        ││> 1 Marché de Die                                                             ││ [Quiet, Chosen]
        ││  2 Ferme du Lac                                                              ││ [Quiet, Key]
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
        │                                                                                │
        │                                                                                │
        │ Entrée Prendre  ↓ Choisir  Échap Laisser  ? Aide                               │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    // A scan says nobody, and its Enter neither.
    for code in ["3760123456784", "2234567890"] {
        stall.scan(code).rest();
        assert!(stall.catalogue().by_code(Code::new(77).unwrap()).is_none());
        assert!(stall.screen().contains("Panier · Producteur"));
    }
    stall.press("é").rest();
    assert_eq!(article(&stall, 77).producer.as_str(), "LAKE");
    assert_eq!(ticket(&stall), [("Panier".to_owned(), 1_000)]);
}

//! The stock screen: deliveries, losses, sold out.

use crate::kit::{Stall, cents, english_stall, open, product, stall, store, write};
use etal::{
    domain::{
        catalogue::{Catalogue, Product, Stocked},
        journal::Fact,
        label::Label,
    },
    store::Store,
    ui::words::Language,
};
use expect_test::expect;

/// The row of an article on the stock screen.
pub fn row(stall: &Stall, name: &str) -> String {
    let screen = stall.screen();
    let row = screen.lines().find(|line| line.contains(name));
    let row = row.unwrap_or_else(|| panic!("{name} is not in {screen}"));
    let row = row.trim_start_matches(['│', '>', ' ']);
    let row = row.split('│').next().unwrap();
    row.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn selling(products: &[Product]) -> Store {
    let mut store = store();
    let change = store.catalogue().unwrap();
    write(
        &mut store,
        3,
        Fact::Catalogue(change.change_products(products.to_vec())),
    );
    store
}

#[test]
fn the_stock_says_what_was_brought_sold_lost_and_is_left() {
    expect![[r#"
        │ STOCK · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ 8 articles · tri par reste ──────────────────────────────────────────────────┐│ [Quiet]
        ││ Code Article              Producteur      Apporté    Vendu    Perdu    Reste ││ [Quiet]
        ││   60 Fromage de chèvre    Marché de Die         2        0        0        2 ││ [Quiet]
        ││>  45 Miel 500 g           Marché de Die        20        0        0       20 ││ [Quiet, Chosen]
        ││   18 Salade               Marché de Die        24        0        0       24 ││ [Quiet]
        ││   51 Œufs (6)             Marché de Die        30        0        0       30 ││ [Quiet]
        ││    7 Pain de seigle       Marché de Die        30        0        0       30 ││ [Quiet]
        ││   31 Tomates (kg)         Marché de Die    40,000    0,000    0,000   40,000 ││ [Quiet]
        ││   12 Carottes botte       Marché de Die        60        0        0       60 ││ [Quiet]
        ││   33 Pommes de terre (kg) Marché de Die    80,000    0,000    0,000   80,000 ││ [Quiet]
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
        │ Miel 500 g · 7,20 €/pce · reste 20                                             │ [Quiet]
        │                                                                                │
        │ A Apport  P Perte, don  E Épuisé  / Filtrer  T Trier  Entrée Fiche  ? Aide     │ [Key, Quiet]
    "#]].assert_eq(&stall().press("<esc>4<down>").screen());
    expect![[r#"
        │ STOCK · Marché de Die · Sat 21 Nov · Léa                      Ticket 1 · 10:42 │ [Title]
        │┌ 8 articles · by name ────────────────────────────────────────────────────────┐│ [Quiet]
        ││ Code Article              Producer        Brought     Sold     Lost     Left ││ [Quiet]
        ││>  12 Carottes botte       Marché de Die        60        0        0       60 ││ [Quiet, Chosen]
        ││   60 Fromage de chèvre    Marché de Die         2        0        0        2 ││ [Quiet]
        ││   45 Miel 500 g           Marché de Die        20        0        0       20 ││ [Quiet]
        ││   51 Œufs (6)             Marché de Die        30        0        0       30 ││ [Quiet]
        ││    7 Pain de seigle       Marché de Die        30        0        0       30 ││ [Quiet]
        ││   33 Pommes de terre (kg) Marché de Die    80.000    0.000    0.000   80.000 ││ [Quiet]
        ││   18 Salade               Marché de Die        24        0        0       24 ││ [Quiet]
        ││   31 Tomates (kg)         Marché de Die    40.000    0.000    0.000   40.000 ││ [Quiet]
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
        │ Carottes botte · €2.00/bunch · 60 bunches left                                 │ [Quiet]
        │                                                                                │
        │ A Delivery  P Loss, gift  E Sold out  / Filter  T Sort  Enter Card  ? Help     │ [Key, Quiet]
    "#]].assert_eq(&english_stall().press("<esc>4t").screen());
}

#[test]
fn a_delivery_is_summed_and_counted_at_once() {
    let mut stall = stall();
    expect![[r#"
        │ STOCK · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ 1 article · filtre « tom » ──────────────────────────────────────────────────┐│ [Quiet]
        ││ Code Article              Producteur      Apporté    Vendu    Perdu    Reste ││ [Quiet]
        ││>  31 Tomates (kg)         Marché de Die    40,000    0,000    0,000   40,000 ││ [Quiet, Chosen]
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
        │ Apport de Tomates (kg) > 12,5+0,8                                  = 13,300 kg │ [Entry]
        │                                                                                │
        │ Entrée Noter  Échap Laisser  ? Aide                                            │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc>4/tom<enter>a12,5+0,8").screen());
    stall.press("<enter>");
    assert_eq!(
        row(&stall, "Tomates (kg)"),
        "31 Tomates (kg) Marché de Die 53,300 0,000 0,000 53,300"
    );
    assert!(
        stall
            .screen()
            .contains("+ Apport noté\u{a0}: Tomates, 13,300\u{a0}kg. Reste 53,300\u{a0}kg.")
    );
    // The sell line knows it without asking again.
    assert!(
        stall
            .press("<esc><esc>31")
            .screen()
            .contains("reste 53,300\u{a0}kg")
    );
}

#[test]
fn a_loss_has_a_reason_and_a_gift_is_one_of_them() {
    let mut stall = stall();
    expect![[r#"
        │ STOCK · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ 1 article · filtre « tom » ──────────────────────────────────────────────────┐│ [Quiet]
        ││ Code Article              Producteur      Apporté    Vendu    Perdu    Reste ││ [Quiet]
        ││>  31 Tomates (kg)         Marché de Die    40,000    0,000    0,000   40,000 ││ [Quiet, Chosen]
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
        │ 0,500 kg de Tomates (kg) en moins : pourquoi ?                                 │ [Warning]
        │ 1 Abîmé, fané, périmé                  5 Don solidaire                         │ [Key]
        │ 2 Cassé, déchiré                       6 Erreur de saisie                      │ [Key]
        │ 3 Introuvable                          7 Repris par le producteur              │ [Key]
        │ 4 Dégustation                                                                  │ [Key]
        │                                                                                │
        │ Échap Laisser  ? Aide                                                          │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc>4/tom<enter>p0,5<enter>").screen());
    stall.press("8");
    assert_eq!(stall.bells, 1);
    stall.press("1");
    assert!(stall.screen().contains("pourquoi"), "a scan may go on");
    stall.rest();
    assert!(
        stall
            .screen()
            .contains("Perte notée\u{a0}: Tomates, 0,500\u{a0}kg. Reste 39,500\u{a0}kg.")
    );
    stall.press("p1,5<enter>(").rest();
    assert!(
        stall
            .screen()
            .contains("Don noté\u{a0}: Tomates, 1,500\u{a0}kg. Reste 38,000\u{a0}kg.")
    );
    stall.press("p8,<enter>7").rest();
    assert!(
        stall.screen().contains("Reprise notée"),
        "{}",
        stall.screen()
    );
    assert_eq!(
        row(&stall, "Tomates (kg)"),
        "31 Tomates (kg) Marché de Die 40,000 0,000 10,000 30,000"
    );
    // Esc at the reason leaves everything as it is.
    stall.press("p8,<enter><esc>");
    assert!(row(&stall, "Tomates (kg)").ends_with("30,000"));
}

#[test]
fn a_scan_is_no_reason_and_writes_no_loss() {
    // The first one is known, the second is not, the check digit of the third is wrong.
    for code in ["3760123456784", "4006381333931", "1234567890"] {
        let mut stall = stall();
        let before = stall.entries("stock").len();
        stall.press("<esc>4p1<enter>").scan(code).rest();
        assert_eq!(stall.entries("stock").len(), before, "{code}");
        let screen = stall.screen();
        assert!(screen.contains("pourquoi"), "{screen}");
        let told = screen.contains(code);
        assert_eq!(told, code != "1234567890", "{screen}");
        stall.press("3").rest();
        assert_eq!(stall.entries("stock").len(), before + 1, "{code}");
    }
}

#[test]
fn below_nothing_the_figure_stays_and_at_nothing_it_is_sold_out() {
    let mut stall = stall();
    stall.press("<esc>4p2<enter>3").rest();
    assert!(row(&stall, "Fromage").ends_with("2 0 2 ÉPUISÉ"));
    stall.press("p3<enter>1").rest();
    assert!(row(&stall, "Fromage").ends_with("2 0 5 -3"));
    assert!(stall.screen().contains("Quiet, Chosen]"));
    let below = stall.press("<down>").screen();
    let row = below.lines().find(|line| line.contains("Fromage")).unwrap();
    assert!(row.ends_with("[Quiet, Alarm]"), "{row}");
}

#[test]
fn sold_out_is_noted_and_taken_back_with_one_letter() {
    let mut stall = stall();
    stall.press("<esc>4e");
    assert!(row(&stall, "Fromage").ends_with("ÉPUISÉ"));
    assert!(stall.press("<esc>60").screen().contains("noté épuisé"));
    stall.press("<esc><esc>4e");
    assert!(row(&stall, "Fromage").ends_with("2 0 0 2"));
}

#[test]
fn an_article_that_is_not_counted_is_counted_from_its_first_delivery() {
    let bowl = Product {
        stock: Stocked::Endless,
        ..product(70, "Bol en grès", "piece", 1500)
    };
    let mut stall = open(selling(&[bowl]), Language::French, None);
    stall.press("<esc>4<end>");
    assert_eq!(row(&stall, "Bol"), "70 Bol en grès Marché de Die - - - -");
    assert!(
        stall
            .press("p")
            .screen()
            .contains("n’est pas suivi. A note un apport")
    );
    stall.press("a12<enter>");
    assert_eq!(row(&stall, "Bol"), "70 Bol en grès Marché de Die 12 0 0 12");
    assert!(
        stall
            .press("p1<enter>2")
            .rest()
            .screen()
            .contains("Reste 11.")
    );
}

#[test]
fn articles_are_found_by_letters_by_code_and_by_scanning() {
    let mut stall = stall();
    let shown = |stall: &Stall| {
        let screen = stall.screen();
        screen
            .lines()
            .filter(|line| line.contains("Marché de Die  "))
            .count()
    };
    stall.press("<esc>4/oe");
    assert_eq!(shown(&stall), 1);
    assert!(row(&stall, "Œufs").starts_with("51"));
    assert!(
        stall
            .press("zz")
            .screen()
            .contains("Rien ne correspond à «\u{a0}oezz\u{a0}»")
    );
    stall.press("<esc>3");
    assert_eq!(shown(&stall), 2, "{}", stall.screen());
    stall.press("<back><back>");
    assert_eq!(shown(&stall), 8);
    stall.scan("3760123456784");
    assert_eq!(shown(&stall), 8);
    let screen = stall.screen();
    let chosen = screen.lines().find(|line| line.contains("│>")).unwrap();
    assert!(chosen.contains("Miel 500 g"), "{screen}");
    stall.press("t<down>t");
    let screen = stall.screen();
    assert!(screen.contains("tri par ventes"), "{screen}");
}

#[test]
fn a_stall_without_articles_says_how_to_make_one() {
    let mut stall = stall();
    stall.till.model.shop.catalogue = Catalogue::default();
    expect![[r#"
        │ STOCK · Marché de Die · sam. 21 nov. · Léa                    Ticket 1 · 10:42 │ [Title]
        │┌ 0 article · tri par reste ───────────────────────────────────────────────────┐│ [Quiet]
        ││ Code Article              Producteur      Apporté    Vendu    Perdu    Reste ││ [Quiet]
        ││ Aucun article au catalogue. Sur la vente, tapez un code libre puis « : »     ││ [Quiet]
        ││ pour en créer un.                                                            ││ [Quiet]
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
        │ Échap Retour  ? Aide                                                           │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc>4").rest().screen());
    stall.press("apet<esc><down><up><pagedown><end><enter>");
    assert!(stall.till.is_open());
}

#[test]
fn a_name_of_64_characters_gives_way_to_the_figures() {
    let long = Product {
        label: Label::new(&"Très long nom de confiture ".repeat(4)).unwrap(),
        price: cents(550),
        ..product(99, "x", "piece", 550)
    };
    let mut stall = open(selling(&[long]), Language::French, None);
    stall.press("<esc>4/tr<enter>a100000<enter>");
    expect!["99 Très long nom de co… Marché de Die 100 000 0 0 100 000"]
        .assert_eq(&row(&stall, "Très"));
    assert_eq!(stall.screen().lines().count(), 24);
    expect![[r#"
        │ STOCK · sam. 21 nov. · Léa                Ticket 1 · 10:42 │ [Title]
        │┌ 2 articles · filtre « tr » ──────────────────────────────┐│ [Quiet]
        ││ Code Article          Apporté    Vendu    Perdu    Reste ││ [Quiet]
        ││>  99 Très long nom …  100 000        0        0  100 000 ││ [Quiet, Chosen]
        ││   33 Pommes de terr…   80,000    0,000    0,000   80,000 ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││                                                          ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ Très long nom de confiture Très long nom de confiture Trè… │ [Quiet]
        │ + Apport noté : Très long nom de confiture Très long nom … │ [Gain]
        │ A Apport  P Perte, don  E Épuisé  / Filtrer  ? Aide        │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.resize(60, 20).screen());
}

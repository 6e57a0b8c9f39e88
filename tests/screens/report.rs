//! The running report: what a market of three prices brought, from the journal, on screen and
//! paper.

use etal::{
    domain::{
        basket::{Line, What},
        catalogue::{CatalogueChange, Producer},
        ids::Id,
        journal::Fact,
        money::Percent,
        quantity::Quantity,
        settings::{DepositKind, SettingsChange},
    },
    ui::words::Language,
};
use expect_test::expect;

use crate::kit::{self, Stall, cents, label, open};

/// The sample stall; a farm bakes the bread, honey stands in jars.
fn stall(language: Language) -> Stall {
    let mut store = kit::store();
    let farm = Producer {
        commission: Percent(800),
        ..Producer::named(Id::known("ferme"), label("Ferme du Lac"))
    };
    let mut bread = kit::product(7, "Pain de seigle", "piece", 400);
    bread.producer = farm.id.clone();
    let mut honey = kit::product(45, "Miel 500 g", "piece", 720);
    honey.deposit = Some(cents(20));
    let mut keys = store.catalogue().unwrap().quick_keys().to_vec();
    keys[0].producer = None;
    let products = store.catalogue().unwrap();
    let change = CatalogueChange {
        producers: vec![farm],
        quick_keys: Some(keys),
        ..products.change_products(vec![bread, honey])
    };
    kit::write(&mut store, 21, Fact::Catalogue(change));
    let bocal = DepositKind {
        name: label("Bocal"),
        price: cents(20),
    };
    let change = SettingsChange {
        deposits: Some(vec![bocal]),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 22, Fact::Settings(change));
    open(store, language, None)
}

/// A morning: a solidarity price, an accessible one, jars, a suspended loaf, a shared amount.
fn morning(stall: &mut Stall) {
    stall.press("2*7<enter><f6>s").rest().press("+").rest();
    stall.press("860*31<enter><f6>a").rest().press("+").rest();
    stall.press("3*45<enter>*").rest().press("<enter>c").rest();
    stall.press("7<enter><up>s<esc>+").rest();
    stall.press("4,50l<enter><enter>+").rest();
}

#[test]
fn the_report_in_french() {
    let mut stall = stall(Language::French);
    morning(&mut stall);
    expect![[r#"
        │ RAPPORT X · Marché de Die · sam. 21 nov. · Léa                Ticket 6 · 10:42 │ [Title]
        │┌ En cours, rien n’est clôturé ────────────────────────────────────────────────┐│ [Quiet]
        ││ Recette 38,05 €   Tickets 4   Panier moyen 9,51 €                            ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││  Moyens de paiement                                     nombre        somme  ││ [Quiet]
        ││  carte                                                       1        22,00  ││ [Quiet]
        ││  espèces                                                     4        20,45  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  À attribuer à un producteur (touches partagées)                       4,50  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Producteurs                  ventes   commission      sa part        réglé  ││ [Quiet]
        ││  Ferme du Lac                  10,00         0,64         7,36         0,00  ││ [Quiet]
        ││  Marché de Die                 23,55         0,00        24,61         0,00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  TVA                                          TTC          TVA           HT  ││ [Quiet]
        ││  5,5 %                                      38,05         1,98        36,07  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Solidarité                                 entré        sorti        solde  ││ [Quiet]
        ││  Équilibre des tarifs, ce jour               2,00        -1,06         0,94  ││ [Quiet]
        ││  Fonds solidaire                             4,00         0,00         4,00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ ↓ Suite  ! Imprimer  Échap Retour  ? Aide                                      │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc><esc>8").rest().screen());
    expect![[r#"
        │ RAPPORT X · Marché de Die · sam. 21 nov. · Léa                Ticket 6 · 10:42 │ [Title]
        │┌ En cours, rien n’est clôturé ────────────────────────────────────────────────┐│ [Quiet]
        ││ Recette 38,05 €   Tickets 4   Panier moyen 9,51 €                            ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Solidarité                                 entré        sorti        solde  ││ [Quiet]
        ││  Équilibre des tarifs, ce jour               2,00        -1,06         0,94  ││ [Quiet]
        ││  Fonds solidaire                             4,00         0,00         4,00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Consignes dehors                                       nombre        somme  ││ [Quiet]
        ││  Bocal · 0,20 €                                              2         0,40  ││ [Quiet]
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
        │ ↓ Suite  ! Imprimer  Échap Retour  ? Aide                                      │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<pagedown>").screen());
}

#[test]
fn the_report_in_english() {
    let mut stall = stall(Language::English);
    morning(&mut stall);
    expect![[r#"
        │ X REPORT · Marché de Die · Sat 21 Nov · Léa                   Ticket 6 · 10:42 │ [Title]
        │┌ Running, nothing is closed ──────────────────────────────────────────────────┐│ [Quiet]
        ││ Takings €38.05   Tickets 4   Average basket €9.51                            ││ [Quiet, Total]
        ││                                                                              ││ [Quiet]
        ││  Means of payment                                       number          sum  ││ [Quiet]
        ││  card                                                        1        22.00  ││ [Quiet]
        ││  cash                                                        4        20.45  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  To attribute to a producer (shared keys)                              4.50  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Producers                     sales   commission    her share      settled  ││ [Quiet]
        ││  Ferme du Lac                  10.00         0.64         7.36         0.00  ││ [Quiet]
        ││  Marché de Die                 23.55         0.00        24.61         0.00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  VAT                                        gross          VAT          net  ││ [Quiet]
        ││  5.5%                                       38.05         1.98        36.07  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        ││  Solidarity                                    in          out      balance  ││ [Quiet]
        ││  Pot of tariffs, today                       2.00        -1.06         0.94  ││ [Quiet]
        ││  Solidarity fund                             4.00         0.00         4.00  ││ [Quiet]
        ││                                                                              ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ ↓ More  ! Print  Esc Back  ? Help                                              │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc><esc>8").rest().screen());
}

#[test]
fn the_report_is_printed_and_closes_nothing() {
    let mut stall = stall(Language::French);
    morning(&mut stall);
    stall.press("<esc><esc>8").rest().press("!").rest();
    expect![[r#"
                      Marché de Die
                        RAPPORT X
                     21/11/2026 10:42
               En cours, rien n’est clôturé
        ------------------------------------------
        Recette                            38,05 €
        Tickets                                  4
        Panier moyen                        9,51 €
        ------------------------------------------
        Moyens de paiement
                                  nombre     somme
        carte                          1     22,00
        espèces                        4     20,45

        À attribuer à un producteur (touches
        partagées)
                                              4,50

        Producteurs
             ventes commission   sa part     réglé
        Ferme du Lac
               10,00      0,64      7,36      0,00
        Marché de Die
               23,55      0,00     24,61      0,00

        TVA
                           TTC       TVA        HT
        5,5 %            38,05      1,98     36,07

        Solidarité
                         entré     sorti     solde
        Équilibre des tarifs, ce jour
                          2,00     -1,06      0,94
        Fonds solidaire
                          4,00      0,00      4,00

        Consignes dehors
                                  nombre     somme
        Bocal · 0,20 €                 2      0,40"#]]
    .assert_eq(&stall.paper().join("\n---\n"));
    assert_eq!(stall.entries("ticket").len(), 5);
}

#[test]
fn a_day_without_a_sale_has_a_report_and_scrolls_no_further_than_its_end() {
    let mut stall = kit::stall();
    stall.press("<esc>8").rest();
    assert!(
        stall.screen().contains("Panier moyen -"),
        "{}",
        stall.screen()
    );
    stall.press("<end>");
    let end = stall.screen();
    let bells = stall.bells;
    assert_eq!(stall.press("<down>").screen(), end);
    assert_eq!(stall.bells, bells + 1);
    for (columns, rows) in [(20, 5), (60, 20), (200, 60)] {
        let _ = stall.resize(columns, rows).screen();
    }
}

#[test]
fn what_is_given_to_the_fund_and_taken_from_it_is_on_the_report() {
    let mut stall = stall(Language::French);
    let gift = What::Gift {
        label: label("Don"),
        amount: cents(1_000),
    };
    let line = Line::of(gift, Quantity::ONE);
    stall.till.model.shop.add(line).unwrap();
    stall.press("+").rest().press("7<enter><enter>s").rest();
    let report = stall.press("<esc><esc>8").rest().press("<end>").screen();
    let whole = stall.press("<home>").screen() + &report;
    let fund = whole.lines().find(|row| row.contains("Fonds solidaire"));
    let fund = fund.unwrap_or_else(|| panic!("{whole}"));
    for figure in ["10,00", "-4,00", "6,00"] {
        assert!(fund.contains(figure), "{fund}");
    }
}

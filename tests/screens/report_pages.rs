//! The pages of the running report.

use etal::ui::words::Language;
use expect_test::expect;

use crate::report::two_markets_behind;

/// What stands in a page's box, without its lines and empty rows.
fn inside(screen: &str) -> String {
    let rows = screen.lines().skip(1);
    let rows = rows.map(|row| {
        row.trim_start_matches('│')
            .split('│')
            .next()
            .unwrap_or_default()
    });
    let rows = rows.take_while(|row| !row.starts_with('└'));
    let rows = rows.map(str::trim_end).filter(|row| !row.is_empty());
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn each_letter_leads_to_its_page() {
    let mut stall = two_markets_behind(Language::French);
    stall.press("<esc><esc>8").rest();
    for (key, picture) in [
        (
            "p",
            expect![[r#"
            ┌ Producteurs · En cours, rien n’est clôturé ──────────────────────────────────┐
              Producteurs                  ventes   commission      sa part        réglé
              Ferme du Lac                  38,00         2,88        33,12         0,00
              Marché de Die                 23,55         0,00        24,61         0,00
              À attribuer à un producteur (touches partagées)                       4,50"#]],
        ),
        (
            "v",
            expect![[r#"
            ┌ TVA et rayons · En cours, rien n’est clôturé ────────────────────────────────┐
              TVA                                          TTC          TVA           HT
              5,5 %                                      66,05         3,44        62,61
              Rayons                                                 ventes         part
              Légumes                                                  4,50          7 %
              Sans rayon                                              61,55         93 %"#]],
        ),
        (
            "t",
            expect![[r#"
            ┌ Tarifs, équilibre, argent d’autrui · En cours, rien n’est clôturé ───────────┐
              Tarifs                                    nombre       ventes    équilibre
              Accessible · 65 %                              1         1,95        -1,06
              juste · 100 %                                  5        54,10         0,00
              Solidaire · 125 %                              1        10,00         2,00
              Solidarité                                 entré        sorti        solde
              Équilibre des tarifs, ce jour               2,00        -1,06         0,94
              Fonds solidaire                             4,00         0,00         4,00
              Consignes dehors                                       nombre        somme
              Bocal · 0,20 €                                              2         0,40"#]],
        ),
        (
            "m",
            expect![[r#"
            ┌ Moyens de paiement · En cours, rien n’est clôturé ───────────────────────────┐
              Moyens de paiement                        nombre        somme         part
              carte                                          1        22,00         31 %
              espèces                                        7        48,45         69 %"#]],
        ),
        (
            "a",
            expect![[r#"
            ┌ Palmarès des ventes · En cours, rien n’est clôturé ──────────────────────────┐
              Palmarès des ventes                                  quantité       ventes
              1 Pain de seigle                                            9        38,00
              2 Miel 500 g                                                3        21,60
              3 Tomates                                            0,860 kg         1,95"#]],
        ),
        (
            "c",
            expect![[r#"
            ┌ Caisse et contrôle · En cours, rien n’est clôturé ───────────────────────────┐
              Mouvements de caisse                                   nombre        somme
              Aucun mouvement hors ventes
              Contrôle                                               nombre        somme
              Tickets annulés                                             0         0,00
              Lignes abandonnées                                          0         0,00
              Paniers abandonnés                                          0         0,00
              Tiroir ouvert sans vente                                    0
              Duplicatas                                                  0"#]],
        ),
        (
            "h",
            expect![[r#"
            ┌ Recette par heure · En cours, rien n’est clôturé ────────────────────────────┐
              Recette par heure                         nombre        somme sam. 14 nov.
              07h                                            1         4,00
              08h                                            1         8,00         6,00
              09h                                            1        16,00        16,00
              10h                                            4        38,05        14,00
              11h                                                                  18,00
              12h                                                                   6,00"#]],
        ),
    ] {
        picture.assert_eq(&inside(&stall.press(key).screen()));
    }
}

#[test]
fn the_pages_speak_english() {
    let mut stall = two_markets_behind(Language::English);
    stall.press("<esc><esc>8").rest();
    expect![[r#"
        ┌ Cash and checks · Running, nothing is closed ────────────────────────────────┐
          Cash movements                                         number          sum
          Nothing moved without a sale
          Checks                                                 number          sum
          Voided tickets                                              0         0.00
          Lines given up                                              0         0.00
          Baskets given up                                            0         0.00
          Drawer opened without a sale                                0
          Duplicates                                                  0"#]]
    .assert_eq(&inside(&stall.press("C").screen()));
}

//! The running report: what a market of three prices brought, from the journal, on screen and
//! paper.

use etal::{
    domain::{
        asking::{Ask, Found},
        basket::{Line, What},
        catalogue::{CatalogueChange, Producer},
        ids::Id,
        journal::{Fact, Proposal},
        money::Percent,
        quantity::Quantity,
        settings::{DepositKind, SettingsChange},
        time::Moment,
    },
    ui::{
        event::{Event, News},
        words::Language,
    },
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

/// The market of a Saturday, closed: so many loaves and bunches at each of these hours.
fn market_day(mut stall: Stall, day: &str, hours: &[(&str, u32)]) -> Stall {
    let at = |hour: &str| Moment::parse(&format!("{day}T{hour}:00+01:00")).unwrap();
    for (hour, loaves) in hours {
        stall.until(at(hour));
        stall.press(&format!("{loaves}*7<enter>12<enter>+")).rest();
    }
    let mut store = stall.into_store();
    let Found::Day(state) = store.answer(&Ask::Day).unwrap() else {
        panic!("no day");
    };
    let decided = state.plainly(cents(0), "Léa");
    let proposal = Proposal {
        uid: kit::mint().uid(),
        at: at("13:30"),
        operator: "Léa".to_owned(),
        fact: Fact::Closing(Box::new(state.closing(decided, "etal test"))),
    };
    let proposal = Proposal {
        uid: etal::domain::ids::Uid([day.as_bytes()[9]; 16]),
        ..proposal
    };
    store.append(proposal, None).unwrap();
    kit::open_again(store, Language::French, None, day.as_bytes()[9] - b'0')
}

/// Two Saturdays behind this one.
pub fn two_markets_behind(language: Language) -> Stall {
    let stall = stall(Language::French);
    let stall = market_day(stall, "2026-11-07", &[("08:10", 1), ("09:30", 2)]);
    let hours = [
        ("08:15", 1),
        ("09:05", 2),
        ("09:40", 1),
        ("10:20", 3),
        ("11:10", 4),
        ("12:30", 1),
    ];
    let stall = market_day(stall, "2026-11-14", &hours);
    let mut stall = kit::open_again(stall.into_store(), language, None, 9);
    for (hour, loaves) in [("07:50", 1), ("08:20", 2), ("09:15", 4)] {
        let at = format!("2026-11-21T{hour}:00+01:00");
        stall.until(Moment::parse(&at).unwrap());
        stall.press(&format!("{loaves}*7<enter>+")).rest();
    }
    stall.until(kit::morning());
    morning(&mut stall);
    stall
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
fn the_report_beside_the_last_saturday_in_french() {
    let mut stall = two_markets_behind(Language::French);
    expect![[r#"
        │ RAPPORT X · Marché de Die · sam. 21 nov. · Léa               Ticket 17 · 10:42 │ [Title]
        │ Recette 66,05 €   Tickets 7   Panier moyen 9,44 €           rien n’est clôturé │ [Quiet, Total]
        │ +83 %  sam. 14 nov., même heure : 36,00 € · tickets 4 · panier 9,00 €          │ [Quiet]
        │┌ Recette par heure · █ en cours, points : sam. 14 nov. ───────────────────────┐│ [Quiet]
        ││  07h       4,00            ████                                              ││ [Quiet]
        ││  08h       8,00      6,00  ████████                                          ││ [Quiet]
        ││  09h      16,00     16,00  ████████████████                                  ││ [Quiet]
        ││  10h      38,05     14,00  ███████████████████████████████████████ en cours  ││ [Quiet]
        ││  11h                18,00  ..................                                ││ [Quiet]
        ││  12h                 6,00  ......                                            ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Palmarès des ventes ─────────────────┐┌ Moyens de paiement ──────────────────┐│ [Quiet]
        ││ 1 Pain de seigle               38,00 ││ carte                   22,00   31 % ││ [Quiet]
        ││ 2 Miel 500 g                   21,60 ││ espèces                 48,45   69 % ││ [Quiet]
        ││ 3 Tomates                       1,95 ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ P Producteurs  V TVA  T Tarifs  E CSV  ! Imprimer  Échap Retour  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc><esc>8").rest().screen());
    assert!(stall.press("p<esc>").screen().contains("Panier moyen"));
    assert!(!stall.press("<esc>").screen().contains("Panier moyen"));
}

#[test]
fn the_report_beside_the_last_saturday_in_english() {
    let mut stall = two_markets_behind(Language::English);
    expect![[r#"
        │ X REPORT · Marché de Die · Sat 21 Nov · Léa                  Ticket 17 · 10:42 │ [Title]
        │ Takings €66.05   Tickets 7   Average basket €9.44            nothing is closed │ [Quiet, Total]
        │ +83%  Sat 14 Nov, same hour: €36.00 · tickets 4 · average €9.00                │ [Quiet]
        │┌ Takings by hour · █ running, dots: Sat 14 Nov ───────────────────────────────┐│ [Quiet]
        ││  07h       4.00            ████                                              ││ [Quiet]
        ││  08h       8.00      6.00  ████████                                          ││ [Quiet]
        ││  09h      16.00     16.00  █████████████████                                 ││ [Quiet]
        ││  10h      38.05     14.00  ████████████████████████████████████████ running  ││ [Quiet]
        ││  11h                18.00  ...................                               ││ [Quiet]
        ││  12h                 6.00  ......                                            ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Best sellers ────────────────────────┐┌ Means of payment ────────────────────┐│ [Quiet]
        ││ 1 Pain de seigle               38.00 ││ card                    22.00    31% ││ [Quiet]
        ││ 2 Miel 500 g                   21.60 ││ cash                    48.45    69% ││ [Quiet]
        ││ 3 Tomates                       1.95 ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        │└──────────────────────────────────────┘└──────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │ P Producers  V VAT  T Tariffs  E CSV  ! Print  Esc Back  M Means  ? Help       │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc><esc>8").rest().screen());
}

#[test]
fn the_first_market_stands_alone() {
    let mut stall = stall(Language::French);
    morning(&mut stall);
    expect![[r#"
        │ RAPPORT X · Marché de Die · sam. 21 nov. · Léa                Ticket 6 · 10:42 │ [Title]
        │ Recette 38,05 €   Tickets 4   Panier moyen 9,51 €           rien n’est clôturé │ [Quiet, Total]
        │ Pas encore de marché clôturé auquel comparer.                                  │ [Quiet]
        │┌ Recette par heure ───────────────────────────────────────────────────────────┐│ [Quiet]
        ││  10h      38,05  █████████████████████████████████████████████████ en cours  ││ [Quiet]
        │└──────────────────────────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Palmarès des ventes ─────────────────┐┌ Moyens de paiement ──────────────────┐│ [Quiet]
        ││ 1 Miel 500 g                   21,60 ││ carte                   22,00   52 % ││ [Quiet]
        ││ 2 Pain de seigle               10,00 ││ espèces                 20,45   48 % ││ [Quiet]
        ││ 3 Tomates                       1,95 ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
        ││                                      ││                                      ││ [Quiet]
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
        │                                                                                │
        │ P Producteurs  V TVA  T Tarifs  E CSV  ! Imprimer  Échap Retour  ? Aide        │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<esc><esc>8").rest().screen());
}

#[test]
fn nothing_says_what_the_drawer_should_hold() {
    let mut stall = two_markets_behind(Language::French);
    stall.press("<esc><esc>8").rest();
    // The float that was left is in the drawer and in no figure of the report.
    let cash = stall.till.store_here().unwrap().answer(&Ask::Day).unwrap();
    let Found::Day(day) = cash else {
        panic!("no day");
    };
    let expected = day.figures.drawers.iter().map(|it| it.expected);
    let words = etal::ui::words::Words::of(Language::French);
    let brought: Vec<_> = day.figures.tenders.iter().map(|it| it.cents).collect();
    for expected in expected.filter(|it| !brought.contains(it)) {
        let figure = words.amount(expected);
        for key in ["g", "p", "v", "t", "m", "a", "c", "h"] {
            let page = stall.press(key).screen();
            assert!(!page.contains(&figure), "{page}");
        }
    }
}

#[test]
fn the_report_follows_what_is_written_meanwhile_and_a_key_and_no_clock() {
    let mut stall = two_markets_behind(Language::French);
    let at_1042 = stall.press("<esc><esc>8").rest().screen();
    assert!(at_1042.contains("· tickets 4 ·"), "{at_1042}");
    stall.until(Moment::parse("2026-11-21T11:30:00+01:00").unwrap());
    stall.rest();
    assert!(stall.screen().contains("· tickets 4 ·"));
    stall.tell(Event::Told(News::Written(kit::mint().uid())));
    assert!(stall.screen().contains("· tickets 5 ·"));
    stall.until(Moment::parse("2026-11-21T12:59:00+01:00").unwrap());
    assert!(stall.press("r").screen().contains("· tickets 6 ·"));
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
        Pas encore de marché clôturé auquel
        comparer.
        ------------------------------------------
        Recette par heure
                                  nombre     somme
        10h                            4     38,05

        Moyens de paiement
                        nombre     somme      part
        carte                1     22,00      52 %
        espèces              4     20,45      48 %

        Producteurs
             ventes commission   sa part     réglé
        Ferme du Lac
               10,00      0,64      7,36      0,00
        Marché de Die
               23,55      0,00     24,61      0,00

        À attribuer à un producteur (touches
        partagées)
                                              4,50

        TVA
                           TTC       TVA        HT
        5,5 %            38,05      1,98     36,07

        Rayons
                                  ventes      part
        Légumes                     4,50      12 %
        Sans rayon                 33,55      88 %

        Tarifs
                        nombre    ventes équilibre
        Accessible · 65 %
                             1      1,95     -1,06
        juste · 100 %
                             2     26,10      0,00
        Solidaire · 125 %
                             1     10,00      2,00

        Solidarité
                         entré     sorti     solde
        Équilibre des tarifs, ce jour
                          2,00     -1,06      0,94
        Fonds solidaire
                          4,00      0,00      4,00

        Consignes dehors
                                  nombre     somme
        Bocal · 0,20 €                 2      0,40

        Palmarès des ventes
                                quantité    ventes
        1 Miel 500 g                   3     21,60
        2 Pain de seigle               2     10,00
        3 Tomates               0,860 kg      1,95

        Mouvements de caisse
                                  nombre     somme
        Aucun mouvement hors ventes

        Contrôle
                                  nombre     somme
        Tickets annulés                0      0,00
        Lignes abandonnées             0      0,00
        Paniers abandonnés             0      0,00
        Tiroir ouvert sans vente
                                       0
        Duplicatas                     0"#]]
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
    let whole = stall.press("<esc><esc>8").rest().press("t").screen();
    let fund = whole.lines().find(|row| row.contains("Fonds solidaire"));
    let fund = fund.unwrap_or_else(|| panic!("{whole}"));
    for figure in ["10,00", "-4,00", "6,00"] {
        assert!(fund.contains(figure), "{fund}");
    }
}

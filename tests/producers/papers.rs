//! What else a receipt says: what comes back, what is put right, credit notes, jars, accounts.

use etal::{
    domain::{
        basket::{Line, What},
        ids::Id,
        quantity::Quantity,
        settings::TenderKind,
        ticket::{Owner, PastLine, Payment, Share},
    },
    ui::words::Language,
};
use expect_test::expect;

use crate::{
    kit::{cents, label},
    market::{self, back, goods, paid, sell},
    receipts::{drawn, printed, ticket},
};

#[test]
fn what_comes_back_names_its_ticket() {
    let mut store = market::store();
    let sold = sell(
        &mut store,
        "09:00",
        vec![goods(12, 3_000), goods(45, 2_000)],
    );
    let (_, alone) = sell(&mut store, "09:30", vec![back(&sold, 0, 1_000)]);
    expect![[r#"
                      Marché de Die

        Ticket A-2 RETOUR de A-1
        21/11/2026 09:30:00 Léa
        ------------------------------------------
        Ferme du Lac
        Carottes botte
          -1 × 2,00 €                        -2,00
        ------------------------------------------
        TOTAL                              -2,00 €
        1 ligne
        espèces                              -2,00
        ------------------------------------------
        Taux                    HT     TVA     TTC
        Ferme du Lac
        SIRET 12345678900012
        5,5 %                -1,90   -0,10   -2,00
        ------------------------------------------
        etal test
                      2929300000023

                   Merci et à bientôt !"#]]
    .assert_eq(&printed(&store, &alone.name, Language::French));
    let exchange = vec![back(&sold, 1, 1_000), goods(31, 2_000)];
    let (_, past) = sell(&mut store, "09:40", exchange);
    expect![[r#"
                      Marché de Die

        Ticket A-3
        21/11/2026 09:40:00 Léa
        ------------------------------------------
        Rucher des Cimes
        Miel 500 g
          -1 × 7,20 €                        -7,20
          retour du ticket A-1
        Ferme du Lac
        Tomates
          2,000 kg × 3,50 €/kg                7,00
        ------------------------------------------
        TOTAL                              -0,20 €
        2 lignes
        espèces                              -0,20
        ------------------------------------------
        Taux                    HT     TVA     TTC
        Ferme du Lac
        SIRET 12345678900012
        5,5 %                 6,64    0,36    7,00
        Rucher des Cimes
        SIRET 12345678900012
        TVA non applicable, art. 293 B du CGI
        ------------------------------------------
        etal test
                      2929300000030

                   Merci et à bientôt !"#]]
    .assert_eq(&printed(&store, &past.name, Language::French));
}

#[test]
fn a_correction_says_what_it_corrects() {
    let mut store = market::store();
    let (_, past) = sell(&mut store, "09:00", vec![goods(12, 3_000)]);
    let mut change = ticket(
        Vec::new(),
        vec![
            paid(TenderKind::Cash, "cash", cents(-600)),
            paid(TenderKind::Card, "card", cents(600)),
        ],
    );
    change.corrects = Some(past);
    expect![[r#"
                      Marché de Die

        Ticket A-9 CORRECTION de A-1
        21/11/2026 09:00:00 Léa
        ------------------------------------------
        TOTAL                               0,00 €
        espèces                              -6,00
        carte                                 6,00
        ------------------------------------------
        etal test
                      2929300000009

                   Merci et à bientôt !"#]]
    .assert_eq(&drawn(change));
}

#[test]
fn no_member_and_no_tariff_is_named() {
    let lines = vec![
        Line::of(
            What::TopUp {
                member: Id::known("M1"),
                label: label("Recharge Vincent Martin"),
                amount: cents(3_000),
            },
            Quantity::ONE,
        ),
        goods(12, 3_000),
    ];
    let store = market::store();
    let (mut basket, _) = market::priced(lines, &store);
    basket.charge(Some(etal::domain::settings::Tariffed {
        id: Id::known("accessible"),
        name: label("Accessible"),
        percent: etal::domain::money::Percent(6_500),
        step: cents(5),
    }));
    let priced = etal::domain::price::price(
        &basket,
        etal::domain::price::PriceList {
            catalogue: &store.catalogue().unwrap(),
            rules: &store.settings().unwrap().rules,
            day: market::DAY,
        },
    )
    .unwrap();
    let mut account = paid(TenderKind::Account, "account", priced.total);
    account.of = Some(Id::known("M1"));
    let paper = drawn(priced.ticket(&basket, vec![account], "etal test"));
    for hidden in ["Martin", "Accessible", "M1", "65"] {
        assert!(!paper.contains(hidden), "{hidden}: {paper}");
    }
    assert!(paper.contains("Ajustement, arrondi du ticket"), "{paper}");
    assert!(paper.contains("Versé sur le compte adhérent"), "{paper}");
}

#[test]
fn a_credit_note_can_be_torn_off() {
    let mut it = ticket(
        vec![goods(12, 3_000)],
        vec![
            Payment {
                of: Some(Id::known("A-42V")),
                ..paid(TenderKind::CreditNote, "credit_note", cents(1_000))
            },
            Payment {
                of: Some(Id::known("A-9V")),
                change: true,
                ..paid(TenderKind::CreditNote, "credit_note", cents(-400))
            },
        ],
    );
    it.total = cents(600);
    expect![[r#"
                      Marché de Die

        Ticket A-9
        21/11/2026 09:00:00 Léa
        ------------------------------------------
        Ferme du Lac
        Carottes botte
          3 × 2,00 €                          6,00
        ------------------------------------------
        TOTAL                               6,00 €
        1 ligne
        avoir A-42V                          10,00
        Rendu en avoir                        4,00
        ------------------------------------------
        Taux                    HT     TVA     TTC
        Ferme du Lac
        SIRET 12345678900012
        5,5 %                 5,69    0,31    6,00
        ------------------------------------------
        etal test
                      2929300000009
        ------------------------------------------
                          AVOIR
                           A-9V
                          4,00 €
          À présenter pour payer. Utilisable une
          seule fois ; le reste est rendu en un
                      nouvel avoir.

                   Merci et à bientôt !"#]]
    .assert_eq(&drawn(it));
    let mut sold = ticket(
        vec![Line::of(
            What::CreditNote {
                label: label("Bon cadeau"),
                amount: cents(2_000),
            },
            Quantity::ONE,
        )],
        vec![paid(TenderKind::Cash, "cash", cents(2_000))],
    );
    let share: &mut Share = &mut sold.lines[0].shares[0];
    assert_eq!(share.to, Owner::CreditNote);
    share.id = Some(Id::known("A-9V2"));
    let paper = drawn(sold);
    assert!(
        paper.contains("A-9V2") && paper.contains("20,00"),
        "{paper}"
    );
}

#[test]
fn jars_of_a_kind_stand_together() {
    let empties = |name: &str| {
        Line::of(
            What::DepositBack {
                label: label(name),
                deposit: cents(20),
            },
            Quantity::pieces(2),
        )
    };
    let lines = vec![
        goods(45, 1_000),
        empties("Bocal"),
        goods(12, 1_000),
        empties("Bocal"),
        empties("Bouteille"),
    ];
    let paper = drawn(ticket(lines, Vec::new()));
    let jars: Vec<&str> = paper.lines().filter(|it| it.contains("onsigne")).collect();
    assert_eq!(jars.len(), 2, "{paper}");
    assert!(jars[0].starts_with("Consigne Miel 500 g × 1"), "{paper}");
    assert!(
        jars[1].starts_with("Retour de consigne 0,20 × 6"),
        "{paper}"
    );
    assert!(jars[1].ends_with("-1,20"), "{paper}");
}

#[test]
fn a_reattribution_says_both_sides() {
    let mut store = market::store();
    let (wrong, past) = sell(&mut store, "09:00", vec![goods(18, 1_000)]);
    let (_, right) = market::priced(vec![goods(12, 1_000)], &store);
    let mut taken = wrong.reversed(past.clone(), "etal test", 0);
    let place = PastLine {
        ticket: past.clone(),
        line: 0,
    };
    let mut stands = right.lines[0].clone();
    stands.stands_for = Some(place);
    taken.reverses = None;
    taken.corrects = Some(past);
    taken.lines.push(stands);
    taken.payments.clear();
    let paper = drawn(taken);
    assert!(paper.contains("CORRECTION de A-1"), "{paper}");
    assert!(
        paper.contains("Chez Paul") && paper.contains("Ferme du Lac"),
        "{paper}"
    );
}

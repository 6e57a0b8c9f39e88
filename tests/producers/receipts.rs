//! The receipt of a stall that sells for several: each seller named, each with its table or its
//! mention.

use etal::{
    devices::layout,
    domain::{
        basket::{Line, What},
        ids::Id,
        journal::Fact,
        quantity::Quantity,
        receipt::{self, Copy},
        settings::{SettingsChange, Stall, TenderKind},
        ticket::{Owner, PastLine, Payment, Share, Ticket},
    },
    store::Store,
    ui::{
        paper,
        words::{Language, Words},
    },
};
use expect_test::expect;

use crate::{
    kit::{cents, label},
    market::{self, back, goods, paid, sell},
};

fn printed(store: &Store, name: &str, language: Language) -> String {
    let detail = store.ticket_named(name).unwrap().unwrap();
    let stall = store.settings().unwrap().stall;
    paper_of(&detail, &stall, language)
}

fn paper_of(
    detail: &etal::domain::views::TicketDetail,
    stall: &Stall,
    language: Language,
) -> String {
    let lines = receipt::lines(detail, stall, Copy::Original);
    let page = paper::page(&lines, &Words::of(language));
    layout::text(&page, 42)
        .iter()
        .map(|line| line.trim_end().to_owned())
        .filter(|line| !line.contains(&detail.till))
        .collect::<Vec<_>>()
        .join("\n")
}

/// A ticket that no store has seen, on paper.
fn drawn(ticket: Ticket) -> String {
    let mut store = market::store();
    let (_, past) = sell(&mut store, "09:00", vec![goods(60, 1_000)]);
    let mut detail = store.ticket_named(&past.name).unwrap().unwrap();
    detail.ticket = Ticket {
        name: "A-9".to_owned(),
        ..ticket
    };
    paper_of(&detail, &store.settings().unwrap().stall, Language::French)
}

fn ticket(lines: Vec<Line>, payments: Vec<Payment>) -> Ticket {
    let store = market::store();
    let (basket, priced) = market::priced(lines, &store);
    priced.ticket(&basket, payments, "etal test")
}

#[test]
fn each_seller_has_a_table_or_a_mention() {
    let mut store = market::store();
    let lines = vec![
        goods(12, 3_000),
        goods(45, 1_000),
        goods(33, 1_250),
        goods(51, 1_000),
        goods(31, 860),
    ];
    let (_, past) = sell(&mut store, "09:00", lines);
    expect![[r#"
                      Marché de Die

        Ticket A-1
        21/11/2026 09:00:00 Léa
        ------------------------------------------
        Ferme du Lac
        Carottes botte
          3 × 2,00 €                          6,00
        Tomates
          0,860 kg × 3,50 €/kg                3,01
        Rucher des Cimes
        Miel 500 g                            7,20
        Vergers Ott
        Pommes de terre
          1,250 kg × 2,10 €/kg                2,63
        Marché de Die
        Œufs (6)                              2,40
        Consigne Miel 500 g × 1               0,20
        ------------------------------------------
        TOTAL                              21,44 €
        6 lignes
        espèces                              21,44
        ------------------------------------------
        Taux                    HT     TVA     TTC
        Ferme du Lac
        SIRET 12345678900012
        5,5 %                 8,54    0,47    9,01
        Marché de Die
        5,5 %                 2,27    0,13    2,40
        Rucher des Cimes
        SIRET 12345678900012
        TVA non applicable, art. 293 B du CGI
        Vergers Ott
        SIRET 12345678900012
        TVA non applicable, remboursement
        forfaitaire agricole, art. 298 quater du
        CGI
        ------------------------------------------
        etal test

                   Merci et à bientôt !"#]]
    .assert_eq(&printed(&store, &past.name, Language::French));
    expect![[r#"
                      Marché de Die

        Ticket A-1
        21/11/2026 09:00:00 Léa
        ------------------------------------------
        Ferme du Lac
        Carottes botte
          3 × €2.00                           6.00
        Tomates
          0.860 kg × €3.50/kg                 3.01
        Rucher des Cimes
        Miel 500 g                            7.20
        Vergers Ott
        Pommes de terre
          1.250 kg × €2.10/kg                 2.63
        Marché de Die
        Œufs (6)                              2.40
        Deposit Miel 500 g × 1                0.20
        ------------------------------------------
        TOTAL                               €21.44
        6 lines
        cash                                 21.44
        ------------------------------------------
        Rate                   Net     VAT   Gross
        Ferme du Lac
        SIRET 12345678900012
        5.5%                  8.54    0.47    9.01
        Marché de Die
        5.5%                  2.27    0.13    2.40
        Rucher des Cimes
        SIRET 12345678900012
        No VAT: TVA non applicable, art. 293 B du
        CGI
        Vergers Ott
        SIRET 12345678900012
        No VAT: remboursement forfaitaire
        agricole, art. 298 quater du CGI
        ------------------------------------------
        etal test

                   Merci et à bientôt !"#]]
    .assert_eq(&printed(&store, &past.name, Language::English));
}

#[test]
fn a_stall_that_sells_its_own_goods_is_named_once() {
    let mut store = market::store();
    let (_, past) = sell(&mut store, "09:00", vec![goods(60, 2_000), goods(7, 1_000)]);
    let paper = printed(&store, &past.name, Language::French);
    assert_eq!(paper.matches("Marché de Die").count(), 1, "{paper}");
    assert!(!paper.contains("Moulin en gros"), "bought goods: {paper}");
}

#[test]
fn two_rates_are_marked_and_a_franchise_line_is_not() {
    let mut flowers = market::article(12);
    flowers.vat = etal::domain::money::VatRate(1_000);
    let lines = vec![
        Line::goods(flowers, Quantity::ONE),
        goods(31, 1_000),
        goods(45, 1_000),
    ];
    let paper = drawn(ticket(lines, Vec::new()));
    let row = |what: &str| {
        let found = paper.lines().find(|it| it.contains(what));
        found
            .unwrap_or_else(|| panic!("{what}: {paper}"))
            .to_owned()
    };
    assert!(row("1,000 kg").ends_with("3,50 A"), "{paper}");
    assert!(row("Carottes").ends_with("2,00 B") || row("× 2,00").ends_with("2,00 B"));
    assert!(row("Miel").ends_with("7,20"), "{paper}");
    assert!(paper.contains("A 5,5"), "{paper}");
}

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
fn a_stall_without_vat_says_so_once_in_its_own_words() {
    let mut store = market::store();
    let mut own = store.catalogue().unwrap().own().unwrap().clone();
    own.status = market::producers()[1].status.clone();
    let change = store
        .catalogue()
        .unwrap()
        .change_rest(vec![own], Vec::new(), None);
    crate::kit::write(&mut store, 30, Fact::Catalogue(change));
    let (_, first) = sell(&mut store, "09:00", vec![goods(60, 1_000)]);
    let paper = printed(&store, &first.name, Language::French);
    assert_eq!(paper.matches("art. 293 B").count(), 1, "{paper}");
    assert!(!paper.contains("HT"), "no table: {paper}");
    let mut stall = store.settings().unwrap().stall;
    stall.mention = Some(label("TVA non applicable, art. 293 B du CGI (association)"));
    let change = SettingsChange {
        stall: Some(stall),
        ..SettingsChange::default()
    };
    crate::kit::write(&mut store, 31, Fact::Settings(change));
    let paper = printed(&store, &first.name, Language::French);
    assert_eq!(paper.matches("293 B").count(), 1, "{paper}");
    assert!(paper.contains("association"), "{paper}");
}

#[test]
fn an_opaque_producer_is_nowhere_on_the_paper() {
    let mut store = market::store();
    let (_, past) = sell(
        &mut store,
        "09:00",
        vec![goods(51, 1_000), goods(12, 1_000)],
    );
    let paper = printed(&store, &past.name, Language::French);
    assert!(!paper.contains("Noé"), "{paper}");
    assert!(
        !paper.contains("293 B"),
        "her status is not the stall's: {paper}"
    );
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

//! The receipt of a stall that sells for several: each seller named, each with its table or its
//! mention.

use etal::{
    devices::layout,
    domain::{
        basket::Line,
        journal::Fact,
        quantity::Quantity,
        receipt::{self, Copy},
        settings::{SettingsChange, Stall},
        ticket::{Payment, Ticket},
    },
    store::Store,
    ui::{
        paper,
        words::{Language, Words},
    },
};
use expect_test::expect;

use crate::{
    kit::label,
    market::{self, goods, sell},
};

pub fn printed(store: &Store, name: &str, language: Language) -> String {
    let detail = store.ticket_named(name).unwrap().unwrap();
    let stall = store.settings().unwrap().stall;
    paper_of(&detail, &stall, language)
}

pub fn paper_of(
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
pub fn drawn(ticket: Ticket) -> String {
    let mut store = market::store();
    let (_, past) = sell(&mut store, "09:00", vec![goods(60, 1_000)]);
    let mut detail = store.ticket_named(&past.name).unwrap().unwrap();
    detail.ticket = Ticket {
        name: "A-9".to_owned(),
        ..ticket
    };
    paper_of(&detail, &store.settings().unwrap().stall, Language::French)
}

pub fn ticket(lines: Vec<Line>, payments: Vec<Payment>) -> Ticket {
    let store = market::store();
    let (basket, priced) = market::priced(lines, &store);
    priced.ticket(&basket, payments, "etal test")
}

#[test]
#[expect(clippy::too_many_lines, reason = "two receipts, whole")]
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
                      2929300000016

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
                      2929300000016

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

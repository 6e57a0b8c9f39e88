//! The journal of tickets: the day's list, copies on paper, voiding.

use crate::kit::{ARTICLES, Stall, cents, open, product, stall, store};
use etal::{
    domain::{
        basket::{Basket, Line},
        ids::{Id, Uid},
        journal::{Fact, Proposal},
        price::{PriceList, price},
        quantity::Quantity,
        settings::TenderKind,
        ticket::Payment,
        time::Moment,
    },
    store::Store,
    ui::words::Language,
};
use expect_test::expect;

/// Records a ticket: code and thousandths of each line, and how much cash was given.
fn sell(store: &mut Store, uid: u8, at: &str, lines: &[(u32, i64)], given: i64) {
    let (catalogue, settings) = (store.catalogue().unwrap(), store.settings().unwrap());
    let mut basket = Basket::new(Uid([uid; 16]));
    for (code, thousandths) in lines {
        let (_, name, unit, cents, _) = ARTICLES.iter().find(|it| it.0 == *code).unwrap();
        let article = product(*code, name, unit, *cents);
        let line = Line::goods(article, Quantity::from_thousandths(*thousandths));
        basket.add(line).unwrap();
    }
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: "2026-11-21",
    };
    let priced = price(&basket, list).unwrap();
    let row = |tender: &str, kind, cents, change| Payment {
        tender: Id::known(tender),
        name: None,
        kind,
        cents,
        change,
        of: None,
        pieces: None,
    };
    let payments = if given == 0 {
        vec![row("card", TenderKind::Card, priced.total, false)]
    } else {
        let back = priced.total - cents(given);
        vec![
            row("cash", TenderKind::Cash, cents(given), false),
            row("cash", TenderKind::Cash, back, true),
        ]
    };
    let ticket = priced.ticket(&basket, payments, "etal test");
    let proposal = Proposal {
        uid: Uid([uid; 16]),
        at: Moment::parse(at).unwrap(),
        operator: "Léa".to_owned(),
        fact: Fact::Ticket(Box::new(ticket)),
    };
    store.append(proposal, None).unwrap();
}

/// A till with one ticket of yesterday and three of this morning.
fn traded(language: Language) -> Stall {
    let mut store = store();
    let yesterday = "2026-11-20T09:15:00+01:00";
    sell(&mut store, 21, yesterday, &[(18, 2_000)], 500);
    let first = [(12, 3_000), (31, 860), (7, 1_000), (45, 1_000)];
    sell(&mut store, 22, "2026-11-21T10:27:00+01:00", &first, 5_000);
    sell(
        &mut store,
        23,
        "2026-11-21T10:30:00+01:00",
        &[(7, 2_000)],
        0,
    );
    let long = [18, 12, 45, 7, 60, 51].map(|code| (code, 1_000)).repeat(4);
    sell(&mut store, 24, "2026-11-21T10:31:00+01:00", &long, 10_000);
    open(store, language, None)
}

fn row(stall: &Stall, name: &str) -> String {
    let screen = stall.screen();
    let row = screen.lines().find(|line| line.contains(name));
    row.unwrap_or_else(|| panic!("{name} is not in {screen}"))
        .to_owned()
}

#[test]
fn the_latest_ticket_is_chosen_and_told_in_detail() {
    let mut stall = traded(Language::French);
    expect![[r#"
        │ JOURNAL · Marché de Die · sam. 21 nov. · Léa                  Ticket 5 · 10:42 │ [Title]
        │┌ sam. 21 nov. · 3 tickets ────────┐┌ Ticket A-4 · 10:31 · Léa ────────────────┐│ [Quiet]
        ││>  A-4 10:31    78,00 espèces     ││        1 Salade                     1,10 ││ [Quiet, Chosen]
        ││   A-3 10:30     8,00 carte       ││        1 Carottes botte             2,00 ││ [Quiet]
        ││   A-2 10:27    20,21 espèces     ││        1 Miel 500 g                 7,20 ││ [Quiet]
        ││                                  ││        1 Pain de seigle             4,00 ││ [Quiet]
        ││                                  ││        1 Fromage de chèvre          2,80 ││ [Quiet]
        ││                                  ││        1 Œufs (6)                   2,40 ││ [Quiet]
        ││                                  ││        1 Salade                     1,10 ││ [Quiet]
        ││                                  ││        1 Carottes botte             2,00 ││ [Quiet]
        ││                                  ││        1 Miel 500 g                 7,20 ││ [Quiet]
        ││                                  ││        1 Pain de seigle             4,00 ││ [Quiet]
        ││                                  ││        1 Fromage de chèvre          2,80 ││ [Quiet]
        ││                                  ││        1 Œufs (6)                   2,40 ││ [Quiet]
        ││                                  ││ … et 12 lignes de plus                   ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Total                            78,00 € ││ [Quiet, Total]
        ││                                  ││ espèces                           100,00 ││ [Quiet]
        ││                                  ││ rendu                             -22,00 ││ [Quiet]
        ││                                  ││ Pas encore imprimé.                      ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │ Total du jour : 106,21 €                                                       │ [Quiet]
        │                                                                                │
        │ Entrée Ouvrir  I Imprimer  Retour arrière Annuler  ← La veille  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<f8>").screen());
    expect![[r#"
        │ JOURNAL · Marché de Die · sam. 21 nov. · Léa                  Ticket 5 · 10:42 │ [Title]
        │┌ sam. 21 nov. · 3 tickets ────────┐┌ Ticket A-2 · 10:27 · Léa ────────────────┐│ [Quiet]
        ││   A-4 10:31    78,00 espèces     ││        3 Carottes botte             6,00 ││ [Quiet]
        ││   A-3 10:30     8,00 carte       ││ 0,860 kg Tomates                    3,01 ││ [Quiet]
        ││>  A-2 10:27    20,21 espèces     ││        1 Pain de seigle             4,00 ││ [Quiet, Chosen]
        ││                                  ││        1 Miel 500 g                 7,20 ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Total                            20,21 € ││ [Quiet, Total]
        ││                                  ││ espèces                            50,00 ││ [Quiet]
        ││                                  ││ rendu                             -29,79 ││ [Quiet]
        ││                                  ││ Pas encore imprimé.                      ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │ Total du jour : 106,21 €                                                       │ [Quiet]
        │                                                                                │
        │ Entrée Ouvrir  I Imprimer  Retour arrière Annuler  ← La veille  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<end>").screen());
    expect![[r#"
        │ JOURNAL · Marché de Die · Sat 21 Nov · Léa                    Ticket 5 · 10:42 │ [Title]
        │┌ Sat 21 Nov · 3 tickets ──────────┐┌ Ticket A-3 · 10:30 · Léa ────────────────┐│ [Quiet]
        ││   A-4 10:31    78.00 cash        ││        2 Pain de seigle             8.00 ││ [Quiet]
        ││>  A-3 10:30     8.00 card        ││                                          ││ [Quiet, Chosen]
        ││   A-2 10:27    20.21 cash        ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Total                              €8.00 ││ [Quiet, Total]
        ││                                  ││ card                                8.00 ││ [Quiet]
        ││                                  ││ Not printed yet.                         ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │ Total of the day: €106.21                                                      │ [Quiet]
        │                                                                                │
        │ Enter Open  I Print  Backspace Void  ← Day before  Esc Back  ? Help            │ [Key, Quiet]
    "#]].assert_eq(&traded(Language::English).press("<esc>7<down>").screen());
    expect![[r#"
        │ JOURNAL · sam. 21 nov. · Léa              Ticket 5 · 10:42 │ [Title]
        │┌ sam. 21 nov. · 3 tickets ────────────────────────────────┐│ [Quiet]
        ││   A-4 10:31    78,00 espèces                             ││ [Quiet]
        ││   A-3 10:30     8,00 carte                               ││ [Quiet]
        ││>  A-2 10:27    20,21 espèces                             ││ [Quiet, Chosen]
        ││                                                          ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │┌ Ticket A-2 · 10:27 · Léa ────────────────────────────────┐│ [Quiet]
        ││        3 Carottes botte                             6,00 ││ [Quiet]
        ││ 0,860 kg Tomates                                    3,01 ││ [Quiet]
        ││ … et 2 lignes de plus                                    ││ [Quiet]
        ││                                                          ││ [Quiet]
        ││ Total                                            20,21 € ││ [Quiet, Total]
        ││ espèces                                            50,00 ││ [Quiet]
        ││ rendu                                             -29,79 ││ [Quiet]
        ││ Pas encore imprimé.                                      ││ [Quiet]
        │└──────────────────────────────────────────────────────────┘│ [Quiet]
        │ Total du jour : 106,21 €                                   │ [Quiet]
        │                                                            │
        │ Entrée Ouvrir  I Imprimer  Retour arrière Annuler  ? Aide  │ [Key, Quiet]
    "#]]
    .assert_eq(&stall.resize(60, 20).screen());
}

#[test]
fn a_ticket_is_found_by_the_digits_of_its_number() {
    let mut stall = traded(Language::French);
    stall.press("<f8>2");
    assert!(
        row(&stall, ">  A-2").contains("20,21"),
        "{}",
        stall.screen()
    );
    assert!(stall.screen().contains("Ticket n° > 2"));
    stall.press("<enter>");
    assert_eq!(stall.bells, 0);
    assert!(stall.screen().starts_with("│ TICKET"), "{}", stall.screen());
    // Of whichever day it is.
    let screen = stall.press("<esc>1<enter>").screen();
    assert!(
        screen.contains("Ticket A-1 · ven. 20 nov. · 09:15"),
        "{screen}"
    );
    stall.press("<esc>è<enter>");
    assert!(
        stall.screen().contains("Pas de ticket 7 sur cette caisse."),
        "{}",
        stall.screen()
    );
    assert!(row(&stall, ">  A-2").contains("20,21"));
    assert!(stall.press("3<esc>").screen().starts_with("│ JOURNAL"));
    assert!(stall.press("<esc>").screen().starts_with("│ VENTE"));
}

#[test]
fn other_days_are_one_arrow_away_and_tomorrow_is_not() {
    let mut stall = traded(Language::French);
    let screen = stall.press("<f8><left>").screen();
    assert!(
        screen.contains("ven. 20 nov. · 1 ticket") && screen.contains("A-1"),
        "{screen}"
    );
    let screen = stall.press("<left>").screen();
    assert!(screen.contains("Aucun ticket ce jour-là."), "{screen}");
    stall
        .press("!3<up><down><pageup><enter><back>")
        .press("<right><right>");
    assert!(stall.screen().contains("sam. 21 nov. · 3 tickets"));
    let bells = stall.bells;
    stall.press("<right>");
    assert_eq!(stall.bells, bells + 1);
    assert!(stall.screen().contains("sam. 21 nov. · 3 tickets"));
}

#[test]
fn every_copy_after_the_first_is_a_duplicate_and_is_counted() {
    let mut stall = traded(Language::French);
    assert!(stall.press("<f8>").screen().contains("Pas encore imprimé."));
    assert!(
        stall
            .press("i")
            .screen()
            .contains("+ Ticket A-4 envoyé à l’imprimante.")
    );
    assert!(
        stall
            .screen()
            .contains("Imprimé 1 fois\u{202f}; ensuite, duplicata.")
    );
    assert!(
        stall
            .press("!")
            .screen()
            .contains("+ Duplicata 1 du ticket A-4 envoyé")
    );
    assert!(stall.screen().contains("Imprimé 2 fois"));
    let paper = stall.paper();
    assert_eq!(paper.len(), 2);
    assert!(!paper[0].contains("DUPLICATA") && paper[1].contains("DUPLICATA"));
}

#[test]
fn voiding_asks_and_both_tickets_say_so_afterwards() {
    let mut stall = traded(Language::French);
    stall.press("12<enter><f8><down><down><back>");
    assert!(
        stall.screen().starts_with("│ QUESTION"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>");
    assert!(!stall.screen().contains("ANNULÉ"));
    stall.press("<back>o").rest();
    expect![[r#"
        │ JOURNAL · Marché de Die · sam. 21 nov. · Léa                  Ticket 6 · 10:42 │ [Title]
        │┌ sam. 21 nov. · 4 tickets ────────┐┌ Ticket A-2 · 10:27 · Léa ────────────────┐│ [Quiet]
        ││   A-5 10:42   -20,21 annule A-2  ││        3 Carottes botte             6,00 ││ [Quiet]
        ││   A-4 10:31    78,00 espèces     ││ 0,860 kg Tomates                    3,01 ││ [Quiet]
        ││   A-3 10:30     8,00 carte       ││        1 Pain de seigle             4,00 ││ [Quiet]
        ││>  A-2 10:27    20,21 ANNULÉ      ││        1 Miel 500 g                 7,20 ││ [Quiet, Chosen]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││ Total                            20,21 € ││ [Quiet, Total]
        ││                                  ││ espèces                            50,00 ││ [Quiet]
        ││                                  ││ rendu                             -29,79 ││ [Quiet]
        ││                                  ││ Annulé par A-5.                          ││ [Quiet, Warning]
        ││                                  ││ Pas encore imprimé.                      ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │ Total du jour : 86,00 €                                                        │ [Quiet]
        │ + Ticket A-2 annulé : rendez 20,21 € en espèces.                               │ [Gain]
        │ Entrée Ouvrir  I Imprimer  Retour arrière Annuler  ← La veille  ? Aide         │ [Key, Quiet]
    "#]].assert_eq(&stall.screen());
    expect!["││>  A-5 10:42   -20,21 annule A-2  ││       -3 Carottes botte            -6,00 ││ [Quiet, Chosen]"].assert_eq(&row(stall.press("<home>"), "3 Carottes"));
    // The open ticket is untouched, the goods are back.
    assert!(stall.press("<esc>").screen().contains("1 Carottes botte"));
    assert!(
        stall.press("45").screen().contains("reste 16"),
        "{}",
        stall.screen()
    );
}

#[test]
fn what_is_voided_or_voids_is_not_voided_again() {
    let mut stall = traded(Language::French);
    stall.press("<f8><back>o").rest();
    stall.press("<back>");
    assert!(
        stall.screen().starts_with("│ JOURNAL"),
        "{}",
        stall.screen()
    );
    stall.press("<home><back>");
    assert!(
        stall.screen().starts_with("│ JOURNAL"),
        "{}",
        stall.screen()
    );
    assert_eq!(stall.bells, 2);
}

#[test]
fn a_sale_made_now_is_in_the_journal_and_out_of_the_stock() {
    let mut stall = stall();
    stall.press("3*12<enter>45<enter>+").rest();
    let screen = stall.press("<f8>").screen();
    assert!(screen.contains("A-1 10:42    13,20 espèces"), "{screen}");
    assert!(screen.contains("3 Carottes botte"), "{screen}");
    let screen = stall.press("<esc><esc>4").rest().screen();
    assert!(
        row(&stall, "Carottes").contains("60        3        0       57"),
        "{screen}"
    );
    assert!(
        row(&stall, "Miel").contains("20        1        0       19"),
        "{screen}"
    );
}

#[test]
fn a_day_without_tickets_says_so() {
    let mut stall = stall();
    expect![[r#"
        │ JOURNAL · Marché de Die · sam. 21 nov. · Léa                  Ticket 1 · 10:42 │ [Title]
        │┌ sam. 21 nov. · 0 ticket ─────────┐┌──────────────────────────────────────────┐│ [Quiet]
        ││ Aucun ticket ce jour-là. La      ││                                          ││ [Quiet]
        ││ flèche ← montre la veille.       ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        ││                                  ││                                          ││ [Quiet]
        │└──────────────────────────────────┘└──────────────────────────────────────────┘│ [Quiet]
        │                                                                                │
        │                                                                                │
        │ ← La veille  Échap Retour  ? Aide                                              │ [Key, Quiet]
    "#]].assert_eq(&stall.press("<f8>").screen());
    stall.press("!<back>i7<enter><down><up>");
    assert_eq!(stall.paper().len(), 0);
}

//! Settling at the till: she leaves at eleven, what comes back counts for the next time.

use etal::{
    domain::{
        ids::Mint, journal::Fact, money::Money, settings::SettingsChange, settlement::Settlement,
    },
    store::Store,
    ui::{shop::Cable, words::Language},
};
use expect_test::expect;

use crate::{
    kit::{self, Stall, cents, label},
    market::{self, back, goods, owed, sell, settlements, settling},
};

/// A morning: three tickets with goods of several producers.
fn morning() -> Store {
    let mut store = market::store();
    let first = vec![goods(12, 3_000), goods(45, 1_000)];
    sell(&mut store, "09:00", first);
    sell(&mut store, "09:20", vec![goods(31, 860), goods(51, 2_000)]);
    sell(
        &mut store,
        "10:10",
        vec![goods(33, 4_000), goods(18, 2_000)],
    );
    store
}

/// The producers' list of a till that was opened anew.
fn open(store: Store) -> Stall {
    let seed = u8::try_from(store.tickets_given()).unwrap();
    let mut stall = kit::open(store, Language::French, None);
    stall.till.model.shop.mint = Mint::new([seed + 20; 32]);
    stall.press(":producteurs<enter>");
    stall
}

/// On a producer's screen: the letters choose her.
fn producer(store: Store, letter: &str) -> Stall {
    let mut stall = open(store);
    stall.press(letter).press("<enter>");
    stall
}

/// The slip without its last line, which has the hash in it.
fn without_proof(paper: &str) -> String {
    let (slip, proof) = paper.rsplit_once('\n').unwrap();
    assert_eq!(proof.split(' ').count(), 3, "{proof}");
    slip.lines()
        .map(str::trim_end)
        .collect::<Vec<_>>()
        .join("\n")
}

fn notice(stall: &Stall) -> String {
    let screen = stall.screen();
    let row = screen.lines().nth(22).unwrap_or_default();
    row.split('│').nth(1).unwrap_or_default().trim().to_owned()
}

fn written(stall: &Stall) -> Vec<Settlement> {
    stall
        .entries("settlement")
        .iter()
        .map(|it| serde_json::from_str(it).unwrap())
        .collect()
}

#[test]
fn she_leaves_at_eleven_with_her_money_and_a_slip() {
    let mut stall = producer(morning(), "f");
    stall.press("<enter>").rest().press("o").rest();
    let written = written(&stall);
    assert_eq!(written.len(), 1, "{}", stall.screen());
    assert_eq!(written[0].name, "A-R1");
    assert_eq!(written[0].paid, cents(552 + 277));
    assert!(written[0].adds_up());
    let paper = stall.paper();
    expect![[r#"
                      Marché de Die

        Règlement A-R1
        21/11/2026 10:42:04 Léa
        Remis à Ferme du Lac
        SIRET 12345678900012
        Ventes du ticket A-1 au ticket A-2
        ------------------------------------------
        3 bottes Carottes botte               6,00
        0,860 kg Tomates                      3,01
        ------------------------------------------
        Taux                    HT     TVA     TTC
        5,5 %                 8,54    0,47    9,01
        ------------------------------------------
        Ventes TTC                            9,01
        Commission                           -0,72
        Part du producteur                    8,29
        À reverser                          8,29 €
        REMIS                               8,29 €
        espèces                               8,29

        Signature :



        ------------------------------------------"#]]
    .assert_eq(&without_proof(&paper[0]));
    assert_eq!(paper.len(), 1);
    let drawer = stall.till.kept_pages().iter();
    assert_eq!(drawer.filter(|(_, page)| page.rows.is_empty()).count(), 1);
    assert!(notice(&stall).contains("8,29"), "{}", stall.screen());
    let store = stall.into_store();
    assert_eq!(owed(&store, "lac").unwrap().share, Money::ZERO);
}

#[test]
fn what_comes_back_at_noon_counts_for_the_next_settlement() {
    let mut store = market::store();
    let sold = sell(&mut store, "09:00", vec![goods(12, 3_000)]);
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest().press("o").rest();
    let mut store = stall.into_store();
    assert_eq!(settlements(&store)[0].settlement.paid, cents(552));
    sell(&mut store, "12:00", vec![back(&sold, 0, 1_000)]);
    let next = settling(&store, "lac", None).unwrap();
    assert_eq!(next.takings.sales, cents(-200));
    assert_eq!(next.due, cents(-184), "she owes it until she sells again");
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest();
    assert_eq!(written(&stall).len(), 1, "nothing is given");
    assert!(
        notice(&stall).contains("Rien n’est dû"),
        "{}",
        stall.screen()
    );
    stall.press("c").rest().press("o").rest();
    assert_eq!(written(&stall)[1].carried, cents(-184));
    let mut store = stall.into_store();
    sell(&mut store, "12:30", vec![goods(12, 5_000)]);
    let last = settling(&store, "lac", None).unwrap();
    assert_eq!((last.brought, last.due), (cents(-184), cents(920 - 184)));
}

#[test]
fn whole_euros_now_and_the_cents_next_time() {
    let mut stall = producer(morning(), "f");
    stall.press("r").rest().press("o").rest();
    let first = written(&stall).remove(0);
    assert_eq!((first.paid, first.carried), (cents(800), cents(29)));
    let mut store = stall.into_store();
    assert_eq!(owed(&store, "lac").unwrap().brought, cents(29));
    sell(&mut store, "12:00", vec![goods(12, 1_000)]);
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest().press("o").rest();
    let second = written(&stall).remove(1);
    assert_eq!((second.brought, second.paid), (cents(29), cents(184 + 29)));
    assert_eq!(second.name, "A-R2");
}

#[test]
fn up_to_a_ticket_and_no_further() {
    let mut stall = producer(morning(), "f");
    stall.press("n1<enter>");
    assert!(
        stall.screen().contains("jusqu’au ticket A-1"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest().press("o").rest();
    let first = written(&stall).remove(0);
    assert_eq!(first.paid, cents(552));
    assert_eq!(first.tickets, Some(("A-1".to_owned(), "A-1".to_owned())));
    let store = stall.into_store();
    assert_eq!(owed(&store, "lac").unwrap().share, cents(277));
    let mut stall = producer(store, "f");
    stall.press("n1<enter>");
    assert!(
        notice(&stall).contains("A-1"),
        "settled before: {}",
        stall.screen()
    );
    assert!(
        stall.screen().contains("2,77"),
        "the account shows all again"
    );
}

#[test]
fn a_sum_and_another_means() {
    let mut stall = producer(morning(), "f");
    stall.press("5<enter>").rest().press("o").rest();
    stall.press("3h").rest().press("o").rest();
    let both = written(&stall);
    assert_eq!((both[0].paid, both[0].carried), (cents(500), cents(329)));
    assert_eq!(both[1].payments[0].tender.as_str(), "cheque");
    assert_eq!((both[1].paid, both[1].carried), (cents(300), cents(29)));
    stall.press("c").rest();
    assert_eq!(written(&stall).len(), 2, "nothing new: {}", stall.screen());
}

#[test]
fn more_cash_than_the_law_allows_is_refused_with_its_article() {
    let mut store = market::store();
    sell(&mut store, "09:00", vec![goods(12, 400_000)]);
    sell(&mut store, "09:10", vec![goods(12, 400_000)]);
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest();
    let said = notice(&stall);
    assert!(
        said.contains("1\u{202f}000") && said.contains("D.112-3"),
        "{said}"
    );
    assert!(written(&stall).is_empty());
    stall.press("h").rest().press("o").rest();
    assert_eq!(written(&stall)[0].paid, cents(147_200), "a cheque may");
}

#[test]
fn a_producer_without_vat_status_is_not_settled_with() {
    let mut stall = producer(morning(), "c");
    assert!(
        stall.screen().contains("Statut de TVA non renseigné"),
        "{}",
        stall.screen()
    );
    for key in ["<enter>", "r", "c", "h"] {
        stall.press(key).rest();
        let said = notice(&stall);
        assert!(
            said.contains("Chez Paul\u{a0}: statut de TVA inconnu"),
            "{key}: {said}"
        );
    }
    assert!(written(&stall).is_empty());
}

#[test]
fn an_amount_that_is_nobodys_is_listed_before_anybody_is_settled_with() {
    let mut stall = kit::open(morning(), Language::French, None);
    stall
        .press("4,50d<enter>")
        .press("<enter>=")
        .rest()
        .press("<esc>");
    stall.press(":producteurs<enter>");
    let screen = stall.screen();
    assert!(screen.contains("1 montant sans producteur"), "{screen}");
    assert!(
        screen.contains("Divers") && screen.contains("A-4"),
        "{screen}"
    );
    stall.press("f<enter>");
    stall.press("<enter>").rest();
    assert!(
        stall
            .screen()
            .contains("4,50\u{a0}€ encore sans producteur"),
        "{}",
        stall.screen()
    );
}

#[test]
fn the_flat_share_is_taken_once_a_day() {
    let mut stall = producer(morning(), "v");
    stall.press("<enter>").rest().press("o").rest();
    let first = written(&stall).remove(0);
    assert_eq!((first.flat, first.paid), (cents(500), cents(840 - 500)));
    let mut store = stall.into_store();
    sell(&mut store, "12:00", vec![goods(33, 1_000)]);
    let next = settling(&store, "ott", None).unwrap();
    assert_eq!((next.flat, next.due), (Money::ZERO, cents(210)));
}

#[test]
fn where_there_is_no_printer_the_notebook_has_the_number() {
    let mut stall = open(morning());
    stall.till.model.shop.cable = Cable::Nothing;
    stall.press("f<enter><enter>").rest();
    assert!(
        stall.screen().contains("numéro dans le carnet"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest();
    assert!(written(&stall).is_empty(), "no page, no settlement");
    stall.press("17<enter>").rest().press("o").rest();
    assert_eq!(written(&stall)[0].paper, Some(label("17")));
    assert!(stall.paper().is_empty());
}

#[test]
fn neither_a_held_enter_nor_a_no_settles() {
    let mut stall = producer(morning(), "f");
    stall
        .press_every(30, "<enter><enter><enter><enter><enter><enter>")
        .rest();
    stall.press("<enter>").rest().press("n").rest();
    stall.press("<enter>").rest().press("<enter>").rest();
    assert!(written(&stall).is_empty(), "{}", stall.screen());
}

#[test]
fn the_slip_comes_again_as_a_duplicate() {
    let mut stall = producer(morning(), "f");
    stall.press("i").rest();
    assert!(
        notice(&stall).contains("Aucun règlement"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest().press("o").rest();
    stall.press("i").rest();
    let paper = stall.paper();
    assert_eq!(paper.len(), 2);
    assert!(
        paper[1].contains("DUPLICATA") && paper[1].contains("A-R1"),
        "{}",
        paper[1]
    );
}

#[test]
fn what_is_sold_in_the_stalls_name_is_settled_like_the_rest() {
    let mut stall = producer(morning(), "a");
    stall.press("<enter>").rest().press("o").rest();
    let it = written(&stall).remove(0);
    assert_eq!((it.takings.commission, it.paid), (cents(96), cents(384)));
    assert!(
        stall.paper()[0].contains("5,5"),
        "the stall's VAT: {}",
        stall.paper()[0]
    );
}

#[test]
fn bought_goods_and_the_stall_are_not_in_the_list() {
    let screen = open(morning()).screen();
    assert!(!screen.contains("Moulin en gros"), "{screen}");
    assert!(screen.contains("5 producteurs"), "{screen}");
}

#[test]
fn a_lower_limit_of_the_stall_holds_too() {
    let mut store = morning();
    let mut rules = store.settings().unwrap().rules;
    rules.cash_limit = cents(500);
    let change = SettingsChange {
        rules: Some(rules),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 40, Fact::Settings(change));
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest();
    assert!(notice(&stall).contains("5\u{a0}€"), "{}", stall.screen());
}

#[test]
fn a_settlement_that_can_never_be_written_is_given_up_and_the_account_read_anew() {
    let store = morning();
    let draft = settling(&store, "lac", None).unwrap();
    let mut stall = producer(store, "f");
    stall.press("<enter>").rest().press("o").rest();
    // As from a screen whose account was older: it begins where the first one began, too.
    let turn = etal::ui::settling::settle(draft, &mut stall.till.model.shop);
    assert!(turn.effects.is_empty());
    stall.press("<up>").rest();
    assert_eq!(written(&stall).len(), 1);
    assert!(
        notice(&stall).contains("rien n’est écrit"),
        "{}",
        stall.screen()
    );
    stall.press("5").press("<esc>");
    assert!(
        !notice(&stall).contains("s’écrit encore"),
        "{}",
        stall.screen()
    );
}

#[test]
fn a_scan_settles_nothing() {
    let mut stall = producer(morning(), "f");
    stall.scan("3760123456784").rest();
    stall.scan("CRNI12345678").rest();
    assert!(stall.screen().contains("RÈGLEMENT"), "{}", stall.screen());
    assert!(written(&stall).is_empty());
    assert!(stall.paper().is_empty());
}

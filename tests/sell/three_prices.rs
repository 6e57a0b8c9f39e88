//! The market of three prices: the customer says which one by a marble, the stallholder by a key.

use etal::{
    domain::{
        basket::{Line, What},
        catalogue::{CatalogueChange, Producer},
        ids::Id,
        journal::Fact,
        money::{Percent, VatRate},
        quantity::Quantity,
        settings::{SettingsChange, Tariff},
    },
    store::Store,
    ui::{ending::Goes, words::Language},
};
use proptest::prelude::*;

use crate::{
    kit::{self, Stall, cents, label, open},
    told, total,
};

/// A tariff of the market.
fn tariff(id: &str, name: &str, letter: char, colour: &str, percent: u32) -> Tariff {
    Tariff {
        id: Id::known(id),
        name: label(name),
        letter,
        colour: Some(label(colour)),
        percent: Percent(percent * 100),
    }
}

/// The sample stall with three tariffs and two producers, one of whom bakes the bread.
pub fn market() -> Store {
    let mut store = kit::store();
    let tariffs = vec![
        tariff("accessible", "Accessible", 'A', "bille bleue", 65),
        tariff("juste", "Juste", 'J', "bille blanche", 100),
        tariff("solidaire", "Solidaire", 'S', "bille rouge", 125),
    ];
    let change = SettingsChange {
        tariffs: Some(tariffs),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 20, Fact::Settings(change));
    let farm = Producer {
        commission: Percent(800),
        ..Producer::named(Id::known("ferme"), label("Ferme du Lac"))
    };
    let mut bread = kit::product(7, "Pain de seigle", "piece", 400);
    bread.producer = farm.id.clone();
    let mut keys = store.catalogue().unwrap().quick_keys().to_vec();
    keys[0].producer = None;
    let change = CatalogueChange {
        producers: vec![farm],
        quick_keys: Some(keys),
        ..store.catalogue().unwrap().change_products(vec![bread])
    };
    kit::write(&mut store, 21, Fact::Catalogue(change));
    store
}

/// A stall of that market.
pub fn stall() -> Stall {
    open(market(), Language::French, None)
}

#[test]
fn a_letter_sets_the_tariff_and_the_whole_ticket_changes_its_price() {
    let mut stall = stall();
    stall.press("860*31<enter>3*12<enter>");
    assert_eq!(total(&stall), 301 + 600);
    let before = stall.keys;
    stall.press("<f6>a").rest();
    assert_eq!(stall.keys - before, 2);
    assert_eq!(total(&stall), 195 + 390);
    stall.press("7<enter>");
    assert_eq!(total(&stall), 195 + 390 + 260, "what comes later, too");
    stall.press("<back><back>");
    assert_eq!(total(&stall), 301 + 600, "Backspace undoes it");
    stall.press("<f6>3").rest();
    assert_eq!(total(&stall), 375 + 750, "a digit does it, too");
    stall.press("<f6><up><enter>");
    assert_eq!(total(&stall), 301 + 600, "and so do the arrows");
}

#[test]
fn the_fair_price_is_no_word_in_the_journal() {
    let mut stall = stall();
    stall.press("7<enter><f6>s").rest();
    stall.press("<f6>j").rest().press("+").rest();
    assert!(!stall.entries("ticket")[0].contains("tariff"));
    stall.press("7<enter><f6>a").rest().press("+").rest();
    let ticket = &stall.entries("ticket")[1];
    assert!(
        ticket.contains(r#""tariff":{"id":"accessible""#),
        "{ticket}"
    );
    assert!(ticket.contains(r#"{"cents":-140,"to":"pot"}"#), "{ticket}");
}

#[test]
fn the_tariff_is_a_letter_for_the_stallholder_and_nothing_on_paper() {
    let mut stall = stall();
    stall.press("7<enter><f6>a").rest();
    let screen = stall.screen();
    assert!(screen.contains("Ticket 1 · A ─"), "{screen}");
    assert!(!screen.contains("Accessible"), "{screen}");
    stall.press("+").rest().press("!").rest();
    let paper = stall.paper().join("\n");
    assert!(paper.contains("Pain de seigle"), "{paper}");
    assert!(!paper.contains("Accessible"), "{paper}");
}

#[test]
fn an_agreed_total_ends_with_the_tariff_it_was_agreed_for() {
    let mut stall = stall();
    stall.press("3*12<enter><enter>5t<esc>");
    assert_eq!(total(&stall), 500);
    stall.press("<f6>s").rest();
    assert_eq!(total(&stall), 750);
    assert!(told(&stall).contains("ne vaut plus"), "{}", told(&stall));
}

#[test]
fn a_tariff_that_is_offered_no_more_holds_on_the_ticket_that_has_it() {
    let mut stall = stall();
    stall.press("7<enter><f6>a").rest().press("<f3>");
    let tariffs = &mut stall.till.model.shop.settings.tariffs;
    tariffs.retain(|it| it.letter != 'A');
    stall.press("<f3>");
    assert_eq!(total(&stall), 260, "its copy is valid");
    assert!(stall.screen().contains("Ticket 1 · Accessible ─"));
    let list = stall.press("<f6>").screen();
    assert!(list.contains("Accessible"), "{list}");
    assert!(list.contains("sur ce ticket, plus proposé"), "{list}");
    stall.press("<enter>");
    assert_eq!(total(&stall), 260, "Enter keeps it");
    stall.press("+").rest().press("<enter>").rest();
    assert!(stall.entries("ticket")[0].contains("accessible"));
}

#[test]
fn without_tariffs_a_sentence_says_how_to_have_some() {
    let mut stall = kit::stall();
    stall.till.model.shop.settings.tariffs.clear();
    let list = stall.press("<f6>").screen();
    assert!(list.contains("Aucun tarif n’est réglé"), "{list}");
    assert_eq!(total(stall.press("<esc>12<enter>")), 200);
}

#[test]
fn a_scan_chooses_no_tariff() {
    let mut stall = stall();
    stall.press("7<enter><f6>").scan("3760123456784").rest();
    assert_eq!(
        total(&stall),
        400 + 720,
        "the article is added at its price"
    );
    assert!(stall.till.model.shop.basket().tariff().is_none());
}

#[test]
fn a_tariff_beyond_what_a_till_can_take_changes_nothing() {
    let mut stall = stall();
    let what = What::Free {
        label: label("Tracteur"),
        price: cents(450_000_000),
        vat: VatRate(2_000),
    };
    let line = Line::of(what, Quantity::ONE);
    stall.till.model.shop.add(line.clone()).unwrap();
    stall.till.model.shop.add(line).unwrap();
    let before = total(&stall);
    stall.press("<f6>s").rest();
    assert_eq!(total(&stall), before);
    assert!(stall.till.model.shop.basket().tariff().is_none());
}

#[test]
fn all_goes_at_the_end_of_market_price_from_the_next_line_until_the_day_is_over() {
    let mut stall = stall();
    stall.press("12<enter><f6>f").rest();
    assert_eq!(total(&stall), 200, "what lies there keeps its price");
    stall.press("7<enter>");
    assert_eq!(total(&stall), 200 + 280);
    assert!(stall.screen().contains("Tout à -30"), "{}", stall.screen());
    stall.press("+").rest();
    let ticket = &stall.entries("ticket")[0];
    assert!(
        ticket.contains(r#"{"by":"producer","cents":120}"#),
        "{ticket}"
    );
    stall.press("7<enter><f6>f").rest().press("45<enter>");
    assert_eq!(total(&stall), 280 + 720, "off again");
    stall.press("<f6>f").rest().wait(20 * 3_600_000);
    stall.press("18<enter>");
    assert_eq!(total(&stall), 280 + 720 + 110, "a new day, the old prices");
}

#[test]
fn one_article_goes_at_the_end_of_market_price_and_backspace_undoes_both() {
    let mut stall = stall();
    stall.press("2*7<enter><up>f");
    assert_eq!(total(&stall), 560);
    stall.press("<esc>12<enter>7<enter>");
    assert_eq!(total(&stall), 560 + 200 + 280, "its next line, too");
    stall.press("7<enter>");
    assert_eq!(stall.till.model.shop.basket().lines().len(), 3, "they join");
    stall.press("<back><back><back><back>");
    assert_eq!(total(&stall), 800);
    stall.press("12<enter>7<enter>");
    assert_eq!(total(&stall), 800 + 200 + 400, "undone for what follows");
    stall.press("<up>ff");
    assert_eq!(total(&stall), 800 + 200 + 400, "and twice is not at all");
}

#[test]
fn the_end_of_the_market_is_kept_over_a_kill() {
    let mut stall = stall();
    stall.press("<f6>f").rest();
    let drafts = stall.till.model.shop.drafts.clone();
    let mut stall = open(market(), Language::French, Some(drafts));
    assert_eq!(total(stall.press("7<enter>")), 280);
}

/// What a hand may do to a ticket, in keys.
const ACTIONS: [&str; 14] = [
    "12<enter>",
    "3*7<enter>",
    "860*31<enter>",
    "45<enter>",
    "<up>o<esc>",
    "<up>f<esc>",
    "<up>s<esc>",
    "<up>b<esc>",
    "<up><up>d10%<enter>",
    "<up>p3<enter>",
    "<up>2<enter>",
    "<up><delete><esc>",
    "<f6>a",
    "<f6>s",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_was_done_is_undone_by_backspace_and_every_cent_has_an_owner(
        actions in prop::collection::vec(0..ACTIONS.len(), 1..12),
    ) {
        let mut stall = stall();
        for action in actions {
            stall.press(ACTIONS[action]).rest().press("<esc><esc>").rest();
            if stall.screen().contains("MENU") {
                stall.press("<esc>");
            }
            let priced = stall.till.model.shop.priced();
            for line in &priced.lines {
                let shares: i64 = line.shares.iter().map(|it| it.cents.cents()).sum();
                prop_assert_eq!(line.paid.cents(), shares);
            }
        }
        let shop = |stall: &Stall| stall.till.model.shop.basket_has_history();
        for _ in 0..60 {
            if shop(&stall) {
                stall.press("<back>");
            }
        }
        let shop = &stall.till.model.shop;
        prop_assert!(shop.basket().is_empty());
        prop_assert!(shop.basket().tariff().is_none());
        prop_assert_eq!(shop.ending(), &Goes::Nothing);
        prop_assert_eq!(total(&stall), 0);
    }
}

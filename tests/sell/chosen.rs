//! What a letter does to the chosen line, jars that come back, amounts that are somebody's, and
//! goods without their ticket.

use etal::{
    domain::{
        back::Back,
        basket::{Line, What},
        journal::Fact,
        quantity::Quantity,
        settings::{DepositKind, SettingsChange},
        ticket::{Past, PastLine},
    },
    ui::words::Language,
};

use crate::{
    kit::{self, Stall, cents, label, open},
    lines,
    three_prices::{market, stall},
    told, total,
};

/// The journal's last ticket.
fn ticket(stall: &Stall) -> String {
    stall.entries("ticket").pop().unwrap()
}

#[test]
fn an_offered_line_costs_nothing_and_b_says_who_bears_it() {
    let mut stall = stall();
    stall.press("7<enter>12<enter><up><up>o");
    assert_eq!(total(&stall), 200);
    assert!(
        told(&stall).contains("à la charge du producteur"),
        "{}",
        told(&stall)
    );
    stall.press("b");
    assert!(told(&stall).contains("équilibre"), "{}", told(&stall));
    stall.press("<esc>+").rest();
    let ticket = ticket(&stall);
    assert!(ticket.contains(r#"{"by":"pot","cents":400}"#), "{ticket}");
    assert!(
        ticket.contains(r#"{"cents":368,"id":"ferme","to":"producer"}"#),
        "{ticket}"
    );
    assert!(ticket.contains(r#"{"cents":-400,"to":"pot"}"#), "{ticket}");
}

#[test]
fn who_bears_it_goes_round_and_means_nothing_without_a_discount() {
    let mut stall = stall();
    stall.press("7<enter><up>b");
    assert!(told(&stall).contains("Aucune remise"), "{}", told(&stall));
    stall.press("d10%<enter><up>");
    for bearer in ["de l’équilibre", "de la coopérative", "du producteur"] {
        stall.press("b");
        assert!(
            told(&stall).contains(&format!("à la charge {bearer}")),
            "{}",
            told(&stall)
        );
    }
    stall.press("bboo");
    assert_eq!(total(&stall), 400, "offered no more");
    stall.press("<esc><back>");
    assert_eq!(total(&stall), 0, "undone step by step");
}

#[test]
fn a_suspended_line_is_a_gift_of_its_price() {
    let mut stall = stall();
    stall.press("2*7<enter>860*31<enter><up>s<up>s<esc>");
    assert_eq!(total(&stall), 800 + 301);
    assert_eq!(
        lines(&stall)[0],
        ("2".to_owned(), "Suspendu : Pain de seigle".to_owned())
    );
    assert_eq!(
        lines(&stall)[1],
        ("1".to_owned(), "Suspendu : Tomates".to_owned())
    );
    stall.press("<f6>a").rest();
    assert_eq!(total(&stall), 800 + 301, "a gift has no tariff");
    stall.press("<back>+").rest();
    let ticket = ticket(&stall);
    assert!(ticket.contains(r#"{"cents":800,"to":"fund"}"#), "{ticket}");
    assert!(!ticket.contains("producer\"}"), "{ticket}");
    assert!(ticket.contains(r#""vat":[]"#), "{ticket}");
    assert!(
        stall.entries("abandoned").is_empty(),
        "nothing was given up"
    );
}

#[test]
fn a_suspended_line_is_goods_again_after_backspace() {
    let mut stall = stall();
    stall.press("3,2*31<enter><up>s<esc><back>");
    assert_eq!(lines(&stall), [("3.2".to_owned(), "Tomates".to_owned())]);
    assert!(stall.entries("abandoned").is_empty());
}

#[test]
fn letters_that_mean_nothing_on_a_line_say_so() {
    let mut stall = stall();
    stall.press("7<enter><up>s");
    for letter in ["p", "d", "o", "s", "f", "b"] {
        stall.press(letter);
        assert!(
            told(&stall).contains("Pas sur cette ligne"),
            "{letter}: {}",
            told(&stall)
        );
    }
    assert_eq!(total(&stall), 400);
}

#[test]
fn a_price_of_nothing_is_asked_about() {
    let mut stall = stall();
    stall.press("7<enter><up>p0<enter>");
    assert_eq!(total(&stall), 400);
    stall.press("<enter>");
    assert_eq!(total(&stall), 400, "Enter means no");
    stall.press("<up>p0<enter>o").rest();
    assert_eq!(total(&stall), 0);
}

/// A stall whose honey stands in jars with a deposit of 20 cents.
fn with_jars() -> Stall {
    let mut store = market();
    let mut honey = kit::product(45, "Miel 500 g", "piece", 720);
    honey.deposit = Some(cents(20));
    let change = store.catalogue().unwrap().change_products(vec![honey]);
    kit::write(&mut store, 30, Fact::Catalogue(change));
    open(store, Language::French, None)
}

#[test]
fn a_star_is_one_jar_back_and_a_number_before_it_several() {
    let mut stall = with_jars();
    stall.press("45<enter>*").rest();
    assert_eq!(total(&stall), 720, "the new jar for the old");
    stall.press("3*<enter>");
    assert_eq!(total(&stall), 720 - 60);
    let jars = ("4".to_owned(), "bocal ou bouteille".to_owned());
    assert_eq!(lines(&stall)[1], jars, "jars of a kind are one line");
    stall.press("<back>");
    assert_eq!(total(&stall), 720);
}

#[test]
fn jars_alone_are_paid_out() {
    let mut stall = with_jars();
    stall.press("2*<enter><enter><enter>").rest();
    let ticket = ticket(&stall);
    assert!(ticket.contains(r#""total":-40"#), "{ticket}");
    assert!(
        ticket.contains(r#"{"cents":-40,"id":"20","to":"deposit"}"#),
        "{ticket}"
    );
    assert!(ticket.contains(r#""vat":[]"#), "{ticket}");
}

#[test]
fn several_kinds_of_jars_are_chosen_by_a_digit() {
    let mut store = market();
    let kind = |name, price| DepositKind {
        name: label(name),
        price: cents(price),
    };
    let change = SettingsChange {
        deposits: Some(vec![kind("Bocal", 20), kind("Caisse", 300)]),
        ..SettingsChange::default()
    };
    kit::write(&mut store, 31, Fact::Settings(change));
    let mut stall = open(store, Language::French, None);
    stall.press("*").rest().press("2").rest();
    assert_eq!(total(&stall), -300);
    stall.press("4*<enter><enter>");
    assert_eq!(total(&stall), -300 - 80);
    assert_eq!(lines(&stall)[1], ("4".to_owned(), "Bocal".to_owned()));
}

#[test]
fn a_scan_that_begins_with_a_star_is_no_jar() {
    let mut stall = with_jars();
    stall.scan("*3760123456784").rest();
    assert!(
        lines(&stall)
            .iter()
            .all(|(_, name)| name != "bocal ou bouteille")
    );
    stall.press("<esc>").press_every(9, "*ABC123*").rest();
    assert!(
        lines(&stall)
            .iter()
            .all(|(_, name)| name != "bocal ou bouteille")
    );
}

#[test]
fn where_there_are_no_jars_the_star_says_so() {
    let mut stall = stall();
    stall.press("*").rest();
    assert!(told(&stall).contains("Aucune consigne"), "{}", told(&stall));
    stall.press("3*<enter>");
    assert!(
        told(&stall).contains("il manque l’article"),
        "{}",
        told(&stall)
    );
}

#[test]
fn an_amount_under_a_shared_key_asks_whose_it_is_and_enter_leaves_it() {
    let mut stall = stall();
    stall.press("4,50l<enter>");
    assert!(
        stall.screen().contains("à quel producteur"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>+").rest();
    assert!(ticket(&stall).contains(r#"{"cents":450,"to":"unattributed"}"#));
    stall.press("4,50l<enter>2").rest().press("+").rest();
    let ticket = ticket(&stall);
    assert!(
        ticket.contains(r#"{"cents":36,"to":"commission"}"#),
        "{ticket}"
    );
    assert!(
        ticket.contains(r#"{"cents":414,"id":"ferme","to":"producer"}"#),
        "{ticket}"
    );
}

#[test]
fn the_next_article_by_name_leaves_it_open_too() {
    let mut stall = stall();
    stall.press("4,50l<enter>pa<enter>");
    assert_eq!(total(&stall), 450 + 400);
}

#[test]
fn a_stall_of_one_producer_is_not_asked() {
    let mut stall = kit::stall();
    stall.press("4,50l<enter>12<enter>");
    assert_eq!(total(&stall), 450 + 200);
}

/// Takes the article on the line back without a ticket: from the palette, which is no typing path.
fn take_back(stall: &mut Stall, keys: &str) {
    stall.press(":reprise<enter>").press(keys);
}

#[test]
fn goods_come_back_without_their_ticket_with_a_reason() {
    let mut stall = stall();
    take_back(&mut stall, "2*7<enter>");
    assert!(
        stall.screen().contains("revient sans ticket"),
        "{}",
        stall.screen()
    );
    stall.press("2").rest().press("1").rest();
    assert_eq!(total(&stall), -800);
    stall.press("12<enter>");
    assert_eq!(total(&stall), -600, "the next line is a sale again");
    stall.press("<enter><enter>").rest();
    let ticket = ticket(&stall);
    assert!(ticket.contains(r#""reason":"wrong_one""#), "{ticket}");
    assert!(ticket.contains(r#""returned":"on_sale""#), "{ticket}");
    assert!(
        ticket.contains(r#"{"cents":-736,"id":"ferme","to":"producer"}"#),
        "{ticket}"
    );
}

#[test]
fn what_is_lost_does_not_come_into_stock_again() {
    let mut stall = stall();
    take_back(&mut stall, "7<enter><enter>");
    stall.press("<enter>");
    assert_eq!(total(&stall), -400, "not good is likely lost");
    stall.press("7<enter>");
    assert!(told(&stall).contains("Reste 29"), "{}", told(&stall));
}

#[test]
fn something_weighed_comes_back_by_its_weight_and_esc_takes_nothing_back() {
    let mut stall = stall();
    take_back(&mut stall, "31<enter>860<enter>");
    stall.press("3").rest().press("2").rest();
    assert_eq!(total(&stall), -301);
    take_back(&mut stall, "<enter>+");
    assert!(told(&stall).contains("Tapez l’article"), "{}", told(&stall));
    stall.press("<esc>7<enter>");
    assert_eq!(total(&stall), -301 + 400);
}

#[test]
fn of_a_line_that_takes_something_back_no_more_than_was_sold() {
    let mut stall = stall();
    stall.press("3*7<enter>");
    let original = stall.till.model.shop.priced().lines[0].clone();
    stall.press("<back>");
    let place = PastLine {
        ticket: Past {
            till: "X".into(),
            epoch: 1,
            seq: 9,
            name: "A-9".into(),
        },
        line: 0,
    };
    let back = Back {
        place,
        original,
        before: Quantity::ONE,
        returned: None,
    };
    let line = Line::of(What::Back(Box::new(back)), Quantity::ONE);
    stall.till.model.shop.add(line).unwrap();
    stall.press("12<enter>");
    assert_eq!(total(&stall), 200 - 400);
    assert!(
        stall.screen().contains("-1 Pain de seigle"),
        "{}",
        stall.screen()
    );
    stall.press("<up><up>2<enter>");
    assert_eq!(total(&stall), 200 - 800);
    stall.press("<up><up>3<enter>");
    assert_eq!(total(&stall), 200 - 800);
    assert!(
        told(&stall).contains("reste 2 à reprendre"),
        "{}",
        told(&stall)
    );
}

//! What keys and scans do to the ticket.

use etal::ui::words::Language;

use crate::{
    echo,
    kit::{open, stall, store},
    lines, told, total,
};

#[test]
fn codes_weights_names_and_amounts_make_a_ticket() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>pa<enter>2x1,50l<enter>");
    let expected = [
        ("3", "Carottes botte"),
        ("0.86", "Tomates"),
        ("1", "Pain de seigle"),
        ("2", "Légumes"),
    ];
    let expected: Vec<(String, String)> = expected
        .iter()
        .map(|(quantity, name)| ((*quantity).to_owned(), (*name).to_owned()))
        .collect();
    assert_eq!(lines(&stall), expected);
    assert_eq!(total(&stall), 600 + 301 + 400 + 300);
}

#[test]
fn digits_of_the_french_row_need_no_shift() {
    let mut stall = stall();
    stall.press("\"*&é<enter>_-à*\"&<enter>");
    assert_eq!(total(&stall), 600 + 301);
}

#[test]
fn the_meaning_is_told_before_enter() {
    let mut stall = stall();
    assert_eq!(
        echo(stall.press("860*31")),
        "> 860*31 0,860 kg × Tomates = 3,01 € · reste 40,000 kg"
    );
    stall.press("<esc>");
    assert_eq!(
        echo(stall.press("0,8+1,25*31")),
        "> 0,8+1,25*31 2,050 kg × Tomates = 7,18 € · reste 40,000 kg"
    );
    stall.press("<esc>");
    assert!(echo(stall.press("4,50l")).contains("Légumes = 4,50"));
}

#[test]
fn an_article_sold_by_weight_asks_for_its_weight() {
    let mut stall = stall();
    stall.press("31<enter>");
    assert_eq!(total(&stall), 0, "a kilogram nobody weighed is not sold");
    assert!(
        echo(&stall).contains("Tomates, combien (g) >"),
        "{}",
        echo(&stall)
    );
    stall.press("<enter>");
    assert_eq!(stall.bells, 1);
    stall.press("860");
    assert!(
        echo(&stall).contains("0,860 kg × Tomates = 3,01"),
        "{}",
        echo(&stall)
    );
    stall.press("<enter>");
    assert_eq!(total(&stall), 301);
    stall.press("to<enter>0,5+0,25<enter>");
    assert_eq!(total(&stall), 301 + 263);
    stall.press("31<enter><esc>12<enter>");
    assert_eq!(total(&stall), 301 + 263 + 200, "Esc leaves it");
    stall.press("31<enter>").scan("3760123456784");
    assert_eq!(total(&stall), 301 + 263 + 200 + 720, "a scan is taken");
}

#[test]
fn an_unknown_code_loses_nothing_and_is_handed_back() {
    let mut stall = stall();
    stall.press("12<enter>77<enter>");
    assert_eq!(total(&stall), 200);
    assert!(told(&stall).contains("77"), "{}", told(&stall));
    assert_eq!(stall.bells, 1);
    stall.press("7<enter>");
    assert_eq!(total(&stall), 600, "the next digit starts anew");
}

#[test]
fn refusals_say_what_is_safe_and_add_nothing() {
    for (typed, word) in [
        ("0*12", "changé"),
        ("1,5*12", "entier"),
        ("4,50z", "Z"),
        ("3*", "manque"),
        ("1234567", "chiffres"),
        ("1,0005*31", "virgule"),
        ("12345678*31", "changé"),
    ] {
        let mut stall = stall();
        stall.press(&format!("{typed}<enter>"));
        assert_eq!(total(&stall), 0, "{typed}");
        assert!(told(&stall).contains(word), "{typed}: {}", told(&stall));
    }
}

#[test]
fn more_than_usual_is_asked_about_and_enter_means_no() {
    let mut stall = stall();
    stall.press("860*7<enter>");
    assert_eq!(total(&stall), 0);
    stall.press("<enter>");
    assert_eq!(total(&stall), 0, "Enter means no");
    stall.press("860*7<enter>o").rest();
    assert_eq!(total(&stall), 860 * 400);
}

#[test]
fn backspace_on_the_empty_line_undoes_step_by_step_and_the_journal_keeps_it() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>45<enter><back>");
    assert_eq!(total(&stall), 600);
    stall.press("<back><back>");
    assert_eq!(total(&stall), 0);
    let entries = stall.entries("abandoned");
    assert_eq!(entries.len(), 3);
    assert!(entries[0].contains("Miel 500 g"), "{}", entries[0]);
}

#[test]
fn a_chosen_line_takes_a_quantity_a_price_a_discount_or_goes() {
    let mut stall = stall();
    stall.press("12<enter>7<enter><up>4<enter>");
    assert_eq!(total(&stall), 200 + 1600);
    stall.press("<up>p3,50<enter>");
    assert_eq!(total(&stall), 200 + 1400);
    stall.press("<up>d10%<enter>");
    assert_eq!(total(&stall), 200 + 1260);
    stall.press("<up><delete>");
    assert_eq!(total(&stall), 200);
    stall.press("<back><back><back>");
    assert_eq!(total(&stall), 200 + 1600, "undone in order");
}

#[test]
fn a_price_far_from_the_usual_one_is_asked_about() {
    let mut stall = stall();
    stall.press("7<enter><up>p45<enter>");
    assert_eq!(total(&stall), 400);
    stall.press("o").rest();
    assert_eq!(total(&stall), 4500);
}

#[test]
fn two_tickets_are_open_under_tab_and_others_aside_under_f3() {
    let mut stall = stall();
    stall.press("12<enter><tab>7<enter>");
    assert_eq!(total(&stall), 400);
    stall.press("<tab>");
    assert_eq!(total(&stall), 200);
    stall.press("<f3>");
    assert_eq!(total(&stall), 0);
    stall.press("45<enter>");
    assert_eq!(total(&stall), 720);
    let keys = stall.press("<back>").keys;
    stall.press("<f3>");
    assert_eq!(stall.keys - keys, 1, "one key takes it up again");
    assert_eq!(total(&stall), 200);
}

/// T9 of the keys page: park, serve another, resume, in three keys.
#[test]
fn t9_park_and_resume_take_at_most_three_keys() {
    let mut stall = stall();
    stall.press("12<enter>");
    let before = stall.keys;
    stall.press("<f3>");
    let parking = stall.keys - before;
    stall.press("7<enter>+").rest();
    let before = stall.keys;
    stall.press("<f3>");
    assert!(parking + (stall.keys - before) <= 3);
    assert_eq!(total(&stall), 200);
}

#[test]
fn a_scan_adds_its_article_wherever_the_layout_comes_from() {
    let mut stall = stall();
    stall.scan("3760123456784");
    assert_eq!(total(&stall), 720);
    stall.scan("\"è-à&é\"'(-è_'");
    assert_eq!(total(&stall), 1440, "a US scanner on a French keyboard");
}

#[test]
fn a_scan_keeps_the_count_typed_before_it() {
    let mut stall = stall();
    stall.press("3*").scan("3760123456784");
    assert_eq!(total(&stall), 3 * 720);
}

#[test]
fn an_unknown_barcode_is_handed_back_and_a_wrong_one_is_no_scan() {
    let mut stall = stall();
    stall.scan("3017620422003");
    assert_eq!(total(&stall), 0);
    assert!(told(&stall).contains("3017620422003"), "{}", told(&stall));
}

#[test]
fn stock_goes_below_zero_and_the_sale_goes_on() {
    let mut stall = stall();
    stall.press("3*60<enter>");
    assert_eq!(total(&stall), 840);
    assert!(told(&stall).contains("-1"), "{}", told(&stall));
}

#[test]
fn the_basket_is_on_the_screen_after_a_kill() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>4");
    let drafts = stall.till.model.shop.drafts.clone();
    drop(stall);
    let stall = open(store(), Language::French, Some(drafts));
    assert_eq!(total(&stall), 600);
}

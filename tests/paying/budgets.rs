//! How many keys a sale may take (`KEYS.md`).

use crate::{
    kit::stall,
    market::{self, market},
    paid, row, title,
};

#[test]
fn three_articles_and_exact_cash_take_nine_keys_by_code() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>45<enter>+");
    assert_eq!(stall.keys, 9);
    assert_eq!(paid(&stall), [row("cash", 1320)]);
}

#[test]
fn three_articles_and_exact_cash_take_seven_keys_by_letters() {
    let mut stall = stall();
    stall.press("c<enter>p<enter>m<enter>+");
    assert_eq!(stall.keys, 7);
    assert_eq!(paid(&stall), [row("cash", 1320)]);
}

#[test]
fn a_weight_and_twenty_euros_take_eleven_keys() {
    let mut stall = stall();
    stall.press("860*31<enter><enter>20<enter>").rest();
    assert_eq!(stall.keys, 11);
    assert_eq!(paid(&stall), [row("cash", 2000), row("cash", -1699)]);
    assert_eq!(title(&stall), "RENDU");
}

#[test]
fn a_card_takes_two_keys_and_exact_cash_two() {
    for (keys, means) in [("<enter>c", "card"), ("<enter><enter>", "cash")] {
        let mut stall = stall();
        stall.press("12<enter>");
        let before = stall.keys;
        stall.press(keys).rest();
        assert_eq!(stall.keys - before, 2);
        assert_eq!(paid(&stall), [row(means, 200)]);
    }
}

#[test]
fn two_articles_on_an_account_take_ten_keys_by_letters_and_six_by_card() {
    let mut stall = market();
    stall.press("12<enter>7<enter>/dup+").rest();
    assert!(stall.keys <= 10, "{}", stall.keys);
    assert_eq!(market::paid(&stall), [row("account", 600)]);
    assert_eq!(market::tickets(&stall)[0]["payments"][0]["of"], "SIX");
    assert_eq!(title(&stall), "RENDU");

    let mut stall = market();
    stall.press("12<enter>7<enter>");
    stall.scan("CARTE-SIX").wait(200);
    let scanned = "CARTE-SIX<enter>".len() - "<enter>".len() + 1;
    stall.press("+").rest();
    assert_eq!(market::paid(&stall), [row("account", 600)]);
    assert!(stall.keys - scanned <= 6, "{}", stall.keys - scanned);
}

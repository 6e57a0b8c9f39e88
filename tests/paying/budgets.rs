//! How many keys a sale may take (`KEYS.md`).

use crate::{kit::stall, paid, row, title};

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

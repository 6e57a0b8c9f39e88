//! Quantities as they are typed on the stock screen.

use crate::{kit::stall, stock::row};

#[test]
fn what_is_typed_counts_in_the_unit_that_is_asked_for() {
    let mut stall = stall();
    stall.press("<esc>4/tom<enter>a10");
    assert!(stall.screen().contains("(kg) > 10 "), "{}", stall.screen());
    assert!(
        stall.screen().contains("= 10,000\u{a0}kg"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>");
    assert!(row(&stall, "Tomates (kg)").ends_with("50,000 0,000 0,000 50,000"));
    stall.press("a5+2,5+1<enter>");
    assert!(row(&stall, "Tomates (kg)").ends_with("58,500 0,000 0,000 58,500"));
    stall.press("p2<enter>1").rest();
    assert!(row(&stall, "Tomates (kg)").ends_with("58,500 0,000 2,000 56,500"));
}

#[test]
fn the_unshifted_digits_of_a_french_keyboard_count_crates_too() {
    let mut stall = stall();
    stall.press("<esc>4/sal<enter>a&é<enter>");
    assert_eq!(row(&stall, "Salade"), "18 Salade Marché de Die 36 0 0 36");
}

#[test]
fn a_wrong_quantity_is_refused_and_notes_nothing() {
    for (typed, why) in [
        ("", "Tapez la quantité"),
        ("0", "doivent dépasser zéro"),
        ("1,5", "se vend à l’unité"),
        ("miel", "ne se lit pas"),
        ("999999", "trop grand"),
        ("1+", "ne se lit pas"),
    ] {
        let mut stall = stall();
        stall
            .press("<esc>4/miel<enter>a")
            .press(typed)
            .press("<enter>");
        let screen = stall.screen();
        assert!(screen.contains(why), "{typed}: {screen}");
        assert_eq!(stall.bells, 1);
        stall.press("<esc>");
        assert!(row(&stall, "Miel 500 g").ends_with("20 0 0 20"));
    }
}

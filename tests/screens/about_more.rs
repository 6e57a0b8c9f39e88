//! The card of an article beyond its price: deposit, department, prices for several, maximum.

use crate::kit::stall;

/// What the basket comes to.
fn total(stall: &crate::kit::Stall) -> i64 {
    stall.till.model.shop.priced().total.cents()
}

#[test]
fn a_deposit_is_set_and_taken_away_by_a_letter() {
    let mut stall = stall();
    stall.press("45:d0,20<enter>");
    assert!(
        stall.screen().contains("D Consigne         0,20"),
        "{}",
        stall.screen()
    );
    stall.press("<esc>45<enter>");
    assert_eq!(total(&stall), 740);
    stall.press("*").rest();
    assert_eq!(total(&stall), 720, "and can come back at once");
    stall.press("<back><back>45:d0<enter><esc>45<enter>");
    assert_eq!(total(&stall), 720);
}

#[test]
fn prices_for_several_are_given_changed_and_ended() {
    let mut stall = stall();
    stall.press("18:l3*3<enter>");
    assert!(
        stall.screen().contains("L Ensemble         3 = 3,00"),
        "{}",
        stall.screen()
    );
    stall.press("l6=5,50<enter><esc>6*18<enter>");
    assert_eq!(total(&stall), 550);
    stall.press("<back>18:l6*0<enter><esc>6*18<enter>");
    assert_eq!(total(&stall), 600);
    stall.press("<back>18:l1*3<enter>");
    assert!(
        stall.screen().contains("par exemple 3*5"),
        "{}",
        stall.screen()
    );
    stall.press("<esc><esc>31:l3*5<enter>");
    assert!(stall.screen().contains("au poids"), "{}", stall.screen());
}

#[test]
fn a_department_is_chosen_from_a_list_and_can_be_none() {
    let mut stall = stall();
    stall.press("12:r2").rest();
    let before = stall.screen();
    assert!(before.contains("R Rayon"), "{before}");
    let department = |stall: &crate::kit::Stall| {
        let product = stall.catalogue().products()[0].clone();
        product.department
    };
    assert!(department(&stall).is_some());
    stall.press("r1").rest();
    assert!(department(&stall).is_none());
}

#[test]
fn the_maximum_says_in_which_unit_it_is_typed() {
    let mut stall = stall();
    stall.press("31:m5000");
    let screen = stall.screen();
    assert!(screen.contains("Maximum (g) > 5000"), "{screen}");
    assert!(screen.contains("= 5,000"), "{screen}");
    stall.press("<enter><esc>12:m5");
    assert!(
        stall.screen().contains("Maximum (botte) > 5"),
        "{}",
        stall.screen()
    );
}

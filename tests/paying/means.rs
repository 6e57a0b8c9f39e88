//! By what a ticket is paid, and what is agreed for it.

use etal::domain::{
    basket::{Line, What},
    quantity::Quantity,
};

use crate::{
    kit::{cents, label, stall},
    paid, payments, row, tickets, title, told, total,
};

#[test]
fn an_empty_ticket_is_not_paid() {
    for key in ["<enter>", "+", "=", "<f9>"] {
        let mut stall = stall();
        stall.press(key).rest();
        assert_eq!(title(&stall), "VENTE", "{key}");
        assert!(told(&stall).contains("rien à encaisser"), "{key}");
        assert!(tickets(&stall).is_empty());
    }
}

#[test]
fn integers_are_euros_and_every_decimal_sign_is_one() {
    for (sum, given) in [
        ("20", 2000),
        ("20,5", 2050),
        ("20.50", 2050),
        ("20;5", 2050),
        ("éà", 2000),
    ] {
        let mut stall = stall();
        stall.press(&format!("12<enter><enter>{sum}<enter>")).rest();
        assert_eq!(
            paid(&stall),
            [row("cash", given), row("cash", 200 - given)],
            "{sum}"
        );
    }
}

#[test]
fn the_arrows_choose_a_likely_sum_and_enter_takes_it() {
    let mut stall = stall();
    stall
        .press("860*31<enter><enter><right><down><left><right><enter>")
        .rest();
    assert_eq!(paid(&stall), [row("cash", 400), row("cash", -99)]);
}

#[test]
fn a_ticket_is_split_between_means_and_the_last_payment_can_be_taken_back() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter><enter>");
    stall.press("5c4<enter>6H");
    assert!(
        stall.screen().contains("5,21"),
        "what is left is on the screen"
    );
    stall.press("<back>");
    assert!(told(&stall).contains("chèque"), "{}", told(&stall));
    assert!(stall.screen().contains("11,21"));
    stall.press("20<enter>").rest();
    assert_eq!(
        paid(&stall),
        [
            row("card", 500),
            row("cash", 400),
            row("cash", 2000),
            row("cash", -879)
        ]
    );
}

#[test]
fn a_sum_is_rubbed_out_before_a_payment_is() {
    let mut stall = stall();
    stall.press("12<enter><enter>1c50<back><back>");
    assert!(
        stall.screen().contains("carte"),
        "the card's euro is still there"
    );
    stall.press("<back>");
    assert!(told(&stall).contains("Paiement repris"), "{}", told(&stall));
    stall.press("<back>");
    assert!(told(&stall).contains("Aucun paiement"), "{}", told(&stall));
}

#[test]
fn a_means_that_cannot_be_used_says_why() {
    for (keys, why) in [
        ("50c", "pas de monnaie"),
        ("z", "Aucun moyen"),
        ("0<enter>", "dépasser zéro"),
        ("900<enter>", "de loin"),
        ("1,005<enter>", "Deux chiffres"),
        ("10%c", "se confirme"),
        ("t", "Tapez d’abord"),
        ("d", "Tapez d’abord"),
        ("1ct", "avant les paiements"),
    ] {
        let mut stall = stall();
        stall.press(&format!("12<enter><enter>{keys}")).rest();
        assert!(told(&stall).contains(why), "{keys}: {}", told(&stall));
        assert!(stall.bells > 0, "{keys}");
        assert!(tickets(&stall).is_empty(), "{keys}");
        assert_eq!(title(&stall), "ENCAISSER");
    }
}

#[test]
fn a_sale_typed_into_the_payment_is_no_sum_and_takes_nothing() {
    for typed in ["3*7", "3x7", "4,50k", "5+3", "/", "miel", "1 2", "7*"] {
        for end in ["<enter>", "c"] {
            let mut stall = stall();
            stall.press(&format!("12<enter><enter>{typed}{end}")).rest();
            assert!(tickets(&stall).is_empty(), "{typed}");
            assert!(
                told(&stall).contains("pas une somme"),
                "{typed}{end}: {}",
                told(&stall)
            );
            stall.press("<esc><enter>").rest();
            assert_eq!(paid(&stall), [row("cash", 200)], "{typed}: Esc clears it");
        }
    }
    let mut stall = stall();
    stall.press("12<enter><enter>5*<back><enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 500), row("cash", -300)]);
}

#[test]
fn no_more_cash_than_the_law_allows() {
    let mut stall = stall();
    stall.press("90*45<enter>+");
    assert!(tickets(&stall).len() == 1, "648 euros are allowed");
    stall.press("90*45<enter>60*45<enter>+").rest();
    assert_eq!(total(&stall), 108_000);
    assert!(told(&stall).contains("D.112-3"), "{}", told(&stall));
    assert_eq!(
        title(&stall),
        "ENCAISSER",
        "and the other means are at hand"
    );
    stall.press("<enter>").rest();
    assert!(told(&stall).contains("D.112-3"));
    stall.press("1000<enter>c").rest();
    assert_eq!(
        payments(&tickets(&stall)[1]),
        [row("cash", 100_000), row("card", 8_000)]
    );
}

#[test]
fn an_agreed_total_is_borne_as_the_settings_say_and_can_be_taken_back() {
    let mut stall = stall();
    stall.press("3*12<enter>860*31<enter>7<enter>45<enter><enter>20T");
    assert_eq!(total(&stall), 2000);
    assert!(told(&stall).contains("0,21"), "{}", told(&stall));
    stall.press("<back>");
    assert_eq!(total(&stall), 2021);
    stall.press("20t19t");
    assert_eq!(
        total(&stall),
        1900,
        "the second sum counts from the full price"
    );
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("cash", 1900)]);
    let ticket = &tickets(&stall)[0];
    let off: i64 = ticket["lines"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|line| line["discounts"].as_array().unwrap())
        .map(|it| {
            assert_eq!(it["by"], "pot");
            it["cents"].as_i64().unwrap()
        })
        .sum();
    assert_eq!(off, 121);
}

#[test]
fn a_discount_is_a_sum_or_a_part_of_the_ticket() {
    for (keys, left) in [
        ("1,50d", 450),
        ("10%d", 540),
        ("10%<enter>", 540),
        ("&à%D", 540),
        ("10ùd", 540),
        ("100%d", 0),
    ] {
        let mut stall = stall();
        stall.press(&format!("3*12<enter><enter>{keys}")).rest();
        assert_eq!(total(&stall), left, "{keys}");
        assert!(tickets(&stall).is_empty(), "{keys} pays nothing");
    }
}

#[test]
fn a_total_rounded_up_goes_to_the_pot() {
    let mut stall = stall();
    stall.press("3*45<enter><enter>22t<enter>").rest();
    let ticket = &stall.entries("ticket")[0];
    assert!(ticket.contains(r#""cents":40,"to":"pot""#), "{ticket}");
    assert!(ticket.contains(r#""total":2200"#), "{ticket}");
}

#[test]
fn what_is_agreed_stays_between_nothing_and_a_little_above_the_price() {
    for keys in ["12t", "0t", "7d", "101%d"] {
        let mut stall = stall();
        stall.press(&format!("3*12<enter><enter>{keys}"));
        assert_eq!(total(&stall), 600, "{keys}");
        assert!(stall.bells > 0, "{keys}");
        stall.press("<esc><esc><back>");
        assert_eq!(total(&stall), 0, "{keys} left nothing behind to undo");
    }
}

#[test]
fn a_ticket_of_nothing_is_recorded_without_a_payment() {
    let mut stall = stall();
    stall.press("12<enter><enter>100%d");
    assert!(
        stall.screen().contains("RIEN À PAYER"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), []);
    assert_eq!(title(&stall), "RENDU");
}

#[test]
fn the_receipt_is_printed_only_if_it_was_asked_for() {
    let mut stall = stall();
    stall.press("12<enter><enter><enter>").rest();
    assert!(stall.paper().is_empty());
    stall.press("12<enter><enter>!");
    assert!(
        stall.screen().contains("ticket imprimé\u{a0}: oui"),
        "{}",
        stall.screen()
    );
    stall.press("<enter>").rest();
    assert_eq!(stall.paper().len(), 1);
    stall.press("12<enter><enter><enter>").rest();
    assert_eq!(stall.paper().len(), 1, "the wish was that customer's");
}

#[test]
fn escape_leads_back_to_the_ticket_and_asks_before_it_forgets_a_payment() {
    let mut stall = stall();
    stall.press("12<enter><enter>20<esc><esc>");
    assert_eq!(title(&stall), "VENTE", "first the sum, then the screen");
    stall.press("<enter>1c<esc>");
    assert_eq!(title(&stall), "QUESTION");
    stall.press("n").rest();
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(stall.screen().contains("RESTE À PAYER"));
    stall.press("<esc>o").rest();
    assert_eq!(title(&stall), "VENTE");
    assert!(told(&stall).contains("effacés"), "{}", told(&stall));
    assert_eq!(total(&stall), 200, "the ticket is untouched");
    stall.press("<enter>");
    assert!(
        stall.screen().contains("À PAYER   "),
        "nothing is paid any more"
    );
}

#[test]
fn a_payment_under_way_is_left_by_no_function_key_not_even_from_the_help() {
    let mut stall = stall();
    stall.press("12<enter><enter>1c<f8>");
    assert_eq!(title(&stall), "ENCAISSER");
    assert!(told(&stall).contains("Échap"), "{}", told(&stall));
    stall.press("?");
    assert_eq!(title(&stall), "AIDE");
    stall.press("<f8><f3><esc>");
    assert_eq!(title(&stall), "ENCAISSER");
    stall.press("<enter>").rest();
    assert_eq!(paid(&stall), [row("card", 100), row("cash", 100)]);
}

#[test]
fn jars_brought_back_are_paid_out() {
    let mut stall = stall();
    let jars = What::DepositBack {
        label: label("Bocal"),
        deposit: cents(20),
    };
    let jars = Line::of(jars, Quantity::pieces(2));
    stall.till.model.shop.add(jars).unwrap();
    stall.press("+").rest();
    assert!(
        tickets(&stall).is_empty(),
        "money going out is looked at first"
    );
    assert!(
        stall.screen().contains("À RENDRE AU CLIENT"),
        "{}",
        stall.screen()
    );
    stall.press("1<enter>").rest();
    assert!(
        told(&stall).contains("pas plus que 0,40"),
        "{}",
        told(&stall)
    );
    stall.press("5T");
    assert!(told(&stall).contains("rien sur quoi"), "{}", told(&stall));
    stall.press("<esc><enter>").rest();
    assert_eq!(paid(&stall), [row("cash", -40)]);
    let screen = stall.screen();
    assert!(screen.contains("2\u{a0}×\u{a0}0,20"), "{screen}");
    stall.press("<back>o").rest();
    assert!(told(&stall).contains("reprenez 0,40"), "{}", told(&stall));
}

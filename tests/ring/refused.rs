//! What is refused has a name, a sentence, and leaves nothing behind.

use etal::{app::ring::Strictness, store::Depth};
use proptest::prelude::*;

use crate::stall::{error, rung, stall};

/// Lines that are refused, and by which name.
const REFUSED: &[(&str, &str)] = &[
    ("[]", "not_json"),
    ("{\"lines\":[}", "not_json"),
    ("{} {}", "not_json"),
    (r#"{"lines":[],"remise":"5"}"#, "unknown_field"),
    (r#"{"lines":[{"code":"12","price":"1"}]}"#, "unknown_field"),
    (r#"{"lines":[{"code":"12","label":"x"}]}"#, "unknown_field"),
    (
        r#"{"lines":[{"code":"12","qty":"1","qty":"2"}]}"#,
        "repeated_field",
    ),
    (r#"{"lines":[{"qty":"1"}]}"#, "missing_field"),
    (r#"{"lines":[{"quick":"l"}]}"#, "missing_field"),
    (r#"{"lines":[{"code":"31"}]}"#, "missing_field"),
    (r#"{"lines":[{"label":"x","price":"1"}]}"#, "missing_field"),
    (r#"{"lines":["12"]}"#, "bad_value"),
    (r#"{"lines":"12"}"#, "bad_value"),
    (r#"{"lines":[{"code":"12","qty":0.5}]}"#, "fraction"),
    (r#"{"lines":[{"code":"12","qty":"1e3"}]}"#, "bad_value"),
    (r#"{"lines":[{"code":"31","qty":"0.8605"}]}"#, "bad_value"),
    (r#"{"lines":[{"quick":"l","amount":"-4"}]}"#, "bad_value"),
    (
        r#"{"lines":[{"label":"\u0007","price":"1","vat":"5.5"}]}"#,
        "bad_value",
    ),
    (r#"{"uid":"12","lines":[{"code":"12"}]}"#, "bad_value"),
    (
        r#"{"at":"2026-11-21T10:42:00","lines":[{"code":"12"}]}"#,
        "bad_value",
    ),
    (
        r#"{"member":"999","lines":[{"code":"12"}]}"#,
        "unknown_member",
    ),
    (
        r#"{"tariff":"gratuit","lines":[{"code":"12"}]}"#,
        "unknown_tariff",
    ),
    (
        r#"{"lines":[{"code":"12","discount":"101%"}]}"#,
        "bad_value",
    ),
    (
        r#"{"lines":[{"code":"12","discount":"1","borne":"nous"}]}"#,
        "bad_value",
    ),
    (
        r#"{"borne":"pot","lines":[{"code":"12"}]}"#,
        "missing_field",
    ),
    (r#"{"lines":[{"top_up":"20"}]}"#, "missing_field"),
    (r#"{"lines":[{"top_up":"0","member":"1"}]}"#, "bad_value"),
    (r#"{"lines":[{"gift":"-2"}]}"#, "bad_value"),
    (r#"{"lines":[{"deposit_back":"0.25"}]}"#, "unknown_deposit"),
    (
        r#"{"lines":[{"deposit_back":"0.20","qty":"0.5"}]}"#,
        "by_the_piece",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"account"}]}"#,
        "needs_member",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"credit_note"}]}"#,
        "needs_note",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"credit_note","note":"A-9V"}]}"#,
        "unknown_note",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","note":"A-9V"}]}"#,
        "no_note",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","pieces":2}]}"#,
        "no_pieces",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"token","pieces":2,"given":"2"}]}"#,
        "two_amounts",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"token","pieces":3}]}"#,
        "tokens",
    ),
    (
        r#"{"lines":[{"code":"12","qty":20}],"payments":[{"tender":"meal","given":"25.50"}]}"#,
        "ticket_cap",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"fund"}]}"#,
        "fund_limit",
    ),
    (r#"{"lines":[]}"#, "empty_ticket"),
    (r#"{"payments":[{"tender":"cash"}]}"#, "empty_ticket"),
    (r#"{"lines":[{"code":"13"}]}"#, "unknown_code"),
    (r#"{"lines":[{"code":"salade"}]}"#, "unknown_code"),
    (
        r#"{"lines":[{"barcode":"4006381333931"}]}"#,
        "unknown_barcode",
    ),
    (
        r#"{"lines":[{"quick":"z","amount":"1"}]}"#,
        "unknown_quick_key",
    ),
    (
        r#"{"lines":[{"quick":"ll","amount":"1"}]}"#,
        "unknown_quick_key",
    ),
    (r#"{"lines":[{"code":"12","qty":"0"}]}"#, "zero_quantity"),
    (r#"{"lines":[{"code":"12","qty":"0.5"}]}"#, "by_the_piece"),
    (
        r#"{"lines":[{"label":"x","price":"1","vat":"7"}]}"#,
        "unknown_vat",
    ),
    (
        r#"{"lines":[{"label":"x","price":"9999999","qty":"9","vat":"0"}]}"#,
        "too_much",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"gold"}]}"#,
        "unknown_tender",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","name":"x"}]}"#,
        "name_not_taken",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"card"},{"tender":"cash"}]}"#,
        "nothing_left",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":0}]}"#,
        "bad_value",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"card","given":"5"}]}"#,
        "no_change",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"token","given":"3"}]}"#,
        "tokens",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"token","given":"1.50"}]}"#,
        "tokens",
    ),
    (
        r#"{"lines":[{"code":"12","qty":"20"}],"payments":[{"tender":"meal"}]}"#,
        "ticket_cap",
    ),
    (
        r#"{"lines":[{"code":"12","qty":"501"}],"payments":[{"tender":"cash"}]}"#,
        "cash_limit",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":"5000"}]}"#,
        "too_much_given",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":"1"}]}"#,
        "not_paid",
    ),
    (r#"{"lines":[{"code":"12"}]}"#, "not_paid"),
];

#[test]
fn what_is_refused_is_named_and_nothing_of_it_is_written() {
    let mut store = stall();
    let before = store.verify(Depth::Links).unwrap().entries;
    for (line, id) in REFUSED {
        assert_eq!(error(&mut store, line), *id, "{line}");
    }
    let many = format!(
        r#"{{"lines":[{}]}}"#,
        vec![r#"{"quick":"l","amount":1}"#; 1001].join(",")
    );
    assert_eq!(error(&mut store, &many), "too_many_lines");
    assert_eq!(error(&mut store, &" ".repeat(1 << 21)), "line_too_long");
    let (_, answers) = rung(&mut store, Strictness::GoesOn, b"{\"paper\":\"\xff\"}");
    assert_eq!(answers[0]["error"], "not_json");
    assert_eq!(store.verify(Depth::Links).unwrap().entries, before);
}

proptest! {
    #[test]
    fn no_line_breaks_the_till(line in "\\PC{0,60}|[\\[\\]{}\":,a-z0-9.-]{0,60}") {
        let (outcome, answers) = rung(&mut stall(), Strictness::GoesOn, line.as_bytes());
        prop_assert_eq!(outcome.rung, 0);
        prop_assert_eq!(u64::try_from(answers.len()).unwrap(), outcome.refused);
    }
}

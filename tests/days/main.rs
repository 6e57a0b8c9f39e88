//! Whole market days, each a file that a stallholder can read: keys, what is on the screen and on
//! paper, and whose the money is in the end.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on stops"
)]

#[path = "../kit/mod.rs"]
mod kit;
mod market;
mod script;

use std::{fs, path::PathBuf};

/// Plays a day; `UPDATE_EXPECT=1` writes the pictures anew.
fn play(name: &str) {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/days");
    let file = folder.join(name);
    let text = fs::read_to_string(&file).unwrap();
    let played = script::play(&text, &folder);
    if std::env::var_os("UPDATE_EXPECT").is_some() && played != text {
        fs::write(&file, &played).unwrap();
        return;
    }
    similar(&text, &played, name);
}

/// The first line that is not as the file says.
fn similar(wanted: &str, played: &str, name: &str) {
    for (number, (wanted, played)) in wanted.lines().zip(played.lines()).enumerate() {
        assert_eq!(wanted, played, "{name}, line {}", number + 1);
    }
    assert_eq!(wanted.lines().count(), played.lines().count(), "{name}");
}

#[test]
fn a_three_price_market_with_four_producers_one_leaving_at_eleven() {
    play("dieulefit.day");
}

#[test]
fn a_market_to_its_end_short_by_a_payment_and_a_drop_and_a_customer_too_late() {
    play("cloture.day");
}

#[test]
fn a_day_of_mistakes_put_right_and_of_a_member_in_debt() {
    play("crest.day");
}

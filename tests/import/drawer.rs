//! What a settings file says of the drawer, the float and what is closed.

use etal::domain::day::Pieces;

use super::*;

/// A refusal of these rules: its line, and the id of its sentence.
fn refused(rules: &str) -> (u32, &'static str) {
    let refused = Stall::new().refused(&format!("[rules]\n{rules}\n"));
    (refused.0, refused.2.id())
}

#[test]
fn the_drawer_of_a_stall_is_set_in_its_file_and_taken_away_by_an_empty_text() {
    let mut stall = Stall::new();
    stall.apply(
        "[rules]\ndrop_above = 300\ndifference_limit = \"2,50\"\nfloat = \"150\"\n\
         float_pieces = [{ worth = \"5\", count = 6 }, { worth = 0.50, count = 10 }]\n\
         year_starts = 9\n[stall]\nattestation = \"LNE 12345\"\n",
    );
    let rules = &stall.settings.rules;
    let cents = |cents| Money::from_cents(cents).unwrap();
    assert_eq!(rules.drop_above, Some(cents(30_000)));
    assert_eq!(rules.difference_limit, cents(250));
    assert_eq!(rules.float, Some(cents(15_000)));
    let pieces = |worth, count| Pieces {
        worth: cents(worth),
        count,
    };
    assert_eq!(rules.float_pieces, [pieces(500, 6), pieces(50, 10)]);
    assert_eq!(rules.year_starts, 9);
    let attestation = stall.settings.stall.attestation.clone();
    assert_eq!(attestation, Label::new("LNE 12345"));
    let (settings, _) = stall.read_settings(&stall.show()).unwrap();
    assert!(settings.is_empty());
    stall.apply(
        "[rules]\ndrop_above = \"\"\nfloat = \"\"\nfloat_pieces = []\n[stall]\nattestation = \"\"\n",
    );
    let rules = &stall.settings.rules;
    assert_eq!((rules.drop_above, rules.float), (None, None));
    assert!(rules.float_pieces.is_empty());
    assert_eq!(stall.settings.stall.attestation, None);
    assert_eq!(rules.year_starts, 9, "what is not said stays");
}

#[test]
fn a_float_that_cannot_be_is_named_where_it_stands() {
    let piece = |text: &str| refused(&format!("float_pieces = [\n{{ {text} }}\n]"));
    for (rules, found) in [
        ("drop_above = \"-1\"", (2, "settings-amount")),
        ("difference_limit = \"\"", (2, "settings-amount")),
        ("year_starts = 13", (2, "settings-month")),
        ("year_starts = 0", (2, "settings-month")),
        ("float_pieces = 3", (2, "settings-wrong-type")),
    ] {
        assert_eq!(refused(rules), found, "{rules}");
    }
    for (text, id) in [
        ("worth = 0, count = 1", "settings-piece-worth"),
        ("worth = -5, count = 1", "settings-amount"),
        ("worth = 5, count = -3", "settings-piece-count"),
        ("worth = 5, count = 100000", "settings-piece-count"),
        ("worth = 5, count = 1.5", "settings-piece-count"),
        ("worth = 500, count = 99999", "settings-piece-count"),
        ("worth = 5", "settings-missing"),
        ("count = 5", "settings-missing"),
        ("worth = 5, number = 5", "settings-unknown-key"),
    ] {
        assert_eq!(piece(text), (3, id), "{text}");
    }
    let twice = "float_pieces = [\n{ worth = 5, count = 1 },\n{ worth = \"5.00\", count = 2 }]";
    assert_eq!(refused(twice), (4, "settings-piece-twice"));
}

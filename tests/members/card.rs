//! A member's card: made, changed, lost; nobody has what is another's.

use etal::domain::member::Standing;

use super::{reference, stall, told};
use crate::kit::Stall;

fn name(stall: &Stall, typed: &str) -> Option<String> {
    let shop = &stall.till.model.shop;
    let row = shop.members.find(typed, 1).first().copied()?;
    Some(shop.member_name(row))
}

#[test]
fn somebody_new_needs_a_name_and_enter_and_has_the_next_number() {
    let mut stall = stall();
    stall.press("<f2>lenoir paul:<enter>").rest();
    assert_eq!(name(&stall, "lenoir"), Some("Lenoir Paul".to_owned()));
    let members = &stall.till.model.shop.members;
    let row = members.by_number("301").unwrap();
    assert_eq!(row.member.state, Standing::Open);
    assert_eq!(row.member.year, Some(2026));
    let entry = stall.entries("member").pop().unwrap();
    assert!(!entry.contains("Lenoir"), "{entry}");
    assert!(stall.screen().starts_with("│ FICHE"), "{}", stall.screen());
    stall.press("12<enter>");
    stall
        .press("<esc><esc>")
        .press("12<enter>/leno<enter>")
        .rest();
    assert!(stall.screen().contains("Lenoir Paul"));
}

#[test]
fn the_rest_of_a_new_name_follows_what_was_looked_for() {
    let mut stall = stall();
    stall.press("<f2>len:oir Paul<enter>").rest();
    let screen = stall.screen();
    assert!(screen.contains("Lenoir Paul"), "{screen}");
}

#[test]
fn a_household_has_two_people_and_a_card_each() {
    let mut stall = stall();
    stall.press("<f2>amel:m<tab><tab><tab>Petit Luc");
    stall.scan("ADH0007B").press("<enter>").rest();
    assert_eq!(
        name(&stall, "petit"),
        Some("Dupuis Amel, Petit Luc".to_owned())
    );
    let members = &stall.till.model.shop.members;
    assert_eq!(
        members.by_card("ADH0007B").unwrap().member.id,
        reference("0007")
    );
    assert_eq!(
        members.by_card("ADH0007A").unwrap().member.id,
        reference("0007")
    );
}

#[test]
fn a_lost_card_goes_and_a_new_one_is_scanned() {
    let mut stall = stall();
    stall
        .press("<f2>amel:m<up>")
        .press("<down><down><down><down><down><down><down><delete>");
    stall.scan("ADH0007N").press("<enter>").rest();
    let members = &stall.till.model.shop.members;
    assert!(members.by_card("ADH0007A").is_none());
    assert_eq!(
        members.by_card("ADH0007N").unwrap().member.id,
        reference("0007")
    );
}

#[test]
fn what_is_anothers_is_refused_and_whose_it_is_is_said() {
    let mut stall = stall();
    stall.resize(140, 24);
    stall.press("<f2>amel:m").scan("ADH0117A");
    assert_eq!(
        told(&stall),
        "! La carte ADH0117A est à Dupont Marie. Elle n’est pas prise."
    );
    stall.press("<tab><tab><tab><tab><tab><tab>117<enter>");
    assert_eq!(
        told(&stall),
        "! Le numéro 117 est à Dupont Marie. Rien n’est gardé."
    );
    stall.scan("3760123456784");
    assert_eq!(
        told(&stall),
        "! 3760123456784 est le code-barres d’un article, Miel 500 g. Ce n’est pas une carte."
    );
    assert_eq!(name(&stall, "7"), Some("Dupuis Amel".to_owned()));
}

#[test]
fn what_cannot_be_is_refused_field_by_field() {
    for (keys, sentence) in [
        ("<delete><enter>", "! Il manque un nom. Rien n’est gardé."),
        (
            "<tab><tab><tab><tab>06<enter>",
            "! Il manque un nom. Rien n’est gardé.",
        ),
        (
            "<tab><tab><tab><tab><tab><tab><delete><enter>",
            "! Il manque un numéro. Rien n’est gardé.",
        ),
        (
            "<tab><tab><tab><tab><tab><tab><tab><tab>dix<enter>",
            "! «\u{a0}dix\u{a0}» n’est pas un montant. Rien n’est gardé.",
        ),
        (
            "<tab><tab><tab><tab><tab><tab><tab><tab><tab>12<enter>",
            "! «\u{a0}12\u{a0}» n’est pas une année. Rien n’est gardé.",
        ),
    ] {
        let mut stall = stall();
        let before = stall.entries("member").len();
        stall.press("<f2>amel:m").press(keys).rest();
        assert_eq!(told(&stall), sentence, "{keys}");
        assert_eq!(stall.entries("member").len(), before);
    }
}

#[test]
fn a_limit_and_a_year_are_the_journals() {
    let mut stall = stall();
    stall
        .press("<f2>amel:m<tab><tab><tab><tab><tab><tab><tab><tab>50<tab>2027<enter>")
        .rest();
    let row = stall
        .till
        .model
        .shop
        .members
        .by_id(&reference("0007"))
        .unwrap();
    assert_eq!(
        (row.member.limit.cents(), row.member.year),
        (5_000, Some(2027))
    );
    let entry = stall.entries("member").pop().unwrap();
    assert!(entry.contains("\"limit\":5000"), "{entry}");
}

#[test]
fn leaving_keeps_nothing() {
    let mut stall = stall();
    let before = stall.entries("member").len();
    stall.press("<f2>amel:mAutre<esc>").rest();
    assert_eq!(name(&stall, "7"), Some("Dupuis Amel".to_owned()));
    assert_eq!(stall.entries("member").len(), before);
}

#[test]
fn who_was_just_enrolled_is_in_the_list_she_was_looked_for_in() {
    let mut stall = stall();
    stall.press("<f2>zorn:<enter>").rest();
    stall.press("<esc>");
    assert!(stall.screen().contains("> zorn"), "{}", stall.screen());
    assert!(
        stall.screen().contains("Trouvé\u{a0}: 1"),
        "{}",
        stall.screen()
    );
}

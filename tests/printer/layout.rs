//! Whatever a product is called, the line holds, the amount stands, and no command hides in it.

use crate::{decoder, decoder::Act, page, plain, ticket};
use etal::{
    devices::{
        codec::Codec,
        encode, layout,
        profile::{self, Bars, PROFILES, Profile},
    },
    domain::paper::{Row, Style},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

/// The bytes as they would be written in C, one printed line to a line.
fn golden(profile: &Profile, expected: &Expect) {
    let bytes = encode::page(&ticket(), profile).unwrap();
    let lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let text: Vec<String> = lines.map(|line| line.escape_ascii().to_string()).collect();
    expected.assert_eq(&text.join("\n"));
    decoder::acts(&bytes, profile.codec);
}

#[test]
fn a_ticket_on_32_columns() {
    golden(
        profile::by_id("pos58").unwrap(),
        &expect![[r#"
        \x1b@\x1c.\x1bR\x00\x1bt\x10\x1ba\x01\x1d!\x11La Ferme d\x92\xe0\n
        C\xf4t\xe9\n
        \x1d!\x00SCIC Les For\xeats \x96 07200 Aubenas\n
        \x1ba\x00--------------------------------\n
        \x8cufs plein air \xd76         3,20 \x80\n
          0,860 kg \xd7 2,90 \x80/kg\n
        Cr\xe8me fra\xeeche \xe0           4,50 \x80\n
        l\x92ancienne de la vall\xe9e\n
        \n
        \x1d!\x11TOTAL    42,50 \x80\n
        \x1d!\x00TVA 5,5 %         40,28     2,22\n
        \x1bE\x01DUPLICATA n\xb0 1\n
        \x1bE\x00\n
        \n
        \n
        \n"#]],
    );
}

#[test]
fn a_ticket_on_42_columns() {
    golden(
        profile::by_id("epson80-42").unwrap(),
        &expect![[r#"
        \x1b@\x1c.\x1bR\x00\x1bt\x10\x1ba\x01\x1d!\x11La Ferme d\x92\xe0 C\xf4t\xe9\n
        \x1d!\x00SCIC Les For\xeats \x96 07200 Aubenas\n
        \x1ba\x00------------------------------------------\n
        \x8cufs plein air \xd76                   3,20 \x80\n
          0,860 kg \xd7 2,90 \x80/kg\n
        Cr\xe8me fra\xeeche \xe0 l\x92ancienne de la    4,50 \x80\n
        vall\xe9e\n
        \n
        \x1d!\x11TOTAL         42,50 \x80\n
        \x1d!\x00TVA 5,5 %                   40,28     2,22\n
        \x1bE\x01DUPLICATA n\xb0 1\n
        \x1bE\x00\n
        \x1dVB\x00\x1dr\x01"#]],
    );
}

#[test]
fn a_ticket_on_48_columns() {
    golden(
        profile::by_id("epson80").unwrap(),
        &expect![[r#"
        \x1b@\x1c.\x1bR\x00\x1bt\x10\x1ba\x01\x1d!\x11La Ferme d\x92\xe0 C\xf4t\xe9\n
        \x1d!\x00SCIC Les For\xeats \x96 07200 Aubenas\n
        \x1ba\x00------------------------------------------------\n
        \x8cufs plein air \xd76                         3,20 \x80\n
          0,860 kg \xd7 2,90 \x80/kg\n
        Cr\xe8me fra\xeeche \xe0 l\x92ancienne de la vall\xe9e   4,50 \x80\n
        \n
        \x1d!\x11TOTAL            42,50 \x80\n
        \x1d!\x00TVA 5,5 %                         40,28     2,22\n
        \x1bE\x01DUPLICATA n\xb0 1\n
        \x1bE\x00\n
        \x1dVB\x00\x1dr\x01"#]],
    );
}

#[test]
fn the_same_ticket_without_accents_is_still_legible() {
    let lines = decoder::lines(
        &encode::page(&ticket(), profile::safe()).unwrap(),
        Codec::Ascii,
    );
    let lines: Vec<String> = lines.into_iter().map(|(text, _)| text).collect();
    expect![[r#"
        La Ferme d'a
        Cote
        SCIC Les Forets - 07200 Aubenas
        --------------------------------
        OEufs plein air x6      3,20 EUR
          0,860 kg x 2,90 EUR/kg
        Creme fraiche a         4,50 EUR
        l'ancienne de la vallee

        TOTAL  42,50 EUR
        TVA 5,5 %         40,28     2,22
        DUPLICATA no 1



    "#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn the_same_ticket_as_plain_text() {
    expect![[r#"
               La Ferme d’à Côté
        SCIC Les Forêts – 07200 Aubenas
        --------------------------------
        Œufs plein air ×6         3,20 €
          0,860 kg × 2,90 €/kg
        Crème fraîche à           4,50 €
        l’ancienne de la vallée

        TOTAL                    42,50 €
        TVA 5,5 %         40,28     2,22
        DUPLICATA n° 1"#]]
    .assert_eq(&layout::text(&ticket(), 32).join("\n"));
}

#[test]
fn a_ticket_begins_clean_and_ends_with_cut_and_question() {
    let epson = profile::by_id("epson80").unwrap();
    let acts = decoder::acts(&encode::page(&page(&[]), epson).unwrap(), epson.codec);
    let feed = Act::Line(String::new());
    let whole = [
        Act::Initialise,
        Act::LeaveKanji,
        Act::Country(0),
        Act::Page(16),
        feed,
        Act::CutPartly,
        Act::AskPaper,
    ];
    assert_eq!(acts, whole);
}

#[test]
fn the_drawer_gets_its_whole_pulse() {
    for profile in PROFILES {
        let acts = decoder::acts(&encode::kick(profile), profile.codec);
        assert_eq!(acts, [Act::Kick(0, 0x19, 0xfa)]);
    }
}

#[test]
fn a_product_called_like_a_drawer_command_opens_no_drawer() {
    let name = "Miel \u{1b}p\u{0}\u{19}\u{fa} \u{1d}V\u{0} \u{10}\u{14}\u{1}\u{0}\u{1}";
    let rows = [
        Row::Pair(name.to_owned(), "6,50 €".to_owned(), Style::Plain),
        Row::Centred(name.to_owned(), Style::Big),
        Row::Cells(name.to_owned(), vec![(name.to_owned(), 8)]),
        plain(name),
    ];
    for profile in PROFILES {
        let bytes = encode::page(&page(&rows), profile).unwrap();
        let acts = decoder::acts(&bytes, profile.codec);
        assert!(
            !acts.iter().any(|act| matches!(act, Act::Kick(..))),
            "{}",
            profile.id
        );
        let cuts = acts
            .iter()
            .filter(|act| matches!(act, Act::CutPartly | Act::CutThrough));
        assert!(cuts.count() <= 1, "{}", profile.id);
    }
}

#[test]
fn a_ticket_of_300_lines_is_one_job() {
    let rows: Vec<Row> = (0..300)
        .map(|number| plain(&format!("ligne {number}")))
        .collect();
    for profile in PROFILES {
        let lines = decoder::lines(&encode::page(&page(&rows), profile).unwrap(), profile.codec);
        assert_eq!(
            lines
                .iter()
                .filter(|(text, _)| text.starts_with("ligne"))
                .count(),
            300
        );
    }
}

fn any_style() -> impl Strategy<Value = Style> {
    prop_oneof![Just(Style::Plain), Just(Style::Bold), Just(Style::Big)]
}

fn any_label() -> impl Strategy<Value = String> {
    prop_oneof![
        "\\PC{0,60}",
        proptest::collection::vec(any::<char>(), 0..60).prop_map(String::from_iter),
        "[ a-zé’œ€\u{0}-\u{1f}]{0,80}",
    ]
}

proptest! {
    #[test]
    fn any_label_on_any_paper(
        label in any_label(),
        cents in 0_u64..10_000_000,
        style in any_style(),
    ) {
        let amount = format!("{},{:02} €", cents / 100, cents % 100);
        let rows = [
            Row::Pair(label.clone(), amount.clone(), style),
            Row::Cells(label.clone(), vec![(amount.clone(), 9), ("5,5 %".to_owned(), 6)]),
            Row::Centred(label.clone(), style),
            Row::Text(label, style),
        ];
        for profile in PROFILES {
            let bytes = encode::page(&page(&rows), profile).unwrap();
            let acts = decoder::acts(&bytes, profile.codec);
            let strange = |act: &&Act| matches!(act, Act::Kick(..) | Act::CutThrough);
            prop_assert_eq!(acts.iter().find(strange), None);
            let lines = decoder::lines(&bytes, profile.codec);
            let whole = profile.codec.legible(&amount);
            let stands = lines.iter().filter(|(text, _)| text.contains(&whole)).count();
            prop_assert!(stands >= 2, "{} lost in {:?}", whole, lines);
            for (text, columns) in lines {
                prop_assert!(columns <= profile.columns, "{:?} on {}", text, profile.id);
            }
        }
    }

    #[test]
    fn any_label_in_a_text_file(label in any_label(), columns in 16_usize..64) {
        let rows = [
            Row::Pair(label.clone(), "1 234,56 €".to_owned(), Style::Big),
            Row::Centred(label.clone(), Style::Plain),
            plain(&label),
        ];
        let lines = layout::text(&page(&rows), columns);
        prop_assert!(lines.iter().any(|line| line.ends_with("1 234,56 €")));
        for line in lines {
            prop_assert!(!line.contains(char::is_control));
            prop_assert!(unicode_width::UnicodeWidthStr::width(line.as_str()) <= columns);
        }
    }
}

#[test]
fn a_receipts_code_is_bars_where_the_printer_draws_them_and_else_digits() {
    let receipt = page(&[Row::Barcode("3760123456784".to_owned()), plain("v1")]);
    for profile in PROFILES {
        let bytes = encode::page(&receipt, profile).unwrap();
        let acts = decoder::acts(&bytes, profile.codec);
        let digits = "3760123456784".to_owned();
        let act = match profile.bars {
            Bars::Ean13 => Act::Bars(3, 80, digits),
            Bars::None => Act::Line(digits),
        };
        assert!(acts.contains(&act), "{}: {acts:?}", profile.id);
        assert!(acts.contains(&Act::Line("v1".to_owned())));
    }
    assert_eq!(
        layout::text(&receipt, 32),
        ["         3760123456784", "v1"],
        "a file has the digits"
    );
    // What is no barcode is text, whatever stands in it.
    let odd = page(&[Row::Barcode("12\u{0}34".to_owned())]);
    let bytes = encode::page(&odd, profile::by_id("pos80").unwrap()).unwrap();
    let acts = decoder::acts(&bytes, Codec::Cp1252);
    assert!(!acts.iter().any(|act| matches!(act, Act::Bars(..))));
}

//! What the sell line means, on every keyboard.

use super::*;
use DigitRow::{AsTyped, French};
use proptest::prelude::*;

const ROWS: [&str; 2] = ["à&é\"'(-è_ç", "à&é\"'(§è!ç"];
/// A market's usual names; none of them may ever be taken for a number.
const NAMES: &str = "Ail, Artichauts, Aubergines, Basilic, Betteraves, Blettes, Brocoli, \
    Butternut, Carottes botte, Carottes vrac, Céleri, Cerises, Champignons, Chou-fleur, \
    Chou kale, Ciboulette, Citrouille, Concombre, Confiture d'abricot, Coriandre, \
    Courgettes, Échalotes, Endives, Épinards, Étuis à peigne, Fenouil, Fèves, Figues, \
    Fraises, Framboises, Fromage de chèvre, Haricots verts, Huile de noix, Jus de pomme, \
    Kiwis, Lentilles vertes, Mâche, Maïs, Melon, Menthe, Miel 500 g, Mûres, Navets, Noix, \
    Œufs (6), Œufs (12), Oignons frais, Pain de seigle, Panais, Pâtisson, Pêches, Persil, \
    Petits pois, Piment, Poireaux, Poires, Poivrons, Pommes, Pommes de terre, Potimarron, \
    Prunes, Radis, Raisin, Rhubarbe, Roquette, Salade, Savon, Tisane, Tomates cerises, \
    Tomates cœur de bœuf, Tomme, Topinambours, Yaourt, Bol en grès, Écharpe tissée, \
    Sculpture, Atelier poterie";

fn unshifted(digits: &str, row: &str) -> String {
    let key = |c: char| {
        c.to_digit(10)
            .and_then(|digit| row.chars().nth(digit as usize))
    };
    digits.chars().map(|c| key(c).unwrap_or(c)).collect()
}

fn numbers(amounts: &[(i64, bool)]) -> Vec<Number> {
    let number = |&(thousandths, decimal): &_| Number {
        thousandths,
        decimal,
    };
    amounts.iter().map(number).collect()
}

fn code(amounts: &[(i64, bool)], code: &str) -> Meaning {
    Meaning::Article {
        amounts: numbers(amounts),
        target: Target::Code(code.to_owned()),
    }
}

fn name(amounts: &[(i64, bool)], name: &str) -> Meaning {
    Meaning::Article {
        amounts: numbers(amounts),
        target: Target::Name(name.to_owned()),
    }
}

#[test]
fn crates_that_came_are_summed() {
    let read = |text| super::numbers(text, DigitRow::French);
    let whole = |thousandths| Number {
        thousandths,
        decimal: false,
    };
    let sum = vec![whole(8_000), whole(12_000), whole(2_000)];
    assert_eq!(read("8+12=é"), Ok(sum));
    assert_eq!(read("8 + é="), Err(Refusal::Unreadable));
    assert_eq!(read(""), Err(Refusal::Unreadable));
}

#[test]
fn an_article_by_code_barcode_or_name() {
    assert_eq!(meaning("12", AsTyped), code(&[], "12"));
    assert_eq!(meaning(" 007 ", AsTyped), code(&[], "007"));
    assert_eq!(meaning("mi", AsTyped), name(&[], "mi"));
    assert_eq!(meaning("cœur de bœuf", AsTyped), name(&[], "cœur de bœuf"));
    assert_eq!(meaning("7up", AsTyped), name(&[], "7up"));
    assert_eq!(meaning("12 o", AsTyped), name(&[], "12 o"));
    assert_eq!(
        meaning("2*3760123456784", AsTyped),
        Meaning::Article {
            amounts: numbers(&[(2_000, false)]),
            target: Target::Barcode("3760123456784".to_owned()),
        }
    );
    assert_eq!(meaning("", AsTyped), Meaning::Empty);
    assert_eq!(meaning("   ", French), Meaning::Empty);
}

#[test]
fn a_count_or_a_weight_comes_before_the_article() {
    for line in ["3*12", "3x12", "3X12", "3×12", "3 * 12"] {
        assert_eq!(
            meaning(line, AsTyped),
            code(&[(3_000, false)], "12"),
            "{line}"
        );
    }
    assert_eq!(meaning("860*31", AsTyped), code(&[(860_000, false)], "31"));
    for line in ["0,86*31", "0.86*31", "0;86*31", ",86*31", "0,860*31"] {
        assert_eq!(meaning(line, AsTyped), code(&[(860, true)], "31"), "{line}");
    }
    for line in ["0,8+1,25*31", "0,8=1,25*31", "0,8 + 1,25 * 31"] {
        let weighed = [(800, true), (1_250, true)];
        assert_eq!(meaning(line, AsTyped), code(&weighed, "31"), "{line}");
    }
    assert_eq!(meaning("3*mi", AsTyped), name(&[(3_000, false)], "mi"));
}

#[test]
fn a_sum_and_a_letter_are_a_quick_key() {
    let quick = |count, cents, letter| Meaning::Amount {
        count,
        cents,
        letter,
    };
    assert_eq!(meaning("4,50l", AsTyped), quick(1, 450, 'l'));
    assert_eq!(meaning("4L", AsTyped), quick(1, 400, 'l'));
    assert_eq!(meaning(".5l", AsTyped), quick(1, 50, 'l'));
    assert_eq!(meaning("3*1,50l", AsTyped), quick(3, 150, 'l'));
    assert_eq!(meaning("3x1,50l", AsTyped), quick(3, 150, 'l'));
    assert_eq!(meaning("1,50+2l", AsTyped), quick(1, 350, 'l'));
    assert_eq!(meaning("l", AsTyped), name(&[], "l"));
}

#[test]
fn a_line_that_goes_on_is_not_refused() {
    let unfinished = |amounts| Meaning::Unfinished(numbers(amounts));
    assert_eq!(meaning("3*", AsTyped), unfinished(&[(3_000, false)]));
    assert_eq!(meaning("3x", AsTyped), unfinished(&[(3_000, false)]));
    assert_eq!(meaning("0,8+", AsTyped), unfinished(&[(800, true)]));
    assert_eq!(
        meaning("0,8+1", AsTyped),
        unfinished(&[(800, true), (1_000, false)])
    );
    assert_eq!(meaning("4,50", AsTyped), unfinished(&[(4_500, true)]));
    assert_eq!(meaning("4,", AsTyped), unfinished(&[(4_000, true)]));
    assert_eq!(meaning(",", AsTyped), unfinished(&[]));
    assert_eq!(
        meaning("3*1,50", AsTyped),
        unfinished(&[(3_000, false), (1_500, true)])
    );
}

#[test]
fn what_cannot_be_meant_is_refused_with_its_reason() {
    for (line, why) in [
        ("1234567", Refusal::CodeLength),
        ("3*1234567", Refusal::CodeLength),
        ("0*12", Refusal::Zero),
        ("0,0+0*12", Refusal::Zero),
        ("0l", Refusal::Zero),
        ("1000000*12", Refusal::TooLarge),
        ("999999+1*12", Refusal::TooLarge),
        ("3760123456784*2", Refusal::TooLarge),
        ("0,8605*31", Refusal::TooFine),
        ("4,505l", Refusal::NotCents),
        ("0,5*4l", Refusal::NotWhole),
        ("1,2,3*4", Refusal::Unreadable),
        ("*12", Refusal::Unreadable),
        ("3-1", Refusal::Unreadable),
        ("2*3*4", Refusal::Unreadable),
        ("1+mi", Refusal::Unreadable),
        ("#", Refusal::Unreadable),
        ("!2", Refusal::Unreadable),
    ] {
        assert_eq!(meaning(line, AsTyped), Meaning::Refused(why), "{line}");
    }
}

#[test]
fn the_unshifted_row_types_every_code_count_and_sum() {
    // A Belgian 8 is `!`, which prints when it comes first.
    let prints = |typed: &str| typed.starts_with('!');
    for row in ROWS {
        for article in 1..10_000 {
            let digits = article.to_string();
            let typed = unshifted(&digits, row);
            assert!(
                prints(&typed) || meaning(&typed, French) == code(&[], &digits),
                "{typed}"
            );
        }
        for count in [1, 2, 3, 6, 12, 250, 860] {
            for article in [1, 7, 12, 27, 29, 90, 99, 150] {
                let line = format!("{count}*{article}");
                let (typed, as_digits) = (unshifted(&line, row), meaning(&line, AsTyped));
                assert!(
                    prints(&typed) || meaning(&typed, French) == as_digits,
                    "{typed}"
                );
            }
        }
        for sum in 10..3_000 {
            for letter in ['l', 'f', 'c', 'e', 'a', 'd'] {
                let line = format!("{sum}{letter}");
                let (typed, as_digits) = (unshifted(&line, row), meaning(&line, AsTyped));
                assert!(
                    prints(&typed) || meaning(&typed, French) == as_digits,
                    "{typed}"
                );
            }
        }
    }
    assert_eq!(meaning("à,_-*\"&", French), meaning("0,86*31", AsTyped));
    assert_eq!(
        meaning("À,_-*\"&", French),
        meaning("0,86*31", AsTyped),
        "caps lock"
    );
    assert_eq!(
        meaning("è-à&é\"'(-è_(", French),
        meaning("760123456785", AsTyped)
    );
}

#[test]
fn a_name_is_never_a_number() {
    for label in NAMES.split(", ") {
        let label = label.to_lowercase();
        for end in (1..=label.len()).filter(|end| label.is_char_boundary(*end)) {
            let typed = &label[..end];
            if typed.chars().count() > 1 {
                assert_eq!(meaning(typed, French), name(&[], typed.trim()));
                let three = format!("3*{typed}");
                assert_eq!(
                    meaning(&three, French),
                    name(&[(3_000, false)], typed.trim())
                );
            }
        }
    }
    assert_eq!(meaning("é", French), code(&[], "2"));
    assert_eq!(meaning("éc", French), name(&[], "éc"));
    assert_eq!(meaning("à la", French), name(&[], "à la"));
    assert_eq!(meaning("é*éc", French), name(&[(2_000, false)], "éc"));
}

#[test]
fn a_lone_number_is_read_for_other_lines() {
    assert_eq!(number("20", AsTyped).unwrap().cents(), Ok(2_000));
    assert_eq!(number("20,5", AsTyped).unwrap().cents(), Ok(2_050));
    assert_eq!(number("éà", French).unwrap().whole(), Some(20));
    assert_eq!(number("é", French).unwrap().whole(), Some(2));
    assert_eq!(number("2,0", AsTyped).unwrap().whole(), None);
    assert_eq!(number("20c", AsTyped), Err(Refusal::Unreadable));
    assert_eq!(number("", AsTyped), Err(Refusal::Unreadable));
    assert_eq!(number(",", AsTyped), Err(Refusal::Unreadable));
}

proptest! {
    #[test]
    fn any_text_has_a_meaning(line in "[0-9,.;+=*xXlé&\"'(è_çà!§ -]{0,24}", other in ".*") {
        for row in [AsTyped, French] {
            for line in [&line, &other] {
                let meaning = meaning(line, row);
                prop_assert_eq!(meaning == Meaning::Empty, line.trim().is_empty());
                let _ = number(line, row);
                if let Meaning::Amount { count, cents, letter } = meaning {
                    prop_assert!(count > 0 && cents > 0 && letter != 'x');
                }
            }
        }
    }

    #[test]
    fn a_weighing_means_its_thousandths_whatever_the_sign(
        grams in 1..MOST,
        sign in "[,.;]",
        times in "[*x]",
    ) {
        let line = format!("{}{sign}{:03}{times}31", grams / 1000, grams % 1000);
        prop_assert_eq!(meaning(&line, AsTyped), code(&[(grams, true)], "31"));
        for row in ROWS {
            let typed = unshifted(&line, row);
            if !typed.starts_with('!') {
                prop_assert_eq!(meaning(&typed, French), code(&[(grams, true)], "31"));
            }
        }
    }

    #[test]
    fn a_quick_key_takes_the_sum_that_was_typed(
        count in 1..=999_999_i64,
        cents in 1..100_000_000_i64,
    ) {
        let line = format!("{count}*{},{:02}l", cents / 100, cents % 100);
        let quick = Meaning::Amount { count, cents, letter: 'l' };
        prop_assert_eq!(meaning(&line, French), quick);
    }
}

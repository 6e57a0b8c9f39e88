//! What finding an article by its letters promises.

use super::*;
use proptest::prelude::*;

const STALL: [(&str, u64); 12] = [
    ("Carottes botte", 40),
    ("Carottes vrac", 25),
    ("Pommes", 12),
    ("Pommes de terre", 90),
    ("Jus de pomme", 30),
    ("Œufs (6)", 35),
    ("Miel 500 g", 8),
    ("Échalotes", 3),
    ("Chou-fleur", 3),
    ("Cerises", 3),
    ("Tomates cerises", 9),
    ("Huile d'olive", 0),
];

fn stall() -> Index {
    Index::build(
        STALL
            .into_iter()
            .enumerate()
            .map(|(at, (label, sold))| (at, label, sold)),
    )
}

fn labels(positions: &[usize]) -> Vec<&'static str> {
    positions.iter().map(|at| STALL[*at].0).collect()
}

fn one(typed: &str) -> &'static str {
    match stall().best(typed) {
        Found::One(at) => STALL[at].0,
        other => panic!("{typed}: {other:?}"),
    }
}

fn several(typed: &str) -> Vec<&'static str> {
    match stall().best(typed) {
        Found::Several(positions) => labels(&positions),
        other => panic!("{typed}: {other:?}"),
    }
}

#[test]
fn a_letter_is_enough_for_what_sells_most() {
    assert_eq!(one("c"), "Carottes botte");
    assert_eq!(one("p"), "Pommes de terre");
    assert_eq!(one("m"), "Miel 500 g");
}

#[test]
fn accents_case_and_ligatures_do_not_matter() {
    for typed in ["oeu", "œu", "ŒU", "oéù"] {
        assert_eq!(one(typed), "Œufs (6)", "{typed}");
    }
    assert_eq!(one("echa"), "Échalotes");
    assert_eq!(one("chou f"), "Chou-fleur");
    assert_eq!(one("huile d’o"), "Huile d'olive");
    assert_eq!(one("miel 5"), "Miel 500 g");
}

#[test]
fn a_whole_label_goes_before_what_sells_more() {
    assert_eq!(one("pommes"), "Pommes");
    assert_eq!(one("pomme"), "Pommes de terre");
}

#[test]
fn the_start_of_the_label_goes_before_that_of_a_word() {
    assert_eq!(one("ce"), "Cerises");
    assert_eq!(one("j"), "Jus de pomme");
    assert_eq!(one("terre"), "Pommes de terre");
    assert_eq!(one("olive"), "Huile d'olive");
}

#[test]
fn level_articles_and_scattered_letters_are_a_choice() {
    assert_eq!(
        several("crs"),
        [
            "Tomates cerises",
            "Cerises",
            "Carottes botte",
            "Carottes vrac"
        ]
    );
    assert_eq!(several("cer tom"), ["Tomates cerises"]);
    let twins = Index::build([(7, "Salade", 4), (9, "Savon", 4), (2, "Sel", 1)]);
    assert_eq!(twins.best("s"), Found::Several(vec![7, 9, 2]));
    assert_eq!(twins.best("se"), Found::One(2));
    let same = Index::build([(1, "Ail", 0), (0, "Ail", 0)]);
    assert_eq!(same.best("ail"), Found::Several(vec![0, 1]));
}

#[test]
fn nothing_is_found_where_nothing_fits() {
    for typed in ["", "  ", "!", "zz", "pommez", "rap"] {
        assert_eq!(stall().best(typed), Found::Nothing, "{typed}");
    }
    assert_eq!(Index::build([]).best("a"), Found::Nothing);
    assert_eq!(Index::build([]).list("", 9), [0; 0]);
    assert_eq!(Index::build([(0, "!!", 5)]).list("", 9), [0; 0]);
}

#[test]
fn an_open_list_shows_starts_then_words_then_scattered_letters() {
    assert_eq!(
        labels(&stall().list("po", 9)),
        ["Pommes de terre", "Pommes", "Jus de pomme"]
    );
    assert_eq!(
        labels(&stall().list("ce", 3)),
        ["Cerises", "Tomates cerises", "Carottes botte"]
    );
    assert_eq!(labels(&stall().list("po", 1)), ["Pommes de terre"]);
    assert_eq!(
        labels(&stall().list("", 2)),
        ["Pommes de terre", "Carottes botte"]
    );
    assert_eq!(stall().list("po", 0), [0; 0]);
}

proptest! {
    /// The index gives what a plain look at every label gives.
    #[test]
    fn starts_are_those_of_a_plain_search(
        shelf in prop::collection::vec(("[abé]{1,3}( [abé'-]{1,3}){0,2}", 0..4_u64), 0..40),
        typed in "[abe]{1,3}( [ab])?",
    ) {
        let shelf = shelf.iter().enumerate();
        let index = Index::build(shelf.clone().map(|(at, (label, sold))| (at, &**label, *sold)));
        let mut plain: Vec<_> = shelf
            .filter_map(|(at, (label, sold))| {
                let label = fold(label);
                let fit = if label == typed {
                    Fit::Whole
                } else if label.starts_with(&typed) {
                    Fit::Start
                } else if label.contains(&format!(" {typed}")) {
                    Fit::Word
                } else {
                    return None;
                };
                Some((fit, Reverse(*sold), label, at))
            })
            .collect();
        plain.sort();
        let positions: Vec<_> = plain.iter().map(|(.., at)| *at).collect();
        let count = positions.len();
        prop_assert_eq!(&index.list(&typed, 1_000)[..count], &positions[..]);
        let clear = match plain.as_slice() {
            [] => None,
            [first] => Some(first.3),
            [first, next, ..] => ((first.0, first.1) != (next.0, next.1)).then_some(first.3),
        };
        match index.best(&typed) {
            Found::One(at) => prop_assert_eq!(Some(at), clear),
            Found::Several(best) if count > 0 => {
                prop_assert_eq!(clear, None);
                prop_assert_eq!(&best[..], &positions[..count.min(CHOICES)]);
            }
            Found::Several(_) | Found::Nothing => prop_assert_eq!(count, 0),
        }
    }

    #[test]
    fn no_label_or_letter_breaks_it(shelf in prop::collection::vec(".*", 0..9), typed in ".*") {
        let index = Index::build(shelf.iter().enumerate().map(|(at, it)| (at, &**it, 0)));
        let listed = index.list(&typed, 100);
        prop_assert!(listed.len() <= shelf.len());
        let _ = index.best(&typed);
    }
}

#[test]
fn the_index_of_a_large_shop_stays_under_a_megabyte() {
    let labels: Vec<String> = (0..6_650)
        .map(|number| format!("Confiture d'abricot n° {number} 350 g"))
        .collect();
    let index = Index::build(labels.iter().enumerate().map(|(at, it)| (at, &**it, 0)));
    let bytes = index.text.len()
        + size_of_val::<[Article]>(&index.articles)
        + size_of_val::<[Word]>(&index.words);
    assert!(bytes < 1_000_000, "{bytes}");
    assert_eq!(
        index.best("conf"),
        Found::Several(index.list("conf", CHOICES))
    );
}

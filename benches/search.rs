//! Finding an article among 50,000, for each key: median, p99, and how many times faster than a
//! plain look through all labels in the same run.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

mod goods;

use etal::domain::search::Index;
use goods::{Dice, product};
use std::{hint::black_box, time::Instant};

const PRODUCTS: usize = 50_000;
const KEYS: usize = 2_000;

/// What a person types of a label, so many characters of it.
type Typing = fn(&str, usize) -> String;

fn main() {
    let mut dice = Dice(20_261_121);
    let products: Vec<(String, u64)> = (0..PRODUCTS).map(|_| product(&mut dice)).collect();
    let index = built(&products);
    built(products.get(..6_650).unwrap_or_default());
    let labels: Vec<String> = products
        .iter()
        .map(|(label, _)| label.to_lowercase())
        .collect();
    let scan = |typed: &str| {
        labels
            .iter()
            .filter(|label| label.contains(typed))
            .max_by_key(|label| label.len())
    };
    println!(
        "\n{:<34}{:>10}{:>10}{:>12}{:>10}",
        "µs per key", "median", "p99", "plain scan", "faster"
    );
    let ways: [(&str, Typing); 3] = [
        ("label starts so", start),
        ("word starts so", word),
        ("scattered letters", scattered),
    ];
    for (name, typing) in ways {
        let typed: Vec<String> = (0..KEYS)
            .filter_map(|_| {
                let label = labels.get(dice.below(PRODUCTS))?;
                Some(typing(label, 1 + dice.below(7)))
            })
            .collect();
        let plain = times(&typed, scan);
        row(
            "best",
            name,
            times(&typed, |typed| index.best(typed)),
            plain,
        );
        let list = times(&typed, |typed| index.list(typed, 20));
        row("list of 20", name, list, plain);
    }
}

fn built(products: &[(String, u64)]) -> Index {
    let catalogue = products.iter().enumerate();
    let begun = Instant::now();
    let index = Index::build(catalogue.map(|(at, (label, sold))| (at, &**label, *sold)));
    println!(
        "index of {:>5} products: {:?}",
        products.len(),
        begun.elapsed()
    );
    index
}

/// The first letters of the label.
fn start(label: &str, count: usize) -> String {
    label.chars().take(count).collect()
}

/// The first letters of its second word.
fn word(label: &str, count: usize) -> String {
    let after = label.split_once(' ').map_or(label, |(_, after)| after);
    start(after, count)
}

/// Its first letters but the vowels, as people shorten: seldom does anything start so.
fn scattered(label: &str, count: usize) -> String {
    let consonant = |c: &char| c.is_alphabetic() && !"aeiouéèêâûîœ".contains(*c);
    label.chars().filter(consonant).take(1 + count).collect()
}

/// Median and p99 in nanoseconds.
fn times<T>(typed: &[String], mut key: impl FnMut(&str) -> T) -> (u128, u128) {
    let mut taken: Vec<u128> = typed
        .iter()
        .map(|typed| {
            let begun = Instant::now();
            black_box(key(black_box(typed)));
            begun.elapsed().as_nanos()
        })
        .collect();
    taken.sort_unstable();
    let at = |place: usize| taken.get(place).copied().unwrap_or(0);
    (at(taken.len() / 2), at(taken.len() * 99 / 100))
}

fn row(what: &str, typed: &str, (median, p99): (u128, u128), (plain, _): (u128, u128)) {
    let micros = |nanos: u128| format!("{}.{}", nanos / 1_000, nanos / 100 % 10);
    println!(
        "{:<34}{:>10}{:>10}{:>12}{:>10}",
        format!("{what}, {typed}"),
        micros(median),
        micros(p99),
        micros(plain),
        format!("{} x", plain / median.max(1)),
    );
}

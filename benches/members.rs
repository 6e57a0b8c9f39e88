//! Finding somebody among 10,000 members by three letters, ranked, and taking a new balance in:
//! median, p99, and how many times faster than a plain look through all names in the same run.
#![expect(clippy::disallowed_methods, reason = "a bench reads the clock")]

#[expect(dead_code, reason = "articles are for the other benches")]
mod goods;

use etal::domain::{
    asking::AccountRow,
    basket::Basket,
    ids::{Id, Uid},
    label::Label,
    member::{Contact, Member, Person, Standing},
    members::Members,
    money::Money,
    search::fold,
};
use goods::Dice;
use std::{hint::black_box, time::Instant};

const MEMBERS: usize = 10_000;
const TYPED: usize = 2_000;
/// What a person types to find a name.
type Letters = fn(&str) -> String;
/// A list has no more rows.
const LISTED: usize = 20;

const FAMILIES: &str = "Bernard Blandin Chevallier Dupont Dupré Dupuis Étienne Évrard Faure Garnier \
    Hébrard Imbert Jourdan Kervella Lebrun Lefèvre Martin Mercier Moreau Nadal Oriol Peyrard Petit \
    Quesnel Robert Roche Rousseau Serre Teyssier Vidal";
const SECOND: &str = "Arnoux Blanc Combe Durand Eynard Girard Michel Perrin Richard Simon Thomas";
const FIRST: &str = "Amel Anne Chloé Élise Fatou Hélène Jean Karim Léa Luc Marie Maël Noé Paul Zoé";

fn main() {
    let mut dice = Dice(20_261_121);
    let rows: Vec<AccountRow> = (0..MEMBERS)
        .filter_map(|at| account(&mut dice, at))
        .collect();
    let begun = Instant::now();
    let mut members = Members::of(rows.clone());
    println!("directory of {MEMBERS} members: {:?}", begun.elapsed());
    let names: Vec<String> = members
        .known()
        .filter_map(|row| row.contact.as_ref())
        .map(|contact| contact.name().to_lowercase())
        .collect();
    let ways: [(&str, Letters); 3] = [
        ("a name begins so", |name| name.chars().take(3).collect()),
        ("a word begins so", |name| {
            let word = name.split(' ').next_back().unwrap_or(name);
            word.chars().take(3).collect()
        }),
        ("inside a word", |name| {
            name.chars().skip(2).take(3).collect()
        }),
    ];
    println!(
        "\n{:<24}{:>10}{:>10}{:>12}{:>10}",
        "µs, three letters", "median", "p99", "plain scan", "faster"
    );
    for (what, letters) in ways {
        let typed: Vec<String> = (0..TYPED)
            .filter_map(|_| names.get(dice.below(names.len())).map(|name| letters(name)))
            .collect();
        let found = times(&typed, |typed| members.find(typed, LISTED).len());
        let plain = times(&typed, |typed| scan(&rows, typed));
        row(what, found, plain.0);
        let attached = times(&typed, |typed| attach(&members, typed));
        row("  and onto the ticket", attached, plain.0);
    }
    let moved: Vec<AccountRow> = rows.iter().take(TYPED).cloned().map(richer).collect();
    let taken = times(&moved, |row| members.take_in(row.clone()));
    row("a new balance", taken, taken.0);
}

/// The first who is found, attached to a ticket.
fn attach(members: &Members, typed: &str) -> Option<Basket> {
    let row = members.find(typed, LISTED).into_iter().next()?;
    let mut basket = Basket::new(Uid([1; 16]));
    basket.attach(Some(row.member.id.clone())).ok()?;
    Some(basket)
}

/// What somebody writes first: fold each name and look whether the letters are there, then sort.
fn scan(rows: &[AccountRow], typed: &str) -> usize {
    let typed = fold(typed);
    let mut found: Vec<(usize, String)> = rows
        .iter()
        .filter_map(|row| {
            let name = fold(&row.contact.as_ref()?.name());
            Some((name.find(&typed)?, name))
        })
        .collect();
    found.sort_unstable();
    found.len().min(LISTED)
}

fn account(dice: &mut Dice, at: usize) -> Option<AccountRow> {
    let id = Id::known(&format!("M{at:09}"));
    let person = |dice: &mut Dice| {
        let name = format!(
            "{}-{} {}",
            dice.one(FAMILIES),
            dice.one(SECOND),
            dice.one(FIRST)
        );
        Some(Person {
            name: Label::new(&name)?,
            phone: None,
            email: None,
        })
    };
    let mut people = vec![person(dice)?];
    if dice.below(4) == 0 {
        people.push(person(dice)?);
    }
    Some(AccountRow {
        member: Member {
            id: id.clone(),
            limit: Money::ZERO,
            year: Some(2026),
            state: Standing::Open,
        },
        contact: Some(Contact {
            member: id,
            number: Label::new(&format!("{at:05}"))?,
            people,
            cards: vec![Label::new(&format!("CARD{at:06}"))?],
        }),
        balance: Money::ZERO,
    })
}

fn richer(row: AccountRow) -> AccountRow {
    AccountRow {
        balance: Money::from_cents(100).unwrap_or_default(),
        ..row
    }
}

/// Median and p99 in nanoseconds.
fn times<T, R>(asked: &[T], mut act: impl FnMut(&T) -> R) -> (u128, u128) {
    let mut taken: Vec<u128> = asked
        .iter()
        .map(|it| {
            let begun = Instant::now();
            black_box(act(black_box(it)));
            begun.elapsed().as_nanos()
        })
        .collect();
    taken.sort_unstable();
    let at = |place: usize| taken.get(place).copied().unwrap_or(0);
    (at(taken.len() / 2), at(taken.len() * 99 / 100))
}

fn row(what: &str, (median, p99): (u128, u128), plain: u128) {
    let micros = |nanos: u128| format!("{}.{}", nanos / 1_000, nanos / 100 % 10);
    println!(
        "{what:<24}{:>10}{:>10}{:>12}{:>10}",
        micros(median),
        micros(p99),
        micros(plain),
        format!("{} x", plain / median.max(1)),
    );
}

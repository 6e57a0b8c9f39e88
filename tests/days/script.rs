//! Reads a day and plays it. A line begins with what it is:
//!
//! - `réglages`, `articles`: the files the stall is set up with, in the same folder
//! - `jour`: the date from here on, `2026-11-28`; the kit's day where nothing is said
//! - an hour: the time of day from here on, and a sentence for people
//! - `touches`: keys, spaces between them for the eye; `⏎ ⌫ ← → ↑ ↓ Échap Suppr Tab F1 … F12`
//! - `écran`, `papier`: a text that is on the screen, or on the last page printed
//! - `dû`, `compte`: a producer or a member, and what she is owed or has
//! - `équilibre`, `fonds`, `tiroir`: the pot of the day, the fund, the cash taken less what left
//! - `image`: a picture of the screen follows, each row behind `│`
//!
//! All else is for people.

use std::{fmt::Write, path::Path};

use etal::domain::{money::Money, time::Moment};

use super::{kit::Stall, market};

/// Plays a day to its end; answers the text with the pictures as they are drawn now.
pub fn play(text: &str, folder: &Path) -> String {
    let mut stall = market::open(text, folder);
    let mut played = String::new();
    let mut day = "2026-11-21".to_owned();
    let mut lines = text.lines().enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        writeln!(played, "{line}").unwrap();
        let (word, rest) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let at = Place {
            number: number + 1,
            line,
        };
        if word == "jour" {
            rest.trim().clone_into(&mut day);
            continue;
        }
        if let Some(moment) = hour(&day, word) {
            stall.until(moment);
            continue;
        }
        step(word, rest.trim(), &mut stall, &at);
        if word == "image" {
            while lines
                .next_if(|(_, line)| line.trim_start().starts_with('│'))
                .is_some()
            {}
            for row in stall.screen().lines() {
                // The roles behind the frame are for the tests of one screen.
                let row: String = row.chars().take(82).collect();
                writeln!(played, "    {row}").unwrap();
            }
        }
    }
    played
}

struct Place<'a> {
    number: usize,
    line: &'a str,
}

fn step(word: &str, rest: &str, stall: &mut Stall, at: &Place<'_>) {
    let Place { number, line } = at;
    match word {
        "touches" => {
            stall.press(&keys(rest));
            stall.rest();
        }
        "bipe" => {
            stall.scan(rest);
            stall.rest();
        }
        "écran" => {
            let screen = stall.screen();
            assert!(
                flat(&screen).contains(&flat(rest)),
                "line {number}: {line}\n{screen}"
            );
        }
        "papier" => {
            let pages = stall.paper();
            let page = pages.last().map_or("nothing was printed", String::as_str);
            assert!(
                flat(page).contains(&flat(rest)),
                "line {number}: {line}\n{page}"
            );
        }
        "dû" | "compte" => {
            let (name, sum) = rest.rsplit_once(' ').unwrap();
            let there = match word {
                "dû" => market::owed(stall, name.trim()),
                _ => market::account(stall, name.trim()),
            };
            assert_eq!(there, Money::parse(sum).unwrap(), "line {number}: {line}");
        }
        "équilibre" | "fonds" | "tiroir" => {
            let sums = market::sums(stall);
            let there = match word {
                "équilibre" => market::pot(&sums),
                "fonds" => sums.fund,
                _ => market::cash(&sums),
            };
            assert_eq!(there, Money::parse(rest).unwrap(), "line {number}: {line}");
        }
        _ => {}
    }
}

/// `08:40` on a day.
fn hour(day: &str, word: &str) -> Option<Moment> {
    let (hour, minute) = word.split_once(':')?;
    let two = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    (two(hour) && two(minute))
        .then(|| Moment::parse(&format!("{day}T{word}:00+01:00")))
        .flatten()
}

/// Keys as a person writes them, in the notation of the tests.
fn keys(text: &str) -> String {
    let mut keys = String::new();
    for part in text.split_whitespace() {
        let number = part.strip_prefix('F').filter(|it| it.parse::<u8>().is_ok());
        match (part, number) {
            (_, Some(number)) => write!(keys, "<f{number}>").unwrap(),
            ("Échap", _) => keys.push_str("<esc>"),
            ("Suppr", _) => keys.push_str("<delete>"),
            ("Tab", _) => keys.push_str("<tab>"),
            _ => {
                let signs = [
                    ("→", "<right>"),
                    ("←", "<left>"),
                    ("⏎", "<enter>"),
                    ("⌫", "<back>"),
                    ("↑", "<up>"),
                    ("↓", "<down>"),
                ];
                let plain = part.replace('<', "<lt>").replace('␣', " ");
                let named = |text: String, (sign, key): (&str, &str)| text.replace(sign, key);
                keys.push_str(&signs.into_iter().fold(plain, named));
            }
        }
    }
    keys
}

/// A text on one line, one space between words: columns do not count.
fn flat(text: &str) -> String {
    let frame = |c: char| c.is_whitespace() || c == '│';
    let words: Vec<&str> = text.split(frame).filter(|it| !it.is_empty()).collect();
    words.join(" ")
}

//! Every language says every word the program uses, with the same blanks to fill, in characters
//! that the poorest screen can show, as its typographers want it.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test that cannot go on stops"
)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use etal::ui::words::{Language, Words};
use fluent_syntax::{ast, parser};

/// What the ids in a locale file begin with: the file's name, or for these files what they hold.
const BEGINNINGS: [(&str, &[&str]); 7] = [
    (
        "common",
        &[
            "common", "key", "day", "month", "unit", "header", "total", "sold",
        ],
    ),
    ("sell", &["sell", "entry", "scan"]),
    (
        "menu",
        &[
            "menu", "palette", "help", "parked", "command", "abandon", "print", "drawer", "digit",
        ],
    ),
    ("pay", &["pay", "tender"]),
    ("product", &["product", "about"]),
    ("producers", &["producers", "settle"]),
    ("refusals", &["refusal", "disk", "printer"]),
];

/// What comes before the name of a screen.
const TITLE: &str = "fn title(&self) -> &'static str {\n        \"";

/// Where words are used: screens, the command line, and what files are refused for.
const SPEAKERS: [&str; 3] = ["src/ui", "src/app", "src/exchange"];

#[test]
fn every_language_says_everything_with_the_same_blanks() {
    let said = Language::ALL.map(|language| {
        let blanks = |message: Message| (message.id, message.blanks);
        messages(language)
            .into_iter()
            .map(blanks)
            .collect::<BTreeMap<_, _>>()
    });
    for (language, words) in Language::ALL.iter().zip(&said) {
        assert_eq!(
            words,
            &said[0],
            "left: {}, right: the first language",
            language.code()
        );
    }
}

#[test]
fn every_word_that_is_used_is_said_and_every_word_said_is_used() {
    let said: BTreeSet<String> = messages(Language::French)
        .into_iter()
        .map(|it| it.id)
        .collect();
    let (asked, mut written) = (asked(), literals(&SPEAKERS));
    written.extend(asked.iter().cloned());
    assert!(asked.len() > 10, "the scan found nothing");
    let missing: Vec<_> = asked.difference(&said).collect();
    assert!(missing.is_empty(), "used, but in no locale: {missing:?}");
    let unused: Vec<_> = said.difference(&written).collect();
    assert!(
        unused.is_empty(),
        "in the locales, but never used: {unused:?}"
    );
}

#[test]
fn every_locale_file_is_read_into_the_program() {
    for language in Language::ALL {
        let words = Words::of(language);
        for message in messages(language) {
            let blanks: Vec<_> = message.blanks.iter().map(|it| (it.as_str(), "1")).collect();
            let text = words.say_with(&message.id, &blanks);
            assert_ne!(text, format!("«{}»", message.id), "{}", language.code());
        }
    }
}

#[test]
fn an_id_begins_with_the_name_of_its_file_and_is_said_once() {
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        for message in messages(language) {
            let allowed = beginnings(&message.file);
            assert!(
                allowed
                    .iter()
                    .any(|it| message.id == *it || message.id.starts_with(&format!("{it}-"))),
                "{}.ftl: {} should begin with one of {allowed:?}",
                message.file,
                message.id
            );
            assert!(seen.insert(message.id.clone()), "{} twice", message.id);
        }
    }
}

#[test]
fn every_character_is_in_the_fonts_of_the_linux_console() {
    for language in Language::ALL {
        for message in messages(language) {
            // The comments of a file have several lines; nothing on a screen has.
            let is_file = message.id.starts_with("settings-show");
            for c in message.texts.iter().flat_map(|text| text.chars()) {
                assert!(
                    on_the_console(c) || (is_file && c == '\n'),
                    "{}, {}: {c:?}",
                    language.code(),
                    message.id
                );
            }
        }
    }
    for path in files("src/ui") {
        for (number, line) in tested_lines(&fs::read_to_string(&path).unwrap()) {
            let odd = line.chars().find(|c| !on_the_console(*c));
            assert_eq!(odd, None, "{}:{number}", path.display());
        }
    }
}

#[test]
fn french_keeps_its_spaces_and_both_languages_their_apostrophes() {
    for language in Language::ALL {
        for message in messages(language) {
            for text in &message.texts {
                let place = format!("{}, {}: {text:?}", language.code(), message.id);
                assert!(!text.contains('\''), "’ instead of ' in {place}");
                assert!(!text.contains("..."), "… instead of ... in {place}");
                if language == Language::French {
                    assert_eq!(wrong_space(text), None, "{place}");
                }
            }
        }
    }
}

#[test]
fn the_rule_of_french_spaces_finds_what_is_wrong() {
    for right in [
        "Prix\u{a0}: 2,00",
        "Vendre\u{202f}?",
        "«\u{a0}Miel\u{a0}»",
        "10:42",
        "?",
        "! imprime",
    ] {
        assert_eq!(wrong_space(right), None, "{right}");
    }
    for wrong in [
        "Prix : 2,00",
        "Prix:",
        "Vendre ?",
        "Vendre\u{a0}?",
        "« Miel »",
        "Oui; non",
    ] {
        assert!(wrong_space(wrong).is_some(), "{wrong}");
    }
}

/// The first sign whose space is not the one French printers use: a narrow no-break space before
/// `; ! ?`, a no-break space before `:` and inside `« »`. Signs that stand alone (the name of a
/// key) and a colon between digits (a time) have none.
fn wrong_space(text: &str) -> Option<char> {
    let signs: Vec<char> = text.chars().collect();
    signs.iter().enumerate().find_map(|(place, sign)| {
        let before = place
            .checked_sub(1)
            .and_then(|place| signs.get(place).copied());
        let after = signs.get(place + 1).copied();
        let right = match (sign, before, after) {
            ('«', _, after) => after == Some('\u{a0}'),
            (';' | '!' | '?', Some(before), _) => before == '\u{202f}',
            (':', Some(before), Some(after))
                if before.is_ascii_digit() && after.is_ascii_digit() =>
            {
                true
            }
            (':' | '»', Some(before), _) => before == '\u{a0}',
            _ => true,
        };
        (!right).then_some(*sign)
    })
}

/// The characters of Debian's console fonts (console-setup: `Lat15-*` with 256 glyphs and `Uni*`
/// with 512) that the program may show, looked up glyph by glyph. Absent there, however common
/// elsewhere: ⏎ ↵ ⌫ ⇥ ✓ ✔ ★ ▀ ▄ ▌ ▐ ▓ ▁ to ▇, ◆ ○ and braille; so keys have words for names, and
/// there are no half blocks, ticks and little charts.
fn on_the_console(c: char) -> bool {
    const SETS: [(&str, &str); 6] = [
        ("letters and punctuation beyond ISO 8859-15", "’–—…•"),
        ("ISO 8859-15 in place of rarer Latin-1 signs", "€ŒœŸŠšŽž"),
        ("no-break space, narrow no-break space", "\u{a0}\u{202f}"),
        ("light and double boxes", "─│┌┐└┘├┤┬┴┼═║╔╗╚╝"),
        ("blocks that are whole", "█░▒■●"),
        ("arrows and marks", "←↑→↓▲▼◀▶✗✘"),
    ];
    match c {
        ' '..='~' => true,
        // Latin-1: every French, Breton and Occitan letter, « » ° × ·
        '\u{a1}'..='\u{ff}' => !matches!(c, '¤' | '¦' | '¨' | '´' | '¸' | '¼'..='¾' | '\u{ad}'),
        _ => SETS.iter().any(|(_, set)| set.contains(c)),
    }
}

struct Message {
    file: String,
    id: String,
    blanks: BTreeSet<String>,
    texts: Vec<String>,
}

/// Everything a language says, from its files on the disk.
fn messages(language: Language) -> Vec<Message> {
    let mut found = Vec::new();
    for path in files(&format!("assets/locales/{}", language.code())) {
        let text = fs::read_to_string(&path).unwrap();
        let resource = parser::parse(text.as_str())
            .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
        let file = path.file_stem().unwrap().to_string_lossy().into_owned();
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                let tree = format!("{message:?}");
                found.push(Message {
                    file: file.clone(),
                    id: message.id.name.to_owned(),
                    blanks: quoted(&tree, "VariableReference { id: Identifier { name: \"")
                        .collect(),
                    texts: texts(message.value.as_ref().expect("a message with a text")),
                });
            }
        }
    }
    found
}

/// The written parts of a message, of every variant of it, in which a blank counts as a letter.
fn texts(pattern: &ast::Pattern<&str>) -> Vec<String> {
    let mut here = String::new();
    let mut all = Vec::new();
    for element in &pattern.elements {
        match element {
            ast::PatternElement::TextElement { value } => here.push_str(value),
            ast::PatternElement::Placeable { expression } => {
                here.push('x');
                if let ast::Expression::Select { variants, .. } = expression {
                    all.extend(variants.iter().flat_map(|variant| texts(&variant.value)));
                }
            }
        }
    }
    all.push(here);
    all
}

fn beginnings(file: &str) -> Vec<&str> {
    let named = BEGINNINGS.iter().find(|(name, _)| *name == file);
    named.map_or_else(|| vec![file], |(_, allowed)| allowed.to_vec())
}

/// The ids that the program asks for: arguments of `say` and its sisters, words of keys, and
/// whatever else in the speaking rooms is written like the id of a locale file.
fn asked() -> BTreeSet<String> {
    let stems = files("assets/locales/fr");
    let stems: Vec<String> = stems
        .iter()
        .map(|it| it.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let allowed: Vec<&str> = stems.iter().flat_map(|stem| beginnings(stem)).collect();
    literals(&SPEAKERS)
        .into_iter()
        .filter(|text| {
            let begins = text
                .split_once('-')
                .is_some_and(|(first, rest)| allowed.contains(&first) && !rest.is_empty());
            begins
                && text
                    .chars()
                    .all(|c| matches!(c, 'a'..='z' | '0'..='9' | '-'))
        })
        .chain(said_aloud())
        .collect()
}

fn said_aloud() -> BTreeSet<String> {
    let leads = [
        "say(\"",
        "say_with(\"",
        "count(\"",
        "count_with(\"",
        "word: \"",
        "Notice::done(\"",
        "Notice::warning(\"",
        "Notice::alarm(\"",
    ];
    let mut found = BTreeSet::new();
    for path in SPEAKERS.iter().flat_map(|room| files(room)) {
        let text = tested_text(&path);
        for title in quoted(&text, TITLE).chain(quoted(&text, "Shortlist::of(\"")) {
            // The help of a screen is asked for by its title.
            found.insert(format!("{title}-help"));
            found.insert(title);
        }
        for lead in leads {
            found.extend(quoted(&text, lead));
        }
    }
    found
}

/// Every string written in these folders, tests and comments apart.
fn literals(rooms: &[&str]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for path in rooms.iter().flat_map(|room| files(room)) {
        found.extend(tested_text(&path).split('"').map(str::to_owned));
    }
    found
}

fn tested_text(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    tested_lines(&text)
        .map(|(_, line)| line)
        .collect::<Vec<_>>()
        .join(
            "
",
        )
}

/// The numbered lines of a file that are neither comments nor unit tests.
fn tested_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text
        .split("#[cfg(test)]")
        .next()
        .unwrap_or_default()
        .lines();
    (1..)
        .zip(lines)
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn quoted<'a>(text: &'a str, lead: &'a str) -> impl Iterator<Item = String> + 'a {
    text.split(lead)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(str::to_owned)
}

/// The files in a folder of the repository and the folders in it.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut waiting = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(
                fs::read_dir(&path)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        } else if path.extension().is_some_and(|it| it == "rs" || it == "ftl") {
            found.push(path);
        }
    }
    found
}

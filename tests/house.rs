//! The walls of the house: which room may use which rooms, crates and parts of the world.
//! `ARCHITECTURE.md` says why.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

#[path = "house/paths.rs"]
mod paths;
#[path = "house/source.rs"]
mod source;
#[path = "house/walls.rs"]
mod walls;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use paths::paths;
use source::{Placed, Token, tokens, without_tests};
use walls::{ROOMS, module, path_faults, room, top, word_faults};

/// What no SQL may say, and the one file that may: nothing written in the journal is ever changed;
/// a rebuild makes a new one, in which a sound copy of an entry takes the place of a broken one.
const NEVER: &[(&str, Option<&str>)] = &[
    ("UPDATE journal", None),
    ("DELETE FROM journal", Some("store/rebuild.rs")),
    ("REPLACE INTO journal", None),
];

/// A file longer than this holds two subjects.
const LINES_MAX: usize = 400;

#[test]
fn rooms_only_look_down() {
    let crates = crates();
    let mut faults = Vec::new();
    for (path, code) in code() {
        for fault in path_faults(&path, &code, &crates) {
            faults.push(fault);
        }
        for fault in word_faults(&path, &code) {
            faults.push(fault);
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn every_room_has_its_walls() {
    let known = |name: &str| ["lib.rs", "main.rs"].contains(&name) || room(name).is_some();
    let rooms: Vec<String> = children(&top().join("src"));
    let strange: Vec<&String> = rooms.iter().filter(|name| !known(name)).collect();
    assert!(strange.is_empty(), "no walls are drawn for {strange:?}");
}

#[test]
fn what_is_brought_in_is_used() {
    let crates = crates();
    let mut used = BTreeSet::new();
    for (path, code) in code() {
        let home = module(&path);
        for (named, _) in paths(&code, &home) {
            let name = named.into_iter().next().unwrap_or_default();
            used.insert((home.first().cloned().unwrap_or_default(), name));
        }
    }
    let mut faults = Vec::new();
    for (room, _, theirs) in ROOMS {
        let knows = |name: &str| used.contains(&((*room).to_owned(), name.to_owned()));
        for name in theirs.iter().filter(|name| !knows(name)) {
            faults.push(format!("{room} may use {name}, and does not"));
        }
    }
    for name in crates {
        if !used.iter().any(|(_, used)| *used == name) {
            faults.push(format!("Cargo.toml brings {name} in, and nobody uses it"));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn the_journal_is_never_changed() {
    let mut faults = Vec::new();
    for (path, code) in code() {
        for (token, _) in code {
            if let Token::Text(text) = token {
                faults.extend(journal_fault(&path, &text));
            }
        }
    }
    for path in files(&top().join("src"), "sql") {
        let text = fs::read_to_string(&path).unwrap();
        faults.extend(journal_fault(&path, &text));
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
    let planted = journal_fault(&top().join("src/store/append.rs"), "UPDATE journal SET seq");
    assert!(planted.is_some());
}

#[test]
fn every_file_says_what_it_is_for_and_holds_one_subject() {
    let mut faults = Vec::new();
    for folder in ["src", "tests", "benches", "examples"] {
        for path in files(&top().join(folder), "rs") {
            let text = fs::read_to_string(&path).unwrap();
            let lines = text.lines().count();
            if lines > LINES_MAX {
                faults.push(format!("{}: {lines} lines", path.display()));
            }
            if !text.starts_with("//! ") {
                faults.push(format!("{}: does not say what it is for", path.display()));
            }
        }
    }
    for path in files(&top().join("src"), "sql") {
        let text = fs::read_to_string(&path).unwrap();
        if !text.starts_with("-- ") {
            faults.push(format!("{}: does not say why", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    // Spelled in two pieces, so that this file does not find itself.
    let places = [
        concat!("/wo", "rk/"),
        concat!("/ro", "ot/"),
        env!("CARGO_MANIFEST_DIR"),
    ];
    let mut faults = Vec::new();
    for path in files(top(), "") {
        let text = fs::read(&path).unwrap();
        let text = String::from_utf8_lossy(&text);
        for place in places.iter().filter(|place| text.contains(**place)) {
            faults.push(format!("{} names {place}", path.display()));
        }
    }
    assert!(faults.is_empty(), "\n{}", faults.join("\n"));
}

/// What would break a wall: a file, what would stand in it, and what is said of it.
const PLANTED: &[(&str, &str, &str)] = &[
    (
        "domain/sale.rs",
        "use crate::store::Store;",
        "domain uses store",
    ),
    (
        "domain/sale.rs",
        "use crate::{\n    domain::money,\n    store::{\n        Store,\n    },\n};",
        "domain uses store",
    ),
    (
        "ui/screens/pay.rs",
        "use super::super::super::devices as d;",
        "ui uses devices",
    ),
    (
        "store/mod.rs",
        "fn f() { crate::ui::shop::open() }",
        "store uses ui",
    ),
    (
        "devices/spool.rs",
        "use crate::exchange;",
        "devices uses exchange",
    ),
    (
        "ui/text.rs",
        "fn f() -> rusqlite::Result<()> { Ok(()) }",
        "ui uses the crate rusqlite",
    ),
    (
        "domain/time.rs",
        "use ::rustix::fs;",
        "domain uses the crate rustix",
    ),
    (
        "domain/time.rs",
        "use std::{fmt, fs as files};",
        "domain/time.rs touches std::fs",
    ),
    (
        "ui/model.rs",
        "std::thread::spawn(work);",
        "ui/model.rs touches std::thread",
    ),
    (
        "store/append.rs",
        "std::thread::spawn(work);",
        "store/append.rs touches std::thread",
    ),
    (
        "app/desk.rs",
        "use crossterm::event;",
        "app/desk.rs touches crossterm",
    ),
    (
        "app/till.rs",
        "let now = Timestamp::now();",
        "app/till.rs says Timestamp::now",
    ),
    (
        "store/replay.rs",
        "let t: SystemTime = at;",
        "store/replay.rs says SystemTime",
    ),
    (
        "domain/price.rs",
        "price.round_dp(2)",
        "domain/price.rs says round_dp",
    ),
    (
        "store/stock.rs",
        "fn left() -> f64 { 0.into() }",
        "store/stock.rs says f64",
    ),
    (
        "store/stock.rs",
        "let left = 1_0.5;",
        "store/stock.rs writes the fraction 1_0.5",
    ),
    (
        "app/till.rs",
        "println!(\"hello\");",
        "app/till.rs says println!",
    ),
    (
        "ui/shop.rs",
        "let a = r#\"SELECT code\"#;",
        "ui/shop.rs speaks SQL",
    ),
    (
        "main.rs",
        "use etal::store;",
        "main.rs uses more than the app",
    ),
];

/// Every wall is broken once, so that a rule that has stopped seeing is seen.
#[test]
fn a_broken_wall_is_named() {
    let crates = crates();
    for (path, text, expected) in PLANTED {
        let tokens = tokens(text);
        let path = top().join("src").join(path);
        let mut faults = path_faults(&path, &tokens, &crates);
        faults.extend(word_faults(&path, &tokens));
        let found = faults.iter().any(|fault| fault.ends_with(expected));
        assert!(found, "{text}: {faults:?} should say {expected}");
    }
}

#[test]
fn what_only_looks_like_a_broken_wall_is_left_alone() {
    let innocent = [
        (
            "domain/sale.rs",
            "//! Not crate::store, see `std::fs`; SELECT a word. f64",
        ),
        (
            "domain/sale.rs",
            "/* crate::store /* nested */ std::fs */ use super::money;",
        ),
        (
            "domain/sale.rs",
            "#[cfg(test)]\nmod tests { use crate::store::Store; }\nfn f() {}",
        ),
        (
            "domain/sale.rs",
            "let title = 'S'; let it = value.0.1; for n in 1..2 {}",
        ),
        ("ui/sell.rs", "say(\"println! std::fs crate::store 0.5\")"),
    ];
    let crates = crates();
    for (path, text) in innocent {
        let (tokens, _) = without_tests(&tokens(text));
        let path = top().join("src").join(path);
        assert_eq!(
            path_faults(&path, &tokens, &crates),
            Vec::<String>::new(),
            "{text}"
        );
        assert_eq!(word_faults(&path, &tokens), Vec::<String>::new(), "{text}");
    }
}

/// What a text does to the journal that nobody may.
fn journal_fault(path: &Path, text: &str) -> Option<String> {
    let (words, _) = NEVER
        .iter()
        .filter(|(words, _)| text.contains(words))
        .find(|(_, place)| place.is_none_or(|place| !path.ends_with(place)))?;
    Some(format!("{}: {words}", path.display()))
}

/// The crates of `Cargo.toml` that the program is built with, as code spells them.
fn crates() -> BTreeSet<String> {
    let text = fs::read_to_string(top().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = text.parse().unwrap();
    let dependencies = manifest["dependencies"].as_table().unwrap();
    dependencies
        .keys()
        .map(|name| name.replace('-', "_"))
        .collect()
}

/// Every file of the program with its code, without what is compiled for tests only.
fn code() -> Vec<(PathBuf, Vec<Placed>)> {
    let mut found = Vec::new();
    let mut tests = Vec::new();
    for path in files(&top().join("src"), "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let (code, modules) = without_tests(&tokens(&text));
        let home = module(&path);
        tests.extend(
            modules
                .into_iter()
                .map(|it| [home.clone(), vec![it]].concat()),
        );
        found.push((path, code));
    }
    found.retain(|(path, _)| !tests.iter().any(|test| module(path).starts_with(test)));
    found
}

/// The files below a folder with this extension, or all; built and hidden things are left out.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for name in children(folder) {
        let path = folder.join(&name);
        if path.is_dir() {
            found.extend(files(&path, extension));
        } else if extension.is_empty() || path.extension().is_some_and(|it| it == extension) {
            found.push(path);
        }
    }
    found
}

fn children(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| !["target", ".git"].contains(&name.as_str()))
        .collect();
    names.sort();
    names
}

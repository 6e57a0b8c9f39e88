//! The walls: who may use what, and what a file breaks of it.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use super::{
    paths::paths,
    source::{Placed, Token},
};

/// A room, the rooms of ours it may use, the crates of others it may use.
type Room = (
    &'static str,
    &'static [&'static str],
    &'static [&'static str],
);

/// A room, the rooms it may use, the crates it may use. A crate of `Cargo.toml` that is not named
/// here stays out.
pub const ROOMS: &[Room] = &[
    (
        "domain",
        &[],
        &[
            "deunicode",
            "ed25519_dalek",
            "jiff",
            "nucleo_matcher",
            "rust_decimal",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "unicode_normalization",
            "unicode_segmentation",
        ],
    ),
    (
        "store",
        &["domain"],
        &[
            "ed25519_dalek",
            "rusqlite",
            "rustix",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
        ],
    ),
    (
        "devices",
        &["domain"],
        &[
            "deunicode",
            "encoding_rs",
            "escpos",
            "rustix",
            "thiserror",
            "unicode_normalization",
            "unicode_width",
        ],
    ),
    (
        "exchange",
        &["domain"],
        &[
            "csv",
            "encoding_rs",
            "jiff",
            "rustix",
            "serde",
            "serde_json",
            "sha2",
            "thiserror",
            "toml",
            "unicode_normalization",
        ],
    ),
    (
        "ui",
        &["domain"],
        &[
            "fluent_bundle",
            "jiff",
            "ratatui",
            "serde",
            "unic_langid",
            "unicode_segmentation",
            "unicode_width",
        ],
    ),
    (
        "app",
        &["domain", "store", "devices", "exchange", "ui"],
        &[
            "argon2",
            "crossterm",
            "etcetera",
            "getrandom",
            "jiff",
            "lexopt",
            "ratatui",
            "rustix",
            "serde",
            "serde_json",
            "sha2",
            "signal_hook",
            "sys_locale",
            "thiserror",
            "toml",
        ],
    ),
];

/// Parts of the world, by the beginning of their path, and the files and rooms that may touch them.
const WORLD: &[(&str, &[&str])] = &[
    (
        "std::fs",
        &[
            "store",
            "devices",
            "exchange/disk.rs",
            "exchange/disk",
            "app",
        ],
    ),
    ("std::net", &["devices"]),
    ("std::os", &["store", "devices", "app"]),
    ("std::env", &["app"]),
    ("std::io", &["store", "devices", "exchange", "app"]),
    ("std::process", &["main.rs", "store", "app"]),
    // A check of the journal takes two cores; nothing else in the store runs beside anything.
    ("std::sync::mpsc", &["devices", "app", "store/remake.rs"]),
    ("std::thread", &["devices", "app", "store/remake.rs"]),
    ("rusqlite", &["store"]),
    ("crossterm", &["app/terminal.rs"]),
    ("ratatui::crossterm", &[]),
];

/// Names, and ends of paths, that only these files and rooms may speak.
const NAMES: &[(&str, &[&str])] = &[
    // Whoever needs the time is handed the moment.
    ("SystemTime", &["app/clock.rs"]),
    ("Instant", &["app/clock.rs"]),
    ("Timestamp::now", &["app/clock.rs"]),
    ("Zoned::now", &["app/clock.rs"]),
    ("TimeZone::system", &["app/clock.rs"]),
    // Half to even in the one crate, half away from zero in the law's examples: one file decides.
    ("RoundingStrategy", &["domain/money.rs"]),
    ("round", &["domain/money.rs"]),
    ("round_dp", &["domain/money.rs"]),
    ("round_dp_with_strategy", &["domain/money.rs"]),
    ("f32", &[]),
    ("f64", &[]),
    // The screen belongs to the terminal; words for the shell are the command line's.
    ("print!", &["app/cli"]),
    ("println!", &["app/cli"]),
    ("eprint!", &["app/cli"]),
    ("eprintln!", &["app/cli"]),
    ("dbg!", &[]),
    ("todo!", &[]),
    ("unimplemented!", &[]),
    ("unsafe", &[]),
];

/// How SQL begins.
const SQL: &[&str] = &[
    "SELECT ",
    "INSERT ",
    "UPDATE ",
    "DELETE FROM",
    "CREATE ",
    "DROP ",
    "PRAGMA ",
    "BEGIN IMMEDIATE",
];

/// What the paths of a file break.
pub fn path_faults(path: &Path, code: &[Placed], crates: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    let module = module(path);
    let walls = module.first().and_then(|room| self::room(room));
    for (named, line) in paths(code, &module) {
        let at = format!("{}:{line}", path.display());
        let whole = named.join("::");
        let (first, second) = (named.first(), named.get(1));
        match (walls, first.map(String::as_str), second) {
            (None, Some("etal"), Some(room)) if room != "app" => {
                faults.push(format!("{at}: {} uses more than the app", short(path)));
            }
            (Some((room, ours, _)), Some("crate"), Some(other)) => {
                let is_room = self::room(other).is_some();
                if is_room && other != room && !ours.contains(&other.as_str()) {
                    faults.push(format!("{at}: {room} uses {other}"));
                }
            }
            (Some((room, _, theirs)), Some(name), _)
                if crates.contains(name) && !theirs.contains(&name) =>
            {
                faults.push(format!("{at}: {room} uses the crate {name}"));
            }
            _ => {}
        }
        for (part, who) in WORLD {
            let inside = whole
                .strip_prefix(part)
                .is_some_and(|it| it.is_empty() || it.starts_with("::"));
            if inside && !may(path, who) {
                faults.push(format!("{at}: {} touches {part}", short(path)));
            }
        }
        for (end, who) in NAMES.iter().filter(|(name, _)| name.contains("::")) {
            if whole.ends_with(end) && !may(path, who) {
                faults.push(format!("{at}: {} says {end}", short(path)));
            }
        }
    }
    faults
}

/// What the words, numbers and texts of a file break.
pub fn word_faults(path: &Path, code: &[Placed]) -> Vec<String> {
    let mut faults = Vec::new();
    for (place, (token, line)) in code.iter().enumerate() {
        let at = format!("{}:{line}: {}", path.display(), short(path));
        match token {
            Token::Word(word) => {
                let called = matches!(code.get(place + 1), Some((Token::Sign('!'), _)));
                let spoken = |name: &str| name == word || called && name == format!("{word}!");
                for (name, who) in NAMES.iter().filter(|(name, _)| spoken(name)) {
                    if !may(path, who) {
                        faults.push(format!("{at} says {name}"));
                    }
                }
            }
            Token::Number(number) if number.contains('.') => {
                faults.push(format!("{at} writes the fraction {number}"));
            }
            Token::Text(text) if SQL.iter().any(|words| text.contains(words)) => {
                if !may(path, &["store"]) {
                    faults.push(format!("{at} speaks SQL"));
                }
            }
            Token::Text(_) | Token::Number(_) | Token::Join | Token::Sign(_) => {}
        }
    }
    faults
}

/// Whether a file is one of these, or in one of these rooms or folders.
fn may(path: &Path, who: &[&str]) -> bool {
    let path = path.strip_prefix(top().join("src")).unwrap();
    who.iter().any(|place| path.starts_with(place))
}

/// The walls of the room of this name.
pub fn room(name: &str) -> Option<&'static Room> {
    ROOMS.iter().find(|(room, ..)| *room == name)
}

/// The project's folder.
pub fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn short(path: &Path) -> String {
    path.strip_prefix(top().join("src"))
        .unwrap()
        .display()
        .to_string()
}

/// The module a file is, from the crate's root: `src/ui/screens/mod.rs` is `ui`, `screens`.
pub fn module(path: &Path) -> Vec<String> {
    let path = PathBuf::from(short(path)).with_extension("");
    let mut names: Vec<String> = path
        .iter()
        .map(|it| it.to_string_lossy().into_owned())
        .collect();
    names.pop_if(|it| ["mod", "lib", "main"].contains(&it.as_str()));
    names
}

//! What the documents say is so: the first sale sells, what is named is there, every crate has its
//! reason.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod kit;
#[path = "../examples/pictures/scenes.rs"]
#[expect(dead_code, reason = "shared with the pictures")]
mod scenes;
#[path = "../examples/pictures/svg.rs"]
mod svg;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use kit::Stall;

use etal::ui::words::Language;

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

fn read(name: &str) -> String {
    fs::read_to_string(top().join(name)).unwrap()
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

const PAGES: [(&str, Language); 2] = [
    ("README.md", Language::French),
    ("README.en.md", Language::English),
];

/// The numbered lists of a page: each step with the lines that go on with it.
fn lists(page: &str) -> Vec<Vec<String>> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    let mut goes_on = false;
    for line in read(page).lines() {
        let step = line.split_once(". `").is_some_and(|it| it.0.len() == 1);
        if line.starts_with("1. `") {
            lists.push(Vec::new());
        }
        let Some(list) = lists.last_mut() else {
            continue;
        };
        if step {
            list.push(line.to_owned());
        } else if let Some(rest) = line.strip_prefix("   ").filter(|_| goes_on) {
            let step = list.last_mut().unwrap();
            step.push(' ');
            step.push_str(rest);
        }
        goes_on = step || (goes_on && line.starts_with("   "));
    }
    lists
}

/// Does what a step says before its dash.
fn follow(stall: &mut Stall, step: &str) {
    for key in quoted(step.split('—').next().unwrap()) {
        stall.press(match key {
            "Entrée" | "Enter" => "<enter>",
            "Échap" | "Esc" => "<esc>",
            "F2" => "<f2>",
            "F6" => "<f6>",
            "F7" => "<f7>",
            "F8" => "<f8>",
            typed => typed,
        });
    }
    stall.rest();
}

/// The sums with cents that a step names, as a screen of that language writes them in its columns.
fn sums(step: &str) -> Vec<String> {
    let words: Vec<&str> = step.split([' ', '\u{a0}']).collect();
    let mut sums = Vec::new();
    for pair in words.windows(2) {
        let [one, next] = pair else { continue };
        let bare = one.trim_end_matches([':', ',', '.', ';']);
        if bare.starts_with('€') && bare.contains('.') {
            sums.push(bare.trim_start_matches('€').to_owned());
        } else if next.starts_with('€')
            && one.ends_with(|it: char| it.is_ascii_digit())
            && one.contains(',')
        {
            sums.push((*one).to_owned());
        }
    }
    sums
}

fn shows_its_sums(stall: &Stall, step: &str) {
    let screen = stall.screen();
    for sum in sums(step) {
        assert!(screen.contains(&sum), "{step}\n{sum}\n{screen}");
    }
}

#[test]
fn the_readme_sells_and_its_market_day_goes_as_it_says() {
    for (page, language) in PAGES {
        let mut stall = kit::open(scenes::market(), language, None);
        let sold = stall.till.model.shop.next_number;
        let selling = match language {
            Language::French => " VENTE · ",
            Language::English => " SALE · ",
        };
        let lists = lists(page);
        let [sale, day, _] = lists.as_slice() else {
            panic!("{page}: {} lists", lists.len());
        };
        assert_eq!((sale.len(), day.len()), (6, 8), "{page}");
        for step in sale {
            follow(&mut stall, step);
            if step.starts_with('3') {
                assert_eq!(stall.till.model.shop.priced().total.cents(), 1_701);
            }
        }
        let last = stall.till.model.shop.last.clone().unwrap();
        assert_eq!(last.change.cents(), 299, "{page}");
        assert_eq!(stall.till.model.shop.next_number, sold + 1, "{page}");
        assert_eq!(stall.paper().len(), 1, "{page}");
        for step in day {
            follow(&mut stall, step);
            shows_its_sums(&stall, step);
            for _ in 0..4 {
                if !stall.screen().contains(selling) {
                    stall.press("<esc>").rest();
                }
            }
        }
        assert_eq!(stall.till.model.shop.next_number, sold + 7, "{page}");
        assert_eq!(stall.entries("settlement").len(), 1, "{page}");
    }
}

#[test]
fn the_market_of_the_readme_ends_as_it_says() {
    for (page, language) in PAGES {
        let mut stall = kit::open(scenes::market(), language, None);
        let closed = stall.entries("closing").len();
        let lists = lists(page);
        let end = lists.last().unwrap();
        assert_eq!(end.len(), 9, "{page}");
        for step in end {
            assert_eq!(
                stall.entries("closing").len(),
                closed + usize::from(step.starts_with('9')),
                "{step}"
            );
            follow(&mut stall, step);
            shows_its_sums(&stall, step);
        }
        assert_eq!(stall.entries("count").len(), closed + 1, "{page}");
        let screen = stall.screen();
        assert!(screen.contains("A-Z3"), "{screen}");
        assert_eq!(stall.paper().len(), 2, "the Z and the slip: {page}");
        assert!(read(page).contains("2026-11-21_A-e1_Z0003"), "{page}");
    }
}

/// What stands in a page's fenced blocks of a language.
fn blocks<'a>(text: &'a str, language: &str) -> Vec<&'a str> {
    let fence = format!("\n```{language}\n");
    let rest = text.split(fence.as_str()).skip(1);
    rest.map(|it| it.split("```").next().unwrap()).collect()
}

/// The commands in the fenced blocks of a part of a page.
fn commands(part: &str) -> Vec<&str> {
    blocks(part, "")
        .into_iter()
        .flat_map(str::lines)
        .filter_map(|line| line.split("  ").next())
        .filter(|line| line.starts_with("etal "))
        .collect()
}

/// The files and commands of the part about a real stall, on a stall that has nothing.
#[test]
fn a_stall_made_as_the_readme_says_sells() {
    for (page, _) in PAGES {
        let text = read(page);
        let dir = tempfile::tempdir().unwrap();
        let etal = |line: &str| {
            let done = Command::new(env!("CARGO_BIN_EXE_etal"))
                .args(line.split(' ').skip(1))
                .current_dir(dir.path())
                .env("ETAL_DATA", dir.path().join("data"))
                .output()
                .unwrap();
            let said = String::from_utf8_lossy(&done.stdout).into_owned();
            assert!(done.status.success(), "{page}: {line}\n{done:?}");
            said
        };
        let part = text.split("\n## ").find(|it| it.contains("[stall]"));
        let part = part.unwrap();
        let tables = blocks(part, "csv");
        let files = [blocks(part, "toml")[0], tables[0], tables[1]];
        let commands = commands(part);
        assert_eq!(commands.len(), 6, "{page}: {commands:?}");
        let names = commands.iter().filter_map(|it| it.split(' ').next_back());
        for (name, file) in names.zip(files) {
            fs::write(dir.path().join(name), file).unwrap();
        }
        fs::write(dir.path().join("sales"), blocks(&text, "json")[0]).unwrap();
        for command in &commands[..3] {
            etal(command);
        }
        assert!(etal("etal ring sales").contains("\"total_cents\":540"));
        for command in &commands[3..] {
            assert!(!etal(command).is_empty(), "{page}: {command}");
        }
        assert!(etal("etal report members").contains("24"), "{page}");
        let end = text.split("\n## ").find(|it| it.contains("1. `F7`"));
        let end = self::commands(end.unwrap());
        assert_eq!(end.len(), 6, "{page}: {end:?}");
        fs::create_dir(dir.path().join("copies")).unwrap();
        for command in end {
            // Whenever this test runs, the period has today in it.
            let command = command.replace("2026-11-30", "2099-12-31");
            assert!(!etal(&command).is_empty(), "{page}: {command}");
        }
        let copied = fs::read_dir(dir.path().join("copies")).unwrap();
        let copied = copied.filter(|it| it.as_ref().unwrap().path().is_dir());
        assert_eq!(copied.count(), 1, "{page}");
    }
}

#[test]
fn every_test_and_file_that_is_named_is_there() {
    let mut sources = String::new();
    for folder in ["src", "tests"] {
        for path in files(&top().join(folder)) {
            sources.push_str(&fs::read_to_string(path).unwrap_or_default());
        }
    }
    let mut missing = Vec::new();
    let mut pages: Vec<String> = ["ARCHITECTURE.md", "CHANGELOG.md"]
        .map(str::to_owned)
        .into();
    pages.extend(PAGES.map(|it| it.0.to_owned()));
    for path in files(&top().join("docs")) {
        if path.extension().is_some_and(|it| it == "md") {
            let name = path.file_name().unwrap().to_string_lossy();
            pages.push(format!("docs/{name}"));
        }
    }
    assert!(pages.iter().any(|it| it == "docs/BUNDLE.md"));
    for page in &pages {
        let text = read(page);
        for name in quoted(&text) {
            let is_test = name.matches('_').count() >= 3
                && name
                    .chars()
                    .all(|it| it == '_' || it.is_ascii_alphanumeric());
            let is_file = ["src/", "tests/", "docs/", "assets/", "examples/"]
                .iter()
                .any(|folder| name.starts_with(folder));
            let is_there = if is_test {
                sources.contains(&format!("fn {name}("))
            } else {
                !is_file || top().join(name).exists()
            };
            if !is_there {
                missing.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

/// Each of the law's requirements has its row, and the row an honest state.
#[test]
fn every_requirement_of_the_law_has_its_row_and_its_state() {
    let text = read("docs/ISCA.md");
    for number in 1..=36 {
        let begins = format!("| R{number} |");
        let rows: Vec<&str> = text.lines().filter(|it| it.starts_with(&begins)).collect();
        let [row] = rows.as_slice() else {
            panic!("R{number}: {} rows", rows.len());
        };
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [_, _, _, held_by, state] = cells.as_slice() else {
            panic!("{row}");
        };
        let held = state.starts_with("tenu");
        let known = ["tenu", "lacune", "inconnu", "sans objet"];
        assert!(known.iter().any(|it| state.starts_with(it)), "{row}");
        // What no test can hold says who must.
        let by_people = ["à la main", "par des gens", "à faire"];
        let by_people = by_people.iter().any(|it| state.contains(it));
        assert!(!held || !held_by.is_empty() || by_people, "{row}");
    }
}

#[test]
fn every_crate_has_its_reason() {
    let manifest: toml::Table = read("Cargo.toml").parse().unwrap();
    let architecture = read("ARCHITECTURE.md");
    let named: BTreeSet<&str> = quoted(&architecture).collect();
    for part in ["dependencies", "dev-dependencies"] {
        for name in manifest.get(part).unwrap().as_table().unwrap().keys() {
            assert!(named.contains(name.as_str()), "{name} has no reason");
        }
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

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
};

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

#[test]
fn the_first_sale_of_the_readme_sells() {
    let pages = [
        ("README.md", Language::French, "2,99\u{a0}€"),
        ("README.en.md", Language::English, "€2.99"),
    ];
    for (page, language, change) in pages {
        let mut stall = kit::open(scenes::market(), language, None);
        let sold = stall.till.model.shop.next_number;
        let steps: Vec<String> = read(page)
            .lines()
            .filter(|line| {
                line.split_once(". `")
                    .is_some_and(|(number, _)| number.len() == 1)
            })
            .map(str::to_owned)
            .collect();
        assert_eq!(steps.len(), 6, "{page}");
        for step in &steps {
            let keys = step.split('—').next().unwrap();
            for key in quoted(keys) {
                stall.press(match key {
                    "Entrée" | "Enter" => "<enter>",
                    typed => typed,
                });
            }
            stall.rest();
            if step.starts_with('3') {
                assert_eq!(stall.till.model.shop.priced().total.cents(), 1_701);
            }
            if step.starts_with('5') {
                let last = stall.till.model.shop.last.clone().unwrap();
                assert_eq!(last.change.cents(), 299, "{page}");
                assert!(step.contains(&change.replace('\u{a0}', " ")), "{step}");
            }
        }
        assert_eq!(stall.till.model.shop.next_number, sold + 1, "{page}");
        assert_eq!(stall.paper().len(), 1, "{page}");
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
    for page in ["ARCHITECTURE.md", "README.md", "README.en.md"] {
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

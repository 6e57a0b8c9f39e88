//! The pictures of the documents are what the program draws today.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

mod kit;
#[path = "../examples/pictures/scenes.rs"]
mod scenes;
#[path = "../examples/pictures/svg.rs"]
mod svg;

use std::{collections::BTreeSet, fs, path::Path};

#[test]
fn the_pictures_are_what_the_program_draws() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    let mut stale = Vec::new();
    let mut drawn = BTreeSet::new();
    for picture in scenes::all() {
        let kept = fs::read_to_string(folder.join(&picture.file)).unwrap_or_default();
        if kept != picture.svg {
            stale.push(picture.file.clone());
        }
        drawn.insert(picture.file);
    }
    for entry in fs::read_dir(folder).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        if !drawn.contains(&name) {
            stale.push(name);
        }
    }
    assert!(
        stale.is_empty(),
        "`cargo run --example pictures` draws these anew: {stale:?}"
    );
}

//! Draws the pictures of the documents: the whole program over the sample market, a fixed morning,
//! keys in, pictures out into `docs/pictures`.
#![expect(
    clippy::unwrap_used,
    reason = "a command that cannot draw has nothing else to do"
)]

#[path = "../../tests/kit/mod.rs"]
mod kit;
mod scenes;
mod svg;

use std::{fs, path::Path};

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/pictures");
    fs::create_dir_all(&folder).unwrap();
    for picture in scenes::all() {
        fs::write(folder.join(&picture.file), &picture.svg).unwrap();
    }
}

//! The bundles of a till in a folder, and what the program that shares nothing with ours says of
//! them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    path::Path,
    process::{Command, Output},
};

use etal::{
    domain::{
        asking::{Ask, Found},
        closing::Level,
    },
    exchange::{bundle, outbox},
    store::Store,
};

/// Writes the bundle of every closing of a day into an outbox; answers their names, oldest first.
pub fn write(store: &Store, outbox: &Path) -> Vec<String> {
    let ask = Ask::Closings {
        level: Some(Level::Day),
        count: u32::MAX,
    };
    let Found::Closings(seen) = store.answer(&ask).unwrap() else {
        panic!("closings");
    };
    let names = seen.iter().rev().map(|it| {
        let segment = store.segment(&it.closing.name).unwrap().unwrap();
        let made = bundle::files(&segment).unwrap();
        let signature = store.sign(it.place.epoch, made.manifest()).unwrap();
        outbox::write(outbox, &made.name, &made.files, &bundle::seal(&signature)).unwrap();
        made.name
    });
    names.collect()
}

/// What the verifier says of an outbox or of bundles; none where there is no Python.
pub fn verify(folders: &[&Path]) -> Option<Output> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/verify/etal_verify.py");
    Command::new("python3")
        .arg(script)
        .arg("--en")
        .args(folders)
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .ok()
}

/// What it said, line by line.
pub fn said(output: &Output) -> Vec<String> {
    assert!(output.stderr.is_empty(), "{output:?}");
    let text = String::from_utf8(output.stdout.clone()).unwrap();
    text.lines().map(ToOwned::to_owned).collect()
}

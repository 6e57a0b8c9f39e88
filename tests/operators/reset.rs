//! `etal keeper reset`: the way out for a forgotten PIN, and its trace.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use crate::{kit::label, kit::morning, with_pin};
use etal::store::{self, Store};

fn open(dir: &Path) -> Store {
    let opening = store::Opening {
        dir,
        machine: String::new(),
        version: "etal test".to_owned(),
        at: morning(),
        seed: [3; 32],
        stall: label("Marché de Die"),
        till_name: label("A"),
    };
    Store::open(&opening).unwrap().0
}

/// Runs `etal keeper reset` on this data and answers its question.
fn reset(dir: &Path, options: &[&str], typed: &str) -> Output {
    let mut etal = Command::new(env!("CARGO_BIN_EXE_etal"))
        .args(["keeper", "reset"])
        .args(options)
        .arg("--data")
        .arg(dir)
        .env("LC_ALL", "fr_FR.UTF-8")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = etal.stdin.take().unwrap();
    // A program that asks nothing has closed it.
    let _ = stdin.write_all(typed.as_bytes());
    drop(stdin);
    etal.wait_with_output().unwrap()
}

#[test]
fn a_forgotten_pin_is_taken_away_by_who_holds_the_machine_and_leaves_a_trace() {
    let dir = tempfile::tempdir().unwrap();
    with_pin(open(dir.path())).close().unwrap();
    let refused = reset(dir.path(), &[], "non\n");
    assert!(!refused.status.success());
    assert!(String::from_utf8_lossy(&refused.stderr).contains("le PIN reste réglé"));
    let done = reset(dir.path(), &[], "enlever\n");
    assert!(done.status.success(), "{done:?}");
    let store = open(dir.path());
    assert!(store.keeper().unwrap().is_none());
    let trace = &store.entries("event").unwrap()[0].payload;
    assert_eq!(
        trace,
        r#"{"detail":"etal keeper reset","what":"keeper_cleared"}"#
    );
    with_pin(store).close().unwrap();
    let done = reset(dir.path(), &["--yes"], "");
    assert!(done.status.success(), "{done:?}");
    let again = reset(dir.path(), &["--yes"], "");
    assert!(String::from_utf8_lossy(&again.stdout).contains("Aucun PIN n’est réglé"));
}

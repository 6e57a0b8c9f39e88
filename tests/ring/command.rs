//! The command itself: a file or a pipe, exit codes, one sentence at the end.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const GOOD: &str =
    r#"{"lines":[{"quick":"l","amount":"4.50"}],"payments":[{"tender":"cash","given":"5"}]}"#;

fn etal(data: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_etal"))
        .arg("--data")
        .arg(data)
        .args(arguments)
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .unwrap()
}

#[test]
fn the_exit_code_says_whether_all_of_it_was_rung() {
    let dir = tempfile::tempdir().unwrap();
    let sales = dir.path().join("ventes.jsonl");
    let file = sales.to_str().unwrap();
    fs::write(&sales, format!("{GOOD}\n{GOOD}\n")).unwrap();
    let done = etal(dir.path(), &["ring", file]);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    assert_eq!(String::from_utf8(done.stdout).unwrap().lines().count(), 2);
    fs::write(&sales, format!("{GOOD}\n{{}}\n{GOOD}\n")).unwrap();
    for (strict, answers, rung) in [(&[][..], 3, 2), (&["--strict"], 2, 1)] {
        let done = etal(dir.path(), &[&["ring", file], strict].concat());
        assert_eq!(done.status.code(), Some(1));
        let out = String::from_utf8(done.stdout).unwrap();
        assert_eq!(out.lines().count(), answers, "{out}");
        let sentence = String::from_utf8(done.stderr).unwrap();
        assert!(
            sentence.ends_with(&format!("enregistrées\u{a0}: {rung}.\n")),
            "{sentence}"
        );
    }
    let done = etal(dir.path(), &["ring", "nowhere.jsonl"]);
    assert_eq!(done.status.code(), Some(1));
    assert_eq!(etal(dir.path(), &["ring"]).status.code(), Some(2));
    let help = etal(dir.path(), &["ring", "--help"]);
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(
        etal::app::ring::ERRORS.iter().all(|id| help.contains(id)),
        "{help}"
    );
}

#[test]
fn what_was_rung_and_closed_is_written_as_a_period_and_what_is_open_is_named() {
    let dir = tempfile::tempdir().unwrap();
    let sales = dir.path().join("ventes.jsonl");
    let file = sales.to_str().unwrap();
    fs::write(&sales, format!("{GOOD}\n")).unwrap();
    let year = [
        "export",
        "period",
        "--from",
        "2020-01-01",
        "--to",
        "2099-12-31",
    ];
    assert_eq!(etal(dir.path(), &["ring", file]).status.code(), Some(0));
    let nothing = etal(dir.path(), &year);
    assert_eq!(nothing.status.code(), Some(1), "{nothing:?}");
    let closed = etal(dir.path(), &["close", "--cash", "4.50"]);
    assert_eq!(closed.status.code(), Some(0), "{closed:?}");
    assert_eq!(etal(dir.path(), &["ring", file]).status.code(), Some(0));
    let done = etal(dir.path(), &year);
    assert_eq!(done.status.code(), Some(0), "{done:?}");
    let told = String::from_utf8(done.stdout).unwrap();
    assert!(told.contains("pas encore clôturé"), "{told}");
    let folder = dir.path().join("exports/2020-01-01_2099-12-31");
    let vat = fs::read_to_string(folder.join("vat.csv")).unwrap();
    assert!(vat.contains(r#""4,50""#), "{vat}");
    assert!(!dir.path().join("outbox/2020-01-01_2099-12-31").exists());
}

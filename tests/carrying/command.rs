//! The commands: a market day opened, sold, counted, closed, exported and copied without a screen.

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use etal::{
    app::folders::machine_mark,
    domain::{
        day::DayOpened,
        ids::Mint,
        journal::{Fact, Proposal},
        time::Moment,
    },
    exchange::outbox::is_whole,
    store::{Opening, Store},
};
use rusqlite::Connection;
use serde_json::Value;

use crate::{
    kit::{cents, label},
    yard::{day, names},
};

fn etal(data: &Path, line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_etal"))
        .arg("--data")
        .arg(data)
        .args(line.split_whitespace())
        .env("LC_ALL", "fr_FR.UTF-8")
        .output()
        .unwrap()
}

/// What a command says that is done.
fn done(data: &Path, line: &str) -> String {
    let output = etal(data, line);
    assert_eq!(output.status.code(), Some(0), "{line}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

/// The sentence of a command that is refused.
fn refused(data: &Path, line: &str) -> String {
    let output = etal(data, line);
    assert_eq!(output.status.code(), Some(1), "{line}: {output:?}");
    String::from_utf8(output.stderr).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// Sells for 4,50 in cash and 14,50 by card.
fn sell(data: &Path) {
    let sales = data.with_extension("jsonl");
    let cash = r#"{"lines":[{"quick":"l","amount":"4.50"}],"payments":[{"tender":"cash"}]}"#;
    let card = r#"{"lines":[{"quick":"l","amount":"14.50"}],"payments":[{"tender":"card"}]}"#;
    fs::write(&sales, format!("{cash}\n{card}\n")).unwrap();
    done(data, &format!("ring {}", sales.display()));
}

#[test]
fn a_market_day_from_its_opening_to_the_copy_on_a_share() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    let opened = json(&done(
        data,
        "open --float 150 --market Die --weather sun --by LEA --json",
    ));
    assert_eq!(opened["float_cents"], 15_000);
    sell(data);
    let x = json(&done(data, "report x --json"));
    assert_eq!(x["turnover_cents"], 1_900);
    // 54,50 are missing: nothing is closed, and the count is noted.
    let sentence = refused(data, "close --cash 100");
    assert!(sentence.contains("--accept-difference"), "{sentence}");
    let count = dir.path().join("tiroir");
    fs::write(&count, "50=3\n2=2\nautre=0.30\n").unwrap();
    let close = format!(
        "close --count {} --card 14.50 --reason change --by LEA --leave 100 --json",
        count.display()
    );
    let z = json(&done(data, &close));
    assert_eq!(z["name"], "A-Z1");
    assert_eq!(z["means"][0]["difference_cents"], -20);
    assert_eq!(z["means"][1]["difference_cents"], 0);
    assert_eq!(z["closing"]["decided"]["reason"], "change");
    assert_eq!(z["closing"]["decided"]["envelope"]["cash"], 5_430);
    assert_eq!(z["closing"]["figures"]["opened"]["market"], "Die");
    assert!(refused(data, "close --cash 100").contains("Rien à clôturer"));
    let bundle = &names(&data.join("outbox"))[0];
    assert!(is_whole(&data.join("outbox").join(bundle)));
    let text = done(data, "report z");
    assert!(text.contains("Ticket Z n° 1"), "{text}");
    assert_eq!(json(&done(data, "report z a-z1 --json"))["hash"], z["hash"]);
    assert!(refused(data, "report z A-Z9").contains("A-Z9"));
    let share = dir.path().join("share");
    assert!(refused(data, &format!("sync --to {}", share.display())).contains("n’est plus là"));
    fs::create_dir(&share).unwrap();
    let said = done(data, &format!("sync --to {}", share.display()));
    assert!(said.contains("vous pouvez retirer la clé"), "{said}");
    assert!(is_whole(&share.join(bundle)));
    let control = json(&done(data, "control --json"));
    assert_eq!(control["closings"]["last"]["name"], "A-Z1");
    assert_eq!(control["attestation"], Value::Null);
    let text = done(data, &format!("control --copy {}", share.display()));
    assert!(
        text.contains("Attestation                   aucune\n"),
        "{text}"
    );
    assert_eq!(names(&share).len(), 3);
    done(data, "verify");
}

#[test]
fn a_difference_that_somebody_has_seen_closes_and_what_is_not_said_is_not_counted() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    sell(data);
    let z = json(&done(data, "close --cash 100 --accept-difference --json"));
    assert_eq!(z["means"][0]["difference_cents"], 9_550);
    assert_eq!(z["means"][1]["counted_cents"], Value::Null);
}

#[test]
fn a_bundle_that_cannot_be_written_leaves_the_closing_and_is_made_up_for() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    sell(data);
    fs::write(data.join("outbox"), "").unwrap();
    let output = etal(data, "close --cash 4.50 --json");
    assert_eq!(output.status.code(), Some(1));
    let sentence = String::from_utf8(output.stderr).unwrap();
    assert!(
        sentence.contains("La clôture A-Z1 est enregistrée"),
        "{sentence}"
    );
    assert_eq!(
        json(&String::from_utf8(output.stdout).unwrap())["name"],
        "A-Z1"
    );
    fs::remove_file(data.join("outbox")).unwrap();
    let exported = json(&done(data, "export day --json"));
    assert!(is_whole(Path::new(exported["path"].as_str().unwrap())));
    let elsewhere = dir.path().join("cle");
    fs::create_dir(&elsewhere).unwrap();
    let day = json(&done(data, "report z --json"))["label"].clone();
    let line = format!(
        "export day --date {} --to {}",
        day.as_str().unwrap(),
        elsewhere.display()
    );
    done(data, &line);
    assert_eq!(names(&elsewhere), names(&data.join("outbox")));
    assert!(refused(data, "export day --date 2020-01-01").contains("2020-01-01"));
}

#[test]
fn what_is_not_a_count_is_refused_before_anything_is_written() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    assert!(refused(data, "close --cash 5").contains("Rien à clôturer"));
    sell(data);
    let count = dir.path().join("tiroir");
    fs::write(&count, "50=1\n20=-3\n").unwrap();
    let sentence = refused(data, &format!("close --count {}", count.display()));
    assert!(sentence.contains("Ligne 2"), "{sentence}");
    let sentence = refused(data, "close --cash 5 --means or=12");
    assert!(sentence.contains("card"), "{sentence}");
    assert!(refused(data, "close --month").contains("pas fini"));
    assert!(refused(data, "report z").contains("Aucune clôture"));
    assert!(refused(data, "sync").contains("etal.toml"));
    assert_eq!(etal(data, "close").status.code(), Some(2));
    assert_eq!(etal(data, "close --cash -3").status.code(), Some(2));
}

/// A till of this machine that closed so many markets on the last of January and was not touched
/// since.
fn left_in_january(data: &Path, markets: u32) {
    let mut at = Moment::parse("2026-01-31T09:00:00+01:00").unwrap();
    let opening = Opening {
        dir: data,
        machine: machine_mark(),
        version: "etal test".to_owned(),
        at,
        seed: [5; 32],
        stall: label("Marché de Die"),
        till_name: label("A"),
    };
    let (mut store, _) = Store::open(&opening).unwrap();
    let mut mint = Mint::new([6; 32]);
    let mut write = |store: &mut Store, fact| {
        at.utc_ms += 60_000;
        let proposal = Proposal {
            uid: mint.uid(),
            at,
            operator: String::new(),
            fact,
        };
        store.append(proposal, None).unwrap();
    };
    for _ in 0..markets {
        write(&mut store, Fact::Day(DayOpened::default()));
        let state = day(&store);
        let closing = state.closing(state.plainly(cents(0), "LEA"), "etal test");
        write(&mut store, Fact::Closing(Box::new(closing)));
    }
    store.close().unwrap();
}

#[test]
fn a_month_is_over_by_the_calendar_and_not_by_the_last_entry() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    left_in_january(data, 1);
    let month = json(&done(data, "close --month --json"));
    assert_eq!(month["name"], "A-M1");
    assert_eq!(month["label"], "2026-01");
    assert!(refused(data, "close --month").contains("pas fini"));
}

#[test]
fn a_closing_that_makes_no_bundle_any_more_keeps_none_of_the_others_back() {
    let dir = tempfile::tempdir().unwrap();
    let data = &dir.path().join("data");
    left_in_january(data, 3);
    let database = Connection::open(data.join("etal.db")).unwrap();
    let triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'";
    let triggers: Vec<String> = (database.prepare(triggers).unwrap())
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for trigger in triggers {
        let drop = format!("DROP TRIGGER {trigger}");
        database.execute_batch(&drop).unwrap();
    }
    let spoilt = "UPDATE journal SET payload = '{' WHERE seq =
                    (SELECT min(seq) FROM journal WHERE kind = 'day')";
    assert_eq!(database.execute(spoilt, []).unwrap(), 1);
    drop(database);
    done(data, "export day");
    let bundles = names(&data.join("outbox"));
    let whole = ["2026-01-31_A-e1_Z0002", "2026-01-31_A-e1_Z0003"];
    assert_eq!(bundles[..2], whole, "{bundles:?}");
}

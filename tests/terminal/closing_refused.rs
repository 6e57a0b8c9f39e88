//! What keeps a closing from going on: a disk that is full or takes nothing, somebody else, a
//! clock, other settings. Each has its sentence, and the day can always be finished later.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::Path,
    process::{Output, Stdio},
};

use super::{
    closing::{bundles, market, press, sealed, till, to_the_closing, wait_for_bundles},
    market::{DELIBERATE, Market, quit, started},
    pty::Terminal,
    stick::Stick,
};

const ALL: [&str; 7] = ["close", "--cash", "270", "--card", "4", "--cheque", "1:12"];

/// From the sell screen to the Z.
fn to_the_z(market: &Market) -> Terminal {
    let mut till = till(market);
    to_the_closing(&mut till);
    press(&mut till, "l");
    till.wait_for("À l’aveugle");
    press(&mut till, "=270\r4\r1\r12\r");
    till.wait_for("juste");
    press(&mut till, "\r");
    till.wait_for("Fond à laisser");
    press(&mut till, "\r");
    till.wait_for("Tapez Z puis Entrée");
    till
}

/// What a command says to whoever watches, and the exit code.
fn said(market: &Market, arguments: &[&str]) -> (String, Option<i32>) {
    let Output { status, stderr, .. } = market.line(arguments).output().unwrap();
    let sentence = String::from_utf8(stderr).unwrap().replace('\u{a0}', " ");
    (sentence, status.code())
}

/// The one closing that there is, clean.
fn closed_once(market: &Market) {
    assert_eq!(market.entries("closing").len(), 1);
    let clean = market.verified().get("clean").cloned();
    assert_eq!(clean, Some(true.into()));
}

#[test]
fn an_outbox_that_takes_nothing_is_told_and_the_bundle_is_written_when_it_does() {
    let market = market();
    let outbox = market.folder().join("outbox");
    fs::create_dir(&outbox).unwrap();
    let Some(disk) = Stick::at(&outbox, 4_096) else {
        return;
    };
    assert!(disk.mount(&["-o", "remount,ro"]));
    let mut till = sealed(to_the_z(&market));
    till.wait_for("Pas encore de dossier : rien ne peut y être écrit.");
    till.cut();
    let mut till = started(market.command(&[]));
    till.wait_for("A-Z1 est au journal, sans dossier : rien ne peut y être écrit.");
    assert_eq!(bundles(&market), [""; 0]);
    assert!(disk.mount(&["-o", "remount,rw"]));
    quit(&mut till);
    let mut till = started(market.command(&[]));
    wait_for_bundles(&market, 1);
    quit(&mut till);
    closed_once(&market);
}

#[test]
fn a_bundle_without_room_is_told_and_goes_onto_the_stick_once_there_is_room() {
    let market = market();
    let outbox = market.folder().join("outbox");
    fs::create_dir(&outbox).unwrap();
    let Some(disk) = Stick::at(&outbox, 16) else {
        return;
    };
    let (sentence, code) = said(&market, &ALL);
    assert_eq!(code, Some(1));
    let wanted = "La clôture A-Z1 est enregistrée, mais pas encore son dossier : il n’y a plus de \
                  place. Il s’écrira à la prochaine occasion.";
    assert!(sentence.contains(wanted), "{sentence}");
    assert_eq!(bundles(&market), [""; 0]);
    assert!(disk.mount(&["-o", "remount,size=4096k"]));
    let share = market.folder().parent().unwrap().join("share");
    fs::create_dir(&share).unwrap();
    let told = market.done(&["sync", "--to", share.to_str().unwrap()]);
    assert!(told.contains("vous pouvez retirer la clé"), "{told}");
    let name = bundles(&market).remove(0);
    assert!(share.join(name).join("datapackage.json.sig").exists());
    closed_once(&market);
}

#[test]
fn a_folder_that_goes_in_the_middle_of_a_copy_is_told_and_the_next_run_finishes() {
    let market = market();
    market.done(&ALL);
    let outbox = market.folder().join("outbox");
    // Another till's, of a long day: it is copied first and takes its time.
    let long = outbox.join("2020-01-04_A-e1_Z0001");
    fs::create_dir(&long).unwrap();
    for number in 0..600 {
        fs::write(long.join(format!("{number}.csv")), [7; 2_000]).unwrap();
    }
    fs::write(long.join("datapackage.json.sig"), "seal").unwrap();
    let share = market.folder().parent().unwrap().join("share");
    fs::create_dir(&share).unwrap();
    let sync = ["sync", "--to", share.to_str().unwrap()];
    let mut copying = market.line(&sync).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(copying.stderr.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    assert!(first.contains("Ne retirez pas la clé"), "{first}");
    while share.exists() {
        let _ = fs::remove_dir_all(&share);
    }
    let last = lines.map(Result::unwrap).last().unwrap();
    assert_eq!(copying.wait().unwrap().code(), Some(1), "{last}");
    let last = last.replace('\u{a0}', " ");
    assert!(last.contains("n’est plus là"), "{last}");
    assert!(last.contains("la prochaine copie finira"), "{last}");
    assert!(!share.exists(), "no folder is made where a share should be");
    fs::create_dir(&share).unwrap();
    let told = market.done(&sync);
    assert!(told.contains("vous pouvez retirer la clé"), "{told}");
    for name in bundles(&market) {
        assert!(share.join(name).join("datapackage.json.sig").exists());
    }
    closed_once(&market);
}

/// Takes all the room that a disk has left.
fn fill(disk: &Path) {
    let ballast = disk.join("ballast");
    let mut size = 16 * 1024 * 1024;
    let mut bytes = Vec::new();
    while size > 0 {
        let mut more = bytes.clone();
        more.resize(bytes.len() + size, 7);
        if fs::write(&ballast, &more).is_ok() {
            bytes = more;
        } else {
            size /= 2;
        }
    }
    fs::write(&ballast, &bytes).unwrap();
}

#[test]
fn a_journal_without_room_refuses_the_z_and_takes_it_once_there_is_room() {
    let market = Market::new();
    fs::create_dir(market.folder()).unwrap();
    let Some(disk) = Stick::at(market.folder(), 8_192) else {
        return;
    };
    super::closing::furnish(&market);
    let mut till = to_the_z(&market);
    till.pause(DELIBERATE);
    fill(disk.path());
    let mut till = sealed(till);
    till.wait_for("Pas encore écrite. Rien n’est perdu : une touche réessaie");
    till.cut();
    // Nothing is frozen: after a start with room, the Z is where it was.
    fs::remove_file(disk.path().join("ballast")).unwrap();
    assert_eq!(market.entries("closing").len(), 0);
    let mut till = Terminal::open(market.command(&[]));
    till.wait_for("Tapez Z puis Entrée");
    fill(disk.path());
    let mut till = sealed(till);
    till.wait_for("Pas encore écrite");
    fs::remove_file(disk.path().join("ballast")).unwrap();
    press(&mut till, "z");
    till.wait_for("Clôturé : A-Z1.");
    wait_for_bundles(&market, 1);
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    quit(&mut till);
    closed_once(&market);
}

#[test]
fn a_command_closes_nothing_while_the_till_sells() {
    let market = market();
    let mut till = till(&market);
    let sentence = market.refused(&ALL);
    let holder = format!("La caisse est déjà ouverte (processus {})", till.pid());
    assert!(sentence.contains(&holder), "{sentence}");
    quit(&mut till);
    assert_eq!(market.entries("count").len(), 0);
    assert_eq!(market.entries("closing").len(), 0);
    market.done(&ALL);
    let sentence = market.refused(&ALL);
    assert!(sentence.contains("Rien à clôturer"), "{sentence}");
    assert_eq!(market.entries("count").len(), 1);
    closed_once(&market);
}

#[test]
fn what_was_typed_for_a_closing_is_not_there_at_the_next_one_where_a_command_closed() {
    let market = market();
    let mut till = till(&market);
    to_the_closing(&mut till);
    press(&mut till, "l");
    till.wait_for("À l’aveugle");
    press(&mut till, "=27");
    till.wait_for(" 27_]");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    quit(&mut till);
    market.done(&ALL);
    market.ring(r#"{"lines":[{"code":7}],"payments":[{"tender":"cash"}]}"#);
    let mut till = self::till(&market);
    assert!(
        !till.text().contains("Clôture commencée"),
        "{}",
        till.text()
    );
    to_the_closing(&mut till);
    press(&mut till, "l");
    till.wait_for("À l’aveugle");
    press(&mut till, "=");
    till.wait_for("     _]");
    till.cut();
    closed_once(&market);
}

#[test]
fn a_clock_before_the_last_entry_is_told_at_the_closing_and_keeps_nobody_from_it() {
    let late = r#"{"at":"2099-12-05T10:00:00+01:00","lines":[{"code":7}],
        "payments":[{"tender":"card"}]}"#
        .replace('\n', "");
    let market = market();
    market.ring(&late);
    let mut till = to_the_z(&market);
    till.wait_for("Horloge à régler");
    let mut till = sealed(till);
    till.wait_for("Clôturé : A-Z1.");
    till.cut();
    closed_once(&market);
    let market = super::closing::market();
    market.ring(&late);
    let (sentence, code) = said(&market, &ALL);
    assert_eq!(code, Some(0), "{sentence}");
    let wanted = "L’horloge est en retard sur la dernière écriture (samedi 5 décembre 2099, 10:00)";
    assert!(sentence.contains(wanted), "{sentence}");
    closed_once(&market);
}

#[test]
fn means_that_the_settings_renamed_or_have_no_more_are_counted_all_the_same() {
    let market = market();
    market.ring(concat!(
        r#"{"lines":[{"code":7}],"payments":[{"tender":"meal"}]}"#,
        "\n",
        r#"{"lines":[{"code":7,"qty":2}],"payments":[{"tender":"local"}]}"#,
    ));
    let settings = "\
[[tenders]]
id = \"cash\"
[[tenders]]
id = \"card\"
[[tenders]]
id = \"cheque\"
name = \"Chèques postaux\"
";
    let settings = market.file("settings.toml", settings);
    market.done(&["settings", "apply", settings.to_str().unwrap()]);
    // On the screen both are asked for.
    let mut till = till(&market);
    to_the_closing(&mut till);
    press(&mut till, "l");
    till.wait_for("À l’aveugle");
    for means in [
        "carte",
        "Chèques postaux",
        "monnaie locale",
        "titre-restaurant",
    ] {
        till.wait_for(means);
    }
    till.cut();
    let mut close = ALL.to_vec();
    close.extend(["--means", "meal=1:4", "--means", "local=8", "--json"]);
    let z: serde_json::Value = serde_json::from_str(&market.done(&close)).unwrap();
    let means = z["means"].as_array().unwrap();
    assert_eq!(means.len(), 5, "{z}");
    assert!(means.iter().all(|it| it["difference_cents"] == 0), "{z}");
    closed_once(&market);
}

//! Statements and the treasurer's list, on screen and paper; and what is left of who was erased.

use etal::{
    store::{self, Depth, Store},
    ui::words::Language,
};

use super::{MEMBERS, enrol, reference, stall};
use crate::kit;

#[test]
fn a_statement_says_what_came_and_went_and_up_to_when_it_is_known() {
    let mut stall = stall();
    stall.press("12<enter>/marie+").rest();
    stall.press("<f2>marie:s");
    let screen = stall.screen();
    assert!(screen.starts_with("│ RELEVÉ DE COMPTE"), "{screen}");
    assert!(
        screen.contains("Connu jusqu’au 21/11/2026 10:42 (caisse A)"),
        "{screen}"
    );
    stall.press("i").rest();
    let page = stall.paper().pop().unwrap();
    assert!(page.contains("Dupont Marie"), "{page}");
    assert!(page.contains("Connu jusqu’au 21/11/2026"), "{page}");
    let (opening, bought) = (page.find("+23,40").unwrap(), page.find("-2,00").unwrap());
    assert!(opening < bought, "oldest first: {page}");
    assert!(page.contains("21,40"), "{page}");
}

#[test]
fn the_treasurers_list_has_each_balance_with_its_name_and_the_sums() {
    let mut stall = stall();
    stall.press("<f2>!").rest();
    let page = stall.paper().pop().unwrap();
    for said in [
        "0117 Dupont Marie",
        "0042 Dupont-Roy Jean",
        "78,50",
        "-6,00",
        "72,50",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(!page.contains("Amel"), "nothing stands there: {page}");
}

/// A folder of its own for one test.
fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn on_disk(dir: &std::path::Path) -> Store {
    let opening = store::Opening {
        dir,
        machine: "m".to_owned(),
        version: "etal test".to_owned(),
        at: kit::morning(),
        seed: [3; 32],
        stall: kit::label("Marché de Die"),
        till_name: kit::label("A"),
    };
    Store::open(&opening).unwrap().0
}

/// Whether any file of the folder that is in use holds the text.
fn holds(dir: &std::path::Path, text: &str) -> bool {
    std::fs::read_dir(dir).unwrap().any(|entry| {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap_or_default();
        bytes.windows(text.len()).any(|it| it == text.as_bytes())
    })
}

#[test]
fn the_name_of_who_was_erased_is_nowhere_and_the_journal_verifies() {
    let dir = folder("erased");
    let mut store = on_disk(&dir);
    for at in 0..MEMBERS.len() {
        enrol(&mut store, at);
    }
    let mut stall = kit::open(store, Language::French, None);
    stall.press("<f2>elise:x1").rest();
    stall.press("<enter><enter>").rest();
    assert!(holds(&dir, "Élise"), "she was known");
    stall.press("<f2>elise:xo").rest();
    stall.press("<delete>o").rest();
    stall.press("o").rest();
    assert!(!holds(&dir, "Élise"), "the log is emptied too");
    assert!(!holds(&dir, "ADH0300A"));
    assert!(holds(&dir, reference("0300").as_str()), "her tickets stay");
    let store = stall.into_store();
    assert!(store.verify(Depth::Full).unwrap().is_clean());
}

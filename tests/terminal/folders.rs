//! Folders on which nobody can sell, and one whose name only looks so.

use std::{fs, os::unix::fs::FileExt};

use super::market::{Market, add, pay, quit, started};

#[test]
fn a_new_stall_sells_at_once_in_a_folder_of_any_name() {
    let market = Market::in_folder("Marché #1 à 50%?");
    let mut till = started(market.command(&[]));
    till.wait_for("Notre étal");
    add(&mut till, "4,50l", "1 Légumes 4,50 4,50");
    pay(&mut till);
    till.wait_for("À PAYER");
    pay(&mut till);
    till.wait_for("Ticket A-1 enregistré");
    till.press("\x1b");
    till.wait_for("Les plus vendus");
    quit(&mut till);
    assert_eq!(market.verified()["tickets"], 1);
    let beside = fs::read_dir(market.folder().parent().unwrap()).unwrap();
    assert_eq!(beside.count(), 1, "something was written beside the folder");
    assert!(market.folder().join("etal.db").exists());
}

#[test]
fn a_second_till_on_the_same_data_is_told_who_holds_it() {
    let market = Market::new();
    let mut till = market.open();
    let sentence = market.refused(&["demo"]);
    let holder = format!("La caisse est déjà ouverte (processus {})", till.pid());
    assert!(sentence.contains(&holder), "{sentence}");
    // The first one has noticed nothing.
    add(&mut till, "12", "1 Carottes botte 2,00 2,00");
    quit(&mut till);
}

#[test]
fn data_of_a_later_version_is_left_alone() {
    let market = Market::sold();
    let database = market.folder().join("etal.db");
    // The version that SQLite keeps for the program, in its file's header.
    let file = fs::File::options().write(true).open(&database).unwrap();
    file.write_all_at(&999_u32.to_be_bytes(), 60).unwrap();
    drop(file);
    let before = fs::read(&database).unwrap();
    let sentence = market.refused(&[]);
    assert!(
        sentence.contains("version plus récente d’Étal (999, celle-ci connaît"),
        "{sentence}"
    );
    assert!(sentence.contains("Rien n’a été touché"), "{sentence}");
    assert_eq!(fs::read(&database).unwrap(), before);
}

#[test]
fn a_damaged_database_names_the_command_that_repairs_it() {
    let market = Market::sold();
    let database = market.folder().join("etal.db");
    let whole = fs::metadata(&database).unwrap().len();
    let file = fs::File::options().write(true).open(&database).unwrap();
    let page = [0xA5; 4_096];
    for at in (page.len() as u64..whole).step_by(page.len()) {
        file.write_all_at(&page, at).unwrap();
    }
    drop(file);
    let sentence = market.refused(&[]);
    assert!(sentence.contains("La base est abîmée"), "{sentence}");
    assert!(sentence.contains("« etal rebuild »"), "{sentence}");
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let market = Market::in_folder("file/market");
    fs::write(market.folder().parent().unwrap(), "not a folder").unwrap();
    let sentence = market.refused(&[]);
    let folder = market.folder().display().to_string();
    assert!(
        sentence.contains(&format!("{folder} ne peut pas servir")),
        "{sentence}"
    );
    assert!(sentence.contains("--data"), "{sentence}");
}

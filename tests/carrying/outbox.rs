//! Bundles: written after the closing, later where they could not be, and copied.

use std::fs;

use etal::{
    exchange::outbox::is_whole,
    ui::event::{Carried, Carry, CarryTrouble},
};

use crate::yard::{Yard, names};

const FIRST: &str = "2026-11-21_A-e1_Z0001";
const SECOND: &str = "2026-11-21_A-e1_Z0002";
const VERIFIER: &str = "etal_verify.py";

#[test]
fn a_closing_leaves_a_whole_bundle_and_two_of_a_day_leave_two() {
    let mut yard = Yard::new();
    let first = yard.close();
    let told = yard.carry(Carry::Bundle(first.clone()));
    let path = yard.outbox().join(FIRST);
    assert_eq!(
        told,
        [Carried::Bundled {
            closing: first.clone(),
            path: path.display().to_string()
        }]
    );
    assert!(is_whole(&path));
    let bytes = fs::read(path.join("datapackage.json")).unwrap();
    let second = yard.close();
    yard.carry(Carry::Bundle(second));
    assert_eq!(names(&yard.outbox()), [FIRST, SECOND, VERIFIER]);
    // Again gives the same bytes.
    let again = yard.carry(Carry::Bundle(first));
    assert!(matches!(again[..], [Carried::Bundled { .. }]), "{again:?}");
    assert_eq!(fs::read(path.join("datapackage.json")).unwrap(), bytes);
}

#[test]
fn what_the_disk_refused_is_written_at_the_next_closing() {
    let mut yard = Yard::new();
    // Something in the way, as root is refused nothing.
    fs::write(yard.outbox(), "").unwrap();
    let first = yard.close();
    let told = yard.carry(Carry::Bundle(first.clone()));
    assert_eq!(told, [Carried::NotBundled(first, CarryTrouble::Other)]);
    assert_eq!(yard.store.days_closed().unwrap().len(), 1, "it stands");
    let log = fs::read_to_string(yard.path("data/etal.log")).unwrap();
    assert!(log.contains("outbox"), "{log}");
    fs::remove_file(yard.outbox()).unwrap();
    let second = yard.close();
    yard.carry(Carry::Bundle(second));
    assert!(is_whole(&yard.outbox().join(FIRST)));
    assert!(is_whole(&yard.outbox().join(SECOND)));
}

#[test]
fn an_older_verifier_is_replaced() {
    let mut yard = Yard::new();
    fs::create_dir(yard.outbox()).unwrap();
    fs::write(yard.outbox().join(VERIFIER), "old").unwrap();
    let name = yard.close();
    yard.carry(Carry::Bundle(name));
    let verifier = fs::read_to_string(yard.outbox().join(VERIFIER)).unwrap();
    assert!(verifier.contains("ed25519") || verifier.contains("Ed25519"));
}

#[test]
fn a_closing_that_is_not_there_has_no_bundle() {
    let mut yard = Yard::new();
    let told = yard.carry(Carry::Bundle("A-Z7".to_owned()));
    let name = "A-Z7".to_owned();
    assert_eq!(told, [Carried::NotBundled(name, CarryTrouble::Nothing)]);
}

#[test]
fn copying_writes_first_what_is_missing_and_the_journal_says_that_it_left() {
    let mut yard = Yard::new();
    yard.close();
    let nas = yard.path("nas");
    fs::create_dir(&nas).unwrap();
    let places = yard.carry(Carry::Look);
    let path = nas.display().to_string();
    assert!(
        matches!(&places[..], [Carried::Places(places)] if places.iter().any(|it| it.path == path)),
        "{places:?}"
    );
    let told = yard.carry(Carry::Sync(path.clone()));
    let synced = |bundles| Carried::Synced {
        path: path.clone(),
        bundles,
    };
    assert_eq!(told, [synced(1)]);
    assert!(is_whole(&nas.join(FIRST)));
    assert_eq!(names(&nas), [FIRST, VERIFIER]);
    assert_eq!(yard.exports().len(), 1);
    assert!(yard.exports()[0].contains("sync 1"));
    // Nothing left the till this time.
    assert_eq!(yard.carry(Carry::Sync(path.clone())), [synced(0)]);
    assert_eq!(yard.exports().len(), 1);
}

#[test]
fn a_stick_that_is_gone_is_told_and_the_next_run_finishes() {
    let mut yard = Yard::new();
    yard.close();
    let nas = yard.path("nas");
    let path = nas.display().to_string();
    let told = yard.carry(Carry::Sync(path.clone()));
    let gone = Carried::NotSynced(path.clone(), CarryTrouble::Vanished);
    assert_eq!(told, [gone]);
    assert!(!nas.exists(), "no folder is made where a share should be");
    fs::create_dir(&nas).unwrap();
    let told = yard.carry(Carry::Sync(path));
    assert!(matches!(told[..], [Carried::Synced { bundles: 1, .. }]));
    // A mount point without its stick: no folder of the settings, and nothing mounted on it.
    let mount = yard.path("stick");
    fs::create_dir(&mount).unwrap();
    let path = mount.display().to_string();
    let told = yard.carry(Carry::Sync(path.clone()));
    assert_eq!(told, [Carried::NotSynced(path, CarryTrouble::Vanished)]);
    assert_eq!(names(&mount), [""; 0]);
}

#[test]
fn a_bundle_that_is_another_there_is_told() {
    let mut yard = Yard::new();
    yard.close();
    let nas = yard.path("nas");
    fs::create_dir(&nas).unwrap();
    let path = nas.display().to_string();
    yard.carry(Carry::Sync(path.clone()));
    fs::write(nas.join(FIRST).join("tickets.csv"), "mine").unwrap();
    let told = yard.carry(Carry::Sync(path.clone()));
    assert_eq!(told, [Carried::NotSynced(path, CarryTrouble::Conflict)]);
    let there = fs::read_to_string(nas.join(FIRST).join("tickets.csv")).unwrap();
    assert_eq!(there, "mine");
}

//! Disks that fail in the middle: what is answered, and that selling goes on afterwards.

use rusqlite::hooks::{AuthContext, Authorization};

use super::{Opening, Store, StoreError, append::write, entries};
use crate::domain::{
    facts::{Event, Happening},
    ids::Mint,
    journal::{Fact, Proposal},
    label::Label,
    time::Moment,
    views::{Novelty, WriteTrouble},
};

fn opening(dir: &std::path::Path) -> Opening<'_> {
    Opening {
        dir,
        machine: String::new(),
        version: "etal 0.1.0".to_owned(),
        at: Moment::default(),
        seed: [7; 32],
        stall: Label::new("Marché de Die").unwrap(),
        till_name: Label::new("A").unwrap(),
    }
}

fn event(mint: &mut Mint, what: Happening) -> Proposal {
    Proposal {
        uid: mint.uid(),
        at: Moment::default(),
        operator: String::new(),
        fact: Fact::Event(Event { what, detail: None }),
    }
}

/// Lets a test do to the connection what a disk would.
fn pragma(store: &mut Store, pragma: &str) {
    let connection = store.connection.as_mut().unwrap();
    connection
        .authorizer(None::<fn(AuthContext<'_>) -> Authorization>)
        .unwrap();
    connection
        .execute_batch(&format!("PRAGMA {pragma}"))
        .unwrap();
}

#[test]
fn a_full_disk_refuses_the_sale_and_takes_it_when_there_is_room() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut mint = Mint::new([1; 32]);
    let seq = store
        .append(event(&mut mint, Happening::Start), None)
        .unwrap()
        .seq;
    pragma(&mut store, "max_page_count=1");
    let mut last = None;
    let refused = (0..500).find_map(|_| {
        let proposal = event(&mut mint, Happening::Drawer);
        last = Some(proposal.clone());
        store.append(proposal, Some(&"basket ".repeat(1_000))).err()
    });
    assert_eq!(refused, Some(StoreError::Full));
    assert_eq!(
        WriteTrouble::from(&StoreError::Full),
        WriteTrouble::DiskFull
    );
    assert_eq!(store.drafts().unwrap(), "", "the basket is as it was");
    pragma(&mut store, "max_page_count=100000");
    let recorded = store.append(last.unwrap(), Some("basket")).unwrap();
    assert_eq!((recorded.seq, recorded.novelty), (seq + 1, Novelty::New));
    store.close().unwrap();
}

#[test]
fn a_disk_that_takes_no_writes_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut mint = Mint::new([1; 32]);
    pragma(&mut store, "query_only=ON");
    let refused = store.append(event(&mut mint, Happening::Start), None);
    assert!(
        matches!(refused, Err(StoreError::ReadOnly { .. })),
        "{refused:?}"
    );
    assert_eq!(store.settings().unwrap().check(), Ok(()), "reading goes on");
}

#[test]
fn a_commit_that_failed_is_looked_up_before_it_is_answered() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut mint = Mint::new([1; 32]);
    let proposal = event(&mut mint, Happening::Start);
    let connection = store.connection.as_mut().unwrap();
    connection.commit_hook(Some(|| true)).unwrap();
    assert!(store.append(proposal.clone(), Some("basket")).is_err());
    // The connection is another one: it was closed and opened to look.
    let recorded = store.append(proposal, None).unwrap();
    assert_eq!(recorded.novelty, Novelty::New);
    assert_eq!(store.drafts().unwrap(), "");
}

#[test]
fn an_entry_that_was_written_after_all_is_answered_as_written() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut mint = Mint::new([1; 32]);
    let before = store.tip;
    let mut tip = store.tip;
    let connection = store.connection.as_ref().unwrap();
    write(
        connection,
        &store.station,
        &mut tip,
        event(&mut mint, Happening::Start),
    )
    .unwrap();
    let error = StoreError::Disk {
        detail: "fsync".to_owned(),
    };
    assert_eq!(store.settle_doubt(&tip, error.clone()), Ok(()));
    assert_eq!(store.tip, tip);
    // Nothing was written: the error stands.
    let mut further = tip;
    further.seq += 1;
    assert_eq!(
        store.settle_doubt(&further, error.clone()),
        Err(error.clone())
    );
    // The journal ends elsewhere: nothing can be said but that.
    store.tip = before;
    store.tip.hash = [9; 32];
    let answer = store.settle_doubt(&further, error);
    assert!(
        matches!(answer, Err(StoreError::Damaged { .. })),
        "{answer:?}"
    );
}

#[test]
fn a_database_that_does_not_open_again_leaves_the_outcome_open() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut mint = Mint::new([1; 32]);
    let proposal = event(&mut mint, Happening::Start);
    let connection = store.connection.as_mut().unwrap();
    connection.commit_hook(Some(|| true)).unwrap();
    let (here, away) = (dir.path().join("etal.db"), dir.path().join("away"));
    std::fs::rename(&here, &away).unwrap();
    let doubt = store.append(proposal.clone(), None);
    assert!(
        matches!(doubt, Err(StoreError::Doubtful { .. })),
        "{doubt:?}"
    );
    assert!(store.settings().is_err());
    assert!(store.append(proposal.clone(), None).is_err());
    std::fs::rename(&away, &here).unwrap();
    // Whatever it was, the next entry finds the end of the chain.
    let other = event(&mut mint, Happening::Drawer);
    assert_eq!(store.append(other, None).unwrap().novelty, Novelty::New);
    let recorded = store.append(proposal.clone(), None).unwrap();
    assert_eq!(recorded.novelty, Novelty::New);
    let again = store.append(proposal, None).unwrap();
    assert_eq!((again.seq, again.novelty), (recorded.seq, Novelty::Again));
    let till = store.till().to_owned();
    let last = entries::last(store.connection().unwrap(), &till).unwrap();
    assert_eq!(last.unwrap().entry.heading.seq, recorded.seq);
}

#[test]
fn a_folder_without_a_head_file_is_told_and_sells_on() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(store.head_trouble(), None);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full");
    let Ok(file) = full else { return };
    if let super::Home::Folder(_, head) = &mut store.home {
        head.replace(file);
    }
    let mut mint = Mint::new([1; 32]);
    let recorded = store.append(event(&mut mint, Happening::Start), None);
    assert!(recorded.is_ok());
    assert!(store.head_trouble().is_some());
}

#[test]
fn the_store_can_live_on_a_thread_of_its_own() {
    fn travels<T: Send + 'static>() {}
    travels::<Store>();
    travels::<StoreError>();
}

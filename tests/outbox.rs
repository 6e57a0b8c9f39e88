//! Bundles on disks that are full, may not be written or are pulled out: real ones, in memory,
//! where this machine lets us mount them.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

#[path = "kit/stick.rs"]
mod stick;

use etal::exchange::{
    disk::Fault,
    outbox::{self, OutboxError, Written},
    sync::{
        Copied, Ended, Go, Progress, SyncError,
        folder::{Folder, ON_STICK},
        stick::sticks,
        sync,
    },
};
use stick::Stick;
use tempfile::TempDir;

const NAME: &str = "2026-11-21_A-e1_Z0031";
const SIGNED: &[u8] = b"signature";

fn content(kilobytes: usize) -> Vec<(String, Vec<u8>)> {
    vec![
        ("tickets.csv".to_owned(), vec![b'a'; 3_000]),
        ("data/journal.csv".to_owned(), vec![b'b'; kilobytes * 1024]),
        ("datapackage.json".to_owned(), b"{}".to_vec()),
    ]
}

fn write(outbox: &Path, kilobytes: usize) -> Result<Written, OutboxError> {
    outbox::write(outbox, NAME, &content(kilobytes), SIGNED)
}

fn copy(outbox: &Path, to: &Path) -> Result<Copied, SyncError> {
    let mut target = Folder::open(to).map_err(SyncError::There)?;
    sync(outbox, &mut target, &mut |_| Go::On)
}

/// An outbox of this till with one bundle.
fn till(kilobytes: usize) -> (TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let outbox = dir.path().join("outbox");
    write(&outbox, kilobytes).unwrap();
    (dir, outbox)
}

#[test]
fn a_full_disk_is_told_and_the_bundle_is_finished_when_there_is_room() {
    let Some(disk) = Stick::of(64) else { return };
    let outbox = disk.path().join("outbox");
    let full = write(&outbox, 200);
    let no_room = matches!(full, Err(OutboxError::Disk(Fault::NoRoom { .. })));
    assert!(no_room, "{full:?}");
    assert_eq!(outbox::bundles(&outbox), Ok(vec![]));
    assert!(disk.mount(&["-o", "remount,size=4096k"]));
    assert_eq!(write(&outbox, 200), Ok(Written::Now));
    assert_eq!(outbox::bundles(&outbox), Ok(vec![NAME.to_owned()]));
}

#[test]
fn a_full_stick_is_told_and_the_copy_goes_on_when_there_is_room() {
    let Some(stick) = Stick::of(64) else { return };
    let (_dir, outbox) = till(200);
    let full = copy(&outbox, stick.path());
    let no_room = matches!(full, Err(SyncError::There(Fault::NoRoom { .. })));
    assert!(no_room, "{full:?}");
    assert!(!outbox::is_whole(&stick.path().join(NAME)));
    assert!(stick.mount(&["-o", "remount,size=4096k"]));
    assert_eq!(copy(&outbox, stick.path()).unwrap().bundles, [NAME]);
    assert!(outbox::is_whole(&stick.path().join(NAME)));
}

#[test]
fn what_may_not_be_written_is_told() {
    let Some(stick) = Stick::of(4096) else { return };
    let (_dir, outbox) = till(20);
    let theirs = stick.path().join("outbox");
    write(&theirs, 20).unwrap();
    assert!(stick.mount(&["-o", "remount,ro"]));
    let refused = copy(&outbox, stick.path());
    let told = matches!(refused, Err(SyncError::There(Fault::ReadOnly { .. })));
    assert!(told, "{refused:?}");
    let refused = outbox::write(&theirs, "2026-11-28_A-e1_Z0032", &content(1), SIGNED);
    let told = matches!(refused, Err(OutboxError::Disk(Fault::ReadOnly { .. })));
    assert!(told, "{refused:?}");
    // What is there already needs no writing.
    assert_eq!(write(&theirs, 20), Ok(Written::Before));
    let there = copy(&outbox, &theirs).unwrap();
    assert_eq!((there.ended, there.before), (Ended::Whole, 1));
}

#[test]
fn nothing_lands_under_a_stick_that_was_pulled_out() {
    let Some(stick) = Stick::of(4096) else { return };
    let (_dir, outbox) = till(20);
    let mut target = Folder::on_stick(stick.path()).unwrap();
    let mut steps = 0;
    // This one is still reachable for who holds it; a real one would answer with an error.
    let _ = sync(&outbox, &mut target, &mut |_| {
        steps += 1;
        if steps == 2 {
            stick.pull_out();
        }
        Go::On
    });
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
    let gone = Folder::on_stick(stick.path()).unwrap_err();
    assert!(matches!(gone, Fault::Vanished { .. }), "{gone:?}");
    assert_eq!(fs::read_dir(stick.path()).unwrap().count(), 0);
}

#[test]
fn a_stick_gets_a_folder_of_its_own_and_can_be_taken_out_afterwards() {
    let Some(stick) = Stick::of(4096) else { return };
    let (_dir, outbox) = till(20);
    let mut target = Folder::on_stick(stick.path()).unwrap();
    let mut last = None;
    let copied = sync(&outbox, &mut target, &mut |progress| {
        last = Some(matches!(progress, Progress::Settling));
        Go::On
    });
    assert_eq!((copied.unwrap().ended, last), (Ended::Whole, Some(true)));
    assert!(outbox::is_whole(&stick.path().join(ON_STICK).join(NAME)));
    let busy = Command::new("umount").arg(stick.path()).output().unwrap();
    assert!(!busy.status.success(), "unmounted while it was written");
    drop(target);
    let free = Command::new("umount").arg(stick.path()).output().unwrap();
    assert!(free.status.success());
}

#[test]
fn the_mounts_of_this_machine_can_be_read() {
    if let Ok(mounts) = fs::read_to_string("/proc/self/mounts") {
        for stick in sticks(&mounts) {
            assert!(stick.path.is_absolute() && !stick.label.is_empty());
        }
    }
}

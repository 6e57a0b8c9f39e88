//! The printer's thread: each job answered once, in a sane order, and never in the way.

use crate::{HASTE, port, ticket};
use etal::{
    devices::{
        layout,
        port::Done,
        profile,
        spool::{Answer, Job, Kind, Setup, Spool, start},
        trouble::Cause,
    },
    domain::paper::Page,
};
use std::{
    fs,
    sync::{
        atomic::{AtomicU64, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    time::Duration,
};
use tempfile::tempdir;

fn still() -> Duration {
    Duration::ZERO
}

fn setup(setting: &str, clock: fn() -> Duration) -> Setup {
    Setup {
        port: port(setting),
        profile: profile::safe(),
        patience: HASTE,
        clock,
    }
}

fn job(id: u64, kind: Kind) -> Job {
    let page = ticket();
    Job { id, kind, page }
}

/// A spool whose answers wait at a gate: each needs one opening.
fn gated(setup: Setup) -> (Spool, Sender<()>, Receiver<Answer>) {
    let (open, gate) = channel();
    let (answers, heard) = channel();
    let spool = start(setup, move |answer| {
        answers.send(answer).unwrap();
        let _: Result<(), _> = gate.recv();
    });
    (spool.unwrap(), open, heard)
}

#[test]
fn a_receipt_lands_in_its_file_as_text_and_in_a_device_as_bytes() {
    let folder = tempdir().unwrap();
    for (scheme, name) in [("file", "receipt-7.txt"), ("raw", "receipt-7.bin")] {
        let (spool, open, heard) = gated(setup(
            &format!("{scheme}:{}", folder.path().display()),
            still,
        ));
        spool.put(job(7, Kind::Receipt)).unwrap();
        let answer = heard.recv().unwrap();
        assert_eq!((answer.id, answer.outcome), (7, Ok(Done::Sent)));
        drop(open);
        spool.finish();
        assert!(folder.path().join(name).exists(), "{name}");
    }
    let text = fs::read_to_string(folder.path().join("receipt-7.txt")).unwrap();
    assert_eq!(text.trim_end(), layout::text(&ticket(), 32).join("\n"));
    let bytes = fs::read(folder.path().join("receipt-7.bin")).unwrap();
    assert!(bytes.starts_with(b"\x1b@\x1c."));
}

#[test]
fn a_drawer_is_only_a_pulse_and_goes_before_what_waits() {
    let folder = tempdir().unwrap();
    let (spool, open, heard) = gated(setup(&format!("raw:{}", folder.path().display()), still));
    spool.put(job(1, Kind::Receipt)).unwrap();
    assert_eq!(heard.recv().unwrap().id, 1);
    spool.put(job(2, Kind::Duplicate)).unwrap();
    spool.put(job(3, Kind::Drawer)).unwrap();
    drop(open);
    spool.finish();
    assert_eq!(
        heard.iter().map(|answer| answer.id).collect::<Vec<_>>(),
        [3, 2]
    );
    let pulse = fs::read(folder.path().join("drawer-3.bin")).unwrap();
    assert_eq!(pulse, b"\x1bp\x00\x19\xfa");
}

#[test]
fn a_drawer_that_waited_too_long_stays_shut() {
    static NOW: AtomicU64 = AtomicU64::new(100);
    fn clock() -> Duration {
        Duration::from_secs(NOW.load(Ordering::SeqCst))
    }
    let folder = tempdir().unwrap();
    let (spool, open, heard) = gated(setup(&format!("raw:{}", folder.path().display()), clock));
    spool.put(job(1, Kind::Receipt)).unwrap();
    assert_eq!(heard.recv().unwrap().id, 1);
    spool.put(job(2, Kind::Drawer)).unwrap();
    spool.put(job(3, Kind::Duplicate)).unwrap();
    NOW.fetch_add(6, Ordering::SeqCst);
    drop(open);
    spool.finish();
    let late = heard.recv().unwrap();
    assert_eq!(
        (late.id, late.outcome.unwrap_err().cause),
        (2, Cause::TooLate)
    );
    assert_eq!(heard.recv().unwrap().outcome, Ok(Done::Sent));
    assert!(!folder.path().join("drawer-2.bin").exists());
}

#[test]
fn trouble_is_answered_and_the_next_job_is_tried() {
    let (spool, open, heard) = gated(setup("/dev/usb/lp77", still));
    drop(open);
    for id in 1..=3 {
        spool.put(job(id, Kind::Receipt)).unwrap();
    }
    spool.finish();
    let answers: Vec<Answer> = heard.iter().collect();
    assert_eq!(answers.len(), 3);
    for answer in answers {
        let trouble = answer.outcome.unwrap_err();
        assert_eq!(
            (&trouble.cause, trouble.before_first_byte()),
            (&Cause::Absent, true)
        );
    }
}

#[test]
fn a_full_queue_gives_the_job_back_at_once() {
    let (spool, open, heard) = gated(setup("none", still));
    let refused = (1..1000).find_map(|id| spool.put(job(id, Kind::Test)).err());
    let refused = refused.expect("the queue has a bound");
    drop(open);
    spool.finish();
    assert_eq!(heard.iter().count() as u64, refused.id - 1);
}

#[test]
fn the_thread_ends_when_its_door_is_dropped() {
    let (spool, open, heard) = gated(setup("none", still));
    drop(open);
    spool
        .put(Job {
            id: 1,
            kind: Kind::Test,
            page: Page::default(),
        })
        .unwrap();
    drop(spool);
    assert_eq!(heard.iter().count(), 1);
}

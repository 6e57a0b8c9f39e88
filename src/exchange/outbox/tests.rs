//! Bundles as they are written, and cut short at every step.

use std::{cell::Cell, fs};

use super::*;

const NAME: &str = "2026-11-21_A-e1_Z0031";
const SIGNED: &[u8] = b"signature";

fn content() -> Vec<(String, Vec<u8>)> {
    [
        ("tickets.csv", "a;b\r\n".repeat(900)),
        ("data/journal.csv", "1,2\r\n".repeat(2_000)),
        ("data/lines.csv", "x\r\n".to_owned()),
        ("datapackage.json", "{}".to_owned()),
    ]
    .map(|(path, text)| (path.to_owned(), text.into_bytes()))
    .to_vec()
}

/// A disk whose plug is pulled at one of its steps; a file that was being written is half there.
struct Cut<'d> {
    disk: &'d Place,
    left: Cell<usize>,
    torn: Cell<bool>,
    steps: Cell<Vec<String>>,
}

impl<'d> Cut<'d> {
    fn after(disk: &'d Place, left: usize) -> Self {
        Self {
            disk,
            left: Cell::new(left),
            torn: Cell::default(),
            steps: Cell::default(),
        }
    }

    fn step(&self, what: String) -> Result<(), Fault> {
        let mut steps = self.steps.take();
        steps.push(what);
        self.steps.set(steps);
        let left = self.left.get();
        self.left.set(left.saturating_sub(1));
        let path = "unplugged".into();
        (left > 0).then_some(()).ok_or(Fault::Vanished { path })
    }
}

impl Disk for Cut<'_> {
    fn kind(&self, path: &str) -> Result<Option<Kind>, Fault> {
        self.step(format!("kind {path}"))?;
        self.disk.kind(path)
    }

    fn names(&self, folder: &str) -> Result<Vec<(String, Kind)>, Fault> {
        self.step(format!("names {folder}"))?;
        self.disk.names(folder)
    }

    fn read(&self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.step(format!("read {path}"))?;
        self.disk.read(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        let alive = self.left.get() > 0;
        let cut = self.step(format!("write {path}"));
        if alive {
            return cut.and_then(|()| self.disk.write(path, bytes));
        }
        if self.torn.replace(true) {
            return cut;
        }
        self.disk.write(path, &bytes[..bytes.len() / 2])?;
        cut
    }

    fn make_folder(&self, path: &str) -> Result<(), Fault> {
        self.step(format!("make {path}"))?;
        self.disk.make_folder(path)
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), Fault> {
        self.step(format!("rename {from} {to}"))?;
        self.disk.rename(from, to)
    }

    fn remove(&self, path: &str, kind: Kind) -> Result<(), Fault> {
        self.step(format!("remove {path}"))?;
        self.disk.remove(path, kind)
    }

    fn sync_names(&self, folder: &str) -> Result<(), Fault> {
        self.step(format!("sync {folder}"))?;
        self.disk.sync_names(folder)
    }
}

/// All files of a bundle, by their paths.
fn there(outbox: &Path) -> Vec<(String, Vec<u8>)> {
    let place = Place::open(&outbox.join(NAME)).unwrap();
    let files = super::super::disk::files(&place, "").unwrap();
    let read = |(path, _): (String, u64)| (path.clone(), place.read(&path).unwrap().unwrap());
    files.into_iter().map(read).collect()
}

fn whole() -> Vec<(String, Vec<u8>)> {
    let mut all = content();
    all.push((SEAL.to_owned(), SIGNED.to_vec()));
    all.sort();
    all
}

#[test]
fn a_bundle_is_written_once() {
    let dir = tempfile::tempdir().unwrap();
    let outbox = dir.path().join("outbox");
    assert_eq!(bundles(&outbox), Ok(vec![]));
    let first = write(&outbox, NAME, &content(), SIGNED);
    assert_eq!(first, Ok(Written::Now));
    assert_eq!(there(&outbox), whole());
    assert!(is_whole(&outbox.join(NAME)));
    assert_eq!(bundles(&outbox), Ok(vec![NAME.to_owned()]));
    let again = write(&outbox, NAME, &content(), SIGNED);
    assert_eq!(again, Ok(Written::Before));
    let names: Vec<_> = fs::read_dir(&outbox).unwrap().collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn wherever_it_is_cut_no_bundle_looks_whole_and_is_not() {
    // On an empty outbox, and where a run before was cut and left an unsealed folder.
    for unsealed in [None, Some("older.csv")] {
        let mut cuts = 0;
        loop {
            let dir = tempfile::tempdir().unwrap();
            let place = Place::open(dir.path()).unwrap();
            if let Some(file) = unsealed {
                put(&place, &format!("{NAME}/{file}"), b"old").unwrap();
                put(&place, &format!("{NAME}.part/{file}"), b"old").unwrap();
            }
            let cut = Cut::after(&place, cuts);
            let written = write_on(&cut, NAME, &content(), SIGNED);
            if is_whole(&dir.path().join(NAME)) {
                assert_eq!(there(dir.path()), whole(), "cut after {cuts} steps");
            }
            let again = write(dir.path(), NAME, &content(), SIGNED);
            assert!(again.is_ok(), "cut after {cuts} steps: {again:?}");
            assert_eq!(there(dir.path()), whole(), "cut after {cuts} steps");
            assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
            if written.is_ok() {
                break;
            }
            cuts += 1;
        }
        assert!(cuts > 15, "{cuts}");
    }
}

#[test]
fn the_seal_comes_when_all_else_is_on_the_disk() {
    let dir = tempfile::tempdir().unwrap();
    let place = Place::open(dir.path()).unwrap();
    let disk = Cut::after(&place, usize::MAX);
    write_on(&disk, NAME, &content(), SIGNED).unwrap();
    let steps = disk.steps.take();
    let at = |step: String| steps.iter().position(|it| *it == step).unwrap();
    let renamed = at(format!("rename {NAME}.part {NAME}"));
    let sealed = at(format!("write {NAME}/{SEAL}.part"));
    for (path, _) in content() {
        assert!(at(format!("write {NAME}.part/{path}")) < at(format!("sync {NAME}.part")));
    }
    assert!(at(format!("sync {NAME}.part/data")) < renamed);
    assert!(at(format!("sync {NAME}.part")) < renamed);
    let outbox = steps[renamed..]
        .iter()
        .position(|it| it == "sync ")
        .unwrap();
    assert!(renamed + outbox < sealed);
    let last = [
        format!("rename {NAME}/{SEAL}.part {NAME}/{SEAL}"),
        format!("sync {NAME}"),
    ];
    assert_eq!(steps[steps.len() - 2..], last);
}

#[test]
fn a_sealed_bundle_is_never_overwritten() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), NAME, &content(), SIGNED).unwrap();
    let other = |file: &str| {
        Err(OutboxError::Sealed {
            bundle: NAME.to_owned(),
            file: file.to_owned(),
        })
    };
    assert_eq!(write(dir.path(), NAME, &content(), b"new"), other(SEAL));
    let mut changed = content();
    changed[1].1[0] = b'7';
    let again = write(dir.path(), NAME, &changed, SIGNED);
    assert_eq!(again, other("data/journal.csv"));
    assert_eq!(there(dir.path()), whole());
}

#[test]
fn a_seal_without_a_byte_seals_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let bundle = dir.path().join(NAME);
    fs::create_dir(&bundle).unwrap();
    fs::write(bundle.join(SEAL), b"").unwrap();
    assert!(!is_whole(&bundle));
    let part = dir.path().join(format!("{NAME}.part"));
    fs::create_dir(&part).unwrap();
    fs::write(part.join(SEAL), SIGNED).unwrap();
    assert!(!is_whole(&part));
    assert!(!is_whole(&dir.path().join("none")));
    assert_eq!(bundles(dir.path()), Ok(vec![]));
    let written = write(dir.path(), NAME, &content(), SIGNED);
    assert_eq!(written, Ok(Written::Now));
    assert_eq!(there(dir.path()), whole());
}

#[test]
fn no_name_leads_out_of_the_outbox() {
    let dir = tempfile::tempdir().unwrap();
    for name in ["", ".", "..", "../x", "a/b", ".x", "x.part", "/x"] {
        let written = write(dir.path(), name, &content(), SIGNED);
        assert_eq!(written, Err(OutboxError::Name(name.to_owned())));
    }
    for path in [
        "",
        "../x",
        "data//x",
        "/x",
        "data/",
        "a.part",
        SEAL,
        "data/../../x",
    ] {
        let files = [(path.to_owned(), vec![1])];
        let written = write(dir.path(), NAME, &files, SIGNED);
        assert_eq!(written, Err(OutboxError::Name(path.to_owned())));
    }
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
}

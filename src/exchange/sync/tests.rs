//! Bundles as they are copied, stopped, pulled out and copied on.

use std::{fs, path::PathBuf};

use tempfile::TempDir;

use super::{super::outbox, folder::Folder, *};

const SIGNED: &[u8] = b"signature";

/// An outbox with two whole bundles, one that is being written, and the verifier beside them.
fn outbox() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, rows) in [("2026-11-14_A-e1_Z0030", 3), ("2026-11-21_A-e1_Z0031", 40)] {
        let files = [
            (
                "tickets.csv".to_owned(),
                "a;b\r\n".repeat(rows).into_bytes(),
            ),
            (
                "data/journal.csv".to_owned(),
                "1,2\r\n".repeat(rows).into_bytes(),
            ),
            ("datapackage.json".to_owned(), name.as_bytes().to_vec()),
        ];
        outbox::write(dir.path(), name, &files, SIGNED).unwrap();
    }
    fs::create_dir(dir.path().join("2026-11-28_A-e1_Z0032")).unwrap();
    fs::write(dir.path().join("2026-11-28_A-e1_Z0032/tickets.csv"), "half").unwrap();
    fs::write(dir.path().join("verify.py"), "print()\n").unwrap();
    fs::write(dir.path().join(".hidden"), "x").unwrap();
    dir
}

/// What a copy of the outbox holds.
fn files_in(dir: &Path) -> Vec<(String, Vec<u8>)> {
    let place = Place::open(dir).unwrap();
    let read = |(path, _): (String, u64)| {
        let bytes = fs::read(dir.join(&path)).unwrap();
        (path, bytes)
    };
    files(&place, "").unwrap().into_iter().map(read).collect()
}

fn wanted(outbox: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = files_in(outbox);
    all.retain(|(path, _)| !path.contains("Z0032"));
    all
}

fn run(outbox: &TempDir, to: &TempDir) -> Result<Copied, SyncError> {
    let mut target = Folder::open(to.path()).unwrap();
    sync(outbox.path(), &mut target, &mut |_| Go::On)
}

/// Every folder of the copy that has a seal is the bundle, byte for byte.
fn check_sealed(outbox: &Path, to: &Path, when: usize) -> usize {
    let sealed = outbox::bundles(to).unwrap();
    for bundle in &sealed {
        let (there, here) = (files_in(&to.join(bundle)), files_in(&outbox.join(bundle)));
        assert_eq!(there, here, "{bundle} after {when} steps");
    }
    sealed.len()
}

/// A target that is pulled out at one of its steps. What was being put is half there, under its
/// own name where the rename came before the bytes, as on FAT.
struct Pulled {
    folder: Folder,
    path: PathBuf,
    left: usize,
    torn: bool,
    settled: bool,
}

impl Pulled {
    fn after(to: &TempDir, left: usize) -> Self {
        Self {
            folder: Folder::open(to.path()).unwrap(),
            path: to.path().to_path_buf(),
            left,
            torn: false,
            settled: true,
        }
    }

    fn step(&mut self) -> Result<(), Fault> {
        let left = self.left;
        self.left = left.saturating_sub(1);
        let path = self.path.clone();
        (left > 0).then_some(()).ok_or(Fault::Vanished { path })
    }
}

impl Target for Pulled {
    fn length(&mut self, path: &str) -> Result<Option<u64>, Fault> {
        self.step()?;
        self.folder.length(path)
    }

    fn read(&mut self, path: &str) -> Result<Option<Vec<u8>>, Fault> {
        self.step()?;
        self.folder.read(path)
    }

    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<(), Fault> {
        let pulled = self.step();
        let seal = path.ends_with(SEAL);
        assert!(!seal || self.settled, "{path} before all else was settled");
        self.settled = false;
        if pulled.is_err() && !self.torn {
            self.torn = true;
            let half = if seal { 0 } else { bytes.len() / 2 };
            self.folder.put(path, &bytes[..half])?;
        }
        pulled?;
        self.folder.put(path, bytes)
    }

    fn settle(&mut self) -> Result<(), Fault> {
        self.step()?;
        self.settled = true;
        self.folder.settle()
    }
}

#[test]
fn every_whole_bundle_is_copied_once() {
    let (outbox, to) = (outbox(), tempfile::tempdir().unwrap());
    let first = run(&outbox, &to).unwrap();
    assert_eq!(files_in(to.path()), wanted(outbox.path()));
    let all: usize = wanted(outbox.path()).iter().map(|(_, it)| it.len()).sum();
    assert_eq!(
        first,
        Copied {
            ended: Ended::Whole,
            bundles: vec![
                "2026-11-14_A-e1_Z0030".into(),
                "2026-11-21_A-e1_Z0031".into()
            ],
            before: 0,
            conflicts: vec![],
            bytes: u64::try_from(all).unwrap(),
        }
    );
    let again = run(&outbox, &to).unwrap();
    let nothing = Copied {
        ended: Ended::Whole,
        before: 2,
        ..Copied::default()
    };
    assert_eq!(again, nothing);
    fs::write(outbox.path().join("verify.py"), "print(1)\n").unwrap();
    let newer = run(&outbox, &to).unwrap();
    assert_eq!((newer.bundles.len(), newer.bytes), (0, 9));
    assert_eq!(files_in(to.path()), wanted(outbox.path()));
}

#[test]
fn a_stick_pulled_out_at_any_step_shows_no_false_bundle_and_the_next_run_finishes() {
    let outbox = outbox();
    let mut sealed = vec![];
    for steps in 0.. {
        let to = tempfile::tempdir().unwrap();
        let mut target = Pulled::after(&to, steps);
        let pulled = sync(outbox.path(), &mut target, &mut |_| Go::On);
        sealed.push(check_sealed(outbox.path(), to.path(), steps));
        let again = run(&outbox, &to).unwrap();
        assert_eq!((again.ended, again.conflicts.len()), (Ended::Whole, 0));
        assert_eq!(files_in(to.path()), wanted(outbox.path()), "{steps} steps");
        match pulled {
            Err(SyncError::There(Fault::Vanished { .. })) => {}
            Err(other) => panic!("{other}"),
            Ok(_) => break,
        }
    }
    assert!(sealed.len() > 20 && sealed.is_sorted(), "{sealed:?}");
    assert_eq!((sealed[0], sealed.last()), (0, Some(&2)));
}

#[test]
fn a_run_that_is_stopped_goes_on_where_it_was() {
    let outbox = outbox();
    for stop in 0.. {
        let to = tempfile::tempdir().unwrap();
        let mut steps = 0;
        let mut target = Folder::open(to.path()).unwrap();
        let stopped = sync(outbox.path(), &mut target, &mut |_| {
            steps += 1;
            if steps > stop { Go::Stop } else { Go::On }
        });
        let stopped = stopped.unwrap();
        let sealed = check_sealed(outbox.path(), to.path(), stop);
        assert_eq!(sealed, stopped.bundles.len());
        let again = run(&outbox, &to).unwrap();
        let all = wanted(outbox.path());
        assert_eq!(files_in(to.path()), all);
        let all: usize = all.iter().map(|(_, it)| it.len()).sum();
        let once = u64::try_from(all).unwrap();
        assert_eq!(stopped.bytes + again.bytes, once, "nothing is copied twice");
        if stopped.ended == Ended::Whole {
            break;
        }
        assert!(stop < 100);
    }
}

#[test]
fn progress_says_what_is_done_and_what_there_is_to_do() {
    let (outbox, to) = (outbox(), tempfile::tempdir().unwrap());
    let mut told = Vec::new();
    let mut target = Folder::open(to.path()).unwrap();
    sync(outbox.path(), &mut target, &mut |progress| {
        told.push(match progress {
            Progress::Comparing { bundle, done, of } => format!("compare {bundle} {done}/{of}"),
            Progress::Copying {
                bundle,
                file,
                files,
                bytes,
            } => format!(
                "{bundle}/{file} {}/{} {}/{}",
                files.done, files.of, bytes.done, bytes.of
            ),
            Progress::Settling => "settle".to_owned(),
        });
        Go::On
    })
    .unwrap();
    let wanted = [
        "compare 2026-11-14_A-e1_Z0030 0/2",
        "compare 2026-11-21_A-e1_Z0031 1/2",
        "/verify.py 0/9 0/498",
        "2026-11-14_A-e1_Z0030/data/journal.csv 1/9 8/498",
        "2026-11-14_A-e1_Z0030/datapackage.json 2/9 23/498",
        "2026-11-14_A-e1_Z0030/tickets.csv 3/9 44/498",
        "settle",
        "2026-11-14_A-e1_Z0030/datapackage.json.sig 4/9 59/498",
        "2026-11-21_A-e1_Z0031/data/journal.csv 5/9 68/498",
        "2026-11-21_A-e1_Z0031/datapackage.json 6/9 268/498",
        "2026-11-21_A-e1_Z0031/tickets.csv 7/9 289/498",
        "settle",
        "2026-11-21_A-e1_Z0031/datapackage.json.sig 8/9 489/498",
        "settle",
    ];
    assert_eq!(told, wanted);
}

#[test]
fn a_bundle_that_is_another_there_is_told_and_left_alone() {
    let (outbox, to) = (outbox(), tempfile::tempdir().unwrap());
    run(&outbox, &to).unwrap();
    let bundle = "2026-11-14_A-e1_Z0030";
    for (file, other) in [
        ("tickets.csv", "a;c\r\n".repeat(3)),
        ("data/journal.csv", String::new()),
        ("datapackage.json.sig", "other".to_owned()),
    ] {
        let path = to.path().join(bundle).join(file);
        let ours = fs::read(&path).unwrap();
        fs::write(&path, &other).unwrap();
        // Nothing is filled in where something else is another.
        let package = to.path().join(bundle).join("datapackage.json");
        fs::remove_file(&package).unwrap();
        let copied = run(&outbox, &to).unwrap();
        let conflict = Conflict {
            bundle: bundle.to_owned(),
            file: file.to_owned(),
        };
        assert_eq!(copied.conflicts, [conflict]);
        assert_eq!((copied.before, copied.bytes), (1, 0));
        assert_eq!(fs::read_to_string(&path).unwrap(), other);
        fs::write(&path, ours).unwrap();
        let mended = run(&outbox, &to).unwrap();
        assert_eq!(mended.bundles, [bundle]);
        assert_eq!(files_in(to.path()), wanted(outbox.path()));
    }
}

#[test]
fn before_the_first_closing_there_is_nothing_to_copy() {
    let (none, to) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut target = Folder::open(to.path()).unwrap();
    let copied = sync(&none.path().join("outbox"), &mut target, &mut |_| Go::On);
    assert_eq!(copied.unwrap().ended, Ended::Whole);
    assert_eq!(files_in(to.path()), []);
}

#[test]
fn a_folder_that_is_not_there_is_not_made() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("clé");
    let gone = Fault::Vanished { path: path.clone() };
    assert_eq!(Folder::open(&path).unwrap_err(), gone);
    // A mount point whose stick was pulled out is a folder of this machine's own disk.
    fs::create_dir(&path).unwrap();
    assert_eq!(Folder::on_stick(&path).unwrap_err(), gone);
    assert_eq!(fs::read_dir(&path).unwrap().count(), 0);
}

//! What is put on a disk is there, and trouble has its name.

use super::*;

fn place() -> (tempfile::TempDir, Place) {
    let dir = tempfile::tempdir().unwrap();
    let place = Place::open(dir.path()).unwrap();
    (dir, place)
}

#[test]
fn a_file_is_put_with_its_folders_and_read_again() {
    let (dir, place) = place();
    put(&place, "b/data/journal.csv", b"1").unwrap();
    put(&place, "b/data/journal.csv", b"22").unwrap();
    put(&place, "b/tickets.csv", b"").unwrap();
    assert_eq!(place.read("b/data/journal.csv"), Ok(Some(b"22".to_vec())));
    assert_eq!(place.read("b/data"), Ok(None));
    assert_eq!(place.read("c/data"), Ok(None));
    fs::write(dir.path().join("b/.~lock.tickets.csv#"), b"x").unwrap();
    fs::write(dir.path().join("b/old.csv.part"), b"x").unwrap();
    assert_eq!(
        files(&place, "b"),
        Ok(vec![
            ("data/journal.csv".into(), 2),
            ("tickets.csv".into(), 0)
        ])
    );
    remove_all(&place, "b").unwrap();
    assert_eq!(place.names(""), Ok(vec![]));
}

#[test]
fn a_link_leads_nowhere() {
    let (dir, place) = place();
    let outside = tempfile::tempdir().unwrap();
    fs::write(outside.path().join("mine"), b"mine").unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("link")).unwrap();
    std::os::unix::fs::symlink(outside.path().join("mine"), dir.path().join("x.part")).unwrap();
    put(&place, "x", b"ours").unwrap_err();
    remove_all(&place, "link").unwrap();
    assert_eq!(place.names(""), Ok(vec![]));
    assert_eq!(fs::read(outside.path().join("mine")).unwrap(), b"mine");
}

#[test]
fn each_trouble_is_told_as_what_a_person_can_do_about_it() {
    let of = |errno| Fault::of("x".into(), errno);
    let path = PathBuf::from("x");
    for errno in [Errno::NOSPC, Errno::DQUOT] {
        assert_eq!(of(errno), Fault::NoRoom { path: path.clone() });
    }
    for errno in [Errno::ROFS, Errno::ACCESS, Errno::PERM] {
        assert_eq!(of(errno), Fault::ReadOnly { path: path.clone() });
    }
    for errno in [Errno::NOENT, Errno::IO, Errno::NODEV, Errno::STALE] {
        assert_eq!(of(errno), Fault::Vanished { path: path.clone() });
    }
    assert!(matches!(of(Errno::NAMETOOLONG), Fault::Failed { .. }));
}

#[test]
fn a_folder_that_is_gone_is_told() {
    let (dir, place) = place();
    let path = dir.path().to_path_buf();
    dir.close().unwrap();
    let gone = put(&place, "b/x", b"1");
    assert_eq!(
        gone,
        Err(Fault::Vanished {
            path: path.join("b")
        })
    );
    assert_eq!(Place::open(&path).unwrap_err(), Fault::Vanished { path });
}

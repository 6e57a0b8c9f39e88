//! A real disk that is small, may not be written or is pulled out, where this machine lets us
//! mount one.
#![allow(dead_code, reason = "each test file uses its part of it")]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

/// A disk in memory, unmounted when the test is over.
pub struct Stick {
    place: PathBuf,
    // Held, or the mount point would be gone.
    _dir: Option<TempDir>,
}

impl Stick {
    /// None, and said so, where this machine lets nobody mount.
    pub fn of(kilobytes: u32) -> Option<Self> {
        let dir = tempfile::tempdir().unwrap();
        Self::mounted(dir.path().to_path_buf(), Some(dir), kilobytes)
    }

    /// The same on a folder that is there.
    pub fn at(place: &Path, kilobytes: u32) -> Option<Self> {
        Self::mounted(place.to_path_buf(), None, kilobytes)
    }

    fn mounted(place: PathBuf, dir: Option<TempDir>, kilobytes: u32) -> Option<Self> {
        let stick = Self { place, _dir: dir };
        let size = format!("size={kilobytes}k");
        if stick.mount(&["-t", "tmpfs", "-o", &size, "etal-test"]) {
            return Some(stick);
        }
        eprintln!("SKIPPED: no disk can be mounted here, so none was filled or pulled out");
        None
    }

    pub fn mount(&self, how: &[&str]) -> bool {
        let done = Command::new("mount").args(how).arg(self.path()).output();
        done.is_ok_and(|it| it.status.success())
    }

    pub fn path(&self) -> &Path {
        &self.place
    }

    /// As a desktop does when the stick is gone: the mount point stays, without it.
    pub fn pull_out(&self) {
        let done = Command::new("umount").arg("-l").arg(self.path()).status();
        assert!(done.unwrap().success());
    }
}

impl Drop for Stick {
    fn drop(&mut self) {
        // A test may have done it already.
        let _ = Command::new("umount").arg("-l").arg(self.path()).output();
    }
}

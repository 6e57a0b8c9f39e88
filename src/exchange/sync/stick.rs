//! Which sticks are in: read off the system's list of what is mounted where.

use std::path::{Path, PathBuf};

/// Where systems mount what people plug in: Debian's desktops, those of others, and by hand.
const PLACES: [&str; 3] = ["/media", "/run/media", "/mnt"];

/// File systems that sticks, cards and disks have.
const SYSTEMS: [&str; 13] = [
    "vfat", "msdos", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "btrfs", "f2fs",
    "xfs", "hfsplus",
];

/// Something that was plugged in and is mounted. It may still turn out not to be writable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stick {
    /// Where it is mounted.
    pub path: PathBuf,
    /// Its name, as it was given when it was formatted.
    pub label: String,
}

/// The sticks in a list of mounts as `/proc/self/mounts` writes it (`fstab(5)`), by their paths.
pub fn sticks(mounts: &str) -> Vec<Stick> {
    let mut found: Vec<Stick> = Vec::new();
    for line in mounts.lines() {
        let mut words = line.split(' ');
        let (Some(device), Some(path), Some(system)) = (words.next(), words.next(), words.next())
        else {
            continue;
        };
        let Some(path) = unescaped(path) else {
            continue;
        };
        // The last one mounted on a path hides those before it.
        found.retain(|it| it.path != Path::new(&path));
        let plugged_in = PLACES
            .iter()
            .any(|place| Path::new(&path).starts_with(place));
        let disk = device.starts_with("/dev/") && !device.starts_with("/dev/loop");
        if !(plugged_in && disk && SYSTEMS.contains(&system)) {
            continue;
        }
        let label = Path::new(&path).file_name().unwrap_or_default();
        let label = label.to_string_lossy();
        found.push(Stick {
            label: label.chars().filter(|c| !c.is_control()).collect(),
            path: path.into(),
        });
    }
    found.sort_by(|one, other| one.path.cmp(&other.path));
    found
}

/// A path with its `\040` turned back to what they stand for; none if it is no text then.
fn unescaped(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [byte, after @ ..] = rest {
        let octal = |digit: &u8| matches!(digit, b'0'..=b'7').then(|| u16::from(*digit - b'0'));
        let code = match rest {
            [b'\\', one, two, three, ..] => octal(one)
                .zip(octal(two))
                .zip(octal(three))
                .and_then(|((one, two), three)| u8::try_from(one * 64 + two * 8 + three).ok()),
            _ => None,
        };
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() {
            rest.get(4..).unwrap_or_default()
        } else {
            after
        };
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sticks_are_told_from_the_disks_of_the_machine() {
        let mounts = "\
/dev/mmcblk0p2 / ext4 rw,noatime 0 0
tmpfs /run tmpfs rw 0 0
/dev/sda1 /media/lea/CL\\303\\211\\040DE\\040L\\303\\211A vfat rw,nosuid 0 0
/dev/sdb1 /run/media/lea/É\\134t exfat rw 0 0
/dev/sdc1 /media/lea/KEY ext4 ro 0 0
/dev/sdd1 /mnt fuseblk rw 0 0
//nas/share /mnt/nas cifs rw 0 0
/dev/loop3 /media/lea/image ext4 rw 0 0
/dev/sr0 /media/lea/CD iso9660 ro 0 0
/dev/sde1 /mediatheque/x vfat rw 0 0
/dev/sdf1 /media/lea/gone vfat rw 0 0
tmpfs /media/lea/gone tmpfs rw 0 0
/dev/sdc2 /media/lea/KEY vfat rw 0 0
half a
";
        let found: Vec<(String, String)> = sticks(mounts)
            .into_iter()
            .map(|it| (it.path.to_str().unwrap().to_owned(), it.label))
            .collect();
        let wanted = [
            ("/media/lea/CLÉ DE LÉA", "CLÉ DE LÉA"),
            ("/media/lea/KEY", "KEY"),
            ("/mnt", "mnt"),
            ("/run/media/lea/É\\t", "É\\t"),
        ];
        assert_eq!(
            found,
            wanted.map(|(path, label)| (path.into(), label.into()))
        );
    }

    #[test]
    fn what_is_no_escape_stays() {
        assert_eq!(unescaped("a\\04"), Some("a\\04".to_owned()));
        assert_eq!(unescaped("a\\777b\\"), Some("a\\777b\\".to_owned()));
        assert_eq!(unescaped("\\011\\012"), Some("\t\n".to_owned()));
        assert_eq!(unescaped("\\377"), None);
    }

    #[test]
    fn a_label_commands_no_terminal() {
        let found = sticks("/dev/sda1 /media/a\\033[2Jb vfat rw 0 0\n");
        assert_eq!(found[0].label, "a[2Jb");
    }
}

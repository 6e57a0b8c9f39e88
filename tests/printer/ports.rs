//! Files, folders, FIFOs, devices and serial lines, willing and unwilling.

use crate::{CALM, HASTE, parcel, port};
use etal::devices::{
    port::{Done, Form, Port},
    profile::Ack,
    trouble::Cause,
};
use portable_pty::{PtySize, native_pty_system};
use rustix::fs::{CWD, FileType, Mode, OFlags, mknodat, open};
use std::{
    fs,
    io::{Read, Write},
    path::{Path, PathBuf},
    thread,
};
use tempfile::tempdir;

#[test]
fn a_setting_names_a_port_and_a_port_its_setting() {
    for setting in [
        "none",
        "file:/home/lea/tickets.txt",
        "raw:tickets",
        "/dev/usb/lp0",
        "/dev/ttyUSB0:19200",
        "tcp:192.168.1.50:9100",
        "tcp:[fe80::1]:9101",
    ] {
        assert_eq!(port(setting).to_string(), setting);
    }
    assert_eq!(
        port("imprimante.local:9100").to_string(),
        "tcp:imprimante.local:9100"
    );
    assert_eq!(port("tcp:imprimante").to_string(), "tcp:imprimante:9100");
    assert_eq!(port("file:/t").form(), Form::Text);
    assert_eq!(port("raw:/t").form(), Form::Bytes);
    for unclear in [
        "",
        "lp0",
        "file:",
        "tcp:",
        "host:",
        "host:0",
        "host:99999",
        "a b:9100",
        "::1",
    ] {
        assert!(unclear.parse::<Port>().is_err(), "{unclear:?}");
    }
}

#[test]
fn a_device_is_never_made_as_a_file() {
    let device = port("file:/dev/usb/lp77");
    assert!(matches!(device, Port::Device { .. }));
    for device in [device, port("/tmp/no-such-printer-of-etal")] {
        let trouble = device.send(&parcel(b"x", Ack::None), &HASTE).unwrap_err();
        assert_eq!(
            (&trouble.cause, trouble.before_first_byte()),
            (&Cause::Absent, true)
        );
    }
    assert!(!Path::new("/tmp/no-such-printer-of-etal").exists());
}

#[test]
fn no_printer_says_so() {
    let trouble = port("none")
        .send(&parcel(b"x", Ack::None), &HASTE)
        .unwrap_err();
    assert_eq!(
        (&trouble.cause, trouble.before_first_byte()),
        (&Cause::NotSet, true)
    );
}

#[test]
fn a_file_grows_by_each_job() {
    let folder = tempdir().unwrap();
    let file = folder.path().join("Marché #1.txt");
    let there = port(&format!("file:{}", file.display()));
    for text in ["un\n\n", "deux\n\n"] {
        assert_eq!(
            there.send(&parcel(text.as_bytes(), Ack::None), &HASTE),
            Ok(Done::Sent)
        );
    }
    assert_eq!(fs::read_to_string(file).unwrap(), "un\n\ndeux\n\n");
}

#[test]
fn a_folder_holds_one_file_for_each_job() {
    let folder = tempdir().unwrap();
    for (scheme, ending) in [("file", "txt"), ("raw", "bin")] {
        let there = port(&format!("{scheme}:{}", folder.path().display()));
        for text in ["un", "deux"] {
            assert_eq!(
                there.send(&parcel(text.as_bytes(), Ack::None), &HASTE),
                Ok(Done::Sent)
            );
        }
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        assert_eq!(read(&format!("receipt-42.{ending}")), "un");
        assert_eq!(read(&format!("receipt-42-2.{ending}")), "deux");
    }
}

#[test]
fn a_missing_folder_and_a_full_device_are_told_apart() {
    let folder = tempdir().unwrap();
    let lost = port(&format!("file:{}/no/tickets.txt", folder.path().display()));
    let trouble = lost.send(&parcel(b"x", Ack::None), &HASTE).unwrap_err();
    assert_eq!(trouble.cause, Cause::NoFolder);
    let full = fs::canonicalize("/dev/full").unwrap();
    let link = folder.path().join("full.txt");
    std::os::unix::fs::symlink(full, &link).unwrap();
    let disk = port(&format!("file:{}", link.display()));
    let trouble = disk.send(&parcel(b"x", Ack::None), &HASTE).unwrap_err();
    assert_eq!(trouble.cause, Cause::NoSpace);
    let trouble = port("/dev/full")
        .send(&parcel(b"x", Ack::None), &HASTE)
        .unwrap_err();
    assert_eq!(trouble.cause, Cause::PaperOut);
}

fn fifo(folder: &Path) -> PathBuf {
    let path = folder.join("printer");
    mknodat(CWD, &path, FileType::Fifo, Mode::from_raw_mode(0o600), 0).unwrap();
    path
}

#[test]
fn a_fifo_without_a_reader_is_a_printer_that_is_off() {
    let folder = tempdir().unwrap();
    let there = port(&fifo(folder.path()).display().to_string());
    let trouble = there.send(&parcel(b"x", Ack::None), &HASTE).unwrap_err();
    assert_eq!(
        (&trouble.cause, trouble.before_first_byte()),
        (&Cause::Absent, true)
    );
}

#[test]
fn a_fifo_that_nobody_reads_stalls_and_is_told() {
    let folder = tempdir().unwrap();
    let path = fifo(folder.path());
    let reader = open(&path, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty()).unwrap();
    let there = port(&path.display().to_string());
    let trouble = there
        .send(&parcel(&vec![b'x'; 200_000], Ack::None), &HASTE)
        .unwrap_err();
    assert_eq!(trouble.cause, Cause::NotTaking);
    assert!((1..200_000).contains(&trouble.sent), "{}", trouble.sent);
    drop(reader);
}

#[test]
fn a_slow_reader_gets_every_byte() {
    let folder = tempdir().unwrap();
    let path = fifo(folder.path());
    let reading = path.clone();
    let reader = thread::spawn(move || {
        let mut file = fs::File::open(reading).unwrap();
        let mut all = Vec::new();
        file.read_to_end(&mut all).unwrap();
        all
    });
    let job: Vec<u8> = (0..300_000_u32)
        .map(|number| number.to_le_bytes()[0])
        .collect();
    let there = port(&path.display().to_string());
    // The reader may not have opened its end yet; a printer that is off is asked again.
    let outcome = loop {
        match there.send(&parcel(&job, Ack::None), &CALM) {
            Err(trouble) if trouble.cause == Cause::Absent => thread::yield_now(),
            outcome => break outcome,
        }
    };
    assert_eq!(outcome, Ok(Done::Sent));
    assert!(reader.join().unwrap() == job);
}

#[test]
fn a_cable_cut_in_the_middle_leaves_the_ticket_unknown() {
    let folder = tempdir().unwrap();
    let path = fifo(folder.path());
    let reader = open(&path, OFlags::RDONLY | OFlags::NONBLOCK, Mode::empty()).unwrap();
    let there = port(&path.display().to_string());
    let cutter = thread::spawn(move || {
        let mut piece = [0; 1000];
        while rustix::io::read(&reader, &mut piece).map_or(0, |count| count) == 0 {
            thread::yield_now();
        }
        drop(reader);
    });
    let trouble = there
        .send(&parcel(&vec![b'x'; 400_000], Ack::None), &CALM)
        .unwrap_err();
    cutter.join().unwrap();
    assert_eq!(
        (&trouble.cause, trouble.before_first_byte()),
        (&Cause::Cut, false)
    );
}

#[test]
fn a_serial_printer_gets_the_bytes_unchanged_and_confirms() {
    let pair = native_pty_system().openpty(PtySize::default()).unwrap();
    let path = pair.master.tty_name().unwrap();
    let mut paper = pair.master.try_clone_reader().unwrap();
    let mut voice = pair.master.take_writer().unwrap();
    let job = b"\x1b@Miel\n\x1dr\x01";
    let printer = thread::spawn(move || {
        let mut heard = vec![0; job.len()];
        paper.read_exact(&mut heard).unwrap();
        // XON first, which is flow control and no answer.
        voice.write_all(&[0x11, 0x00]).unwrap();
        heard
    });
    let there = port(&format!("{}:19200", path.display()));
    assert_eq!(
        there.send(&parcel(job, Ack::PaperStatus), &CALM),
        Ok(Done::Confirmed)
    );
    assert_eq!(printer.join().unwrap(), job);
}

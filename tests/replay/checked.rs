//! The same days as bundles, checked by a program that shares nothing with ours.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]
#![expect(clippy::print_stdout, reason = "says that it did nothing")]

use std::{fs, path::Path};

use ed25519_dalek::{Signer, SigningKey};
use etal::{
    domain::{
        ids::unhex,
        journal::{Entry, FORMAT, Fact},
        segment::Segment,
    },
    exchange::{bundle, outbox},
    store::Store,
};

use crate::bundles;

/// Writes the bundles of all closings, has them checked, and then with one byte changed in each
/// file of the last one.
pub fn bundles_hold(store: &Store) {
    let dir = tempfile::tempdir().unwrap();
    let outbox = dir.path().join("outbox");
    let names = bundles::write(store, &outbox);
    let Some(output) = bundles::verify(&[&outbox]) else {
        println!("skipped: no Python");
        return;
    };
    let lines = bundles::said(&output);
    assert!(output.status.success(), "{lines:#?}");
    for (line, name) in lines.iter().zip(&names) {
        assert!(line.starts_with(&format!("{name} : in order, ")), "{line}");
    }
    assert_eq!(lines.len(), names.len());
    for file in files(&outbox.join(names.last().unwrap())) {
        a_changed_byte_is_named(&outbox, names.last().unwrap(), &file);
    }
}

/// Every file of a folder, by its path in it.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).iter().map(|it| format!("{name}/{it}")));
        } else {
            found.push(name);
        }
    }
    found
}

fn a_changed_byte_is_named(outbox: &Path, name: &str, file: &str) {
    let path = outbox.join(name).join(file);
    let good = fs::read(&path).unwrap();
    let mut bad = good.clone();
    let middle = bad.len() / 2;
    *bad.get_mut(middle).unwrap() ^= 1;
    fs::write(&path, &bad).unwrap();
    let output = bundles::verify(&[&outbox.join(name)]).unwrap();
    let lines = bundles::said(&output);
    assert_eq!(output.status.code(), Some(1), "{file}: {lines:?}");
    assert_eq!(lines.len(), 1, "{file}: {lines:?}");
    let line = lines.first().unwrap();
    assert!(line.starts_with(&format!("{name} : WRONG: ")), "{line}");
    let named = match file {
        "datapackage.json.sig" => "signature",
        other => other,
    };
    assert!(line.contains(named), "{file}: {line}");
    fs::write(&path, &good).unwrap();
}

/// Somebody who has the till's key changes what the Z says, or what was paid, and signs it all
/// anew: hashes and signatures hold, and the sums give it away.
pub fn a_forger_with_the_key_is_given_away_by_the_sums(store: &Store, data: &Path) {
    let key = fs::read_to_string(data.join("till.key")).unwrap();
    let key = SigningKey::from_bytes(&unhex(key.trim()).unwrap());
    let segment = store.segment("A-Z1").unwrap().unwrap();
    for (from, to, named) in FORGED {
        let dir = tempfile::tempdir().unwrap();
        let forged = forged(&segment, &key, (from, to));
        let made = bundle::files(&forged).unwrap();
        let seal = bundle::seal(&key.sign(made.manifest()).to_bytes());
        outbox::write(dir.path(), &made.name, &made.files, &seal).unwrap();
        let Some(output) = bundles::verify(&[dir.path()]) else {
            println!("skipped: no Python");
            return;
        };
        let lines = bundles::said(&output);
        assert_eq!(output.status.code(), Some(1), "{from}: {lines:?}");
        assert!(lines.first().unwrap().contains(named), "{from}: {lines:?}");
    }
}

/// What is changed in the closing, into what, and what the verifier names.
const FORGED: [(&str, &str, &str); 4] = [
    ("\"turnover\":", "\"turnover\":1", "Z: "),
    (
        "\"drawer_openings\":",
        "\"drawer_openings\":7",
        "Z: drawer_openings",
    ),
    ("\"counted\":", "\"counted\":1", "Z: "),
    (
        "\"algebraic_cents\":",
        "\"algebraic_cents\":9",
        "Z: perpetual total",
    ),
];

/// The segment with a digit more somewhere in its closing, sealed anew.
fn forged(segment: &Segment, key: &SigningKey, (from, to): (&str, &str)) -> Segment {
    let mut forged = segment.clone();
    let last = forged.entries.pop().unwrap();
    let payload = last.payload.replacen(from, to, 1);
    let Fact::Closing(closing) = Fact::read("closing", FORMAT, &payload).unwrap() else {
        panic!("a closing");
    };
    forged.closing = *closing;
    forged
        .entries
        .push(Entry::seal(last.heading, payload, last.prev, key));
    forged
}

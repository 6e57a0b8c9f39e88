//! The manifest says what is there, and what is signed.

use std::process::Command;

use ed25519_dalek::{Signature, VerifyingKey};
use etal::{
    domain::ids::{hex, unhex},
    exchange::{
        bundle::{MANIFEST, seal},
        outbox::{Written, write},
    },
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::day::{bundle, closed_day, rows};

#[test]
fn every_file_is_told_with_its_size_and_hash() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let manifest: Value = serde_json::from_slice(bundle.manifest()).unwrap();
    let told = manifest["resources"].as_array().unwrap();
    let (last, others) = bundle.files.split_last().unwrap();
    assert_eq!(last.0, MANIFEST);
    assert_eq!(told.len(), others.len());
    for ((path, bytes), told) in others.iter().zip(told) {
        assert_eq!(told["path"], **path);
        assert_eq!(told["bytes"], bytes.len());
        let hash = format!("sha256:{}", hex(&Sha256::digest(bytes)));
        assert_eq!(told["hash"], *hash, "{path}");
        if told["format"] != "csv" {
            continue;
        }
        let fields = told["schema"]["fields"].as_array().unwrap();
        let names: Vec<&str> = fields
            .iter()
            .map(|it| it["name"].as_str().unwrap())
            .collect();
        let titles = crate::day::text(&bundle, path).lines().next().unwrap();
        let titles = titles.trim_start_matches('\u{feff}').replace('"', "");
        let delimiter = told["dialect"]["delimiter"].as_str().unwrap();
        assert_eq!(titles.split(delimiter).collect::<Vec<_>>(), names, "{path}");
    }
}

#[test]
fn it_says_where_the_segment_begins_and_ends_and_what_it_came_to() {
    let (mut market, _) = closed_day();
    let lines = vec![market.goods(1, 2)];
    market.sell(lines, &[("cash", 202, None)]);
    let closing = market.close(1_000).closing;
    let bundle = bundle(&market, &closing.name);
    let manifest: Value = serde_json::from_slice(bundle.manifest()).unwrap();
    let journal = rows(&bundle, "data/journal.csv");
    let (first, last) = (journal.first().unwrap(), journal.last().unwrap());
    let run = &manifest["x_epochs"][0];
    assert_eq!(run["first_seq"].to_string(), first["seq"]);
    assert_eq!(run["last_seq"].to_string(), last["seq"]);
    assert_eq!(run["prev_hash"], *first["prev"]);
    assert_eq!(run["last_hash"], *last["hash"]);
    assert_eq!(run["prev_hash"], manifest["x_closing"]["previous"]["hash"]);
    assert_eq!(manifest["x_entries"], journal.len());
    assert_eq!(manifest["x_totals"]["turnover"], 202);
    let total = &manifest["x_totals"]["perpetual"]["algebraic_cents"];
    assert_eq!(*total, closing.total.algebraic_cents);
    assert_eq!(manifest["created"], "2026-11-21T08:13:30+01:00");
    assert_eq!(manifest["name"], "2026-11-21_a-e1_z0002");
}

#[test]
fn the_tills_key_signs_it_and_the_seal_is_one_line() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let signature = market.store.sign(1, bundle.manifest()).unwrap();
    let seal = String::from_utf8(seal(&signature)).unwrap();
    let line = seal.strip_suffix('\n').unwrap();
    let read: [u8; 64] = unhex(line).unwrap();
    let manifest: Value = serde_json::from_slice(bundle.manifest()).unwrap();
    let key = unhex(manifest["x_public_key"].as_str().unwrap()).unwrap();
    let key = VerifyingKey::from_bytes(&key).unwrap();
    let signature = Signature::from_bytes(&read);
    assert!(key.verify_strict(bundle.manifest(), &signature).is_ok());
    let mut changed = bundle.manifest().to_vec();
    changed[100] ^= 1;
    assert!(key.verify_strict(&changed, &signature).is_err());
}

#[test]
fn every_entry_is_there_lossless() {
    let (market, closing) = closed_day();
    let segment = crate::day::segment(&market, &closing.name);
    let journal = rows(&bundle(&market, &closing.name), "data/journal.csv");
    assert_eq!(journal.len(), segment.entries.len());
    for (row, entry) in journal.iter().zip(&segment.entries) {
        let heading = &entry.heading;
        let text = format!(
            "etal-journal-1\ntill={}\nepoch={}\nseq={}\nuid={}\nkind={}\nat={}\noffset={}\nday={}\n\
             operator={}\nprev={}\npayload={}\n",
            row["till"],
            row["epoch"],
            row["seq"],
            row["uid"],
            row["kind"],
            row["at_utc_ms"],
            row["offset_min"],
            row["business_day"],
            row["operator"],
            row["prev"],
            row["payload"],
        );
        assert_eq!(hex(&Sha256::digest(text)), row["hash"], "{}", heading.seq);
        assert_eq!(row["sig"], hex(&entry.sig));
    }
}

#[test]
fn frictionless_accepts_it_where_it_is_installed() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let signature = market.store.sign(1, bundle.manifest()).unwrap();
    let outbox = tempfile::tempdir().unwrap();
    let written = write(
        outbox.path(),
        &bundle.name,
        &bundle.files,
        &seal(&signature),
    );
    assert_eq!(written, Ok(Written::Now));
    let asked = Command::new("frictionless")
        .args(["validate", MANIFEST])
        .current_dir(outbox.path().join(&bundle.name))
        .output();
    match asked {
        Ok(answer) => {
            let said = String::from_utf8_lossy(&answer.stdout);
            assert!(answer.status.success(), "{said}");
        }
        Err(_) => println!("frictionless (PyPI) is not installed: not asked"),
    }
}

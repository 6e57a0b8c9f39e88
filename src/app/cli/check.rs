//! `etal verify` and `etal rebuild`: whether the journal holds, and everything made anew from it.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    super::{desk, folders::Folders},
    arguments::{Answers, Full},
    refusal::Refusal,
};
use crate::{
    domain::label::Label,
    store::{BadEntry, Beside, Depth, Difference, Fault, How, RebuildReport, Store, VerifyReport},
    ui::words::Words,
};

/// So many differences are said one by one; a longer list is for `--json`.
const SAID_MOST: usize = 50;

/// Checks the journal and what was made from it; anything wrong is a failure.
pub fn verify(
    store: &Store,
    full: Full,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let depth = match full {
        Full::Yes => Depth::Full,
        Full::No => Depth::Links,
    };
    let report = store.verify(depth)?;
    match answers {
        Answers::Json => writeln!(out, "{}", verify_json(&report))?,
        Answers::Words => verify_words(&report, words, out)?,
    }
    if report.is_clean() {
        Ok(())
    } else {
        Err(Refusal::Told(words.say("check-not-clean")))
    }
}

fn verify_words(report: &VerifyReport, words: &Words, out: &mut impl Write) -> Result<(), Refusal> {
    let (entries, tickets) = (report.entries.to_string(), report.tickets.to_string());
    let counts = [("entries", entries.as_str()), ("tickets", tickets.as_str())];
    writeln!(out, "{}", words.say_with("check-counts", &counts))?;
    if let Some(bad) = &report.first_bad {
        writeln!(out, "{}", bad_sentence(bad, words))?;
        writeln!(
            out,
            "{}",
            words.say_with("check-bad-count", &[("n", &report.bad.to_string())])
        )?;
    }
    for difference in report.differences.iter().take(SAID_MOST) {
        writeln!(out, "{}", difference_sentence(difference, words))?;
    }
    if report.differences.len() > SAID_MOST {
        let more = report.differences.len() - SAID_MOST;
        writeln!(
            out,
            "{}",
            words.say_with("check-more", &[("n", &more.to_string())])
        )?;
    }
    for line in &report.file {
        writeln!(out, "{}", words.say_with("check-file", &[("what", line)]))?;
    }
    for (table, rows) in &report.outside {
        let rows = rows.to_string();
        let blanks = [("table", *table), ("rows", rows.as_str())];
        writeln!(out, "{}", words.say_with("check-outside", &blanks))?;
    }
    if report.is_clean() {
        writeln!(out, "{}", words.say("check-clean"))?;
    }
    Ok(())
}

/// The first sentence of what is wrong; none if all holds.
pub fn first_wrong(report: &VerifyReport, words: &Words) -> Option<String> {
    let bad = report.first_bad.iter().map(|it| bad_sentence(it, words));
    let differences = (report.differences.iter()).map(|it| difference_sentence(it, words));
    let file = report.file.iter();
    let file = file.map(|line| words.say_with("check-file", &[("what", line)]));
    bad.chain(differences).chain(file).next()
}

/// Makes the database anew; what could not be saved is said, and is a failure.
pub fn rebuild(
    folders: &Folders,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let name = Label::new(&words.say("cli-new-stall")).ok_or(Refusal::NoHome)?;
    let report = Store::rebuild(&desk::store_opening(folders, &name)?)?;
    match answers {
        Answers::Json => writeln!(out, "{}", rebuild_json(&report))?,
        Answers::Words => rebuild_words(&report, words, out)?,
    }
    if report.bad == 0 && report.lost_at_the_end == 0 {
        Ok(())
    } else {
        Err(Refusal::Told(words.say("check-rebuilt-with-loss")))
    }
}

fn rebuild_words(
    report: &RebuildReport,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let (entries, tickets) = (report.entries.to_string(), report.tickets.to_string());
    let counts = [("entries", entries.as_str()), ("tickets", tickets.as_str())];
    writeln!(out, "{}", words.say_with("check-rebuilt", &counts))?;
    if report.carved > 0 {
        let carved = report.carved.to_string();
        writeln!(out, "{}", words.say_with("check-carved", &[("n", &carved)]))?;
    }
    if report.lost_at_the_end > 0 {
        let lost = report.lost_at_the_end.to_string();
        writeln!(out, "{}", words.say_with("check-lost", &[("n", &lost)]))?;
    }
    if let Some(bad) = &report.first_bad {
        writeln!(out, "{}", bad_sentence(bad, words))?;
    }
    if report.beside == Beside::Lost {
        writeln!(out, "{}", words.say("check-beside-lost"))?;
    }
    if let Some(epoch) = report.new_epoch {
        let epoch = epoch.to_string();
        writeln!(
            out,
            "{}",
            words.say_with("check-new-epoch", &[("epoch", &epoch)])
        )?;
    }
    let old = report.old.display().to_string();
    Ok(writeln!(
        out,
        "{}",
        words.say_with("check-old", &[("path", &old)])
    )?)
}

fn bad_sentence(bad: &BadEntry, words: &Words) -> String {
    let (id, detail) = match &bad.fault {
        Fault::Hash => ("check-fault-hash", String::new()),
        Fault::Link => ("check-fault-link", String::new()),
        Fault::Gap { from } => ("check-fault-gap", from.to_string()),
        Fault::Signature => ("check-fault-signature", String::new()),
        Fault::Identity => ("check-fault-identity", String::new()),
        Fault::Closing => ("check-fault-closing", String::new()),
        Fault::Unbalanced(sums) => (
            "check-fault-unbalanced",
            format!(
                "{} / {} / {}",
                sums.paid.plain(),
                sums.shares.plain(),
                sums.payments.plain()
            ),
        ),
        Fault::Unreadable(detail) => ("check-fault-unreadable", detail.clone()),
    };
    let fault = words.say_with(id, &[("detail", &detail)]);
    let (epoch, seq) = (bad.epoch.to_string(), bad.seq.to_string());
    words.say_with(
        "check-first-bad",
        &[
            ("till", &bad.till),
            ("epoch", &epoch),
            ("seq", &seq),
            ("fault", &fault),
        ],
    )
}

fn difference_sentence(difference: &Difference, words: &Words) -> String {
    let id = match difference.how {
        How::Missing => "check-missing",
        How::Surplus => "check-surplus",
        How::Other => "check-other",
        How::Damaged => "check-damaged",
    };
    words.say_with(id, &[("table", difference.table), ("key", &difference.key)])
}

fn verify_json(report: &VerifyReport) -> Value {
    let differences: Vec<Value> = report
        .differences
        .iter()
        .map(|it| json!({"table": it.table, "key": it.key, "how": how_id(it.how)}))
        .collect();
    let outside: Vec<Value> = report
        .outside
        .iter()
        .map(|(table, rows)| json!({"table": table, "rows": rows}))
        .collect();
    json!({
        "clean": report.is_clean(),
        "entries": report.entries,
        "tickets": report.tickets,
        "bad": report.bad,
        "first_bad": report.first_bad.as_ref().map(bad_json),
        "differences": differences,
        "file": report.file,
        "outside": outside,
    })
}

fn rebuild_json(report: &RebuildReport) -> Value {
    json!({
        "entries": report.entries,
        "tickets": report.tickets,
        "carved": report.carved,
        "lost_at_the_end": report.lost_at_the_end,
        "bad": report.bad,
        "first_bad": report.first_bad.as_ref().map(bad_json),
        "drafts_kept": report.beside == Beside::Kept,
        "new_epoch": report.new_epoch,
        "old": report.old.display().to_string(),
    })
}

fn bad_json(bad: &BadEntry) -> Value {
    let (fault, detail) = match &bad.fault {
        Fault::Hash => ("hash", Value::Null),
        Fault::Link => ("link", Value::Null),
        Fault::Gap { from } => ("gap", json!({ "from": from })),
        Fault::Signature => ("signature", Value::Null),
        Fault::Identity => ("identity", Value::Null),
        Fault::Closing => ("closing", Value::Null),
        Fault::Unbalanced(sums) => (
            "unbalanced",
            json!({"paid": sums.paid, "shares": sums.shares, "payments": sums.payments}),
        ),
        Fault::Unreadable(detail) => ("unreadable", json!(detail)),
    };
    json!({
        "till": bad.till, "epoch": bad.epoch, "seq": bad.seq, "fault": fault, "detail": detail,
    })
}

const fn how_id(how: How) -> &'static str {
    match how {
        How::Missing => "missing",
        How::Surplus => "surplus",
        How::Other => "other",
        How::Damaged => "damaged",
    }
}

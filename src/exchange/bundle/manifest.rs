//! `datapackage.json`: what every file is, its size and hash, and what the closing came to
//! (Frictionless Data Package 2.0, <https://datapackage.org>).

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{
    column::{Column, Dialect, Holds, Sheet},
    people::README,
    period::{Period, of_epoch},
};
use crate::domain::{
    closing::Perpetual, figures::TenderRow, ids::hex, journal::Entry, label::Label, money::Money,
    settlement::RateRow, time::Moment,
};

/// The format that `docs/BUNDLE.md` tells of.
const FORMAT: u32 = 1;

#[derive(Serialize)]
struct Manifest<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: String,
    title: String,
    created: String,
    version: &'static str,
    x_format: u32,
    x_program: &'a str,
    x_till: &'a str,
    x_name: &'a Label,
    x_epoch: u32,
    x_public_key: &'a str,
    x_closing: Closing<'a>,
    x_entries: usize,
    x_epochs: Vec<Run<'a>>,
    x_totals: Totals<'a>,
    x_formula_guard: bool,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Closing<'a> {
    name: &'a str,
    number: u64,
    label: &'a str,
    hash: String,
    previous: Option<Previous<'a>>,
}

#[derive(Serialize)]
struct Previous<'a> {
    name: &'a str,
    epoch: u32,
    seq: u64,
    hash: &'a str,
}

/// The entries of one epoch.
#[derive(Serialize)]
struct Run<'a> {
    epoch: u32,
    public_key: &'a str,
    first_seq: u64,
    last_seq: u64,
    prev_hash: String,
    last_hash: String,
}

#[derive(Serialize)]
struct Totals<'a> {
    turnover: Money,
    tenders: &'a [TenderRow],
    vat: &'a [RateRow],
    perpetual: Perpetual,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    kind: Option<&'static str>,
    path: &'static str,
    title: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<Written>,
    #[serde(skip_serializing_if = "Option::is_none")]
    schema: Option<Schema>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    header: bool,
    delimiter: &'static str,
    line_terminator: &'static str,
    quote_char: &'static str,
    double_quote: bool,
    skip_initial_space: bool,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Schema {
    fields: Vec<Told>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    primary_key: &'static [&'static str],
    missing_values: [&'static str; 1],
}

/// A column as the manifest tells it.
#[derive(Serialize)]
struct Told {
    name: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "decimalChar", skip_serializing_if = "Option::is_none")]
    decimal_char: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    x_unit: Option<&'static str>,
}

/// The manifest of a folder of this name with these files.
pub(super) fn manifest(period: &Period, name: &str, readme: &[u8], sheets: &[Sheet]) -> Vec<u8> {
    let closing = &period.segment.closing;
    let identity = period.identity;
    let mut resources = vec![page(readme)];
    resources.extend(sheets.iter().map(table));
    let manifest = Manifest {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: name.to_lowercase(),
        title: format!(
            "Clôture {} de la caisse {}, marché du {}",
            closing.name, identity.name, closing.label
        ),
        created: rfc3339(period.end.heading.at),
        version: "1.0.0",
        x_format: FORMAT,
        x_program: &closing.version,
        x_till: &identity.till,
        x_name: &identity.name,
        x_epoch: period.end.heading.epoch,
        x_public_key: &identity.public_key,
        x_closing: Closing {
            name: &closing.name,
            number: closing.number,
            label: &closing.label,
            hash: hex(&period.end.hash),
            previous: closing.previous.as_ref().map(|it| Previous {
                name: &it.name,
                epoch: it.place.epoch,
                seq: it.place.seq,
                hash: &it.hash,
            }),
        },
        x_entries: period.segment.entries.len(),
        x_epochs: epochs(period),
        x_totals: Totals {
            turnover: closing.figures.turnover,
            tenders: &closing.figures.tenders,
            vat: &closing.figures.vat,
            perpetual: closing.total,
        },
        x_formula_guard: true,
        resources,
    };
    #[expect(
        clippy::expect_used,
        reason = "no map with other keys than texts is in it"
    )]
    let mut text = serde_json::to_vec_pretty(&manifest).expect("a manifest in memory");
    text.push(b'\n');
    text
}

fn epochs<'a>(period: &Period<'a>) -> Vec<Run<'a>> {
    let same = |one: &Entry, other: &Entry| one.heading.epoch == other.heading.epoch;
    let runs = period.segment.entries.chunk_by(same);
    let told = runs.filter_map(|run| {
        let (first, last) = (run.first()?, run.last()?);
        let epoch = first.heading.epoch;
        Some(Run {
            epoch,
            public_key: &of_epoch(period.segment, epoch).ok()?.public_key,
            first_seq: first.heading.seq,
            last_seq: last.heading.seq,
            prev_hash: hex(&first.prev),
            last_hash: hex(&last.hash),
        })
    });
    told.collect()
}

fn page(bytes: &[u8]) -> Resource {
    Resource {
        name: "lisezmoi",
        kind: None,
        path: README,
        title: "Ce qu’est ce dossier",
        format: "txt",
        mediatype: "text/plain",
        encoding: "utf-8",
        bytes: bytes.len(),
        hash: hash(bytes),
        dialect: None,
        schema: None,
    }
}

fn table(sheet: &Sheet) -> Resource {
    let delimiter = match sheet.dialect {
        Dialect::People => ";",
        Dialect::Machines => ",",
    };
    Resource {
        name: sheet.name,
        kind: Some("table"),
        path: sheet.path,
        title: sheet.title,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: sheet.bytes.len(),
        hash: hash(&sheet.bytes),
        dialect: Some(Written {
            header: true,
            delimiter,
            line_terminator: "\r\n",
            quote_char: "\"",
            double_quote: true,
            skip_initial_space: false,
        }),
        schema: Some(Schema {
            fields: sheet.columns.iter().map(told).collect(),
            primary_key: sheet.key,
            missing_values: [""],
        }),
    }
}

fn told(column: &Column) -> Told {
    let (kind, x_unit) = match column.holds {
        Holds::Text => ("string", None),
        Holds::Flag => ("boolean", None),
        Holds::Day => ("date", None),
        Holds::Hour => ("time", None),
        Holds::Whole => ("integer", None),
        Holds::Parts(unit) => ("integer", Some(unit)),
        Holds::Decimal(unit) => ("number", Some(unit)),
    };
    Told {
        name: column.name,
        kind,
        decimal_char: (kind == "number").then_some(","),
        x_unit,
    }
}

fn hash(bytes: &[u8]) -> String {
    format!("sha256:{}", hex(&Sha256::digest(bytes)))
}

/// A moment as RFC 3339 has it, to the second.
fn rfc3339(at: Moment) -> String {
    let (sign, offset) = if at.offset_min < 0 {
        ('-', at.offset_min.saturating_neg())
    } else {
        ('+', at.offset_min)
    };
    let local = at.local().strftime("%Y-%m-%dT%H:%M:%S");
    format!("{local}{sign}{:02}:{:02}", offset / 60, offset % 60)
}

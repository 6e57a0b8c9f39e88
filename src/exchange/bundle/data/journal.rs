//! The whole segment, lossless: what every other file is drawn from.

use super::{AT, DAY, OFFSET, number};
use crate::{
    domain::{
        ids::hex,
        journal::{Entry, FORMAT},
        segment::Segment,
    },
    exchange::{
        bundle::column::{Column, Named, Sheet, text, whole},
        exact::Field,
    },
};

const COLUMNS: &[Column] = &[
    text("till"),
    whole("epoch"),
    whole("seq"),
    text("uid"),
    text("kind"),
    whole("format"),
    AT,
    OFFSET,
    DAY,
    text("operator"),
    text("payload"),
    text("prev"),
    text("hash"),
    text("sig"),
];

pub(super) fn sheet(segment: &Segment) -> Sheet {
    let rows: Vec<Vec<Field>> = segment.entries.iter().map(row).collect();
    let named = Named {
        name: "journal",
        path: "data/journal.csv",
        title: "Le journal : toutes les écritures, avec empreintes et signatures",
        columns: COLUMNS,
        key: &["epoch", "seq"],
    };
    named.exactly(&rows)
}

fn row(entry: &Entry) -> Vec<Field> {
    let heading = &entry.heading;
    vec![
        heading.till.as_str().into(),
        number(heading.epoch),
        number(heading.seq),
        heading.uid.to_string().into(),
        heading.kind.as_str().into(),
        number(FORMAT),
        Field::Whole(heading.at.utc_ms),
        number(heading.at.offset_min),
        heading.business_day.as_str().into(),
        heading.operator.as_str().into(),
        entry.payload.as_str().into(),
        hex(&entry.prev).into(),
        hex(&entry.hash).into(),
        hex(&entry.sig).into(),
    ]
}

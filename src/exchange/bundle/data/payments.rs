//! Every payment of every ticket.

use super::{columns, flag, named, number, place, ticket, words};
use crate::exchange::{
    bundle::{
        column::{Column, Holds, Named, Sheet, cents, column, text, whole},
        period::Period,
    },
    exact::Field,
};

const COLUMNS: [Column; 17] = columns(
    "n",
    &[
        text("ticket"),
        text("reverses"),
        text("corrects"),
        text("tender"),
        text("tender_name"),
        text("tender_kind"),
        cents("amount"),
        column("change", Holds::Flag),
        text("of"),
        whole("pieces"),
    ],
);

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows: Vec<Vec<Field>> = Vec::new();
    for (heading, on) in period.tickets() {
        for (n, payment) in on.payments.iter().enumerate() {
            let mut row = place(heading, n);
            row.extend([
                on.name.as_str().into(),
                ticket(on.reverses.as_ref()),
                ticket(on.corrects.as_ref()),
                named(Some(&payment.tender)),
                payment.name.as_ref().into(),
                words::means(payment.kind).into(),
                payment.cents.into(),
                flag(payment.change),
                named(payment.of.as_ref()),
                payment.pieces.map_or(Field::Empty, number),
            ]);
            rows.push(row);
        }
    }
    let named = Named {
        name: "payments",
        path: "data/payments.csv",
        title: "Les paiements des tickets",
        columns: &COLUMNS,
        key: &["epoch", "seq", "n"],
    };
    named.exactly(&rows)
}

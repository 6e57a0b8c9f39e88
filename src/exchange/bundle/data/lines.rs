//! Every line of every ticket: what was sold, for how much, and whose money it is.

use super::{columns, flag, line, named, place, ticket, words};
use crate::{
    domain::{
        journal::Heading,
        money::Money,
        settings::Bearer,
        ticket::{Owner, Party, Ticket, TicketLine},
    },
    exchange::{
        bundle::{
            column::{Column, Holds, Named, Sheet, cents, column, text},
            period::{Period, producer, share},
        },
        exact::Field,
    },
};

const COLUMNS: [Column; 47] = columns(
    "line",
    &[
        text("ticket"),
        text("reverses"),
        text("corrects"),
        text("tariff"),
        text("tariff_name"),
        column("tariff_percent", Holds::Parts("hundredth_percent")),
        text("kind"),
        text("product"),
        text("code"),
        text("label"),
        column("quantity", Holds::Parts("thousandth")),
        text("unit"),
        cents("price"),
        cents("base"),
        cents("discount_producer"),
        cents("discount_pot"),
        cents("discount_coop"),
        cents("paid"),
        column("vat", Holds::Parts("hundredth_percent")),
        cents("net"),
        cents("tax"),
        text("seller"),
        text("seller_name"),
        text("department"),
        text("department_name"),
        text("producer"),
        cents("share_producer"),
        cents("share_commission"),
        cents("share_pot"),
        cents("share_unattributed"),
        cents("share_deposit"),
        cents("share_account"),
        cents("share_fund"),
        cents("share_credit_note"),
        text("share_of"),
        column("from_stock", Holds::Flag),
        text("returned"),
        text("reason"),
        text("takes_back"),
        text("stands_for"),
    ],
);

/// The owners of shares, in the order of their columns.
const OWNERS: [Owner; 8] = [
    Owner::Producer,
    Owner::Commission,
    Owner::Pot,
    Owner::Unattributed,
    Owner::Deposit,
    Owner::Account,
    Owner::Fund,
    Owner::CreditNote,
];

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows = Vec::new();
    for (heading, ticket) in period.tickets() {
        let lines = ticket.lines.iter().enumerate();
        rows.extend(lines.map(|(at, line)| row((heading, at), ticket, line)));
    }
    let named = Named {
        name: "lines",
        path: "data/lines.csv",
        title: "Les lignes des tickets",
        columns: &COLUMNS,
        key: &["epoch", "seq", "line"],
    };
    named.exactly(&rows)
}

fn row((heading, at): (&Heading, usize), on: &Ticket, it: &TicketLine) -> Vec<Field> {
    let mut row = place(heading, at);
    let tariff = on.tariff.as_ref();
    row.extend([
        on.name.as_str().into(),
        ticket(on.reverses.as_ref()),
        ticket(on.corrects.as_ref()),
        named(tariff.map(|it| &it.id)),
        tariff.map(|it| &it.name).into(),
        tariff.map(|it| i64::from(it.percent.0)).into(),
        words::line(it.kind).into(),
        named(it.product.as_ref()),
        named(it.code.as_ref()),
        (&it.label).into(),
        it.quantity.into(),
        it.unit.id().into(),
        it.price.into(),
        it.base.into(),
        off(it, Bearer::Producer),
        off(it, Bearer::Pot),
        off(it, Bearer::Coop),
        it.paid.into(),
        it.vat.map(|rate| i64::from(rate.0)).into(),
        it.net.into(),
        (it.paid - it.net).into(),
    ]);
    row.extend(party(Some(&it.seller)));
    row.extend(party(it.department.as_ref()));
    row.push(named(producer(it)));
    row.extend(OWNERS.map(|owner| share(it, owner).into()));
    row.extend([
        share_of(it),
        flag(it.from_stock),
        it.returned.map(words::returned).into(),
        it.reason.map(words::back).into(),
        line(it.takes_back.as_ref()),
        line(it.stands_for.as_ref()),
    ]);
    row
}

/// What was taken off at the expense of one bearer.
fn off(it: &TicketLine, by: Bearer) -> Field {
    let mut hers = it.discounts.iter().filter(|it| it.by == by).peekable();
    match hers.peek() {
        Some(_) => hers.map(|it| it.cents).sum::<Money>().into(),
        None => Field::Empty,
    }
}

fn party(party: Option<&Party>) -> [Field; 2] {
    [
        named(party.map(|it| &it.id)),
        party.map(|it| &it.name).into(),
    ]
}

/// Whose exactly the shares are; a line has never more than one name.
fn share_of(it: &TicketLine) -> Field {
    named(it.shares.iter().find_map(|share| share.id.as_ref()))
}

//! What came and went on members' accounts, by reference: no bundle knows who they are.

use super::{columns, named, place, words};
use crate::{
    domain::{
        ids::Id,
        journal::Fact,
        member::MemberChange,
        money::Money,
        ticket::{Owner, Ticket},
    },
    exchange::{
        bundle::{
            column::{Column, Named, Sheet, cents, text},
            period::Period,
        },
        exact::Field,
    },
};

const COLUMNS: [Column; 12] = columns(
    "n",
    &[
        text("ticket"),
        text("member"),
        text("what"),
        text("reason"),
        cents("moves"),
    ],
);

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows: Vec<Vec<Field>> = Vec::new();
    for (heading, fact) in &period.facts {
        let moved = match fact {
            Fact::Ticket(ticket) => by_ticket(ticket),
            Fact::Member(change) => by_hand(change),
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Abandoned(_)
            | Fact::Stock(_)
            | Fact::Settlement(_)
            | Fact::Day(_)
            | Fact::Cash(_)
            | Fact::Count(_)
            | Fact::Closing(_)
            | Fact::Printed(_)
            | Fact::Event(_) => continue,
        };
        for (n, fields) in moved.into_iter().enumerate() {
            let mut row = place(heading, n);
            row.extend(fields);
            rows.push(row);
        }
    }
    let named = Named {
        name: "members",
        path: "data/members.csv",
        title: "Les mouvements des comptes adhérents, par référence, sans nom",
        columns: &COLUMNS,
        key: &["epoch", "seq", "n"],
    };
    named.exactly(&rows)
}

fn by_ticket(ticket: &Ticket) -> Vec<[Field; 5]> {
    let row = |what: &str, member: Option<&Id>, moves: Money| {
        [
            ticket.name.as_str().into(),
            named(member),
            what.into(),
            Field::Empty,
            moves.into(),
        ]
    };
    let shares = ticket.lines.iter().flat_map(|it| &it.shares);
    let shares = shares.filter(|it| it.to == Owner::Account);
    let payments = ticket.payments.iter();
    let payments = payments.filter(|it| it.kind.owner() == Some(Owner::Account));
    let shares = shares.map(|it| row("line", it.id.as_ref(), it.cents));
    let payments = payments.map(|it| row("payment", it.of.as_ref(), -it.cents));
    shares.chain(payments).collect()
}

fn by_hand(change: &MemberChange) -> Vec<[Field; 5]> {
    let reason = change.reason.map(words::moved);
    let row = |member: &Id, moves: Money| {
        [
            Field::Empty,
            named(Some(member)),
            "move".into(),
            reason.into(),
            moves.into(),
        ]
    };
    let moves = change.moves.iter();
    moves.map(|it| row(&it.member, it.cents)).collect()
}

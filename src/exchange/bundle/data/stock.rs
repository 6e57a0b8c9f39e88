//! Goods that came and went, by tickets and otherwise.

use super::{columns, named, place, words};
use crate::{
    domain::{
        facts::{StockMove, StockWay},
        journal::Fact,
        quantity::Quantity,
        ticket::{Returned, Ticket, TicketLine},
    },
    exchange::{
        bundle::{
            column::{Column, Holds, Named, Sheet, column, text},
            period::Period,
        },
        exact::Field,
    },
};

const COLUMNS: [Column; 16] = columns(
    "n",
    &[
        text("ticket"),
        text("what"),
        text("reason"),
        text("product"),
        text("code"),
        text("label"),
        text("unit"),
        column("quantity", Holds::Parts("thousandth")),
        column("moves", Holds::Parts("thousandth")),
    ],
);

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows: Vec<Vec<Field>> = Vec::new();
    for (heading, fact) in &period.facts {
        let mut add = |n, fields: [Field; 9]| {
            let mut row = place(heading, n);
            row.extend(fields);
            rows.push(row);
        };
        match fact {
            Fact::Ticket(ticket) => {
                for (n, line) in ticket.lines.iter().enumerate() {
                    if line.from_stock {
                        add(n, sold(ticket, line));
                    }
                }
            }
            Fact::Stock(stock) => {
                for (n, one) in stock.moves.iter().enumerate() {
                    add(n, moved(one));
                }
            }
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Abandoned(_)
            | Fact::Member(_)
            | Fact::Settlement(_)
            | Fact::Day(_)
            | Fact::Cash(_)
            | Fact::Count(_)
            | Fact::Closing(_)
            | Fact::Printed(_)
            | Fact::Event(_) => {}
        }
    }
    let named = Named {
        name: "stock",
        path: "data/stock.csv",
        title: "Les mouvements du stock",
        columns: &COLUMNS,
        key: &["epoch", "seq", "n"],
    };
    named.exactly(&rows)
}

fn sold(ticket: &Ticket, line: &TicketLine) -> [Field; 9] {
    let moves = match line.returned {
        // What came back and is lost never was on the stall again.
        Some(Returned::Lost) => Quantity::ZERO,
        Some(Returned::OnSale) | None => -line.quantity,
    };
    [
        ticket.name.as_str().into(),
        "sold".into(),
        line.reason.map(words::back).into(),
        named(line.product.as_ref()),
        named(line.code.as_ref()),
        (&line.label).into(),
        line.unit.id().into(),
        line.quantity.into(),
        moves.into(),
    ]
}

fn moved(one: &StockMove) -> [Field; 9] {
    let moves = match one.way {
        StockWay::Delivered => one.quantity,
        StockWay::Lost | StockWay::Given | StockWay::TakenHome => -one.quantity,
    };
    [
        Field::Empty,
        one.way.id().into(),
        one.reason.map(words::gone).into(),
        named(Some(&one.product)),
        named(one.code.as_ref()),
        (&one.label).into(),
        one.unit.id().into(),
        one.quantity.into(),
        moves.into(),
    ]
}

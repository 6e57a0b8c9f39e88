//! What came and went in the drawers without a ticket, and what was counted there.

use super::{columns, named, number, place, words};
use crate::{
    domain::{
        day::{Cash, CashReason, Count, Pieces},
        figures::DrawerRow,
        ids::Id,
        journal::{Fact, Heading},
        label::Label,
        money::Money,
        settings::TenderKind,
        settlement::Settlement,
    },
    exchange::{
        bundle::{
            column::{Column, Named, Sheet, cents, text, whole},
            period::Period,
        },
        exact::Field,
    },
};

const COLUMNS: [Column; 22] = columns(
    "n",
    &[
        text("what"),
        text("reason"),
        text("tender"),
        text("tender_name"),
        text("tender_kind"),
        cents("amount"),
        cents("moves"),
        whole("number"),
        text("pieces"),
        cents("other"),
        cents("left"),
        text("envelope"),
        text("settlement"),
        text("producer"),
        cents("flat"),
    ],
);

/// What stands behind a row's place; what is not said is empty.
#[derive(Default)]
struct Moved<'a> {
    what: &'static str,
    reason: Option<CashReason>,
    means: Option<(&'a Id, Option<&'a Label>, TenderKind)>,
    amount: Money,
    moves: Option<Money>,
    number: Option<u32>,
    pieces: &'a [Pieces],
    other: Option<Money>,
    left: Option<Money>,
    envelope: Option<&'a str>,
    settlement: Option<(&'a Settlement, Money)>,
}

impl Moved<'_> {
    fn row(self, mut place: Vec<Field>) -> Vec<Field> {
        let settlement = self.settlement;
        place.extend([
            self.what.into(),
            self.reason.map(CashReason::id).into(),
            named(self.means.map(|it| it.0)),
            self.means.and_then(|it| it.1).into(),
            self.means.map(|it| words::means(it.2)).into(),
            self.amount.into(),
            self.moves.into(),
            self.number.map_or(Field::Empty, number),
            pieces(self.pieces),
            self.other.into(),
            self.left.into(),
            self.envelope.into(),
            settlement.map(|it| it.0.name.as_str()).into(),
            named(settlement.map(|it| &it.0.producer.id)),
            settlement.map(|it| it.1).into(),
        ]);
        place
    }
}

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows = left(period);
    for (heading, fact) in &period.facts {
        match fact {
            Fact::Cash(cash) => rows.push(moved(cash).row(place(heading, 0))),
            Fact::Count(count) => counted(&mut rows, heading, count),
            Fact::Settlement(settlement) => settled(&mut rows, heading, settlement),
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Ticket(_)
            | Fact::Abandoned(_)
            | Fact::Stock(_)
            | Fact::Member(_)
            | Fact::Day(_)
            | Fact::Closing(_)
            | Fact::Printed(_)
            | Fact::Event(_) => {}
        }
    }
    let named = Named {
        name: "cash",
        path: "data/cash.csv",
        title: "Les mouvements des tiroirs hors tickets, et les comptages",
        columns: &COLUMNS,
        key: &["epoch", "seq", "n"],
    };
    named.exactly(&rows)
}

/// What the closing before left in the drawers whose float nobody counted.
fn left(period: &Period) -> Vec<Vec<Field>> {
    let closing = &period.segment.closing;
    let Some(previous) = &closing.previous else {
        return Vec::new();
    };
    let drawers = closing.figures.drawers.iter();
    let uncounted = drawers.filter(|it| it.float.is_none());
    let row = |(n, it): (usize, &DrawerRow)| {
        let mut place = vec![
            number(previous.place.epoch),
            number(previous.place.seq),
            number(n),
        ];
        place.resize(7, Field::Empty);
        let moved = Moved {
            what: "left",
            means: Some((&it.tender, it.name.as_ref(), it.kind)),
            amount: it.start,
            ..Moved::default()
        };
        moved.row(place)
    };
    uncounted.enumerate().map(row).collect()
}

fn moved(cash: &Cash) -> Moved<'_> {
    Moved {
        what: cash.way.id(),
        reason: cash.reason,
        means: Some((&cash.tender, cash.name.as_ref(), cash.kind)),
        amount: cash.cents,
        moves: cash.way.moves(cash.cents),
        pieces: &cash.pieces,
        left: cash.left,
        envelope: cash.envelope.as_deref(),
        ..Moved::default()
    }
}

fn counted(rows: &mut Vec<Vec<Field>>, heading: &Heading, count: &Count) {
    const WHAT: &str = "count";
    for (n, found) in count.means.iter().enumerate() {
        let moved = Moved {
            what: WHAT,
            means: Some((&found.tender, found.name.as_ref(), found.kind)),
            amount: found.total,
            number: found.number,
            pieces: &found.pieces,
            other: Some(found.other),
            ..Moved::default()
        };
        rows.push(moved.row(place(heading, n)));
    }
    if count.means.is_empty() {
        let moved = Moved {
            what: WHAT,
            ..Moved::default()
        };
        rows.push(moved.row(place(heading, 0)));
    }
}

fn settled(rows: &mut Vec<Vec<Field>>, heading: &Heading, settlement: &Settlement) {
    const WHAT: &str = "settlement";
    for (n, payment) in settlement.payments.iter().enumerate() {
        let flat = if n == 0 { settlement.flat } else { Money::ZERO };
        let moved = Moved {
            what: WHAT,
            means: Some((&payment.tender, payment.name.as_ref(), payment.kind)),
            amount: -payment.cents,
            moves: Some(payment.cents),
            settlement: Some((settlement, flat)),
            ..Moved::default()
        };
        rows.push(moved.row(place(heading, n)));
    }
    if settlement.payments.is_empty() {
        let moved = Moved {
            what: WHAT,
            moves: Some(Money::ZERO),
            settlement: Some((settlement, settlement.flat)),
            ..Moved::default()
        };
        rows.push(moved.row(place(heading, 0)));
    }
}

/// Notes and coins as `5000x3 2000x10`.
fn pieces(pieces: &[Pieces]) -> Field {
    if pieces.is_empty() {
        return Field::Empty;
    }
    let each = pieces
        .iter()
        .map(|it| format!("{}x{}", it.worth.cents(), it.count));
    each.collect::<Vec<_>>().join(" ").into()
}

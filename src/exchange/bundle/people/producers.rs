//! One row per producer: what was sold, what is hers, what she was given.

use std::collections::BTreeMap;

use crate::{
    domain::{catalogue::OWN_PRODUCER, ids::Id, money::Money, search::fold, ticket::Owner},
    exchange::{
        bundle::{
            column::{Column, Named, Sheet, euros, text},
            period::{Period, producer, share},
        },
        sheet::Cell,
    },
};

const COLUMNS: &[Column] = &[
    text("Producteur"),
    text("Identifiant"),
    euros("Ventes €"),
    euros("Commission €"),
    euros("Équilibre €"),
    euros("Part €"),
    euros("Forfait €"),
    euros("À reverser €"),
    euros("Réglé €"),
];

/// What one producer's goods brought, and what she was given.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    sales: Money,
    commission: Money,
    pot: Money,
    flat: Money,
    paid: Money,
}

pub(super) fn sheet(period: &Period) -> Sheet {
    let called = period.names();
    let sums = sums(period).into_iter();
    let mut told: Vec<(String, Option<&Id>, Sums)> = sums
        .filter(|(_, sums)| *sums != Sums::default())
        .map(|(id, sums)| (called.of(id), id, sums))
        .collect();
    told.sort_by_cached_key(|(name, id, _)| (id.is_none(), fold(name), id.cloned()));
    let rows = told.into_iter().map(|(name, id, sums)| {
        let share = sums.sales - sums.commission - sums.pot;
        vec![
            Cell::text(name),
            id.map_or(Cell::Empty, |it| Cell::code(it.as_str())),
            sums.sales.into(),
            sums.commission.into(),
            sums.pot.into(),
            share.into(),
            sums.flat.into(),
            due(id, share - sums.flat).into(),
            sums.paid.into(),
        ]
    });
    let named = Named {
        name: "people-producers",
        path: "producers.csv",
        title: "Un producteur par ligne",
        columns: COLUMNS,
        key: &[],
    };
    named.for_people(rows.collect())
}

/// What goes to a producer: the stall's own goods are its own, and what is nobody's yet waits.
fn due(id: Option<&Id>, amount: Money) -> Money {
    match id {
        Some(id) if id.as_str() != OWN_PRODUCER => amount,
        Some(_) | None => Money::ZERO,
    }
}

/// Per producer, what is nobody's yet under none.
fn sums<'p>(period: &'p Period) -> BTreeMap<Option<&'p Id>, Sums> {
    let mut sums: BTreeMap<Option<&Id>, Sums> = BTreeMap::new();
    for line in period.sold() {
        let hers = sums.entry(producer(line)).or_default();
        hers.sales += line.paid;
        hers.commission += share(line, Owner::Commission).unwrap_or_default();
        hers.pot += share(line, Owner::Pot).unwrap_or_default();
    }
    for settlement in period.settlements() {
        let hers = sums.entry(Some(&settlement.producer.id)).or_default();
        hers.flat += settlement.flat;
        hers.paid += settlement.paid;
    }
    sums
}

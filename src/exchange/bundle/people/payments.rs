//! One row per payment; change is one of its own, below zero.

use super::{count, which, yes};
use crate::exchange::french;
use crate::exchange::{
    bundle::{
        column::{Column, Named, Sheet, euros, text, whole},
        people::TICKET,
        period::Period,
    },
    sheet::Cell,
};

const COLUMNS: &[Column] = &[
    TICKET[0],
    TICKET[1],
    TICKET[2],
    TICKET[3],
    text("Moyen"),
    text("Genre"),
    euros("Montant €"),
    text("Rendu de monnaie"),
    whole("Pièces"),
    text("Référence"),
];

pub(super) fn sheet(period: &Period) -> Sheet {
    let mut rows = Vec::new();
    for (heading, ticket) in period.tickets() {
        for payment in &ticket.payments {
            let mut row = which(heading, ticket);
            row.extend([
                Cell::text(french::means(payment.name.as_ref(), payment.kind)),
                Cell::text(french::of_kind(payment.kind)),
                payment.cents.into(),
                yes(payment.change),
                payment.pieces.map_or(Cell::Empty, count),
                (payment.of.as_ref()).map_or(Cell::Empty, |it| Cell::code(it.as_str())),
            ]);
            rows.push(row);
        }
    }
    let named = Named {
        name: "people-payments",
        path: "payments.csv",
        title: "Un paiement de ticket par ligne ; le rendu de monnaie est en négatif",
        columns: COLUMNS,
        key: &[],
    };
    named.for_people(rows)
}

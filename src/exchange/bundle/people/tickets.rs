//! One row per ticket.

use super::{count, which, yes};
use crate::exchange::french;
use crate::{
    domain::{
        money::Money,
        ticket::{Past, Payment, Ticket},
    },
    exchange::{
        bundle::{
            column::{Column, Named, Sheet, euros, text, whole},
            people::TICKET,
            period::Period,
        },
        sheet::Cell,
    },
};

const COLUMNS: &[Column] = &[
    TICKET[0],
    TICKET[1],
    TICKET[2],
    TICKET[3],
    text("Opérateur"),
    whole("Ventes"),
    whole("Lignes"),
    euros("Total €"),
    euros("Chiffre d’affaires €"),
    euros("TVA comprise €"),
    text("Moyens de paiement"),
    text("Tarif"),
    text("Annule"),
    text("Corrige"),
    text("En retard"),
];

pub(super) fn sheet(period: &Period) -> Sheet {
    let rows = period.tickets().map(|(heading, ticket)| {
        let mut row = which(heading, ticket);
        let sold = || ticket.lines.iter().filter(|it| it.kind.is_sold());
        let new = sold().filter(|it| it.is_new()).count();
        row.extend([
            Cell::text(&*heading.operator),
            count(usize::from(new > 0)),
            count(new),
            ticket.total.into(),
            sold().map(|it| it.paid).sum::<Money>().into(),
            ticket.vat.iter().map(|it| it.tax).sum::<Money>().into(),
            Cell::text(paid_by(&ticket.payments)),
            tariff(ticket),
            past(ticket.reverses.as_ref()),
            past(ticket.corrects.as_ref()),
            yes(period.is_late(&heading.business_day)),
        ]);
        row
    });
    let named = Named {
        name: "people-tickets",
        path: "tickets.csv",
        title: "Un ticket par ligne",
        columns: COLUMNS,
        key: &[],
    };
    named.for_people(rows.collect())
}

/// The means of payment with what each brought, change taken off.
fn paid_by(payments: &[Payment]) -> String {
    let mut means: Vec<(String, Money)> = Vec::new();
    for payment in payments {
        let name = french::means(payment.name.as_ref(), payment.kind);
        match means.iter_mut().find(|it| it.0 == name) {
            Some(sum) => sum.1 += payment.cents,
            None => means.push((name, payment.cents)),
        }
    }
    let said = means
        .into_iter()
        .map(|(name, cents)| format!("{name} {}", french::euros(cents)));
    said.collect::<Vec<_>>().join(", ")
}

fn tariff(ticket: &Ticket) -> Cell {
    ticket
        .tariff
        .as_ref()
        .map_or(Cell::Empty, |it| (&it.name).into())
}

fn past(past: Option<&Past>) -> Cell {
    past.map_or(Cell::Empty, |it| Cell::code(&*it.name))
}

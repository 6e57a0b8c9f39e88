//! What a receipt says of the sellers: each one's VAT table, or the mention that stands for it.

use super::{Line, Mark, body};
use crate::domain::{
    catalogue::OWN_PRODUCER,
    money::VatRate,
    seller::{Seller, VatStatus},
    settings::Stall,
    ticket::{Party, Ticket, VatRow},
};

/// Everybody in whose name something was sold, in the order of the ticket.
pub(super) fn of_goods(ticket: &Ticket) -> Vec<&Party> {
    let mut sellers: Vec<&Party> = Vec::new();
    for line in ticket.lines.iter().filter(|it| it.kind.is_sold()) {
        if !sellers.contains(&&line.seller) {
            sellers.push(&line.seller);
        }
    }
    sellers
}

fn known<'a>(ticket: &'a Ticket, seller: &Party) -> Option<&'a Seller> {
    ticket.sellers.iter().find(|it| it.id == seller.id)
}

/// Why a seller's goods on this ticket bear no VAT; none where they do, or where nobody said.
pub(super) fn exemption(ticket: &Ticket, seller: &Party) -> Option<VatStatus> {
    match known(ticket, seller)?.status? {
        VatStatus::Liable => None,
        status @ (VatStatus::Franchise | VatStatus::FlatRate | VatStatus::Exempt) => Some(status),
    }
}

/// The letter of a rate on this ticket; none where there is only one rate.
pub(super) fn mark(rate: VatRate, ticket: &Ticket) -> Option<Mark> {
    let mut rates: Vec<VatRate> = taxed(ticket).map(|row| row.rate).collect();
    rates.sort_unstable();
    rates.dedup();
    if rates.len() < 2 {
        return None;
    }
    let place = rates.iter().position(|it| *it == rate)?;
    ('A'..='Z').nth(place)
}

fn taxed(ticket: &Ticket) -> impl Iterator<Item = &VatRow> {
    ticket
        .vat
        .iter()
        .filter(|row| exemption(ticket, &row.seller).is_none())
}

/// The tables first, then the sellers without one; at the end what the law wants of the stall.
pub(super) fn lines(ticket: &Ticket, stall: &Stall) -> Vec<Line> {
    let named = body::is_named(ticket);
    let mut lines = tables(ticket, named);
    let mut mention = stall.mention.clone();
    for seller in of_goods(ticket) {
        let Some(status) = exemption(ticket, seller) else {
            continue;
        };
        if named {
            lines.extend(identity(ticket, seller));
        }
        // What the stall says of itself stands in its own words.
        let own = mention.take_if(|_| seller.id.as_str() == OWN_PRODUCER);
        lines.push(own.map_or(Line::NoVat(status), Line::Mention));
    }
    if !lines.is_empty() {
        lines.push(Line::Rule);
    }
    lines.extend(mention.map(Line::Mention));
    lines
}

fn tables(ticket: &Ticket, named: bool) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut seller = None;
    for row in taxed(ticket) {
        if seller.is_none() {
            lines.push(Line::VatHead);
        }
        if named && seller != Some(&row.seller) {
            lines.extend(identity(ticket, &row.seller));
        }
        seller = Some(&row.seller);
        lines.push(Line::Vat {
            mark: mark(row.rate, ticket),
            rate: row.rate,
            net: row.net,
            tax: row.tax,
            paid: row.paid,
        });
    }
    lines
}

/// A seller's name and numbers; the stall's own numbers stand at the top of the paper.
fn identity(ticket: &Ticket, seller: &Party) -> Vec<Line> {
    let mut lines = vec![Line::Seller(seller.clone())];
    let known = known(ticket, seller).filter(|it| it.id.as_str() != OWN_PRODUCER);
    if let Some(known) = known.filter(|it| it.siret.is_some() || it.vat_number.is_some()) {
        lines.push(Line::Numbers {
            siret: known.siret.clone(),
            vat_number: known.vat_number.clone(),
        });
    }
    lines
}

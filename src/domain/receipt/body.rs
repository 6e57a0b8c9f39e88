//! What a receipt says of the goods: seller by seller, then jars, then money that is no price.

use super::{Line, Mark, comes_back, one_original, sellers};
use crate::domain::{
    catalogue::OWN_PRODUCER,
    money::Money,
    settings::Bearer,
    ticket::{Discount, LineKind, Ticket, TicketLine},
};

pub(super) fn lines(ticket: &Ticket) -> Vec<Line> {
    let mut lines = Vec::new();
    let sold = || ticket.lines.iter().filter(|it| it.kind.is_sold());
    let named = is_named(ticket);
    for seller in sellers::of_goods(ticket) {
        // A seller in whose name the stall sells must be named for the mandate to be transparent.
        if named {
            lines.push(Line::Seller(seller.clone()));
        }
        for line in sold().filter(|it| it.seller == *seller) {
            lines.extend(goods(line, ticket));
        }
    }
    let whole: Money = sold()
        .map(|line| line.paid - line.base - own_adjustment(line))
        .sum();
    if whole != Money::ZERO {
        lines.push(Line::AdjustedWhole(whole));
    }
    lines.extend(deposits(ticket));
    lines.extend(ticket.lines.iter().filter_map(moved));
    lines
}

/// Whether the sellers are named: not where the stall sells its own goods and no other's.
pub(super) fn is_named(ticket: &Ticket) -> bool {
    let sellers = sellers::of_goods(ticket);
    sellers.len() > 1 || sellers.iter().any(|it| it.id.as_str() != OWN_PRODUCER)
}

/// What was taken off this line for itself; what was agreed for the whole ticket is one line of
/// its own, however it was allotted.
fn own_adjustment(line: &TicketLine) -> Money {
    let own = |it: &&Discount| it.by == Bearer::Producer;
    -line
        .discounts
        .iter()
        .filter(own)
        .map(|it| it.cents)
        .sum::<Money>()
}

fn goods(line: &TicketLine, ticket: &Ticket) -> Vec<Line> {
    let mut lines = vec![Line::Goods {
        label: line.label.clone(),
        quantity: line.quantity,
        unit: line.unit.clone(),
        price: line.price,
        base: line.base,
        mark: mark(line, ticket),
    }];
    // Where the whole ticket takes one other back, its head says so.
    let told_above = ticket.reverses.is_some() || one_original(ticket).is_some();
    if comes_back(line) && !told_above {
        let original = line.takes_back.as_ref();
        lines.push(Line::BackOf(original.map(|it| it.ticket.name.clone())));
    }
    let adjusted = own_adjustment(line);
    if adjusted != Money::ZERO {
        lines.push(Line::Adjusted(adjusted));
    }
    lines
}

/// The letter of a line's rate; none where one rate is all there is, or where its seller has a
/// mention and no table.
fn mark(line: &TicketLine, ticket: &Ticket) -> Option<Mark> {
    if sellers::exemption(ticket, &line.seller).is_some() {
        return None;
    }
    sellers::mark(line.vat?, ticket)
}

/// Jars, all of one price and direction together, in the order in which they come.
fn deposits(ticket: &Ticket) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for line in &ticket.lines {
        if !matches!(line.kind, LineKind::Deposit | LineKind::DepositBack) {
            continue;
        }
        let outward = line.paid < Money::ZERO;
        let same = lines.iter_mut().find_map(|it| match it {
            Line::Deposit {
                label,
                price,
                quantity,
                paid,
            } if *price == line.price.abs() && (*paid < Money::ZERO) == outward => {
                Some((label, quantity, paid))
            }
            _ => None,
        });
        match same {
            Some((label, quantity, paid)) => {
                label.take_if(|it| *it != line.label);
                *quantity = *quantity + line.quantity;
                *paid += line.paid;
            }
            None => lines.push(Line::Deposit {
                label: Some(line.label.clone()),
                price: line.price.abs(),
                quantity: line.quantity,
                paid: line.paid,
            }),
        }
    }
    lines
}

fn moved(line: &TicketLine) -> Option<Line> {
    match line.kind {
        LineKind::TopUp => Some(Line::Account(line.paid)),
        LineKind::Gift | LineKind::CreditNote => Some(Line::Moved {
            label: line.label.clone(),
            paid: line.paid,
        }),
        LineKind::Goods | LineKind::Quick | LineKind::Deposit | LineKind::DepositBack => None,
    }
}

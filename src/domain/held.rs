//! Whose money a ticket moves besides the till's own: by the shares of its lines, and by payments
//! that take from what was held before.

use super::{
    ids::Id,
    journal::Heading,
    money::Money,
    price::deposit_id,
    ticket::{Owner, Past, PastLine, Ticket, TicketLine},
};

/// A place in the journal as the ledger names an amount that is nobody's yet.
pub fn place_id(place: &PastLine) -> String {
    let past = &place.ticket;
    format!("{} {} {} {}", past.till, past.epoch, past.seq, place.line)
}

/// Every movement of a ticket on somebody's ledger, one by one, as (owner, id, cents). A producer
/// has one, of zero perhaps, for each ticket with something of hers.
pub fn movements(heading: &Heading, ticket: &Ticket) -> Vec<(Owner, String, Money)> {
    let name = |id: Option<&Id>| id.map(ToString::to_string).unwrap_or_default();
    let mut movements = Vec::with_capacity(ticket.lines.len() * 2);
    for (line, at) in ticket.lines.iter().zip(0..) {
        for share in &line.shares {
            let id = match share.to {
                Owner::Commission | Owner::Pot => continue,
                Owner::Unattributed => place_id(&nobodys(heading, line, at)),
                // Said by the share too, but not in the first journals.
                Owner::Deposit => deposit_id(line.price).to_string(),
                Owner::Producer | Owner::Account | Owner::Fund | Owner::CreditNote => {
                    name(share.id.as_ref())
                }
            };
            movements.push((share.to, id, share.cents));
        }
        // Given away, or all of it commission: still her goods.
        let owned = |to| matches!(to, Owner::Producer | Owner::Unattributed);
        if line.kind.is_sold() && !line.shares.iter().any(|it| owned(it.to)) {
            movements.push((Owner::Producer, line.seller.id.to_string(), Money::ZERO));
        }
    }
    for payment in &ticket.payments {
        if let Some(owner) = payment.kind.owner() {
            movements.push((owner, name(payment.of.as_ref()), -payment.cents));
        }
    }
    movements
}

/// The line that sold what is nobody's: this one, or the one that it takes back.
fn nobodys(heading: &Heading, line: &TicketLine, at: u32) -> PastLine {
    let own = || PastLine {
        ticket: Past {
            till: heading.till.clone(),
            epoch: heading.epoch,
            seq: heading.seq,
            name: String::new(),
        },
        line: at,
    };
    line.takes_back.clone().unwrap_or_else(own)
}

//! What people call things, given at the record: tickets `A-42`, credit notes `A-42V`, settlements
//! `A-R7`; in a later epoch of the till `A2-42`.

use super::append::{Station, Tip};
use crate::domain::{
    closing::Level,
    ids::Id,
    journal::Fact,
    money::Money,
    settings::TenderKind,
    ticket::{Owner, Ticket},
};

impl Station {
    /// What stands in front of every number of this epoch.
    fn prefix(&self) -> String {
        prefix(&self.name, self.epoch)
    }

    /// What people call the ticket of this number.
    pub(super) fn ticket_name(&self, number: u64) -> String {
        format!("{}-{number}", self.prefix())
    }

    /// What people call the closing of this level and number.
    pub(super) fn closing_name(&self, level: Level, number: u64) -> String {
        closing_name(&self.prefix(), level, number)
    }
}

/// What stands in front of every number that a till of this name gives in an epoch.
pub(super) fn prefix(name: &str, epoch: u32) -> String {
    match epoch {
        1 => name.to_owned(),
        epoch => format!("{name}{epoch}"),
    }
}

/// What people call the closing of this level and number.
pub(super) fn closing_name(prefix: &str, level: Level, number: u64) -> String {
    format!("{prefix}-{}{number}", level.letter())
}

/// Gives a ticket or a settlement its number and name, and each credit note in it.
pub(super) fn give(station: &Station, tip: &mut Tip, fact: &mut Fact) {
    match fact {
        Fact::Ticket(ticket) => {
            tip.tickets += 1;
            ticket.number = tip.tickets;
            ticket.name = station.ticket_name(tip.tickets);
            name_notes(ticket);
        }
        Fact::Settlement(settlement) => {
            tip.settlements += 1;
            settlement.number = tip.settlements;
            settlement.name = format!("{}-R{}", station.prefix(), tip.settlements);
        }
        Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Member(_)
        | Fact::Printed(_)
        | Fact::Day(_)
        | Fact::Cash(_)
        | Fact::Count(_)
        | Fact::Closing(_)
        | Fact::Event(_) => {}
    }
}

/// Names the notes that a ticket gives out: sold as a line first, then those of the payments.
fn name_notes(ticket: &mut Ticket) {
    let name = ticket.name.clone();
    let mut given = 0u32;
    let mut next = || {
        given += 1;
        Some(Id::known(&match given {
            1 => format!("{name}V"),
            more => format!("{name}V{more}"),
        }))
    };
    let shares = ticket.lines.iter_mut().flat_map(|it| &mut it.shares);
    for share in shares.filter(|it| it.to == Owner::CreditNote && it.id.is_none()) {
        share.id = next();
    }
    let given_out = ticket.payments.iter_mut().filter(|it| {
        it.kind == TenderKind::CreditNote
            && it.cents < Money::ZERO
            && (it.of.is_none() || it.change)
    });
    for payment in given_out {
        payment.of = next();
    }
}

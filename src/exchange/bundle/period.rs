//! The entries of a closing, read.

use std::collections::BTreeMap;

use super::NoBundle;
use crate::domain::{
    facts::Identity,
    ids::Id,
    journal::{Entry, FORMAT, Fact, Heading},
    label::Label,
    money::Money,
    segment::Segment,
    settlement::Settlement,
    takings::whose,
    ticket::{Owner, Ticket, TicketLine},
};
use crate::exchange::french;

/// A segment with its entries' contents.
#[derive(Debug)]
pub(super) struct Period<'s> {
    /// What it was read from.
    pub segment: &'s Segment,
    /// The closing's entry.
    pub end: &'s Entry,
    /// The identity of the closing's epoch.
    pub identity: &'s Identity,
    /// Each entry's place and content, in their order.
    pub facts: Vec<(&'s Heading, Fact)>,
}

impl<'s> Period<'s> {
    /// Reads every entry.
    pub fn of(segment: &'s Segment) -> Result<Self, NoBundle> {
        let end = segment.entries.last().ok_or(NoBundle::Empty)?;
        let identity = of_epoch(segment, end.heading.epoch)?;
        for entry in &segment.entries {
            of_epoch(segment, entry.heading.epoch)?;
        }
        let read = |entry: &'s Entry| {
            let heading = &entry.heading;
            let fact = Fact::read(&heading.kind, FORMAT, &entry.payload);
            fact.map(|it| (heading, it))
                .map_err(|why| NoBundle::Unreadable {
                    epoch: heading.epoch,
                    seq: heading.seq,
                    why,
                })
        };
        Ok(Self {
            segment,
            end,
            identity,
            facts: segment.entries.iter().map(read).collect::<Result<_, _>>()?,
        })
    }

    /// Every ticket, in their order.
    pub fn tickets(&self) -> impl Iterator<Item = (&'s Heading, &Ticket)> {
        self.facts.iter().filter_map(|(heading, fact)| match fact {
            Fact::Ticket(ticket) => Some((*heading, &**ticket)),
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Abandoned(_)
            | Fact::Stock(_)
            | Fact::Member(_)
            | Fact::Settlement(_)
            | Fact::Day(_)
            | Fact::Cash(_)
            | Fact::Count(_)
            | Fact::Closing(_)
            | Fact::Printed(_)
            | Fact::Event(_) => None,
        })
    }

    /// Every settlement, in their order.
    pub fn settlements(&self) -> impl Iterator<Item = &Settlement> {
        self.facts.iter().filter_map(|(_, fact)| match fact {
            Fact::Settlement(settlement) => Some(&**settlement),
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Ticket(_)
            | Fact::Abandoned(_)
            | Fact::Stock(_)
            | Fact::Member(_)
            | Fact::Day(_)
            | Fact::Cash(_)
            | Fact::Count(_)
            | Fact::Closing(_)
            | Fact::Printed(_)
            | Fact::Event(_) => None,
        })
    }

    /// Every line that is turnover, in their order.
    pub fn sold(&self) -> impl Iterator<Item = &TicketLine> {
        let lines = self.tickets().flat_map(|(_, it)| &it.lines);
        lines.filter(|it| it.kind.is_sold())
    }

    /// Whether a ticket of this market day comes after the closing of that day.
    pub fn is_late(&self, day: &str) -> bool {
        self.segment.closing.late.iter().any(|it| it.span == day)
    }

    /// What producers are called, as the tickets and settlements knew them last.
    pub fn names(&self) -> Names<'_> {
        let mut names = BTreeMap::new();
        for (_, ticket) in self.tickets() {
            for line in &ticket.lines {
                names.entry(&line.seller.id).or_insert(&line.seller.name);
            }
            for seller in &ticket.sellers {
                names.insert(&seller.id, &seller.name);
            }
        }
        for settlement in self.settlements() {
            names.insert(&settlement.producer.id, &settlement.producer.name);
        }
        Names(names)
    }
}

/// What producers are called.
pub(super) struct Names<'p>(BTreeMap<&'p Id, &'p Label>);

impl Names<'_> {
    /// The name of one; of nobody, that it is still to be said whose it is.
    pub fn of(&self, id: Option<&Id>) -> String {
        match id {
            Some(id) => match self.0.get(id) {
                Some(name) => name.to_string(),
                None => id.to_string(),
            },
            None => french::owner(Owner::Unattributed).to_owned(),
        }
    }
}

/// The identity of an epoch.
pub(super) fn of_epoch(segment: &Segment, epoch: u32) -> Result<&Identity, NoBundle> {
    let found = segment.identities.iter().find(|it| it.0 == epoch);
    found.map(|it| &it.1).ok_or(NoBundle::NoIdentity(epoch))
}

/// Whose takings a line counts in: none for what is not sold, and for what is nobody's yet.
pub(super) fn producer(line: &TicketLine) -> Option<&Id> {
    whose(line).next()
}

/// What of a line is this owner's; none where it has no share.
pub(super) fn share(line: &TicketLine, owner: Owner) -> Option<Money> {
    let mut shares = line.shares.iter().filter(|it| it.to == owner).peekable();
    shares.peek()?;
    Some(shares.map(|it| it.cents).sum())
}

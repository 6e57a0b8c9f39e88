//! What the stall holds for others: what each entry brings and takes, as rows to be added up.

use rusqlite::Connection;

use super::{entries::sql, error::StoreError};
use crate::domain::{
    held::movements,
    journal::{Heading, canonical},
    member::MemberChange,
    money::Money,
    settlement::Settlement,
    ticket::{Owner, Past, PastLine, Ticket},
};

/// The line that stands for a whole ticket in the table `later`.
const WHOLE: i64 = -1;

/// What a ticket brings to whom and takes from whom, and what it does to tickets before it.
pub(super) fn ticket(
    connection: &Connection,
    heading: &Heading,
    ticket: &Ticket,
) -> Result<(), StoreError> {
    hold(connection, heading, movements(heading, ticket))?;
    for (line, at) in ticket.lines.iter().zip(0i64..) {
        if let Some(place) = &line.takes_back {
            let back = line.quantity.thousandths().saturating_neg();
            mark(connection, heading, place, at, ("back", back))?;
        }
        if let Some(place) = &line.stands_for {
            mark(connection, heading, place, at, ("stands", 0))?;
        }
    }
    if let Some(past) = &ticket.reverses {
        mark_whole(connection, heading, past, "reverses")?;
    } else if let Some(past) = &ticket.corrects {
        mark_whole(connection, heading, past, "corrects")?;
    }
    Ok(())
}

/// Accounts as they are from now on, and what was moved between them.
pub(super) fn member(
    connection: &Connection,
    heading: &Heading,
    change: &MemberChange,
) -> Result<(), StoreError> {
    for member in &change.members {
        connection
            .prepare_cached(
                "INSERT INTO member (id, content) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET content = excluded.content",
            )?
            .execute((member.id.as_str(), canonical(member)?))?;
    }
    let moves = change.moves.iter();
    let moves = moves.map(|it| (Owner::Account, it.member.to_string(), it.cents));
    hold(connection, heading, moves)
}

/// Where a settlement ended; what was paid and the co-op's flat share are no longer held.
pub(super) fn settlement(
    connection: &Connection,
    heading: &Heading,
    settlement: &Settlement,
) -> Result<(), StoreError> {
    let producer = &settlement.producer.id;
    connection
        .prepare_cached(
            "INSERT INTO settlement (producer, till, epoch, seq, number, up_epoch, up_seq,
                                     carried_cents)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        )?
        .execute((
            producer.as_str(),
            &heading.till,
            heading.epoch,
            sql(heading.seq),
            sql(settlement.number),
            settlement.up_to.epoch,
            sql(settlement.up_to.seq),
            settlement.carried.cents(),
        ))?;
    let gone = -(settlement.paid + settlement.flat);
    hold(
        connection,
        heading,
        [(Owner::Producer, producer.to_string(), gone)],
    )
}

/// The place of a ledger's name.
pub(super) fn place_of(id: &str) -> Option<PastLine> {
    let mut parts = id.split(' ');
    Some(PastLine {
        ticket: Past {
            till: parts.next()?.to_owned(),
            epoch: parts.next()?.parse().ok()?,
            seq: parts.next()?.parse().ok()?,
            name: String::new(),
        },
        line: parts.next()?.parse().ok()?,
    })
}

/// One row per owner and id, whatever moved.
fn hold(
    connection: &Connection,
    heading: &Heading,
    movements: impl IntoIterator<Item = (Owner, String, Money)>,
) -> Result<(), StoreError> {
    let mut sums: Vec<(Owner, String, Money)> = Vec::new();
    for (owner, id, cents) in movements {
        match sums.iter_mut().find(|it| it.0 == owner && it.1 == id) {
            Some(sum) => sum.2 += cents,
            None => sums.push((owner, id, cents)),
        }
    }
    for (owner, id, cents) in sums {
        if cents == Money::ZERO && owner != Owner::Producer {
            continue;
        }
        connection
            .prepare_cached(
                "INSERT INTO held (owner, id, till, epoch, seq, day, cents)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            )?
            .execute((
                owner.id(),
                &id,
                &heading.till,
                heading.epoch,
                sql(heading.seq),
                &heading.business_day,
                cents.cents(),
            ))?;
        if stands_alone(owner) {
            connection
                .prepare_cached(
                    "INSERT INTO stands (owner, id, cents) VALUES (?1, ?2, ?3)
                     ON CONFLICT (owner, id) DO UPDATE SET cents = cents + excluded.cents",
                )?
                .execute((owner.id(), &id, cents.cents()))?;
        }
    }
    Ok(())
}

/// Whether what stands for an owner is asked over the whole past, so that the sum is kept.
const fn stands_alone(owner: Owner) -> bool {
    match owner {
        Owner::Account | Owner::Fund | Owner::Deposit => true,
        Owner::Producer
        | Owner::Commission
        | Owner::Pot
        | Owner::Unattributed
        | Owner::CreditNote => false,
    }
}

/// Remembers at an earlier line what this entry's line `by` does to it.
fn mark(
    connection: &Connection,
    heading: &Heading,
    place: &PastLine,
    by: i64,
    (how, thou): (&str, i64),
) -> Result<(), StoreError> {
    later(
        connection,
        heading,
        &place.ticket,
        (i64::from(place.line), by),
        (how, thou),
    )
}

fn mark_whole(
    connection: &Connection,
    heading: &Heading,
    past: &Past,
    how: &str,
) -> Result<(), StoreError> {
    later(connection, heading, past, (WHOLE, WHOLE), (how, 0))
}

fn later(
    connection: &Connection,
    heading: &Heading,
    past: &Past,
    (line, by): (i64, i64),
    (how, thou): (&str, i64),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO later (till, epoch, seq, line, by_till, by_epoch, by_seq, by_line, how,
                                thou)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
             ON CONFLICT DO NOTHING",
        )?
        .execute((
            &past.till,
            past.epoch,
            sql(past.seq),
            line,
            &heading.till,
            heading.epoch,
            sql(heading.seq),
            by,
            how,
            thou,
        ))?;
    Ok(())
}

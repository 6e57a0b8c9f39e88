//! What the journal itself refuses, inside the transaction, even if no screen noticed: money used
//! twice, things taken back twice, sums that do not add up.

use std::collections::BTreeMap;

use rusqlite::Connection;

use super::{
    answers::{accounts, settling},
    append::{Station, Tip},
    cash,
    error::StoreError,
    lines, tickets,
};
use crate::domain::{
    back::Back,
    held,
    ids::Id,
    journal::{Fact, Heading},
    member::{MemberChange, Standing},
    money::Money,
    quantity::Quantity,
    settings::TenderKind,
    settlement::{Place, Settlement},
    ticket::{Owner, PastLine, Ticket, TicketLine},
};

/// Whether an entry can follow those that are there; names are given already.
pub(super) fn check(
    connection: &Connection,
    station: &Station,
    tip: &Tip,
    heading: &Heading,
    fact: &Fact,
) -> Result<(), StoreError> {
    match fact {
        Fact::Ticket(it) => ticket(connection, heading, it),
        Fact::Member(it) => member(connection, it),
        Fact::Settlement(it) => settlement(connection, station, tip, it),
        Fact::Cash(it) => cash::cash(connection, station, it),
        Fact::Count(it) => cash::count(it),
        Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Printed(_)
        | Fact::Day(_)
        // Made again from the journal before it got its name.
        | Fact::Closing(_)
        | Fact::Event(_) => Ok(()),
    }
}

fn ticket(connection: &Connection, heading: &Heading, ticket: &Ticket) -> Result<(), StoreError> {
    ticket.check()?;
    let nobodys = |kind| kind == TenderKind::Account || kind == TenderKind::CreditNote;
    if (ticket.payments.iter()).any(|it| nobodys(it.kind) && it.of.is_none()) {
        return Err(StoreError::Unwritable(
            "a payment by account or credit note that does not say which".to_owned(),
        ));
    }
    notes(connection, heading, ticket)?;
    for past in ticket.reverses.iter().chain(&ticket.corrects) {
        if tickets::is_reversed(connection, past)? != Some(false) {
            return Err(StoreError::TakenTwice(past.name.clone()));
        }
    }
    taken_back(connection, ticket)?;
    fund_and_accounts(connection, heading, ticket)
}

/// A credit note is used once, and whole: what is above the ticket is another note.
fn notes(connection: &Connection, heading: &Heading, ticket: &Ticket) -> Result<(), StoreError> {
    let mut moved: BTreeMap<String, Money> = BTreeMap::new();
    for (owner, id, cents) in held::movements(heading, ticket) {
        if owner == Owner::CreditNote {
            *moved.entry(id).or_default() += cents;
        }
    }
    let own = |name: &str| {
        let rest = name.strip_prefix(&ticket.name);
        rest.is_some_and(|rest| rest.starts_with('V'))
    };
    for (name, cents) in moved {
        let worth = accounts::held(connection, Owner::CreditNote, &name)?;
        let holds = match worth {
            None => own(&name) && cents > Money::ZERO,
            // Given back whole to somebody whose ticket is taken back.
            Some(Money::ZERO) => cents >= Money::ZERO,
            Some(worth) => cents == -worth || cents == Money::ZERO,
        };
        if !holds {
            return Err(StoreError::NoteUsed(name));
        }
    }
    Ok(())
}

/// Nothing leaves the fund that is not in it, nothing moves on an account that is closed; and what
/// lies on an account is paid out, or comes back with the ticket that brought it, only while it is
/// there, or on the tab. Buying on account is the screen's to allow: a till may not know what
/// another one took meanwhile.
fn fund_and_accounts(
    connection: &Connection,
    heading: &Heading,
    ticket: &Ticket,
) -> Result<(), StoreError> {
    let mut fund = Money::ZERO;
    let mut accounts: BTreeMap<String, Money> = BTreeMap::new();
    for (owner, id, cents) in held::movements(heading, ticket) {
        match owner {
            Owner::Fund => fund += cents,
            Owner::Account => *accounts.entry(id).or_default() += cents,
            Owner::Commission
            | Owner::Pot
            | Owner::Unattributed
            | Owner::Producer
            | Owner::Deposit
            | Owner::CreditNote => {}
        }
    }
    // Years of gifts are added up only for a ticket that takes from them.
    if fund < Money::ZERO {
        let has = accounts::held(connection, Owner::Fund, "")?.unwrap_or_default();
        if has + fund < Money::ZERO {
            return Err(StoreError::FundShort(has));
        }
    }
    for id in accounts.keys().map(|it| Id::known(it)) {
        // One that another till opened may not be known here.
        match accounts::member(connection, &id)?.map(|it| it.state) {
            Some(Standing::Closed | Standing::Erased) => {
                return Err(StoreError::AccountClosed(id));
            }
            Some(Standing::Open) | None => {}
        }
    }
    let shares = ticket.lines.iter().flat_map(|it| &it.shares);
    let out = shares.filter(|it| it.to == Owner::Account && it.cents < Money::ZERO);
    for id in out.filter_map(|it| it.id.as_ref()) {
        let moved = accounts.get(id.as_str()).copied().unwrap_or_default();
        let stands = accounts::held(connection, Owner::Account, id.as_str())?;
        let limit = accounts::member(connection, id)?.map_or(Money::ZERO, |it| it.limit);
        let after = stands.unwrap_or_default() + moved;
        if moved < Money::ZERO && after + limit < Money::ZERO {
            return Err(StoreError::AccountShort(id.clone()));
        }
    }
    Ok(())
}

/// Nothing comes back twice, and nothing that itself took something back.
fn taken_back(connection: &Connection, ticket: &Ticket) -> Result<(), StoreError> {
    let mut taken: Vec<(&PastLine, i64)> = Vec::new();
    let mut whole: Vec<&PastLine> = Vec::new();
    for line in &ticket.lines {
        let Some(place) = &line.takes_back else {
            continue;
        };
        let twice = || StoreError::TakenTwice(place.ticket.name.clone());
        let original = lines::line_at(connection, place)?.ok_or_else(twice)?;
        let voided = ticket.reverses.is_none()
            && tickets::is_reversed(connection, &place.ticket)? != Some(false);
        if original.takes_back.is_some() || voided {
            return Err(twice());
        }
        let back = line.quantity.thousandths().saturating_neg();
        let here = taken.iter().filter(|it| it.0 == place).map(|it| it.1);
        let before = lines::taken_back(connection, place)?.thousandths();
        let before = here.fold(before, i64::saturating_add);
        let now = before.saturating_add(back);
        taken.push((place, back));
        let sold = original.quantity.thousandths();
        if back.signum() != sold.signum() || now.unsigned_abs() > sold.unsigned_abs() {
            return Err(twice());
        }
        if sold > 0 && !is_part(line, place, original, before) {
            return Err(twice());
        }
        if now == sold {
            whole.push(place);
        }
    }
    // What stands for a line stands for one that this ticket takes away.
    let stands_well = |it: &TicketLine| it.stands_for.as_ref().is_none_or(|it| whole.contains(&it));
    match ticket.lines.iter().find(|it| !stands_well(it)) {
        Some(line) => Err(StoreError::TakenTwice(
            (line.stands_for.as_ref()).map_or_else(String::new, |it| it.ticket.name.clone()),
        )),
        None => Ok(()),
    }
}

/// Whether a line gives back what is due for its part, after what came back before: a screen that
/// did not know of that would give a cent too much or too little.
fn is_part(line: &TicketLine, place: &PastLine, original: TicketLine, before: i64) -> bool {
    let back = Back {
        place: place.clone(),
        original,
        before: Quantity::from_thousandths(before),
        returned: line.returned,
    };
    let due = back.line(-line.quantity);
    (due.paid, due.net) == (line.paid, line.net) && due.shares == line.shares
}

/// Money moves between accounts there are, and none is closed while something stands on it.
fn member(connection: &Connection, change: &MemberChange) -> Result<(), StoreError> {
    if !change.adds_up() || change.members.iter().any(|it| it.limit < Money::ZERO) {
        return Err(StoreError::NotWhole("member"));
    }
    for one in &change.moves {
        let new = change.members.iter().any(|it| it.id == one.member);
        if !new && accounts::member(connection, &one.member)?.is_none() {
            return Err(StoreError::Unwritable(
                "money moved to an account that is not there".to_owned(),
            ));
        }
    }
    for member in &change.members {
        let moved = change.moves.iter().filter(|it| it.member == member.id);
        let held = accounts::held(connection, Owner::Account, member.id.as_str())?;
        let stands = held.unwrap_or_default() + moved.map(|it| it.cents).sum();
        match member.state {
            Standing::Closed | Standing::Erased if stands != Money::ZERO => {
                return Err(StoreError::BalanceStands(member.id.clone()));
            }
            Standing::Open | Standing::Closed | Standing::Erased => {}
        }
    }
    Ok(())
}

/// A settlement goes on where the last one ended, ends at what is written, and says what the
/// ledger says.
fn settlement(
    connection: &Connection,
    station: &Station,
    tip: &Tip,
    settlement: &Settlement,
) -> Result<(), StoreError> {
    if !settlement.adds_up() || settlement.flat < Money::ZERO {
        return Err(StoreError::NotWhole("settlement"));
    }
    let producer = &settlement.producer.id;
    let last = settling::last(connection, &station.till, producer)?;
    let after = last.as_ref().map(|it| it.up_to);
    let brought = last.map_or(Money::ZERO, |it| it.carried);
    let end = Place {
        epoch: station.epoch,
        seq: tip.seq,
    };
    let goes_on = settlement.after == after
        && settlement.brought == brought
        && after.is_none_or(|after| settlement.up_to >= after)
        && settlement.up_to <= end;
    if !goes_on {
        return Err(StoreError::SettledBefore(settlement.producer.name.clone()));
    }
    let range = (after, settlement.up_to);
    if settling::share(connection, &station.till, producer, range)? != settlement.takings.share {
        return Err(StoreError::NotWhole("settlement"));
    }
    Ok(())
}

//! Whose money it is: members' accounts, credit notes, the fund, and what caps are measured by.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension};

use crate::{
    domain::{
        asking::{AccountEntry, AccountRow, Note, Statement, Used},
        ids::Id,
        journal::Fact,
        member::{Contact, Member, MoveReason, Standing},
        money::Money,
        ticket::Owner,
        time::Moment,
    },
    store::{
        Store, contacts,
        entries::{self, count},
        epochs,
        error::StoreError,
        reading::object,
        tickets::money,
    },
};

impl Store {
    /// All accounts, whose they are, and what stands on them.
    pub(super) fn accounts(&self) -> Result<Vec<AccountRow>, StoreError> {
        let connection = self.connection()?;
        let mut contacts: HashMap<Id, Contact> = contacts::all(connection)?
            .into_iter()
            .map(|it| (it.member.clone(), it))
            .collect();
        let mut statement = connection.prepare_cached(
            "SELECT content, coalesce((SELECT sum(cents) FROM held
                                        WHERE owner = 'account' AND held.id = member.id), 0)
               FROM member",
        )?;
        let mut rows = statement.query([])?;
        let mut accounts = Vec::new();
        while let Some(row) = rows.next()? {
            let content = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let member: Member = object(content, "member")?;
            accounts.push(AccountRow {
                contact: contacts.remove(&member.id),
                balance: money(row.get(1)?, 1)?,
                member,
            });
        }
        Ok(accounts)
    }

    /// What came and went on an account, and up to when each till's part of it is known.
    pub(super) fn statement(&self, id: &Id) -> Result<Statement, StoreError> {
        let connection = self.connection()?;
        // A till of before may hold an account whose opening is another till's.
        let unknown = || Member {
            id: id.clone(),
            limit: Money::ZERO,
            year: None,
            state: Standing::Closed,
        };
        let mut moves = moves(connection, id)?;
        let mut balance = Money::ZERO;
        for one in &mut moves {
            balance += one.cents;
            one.balance = balance;
        }
        moves.reverse();
        Ok(Statement {
            account: AccountRow {
                member: member(connection, id)?.unwrap_or_else(unknown),
                contact: contacts::of(connection, id)?,
                balance,
            },
            moves,
            known: known(connection)?,
        })
    }

    /// A credit note by what people call it: `A-42V`, `42v`, in either case of its letters.
    pub(super) fn note(&self, said: &str) -> Result<Option<Note>, StoreError> {
        let said = said.trim();
        let number = said.rsplit('-').next().unwrap_or(said);
        let till = self.till_name();
        let own = (1..=self.epoch()).rev().map(|epoch| match epoch {
            1 => format!("{till}-{number}"),
            epoch => format!("{till}{epoch}-{number}"),
        });
        // SQLite knows the cases of A to Z only, a till's name may have accents.
        let lower = said.to_lowercase();
        let meant = own.filter(|name| said == number || name.to_lowercase() == lower);
        for name in meant.chain([said.to_owned()]) {
            let note = self.note_of(&name)?;
            if note.is_some() {
                return Ok(note);
            }
        }
        Ok(None)
    }

    fn note_of(&self, name: &str) -> Result<Option<Note>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(
            "SELECT held.id, held.cents, ticket.name FROM held
               JOIN ticket USING (till, epoch, seq)
              WHERE owner = 'credit_note' AND held.id = ?1 COLLATE NOCASE
              ORDER BY at_utc_ms, epoch, seq",
        )?;
        let mut rows = statement.query([name])?;
        let mut note: Option<Note> = None;
        while let Some(row) = rows.next()? {
            let cents = money(row.get(1)?, 1)?;
            let ticket: String = row.get(2)?;
            match &mut note {
                None => {
                    note = Some(Note {
                        name: Id::known(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?),
                        worth: cents,
                        from: ticket,
                        used_by: None,
                    });
                }
                Some(note) => {
                    note.worth += cents;
                    note.used_by = (note.worth == Money::ZERO).then_some(ticket);
                }
            }
        }
        Ok(note)
    }

    /// What the fund has, and what each means of payment was used for by tickets of a day.
    pub(super) fn used(&self, day: &str) -> Result<Used, StoreError> {
        let connection = self.connection()?;
        let by_tender = connection
            .prepare_cached(
                "SELECT tender, sum(cents) AS cents FROM tender_day WHERE day = ?1
                  GROUP BY tender HAVING sum(cents) <> 0",
            )?
            .query_map([day], |row| {
                let tender = Id::known(row.get_ref(0)?.as_str()?);
                Ok((tender, money(row.get(1)?, 1)?))
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(Used {
            fund: held(connection, Owner::Fund, "")?.unwrap_or_default(),
            by_tender,
        })
    }
}

/// An account, by reference.
pub(in crate::store) fn member(
    connection: &Connection,
    id: &Id,
) -> Result<Option<Member>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM member WHERE id = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    content.map(|it| object(&it, "member")).transpose()
}

/// What the stall holds for somebody: the sum over the journal; none if nothing ever moved.
pub(in crate::store) fn held(
    connection: &Connection,
    owner: Owner,
    id: &str,
) -> Result<Option<Money>, StoreError> {
    let sum = connection
        .prepare_cached("SELECT sum(cents) FROM held WHERE owner = ?1 AND id = ?2")?
        .query_row((owner.id(), id), |row| {
            let cents: Option<i64> = row.get(0)?;
            cents.map(|cents| money(cents, 0)).transpose()
        })?;
    Ok(sum)
}

/// The movements of an account, oldest first, still without balances.
fn moves(connection: &Connection, id: &Id) -> Result<Vec<AccountEntry>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT held.day, held.cents, journal.at_utc_ms, journal.offset_min, ticket.name,
                journal.kind, journal.format, iif(journal.kind = 'member', payload, '')
           FROM held JOIN journal USING (till, epoch, seq)
           LEFT JOIN ticket USING (till, epoch, seq)
          WHERE owner = 'account' AND held.id = ?1
          ORDER BY journal.at_utc_ms, journal.rowid",
    )?;
    let mut rows = statement.query([id.as_str()])?;
    let mut moves = Vec::new();
    while let Some(row) = rows.next()? {
        let kind: String = row.get(5)?;
        let payload = row.get_ref(7)?.as_str().map_err(rusqlite::Error::from)?;
        moves.push(AccountEntry {
            at: Moment {
                utc_ms: row.get(2)?,
                offset_min: row.get(3)?,
            },
            day: row.get(0)?,
            ticket: row.get(4)?,
            reason: reason(&kind, row.get(6)?, payload)?,
            cents: money(row.get(1)?, 1)?,
            balance: Money::ZERO,
        });
    }
    Ok(moves)
}

/// Why money moved, where no ticket says it.
fn reason(kind: &str, format: u32, payload: &str) -> Result<Option<MoveReason>, StoreError> {
    if kind != "member" {
        return Ok(None);
    }
    match Fact::read(kind, format, payload)? {
        Fact::Member(change) => Ok(change.reason),
        _ => Ok(None),
    }
}

/// Each till of the journal by its name for people, and when its last entry was made.
fn known(connection: &Connection) -> Result<Vec<(String, Moment)>, StoreError> {
    let mut known = Vec::new();
    let mut last_till = String::new();
    loop {
        let till: Option<String> = connection
            .prepare_cached("SELECT min(till) FROM journal WHERE till > ?1")?
            .query_row([&last_till], |row| row.get(0))?;
        let Some(till) = till else {
            return Ok(known);
        };
        if let Some(last) = entries::last(connection, &till)? {
            let name = epochs::identity_of(connection, &last.entry)?.name;
            known.push((name.to_string(), last.entry.heading.at));
        }
        last_till = till;
    }
}

/// What stands on all accounts together, how many are below zero, and by how much: for reports,
/// which may not take longer every year.
pub(super) fn all_together(connection: &Connection) -> Result<(Money, u64, Money), StoreError> {
    let sums = connection
        .prepare_cached(
            "SELECT coalesce(sum(cents), 0), coalesce(sum(cents < 0), 0),
                    coalesce(sum(min(cents, 0)), 0)
               FROM stands WHERE owner = 'account'",
        )?
        .query_row([], |row| {
            let below = money(row.get(2)?, 2)?;
            Ok((money(row.get(0)?, 0)?, count(row, 1)?, below.abs()))
        })?;
    Ok(sums)
}

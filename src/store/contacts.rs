//! Contact cards: who is behind an account, beside the journal, and how somebody is forgotten.

use rusqlite::{Connection, OptionalExtension};

use super::{Store, answers::accounts, append, error::StoreError, reading::object};
use crate::domain::{
    ids::Id,
    journal::{Fact, Proposal, canonical},
    label::Label,
    member::{Contact, Standing, number_form},
    views::Recorded,
};

impl Store {
    /// Writes accounts and, in the same transaction, whose one of them is: neither is there without
    /// the other. A number or a card that another member has is refused.
    ///
    /// An account that is erased takes its card with it: SQLite overwrites it with zeros
    /// (`secure_delete`), and the write-ahead log that still held it is emptied. What the till
    /// cannot reach remains: copies in `backups` and elsewhere, what a disk keeps of blocks that
    /// were written anew, and the log itself if it could not be emptied now; it is at the next
    /// closing.
    pub fn save_member(
        &mut self,
        proposal: Proposal,
        contact: Option<&Contact>,
    ) -> Result<Recorded, StoreError> {
        let erases = erases(&proposal.fact);
        let recorded = self.transact(|connection, station, tip| {
            let recorded = append::write(connection, station, tip, proposal)?;
            if let Some(contact) = contact {
                save(connection, contact)?;
            }
            Ok(recorded)
        })?;
        if erases {
            self.forget();
        }
        Ok(recorded)
    }

    /// Empties the write-ahead log, which holds what was erased; on a disk that fails now it is
    /// emptied later.
    pub(super) fn forget(&self) {
        let _ = self.checkpoint();
    }

    /// Writes accounts and whose they are, all of them or none, as an import of members brings
    /// them. A number or a card that another member has is refused.
    pub fn save_members(
        &mut self,
        changes: Vec<(Proposal, Contact)>,
    ) -> Result<Vec<Recorded>, StoreError> {
        self.transact(|connection, station, tip| {
            let written = changes.into_iter().map(|(proposal, contact)| {
                let recorded = append::write(connection, station, tip, proposal)?;
                save(connection, &contact)?;
                Ok(recorded)
            });
            written.collect()
        })
    }
}

/// Whether a fact erases an account.
pub(super) fn erases(fact: &Fact) -> bool {
    erased(fact).next().is_some()
}

/// The accounts that a fact erases.
fn erased(fact: &Fact) -> impl Iterator<Item = &Id> {
    let members = match fact {
        Fact::Member(change) => change.members.as_slice(),
        Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Ticket(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Settlement(_)
        | Fact::Printed(_)
        | Fact::Day(_)
        | Fact::Cash(_)
        | Fact::Count(_)
        | Fact::Closing(_)
        | Fact::Event(_) => &[],
    };
    let erased = members.iter().filter(|it| it.state == Standing::Erased);
    erased.map(|it| &it.id)
}

/// Takes away the cards of accounts that this fact erases.
pub(super) fn forget_erased(connection: &Connection, fact: &Fact) -> Result<(), StoreError> {
    for id in erased(fact) {
        let id = id.as_str();
        for table in ["contact", "contact_mark"] {
            connection
                .prepare_cached(&format!("DELETE FROM {table} WHERE member = ?1"))?
                .execute([id])?;
        }
    }
    Ok(())
}

/// Puts a card in place of the one that its account had.
fn save(connection: &Connection, contact: &Contact) -> Result<(), StoreError> {
    match accounts::member(connection, &contact.member)? {
        Some(member) if member.state != Standing::Erased => {}
        Some(_) | None => {
            return Err(StoreError::Unwritable(
                "a contact card of an account that is not there".to_owned(),
            ));
        }
    }
    for (kind, mark, said) in marks(contact) {
        let holder = holder(connection, kind, &mark)?.filter(|it| *it != contact.member);
        if let Some(holder) = holder {
            return Err(taken(kind, said, name_of(connection, &holder)?));
        }
    }
    put(connection, contact)
}

/// Takes a card over from another database, unless its account was erased.
pub(super) fn put_back(connection: &Connection, contact: &Contact) -> Result<(), StoreError> {
    let member = accounts::member(connection, &contact.member)?;
    if member.is_some_and(|it| it.state == Standing::Erased) {
        return Ok(());
    }
    put(connection, contact)
}

/// Writes a card as it is, with its marks.
fn put(connection: &Connection, contact: &Contact) -> Result<(), StoreError> {
    let id = contact.member.as_str();
    connection
        .prepare_cached(
            "INSERT INTO contact (member, content) VALUES (?1, ?2)
             ON CONFLICT (member) DO UPDATE SET content = excluded.content",
        )?
        .execute((id, canonical(contact)?))?;
    connection
        .prepare_cached("DELETE FROM contact_mark WHERE member = ?1")?
        .execute([id])?;
    for (kind, mark, _) in marks(contact) {
        connection
            .prepare_cached(
                "INSERT INTO contact_mark (kind, mark, member) VALUES (?1, ?2, ?3)
                 ON CONFLICT DO NOTHING",
            )?
            .execute((kind, mark, id))?;
    }
    Ok(())
}

/// What may be on one card only: the kind, the form that is compared, and what people said.
fn marks(contact: &Contact) -> impl Iterator<Item = (&'static str, String, &str)> {
    let number = contact.number.as_str();
    let cards = contact.cards.iter().map(Label::as_str);
    std::iter::once(("number", number_form(number), number))
        .chain(cards.map(|it| ("card", it.to_owned(), it)))
}

fn holder(connection: &Connection, kind: &str, mark: &str) -> Result<Option<Id>, StoreError> {
    let holder = connection
        .prepare_cached("SELECT member FROM contact_mark WHERE kind = ?1 AND mark = ?2")?
        .query_row((kind, mark), |row| Ok(Id::known(row.get_ref(0)?.as_str()?)))
        .optional()?;
    Ok(holder)
}

fn taken(kind: &str, said: &str, by: String) -> StoreError {
    let said = said.to_owned();
    if kind == "card" {
        StoreError::CardTaken { card: said, by }
    } else {
        StoreError::NumberTaken { number: said, by }
    }
}

/// What people call the holder of an account: a name, else the number.
fn name_of(connection: &Connection, id: &Id) -> Result<String, StoreError> {
    let contact = of(connection, id)?;
    Ok(contact.map_or_else(String::new, |it| {
        let first = it.people.first().map(|it| &it.name);
        first.unwrap_or(&it.number).to_string()
    }))
}

/// The card of an account.
pub(super) fn of(connection: &Connection, id: &Id) -> Result<Option<Contact>, StoreError> {
    let content: Option<String> = connection
        .prepare_cached("SELECT content FROM contact WHERE member = ?1")?
        .query_row([id.as_str()], |row| row.get(0))
        .optional()?;
    content.map(|it| object(&it, "contact")).transpose()
}

/// All cards there are.
pub(super) fn all(connection: &Connection) -> Result<Vec<Contact>, StoreError> {
    let mut statement = connection.prepare("SELECT content FROM contact")?;
    let mut rows = statement.query([])?;
    let mut contacts = Vec::new();
    while let Some(row) = rows.next()? {
        let content = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        contacts.push(object(content, "contact")?);
    }
    Ok(contacts)
}

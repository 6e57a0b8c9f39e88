//! The books of one import: the accounts as they will be, and what is said about them.

use std::collections::BTreeMap;

use crate::{
    domain::{
        asking::AccountRow,
        ids::Mint,
        label::Label,
        member::{
            AccountMove, Contact, Member, MemberChange, MoveReason, Person, Standing, number_form,
        },
        money::Money,
    },
    exchange::{
        columns::Columns, listed::Told, products::BadRows, refusals::Refusal, table::Table,
    },
};

use super::{
    MatchedBy, MemberAdded, MemberChanged, MemberEntry, MemberField, MemberFormat, MemberImport,
    MemberRule, MemberRuled,
    pairing::{Match, Paired},
    row::SaidPerson,
};

/// What has been entered so far.
pub struct Books<'m> {
    mint: &'m mut Mint,
    next_number: u32,
    entries: Vec<MemberEntry>,
    added: Vec<MemberAdded>,
    changed: Vec<MemberChanged>,
    unchanged: usize,
    rules: BTreeMap<MemberRule, Vec<u32>>,
}

impl<'m> Books<'m> {
    /// Empty books. New numbers come after the highest there is, in the file too: one that was
    /// somebody's before is not given to another.
    pub fn open(accounts: &[AccountRow], paired: &[Paired<'_>], mint: &'m mut Mint) -> Self {
        let contacts = accounts.iter().filter_map(|it| it.contact.as_ref());
        let listed = paired.iter().filter_map(|it| it.row.number.as_ref());
        let taken = contacts.map(|it| &it.number).chain(listed);
        let numbers = taken.filter_map(|it| number_form(it.as_str()).parse::<u32>().ok());
        // A card's number in the place of a member's starts no count.
        let highest = numbers.filter(|it| *it < 100_000).max().unwrap_or(0);
        Self {
            mint,
            next_number: highest + 1,
            entries: Vec::new(),
            added: Vec::new(),
            changed: Vec::new(),
            unchanged: 0,
            rules: BTreeMap::new(),
        }
    }

    /// Enters one row: its account as it will be.
    pub fn enter(&mut self, it: Paired<'_>) {
        let line = it.row.line;
        if it.row.mended {
            self.rule(MemberRule::NameMended, line);
        }
        match it.before {
            Some(before) => self.known(it, before),
            None => self.new_account(it),
        }
    }

    fn rule(&mut self, rule: MemberRule, line: u32) {
        self.rules.entry(rule).or_default().push(line);
    }

    fn new_account(&mut self, it: Paired<'_>) {
        let row = it.row;
        let number = row.number.unwrap_or_else(|| {
            self.rule(MemberRule::NextNumber, row.line);
            let number = self.next_number.to_string();
            self.next_number += 1;
            Label::new(&number).unwrap_or_else(|| row.first.name.clone())
        });
        let member = Member {
            id: self.mint.id(),
            limit: row.limit.or(None).unwrap_or_default(),
            year: row.year.or(None),
            state: Standing::Open,
        };
        let mut people = vec![person(row.first.clone(), None)];
        people.extend(row.second.or(None).map(|it| person(it, None)));
        let contact = Contact {
            member: member.id.clone(),
            number: number.clone(),
            people,
            cards: row.cards.or(None).unwrap_or_default(),
        };
        let opening = row.opening.filter(|it| *it != Money::ZERO);
        let mut change = MemberChange::of(None, member);
        if let Some(cents) = opening {
            change.moves.push(AccountMove {
                member: contact.member.clone(),
                cents,
            });
            change.reason = Some(MoveReason::Opening);
        }
        self.added.push(MemberAdded {
            line: row.line,
            number,
            name: row.first.name,
            opening: opening.unwrap_or_default(),
        });
        self.entries.push(MemberEntry { change, contact });
    }

    fn known(&mut self, it: Paired<'_>, before: Match<'_>) {
        let row = it.row;
        match before.by {
            MatchedBy::Number => {}
            MatchedBy::Email => self.rule(MemberRule::ByEmail, row.line),
            MatchedBy::NameAndPhone => self.rule(MemberRule::ByName, row.line),
        }
        if row.opening.is_some_and(|it| it != Money::ZERO) {
            self.rule(MemberRule::OpeningLeft, row.line);
        }
        let was = &before.account.member;
        let member = Member {
            limit: row.limit.or(Some(was.limit)).unwrap_or_default(),
            year: row.year.or(was.year),
            ..was.clone()
        };
        let mut people = before.contact.people.clone();
        put(&mut people, before.person, row.first);
        match row.second {
            Told::Nothing => {}
            Told::None => people.truncate(1),
            Told::Is(second) => put(&mut people, 1 - before.person.min(1), second),
        }
        let cards = Some(before.contact.cards.clone());
        let contact = Contact {
            people,
            cards: row.cards.or(cards).unwrap_or_default(),
            ..before.contact.clone()
        };
        let change = MemberChange::of(Some(was), member);
        let mut fields: Vec<MemberField> = Vec::new();
        for (field, differs) in [
            (MemberField::People, contact.people != before.contact.people),
            (MemberField::Cards, contact.cards != before.contact.cards),
            (
                MemberField::Limit,
                change.members.iter().any(|it| it.limit != was.limit),
            ),
            (
                MemberField::Year,
                change.members.iter().any(|it| it.year != was.year),
            ),
        ] {
            fields.extend(differs.then_some(field));
        }
        if fields.is_empty() {
            self.unchanged += 1;
            return;
        }
        let name = before.contact.people.first();
        self.changed.push(MemberChanged {
            line: row.line,
            number: contact.number.clone(),
            name: name.map_or_else(|| contact.number.clone(), |it| it.name.clone()),
            fields,
            by: before.by,
        });
        self.entries.push(MemberEntry { change, contact });
    }

    /// Names the columns nothing is read from.
    pub fn note_unread(&mut self, columns: &Columns) {
        let unread = columns.unread();
        if !unread.is_empty() {
            let rule = MemberRule::ColumnsLeft(unread.join(", "));
            self.rules.insert(rule, Vec::new());
        }
    }

    /// What it all comes to.
    pub fn close(
        self,
        format: MemberFormat,
        table: &Table,
        refused: Vec<Refusal>,
        bad_rows: BadRows,
    ) -> MemberImport {
        let wanted = refused.is_empty() || bad_rows == BadRows::Skip;
        let rules = self.rules.into_iter();
        MemberImport {
            format,
            encoding: table.encoding,
            delimiter: table.delimiter,
            rows: table.records.len() + table.broken.len(),
            entries: if wanted { self.entries } else { Vec::new() },
            opening: self.added.iter().map(|it| it.opening).sum(),
            added: self.added,
            changed: self.changed,
            unchanged: self.unchanged,
            refused,
            rules: rules
                .map(|(rule, lines)| MemberRuled { rule, lines })
                .collect(),
        }
    }
}

/// Somebody as the row and what was known make them.
fn person(said: SaidPerson, before: Option<&Person>) -> Person {
    Person {
        name: said.name,
        phone: said.phone.or(before.and_then(|it| it.phone.clone())),
        email: said.email.or(before.and_then(|it| it.email.clone())),
    }
}

/// Puts somebody in a place of the household, or behind those there are.
fn put(people: &mut Vec<Person>, place: usize, said: SaidPerson) {
    match people.get_mut(place) {
        Some(before) => *before = person(said, Some(before)),
        None => people.push(person(said, None)),
    }
}

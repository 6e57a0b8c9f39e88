//! Which account a row is about: by its number; a row without one by e-mail, else by name and
//! telephone.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use crate::{
    domain::{
        asking::AccountRow,
        label::Label,
        member::{Contact, Standing, number_form},
    },
    exchange::{
        columns::folded,
        listed::Told,
        refusals::{AccountReason, Reason},
    },
};

use super::row::{Row, SaidPerson, email_form, phone_form};

/// How a row was found to be about an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchedBy {
    /// They have one number.
    Number,
    /// Somebody of the household has this e-mail address.
    Email,
    /// Somebody of the household has this name and telephone.
    NameAndPhone,
}

/// A row and its account; none for a new one.
pub struct Paired<'a> {
    pub row: Row,
    pub before: Option<Match<'a>>,
}

/// The account of a row.
#[derive(Clone, Copy)]
pub struct Match<'a> {
    pub account: &'a AccountRow,
    pub contact: &'a Contact,
    /// Which of the household the row's first person is.
    pub person: usize,
    pub by: MatchedBy,
}

/// A row, which of its columns, and why it is not taken.
pub type Found = (usize, &'static str, Reason);

fn name_form(name: &Label) -> String {
    folded(name.as_str())
}

fn text(told: &Told<Label>) -> Option<&Label> {
    match told {
        Told::Is(it) => Some(it),
        Told::Nothing | Told::None => None,
    }
}

/// Takes out the rows of which another has the same number or card, or which are about the same
/// people: each could be the right one.
pub fn without_twins(rows: Vec<Row>, refuse: &mut impl FnMut(Found)) -> Vec<Row> {
    let mut twins = HashSet::new();
    let mut same = |keys: Vec<(String, usize, u32)>, column, reason: fn(u32) -> AccountReason| {
        let mut groups: HashMap<String, Vec<(usize, u32)>> = HashMap::new();
        for (key, row, line) in keys {
            groups.entry(key).or_default().push((row, line));
        }
        for group in groups.values().filter(|it| it.len() > 1) {
            for (row, line) in group {
                let other = group.iter().map(|it| it.1).find(|other| other != line);
                twins.insert(*row);
                let reason = reason(other.unwrap_or(*line));
                refuse((*row, column, Reason::Account(reason)));
            }
        }
    };
    let key = |it: &Row, key: String| (key, it.place, it.line);
    let numbers = rows.iter().filter_map(|it| {
        let number = it.number.as_ref()?;
        Some(key(it, number_form(number.as_str())))
    });
    same(numbers.collect(), "number", |other| {
        AccountReason::NumberTwice { other }
    });
    let cards = rows.iter().flat_map(|it| match &it.cards {
        Told::Is(cards) => cards.iter().map(|card| key(it, card.to_string())).collect(),
        Told::Nothing | Told::None => Vec::new(),
    });
    same(cards.collect(), "cards", |other| AccountReason::CardTwice {
        other,
    });
    let bare = || rows.iter().filter(|it| it.number.is_none());
    let emails = bare().filter_map(|it| Some(key(it, email_form(text(&it.first.email)?.as_str()))));
    same(emails.collect(), "email", |other| {
        AccountReason::SamePeople { other }
    });
    let names = bare().filter(|it| text(&it.first.email).is_none());
    let names = names.map(|it| {
        let phone = text(&it.first.phone).map(|it| phone_form(it.as_str()));
        let name = name_form(&it.first.name);
        key(it, format!("{name}\n{}", phone.unwrap_or_default()))
    });
    same(names.collect(), "name", |other| AccountReason::SamePeople {
        other,
    });
    let stays = |it: &Row| !twins.contains(&it.place);
    rows.into_iter().filter(stays).collect()
}

/// Finds the account of each row, and takes out those that could be about several, whose account
/// is closed, whose card is another's, and those of which another row has the account.
pub fn pair<'a>(
    accounts: &'a [AccountRow],
    rows: Vec<Row>,
    refuse: &mut impl FnMut(Found),
) -> Vec<Paired<'a>> {
    let known = Known::of(accounts);
    let mut paired: Vec<Paired<'a>> = Vec::with_capacity(rows.len());
    for row in rows {
        let before = match known.find(&row) {
            Ok(before) => before,
            Err((column, reason)) => {
                refuse((row.place, column, Reason::Account(reason)));
                continue;
            }
        };
        match known.check(&row, before.as_ref()) {
            Ok(()) => paired.push(Paired { row, before }),
            Err((column, reason)) => refuse((row.place, column, Reason::Account(reason))),
        }
    }
    let mut rows_of: HashMap<&str, Vec<u32>> = HashMap::new();
    for it in &paired {
        if let Some(before) = &it.before {
            let lines = rows_of.entry(before.account.member.id.as_str());
            lines.or_default().push(it.row.line);
        }
    }
    paired.retain(|it| {
        let Some(before) = &it.before else {
            return true;
        };
        let lines = rows_of.get(before.account.member.id.as_str());
        let other = lines.and_then(|lines| lines.iter().find(|line| **line != it.row.line));
        let Some(other) = other else { return true };
        let reason = AccountReason::SameMember {
            other: *other,
            number: before.contact.number.clone(),
        };
        refuse((it.row.place, "name", Reason::Account(reason)));
        false
    });
    paired
}

/// The accounts there are, with their short ways.
struct Known<'a> {
    accounts: Vec<(&'a AccountRow, &'a Contact)>,
    by_number: HashMap<String, usize>,
    by_card: HashMap<&'a str, usize>,
    by_email: HashMap<String, Vec<(usize, usize)>>,
    by_name: HashMap<String, Vec<(usize, usize)>>,
}

type Problem = (&'static str, AccountReason);

impl<'a> Known<'a> {
    fn of(accounts: &'a [AccountRow]) -> Self {
        let accounts = accounts.iter();
        let accounts = accounts.filter_map(|it| Some((it, it.contact.as_ref()?)));
        let mut known = Self {
            accounts: accounts.collect(),
            by_number: HashMap::new(),
            by_card: HashMap::new(),
            by_email: HashMap::new(),
            by_name: HashMap::new(),
        };
        for (at, (_, contact)) in known.accounts.iter().enumerate() {
            known
                .by_number
                .insert(number_form(contact.number.as_str()), at);
            for card in &contact.cards {
                known.by_card.insert(card.as_str(), at);
            }
            for (place, person) in contact.people.iter().enumerate() {
                if let Some(email) = &person.email {
                    let found = known.by_email.entry(email_form(email.as_str()));
                    found.or_default().push((at, place));
                }
                let found = known.by_name.entry(name_form(&person.name));
                found.or_default().push((at, place));
            }
        }
        known
    }

    fn find(&self, row: &Row) -> Result<Option<Match<'a>>, Problem> {
        let Some(number) = &row.number else {
            return self.by_people(row);
        };
        if let Some(at) = self.by_number.get(&number_form(number.as_str())) {
            let names = self.by_name.get(&name_form(&row.first.name));
            let person = names.and_then(|it| it.iter().find(|(account, _)| account == at));
            return Ok(self.at(*at, person.map_or(0, |it| it.1), MatchedBy::Number));
        }
        // Somebody who has another number already: one of the two is wrong.
        let is_bare = text(&row.first.email).is_none() && text(&row.first.phone).is_none();
        match self.by_people(row) {
            Ok(Some(other)) if !is_bare => {
                let other = other.contact.number.clone();
                Err(("number", AccountReason::OtherNumber { other }))
            }
            Ok(_) | Err(_) => Ok(None),
        }
    }

    fn by_people(&self, row: &Row) -> Result<Option<Match<'a>>, Problem> {
        if let Some(email) = text(&row.first.email)
            && let Some(found) = self.by_email.get(&email_form(email.as_str()))
        {
            return self.one(found, MatchedBy::Email, "email");
        }
        let Some(named) = self.by_name.get(&name_form(&row.first.name)) else {
            return Ok(None);
        };
        let found: Vec<(usize, usize)> = named
            .iter()
            .filter(|(at, place)| self.may_be(*at, *place, &row.first))
            .copied()
            .collect();
        self.one(&found, MatchedBy::NameAndPhone, "name")
    }

    /// Whether somebody of this name has this telephone; where the row gives neither telephone
    /// nor e-mail, the name is all there is.
    fn may_be(&self, at: usize, place: usize, said: &SaidPerson) -> bool {
        let person = self.accounts.get(at).and_then(|it| it.1.people.get(place));
        let known = person.and_then(|it| it.phone.as_ref());
        match (text(&said.phone), known) {
            (Some(said), Some(known)) => phone_form(said.as_str()) == phone_form(known.as_str()),
            (None, _) => text(&said.email).is_none(),
            (Some(_), None) => false,
        }
    }

    /// The one account among those found.
    fn one(
        &self,
        found: &[(usize, usize)],
        by: MatchedBy,
        column: &'static str,
    ) -> Result<Option<Match<'a>>, Problem> {
        let Some((first, person)) = found.first() else {
            return Ok(None);
        };
        match found.iter().find(|(at, _)| at != first) {
            None => Ok(self.at(*first, *person, by)),
            Some((other, _)) => {
                let number = |at: &usize| self.accounts.get(*at).map(|it| it.1.number.clone());
                let (Some(one), Some(other)) = (number(first), number(other)) else {
                    return Ok(None);
                };
                Err((column, AccountReason::TwoMembers { one, other }))
            }
        }
    }

    fn at(&self, at: usize, person: usize, by: MatchedBy) -> Option<Match<'a>> {
        let (account, contact) = self.accounts.get(at)?;
        Some(Match {
            account,
            contact,
            person,
            by,
        })
    }

    fn check(&self, row: &Row, before: Option<&Match<'a>>) -> Result<(), Problem> {
        if before.is_some_and(|it| it.account.member.state != Standing::Open) {
            return Err(("name", AccountReason::Closed));
        }
        let Told::Is(cards) = &row.cards else {
            return Ok(());
        };
        let mine = before.map(|it| &it.account.member.id);
        for card in cards {
            let holder = self.by_card.get(card.as_str());
            let holder = holder.and_then(|at| self.accounts.get(*at));
            if let Some((account, contact)) = holder
                && Some(&account.member.id) != mine
            {
                let number = contact.number.clone();
                return Err(("cards", AccountReason::CardTaken { number }));
            }
        }
        Ok(())
    }
}

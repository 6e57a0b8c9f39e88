//! Who has an account: found by letters of a name, by number or by card, whatever the size.

use std::collections::HashMap;

use super::{
    asking::AccountRow,
    ids::Id,
    label::Label,
    member::{Contact, Standing, number_form},
    money::Money,
    search::{Index, fold},
};

/// Ends each account's text; a folded text never holds it.
const END: char = '\n';

/// All accounts known here, in the order of their names.
#[derive(Debug)]
pub struct Members {
    rows: Vec<AccountRow>,
    by_id: HashMap<Id, usize>,
    numbers: HashMap<String, usize>,
    cards: HashMap<Label, usize>,
    /// Each name and number, to be found by how it or a word of it begins.
    index: Index,
    /// All of it in one text, to be found by what stands inside a word.
    text: String,
    /// Where in the text each account begins.
    starts: Vec<usize>,
}

/// What of a contact card is somebody else's already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Taken {
    /// The number.
    Number,
    /// A card.
    Card(Label),
}

/// All accounts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What stands above zero.
    pub credits: Money,
    /// What stands below zero, negative.
    pub debts: Money,
    /// How many are below zero.
    pub debtors: usize,
}

impl Default for Members {
    fn default() -> Self {
        Self::of(Vec::new())
    }
}

impl Members {
    /// The directory of these accounts.
    pub fn of(mut rows: Vec<AccountRow>) -> Self {
        rows.sort_by_cached_key(|row| match &row.contact {
            Some(contact) => (
                0,
                fold(&contact.name()),
                number_form(contact.number.as_str()),
            ),
            None => (1, String::new(), row.member.id.to_string()),
        });
        let (mut by_id, mut numbers, mut cards) = (HashMap::new(), HashMap::new(), HashMap::new());
        let mut named: Vec<(usize, String, u64)> = Vec::new();
        let (mut text, mut starts) = (String::new(), Vec::with_capacity(rows.len()));
        for (place, row) in rows.iter().enumerate() {
            by_id.insert(row.member.id.clone(), place);
            starts.push(text.len());
            let Some(contact) = &row.contact else {
                continue;
            };
            let form = number_form(contact.number.as_str());
            // Who closed her account goes behind those who have one.
            let rank = u64::from(row.member.state == Standing::Open);
            for said in contact.said(&form) {
                text.push(END);
                text.push_str(&fold(&said));
                named.push((place, said, rank));
            }
            text.push(END);
            numbers.insert(form, place);
            cards.extend(contact.cards.iter().cloned().map(|card| (card, place)));
        }
        let index = Index::build(
            named
                .iter()
                .map(|(at, said, rank)| (*at, said.as_str(), *rank)),
        );
        Self {
            rows,
            by_id,
            numbers,
            cards,
            index,
            text,
            starts,
        }
    }

    /// Whether nobody has an account.
    pub const fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The accounts whose owners are known, in the order of their names.
    pub fn known(&self) -> impl Iterator<Item = &AccountRow> {
        self.rows.iter().filter(|row| row.contact.is_some())
    }

    /// The account of this reference.
    pub fn by_id(&self, id: &Id) -> Option<&AccountRow> {
        self.rows.get(*self.by_id.get(id)?)
    }

    /// The account of this number; zeros in front do not count.
    pub fn by_number(&self, number: &str) -> Option<&AccountRow> {
        self.rows.get(*self.numbers.get(&number_form(number))?)
    }

    /// The account of this card.
    pub fn by_card(&self, code: &str) -> Option<&AccountRow> {
        let card = Label::new(code)?;
        self.rows.get(*self.cards.get(&card)?)
    }

    /// The likeliest accounts, at most so many: the one of this number, those of which a name
    /// begins so, then those of which another word does, then those with the letters inside a
    /// word; in each, who has an account goes before who had one, and then the alphabet decides.
    /// Nothing typed: the first of all.
    pub fn find(&self, typed: &str, limit: usize) -> Vec<&AccountRow> {
        let folded = fold(typed);
        if folded.is_empty() {
            return self.known().take(limit).collect();
        }
        let mut places: Vec<usize> = Vec::with_capacity(limit);
        places.extend(self.numbers.get(&number_form(typed)));
        // A household is there once for each of its names.
        for place in self.index.beginning(&folded, limit.saturating_mul(3)) {
            if places.len() < limit && !places.contains(&place) {
                places.push(place);
            }
        }
        if places.len() < limit {
            self.inside(&folded, limit, &mut places);
        }
        let found = places.iter().filter_map(|place| self.rows.get(*place));
        found.take(limit).collect()
    }

    fn inside(&self, folded: &str, limit: usize, places: &mut Vec<usize>) {
        for (at, _) in self.text.match_indices(folded) {
            let after = self.starts.partition_point(|start| *start <= at);
            let Some(place) = after.checked_sub(1) else {
                continue;
            };
            if !places.contains(&place) {
                places.push(place);
            }
            if places.len() >= limit {
                return;
            }
        }
    }

    /// What of a card is another account's already, and whose.
    pub fn taken(&self, contact: &Contact) -> Option<(Taken, &AccountRow)> {
        let other = |row: &&AccountRow| row.member.id != contact.member;
        let number = self.by_number(contact.number.as_str()).filter(other);
        if let Some(row) = number {
            return Some((Taken::Number, row));
        }
        contact.cards.iter().find_map(|card| {
            let row = self.by_card(card.as_str()).filter(other)?;
            Some((Taken::Card(card.clone()), row))
        })
    }

    /// The lowest number above all that are plain numbers.
    pub fn free_number(&self) -> String {
        let numbers = self.numbers.keys().filter_map(|it| it.parse::<u32>().ok());
        numbers.max().unwrap_or(0).saturating_add(1).to_string()
    }

    /// Takes an account in as it is now.
    pub fn take_in(&mut self, row: AccountRow) {
        let place = self.by_id.get(&row.member.id).copied();
        match place.and_then(|place| self.rows.get_mut(place)) {
            // Only the balance moves in a sale: nothing is to be indexed anew.
            Some(known)
                if known.contact == row.contact && known.member.state == row.member.state =>
            {
                *known = row;
            }
            Some(known) => {
                *known = row;
                *self = Self::of(std::mem::take(&mut self.rows));
            }
            None => {
                self.rows.push(row);
                *self = Self::of(std::mem::take(&mut self.rows));
            }
        }
    }

    /// Takes all accounts in as they are now. Mostly nothing but balances has moved, and nothing is
    /// to be indexed anew.
    pub fn take_all(&mut self, rows: &[AccountRow]) {
        let same = |row: &AccountRow| {
            let known = self.by_id(&row.member.id);
            known.is_some_and(|known| {
                known.contact == row.contact && known.member.state == row.member.state
            })
        };
        if rows.len() != self.rows.len() || !rows.iter().all(same) {
            *self = Self::of(rows.to_vec());
            return;
        }
        for row in rows {
            let place = self.by_id.get(&row.member.id);
            if let Some(known) = place.and_then(|place| self.rows.get_mut(*place)) {
                known.balance = row.balance;
                known.member = row.member.clone();
            }
        }
    }

    /// What stands on all accounts.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for row in &self.rows {
            if row.balance < Money::ZERO {
                totals.debts += row.balance;
                totals.debtors += 1;
            } else {
                totals.credits += row.balance;
            }
        }
        totals
    }
}

impl Contact {
    /// The names of the household, as lists show them: `Dupont Marie, Roy Jean`.
    pub fn name(&self) -> String {
        let names: Vec<&str> = self.people.iter().map(|it| it.name.as_str()).collect();
        names.join(", ")
    }

    /// What people may type for it: each name, the number with and without zeros in front.
    fn said(&self, form: &str) -> Vec<String> {
        let mut said: Vec<String> = self.people.iter().map(|it| it.name.to_string()).collect();
        said.push(self.number.to_string());
        if form != self.number.as_str() {
            said.push(form.to_owned());
        }
        said
    }
}

#[cfg(test)]
mod tests;

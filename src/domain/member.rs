//! Members: whose account it is, what stands on it, and what the journal says of them.
//!
//! The journal knows a member by a random reference. Names, numbers and cards are on a contact
//! card beside it, which can be erased: tickets stay valid and the chain verifies.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{catalogue::differing, ids::Id, label::Label, money::Money};

/// An account, as the journal keeps it: one per household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The reference: random, never reused.
    pub id: Id,
    /// How far below zero the account may go: the tab (ardoise). Never negative.
    #[serde(default)]
    pub limit: Money,
    /// The last year for which the membership was paid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    /// Whether the account can be used.
    pub state: Standing,
}

/// Whether an account can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// It can.
    Open,
    /// Closed at zero; kept for the journal's sake.
    Closed,
    /// Closed, and nobody knows any more whose it was.
    Erased,
}

/// Who is behind a reference: kept beside the journal, erasable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The account.
    pub member: Id,
    /// The number people say; zeros in front do not count.
    pub number: Label,
    /// One or two people of a household.
    pub people: Vec<Person>,
    /// What scanners read on their cards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Label>,
}

/// Somebody of a household.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Family name first, as lists are sorted.
    pub name: Label,
    /// A telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<Label>,
    /// An e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Label>,
}

/// The content of a `member` entry: accounts as they are from now on, and money moved between
/// them without a sale.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberChange {
    /// Accounts as they are from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Member>,
    /// By reference, the names of the fields that differ from before; `new` for a new account.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub changed: BTreeMap<String, Vec<String>>,
    /// What was moved without a ticket.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<AccountMove>,
    /// Why it was moved, from a list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<MoveReason>,
}

/// Money that comes onto an account (positive) or leaves it, without a ticket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountMove {
    /// The account.
    pub member: Id,
    /// How much.
    pub cents: Money,
}

/// Why money was moved without a ticket: from a list, so that no name ends in what cannot be
/// erased.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoveReason {
    /// What stood on the account before this till.
    Opening,
    /// From one member to another: the moves add up to nothing.
    Transfer,
    /// An entry by mistake before.
    Mistake,
    /// Paid to the co-op otherwise: a bank transfer, an online payment.
    PaidElsewhere,
    /// The co-op makes a present of it, or gives a debt up.
    Goodwill,
}

impl MoveReason {
    /// What a keeper may choose for an adjustment, in the order of the screen.
    pub const ADJUSTMENT: [Self; 4] = [
        Self::Mistake,
        Self::PaidElsewhere,
        Self::Goodwill,
        Self::Opening,
    ];
}

impl MemberChange {
    /// The change that makes this the account of its reference.
    pub fn of(before: Option<&Member>, after: Member) -> Self {
        let fields = differing(before, &after);
        if fields.is_empty() {
            return Self::default();
        }
        Self {
            changed: BTreeMap::from([(after.id.to_string(), fields)]),
            members: vec![after],
            ..Self::default()
        }
    }

    /// Whether there is nothing to write down.
    pub const fn is_empty(&self) -> bool {
        self.members.is_empty() && self.moves.is_empty()
    }

    /// Whether what is moved is what its reason allows: a transfer adds up to nothing, and money
    /// never moves without a reason.
    pub fn adds_up(&self) -> bool {
        match self.reason {
            None => self.moves.is_empty(),
            Some(MoveReason::Transfer) => {
                self.moves.iter().map(|it| it.cents).sum::<Money>() == Money::ZERO
            }
            Some(
                MoveReason::Opening
                | MoveReason::Mistake
                | MoveReason::PaidElsewhere
                | MoveReason::Goodwill,
            ) => true,
        }
    }
}

impl Member {
    /// What may still be spent from this balance.
    pub fn may_spend(&self, balance: Money) -> Money {
        match self.state {
            Standing::Open => (balance + self.limit).max(Money::ZERO),
            Standing::Closed | Standing::Erased => Money::ZERO,
        }
    }
}

/// A member number in the form in which two are compared.
pub fn number_form(number: &str) -> String {
    let folded = number.trim().to_lowercase();
    let bare = folded.trim_start_matches('0');
    if bare.is_empty() {
        folded
    } else {
        bare.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cents(cents: i64) -> Money {
        Money::from_cents(cents).unwrap()
    }

    #[test]
    fn what_may_be_spent_is_the_balance_and_the_tab() {
        let mut marie = Member {
            id: Id::known("M1"),
            limit: cents(1_000),
            year: Some(2026),
            state: Standing::Open,
        };
        assert_eq!(marie.may_spend(cents(2_340)), cents(3_340));
        assert_eq!(marie.may_spend(cents(-600)), cents(400));
        assert_eq!(marie.may_spend(cents(-1_200)), Money::ZERO);
        marie.state = Standing::Closed;
        assert_eq!(marie.may_spend(cents(2_340)), Money::ZERO);
    }

    #[test]
    fn a_transfer_takes_as_much_as_it_brings() {
        let mut transfer = MemberChange {
            moves: vec![
                AccountMove {
                    member: Id::known("M1"),
                    cents: cents(-500),
                },
                AccountMove {
                    member: Id::known("M2"),
                    cents: cents(500),
                },
            ],
            reason: Some(MoveReason::Transfer),
            ..MemberChange::default()
        };
        assert!(transfer.adds_up());
        transfer.moves.pop();
        assert!(!transfer.adds_up());
        transfer.reason = None;
        assert!(!transfer.adds_up());
    }

    #[test]
    fn zeros_in_front_of_a_number_do_not_count() {
        assert_eq!(number_form("0117"), number_form(" 117"));
        assert_eq!(number_form("B-07"), "b-07");
        assert_eq!(number_form("000"), "000");
    }
}

//! What is not in the journal yet, and the sale that was finished last.

use serde::{Deserialize, Serialize};

use super::{closing::ClosingDraft, day::opening::OpeningDraft, ending::Ending, shop::Shop};
use crate::domain::{
    basket::{Basket, Story},
    facts::{Abandoned, GivenUp},
    journal::Fact,
    money::Money,
    pay::Tendering,
    settings::TenderKind,
    ticket::{Payment, Ticket},
    time::Moment,
};

/// A basket set aside, with what people know it by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parked {
    /// What is in it.
    pub basket: Basket,
    /// When it was set aside, UTC milliseconds.
    pub at_ms: i64,
}

/// All that is not yet in the journal: saved at every change of a basket, so that a killed program
/// starts again with the same screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Drafts {
    /// The two open tickets.
    pub desks: [Basket; 2],
    /// Which of them is on the screen.
    pub desk: usize,
    /// Those set aside, oldest first.
    pub parked: Vec<Parked>,
    /// The payment under way, if money was already taken.
    pub paying: Option<Tendering>,
    /// What goes at the end-of-market price.
    #[serde(default)]
    pub ending: Ending,
    /// The initials of who is at the till, once somebody said so on the screen.
    #[serde(default)]
    pub operator: String,
    /// Whether the till answers to anybody.
    #[serde(default)]
    pub door: Door,
    /// The closing under way, if one was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closing: Option<ClosingDraft>,
    /// The opening under way, if one was begun.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening: Option<OpeningDraft>,
    /// The entry that the clock was found behind, until it is not any more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_behind: Option<Moment>,
}

impl Drafts {
    /// Two open tickets and nothing else.
    pub fn of(desks: [Basket; 2]) -> Self {
        Self {
            desks,
            desk: 0,
            parked: Vec::new(),
            paying: None,
            ending: Ending::default(),
            operator: String::new(),
            door: Door::Open,
            closing: None,
            opening: None,
            clock_behind: None,
        }
    }
}

/// Whether the till answers to anybody.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Door {
    /// To whoever presses a key.
    #[default]
    Open,
    /// Only to who unlocks it.
    Locked,
    /// To an auditor, who may not sell: only the keeper leaves that view, and a restart must not
    /// be a way out of it.
    Audited,
}

/// The sale that was finished last, for the change screen and the sell screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastSale {
    /// What people call the ticket.
    pub name: String,
    /// What was paid.
    pub total: Money,
    /// What was given in cash, change included.
    pub given: Money,
    /// What went back.
    pub change: Money,
    /// When it was recorded.
    pub at: Moment,
}

impl LastSale {
    /// The sale of a ticket that is in the journal under this name since this moment.
    pub fn of(name: String, ticket: &Ticket, at: Moment) -> Self {
        // A credit note or tokens that went back are no coins to look at.
        let coins = |it: &&Payment| it.change && it.kind == TenderKind::Cash;
        let back: Money = ticket
            .payments
            .iter()
            .filter(coins)
            .map(|it| it.cents)
            .sum();
        Self {
            name,
            total: ticket.total,
            given: ticket.total - back,
            change: -back,
            at,
        }
    }
}

/// Whether the next ticket is printed without being asked: by French law it is not (loi AGEC,
/// art. 49; décret 2022-1565, in force since 1 August 2023).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// Only on request.
    #[default]
    OnRequest,
    /// The customer of this ticket asked for it.
    Asked,
}

impl Shop {
    /// Flips to the other open ticket.
    pub fn flip(&mut self) {
        self.drafts.desk = 1 - self.drafts.desk.min(1);
        self.paper = Paper::OnRequest;
        self.touch();
    }

    /// Whether the other open ticket has something in it.
    pub fn other_waits(&self) -> bool {
        let [first, second] = &self.drafts.desks;
        let other = if self.drafts.desk == 0 { second } else { first };
        !other.is_empty()
    }

    /// Sets the ticket aside.
    pub fn park(&mut self) {
        if self.basket().is_empty() {
            return;
        }
        let basket = self.basket().clone();
        let at_ms = self.now.utc_ms;
        self.drafts.parked.push(Parked { basket, at_ms });
        self.next_basket();
    }

    /// Takes a ticket up again that was aside; the desk must be free.
    pub fn resume(&mut self, at: usize) {
        if at < self.drafts.parked.len() && self.basket().is_empty() {
            let mut parked = self.drafts.parked.remove(at);
            parked.basket.story = Story::Resumed;
            self.edit(|basket| *basket = parked.basket);
        }
    }

    /// Gives up a ticket that was aside; the journal keeps it.
    pub fn abandon_parked(&mut self, at: usize) {
        if at < self.drafts.parked.len() {
            let basket = self.drafts.parked.remove(at).basket;
            let given_up = Abandoned::of(GivenUp::Basket, basket.uid, basket.lines());
            self.write(Fact::Abandoned(given_up));
            self.touch();
        }
    }
}

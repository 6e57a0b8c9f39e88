//! What settings must be for a stall to work with them, and how one change leads to the next.

use super::{DatedRate, Settings, SettingsChange, Tender, TenderKind};
use crate::domain::{catalogue::differing, ids::Id};

/// Why settings cannot be as somebody wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsRefusal {
    /// Two means of payment share a letter.
    SameLetter(char, Id, Id),
    /// Two means of payment share an id.
    SameId(Id),
    /// A letter that is not a capital from A to Z, or one the pay screen needs: T, D.
    BadLetter(Id, char),
    /// No means of payment moves the drawer's notes and coins.
    NoCash,
    /// A day cannot start at this hour.
    BadHour(u8),
}

impl Settings {
    /// The change that leads from `self` to `after`.
    pub fn change_to(&self, after: &Self) -> SettingsChange {
        let mut change = SettingsChange::default();
        for part in differing(Some(self), after) {
            match part.as_str() {
                "stall" => change.stall = Some(after.stall.clone()),
                "tenders" => change.tenders = Some(after.tenders.clone()),
                "vat_rates" => change.vat_rates = Some(after.vat_rates.clone()),
                "tariffs" => change.tariffs = Some(after.tariffs.clone()),
                "deposits" => change.deposits = Some(after.deposits.clone()),
                "operators" => change.operators = Some(after.operators.clone()),
                _ => change.rules = Some(after.rules.clone()),
            }
        }
        change
    }

    /// Takes a change in.
    pub fn apply(&mut self, change: &SettingsChange) {
        if let Some(stall) = &change.stall {
            self.stall.clone_from(stall);
        }
        if let Some(tenders) = &change.tenders {
            self.tenders.clone_from(tenders);
        }
        if let Some(rates) = &change.vat_rates {
            self.vat_rates.clone_from(rates);
        }
        if let Some(rules) = &change.rules {
            self.rules.clone_from(rules);
        }
        if let Some(tariffs) = &change.tariffs {
            self.tariffs.clone_from(tariffs);
        }
        if let Some(deposits) = &change.deposits {
            self.deposits.clone_from(deposits);
        }
        if let Some(operators) = &change.operators {
            self.operators.clone_from(operators);
        }
    }

    /// Whether a stall can work with these.
    pub fn check(&self) -> Result<(), SettingsRefusal> {
        for (at, tender) in self.tenders.iter().enumerate() {
            let earlier = self.tenders.get(..at).unwrap_or_default();
            if earlier.iter().any(|it| it.id == tender.id) {
                return Err(SettingsRefusal::SameId(tender.id.clone()));
            }
            let Some(letter) = tender.letter else {
                continue;
            };
            if !letter.is_ascii_uppercase() || matches!(letter, 'T' | 'D') {
                return Err(SettingsRefusal::BadLetter(tender.id.clone(), letter));
            }
            if let Some(other) = earlier.iter().find(|it| it.letter == Some(letter)) {
                return Err(SettingsRefusal::SameLetter(
                    letter,
                    other.id.clone(),
                    tender.id.clone(),
                ));
            }
        }
        if self.cash().is_none() {
            return Err(SettingsRefusal::NoCash);
        }
        if self.rules.day_starts_at > 23 {
            return Err(SettingsRefusal::BadHour(self.rules.day_starts_at));
        }
        Ok(())
    }

    /// The means of payment of this id.
    pub fn tender(&self, id: &Id) -> Option<&Tender> {
        self.tenders.iter().find(|it| it.id == *id)
    }

    /// The means of payment of this letter, either case.
    pub fn tender_by_letter(&self, letter: char) -> Option<&Tender> {
        let letter = letter.to_ascii_uppercase();
        self.tenders.iter().find(|it| it.letter == Some(letter))
    }

    /// The drawer's notes and coins.
    pub fn cash(&self) -> Option<&Tender> {
        self.tenders.iter().find(|it| it.kind == TenderKind::Cash)
    }

    /// The rates the law has on a day, `YYYY-MM-DD`, lowest first.
    pub fn rates_on(&self, day: &str) -> Vec<&DatedRate> {
        let mut rates: Vec<&DatedRate> = self
            .vat_rates
            .iter()
            .filter(|it| it.from.as_str() <= day)
            .collect();
        rates.sort_by_key(|it| it.rate);
        rates
    }
}

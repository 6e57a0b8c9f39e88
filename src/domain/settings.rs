//! What decides money besides the catalogue: who sells, means of payment, VAT rates, rules, texts.
//! All of it is written down in the journal; what belongs to one machine is in `etal.toml`.

use serde::{Deserialize, Serialize};

use super::{
    catalogue::differing,
    ids::Id,
    label::Label,
    money::{Money, VatRate},
};

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Who sells, as the receipt says it.
    pub stall: Stall,
    /// Means of payment, in the order of the pay screen.
    pub tenders: Vec<Tender>,
    /// VAT rates that may be used, with the date from which they hold.
    pub vat_rates: Vec<DatedRate>,
    /// Limits and habits.
    pub rules: Rules,
}

/// Who sells (receipt mentions: `reference` of the certified practice, BOI-TVA-DECLA-30-10-30 §50).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stall {
    /// The stall's or the co-op's name.
    pub name: Label,
    /// Where it can be written to, a line each.
    #[serde(default)]
    pub address: Vec<Label>,
    /// The French register number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<Label>,
    /// The VAT number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<Label>,
    /// A mention the law wants of this seller, such as « TVA non applicable, art. 293 B du CGI ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<Label>,
    /// The last words on a receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanks: Option<Label>,
}

/// A means of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tender {
    /// `cash`, `card`, … for those the program ships.
    pub id: Id,
    /// Its name on screen and paper; none means the word of the language for its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// The capital letter that pays by it; cash has none, it is Enter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<char>,
    /// What moves when it is used.
    pub kind: TenderKind,
    /// What is given back when it is worth more than what is owed.
    pub change: Change,
    /// Whether the drawer opens.
    pub drawer: Drawer,
    /// How it is counted at the closing.
    pub counted: Counted,
}

/// What a means of payment moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderKind {
    /// Notes and coins of the drawer.
    Cash,
    /// A card terminal beside the till.
    Card,
    /// Cheques in the drawer.
    Cheque,
    /// A means that has no more than a name and a total.
    Other,
}

/// What is given back above the amount owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Euros from the drawer.
    Euros,
    /// Nothing: it never pays more than what is owed.
    None,
}

/// Whether a payment opens the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawer {
    /// It opens.
    Opens,
    /// It stays shut.
    Shut,
}

/// How a means is counted at the closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Note by note, or one total.
    Denominations,
    /// The total of a slip.
    Total,
    /// How many and how much.
    NumberAndTotal,
    /// Not at all.
    No,
}

/// A VAT rate and since when the law has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedRate {
    /// The rate.
    pub rate: VatRate,
    /// What it is for, in the stall's words.
    pub label: Label,
    /// The first day it holds, `YYYY-MM-DD`.
    pub from: String,
}

/// Limits and habits that decide money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The hour at which a new market day begins.
    pub day_starts_at: u8,
    /// The most one ticket may take or give in cash (code monétaire et financier, art. D.112-3).
    pub cash_limit: Money,
    /// What tariffs are rounded to.
    pub tariff_step: Money,
    /// Who bears a discount on the whole ticket, an agreed total, forgiven cents.
    pub ticket_discounts: Bearer,
}

/// Who bears a discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// The producer of the line.
    Producer,
    /// The pot of solidarity prices (équilibre).
    Pot,
    /// The co-op, out of its commission.
    Coop,
}

/// A settings entry: each part that changed, in full.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChange {
    /// Who sells, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stall: Option<Stall>,
    /// All means of payment, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenders: Option<Vec<Tender>>,
    /// All VAT rates, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_rates: Option<Vec<DatedRate>>,
    /// The rules, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Rules>,
}

impl SettingsChange {
    /// Whether there is nothing to write down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

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

//! All that a settings file says of settings, and where what cannot be stands.

use crate::domain::{
    ids::{Id, Mint},
    label::Label,
    money::Money,
    settings::{Settings, SettingsRefusal},
};

use super::{
    RATE, RULES, STALL, SettingsReason, lists, read_rate, read_rules, read_stall,
    section::{Fault, Section},
    tenders,
};

/// The tables of the file that lists were read from, each beside what was read.
#[derive(Default)]
pub struct Parts<'a> {
    /// Means of payment.
    pub tenders: Vec<Section<'a>>,
    tariffs: Vec<Section<'a>>,
    deposits: Vec<Section<'a>>,
    operators: Vec<Section<'a>>,
    pieces: Vec<Section<'a>>,
}

/// Reads them, checked by the same rules as everything that changes settings.
pub fn read<'a>(
    root: &Section<'a>,
    before: &Settings,
    mint: &mut Mint,
) -> Result<(Settings, Parts<'a>), Fault> {
    let mut after = before.clone();
    let mut parts = Parts::default();
    if let Some(part) = root.part("stall", STALL)? {
        read_stall(&part, &mut after.stall)?;
    }
    if let Some(part) = root.part("rules", RULES)? {
        parts.pieces = read_rules(&part, &mut after.rules)?;
    }
    if let Some(rates) = root.list("vat_rates", RATE)? {
        after.vat_rates = all(&rates, read_rate)?;
    }
    if let Some(read) = root.list("tenders", tenders::KEYS)? {
        after.tenders = all(&read, |part| tenders::read(part, &before.tenders, mint))?;
        parts.tenders = read;
    }
    if let Some(read) = root.list("tariffs", lists::TARIFF)? {
        after.tariffs = all(&read, |part| lists::tariff(part, &before.tariffs, mint))?;
        parts.tariffs = read;
    }
    if let Some(read) = root.list("deposits", lists::DEPOSIT)? {
        after.deposits = all(&read, lists::deposit)?;
        parts.deposits = read;
    }
    if let Some(read) = root.list("operators", lists::OPERATOR)? {
        after.operators = all(&read, lists::operator)?;
        parts.operators = read;
    }
    match after.check() {
        Ok(()) => Ok((after, parts)),
        Err(refusal) => Err(fault(refusal, root, &after, &parts)),
    }
}

fn all<'a, T>(
    parts: &[Section<'a>],
    read: impl FnMut(&Section<'a>) -> Result<T, Fault>,
) -> Result<Vec<T>, Fault> {
    parts.iter().map(read).collect()
}

/// Where in the file a refusal stands, in its words. Of two that quarrel, it is the later.
fn fault(
    refusal: SettingsRefusal,
    root: &Section<'_>,
    after: &Settings,
    parts: &Parts<'_>,
) -> Fault {
    let found = Place { root, after, parts };
    match refusal {
        SettingsRefusal::SameLetter(letter, one, other) => {
            let one = found.called(&one);
            found.tender(&other, "letter", |other| {
                SettingsReason::TenderLetterTwice { letter, one, other }
            })
        }
        SettingsRefusal::SameId(id) => found.tender(&id, "id", |_| SettingsReason::IdTwice {
            id: id.to_string(),
        }),
        SettingsRefusal::BadLetter(id, letter) => found.tender(&id, "letter", |tender| {
            SettingsReason::TenderLetter { letter, tender }
        }),
        SettingsRefusal::BadUnit(id) => {
            found.tender(&id, "unit", |tender| SettingsReason::TenderUnit { tender })
        }
        SettingsRefusal::BadCap(id) => found.tender(&id, "ticket_cap", |tender| {
            SettingsReason::TenderCap { tender }
        }),
        SettingsRefusal::DayBelowTicket(id) => found.tender(&id, "day_cap", |tender| {
            SettingsReason::TenderDayCap { tender }
        }),
        SettingsRefusal::NeedsMember(id) => found.tender(&id, "needs", |tender| {
            SettingsReason::TenderNeedsMember { tender }
        }),
        SettingsRefusal::NoCash => (root.at("tenders"), SettingsReason::NoCash),
        SettingsRefusal::BadHour(hour) => {
            let value = hour.to_string();
            (root.at("rules"), SettingsReason::Hour { value })
        }
        SettingsRefusal::BadMonth(month) => {
            let value = month.to_string();
            (root.at("rules"), SettingsReason::Month { value })
        }
        SettingsRefusal::BelowZero(sum) => {
            let value = sum.plain();
            (root.at("rules"), SettingsReason::Amount { value })
        }
        SettingsRefusal::BadPiece(worth)
        | SettingsRefusal::SamePiece(worth)
        | SettingsRefusal::TooManyPieces(worth) => found.pieces(&refusal, worth),
        SettingsRefusal::SameTariffLetter(..)
        | SettingsRefusal::SameTariff(_)
        | SettingsRefusal::BadTariffLetter(..)
        | SettingsRefusal::BadTariffPercent(_)
        | SettingsRefusal::SameDepositPrice(..)
        | SettingsRefusal::BadDepositPrice(_)
        | SettingsRefusal::SameOperator(_) => found.in_list(refusal),
    }
}

/// Where things of the file stand.
struct Place<'f, 'a> {
    root: &'f Section<'a>,
    after: &'f Settings,
    parts: &'f Parts<'a>,
}

impl Place<'_, '_> {
    /// What people call a means of payment.
    fn called(&self, id: &Id) -> String {
        tenders::name(self.after.tender(id), id)
    }

    fn tender(&self, id: &Id, key: &str, reason: impl FnOnce(String) -> SettingsReason) -> Fault {
        let is = |at: usize| self.after.tenders.get(at).is_some_and(|it| it.id == *id);
        let at = last(&self.parts.tenders, is, self.root, "tenders", key);
        (at, reason(self.called(id)))
    }

    fn tariff(&self, name: &Label, key: &str) -> usize {
        let is = |at: usize| {
            self.after
                .tariffs
                .get(at)
                .is_some_and(|it| it.name == *name)
        };
        last(&self.parts.tariffs, is, self.root, "tariffs", key)
    }

    fn deposit(&self, name: &Label) -> usize {
        let is = |at: usize| {
            self.after
                .deposits
                .get(at)
                .is_some_and(|it| it.name == *name)
        };
        last(&self.parts.deposits, is, self.root, "deposits", "price")
    }

    fn operator(&self, initials: &Label) -> usize {
        let operators = &self.after.operators;
        let is = |at: usize| operators.get(at).is_some_and(|it| it.initials == *initials);
        last(
            &self.parts.operators,
            is,
            self.root,
            "operators",
            "initials",
        )
    }

    /// A refusal about the notes and coins of the float.
    fn pieces(&self, refusal: &SettingsRefusal, worth: Money) -> Fault {
        let pieces = &self.after.rules.float_pieces;
        let is = |at: usize| pieces.get(at).is_some_and(|it| it.worth == worth);
        let at = |key: &str| last(&self.parts.pieces, is, self.root, "rules", key);
        let worth = worth.plain();
        match refusal {
            SettingsRefusal::SamePiece(_) => (at("worth"), SettingsReason::PieceTwice { worth }),
            SettingsRefusal::TooManyPieces(_) => {
                let found = pieces.iter().rev().find(|it| it.worth.plain() == worth);
                let value = found.map_or(0, |it| it.count).to_string();
                (at("count"), SettingsReason::PieceCount { value })
            }
            _ => (at("worth"), SettingsReason::PieceWorth { value: worth }),
        }
    }

    /// A refusal about a tariff, a kind of deposit or an operator.
    fn in_list(&self, refusal: SettingsRefusal) -> Fault {
        match refusal {
            SettingsRefusal::SameTariffLetter(letter, one, name) => {
                let (one, other) = (one.to_string(), name.to_string());
                let reason = SettingsReason::TariffLetterTwice { letter, one, other };
                (self.tariff(&name, "letter"), reason)
            }
            SettingsRefusal::SameTariff(name) => {
                let twice = name.to_string();
                let reason = SettingsReason::NameTwice { name: twice };
                (self.tariff(&name, "name"), reason)
            }
            SettingsRefusal::BadTariffLetter(name, letter) => {
                let tariff = name.to_string();
                let reason = SettingsReason::TariffLetter { letter, tariff };
                (self.tariff(&name, "letter"), reason)
            }
            SettingsRefusal::BadTariffPercent(name) => {
                let found = self.after.tariffs.iter().find(|it| it.name == name);
                let value = found.map(|it| it.percent.plain()).unwrap_or_default();
                let reason = SettingsReason::TariffPercent { value };
                (self.tariff(&name, "percent"), reason)
            }
            SettingsRefusal::SameDepositPrice(price, one, name) => {
                let reason = SettingsReason::DepositPriceTwice {
                    price: price.plain(),
                    one: one.to_string(),
                    other: name.to_string(),
                };
                (self.deposit(&name), reason)
            }
            SettingsRefusal::BadDepositPrice(name) => {
                let deposit = name.to_string();
                (
                    self.deposit(&name),
                    SettingsReason::DepositPrice { deposit },
                )
            }
            SettingsRefusal::SameOperator(name) => {
                let initials = name.to_string();
                (
                    self.operator(&name),
                    SettingsReason::OperatorTwice { initials },
                )
            }
            SettingsRefusal::SameLetter(..)
            | SettingsRefusal::SameId(_)
            | SettingsRefusal::BadLetter(..)
            | SettingsRefusal::BadUnit(_)
            | SettingsRefusal::BadCap(_)
            | SettingsRefusal::DayBelowTicket(_)
            | SettingsRefusal::NeedsMember(_)
            | SettingsRefusal::NoCash
            | SettingsRefusal::BadMonth(_)
            | SettingsRefusal::BelowZero(_)
            | SettingsRefusal::BadPiece(_)
            | SettingsRefusal::SamePiece(_)
            | SettingsRefusal::TooManyPieces(_)
            | SettingsRefusal::BadHour(_) => fault(refusal, self.root, self.after, self.parts),
        }
    }
}

/// Where a key of the last part stands that is the one looked for, or its list if the file has
/// none such.
fn last(
    parts: &[Section<'_>],
    is: impl Fn(usize) -> bool,
    root: &Section<'_>,
    list: &str,
    key: &str,
) -> usize {
    let found = parts.iter().enumerate().rev().find(|(at, _)| is(*at));
    found.map_or_else(|| root.at(list), |(_, part)| part.at(key))
}

//! What settings must be for a stall to work with them, and how one change leads to the next.

use super::{
    DatedRate, DepositKind, Needs, Operator, Rules, Settings, SettingsChange, Tariff, Tender,
    TenderKind,
};
use crate::domain::{
    catalogue::differing,
    day::{PIECES_MAX, Pieces},
    ids::Id,
    label::Label,
    money::{Money, Percent},
};

/// Why settings cannot be as somebody wrote them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SettingsRefusal {
    /// Two means of payment share a letter.
    SameLetter(char, Id, Id),
    /// Two means of payment share an id.
    SameId(Id),
    /// A letter that is not a capital from A to Z, or one the pay screen needs: T, D, B, G.
    BadLetter(Id, char),
    /// One token of a means is worth nothing or less.
    BadUnit(Id),
    /// A cap of a means is nothing or less.
    BadCap(Id),
    /// All tickets of a day may pay less by a means than one of them.
    DayBelowTicket(Id),
    /// A means that pays from an account does not ask for a member.
    NeedsMember(Id),
    /// No means of payment moves the drawer's notes and coins.
    NoCash,
    /// A day cannot start at this hour.
    BadHour(u8),
    /// A financial year cannot start in this month.
    BadMonth(u8),
    /// A limit or a float below nothing.
    BelowZero(Money),
    /// A note or coin of a float that is worth nothing or less.
    BadPiece(Money),
    /// Notes or coins of one worth are there twice.
    SamePiece(Money),
    /// More notes or coins of this worth than a till can take.
    TooManyPieces(Money),
    /// Two tariffs share a letter.
    SameTariffLetter(char, Label, Label),
    /// Two tariffs share an id or a name.
    SameTariff(Label),
    /// A letter that is not a capital from A to Z, or the one the list of tariffs needs: F, for
    /// the end of the market.
    BadTariffLetter(Label, char),
    /// A tariff that asks nothing, or more than five times the fair price.
    BadTariffPercent(Label),
    /// Two kinds of deposit share a price, by which they are told apart.
    SameDepositPrice(Money, Label, Label),
    /// A deposit of nothing or less.
    BadDepositPrice(Label),
    /// Two operators share their initials.
    SameOperator(Label),
}

/// More than five times the fair price is a slip of the fingers.
const TARIFF_MAX: Percent = Percent(50_000);

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
            check_tender(tender, self.tenders.get(..at).unwrap_or_default())?;
        }
        if self.cash().is_none() {
            return Err(SettingsRefusal::NoCash);
        }
        if self.rules.day_starts_at > 23 {
            return Err(SettingsRefusal::BadHour(self.rules.day_starts_at));
        }
        check_day(&self.rules)?;
        for (at, tariff) in self.tariffs.iter().enumerate() {
            check_tariff(tariff, self.tariffs.get(..at).unwrap_or_default())?;
        }
        for (at, deposit) in self.deposits.iter().enumerate() {
            check_deposit(deposit, self.deposits.get(..at).unwrap_or_default())?;
        }
        for (at, operator) in self.operators.iter().enumerate() {
            check_operator(operator, self.operators.get(..at).unwrap_or_default())?;
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

    /// The tariff of this letter, either case.
    pub fn tariff_by_letter(&self, letter: char) -> Option<&Tariff> {
        let letter = letter.to_ascii_uppercase();
        self.tariffs.iter().find(|it| it.letter == letter)
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

fn check_tender(tender: &Tender, earlier: &[Tender]) -> Result<(), SettingsRefusal> {
    let id = || tender.id.clone();
    if earlier.iter().any(|it| it.id == tender.id) {
        return Err(SettingsRefusal::SameId(id()));
    }
    let not_positive = |it: Option<Money>| it.is_some_and(|it| it <= Money::ZERO);
    if not_positive(tender.unit) {
        return Err(SettingsRefusal::BadUnit(id()));
    }
    if not_positive(tender.ticket_cap) || not_positive(tender.day_cap) {
        return Err(SettingsRefusal::BadCap(id()));
    }
    if let (Some(ticket), Some(day)) = (tender.ticket_cap, tender.day_cap)
        && day < ticket
    {
        return Err(SettingsRefusal::DayBelowTicket(id()));
    }
    if tender.kind == TenderKind::Account && tender.needs != Needs::Member {
        return Err(SettingsRefusal::NeedsMember(id()));
    }
    let Some(letter) = tender.letter else {
        return Ok(());
    };
    if !letter.is_ascii_uppercase() || matches!(letter, 'T' | 'D' | 'B' | 'G') {
        return Err(SettingsRefusal::BadLetter(id(), letter));
    }
    match earlier.iter().find(|it| it.letter == Some(letter)) {
        Some(other) => {
            let other = other.id.clone();
            Err(SettingsRefusal::SameLetter(letter, other, id()))
        }
        None => Ok(()),
    }
}

fn check_day(rules: &Rules) -> Result<(), SettingsRefusal> {
    if !(1..=12).contains(&rules.year_starts) {
        return Err(SettingsRefusal::BadMonth(rules.year_starts));
    }
    let sums = [rules.drop_above, rules.float, Some(rules.difference_limit)];
    if let Some(sum) = sums.into_iter().flatten().find(|it| *it < Money::ZERO) {
        return Err(SettingsRefusal::BelowZero(sum));
    }
    for (at, piece) in rules.float_pieces.iter().enumerate() {
        let (so_far, earlier) = (
            rules.float_pieces.get(..=at).unwrap_or_default(),
            rules.float_pieces.get(..at).unwrap_or_default(),
        );
        if piece.worth <= Money::ZERO {
            return Err(SettingsRefusal::BadPiece(piece.worth));
        }
        if earlier.iter().any(|it| it.worth == piece.worth) {
            return Err(SettingsRefusal::SamePiece(piece.worth));
        }
        if piece.count > PIECES_MAX || Pieces::sum(so_far).is_none() {
            return Err(SettingsRefusal::TooManyPieces(piece.worth));
        }
    }
    Ok(())
}

fn check_tariff(tariff: &Tariff, earlier: &[Tariff]) -> Result<(), SettingsRefusal> {
    let name = || tariff.name.clone();
    let same = |it: &&Tariff| it.id == tariff.id || same(&it.name, &tariff.name);
    if earlier.iter().any(|it| same(&it)) {
        return Err(SettingsRefusal::SameTariff(name()));
    }
    if tariff.percent == Percent(0) || tariff.percent > TARIFF_MAX {
        return Err(SettingsRefusal::BadTariffPercent(name()));
    }
    let letter = tariff.letter;
    if !letter.is_ascii_uppercase() || letter == 'F' {
        return Err(SettingsRefusal::BadTariffLetter(name(), letter));
    }
    match earlier.iter().find(|it| it.letter == letter) {
        Some(other) => {
            let other = other.name.clone();
            Err(SettingsRefusal::SameTariffLetter(letter, other, name()))
        }
        None => Ok(()),
    }
}

fn check_deposit(deposit: &DepositKind, earlier: &[DepositKind]) -> Result<(), SettingsRefusal> {
    if deposit.price <= Money::ZERO {
        return Err(SettingsRefusal::BadDepositPrice(deposit.name.clone()));
    }
    match earlier.iter().find(|it| it.price == deposit.price) {
        Some(other) => Err(SettingsRefusal::SameDepositPrice(
            deposit.price,
            other.name.clone(),
            deposit.name.clone(),
        )),
        None => Ok(()),
    }
}

fn check_operator(operator: &Operator, earlier: &[Operator]) -> Result<(), SettingsRefusal> {
    let initials = &operator.initials;
    if earlier.iter().any(|it| same(&it.initials, initials)) {
        return Err(SettingsRefusal::SameOperator(initials.clone()));
    }
    Ok(())
}

/// Whether people would say two names in one way.
fn same(one: &Label, other: &Label) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}

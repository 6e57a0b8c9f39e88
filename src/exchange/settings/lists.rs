//! Tariffs, kinds of deposit and operators in a settings file.

use crate::domain::{
    ids::Mint,
    settings::{DepositKind, Operator, Tariff},
};

use super::{
    SettingsReason,
    catalogue::{given_id, same_name},
    section::{Fault, Section},
    tenders,
};

/// What a tariff has.
pub const TARIFF: &[&str] = &["id", "name", "letter", "colour", "percent"];
/// What a kind of deposit has.
pub const DEPOSIT: &[&str] = &["name", "price"];
/// What an operator has.
pub const OPERATOR: &[&str] = &["initials"];

/// Reads a tariff: what it leaves out is as it was.
pub fn tariff(part: &Section<'_>, before: &[Tariff], mint: &mut Mint) -> Result<Tariff, Fault> {
    let name = part.label("name")?;
    let given = given_id(part, before.iter().map(|it| &it.id))?;
    let before = match (&given, &name) {
        (Some(id), _) => before.iter().find(|it| it.id == *id),
        (None, Some(name)) => before.iter().find(|it| same_name(&it.name, name)),
        (None, None) => return part.needed("name", None),
    };
    let name = name.or(before.map(|it| it.name.clone()));
    let letter = tenders::letter(part, before.map(|it| it.letter))?;
    let colour = before.and_then(|it| it.colour.clone());
    let percent = part.percent("percent", |value| SettingsReason::TariffPercent { value })?;
    let percent = percent.or(before.map(|it| it.percent));
    let id = given.or(before.map(|it| it.id.clone()));
    Ok(Tariff {
        name: part.needed("name", name)?,
        letter: part.needed("letter", letter)?,
        colour: part.clearable("colour")?.or(colour),
        percent: part.needed("percent", percent)?,
        id: id.unwrap_or_else(|| mint.id()),
    })
}

/// Reads a kind of deposit.
pub fn deposit(part: &Section<'_>) -> Result<DepositKind, Fault> {
    Ok(DepositKind {
        name: part.needed("name", part.label("name")?)?,
        price: part.needed("price", part.amount("price")?)?,
    })
}

/// Reads an operator.
pub fn operator(part: &Section<'_>) -> Result<Operator, Fault> {
    Ok(Operator {
        initials: part.needed("initials", part.label("initials")?)?,
    })
}

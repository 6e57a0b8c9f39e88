//! Means of payment in a settings file.

use crate::domain::{
    catalogue::Catalogue,
    ids::{Id, Mint},
    label::Label,
    settings::Tender,
};

use super::{
    SettingsReason,
    catalogue::{department, given_id, same_name},
    section::{Fault, Section},
};

/// What a means of payment has.
pub const KEYS: &[&str] = &[
    "id",
    "name",
    "letter",
    "kind",
    "change",
    "drawer",
    "counted",
    "unit",
    "ticket_cap",
    "day_cap",
    "departments",
    "needs",
];

/// Reads one: what it leaves out is as it was, or what its kind most often has.
pub fn read(part: &Section<'_>, before: &[Tender], mint: &mut Mint) -> Result<Tender, Fault> {
    let name = part.clearable("name")?;
    let named = name.clone().or(None);
    let given = given_id(part, before.iter().map(|it| &it.id))?;
    let before = match (&given, &named) {
        (Some(id), _) => before.iter().find(|it| it.id == *id),
        (None, Some(name)) => before
            .iter()
            .find(|it| it.name.as_ref().is_some_and(|it| same_name(it, name))),
        (None, None) => return part.needed("name", None),
    };
    let kind = part.word("kind")?.or(before.map(|it| it.kind));
    let kind = part.needed("kind", kind)?;
    let id = given.or(before.map(|it| it.id.clone()));
    let id = id.unwrap_or_else(|| mint.id());
    let usual = Tender::of(id.clone(), None, kind);
    let (change, drawer, counted) = kind.usual();
    Ok(Tender {
        id,
        name: name.or(before.and_then(|it| it.name.clone())),
        letter: letter(part, before.and_then(|it| it.letter))?,
        kind,
        change: part
            .word("change")?
            .or(before.map(|it| it.change))
            .unwrap_or(change),
        drawer: part
            .word("drawer")?
            .or(before.map(|it| it.drawer))
            .unwrap_or(drawer),
        counted: part
            .word("counted")?
            .or(before.map(|it| it.counted))
            .unwrap_or(counted),
        unit: part
            .clearable_amount("unit")?
            .or(before.and_then(|it| it.unit)),
        ticket_cap: part
            .clearable_amount("ticket_cap")?
            .or(before.and_then(|it| it.ticket_cap)),
        day_cap: part
            .clearable_amount("day_cap")?
            .or(before.and_then(|it| it.day_cap)),
        departments: before.map(|it| it.departments.clone()).unwrap_or_default(),
        needs: part
            .word("needs")?
            .or(before.map(|it| it.needs))
            .unwrap_or(usual.needs),
    })
}

/// Finds the departments that means of payment name, among those of the stall and of the file.
pub fn name_departments(
    parts: &[Section<'_>],
    tenders: &mut [Tender],
    catalogue: &Catalogue,
) -> Result<(), Fault> {
    for (part, tender) in parts.iter().zip(tenders) {
        let Some(names) = part.labels("departments")? else {
            continue;
        };
        let found = names.iter().map(|name| {
            let unknown = || {
                let name = name.to_string();
                (part.at("departments"), SettingsReason::Department { name })
            };
            department(catalogue, name.as_str())
                .cloned()
                .ok_or_else(unknown)
        });
        tender.departments = found.collect::<Result<_, _>>()?;
    }
    Ok(())
}

/// What a refusal calls a means of payment.
pub fn name(tender: Option<&Tender>, id: &Id) -> String {
    let name = tender.and_then(|it| it.name.as_ref());
    name.map_or_else(|| id.to_string(), Label::to_string)
}

/// One letter, written as a capital; an empty text takes it away.
pub fn letter(part: &Section<'_>, before: Option<char>) -> Result<Option<char>, Fault> {
    let Some(text) = part.text("letter")? else {
        return Ok(before);
    };
    let mut letters = text.trim().chars();
    match (letters.next(), letters.next()) {
        (None, _) => Ok(None),
        (Some(letter), None) if letter.is_ascii_alphabetic() => {
            Ok(Some(letter.to_ascii_uppercase()))
        }
        (Some(_), _) => {
            let value = text.to_owned();
            Err((part.at("letter"), SettingsReason::Letter { value }))
        }
    }
}

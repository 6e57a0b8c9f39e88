//! Departments, producers and quick keys in a settings file.

use crate::{
    domain::{
        catalogue::{Catalogue, CatalogueChange, Department, Producer, QuickKey},
        ids::{Id, Mint},
        label::Label,
        money::VatRate,
        settings::Settings,
    },
    exchange::listed::Told,
};

use super::{
    SettingsReason, producers,
    section::{Fault, Section},
};

const DEPARTMENT: &[&str] = &["id", "name", "vat"];
const QUICK_KEY: &[&str] = &["id", "letter", "label", "producer", "vat", "department"];

/// Reads all three. Departments and producers that the file leaves out stay; quick keys, when the
/// file has any, are those of the file and no others.
pub fn read(
    root: &Section<'_>,
    before: &Catalogue,
    settings: &Settings,
    mint: &mut Mint,
) -> Result<CatalogueChange, Fault> {
    let departments = departments(root, before, settings, mint)?;
    let producers = producers::read(root, before, mint)?;
    let mut now = before.clone();
    now.apply(&before.change_rest(producers.clone(), departments.clone(), None));
    let keys = match root.list("quick_keys", QUICK_KEY)? {
        Some(parts) => Some(quick_keys(&parts, &now, settings, mint)?),
        None => None,
    };
    Ok(before.change_rest(producers, departments, keys))
}

/// The id that the file gives, if it does: one that is known, or one that could be.
pub fn given_id<'a>(
    part: &Section<'_>,
    mut known: impl Iterator<Item = &'a Id>,
) -> Result<Option<Id>, Fault> {
    let Some(text) = part.text("id")? else {
        return Ok(None);
    };
    let made = (1..=32).contains(&text.len())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    if made || known.any(|id| id.as_str() == text) {
        return Ok(Some(Id::known(text)));
    }
    let value = Label::new(text).map_or_else(String::new, String::from);
    Err((part.at("id"), SettingsReason::Id { value }))
}

/// Whether two names are one, capitals apart.
pub fn same_name(one: &Label, other: &Label) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}

/// A department or a producer, of which no two have one name or one id.
pub trait Named {
    fn id(&self) -> &Id;
    fn name(&self) -> &Label;
}

impl Named for Department {
    fn id(&self) -> &Id {
        &self.id
    }
    fn name(&self) -> &Label {
        &self.name
    }
}

impl Named for Producer {
    fn id(&self) -> &Id {
        &self.id
    }
    fn name(&self) -> &Label {
        &self.name
    }
}

/// The one that a part of the file is about: by its id, else by its name.
pub fn known<'a, T: Named>(
    part: &Section<'_>,
    all: &'a [T],
) -> Result<(Option<Id>, Option<&'a T>), Fault> {
    let name = part.label("name")?;
    let given = given_id(part, all.iter().map(Named::id))?;
    let before = match (&given, &name) {
        (Some(id), _) => all.iter().find(|it| it.id() == id),
        (None, Some(name)) => all.iter().find(|it| same_name(it.name(), name)),
        (None, None) => return part.needed("name", None),
    };
    let id = given.or(before.map(|it| it.id().clone()));
    Ok((id, before))
}

/// Refuses an id or a name that the file, or the stall, has twice.
pub fn only_once<T: Named>(parts: &[Section<'_>], read: &[T], before: &[T]) -> Result<(), Fault> {
    for (at, (part, it)) in parts.iter().zip(read).enumerate() {
        let earlier = read.get(..at).unwrap_or_default();
        if earlier.iter().any(|other| other.id() == it.id()) {
            let id = it.id().to_string();
            return Err((part.at("id"), SettingsReason::IdTwice { id }));
        }
        let was = before.iter().find(|other| other.id() == it.id());
        if was.is_some_and(|was| was.name() == it.name()) {
            continue;
        }
        let stays = |other: &&T| !read.iter().any(|it| it.id() == other.id());
        let others = earlier.iter().chain(before.iter().filter(stays));
        if others
            .into_iter()
            .any(|other| same_name(other.name(), it.name()))
        {
            let name = it.name().to_string();
            return Err((part.at("name"), SettingsReason::NameTwice { name }));
        }
    }
    Ok(())
}

fn departments(
    root: &Section<'_>,
    catalogue: &Catalogue,
    settings: &Settings,
    mint: &mut Mint,
) -> Result<Vec<Department>, Fault> {
    let parts = root.list("departments", DEPARTMENT)?.unwrap_or_default();
    let mut read = Vec::new();
    for part in &parts {
        let (id, before) = known(part, catalogue.departments())?;
        let name = part.label("name")?.or(before.map(|it| it.name.clone()));
        let name = part.needed("name", name)?;
        let vat = part.rate("vat")?;
        read.push(Department {
            id: id.unwrap_or_else(|| mint.id()),
            name,
            vat: usable(part, vat, before.map(|it| it.vat), settings)?,
        });
    }
    only_once(&parts, &read, catalogue.departments())?;
    Ok(read)
}

/// The rate given, which must be one of the settings unless it was there before; or that before.
fn usable(
    part: &Section<'_>,
    given: Option<VatRate>,
    before: Option<VatRate>,
    settings: &Settings,
) -> Result<VatRate, Fault> {
    let rate = part.needed("vat", given.or(before))?;
    let known = settings.vat_rates.iter().any(|it| it.rate == rate);
    if known || before == Some(rate) {
        return Ok(rate);
    }
    let mut rates: Vec<VatRate> = settings.vat_rates.iter().map(|it| it.rate).collect();
    rates.sort_unstable();
    rates.dedup();
    let known: Vec<String> = rates.iter().map(|rate| rate.plain()).collect();
    Err((
        part.at("vat"),
        SettingsReason::VatUnknown {
            rate: rate.plain(),
            known: known.join(", "),
        },
    ))
}

fn quick_keys(
    parts: &[Section<'_>],
    now: &Catalogue,
    settings: &Settings,
    mint: &mut Mint,
) -> Result<Vec<QuickKey>, Fault> {
    let mut keys: Vec<QuickKey> = Vec::new();
    for part in parts {
        let key = quick_key(part, now, settings, mint)?;
        if keys.iter().any(|other| other.id == key.id) {
            let id = key.id.to_string();
            return Err((part.at("id"), SettingsReason::IdTwice { id }));
        }
        if let Some(other) = keys.iter().find(|other| other.letter == key.letter) {
            let reason = SettingsReason::QuickLetterTwice {
                letter: key.letter,
                one: other.label.to_string(),
                other: key.label.to_string(),
            };
            return Err((part.at("letter"), reason));
        }
        keys.push(key);
    }
    Ok(keys)
}

fn quick_key(
    part: &Section<'_>,
    now: &Catalogue,
    settings: &Settings,
    mint: &mut Mint,
) -> Result<QuickKey, Fault> {
    let all = now.quick_keys();
    let label = part.label("label")?;
    let given = given_id(part, all.iter().map(|it| &it.id))?;
    let before = match (&given, &label) {
        (Some(id), _) => all.iter().find(|it| it.id == *id),
        (None, Some(label)) => all.iter().find(|it| same_name(&it.label, label)),
        (None, None) => return part.needed("label", None),
    };
    let label = part.needed("label", label.or(before.map(|it| it.label.clone())))?;
    let letter = match part.text("letter")? {
        Some(text) => Some(quick_letter(part, text)?),
        None => before.map(|it| it.letter),
    };
    let department = reference(part, "department", now.departments(), |name| {
        SettingsReason::Department { name }
    })?;
    let department = department.or(before.and_then(|it| it.department.clone()));
    let producer = reference(part, "producer", now.producers(), |name| {
        SettingsReason::Producer { name }
    })?;
    let producer = producer.or(before.and_then(|it| it.producer.clone()));
    let of_department = department.as_ref().and_then(|id| now.department(id));
    let vat = part.rate("vat")?;
    let known = before.map(|it| it.vat).or(of_department.map(|it| it.vat));
    let id = given.or(before.map(|it| it.id.clone()));
    Ok(QuickKey {
        letter: part.needed("letter", letter)?,
        label,
        vat: usable(part, vat, known, settings)?,
        producer,
        department,
        id: id.unwrap_or_else(|| mint.id()),
    })
}

/// A letter that every keyboard has where a French one has no digit: not é, è, ç or à. Not x
/// either, which multiplies.
fn quick_letter(part: &Section<'_>, text: &str) -> Result<char, Fault> {
    let mut letters = text
        .trim()
        .chars()
        .map(|letter| letter.to_ascii_lowercase());
    match (letters.next(), letters.next()) {
        (Some('x'), None) => Err((part.at("letter"), SettingsReason::LetterTimes)),
        (Some(letter), None) if letter.is_ascii_lowercase() => Ok(letter),
        _ => {
            let value = Label::new(text).map_or_else(String::new, String::from);
            Err((part.at("letter"), SettingsReason::Letter { value }))
        }
    }
}

/// Whom a key names; an empty text names nobody.
fn reference<T: Named>(
    part: &Section<'_>,
    key: &'static str,
    all: &[T],
    reason: fn(String) -> SettingsReason,
) -> Result<Told<Id>, Fault> {
    let Some(text) = part.text(key)? else {
        return Ok(Told::Nothing);
    };
    let Some(name) = Label::new(text) else {
        return Ok(Told::None);
    };
    match resolve(text, all) {
        Some(id) => Ok(Told::Is(id.clone())),
        None => Err((part.at(key), reason(name.into()))),
    }
}

/// The one with this id, or the only one of this name.
fn resolve<'a, T: Named>(text: &str, all: &'a [T]) -> Option<&'a Id> {
    if let Some(it) = all.iter().find(|it| it.id().as_str() == text) {
        return Some(it.id());
    }
    let name = Label::new(text)?;
    let mut named = all.iter().filter(|it| same_name(it.name(), &name));
    match (named.next(), named.next()) {
        (Some(it), None) => Some(it.id()),
        _ => None,
    }
}

/// The department of this id, or the only one of this name.
pub fn department<'a>(catalogue: &'a Catalogue, text: &str) -> Option<&'a Id> {
    resolve(text, catalogue.departments())
}

/// How a settings file names a department: by name where there is only one of it.
pub fn department_name(catalogue: &Catalogue, id: &Id) -> String {
    call(catalogue.departments(), id)
}

/// How a settings file names a producer.
pub fn producer_name(catalogue: &Catalogue, id: &Id) -> String {
    call(catalogue.producers(), id)
}

fn call<T: Named>(all: &[T], id: &Id) -> String {
    let named = all.iter().find(|it| it.id() == id).map(Named::name);
    named
        .filter(|name| resolve(name.as_str(), all) == Some(id))
        .map_or_else(|| id.to_string(), Label::to_string)
}

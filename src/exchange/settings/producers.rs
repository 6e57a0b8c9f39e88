//! Producers in a settings file: who they are, what the co-op keeps, and how they stand towards VAT.

use crate::domain::{
    catalogue::{Catalogue, OWN_PRODUCER, Producer},
    ids::Mint,
    seller::{DatedStatus, VatStatus},
};

use super::{
    SettingsReason,
    catalogue::{known, only_once},
    section::{Fault, Section},
};

const KEYS: &[&str] = &[
    "id",
    "name",
    "commission",
    "flat",
    "mandate",
    "siret",
    "vat_number",
    "status",
    "since",
];
const STATUS: &[&str] = &["status", "since"];
/// From when a status holds whose beginning nobody says: before any ticket of this till.
const ALWAYS: &str = "2000-01-01";

/// Reads them all; whose VAT status is said nowhere is refused, all such producers by name. The
/// stall itself may go without.
pub fn read(
    root: &Section<'_>,
    catalogue: &Catalogue,
    mint: &mut Mint,
) -> Result<Vec<Producer>, Fault> {
    let parts = root.list("producers", KEYS)?.unwrap_or_default();
    let mut read = Vec::new();
    for part in &parts {
        read.push(producer(part, catalogue, mint)?);
    }
    only_once(&parts, &read, catalogue.producers())?;
    let mut silent = parts
        .iter()
        .zip(&read)
        .filter(|(_, it)| it.status.is_empty() && it.id.as_str() != OWN_PRODUCER);
    let Some((part, first)) = silent.next() else {
        return Ok(read);
    };
    let mut names = first.name.to_string();
    for (_, other) in silent {
        names.push_str(", ");
        names.push_str(other.name.as_str());
    }
    let reason = SettingsReason::StatusMissing { producers: names };
    Err((part.at("status"), reason))
}

fn producer(part: &Section<'_>, catalogue: &Catalogue, mint: &mut Mint) -> Result<Producer, Fault> {
    let (id, before) = known(part, catalogue.producers())?;
    let name = part.label("name")?.or(before.map(|it| it.name.clone()));
    let name = part.needed("name", name)?;
    let commission = part.share("commission", |value| SettingsReason::Commission { value })?;
    let id = id.unwrap_or_else(|| mint.id());
    let before = before.cloned();
    let before = before.unwrap_or_else(|| Producer::named(id, name.clone()));
    Ok(Producer {
        commission: commission.unwrap_or(before.commission),
        flat: part.amount("flat")?.unwrap_or(before.flat),
        mandate: part.word("mandate")?.unwrap_or(before.mandate),
        siret: part.clearable("siret")?.or(before.siret.clone()),
        vat_number: part.clearable("vat_number")?.or(before.vat_number.clone()),
        status: statuses(part, &before)?,
        name,
        id: before.id,
    })
}

/// A list is all there is; a word and a day come to what there was.
fn statuses(part: &Section<'_>, before: &Producer) -> Result<Vec<DatedStatus>, Fault> {
    let producer = || before.name.to_string();
    if part.is_list("status") {
        let parts = part.list("status", STATUS)?.unwrap_or_default();
        let mut read: Vec<DatedStatus> = Vec::new();
        for part in &parts {
            let status = part.needed("status", part.word("status")?)?;
            let from = part.needed("since", part.day("since")?)?;
            if read.iter().any(|it| it.from == from) {
                let producer = producer();
                return Err((part.at("since"), SettingsReason::StatusTwice { producer }));
            }
            read.push(DatedStatus { status, from });
        }
        read.sort_by(|one, other| one.from.cmp(&other.from));
        return Ok(read);
    }
    let mut all = before.status.clone();
    let Some(status): Option<VatStatus> = part.word("status")? else {
        return Ok(all);
    };
    let last = all.last().map(|it| it.status);
    let from = match (part.day("since")?, last) {
        (Some(from), _) => from,
        (None, None) => ALWAYS.to_owned(),
        (None, Some(last)) if last == status => return Ok(all),
        (None, Some(_)) => {
            let producer = producer();
            return Err((part.at("status"), SettingsReason::StatusSince { producer }));
        }
    };
    all.retain(|it| it.from != from);
    all.push(DatedStatus { status, from });
    all.sort_by(|one, other| one.from.cmp(&other.from));
    Ok(all)
}

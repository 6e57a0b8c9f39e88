//! What decides money, as a text file that people read and change: `etal settings show` writes
//! it, `etal settings apply` reads it. What a file leaves out stays as it is.

mod catalogue;
mod decided;
mod lists;
mod producers;
mod refusal;
mod section;
mod show;
mod tenders;
mod words;

use crate::domain::{
    catalogue::{Catalogue, CatalogueChange},
    day::{PIECES_MAX, Pieces},
    ids::Mint,
    money::VatRate,
    settings::{DatedRate, Rules, Settings, SettingsChange, Stall},
};

pub use refusal::{SettingsFileRefusal, SettingsReason};
use section::{Fault, Section};
pub use show::show;

/// Reads a settings file against what holds now: the two changes it asks for, each empty when it
/// asks for nothing. What has an id keeps it, what has none is known by its name or gets one from
/// the mint. Refused as a whole at the first thing that cannot be.
pub fn read(
    text: &str,
    settings: &Settings,
    catalogue: &Catalogue,
    mint: &mut Mint,
) -> Result<(SettingsChange, CatalogueChange), SettingsFileRefusal> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = toml::de::DeTable::parse(text).map_err(|error| {
        let at = error.span().map_or(0, |span| span.start);
        let message = error.message().to_owned();
        SettingsFileRefusal::at(text, at, SettingsReason::Syntax { message })
    })?;
    let refused = |(at, reason): Fault| SettingsFileRefusal::at(text, at, reason);
    let root = Section::whole(&document, PARTS).map_err(refused)?;
    let (mut after, parts) = decided::read(&root, settings, mint).map_err(refused)?;
    let change = catalogue::read(&root, catalogue, &after, mint).map_err(refused)?;
    let mut now = catalogue.clone();
    now.apply(&change);
    tenders::name_departments(&parts.tenders, &mut after.tenders, &now).map_err(refused)?;
    still_there(&root, settings, &after, &now).map_err(refused)?;
    Ok((settings.change_to(&after), change))
}

/// The parts of the file, in the order in which it is written.
const PARTS: &[&str] = &[
    "stall",
    "tenders",
    "tariffs",
    "deposits",
    "operators",
    "vat_rates",
    "rules",
    "departments",
    "producers",
    "quick_keys",
];

const STALL: &[&str] = &[
    "name",
    "address",
    "siret",
    "vat_number",
    "mention",
    "attestation",
    "thanks",
];

fn read_stall(part: &Section<'_>, stall: &mut Stall) -> Result<(), Fault> {
    if let Some(name) = part.label("name")? {
        stall.name = name;
    }
    if let Some(address) = part.labels("address")? {
        stall.address = address;
    }
    stall.siret = part.clearable("siret")?.or(stall.siret.take());
    stall.vat_number = part.clearable("vat_number")?.or(stall.vat_number.take());
    stall.mention = part.clearable("mention")?.or(stall.mention.take());
    stall.attestation = part.clearable("attestation")?.or(stall.attestation.take());
    stall.thanks = part.clearable("thanks")?.or(stall.thanks.take());
    Ok(())
}

const RULES: &[&str] = &[
    "day_starts_at",
    "cash_limit",
    "tariff_step",
    "ticket_discounts",
    "line_discounts",
    "producer_earns",
    "end_of_market",
    "drop_above",
    "difference_limit",
    "float",
    "float_pieces",
    "year_starts",
];

/// Reads the rules; answers where the pieces of the float stand, if the file has them.
fn read_rules<'a>(part: &Section<'a>, rules: &mut Rules) -> Result<Vec<Section<'a>>, Fault> {
    if let Some(value) = part.number("day_starts_at")? {
        let hour = value.parse().ok().filter(|hour| *hour <= 23);
        let value = value.into_owned();
        let bad = || (part.at("day_starts_at"), SettingsReason::Hour { value });
        rules.day_starts_at = hour.ok_or_else(bad)?;
    }
    if let Some(limit) = part.amount("cash_limit")? {
        rules.cash_limit = limit;
    }
    if let Some(step) = part.amount("tariff_step")? {
        rules.tariff_step = step;
    }
    if let Some(bearer) = part.word("ticket_discounts")? {
        rules.ticket_discounts = bearer;
    }
    if let Some(bearer) = part.word("line_discounts")? {
        rules.line_discounts = bearer;
    }
    if let Some(earns) = part.word("producer_earns")? {
        rules.producer_earns = earns;
    }
    if let Some(off) = part.share("end_of_market", |value| SettingsReason::Rate { value })? {
        rules.end_of_market = off;
    }
    read_day(part, rules)
}

/// The rules of the drawer and of what is closed.
fn read_day<'a>(part: &Section<'a>, rules: &mut Rules) -> Result<Vec<Section<'a>>, Fault> {
    rules.drop_above = part.clearable_amount("drop_above")?.or(rules.drop_above);
    if let Some(limit) = part.amount("difference_limit")? {
        rules.difference_limit = limit;
    }
    rules.float = part.clearable_amount("float")?.or(rules.float);
    if let Some(month) = part.read("year_starts", month, |value| SettingsReason::Month {
        value,
    })? {
        rules.year_starts = month;
    }
    let Some(parts) = part.list("float_pieces", PIECES)? else {
        return Ok(Vec::new());
    };
    rules.float_pieces = parts.iter().map(read_pieces).collect::<Result<_, _>>()?;
    Ok(parts)
}

const PIECES: &[&str] = &["worth", "count"];

fn read_pieces(part: &Section<'_>) -> Result<Pieces, Fault> {
    let count = |text: &str| text.parse().ok().filter(|it| *it <= PIECES_MAX);
    let count = part.read("count", count, |value| SettingsReason::PieceCount { value })?;
    Ok(Pieces {
        worth: part.needed("worth", part.amount("worth")?)?,
        count: part.needed("count", count)?,
    })
}

fn month(text: &str) -> Option<u8> {
    text.parse().ok().filter(|month| (1..=12).contains(month))
}

const RATE: &[&str] = &["rate", "label", "from"];

fn read_rate(part: &Section<'_>) -> Result<DatedRate, Fault> {
    let rate = part.needed("rate", part.rate("rate")?)?;
    let label = part.needed("label", part.label("label")?)?;
    let from = part.needed("from", part.day("from")?)?;
    Ok(DatedRate { rate, label, from })
}

/// Refuses to drop a rate that something on the stall still has.
fn still_there(
    root: &Section<'_>,
    before: &Settings,
    after: &Settings,
    now: &Catalogue,
) -> Result<(), Fault> {
    let has =
        |settings: &Settings, rate: VatRate| settings.vat_rates.iter().any(|it| it.rate == rate);
    let gone = |rate: VatRate| has(before, rate) && !has(after, rate);
    if !before.vat_rates.iter().any(|it| gone(it.rate)) {
        return Ok(());
    }
    let products = now.products().iter();
    let products = products
        .filter(|it| it.state != crate::domain::catalogue::State::Withdrawn)
        .map(|it| (it.vat, &it.label));
    let departments = now.departments().iter().map(|it| (it.vat, &it.name));
    let keys = now.quick_keys().iter().map(|it| (it.vat, &it.label));
    let mut users = departments.chain(keys).chain(products);
    match users.find(|(rate, _)| gone(*rate)) {
        Some((rate, by)) => Err((
            root.at("vat_rates"),
            SettingsReason::VatInUse {
                rate: rate.plain(),
                by: by.to_string(),
            },
        )),
        None => Ok(()),
    }
}

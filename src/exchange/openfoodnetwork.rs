//! Open Food Network's product and inventory lists, as hubs download them.
//!
//! A row there is a variant: so much of something, for a price. What holds exactly one kilogram
//! or litre is weighed at a stall; everything else is a piece that says its content in its name.

use crate::domain::{
    catalogue::{Code, Stocked},
    label::Label,
    money::Money,
    quantity::{Quantity, Unit},
};

use super::{
    amount,
    columns::{Cell, Columns, Titles, folded},
    listed::{self, Listed, Refused, Told, said},
    refusals::{Reason, Refusal},
    report::Rule,
    table::Record,
};

/// The columns something is read from.
pub const TITLES: Titles = &[
    ("producer", &["supplier"]),
    ("sku", &[]),
    ("name", &[]),
    ("display_name", &[]),
    ("category", &[]),
    ("units", &[]),
    ("unit_type", &[]),
    ("variant_unit_name", &[]),
    ("price", &[]),
    ("on_hand", &[]),
    ("on_demand", &[]),
    ("tax_category", &[]),
];

/// What a header must have to be theirs.
pub const NEEDED: &[&str] = &["producer", "name", "units", "unit_type", "price"];

/// Reads a row.
pub fn read(columns: &Columns, record: &Record, row: usize) -> Result<Listed, Vec<Refusal>> {
    let cell = |name| columns.cell(record, name);
    let mut refused = Refused::default();
    refused.keep(columns.check_width(record));
    let name = listed::name(cell("name").text);
    let name = refused.keep(name.ok_or_else(|| cell("name").refused(Reason::NameMissing)));
    let content = refused.keep(content(
        cell("units"),
        cell("unit_type"),
        cell("variant_unit_name"),
    ));
    let price = refused.keep(listed::price(cell("price")));
    let stock = refused.keep(stock(cell("on_hand"), cell("on_demand")));
    let (Some((name, mended)), Some(content), Some(price), Some(stock), true) =
        (name, content, price, stock, refused.0.is_empty())
    else {
        return Err(refused.0);
    };
    let mut rules = content.rules();
    let (label, cut) = full_name(&name, cell("display_name").text, &content);
    if mended || cut {
        rules.push(Rule::NameMended);
    }
    Ok(Listed {
        row,
        line: record.line,
        code: None,
        sku: Code::parse(amount::unprotected(cell("sku").text)),
        barcodes: Vec::new(),
        label: label.unwrap_or(name),
        unit: Some(content.unit()),
        typed_in: None,
        price,
        quantity_prices: Told::Nothing,
        vat: None,
        tax_category: amount::rate(cell("tax_category").text),
        producer: Label::new(cell("producer").text),
        department: Label::new(cell("category").text),
        deposit: Told::<Money>::Nothing,
        maximum: Told::Nothing,
        stock: stock.0,
        on_hand: stock.1,
        rules,
    })
}

/// What one variant holds.
enum Content {
    /// One kilogram, one litre, or one of something with a word of its own.
    One(Unit),
    /// So much of it, as it stands on the pack.
    Pack(String),
}

impl Content {
    fn unit(&self) -> Unit {
        match self {
            Self::One(unit) => unit.clone(),
            Self::Pack(_) => Unit::Piece,
        }
    }

    fn rules(&self) -> Vec<Rule> {
        match self {
            Self::One(unit) if unit.divides() => vec![Rule::ByWeight],
            Self::One(_) => Vec::new(),
            Self::Pack(_) => vec![Rule::ContentInName],
        }
    }
}

/// The measures Open Food Network has, as a pack spells them.
const MEASURES: [&str; 12] = [
    "mg", "g", "kg", "t", "oz", "lb", "mL", "cL", "dL", "L", "kL", "gal",
];

fn content(units: Cell<'_>, measure: Cell<'_>, word: Cell<'_>) -> Result<Content, Refusal> {
    let how_many = listed::not_negative(units.text).unwrap_or(Quantity::ZERO);
    if how_many == Quantity::ZERO {
        return Err(units.refused(Reason::Units));
    }
    if measure.text.is_empty() {
        let word = Label::new(word.text).ok_or_else(|| measure.refused(Reason::UnitMissing))?;
        return Ok(if how_many == Quantity::ONE {
            Content::One(Unit::read(word.as_str()))
        } else {
            Content::Pack(format!("{} {word}", comma(how_many)))
        });
    }
    let known = MEASURES
        .into_iter()
        .find(|known| folded(known) == folded(measure.text))
        .ok_or_else(|| measure.refused(Reason::UnitMissing))?;
    Ok(match (known, how_many) {
        ("kg", Quantity::ONE) => Content::One(Unit::Kilogram),
        ("L", Quantity::ONE) => Content::One(Unit::Litre),
        (known, how_many) => Content::Pack(format!("{} {known}", comma(how_many))),
    })
}

fn comma(quantity: Quantity) -> String {
    quantity.plain().replace('.', ",")
}

/// Product, variant and content in one name: where they are too long, the content stays whole.
fn full_name(name: &Label, variant: &str, content: &Content) -> (Option<Label>, bool) {
    let mut full = name.to_string();
    let mut mended = false;
    if let Some((variant, variant_mended)) = listed::name(variant) {
        mended = variant_mended;
        if variant
            .as_str()
            .to_lowercase()
            .contains(&full.to_lowercase())
        {
            full = variant.to_string();
        } else {
            full = format!("{full}, {variant}");
        }
    }
    let Content::Pack(pack) = content else {
        let (label, cut) = listed::name(&full).unzip();
        return (label, mended || cut.unwrap_or_default());
    };
    let room = Label::LENGTH_MAX.saturating_sub(pack.chars().count() + 1);
    let kept: String = full.chars().take(room).collect();
    mended |= kept.len() < full.len();
    (Label::new(&format!("{} {pack}", kept.trim_end())), mended)
}

/// On demand is endless; else a number on hand says that it is counted.
fn stock(
    on_hand: Cell<'_>,
    on_demand: Cell<'_>,
) -> Result<(Option<Stocked>, Option<Quantity>), Refusal> {
    let on_hand_read = said(on_hand, listed::not_negative)?;
    match folded(on_demand.text).as_str() {
        "1" | "t" | "true" | "yes" | "oui" => Ok((Some(Stocked::Endless), None)),
        "" | "0" | "f" | "false" | "no" | "non" => {
            Ok((on_hand_read.map(|_| Stocked::Counted), on_hand_read))
        }
        _ => Err(on_demand.refused(Reason::Stock)),
    }
}

//! What one row says of one product, whatever the format: the rest is for the rules to find.

use std::cmp::Ordering;

use unicode_normalization::UnicodeNormalization;

use crate::domain::{
    catalogue::{Code, QuantityPrice, Stocked},
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, TypedIn, Unit},
};

use super::{
    amount,
    columns::Cell,
    refusals::{Reason, Refusal},
    report::Rule,
};

/// What a cell says of something a product can do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told<T> {
    /// Nothing: what the product has stays.
    Nothing,
    /// It has none.
    None,
    /// It is this.
    Is(T),
}

impl<T> Told<T> {
    /// What a product has from now on that had `before`.
    pub fn or(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Nothing => before,
            Self::None => None,
            Self::Is(it) => Some(it),
        }
    }
}

/// What a row says.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The row's place in the table.
    pub row: usize,
    /// Its line in the file.
    pub line: u32,
    /// The short code it must have.
    pub code: Option<Code>,
    /// A number that becomes the short code of a new product if it is free.
    pub sku: Option<Code>,
    /// All its barcodes; none said, none changed.
    pub barcodes: Vec<Box<str>>,
    pub label: Label,
    pub unit: Option<Unit>,
    pub typed_in: Option<TypedIn>,
    pub price: Money,
    pub quantity_prices: Told<Vec<QuantityPrice>>,
    /// The VAT rate it must have.
    pub vat: Option<VatRate>,
    /// A number in the name of its tax category, which may be a VAT rate.
    pub tax_category: Option<VatRate>,
    pub producer: Option<Label>,
    pub department: Option<Label>,
    pub deposit: Told<Money>,
    pub maximum: Told<Quantity>,
    pub stock: Option<Stocked>,
    pub on_hand: Option<Quantity>,
    /// The rules that were needed to read the row.
    pub rules: Vec<Rule>,
}

/// The refusals of one row, gathered so that all of them are named at once.
#[derive(Default)]
pub struct Refused(pub Vec<Refusal>);

impl Refused {
    /// What was read, or nothing and one more refusal.
    pub fn keep<T>(&mut self, read: Result<T, Refusal>) -> Option<T> {
        read.map_err(|refusal| self.0.push(refusal)).ok()
    }
}

/// What the cell says, if anything.
pub fn said<T>(cell: Cell<'_>, read: fn(&str) -> Result<T, Reason>) -> Result<Option<T>, Refusal> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    match read(cell.text) {
        Ok(it) => Ok(Some(it)),
        Err(reason) => Err(cell.refused(reason)),
    }
}

/// What the cell says; `-` and an empty amount say that there is none.
pub fn told<T>(cell: Cell<'_>, read: fn(&str) -> Result<T, Reason>) -> Result<Told<T>, Refusal> {
    if matches!(cell.text, "-" | "–" | "—") {
        return Ok(Told::None);
    }
    Ok(said(cell, read)?.map_or(Told::Nothing, Told::Is))
}

/// A price: above zero, and there.
pub fn price(cell: Cell<'_>) -> Result<Money, Refusal> {
    if cell.text.is_empty() {
        return Err(cell.refused(Reason::PriceMissing));
    }
    positive(cell.text).map_err(|reason| cell.refused(reason))
}

/// An amount above zero.
pub fn positive(text: &str) -> Result<Money, Reason> {
    let price = amount::money(text)?;
    match price.cmp(&Money::ZERO) {
        Ordering::Less => Err(Reason::Negative),
        Ordering::Equal => Err(Reason::PriceZero),
        Ordering::Greater => Ok(price),
    }
}

/// A quantity that is not below zero.
pub fn not_negative(text: &str) -> Result<Quantity, Reason> {
    let quantity = amount::quantity(text)?;
    if quantity < Quantity::ZERO {
        return Err(Reason::Negative);
    }
    Ok(quantity)
}

/// A name, with whether it had to be mended. What protects it from being a formula goes.
pub fn name(text: &str) -> Option<(Label, bool)> {
    let text = match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
        _ => text,
    };
    let label = Label::new(text)?;
    let visible = |text: &str| text.nfc().filter(|c| !c.is_whitespace()).count();
    let mended = visible(label.as_str()) != visible(text);
    Some((label, mended))
}

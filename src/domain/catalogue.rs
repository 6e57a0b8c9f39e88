//! What is on the stall: products, who made them, where they stand, and the quick keys.

mod change;
mod code;

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{
    ids::Id,
    label::Label,
    money::{Money, Percent, VatRate},
    quantity::{Quantity, TypedIn, Unit},
    seller::{DatedStatus, Mandate},
};

pub(super) use change::differing;
pub use code::Code;

/// Something with a price.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Product {
    /// Its name for machines, for ever.
    pub id: Id,
    /// One to six digits that people type.
    pub code: Option<Code>,
    /// What scanners read on it, digits only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub barcodes: Vec<Box<str>>,
    /// Its name for people.
    pub label: Label,
    /// What one of it is.
    pub unit: Unit,
    /// What digits in front of it mean, where the unit divides.
    #[serde(default)]
    pub typed_in: TypedIn,
    /// For one unit, VAT included; never negative.
    pub price: Money,
    /// Prices for several together, smallest count first: three for 5,00.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quantity_prices: Vec<QuantityPrice>,
    /// The VAT inside its price.
    pub vat: VatRate,
    /// Whose it is.
    pub producer: Id,
    /// Where it stands on the stall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Id>,
    /// What its jar or bottle costs until it comes back, per unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposit: Option<Money>,
    /// More than this on one line is asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum: Option<Quantity>,
    /// Whether sales are taken from a counted stock.
    pub stock: Stocked,
    /// Whether it can be sold now.
    pub state: State,
}

/// So many together for so much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuantityPrice {
    /// How many, at least two.
    pub count: u32,
    /// For all of them together, VAT included.
    pub price: Money,
}

/// Whether a product's stock is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stocked {
    /// Each sale is taken from what was brought.
    Counted,
    /// There is always more.
    Endless,
}

/// Whether a product can be sold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// On the stall.
    OnSale,
    /// Gone for today; selling it asks first.
    SoldOut,
    /// No longer in the catalogue; kept for the journal's sake.
    Withdrawn,
}

/// Somebody whose goods the stall sells, or the stall itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Producer {
    /// Its name for machines.
    pub id: Id,
    /// Its name on the stall.
    pub name: Label,
    /// What the co-op keeps of a sale, at most the whole.
    #[serde(default)]
    pub commission: Percent,
    /// What the co-op keeps of each market day besides, taken at the day's first settlement.
    #[serde(default)]
    pub flat: Money,
    /// In whose name the goods are sold.
    #[serde(default)]
    pub mandate: Mandate,
    /// The VAT status, and since when; empty as long as nobody has said it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub status: Vec<DatedStatus>,
    /// The register number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<Label>,
    /// The VAT number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<Label>,
}

impl Producer {
    /// Somebody who sells without commission, and of whom no more is known yet.
    pub const fn named(id: Id, name: Label) -> Self {
        Self {
            id,
            name,
            commission: Percent(0),
            flat: Money::ZERO,
            mandate: Mandate::Transparent,
            status: Vec::new(),
            siret: None,
            vat_number: None,
        }
    }
}

/// A part of the stall: vegetables, cheese, crafts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Department {
    /// Its name for machines.
    pub id: Id,
    /// Its name on the stall.
    pub name: Label,
    /// The VAT rate a new product of it starts with.
    pub vat: VatRate,
}

/// A letter that sells an amount without an article: one producer, one VAT rate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuickKey {
    /// Its name for machines.
    pub id: Id,
    /// The lower-case letter typed after the amount.
    pub letter: char,
    /// What it stands for on screen and paper.
    pub label: Label,
    /// Whose money it is; none on a shared key, whose sales wait to be attributed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub producer: Option<Id>,
    /// The VAT inside the amount.
    pub vat: VatRate,
    /// Where it counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<Id>,
}

/// The id of the producer every new stall starts with: the stall itself.
pub const OWN_PRODUCER: &str = "stall";

/// All of it, in memory, with its short ways to a product.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Catalogue {
    products: Vec<Product>,
    by_id: HashMap<Id, usize>,
    by_code: HashMap<Code, usize>,
    by_barcode: HashMap<Box<str>, usize>,
    producers: Vec<Producer>,
    departments: Vec<Department>,
    quick_keys: Vec<QuickKey>,
}

/// Changed objects in full, and what of each changed: the content of a catalogue entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueChange {
    /// Products as they are from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub products: Vec<Product>,
    /// Producers as they are from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub producers: Vec<Producer>,
    /// Departments as they are from now on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Department>,
    /// All quick keys there are from now on; absent when none changed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quick_keys: Option<Vec<QuickKey>>,
    /// By id, the names of the fields that differ from before; `new` for a new object.
    #[serde(default)]
    pub changed: std::collections::BTreeMap<String, Vec<String>>,
}

impl CatalogueChange {
    /// Whether there is nothing to write down.
    pub fn is_empty(&self) -> bool {
        self.products.is_empty()
            && self.producers.is_empty()
            && self.departments.is_empty()
            && self.quick_keys.is_none()
    }
}

impl Catalogue {
    /// A catalogue as it was kept: no two products of one id.
    pub fn of(
        products: Vec<Product>,
        producers: Vec<Producer>,
        departments: Vec<Department>,
        quick_keys: Vec<QuickKey>,
    ) -> Self {
        let mut catalogue = Self {
            products: Vec::with_capacity(products.len()),
            by_id: HashMap::with_capacity(products.len()),
            by_code: HashMap::with_capacity(products.len()),
            by_barcode: HashMap::new(),
            producers,
            departments,
            quick_keys,
        };
        for product in products {
            catalogue.put_product(product);
        }
        catalogue
    }

    /// All products ever known, withdrawn ones too, in the order in which they came.
    pub fn products(&self) -> &[Product] {
        &self.products
    }

    /// All producers.
    pub fn producers(&self) -> &[Producer] {
        &self.producers
    }

    /// All departments.
    pub fn departments(&self) -> &[Department] {
        &self.departments
    }

    /// All quick keys, in the order of the settings.
    pub fn quick_keys(&self) -> &[QuickKey] {
        &self.quick_keys
    }

    /// The product at a place in [`Catalogue::products`].
    pub fn at(&self, place: usize) -> Option<&Product> {
        self.products.get(place)
    }

    /// The product of this name.
    pub fn product(&self, id: &Id) -> Option<&Product> {
        self.at(*self.by_id.get(id)?)
    }

    /// The product of this short code, unless it is withdrawn.
    pub fn by_code(&self, code: Code) -> Option<&Product> {
        self.at(*self.by_code.get(&code)?)
    }

    /// The product with this barcode, unless it is withdrawn.
    pub fn by_barcode(&self, digits: &str) -> Option<&Product> {
        self.at(*self.by_barcode.get(&one_form(digits))?)
    }

    /// The producer of this name.
    pub fn producer(&self, id: &Id) -> Option<&Producer> {
        self.producers.iter().find(|it| it.id == *id)
    }

    /// The stall itself, for what has no other producer.
    pub fn own(&self) -> Option<&Producer> {
        self.producers
            .iter()
            .find(|it| it.id.as_str() == OWN_PRODUCER)
    }

    /// The department of this name.
    pub fn department(&self, id: &Id) -> Option<&Department> {
        self.departments.iter().find(|it| it.id == *id)
    }

    /// The quick key of this letter.
    pub fn quick_key(&self, letter: char) -> Option<&QuickKey> {
        self.quick_keys.iter().find(|it| it.letter == letter)
    }

    /// The smallest short code, from `start` on, that nobody has.
    pub fn free_code(&self, start: u32) -> Option<Code> {
        (start.max(1)..=Code::MAX)
            .filter_map(Code::new)
            .find(|code| !self.by_code.contains_key(code))
    }

    /// Takes the changed objects in: those it knows are replaced, others come last.
    pub fn apply(&mut self, change: &CatalogueChange) {
        for product in &change.products {
            self.put_product(product.clone());
        }
        for producer in &change.producers {
            put(&mut self.producers, producer, |it| &it.id);
        }
        for department in &change.departments {
            put(&mut self.departments, department, |it| &it.id);
        }
        if let Some(keys) = &change.quick_keys {
            self.quick_keys.clone_from(keys);
        }
    }

    fn put_product(&mut self, product: Product) {
        let place = match self.by_id.get(&product.id) {
            Some(place) => *place,
            None => self.products.len(),
        };
        if let Some(before) = self.products.get(place) {
            if let Some(code) = before.code
                && self.by_code.get(&code) == Some(&place)
            {
                self.by_code.remove(&code);
            }
            for barcode in &before.barcodes {
                self.by_barcode.remove(&one_form(barcode));
            }
        }
        if product.state != State::Withdrawn {
            if let Some(code) = product.code {
                self.by_code.insert(code, place);
            }
            for barcode in &product.barcodes {
                self.by_barcode.insert(one_form(barcode), place);
            }
        }
        self.by_id.insert(product.id.clone(), place);
        match self.products.get_mut(place) {
            Some(before) => *before = product,
            None => self.products.push(product),
        }
    }
}

/// One form for a number that scanners send as UPC-A, EAN-13 or UPC-E.
fn one_form(digits: &str) -> Box<str> {
    super::barcode::article(digits)
        .unwrap_or_else(|| digits.to_owned())
        .into_boxed_str()
}

fn put<T: Clone>(all: &mut Vec<T>, one: &T, id: fn(&T) -> &Id) {
    match all.iter_mut().find(|it| id(it) == id(one)) {
        Some(before) => before.clone_from(one),
        None => all.push(one.clone()),
    }
}

#[cfg(test)]
mod tests;

//! What an import would do, in full, so that it can be said before it is done.

use serde::Serialize;

use crate::domain::{
    catalogue::{CatalogueChange, Code},
    facts::{StockMove, StockMoves, StockWay},
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::Quantity,
};

use super::{
    decode::Encoding, products::ProductFormat, refusals::Refusal, said::Said, table::Delimiter,
};

/// What a file of products changes, and what of it is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProductImport {
    /// What kind of file it is.
    pub format: ProductFormat,
    /// How its letters were written.
    pub encoding: Encoding,
    /// What stood between its cells.
    pub delimiter: Delimiter,
    /// How many rows it has, the header and blank ones apart.
    pub rows: usize,
    /// What to write into the journal; empty when something is refused and bad rows are not to
    /// be skipped.
    pub change: CatalogueChange,
    /// New products, in the file's order.
    pub added: Vec<Added>,
    /// Known products that differ, in the file's order.
    pub changed: Vec<Changed>,
    /// How many products are as they were.
    pub unchanged: usize,
    /// Every reason why a row is not taken, in the file's order; a row may have several.
    pub refused: Vec<Refusal>,
    /// Producers that were not known.
    pub new_producers: Vec<Label>,
    /// Departments that were not known, each with the VAT rate of its first product.
    pub new_departments: Vec<(Label, VatRate)>,
    /// The rules that gave what the file does not say.
    pub rules: Vec<Applied>,
    /// What there is of each counted product, if the stock was asked for.
    pub on_hand: Vec<OnHand>,
}

impl ProductImport {
    /// How many rows are not taken.
    pub fn refused_rows(&self) -> usize {
        let mut lines: Vec<u32> = self.refused.iter().map(|it| it.line).collect();
        lines.sort_unstable();
        lines.dedup();
        lines.len()
    }

    /// The deliveries that bring the stock up to what the file has; where there is as much or
    /// more already, nothing moves, so that the same file twice delivers once.
    pub fn deliveries(&self, in_stock: impl Fn(&Id) -> Quantity) -> StockMoves {
        let moves = self.on_hand.iter().filter_map(|it| {
            let quantity = it.quantity - in_stock(&it.product);
            (quantity > Quantity::ZERO).then(|| StockMove {
                product: it.product.clone(),
                code: it.code,
                label: it.label.clone(),
                unit: it.unit.clone(),
                quantity,
                way: StockWay::Delivered,
                reason: None,
            })
        });
        StockMoves {
            moves: moves.collect(),
        }
    }
}

/// A new product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Added {
    /// Its line in the file.
    pub line: u32,
    /// Its short code.
    pub code: Option<Code>,
    /// Its name.
    pub label: Label,
    /// Its price in cents.
    pub price: Money,
}

/// A product that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// Its line in the file.
    pub line: u32,
    /// Its name, as it was.
    pub label: Label,
    /// The fields that differ, as the journal spells them.
    pub fields: Vec<String>,
    /// Its price in cents before and after, if that is one of them.
    pub price: Option<(Money, Money)>,
}

/// How much of a product the file says there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OnHand {
    /// The product.
    pub product: Id,
    /// Its short code.
    pub code: Option<Code>,
    /// Its name.
    pub label: Label,
    /// What one of it is.
    pub unit: crate::domain::quantity::Unit,
    /// How much there is.
    pub quantity: Quantity,
}

/// A rule, and where it was needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Applied {
    /// Which.
    pub rule: Rule,
    /// The lines of the file it gave something to; none for a rule about whole columns.
    pub lines: Vec<u32>,
}

/// How something that a file does not say is found.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(into = "Said")]
pub enum Rule {
    /// The next free short code, from 1 on.
    NextCode,
    /// The short code is the file's stock-keeping number.
    CodeOfSku,
    /// The VAT rate is the department's.
    VatOfDepartment,
    /// The VAT rate is named by the tax category.
    VatOfTaxCategory,
    /// The VAT rate is the one given with the command.
    VatGiven(VatRate),
    /// What has no producer is the stall's own.
    OwnProducer,
    /// What holds exactly one kilogram or litre is sold by weight or measure.
    ByWeight,
    /// The content became a part of the name.
    ContentInName,
    /// A name too long, or with characters a screen could obey, was cut or cleaned.
    NameMended,
    /// A withdrawn product is on sale again.
    BackOnSale,
    /// How much there is was not asked for, and left alone.
    StockLeft,
    /// New producers whose VAT status nobody has said yet.
    NoStatus(String),
    /// Columns that nothing is read from.
    ColumnsLeft(String),
}

impl Rule {
    /// What there is to say about it; the number of lines is the caller's to add.
    pub fn said(&self) -> Said {
        match self {
            Self::NextCode => Said::plain("import-rule-next-code"),
            Self::CodeOfSku => Said::plain("import-rule-sku"),
            Self::VatOfDepartment => Said::plain("import-rule-vat-department"),
            Self::VatOfTaxCategory => Said::plain("import-rule-vat-category"),
            Self::VatGiven(rate) => {
                Said::plain("import-rule-vat-given").with("rate", &rate.plain())
            }
            Self::OwnProducer => Said::plain("import-rule-own-producer"),
            Self::ByWeight => Said::plain("import-rule-by-weight"),
            Self::ContentInName => Said::plain("import-rule-content"),
            Self::NameMended => Said::plain("import-rule-name-mended"),
            Self::BackOnSale => Said::plain("import-rule-back-on-sale"),
            Self::StockLeft => Said::plain("import-rule-stock-left"),
            Self::NoStatus(producers) => {
                Said::plain("import-rule-no-status").with("producers", producers)
            }
            Self::ColumnsLeft(columns) => {
                Said::plain("import-rule-columns-left").with("columns", columns)
            }
        }
    }
}

impl From<Rule> for Said {
    fn from(rule: Rule) -> Self {
        rule.said()
    }
}

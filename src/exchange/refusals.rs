//! Why a file, or a row of it, cannot be taken; each reason has a sentence in the locale files.

use serde::Serialize;

use crate::domain::label::Label;

use super::said::Said;

mod account;

pub use account::AccountReason;

/// Why nothing of a file can be taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{}", self.said().id)]
#[serde(into = "Said")]
pub enum FileRefusal {
    /// More bytes than [`super::decode::BYTES_MAX`].
    TooLarge,
    /// A workbook (xlsx, ods, xls), not a CSV file.
    Spreadsheet,
    /// A NUL byte in this line.
    NotText {
        /// The line, from 1.
        line: u32,
    },
    /// UTF-8 with broken letters, the first in this line.
    Damaged {
        /// The line, from 1.
        line: u32,
    },
    /// Nothing but blank lines.
    Empty,
    /// More rows than [`super::table::ROWS_MAX`].
    TooManyRows,
    /// The header, or too many rows, cannot be taken apart.
    NoTable {
        /// The line, from 1.
        line: u32,
    },
    /// The header is none of those the program knows.
    UnknownHeader {
        /// The titles found.
        found: String,
    },
    /// The header is none of those that lists of members have.
    UnknownMembersHeader {
        /// The titles found.
        found: String,
    },
    /// The header lacks columns that the format asked for cannot do without.
    ColumnsMissing {
        /// The format's name on the command line.
        format: &'static str,
        /// The columns missing.
        missing: String,
        /// The titles found.
        found: String,
    },
    /// Two columns mean the same.
    ColumnTwice {
        /// The title of the second.
        column: String,
    },
    /// The VAT rate given on the command line is not one of the settings.
    VatUnknown {
        /// That rate, plain.
        rate: String,
        /// The rates of the settings, plain.
        known: String,
    },
}

impl FileRefusal {
    /// What there is to say about it.
    pub fn said(&self) -> Said {
        match self {
            Self::TooLarge => Said::plain("import-file-large")
                .with("most", &(super::decode::BYTES_MAX / (1024 * 1024))),
            Self::Spreadsheet => Said::plain("import-file-spreadsheet"),
            Self::NotText { line } => Said::plain("import-file-not-text").with("line", line),
            Self::Damaged { line } => Said::plain("import-file-damaged").with("line", line),
            Self::Empty => Said::plain("import-file-empty"),
            Self::TooManyRows => {
                Said::plain("import-file-rows").with("most", &super::table::ROWS_MAX)
            }
            Self::NoTable { line } => Said::plain("import-file-no-table").with("line", line),
            Self::UnknownHeader { found } => Said::plain("import-file-header").with("found", found),
            Self::UnknownMembersHeader { found } => {
                Said::plain("import-file-members-header").with("found", found)
            }
            Self::ColumnsMissing {
                format,
                missing,
                found,
            } => Said::plain("import-file-columns")
                .with("format", format)
                .with("missing", missing)
                .with("found", found),
            Self::ColumnTwice { column } => {
                Said::plain("import-file-column-twice").with("column", column)
            }
            Self::VatUnknown { rate, known } => Said::plain("import-file-vat")
                .with("rate", rate)
                .with("known", known),
        }
    }
}

impl From<FileRefusal> for Said {
    fn from(refusal: FileRefusal) -> Self {
        refusal.said()
    }
}

/// A row that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The line of the file, from 1, the header's included.
    pub line: u32,
    /// The column's title in the file, or our name where the file has no such column; none when
    /// it is the row as a whole.
    pub column: Option<String>,
    /// What stands there, made harmless for the screen.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(into = "Said")]
pub enum Reason {
    /// A backslash before a quote inside quotes: RFC 4180 doubles the quote instead.
    Backslash,
    /// Something between a closing quote and the next cell.
    AfterQuote,
    /// A quote that nobody closes.
    QuoteLeftOpen,
    /// A cell of more bytes than this.
    CellTooLong {
        /// The most.
        most: usize,
    },
    /// More cells than the header has columns.
    RowTooWide {
        /// How many.
        cells: usize,
        /// How many there are titles for.
        expected: usize,
    },
    /// No name, or one of which nothing can be shown.
    NameMissing,
    /// No price.
    PriceMissing,
    /// A price of zero.
    PriceZero,
    /// An amount below zero where there is none.
    Negative,
    /// Not a number.
    NotANumber,
    /// `1.234`: thousands or decimals?
    Ambiguous,
    /// More decimals than a cent or a gram has.
    TooFine {
        /// The most.
        decimals: usize,
    },
    /// More than the till can hold.
    TooMuch,
    /// A short code that is not one to six digits.
    Code,
    /// The code is on another line too.
    CodeTwice {
        /// That line.
        other: u32,
    },
    /// Another product has the code and keeps it.
    CodeTaken {
        /// That product.
        label: Label,
    },
    /// A barcode that is not 8 to 14 digits.
    Barcode,
    /// `3,76012E+12`: a spreadsheet has rounded the barcode away.
    BarcodeRounded,
    /// The barcode is on another line too.
    BarcodeTwice {
        /// That line.
        other: u32,
    },
    /// Another product has the barcode and keeps it.
    BarcodeTaken {
        /// That product.
        label: Label,
    },
    /// The same producer has the same name on another line.
    NameTwice {
        /// That line.
        other: u32,
    },
    /// Several products of this producer are called so.
    NameOfSeveral,
    /// Another line is about the same product.
    SameProduct {
        /// That line.
        other: u32,
        /// The product.
        label: Label,
    },
    /// Code and barcodes belong to different products.
    TwoProducts {
        /// One.
        one: Label,
        /// The other.
        other: Label,
    },
    /// No rule says which VAT rate it has.
    VatMissing,
    /// Not a VAT rate.
    Vat,
    /// Not a rate of the settings.
    VatUnknown {
        /// Those of the settings, plain.
        known: String,
    },
    /// Not `3=5,00 6=9,00`.
    QuantityPrices,
    /// Neither grams nor kilograms.
    TypedIn,
    /// Neither counted nor endless, nor a number.
    Stock,
    /// No producer, and no stall that could be it.
    ProducerMissing,
    /// A content that is not above zero.
    Units,
    /// Neither a unit nor a word for one.
    UnitMissing,
    /// Something about a member's account.
    Account(AccountReason),
}

impl Reason {
    /// The stable id of its sentence.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Backslash => "import-backslash",
            Self::AfterQuote => "import-after-quote",
            Self::QuoteLeftOpen => "import-quote-open",
            Self::CellTooLong { .. } => "import-cell-long",
            Self::RowTooWide { .. } => "import-row-wide",
            Self::NameMissing => "import-name-missing",
            Self::PriceMissing => "import-price-missing",
            Self::PriceZero => "import-price-zero",
            Self::Negative => "import-negative",
            Self::NotANumber => "import-not-a-number",
            Self::Ambiguous => "import-ambiguous",
            Self::TooFine { .. } => "import-too-fine",
            Self::TooMuch => "import-too-much",
            Self::Code => "import-code",
            Self::CodeTwice { .. } => "import-code-twice",
            Self::CodeTaken { .. } => "import-code-taken",
            Self::Barcode => "import-barcode",
            Self::BarcodeRounded => "import-barcode-rounded",
            Self::BarcodeTwice { .. } => "import-barcode-twice",
            Self::BarcodeTaken { .. } => "import-barcode-taken",
            Self::NameTwice { .. } => "import-name-twice",
            Self::NameOfSeveral => "import-name-of-several",
            Self::SameProduct { .. } => "import-same-product",
            Self::TwoProducts { .. } => "import-two-products",
            Self::VatMissing => "import-vat-missing",
            Self::Vat => "import-vat",
            Self::VatUnknown { .. } => "import-vat-unknown",
            Self::QuantityPrices => "import-quantity-prices",
            Self::TypedIn => "import-typed-in",
            Self::Stock => "import-stock",
            Self::ProducerMissing => "import-producer-missing",
            Self::Units => "import-units",
            Self::UnitMissing => "import-unit-missing",
            Self::Account(reason) => reason.id(),
        }
    }

    /// What there is to say about it.
    pub fn said(&self) -> Said {
        let said = Said::plain(self.id());
        match self {
            Self::Account(reason) => reason.said(),
            Self::CellTooLong { most } => said.with("most", most),
            Self::RowTooWide { cells, expected } => {
                said.with("cells", cells).with("expected", expected)
            }
            Self::TooFine { decimals } => said.with("decimals", decimals),
            Self::CodeTwice { other }
            | Self::BarcodeTwice { other }
            | Self::NameTwice { other } => said.with("other", other),
            Self::CodeTaken { label } | Self::BarcodeTaken { label } => said.with("label", label),
            Self::SameProduct { other, label } => said.with("other", other).with("label", label),
            Self::TwoProducts { one, other } => said.with("one", one).with("other", other),
            Self::VatUnknown { known } => said.with("known", known),
            Self::Backslash
            | Self::AfterQuote
            | Self::QuoteLeftOpen
            | Self::NameMissing
            | Self::PriceMissing
            | Self::PriceZero
            | Self::Negative
            | Self::NotANumber
            | Self::Ambiguous
            | Self::TooMuch
            | Self::Code
            | Self::Barcode
            | Self::BarcodeRounded
            | Self::NameOfSeveral
            | Self::VatMissing
            | Self::Vat
            | Self::QuantityPrices
            | Self::TypedIn
            | Self::Stock
            | Self::ProducerMissing
            | Self::Units
            | Self::UnitMissing => said,
        }
    }
}

impl From<Reason> for Said {
    fn from(reason: Reason) -> Self {
        reason.said()
    }
}

/// A text of the file, made harmless for the screen; empty if nothing of it can be shown.
pub(super) fn shown(text: &str) -> String {
    Label::new(text).map(String::from).unwrap_or_default()
}

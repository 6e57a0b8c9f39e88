//! Products out of a file: what would be added and changed, and every row that cannot be taken.
//!
//! Nothing is guessed: what a format lacks comes from a rule that the report names, and where no
//! rule helps the row is refused with its line, column and reason.

use std::collections::HashSet;

use serde::Serialize;

use crate::domain::{
    catalogue::{Catalogue, Code},
    ids::Mint,
    money::VatRate,
    settings::Settings,
};

use super::{
    books::Books,
    codes::{self, Codes, Skus},
    columns::{Columns, Format, Titles, recognise},
    listed::Listed,
    openfoodnetwork, own,
    pairing::{self, Found, Names},
    rates::Rates,
    refusals::{FileRefusal, Refusal, shown},
    report::ProductImport,
    table::Table,
};

/// A kind of file that products come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ProductFormat {
    /// Our own, `docs/import-products.md`.
    Etal,
    /// Open Food Network's product and inventory lists.
    OpenFoodNetwork,
}

impl ProductFormat {
    /// In the order in which a header is tried: ours understands most titles, so it comes last.
    pub const ALL: [Self; 2] = [Self::OpenFoodNetwork, Self::Etal];

    /// The format of this name.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        Self::ALL.into_iter().find(|it| it.name() == name)
    }

    /// What it calls one of our columns.
    fn column(self, ours: &'static str) -> &'static str {
        match (self, ours) {
            (Self::OpenFoodNetwork, "code") => "sku",
            (Self::OpenFoodNetwork, "label") => "name",
            (Self::OpenFoodNetwork, "vat") => "tax_category",
            (Self::OpenFoodNetwork | Self::Etal, ours) => ours,
        }
    }
}

impl Format for ProductFormat {
    fn name(self) -> &'static str {
        match self {
            Self::Etal => "etal",
            Self::OpenFoodNetwork => "openfoodnetwork",
        }
    }

    fn titles(self) -> Titles {
        match self {
            Self::Etal => own::TITLES,
            Self::OpenFoodNetwork => openfoodnetwork::TITLES,
        }
    }

    fn needed(self) -> &'static [&'static str] {
        match self {
            Self::Etal => own::NEEDED,
            Self::OpenFoodNetwork => openfoodnetwork::NEEDED,
        }
    }
}

/// What becomes of the good rows when there are bad ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadRows {
    /// Nothing is imported.
    Refuse,
    /// The good ones are imported.
    Skip,
}

/// Whether a file's numbers on hand are wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StockWanted {
    /// They are the hub's, not the stall's.
    No,
    /// They are what was brought.
    Yes,
}

/// What to import, and into what.
#[derive(Clone, Copy, Debug)]
pub struct ProductFile<'a> {
    /// The file.
    pub bytes: &'a [u8],
    /// Its format, when the header shall not decide.
    pub format: Option<ProductFormat>,
    /// The rate of products for which nothing else says one.
    pub vat: Option<VatRate>,
    /// What becomes of the good rows when there are bad ones.
    pub bad_rows: BadRows,
    /// Whether its numbers on hand are wanted.
    pub stock: StockWanted,
    /// The products there are.
    pub catalogue: &'a Catalogue,
    /// The VAT rates there are.
    pub settings: &'a Settings,
}

/// Reads a file of products against the catalogue. Changes nothing by itself; new products,
/// producers and departments get their ids from the mint. Refused as a whole when it is no table
/// with a header that is known.
pub fn import(file: &ProductFile<'_>, mint: &mut Mint) -> Result<ProductImport, FileRefusal> {
    let mut rates = Rates::of(file.catalogue, file.settings, file.vat)?;
    let table = Table::read(file.bytes)?;
    let unknown = |found| FileRefusal::UnknownHeader { found };
    let (format, columns) = recognise(&table, &ProductFormat::ALL, file.format, unknown)?;
    let (listed, mut refused) = rows(&table, format, &columns);
    let mut refuse = |(row, column, reason): Found| {
        if let Some(record) = table.records.get(row) {
            let cell = columns.cell(record, format.column(column));
            refused.push(cell.refused(reason));
        }
    };
    let asked: HashSet<Code> = listed.iter().filter_map(|it| it.code).collect();
    let producers = producers(file.catalogue);
    let listed = pairing::without_twins(&producers, listed, &mut refuse);
    let mut paired = pairing::pair(file.catalogue, &producers, listed, &mut refuse);
    rates.learn(&paired);
    paired.retain_mut(|it| match rates.complete(it) {
        Ok(()) => true,
        Err((column, reason)) => {
            refuse((it.listed.row, column, reason));
            false
        }
    });
    let paired = codes::without_thieves(file.catalogue, paired, &mut refuse);
    refused.sort_by_key(|it| it.line);

    let mut books = Books::open(file, producers, &rates, mint);
    let mut codes = Codes::new(file.catalogue, &paired, asked);
    let mut skus = Skus::new(&codes, &paired);
    for it in paired {
        let (code, rule) = codes.give(&it, &mut skus);
        books.enter(it, code, rule);
    }
    books.note_unread(&columns);
    Ok(books.close(format, &table, refused))
}

/// What the rows say, and what is wrong with each of the others.
fn rows(table: &Table, format: ProductFormat, columns: &Columns) -> (Vec<Listed>, Vec<Refusal>) {
    let broken = table.broken.iter().map(|it| Refusal {
        line: it.line,
        column: columns.title(it.column),
        value: shown(&it.text),
        reason: it.reason.clone(),
    });
    let mut refused: Vec<Refusal> = broken.collect();
    let mut listed = Vec::with_capacity(table.records.len());
    for (row, record) in table.records.iter().enumerate() {
        let read = match format {
            ProductFormat::Etal => own::read(columns, record, row),
            ProductFormat::OpenFoodNetwork => openfoodnetwork::read(columns, record, row),
        };
        match read {
            Ok(it) => listed.push(it),
            Err(reasons) => refused.extend(reasons),
        }
    }
    (listed, refused)
}

fn producers(catalogue: &Catalogue) -> Names {
    let all = catalogue.producers().iter();
    Names::of(all.map(|it| (&it.name, &it.id)))
}

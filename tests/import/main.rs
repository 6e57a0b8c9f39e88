//! What comes in from files: products of our own format, of Open Food Network's, a real co-op's
//! 6,650; and the settings.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on stops"
)]

mod any;
mod any_settings;
mod command;
mod drawer;
mod encodings;
mod fixtures;
mod known;
mod members;
mod openfoodnetwork;
mod own;
mod settings;
mod solidarity;

use std::collections::BTreeMap;

use etal::{
    domain::{
        catalogue::{Catalogue, Code, Product},
        defaults,
        ids::Mint,
        label::Label,
        money::{Money, VatRate},
        settings::Settings,
    },
    exchange::{
        columns::Format,
        products::{self, BadRows, ProductFile, ProductFormat, StockWanted},
        refusals::FileRefusal,
        report::{ProductImport, Rule},
    },
};

/// A stall, and its catalogue as imports change it.
struct Stall {
    settings: Settings,
    catalogue: Catalogue,
    mint: Mint,
}

/// What the command line asks for besides the file.
#[derive(Clone, Copy)]
struct Wish {
    format: Option<ProductFormat>,
    vat: Option<VatRate>,
    bad_rows: BadRows,
    stock: StockWanted,
}

/// `--vat 5,5`.
const FOOD: Wish = Wish {
    format: None,
    vat: Some(VatRate(550)),
    bad_rows: BadRows::Refuse,
    stock: StockWanted::No,
};

/// `--vat 5,5 --skip-bad`.
const SKIP: Wish = Wish {
    bad_rows: BadRows::Skip,
    ..FOOD
};

impl Stall {
    /// With the settings and departments every new stall starts with.
    fn new() -> Self {
        let name = Label::new("Marché de Die").unwrap();
        let mut catalogue = Catalogue::default();
        catalogue.apply(&defaults::catalogue(&name));
        Self {
            settings: defaults::settings(&name),
            catalogue,
            mint: Mint::new([3; 32]),
        }
    }

    /// What an import would do: the dry run.
    fn read(&mut self, bytes: &[u8], wish: Wish) -> Result<ProductImport, FileRefusal> {
        let file = ProductFile {
            bytes,
            format: wish.format,
            vat: wish.vat,
            bad_rows: wish.bad_rows,
            stock: wish.stock,
            catalogue: &self.catalogue,
            settings: &self.settings,
        };
        products::import(&file, &mut self.mint)
    }

    /// The import itself.
    fn import(&mut self, bytes: impl AsRef<[u8]>, wish: Wish) -> ProductImport {
        let import = self.read(bytes.as_ref(), wish).unwrap();
        self.catalogue.apply(&import.change);
        import
    }

    fn product(&self, code: u32) -> &Product {
        self.catalogue.by_code(Code::new(code).unwrap()).unwrap()
    }

    /// Code and name of everything on the stall, in the order in which it came.
    fn shelf(&self) -> Vec<(u32, &str)> {
        let products = self.catalogue.products().iter();
        products
            .map(|it| (it.code.map_or(0, Code::number), it.label.as_str()))
            .collect()
    }
}

/// How often each reason was given.
fn reasons(import: &ProductImport) -> BTreeMap<&'static str, usize> {
    let mut count = BTreeMap::new();
    for refusal in &import.refused {
        *count.entry(refusal.reason.id()).or_default() += 1;
    }
    count
}

/// Line, column and reason of each refusal.
fn refusals(import: &ProductImport) -> Vec<(u32, &str, &'static str)> {
    let refused = import.refused.iter();
    refused
        .map(|it| (it.line, it.column.as_deref().unwrap_or(""), it.reason.id()))
        .collect()
}

/// The lines of the file that a rule helped.
fn helped(import: &ProductImport, rule: &Rule) -> Vec<u32> {
    let applied = import.rules.iter().find(|it| it.rule == *rule);
    applied.map(|it| it.lines.clone()).unwrap_or_default()
}

/// Asserts that a file changes nothing more.
fn assert_settled(stall: &mut Stall, bytes: &[u8], wish: Wish) {
    let again = stall.read(bytes, wish).unwrap();
    assert!(again.change.is_empty(), "{:?}", again.change);
    assert_eq!((again.added.len(), again.changed.len()), (0, 0));
    assert_eq!(again.unchanged + again.refused_rows(), again.rows);
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

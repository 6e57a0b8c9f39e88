//! Real files made by others, where they are present.

use std::{fs, path::PathBuf};

use etal::exchange::{refusals::FileRefusal, report::Rule};

use super::*;

fn fixture(path: &str) -> Option<Vec<u8>> {
    let folder = std::env::var_os("ETAL_FIXTURES").map_or_else(
        || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/fixtures"),
        PathBuf::from,
    );
    fs::read(folder.join(path)).ok()
}

#[test]
fn open_food_networks_hundred_and_twenty_products_come_in_once() {
    let Some(bytes) = fixture("openfoodnetwork/sample_file_120_products.csv") else {
        return;
    };
    let mut stall = Stall::new();
    let unsaid = stall.read(&bytes, Wish { vat: None, ..FOOD }).unwrap();
    assert_eq!(
        reasons(&unsaid),
        BTreeMap::from([("import-vat-missing", 120)])
    );

    let import = stall.import(&bytes, FOOD);
    assert_eq!(
        (import.rows, import.added.len(), import.refused.len()),
        (120, 120, 0)
    );
    assert_eq!(helped(&import, &Rule::CodeOfSku).len(), 120);
    assert_eq!(helped(&import, &Rule::StockLeft).len(), 120);
    assert_eq!(
        (import.new_producers.len(), import.new_departments.len()),
        (1, 1)
    );
    for (code, (line, it)) in (1..).zip((2..).zip(&import.added)) {
        let label = format!("Imported Product {code}, Orange Tree {code} g");
        assert_eq!(it.code, Code::new(code));
        assert_eq!((it.label.as_str(), it.line), (label.as_str(), line));
        assert_eq!(it.price.cents(), i64::from(code + 1) * 100);
    }
    assert_settled(&mut stall, &bytes, FOOD);
}

#[test]
fn templates_are_known_and_empty() {
    for name in ["product_list_template.csv", "inventory_template.csv"] {
        let Some(bytes) = fixture(&format!("openfoodnetwork/{name}")) else {
            return;
        };
        let import = Stall::new().import(&bytes, FOOD);
        assert_eq!((import.rows, import.format.name()), (0, "openfoodnetwork"));
        assert!(import.change.is_empty());
    }
}

#[test]
fn other_peoples_lists_are_refused_by_their_header() {
    for path in [
        "foodsoft/foodsoft_file_01.csv",
        "foodcoopshop/test-products-valid.csv",
        "cagette/ImportProductsPro.csv",
        "openfoodnetwork/order_cycle_customer_totals_report.csv",
        "corepos/products.csv",
    ] {
        let Some(bytes) = fixture(path) else {
            return;
        };
        let refusal = Stall::new().read(&bytes, FOOD).unwrap_err();
        assert!(
            matches!(refusal, FileRefusal::UnknownHeader { .. }),
            "{path}"
        );
    }
}

/// Of a real co-op's 6,650 rows, what a stall can sell comes in, and each of the others is named.
#[test]
fn a_real_co_ops_products_come_in_and_the_others_are_counted() {
    let Some(bytes) = fixture("corepos/products.csv") else {
        return;
    };
    let ours = corepos_as_ours(&bytes);
    let mut stall = Stall::new();
    let dry = stall.read(ours.as_bytes(), FOOD).unwrap();
    assert!(dry.change.is_empty());
    let import = stall.import(&ours, SKIP);
    assert_eq!(
        (import.rows, import.added.len(), import.refused_rows()),
        (6_650, 5_765, 885)
    );
    assert_eq!(
        reasons(&import),
        BTreeMap::from([
            ("import-name-missing", 7),
            ("import-name-twice", 691),
            ("import-negative", 5),
            ("import-price-zero", 184),
        ]),
        "two of the rows without a name have no price either"
    );
    assert_eq!(import.refused[0].value, "-1");
    assert_eq!(import.refused[0].line, 3);
    assert_eq!(import.new_departments.len(), 189);
    assert_settled(&mut stall, ours.as_bytes(), SKIP);
}

/// The co-op's export has no header; these of its 48 columns are what a stall needs. Its scale
/// weighs pounds, its taxed goods stand for ours at the normal rate.
fn corepos_as_ours(bytes: &[u8]) -> String {
    let mut rows = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(bytes);
    let mut ours = csv::WriterBuilder::new()
        .delimiter(b';')
        .from_writer(Vec::new());
    let header = ["code-barres", "libellé", "prix", "rayon", "unité", "tva"];
    ours.write_record(header).unwrap();
    for row in rows.records() {
        let row = row.unwrap();
        let unit = if &row[19] == "1" { "kg" } else { "pièce" };
        let vat = if &row[17] == "0" { "5,5" } else { "20" };
        let department = format!("Rayon {}", &row[15]);
        ours.write_record([&row[0], &row[1], &row[4], &department, unit, vat])
            .unwrap();
    }
    String::from_utf8(ours.into_inner().unwrap()).unwrap()
}

//! What must hold for every file.

use std::collections::HashSet;

use etal::domain::catalogue::State;
use proptest::prelude::*;

use super::*;

/// A file of our own format whose rows meet each other often.
fn some_list() -> impl Strategy<Value = String> {
    let cell = |choices: &'static [&'static str]| prop::sample::select(choices);
    let row = (
        cell(&["", "", "1", "2", "3", "12", "x"]),
        cell(&["", "", "20000001", "20000002", "20000001 20000003"]),
        cell(&["Miel", "miel", "Pain", "Savon", "Cire", ""]),
        cell(&["7", "3,20", "0", "-1"]),
        cell(&["", "Ferme A", "FERME A", "Ferme B"]),
        cell(&["", "Légumes", "Laine"]),
        cell(&["", "", "5,5", "20", "19,6"]),
    );
    prop::collection::vec(row, 0..8).prop_map(|rows| {
        let mut text = "code;ean;nom;prix;producteur;rayon;tva\n".to_owned();
        for (code, ean, name, price, producer, department, vat) in rows {
            let cells = [code, ean, name, price, producer, department, vat];
            text.push_str(&cells.join(";"));
            text.push('\n');
        }
        text
    })
}

fn some_hub() -> impl Strategy<Value = String> {
    let cell = |choices: &'static [&'static str]| prop::sample::select(choices);
    let row = (
        cell(&["Ferme A", "ferme a", "Ferme B", ""]),
        cell(&["", "1", "2", "A-1"]),
        cell(&["Miel", "Pain", ""]),
        cell(&["", "de lavande"]),
        cell(&["1", "500", "0"]),
        cell(&["kg", "g", ""]),
        cell(&["", "TVA 5.5%", "TVA 20%", "3"]),
        cell(&["", "Légumes", "Laine"]),
    );
    prop::collection::vec(row, 0..8).prop_map(|rows| {
        let mut text = "producer,sku,name,display_name,units,unit_type,tax_category,category,\
                        price,variant_unit_name\n"
            .to_owned();
        for (producer, sku, name, display, units, unit, tax, category) in rows {
            let cells = [producer, sku, name, display, units, unit, tax, category];
            text.push_str(&cells.join(","));
            text.push_str(",2.50,botte\n");
        }
        text
    })
}

fn some_rate() -> impl Strategy<Value = Option<VatRate>> {
    prop::sample::select(vec![None, Some(VatRate(550))])
}

/// No code, no barcode, and no name of one producer is there twice.
fn assert_orderly(stall: &Stall) {
    let (mut codes, mut barcodes, mut names) = (HashSet::new(), HashSet::new(), HashSet::new());
    let live = |it: &&Product| it.state != State::Withdrawn;
    for it in stall.catalogue.products().iter().filter(live) {
        assert!(it.code.is_none_or(|code| codes.insert(code)), "{it:?}");
        for barcode in &it.barcodes {
            assert!(barcodes.insert(barcode.clone()), "{it:?}");
        }
        let name = it.label.as_str().to_lowercase();
        assert!(names.insert((it.producer.clone(), name)), "{it:?}");
        assert!(it.price.cents() > 0);
        assert!(stall.catalogue.producer(&it.producer).is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_same_file_twice_changes_nothing(
        file in prop_oneof![some_list(), some_hub()],
        vat in some_rate(),
    ) {
        let mut stall = Stall::new();
        let wish = Wish { vat, ..SKIP };
        stall.import(&file, wish);
        assert_orderly(&stall);
        assert_settled(&mut stall, file.as_bytes(), wish);
    }

    #[test]
    fn file_after_file_the_stall_stays_orderly(
        files in prop::collection::vec(prop_oneof![some_list(), some_hub()], 2..4),
        vat in some_rate(),
    ) {
        let mut stall = Stall::new();
        for file in &files {
            let import = stall.import(file, Wish { vat, ..SKIP });
            let said = import.added.len() + import.changed.len() + import.unchanged;
            prop_assert_eq!(said + import.refused_rows(), import.rows);
            assert_orderly(&stall);
        }
    }

    #[test]
    fn no_bytes_stop_the_till(
        bytes in prop::collection::vec(any::<u8>(), 0..200),
        rows in "[a-z0-9;,\"\\\\\t\r\n €éŒ'=.-]{0,120}",
    ) {
        let mut stall = Stall::new();
        let _ = stall.read(&bytes, SKIP);
        let mut headed = "code;nom;prix\n".as_bytes().to_vec();
        headed.extend(&bytes);
        let _ = stall.read(&headed, SKIP);
        stall.import(format!("code;nom;prix;ean;prix par lot;stock\n{rows}"), SKIP);
        assert_orderly(&stall);
    }
}

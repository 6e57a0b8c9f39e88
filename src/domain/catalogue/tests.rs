//! What a change of the catalogue says, and what becomes of a withdrawn product.

use super::*;

fn honey() -> Product {
    Product {
        id: Id::known("HONEY00001"),
        code: Code::new(45),
        barcodes: vec!["3760123456784".into()],
        label: Label::new("Miel 500 g").unwrap(),
        unit: Unit::Piece,
        typed_in: TypedIn::Grams,
        price: Money::from_cents(720).unwrap(),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(OWN_PRODUCER),
        department: None,
        deposit: None,
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

#[test]
fn a_change_names_what_changed_and_nothing_else() {
    let mut catalogue = Catalogue::default();
    let first = catalogue.change_products(vec![honey()]);
    assert_eq!(first.changed["HONEY00001"], ["new"]);
    catalogue.apply(&first);
    assert!(catalogue.change_products(vec![honey()]).is_empty());
    let dearer = Product {
        price: Money::from_cents(750).unwrap(),
        code: Code::new(46),
        ..honey()
    };
    let change = catalogue.change_products(vec![dearer]);
    assert_eq!(change.changed["HONEY00001"], ["code", "price"]);
    catalogue.apply(&change);
    assert_eq!(catalogue.by_code(Code::new(45).unwrap()), None);
    assert!(catalogue.by_code(Code::new(46).unwrap()).is_some());
    assert_eq!(catalogue.free_code(46), Code::new(47));
}

#[test]
fn a_withdrawn_product_gives_its_code_back() {
    let mut catalogue = Catalogue::default();
    catalogue.apply(&catalogue.change_products(vec![honey()]));
    let gone = Product {
        state: State::Withdrawn,
        ..honey()
    };
    catalogue.apply(&catalogue.change_products(vec![gone]));
    assert!(catalogue.by_code(Code::new(45).unwrap()).is_none());
    assert!(catalogue.by_barcode("3760123456784").is_none());
    assert!(catalogue.product(&Id::known("HONEY00001")).is_some());
}

//! Open Food Network's lists, in rows of our own writing.

use etal::{
    domain::{
        catalogue::Stocked,
        money::VatRate,
        quantity::{Quantity, Unit},
    },
    exchange::{
        products::{ProductFormat, StockWanted},
        report::Rule,
    },
};

use super::*;

const HEADER: &str = "producer,sku,name,display_name,category,description,units,unit_type,\
                      variant_unit_name,price,on_hand,on_demand,shipping_category,tax_category\n";

fn list(rows: &str) -> String {
    format!("{HEADER}{rows}")
}

const HUB: &str = "\
Ferme des Lucioles,,Carottes,,Légumes,,1,kg,,2.40,80,,Frais,TVA 5.5%
Ferme des Lucioles,FL-2,Carottes,fanes,Légumes,,1,,botte,1.90,30,0,Frais,TVA 5.5%
Ferme des Lucioles,7,Carottes,Carottes râpées,Légumes,,250,g,,3.00,12,0,Frais,TVA 5.5%
Cave du Diois,7,Clairette,,Vins,,75,cl,,9.50,,1,Sec,TVA 20%
Cave du Diois,,Jus de pomme,,Boissons,,1,L,,3.20,,,Sec,
Cave du Diois,,Œufs,,Crèmerie,,6,,œufs,2.80,10,false,Frais,5
";

#[test]
fn a_variant_becomes_an_article_of_the_stall() {
    let mut stall = Stall::new();
    let import = stall.import(list(HUB), FOOD);
    assert_eq!(import.format, ProductFormat::OpenFoodNetwork);
    assert!(import.refused.is_empty(), "{:?}", import.refused);
    assert_eq!(
        stall.shelf(),
        [
            (1, "Carottes"),
            (2, "Carottes, fanes"),
            (7, "Carottes râpées 250 g"),
            (3, "Clairette 75 cL"),
            (4, "Jus de pomme"),
            (5, "Œufs 6 œufs"),
        ]
    );
    let of = |code| stall.product(code);
    assert_eq!(
        (&of(1).unit, of(1).stock),
        (&Unit::Kilogram, Stocked::Counted)
    );
    assert_eq!((&of(2).unit, &of(4).unit), (&Unit::Bunch, &Unit::Litre));
    assert_eq!((&of(3).unit, of(3).stock), (&Unit::Piece, Stocked::Endless));
    assert_eq!((of(3).vat, of(4).vat), (VatRate(2_000), VatRate(550)));
    assert_eq!(helped(&import, &Rule::CodeOfSku), [4]);
    assert_eq!(helped(&import, &Rule::NextCode), [2, 3, 5, 6, 7]);
    assert_eq!(helped(&import, &Rule::VatOfTaxCategory), [2, 3, 4, 5]);
    assert_eq!(helped(&import, &Rule::VatGiven(VatRate(550))), [6, 7]);
    assert_eq!(helped(&import, &Rule::ByWeight), [2, 6]);
    assert_eq!(helped(&import, &Rule::ContentInName), [4, 5, 7]);
    assert_eq!(helped(&import, &Rule::StockLeft), [2, 3, 4, 7]);
    let departments = import.new_departments.iter();
    let departments: Vec<_> = departments
        .map(|(name, vat)| (name.as_str(), vat.0))
        .collect();
    assert_eq!(
        departments,
        [("Vins", 2_000), ("Boissons", 550), ("Crèmerie", 550)]
    );
    assert_settled(&mut stall, list(HUB).as_bytes(), FOOD);
}

#[test]
fn without_a_rate_the_rows_that_have_none_are_refused() {
    let import = Stall::new().import(list(HUB), Wish { vat: None, ..SKIP });
    assert_eq!(
        refusals(&import),
        [
            (6, "tax_category", "import-vat-missing"),
            (7, "tax_category", "import-vat-missing"),
        ]
    );
    assert_eq!(import.added.len(), 4);
}

#[test]
fn what_a_variant_lacks_is_named() {
    let rows = "\
F,,Radis,,L,,0,kg,,2,1,,,
F,,Navets,,L,,x,kg,,2,1,,,
F,,Panais,,L,,1,,,2,1,,,
F,,Poires,,L,,1,brouette,,2,1,,,
F,,Pommes,,L,,1,kg,,\"4,20\",1,,,
F,,Prunes,,L,,1,kg,,4,20,1,,,
F,,Noix,,L,,1,kg,,-4,1,,,
F,,Figues,,L,,1,kg,,4,-1,,,
F,,Kakis,,L,,1,kg,,4,1,souvent,,
F,,,,L,,1,kg,,4,1,,,
";
    let import = Stall::new().import(list(rows), FOOD);
    assert_eq!(
        refusals(&import),
        [
            (2, "units", "import-units"),
            (3, "units", "import-units"),
            (4, "unit_type", "import-unit-missing"),
            (5, "unit_type", "import-unit-missing"),
            (8, "price", "import-negative"),
            (9, "on_hand", "import-negative"),
            (10, "on_demand", "import-stock"),
            (11, "name", "import-name-missing"),
        ]
    );
    let prices: Vec<_> = import.added.iter().map(|it| it.price.plain()).collect();
    assert_eq!(
        prices,
        ["4.20", "4.00"],
        "a comma is a decimal sign, quoted"
    );
}

#[test]
fn the_longer_header_and_the_inventory_are_known_too() {
    let longer = "producer,sku,name,display_name,category,description,units,unit_type,\
                  variant_unit_name,price,on_hand,available_on,on_demand,shipping_category,\
                  tax_category\nF,,Radis,,Légumes,,1,,botte,1.5,4,,0,Frais,\n";
    let import = Stall::new().import(longer, Wish { vat: None, ..FOOD });
    assert_eq!(
        (import.added.len(), import.format.name()),
        (1, "openfoodnetwork")
    );
    let inventory = "producer,distributor,name,display_name,variant_unit_name,sku,units,\
                     unit_type,price,on_hand,on_demand\nF,Hub,Radis,,botte,,1,,1.5,4,0\n";
    let import = Stall::new().import(inventory, FOOD);
    assert_eq!(
        (import.added.len(), import.format.name()),
        (1, "openfoodnetwork")
    );
}

#[test]
fn what_the_hub_has_on_hand_comes_only_when_asked_for() {
    let mut stall = Stall::new();
    let wish = Wish {
        stock: StockWanted::Yes,
        ..FOOD
    };
    let import = stall.import(list(HUB), wish);
    let brought = import.deliveries(|_| Quantity::ZERO).moves;
    let moved: Vec<_> = brought
        .iter()
        .map(|it| (it.label.as_str(), it.quantity.plain()))
        .collect();
    assert_eq!(moved[0], ("Carottes", "80".to_owned()));
    assert_eq!(moved.len(), 4);
}

#[test]
fn a_long_name_gives_way_to_its_content() {
    let name = "Confiture ".repeat(8);
    let mut stall = Stall::new();
    let import = stall.import(list(&format!("F,,{name},,L,,370,g,,5,1,,,\n")), FOOD);
    let label = stall.product(1).label.as_str();
    assert!(label.ends_with(" 370 g") && label.chars().count() <= Label::LENGTH_MAX);
    assert_eq!(helped(&import, &Rule::NameMended), [2]);
}

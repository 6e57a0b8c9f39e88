//! Our own products file.

use etal::{
    domain::{
        catalogue::{CatalogueChange, QuantityPrice, Stocked},
        money::VatRate,
        quantity::{Quantity, TypedIn, Unit},
    },
    exchange::{
        products::{ProductFormat, StockWanted},
        refusals::{FileRefusal, Reason},
        report::Rule,
    },
};

use super::*;

const FULL: &str = "\
code;code-barres;libellé;unité;saisi en;prix;prix par quantité;tva;producteur;rayon;consigne;maximum;stock
12;3760123456784 20000001;Miel de lavande 500 g;pièce;;7,20 €;3=20,00 6=38,00;5,5;Ferme du Viol;Épicerie, pain;0,20;12;compté
31;;Comté;kg;g;18,50;;5.5 %;Fruitière d’Arbois;Crèmerie, œufs;;2,5;illimité
;;Radis;botte;;1,50;;5,5;;Légumes;;;
";

#[test]
fn every_column_reaches_the_product() {
    let mut stall = Stall::new();
    let import = stall.import(FULL, Wish { vat: None, ..FOOD });
    assert_eq!((import.added.len(), import.rows), (3, 3));
    assert!(import.refused.is_empty(), "{:?}", import.refused);

    let honey = stall.product(12);
    assert_eq!(honey.label.as_str(), "Miel de lavande 500 g");
    assert_eq!(honey.barcodes.len(), 2);
    assert_eq!((honey.price, honey.deposit), (cents(720), Some(cents(20))));
    let prices = [(3, 2_000), (6, 3_800)].map(|(count, price)| QuantityPrice {
        count,
        price: cents(price),
    });
    assert_eq!(honey.quantity_prices, prices);
    assert_eq!(honey.maximum, Some(Quantity::pieces(12)));
    assert_eq!((honey.stock, honey.vat), (Stocked::Counted, VatRate(550)));
    let producer = stall.catalogue.producer(&honey.producer).unwrap();
    assert_eq!(producer.name.as_str(), "Ferme du Viol");
    assert_eq!(honey.department.as_ref().unwrap().as_str(), "epicerie");

    let cheese = stall.product(31);
    assert_eq!(
        (&cheese.unit, cheese.typed_in),
        (&Unit::Kilogram, TypedIn::Grams)
    );
    assert_eq!(cheese.maximum, Some(Quantity::from_thousandths(2_500)));
    let radish = stall.product(1);
    assert_eq!(
        (&radish.unit, radish.producer.as_str()),
        (&Unit::Bunch, "stall")
    );
    assert_eq!(helped(&import, &Rule::NextCode), [4]);
    assert_eq!(helped(&import, &Rule::OwnProducer), [4]);
    let names: Vec<&str> = import.new_producers.iter().map(Label::as_str).collect();
    assert_eq!(names, ["Ferme du Viol", "Fruitière d’Arbois"]);
    assert!(import.new_departments.is_empty());
    assert_settled(&mut stall, FULL.as_bytes(), Wish { vat: None, ..FOOD });
}

#[test]
fn english_titles_say_the_same() {
    let (_, rows) = FULL.split_once('\n').unwrap();
    let english = format!(
        "code;barcode;label;unit;typed_in;price;quantity_prices;vat;producer;department;deposit;\
         maximum;stock\n{rows}"
    );
    let (mut one, mut other) = (Stall::new(), Stall::new());
    one.import(FULL, FOOD);
    other.import(english, FOOD);
    assert_eq!(one.catalogue, other.catalogue);
}

/// One fault a line, each named where it is.
#[test]
fn what_cannot_be_is_named_with_line_column_and_reason() {
    let file = "\
code;ean;nom;prix;lots;tva;consigne;maximum;saisi en;stock
1;;Sans prix;;;;;;;
2;;Offert;0,00;;;;;;
3;;Remise;-2;;;;;;
4;;;2;;;;;;
5;;Cher;10000000,01;;;;;;
6;;Fin;0,125;;;;;;
7;;Flou;1.234;;;;;;
8;;Mot;deux;;;;;;
1234567;;Code long;2;;;;;;
10;123;Code-barres;2;;;;;;
11;3,76012E+12;Arrondi;2;;;;;;
12;;Lot;2;;;;;;
13;;Taux;2;;19,6;;;;
14;;Taux;2;;réduit;;;;
15;;Consigne;2;;;-1;;;
16;;Maximum;2;;;;x;;
17;;Saisie;2;;;;;livres;
18;;Stock;2;;;;;;peut-être
19;;Large;2;;;;;;;50
20;;\u{1b}\u{7};2;;;;;;
21;;Deux fautes;0;;;-1;;;
"
    .replace("lots", "prix par lot")
    .replace("12;;Lot;2;;", "12;;Lot;2;3 pour 5;");
    let mut stall = Stall::new();
    let import = stall.import(&file, FOOD);
    assert_eq!(
        refusals(&import),
        [
            (2, "prix", "import-price-missing"),
            (3, "prix", "import-price-zero"),
            (4, "prix", "import-negative"),
            (5, "nom", "import-name-missing"),
            (6, "prix", "import-too-much"),
            (7, "prix", "import-too-fine"),
            (8, "prix", "import-ambiguous"),
            (9, "prix", "import-not-a-number"),
            (10, "code", "import-code"),
            (11, "ean", "import-barcode"),
            (12, "ean", "import-barcode-rounded"),
            (13, "prix par lot", "import-quantity-prices"),
            (14, "tva", "import-vat-unknown"),
            (15, "tva", "import-vat"),
            (16, "consigne", "import-negative"),
            (17, "maximum", "import-not-a-number"),
            (18, "saisi en", "import-typed-in"),
            (19, "stock", "import-stock"),
            (20, "", "import-row-wide"),
            (21, "nom", "import-name-missing"),
            (22, "prix", "import-price-zero"),
            (22, "consigne", "import-negative"),
        ]
    );
    assert_eq!(import.refused_rows(), 21);
    assert_eq!(import.refused[2].value, "-2");
    let said = import.refused[12].reason.said();
    assert_eq!(said.args, [("known", "0 2.1 5.5 10 20".to_owned())]);
    let harmless = |it: &str| !it.chars().any(char::is_control);
    assert!(import.refused.iter().all(|it| harmless(&it.value)));
    assert!(stall.catalogue.products().is_empty());
}

#[test]
fn a_file_with_a_bad_row_imports_nothing_unless_asked_to_skip_it() {
    let file = "libellé;prix\nMiel;7\nSavon;0\n";
    let mut stall = Stall::new();
    let import = stall.import(file, FOOD);
    assert_eq!(import.change, CatalogueChange::default());
    assert_eq!((import.added.len(), import.refused_rows()), (1, 1));
    assert!(stall.catalogue.products().is_empty());
    stall.import(file, SKIP);
    assert_eq!(stall.shelf(), [(1, "Miel")]);
    assert_settled(&mut stall, file.as_bytes(), SKIP);
}

#[test]
fn twins_in_a_file_are_named_with_both_lines() {
    let file = "\
code;code-barres;libellé;producteur;prix
1;;Miel;Ferme A;7
2;;MIEL;Ferme a;8
3;;Miel;Ferme B;7
4;20000001;Savon;;5
5;20000001 20000002;Bougie;;5
6;;Pain;;3
6;;Brioche;;4
";
    let import = Stall::new().import(file, SKIP);
    assert_eq!(
        refusals(&import),
        [
            (2, "libellé", "import-name-twice"),
            (3, "libellé", "import-name-twice"),
            (5, "code-barres", "import-barcode-twice"),
            (6, "code-barres", "import-barcode-twice"),
            (7, "code", "import-code-twice"),
            (8, "code", "import-code-twice"),
        ]
    );
    let other = |at: usize| import.refused[at].reason.clone();
    assert_eq!(other(0), Reason::NameTwice { other: 3 });
    assert_eq!(other(1), Reason::NameTwice { other: 2 });
    assert_eq!(import.added.len(), 1);
}

#[test]
fn an_empty_cell_leaves_what_is_there_and_a_dash_takes_it_away() {
    let mut stall = Stall::new();
    stall.import(FULL, FOOD);
    let before = stall.product(12).clone();
    stall.import(
        "code;nom;prix;consigne;producteur\n12;Miel de lavande 500 g;7,20;;Ferme du Viol",
        FOOD,
    );
    assert_eq!(*stall.product(12), before);
    stall.import(
        "code;nom;prix;consigne;maximum;prix par lot;producteur\n\
         12;Miel de lavande 500 g;7,20;0;-;-;Ferme du Viol",
        FOOD,
    );
    let after = stall.product(12);
    assert_eq!((after.deposit, after.maximum), (None, None));
    assert!(after.quantity_prices.is_empty());
    assert_eq!(after.barcodes, before.barcodes);
}

#[test]
fn vat_is_said_by_the_row_the_department_or_the_command() {
    let file = "\
nom;prix;tva;rayon
Miel;7;;Légumes
Poterie;20;;Artisanat
Livre;9;;Livres
Roman;9;5,5;Livres
Bougie;5;;
";
    let mut stall = Stall::new();
    let import = stall.import(file, Wish { vat: None, ..SKIP });
    assert_eq!(refusals(&import), [(6, "tva", "import-vat-missing")]);
    assert_eq!(helped(&import, &Rule::VatOfDepartment), [2, 3, 4]);
    let rates: Vec<u16> = stall
        .catalogue
        .products()
        .iter()
        .map(|it| it.vat.0)
        .collect();
    assert_eq!(rates, [550, 2_000, 550, 550]);
    assert_eq!(import.new_departments[0].1, VatRate(550));

    let normal = Some(VatRate(2_000));
    let import = stall.import(
        file,
        Wish {
            vat: normal,
            ..FOOD
        },
    );
    assert_eq!((import.added.len(), import.unchanged), (1, 4));
    assert_eq!(helped(&import, &Rule::VatGiven(VatRate(2_000))), [6]);
    let unknown = stall.read(
        file.as_bytes(),
        Wish {
            vat: Some(VatRate(1_960)),
            ..FOOD
        },
    );
    assert!(matches!(unknown, Err(FileRefusal::VatUnknown { .. })));
}

#[test]
fn a_number_in_stock_is_delivered_once_and_only_when_asked_for() {
    let file = "nom;prix;stock\nMiel;7;24\nPain;3;12,5\nSavon;5;oui\n";
    let mut stall = Stall::new();
    let import = stall.import(file, FOOD);
    assert!(import.on_hand.is_empty());
    assert_eq!(helped(&import, &Rule::StockLeft), [2, 3]);
    assert_eq!(stall.product(3).stock, Stocked::Counted);

    let wish = Wish {
        stock: StockWanted::Yes,
        ..FOOD
    };
    let import = stall.import(file, wish);
    let honey = stall.product(1).id.clone();
    let brought = import.deliveries(|id| {
        if *id == honey {
            Quantity::pieces(4)
        } else {
            Quantity::ZERO
        }
    });
    let moved: Vec<_> = brought.moves.iter().map(|it| it.quantity.plain()).collect();
    assert_eq!(moved, ["20", "12.5"]);
    let again = import.deliveries(|_| Quantity::pieces(24));
    assert!(again.moves.is_empty());
}

#[test]
fn names_are_made_harmless_and_the_report_says_where() {
    let long = "M".repeat(80);
    let file = format!("nom;prix\nMiel\u{1b}[2J\u{202e};7\n{long};3\n'=Pain;3\n");
    let mut stall = Stall::new();
    let import = stall.import(&file, FOOD);
    assert_eq!(helped(&import, &Rule::NameMended), [2, 3]);
    assert_eq!(stall.product(1).label.as_str(), "Miel[2J");
    assert_eq!(stall.product(3).label.as_str(), "=Pain");
}

#[test]
fn a_header_is_known_or_the_file_is_refused() {
    let mut stall = Stall::new();
    let refusal = stall.read(b"bonjour;monde\n1;2\n", FOOD).unwrap_err();
    let found = "bonjour, monde".to_owned();
    assert_eq!(
        refusal,
        FileRefusal::UnknownHeader {
            found: found.clone()
        }
    );
    let forced = Wish {
        format: Some(ProductFormat::OpenFoodNetwork),
        ..FOOD
    };
    let refusal = stall.read(b"bonjour;monde\n1;2\n", forced).unwrap_err();
    let said = refusal.said();
    assert_eq!(said.id, "import-file-columns");
    assert!(
        said.args
            .contains(&("missing", "producer, name, units, unit_type, price".into()))
    );
    let twice = stall.read(b"nom;prix;Prix TTC\n", FOOD).unwrap_err();
    assert_eq!(
        twice,
        FileRefusal::ColumnTwice {
            column: "Prix TTC".into()
        }
    );
    let import = stall.import("nom;prix;couleur;\nMiel;7;or;\n", FOOD);
    let left = Rule::ColumnsLeft("couleur".into());
    assert!(import.rules.iter().any(|it| it.rule == left));
}

#[test]
fn the_example_of_the_manual_can_be_imported_as_it_stands() {
    let manual = include_str!("../../docs/import-products.md");
    let blocks = manual.split("```\n").collect::<Vec<_>>();
    let example = blocks.iter().find(|it| it.starts_with("code;")).unwrap();
    let mut stall = Stall::new();
    let import = stall.import(example, Wish { vat: None, ..FOOD });
    assert!(import.refused.is_empty(), "{:?}", import.refused);
    assert_eq!(import.added.len(), 3);
    assert!(
        import
            .rules
            .iter()
            .all(|it| !matches!(it.rule, Rule::ColumnsLeft(_)))
    );
}

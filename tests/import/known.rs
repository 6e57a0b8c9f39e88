//! Which product of the stall a row is about, and what it keeps.

use etal::{domain::catalogue::State, exchange::report::Rule};

use super::*;

#[test]
fn a_product_is_known_by_code_by_barcode_or_by_name() {
    let mut stall = Stall::new();
    stall.import(
        "code;code-barres;libellé;producteur;prix\n\
         1;20000001;Miel;Ferme A;7\n2;20000002;Savon;Ferme A;5\n3;;Pain;Ferme B;3\n",
        FOOD,
    );
    let ids: Vec<_> = [1, 2, 3].map(|code| stall.product(code).id.clone()).into();
    let import = stall.import(
        "code;code-barres;libellé;producteur;prix\n\
         1;;Miel de lavande;Ferme A;7,50\n;20000002;Savon à l’huile;Ferme A;5\n9;;PAIN;Ferme B;3\n",
        FOOD,
    );
    assert_eq!((import.added.len(), import.changed.len()), (0, 3));
    let fields: Vec<_> = import
        .changed
        .iter()
        .map(|it| it.fields.join(" "))
        .collect();
    assert_eq!(fields, ["label price", "label", "code label"]);
    assert_eq!(import.changed[0].price, Some((cents(700), cents(750))));
    let now = [1, 2, 9].map(|code| stall.product(code).id.clone());
    assert_eq!(ids, now);
}

#[test]
fn codes_may_swap_but_are_never_taken_away() {
    let mut stall = Stall::new();
    stall.import("code;nom;prix\n1;Miel;7\n2;Savon;5\n3;Pain;3\n", FOOD);
    stall.import("code;nom;prix\n2;Miel;7\n1;Savon;5\n", FOOD);
    assert_eq!(stall.shelf(), [(2, "Miel"), (1, "Savon"), (3, "Pain")]);

    let import = stall.import("code;nom;prix\n3;Miel;7\n2;Savon;5\n", FOOD);
    assert_eq!(
        refusals(&import),
        [
            (2, "code", "import-code-taken"),
            (3, "code", "import-code-taken")
        ],
        "bread keeps 3, so honey keeps 2"
    );
    let said = import.refused[0].reason.said();
    assert_eq!(said.args, [("label", "Pain".to_owned())]);

    let import = stall.import("code;nom;prix\n;Pain;4\n3;Lait;1\n", SKIP);
    assert_eq!(refusals(&import), [(3, "code", "import-code-taken")]);
    assert_eq!(
        stall.product(3).label.as_str(),
        "Pain",
        "its row says no other code"
    );
}

#[test]
fn a_row_that_could_be_two_products_is_refused() {
    let mut stall = Stall::new();
    stall.import("code;ean;nom;prix\n1;;Miel;7\n2;20000002;Savon;5\n", FOOD);
    let import = stall.import("code;ean;nom;prix\n1;20000002;Cire;4\n", FOOD);
    assert_eq!(refusals(&import), [(2, "code", "import-two-products")]);
    let import = stall.import(
        "code;ean;nom;prix\n1;;Cire;4\n;20000002;Cire 2;4\n1;;X;3\n",
        FOOD,
    );
    assert_eq!(reasons(&import)["import-code-twice"], 2);
    let import = stall.import("code;ean;nom;prix\n2;;Cire;4\n;20000002;Cire 2;4\n", FOOD);
    assert_eq!(reasons(&import)["import-same-product"], 2);
}

#[test]
fn a_withdrawn_product_that_the_file_has_is_on_sale_again() {
    let mut stall = Stall::new();
    stall.import("code;nom;prix\n5;Miel;7\n", FOOD);
    let mut gone = stall.product(5).clone();
    gone.state = State::Withdrawn;
    let change = stall.catalogue.change_products(vec![gone.clone()]);
    stall.catalogue.apply(&change);
    let import = stall.import("code;nom;prix\n5;Miel;7\n", FOOD);
    assert_eq!(helped(&import, &Rule::BackOnSale), [2]);
    assert_eq!(stall.product(5).id, gone.id);
    assert_eq!(import.changed[0].fields, ["state"]);
}

#[test]
fn what_was_sold_out_stays_so() {
    let mut stall = Stall::new();
    stall.import("code;nom;prix\n5;Miel;7\n", FOOD);
    let mut out = stall.product(5).clone();
    out.state = State::SoldOut;
    let change = stall.catalogue.change_products(vec![out]);
    stall.catalogue.apply(&change);
    stall.import("code;nom;prix\n5;Miel;8\n", FOOD);
    assert_eq!(stall.product(5).state, State::SoldOut);
    assert_eq!(stall.product(5).price, cents(800));
}

#[test]
fn free_codes_are_given_in_the_order_of_the_file() {
    let mut stall = Stall::new();
    let import = stall.import("nom;prix;code\nA;1;\nB;1;2\nC;1;\nD;0;3\nE;1;\n", SKIP);
    assert_eq!(stall.shelf(), [(1, "A"), (2, "B"), (3, "C"), (4, "E")]);
    assert_eq!(helped(&import, &Rule::NextCode), [2, 4, 6]);
}

//! Our own products file: `docs/import-products.md` says what each column means.

use crate::domain::{
    catalogue::{Code, QuantityPrice, Stocked},
    label::Label,
    money::Money,
    quantity::{Quantity, TypedIn, Unit},
};

use super::{
    amount,
    columns::{Cell, Columns, Titles, folded},
    listed::{self, Listed, Refused, Told, said, told},
    refusals::{Reason, Refusal},
    report::Rule,
    table::Record,
};

/// The columns, and the titles they may have, folded.
pub const TITLES: Titles = &[
    ("code", &["code court", "short code", "plu"]),
    (
        "barcode",
        &[
            "barcodes",
            "code barres",
            "codes barres",
            "code barre",
            "ean",
            "ean13",
            "gtin",
        ],
    ),
    (
        "label",
        &[
            "libelle",
            "nom",
            "name",
            "article",
            "product",
            "produit",
            "designation",
        ],
    ),
    ("unit", &["unite"]),
    ("typed_in", &["saisi en", "saisie", "saisie en"]),
    ("price", &["prix", "prix ttc", "prix de vente"]),
    (
        "quantity_prices",
        &[
            "prix par quantite",
            "prix par quantites",
            "prix par lot",
            "prix par lots",
        ],
    ),
    ("vat", &["tva", "taux de tva", "taux tva", "vat rate"]),
    ("producer", &["producteur", "productrice"]),
    ("department", &["rayon"]),
    ("deposit", &["consigne"]),
    ("maximum", &["max", "maximum habituel"]),
    ("stock", &["en stock"]),
];

/// What a header must have to be ours.
pub const NEEDED: &[&str] = &["label", "price"];

/// Reads a row.
pub fn read(columns: &Columns, record: &Record, row: usize) -> Result<Listed, Vec<Refusal>> {
    let cell = |name| columns.cell(record, name);
    let mut refused = Refused::default();
    refused.keep(columns.check_width(record));
    let code = refused.keep(said(cell("code"), short_code));
    let barcodes = refused.keep(said(cell("barcode"), barcodes));
    let label = refused.keep(
        listed::name(cell("label").text).ok_or_else(|| cell("label").refused(Reason::NameMissing)),
    );
    let typed_in = refused.keep(said(cell("typed_in"), typed_in));
    let price = refused.keep(listed::price(cell("price")));
    let quantity_prices = refused.keep(told(cell("quantity_prices"), quantity_prices));
    let vat = refused.keep(said(cell("vat"), |text| {
        amount::rate(text).ok_or(Reason::Vat)
    }));
    let deposit = refused.keep(deposit(cell("deposit")));
    let maximum = refused.keep(maximum(cell("maximum")));
    let stock = refused.keep(said(cell("stock"), stock));
    if !refused.0.is_empty() {
        return Err(refused.0);
    }
    let (Some((label, mended)), Some(price)) = (label, price) else {
        return Err(refused.0);
    };
    let (stock, on_hand) = stock.flatten().unzip();
    Ok(Listed {
        row,
        line: record.line,
        code: code.flatten(),
        sku: None,
        barcodes: barcodes.flatten().unwrap_or_default(),
        label,
        unit: unit(cell("unit")),
        typed_in: typed_in.flatten(),
        price,
        quantity_prices: quantity_prices.unwrap_or(Told::Nothing),
        vat: vat.flatten(),
        tax_category: None,
        producer: Label::new(cell("producer").text),
        department: Label::new(cell("department").text),
        deposit: deposit.unwrap_or(Told::Nothing),
        maximum: maximum.unwrap_or(Told::Nothing),
        stock,
        on_hand: on_hand.flatten(),
        rules: mended.then_some(Rule::NameMended).into_iter().collect(),
    })
}

fn unit(cell: Cell<'_>) -> Option<Unit> {
    (!cell.text.is_empty()).then(|| Unit::read(cell.text))
}

fn short_code(text: &str) -> Result<Code, Reason> {
    Code::parse(amount::unprotected(text)).ok_or(Reason::Code)
}

fn barcodes(text: &str) -> Result<Vec<Box<str>>, Reason> {
    let mut barcodes: Vec<Box<str>> = Vec::new();
    for digits in amount::unprotected(text).split_whitespace() {
        let digits = amount::unprotected(digits);
        let rounded = digits.contains(['E', 'e']) && digits.starts_with(|c: char| c.is_numeric());
        if rounded {
            return Err(Reason::BarcodeRounded);
        }
        if !(8..=14).contains(&digits.len()) || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(Reason::Barcode);
        }
        if !barcodes.iter().any(|it| **it == *digits) {
            barcodes.push(digits.into());
        }
    }
    Ok(barcodes)
}

fn typed_in(text: &str) -> Result<TypedIn, Reason> {
    match folded(text).as_str() {
        "g" | "gr" | "gramme" | "grammes" | "gram" | "grams" | "ml" => Ok(TypedIn::Grams),
        "kg" | "kilo" | "kilos" | "kilogramme" | "kilogrammes" | "kilogram" | "kilograms" | "l" => {
            Ok(TypedIn::Kilograms)
        }
        _ => Err(Reason::TypedIn),
    }
}

/// `3=5,00 6=9,00`, smallest count first; each count once, from two on.
fn quantity_prices(text: &str) -> Result<Vec<QuantityPrice>, Reason> {
    let mut prices: Vec<QuantityPrice> = Vec::new();
    for pair in amount::unprotected(text)
        .replace('€', "")
        .split_whitespace()
    {
        let (count, price) = pair.split_once('=').ok_or(Reason::QuantityPrices)?;
        let count: u32 = count.parse().map_err(|_| Reason::QuantityPrices)?;
        let price = listed::positive(price)?;
        if count < 2 || prices.iter().any(|it| it.count == count) {
            return Err(Reason::QuantityPrices);
        }
        prices.push(QuantityPrice { count, price });
    }
    prices.sort_by_key(|it| it.count);
    Ok(prices)
}

fn deposit(cell: Cell<'_>) -> Result<Told<Money>, Refusal> {
    let deposit = told(cell, amount::money)?;
    match deposit {
        Told::Is(Money::ZERO) => Ok(Told::None),
        Told::Is(amount) if amount < Money::ZERO => Err(cell.refused(Reason::Negative)),
        Told::Is(_) | Told::None | Told::Nothing => Ok(deposit),
    }
}

fn maximum(cell: Cell<'_>) -> Result<Told<Quantity>, Refusal> {
    let maximum = told(cell, listed::not_negative)?;
    Ok(if maximum == Told::Is(Quantity::ZERO) {
        Told::None
    } else {
        maximum
    })
}

/// Counted or endless; a number says counted, and how much there is.
fn stock(text: &str) -> Result<(Stocked, Option<Quantity>), Reason> {
    match folded(text).as_str() {
        "counted" | "compte" | "suivi" | "oui" | "yes" | "vrai" | "true" => {
            Ok((Stocked::Counted, None))
        }
        "endless" | "illimite" | "non suivi" | "non" | "no" | "faux" | "false" => {
            Ok((Stocked::Endless, None))
        }
        _ => match listed::not_negative(text) {
            Ok(quantity) => Ok((Stocked::Counted, Some(quantity))),
            Err(Reason::NotANumber) => Err(Reason::Stock),
            Err(reason) => Err(reason),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn several_barcodes_stand_in_one_cell() {
        let read = barcodes("3760123456784  20000001 3760123456784").unwrap();
        assert_eq!(read.len(), 2);
        assert_eq!(barcodes("=\"03760123\""), Ok(vec!["03760123".into()]));
        assert_eq!(barcodes("3,76012E+12"), Err(Reason::BarcodeRounded));
        assert_eq!(barcodes("1234567"), Err(Reason::Barcode));
        assert_eq!(barcodes("376012345678X"), Err(Reason::Barcode));
    }

    #[test]
    fn prices_for_several_are_read_in_any_order() {
        let read = quantity_prices("6=9,00 3=5").unwrap();
        assert_eq!(read.iter().map(|it| it.count).collect::<Vec<_>>(), [3, 6]);
        for wrong in ["5,00", "1=2,00", "3=5 3=6", "x=2"] {
            assert_eq!(
                quantity_prices(wrong),
                Err(Reason::QuantityPrices),
                "{wrong}"
            );
        }
        assert_eq!(quantity_prices("3=0"), Err(Reason::PriceZero));
    }
}

//! What the card of an article says besides its price: its deposit, its prices for several, and in
//! which unit its maximum is typed.

use super::{
    super::{
        entry::{Number, number},
        notice::Notice,
        shop::Shop,
        words::Words,
    },
    about::{About, Field},
};
use crate::domain::{
    catalogue::{Product, QuantityPrice},
    money::Money,
    quantity::{TypedIn, Unit},
};

/// The deposit in the field; none for nothing at all.
pub(super) fn deposit(typed: &str, shop: &Shop) -> Result<Option<Money>, Notice> {
    let cents = number(typed, shop.digits).and_then(Number::cents);
    let cents = cents.map_err(|refusal| Notice::warning(refusal.word()))?;
    let money = Money::from_cents(cents).ok_or(Notice::warning("entry-too-large"))?;
    Ok((money > Money::ZERO).then_some(money))
}

/// So many pieces and what they cost together: `3*5`, `3=5,00` or `3x5`; none for a price of
/// nothing, which ends the offer.
pub(super) fn together(typed: &str, shop: &Shop) -> Result<(u32, Option<Money>), Notice> {
    let how = || Notice::warning("about-together-how");
    let (count, price) = typed
        .split_once(['*', '=', 'x', 'X', '×'])
        .ok_or_else(how)?;
    let count = number(count, shop.digits).ok().and_then(Number::whole);
    let count = count
        .and_then(|it| u32::try_from(it).ok())
        .filter(|it| (2..=1_000).contains(it))
        .ok_or_else(how)?;
    Ok((count, deposit(price, shop)?))
}

/// The prices for several with one more, another, or one less; fewest pieces first.
pub(super) fn with_offer(
    product: &Product,
    (count, price): (u32, Option<Money>),
) -> Vec<QuantityPrice> {
    let mut offers = product.quantity_prices.clone();
    offers.retain(|it| it.count != count);
    offers.extend(price.map(|price| QuantityPrice { count, price }));
    offers.sort_by_key(|it| it.count);
    offers
}

/// What is asked for in the field: its name, and the unit in which it is typed.
pub(super) fn prompt(about: &About, product: &Product, words: &Words) -> String {
    let word = match about.field {
        Field::Name => "about-name",
        Field::Code => "about-code",
        Field::Maximum => {
            let unit = match (product.typed_in, &product.unit) {
                (TypedIn::Grams, Unit::Kilogram) => "g".to_owned(),
                (TypedIn::Grams, Unit::Litre) => "mL".to_owned(),
                (_, unit) => words.unit(unit),
            };
            return format!("{} ({unit})", words.say("about-maximum"));
        }
        Field::Deposit => "about-deposit",
        Field::Together => "about-ask-together",
        Field::Price | Field::Unit | Field::Vat | Field::Producer | Field::Department => {
            "about-price"
        }
    };
    words.say(word)
}

//! What Enter would do with the line as it is typed: the grammar's meaning, looked up in the
//! catalogue.

use super::{
    entry::{Meaning, Number, Target, meaning},
    notice::Notice,
    shop::Shop,
};
use crate::domain::{
    basket::{Line, What},
    catalogue::{Code, Product, State},
    ids::Id,
    money::Money,
    quantity::{Quantity, TypedIn, Unit},
    search::{Found, fold},
};

/// What a line stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// Nothing is typed.
    Nothing,
    /// Not finished: an article or a letter is still to come.
    Partial,
    /// So many empty jars come back.
    Jars(Quantity),
    /// This goes into the basket.
    Line(Box<Line>),
    /// An article that is weighed or measured, and how much of it is still to be said.
    Weigh(Id),
    /// This goes into the basket if the stallholder says yes.
    Ask(Box<Line>, Doubt),
    /// Several articles are called so: places in the catalogue, best first.
    Choose(Vec<usize>, Vec<Number>),
    /// No article is called so; a new one could be.
    Unknown(Target),
    /// It cannot be.
    Refused(Notice),
}

/// Why a line is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// More than is usual for this article.
    Maximum(Quantity),
    /// The article is noted as sold out.
    SoldOut,
}

/// More pieces than this are asked about where the article says nothing itself.
const PIECES_USUAL: Quantity = Quantity::pieces(100);
/// More kilograms or litres than this are asked about where the article says nothing itself.
const WEIGHT_USUAL: Quantity = Quantity::pieces(50);

/// Reads a line.
pub fn read(line: &str, shop: &Shop) -> Reading {
    match meaning(line, shop.digits) {
        Meaning::Empty => Reading::Nothing,
        Meaning::Unfinished(amounts) => jars(line, &amounts, shop),
        Meaning::Refused(refusal) => Reading::Refused(Notice::warning(refusal.word())),
        Meaning::Amount {
            count,
            cents,
            letter,
        } => amount(count, cents, letter, shop),
        Meaning::Article { amounts, target } => match find(&target, shop) {
            Finding::One(product) => of_product(product, &amounts),
            Finding::Several(places) => Reading::Choose(places, amounts),
            Finding::Nothing => Reading::Unknown(target),
        },
    }
}

/// The article a line is about, whatever Enter would do: for its price, or to mark it sold out.
/// Letters that are merely scattered over a name mean none: nobody is there to choose.
pub fn article<'a>(line: &str, shop: &'a Shop) -> Option<&'a Product> {
    let Meaning::Article { target, .. } = meaning(line, shop.digits) else {
        return None;
    };
    match find(&target, shop) {
        Finding::One(product) => Some(product),
        Finding::Several(places) => {
            let first = shop.catalogue.at(*places.first()?)?;
            let Target::Name(letters) = &target else {
                return Some(first);
            };
            let (label, letters) = (fold(first.label.as_str()), fold(letters));
            let begins = label.starts_with(&letters) || label.contains(&format!(" {letters}"));
            begins.then_some(first)
        }
        Finding::Nothing => None,
    }
}

/// `3*` and nothing after it is three jars back, where there are jars.
fn jars(line: &str, amounts: &[Number], shop: &Shop) -> Reading {
    let times = line.trim_end().ends_with(['*', 'x', 'X', '×']);
    let count = match amounts {
        [count] => count.whole().and_then(|it| u32::try_from(it).ok()),
        _ => None,
    };
    match count.map(Quantity::pieces) {
        Some(count) if times && count <= Quantity::MAX && shop.has_jars() => Reading::Jars(count),
        _ => Reading::Partial,
    }
}

enum Finding<'a> {
    One(&'a Product),
    Several(Vec<usize>),
    Nothing,
}

fn find<'a>(target: &Target, shop: &'a Shop) -> Finding<'a> {
    let product = match target {
        Target::Code(digits) => Code::parse(digits).and_then(|code| shop.catalogue.by_code(code)),
        Target::Barcode(digits) => shop.catalogue.by_barcode(digits),
        Target::Name(letters) => match shop.index.best(letters) {
            Found::One(place) => shop.catalogue.at(place),
            Found::Several(places) => return Finding::Several(places),
            Found::Nothing => None,
        },
    };
    product.map_or(Finding::Nothing, Finding::One)
}

fn amount(count: i64, cents: i64, letter: char, shop: &Shop) -> Reading {
    let Some(key) = shop.catalogue.quick_key(letter) else {
        let letter = letter.to_uppercase().to_string();
        return Reading::Refused(Notice::warning("sell-no-quick-key").with("letter", letter));
    };
    let quantity = u32::try_from(count).ok().map(Quantity::pieces);
    match (Money::from_cents(cents), quantity) {
        (Some(amount), Some(quantity)) if quantity <= Quantity::MAX => {
            let key = key.clone();
            Reading::Line(Box::new(Line::of(What::Quick { key, amount }, quantity)))
        }
        _ => Reading::Refused(Notice::warning("sell-too-much")),
    }
}

/// A line of this article in these amounts, or why not.
pub fn of_product(product: &Product, amounts: &[Number]) -> Reading {
    if amounts.is_empty() && product.unit.divides() {
        return Reading::Weigh(product.id.clone());
    }
    let Some(quantity) = quantity(product, amounts) else {
        let label = product.label.as_str();
        return Reading::Refused(Notice::warning("sell-by-the-piece").with("label", label));
    };
    if quantity <= Quantity::ZERO {
        return Reading::Refused(Notice::warning("entry-zero"));
    }
    if quantity > Quantity::MAX {
        return Reading::Refused(Notice::warning("entry-too-large"));
    }
    let line = Box::new(Line::goods(product.clone(), quantity));
    let usual = product.maximum.unwrap_or(if product.unit.divides() {
        WEIGHT_USUAL
    } else {
        PIECES_USUAL
    });
    if product.state == State::SoldOut {
        Reading::Ask(line, Doubt::SoldOut)
    } else if quantity > usual {
        Reading::Ask(line, Doubt::Maximum(quantity))
    } else {
        Reading::Line(line)
    }
}

/// How much the typed numbers make of an article; none if it does not divide so.
pub fn quantity(product: &Product, amounts: &[Number]) -> Option<Quantity> {
    if amounts.is_empty() {
        return Some(Quantity::ONE);
    }
    let sum = amounts
        .iter()
        .map(|number| thousandths(*number, &product.unit, product.typed_in))
        .try_fold(0_i64, i64::checked_add)?;
    let quantity = Quantity::from_thousandths(sum);
    (product.unit.divides() || quantity.is_whole()).then_some(quantity)
}

fn thousandths(number: Number, unit: &Unit, typed_in: TypedIn) -> i64 {
    match (number.whole(), typed_in) {
        (Some(grams), TypedIn::Grams) if unit.divides() => grams,
        _ => number.thousandths,
    }
}

//! Which price the customer pays, by one letter; and the end of the market.

use super::{
    super::{
        ending::Goes,
        notice::Notice,
        place::Place,
        screen::{Go, Turn},
        shop::Shop,
    },
    sell_line::say_refused,
    shortlist::{Choice, Shortlist},
};
use crate::domain::{
    basket::Off,
    money::Percent,
    settings::{Tariff, Tariffed},
};

/// The key of the end of the market, unless a tariff has it.
const ENDING: char = 'F';

/// What a row of the list does.
#[derive(Clone)]
enum Price {
    /// One of the stall's tariffs.
    Of(Tariff),
    /// The price on the label, where no tariff of the stall is that.
    Plain,
    /// The ticket's own tariff, which the stall does not offer any more.
    Gone,
    /// The end of the market, on or off.
    Ending,
}

/// Opens the list above the sell screen.
pub fn open(shop: &Shop) -> Turn {
    let prices = prices(shop);
    let mut digit = 0;
    let choices = prices
        .iter()
        .map(|price| {
            digit += 1;
            choice(price, shop).digit(digit)
        })
        .collect();
    let held = prices.iter().position(|it| is_held(it, shop));
    let mut list = Shortlist::of("tariffs", choices, move |at, shop| match prices.get(at) {
        Some(price) => take(price.clone(), shop),
        None => Turn::bell(),
    })
    .at(held.unwrap_or_default());
    if shop.settings.tariffs.is_empty() {
        list = list.about(Notice::warning("tariffs-none"));
    }
    Turn::go(Go::Over(Place::Shortlist(Box::new(list))))
}

fn prices(shop: &Shop) -> Vec<Price> {
    let tariffs = &shop.settings.tariffs;
    let mut prices: Vec<Price> = tariffs.iter().cloned().map(Price::Of).collect();
    let fair = tariffs.iter().any(|it| it.percent == Percent::WHOLE);
    let own = shop.basket().tariff();
    if !fair && (!tariffs.is_empty() || own.is_some()) {
        prices.insert(0, Price::Plain);
    }
    if own.is_some_and(|own| tariffs.iter().all(|it| !is_the_same(it, own))) {
        prices.push(Price::Gone);
    }
    if shop.ending_off().is_some() {
        prices.push(Price::Ending);
    }
    prices
}

/// Whether a ticket of this tariff pays what the stall asks by it now.
fn is_the_same(tariff: &Tariff, own: &Tariffed) -> bool {
    tariff.id == own.id && tariff.percent == own.percent
}

fn is_held(price: &Price, shop: &Shop) -> bool {
    match (price, shop.basket().tariff()) {
        (Price::Of(tariff), Some(own)) => is_the_same(tariff, own),
        (Price::Of(tariff), None) => tariff.percent == Percent::WHOLE,
        (Price::Plain, own) => own.is_none(),
        (Price::Gone, _) => true,
        (Price::Ending, _) => false,
    }
}

fn choice(price: &Price, shop: &Shop) -> Choice {
    let words = &shop.look.words;
    let held = if is_held(price, shop) {
        words.say("tariffs-held")
    } else {
        String::new()
    };
    match price {
        Price::Of(tariff) => {
            let colour = tariff.colour.as_ref().map(ToString::to_string);
            let beside = match colour {
                Some(colour) if held.is_empty() => colour,
                Some(colour) => format!("{colour} · {held}"),
                None => held,
            };
            Choice::new(tariff.name.as_str())
                .letter(Some(tariff.letter.to_ascii_uppercase()))
                .beside(beside)
                .amount(words.percent(tariff.percent))
        }
        Price::Plain => Choice::new(words.say("tariffs-plain"))
            .beside(held)
            .amount(words.percent(Percent::WHOLE)),
        Price::Gone => {
            let own = shop.basket().tariff();
            let name = own.map_or_else(String::new, |it| it.name.to_string());
            Choice::new(name)
                .beside(words.say("tariffs-gone"))
                .amount(own.map_or_else(String::new, |it| words.percent(it.percent)))
        }
        Price::Ending => {
            let word = match shop.ending() {
                Goes::Nothing => "tariffs-ending-off",
                Goes::Everything => "tariffs-ending-on",
                Goes::Articles(_) => "tariffs-ending-some",
            };
            let taken = |it: &Tariff| it.letter.eq_ignore_ascii_case(&ENDING);
            let free = !shop.settings.tariffs.iter().any(taken);
            Choice::new(words.say("tariffs-ending"))
                .letter(free.then_some(ENDING))
                .beside(words.say(word))
                .amount(ending_percent(shop))
        }
    }
}

/// What comes off at the end of the market: `-30 %`.
pub(super) fn ending_percent(shop: &Shop) -> String {
    match shop.ending_off() {
        Some(Off::Percent(percent)) => format!("-{}", shop.look.words.percent(percent)),
        Some(Off::Amount(amount)) => shop.look.words.money(-amount),
        None => String::new(),
    }
}

fn take(price: Price, shop: &mut Shop) -> Turn {
    match price {
        Price::Gone => {}
        Price::Plain => charge(None, shop),
        Price::Of(tariff) => {
            let step = shop.settings.rules.tariff_step;
            let tariffed = Tariffed {
                id: tariff.id,
                name: tariff.name,
                percent: tariff.percent,
                step,
            };
            // The fair price needs no word in the journal.
            let tariffed = (tariffed.percent != Percent::WHOLE).then_some(tariffed);
            charge(tariffed, shop);
        }
        Price::Ending => {
            let word = match shop.end_market() {
                Goes::Everything => "tariffs-ending-begun",
                Goes::Nothing | Goes::Articles(_) => "tariffs-ending-over",
            };
            let off = ending_percent(shop);
            shop.say(Notice::done(word).with("off", off));
        }
    }
    Turn::go(Go::Home)
}

fn charge(tariff: Option<Tariffed>, shop: &mut Shop) {
    let agreed = shop.basket().adjustment();
    if let Err(refusal) = shop.charge(tariff) {
        return say_refused(refusal, shop);
    }
    let total = shop.look.words.money(shop.priced().total);
    let word = if agreed.is_some() && shop.basket().adjustment().is_none() {
        Notice::warning("tariffs-agreed-no-more")
    } else {
        Notice::done("tariffs-charged")
    };
    shop.say(word.with("total", total));
}

//! The keys of an opening's first steps: the clock, the market, the weather.

use super::{
    super::{
        closing::Attention,
        day::{
            Clock,
            opening::{SUM, Step, Wanted},
        },
        keys::Key,
        notice::Notice,
        screen::{Go, Turn},
        shop::Shop,
    },
    open_day::{change, proposes},
    open_day_float,
};
use crate::domain::day::Weather;

/// A longer name is no market.
const MARKET_MAX: usize = 40;

/// One step back, or out: what was typed waits.
pub(super) fn back(shop: &mut Shop) -> Turn {
    let draft = shop.opening();
    let before = match draft.map(|it| (it.wanted, it.step)) {
        Some((Wanted::Day, Step::Float)) => Some(Step::Weather),
        Some((Wanted::Day, Step::Weather)) => Some(Step::Market),
        _ => None,
    };
    if let Some(step) = before {
        return change(shop, |it| it.step = step);
    }
    change(shop, |it| it.attention = Attention::Elsewhere);
    Turn::go(Go::Back)
}

pub(super) fn clock(c: char, shop: &mut Shop) -> Turn {
    match c.to_ascii_lowercase() {
        'o' | 'y' => {
            let behind = match shop.clock() {
                Clock::Behind(entry) => Some(entry),
                Clock::Right | Clock::FarAhead(_) => None,
            };
            change(shop, |it| {
                it.clock = behind;
                it.step = Step::Market;
            })
        }
        'n' => {
            shop.drafts.opening = None;
            shop.touch();
            shop.say(Notice::warning("open-clock-set-it"));
            Turn::go(Go::Back)
        }
        _ => Turn::bell(),
    }
}

pub(super) fn market(key: Key, shop: &mut Shop) -> Turn {
    let now = shop.opening().and_then(|it| it.market.clone());
    match key {
        Key::Enter => change(shop, |it| it.step = Step::Weather),
        Key::Back => change(shop, |it| {
            let mut market = now.unwrap_or_default();
            market.pop();
            it.market = Some(market);
        }),
        Key::Delete => change(shop, |it| it.market = Some(String::new())),
        Key::Char(c) => {
            let mut market = now.unwrap_or_default();
            if market.chars().count() >= MARKET_MAX {
                return Turn::bell();
            }
            market.push(c);
            change(shop, |it| it.market = Some(market))
        }
        _ => Turn::bell(),
    }
}

pub(super) fn weather(c: char, shop: &mut Shop) -> Turn {
    let chosen = open_day_float::digit(c, shop)
        .and_then(|it| usize::try_from(it).ok()?.checked_sub(1))
        .and_then(|it| Weather::ALL.get(it).copied());
    let Some(chosen) = chosen else {
        return Turn::bell();
    };
    change(shop, |it| it.weather = Some(chosen));
    after_weather(shop)
}

/// The float follows, unless it was counted in this period already.
pub(super) fn after_weather(shop: &mut Shop) -> Turn {
    let proposes = proposes(None, shop);
    change(shop, |it| {
        it.step = Step::Float;
        let fresh = it.pieces.iter().all(String::is_empty) && it.total.is_empty();
        if fresh {
            it.at = if proposes { SUM } else { 0 };
        }
    })
}

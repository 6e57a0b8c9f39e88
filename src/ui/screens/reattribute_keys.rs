//! The keys of a reattribution: which field, and what stands in it.

use jiff::{ToSpan, civil::Date};

use super::{
    super::{
        event::Effect,
        keys::{Key, Stroke},
        notice::Notice,
        reading,
        screen::{Pace, Turn},
        shop::Shop,
    },
    reattribute::{Field, Reattribute, Source},
};
use crate::domain::{asking::Ask, money::VatRate, search::fold};

/// No article is named longer.
const TYPED_MAX: usize = 40;

impl Reattribute {
    pub(super) fn go_to(&mut self, by: isize, shop: &Shop) -> Turn {
        let at = self.fields().iter().position(|it| *it == self.field);
        let next = at
            .and_then(|at| at.checked_add_signed(by))
            .and_then(|at| self.fields().get(at));
        match next {
            Some(field) => {
                self.field = *field;
                self.ask(shop)
            }
            None => Turn::bell(),
        }
    }

    /// Asks for the lines of the article, once it and the days are known.
    fn ask(&self, _shop: &Shop) -> Turn {
        match &self.source {
            Source::Article {
                product: Some(product),
                days: [from, to],
                ..
            } if self.lines.is_none() => Turn::with(vec![Effect::Ask(Ask::Sold {
                product: product.clone(),
                from: from.to_string(),
                to: to.to_string(),
            })]),
            Source::Chosen | Source::Article { .. } | Source::Shared { .. } => Turn::stay(),
        }
    }

    pub(super) fn type_in(&mut self, key: Key, shop: &Shop) -> Turn {
        let Source::Article { typed, product, .. } = &mut self.source else {
            return Turn::bell();
        };
        match key {
            Key::Char(c) if typed.len() < TYPED_MAX => typed.push(c),
            Key::Back if typed.pop().is_some() => {}
            _ => return Turn::bell(),
        }
        *product = reading::article(typed, shop).map(|it| it.id.clone());
        self.lines = None;
        Turn::stay()
    }

    pub(super) fn turn(&mut self, by: i8, shop: &Shop) -> Turn {
        self.tickets.clear();
        let today = shop.day().parse::<Date>().ok();
        let step = |now: Option<usize>, count: usize| match now {
            None if by > 0 => (count > 0).then_some(0),
            None => count.checked_sub(1),
            Some(at) => at
                .checked_add_signed(isize::from(by))
                .filter(|at| *at < count),
        };
        let groups = self.groups(shop).len();
        match (self.field, &mut self.source) {
            (
                Field::From,
                Source::Article {
                    days: [from, to], ..
                },
            ) => {
                *from = moved(*from, by, today);
                *to = (*to).max(*from);
                self.lines = None;
                self.ask(shop)
            }
            (
                Field::Until,
                Source::Article {
                    days: [from, to], ..
                },
            ) => {
                *to = moved(*to, by, today);
                *from = (*from).min(*to);
                self.lines = None;
                self.ask(shop)
            }
            (Field::Amounts, Source::Shared { group, .. }) => {
                *group = step(*group, groups);
                self.regroup(shop);
                Turn::stay()
            }
            (Field::Producer, _) => {
                self.producer = step(self.producer, shop.catalogue.producers().len());
                Turn::stay()
            }
            (Field::Rate, _) => {
                let rates: Vec<VatRate> = rates(shop);
                let now = self
                    .rate
                    .and_then(|it| rates.iter().position(|at| *at == it));
                self.rate = step(now, rates.len()).and_then(|at| rates.get(at).copied());
                Turn::stay()
            }
            (Field::Article | Field::From | Field::Until | Field::Amounts, _) => Turn::bell(),
        }
    }

    /// The next producer whose name begins with a letter.
    pub(super) fn by_letter(&mut self, c: char, shop: &Shop) -> Turn {
        self.tickets.clear();
        let begins = |name: &str| {
            let folded = fold(name);
            folded.starts_with(c.to_ascii_lowercase())
        };
        let producers = shop.catalogue.producers();
        let places: Vec<usize> = (0..producers.len())
            .filter(|at| {
                producers
                    .get(*at)
                    .is_some_and(|it| begins(it.name.as_str()))
            })
            .collect();
        let after = places
            .iter()
            .find(|at| self.producer.is_none_or(|now| **at > now));
        match after.or_else(|| places.first()) {
            Some(at) => {
                self.producer = Some(*at);
                Turn::stay()
            }
            None => Turn::bell(),
        }
    }

    pub(super) fn enter(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if pace == Pace::Hasty {
            return Turn::bell();
        }
        if let (Field::Article, Source::Article { product: None, .. }) = (self.field, &self.source)
        {
            shop.say(Notice::warning("reattribute-which"));
            return Turn::bell();
        }
        if self.field != Field::Rate {
            return self.go_to(1, shop);
        }
        match self.attributed(shop) {
            Ok(_) => self.confirm.hold(stroke),
            Err(notice) => {
                shop.say(notice);
                Turn::bell()
            }
        }
    }
}

/// The rates there are on the market day, once each.
fn rates(shop: &Shop) -> Vec<VatRate> {
    let mut rates: Vec<VatRate> = shop
        .settings
        .rates_on(&shop.day())
        .iter()
        .map(|it| it.rate)
        .collect();
    rates.dedup();
    rates
}

/// A day earlier or later, none that is still to come.
fn moved(day: Date, by: i8, today: Option<Date>) -> Date {
    let next = day.checked_add(i64::from(by).days()).unwrap_or(day);
    if today.is_some_and(|today| next > today) {
        day
    } else {
        next
    }
}

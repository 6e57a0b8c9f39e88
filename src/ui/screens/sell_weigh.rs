//! The article is on the scale: the sell line asks how much of it there is.

use super::{
    super::{
        entry::numbers,
        keys::Key,
        notice::Notice,
        reading::{self, Reading},
        screen::Turn,
        shop::Shop,
    },
    sell::{Origin, Sell},
};
use crate::domain::catalogue::Product;

/// More characters than this are no weight.
const WEIGHT_MAX: usize = 20;

/// The article on the scale.
pub(super) fn on_the_scale(shop: &Shop) -> Option<&Product> {
    shop.catalogue.product(shop.to_weigh.as_ref()?)
}

/// What the typed weight makes of it; none while nothing is typed.
pub(super) fn weighed(line: &str, shop: &Shop) -> Option<Reading> {
    let product = on_the_scale(shop).filter(|_| !line.is_empty())?;
    Some(match numbers(line, shop.digits) {
        Ok(amounts) => reading::of_product(product, &amounts),
        Err(refusal) => Reading::Refused(Notice::warning(refusal.word())),
    })
}

impl Sell {
    /// A key while an article is on the scale.
    pub(super) fn weigh(&mut self, key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Char(c) => {
                if self.origin == Origin::HandedBack {
                    self.clear();
                }
                if self.line.chars().count() >= WEIGHT_MAX {
                    return Turn::bell();
                }
                self.line.push(c);
                Turn::stay()
            }
            Key::Enter => match weighed(&self.line, shop) {
                None => {
                    shop.say(Notice::warning("sell-weight-missing"));
                    Turn::bell()
                }
                Some(Reading::Refused(notice)) => self.hand_back(notice, shop),
                Some(reading) => {
                    shop.to_weigh = None;
                    self.obey(reading, shop)
                }
            },
            Key::Back => {
                self.origin = Origin::Typed;
                if self.line.pop().is_none() {
                    shop.to_weigh = None;
                }
                Turn::stay()
            }
            Key::Escape => {
                self.clear();
                shop.to_weigh = None;
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }
}

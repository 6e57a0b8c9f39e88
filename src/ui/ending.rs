//! The end of the market: what goes at a lower price until the day is over, all of it or some
//! articles.

use serde::{Deserialize, Serialize};

use super::shop::Shop;
use crate::domain::{
    basket::{Line, Off, Undone},
    catalogue::Product,
    ids::Id,
    money::Percent,
};

/// What goes at the end-of-market price, and on which market day.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ending {
    #[serde(default)]
    day: String,
    #[serde(default)]
    goes: Goes,
}

/// What goes at the end-of-market price.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Goes {
    /// Nothing yet.
    #[default]
    Nothing,
    /// All there is.
    Everything,
    /// These articles.
    Articles(Vec<Id>),
}

impl Goes {
    /// Whether this article does.
    pub fn has(&self, product: &Id) -> bool {
        match self {
            Self::Nothing => false,
            Self::Everything => true,
            Self::Articles(ids) => ids.contains(product),
        }
    }
}

impl Shop {
    /// What goes at the end-of-market price today.
    pub fn ending(&self) -> &Goes {
        let ending = &self.drafts.ending;
        if ending.goes == Goes::Nothing || ending.day != self.day() {
            return &Goes::Nothing;
        }
        &ending.goes
    }

    /// What comes off at the end of the market; none where the stall takes nothing off.
    pub fn ending_off(&self) -> Option<Off> {
        let percent = self.settings.rules.end_of_market;
        (percent > Percent(0)).then_some(Off::Percent(percent))
    }

    /// The line as it is put down now: an article that goes at the end-of-market price has it,
    /// unless something else was said of its price.
    #[must_use]
    pub fn as_it_goes(&self, line: Line) -> Line {
        let plain = line.price.is_none() && line.discount.is_none() && line.back.is_none();
        let goes = |product: &Product| self.ending().has(&product.id);
        match self.ending_off() {
            Some(off) if plain && line.product().is_some_and(goes) => Line {
                discount: Some(off),
                ..line
            },
            _ => line,
        }
    }

    /// From the next line on all goes at the end-of-market price, or nothing any more; answers
    /// what goes now.
    pub fn end_market(&mut self) -> &Goes {
        let goes = match self.ending() {
            Goes::Everything => Goes::Nothing,
            Goes::Nothing | Goes::Articles(_) => Goes::Everything,
        };
        self.end(goes)
    }

    /// From the next line on an article goes at the end-of-market price, or no more. Where all
    /// does, it stays so.
    pub fn end_article(&mut self, product: &Id, goes: GoesOrNot) {
        let mut ids = match self.ending() {
            Goes::Everything => return,
            Goes::Nothing => Vec::new(),
            Goes::Articles(ids) => ids.clone(),
        };
        ids.retain(|id| id != product);
        if goes == GoesOrNot::Goes {
            ids.push(product.clone());
        }
        self.end(if ids.is_empty() {
            Goes::Nothing
        } else {
            Goes::Articles(ids)
        });
    }

    fn end(&mut self, goes: Goes) -> &Goes {
        self.drafts.ending = Ending {
            day: self.day(),
            goes,
        };
        self.touch();
        &self.drafts.ending.goes
    }

    /// The line that was just undone may have been the one whose article went at the
    /// end-of-market price: what was said of the article is undone with it.
    pub(super) fn undo_ending(&mut self, before: &[Line], undone: Option<&Undone>) {
        let (Some(Undone::Restored(line, _)), Some(off)) = (undone, self.ending_off()) else {
            return;
        };
        let Some(id) = line.product().map(|it| it.id.clone()) else {
            return;
        };
        let off = Some(off);
        let after = self.basket().lines();
        let changed = before.iter().zip(after).find(|(one, other)| one != other);
        let turned = match changed {
            Some((was, is)) if is == line && was.product() == is.product() => {
                (was.discount == off, is.discount == off)
            }
            _ => return,
        };
        match turned {
            (true, false) => self.end_article(&id, GoesOrNot::Stays),
            (false, true) => self.end_article(&id, GoesOrNot::Goes),
            (true, true) | (false, false) => {}
        }
    }
}

/// Whether an article goes at the end-of-market price from now on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoesOrNot {
    /// It does.
    Goes,
    /// It keeps its price.
    Stays,
}

//! The keys of a refund: how much of what, and by which means.

use super::{
    super::{
        drafts::Paper,
        entry::number,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Turn},
        shop::Shop,
    },
    refund::{Purpose, Refund, Stage},
    refund_ways,
};
use crate::domain::{back::BackRefusal, quantity::Quantity, ticket::Returned};

/// No quantity has more characters.
const TYPED_MAX: usize = 12;

impl Refund {
    pub(super) fn choose(&mut self, at: usize, shop: &mut Shop) -> Turn {
        match self.stage {
            Stage::Choosing => {
                if !self.take_typed(shop) {
                    return Turn::bell();
                }
                self.chosen = at.min(self.wanted.len().saturating_sub(1));
            }
            Stage::Paying => self.take_way(at.min(self.ways(shop).len().saturating_sub(1)), shop),
        }
        Turn::stay()
    }

    fn take_way(&mut self, at: usize, shop: &mut Shop) {
        self.way = at;
        // What was asked for before may be written under the old name.
        self.uid = shop.mint.uid();
    }

    /// Takes the typed quantity; false, with the reason said, if it cannot be.
    fn take_typed(&mut self, shop: &mut Shop) -> bool {
        if self.typed.is_empty() {
            return true;
        }
        let typed = std::mem::take(&mut self.typed);
        let Some(sold) = self.sold(self.chosen).cloned() else {
            return false;
        };
        let unit = &sold.line.unit;
        let read = number(&typed, shop.digits).ok().and_then(|it| {
            // Without a decimal sign a weight is in grams.
            let grams = it.whole().filter(|_| unit.divides());
            let thousandths = grams.unwrap_or(it.thousandths);
            let count = Quantity::from_thousandths(thousandths);
            (unit.divides() || count.is_whole()).then_some(count)
        });
        let Some(count) = read.filter(|it| *it > Quantity::ZERO) else {
            shop.say(Notice::warning("refund-no-quantity"));
            return false;
        };
        if count > sold.left() {
            let refusal = BackRefusal::MoreThanSold { left: sold.left() };
            shop.say(refund_ways::refused(refusal, Some(&sold), &shop.look.words));
            return false;
        }
        if let Some(wanted) = self.wanted.get_mut(self.chosen) {
            wanted.count = count;
        }
        true
    }

    pub(super) fn choosing(&mut self, key: Key, pace: Pace, shop: &mut Shop) -> Turn {
        match key {
            Key::Escape if !self.typed.is_empty() => {
                self.typed.clear();
                Turn::stay()
            }
            Key::Escape => Turn::go(Go::Back),
            Key::Back if self.typed.pop().is_some() => Turn::stay(),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.go_on(shop),
            Key::Char('p' | 'P') => self.turn_over(),
            Key::Delete if self.wanted.len() > 1 => {
                self.typed.clear();
                self.wanted.remove(self.chosen);
                self.chosen = self.chosen.min(self.wanted.len().saturating_sub(1));
                Turn::stay()
            }
            Key::Char(c) if number(&c.to_string(), shop.digits).is_ok() || ",.;".contains(c) => {
                if self.typed.len() < TYPED_MAX {
                    self.typed.push(c);
                }
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }

    /// On sale again, or lost.
    fn turn_over(&mut self) -> Turn {
        let counted = self.sold(self.chosen).is_some_and(|it| it.line.from_stock);
        let Some(wanted) = self.wanted.get_mut(self.chosen).filter(|_| counted) else {
            return Turn::bell();
        };
        wanted.returned = match wanted.returned {
            Returned::OnSale => Returned::Lost,
            Returned::Lost => Returned::OnSale,
        };
        Turn::stay()
    }

    fn go_on(&mut self, shop: &mut Shop) -> Turn {
        if !self.take_typed(shop) {
            return Turn::bell();
        }
        if let Err(notice) = self.priced(shop) {
            shop.say(notice);
            return Turn::bell();
        }
        match self.purpose {
            Purpose::Refund => {
                self.stage = Stage::Paying;
                self.take_way(0, shop);
                Turn::stay()
            }
            Purpose::Exchange => self.exchange(shop),
        }
    }

    /// Puts the lines into the open ticket, all or none.
    fn exchange(&self, shop: &mut Shop) -> Turn {
        let lines = match self.basket(shop) {
            Ok(basket) => basket.lines().to_vec(),
            Err(notice) => {
                shop.say(notice);
                return Turn::bell();
            }
        };
        let before = shop.basket().clone();
        for line in lines {
            if shop.add(line).is_err() {
                shop.edit(|basket| *basket = before);
                shop.say(Notice::warning("refund-too-many"));
                return Turn::bell();
            }
        }
        let total = shop.look.words.money(shop.priced().total);
        shop.say(Notice::done("refund-exchanged").with("total", total));
        Turn::go(Go::Home)
    }

    pub(super) fn paying(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape | Key::Back => {
                self.stage = Stage::Choosing;
                Turn::stay()
            }
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.confirm(stroke, shop),
            Key::Char('!') => {
                self.paper = match self.paper {
                    Paper::OnRequest => Paper::Asked,
                    Paper::Asked => Paper::OnRequest,
                };
                Turn::stay()
            }
            Key::Char(c) => {
                let letter = c.to_ascii_uppercase();
                let ways = self.ways(shop);
                match ways.iter().position(|it| it.letter == Some(letter)) {
                    Some(at) => {
                        self.take_way(at, shop);
                        Turn::stay()
                    }
                    None => Turn::bell(),
                }
            }
            _ => Turn::bell(),
        }
    }

    fn confirm(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let ways = self.ways(shop);
        match ways.get(self.way).map(|it| &it.payments) {
            Some(Ok(_)) => self.confirm.hold(stroke),
            Some(Err(notice)) => {
                shop.say(notice.clone());
                Turn::bell()
            }
            None => Turn::bell(),
        }
    }
}

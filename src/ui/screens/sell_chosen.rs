//! What one letter does to the chosen line: offered, suspended, at the end-of-market price, and who
//! bears its discount.

use super::{
    super::{
        ending::{Goes, GoesOrNot},
        keys::Key,
        notice::Notice,
        screen::Turn,
        shop::Shop,
    },
    sell::{Asking, Sell},
    sell_back,
    sell_line::{change, refused},
    tariffs::ending_percent,
};
use crate::domain::{
    basket::{Line, Off, What},
    label::Label,
    money::Percent,
    quantity::Quantity,
    settings::Bearer,
};

/// What the letters `p d o s f b` do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    Price,
    Discount,
    Offered,
    Suspended,
    EndOfMarket,
    Bearer,
}

impl Wish {
    pub(super) const fn of(letter: char) -> Option<Self> {
        Some(match letter {
            'p' | 'P' => Self::Price,
            'd' | 'D' => Self::Discount,
            'o' | 'O' => Self::Offered,
            's' | 'S' => Self::Suspended,
            'f' | 'F' => Self::EndOfMarket,
            'b' | 'B' => Self::Bearer,
            _ => return None,
        })
    }
}

impl Sell {
    /// The line above or below, or none.
    pub(super) fn choose(&mut self, key: Key, shop: &Shop) -> Turn {
        let Some(last) = shop.basket().lines().len().checked_sub(1) else {
            return Turn::bell();
        };
        if !self.line.is_empty() || self.asking != Asking::Article {
            return Turn::bell();
        }
        self.chosen = match (key, self.chosen) {
            (Key::Home, _) => Some(0),
            (Key::Up, Some(at)) => Some(at.saturating_sub(1)),
            (Key::PageUp, Some(at)) => Some(at.saturating_sub(10)),
            (Key::Down, Some(at)) if at < last => Some(at + 1),
            (Key::PageDown, Some(at)) if at < last => Some((at + 10).min(last)),
            (Key::Up | Key::PageUp | Key::End, _) => Some(last),
            _ => None,
        };
        Turn::stay()
    }

    /// Does what a letter says to the chosen line, if it is one that sells something.
    pub(super) fn obey_wish(&mut self, at: usize, wish: Wish, shop: &mut Shop) -> Turn {
        let Some(line) = shop.basket().lines().get(at).cloned() else {
            return Turn::bell();
        };
        if !sells(&line) {
            let label = line.label().to_string();
            shop.say(Notice::warning("sell-not-this-line").with("label", label));
            return Turn::bell();
        }
        match wish {
            Wish::Price => self.ask(Asking::Price(at), shop),
            Wish::Discount => self.ask(Asking::Discount(at), shop),
            Wish::Offered => offer(at, line, shop),
            Wish::Suspended => suspend(at, &line, shop),
            Wish::EndOfMarket => end(at, line, shop),
            Wish::Bearer => bear(at, line, shop),
        }
    }
}

/// Whether a line sells goods, or takes some back without a ticket.
fn sells(line: &Line) -> bool {
    match line.what {
        What::Goods(_) | What::Quick { .. } | What::Free { .. } => true,
        What::DepositBack { .. }
        | What::TopUp { .. }
        | What::Gift { .. }
        | What::CreditNote { .. }
        | What::Back(_) => false,
    }
}

/// Whether so much may stand on a line.
pub(super) fn may_be(line: &Line, quantity: Quantity, shop: &Shop) -> Result<(), Notice> {
    match &line.what {
        What::TopUp { .. } | What::CreditNote { .. } => {
            let label = line.label().to_string();
            Err(Notice::warning("sell-not-this-line").with("label", label))
        }
        What::Goods(_)
        | What::Quick { .. }
        | What::Free { .. }
        | What::DepositBack { .. }
        | What::Gift { .. }
        | What::Back(_) => sell_back::check(line, quantity, shop),
    }
}

fn offer(at: usize, line: Line, shop: &mut Shop) -> Turn {
    let whole = Some(Off::Percent(Percent::WHOLE));
    let (discount, borne, word) = if line.discount == whole {
        (None, None, "sell-not-offered")
    } else {
        (whole, line.borne, "sell-offered")
    };
    let label = line.label().to_string();
    let line = Line {
        discount,
        borne,
        ..line
    };
    let turn = change(at, line, shop);
    if shop
        .basket()
        .lines()
        .get(at)
        .is_some_and(|it| it.discount == discount)
    {
        let bearer = bearer_name(borne, shop);
        shop.say(
            Notice::done(word)
                .with("label", label)
                .with("bearer", bearer),
        );
    }
    turn
}

/// The line is paid and left for somebody else: its price goes into the solidarity fund, no tax
/// and no producer's share before somebody takes it.
fn suspend(at: usize, line: &Line, shop: &mut Shop) -> Turn {
    if line.quantity <= Quantity::ZERO {
        shop.say(Notice::warning("sell-not-this-line").with("label", line.label().as_str()));
        return Turn::bell();
    }
    let words = &shop.look.words;
    let name = line.label().to_string();
    let said = words.say_with("sell-suspended-label", &[("label", &name)]);
    let whole = line.unit_price().times(line.quantity);
    let base = shop.priced().from.iter().position(|it| *it == at);
    let base = base
        .and_then(|it| shop.priced().lines.get(it))
        .map(|it| it.base);
    let (Some(label), Some(base)) = (Label::new(&said), base.or(whole)) else {
        return Turn::bell();
    };
    // Pieces stay pieces, so that one can be taken from the gift again.
    let by_the_piece = line.quantity.is_whole() && whole == Some(base);
    let (amount, quantity) = if by_the_piece {
        (line.unit_price(), line.quantity)
    } else {
        (base, Quantity::ONE)
    };
    let gift = Line::of(What::Gift { label, amount }, quantity);
    match shop.change_line(at, gift) {
        Ok(()) => {
            let paid = shop.look.words.money(shop.priced().paid(at));
            let notice = Notice::done("sell-suspended").with("label", name);
            shop.say(notice.with("paid", paid));
            Turn::stay()
        }
        Err(refusal) => refused(refusal, shop),
    }
}

/// The line and its article go at the end-of-market price, or no more.
fn end(at: usize, line: Line, shop: &mut Shop) -> Turn {
    let Some(off) = shop.ending_off() else {
        shop.say(Notice::warning("sell-no-ending"));
        return Turn::bell();
    };
    let Some(product) = line.product().map(|it| it.id.clone()) else {
        shop.say(Notice::warning("sell-not-this-line").with("label", line.label().as_str()));
        return Turn::bell();
    };
    let ends = line.discount == Some(off);
    let all = *shop.ending() == Goes::Everything;
    let label = line.label().to_string();
    let line = Line {
        discount: (!ends).then_some(off),
        borne: None,
        ..line
    };
    let turn = change(at, line, shop);
    let goes = if ends {
        GoesOrNot::Stays
    } else {
        GoesOrNot::Goes
    };
    shop.end_article(&product, goes);
    let word = match (ends, all) {
        (false, _) => "sell-ending",
        (true, false) => "sell-ending-no-more",
        (true, true) => "sell-ending-not-this",
    };
    let off = ending_percent(shop);
    shop.say(Notice::done(word).with("label", label).with("off", off));
    turn
}

/// The next who could bear the line's discount: the producer, the pot, the co-op and round again.
fn bear(at: usize, line: Line, shop: &mut Shop) -> Turn {
    if line.discount.is_none() {
        shop.say(Notice::warning("sell-bearer-of-nothing").with("label", line.label().as_str()));
        return Turn::bell();
    }
    let rule = shop.settings.rules.line_discounts;
    let next = match line.borne.unwrap_or(rule) {
        Bearer::Producer => Bearer::Pot,
        Bearer::Pot => Bearer::Coop,
        Bearer::Coop => Bearer::Producer,
    };
    let borne = (next != rule).then_some(next);
    let bearer = bearer_name(borne, shop);
    let label = line.label().to_string();
    let turn = change(at, Line { borne, ..line }, shop);
    let notice = Notice::done("sell-bearer").with("label", label);
    shop.say(notice.with("bearer", bearer));
    turn
}

/// Who bears a line's discount, in words; none is whom the rules name.
pub(super) fn bearer_name(borne: Option<Bearer>, shop: &Shop) -> String {
    let words = &shop.look.words;
    let rule = shop.settings.rules.line_discounts;
    words.say(match borne.unwrap_or(rule) {
        Bearer::Producer => "sell-bearer-producer",
        Bearer::Pot => "sell-bearer-pot",
        Bearer::Coop => "sell-bearer-coop",
    })
}

/// The prompt of a line's discount: it says who bears it.
pub(super) fn discount_prompt(line: &Line, shop: &Shop) -> String {
    let bearer = bearer_name(line.borne, shop);
    shop.look
        .words
        .say_with("sell-ask-discount", &[("bearer", &bearer)])
}

//! Empty jars and bottles that come back: by `*` on the empty line, or `3*` and Enter for three.

use std::collections::BTreeSet;

use super::{
    super::{
        notice::Notice,
        place::Place,
        screen::{Go, Turn},
        shop::Shop,
    },
    sell_line::refused,
    shortlist::{Choice, Shortlist},
};
use crate::domain::{
    basket::{Line, What},
    catalogue::Product,
    label::Label,
    money::Money,
    quantity::Quantity,
    settings::DepositKind,
};

impl Shop {
    /// Whether there are jars that could come back.
    pub(in crate::ui) fn has_jars(&self) -> bool {
        let deposit = |it: &Product| it.deposit.is_some();
        !self.settings.deposits.is_empty() || self.catalogue.products().iter().any(deposit)
    }

    /// The kinds of jars that come back: those of the settings, or what the articles' deposits
    /// are.
    pub(super) fn jars(&self) -> Vec<DepositKind> {
        if !self.settings.deposits.is_empty() {
            return self.settings.deposits.clone();
        }
        let products = self.catalogue.products().iter();
        let prices: BTreeSet<Money> = products.filter_map(|it| it.deposit).collect();
        let name = Label::new(&self.look.words.say("sell-jar"));
        prices
            .into_iter()
            .filter(|price| *price > Money::ZERO)
            .filter_map(|price| {
                let name = name.clone()?;
                Some(DepositKind { name, price })
            })
            .collect()
    }
}

/// So many jars come back: of the one kind there is, or of one that is chosen.
pub(super) fn back(count: Quantity, shop: &mut Shop) -> Turn {
    let mut kinds = shop.jars();
    match kinds.len() {
        0 => {
            shop.say(Notice::warning("sell-no-jars"));
            Turn::bell()
        }
        1 => kinds
            .pop()
            .map_or_else(Turn::bell, |it| put(it, count, shop)),
        _ => {
            let words = &shop.look.words;
            let choices = kinds
                .iter()
                .enumerate()
                .map(|(at, kind)| {
                    Choice::new(kind.name.as_str())
                        .digit(at + 1)
                        .amount(words.money(kind.price))
                })
                .collect();
            let list = Shortlist::of("sell-jars", choices, move |at, shop| {
                let Some(kind) = kinds.get(at).cloned() else {
                    return Turn::bell();
                };
                let effects = put(kind, count, shop).effects;
                let go = Go::Back;
                Turn { effects, go }
            });
            Turn::go(Go::To(Place::Shortlist(Box::new(list))))
        }
    }
}

/// Puts jars on the ticket, with those of the same kind that were given back just before.
fn put(kind: DepositKind, count: Quantity, shop: &mut Shop) -> Turn {
    let what = What::DepositBack {
        label: kind.name,
        deposit: kind.price,
    };
    let line = Line::of(what, count);
    let label = line.label().to_string();
    let lines = shop.basket().lines();
    let last = lines.last().filter(|it| it.what == line.what);
    let at = lines.len().saturating_sub(1);
    let more = last.map(|it| Line {
        quantity: it.quantity + count,
        ..line.clone()
    });
    let done = match more {
        Some(more) => shop.change_line(at, more).map(|()| at),
        None => shop.add(line),
    };
    match done {
        Ok(at) => {
            let words = &shop.look.words;
            let paid = words.money(shop.priced().paid(at));
            let quantity = shop.basket().lines().get(at).map(|it| it.quantity);
            let count = quantity.unwrap_or_default().thousandths() / 1000;
            let notice = Notice::done("sell-jar-back")
                .with("count", words.number(count))
                .with("label", label);
            shop.say(notice.with("paid", paid));
            Turn::stay()
        }
        Err(refusal) => refused(refusal, shop),
    }
}

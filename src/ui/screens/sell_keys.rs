//! The keys of the sell screen that mean something now.

use super::{
    super::{
        foot::Bind,
        keys::Key,
        shop::{Errand, Shop},
    },
    pay_offer::by_account,
    sell::{Asking, Sell},
};

pub(super) fn binds(sell: &Sell, shop: &Shop) -> Vec<Bind> {
    let mut keys = Vec::new();
    let basket_is_empty = shop.basket().is_empty();
    if shop.to_weigh.is_some() {
        keys.push(Bind::new(Key::Enter, "sell-add"));
        keys.push(Bind::new(Key::Escape, "sell-clear"));
    } else if shop.errand == Errand::TakeBack {
        keys.push(Bind::new(Key::Enter, "sell-back-take"));
        keys.push(Bind::new(Key::Escape, "sell-clear"));
    } else if sell.asking != Asking::Article || (sell.chosen.is_some() && !sell.line.is_empty()) {
        keys.push(Bind::new(Key::Enter, "sell-change"));
        keys.push(Bind::new(Key::Escape, "sell-clear"));
    } else if sell.chosen.is_some() {
        keys.push(Bind::new(Key::Char('P'), "sell-price"));
        keys.push(Bind::new(Key::Char('D'), "sell-discount"));
        keys.push(Bind::new(Key::Delete, "sell-remove"));
        keys.push(Bind::new(Key::Char('O'), "sell-offer"));
        keys.push(Bind::new(Key::Char('F'), "sell-end"));
        keys.push(Bind::new(Key::Char('S'), "sell-suspend"));
        keys.push(Bind::new(Key::Char('B'), "sell-bear"));
        keys.push(Bind::new(Key::Char('E'), "sell-sold-out"));
        keys.push(Bind::new(Key::Char(':'), "sell-about"));
    } else {
        // The same with a line as without one: while somebody types, only the echo changes
        // (`KEYS.md`), and no slow terminal has to draw this row again.
        if basket_is_empty {
            keys.push(Bind::new(Key::Enter, "sell-add"));
        } else {
            keys.push(Bind::new(Key::Enter, "sell-add-or-pay"));
            let exact = match by_account(shop) {
                Some(_) => "sell-by-account",
                None => "sell-exact",
            };
            keys.push(Bind::new(Key::Char('+'), exact));
            keys.push(Bind::new(Key::F(3), "sell-park"));
        }
        if basket_is_empty && !shop.drafts.parked.is_empty() {
            keys.push(Bind::new(Key::F(3), "sell-resume"));
        }
        keys.push(Bind::new(Key::Char('/'), "sell-find"));
        keys.push(Bind::new(Key::Tab, "sell-flip"));
        keys.push(Bind::new(Key::Escape, "sell-menu"));
        if !basket_is_empty {
            keys.push(Bind::new(Key::Back, "sell-undo"));
            keys.push(Bind::new(Key::Up, "sell-choose"));
        }
        if shop.has_jars() {
            keys.push(Bind::new(Key::Char('*'), "sell-jar-key"));
        }
        keys.push(Bind::new(Key::Char(':'), "sell-actions"));
        keys.push(Bind::new(Key::Char('!'), "sell-print"));
    }
    keys.push(Bind::new(Key::Char('?'), "sell-help-key"));
    keys
}

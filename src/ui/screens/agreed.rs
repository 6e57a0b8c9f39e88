//! What is agreed for a whole ticket before it is paid: « 20 tout rond », or something off.

use super::{
    super::{
        entry::{Number, number},
        notice::Notice,
        shop::Shop,
    },
    sell_line::read_off,
};
use crate::domain::{
    basket::{Adjustment, Off},
    money::Money,
    ticket::{LineKind, TicketLine},
};

/// What is being agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Agreement {
    /// The total of the ticket.
    Total,
    /// A sum or a part off the ticket.
    Discount,
}

/// « 20 tout rond » for 19,80 goes to the pot; more than this above the price is a slip.
const ROUNDED_UP_MOST: Money = match Money::from_cents(500) {
    Some(money) => money,
    None => Money::ZERO,
};

/// `%`, or the key of `%` on a French keyboard without Shift.
pub(super) const fn is_percent(c: char) -> bool {
    matches!(c, '%' | 'ù')
}

/// Agrees what is typed for the ticket on the screen; a sentence of what was done, or why not.
pub(super) fn agree(agreement: Agreement, typed: &str, shop: &mut Shop) -> Result<Notice, Notice> {
    let asked = read(agreement, typed, shop)?;
    // What was agreed before is replaced: the new sum counts from the full price.
    let again = shop.basket().adjustment().is_some();
    if again {
        shop.adjust(None);
    }
    let full = shop.priced().total;
    let goods = goods(&shop.priced().lines);
    if again {
        shop.undo();
    }
    let off = match asked {
        Adjustment::Agreed(total, _) => full - total,
        Adjustment::Off(Off::Amount(amount), _) => amount,
        Adjustment::Off(Off::Percent(percent), _) => goods.percent(percent),
    };
    let money = |amount| shop.look.words.money(amount);
    if goods <= Money::ZERO {
        return Err(Notice::warning("pay-agreed-no-goods"));
    }
    if off < -ROUNDED_UP_MOST {
        return Err(Notice::warning("pay-agreed-above").with("total", money(full)));
    }
    if off > goods {
        return Err(Notice::warning("pay-agreed-below").with("goods", money(goods)));
    }
    shop.adjust(Some(asked));
    let words = &shop.look.words;
    let notice = if off < Money::ZERO {
        Notice::done("pay-agreed-more")
    } else {
        Notice::done("pay-agreed")
    };
    Ok(notice
        .with("total", words.money(shop.priced().total))
        .with("off", words.money(off.abs())))
}

fn read(agreement: Agreement, typed: &str, shop: &Shop) -> Result<Adjustment, Notice> {
    match agreement {
        Agreement::Discount => read_off(typed, shop)
            .map(|off| Adjustment::Off(off, None))
            .ok_or_else(|| Notice::warning("pay-discount-how")),
        Agreement::Total => number(typed, shop.digits)
            .and_then(Number::cents)
            .ok()
            .and_then(Money::from_cents)
            .filter(|total| *total > Money::ZERO)
            .map(|total| Adjustment::Agreed(total, None))
            .ok_or_else(|| Notice::warning("pay-agreed-how")),
    }
}

/// What the ticket's goods cost: a discount never touches a deposit.
fn goods(lines: &[TicketLine]) -> Money {
    lines
        .iter()
        .filter(|line| matches!(line.kind, LineKind::Goods | LineKind::Quick))
        .map(|line| line.paid)
        .sum()
}

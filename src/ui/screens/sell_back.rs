//! What a customer brings back without its ticket: the article, why, and what becomes of it.

use super::{
    super::{
        notice::Notice,
        place::Place,
        screen::{Go, Turn},
        shop::{Errand, Shop},
    },
    sell_line::{refused, say},
    shortlist::{Choice, Shortlist},
};
use crate::domain::{
    basket::{Line, What},
    catalogue::Stocked,
    quantity::Quantity,
    ticket::{BackReason, Returned},
};

/// The next line of the sell screen is what comes back.
pub fn begin(shop: &mut Shop) -> Turn {
    shop.errand = Errand::TakeBack;
    shop.to_weigh = None;
    shop.say(Notice::done("sell-back-what"));
    Turn::go(Go::Home)
}

/// Nothing is paid while something is being taken back: the article is still to be said.
pub(super) fn unfinished(shop: &mut Shop) -> Option<Turn> {
    if shop.errand == Errand::Sell {
        return None;
    }
    shop.say(Notice::warning("sell-back-what"));
    Some(Turn::bell())
}

/// Why does it come back?
pub(super) fn why(line: Line, shop: &Shop) -> Turn {
    let words = &shop.look.words;
    let about = Notice::warning("sell-back-about")
        .with("quantity", words.quantity_short(line.quantity, line.unit()))
        .with("label", line.label().as_str());
    let choices = BackReason::ALL
        .iter()
        .zip(1..)
        .map(|(reason, digit)| Choice::new(words.say(reason_word(*reason))).digit(digit))
        .collect();
    let list = Shortlist::of(
        "sell-back",
        choices,
        move |at, shop| match BackReason::ALL.get(at) {
            Some(reason) => becomes(line.clone(), *reason, shop),
            None => Turn::bell(),
        },
    );
    Turn::go(Go::To(Place::Shortlist(Box::new(list.about(about)))))
}

const fn reason_word(reason: BackReason) -> &'static str {
    match reason {
        BackReason::Faulty => "sell-back-faulty",
        BackReason::WrongOne => "sell-back-wrong-one",
        BackReason::Mistake => "sell-back-mistake",
    }
}

/// Can it be sold again? What is not good any more stands on « lost », the rest on sale.
fn becomes(line: Line, reason: BackReason, shop: &Shop) -> Turn {
    const BOTH: [Returned; 2] = [Returned::OnSale, Returned::Lost];
    let words = &shop.look.words;
    let choices = ["sell-back-on-sale", "sell-back-lost"]
        .into_iter()
        .zip(1..)
        .map(|(word, digit)| Choice::new(words.say(word)).digit(digit))
        .collect();
    let about = Notice::warning("sell-back-becomes").with("label", line.label().as_str());
    let list = Shortlist::of("sell-back", choices, move |at, shop| match BOTH.get(at) {
        Some(returned) => put(line.clone(), (*returned, reason), shop),
        None => Turn::bell(),
    });
    let likely = usize::from(reason == BackReason::Faulty);
    let list = list.about(about).at(likely);
    Turn::go(Go::Instead(Place::Shortlist(Box::new(list))))
}

fn put(line: Line, back: (Returned, BackReason), shop: &mut Shop) -> Turn {
    shop.errand = Errand::Sell;
    let counted = line
        .product()
        .is_some_and(|it| it.stock == Stocked::Counted);
    let label = line.label().to_string();
    let agreed = shop.basket().adjustment();
    let line = Line {
        quantity: -line.quantity,
        back: Some(back),
        ..line
    };
    let effects = match shop.add(line) {
        Ok(at) => {
            let word = match (counted, back.0) {
                (true, Returned::OnSale) => "sell-back-done-on-sale",
                (false, _) | (true, Returned::Lost) => "sell-back-done",
            };
            let paid = shop.look.words.money(shop.priced().paid(at));
            let notice = Notice::done(word).with("label", label);
            say(notice.with("paid", paid), agreed, shop);
            Vec::new()
        }
        Err(refusal) => refused(refusal, shop).effects,
    };
    let go = Go::Back;
    Turn { effects, go }
}

/// Whether so much may be on a line that takes something back; the sentence says what is left.
pub(super) fn check(line: &Line, quantity: Quantity, shop: &Shop) -> Result<(), Notice> {
    let What::Back(back) = &line.what else {
        return Ok(());
    };
    back.check(quantity).map_err(|_| {
        let left = shop.look.words.quantity(back.left(), line.unit());
        Notice::warning("sell-back-left")
            .with("label", line.label().as_str())
            .with("left", left)
    })
}

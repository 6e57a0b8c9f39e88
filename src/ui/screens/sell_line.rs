//! Lines of the ticket: putting one down, and changing the chosen one.

use super::{
    super::{
        entry::{Number, number},
        notice::Notice,
        place::Place,
        reading::{self, Doubt, Reading},
        screen::{Go, Turn},
        shop::{AddRefusal, Errand, Shop},
    },
    question::Question,
    sell::Sell,
    sell_back, sell_chosen, sell_whose,
};
use crate::domain::{
    basket::{Adjustment, Line, Off, Undone},
    catalogue::{Product, State},
    money::{Money, Percent},
    quantity::Quantity,
};

impl Sell {
    /// Attaches the member of a card; none if it is nobody's.
    pub(super) fn card(&mut self, code: &str, shop: &mut Shop) -> Option<Turn> {
        let id = shop.members.by_card(code)?.member.id.clone();
        self.clear();
        shop.to_weigh = None;
        Some(match shop.attach(&id) {
            Ok(()) => Turn::stay(),
            Err(notice) => shop.refuse(notice),
        })
    }

    pub(super) fn flip_chosen_sold_out(at: usize, shop: &mut Shop) -> Turn {
        let id = shop.basket().lines().get(at).and_then(Line::product);
        let product = id.and_then(|it| shop.catalogue.product(&it.id)).cloned();
        match product {
            Some(product) => flip_sold_out(&product, shop),
            None => Turn::bell(),
        }
    }

    pub(super) fn give_quantity(&mut self, at: usize, number: Number, shop: &mut Shop) -> Turn {
        let Some(line) = shop.basket().lines().get(at).cloned() else {
            return Turn::bell();
        };
        let typed = Quantity::from_thousandths(number.thousandths);
        let quantity = match line.product() {
            Some(product) => reading::quantity(product, &[number]),
            None => Some(typed).filter(|it| it.is_whole() || line.unit().divides()),
        };
        match quantity {
            Some(quantity) if quantity > Quantity::ZERO && quantity <= Quantity::MAX => {
                if let Err(notice) = sell_chosen::may_be(&line, quantity, shop) {
                    return self.hand_back(notice, shop);
                }
                let doubt = line.product().and_then(|product| {
                    match reading::of_product(product, &[number]) {
                        Reading::Ask(_, doubt @ Doubt::Maximum(_)) => Some(doubt),
                        _ => None,
                    }
                });
                self.clear();
                let quantity = if line.quantity < Quantity::ZERO {
                    -quantity
                } else {
                    quantity
                };
                let line = Line { quantity, ..line };
                if let Some(doubt) = doubt {
                    let question = doubtful(line, doubt, shop).instead_of(at);
                    return Turn::go(Go::To(Place::Question(question)));
                }
                change(at, line, shop)
            }
            Some(_) => self.hand_back(Notice::warning("entry-zero"), shop),
            None => {
                let label = line.label().to_string();
                self.hand_back(
                    Notice::warning("sell-by-the-piece").with("label", label),
                    shop,
                )
            }
        }
    }

    pub(super) fn give_price(&mut self, at: usize, shop: &mut Shop) -> Turn {
        let Some(line) = shop.basket().lines().get(at).cloned() else {
            return Turn::bell();
        };
        let price = number(&self.line, shop.digits).and_then(Number::cents);
        match price.map(Money::from_cents) {
            Ok(Some(price)) if price >= Money::ZERO => {
                self.clear();
                let usual = line.unit_price();
                let line = Line {
                    price: Some(price),
                    ..line
                };
                if far_from(price, usual) {
                    let question = Question::far_price(at, line, price, usual, shop);
                    return Turn::go(Go::To(Place::Question(question)));
                }
                change(at, line, shop)
            }
            Ok(_) => self.hand_back(Notice::warning("entry-too-large"), shop),
            Err(refusal) => self.hand_back(Notice::warning(refusal.word()), shop),
        }
    }

    pub(super) fn give_discount(&mut self, at: usize, shop: &mut Shop) -> Turn {
        let Some(line) = shop.basket().lines().get(at).cloned() else {
            return Turn::bell();
        };
        match read_off(&self.line, shop) {
            Some(off) => {
                self.clear();
                let line = Line {
                    discount: Some(off),
                    ..line
                };
                change(at, line, shop)
            }
            None => self.hand_back(Notice::warning("sell-discount-how"), shop),
        }
    }
}

/// Reads `10%` or `1,50` as something off a price; none for anything else, or more than all of it.
pub(super) fn read_off(text: &str, shop: &Shop) -> Option<Off> {
    let text = text.trim();
    if let Some(percent) = text.strip_suffix(['%', 'ù']) {
        // `ù` is the key of `%` without Shift.
        let number = number(percent, shop.digits).ok()?;
        let hundredths = u32::try_from(number.thousandths / 10).ok()?;
        let percent = Percent(hundredths);
        return (hundredths > 0 && percent <= Percent::WHOLE).then_some(Off::Percent(percent));
    }
    let cents = number(text, shop.digits).and_then(Number::cents).ok()?;
    let amount = Money::from_cents(cents)?;
    (amount > Money::ZERO).then_some(Off::Amount(amount))
}

/// Whether a price given by hand is so far from the usual one that it must be asked about: below
/// ten cents, more than ten times, or less than a tenth.
pub(super) fn far_from(price: Money, usual: Money) -> bool {
    let (price, usual) = (price.cents(), usual.cents());
    price < 10 || price > usual.saturating_mul(10) || price.saturating_mul(10) < usual
}

pub(super) fn doubtful(line: Line, doubt: Doubt, shop: &Shop) -> Question {
    match doubt {
        Doubt::Maximum(quantity) => Question::maximum(line, quantity, shop),
        Doubt::SoldOut => Question::sold_out(line, shop),
    }
}

/// Puts a line into the basket and says so; or asks why, if it is one that comes back.
pub(super) fn put(line: Line, shop: &mut Shop) -> Turn {
    if shop.errand == Errand::TakeBack {
        return sell_back::why(line, shop);
    }
    let added = line.clone();
    let agreed = shop.basket().adjustment();
    match shop.add(line) {
        Ok(at) => {
            let words = &shop.look.words;
            let paid = words.money(shop.priced().paid(at));
            let label = added.label().to_string();
            let left = added.product().and_then(|product| shop.remaining(product));
            let notice = match left {
                Some(left) => {
                    let word = if left < Quantity::ZERO {
                        Notice::warning("sell-added-beyond")
                    } else {
                        Notice::done("sell-added-left")
                    };
                    word.with("left", words.quantity(left, added.unit()))
                }
                None => Notice::done("sell-added"),
            };
            say(notice.with("label", label).with("paid", paid), agreed, shop);
            sell_whose::ask(at, shop)
        }
        Err(refusal) => refused(refusal, shop),
    }
}

/// Changes a line of the basket and says so.
pub(super) fn change(at: usize, line: Line, shop: &mut Shop) -> Turn {
    let label = line.label().to_string();
    let agreed = shop.basket().adjustment();
    match shop.change_line(at, line) {
        Ok(()) => {
            let paid = shop.look.words.money(shop.priced().paid(at));
            let notice = Notice::done("sell-changed").with("label", label);
            say(notice.with("paid", paid), agreed, shop);
            Turn::stay()
        }
        Err(refusal) => refused(refusal, shop),
    }
}

/// Takes a line out of the basket and says so.
pub(super) fn remove(at: usize, shop: &mut Shop) {
    let agreed = shop.basket().adjustment();
    if let Some(voided) = shop.remove_line(at) {
        let label = voided.line.label().to_string();
        say(
            Notice::done("sell-removed").with("label", label),
            agreed,
            shop,
        );
    }
}

/// Says what became of a line; before that, that the total agreed for the ticket holds no more.
pub(super) fn say(notice: Notice, agreed: Option<Adjustment>, shop: &mut Shop) {
    if agreed.is_none() || shop.basket().adjustment().is_some() {
        return shop.say(notice);
    }
    let total = shop.look.words.money(shop.priced().total);
    shop.say(Notice::warning("pay-agreed-no-more").with("total", total));
}

/// The same turn from a screen that is left by it.
pub(super) fn leaving(turn: Turn) -> Turn {
    let go = match turn.go {
        Go::Stay => Go::Back,
        Go::To(place) => Go::Instead(place),
        go => go,
    };
    Turn { go, ..turn }
}

pub(super) fn refused(refusal: AddRefusal, shop: &mut Shop) -> Turn {
    say_refused(refusal, shop);
    Turn::bell()
}

/// Says why the ticket did not change.
pub(super) fn say_refused(refusal: AddRefusal, shop: &mut Shop) {
    shop.say(not_added(refusal));
}

/// Undoes the last change of the ticket and says which it was.
pub(super) fn undo(shop: &mut Shop) -> Turn {
    let (word, label) = match shop.undo() {
        Some(Undone::Withdrawn(voided)) => ("sell-undone-line", voided.line.label().to_string()),
        Some(Undone::Restored(line, _)) => ("sell-undone-change", line.label().to_string()),
        Some(Undone::Readjusted) => ("sell-undone-total", String::new()),
        Some(Undone::Reattached) => ("sell-undone-member", String::new()),
        Some(Undone::Repriced) => ("sell-undone-tariff", String::new()),
        None => {
            shop.say(Notice::warning("sell-nothing-to-undo"));
            return Turn::bell();
        }
    };
    shop.say(Notice::done(word).with("label", label));
    Turn::stay()
}

/// Why a line is not on the ticket.
pub(super) fn not_added(refusal: AddRefusal) -> Notice {
    match refusal {
        AddRefusal::TooManyLines => Notice::warning("sell-ticket-full"),
        AddRefusal::TooMuch => Notice::warning("sell-too-much"),
    }
}

/// Marks an article sold out, or on sale again; valid from the next line.
pub(super) fn flip_sold_out(product: &Product, shop: &mut Shop) -> Turn {
    let (state, word) = match product.state {
        State::SoldOut => (State::OnSale, "sell-on-sale-again"),
        State::OnSale | State::Withdrawn => (State::SoldOut, "sell-now-sold-out"),
    };
    let label = product.label.to_string();
    shop.change_product(Product {
        state,
        ..product.clone()
    });
    shop.say(Notice::done(word).with("label", label));
    Turn::stay()
}

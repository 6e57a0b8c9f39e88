//! The end of an account: what stands on it goes out or into the fund, then it is closed, and later
//! nobody needs to know whose it was.

use super::{
    super::{
        notice::Notice,
        place::Place,
        screen::{Go, Turn},
        shop::Shop,
    },
    member_card::{Doing, MemberCard},
    member_moves::{account_line, put},
    question::Question,
};
use crate::domain::{
    asking::AccountRow,
    basket::{Line, What},
    label::Label,
    member::{Member, MemberChange, Standing},
    money::Money,
    quantity::Quantity,
};

/// What can become of the rest.
pub(super) const RESTS: usize = 2;

impl MemberCard {
    /// Closes the account, or says what is to be done before; a closed one is opened again.
    pub(super) fn close(&mut self, row: &AccountRow, shop: &mut Shop) -> Turn {
        let name = shop.member_name(row);
        let balance = shop.look.words.money(row.balance.abs());
        match row.member.state {
            Standing::Erased => return Turn::bell(),
            Standing::Closed => {
                let ask = Notice::warning("member-open-again-ask").with("name", name);
                return ask_state(row, Standing::Open, (Vec::new(), ask));
            }
            Standing::Open => {}
        }
        if waits(row, shop) {
            return shop.refuse(Notice::warning("member-close-ticket").with("name", name));
        }
        if row.balance < Money::ZERO {
            let notice = Notice::warning("member-close-debt");
            return shop.refuse(notice.with("name", name).with("balance", balance));
        }
        if row.balance > Money::ZERO {
            return self.to(Doing::Rest);
        }
        let ask = Notice::warning("member-close-ask").with("name", name);
        let about = vec![Notice::warning("member-close-what")];
        ask_state(row, Standing::Closed, (about, ask))
    }

    /// What stands on the account goes out, or into the solidarity fund: lines of the open ticket.
    pub(super) fn give_rest(&mut self, place: usize, shop: &mut Shop) -> Turn {
        let Some(row) = self.row(shop).cloned() else {
            return Turn::bell();
        };
        match rest(place, &row, shop) {
            Ok(word) => {
                let name = shop.member_name(&row);
                shop.say(Notice::done(word).with("name", name));
                Turn::go(Go::Home)
            }
            Err(notice) => shop.refuse(notice),
        }
    }

    /// Erases whose a closed account was; asks twice.
    pub(super) fn erase(&self, shop: &mut Shop) -> Turn {
        let Some(row) = self.row(shop).cloned() else {
            return Turn::bell();
        };
        let name = shop.member_name(&row);
        if row.balance != Money::ZERO {
            let balance = shop.look.words.money(row.balance);
            let notice = Notice::warning("member-erase-balance");
            return shop.refuse(notice.with("name", name).with("balance", balance));
        }
        if row.member.state != Standing::Closed {
            return shop.refuse(Notice::warning("member-erase-open").with("name", name));
        }
        let about = vec![Notice::warning("member-erase-what").with("name", name.clone())];
        let ask = Notice::warning("member-erase-ask").with("name", name.clone());
        let question = Question::of(about, ask, move |_| {
            let about = vec![Notice::warning("member-erase-again")];
            let ask = Notice::warning("member-erase-sure").with("name", name);
            let sure = Question::of(about, ask, move |shop| erase_now(row, shop));
            Turn::go(Go::Instead(Place::Question(sure)))
        });
        Turn::go(Go::To(Place::Question(question)))
    }
}

/// Whether the open ticket moves money on the account: it would stand on a closed one.
fn waits(row: &AccountRow, shop: &Shop) -> bool {
    let parked = shop.drafts.parked.iter().map(|it| &it.basket);
    let mut baskets = shop.drafts.desks.iter().chain(parked);
    baskets.any(|basket| basket.member() == Some(&row.member.id) && !basket.is_empty())
}

fn ask_state(row: &AccountRow, state: Standing, (about, ask): (Vec<Notice>, Notice)) -> Turn {
    let row = row.clone();
    let question = Question::of(about, ask, move |shop| {
        let word = match state {
            Standing::Open => "member-opened-again",
            Standing::Closed | Standing::Erased => "member-closed-now",
        };
        let notice = Notice::done(word).with("name", shop.member_name(&row));
        if shop.basket().member() == Some(&row.member.id) {
            shop.detach();
        }
        stand(row, state, shop);
        shop.say(notice);
        Turn::go(Go::Back)
    });
    Turn::go(Go::To(Place::Question(question)))
}

fn stand(row: AccountRow, state: Standing, shop: &mut Shop) {
    let after = Member {
        state,
        ..row.member.clone()
    };
    let change = MemberChange::of(Some(&row.member), after.clone());
    shop.save_member(
        change,
        AccountRow {
            member: after,
            ..row
        },
    );
}

fn erase_now(row: AccountRow, shop: &mut Shop) -> Turn {
    let row = AccountRow {
        contact: None,
        ..row
    };
    stand(row, Standing::Erased, shop);
    shop.say(Notice::done("member-erased"));
    // Nothing is left to be shown of her.
    Turn::go(Go::Home)
}

fn rest(place: usize, row: &AccountRow, shop: &mut Shop) -> Result<&'static str, Notice> {
    if !shop.basket().is_empty() {
        return Err(Notice::warning("member-rest-ticket"));
    }
    let id = &row.member.id;
    let out = account_line(id, "member-line-paid-out", -row.balance, shop)?;
    if place == 0 {
        put(id, vec![out], shop)?;
        return Ok("member-paid-out");
    }
    let label = Label::new(&shop.look.words.say("member-line-to-fund"));
    let gift = What::Gift {
        label: label.ok_or(Notice::warning("entry-unreadable"))?,
        amount: row.balance,
    };
    put(id, vec![out, Line::of(gift, Quantity::ONE)], shop)?;
    Ok("member-to-fund")
}

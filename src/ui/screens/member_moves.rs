//! Money onto an account by the open ticket, from one account to another, or to put one right.

use super::{
    super::{
        notice::Notice,
        screen::{Go, Turn},
        shop::Shop,
    },
    member_card::{Doing, MemberCard, Way},
    sell_line::not_added,
};
use crate::domain::{
    basket::{Line, What},
    ids::Id,
    label::Label,
    member::{AccountMove, MemberChange, MoveReason},
    money::Money,
    quantity::Quantity,
};

impl MemberCard {
    /// Enter on the sum.
    pub(super) fn move_money(&mut self, shop: &mut Shop) -> Result<Turn, Notice> {
        let sum = self.sum(shop)?;
        match self.doing.clone() {
            Doing::TopUp => self.top_up(sum, shop),
            Doing::Transfer(to) => self.transfer(&to, sum, shop),
            Doing::Adjust(reason, way) => {
                self.adjust(reason, way, sum, shop);
                Ok(self.to(Doing::Reading))
            }
            Doing::Reading | Doing::Why | Doing::Rest => Ok(Turn::bell()),
        }
    }

    /// A line of the open ticket: a top-up, or a tab that is settled.
    fn top_up(&self, sum: Money, shop: &mut Shop) -> Result<Turn, Notice> {
        let row = self
            .row(shop)
            .ok_or(Notice::warning("members-unknown-now"))?;
        let word = if row.balance < Money::ZERO {
            "member-line-settled"
        } else {
            "member-line-top-up"
        };
        let name = shop.member_name(row);
        let line = account_line(&self.id, word, sum, shop)?;
        put(&self.id, vec![line], shop)?;
        let sum = shop.look.words.money(sum);
        shop.say(
            Notice::done("member-top-up-added")
                .with("name", name)
                .with("sum", sum),
        );
        Ok(Turn::go(Go::Home))
    }

    /// No more goes to another than may be spent.
    fn transfer(&mut self, to: &Id, sum: Money, shop: &mut Shop) -> Result<Turn, Notice> {
        let row = self
            .row(shop)
            .ok_or(Notice::warning("members-unknown-now"))?;
        let most = row.member.may_spend(row.balance);
        let name = shop.member_name(row);
        let words = &shop.look.words;
        if sum > most {
            return Err(Notice::warning("member-transfer-too-much")
                .with("name", name)
                .with("most", words.money(most)));
        }
        let other = shop.members.by_id(to).map(|row| shop.member_name(row));
        let other = other.ok_or(Notice::warning("members-unknown-now"))?;
        let notice = Notice::done("member-transferred")
            .with("sum", words.money(sum))
            .with("name", name)
            .with("other", other);
        shop.move_money(MemberChange {
            moves: vec![moved(&self.id, -sum), moved(to, sum)],
            reason: Some(MoveReason::Transfer),
            ..MemberChange::default()
        });
        shop.say(notice);
        self.to(Doing::Reading);
        Ok(Turn::go(Go::Back))
    }

    fn adjust(&self, reason: MoveReason, way: Way, sum: Money, shop: &mut Shop) {
        let sum = match way {
            Way::Onto => sum,
            Way::Off => -sum,
        };
        let notice = Notice::done("member-adjusted").with("sum", shop.look.words.money(sum));
        shop.move_money(MemberChange {
            moves: vec![moved(&self.id, sum)],
            reason: Some(reason),
            ..MemberChange::default()
        });
        shop.say(notice);
    }
}

fn moved(member: &Id, cents: Money) -> AccountMove {
    AccountMove {
        member: member.clone(),
        cents,
    }
}

/// A line that moves money on an account; its words name nobody, for the journal keeps them.
pub(super) fn account_line(
    member: &Id,
    word: &str,
    amount: Money,
    shop: &Shop,
) -> Result<Line, Notice> {
    let label =
        Label::new(&shop.look.words.say(word)).ok_or(Notice::warning("entry-unreadable"))?;
    let what = What::TopUp {
        member: member.clone(),
        label,
        amount,
    };
    Ok(Line::of(what, Quantity::ONE))
}

/// Attaches the member and puts lines on the open ticket: all of them or none.
pub(super) fn put(member: &Id, lines: Vec<Line>, shop: &mut Shop) -> Result<(), Notice> {
    shop.attach(member)?;
    let before = shop.basket().clone();
    for line in lines {
        if let Err(refusal) = shop.add(line) {
            shop.edit(|basket| *basket = before);
            return Err(not_added(refusal));
        }
    }
    Ok(())
}

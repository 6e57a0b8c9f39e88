//! What several screens say alike.

use super::words::{Language, Words};
use crate::domain::{
    ids::Id,
    label::Label,
    money::Money,
    quantity::{Quantity, Unit},
};

impl Words {
    /// What a means of payment is called: the stall's own name for it, or the language's word.
    pub fn tender(&self, id: &Id, name: Option<&Label>) -> String {
        match (name, id.as_str()) {
            (Some(name), _) => name.to_string(),
            (None, "cash") => self.say("tender-cash"),
            (None, "card") => self.say("tender-card"),
            (None, "cheque") => self.say("tender-cheque"),
            (None, "account") => self.say("tender-account"),
            (None, "local") => self.say("tender-local"),
            (None, "token") => self.say("tender-token"),
            (None, "meal") => self.say("tender-meal"),
            (None, "credit_note") => self.say("tender-credit_note"),
            (None, "fund") => self.say("tender-fund"),
            (None, "other") => self.say("tender-other"),
            (None, id) => id.to_owned(),
        }
    }

    /// A quantity as a ticket's line begins with it: `3`, or `0,860 kg` where the unit divides.
    pub fn quantity_short(&self, quantity: Quantity, unit: &Unit) -> String {
        if unit.divides() {
            self.quantity(quantity, unit)
        } else {
            self.quantity_number(quantity, unit)
        }
    }

    /// A unit price where columns are few: `2,00 /botte`.
    pub fn price_short(&self, price: Money, unit: &Unit) -> String {
        format!("{} /{}", self.amount(price), self.unit(unit))
    }

    /// An amount without cents where it has none, as notes and coins are called: `20 €`, `0,50 €`.
    pub fn money_short(&self, money: Money) -> String {
        let (euros, cents) = (money.cents() / 100, money.cents() % 100);
        match (cents, self.language()) {
            (0, Language::French) => format!("{}\u{a0}€", self.number(euros)),
            (0, Language::English) if euros >= 0 => format!("€{}", self.number(euros)),
            _ => self.money(money),
        }
    }

    /// An amount for big digits, which know plain spaces only.
    pub fn big_money(&self, money: Money) -> String {
        self.money(money).replace(['\u{a0}', '\u{202f}'], " ")
    }
}

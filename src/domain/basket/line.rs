//! One line of a basket: what it sells, gives or takes back.

use serde::{Deserialize, Serialize};

use crate::domain::{
    back::Back,
    catalogue::{Product, QuickKey},
    ids::Id,
    label::Label,
    money::{Money, Percent, VatRate},
    quantity::{Quantity, Unit},
    settings::Bearer,
    ticket::{BackReason, Returned},
};

/// One line of a basket.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// What was sold, as it was when it was put down.
    pub what: What,
    /// How much of it.
    pub quantity: Quantity,
    /// A unit price given by hand instead of the product's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// Something off this line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub discount: Option<Off>,
    /// Who bears it, if not whom the rules name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub borne: Option<Bearer>,
    /// What becomes of goods that come back without their ticket, and why they do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub back: Option<(Returned, BackReason)>,
}

/// What a line sells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An article of the catalogue; later changes of it do not touch this line.
    Goods(Box<Product>),
    /// An amount under a letter.
    Quick {
        /// The letter's meaning.
        key: QuickKey,
        /// For one.
        amount: Money,
    },
    /// Something that is in no catalogue, as imported tickets have it.
    Free {
        /// What it is called.
        label: Label,
        /// For one; negative when money goes back.
        price: Money,
        /// The VAT inside the price.
        vat: VatRate,
    },
    /// Empty jars and bottles brought back.
    DepositBack {
        /// What came back.
        label: Label,
        /// For one, positive; it is paid out.
        deposit: Money,
    },
    /// Money onto a member's account or a tab settled; negative when it is paid out.
    TopUp {
        /// Whose account.
        member: Id,
        /// What the receipt calls it.
        label: Label,
        /// How much.
        amount: Money,
    },
    /// A gift into the solidarity fund: an amount, or the price of something for somebody else.
    Gift {
        /// What the receipt calls it.
        label: Label,
        /// How much.
        amount: Money,
    },
    /// A credit note that is bought.
    CreditNote {
        /// What the receipt calls it.
        label: Label,
        /// What it is worth.
        amount: Money,
    },
    /// A line of an earlier ticket, or a part of it, that is taken back.
    Back(Box<Back>),
}

impl Line {
    /// One line of an article.
    pub fn goods(product: Product, quantity: Quantity) -> Self {
        Self::of(What::Goods(Box::new(product)), quantity)
    }

    /// One line of anything.
    pub const fn of(what: What, quantity: Quantity) -> Self {
        Self {
            what,
            quantity,
            price: None,
            discount: None,
            borne: None,
            back: None,
        }
    }

    /// What people call it.
    pub fn label(&self) -> &Label {
        match &self.what {
            What::Goods(product) => &product.label,
            What::Quick { key, .. } => &key.label,
            What::Free { label, .. }
            | What::DepositBack { label, .. }
            | What::TopUp { label, .. }
            | What::Gift { label, .. }
            | What::CreditNote { label, .. } => label,
            What::Back(back) => &back.original.label,
        }
    }

    /// What one of it is.
    pub fn unit(&self) -> &Unit {
        match &self.what {
            What::Goods(product) => &product.unit,
            What::Back(back) => &back.original.unit,
            What::Quick { .. }
            | What::Free { .. }
            | What::DepositBack { .. }
            | What::TopUp { .. }
            | What::Gift { .. }
            | What::CreditNote { .. } => &Unit::Piece,
        }
    }

    /// The unit price on this line.
    pub fn unit_price(&self) -> Money {
        self.price.unwrap_or(match &self.what {
            What::Goods(product) => product.price,
            What::Free { price, .. } => *price,
            What::DepositBack { deposit, .. } => -*deposit,
            What::Quick { amount, .. }
            | What::TopUp { amount, .. }
            | What::Gift { amount, .. }
            | What::CreditNote { amount, .. } => *amount,
            What::Back(back) => back.original.price,
        })
    }

    /// The article, if it is one.
    pub fn product(&self) -> Option<&Product> {
        match &self.what {
            What::Goods(product) => Some(product),
            What::Quick { .. }
            | What::Free { .. }
            | What::DepositBack { .. }
            | What::TopUp { .. }
            | What::Gift { .. }
            | What::CreditNote { .. }
            | What::Back(_) => None,
        }
    }

    /// Whether one more of the same can be added to this line instead of a new one.
    pub(super) fn takes(&self, other: &Self) -> bool {
        let (Some(mine), Some(theirs)) = (self.product(), other.product()) else {
            return false;
        };
        mine == theirs
            && !mine.unit.divides()
            && self.price.is_none()
            && other.price.is_none()
            && !matches!(self.discount, Some(Off::Amount(_)))
            && self.discount == other.discount
            && self.borne == other.borne
            && self.back.is_none()
            && other.back.is_none()
    }
}

/// Something off a price.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Off {
    /// A part of it.
    Percent(Percent),
    /// So much.
    Amount(Money),
}

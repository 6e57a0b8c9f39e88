//! A means that cannot pay all that is left proposes the part it can.

use super::{
    super::{keys::Key, notice::Notice, shop::Shop},
    pay::Pay,
    pay_refused::refused,
};
use crate::domain::{
    ids::Id,
    money::Money,
    pay::PayRefusal,
    settings::{Tender, TenderKind},
};

/// A part of what is left that a means can pay: its letter, or Enter, takes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Offer {
    /// By which means.
    pub tender: Id,
    /// Its letter.
    pub letter: Option<char>,
    /// How much it is.
    pub most: Money,
}

/// The account, where the shortest way to finish pays by it: a member is on the ticket, which does
/// more than fill the account.
pub(super) fn by_account(shop: &Shop) -> Option<&Tender> {
    shop.basket().member()?;
    let at = shop.at();
    let pays = at.topped_up() <= Money::ZERO || at.beside_top_up() > Money::ZERO;
    let mut tenders = shop.settings.tenders.iter();
    tenders.find(|it| pays && it.kind == TenderKind::Account)
}

impl Pay {
    /// By the attached member's account; an account that does not suffice is no reason to take
    /// cash unseen, so it proposes what it can pay.
    pub(super) fn take_default(&mut self, shop: &Shop) -> Result<(), Notice> {
        match by_account(shop) {
            Some(account) => self.take_by(account, None, shop),
            None => self.take_exact(shop),
        }
    }

    /// Takes an amount by a means, or all that is left; a means that can pay a part proposes it.
    pub(super) fn take_by(
        &mut self,
        tender: &Tender,
        sum: Option<Money>,
        shop: &Shop,
    ) -> Result<(), Notice> {
        let Err(refusal) = self.tendering.pay(tender, sum, &shop.at()) else {
            return Ok(());
        };
        if let PayRefusal::Beyond { most, .. } = refusal
            && most > Money::ZERO
        {
            self.typed.clear();
            self.chip = None;
            self.offer = Some(Offer {
                tender: tender.id.clone(),
                letter: tender.letter,
                most,
            });
        }
        Err(refused(refusal, tender, self.tendering.left(), shop))
    }

    /// The means whose part is proposed, where nothing else was typed since.
    pub(super) fn offered(&self, shop: &Shop) -> Option<Tender> {
        let offer = self.offer.as_ref()?;
        shop.settings.tender(&offer.tender).cloned()
    }
}

impl Offer {
    /// Whether a key accepts what is proposed.
    pub(super) fn is_taken_by(&self, key: Key) -> bool {
        match key {
            Key::Enter => true,
            Key::Char(c) => Some(c.to_ascii_uppercase()) == self.letter,
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Back
            | Key::Delete
            | Key::Escape
            | Key::Tab
            | Key::BackTab
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => false,
        }
    }
}

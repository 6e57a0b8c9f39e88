//! Who is meant by a number or a card, what stands on the account, and what caps are measured
//! against: asked of the store only for sales that need it.

use std::{cell::OnceCell, collections::HashMap};

use super::{
    asked::{Asked, AskedPayment},
    refusal::{ErrorId, Refusal},
    trouble,
};
use crate::{
    domain::{
        asking::{Ask, Found, Note, Used},
        ids::Id,
        member::{Member, Standing, number_form},
        money::Money,
        settings::{Settings, TenderKind},
    },
    store::Store,
};

/// Members by number and card, read once: nobody else can change them while the store is held.
#[derive(Default)]
pub(super) struct People(OnceCell<HashMap<String, Member>>);

impl People {
    /// The open account of a number or a card.
    pub(super) fn find(&self, said: &str, store: &Store) -> Result<&Member, Refusal> {
        let all = if let Some(all) = self.0.get() {
            all
        } else {
            let all = read(store)?;
            self.0.get_or_init(|| all)
        };
        let found = all
            .get(&number_form(said))
            .or_else(|| all.get(&card_form(said)));
        let unknown = || Refusal::of(ErrorId::UnknownMember).with("value", said);
        let member = found.ok_or_else(unknown)?;
        match member.state {
            Standing::Open => Ok(member),
            Standing::Closed | Standing::Erased => {
                Err(Refusal::of(ErrorId::MemberClosed).with("value", said))
            }
        }
    }
}

fn read(store: &Store) -> Result<HashMap<String, Member>, Refusal> {
    let rows = match store.answer(&Ask::Members).map_err(|it| trouble(&it))? {
        Found::Members(rows) => rows,
        _ => Vec::new(),
    };
    let mut all = HashMap::with_capacity(rows.len() * 2);
    for row in rows {
        let Some(contact) = row.contact else { continue };
        for card in &contact.cards {
            all.insert(card_form(card.as_str()), row.member.clone());
        }
        all.insert(number_form(contact.number.as_str()), row.member);
    }
    Ok(all)
}

/// Cards in a place where no number is: `number_form` never has a line break in it.
fn card_form(card: &str) -> String {
    format!("\n{}", card.trim())
}

/// What stands on an account, other tills' movements too.
pub(super) fn balance(store: &Store, member: &Id) -> Result<Money, Refusal> {
    let found = store.answer(&Ask::Statement(member.clone()));
    Ok(match found.map_err(|it| trouble(&it))? {
        Found::Statement(statement) => statement.account.balance,
        _ => Money::ZERO,
    })
}

/// The credit note of this name.
pub(super) fn note(store: &Store, name: &str) -> Result<Note, Refusal> {
    let found = store.answer(&Ask::Note(name.to_owned()));
    match found.map_err(|it| trouble(&it))? {
        Found::Note(_, Some(note)) => Ok(note),
        _ => Err(Refusal::of(ErrorId::UnknownNote).with("value", name)),
    }
}

/// What the day's tickets took, if a payment of this sale is measured by it.
pub(super) fn used(
    asked: &Asked,
    settings: &Settings,
    day: &str,
    store: &Store,
) -> Result<Option<Used>, Refusal> {
    let measured = |it: &AskedPayment| {
        let tender = settings.tender(&it.tender);
        tender.is_some_and(|it| it.kind == TenderKind::Fund || it.day_cap.is_some())
    };
    if !asked.payments.iter().any(measured) {
        return Ok(None);
    }
    let found = store.answer(&Ask::Used(day.to_owned()));
    Ok(match found.map_err(|it| trouble(&it))? {
        Found::Used(used) => Some(used),
        _ => None,
    })
}

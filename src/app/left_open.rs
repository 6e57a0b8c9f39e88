//! What was on the desk when the program ended last: the open baskets and the latest sale.

use crate::{
    domain::{
        basket::Basket,
        facts::Printed,
        ids::Mint,
        journal::{Fact, Proposal},
        time::Moment,
    },
    store::{JobState, Store, StoreError},
    ui::drafts::{Drafts, LastSale},
};

/// The baskets that were open, as they were saved.
#[derive(Debug)]
pub enum Found {
    /// None ever were.
    Nothing,
    /// These.
    Open(Box<Drafts>),
    /// What was saved is not in this program's words; here it is as it stands.
    Unreadable(String),
}

/// Takes up what was saved. A disk that failed in the middle may have kept both a ticket and its
/// basket: what the journal has is no longer open, or what is added to it would never be written.
pub fn open_baskets(store: &mut Store, mint: &mut Mint) -> Result<Found, StoreError> {
    let saved = store.drafts()?;
    if saved.is_empty() {
        return Ok(Found::Nothing);
    }
    let Ok(mut drafts) = serde_json::from_str::<Drafts>(&saved) else {
        return Ok(Found::Unreadable(saved));
    };
    for (place, basket) in drafts.desks.iter_mut().enumerate() {
        if store.recorded(basket.uid)?.is_some() {
            *basket = Basket::new(mint.uid());
            drafts.paying.take_if(|_| drafts.desk == place);
        }
    }
    Ok(Found::Open(Box::new(drafts)))
}

/// What was open without the closing that was begun on the screen, for a command that closes in its
/// place: what was typed for it must not turn up at the next market. None where none was begun.
pub fn without_closing(store: &Store) -> Result<Option<String>, StoreError> {
    let saved = store.drafts()?;
    let drafts = serde_json::from_str::<Drafts>(&saved).ok();
    let begun = drafts.filter(|it| it.closing.is_some());
    Ok(begun.map(|mut drafts| {
        drafts.closing = None;
        super::till::text(&drafts)
    }))
}

/// The journal learns of pages that were at the printer when the program was killed: they may be
/// out, and the next print of such a ticket is a duplicate.
pub fn pages_in_doubt(store: &mut Store, mint: &mut Mint, now: Moment) -> Result<(), StoreError> {
    for page in store.pending_prints()? {
        if page.state != JobState::Unknown {
            continue;
        }
        if let Some((epoch, seq)) = page.job.ticket
            && store
                .ticket(epoch, seq)?
                .is_some_and(|detail| detail.copies <= page.job.copy)
        {
            let printed = Printed {
                ticket: page.job.title.clone(),
                seq,
                copy: page.job.copy,
            };
            store.append(
                Proposal {
                    uid: mint.uid(),
                    at: now,
                    operator: String::new(),
                    fact: Fact::Printed(printed),
                },
                None,
            )?;
        }
        store.set_print_state(page.id, JobState::Cancelled)?;
    }
    Ok(())
}

/// The latest sale of the market day, unless it was voided: it can still be printed or voided
/// after a start.
pub fn last_sale(
    store: &Store,
    day: &str,
    day_starts_at: u8,
) -> Result<Option<LastSale>, StoreError> {
    let last = store.last_ticket()?.filter(|last| {
        last.at.business_day(day_starts_at) == day
            && last.ticket.reverses.is_none()
            && last.reversed_by.is_none()
    });
    Ok(last.map(|last| LastSale::of(last.ticket.name.clone(), &last.ticket, last.at)))
}

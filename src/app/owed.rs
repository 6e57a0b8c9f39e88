//! What was asked of the store and is not known to be written: asked again, under the same names,
//! when the next key is pressed, so that a full disk loses no line of the journal.

use crate::{
    domain::{ids::Uid, journal::Proposal},
    ui::drafts::Drafts,
};

/// Entries and drafts on their way, and those that came back.
#[derive(Default)]
pub struct Owed {
    under_way: Vec<Proposal>,
    refused: Vec<Proposal>,
    saving: Option<Box<Drafts>>,
    unsaved: Option<Box<Drafts>>,
}

impl Owed {
    /// An entry leaves for the store.
    pub fn sent(&mut self, proposal: &Proposal) {
        self.under_way.push(proposal.clone());
    }

    /// The store has written it.
    pub fn written(&mut self, uid: Uid) {
        self.under_way.retain(|it| it.uid != uid);
    }

    /// The store could not write it.
    pub fn refused(&mut self, uid: Uid) {
        let (back, still): (Vec<_>, Vec<_>) = std::mem::take(&mut self.under_way)
            .into_iter()
            .partition(|it| it.uid == uid);
        self.under_way = still;
        self.refused.extend(back);
    }

    /// What came back and is to be asked again now, in its order.
    pub fn again(&mut self) -> Vec<Proposal> {
        if self.unsaved.is_none() {
            self.unsaved = self.saving.take();
        }
        std::mem::take(&mut self.refused)
    }

    /// The newest drafts; they replace those that wait.
    pub fn to_save(&mut self, drafts: Box<Drafts>) {
        self.unsaved = Some(drafts);
    }

    /// A sale saves what is open in its own transaction: what waits is older.
    pub fn superseded(&mut self) {
        self.unsaved = None;
        self.saving = None;
    }

    /// The drafts to be saved now, if any wait; they are kept until the store has them.
    pub fn save_now(&mut self) -> Option<&Drafts> {
        self.saving = Some(self.unsaved.take()?);
        self.saving.as_deref()
    }

    /// The store has the drafts.
    pub fn saved(&mut self) {
        self.saving = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        facts::{Event, Happening},
        journal::Fact,
        time::Moment,
    };

    fn entry(name: u8) -> Proposal {
        Proposal {
            uid: Uid([name; 16]),
            at: Moment::default(),
            operator: String::new(),
            fact: Fact::Event(Event {
                what: Happening::Drawer,
                detail: None,
            }),
        }
    }

    #[test]
    fn what_a_full_disk_refused_is_asked_again_in_its_order_and_once() {
        let mut owed = Owed::default();
        for name in 1..=3 {
            owed.sent(&entry(name));
        }
        owed.refused(Uid([1; 16]));
        owed.written(Uid([2; 16]));
        owed.refused(Uid([3; 16]));
        assert_eq!(owed.again(), [entry(1), entry(3)]);
        assert_eq!(owed.again(), [], "until they come back");
    }
}

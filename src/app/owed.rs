//! What was asked of the store and is not known to be written: asked again, under the same names,
//! when the next key is pressed, so that a full disk loses no line of the journal.

use crate::{
    domain::{ids::Uid, journal::Proposal, views::WriteTrouble},
    ui::drafts::Drafts,
};

/// Entries and drafts on their way, and those that came back.
#[derive(Default)]
pub struct Owed {
    under_way: Vec<Proposal>,
    refused: Vec<Proposal>,
    saving: Option<Box<Drafts>>,
    not_saved: Option<Box<Drafts>>,
    unsaved: Option<Box<Drafts>>,
}

impl Owed {
    /// Whether an entry may leave for the store now. It waits behind those that came back: an
    /// older price must not be written after a newer one.
    pub fn may_go(&mut self, proposal: &Proposal) -> bool {
        let free = self.refused.is_empty();
        let queue = if free {
            &mut self.under_way
        } else {
            &mut self.refused
        };
        queue.push(proposal.clone());
        free
    }

    /// The store has written it.
    pub fn written(&mut self, uid: Uid) {
        self.under_way.retain(|it| it.uid != uid);
    }

    /// The store could not write it; what can never be written is not asked again.
    pub fn refused(&mut self, uid: Uid, trouble: WriteTrouble) {
        let (back, still): (Vec<_>, Vec<_>) = std::mem::take(&mut self.under_way)
            .into_iter()
            .partition(|it| it.uid == uid);
        self.under_way = still;
        if !trouble.lasts() {
            self.refused.extend(back);
        }
    }

    /// What came back and leaves again now, in its order.
    pub fn again(&mut self) -> Vec<Proposal> {
        if self.unsaved.is_none() {
            self.unsaved = self.not_saved.take();
        }
        let again = std::mem::take(&mut self.refused);
        self.under_way.extend(again.iter().cloned());
        again
    }

    /// The newest drafts; they replace those that wait.
    pub fn to_save(&mut self, drafts: Box<Drafts>) {
        self.unsaved = Some(drafts);
    }

    /// A sale saves what is open in its own transaction: what waits is older.
    pub fn superseded(&mut self) {
        self.unsaved = None;
        self.not_saved = None;
        self.saving = None;
    }

    /// The drafts to be saved now, if any wait; they are kept until the store has them.
    pub fn save_now(&mut self) -> Option<&Drafts> {
        self.saving = Some(self.unsaved.take()?);
        // Older ones must not be written after these.
        self.not_saved = None;
        self.saving.as_deref()
    }

    /// The store has the drafts.
    pub fn saved(&mut self) {
        self.saving = None;
        self.not_saved = None;
    }

    /// The store could not save the drafts.
    pub fn not_saved(&mut self) {
        self.not_saved = self.saving.take();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        basket::Basket,
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

    fn drafts(desk: usize) -> Box<Drafts> {
        let basket = Basket::new(Uid([0; 16]));
        Box::new(Drafts {
            desk,
            ..Drafts::of([basket.clone(), basket])
        })
    }

    #[test]
    fn drafts_that_came_back_are_asked_again_with_a_key_and_never_after_newer_ones() {
        let mut owed = Owed::default();
        owed.to_save(drafts(0));
        assert!(owed.save_now().is_some());
        owed.not_saved();
        assert_eq!(
            owed.save_now(),
            None,
            "a full disk is not asked without end"
        );
        owed.again();
        assert_eq!(owed.save_now(), Some(&*drafts(0)));
        owed.to_save(drafts(1));
        owed.not_saved();
        assert_eq!(owed.save_now(), Some(&*drafts(1)));
        owed.saved();
        owed.again();
        assert_eq!(owed.save_now(), None);
    }

    #[test]
    fn drafts_under_way_are_not_saved_twice() {
        let mut owed = Owed::default();
        owed.to_save(drafts(0));
        assert!(owed.save_now().is_some());
        owed.again();
        assert_eq!(owed.save_now(), None);
    }

    #[test]
    fn what_a_full_disk_refused_is_asked_again_in_its_order_and_once() {
        let mut owed = Owed::default();
        for name in 1..=3 {
            assert!(owed.may_go(&entry(name)));
        }
        owed.refused(Uid([1; 16]), WriteTrouble::DiskFull);
        owed.written(Uid([2; 16]));
        assert!(!owed.may_go(&entry(4)), "it waits behind the first");
        assert_eq!(owed.again(), [entry(1), entry(4)]);
        assert_eq!(owed.again(), [], "until they come back");
        owed.refused(Uid([3; 16]), WriteTrouble::Unbalanced);
        assert_eq!(owed.again(), [], "what never can be is not asked again");
    }
}

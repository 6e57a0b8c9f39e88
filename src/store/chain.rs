//! Walking the chain: whether each entry is the next link, holds, and says something that adds up.

use std::collections::HashMap;

use ed25519_dalek::{Signature, VerifyingKey};

use super::entries::Stored;
use crate::domain::{
    facts::{Continued, Identity},
    ids::{hex, unhex},
    journal::{Fact, till_id},
    ticket::Unbalanced,
};

/// How thoroughly the journal is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// Every hash and link; the signatures of the first and the last entry of each epoch.
    Links,
    /// Every signature too.
    Full,
}

/// An entry that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadEntry {
    /// The till it is of.
    pub till: String,
    /// The epoch it is of.
    pub epoch: u32,
    /// Its place.
    pub seq: u64,
    /// What is wrong with it.
    pub fault: Fault,
}

/// What is wrong with an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Its hash is not that of its content: something in it was changed.
    Hash,
    /// It is not linked to the entry before it.
    Link,
    /// Entries are missing before it, from this place on.
    Gap {
        /// The first place that is missing.
        from: u64,
    },
    /// The till's key did not sign it.
    Signature,
    /// The epoch's first entry does not name its key, or does not lead on from the epoch before.
    Identity,
    /// A ticket whose sums differ.
    Unbalanced(Unbalanced),
    /// Its content is not what such an entry holds, or of a later program.
    Unreadable(String),
}

/// The end of an epoch as far as it was walked.
struct End {
    seq: u64,
    hash: [u8; 32],
    sig: [u8; 64],
    key: Option<VerifyingKey>,
}

/// Several tills' epochs, each walked in its own order.
#[derive(Default)]
pub(super) struct Chain {
    ends: HashMap<(String, u32), End>,
}

impl Chain {
    /// Takes the next entry of its epoch in; answers what it says, and what is wrong with it.
    pub fn walk(&mut self, stored: &Stored, depth: Depth) -> (Option<Fact>, Option<Fault>) {
        let entry = &stored.entry;
        let heading = &entry.heading;
        let read = Fact::read(&heading.kind, stored.format, &entry.payload);
        let fault = self
            .fault(stored, read.as_ref().ok(), depth)
            .or(match &read {
                Ok(Fact::Ticket(ticket)) => ticket.check().err().map(Fault::Unbalanced),
                Ok(_) => None,
                Err(error) => Some(Fault::Unreadable(error.to_string())),
            });
        let place = (heading.till.clone(), heading.epoch);
        let key = match &read {
            Ok(Fact::Identity(identity)) if heading.seq == 1 => public_key(identity),
            _ => self.ends.get(&place).and_then(|end| end.key),
        };
        let end = End {
            seq: heading.seq,
            hash: entry.hash,
            sig: entry.sig,
            key,
        };
        self.ends.insert(place, end);
        (read.ok(), fault)
    }

    fn fault(&self, stored: &Stored, fact: Option<&Fact>, depth: Depth) -> Option<Fault> {
        let entry = &stored.entry;
        let heading = &entry.heading;
        if !entry.hash_holds() {
            return Some(Fault::Hash);
        }
        let place = (heading.till.clone(), heading.epoch);
        let key = match (self.ends.get(&place), fact) {
            (None, Some(Fact::Identity(identity))) if heading.seq == 1 => {
                if !self.leads_on(stored, identity) {
                    return Some(Fault::Identity);
                }
                public_key(identity)
            }
            (None, _) => return Some(Fault::Gap { from: 1 }),
            (Some(end), _) if heading.seq != end.seq + 1 => {
                return Some(Fault::Gap { from: end.seq + 1 });
            }
            (Some(end), _) if entry.prev != end.hash => return Some(Fault::Link),
            (Some(end), _) => end.key,
        };
        let looked_at = depth == Depth::Full || heading.seq == 1;
        (looked_at && !key.is_some_and(|key| entry.signature_holds(&key)))
            .then_some(Fault::Signature)
    }

    /// Whether an epoch begins as it must: the first with a key that makes the till's name, later
    /// ones from the end of one before, signed by its key where that was still there.
    fn leads_on(&self, stored: &Stored, identity: &Identity) -> bool {
        let entry = &stored.entry;
        let Some(key) = public_key(identity) else {
            return false;
        };
        match &identity.continues {
            None => {
                entry.prev == [0; 32]
                    && entry.heading.epoch == 1
                    && till_id(&key) == entry.heading.till
            }
            Some(continued) => {
                continued.epoch < entry.heading.epoch
                    && continued.hash == hex(&entry.prev)
                    && self.handed_over(&entry.heading.till, continued, &key)
            }
        }
    }

    fn handed_over(&self, till: &str, continued: &Continued, key: &VerifyingKey) -> bool {
        let before = self.ends.get(&(till.to_owned(), continued.epoch));
        let (Some(signature), Some(before)) = (&continued.signature, before) else {
            return true;
        };
        let signature = unhex(signature).map(|bytes| Signature::from_bytes(&bytes));
        before
            .key
            .zip(signature)
            .is_some_and(|(old, signature)| old.verify_strict(key.as_bytes(), &signature).is_ok())
    }

    /// The last entries whose signature does not hold, one per epoch at most.
    pub fn unsigned_ends(&self) -> Vec<BadEntry> {
        let unsigned = |end: &End| {
            !end.key.is_some_and(|key| {
                key.verify_strict(&end.hash, &Signature::from_bytes(&end.sig))
                    .is_ok()
            })
        };
        self.ends
            .iter()
            .filter(|(_, end)| unsigned(end))
            .map(|((till, epoch), end)| BadEntry {
                till: till.clone(),
                epoch: *epoch,
                seq: end.seq,
                fault: Fault::Signature,
            })
            .collect()
    }
}

fn public_key(identity: &Identity) -> Option<VerifyingKey> {
    unhex(&identity.public_key).and_then(|key| VerifyingKey::from_bytes(&key).ok())
}

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
    /// Every hash and link; the signatures of the first and the last entry of each epoch and of
    /// each closing, whose sums others rely on.
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
    /// A closing that does not say what the entries before it come to.
    Closing,
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
        // By the kind, as the hash has it: also where the content cannot be read.
        let looked_at = depth == Depth::Full || heading.seq == 1 || heading.kind == "closing";
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

#[cfg(test)]
mod tests {
    use ed25519_dalek::{Signer, SigningKey};

    use super::*;
    use crate::domain::{
        facts::{Event, Happening, Why},
        ids::Uid,
        journal::{Entry, FORMAT, Heading},
        label::Label,
        time::Moment,
    };

    fn key(seed: u8) -> SigningKey {
        SigningKey::from_bytes(&[seed; 32])
    }

    fn sealed(place: (u32, u64), fact: &Fact, prev: [u8; 32], key: &SigningKey) -> Stored {
        let heading = Heading {
            till: till_id(&self::key(1).verifying_key()),
            epoch: place.0,
            seq: place.1,
            uid: Uid([u8::try_from(place.1).unwrap(); 16]),
            kind: fact.kind().to_owned(),
            at: Moment::default(),
            business_day: "1970-01-01".to_owned(),
            operator: String::new(),
        };
        Stored {
            entry: Entry::seal(heading, fact.payload().unwrap(), prev, key),
            format: FORMAT,
        }
    }

    fn identity(key: &SigningKey, continues: Option<Continued>) -> Fact {
        Fact::Identity(Identity {
            till: till_id(&self::key(1).verifying_key()),
            name: Label::new("A").unwrap(),
            public_key: hex(key.verifying_key().as_bytes()),
            version: String::new(),
            machine: String::new(),
            why: Why::New,
            continues,
        })
    }

    fn start() -> Fact {
        Fact::Event(Event {
            what: Happening::Start,
            detail: None,
        })
    }

    fn faults(entries: &[Stored]) -> Vec<Option<Fault>> {
        let mut chain = Chain::default();
        let walk = |stored| chain.walk(stored, Depth::Full).1;
        entries.iter().map(walk).collect()
    }

    #[test]
    fn even_who_holds_the_key_cannot_leave_out_or_slip_in_an_entry() {
        let first = sealed((1, 1), &identity(&key(1), None), [0; 32], &key(1));
        let second = sealed((1, 2), &start(), first.entry.hash, &key(1));
        let third = sealed((1, 3), &start(), second.entry.hash, &key(1));
        let whole = [first.clone(), second.clone(), third.clone()];
        assert_eq!(faults(&whole), [None, None, None]);
        let gap = Some(Fault::Gap { from: 2 });
        assert_eq!(faults(&[first.clone(), third.clone()]), [None, gap]);
        assert_eq!(faults(&[second]), [Some(Fault::Gap { from: 1 })]);
        let other = sealed((1, 2), &start(), [9; 32], &key(1));
        let linked = [None, Some(Fault::Link), Some(Fault::Link)];
        assert_eq!(faults(&[first.clone(), other, third]), linked);
        let foreign = sealed((1, 2), &start(), first.entry.hash, &key(2));
        assert_eq!(faults(&[first, foreign]), [None, Some(Fault::Signature)]);
    }

    #[test]
    fn an_epoch_begins_under_a_key_that_the_one_before_knows() {
        let stranger = sealed((1, 1), &identity(&key(2), None), [0; 32], &key(2));
        assert_eq!(faults(&[stranger]), [Some(Fault::Identity)]);
        let first = sealed((1, 1), &identity(&key(1), None), [0; 32], &key(1));
        let from = |hash: &[u8; 32], signature: Option<&SigningKey>| Continued {
            epoch: 1,
            seq: 1,
            hash: hex(hash),
            signature: signature
                .map(|old| hex(&old.sign(key(2).verifying_key().as_bytes()).to_bytes())),
        };
        let end = first.entry.hash;
        for (continued, fault) in [
            (from(&end, Some(&key(1))), None),
            (from(&end, None), None),
            (from(&end, Some(&key(3))), Some(Fault::Identity)),
            (from(&[9; 32], None), Some(Fault::Identity)),
        ] {
            let fact = identity(&key(2), Some(continued));
            let second = sealed((2, 1), &fact, end, &key(2));
            assert_eq!(faults(&[first.clone(), second]), [None, fault]);
        }
    }

    /// An event under the name of another kind.
    fn called(kind: &str, seq: u64, prev: [u8; 32], by: &SigningKey) -> Stored {
        let mut entry = sealed((1, seq), &start(), prev, by).entry;
        entry.heading.kind = kind.to_owned();
        Stored {
            entry: Entry::seal(entry.heading, entry.payload, prev, by),
            format: FORMAT,
        }
    }

    #[test]
    fn what_a_later_program_wrote_is_named_and_walked_over() {
        let first = sealed((1, 1), &identity(&key(1), None), [0; 32], &key(1));
        let later = called("order", 2, first.entry.hash, &key(1));
        let third = sealed((1, 3), &start(), later.entry.hash, &key(1));
        let found = faults(&[first, later, third]);
        assert!(matches!(found[1], Some(Fault::Unreadable(_))), "{found:?}");
        assert_eq!(found[2], None);
    }

    #[test]
    fn a_closing_of_another_key_is_found_without_looking_at_every_signature() {
        let first = sealed((1, 1), &identity(&key(1), None), [0; 32], &key(1));
        let passed_over = sealed((1, 2), &start(), first.entry.hash, &key(2));
        let closing = called("closing", 3, passed_over.entry.hash, &key(2));
        let mut chain = Chain::default();
        let mut walk = |stored| chain.walk(stored, Depth::Links).1;
        assert_eq!(walk(&first), None);
        assert_eq!(walk(&passed_over), None);
        assert_eq!(walk(&closing), Some(Fault::Signature));
    }
}

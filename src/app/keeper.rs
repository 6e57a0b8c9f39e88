//! The keeper's PIN, where it meets the disk: hashed, checked, and what the journal is told of it.
//! All of it on the store's thread: no key waits while a PIN is hashed.

use argon2::{
    Algorithm, Argon2, Params, PasswordHash, PasswordHasher, PasswordVerifier, Version,
    password_hash::{Error as HashError, SaltString},
};

use crate::{
    domain::{
        facts::{Event, Happening},
        ids::Uid,
        journal::{Fact, Proposal},
        keeper::{KeeperAnswer, KeeperAsk, Kept, Misses, Pin},
        label::Label,
        time::Moment,
    },
    store::{Store, StoreError},
};

/// 19 MiB, twice, one lane: the least that OWASP's password storage sheet asks of Argon2id. A
/// Raspberry Pi with 512 MB has the room beside the till and takes about a second; more would make
/// the stall wait and not save a PIN of four digits from who has the file and an evening.
pub const COST: (u32, u32, u32) = (19 * 1024, 2, 1);

/// Who asks, and when: for what the journal is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asker {
    /// The name of the entry, if there is one to write.
    pub uid: Uid,
    /// When.
    pub at: Moment,
    /// Who is at the till.
    pub operator: String,
}

impl Asker {
    /// The entry that says what happened.
    pub fn says(self, what: Happening, detail: Option<Label>) -> Proposal {
        Proposal {
            uid: self.uid,
            at: self.at,
            operator: self.operator,
            fact: Fact::Event(Event { what, detail }),
        }
    }
}

/// Why nothing was done.
#[derive(Debug, thiserror::Error)]
pub enum Unkept {
    /// The disk.
    #[error("{0}")]
    Store(#[from] StoreError),
    /// What is kept is no hash that this program reads, or no memory was left for one.
    #[error("the keeper's PIN: {0}")]
    Hash(HashError),
    /// The system gives no random numbers for a salt.
    #[error("the system gives no random numbers")]
    NoRandomness,
}

/// Does what is asked and says what came of it.
pub fn answer(store: &mut Store, ask: KeeperAsk, asker: Asker) -> Result<KeeperAnswer, Unkept> {
    match ask {
        KeeperAsk::Check(pin) => check(store, &pin, asker),
        KeeperAsk::Set(pin) => {
            let kept = Kept {
                phc: hash(&pin, COST)?,
                misses: Misses::default(),
            };
            store.keep(Some(&kept), Some(asker.says(Happening::KeeperSet, None)))?;
            Ok(KeeperAnswer::Set)
        }
        KeeperAsk::Clear => {
            store.keep(None, Some(asker.says(Happening::KeeperCleared, None)))?;
            Ok(KeeperAnswer::Cleared)
        }
    }
}

/// A wrong one is kept and, at every third, written down, before it is answered. A disk that takes
/// nothing more lets nobody in and locks nobody out.
fn check(store: &mut Store, pin: &Pin, asker: Asker) -> Result<KeeperAnswer, Unkept> {
    let Some(kept) = store.keeper()? else {
        return Ok(KeeperAnswer::Right);
    };
    if kept.misses.left_ms(asker.at) > 0 {
        return Ok(KeeperAnswer::Wrong(kept.misses));
    }
    let (right, misses) = match is_right(pin, &kept.phc)? {
        Verdict::Right => (KeeperAnswer::Right, Misses::default()),
        Verdict::Wrong => {
            let misses = kept.misses.and_one(asker.at);
            (KeeperAnswer::Wrong(misses), misses)
        }
    };
    if misses != kept.misses {
        let told = misses.are_told().then(|| {
            asker.says(
                Happening::KeeperMissed,
                Label::new(&misses.count.to_string()),
            )
        });
        let kept = Kept { misses, ..kept };
        let written = store.keep(Some(&kept), told);
        if right != KeeperAnswer::Right {
            written?;
        }
    }
    Ok(right)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Right,
    Wrong,
}

fn is_right(pin: &Pin, phc: &str) -> Result<Verdict, Unkept> {
    let kept = PasswordHash::new(phc).map_err(Unkept::Hash)?;
    match Argon2::default().verify_password(pin.digits(), &kept) {
        Ok(()) => Ok(Verdict::Right),
        Err(HashError::Password) => Ok(Verdict::Wrong),
        Err(error) => Err(Unkept::Hash(error)),
    }
}

/// The PHC string of a PIN, with a salt of its own, at this cost: KiB of memory, passes, lanes.
pub fn hash(pin: &Pin, (memory, passes, lanes): (u32, u32, u32)) -> Result<String, Unkept> {
    let mut salt = [0; 16];
    getrandom::fill(&mut salt).map_err(|_| Unkept::NoRandomness)?;
    let salt = SaltString::encode_b64(&salt).map_err(Unkept::Hash)?;
    let cost = Params::new(memory, passes, lanes, None).map_err(|it| Unkept::Hash(it.into()))?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, cost);
    let made = argon2.hash_password(pin.digits(), &salt);
    Ok(made.map_err(Unkept::Hash)?.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pin(digits: &str) -> Pin {
        let mut pin = Pin::default();
        for digit in digits.chars() {
            pin.push(digit).unwrap();
        }
        pin
    }

    #[test]
    fn the_real_cost_is_in_the_string_and_only_the_right_pin_fits() {
        let made = hash(&pin("2718"), COST).unwrap();
        assert!(
            made.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"),
            "{made}"
        );
        assert!(!made.contains("2718"));
        assert!(is_right(&pin("2718"), &made).unwrap() == Verdict::Right);
        assert!(is_right(&pin("2719"), &made).unwrap() == Verdict::Wrong);
    }

    #[test]
    fn the_same_pin_has_another_string_each_time() {
        let small = (8, 1, 1);
        let (one, other) = (hash(&pin("1234"), small), hash(&pin("1234"), small));
        assert_ne!(one.unwrap(), other.unwrap());
        assert!(is_right(&pin("1234"), "no hash at all").is_err());
    }
}

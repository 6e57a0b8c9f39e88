//! The journal: the only way anything changes, and the bytes anybody can check it by (format 1).

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};

use super::{
    catalogue::CatalogueChange,
    closing::Closing,
    day::{Cash, Count, DayOpened},
    facts::{Abandoned, Event, Identity, Printed, StockMoves},
    ids::{Uid, crockford, hex},
    member::MemberChange,
    settings::SettingsChange,
    settlement::Settlement,
    ticket::Ticket,
    time::Moment,
};

/// The format of the bytes below.
pub const FORMAT: u32 = 1;

/// What an entry says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fact {
    /// An epoch begins: which till, by which key.
    Identity(Identity),
    /// Products, producers, departments or quick keys changed.
    Catalogue(CatalogueChange),
    /// What decides money changed.
    Settings(SettingsChange),
    /// Something was sold and paid, or taken back.
    Ticket(Box<Ticket>),
    /// A line was voided, or a basket given up.
    Abandoned(Abandoned),
    /// Goods came or went otherwise than by a sale.
    Stock(StockMoves),
    /// Accounts were opened or changed, or money moved between them.
    Member(MemberChange),
    /// A producer was given what is hers.
    Settlement(Box<Settlement>),
    /// The till was opened for a market.
    Day(DayOpened),
    /// Money of a drawer came or went without a sale, or was found there.
    Cash(Cash),
    /// What was found in the drawers.
    Count(Count),
    /// A day, a month or a year was closed.
    Closing(Box<Closing>),
    /// A ticket was printed.
    Printed(Printed),
    /// Something happened to the till itself.
    Event(Event),
}

impl Fact {
    /// The kind as the journal writes it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Identity(_) => "identity",
            Self::Catalogue(_) => "catalogue",
            Self::Settings(_) => "settings",
            Self::Ticket(_) => "ticket",
            Self::Abandoned(_) => "abandoned",
            Self::Stock(_) => "stock",
            Self::Member(_) => "member",
            Self::Settlement(_) => "settlement",
            Self::Day(_) => "day",
            Self::Cash(_) => "cash",
            Self::Count(_) => "count",
            Self::Closing(_) => "closing",
            Self::Printed(_) => "printed",
            Self::Event(_) => "event",
        }
    }

    /// Its content as canonical JSON: keys sorted by code point, no white space, no fractions.
    pub fn payload(&self) -> Result<String, NotCanonical> {
        match self {
            Self::Identity(it) => canonical(it),
            Self::Catalogue(it) => canonical(it),
            Self::Settings(it) => canonical(it),
            Self::Ticket(it) => canonical(it),
            Self::Abandoned(it) => canonical(it),
            Self::Stock(it) => canonical(it),
            Self::Member(it) => canonical(it),
            Self::Settlement(it) => canonical(it),
            Self::Day(it) => canonical(it),
            Self::Cash(it) => canonical(it),
            Self::Count(it) => canonical(it),
            Self::Closing(it) => canonical(it),
            Self::Printed(it) => canonical(it),
            Self::Event(it) => canonical(it),
        }
    }

    /// Reads an entry's content back.
    pub fn read(kind: &str, format: u32, payload: &str) -> Result<Self, Unreadable> {
        if format != FORMAT {
            return Err(Unreadable::Format(format));
        }
        Ok(match kind {
            "identity" => Self::Identity(read(payload)?),
            "catalogue" => Self::Catalogue(read(payload)?),
            "settings" => Self::Settings(read(payload)?),
            "ticket" => Self::Ticket(read(payload)?),
            "abandoned" => Self::Abandoned(read(payload)?),
            "stock" => Self::Stock(read(payload)?),
            "member" => Self::Member(read(payload)?),
            "settlement" => Self::Settlement(read(payload)?),
            "day" => Self::Day(read(payload)?),
            "cash" => Self::Cash(read(payload)?),
            "count" => Self::Count(read(payload)?),
            "closing" => Self::Closing(read(payload)?),
            "printed" => Self::Printed(read(payload)?),
            "event" => Self::Event(read(payload)?),
            other => return Err(Unreadable::Kind(other.to_owned())),
        })
    }
}

fn read<T: DeserializeOwned>(payload: &str) -> Result<T, Unreadable> {
    serde_json::from_str(payload).map_err(|error| Unreadable::Content(error.to_string()))
}

/// Content that this program cannot read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// Bytes of another format.
    #[error("journal format {0}")]
    Format(u32),
    /// A kind of entry that a later program knows.
    #[error("entry kind {0}")]
    Kind(String),
    /// Not what this kind of entry holds.
    #[error("entry content: {0}")]
    Content(String),
}

/// Content with a fraction or something else that canonical JSON does not hold: a mistake of ours.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("content that cannot be written canonically: {0}")]
pub struct NotCanonical(String);

/// Canonical JSON of any value: sorted keys, integers only, shortest escapes.
pub fn canonical<T: Serialize>(content: &T) -> Result<String, NotCanonical> {
    let value = serde_json::to_value(content).map_err(|error| NotCanonical(error.to_string()))?;
    if let Some(fraction) = fraction(&value) {
        return Err(NotCanonical(fraction));
    }
    serde_json::to_string(&value).map_err(|error| NotCanonical(error.to_string()))
}

fn fraction(value: &serde_json::Value) -> Option<String> {
    use serde_json::Value;
    match value {
        Value::Number(number) if number.is_f64() => Some(number.to_string()),
        Value::Array(items) => items.iter().find_map(fraction),
        Value::Object(fields) => fields.values().find_map(fraction),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    }
}

/// Something to be written down, before it has a place in the journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// Its name, made with the draft: proposing it again is the same entry.
    pub uid: Uid,
    /// When it happened.
    pub at: Moment,
    /// Who was at the till; empty if nobody said so.
    pub operator: String,
    /// What happened.
    pub fact: Fact,
}

/// An entry's place and circumstances: everything the hash covers but content and links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The till's name for machines, eight Crockford characters.
    pub till: String,
    /// Which life of the till.
    pub epoch: u32,
    /// The place, gapless from 1.
    pub seq: u64,
    /// The entry's own name.
    pub uid: Uid,
    /// The kind of entry.
    pub kind: String,
    /// When it happened.
    pub at: Moment,
    /// The market day, `YYYY-MM-DD`.
    pub business_day: String,
    /// Who was at the till.
    pub operator: String,
}

/// A link of the chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Place and circumstances.
    pub heading: Heading,
    /// The content as canonical JSON.
    pub payload: String,
    /// The hash of the entry before; zeros at the very beginning.
    pub prev: [u8; 32],
    /// The hash of [`text`].
    pub hash: [u8; 32],
    /// The till's signature of `hash` (Ed25519, RFC 8032).
    pub sig: [u8; 64],
}

impl Entry {
    /// Forges the next link.
    pub fn seal(heading: Heading, payload: String, prev: [u8; 32], key: &SigningKey) -> Self {
        let hash = hash(&text(&heading, &payload, &prev));
        Self {
            sig: key.sign(&hash).to_bytes(),
            heading,
            payload,
            prev,
            hash,
        }
    }

    /// Whether the hash is that of the content.
    pub fn hash_holds(&self) -> bool {
        hash(&text(&self.heading, &self.payload, &self.prev)) == self.hash
    }

    /// Whether the till of this public key signed it.
    pub fn signature_holds(&self, key: &VerifyingKey) -> bool {
        key.verify_strict(&self.hash, &Signature::from_bytes(&self.sig))
            .is_ok()
    }

    /// The four characters of the hash that receipts and closings print: 3rd, 7th, 13th, 19th.
    pub fn extract(&self) -> String {
        extract(&self.hash)
    }
}

/// The four characters of a hash that receipts and closings print: 3rd, 7th, 13th, 19th.
pub fn extract(hash: &[u8; 32]) -> String {
    let letters: Vec<char> = hex(hash).to_uppercase().chars().collect();
    [2, 6, 12, 18]
        .iter()
        .filter_map(|at| letters.get(*at))
        .collect()
}

/// The text whose SHA-256 is the entry's hash; each line ends with LF.
pub fn text(heading: &Heading, payload: &str, prev: &[u8; 32]) -> String {
    format!(
        "etal-journal-{FORMAT}\ntill={}\nepoch={}\nseq={}\nuid={}\nkind={}\nat={}\n\
         offset={}\nday={}\noperator={}\nprev={}\npayload={payload}\n",
        heading.till,
        heading.epoch,
        heading.seq,
        heading.uid,
        heading.kind,
        heading.at.utc_ms,
        heading.at.offset_min,
        heading.business_day,
        heading.operator,
        hex(prev),
    )
}

fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}

/// The till's name for machines: base 32 of the start of its first public key's hash.
pub fn till_id(first_key: &VerifyingKey) -> String {
    crockford(&Sha256::digest(first_key.as_bytes()), 8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::facts::{Event, Happening};

    fn heading() -> Heading {
        Heading {
            till: "K7QF2M9P".to_owned(),
            epoch: 1,
            seq: 97,
            uid: Uid([0x6f; 16]),
            kind: "event".to_owned(),
            at: Moment {
                utc_ms: 1_795_342_980_123,
                offset_min: 60,
            },
            business_day: "2026-11-21".to_owned(),
            operator: "lea".to_owned(),
        }
    }

    #[test]
    fn the_text_is_the_one_of_the_format() {
        let text = text(&heading(), "{}", &[0xab; 32]);
        let lines: Vec<&str> = text.split('\n').collect();
        assert_eq!(lines[0], "etal-journal-1");
        assert_eq!(lines[3], "seq=97");
        assert_eq!(lines[6], "at=1795342980123");
        assert_eq!(lines[11], "payload={}");
        assert_eq!(lines[12], "", "ends with LF");
    }

    #[test]
    fn a_changed_cent_or_a_foreign_key_is_seen() {
        let key = SigningKey::from_bytes(&[1; 32]);
        let mut entry = Entry::seal(heading(), "{\"cents\":1}".to_owned(), [0; 32], &key);
        assert!(entry.hash_holds());
        assert!(entry.signature_holds(&key.verifying_key()));
        let other = SigningKey::from_bytes(&[2; 32]);
        assert!(!entry.signature_holds(&other.verifying_key()));
        entry.payload = "{\"cents\":2}".to_owned();
        assert!(!entry.hash_holds());
    }

    #[test]
    fn content_is_sorted_and_without_fractions() {
        assert_eq!(
            canonical(&serde_json::json!({"z": 1, "a": "é\n", "m": [true, null]})).unwrap(),
            "{\"a\":\"é\\n\",\"m\":[true,null],\"z\":1}"
        );
        assert!(canonical(&serde_json::json!({"a": [0.5]})).is_err());
    }

    #[test]
    fn a_later_kind_is_named_not_guessed() {
        assert_eq!(
            Fact::read("received", 1, "{}"),
            Err(Unreadable::Kind("received".to_owned()))
        );
        let start = Fact::Event(Event {
            what: Happening::Start,
            detail: None,
        });
        let back = Fact::read(start.kind(), 1, &start.payload().unwrap());
        assert_eq!(back, Ok(start));
    }
}

//! Why a settings file cannot be applied; each reason has a sentence in the locale files.

use serde::Serialize;

use crate::exchange::{decode::line_of, said::Said};

/// Why nothing of a settings file is applied, and where.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, Serialize)]
#[error("{}", self.reason.id())]
pub struct SettingsFileRefusal {
    /// The line of the file, from 1.
    pub line: u32,
    /// The character in that line, from 1.
    pub column: u32,
    /// Why.
    pub reason: SettingsReason,
}

impl SettingsFileRefusal {
    pub(super) fn at(text: &str, at: usize, reason: SettingsReason) -> Self {
        let before = text.get(..at).unwrap_or(text);
        let line_begins = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before
            .get(line_begins..)
            .unwrap_or_default()
            .chars()
            .count();
        Self {
            line: line_of(text, at),
            column: u32::try_from(column).unwrap_or(u32::MAX).saturating_add(1),
            reason,
        }
    }
}

/// Why a settings file cannot be applied.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(into = "Said")]
pub enum SettingsReason {
    /// Not TOML.
    Syntax {
        /// What the TOML reader says, in English.
        message: String,
    },
    /// A key that means nothing here.
    UnknownKey {
        /// The key.
        key: String,
        /// Those that mean something.
        known: String,
    },
    /// Something else than what the key holds.
    WrongType {
        /// The key.
        key: String,
        /// What it looks like.
        expected: &'static str,
    },
    /// A key that a new thing cannot do without.
    Missing {
        /// The key.
        key: &'static str,
        /// The part of the file.
        part: &'static str,
    },
    /// A name of which nothing can be shown.
    Empty {
        /// The key.
        key: &'static str,
    },
    /// Not an amount of euros, or below zero.
    Amount {
        /// What stands there.
        value: String,
    },
    /// Not a percentage up to 100 with at most two decimals.
    Rate {
        /// What stands there.
        value: String,
    },
    /// Not one of the words there are.
    NotAWord {
        /// What stands there.
        value: String,
        /// The words there are.
        known: String,
    },
    /// Not a day written `2014-01-01`.
    Date {
        /// What stands there.
        value: String,
    },
    /// Not an hour from 0 to 23.
    Hour {
        /// What stands there.
        value: String,
    },
    /// Not a month from 1 to 12.
    Month {
        /// What stands there.
        value: String,
    },
    /// A note or coin that is worth nothing.
    PieceWorth {
        /// What stands there.
        value: String,
    },
    /// Notes or coins of one worth are there twice.
    PieceTwice {
        /// What one is worth.
        worth: String,
    },
    /// Not a number of notes or coins that a drawer can hold.
    PieceCount {
        /// What stands there.
        value: String,
    },
    /// Not an id.
    Id {
        /// What stands there.
        value: String,
    },
    /// Two things with one id.
    IdTwice {
        /// The id.
        id: String,
    },
    /// Two things of one kind with one name.
    NameTwice {
        /// The name.
        name: String,
    },
    /// Not one letter without an accent.
    Letter {
        /// What stands there.
        value: String,
    },
    /// `x` is the sign for times on the sell line, never a quick key.
    LetterTimes,
    /// Two quick keys with one letter.
    QuickLetterTwice {
        /// The letter.
        letter: char,
        /// One key's name.
        one: String,
        /// The other's.
        other: String,
    },
    /// Two means of payment with one letter.
    TenderLetterTwice {
        /// The letter.
        letter: char,
        /// One's name.
        one: String,
        /// The other's.
        other: String,
    },
    /// A letter the pay screen needs for itself.
    TenderLetter {
        /// The letter.
        letter: char,
        /// The means of payment.
        tender: String,
    },
    /// One token of a means is worth nothing.
    TenderUnit {
        /// The means of payment.
        tender: String,
    },
    /// A means may pay nothing.
    TenderCap {
        /// The means of payment.
        tender: String,
    },
    /// A means may pay less in a day than on one ticket.
    TenderDayCap {
        /// The means of payment.
        tender: String,
    },
    /// A means that pays from an account asks for no member.
    TenderNeedsMember {
        /// The means of payment.
        tender: String,
    },
    /// No means of payment moves the drawer's notes and coins.
    NoCash,
    /// Two tariffs with one letter.
    TariffLetterTwice {
        /// The letter.
        letter: char,
        /// One's name.
        one: String,
        /// The other's.
        other: String,
    },
    /// A letter the list of tariffs needs for itself.
    TariffLetter {
        /// The letter.
        letter: char,
        /// The tariff.
        tariff: String,
    },
    /// A tariff of nothing, or of more than five times the fair price.
    TariffPercent {
        /// What stands there.
        value: String,
    },
    /// Two kinds of deposit with one price.
    DepositPriceTwice {
        /// The price.
        price: String,
        /// One's name.
        one: String,
        /// The other's.
        other: String,
    },
    /// A deposit of nothing.
    DepositPrice {
        /// The kind of deposit.
        deposit: String,
    },
    /// Two operators with the same initials.
    OperatorTwice {
        /// The initials.
        initials: String,
    },
    /// A commission that is not from nothing to the whole.
    Commission {
        /// What stands there.
        value: String,
    },
    /// Producers whose VAT status nobody has said.
    StatusMissing {
        /// Their names.
        producers: String,
    },
    /// Another VAT status than before, and no day from which it holds.
    StatusSince {
        /// The producer.
        producer: String,
    },
    /// Two VAT statuses from one day on.
    StatusTwice {
        /// The producer.
        producer: String,
    },
    /// No producer, or several, of this name.
    Producer {
        /// The name.
        name: String,
    },
    /// No department, or several, of this name.
    Department {
        /// The name.
        name: String,
    },
    /// Not one of the VAT rates.
    VatUnknown {
        /// The rate.
        rate: String,
        /// Those there are.
        known: String,
    },
    /// A VAT rate is left out that something still has.
    VatInUse {
        /// The rate.
        rate: String,
        /// What has it.
        by: String,
    },
}

impl SettingsReason {
    /// The stable id of its sentence.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "settings-syntax",
            Self::UnknownKey { .. } => "settings-unknown-key",
            Self::WrongType { .. } => "settings-wrong-type",
            Self::Missing { .. } => "settings-missing",
            Self::Empty { .. } => "settings-empty",
            Self::Amount { .. } => "settings-amount",
            Self::Rate { .. } => "settings-rate",
            Self::NotAWord { .. } => "settings-not-a-word",
            Self::Date { .. } => "settings-date",
            Self::Hour { .. } => "settings-hour",
            Self::Month { .. } => "settings-month",
            Self::PieceWorth { .. } => "settings-piece-worth",
            Self::PieceTwice { .. } => "settings-piece-twice",
            Self::PieceCount { .. } => "settings-piece-count",
            Self::Id { .. } => "settings-id",
            Self::IdTwice { .. } => "settings-id-twice",
            Self::NameTwice { .. } => "settings-name-twice",
            Self::Letter { .. } => "settings-letter",
            Self::LetterTimes => "settings-letter-times",
            Self::QuickLetterTwice { .. } => "settings-quick-letter-twice",
            Self::TenderLetterTwice { .. } => "settings-tender-letter-twice",
            Self::TenderLetter { .. } => "settings-tender-letter",
            Self::TenderUnit { .. } => "settings-tender-unit",
            Self::TenderCap { .. } => "settings-tender-cap",
            Self::TenderDayCap { .. } => "settings-tender-day-cap",
            Self::TenderNeedsMember { .. } => "settings-tender-needs-member",
            Self::NoCash => "settings-no-cash",
            Self::TariffLetterTwice { .. } => "settings-tariff-letter-twice",
            Self::TariffLetter { .. } => "settings-tariff-letter",
            Self::TariffPercent { .. } => "settings-tariff-percent",
            Self::DepositPriceTwice { .. } => "settings-deposit-price-twice",
            Self::DepositPrice { .. } => "settings-deposit-price",
            Self::OperatorTwice { .. } => "settings-operator-twice",
            Self::Commission { .. } => "settings-commission",
            Self::StatusMissing { .. } => "settings-status-missing",
            Self::StatusSince { .. } => "settings-status-since",
            Self::StatusTwice { .. } => "settings-status-twice",
            Self::Producer { .. } => "settings-producer",
            Self::Department { .. } => "settings-department",
            Self::VatUnknown { .. } => "settings-vat-unknown",
            Self::VatInUse { .. } => "settings-vat-in-use",
        }
    }

    /// What there is to say about it.
    pub fn said(&self) -> Said {
        let said = Said::plain(self.id());
        match self {
            Self::Syntax { message } => said.with("message", message),
            Self::UnknownKey { key, known } => said.with("key", key).with("known", known),
            Self::WrongType { key, expected } => said.with("key", key).with("expected", expected),
            Self::Missing { key, part } => said.with("key", key).with("part", part),
            Self::Empty { key } => said.with("key", key),
            Self::Amount { value }
            | Self::Rate { value }
            | Self::Date { value }
            | Self::Hour { value }
            | Self::Month { value }
            | Self::PieceWorth { value }
            | Self::PieceCount { value }
            | Self::Id { value }
            | Self::Letter { value }
            | Self::TariffPercent { value }
            | Self::Commission { value } => said.with("value", value),
            Self::NotAWord { value, known } => said.with("value", value).with("known", known),
            Self::IdTwice { id } => said.with("twice", id),
            Self::NameTwice { name } | Self::Producer { name } | Self::Department { name } => {
                said.with("name", name)
            }
            Self::QuickLetterTwice { letter, one, other }
            | Self::TenderLetterTwice { letter, one, other }
            | Self::TariffLetterTwice { letter, one, other } => said
                .with("letter", letter)
                .with("one", one)
                .with("other", other),
            Self::TenderLetter { letter, tender } => {
                said.with("letter", letter).with("tender", tender)
            }
            Self::TenderUnit { tender }
            | Self::TenderCap { tender }
            | Self::TenderDayCap { tender }
            | Self::TenderNeedsMember { tender } => said.with("tender", tender),
            Self::TariffLetter { letter, tariff } => {
                said.with("letter", letter).with("tariff", tariff)
            }
            Self::DepositPriceTwice { price, one, other } => said
                .with("price", price)
                .with("one", one)
                .with("other", other),
            Self::DepositPrice { deposit } => said.with("deposit", deposit),
            Self::PieceTwice { worth } => said.with("worth", worth),
            Self::OperatorTwice { initials } => said.with("initials", initials),
            Self::StatusMissing { producers } => said.with("producers", producers),
            Self::StatusSince { producer } | Self::StatusTwice { producer } => {
                said.with("producer", producer)
            }
            Self::VatUnknown { rate, known } => said.with("rate", rate).with("known", known),
            Self::VatInUse { rate, by } => said.with("rate", rate).with("by", by),
            Self::LetterTimes | Self::NoCash => said,
        }
    }
}

impl From<SettingsReason> for Said {
    fn from(reason: SettingsReason) -> Self {
        reason.said()
    }
}

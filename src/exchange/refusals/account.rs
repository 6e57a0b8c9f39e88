//! Why a row about a member is not taken.

use crate::{domain::label::Label, exchange::said::Said};

/// Why a row about a member is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum AccountReason {
    /// No name, or one of which nothing can be shown.
    NameMissing,
    /// A number that is too long, or has blanks in it.
    Number,
    /// Not a telephone number.
    Phone,
    /// Not an e-mail address.
    Email,
    /// Not what a scanner reads on a card.
    Card,
    /// `3,76012E+12`: a spreadsheet has rounded the card's number away.
    CardRounded,
    /// Not a year.
    Year,
    /// The number is on another line too.
    NumberTwice {
        /// That line.
        other: u32,
    },
    /// The card is on another line too.
    CardTwice {
        /// That line.
        other: u32,
    },
    /// Another member holds the card.
    CardTaken {
        /// That member's number.
        number: Label,
    },
    /// Another line is about the same people.
    SamePeople {
        /// That line.
        other: u32,
    },
    /// Another line is about the same account.
    SameMember {
        /// That line.
        other: u32,
        /// The account's number.
        number: Label,
    },
    /// The same person has an account under another number.
    OtherNumber {
        /// That number.
        other: Label,
    },
    /// The row could be about two accounts.
    TwoMembers {
        /// One's number.
        one: Label,
        /// The other's.
        other: Label,
    },
    /// The account is closed.
    Closed,
}

impl AccountReason {
    /// The stable id of its sentence.
    pub const fn id(&self) -> &'static str {
        match self {
            Self::NameMissing => "import-member-name-missing",
            Self::Number => "import-member-number",
            Self::Phone => "import-member-phone",
            Self::Email => "import-member-email",
            Self::Card => "import-member-card",
            Self::CardRounded => "import-member-card-rounded",
            Self::Year => "import-member-year",
            Self::NumberTwice { .. } => "import-member-number-twice",
            Self::CardTwice { .. } => "import-member-card-twice",
            Self::CardTaken { .. } => "import-member-card-taken",
            Self::SamePeople { .. } => "import-member-same-people",
            Self::SameMember { .. } => "import-member-same",
            Self::OtherNumber { .. } => "import-member-other-number",
            Self::TwoMembers { .. } => "import-member-two",
            Self::Closed => "import-member-closed",
        }
    }

    /// What there is to say about it.
    pub fn said(&self) -> Said {
        let said = Said::plain(self.id());
        match self {
            Self::NumberTwice { other }
            | Self::CardTwice { other }
            | Self::SamePeople { other } => said.with("other", other),
            Self::CardTaken { number } => said.with("number", number),
            Self::SameMember { other, number } => said.with("other", other).with("number", number),
            Self::OtherNumber { other } => said.with("other", other),
            Self::TwoMembers { one, other } => said.with("one", one).with("other", other),
            Self::NameMissing
            | Self::Number
            | Self::Phone
            | Self::Email
            | Self::Card
            | Self::CardRounded
            | Self::Year
            | Self::Closed => said,
        }
    }
}

//! Why a line of `etal ring` was not rung: stable English names for programs, sentences for people.

use crate::{
    domain::{
        ids::Uid,
        money::Money,
        pay::{Bound, PayRefusal},
    },
    ui::words::Words,
};

/// Names each error once: what the program calls it, what scripts call it, and its sentence.
macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident $id:literal $word:literal)*) => {
        /// Why a line was not rung.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(super) enum ErrorId {
            $($(#[$doc])* $name,)*
        }

        impl ErrorId {
            /// The stable name in answers.
            pub(super) const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id,)*
                }
            }

            const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }

        /// The names of all errors that `etal ring` answers; scripts may rely on them.
        pub const ERRORS: &[&str] = &[$($id),*];
    };
}

errors! {
    /// More than a megabyte without a line feed.
    LineTooLong "line_too_long" "ring-line-too-long"
    /// Not one JSON object in UTF-8.
    NotJson "not_json" "ring-not-json"
    /// A number with a fraction that is not in quotes.
    Fraction "fraction" "ring-fraction"
    /// A field that no ticket has.
    UnknownField "unknown_field" "ring-unknown-field"
    /// A field that stands twice in one object.
    RepeatedField "repeated_field" "ring-repeated-field"
    /// A field without which it is no sale.
    MissingField "missing_field" "ring-missing-field"
    /// A field with something in it that it cannot hold.
    BadValue "bad_value" "ring-bad-value"
    /// The uid of an entry that is not a ticket.
    UidTaken "uid_taken" "ring-uid-taken"
    /// Nobody has this number or card.
    UnknownMember "unknown_member" "ring-unknown-member"
    /// The member's account is closed.
    MemberClosed "member_closed" "ring-member-closed"
    /// No tariff has this id, name or letter.
    UnknownTariff "unknown_tariff" "ring-unknown-tariff"
    /// No line on the ticket.
    EmptyTicket "empty_ticket" "ring-empty-ticket"
    /// More lines than a ticket holds.
    TooManyLines "too_many_lines" "ring-too-many-lines"
    /// No article has this code.
    UnknownCode "unknown_code" "ring-unknown-code"
    /// No article has this barcode.
    UnknownBarcode "unknown_barcode" "ring-unknown-barcode"
    /// No quick key has this letter.
    UnknownQuickKey "unknown_quick_key" "ring-unknown-quick-key"
    /// A quantity of zero.
    ZeroQuantity "zero_quantity" "ring-zero-quantity"
    /// A part of something that is sold whole.
    ByThePiece "by_the_piece" "ring-by-the-piece"
    /// No kind of jar or bottle costs this.
    UnknownDeposit "unknown_deposit" "ring-unknown-deposit"
    /// A VAT rate that the stall has not on that day.
    UnknownVat "unknown_vat" "ring-unknown-vat"
    /// A line or a total beyond what a till takes.
    TooMuch "too_much" "ring-too-much"
    /// A means of payment that the stall has not.
    UnknownTender "unknown_tender" "ring-unknown-tender"
    /// A name for a means that has one already.
    NameNotTaken "name_not_taken" "ring-name-not-taken"
    /// A payment when nothing is left to pay.
    NothingLeft "nothing_left" "ring-nothing-left"
    /// More than is owed by a means that gives no change.
    NoChange "no_change" "ring-no-change"
    /// A number of tokens that is not whole, or more of them than fit.
    Tokens "tokens" "ring-tokens"
    /// Tokens of a means that is not counted in pieces.
    NoPieces "no_pieces" "ring-no-pieces"
    /// A payment that says how much in two ways.
    TwoAmounts "two_amounts" "ring-two-amounts"
    /// A means that needs a member, on a ticket without one.
    NeedsMember "needs_member" "ring-needs-member"
    /// More than the account and its tab have.
    OverLimit "over_limit" "ring-over-limit"
    /// More than the means' cap per ticket.
    TicketCap "ticket_cap" "ring-ticket-cap"
    /// More than the means' cap per market day.
    DayCap "day_cap" "ring-day-cap"
    /// More than the goods that the means may pay.
    NotEligible "not_eligible" "ring-not-eligible"
    /// More than the solidarity fund has.
    FundLimit "fund_limit" "ring-fund-limit"
    /// A credit note that is not named.
    NeedsNote "needs_note" "ring-needs-note"
    /// A note for a means that takes none.
    NoNote "no_note" "ring-no-note"
    /// No credit note has this name.
    UnknownNote "unknown_note" "ring-unknown-note"
    /// A credit note that was used before, or stands twice on the ticket.
    NoteUsed "note_used" "ring-note-used"
    /// More cash than the law allows on one ticket (code monétaire et financier, art. D.112-3).
    CashLimit "cash_limit" "ring-cash-limit"
    /// Far more given than is owed.
    TooMuchGiven "too_much_given" "ring-too-much-given"
    /// The payments leave something to pay.
    NotPaid "not_paid" "ring-not-paid"
    /// No room on the disk.
    DiskFull "disk_full" "ring-disk-full"
    /// The disk or the folder cannot be written.
    ReadOnly "read_only" "ring-read-only"
    /// The database is damaged.
    Damaged "damaged" "ring-damaged"
    /// The disk failed: whether it was written is not known.
    Doubtful "doubtful" "ring-doubtful"
    /// The store refused for another reason.
    NotWritten "not_written" "ring-not-written"
}

/// Why a line was not rung, and what its sentence needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Refusal {
    /// Which error.
    pub id: ErrorId,
    blanks: Vec<(&'static str, Blank)>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Blank {
    Text(String),
    Amount(Money),
}

impl Refusal {
    /// An error about which nothing more is to be said.
    pub(super) const fn of(id: ErrorId) -> Self {
        Self {
            id,
            blanks: Vec::new(),
        }
    }

    /// Fills a blank of its sentence.
    #[must_use]
    pub(super) fn with(mut self, blank: &'static str, text: impl Into<String>) -> Self {
        self.blanks.push((blank, Blank::Text(text.into())));
        self
    }

    /// Fills a blank of its sentence with an amount.
    #[must_use]
    pub(super) fn amount(mut self, amount: Money) -> Self {
        self.blanks.push(("amount", Blank::Amount(amount)));
        self
    }

    /// An error about a field.
    pub(super) fn field(id: ErrorId, field: impl Into<String>) -> Self {
        Self::of(id).with("field", field)
    }

    /// Why a payment was not taken.
    pub(super) fn pay(refusal: PayRefusal, field: &str) -> Self {
        match refusal {
            PayRefusal::NothingLeft => Self::field(ErrorId::NothingLeft, field),
            PayRefusal::NotAnAmount => {
                Self::field(ErrorId::BadValue, format!("{field}.given")).with("value", "0")
            }
            PayRefusal::NoChange { left } => Self::field(ErrorId::NoChange, field).amount(left),
            PayRefusal::TokensOver { unit, .. } | PayRefusal::NotPieces { unit } => {
                Self::field(ErrorId::Tokens, field).amount(unit)
            }
            PayRefusal::Beyond { most, bound } => {
                let id = match bound {
                    Bound::Account => ErrorId::OverLimit,
                    Bound::TicketCap => ErrorId::TicketCap,
                    Bound::DayCap => ErrorId::DayCap,
                    Bound::Eligible => ErrorId::NotEligible,
                    Bound::Fund => ErrorId::FundLimit,
                };
                Self::field(id, field).amount(most)
            }
            PayRefusal::NeedsMember => Self::field(ErrorId::NeedsMember, field),
            PayRefusal::NeedsNote => Self::field(ErrorId::NeedsNote, field),
            PayRefusal::NoteUsed | PayRefusal::NoteAgain => Self::field(ErrorId::NoteUsed, field),
            PayRefusal::Unknown => Self::of(ErrorId::NotWritten).with("detail", field),
            PayRefusal::CashLimit { limit } => Self::of(ErrorId::CashLimit).amount(limit),
            PayRefusal::TooMuch => Self::field(ErrorId::TooMuchGiven, field),
        }
    }

    /// What it says to a person.
    pub(super) fn sentence(&self, words: &Words) -> String {
        let filled: Vec<(&str, String)> = self
            .blanks
            .iter()
            .map(|(blank, value)| match value {
                Blank::Text(text) => (*blank, text.clone()),
                Blank::Amount(amount) => (*blank, words.money(*amount)),
            })
            .collect();
        let blanks: Vec<(&str, &str)> = filled.iter().map(|it| (it.0, it.1.as_str())).collect();
        let sentence = words.say_with(self.id.word(), &blanks);
        if self.id == ErrorId::Doubtful {
            return sentence;
        }
        format!("{sentence} {}", words.say("ring-nothing-recorded"))
    }

    /// The uid to ask again with, where the sale may have been recorded.
    pub(super) fn uid(&self) -> Option<Uid> {
        if self.id != ErrorId::Doubtful {
            return None;
        }
        self.blanks.iter().find_map(|(blank, value)| match value {
            Blank::Text(text) if *blank == "uid" => Uid::parse(text),
            Blank::Text(_) | Blank::Amount(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_error_has_a_name_of_its_own() {
        let mut names = ERRORS.to_vec();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ERRORS.len());
        for name in names {
            assert!(name.bytes().all(|b| b == b'_' || b.is_ascii_lowercase()));
        }
        assert_eq!(ErrorId::UnknownCode.id(), "unknown_code");
    }
}

//! The English words that stand in a settings file for what there is to choose from.

use crate::domain::{
    seller::{Mandate, VatStatus},
    settings::{Bearer, Change, Counted, Drawer, Earns, Needs, TenderKind},
};

/// Something to choose from a list.
pub trait Word: Copy + 'static {
    /// All there are.
    const ALL: &'static [Self];

    /// Its word, as the journal spells it.
    fn word(self) -> &'static str;
}

impl Word for TenderKind {
    const ALL: &'static [Self] = &[
        Self::Cash,
        Self::Card,
        Self::Cheque,
        Self::Account,
        Self::Local,
        Self::Token,
        Self::Meal,
        Self::CreditNote,
        Self::Fund,
        Self::Other,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Cash => "cash",
            Self::Card => "card",
            Self::Cheque => "cheque",
            Self::Other => "other",
            Self::Account => "account",
            Self::Local => "local",
            Self::Token => "token",
            Self::Meal => "meal",
            Self::CreditNote => "credit_note",
            Self::Fund => "fund",
        }
    }
}

impl Word for Change {
    const ALL: &'static [Self] = &[Self::Euros, Self::Same, Self::CreditNote, Self::None];

    fn word(self) -> &'static str {
        match self {
            Self::Euros => "euros",
            Self::Same => "same",
            Self::CreditNote => "credit_note",
            Self::None => "none",
        }
    }
}

impl Word for Drawer {
    const ALL: &'static [Self] = &[Self::Opens, Self::Shut];

    fn word(self) -> &'static str {
        match self {
            Self::Opens => "opens",
            Self::Shut => "shut",
        }
    }
}

impl Word for Counted {
    const ALL: &'static [Self] = &[
        Self::Denominations,
        Self::Total,
        Self::NumberAndTotal,
        Self::Pieces,
        Self::No,
    ];

    fn word(self) -> &'static str {
        match self {
            Self::Denominations => "denominations",
            Self::Total => "total",
            Self::NumberAndTotal => "number_and_total",
            Self::Pieces => "pieces",
            Self::No => "no",
        }
    }
}

impl Word for Bearer {
    const ALL: &'static [Self] = &[Self::Producer, Self::Pot, Self::Coop];

    fn word(self) -> &'static str {
        match self {
            Self::Producer => "producer",
            Self::Pot => "pot",
            Self::Coop => "coop",
        }
    }
}

impl Word for Needs {
    const ALL: &'static [Self] = &[Self::Nobody, Self::Member];

    fn word(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Member => "member",
        }
    }
}

impl Word for Earns {
    const ALL: &'static [Self] = &[Self::Base, Self::Tariff];

    fn word(self) -> &'static str {
        match self {
            Self::Base => "base",
            Self::Tariff => "tariff",
        }
    }
}

impl Word for Mandate {
    const ALL: &'static [Self] = &[Self::Own, Self::Transparent, Self::Opaque, Self::Resale];

    fn word(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Transparent => "transparent",
            Self::Opaque => "opaque",
            Self::Resale => "resale",
        }
    }
}

impl Word for VatStatus {
    const ALL: &'static [Self] = &[Self::Liable, Self::Franchise, Self::FlatRate, Self::Exempt];

    fn word(self) -> &'static str {
        match self {
            Self::Liable => "liable",
            Self::Franchise => "franchise",
            Self::FlatRate => "flat_rate",
            Self::Exempt => "exempt",
        }
    }
}

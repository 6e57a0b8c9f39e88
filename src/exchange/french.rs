//! The words of tables for people: French, whatever the screen speaks, so that a treasurer's files
//! of all tills say the same.

use crate::domain::{
    label::Label, money::Money, quantity::Unit, settings::TenderKind, ticket::Owner,
};

/// A means of payment: the stall's own name for it, else what its kind is called.
pub(super) fn means(name: Option<&Label>, kind: TenderKind) -> String {
    let known = match kind {
        TenderKind::Cash => "espèces",
        TenderKind::Card => "carte",
        TenderKind::Cheque => "chèque",
        TenderKind::Other => "autre",
        TenderKind::Account => "compte",
        TenderKind::Local => "monnaie locale",
        TenderKind::Token => "jeton",
        TenderKind::Meal => "titre-restaurant",
        TenderKind::CreditNote => "avoir",
        TenderKind::Fund => "fonds solidaire",
    };
    name.map_or_else(|| known.to_owned(), ToString::to_string)
}

/// What one of an article is.
pub(super) fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Piece => "pièce".to_owned(),
        Unit::Kilogram => "kg".to_owned(),
        Unit::Litre => "L".to_owned(),
        Unit::Bunch => "botte".to_owned(),
        Unit::Own(word) => word.to_string(),
    }
}

/// Whose money it is.
pub(super) const fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Producer => "producteurs",
        Owner::Commission => "part commune",
        Owner::Pot => "équilibre des tarifs",
        Owner::Unattributed => "à attribuer à un producteur",
        Owner::Deposit => "consignes",
        Owner::Account => "comptes adhérents",
        Owner::Fund => "fonds solidaire",
        Owner::CreditNote => "avoirs",
    }
}

/// An amount in a sentence: `1234,50 €`.
pub(super) fn euros(amount: Money) -> String {
    format!("{}\u{a0}€", amount.plain().replace('.', ","))
}

/// A market day as people write it: `21/11/2026`; anything else as it is.
pub(super) fn day(label: &str) -> String {
    let parts: Vec<&str> = label.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => label.to_owned(),
    }
}

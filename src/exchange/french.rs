//! The French words of the files for people, bundles and longer periods alike. They are written here
//! once and for all: what a screen calls things may change, the bytes of a closing may not.

use crate::domain::{
    closing::DifferenceReason,
    day::{CashReason, CashWay, Weather},
    label::Label,
    money::{Money, VatRate},
    quantity::Unit,
    settings::TenderKind,
    ticket::Owner,
};

/// What a means of payment is called: by the stall, else by what it moves.
pub(super) fn means(name: Option<&Label>, kind: TenderKind) -> String {
    name.map_or_else(|| of_kind(kind).to_owned(), ToString::to_string)
}

/// What a means of payment moves.
pub(super) const fn of_kind(kind: TenderKind) -> &'static str {
    match kind {
        TenderKind::Cash => "Espèces",
        TenderKind::Card => "Carte",
        TenderKind::Cheque => "Chèque",
        TenderKind::Other => "Autre",
        TenderKind::Account => "Compte adhérent",
        TenderKind::Local => "Monnaie locale",
        TenderKind::Token => "Jetons",
        TenderKind::Meal => "Titre-restaurant",
        TenderKind::CreditNote => "Avoir",
        TenderKind::Fund => "Fonds solidaire",
    }
}

/// Which way cash moved.
pub(super) const fn way(way: CashWay) -> &'static str {
    match way {
        CashWay::Float => "Fond de caisse compté",
        CashWay::In => "Apport",
        CashWay::Out => "Sortie",
        CashWay::Drop => "Prélèvement",
        CashWay::PaidOut => "Dépense",
        CashWay::Correction => "Correction",
        CashWay::Received => "Enveloppe reçue",
        CashWay::Banked => "Enveloppe déposée en banque",
    }
}

/// Why cash moved.
pub(super) const fn cash_reason(reason: CashReason) -> &'static str {
    match reason {
        CashReason::Safe => "coffre",
        CashReason::Change => "monnaie",
        CashReason::Bank => "banque",
        CashReason::Home => "emporté",
        CashReason::Place => "place de marché",
        CashReason::Purchase => "achat",
        CashReason::PaidBack => "remboursement d’une avance",
        CashReason::Coop => "coopérative",
        CashReason::Mistake => "erreur de saisie",
    }
}

/// Why what was found differs.
pub(super) const fn difference(reason: DifferenceReason) -> &'static str {
    match reason {
        DifferenceReason::Unknown => "inexpliqué",
        DifferenceReason::Change => "rendu de monnaie",
        DifferenceReason::Means => "moyen de paiement confondu",
        DifferenceReason::NotNoted => "mouvement non noté",
        DifferenceReason::Sale => "vente oubliée ou en double",
        DifferenceReason::Float => "fond de caisse",
        DifferenceReason::Counterfeit => "faux billet ou fausse pièce",
        DifferenceReason::Theft => "vol",
    }
}

/// The weather in a word.
pub(super) const fn weather(weather: Weather) -> &'static str {
    match weather {
        Weather::Sun => "soleil",
        Weather::Clouds => "nuages",
        Weather::Rain => "pluie",
        Weather::Wind => "vent",
        Weather::Storm => "orage",
        Weather::Snow => "neige",
        Weather::Cold => "froid",
        Weather::Heat => "canicule",
    }
}

/// Whose money it is.
pub(super) const fn owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Producer => "Producteurs",
        Owner::Commission => "Commission",
        Owner::Pot => "Équilibre",
        Owner::Unattributed => "À attribuer à un producteur",
        Owner::Deposit => "Consignes",
        Owner::Account => "Comptes adhérents",
        Owner::Fund => "Fonds solidaire",
        Owner::CreditNote => "Avoirs",
    }
}

/// What one of a product is.
pub(super) fn unit(unit: &Unit) -> String {
    match unit {
        Unit::Piece => "pièce".to_owned(),
        Unit::Kilogram => "kg".to_owned(),
        Unit::Litre => "litre".to_owned(),
        Unit::Bunch => "botte".to_owned(),
        Unit::Own(word) => word.to_string(),
    }
}

/// An amount among words: `12,50 €`.
pub(super) fn euros(amount: Money) -> String {
    format!("{} €", amount.plain().replace('.', ","))
}

/// A VAT rate among words: `TVA 5,5 %`.
pub(super) fn vat(rate: VatRate) -> String {
    format!("TVA {} %", rate.plain().replace('.', ","))
}

/// A market day as people write it: `21/11/2026`; anything else as it is.
pub(super) fn day(label: &str) -> String {
    let parts: Vec<&str> = label.split('-').collect();
    match parts.as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => label.to_owned(),
    }
}

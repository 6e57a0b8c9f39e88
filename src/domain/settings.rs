//! What decides money besides the catalogue: who sells, means of payment, VAT rates, rules, texts.
//! All of it is written down in the journal; what belongs to one machine is in `etal.toml`.

mod check;

use serde::{Deserialize, Serialize};

use super::{
    day::Pieces,
    ids::Id,
    label::Label,
    money::{Money, Percent, VatRate},
};

pub use check::SettingsRefusal;

/// The settings in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// Who sells, as the receipt says it.
    pub stall: Stall,
    /// Means of payment, in the order of the pay screen.
    pub tenders: Vec<Tender>,
    /// VAT rates that may be used, with the date from which they hold.
    pub vat_rates: Vec<DatedRate>,
    /// Limits and habits.
    pub rules: Rules,
    /// Solidarity tariffs, in the order of their list; empty where there is one price for all.
    #[serde(default)]
    pub tariffs: Vec<Tariff>,
    /// What jars and bottles cost while they are away, by name.
    #[serde(default)]
    pub deposits: Vec<DepositKind>,
    /// Who may be at the till.
    #[serde(default)]
    pub operators: Vec<Operator>,
}

/// A tariff of a solidarity market.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tariff {
    /// Its name for machines.
    pub id: Id,
    /// Its name on the stall.
    pub name: Label,
    /// The capital letter that chooses it.
    pub letter: char,
    /// The colour of its marble or sticker, a word for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub colour: Option<Label>,
    /// What of the fair price is asked.
    pub percent: Percent,
}

/// A tariff as a ticket keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tariffed {
    /// Its name for machines.
    pub id: Id,
    /// Its name on the stall.
    pub name: Label,
    /// What of the fair price is asked.
    pub percent: Percent,
    /// What its prices are rounded to.
    pub step: Money,
}

/// A kind of jar, bottle or crate that comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DepositKind {
    /// What it is called.
    pub name: Label,
    /// What one costs until it comes back; tells it from other kinds.
    pub price: Money,
}

/// Somebody who may be at the till.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Operator {
    /// The initials that entries carry and receipts print: no name ends in what cannot be erased.
    pub initials: Label,
}

/// Who sells (receipt mentions: `reference` of the certified practice, BOI-TVA-DECLA-30-10-30 §50).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stall {
    /// The stall's or the co-op's name.
    pub name: Label,
    /// Where it can be written to, a line each.
    #[serde(default)]
    pub address: Vec<Label>,
    /// The French register number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub siret: Option<Label>,
    /// The VAT number, or none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_number: Option<Label>,
    /// A mention the law wants of this seller, such as « TVA non applicable, art. 293 B du CGI ».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mention: Option<Label>,
    /// The certificate or attestation that this stall holds for its till (CGI art. 286, I, 3° bis);
    /// none is said plainly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attestation: Option<Label>,
    /// The last words on a receipt.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub thanks: Option<Label>,
}

/// A means of payment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tender {
    /// `cash`, `card`, … for those the program ships.
    pub id: Id,
    /// Its name on screen and paper; none means the word of the language for its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// The capital letter that pays by it; cash has none, it is Enter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub letter: Option<char>,
    /// What moves when it is used.
    pub kind: TenderKind,
    /// What is given back when it is worth more than what is owed.
    pub change: Change,
    /// Whether the drawer opens.
    pub drawer: Drawer,
    /// How it is counted at the closing.
    pub counted: Counted,
    /// What one token or note of it is worth; digits typed before its letter then count pieces.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Money>,
    /// The most one ticket may pay by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticket_cap: Option<Money>,
    /// The most all tickets of a market day may pay by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub day_cap: Option<Money>,
    /// The departments whose goods it may pay; empty for all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub departments: Vec<Id>,
    /// Whether the ticket must have a member.
    #[serde(default)]
    pub needs: Needs,
}

impl Tender {
    /// A means with what its kind most often has, and no limits of its own.
    pub const fn of(id: Id, letter: Option<char>, kind: TenderKind) -> Self {
        let (change, drawer, counted) = kind.usual();
        Self {
            id,
            name: None,
            letter,
            kind,
            change,
            drawer,
            counted,
            unit: None,
            ticket_cap: None,
            day_cap: None,
            departments: Vec::new(),
            needs: match kind {
                TenderKind::Account => Needs::Member,
                _ => Needs::Nobody,
            },
        }
    }
}

/// Whom a means of payment needs on the ticket.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Needs {
    /// Nobody: anybody can pay by it.
    #[default]
    Nobody,
    /// A member.
    Member,
}

/// What a means of payment moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TenderKind {
    /// Notes and coins of the drawer.
    Cash,
    /// A card terminal beside the till.
    Card,
    /// Cheques in the drawer.
    Cheque,
    /// A means that has no more than a name and a total.
    Other,
    /// The account of the ticket's member.
    Account,
    /// Notes of a local currency, in a drawer of their own (CMF art. L.311-5).
    Local,
    /// Tokens of one value.
    Token,
    /// Meal vouchers, on paper.
    Meal,
    /// A numbered credit note of the stall, used once.
    CreditNote,
    /// The solidarity fund.
    Fund,
}

impl TenderKind {
    /// What a new means of this kind has unless somebody says otherwise.
    pub const fn usual(self) -> (Change, Drawer, Counted) {
        match self {
            Self::Cash => (Change::Euros, Drawer::Opens, Counted::Denominations),
            Self::Cheque | Self::Meal => (Change::None, Drawer::Opens, Counted::NumberAndTotal),
            Self::Card | Self::Other => (Change::None, Drawer::Shut, Counted::Total),
            Self::Account | Self::Fund => (Change::None, Drawer::Shut, Counted::No),
            Self::Local => (Change::None, Drawer::Opens, Counted::Denominations),
            Self::Token => (Change::None, Drawer::Opens, Counted::Pieces),
            Self::CreditNote => (Change::CreditNote, Drawer::Shut, Counted::No),
        }
    }
}

/// What is given back above the amount owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Euros from the drawer.
    Euros,
    /// The same kind of money.
    Same,
    /// A new credit note for the rest.
    CreditNote,
    /// Nothing: it never pays more than what is owed.
    None,
}

/// Whether a payment opens the drawer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawer {
    /// It opens.
    Opens,
    /// It stays shut.
    Shut,
}

/// How a means is counted at the closing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Counted {
    /// Note by note, or one total.
    Denominations,
    /// The total of a slip.
    Total,
    /// How many and how much.
    NumberAndTotal,
    /// How many, each of the same value.
    Pieces,
    /// Not at all.
    No,
}

/// A VAT rate and since when the law has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatedRate {
    /// The rate.
    pub rate: VatRate,
    /// What it is for, in the stall's words.
    pub label: Label,
    /// The first day it holds, `YYYY-MM-DD`.
    pub from: String,
}

/// Limits and habits that decide money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// The hour at which a new market day begins.
    pub day_starts_at: u8,
    /// The most one ticket may take or give in cash (code monétaire et financier, art. D.112-3).
    pub cash_limit: Money,
    /// What tariffs are rounded to.
    pub tariff_step: Money,
    /// Who bears a discount on the whole ticket, an agreed total, forgiven cents.
    pub ticket_discounts: Bearer,
    /// Who bears a line's own discount or a price given by hand.
    #[serde(default = "producer")]
    pub line_discounts: Bearer,
    /// What a producer's share is counted from under a tariff.
    #[serde(default)]
    pub producer_earns: Earns,
    /// What comes off at the end of the market.
    #[serde(default = "end_of_market")]
    pub end_of_market: Percent,
    /// More euros than this in the drawer: the till asks for a drop; none never asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drop_above: Option<Money>,
    /// What may be missing or too much at a closing before it takes the keeper.
    #[serde(default = "difference_limit")]
    pub difference_limit: Money,
    /// What a float should come to; none proposes the last one again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub float: Option<Money>,
    /// Notes and coins a float should have, so that there is change to give.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub float_pieces: Vec<Pieces>,
    /// The month in which the financial year begins, 1 to 12.
    #[serde(default = "january")]
    pub year_starts: u8,
}

const fn difference_limit() -> Money {
    match Money::from_cents(1_000) {
        Some(limit) => limit,
        None => Money::ZERO,
    }
}

const fn january() -> u8 {
    1
}

const fn producer() -> Bearer {
    Bearer::Producer
}

const fn end_of_market() -> Percent {
    Percent(3_000)
}

/// What a producer's share is counted from under a tariff.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Earns {
    /// The fair price: the pot takes or gives the difference.
    #[default]
    Base,
    /// What the customer is asked: she shares the customer's luck, and there is no pot.
    Tariff,
}

/// Who bears a discount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bearer {
    /// The producer of the line.
    Producer,
    /// The pot of solidarity prices (équilibre).
    Pot,
    /// The co-op, out of its commission.
    Coop,
}

/// A settings entry: each part that changed, in full.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettingsChange {
    /// Who sells, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stall: Option<Stall>,
    /// All means of payment, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tenders: Option<Vec<Tender>>,
    /// All VAT rates, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vat_rates: Option<Vec<DatedRate>>,
    /// The rules, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rules: Option<Rules>,
    /// All tariffs, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tariffs: Option<Vec<Tariff>>,
    /// All kinds of deposit, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deposits: Option<Vec<DepositKind>>,
    /// All operators, from now on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operators: Option<Vec<Operator>>,
}

impl SettingsChange {
    /// Whether there is nothing to write down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

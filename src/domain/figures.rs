//! What a stretch of the journal adds up to: the figures of an X, a Z, a month, a year. Sums of
//! entries and nothing else, so that anybody can make them again.

mod add;
mod fold;

use serde::{Deserialize, Serialize};

use super::{
    day::{CashReason, CashWay, DayOpened},
    ids::Id,
    label::Label,
    money::{Money, Percent},
    settings::TenderKind,
    takings::RateRow,
    ticket::Owner,
    time::Moment,
};

pub use fold::{CountSeen, Fold, Folded};

/// The sums of a stretch of one till's journal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figures {
    /// Tickets that sold something.
    pub tickets: u64,
    /// Lines that sold something.
    pub lines: u64,
    /// Turnover: goods and quick amounts less what came back, VAT included.
    pub turnover: Money,
    /// What came back of it, positive; corrections between producers or rates not counted.
    pub back: Money,
    /// Each ticket's turnover without its sign, added up.
    pub absolute: Money,
    /// Turnover per VAT rate, from the lowest: sums of the tickets' own tables.
    pub vat: Vec<RateRow>,
    /// What tickets brought per means of payment, less what went back.
    pub tenders: Vec<TenderRow>,
    /// Per producer, by id: what was sold and whose it is.
    pub producers: Vec<ProducerRow>,
    /// Turnover per department, by id; the last one without an id is what stood nowhere.
    pub departments: Vec<DepartmentRow>,
    /// Per tariff, from the lowest; the fair one is 100 %.
    pub tariffs: Vec<TariffRow>,
    /// What the co-op keeps of the sales.
    pub commission: Money,
    /// Flat shares of the co-op, taken with settlements.
    pub flats: Money,
    /// What the pot of solidarity prices got; negative where it gave.
    pub pot: Money,
    /// What came and went of others' money: accounts, fund, deposits, credit notes, nobody's.
    pub owners: Vec<OwnerRow>,
    /// What producers were given, per means of payment, positive.
    pub settled: Vec<TenderRow>,
    /// Cash that came and went without a sale, per way, reason and means.
    pub cash: Vec<CashRow>,
    /// What should be in each drawer at the end, whatever is counted by hand.
    pub drawers: Vec<DrawerRow>,
    /// Tickets that were taken back whole, and what they had come to.
    pub voids: Number,
    /// Lines given up before they were paid, and what they would have cost.
    pub lines_given_up: Number,
    /// Baskets given up before they were paid, and what they would have cost.
    pub baskets_given_up: Number,
    /// How often the drawer was opened without a sale.
    pub drawer_openings: u64,
    /// Copies printed after the first.
    pub duplicates: u64,
    /// Turnover per market day, as the tickets are labelled.
    pub days: Vec<SpanRow<String>>,
    /// Turnover per hour of the local clock, 0 to 23.
    pub hours: Vec<SpanRow<u8>>,
    /// The first and the last ticket, by name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named: Option<(String, String)>,
    /// When the first and the last ticket were recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between: Option<(Moment, Moment)>,
    /// How the till was opened; none if the first sale did it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<DayOpened>,
}

/// What one means of payment brought or gave.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TenderRow {
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// How much.
    pub cents: Money,
    /// How many payments, change not counted; cheques and vouchers that went back taken off.
    pub number: i64,
}

/// What one producer's goods brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProducerRow {
    /// Its name for machines.
    pub id: Id,
    /// Its name on the stall, as the tickets knew it last.
    pub name: Label,
    /// What customers paid.
    pub sales: Money,
    /// What the co-op keeps of it.
    pub commission: Money,
    /// What the pot has of it; negative where it gave.
    pub pot: Money,
    /// What is the producer's: sales − commission − pot.
    pub share: Money,
}

/// What one department sold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DepartmentRow {
    /// Its name for machines; none for what stood nowhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<Id>,
    /// Its name on the stall.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What customers paid.
    pub paid: Money,
}

/// What customers of one tariff paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TariffRow {
    /// Its name on the stall; none for the fair price.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What of the fair price was asked.
    pub percent: Percent,
    /// How many tickets sold something at it.
    pub tickets: u64,
    /// What customers paid.
    pub paid: Money,
    /// What the pot got of it; negative where it gave.
    pub pot: Money,
}

/// What came and went of somebody's money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnerRow {
    /// Whose.
    pub owner: Owner,
    /// What came, positive.
    pub came: Money,
    /// What went, positive.
    pub went: Money,
}

/// Cash that moved one way for one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CashRow {
    /// Which way.
    pub way: CashWay,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<CashReason>,
    /// The means' name for machines.
    pub tender: Id,
    /// How much in all.
    pub cents: Money,
    /// How many times.
    pub number: u64,
}

/// What should be in a drawer, a slip or a pile of vouchers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DrawerRow {
    /// The means' name for machines.
    pub tender: Id,
    /// The stall's own name for it, the last it had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Label>,
    /// What it moves.
    pub kind: TenderKind,
    /// The float that was counted; none if nobody did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub float: Option<Money>,
    /// What it starts from: the float, else what the closing before left, else nothing.
    pub start: Money,
    /// What should be there: start + tickets − settlements + movements.
    pub expected: Money,
}

/// How many, and how much together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// How many.
    pub number: u64,
    /// How much, positive.
    pub cents: Money,
}

/// What was sold in a span of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanRow<T> {
    /// Which day or hour.
    pub span: T,
    /// Tickets that sold something.
    pub tickets: u64,
    /// Turnover.
    pub turnover: Money,
}

impl DrawerRow {
    /// What came less what went since the float: sales before it was counted lie in the drawer
    /// with it.
    pub fn since(&self) -> Money {
        self.expected - self.start
    }
}

impl Figures {
    /// What tickets brought by a means of payment, whatever it was called.
    pub fn brought(&self, tender: &Id) -> Money {
        let rows = self.tenders.iter().filter(|it| it.tender == *tender);
        rows.map(|it| it.cents).sum()
    }

    /// What should be in a drawer.
    pub fn drawer(&self, tender: &Id) -> Option<&DrawerRow> {
        self.drawers.iter().find(|it| it.tender == *tender)
    }

    /// What came and went of an owner's money.
    pub fn owner(&self, owner: Owner) -> (Money, Money) {
        let row = self.owners.iter().find(|it| it.owner == owner);
        row.map_or((Money::ZERO, Money::ZERO), |it| (it.came, it.went))
    }

    /// The average ticket, half a cent away from zero; nothing without tickets.
    pub fn average(&self) -> Money {
        i64::try_from(self.tickets)
            .map_or(Money::ZERO, |tickets| self.turnover.prorated((1, tickets)))
    }
}

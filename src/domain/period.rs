//! A longer period: a month, a quarter, a year of closings added up for whoever keeps the books.
//! Its sums are those of the Z it covers, closing by closing, and nothing that was not closed.

use std::collections::BTreeMap;

use super::{
    asking::{PeriodSeen, Sums},
    closing::{Closing, ClosingSeen},
    figures::{Figures, TenderRow},
    ids::Id,
    label::Label,
    money::Money,
    takings::Takings,
    ticket::Owner,
    time::Moment,
};

/// The closings between two market days, added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first market day that belongs to it, `YYYY-MM-DD`.
    pub from: String,
    /// The last one.
    pub to: String,
    /// The closings in it, in the order in which they were made.
    pub closings: Vec<ClosedDay>,
    /// Market days in it that sold something and are not closed yet: nothing of theirs is here.
    pub open: Vec<String>,
    /// The figures of its closings added up.
    pub figures: Figures,
    /// Per producer: articles and rates.
    pub takings: BTreeMap<Id, Takings>,
    /// What each producer was given.
    pub settled: BTreeMap<Id, Money>,
    /// Per member's account: what stood there, came and went.
    pub members: BTreeMap<Id, Account>,
    /// Per means of payment: how much more than expected was found, all counts together.
    pub differences: BTreeMap<Id, Money>,
}

/// A closing as a row of the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClosedDay {
    /// What people call it: `A-Z31`.
    pub name: String,
    /// Its market day.
    pub label: String,
    /// Which market, if its opening said so.
    pub market: Option<Label>,
    /// When it was closed.
    pub at: Moment,
    /// Tickets that sold something.
    pub tickets: u64,
    /// Turnover, VAT included.
    pub turnover: Money,
    /// The VAT in it.
    pub tax: Money,
    /// What its tickets brought per means of payment.
    pub tenders: Vec<TenderRow>,
    /// How much more than expected was found; none if nothing was counted.
    pub difference: Option<Money>,
}

/// What came and went on a member's account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// What stood on it before the first closing.
    pub before: Money,
    /// What came, positive.
    pub came: Money,
    /// What went, positive.
    pub went: Money,
}

impl Account {
    /// What stood on it after the last closing.
    pub fn after(&self) -> Money {
        self.before + self.came - self.went
    }
}

impl Period {
    /// Begins with what is known before any closing is read.
    pub fn of(from: &str, to: &str, seen: &PeriodSeen) -> Self {
        let account = |(id, before): &(Id, Money)| {
            let before = Account {
                before: *before,
                ..Account::default()
            };
            (id.clone(), before)
        };
        Self {
            from: from.to_owned(),
            to: to.to_owned(),
            open: seen.open.clone(),
            members: seen.accounts.iter().map(account).collect(),
            ..Self::default()
        }
    }

    /// Adds a closing of a day, and what its entries say beyond its own figures.
    pub fn add(&mut self, seen: &ClosingSeen, sums: &Sums) {
        self.figures.add(&seen.closing.figures);
        for (id, takings) in &sums.producers {
            self.takings.entry(id.clone()).or_default().absorb(takings);
        }
        for one in &sums.settled {
            *self.settled.entry(one.producer.clone()).or_default() += one.cents;
        }
        for (owner, id, came, went) in &sums.owners {
            if let (Owner::Account, Some(id)) = (owner, id) {
                let account = self.members.entry(id.clone()).or_default();
                account.came += *came;
                account.went += *went;
            }
        }
        for row in &seen.closing.means {
            if let Some(difference) = row.difference() {
                *self.differences.entry(row.tender.clone()).or_default() += difference;
            }
        }
        self.closings.push(ClosedDay::of(seen));
    }

    /// Amounts under shared keys that became nobody's less those that became somebody's.
    pub fn nobodys(&self) -> Money {
        let (came, went) = self.figures.owner(Owner::Unattributed);
        came - went
    }
}

impl ClosedDay {
    fn of(seen: &ClosingSeen) -> Self {
        let closing: &Closing = &seen.closing;
        let figures = &closing.figures;
        let differences: Vec<Money> = closing
            .means
            .iter()
            .filter_map(super::closing::MeansRow::difference)
            .collect();
        Self {
            name: closing.name.clone(),
            label: closing.label.clone(),
            market: figures.opened.as_ref().and_then(|it| it.market.clone()),
            at: seen.at,
            tickets: figures.tickets,
            turnover: figures.turnover,
            tax: figures.vat.iter().map(|it| it.tax).sum(),
            tenders: figures.tenders.clone(),
            difference: (!differences.is_empty()).then(|| differences.into_iter().sum()),
        }
    }

    /// What its tickets brought by a means of payment of this name.
    pub fn brought(&self, row: &TenderRow) -> Money {
        let same = |it: &&TenderRow| (&it.tender, &it.name) == (&row.tender, &row.name);
        self.tenders.iter().filter(same).map(|it| it.cents).sum()
    }
}

//! Rows found by what tells them apart, and whole figures added to others: a month is the sum of
//! its closings.

use super::{
    DepartmentRow, DrawerRow, Figures, Number, OwnerRow, SpanRow, TariffRow, TenderRow,
    fold::{Departments, Owners},
};
use crate::domain::{
    ids::Id,
    label::Label,
    money::{Money, Percent},
    settings::{Tariffed, TenderKind},
    settlement::RateRow,
    ticket::Payment,
};

/// Adds to the rate's row.
pub(super) fn rate(rows: &mut Vec<RateRow>, row: RateRow) {
    match rows.iter_mut().find(|it| it.rate == row.rate) {
        Some(sum) => {
            sum.paid += row.paid;
            sum.tax += row.tax;
            sum.net += row.net;
        }
        None => rows.push(row),
    }
}

/// Adds to the row of a span.
pub(super) fn span<T: PartialEq + Clone>(
    rows: &mut Vec<SpanRow<T>>,
    span: &T,
    (tickets, turnover): (u64, Money),
) {
    // The latest span is what most entries are of.
    match rows.iter_mut().rfind(|it| it.span == *span) {
        Some(row) => {
            row.tickets += tickets;
            row.turnover += turnover;
        }
        None => rows.push(SpanRow {
            span: span.clone(),
            tickets,
            turnover,
        }),
    }
}

/// Adds to the row of a tariff; none is the fair price.
pub(super) fn tariff(
    rows: &mut Vec<TariffRow>,
    tariff: Option<&Tariffed>,
    add: impl FnOnce(&mut TariffRow),
) {
    let fresh = TariffRow {
        name: tariff.map(|it| it.name.clone()),
        percent: tariff.map_or(Percent::WHOLE, |it| it.percent),
        tickets: 0,
        paid: Money::ZERO,
        pot: Money::ZERO,
    };
    let at = tariff_row(rows, fresh);
    if let Some(row) = rows.get_mut(at) {
        add(row);
    }
}

fn tariff_row(rows: &mut Vec<TariffRow>, fresh: TariffRow) -> usize {
    let same = |it: &TariffRow| (it.percent, &it.name) == (fresh.percent, &fresh.name);
    rows.iter().position(same).unwrap_or_else(|| {
        rows.push(fresh);
        rows.len() - 1
    })
}

/// Adds to the row of a means of payment, as it was called then.
pub(super) fn tender(rows: &mut Vec<TenderRow>, payment: &Payment, (cents, number): (Money, i64)) {
    let row = TenderRow {
        tender: payment.tender.clone(),
        name: payment.name.clone(),
        kind: payment.kind,
        cents,
        number,
    };
    tender_row(rows, row);
}

fn tender_row(rows: &mut Vec<TenderRow>, row: TenderRow) {
    let same = |it: &&mut TenderRow| (&it.tender, &it.name) == (&row.tender, &row.name);
    match rows.iter_mut().find(same) {
        Some(sum) => {
            sum.cents += row.cents;
            sum.number += row.number;
        }
        None => rows.push(row),
    }
}

/// The drawer of a means of payment, whatever it was called; it goes by its last name.
pub(super) fn drawer<'a>(
    rows: &'a mut Vec<DrawerRow>,
    tender: &Id,
    name: Option<&Label>,
    kind: TenderKind,
) -> &'a mut DrawerRow {
    let at = rows.iter().position(|it| it.tender == *tender);
    let at = at.unwrap_or_else(|| {
        rows.push(DrawerRow {
            tender: tender.clone(),
            name: None,
            kind,
            float: None,
            start: Money::ZERO,
            expected: Money::ZERO,
        });
        rows.len() - 1
    });
    #[expect(clippy::indexing_slicing, reason = "it was found or pushed above")]
    let row = &mut rows[at];
    row.name = name.cloned();
    row
}

/// Departments by id, what stood nowhere last, those that sold nothing in the end left out.
pub(super) fn departments(sums: Departments) -> Vec<DepartmentRow> {
    let mut rows: Vec<DepartmentRow> = sums
        .into_iter()
        .map(|(id, (name, paid))| DepartmentRow { id, name, paid })
        .collect();
    rows.sort_by(|one, other| (one.id.is_none(), &one.id).cmp(&(other.id.is_none(), &other.id)));
    rows
}

/// What came and went per owner, producers and the co-op's own part left out: they have rows of
/// their own.
pub(super) fn owners(sums: &Owners) -> Vec<OwnerRow> {
    use crate::domain::ticket::Owner;
    let mut rows: Vec<OwnerRow> = Vec::new();
    for ((owner, _), (came, went)) in sums {
        match owner {
            Owner::Producer | Owner::Commission | Owner::Pot => continue,
            Owner::Unattributed
            | Owner::Deposit
            | Owner::Account
            | Owner::Fund
            | Owner::CreditNote => {}
        }
        owner_row(
            &mut rows,
            OwnerRow {
                owner: *owner,
                came: *came,
                went: *went,
            },
        );
    }
    rows
}

fn owner_row(rows: &mut Vec<OwnerRow>, row: OwnerRow) {
    match rows.iter_mut().find(|it| it.owner == row.owner) {
        Some(sum) => {
            sum.came += row.came;
            sum.went += row.went;
        }
        None => rows.push(row),
    }
}

/// Brings every list into the order of the files, whatever came first.
pub(super) fn sort(figures: &mut Figures) {
    figures
        .vat
        .retain(|it| (it.paid, it.tax, it.net) != (Money::ZERO, Money::ZERO, Money::ZERO));
    figures.vat.sort_by_key(|it| it.rate);
    let by_name = |one: &TenderRow, other: &TenderRow| {
        (&one.tender, &one.name).cmp(&(&other.tender, &other.name))
    };
    figures.tenders.sort_by(by_name);
    figures.settled.sort_by(by_name);
    figures
        .producers
        .sort_by(|one, other| one.id.cmp(&other.id));
    let by_place = |it: &DepartmentRow| (it.id.is_none(), it.id.clone());
    figures.departments.sort_by_cached_key(by_place);
    let by_percent = |one: &TariffRow, other: &TariffRow| {
        (one.percent, &one.name).cmp(&(other.percent, &other.name))
    };
    figures.tariffs.sort_by(by_percent);
    figures.owners.sort_by_key(|it| it.owner);
    figures.cash.sort_by(|one, other| {
        (one.way, one.reason, &one.tender).cmp(&(other.way, other.reason, &other.tender))
    });
    figures
        .drawers
        .sort_by(|one, other| one.tender.cmp(&other.tender));
    figures.days.sort_by(|one, other| one.span.cmp(&other.span));
    figures.hours.sort_by_key(|it| it.span);
}

impl Number {
    fn add(&mut self, other: Self) {
        self.number += other.number;
        self.cents += other.cents;
    }
}

impl Figures {
    /// Adds a later stretch: the sums of a month are those of its closings. Drawers are the last
    /// ones, what nobody opened stays as it was.
    pub fn add(&mut self, later: &Self) {
        self.tickets += later.tickets;
        self.lines += later.lines;
        self.turnover += later.turnover;
        self.back += later.back;
        self.absolute += later.absolute;
        self.commission += later.commission;
        self.flats += later.flats;
        self.pot += later.pot;
        later.vat.iter().for_each(|it| rate(&mut self.vat, *it));
        for (mine, theirs) in [
            (&mut self.tenders, &later.tenders),
            (&mut self.settled, &later.settled),
        ] {
            for it in theirs {
                tender_row(mine, it.clone());
            }
        }
        self.add_parties(later);
        for row in &later.cash {
            let same = |it: &&mut super::CashRow| {
                (it.way, it.reason, &it.tender) == (row.way, row.reason, &row.tender)
            };
            match self.cash.iter_mut().find(same) {
                Some(sum) => {
                    sum.cents += row.cents;
                    sum.number += row.number;
                }
                None => self.cash.push(row.clone()),
            }
        }
        for row in &later.days {
            span(&mut self.days, &row.span, (row.tickets, row.turnover));
        }
        for row in &later.hours {
            span(&mut self.hours, &row.span, (row.tickets, row.turnover));
        }
        self.voids.add(later.voids);
        self.lines_given_up.add(later.lines_given_up);
        self.baskets_given_up.add(later.baskets_given_up);
        self.drawer_openings += later.drawer_openings;
        self.duplicates += later.duplicates;
        self.drawers.clone_from(&later.drawers);
        self.named = ends(self.named.take(), later.named.clone());
        self.between = ends(self.between, later.between);
        sort(self);
    }

    fn add_parties(&mut self, later: &Self) {
        for row in &later.producers {
            match self.producers.iter_mut().find(|it| it.id == row.id) {
                Some(sum) => {
                    sum.name = row.name.clone();
                    sum.sales += row.sales;
                    sum.commission += row.commission;
                    sum.pot += row.pot;
                    sum.share += row.share;
                }
                None => self.producers.push(row.clone()),
            }
        }
        for row in &later.departments {
            match self.departments.iter_mut().find(|it| it.id == row.id) {
                Some(sum) => {
                    sum.name.clone_from(&row.name);
                    sum.paid += row.paid;
                }
                None => self.departments.push(row.clone()),
            }
        }
        for row in &later.tariffs {
            let fresh = TariffRow {
                tickets: 0,
                paid: Money::ZERO,
                pot: Money::ZERO,
                ..row.clone()
            };
            let at = tariff_row(&mut self.tariffs, fresh);
            if let Some(sum) = self.tariffs.get_mut(at) {
                sum.tickets += row.tickets;
                sum.paid += row.paid;
                sum.pot += row.pot;
            }
        }
        for row in &later.owners {
            owner_row(&mut self.owners, row.clone());
        }
    }
}

/// From the first of the earlier to the last of the later.
fn ends<T>(earlier: Option<(T, T)>, later: Option<(T, T)>) -> Option<(T, T)> {
    match (earlier, later) {
        (Some((first, _)), Some((_, last))) => Some((first, last)),
        (earlier, later) => earlier.or(later),
    }
}

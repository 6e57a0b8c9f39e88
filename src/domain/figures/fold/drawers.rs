//! What lies in the drawers while entries are added up: cash that comes and goes without a sale,
//! and counts.

use super::Fold;
use crate::domain::{
    day::{Cash, CashWay, Count},
    figures::{CashRow, DrawerRow, add},
    ids::Id,
    journal::Heading,
    label::Label,
    money::Money,
    settings::TenderKind,
    settlement::Place,
    time::Moment,
};

/// A count of the drawer as the journal has it, beside what should have been there then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountSeen {
    /// Where it stands in the journal.
    pub place: Place,
    /// When.
    pub at: Moment,
    /// What was found.
    pub count: Count,
    /// What came and went since, per means of payment. A float put right, a correction, a means of
    /// payment changed on a ticket move nothing: they only say what should have been there.
    pub since: Vec<(Id, Money)>,
    /// How many times it was counted in this stretch, this one included.
    pub times: u32,
}

impl Fold {
    pub(super) fn cash(&mut self, cash: &Cash) {
        let rows = &mut self.figures.cash;
        if cash.way == CashWay::Float {
            // A float put right is one float.
            rows.retain(|it| it.way != CashWay::Float || it.tender != cash.tender);
        }
        let same = |it: &&mut CashRow| {
            (it.way, it.reason, &it.tender) == (cash.way, cash.reason, &cash.tender)
        };
        match rows.iter_mut().find(same) {
            Some(row) => {
                row.cents += cash.cents;
                row.number += 1;
            }
            None => rows.push(CashRow {
                way: cash.way,
                reason: cash.reason,
                tender: cash.tender.clone(),
                cents: cash.cents,
                number: 1,
            }),
        }
        if matches!(cash.way, CashWay::Received | CashWay::Banked) {
            // It left the drawer with the closing before.
            return;
        }
        let row = self.drawer(&cash.tender, cash.name.as_ref(), cash.kind);
        let Some(cents) = cash.way.moves(cash.cents) else {
            row.expected += cash.cents - row.start;
            row.start = cash.cents;
            row.float = Some(cash.cents);
            return;
        };
        row.expected += cents;
        if cash.way != CashWay::Correction {
            self.moved_since(&cash.tender, cents);
        }
    }

    /// Something came or went after the count.
    pub(super) fn moved_since(&mut self, tender: &Id, cents: Money) {
        let Some(seen) = &mut self.count else {
            return;
        };
        match seen.since.iter_mut().find(|it| it.0 == *tender) {
            Some(sum) => sum.1 += cents,
            None => seen.since.push((tender.clone(), cents)),
        }
    }

    pub(super) fn counted(&mut self, heading: &Heading, count: Count) {
        let times = self.count.as_ref().map_or(0, |it| it.times) + 1;
        self.count = Some(CountSeen {
            place: Place {
                epoch: heading.epoch,
                seq: heading.seq,
            },
            at: heading.at,
            count,
            since: Vec::new(),
            times,
        });
    }

    pub(super) fn drawer(
        &mut self,
        tender: &Id,
        name: Option<&Label>,
        kind: TenderKind,
    ) -> &mut DrawerRow {
        add::drawer(&mut self.figures.drawers, tender, name, kind)
    }
}

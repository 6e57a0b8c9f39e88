//! The figures of a stretch of the journal, made entry by entry in the order in which they were
//! written: the only place that says how an X or a Z is added up.

mod drawers;

use std::collections::BTreeMap;

use super::{Figures, ProducerRow, add};
use crate::domain::{
    asking::Settled,
    closing::Left,
    day::CashWay,
    facts::{GivenUp, Happening},
    held::movements,
    ids::Id,
    journal::{Fact, Heading},
    label::Label,
    member::MemberChange,
    money::Money,
    settings::TenderKind,
    settlement::{RateRow, Settlement, Takings},
    takings::AllTakings,
    ticket::{Owner, Payment, Ticket, TicketLine},
    time::Moment,
};

pub use drawers::CountSeen;

/// What came and went, per owner and id.
pub(super) type Owners = BTreeMap<(Owner, Option<Id>), (Money, Money)>;

/// Turnover per department, with its name.
pub(super) type Departments = BTreeMap<Option<Id>, (Option<Label>, Money)>;

/// Adds entries up.
#[derive(Debug, Default)]
pub struct Fold {
    figures: Figures,
    owners: Owners,
    departments: Departments,
    names: BTreeMap<Id, Label>,
    settled: Vec<Settled>,
    takings: AllTakings,
    count: Option<CountSeen>,
    since: Option<Moment>,
    opened_on: Option<String>,
}

/// What a stretch of the journal added up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// Its figures.
    pub figures: Figures,
    /// Per producer, by id: each article and rate of hers.
    pub takings: Vec<(Id, Takings)>,
    /// Per owner, and within it per id, what came and went: (owner, id, in, out), both positive.
    pub owners: Vec<(Owner, Option<Id>, Money, Money)>,
    /// What producers were given, payment by payment.
    pub settled: Vec<Settled>,
    /// The last count in it.
    pub count: Option<CountSeen>,
    /// When its first ticket, opening or movement of cash was; none if there is nothing to close.
    pub since: Option<Moment>,
    /// The market day of its last opening, else that of what was first; none likewise.
    pub opened_on: Option<String>,
}

impl Folded {
    /// The market day it is closed under: that of its latest ticket, else of its opening; none if
    /// there is nothing to close.
    pub fn label(&self) -> Option<String> {
        let of_tickets = self.figures.days.iter().map(|it| &it.span).max();
        of_tickets.or(self.opened_on.as_ref()).cloned()
    }
}

/// Whether there is something to close from here on. An envelope that reaches the bank is of a
/// market that was closed before.
fn begins(fact: &Fact) -> bool {
    match fact {
        Fact::Ticket(_) | Fact::Settlement(_) | Fact::Day(_) => true,
        Fact::Cash(cash) => !matches!(cash.way, CashWay::Received | CashWay::Banked),
        Fact::Identity(_)
        | Fact::Catalogue(_)
        | Fact::Settings(_)
        | Fact::Abandoned(_)
        | Fact::Stock(_)
        | Fact::Printed(_)
        | Fact::Member(_)
        | Fact::Count(_)
        | Fact::Closing(_)
        | Fact::Event(_) => false,
    }
}

/// What a payment adds to how many there are: change none, and paper that goes back takes its own
/// off, so that the cheques in the drawer are as many as the figures say.
fn number(payment: &Payment) -> i64 {
    let paper = matches!(payment.kind, TenderKind::Cheque | TenderKind::Meal);
    match (payment.change, payment.cents < Money::ZERO && paper) {
        (true, _) => 0,
        (false, true) => -1,
        (false, false) => 1,
    }
}

impl Fold {
    /// Begins where the closing before left so much in the drawers.
    pub fn after(left: &[Left]) -> Self {
        let mut fold = Self::default();
        for one in left {
            let start = one.cents;
            let row = fold.drawer(&one.tender, one.name.as_ref(), one.kind);
            row.start = start;
            row.expected = start;
        }
        fold
    }

    /// Adds an entry.
    pub fn add(&mut self, heading: &Heading, fact: &Fact) {
        if begins(fact) {
            self.since.get_or_insert(heading.at);
            let day = || heading.business_day.clone();
            if matches!(fact, Fact::Day(_)) {
                self.opened_on = Some(day());
            }
            self.opened_on.get_or_insert_with(day);
        }
        match fact {
            Fact::Ticket(ticket) => self.ticket(heading, ticket),
            Fact::Cash(cash) => self.cash(cash),
            Fact::Settlement(settlement) => self.settlement(settlement),
            Fact::Member(change) => self.member(change),
            Fact::Count(count) => self.counted(heading, count.clone()),
            Fact::Day(opened) => self.figures.opened = Some(opened.clone()),
            Fact::Abandoned(it) => {
                let (sum, number) = match it.what {
                    GivenUp::Basket => (&mut self.figures.baskets_given_up, 1),
                    GivenUp::Line => (&mut self.figures.lines_given_up, it.lines.len()),
                };
                sum.number += u64::try_from(number).unwrap_or_default();
                sum.cents += it.total.abs();
            }
            Fact::Event(it) => {
                self.figures.drawer_openings += u64::from(it.what == Happening::Drawer);
            }
            Fact::Printed(it) => self.figures.duplicates += u64::from(it.copy > 0),
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Stock(_)
            | Fact::Closing(_) => {}
        }
    }

    fn ticket(&mut self, heading: &Heading, ticket: &Ticket) {
        for (owner, id, cents) in movements(heading, ticket) {
            // Which line it is that nobody owns is another question.
            let id = (owner != Owner::Unattributed && !id.is_empty()).then(|| Id::known(&id));
            self.moved(owner, id, cents);
        }
        for seller in &ticket.sellers {
            self.names.insert(seller.id.clone(), seller.name.clone());
        }
        for row in &ticket.vat {
            let row = RateRow {
                rate: row.rate,
                paid: row.paid,
                tax: row.tax,
                net: row.net,
            };
            add::rate(&mut self.figures.vat, row);
        }
        self.payments(ticket);
        self.turnover(heading, ticket);
        if ticket.reverses.is_some() {
            self.figures.voids.number += 1;
            self.figures.voids.cents += ticket.total.abs();
        }
        let named = self.figures.named.take();
        let first = named.map_or_else(|| ticket.name.clone(), |(first, _)| first);
        self.figures.named = Some((first, ticket.name.clone()));
        let between = self.figures.between;
        self.figures.between = Some((between.map_or(heading.at, |it| it.0), heading.at));
    }

    fn turnover(&mut self, heading: &Heading, ticket: &Ticket) {
        let sold = |it: &&TicketLine| it.kind.is_sold();
        let lines: Vec<&TicketLine> = ticket.lines.iter().filter(sold).collect();
        if lines.is_empty() {
            return;
        }
        let turnover: Money = lines.iter().map(|it| it.paid).sum();
        let new = lines.iter().filter(|it| it.is_new()).count();
        let new = u64::try_from(new).unwrap_or_default();
        let tickets = u64::from(new > 0);
        let figures = &mut self.figures;
        figures.tickets += tickets;
        figures.lines += new;
        figures.turnover += turnover;
        figures.absolute += turnover.abs();
        if ticket.corrects.is_none() {
            let back = lines.iter().filter(|it| it.paid < Money::ZERO);
            figures.back += -back.map(|it| it.paid).sum::<Money>();
        }
        add::span(
            &mut figures.days,
            &heading.business_day,
            (tickets, turnover),
        );
        let hour = u8::try_from(heading.at.local().hour()).unwrap_or_default();
        add::span(&mut figures.hours, &hour, (tickets, turnover));
        let pot = self.shares(&lines);
        add::tariff(&mut self.figures.tariffs, ticket.tariff.as_ref(), |row| {
            row.tickets += tickets;
            row.paid += turnover;
            row.pot += pot;
        });
    }

    /// Departments, the co-op's part, and the pot's, which is answered.
    fn shares(&mut self, lines: &[&TicketLine]) -> Money {
        let mut pot = Money::ZERO;
        for line in lines {
            self.takings.add(line);
            let id = line.department.as_ref().map(|it| it.id.clone());
            let sum = self.departments.entry(id).or_default();
            sum.0 = line.department.as_ref().map(|it| it.name.clone());
            sum.1 += line.paid;
            for share in &line.shares {
                match share.to {
                    Owner::Commission => self.figures.commission += share.cents,
                    Owner::Pot => pot += share.cents,
                    Owner::Producer
                    | Owner::Unattributed
                    | Owner::Deposit
                    | Owner::Account
                    | Owner::Fund
                    | Owner::CreditNote => continue,
                }
                self.moved(share.to, None, share.cents);
            }
            self.names
                .entry(line.seller.id.clone())
                .or_insert_with(|| line.seller.name.clone());
        }
        self.figures.pot += pot;
        pot
    }

    fn payments(&mut self, ticket: &Ticket) {
        for payment in &ticket.payments {
            let number = number(payment);
            add::tender(&mut self.figures.tenders, payment, (payment.cents, number));
            if payment.kind.owner().is_none() {
                self.drawer(&payment.tender, payment.name.as_ref(), payment.kind)
                    .expected += payment.cents;
                if ticket.corrects.is_none() {
                    self.moved_since(&payment.tender, payment.cents);
                }
            }
        }
    }

    fn settlement(&mut self, settlement: &Settlement) {
        let producer = || Some(settlement.producer.id.clone());
        self.moved(Owner::Producer, producer(), -settlement.paid);
        self.moved(Owner::Producer, producer(), -settlement.flat);
        self.moved(Owner::Commission, None, settlement.flat);
        self.figures.flats += settlement.flat;
        for payment in &settlement.payments {
            let given = -payment.cents;
            add::tender(&mut self.figures.settled, payment, (given, 1));
            self.drawer(&payment.tender, payment.name.as_ref(), payment.kind)
                .expected += payment.cents;
            self.moved_since(&payment.tender, payment.cents);
            self.settled.push(Settled {
                producer: settlement.producer.id.clone(),
                tender: payment.tender.clone(),
                name: payment.name.clone(),
                kind: payment.kind,
                cents: given,
            });
        }
    }

    fn member(&mut self, change: &MemberChange) {
        for one in &change.moves {
            self.moved(Owner::Account, Some(one.member.clone()), one.cents);
        }
    }

    fn moved(&mut self, owner: Owner, id: Option<Id>, cents: Money) {
        if cents == Money::ZERO {
            return;
        }
        let (came, went) = self.owners.entry((owner, id)).or_default();
        if cents > Money::ZERO {
            *came += cents;
        } else {
            *went += -cents;
        }
    }

    /// What it all comes to.
    pub fn done(mut self) -> Folded {
        let takings = self.takings.done();
        let named = |id: &Id| {
            self.names
                .get(id)
                .cloned()
                .or_else(|| Label::new(id.as_str()))
        };
        let rows = takings.iter().filter_map(|(id, it)| {
            Some(ProducerRow {
                id: id.clone(),
                name: named(id)?,
                sales: it.sales,
                commission: it.commission,
                pot: it.pot,
                share: it.share,
            })
        });
        let figures = &mut self.figures;
        figures.producers = rows.collect();
        figures.departments = add::departments(self.departments);
        figures.owners = add::owners(&self.owners);
        add::sort(figures);
        let owners = self.owners.into_iter();
        Folded {
            owners: owners
                .map(|((owner, id), (came, went))| (owner, id, came, went))
                .collect(),
            figures: self.figures,
            takings,
            settled: self.settled,
            count: self.count,
            since: self.since,
            opened_on: self.opened_on,
        }
    }
}

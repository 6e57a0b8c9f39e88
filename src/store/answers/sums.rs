//! The sums of a market day: this till's entries of the day read once, so that they cost the same
//! on the first day and in the tenth year.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::Connection;

use crate::{
    domain::{
        asking::{Settled, Sums},
        ids::Id,
        journal::{Fact, Heading},
        label::Label,
        money::{Money, VatRate},
        settlement::{RateRow, Takings},
        ticket::{Owner, Ticket, TicketLine},
    },
    store::{
        Store,
        entries::{self, columns, count},
        error::StoreError,
        ledger,
        tickets::{money, of_entry},
    },
};

use super::accounts;

impl Store {
    /// What a market day brought on this till, and what the stall holds for others now.
    pub(super) fn sums(&self, day: &str) -> Result<Sums, StoreError> {
        let connection = self.connection()?;
        let mut fold = Fold::default();
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM (SELECT till, epoch, seq FROM ticket WHERE day = ?1 AND till = ?2)
              CROSS JOIN journal USING (till, epoch, seq) ORDER BY epoch, seq"
        ))?;
        let mut rows = statement.query([day, self.till()])?;
        while let Some(row) = rows.next()? {
            let stored = entries::read(row)?;
            if let Some(ticket) = of_entry(&stored)? {
                fold.ticket(&stored.entry.heading, *ticket);
            }
        }
        for kind in ["member", "settlement"] {
            for stored in entries::apart(connection, kind, day)? {
                let heading = &stored.entry.heading;
                if heading.till == self.till() {
                    fold.apart(&Fact::read(kind, stored.format, &stored.entry.payload)?);
                }
            }
        }
        let sums = Sums {
            tenders: tenders(connection, self.till(), day)?,
            fund: accounts::held(connection, Owner::Fund, "")?.unwrap_or_default(),
            deposits: deposits(connection)?,
            accounts: accounts::all_together(connection)?,
            ..Sums::default()
        };
        Ok(fold.into(sums))
    }
}

/// What the day's entries add up to so far.
#[derive(Default)]
struct Fold {
    tickets: u64,
    vat: BTreeMap<VatRate, RateRow>,
    /// What came and went, per owner and id.
    owners: BTreeMap<(Owner, Option<Id>), (Money, Money)>,
    settled: Vec<Settled>,
    lines: Vec<TicketLine>,
}

impl Fold {
    fn ticket(&mut self, heading: &Heading, ticket: Ticket) {
        for (owner, id, cents) in ledger::movements(heading, &ticket) {
            // Which line it is that nobody owns is another question.
            let id = (owner != Owner::Unattributed && !id.is_empty()).then(|| Id::known(&id));
            self.moved(owner, id, cents);
        }
        let shares = ticket.lines.iter().flat_map(|it| &it.shares);
        for share in shares.filter(|it| matches!(it.to, Owner::Commission | Owner::Pot)) {
            self.moved(share.to, None, share.cents);
        }
        for row in &ticket.vat {
            let sum = self.vat.entry(row.rate).or_insert(RateRow {
                rate: row.rate,
                paid: Money::ZERO,
                tax: Money::ZERO,
                net: Money::ZERO,
            });
            sum.paid += row.paid;
            sum.tax += row.tax;
            sum.net += row.net;
        }
        let sold = |it: &&TicketLine| it.kind.is_sold();
        let new = |it: &TicketLine| it.takes_back.is_none() && it.stands_for.is_none();
        let mut lines = ticket.lines.iter().filter(sold);
        self.tickets += u64::from(lines.any(|it| new(it) && it.quantity.thousandths() > 0));
        let sold = ticket.lines.into_iter().filter(|it| it.kind.is_sold());
        self.lines.extend(sold);
    }

    fn apart(&mut self, fact: &Fact) {
        match fact {
            Fact::Member(change) => {
                for one in &change.moves {
                    self.moved(Owner::Account, Some(one.member.clone()), one.cents);
                }
            }
            Fact::Settlement(it) => {
                let producer = || Some(it.producer.id.clone());
                self.moved(Owner::Producer, producer(), -it.paid);
                self.moved(Owner::Producer, producer(), -it.flat);
                self.moved(Owner::Commission, None, it.flat);
                self.settled
                    .extend(it.payments.iter().map(|payment| Settled {
                        producer: it.producer.id.clone(),
                        tender: payment.tender.clone(),
                        name: payment.name.clone(),
                        kind: payment.kind,
                        cents: -payment.cents,
                    }));
            }
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Ticket(_)
            | Fact::Abandoned(_)
            | Fact::Stock(_)
            | Fact::Printed(_)
            | Fact::Event(_) => {}
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

    fn into(self, sums: Sums) -> Sums {
        let of_hers = self.lines.iter().map(|it| &it.seller.id);
        let shares = self.lines.iter().flat_map(|it| &it.shares);
        let shares = shares.filter(|it| it.to == Owner::Producer);
        let producers: BTreeSet<&Id> = shares
            .filter_map(|it| it.id.as_ref())
            .chain(of_hers)
            .collect();
        let producers = producers
            .into_iter()
            .map(|id| (id.clone(), Takings::of(id, &self.lines)))
            .filter(|(_, takings)| !takings.is_empty())
            .collect();
        let owners = self.owners.into_iter();
        Sums {
            tickets: self.tickets,
            turnover: self.lines.iter().map(|it| it.paid).sum(),
            vat: self.vat.into_values().collect(),
            owners: owners
                .map(|((owner, id), (came, went))| (owner, id, came, went))
                .collect(),
            producers,
            settled: self.settled,
            ..sums
        }
    }
}

/// What each means of payment brought on the day, as the stall called it.
type TenderSum = (Id, Option<Label>, Money, u64);

fn tenders(connection: &Connection, till: &str, day: &str) -> Result<Vec<TenderSum>, StoreError> {
    let rows = connection
        .prepare_cached(
            "SELECT tender, name, cents, payments FROM tender_day WHERE day = ?1 AND till = ?2
              ORDER BY tender, name",
        )?
        .query_map([day, till], |row| {
            let tender = Id::known(row.get_ref(0)?.as_str()?);
            let name = Label::new(row.get_ref(1)?.as_str()?);
            Ok((tender, name, money(row.get(2)?, 2)?, count(row, 3)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

/// Per kind of deposit, by its unit price: how many are out, and what was paid for them.
fn deposits(connection: &Connection) -> Result<Vec<(Money, i64, Money)>, StoreError> {
    let rows = connection
        .prepare_cached(
            "SELECT CAST(id AS INTEGER) AS price, cents / max(CAST(id AS INTEGER), 1), cents
               FROM stands WHERE owner = 'deposit' AND cents <> 0 ORDER BY price",
        )?
        .query_map([], |row| {
            Ok((money(row.get(0)?, 0)?, row.get(1)?, money(row.get(2)?, 2)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(rows)
}

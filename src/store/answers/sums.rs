//! The sums of a stretch of this till's journal, its entries read once: what they cost grows with
//! the stretch and not with the years behind it.

use rusqlite::{Connection, Params, Rows};

use crate::{
    domain::{
        asking::{Span, Sums},
        figures::{Figures, Fold, Folded},
        journal::Fact,
        money::Money,
        settlement::Place,
        ticket::Owner,
    },
    store::{
        Store, closed,
        entries::{self, columns, sql},
        error::StoreError,
        tickets::money,
    },
};

use super::accounts;

impl Store {
    /// What a stretch of the journal brought on this till, and what the stall holds for others
    /// now.
    pub(super) fn sums(&self, span: &Span) -> Result<Sums, StoreError> {
        let connection = self.connection()?;
        let folded = match span {
            Span::Open => self.open_period()?.0,
            Span::Day(day) => of_day(connection, self.till(), day)?,
            Span::Closed { from, to } => closed_between(connection, self.till(), (from, to))?,
            Span::Closing(name) => of_closing(connection, self.till(), name)?,
        };
        Ok(Sums {
            figures: folded.figures,
            producers: folded.takings,
            owners: folded.owners,
            settled: folded.settled,
            fund: accounts::held(connection, Owner::Fund, "")?.unwrap_or_default(),
            deposits: deposits(connection)?,
            accounts: accounts::all_together(connection)?,
        })
    }
}

/// Adds the entries of some rows that have the columns of the journal.
pub(super) fn fold_rows(fold: &mut Fold, rows: &mut Rows<'_>) -> Result<(), StoreError> {
    while let Some(row) = rows.next()? {
        let stored = entries::read(row)?;
        let heading = &stored.entry.heading;
        fold.add(
            heading,
            &Fact::read(&heading.kind, stored.format, &stored.entry.payload)?,
        );
    }
    Ok(())
}

/// Adds this till's entries after one place up to another; what no sum asks for is not read.
pub(in crate::store) fn fold_between(
    connection: &Connection,
    till: &str,
    fold: &mut Fold,
    (after, up_to): (Option<Place>, Place),
) -> Result<(), StoreError> {
    let after = after.unwrap_or(Place { epoch: 0, seq: 0 });
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM journal
          WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND (epoch, seq) <= (?4, ?5)
            AND kind NOT IN ('catalogue', 'settings', 'stock', 'identity', 'closing')
          ORDER BY epoch, seq"
    ))?;
    let mut rows = statement.query((
        till,
        after.epoch,
        sql(after.seq),
        up_to.epoch,
        sql(up_to.seq),
    ))?;
    fold_rows(fold, &mut rows)
}

fn of_day(connection: &Connection, till: &str, day: &str) -> Result<Folded, StoreError> {
    let mut fold = Fold::default();
    query(
        connection,
        concat!(
            "SELECT ",
            columns!(),
            " FROM (SELECT till, epoch, seq FROM ticket WHERE day = ?1 AND till = ?2
                    UNION ALL
                    SELECT till, epoch, seq FROM journal
                     WHERE business_day = ?1 AND kind <> 'ticket' AND till = ?2
                       AND kind NOT IN ('catalogue', 'settings', 'stock', 'identity', 'closing'))
              CROSS JOIN journal USING (till, epoch, seq) ORDER BY epoch, seq"
        ),
        [day, till],
        &mut fold,
    )?;
    Ok(fold.done())
}

fn query(
    connection: &Connection,
    query: &str,
    asked: impl Params,
    fold: &mut Fold,
) -> Result<(), StoreError> {
    let mut statement = connection.prepare_cached(query)?;
    fold_rows(fold, &mut statement.query(asked)?)
}

/// What the closings of days between two market days cover. Their figures are added up as a month
/// adds up its days: a drawer begins anew with each.
fn closed_between(
    connection: &Connection,
    till: &str,
    (from, to): (&str, &str),
) -> Result<Folded, StoreError> {
    closed_in(
        connection,
        till,
        &closed::stretches(connection, till, from, to)?,
    )
}

/// What one closing of a day covers; nothing under a name that is none.
fn of_closing(connection: &Connection, till: &str, name: &str) -> Result<Folded, StoreError> {
    let stretch = closed::stretch(connection, till, name)?;
    closed_in(connection, till, stretch.as_slice())
}

fn closed_in(
    connection: &Connection,
    till: &str,
    stretches: &[(Option<Place>, Place)],
) -> Result<Folded, StoreError> {
    let mut fold = Fold::default();
    let mut sum: Option<Figures> = None;
    for (after, up_to) in stretches {
        fold_between(connection, till, &mut fold, (*after, *up_to))?;
        let seen = closed::at(connection, till, *up_to, "")?;
        match &mut sum {
            Some(sum) => sum.add(&seen.closing.figures),
            None => sum = Some(seen.closing.figures),
        }
    }
    Ok(Folded {
        figures: sum.unwrap_or_default(),
        ..fold.done()
    })
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

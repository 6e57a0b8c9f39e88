//! Which closings a longer period is made of. Its sums are asked for closing by closing, so that a
//! year never holds up a sale.

use rusqlite::Connection;

use crate::{
    domain::{
        asking::{MonthSeen, PeriodSeen},
        ids::Id,
        money::Money,
        settlement::Place,
    },
    store::{
        Store,
        entries::{count, sql},
        error::StoreError,
        tickets::money,
    },
};

const START: Place = Place { epoch: 0, seq: 0 };

impl Store {
    /// The closings of days whose label lies between two market days.
    pub(super) fn period(&self, from: &str, to: &str) -> Result<PeriodSeen, StoreError> {
        let connection = self.connection()?;
        let mut statement = connection.prepare_cached(
            "SELECT epoch, seq, name, label BETWEEN ?2 AND ?3 FROM closing
              WHERE till = ?1 AND level = 'day' ORDER BY epoch, seq",
        )?;
        let mut rows = statement.query((self.till(), from, to))?;
        let (mut last, mut before) = (START, None);
        let mut closings = Vec::new();
        while let Some(row) = rows.next()? {
            if row.get(3)? {
                before.get_or_insert(last);
                closings.push(row.get(2)?);
            }
            last = Place {
                epoch: row.get(0)?,
                seq: count(row, 1)?,
            };
        }
        Ok(PeriodSeen {
            closings,
            open: self.open_days(last, (from, to))?,
            accounts: balances(connection, self.till(), before.unwrap_or(last))?,
        })
    }

    /// Market days between two that sold something after a place.
    fn open_days(&self, after: Place, (from, to): (&str, &str)) -> Result<Vec<String>, StoreError> {
        let days = self
            .connection()?
            .prepare_cached(
                "SELECT DISTINCT day FROM ticket
                  WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND day BETWEEN ?4 AND ?5
                  ORDER BY day",
            )?
            .query_map(
                (self.till(), after.epoch, sql(after.seq), from, to),
                |row| row.get(0),
            )?
            .collect::<rusqlite::Result<_>>()?;
        Ok(days)
    }

    /// The months in which days were closed, newest first.
    pub(super) fn months(&self) -> Result<Vec<MonthSeen>, StoreError> {
        let months = self
            .connection()?
            .prepare_cached(
                "SELECT substr(label, 1, 7) AS month, count(*),
                        sum(payload ->> '$.figures.tickets'),
                        sum(payload ->> '$.figures.turnover')
                   FROM closing JOIN journal USING (till, epoch, seq)
                  WHERE till = ?1 AND level = 'day' GROUP BY month ORDER BY month DESC",
            )?
            .query_map([self.till()], |row| {
                Ok(MonthSeen {
                    month: row.get(0)?,
                    closings: count(row, 1)?,
                    tickets: count(row, 2)?,
                    turnover: money(row.get(3)?, 3)?,
                })
            })?
            .collect::<rusqlite::Result<_>>()?;
        Ok(months)
    }
}

/// What stood on each account at a place.
fn balances(
    connection: &Connection,
    till: &str,
    up_to: Place,
) -> Result<Vec<(Id, Money)>, StoreError> {
    let balances = connection
        .prepare_cached(
            "SELECT id, sum(cents) FROM held
              WHERE owner = 'account' AND till = ?1 AND (epoch, seq) <= (?2, ?3)
              GROUP BY id HAVING sum(cents) <> 0",
        )?
        .query_map((till, up_to.epoch, sql(up_to.seq)), |row| {
            Ok((Id::known(row.get_ref(0)?.as_str()?), money(row.get(1)?, 1)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(balances)
}

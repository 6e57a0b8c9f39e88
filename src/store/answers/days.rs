//! How the open period stands, and who this till is.

use rusqlite::Connection;

use crate::{
    domain::{
        asking::{Control, PaidRow, Verified},
        closing::{Closed, ClosingSeen, DayState, Earlier, Level, Perpetual},
        facts::Happening,
        ids::hex,
        journal::Fact,
        settlement::Place,
        time::Moment,
    },
    store::{
        Store, closed, due,
        entries::{self, columns, count, sql},
        epochs,
        error::StoreError,
        reading,
        tickets::of_entry,
    },
};

/// What a period goes on from.
fn closed_before(seen: ClosingSeen) -> Closed {
    let closing = seen.closing;
    Closed {
        earlier: Earlier {
            name: closing.name,
            place: seen.place,
            hash: seen.hash,
        },
        number: closing.number,
        at: seen.at,
        label: closing.label,
        left: closing.decided.map(|it| it.left).unwrap_or_default(),
        total: closing.total,
        market: closing.figures.opened.and_then(|it| it.market),
    }
}

/// How a till's open period stands at a place in its journal.
pub(in crate::store) fn day_state(
    connection: &Connection,
    till: &str,
    up_to: Place,
    now: Option<Moment>,
) -> Result<DayState, StoreError> {
    let rules = reading::settings(connection)?.rules;
    let (folded, before) = closed::open_period(connection, till, up_to)?;
    let latest = entries::at(connection, till, up_to.epoch, up_to.seq)?
        .map(|it| it.entry.heading.at)
        .unwrap_or_default();
    let today = || now.unwrap_or(latest).business_day(rules.day_starts_at);
    let label = folded.label().unwrap_or_else(today);
    Ok(DayState {
        due: due::due(connection, till, &label, rules.year_starts)?,
        figures: folded.figures,
        count: folded.count,
        before: before.map(closed_before),
        label,
        since: folded.since,
        latest,
        up_to,
    })
}

impl Store {
    /// How the open period stands.
    pub(super) fn day(&self) -> Result<DayState, StoreError> {
        let up_to = Place {
            epoch: self.epoch(),
            seq: self.tip.seq,
        };
        day_state(self.connection()?, self.till(), up_to, None)
    }

    /// The tickets of the open period and their payments, oldest first.
    pub(super) fn paid(&self) -> Result<Vec<PaidRow>, StoreError> {
        let connection = self.connection()?;
        let before = closed::last(connection, self.till(), Level::Day)?;
        let after = before.map_or(Place { epoch: 0, seq: 0 }, |it| it.place);
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND kind = 'ticket'
              ORDER BY epoch, seq"
        ))?;
        let mut rows = statement.query((self.till(), after.epoch, sql(after.seq)))?;
        let mut paid = Vec::new();
        while let Some(row) = rows.next()? {
            let stored = entries::read(row)?;
            if let Some(ticket) = of_entry(&stored)? {
                paid.push(PaidRow {
                    ticket: ticket.name,
                    at: stored.entry.heading.at,
                    total: ticket.total,
                    payments: ticket.payments,
                });
            }
        }
        Ok(paid)
    }

    /// Who this till is and how its journal stands.
    pub(super) fn control(&self) -> Result<Control, StoreError> {
        let connection = self.connection()?;
        let last = epochs::end(connection)?.entry;
        let identity = epochs::identity_of(connection, &last)?;
        let first = entries::at(connection, self.till(), 1, 1)?;
        let total = |kind: &str| -> Result<u64, StoreError> {
            let mut statement = connection.prepare_cached(
                "SELECT count(*) FROM journal WHERE till = ?1 AND (?2 = '' OR kind = ?2)",
            )?;
            Ok(statement.query_row((self.till(), kind), |row| count(row, 0))?)
        };
        let of_level = |level: Level| -> Result<u64, StoreError> {
            let last = closed::last(connection, self.till(), level)?;
            Ok(last.map_or(0, |it| it.closing.number))
        };
        let state = self.day()?;
        let before = state.before.as_ref();
        let before = before.map_or_else(Perpetual::default, |it| it.total);
        Ok(Control {
            till: self.till().to_owned(),
            name: identity.name,
            epoch: self.epoch(),
            public_key: identity.public_key,
            since: first.map(|it| it.entry.heading.at).unwrap_or_default(),
            entries: total("")?,
            tickets: total("ticket")?,
            last: Place {
                epoch: last.heading.epoch,
                seq: last.heading.seq,
            },
            last_at: last.heading.at,
            hash: hex(&last.hash),
            closings: (
                of_level(Level::Day)?,
                of_level(Level::Month)?,
                of_level(Level::Year)?,
            ),
            total: before.after(&state.figures),
            verified: verified(connection, self.till())?,
        })
    }
}

/// When the whole journal was last checked on the record: the newest such event.
fn verified(connection: &Connection, till: &str) -> Result<Option<(Moment, Verified)>, StoreError> {
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM journal WHERE till = ?1 AND kind = 'event' AND instr(payload, '\"verify\"') > 0
          ORDER BY epoch DESC, seq DESC LIMIT 1"
    ))?;
    let mut rows = statement.query([till])?;
    let Some(row) = rows.next()? else {
        return Ok(None);
    };
    let stored = entries::read(row)?;
    let heading = &stored.entry.heading;
    let fact = Fact::read(&heading.kind, stored.format, &stored.entry.payload)?;
    Ok(match fact {
        Fact::Event(event) if event.what == Happening::Verify => {
            let held = event.detail.is_none();
            let found = if held {
                Verified::Holds
            } else {
                Verified::Broken
            };
            Some((heading.at, found))
        }
        _ => None,
    })
}

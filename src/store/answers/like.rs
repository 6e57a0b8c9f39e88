//! The last market like this one, and how it stood when its clock showed the same hour.

use rusqlite::Connection;

use crate::{
    domain::{
        asking::Like,
        closing::{Closing, Level},
        figures::{Figures, Fold},
        journal::Fact,
        label::Label,
        settlement::Place,
        time::{Moment, weekday},
    },
    store::{
        Store, closed,
        entries::{self, columns, count, sql},
        error::StoreError,
        reading,
    },
};

/// So many closings are looked at: two years of a weekly market.
const LOOKED_AT: u32 = 110;

/// A market before, and how alike it is.
struct Candidate {
    label: String,
    market: Option<Label>,
}

/// How like a market before is; the least is the best.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    /// It was opened for the same market.
    Named,
    /// It was on the same day of the week.
    Weekday,
    /// It is a market.
    Any,
}

fn market(closing: &Closing) -> Option<&Label> {
    closing.figures.opened.as_ref()?.market.as_ref()
}

impl Store {
    /// The last market like this one, and how it stood when its clock showed the same hour.
    pub(super) fn like(
        &self,
        market: Option<&Label>,
        now: Moment,
    ) -> Result<Option<Like>, StoreError> {
        let connection = self.connection()?;
        let starts = reading::settings(connection)?.rules.day_starts_at;
        let today = now.business_day(starts);
        let Some(found) = candidate(connection, self.till(), &today, market)? else {
            return Ok(None);
        };
        let since = closed::last(connection, self.till(), Level::Day)?
            .filter(|it| it.closing.label == today)
            .map_or(0, |it| clock(it.at, starts));
        let hours = Hours {
            since,
            now: clock(now, starts),
            starts,
        };
        let (so_far, whole) = both(connection, self.till(), &found, hours)?;
        Ok(Some(Like {
            label: found.label,
            market: found.market,
            so_far,
            whole,
        }))
    }
}

/// The most alike market day before today, newest first among equals.
fn candidate(
    connection: &Connection,
    till: &str,
    today: &str,
    wanted: Option<&Label>,
) -> Result<Option<Candidate>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT epoch, seq FROM closing WHERE till = ?1 AND level = 'day' AND label < ?2
          ORDER BY label DESC, epoch DESC, seq DESC LIMIT ?3",
    )?;
    let mut rows = statement.query((till, today, LOOKED_AT))?;
    let mut best: Option<(Likeness, Candidate)> = None;
    while let Some(row) = rows.next()? {
        let place = Place {
            epoch: row.get(0)?,
            seq: count(row, 1)?,
        };
        let Some(closing) = closing_at(connection, till, place)? else {
            continue;
        };
        if closing.figures.tickets == 0 {
            continue;
        }
        let market = market(&closing).cloned();
        let likeness = if market.is_some() && market.as_ref() == wanted {
            Likeness::Named
        } else if weekday(&closing.label) == weekday(today) {
            Likeness::Weekday
        } else {
            Likeness::Any
        };
        if best.as_ref().is_none_or(|it| likeness < it.0) {
            let label = closing.label;
            best = Some((likeness, Candidate { label, market }));
        }
        // Nothing older can be more alike.
        let enough = if wanted.is_some() {
            Likeness::Named
        } else {
            Likeness::Weekday
        };
        if best.as_ref().is_some_and(|it| it.0 <= enough) {
            break;
        }
    }
    Ok(best.map(|it| it.1))
}

fn closing_at(
    connection: &Connection,
    till: &str,
    place: Place,
) -> Result<Option<Closing>, StoreError> {
    let Some(stored) = entries::at(connection, till, place.epoch, place.seq)? else {
        return Ok(None);
    };
    let entry = &stored.entry;
    match Fact::read(&entry.heading.kind, stored.format, &entry.payload)? {
        Fact::Closing(closing) => Ok(Some(*closing)),
        _ => Ok(None),
    }
}

/// Minutes since the hour at which a market day begins: one o'clock in the night is late.
fn clock(at: Moment, starts: u8) -> i64 {
    let local = at.local();
    let minutes = i64::from(local.hour()) * 60 + i64::from(local.minute());
    (minutes - i64::from(starts) * 60).rem_euclid(24 * 60)
}

/// Between which hours the two markets are beside each other, in minutes of [`clock`].
#[derive(Clone, Copy)]
struct Hours {
    since: i64,
    now: i64,
    starts: u8,
}

/// The tickets of a market day, to the same hour and to the end. Only those that bear its label:
/// a day that was forgotten and closed with the next one is not a part of it.
fn both(
    connection: &Connection,
    till: &str,
    found: &Candidate,
    hours: Hours,
) -> Result<(Figures, Figures), StoreError> {
    let (mut so_far, mut whole) = (Fold::default(), Fold::default());
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM journal
          WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND (epoch, seq) <= (?4, ?5)
            AND kind = 'ticket' AND business_day = ?6 ORDER BY epoch, seq"
    ))?;
    let mut current = None;
    for (after, up_to) in closed::stretches(connection, till, &found.label, &found.label)? {
        // What was not opened goes on with the market before it.
        current = market_at(connection, till, up_to)?.or(current);
        if found.market.is_some() && current.is_some() && current != found.market {
            continue;
        }
        let after = after.unwrap_or(Place { epoch: 0, seq: 0 });
        let (after_seq, up_to_seq) = (sql(after.seq), sql(up_to.seq));
        let place = (after.epoch, after_seq, up_to.epoch, up_to_seq);
        let mut rows = statement.query((till, place.0, place.1, place.2, place.3, &found.label))?;
        while let Some(row) = rows.next()? {
            let stored = entries::read(row)?;
            let heading = &stored.entry.heading;
            let fact = Fact::read(&heading.kind, stored.format, &stored.entry.payload)?;
            let at = clock(heading.at, hours.starts);
            if at < hours.since {
                continue;
            }
            if at <= hours.now {
                so_far.add(heading, &fact);
            }
            whole.add(heading, &fact);
        }
    }
    Ok((so_far.done().figures, whole.done().figures))
}

/// Which market a closing was opened for, if its opening said so.
fn market_at(
    connection: &Connection,
    till: &str,
    place: Place,
) -> Result<Option<Label>, StoreError> {
    let closing = closing_at(connection, till, place)?;
    Ok(closing.and_then(|it| market(&it).cloned()))
}

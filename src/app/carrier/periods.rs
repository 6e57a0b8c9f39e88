//! Tables for people, into the folder `exports` beside the outbox: longer periods, and the running
//! report.

use std::path::PathBuf;

use super::{super::periods::gather, Books, Carrier, Obstacle};
use crate::{
    domain::{
        asking::{AccountRow, Ask, Found, Like, Span, Sums},
        time::Moment,
    },
    exchange::{period, running},
};

/// The store answers one question between two sales.
fn ask(ask: Ask, books: &mut impl Books) -> Result<Found, Obstacle> {
    Ok(books.with(move |store| store.answer(&ask))??)
}

impl Carrier {
    /// Writes the tables of a period; answers their folder.
    pub fn period(
        &self,
        (from, to): (&str, &str),
        at: Moment,
        books: &mut impl Books,
    ) -> Result<PathBuf, Obstacle> {
        let gathered = gather((from, to), |question| ask(question, books))?;
        let period = gathered.ok_or(Obstacle::NothingClosed)?;
        let accounts = accounts(books)?;
        let (stall, till) = books.with(|store| {
            let stall = store.settings().map(|it| it.stall.name);
            (stall, store.till_name().to_owned())
        })?;
        let about = period::About {
            stall: &stall?,
            till: &till,
            at,
            version: super::super::VERSION,
            accounts: &accounts,
        };
        let folder = period::folder(&period);
        let files = period::files(&period, about);
        Ok(period::write(&self.data, &folder, &files)?)
    }

    /// Writes the running report as one table; answers where it is.
    pub(super) fn running_report(
        &self,
        at: Moment,
        books: &mut impl Books,
    ) -> Result<PathBuf, Obstacle> {
        let (sums, like) = open_sums(at, books)?;
        let name = format!("x_{}.csv", at.local().strftime("%Y-%m-%d_%H%M"));
        let table = running::table(&sums, like.as_ref());
        let folder = period::write(&self.data, "", &[(name.as_str(), table)])?;
        Ok(folder.join(name))
    }
}

fn accounts(books: &mut impl Books) -> Result<Vec<AccountRow>, Obstacle> {
    match ask(Ask::Members, books)? {
        Found::Members(rows) => Ok(rows),
        _ => Ok(Vec::new()),
    }
}

/// The open period, and the market before beside it.
fn open_sums(at: Moment, books: &mut impl Books) -> Result<(Sums, Option<Like>), Obstacle> {
    let sums = match ask(Ask::Sums(Span::Open), books)? {
        Found::Sums(sums) => *sums,
        _ => Sums::default(),
    };
    let opened = sums.figures.opened.as_ref();
    let market = opened.and_then(|it| it.market.clone());
    let like = match ask(Ask::Like { market, at }, books)? {
        Found::Like(like) => like.map(|it| *it),
        _ => None,
    };
    Ok((sums, like))
}

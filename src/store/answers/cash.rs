//! Cash that came and went without a sale, and who started the program last.

use crate::{
    domain::{
        asking::CashSeen, closing::Level, facts::Happening, journal::Fact, label::Label,
        settlement::Place,
    },
    store::{
        Store, closed,
        entries::{self, columns, sql},
        error::StoreError,
    },
};

impl Store {
    /// The movements of cash of the open period, oldest first.
    pub(super) fn cash_moves(&self) -> Result<Vec<CashSeen>, StoreError> {
        let connection = self.connection()?;
        let before = closed::last(connection, self.till(), Level::Day)?;
        let after = before.map_or(Place { epoch: 0, seq: 0 }, |it| it.place);
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal WHERE till = ?1 AND (epoch, seq) > (?2, ?3) AND kind = 'cash'
              ORDER BY epoch, seq"
        ))?;
        let mut rows = statement.query((self.till(), after.epoch, sql(after.seq)))?;
        let mut seen = Vec::new();
        while let Some(row) = rows.next()? {
            let stored = entries::read(row)?;
            let heading = stored.entry.heading;
            let fact = Fact::read(&heading.kind, stored.format, &stored.entry.payload)?;
            if let Fact::Cash(cash) = fact {
                seen.push(CashSeen {
                    at: heading.at,
                    operator: heading.operator,
                    cash,
                });
            }
        }
        Ok(seen)
    }

    /// The program that was started last on this journal, as its entry says; none before the
    /// first start.
    pub fn started_by(&self) -> Result<Option<Label>, StoreError> {
        let connection = self.connection()?;
        let mut statement = connection.prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM journal
              WHERE till = ?1 AND kind = 'event' AND instr(payload, '\"start\"') > 0
              ORDER BY epoch DESC, seq DESC LIMIT 1"
        ))?;
        let mut rows = statement.query([self.till()])?;
        let Some(row) = rows.next()? else {
            return Ok(None);
        };
        let stored = entries::read(row)?;
        let kind = &stored.entry.heading.kind;
        Ok(
            match Fact::read(kind, stored.format, &stored.entry.payload)? {
                Fact::Event(event) if event.what == Happening::Start => event.detail,
                _ => None,
            },
        )
    }
}

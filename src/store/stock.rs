//! What was brought, sold, lost and is left.

use std::collections::HashMap;

use rusqlite::named_params;

use super::{Store, error::StoreError};
use crate::domain::{ids::Id, quantity::Quantity, views::StockRow};

impl Store {
    /// The stock over a market day, `YYYY-MM-DD`, of each product that is counted or was ever
    /// moved.
    pub fn stock(&self, day: &str) -> Result<Vec<StockRow>, StoreError> {
        let mut statement = self.connection()?.prepare_cached(
            "SELECT shelf.product,
                    coalesce(sum(iif(it.day < :day, delivered - sold - lost, 0)), 0),
                    coalesce(sum(iif(it.day = :day, delivered, 0)), 0),
                    coalesce(sum(iif(it.day = :day, sold, 0)), 0),
                    coalesce(sum(iif(it.day = :day, lost, 0)), 0)
               FROM shelf LEFT JOIN stock_day AS it ON it.product = shelf.product AND it.day <= :day
              WHERE left_thou IS NOT NULL GROUP BY shelf.product",
        )?;
        let rows = statement.query_map(named_params! { ":day": day }, |row| {
            let quantity = |column| row.get(column).map(Quantity::from_thousandths);
            let (opening, delivered) = (quantity(1)?, quantity(2)?);
            let (sold, lost) = (quantity(3)?, quantity(4)?);
            Ok(StockRow {
                product: Id::known(row.get_ref(0)?.as_str()?),
                opening,
                delivered,
                sold,
                lost,
                left: opening + delivered - sold - lost,
            })
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// What is left of each product that is counted or was ever moved.
    pub fn left(&self) -> Result<HashMap<Id, Quantity>, StoreError> {
        let mut statement = self
            .connection()?
            .prepare_cached("SELECT product, left_thou FROM shelf WHERE left_thou IS NOT NULL")?;
        let rows = statement.query_map([], |row| {
            let left = Quantity::from_thousandths(row.get(1)?);
            Ok((Id::known(row.get_ref(0)?.as_str()?), left))
        })?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}

//! What a sale costs SQLite alone: the same tables, pragmas and rows, without a program around them.

use std::{collections::BTreeMap, path::Path};

use etal::domain::{journal::Proposal, ticket::Ticket, views::Recorded};
use rusqlite::{Connection, types::Value};

use crate::counter::product;

/// The rows of a sale, ready to be bound.
pub struct Rows(Vec<(&'static str, Vec<Value>)>);

impl Rows {
    /// Those of a recorded ticket.
    pub fn of(sale: &Proposal, ticket: &Ticket, recorded: &Recorded, drafts: &str) -> Self {
        let text = |it: &str| Value::Text(it.to_owned());
        let int = |it: u64| Value::Integer(i64::try_from(it).unwrap());
        let day = &recorded.business_day;
        let (number, name) = recorded.ticket.clone().unwrap();
        let mut rows = vec![(
            "INSERT INTO journal VALUES (?, ?, ?, ?, 'ticket', 1, ?, ?, ?, ?, ?, ?, ?, ?)",
            vec![
                text(&recorded.till),
                int(recorded.epoch.into()),
                int(recorded.seq),
                Value::Blob(recorded.uid.0.to_vec()),
                Value::Integer(sale.at.utc_ms),
                Value::Integer(sale.at.offset_min.into()),
                text(day),
                text(&sale.operator),
                text(&sale.fact.payload().unwrap()),
                Value::Blob(recorded.hash.to_vec()),
                Value::Blob(recorded.hash.to_vec()),
                Value::Blob(vec![7; 64]),
            ],
        )];
        rows.push((
            "INSERT INTO ticket VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, NULL, 0)",
            vec![
                text(&recorded.till),
                int(recorded.epoch.into()),
                int(recorded.seq),
                int(number),
                text(&name),
                text(day),
                Value::Integer(sale.at.utc_ms),
                Value::Integer(sale.at.offset_min.into()),
                Value::Integer(ticket.total.cents()),
                text("[[\"cash\",null]]"),
            ],
        ));
        rows.push((
            "INSERT INTO tender_day VALUES (?, ?, 'cash', '', ?, 1)
             ON CONFLICT DO UPDATE SET cents = cents + excluded.cents, payments = payments + 1",
            vec![
                text(&recorded.till),
                text(day),
                Value::Integer(ticket.total.cents()),
            ],
        ));
        rows.extend(held(ticket, recorded));
        for line in &ticket.lines {
            let Some(product) = &line.product else {
                continue;
            };
            let sold = line.quantity.thousandths();
            rows.push((
                "INSERT INTO shelf VALUES (?, ?, ?, 0, 1) ON CONFLICT DO UPDATE
                 SET left_thou = left_thou + excluded.left_thou, sold_day = sold_day + 1",
                vec![text(product.as_str()), Value::Integer(-sold), text(day)],
            ));
            rows.push((
                "INSERT INTO stock_day VALUES (?, ?, 0, ?, 0)
                 ON CONFLICT DO UPDATE SET sold = sold + excluded.sold",
                vec![text(product.as_str()), text(day), Value::Integer(sold)],
            ));
        }
        rows.push(("UPDATE draft SET content = ?", vec![text(drafts)]));
        Self(rows)
    }
}

/// What the ledger keeps of a ticket.
fn held(ticket: &Ticket, recorded: &Recorded) -> Vec<(&'static str, Vec<Value>)> {
    let text = |it: &str| Value::Text(it.to_owned());
    let mut sums: BTreeMap<(&str, String), i64> = BTreeMap::new();
    for share in ticket.lines.iter().flat_map(|it| &it.shares) {
        let id = share.id.as_ref().map(ToString::to_string);
        *sums
            .entry((share.to.id(), id.unwrap_or_default()))
            .or_default() += share.cents.cents();
    }
    let row = |((owner, id), cents): ((&str, String), i64)| {
        let values = vec![
            text(owner),
            text(&id),
            text(&recorded.till),
            Value::Integer(recorded.epoch.into()),
            Value::Integer(i64::try_from(recorded.seq).unwrap()),
            text(&recorded.business_day),
            Value::Integer(cents),
        ];
        ("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?, ?)", values)
    };
    sums.into_iter().map(row).collect()
}

/// SQLite with the same tables and pragmas, and nothing else.
pub struct Bare(Connection);

impl Bare {
    /// A new database with a shelf for so many products.
    pub fn open(path: &Path, products: u32) -> Self {
        let uri = format!("file://{}?psow=0", path.display());
        let connection = Connection::open(uri).unwrap();
        connection
            .execute_batch(
                "PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=WAL; PRAGMA synchronous=EXTRA;
                 PRAGMA recursive_triggers=ON; PRAGMA wal_autocheckpoint=0;
                 PRAGMA secure_delete=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;
                 PRAGMA temp_store=MEMORY; PRAGMA cache_size=-2000;",
            )
            .unwrap();
        for step in [
            include_str!("../../src/store/migrations/0001-journal.sql"),
            include_str!("../../src/store/migrations/0002-projections.sql"),
            include_str!("../../src/store/migrations/0003-beside.sql"),
            include_str!("../../src/store/migrations/0004-whose-money.sql"),
        ] {
            connection.execute_batch(step).unwrap();
        }
        connection
            .execute_batch(
                "DROP TRIGGER journal_is_never_changed; DROP TRIGGER journal_loses_nothing;
                 DROP TRIGGER journal_takes_the_next_link;",
            )
            .unwrap();
        let filled = connection.unchecked_transaction().unwrap();
        for code in 1..=products {
            let id = product(code, 1).id;
            filled
                .execute("INSERT INTO shelf VALUES (?, 0, '', 0, 0)", [id.as_str()])
                .unwrap();
        }
        filled.commit().unwrap();
        connection.set_prepared_statement_cache_capacity(64);
        Self(connection)
    }

    /// Writes the rows of one sale, durably.
    pub fn write(&mut self, rows: &Rows) {
        let sale = self
            .0
            .transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)
            .unwrap();
        for (statement, values) in &rows.0 {
            sale.prepare_cached(statement)
                .unwrap()
                .execute(rusqlite::params_from_iter(values))
                .unwrap();
        }
        sale.commit().unwrap();
    }
}

//! From entries to tables: the one way in which projections are ever written.

use rusqlite::{Connection, named_params};

use super::{
    closed,
    entries::{self, columns, sql},
    error::StoreError,
    ledger,
};
use crate::domain::{
    catalogue::{CatalogueChange, Stocked},
    facts::{Printed, StockMove, StockWay},
    ids::Id,
    journal::{Fact, Heading, canonical},
    label::Label,
    money::Money,
    settings::SettingsChange,
    ticket::{Payment, Returned, Ticket, TicketLine},
};

/// The tables that a replay makes, each with the columns that tell its rows apart.
pub(super) const PROJECTIONS: [(&str, &str); 15] = [
    ("product", "id"),
    ("producer", "id"),
    ("department", "id"),
    ("quick_key", "place"),
    ("setting", "part"),
    ("ticket", "till, epoch, seq"),
    ("shelf", "product"),
    ("stock_day", "product, day"),
    ("tender_day", "day, till, tender, name"),
    ("member", "id"),
    ("held", "owner, id, till, epoch, seq"),
    ("stands", "owner, id"),
    (
        "later",
        "till, epoch, seq, line, by_till, by_epoch, by_seq, by_line",
    ),
    ("settlement", "producer, till, epoch, seq"),
    ("closing", "till, epoch, seq"),
];

/// Empties the projections.
pub(super) fn clear(connection: &Connection) -> Result<(), StoreError> {
    for (table, _) in PROJECTIONS {
        connection.execute(&format!("DELETE FROM {table}"), [])?;
    }
    Ok(())
}

/// Empties the projections and fills them again from the journal, in the order in which it was
/// written. An entry whose content cannot be read is passed over: `verify` names it.
pub(super) fn all(connection: &Connection) -> Result<(), StoreError> {
    clear(connection)?;
    let mut statement = connection.prepare(concat!(
        "SELECT ",
        columns!(),
        " FROM journal ORDER BY rowid"
    ))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let stored = entries::read(row)?;
        let heading = &stored.entry.heading;
        if let Ok(fact) = Fact::read(&heading.kind, stored.format, &stored.entry.payload) {
            apply(connection, heading, &fact)?;
        }
    }
    Ok(())
}

/// Writes what an entry means for every table.
pub(super) fn apply(
    connection: &Connection,
    heading: &Heading,
    fact: &Fact,
) -> Result<(), StoreError> {
    match fact {
        Fact::Identity(_) | Fact::Abandoned(_) | Fact::Event(_) | Fact::Day(_) | Fact::Count(_) => {
            Ok(())
        }
        Fact::Cash(cash) => closed::carried(connection, heading, cash),
        Fact::Closing(closing) => closed::closing(connection, heading, closing),
        Fact::Member(change) => ledger::member(connection, heading, change),
        Fact::Settlement(settlement) => ledger::settlement(connection, heading, settlement),
        Fact::Catalogue(change) => catalogue(connection, change),
        Fact::Settings(change) => settings(connection, change),
        Fact::Ticket(ticket) => ticket_row(connection, heading, ticket)
            .and_then(|()| tenders(connection, heading, &ticket.payments))
            .and_then(|()| sold(connection, heading, ticket))
            .and_then(|()| ledger::ticket(connection, heading, ticket)),
        Fact::Stock(moves) => moves
            .moves
            .iter()
            .try_for_each(|one| moved(connection, heading, one)),
        Fact::Printed(printed) => mark_printed(connection, heading, printed),
    }
}

fn catalogue(connection: &Connection, change: &CatalogueChange) -> Result<(), StoreError> {
    let put = |table: &str, id: &Id, content: String| -> Result<(), StoreError> {
        connection
            .prepare_cached(&format!(
                "INSERT INTO {table} (id, content) VALUES (?1, ?2)
                 ON CONFLICT (id) DO UPDATE SET content = excluded.content"
            ))?
            .execute((id.as_str(), content))?;
        Ok(())
    };
    for product in &change.products {
        put("product", &product.id, canonical(product)?)?;
        if product.stock == Stocked::Counted {
            // Counted from now on, even if nothing was brought yet.
            connection
                .prepare_cached(
                    "INSERT INTO shelf (product, left_thou, day, sold_before, sold_day)
                     VALUES (?1, 0, '', 0, 0)
                     ON CONFLICT (product) DO UPDATE SET left_thou = coalesce(left_thou, 0)",
                )?
                .execute([product.id.as_str()])?;
        }
    }
    for producer in &change.producers {
        put("producer", &producer.id, canonical(producer)?)?;
    }
    for department in &change.departments {
        put("department", &department.id, canonical(department)?)?;
    }
    if let Some(keys) = &change.quick_keys {
        connection.execute("DELETE FROM quick_key", [])?;
        for (key, place) in keys.iter().zip(1i64..) {
            connection
                .prepare_cached("INSERT INTO quick_key (place, content) VALUES (?1, ?2)")?
                .execute((place, canonical(key)?))?;
        }
    }
    Ok(())
}

fn settings(connection: &Connection, change: &SettingsChange) -> Result<(), StoreError> {
    let parts = [
        ("stall", change.stall.as_ref().map(canonical)),
        ("tenders", change.tenders.as_ref().map(canonical)),
        ("vat_rates", change.vat_rates.as_ref().map(canonical)),
        ("rules", change.rules.as_ref().map(canonical)),
        ("tariffs", change.tariffs.as_ref().map(canonical)),
        ("deposits", change.deposits.as_ref().map(canonical)),
        ("operators", change.operators.as_ref().map(canonical)),
    ];
    for (part, content) in parts {
        if let Some(content) = content {
            connection.execute(
                "INSERT INTO setting (part, content) VALUES (?1, ?2)
                 ON CONFLICT (part) DO UPDATE SET content = excluded.content",
                (part, content?),
            )?;
        }
    }
    Ok(())
}

fn ticket_row(
    connection: &Connection,
    heading: &Heading,
    ticket: &Ticket,
) -> Result<(), StoreError> {
    let mut means: Vec<(&Id, Option<&Label>)> = Vec::new();
    for payment in &ticket.payments {
        let one = (&payment.tender, payment.name.as_ref());
        if !means.contains(&one) {
            means.push(one);
        }
    }
    connection
        .prepare_cached(
            "INSERT INTO ticket
                    (till, epoch, seq, number, name, day, at_utc_ms, offset_min, total_cents,
                     means, reverses)
             VALUES (:till, :epoch, :seq, :number, :name, :day, :at, :offset, :total,
                     :means, :reverses)",
        )?
        .execute(named_params! {
            ":till": heading.till,
            ":epoch": heading.epoch,
            ":seq": sql(heading.seq),
            ":number": sql(ticket.number),
            ":name": ticket.name,
            ":day": heading.business_day,
            ":at": heading.at.utc_ms,
            ":offset": heading.at.offset_min,
            ":total": ticket.total.cents(),
            ":means": canonical(&means)?,
            ":reverses": ticket.reverses.as_ref().map(|it| it.name.as_str()),
        })?;
    if let Some(original) = &ticket.reverses {
        connection
            .prepare_cached(
                "UPDATE ticket SET reversed_by = ?4 WHERE till = ?1 AND epoch = ?2 AND seq = ?3",
            )?
            .execute((
                &original.till,
                original.epoch,
                sql(original.seq),
                &ticket.name,
            ))?;
    }
    Ok(())
}

/// One row per means, whatever came and went by it.
fn tenders(
    connection: &Connection,
    heading: &Heading,
    payments: &[Payment],
) -> Result<(), StoreError> {
    let mut sums: Vec<(&str, &str, Money, i64)> = Vec::new();
    for payment in payments {
        let key = (
            payment.tender.as_str(),
            payment.name.as_ref().map_or("", |name| name.as_str()),
        );
        let number = i64::from(!payment.change);
        match sums.iter_mut().find(|it| (it.0, it.1) == key) {
            Some(sum) => {
                sum.2 += payment.cents;
                sum.3 += number;
            }
            None => sums.push((key.0, key.1, payment.cents, number)),
        }
    }
    for (tender, name, cents, payments) in sums {
        connection
            .prepare_cached(
                "INSERT INTO tender_day (till, day, tender, name, cents, payments)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (day, till, tender, name) DO UPDATE
                    SET cents = cents + excluded.cents, payments = payments + excluded.payments",
            )?
            .execute((
                &heading.till,
                &heading.business_day,
                tender,
                name,
                cents.cents(),
                payments,
            ))?;
    }
    Ok(())
}

fn sold(connection: &Connection, heading: &Heading, ticket: &Ticket) -> Result<(), StoreError> {
    for line in &ticket.lines {
        let Some(product) = &line.product else {
            continue;
        };
        let quantity = line.quantity.thousandths();
        // What came back and is lost never was on the shelf again.
        let lost = match line.returned {
            Some(Returned::Lost) => quantity.saturating_neg(),
            Some(Returned::OnSale) | None => 0,
        };
        let left = quantity.saturating_add(lost).saturating_neg();
        let taken = line.from_stock.then_some(left);
        shelf(connection, heading, product, taken, times_sold(line))?;
        if line.from_stock {
            stock_day(connection, heading, product, (0, quantity, lost))?;
        }
    }
    Ok(())
}

/// A line that comes back was not sold after all.
const fn times_sold(line: &TicketLine) -> i64 {
    line.quantity.thousandths().signum()
}

fn moved(connection: &Connection, heading: &Heading, one: &StockMove) -> Result<(), StoreError> {
    let quantity = one.quantity.thousandths();
    let (left, day) = match one.way {
        StockWay::Delivered => (quantity, (quantity, 0, 0)),
        StockWay::Lost | StockWay::Given | StockWay::TakenHome => {
            (quantity.saturating_neg(), (0, 0, quantity))
        }
    };
    shelf(connection, heading, &one.product, Some(left), 0)?;
    stock_day(connection, heading, &one.product, day)
}

/// Adds to what is left and to how often it was sold; sales of a day that is over count as before.
fn shelf(
    connection: &Connection,
    heading: &Heading,
    product: &Id,
    left: Option<i64>,
    sold: i64,
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO shelf (product, left_thou, day, sold_before, sold_day)
             VALUES (?1, ?2, ?3, 0, ?4)
             ON CONFLICT (product) DO UPDATE SET
                left_thou = CASE WHEN excluded.left_thou IS NULL THEN left_thou
                                 ELSE coalesce(left_thou, 0) + excluded.left_thou END,
                sold_before = sold_before + CASE WHEN day < excluded.day THEN sold_day
                                                 WHEN day > excluded.day THEN excluded.sold_day
                                                 ELSE 0 END,
                sold_day = CASE WHEN day < excluded.day THEN excluded.sold_day
                                WHEN day = excluded.day THEN sold_day + excluded.sold_day
                                ELSE sold_day END,
                day = max(day, excluded.day)",
        )?
        .execute((product.as_str(), left, &heading.business_day, sold))?;
    Ok(())
}

fn stock_day(
    connection: &Connection,
    heading: &Heading,
    product: &Id,
    (delivered, sold, lost): (i64, i64, i64),
) -> Result<(), StoreError> {
    connection
        .prepare_cached(
            "INSERT INTO stock_day (product, day, delivered, sold, lost) VALUES (?1, ?2, ?3, ?4, ?5)
             ON CONFLICT (product, day) DO UPDATE SET delivered = delivered + excluded.delivered,
                sold = sold + excluded.sold, lost = lost + excluded.lost",
        )?
        .execute((product.as_str(), &heading.business_day, delivered, sold, lost))?;
    Ok(())
}

/// A ticket of an earlier epoch can be printed again in this one.
fn mark_printed(
    connection: &Connection,
    heading: &Heading,
    printed: &Printed,
) -> Result<(), StoreError> {
    for epoch in (1..=heading.epoch).rev() {
        let changed = connection
            .prepare_cached(
                "UPDATE ticket SET printed = max(printed, ?5)
                 WHERE till = ?1 AND epoch = ?2 AND seq = ?3 AND name = ?4",
            )?
            .execute((
                &heading.till,
                epoch,
                sql(printed.seq),
                &printed.ticket,
                i64::from(printed.copy) + 1,
            ))?;
        if changed > 0 {
            return Ok(());
        }
    }
    closed::printed(connection, heading, printed)
}

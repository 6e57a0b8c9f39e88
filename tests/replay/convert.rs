//! From the co-op's rows to lines for `etal ring`, and what Étal will make of them otherwise.

use serde_json::{Map, Value, json};

use crate::corepos::{Row, Ticket};

/// What makes a ticket come out otherwise than in the other program; nothing else may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cause {
    /// A bookkeeping row that settles a tab without any means of payment: refused, because the
    /// three sums must agree.
    NoTender,
    /// A ticket that does not balance and nobody knows why: refused as well.
    Odd,
    /// A weighed line at exactly half a cent, which binary floats rounded down: a cent more here.
    HalfCent,
    /// A line whose amount is not quantity × price, carried as one piece at its amount: the same
    /// cents.
    OwnAmount,
    /// A quantity with four decimals, carried with three: the same cents.
    FourDecimals,
    /// A row whose label ends in an escaped quote, which the oracle lost.
    NotInOracle,
}

/// A ticket ready to be rung.
#[derive(Clone, Debug)]
pub struct Sale {
    /// The line for `etal ring`.
    pub line: Value,
    /// What Étal must answer.
    pub expected: Expected,
    /// Why it differs, once per line that does.
    pub causes: Vec<Cause>,
    /// Cents that Étal has more than the other program, and by which means they are paid.
    pub more: i64,
    pub more_by: String,
}

/// What the answer to a sale must be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A ticket of this total; the change where Étal reckons it.
    Ticket { total: i64, change: Option<i64> },
    /// No ticket.
    Refused,
}

/// What a means of the co-op is here: a tender, and a name where it is `other`.
pub const MEANS: [(&str, &str, Option<&str>); 10] = [
    ("CA", "cash", None),
    ("CC", "card", None),
    ("CK", "cheque", None),
    ("CP", "other", Some("Coupon")),
    ("EC", "other", Some("EBT cash")),
    ("EF", "other", Some("EBT food stamps")),
    ("GD", "other", Some("Gift card")),
    ("MI", "other", Some("In-store charge")),
    ("SC", "other", Some("Store credit")),
    ("TC", "other", Some("Gift certificate")),
];

/// The quick key under which open departments are rung.
pub const OPEN: char = 'o';

/// The label of a line of added tax.
pub const TAX: &str = "Tax";

/// Puts a ticket into the words of `etal ring`.
pub fn sale(ticket: &Ticket) -> Sale {
    let key = &ticket.key;
    let paper = format!(
        "{} {}-{}-{}",
        key.day, key.register, key.cashier, key.number
    );
    let mut causes = Vec::new();
    let mut total = 0;
    let mut more = 0;
    let mut lines = Vec::new();
    for row in ticket.rows.iter().filter(|row| row.is_line()) {
        let (line, cents) = line(row, &mut causes);
        if row.ends_in_quote {
            causes.push(Cause::NotInOracle);
        }
        total += cents;
        more += cents - row.total;
        lines.push(line);
    }
    let paid = Paid::of(ticket, total, more);
    let expected = if ticket.sum() == 0 {
        Expected::Ticket {
            total,
            change: paid.change,
        }
    } else {
        let has_tender = ticket.rows.iter().any(Row::is_tender);
        causes.push(if has_tender {
            Cause::Odd
        } else {
            Cause::NoTender
        });
        Expected::Refused
    };
    Sale {
        line: json!({
            "uid": format!("{}{:08}{:08}{:08}", key.day.replace('-', ""), key.register, key.cashier, key.number),
            "at": format!("{}T{}-05:00", key.day, ticket.time),
            "lines": lines,
            "payments": paid.payments,
            "paper": paper,
            "operator": key.cashier.to_string(),
        }),
        expected,
        causes,
        more,
        more_by: paid.last_means,
    }
}

/// A row as a line, and what Étal makes of it in cents.
fn line(row: &Row, causes: &mut Vec<Cause>) -> (Value, i64) {
    if row.kind == "A" {
        return (
            json!({"label": TAX, "price": plain(row.total), "vat": "0"}),
            row.total,
        );
    }
    if row.quantity == 0 && row.total == 0 {
        // A gift: something changed hands, for nothing.
        return (goods(row, 1000, 0), 0);
    }
    let quantity = half_away(row.quantity, 10);
    let exact = i128::from(row.quantity) * i128::from(row.unit_price);
    let cents = half_away_wide(i128::from(quantity) * i128::from(row.unit_price), 100_000);
    let is_half = exact % 1_000_000 != 0 && exact % 500_000 == 0;
    if is_half && cents - row.total == exact.signum() as i64 {
        causes.push(Cause::HalfCent);
    } else if cents != row.total {
        causes.push(Cause::OwnAmount);
        let sign = if row.total < 0 { -1 } else { 1 };
        return (goods(row, sign * 1000, row.total.abs() * 100), row.total);
    }
    if row.quantity % 10 != 0 {
        causes.push(Cause::FourDecimals);
    }
    (goods(row, quantity, row.unit_price), cents)
}

/// A line of so many thousandths at a price in ten-thousandths.
fn goods(row: &Row, quantity: i64, unit_price: i64) -> Value {
    let sign = if quantity < 0 { "-" } else { "" };
    let size = quantity.unsigned_abs();
    let qty = format!("{sign}{}.{:03}", size / 1000, size % 1000);
    let price = plain(unit_price / 100);
    // A department rung without an amount is no quick key: it is a line of nothing.
    if row.kind == "D" && unit_price != 0 {
        return json!({"quick": OPEN.to_string(), "amount": price, "qty": qty});
    }
    // What has no name is called by its barcode.
    let named = !row.label.is_empty();
    let label = if named { &row.label } else { &row.upc };
    json!({"label": label, "price": price, "qty": qty, "vat": "0"})
}

/// How a ticket is paid.
struct Paid {
    payments: Vec<Value>,
    change: Option<i64>,
    last_means: String,
}

impl Paid {
    /// Other means as they are; cash last, so that Étal reckons the change. Where cash went back
    /// although it was not cash that paid (cash back on a cheque, several customers under one
    /// number), it is handed out.
    fn of(ticket: &Ticket, total: i64, more: i64) -> Self {
        let tenders = || {
            ticket
                .rows
                .iter()
                .filter(|row| row.is_tender() && row.total != 0)
        };
        let is_cash = |row: &&Row| row.means == "CA";
        let cash_in: i64 = -tenders()
            .filter(is_cash)
            .map(|row| row.total.min(0))
            .sum::<i64>();
        let cash_out: i64 = tenders().filter(is_cash).map(|row| row.total.max(0)).sum();
        let others: i64 = tenders()
            .filter(|row| row.means != "CA")
            .map(|row| row.total)
            .sum();
        let rest = total + others;
        let mut payments: Vec<(&str, Option<i64>)> = tenders()
            .filter(|row| row.means != "CA")
            .map(|row| (row.means.as_str(), Some(-row.total)))
            .collect();
        let mut change = None;
        if rest > 0 && cash_in >= rest {
            payments.push(("CA", Some(cash_in)));
            change = Some(cash_out - more);
        } else {
            payments.extend(
                [cash_in, -cash_out]
                    .into_iter()
                    .filter(|it| *it != 0)
                    .map(|it| ("CA", Some(it))),
            );
        }
        let last_in = payments
            .iter()
            .rposition(|(_, given)| given.is_some_and(|it| it > 0));
        let last = last_in.or_else(|| payments.len().checked_sub(1));
        let last_means = last
            .and_then(|at| payments.get(at))
            .map_or("", |it| it.0)
            .to_owned();
        if more != 0
            && change.is_none()
            && let Some(last) = last.and_then(|at| payments.get_mut(at))
        {
            // The cents that floats lost are paid by the last means.
            last.1 = None;
        }
        Self {
            payments: payments
                .into_iter()
                .map(|(means, given)| payment(means, given))
                .collect(),
            change,
            last_means,
        }
    }
}

fn payment(means: &str, given: Option<i64>) -> Value {
    let known = MEANS.iter().find(|it| it.0 == means);
    let (_, tender, name) = known.unwrap_or_else(|| panic!("a means called {means}"));
    let mut payment = Map::new();
    payment.insert("tender".to_owned(), json!(tender));
    if let Some(name) = name {
        payment.insert("name".to_owned(), json!(name));
    }
    if let Some(given) = given {
        payment.insert("given".to_owned(), json!(plain(given)));
    }
    Value::Object(payment)
}

fn half_away(number: i64, unit: i64) -> i64 {
    half_away_wide(i128::from(number), i128::from(unit))
}

/// Divides, half a unit away from zero: written again here, so that the domain is checked by
/// another hand.
fn half_away_wide(number: i128, unit: i128) -> i64 {
    let size = (number.unsigned_abs() * 2 + unit.unsigned_abs()) / (unit.unsigned_abs() * 2);
    let size = i64::try_from(size).unwrap_or(i64::MAX);
    if number < 0 { -size } else { size }
}

/// `-1.05` for -105 cents.
pub fn plain(cents: i64) -> String {
    let sign = if cents < 0 { "-" } else { "" };
    let size = cents.unsigned_abs();
    format!("{sign}{}.{:02}", size / 100, size % 100)
}

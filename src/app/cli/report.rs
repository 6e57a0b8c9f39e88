//! `etal report members|producers|x|z`: what stands on accounts, what producers are owed, how a
//! market day goes, what was closed, for the treasurer's eyes.

mod x;
pub mod z;

use std::{
    fs,
    io::{self, Write},
    path::Path,
};

use serde_json::{Value, json};

use super::{
    arguments::{Answers, Report, Reported},
    members::accounts,
    refusal::Refusal,
};
use crate::{
    domain::{
        asking::{AccountRow, Ask, Found, OwedRow},
        catalogue::Catalogue,
        label::Label,
        member::{Standing, number_form},
        money::Money,
        ticket::Owner,
    },
    exchange::sheet::{Cell, sheet},
    store::{Store, StoreError},
    ui::words::Words,
};

/// Tells what was asked for.
pub fn report(
    asked: &Report,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    match &asked.what {
        Reported::Members => members(asked, store, answers, words, out),
        Reported::Producers => producers(asked, store, answers, words, out),
        Reported::X => x::x(asked, store, answers, words, out),
        Reported::Z(which) => z::report(which, store, answers, words, out),
    }
}

/// Balances and debts with names. Accounts that are closed at zero are left out.
fn members(
    asked: &Report,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let mut rows = accounts(store)?;
    rows.retain(|it| it.member.state == Standing::Open || it.balance != Money::ZERO);
    rows.sort_by_key(|it| {
        let number = number_of(it);
        (
            number_form(&number).parse::<u64>().unwrap_or(u64::MAX),
            number,
        )
    });
    let sum = |side: fn(Money) -> Money| rows.iter().map(|it| side(it.balance)).sum::<Money>();
    let credit = sum(|it| it.max(Money::ZERO));
    let debt = sum(|it| it.min(Money::ZERO)).abs();
    if let Some(file) = &asked.csv {
        let titles = ["number", "name", "balance", "limit"];
        let mut table = vec![titles.map(|it| Cell::Text(it.to_owned())).to_vec()];
        table.extend(rows.iter().map(|it| {
            vec![
                Cell::Code(number_of(it)),
                Cell::Text(names_of(it)),
                Cell::Money(it.balance),
                Cell::Money(it.member.limit),
            ]
        }));
        write_sheet(file, &table)?;
    }
    match answers {
        Answers::Json => {
            let members: Vec<Value> = rows.iter().map(member_json).collect();
            let told = json!({
                "members": members, "credit_cents": credit, "debt_cents": debt,
            });
            writeln!(out, "{told}")?;
        }
        Answers::Words => {
            for row in &rows {
                let (number, names) = (number_of(row), names_of(row));
                let balance = words.money(row.balance);
                writeln!(out, "{number:>6}  {names:<40}  {balance:>13}")?;
            }
            let (credit, debt) = (words.money(credit), words.money(debt));
            let blanks = [("credit", credit.as_str()), ("debt", debt.as_str())];
            writeln!(out, "{}", words.say_with("cli-report-members", &blanks))?;
        }
    }
    Ok(())
}

fn number_of(row: &AccountRow) -> String {
    let contact = row.contact.as_ref();
    contact.map_or_else(String::new, |it| it.number.to_string())
}

/// Everybody of the household, or the reference of an account nobody is known of any more.
fn names_of(row: &AccountRow) -> String {
    row.contact.as_ref().map_or_else(
        || row.member.id.to_string(),
        |it| {
            let names: Vec<&str> = it.people.iter().map(|it| it.name.as_str()).collect();
            names.join(", ")
        },
    )
}

fn member_json(row: &AccountRow) -> Value {
    let contact = row.contact.as_ref();
    let names: Vec<&Label> = contact
        .into_iter()
        .flat_map(|it| it.people.iter().map(|it| &it.name))
        .collect();
    json!({
        "number": contact.map(|it| &it.number),
        "names": names,
        "balance_cents": row.balance,
        "limit_cents": row.member.limit,
        "year": row.member.year,
        "state": row.member.state,
        "account": row.member.id,
    })
}

/// What each producer is owed by this till, and what waits for its owner.
fn producers(
    asked: &Report,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let catalogue = store.catalogue()?;
    let rows = owed(store)?;
    let name = |row: &OwedRow| name_of(row, &catalogue);
    let due = |row: &OwedRow| row.share + row.brought;
    let nobodys = nobodys(store)?;
    if let Some(file) = &asked.csv {
        let titles = ["producer", "share", "brought", "owed"];
        let mut table = vec![titles.map(|it| Cell::Text(it.to_owned())).to_vec()];
        table.extend(rows.iter().map(|it| {
            vec![
                Cell::Text(name(it)),
                Cell::Money(it.share),
                Cell::Money(it.brought),
                Cell::Money(due(it)),
            ]
        }));
        write_sheet(file, &table)?;
    }
    match answers {
        Answers::Json => {
            let producers: Vec<Value> = rows
                .iter()
                .map(|it| {
                    json!({
                        "producer": it.producer,
                        "name": name(it),
                        "share_cents": it.share,
                        "brought_cents": it.brought,
                        "owed_cents": due(it),
                        "last_settled_ms": it.last.map(|at| at.utc_ms),
                    })
                })
                .collect();
            let told = json!({"producers": producers, "unattributed_cents": nobodys});
            writeln!(out, "{told}")?;
        }
        Answers::Words => {
            for row in &rows {
                let owed = words.money(due(row));
                writeln!(out, "{:<40}  {owed:>13}", name(row))?;
            }
            let blanks = [("amount", &*words.money(rows.iter().map(due).sum()))];
            writeln!(out, "{}", words.say_with("cli-report-owed", &blanks))?;
            if nobodys != Money::ZERO {
                let blanks = [("amount", &*words.money(nobodys))];
                writeln!(out, "{}", words.say_with("cli-report-nobodys", &blanks))?;
            }
        }
    }
    Ok(())
}

fn name_of(row: &OwedRow, catalogue: &Catalogue) -> String {
    let known = catalogue.producer(&row.producer);
    known.map_or_else(|| row.producer.to_string(), |it| it.name.to_string())
}

fn owed(store: &Store) -> Result<Vec<OwedRow>, StoreError> {
    match store.answer(&Ask::Owed)? {
        Found::Owed(rows) => Ok(rows),
        other => Err(unasked(&other)),
    }
}

/// What was sold under shared quick keys and is nobody's yet.
fn nobodys(store: &Store) -> Result<Money, StoreError> {
    match store.answer(&Ask::Unattributed)? {
        Found::Unattributed(lines) => {
            let shares = lines.iter().flat_map(|it| &it.line.shares);
            let nobodys = shares.filter(|it| it.to == Owner::Unattributed);
            Ok(nobodys.map(|it| it.cents).sum())
        }
        other => Err(unasked(&other)),
    }
}

fn write_sheet(file: &Path, rows: &[Vec<Cell>]) -> Result<(), Refusal> {
    let written = fs::write(file, sheet(rows));
    written.map_err(|error| {
        let place = file.display();
        Refusal::Output(io::Error::new(error.kind(), format!("{place}: {error}")))
    })
}

/// An answer to another question: a mistake of ours.
pub(super) fn unasked(found: &Found) -> StoreError {
    StoreError::Unwritable(format!("{found:?}"))
}

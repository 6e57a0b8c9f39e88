//! `etal report x`: how the open period, or a market day, stands; it closes nothing.

use std::io::Write;

use serde_json::{Value, json};

use super::{
    super::{
        arguments::{Answers, Report},
        day_state,
        refusal::Refusal,
    },
    unasked,
};
use crate::{
    domain::{
        asking::{Ask, Found, Span, Sums},
        money::Money,
        ticket::Owner,
    },
    store::Store,
    ui::words::Words,
};

/// The sums of what is open, or of a market day.
pub fn x(
    asked: &Report,
    store: &Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let (day, span) = match &asked.day {
        Some(day) => (day.clone(), Span::Day(day.clone())),
        None => (day_state(store)?.label, Span::Open),
    };
    let sums = match store.answer(&Ask::Sums(span))? {
        Found::Sums(sums) => sums,
        other => return Err(unasked(&other).into()),
    };
    match answers {
        Answers::Json => writeln!(out, "{}", sums_json(&day, &sums))?,
        Answers::Words => {
            writeln!(out, "{day}")?;
            let tickets = sums.figures.tickets.to_string();
            writeln!(out, "{:<40}  {tickets:>13}", words.say("report-tickets"))?;
            let mut rows = vec![(words.say("report-turnover"), sums.figures.turnover)];
            for row in &sums.figures.tenders {
                rows.push((words.tender(&row.tender, row.name.as_ref()), row.cents));
            }
            for row in &sums.figures.settled {
                let means = words.tender(&row.tender, row.name.as_ref());
                rows.push((
                    words.say_with("report-settled", &[("means", &means)]),
                    -row.cents,
                ));
            }
            let pot: Money = (sums.owners.iter())
                .filter(|it| it.0 == Owner::Pot)
                .map(|it| it.2 - it.3)
                .sum();
            rows.push((words.say("report-pot"), pot));
            rows.push((words.say("report-fund"), sums.fund));
            rows.push((
                words.say("report-deposits"),
                sums.deposits.iter().map(|it| it.2).sum(),
            ));
            rows.push((words.say("report-accounts"), sums.accounts.0));
            for (name, amount) in rows {
                let amount = words.money(amount);
                writeln!(out, "{name:<40}  {amount:>13}")?;
            }
        }
    }
    Ok(())
}

fn sums_json(day: &str, sums: &Sums) -> Value {
    let owners = sums.owners.iter().map(|(owner, id, came, went)| {
        json!({"owner": owner, "id": id, "in_cents": came, "out_cents": went})
    });
    let producers = sums
        .producers
        .iter()
        .map(|(id, takings)| json!({"producer": id, "takings": takings}));
    let settled = sums.settled.iter().map(|it| {
        json!({"producer": it.producer, "tender": it.tender, "name": it.name, "cents": it.cents})
    });
    let deposits = sums
        .deposits
        .iter()
        .map(|(price, count, cents)| json!({"price_cents": price, "out": count, "cents": cents}));
    json!({
        "day": day,
        "tickets": sums.figures.tickets,
        "turnover_cents": sums.figures.turnover,
        "figures": sums.figures,
        "settled": settled.collect::<Vec<_>>(),
        "owners": owners.collect::<Vec<_>>(),
        "producers": producers.collect::<Vec<_>>(),
        "fund_cents": sums.fund,
        "deposits": deposits.collect::<Vec<_>>(),
        "accounts_cents": sums.accounts.0,
        "debts": sums.accounts.1,
        "debt_cents": sums.accounts.2,
    })
}

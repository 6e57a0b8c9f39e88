//! `etal open`: a market day begins without a screen.

use std::io::Write;

use serde_json::json;

use super::{
    super::{clock, desk},
    arguments::{Answers, OpenDay},
    day_state, euros,
    refusal::Refusal,
};
use crate::{
    domain::{
        day::{Cash, CashWay, DayOpened},
        figures::DrawerRow,
        ids::Mint,
        journal::{Fact, Proposal},
        money::Money,
    },
    store::Store,
    ui::words::Words,
};

/// Opens the day, and says what is in the drawer where it was counted.
pub fn open(
    asked: &OpenDay,
    store: &mut Store,
    answers: Answers,
    words: &Words,
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let state = day_state(store)?;
    let now = clock::now();
    // A Pi without a clock chip wakes up in last week: it is noted, and the day goes on.
    let clock_behind = (now.utc_ms < state.latest.utc_ms).then_some(state.latest);
    let mut facts = vec![Fact::Day(DayOpened {
        market: asked.market.clone(),
        weather: asked.weather,
        clock_behind,
    })];
    if let Some(float) = asked.float {
        let euros = euros(&store.settings()?)?;
        let before = state.before.as_ref();
        let left = before.and_then(|it| it.left.iter().find(|it| it.tender == euros.id));
        let since = state.figures.drawer(&euros.id);
        let since = since.map_or(Money::ZERO, DrawerRow::since);
        facts.push(Fact::Cash(Cash {
            left: left.map(|it| it.cents),
            // What was sold before is in the drawer that was counted.
            ..Cash::by(&euros, CashWay::Float, (float - since).max(Money::ZERO))
        }));
    }
    let mut mint = Mint::new(desk::seed()?);
    let operator = asked
        .by
        .as_ref()
        .map_or_else(String::new, ToString::to_string);
    let proposals = facts.into_iter().map(|fact| Proposal {
        uid: mint.uid(),
        at: now,
        operator: operator.clone(),
        fact,
    });
    let written = store.append_all(proposals.collect())?;
    let day = written.first().map_or("", |it| it.business_day.as_str());
    match answers {
        Answers::Json => {
            let told = json!({
                "day": day,
                "market": asked.market,
                "weather": asked.weather,
                "float_cents": asked.float,
                "clock_behind_ms": clock_behind.map(|it| it.utc_ms),
            });
            writeln!(out, "{told}")?;
        }
        Answers::Words => {
            if let Some(latest) = clock_behind {
                let local = latest.local();
                let (date, time) = (words.date_long(local.date()), words.time(local.time()));
                let blanks = [("date", date.as_str()), ("time", time.as_str())];
                writeln!(out, "{}", words.say_with("cli-open-clock", &blanks))?;
            }
            let float = asked.float.map(|it| words.money(it));
            let line = match &float {
                Some(float) => words.say_with("cli-open-float", &[("day", day), ("float", float)]),
                None => words.say_with("cli-open-done", &[("day", day)]),
            };
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

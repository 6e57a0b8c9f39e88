//! `etal export period`: the tables of a month, a quarter, a year.

use std::io::Write;

use serde_json::json;

use super::{
    super::{
        carrier::{Carrier, Obstacle},
        desk,
    },
    arguments::Answers,
    out::{asker, refused},
    refusal::Refusal,
};
use crate::{
    domain::{
        asking::{Ask, Found},
        ids::Mint,
    },
    store::{Store, StoreError},
    ui::{event::Carried, words::Words},
};

/// Writes the tables of the closings between two market days, and names the days that are not in
/// them because nobody closed them.
pub fn export(
    (from, to): (&str, &str),
    carrier: &Carrier,
    store: &mut Store,
    (answers, words): (Answers, &Words),
    out: &mut impl Write,
) -> Result<(), Refusal> {
    let refuse = |obstacle: &Obstacle| {
        let trouble = carrier.noted(obstacle);
        refused(&Carried::NotExported(trouble), words)
    };
    let who = asker(&mut Mint::new(desk::seed()?));
    let written = carrier.period((from, to), who.at, store);
    let path = written.map_err(|it| refuse(&it))?.display().to_string();
    let noted = Carrier::exported(&format!("period {from} {to}"), who, store);
    noted.map_err(|it| refuse(&it))?;
    let open = open_days(from, to, store)?;
    match answers {
        Answers::Json => {
            let told = json!({"from": from, "to": to, "path": path, "not_closed": open});
            writeln!(out, "{told}")?;
        }
        Answers::Words => {
            let notice = Carried::Exported(path).notice(words);
            let told = notice.map_or_else(String::new, |it| it.text(words));
            writeln!(out, "{told}")?;
            if !open.is_empty() {
                let days = open.join(", ");
                let blanks = [("days", days.as_str())];
                writeln!(out, "{}", words.say_with("cli-period-open", &blanks))?;
            }
        }
    }
    Ok(())
}

fn open_days(from: &str, to: &str, store: &Store) -> Result<Vec<String>, StoreError> {
    let asked = Ask::Period {
        from: from.to_owned(),
        to: to.to_owned(),
    };
    match store.answer(&asked)? {
        Found::Period(seen) => Ok(seen.open),
        other => Err(super::report::unasked(&other)),
    }
}

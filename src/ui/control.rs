//! What an inspector is told first, once for the screen, the paper and the command: which program,
//! by whose word it may be trusted, whose till, how its journal stands, what was closed.

use jiff::civil::Date;

use super::words::Words;
use crate::domain::{
    asking::{Control, Verified},
    closing::{ClosingSeen, Perpetual},
    paper::{Page, Row, Style},
    settings::Stall,
    time::Moment,
};

/// The licence of the program.
pub const LICENCE: &str = env!("CARGO_PKG_LICENSE");

/// So many digits of a hash are enough to hold it against another list, and fit the paper.
const EXTRACT: usize = 32;
/// So many digits of the public key stand on one row.
const KEY_ROW: usize = 32;

/// What a row is called and what it says; a name that is empty goes on with the row before.
pub type Told = (String, String);

/// All rows; `version` is the program's own word, as the papers print it.
pub fn rows(
    control: &Control,
    last: Option<&ClosingSeen>,
    stall: &Stall,
    version: &str,
    words: &Words,
) -> Vec<Told> {
    let mut rows = vec![
        told("control-program", program(version, words), words),
        told("control-attestation", attestation(stall, words), words),
        told("control-stall", seller(stall), words),
        told("control-till", till(control, words), words),
    ];
    for (at, part) in parts(&control.public_key).into_iter().enumerate() {
        let name = if at == 0 {
            words.say("control-key")
        } else {
            String::new()
        };
        rows.push((name, part));
    }
    rows.push(told("control-since", moment(control.since, words), words));
    rows.push(told("control-journal", journal(control, words), words));
    rows.push(told("control-last", last_entry(control, words), words));
    let hash = control.hash.chars().take(EXTRACT).collect();
    rows.push(told("control-hash", hash, words));
    rows.push(told("control-verified", verified(control, words), words));
    rows.push(told("control-closings", closings(control, words), words));
    if let Some(seen) = last {
        let says = words.say_with(
            "control-last-z-says",
            &[
                ("name", seen.closing.name.as_str()),
                ("day", &day(&seen.closing.label, words)),
                ("at", &moment(seen.at, words)),
            ],
        );
        rows.push(told("control-last-z", says, words));
        rows.push(told(
            "control-total-z",
            total(seen.closing.total, words),
            words,
        ));
    }
    rows.push(told("control-total", total(control.total, words), words));
    rows
}

/// The page of it.
pub fn page(rows: &[Told], stall: &Stall, words: &Words) -> Page {
    let mut page = vec![
        Row::Centred(stall.name.to_string(), Style::Bold),
        Row::Text(words.say("control"), Style::Big),
        Row::Rule,
    ];
    for (name, says) in rows {
        if !name.is_empty() {
            page.push(Row::Text(name.clone(), Style::Bold));
        }
        page.push(Row::Text(format!("  {says}"), Style::Plain));
    }
    Page { rows: page }
}

fn told(word: &str, says: String, words: &Words) -> Told {
    (words.say(word), says)
}

fn program(version: &str, words: &Words) -> String {
    let blanks = [("version", version), ("licence", LICENCE)];
    words.say_with("control-program-says", &blanks)
}

fn attestation(stall: &Stall, words: &Words) -> String {
    let held = stall.attestation.as_ref();
    held.map_or_else(
        || words.say("control-attestation-none"),
        ToString::to_string,
    )
}

fn seller(stall: &Stall) -> String {
    let siret = stall.siret.iter().map(|it| format!("SIRET {it}"));
    let parts = std::iter::once(stall.name.to_string()).chain(siret);
    parts.collect::<Vec<_>>().join(" · ")
}

fn till(control: &Control, words: &Words) -> String {
    let epoch = control.epoch.to_string();
    let blanks = [
        ("name", control.name.as_str()),
        ("till", &control.till),
        ("epoch", &epoch),
    ];
    words.say_with("control-till-says", &blanks)
}

/// The public key in rows that a hand can compare.
fn parts(key: &str) -> Vec<String> {
    let digits: Vec<char> = key.chars().collect();
    digits
        .chunks(KEY_ROW)
        .map(|it| it.iter().collect())
        .collect()
}

fn journal(control: &Control, words: &Words) -> String {
    let number = |count: u64| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let blanks = [
        ("entries", number(control.entries)),
        ("tickets", number(control.tickets)),
    ];
    let blanks = blanks.each_ref().map(|(name, says)| (*name, says.as_str()));
    words.say_with("control-journal-says", &blanks)
}

fn last_entry(control: &Control, words: &Words) -> String {
    let place = format!("{}-{}", control.last.epoch, control.last.seq);
    let blanks = [
        ("place", place.as_str()),
        ("at", &moment(control.last_at, words)),
    ];
    words.say_with("control-last-says", &blanks)
}

fn verified(control: &Control, words: &Words) -> String {
    let Some((at, found)) = control.verified else {
        return words.say("control-verified-never");
    };
    let word = match found {
        Verified::Holds => "control-verified-holds",
        Verified::Broken => "control-verified-broken",
    };
    words.say_with(word, &[("at", &moment(at, words))])
}

fn closings(control: &Control, words: &Words) -> String {
    let (days, months, years) = control.closings;
    let [days, months, years] = [days, months, years].map(|it| it.to_string());
    let blanks = [
        ("days", days.as_str()),
        ("months", &months),
        ("years", &years),
    ];
    words.say_with("control-closings-says", &blanks)
}

fn total(total: Perpetual, words: &Words) -> String {
    let blanks = [
        ("algebraic", words.cents(total.algebraic_cents)),
        ("absolute", words.cents(total.absolute_cents)),
    ];
    let blanks = blanks.each_ref().map(|(name, says)| (*name, says.as_str()));
    words.say_with("control-total-says", &blanks)
}

/// A market day as it is said: `sam. 21 nov.`
fn day(label: &str, words: &Words) -> String {
    let date = label.parse::<Date>();
    date.map_or_else(|_| label.to_owned(), |it| words.date_short(it))
}

fn moment(at: Moment, words: &Words) -> String {
    let local = at.local();
    let (date, time) = (words.date_numbers(local.date()), words.time(local.time()));
    format!("{date} {time}")
}

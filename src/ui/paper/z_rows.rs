//! What a closing says, once for the screen and the paper: counts, rates, means, producers, what
//! was given up, what stays and what goes, totals that never go back to zero.

mod drawers;
mod parts;
mod sales;

pub use drawers::{means_name, signed};
pub use parts::{pieces, reason_word};

use jiff::civil::Date;

use crate::{
    domain::{
        closing::{Closing, Level},
        money::Money,
        time::Moment,
    },
    ui::words::Words,
};

/// A row of a closing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ZRow {
    /// What the rows below are, and what their figures are.
    Head(String, Vec<String>),
    /// A name and its figures.
    Figures(String, Vec<String>),
    /// A sum that the eye looks for.
    Sum(String, String),
    /// A sentence.
    Said(String),
    /// Air between two parts.
    Blank,
}

/// Everything a closing says below its title.
pub fn rows(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let mut rows = first(closing, words);
    for part in [
        sales::vat(closing, words),
        drawers::means(closing, words),
        drawers::taken(closing, words),
        drawers::cash(closing, words),
        sales::producers(closing, words),
        sales::departments(closing, words),
        sales::tariffs(closing, words),
        sales::owners(closing, words),
        sales::given_up(closing, words),
        sales::days(closing, words),
        parts::decided(closing, words),
        totals(closing, words),
    ] {
        if !part.is_empty() {
            rows.push(ZRow::Blank);
            rows.extend(part);
        }
    }
    rows
}

/// What a closing is called: `Ticket Z n° 31`.
pub fn title(closing: &Closing, words: &Words) -> String {
    let id = match closing.level {
        Level::Day => "z-title",
        Level::Month => "z-title-month",
        Level::Year => "z-title-year",
    };
    let number = i64::try_from(closing.number).unwrap_or(i64::MAX);
    words.say_with(id, &[("number", &words.number(number))])
}

/// What it covers, as people say it: `sam. 21 nov. 2026`, `novembre 2026`, `2026`.
pub fn label(level: Level, label: &str, words: &Words) -> String {
    match level {
        Level::Day => label
            .parse::<Date>()
            .map_or_else(|_| label.to_owned(), |date| words.date_long(date)),
        Level::Month => format!("{label}-01")
            .parse::<Date>()
            .map_or_else(|_| label.to_owned(), |date| words.month_long(date)),
        Level::Year => label.to_owned(),
    }
}

/// From when to when, the day only where it changes.
pub fn between((first, last): (Moment, Moment), words: &Words) -> String {
    let (first, last) = (first.local(), last.local());
    if first.date() == last.date() {
        let (from, to) = (words.time(first.time()), words.time(last.time()));
        return words.say_with("z-hours", &[("from", &from), ("to", &to)]);
    }
    let whole = |it: jiff::civil::DateTime| {
        format!("{} {}", words.date_short(it.date()), words.time(it.time()))
    };
    let (from, to) = (whole(first), whole(last));
    words.say_with("z-days", &[("from", &from), ("to", &to)])
}

/// The figures everybody looks for first.
pub fn first(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let figures = &closing.figures;
    let mut rows = vec![ZRow::Sum(
        words.say("z-turnover"),
        words.money(figures.turnover),
    )];
    rows.push(one(words.say("z-tickets"), number(figures.tickets, words)));
    rows.push(one(words.say("z-lines"), number(figures.lines, words)));
    if figures.tickets > 0 {
        let average = words.amount(figures.average());
        rows.push(one(words.say("z-average"), average));
    }
    if figures.back != Money::ZERO {
        rows.push(one(words.say("z-back"), words.amount(-figures.back)));
    }
    if let Some((from, to)) = &figures.named {
        let names = [("from", from.as_str()), ("to", to.as_str())];
        rows.push(ZRow::Said(words.say_with("z-named", &names)));
    }
    rows
}

/// The totals since the first sale and what this closing follows (BOI-TVA-DECLA-30-10-30 §170).
fn totals(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let mut rows = vec![
        head("z-totals", &[], words),
        one(
            words.say("z-algebraic"),
            words.cents(closing.total.algebraic_cents),
        ),
        one(
            words.say("z-absolute"),
            words.cents(closing.total.absolute_cents),
        ),
    ];
    rows.push(ZRow::Said(match &closing.previous {
        Some(previous) => words.say_with("z-previous", &[("name", &previous.name)]),
        None => words.say("z-no-previous"),
    }));
    rows
}

fn head(word: &str, columns: &[&str], words: &Words) -> ZRow {
    let columns = columns.iter().map(|it| words.say(it)).collect();
    ZRow::Head(words.say(word), columns)
}

fn amounts(name: impl Into<String>, amounts: &[Money], words: &Words) -> ZRow {
    let amounts = amounts.iter().map(|it| words.amount(*it)).collect();
    ZRow::Figures(name.into(), amounts)
}

fn one(name: String, figure: String) -> ZRow {
    ZRow::Figures(name, vec![figure])
}

fn number(number: u64, words: &Words) -> String {
    words.number(i64::try_from(number).unwrap_or(i64::MAX))
}

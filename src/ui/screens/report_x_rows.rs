//! What the running report says, once for the screen and the paper.
//!
//! It says what tickets brought by each means of payment, never what a drawer should hold: as long
//! as it may be counted, whoever counts is not told (the count is blind).

use super::{
    super::{shop::Shop, text, words::Words},
    report_x::Part,
    report_x_cash::cash,
    report_x_others::others,
};
use crate::domain::{
    asking::{Like, Sums},
    figures::{Figures, SpanRow},
    ids::Id,
    money::{Money, Percent},
    takings::SoldRow,
    ticket::Owner,
};

/// What is reported.
#[derive(Clone, Copy)]
pub(super) struct Report<'a> {
    /// The open period.
    pub sums: &'a Sums,
    /// The market beside it.
    pub like: Option<&'a Like>,
    /// Whether such a market was looked for already.
    pub looked: bool,
    /// The market day of the last closing.
    pub closed: Option<&'a str>,
}

/// A row of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum ReportRow {
    /// What the rows below are, and what their figures are.
    Head(String, Vec<String>),
    /// A name and its figures.
    Figures(String, Vec<String>),
    /// Air between two parts.
    Blank,
}

/// The three figures everybody asks for: takings, tickets, average.
pub(super) fn first(figures: &Figures, words: &Words) -> [(String, String); 3] {
    [
        (words.say("report-turnover"), words.money(figures.turnover)),
        (words.say("report-tickets"), count(figures.tickets, words)),
        (words.say("report-average"), average(figures, words)),
    ]
}

fn average(figures: &Figures, words: &Words) -> String {
    match figures.tickets {
        0 => "-".to_owned(),
        _ => words.money(figures.average()),
    }
}

/// `+12 %` and what it is compared with; a sentence where there is nothing to compare with.
///
/// In `room` columns: the market's name gives way first, the figures do not.
pub(super) fn beside(report: Report<'_>, room: usize, words: &Words) -> (String, String) {
    let Some(like) = report.like else {
        let none = report.looked.then(|| words.say("report-like-none"));
        return (String::new(), none.unwrap_or_default());
    };
    let (now, then) = (&report.sums.figures, &like.so_far);
    let change = (now.turnover - then.turnover).percent_of(then.turnover);
    let change = change.map_or_else(|| "-".to_owned(), |it| signed(it, words));
    let money = words.money(then.turnover);
    let tickets = count(then.tickets, words);
    let average = average(then, words);
    let said = |day: &str| {
        let blanks = [
            ("day", day),
            ("turnover", &*money),
            ("tickets", &*tickets),
            ("average", &*average),
        ];
        words.say_with("report-like", &blanks)
    };
    let whole = said(&like_day(like, words));
    if text::width(&change) + text::width(&whole) + 2 <= room {
        return (change, whole);
    }
    (change, said(&day_of(&like.label, words)))
}

/// The market day beside this one: `sam. 14 nov.`, with the market's name if it had one.
pub(super) fn like_day(like: &Like, words: &Words) -> String {
    let day = day_of(&like.label, words);
    match &like.market {
        Some(market) => format!("{market}, {day}"),
        None => day,
    }
}

/// A market day of the journal as people say it.
pub(super) fn day_of(label: &str, words: &Words) -> String {
    let date = label.parse().map(|date| words.date_short(date));
    date.unwrap_or_else(|_| label.to_owned())
}

fn signed(percent: i64, words: &Words) -> String {
    let size = u32::try_from(percent.unsigned_abs()).unwrap_or(u32::MAX);
    let text = words.percent(Percent(size.saturating_mul(100)));
    match percent {
        0 => text,
        ..0 => format!("-{text}"),
        1.. => format!("+{text}"),
    }
}

/// The share of a part in the whole, in percent.
pub(super) fn share(part: Money, whole: Money, words: &Words) -> String {
    let percent = part.percent_of(whole).map(|it| {
        let text = signed(it, words);
        text.trim_start_matches('+').to_owned()
    });
    percent.unwrap_or_default()
}

pub(super) fn count(number: u64, words: &Words) -> String {
    words.number(i64::try_from(number).unwrap_or(i64::MAX))
}

/// An hour of one market or both.
pub(super) struct Hour {
    /// Of the local clock, 0 to 23.
    pub clock: u8,
    /// What was taken in it; none before it came.
    pub now: Option<(u64, Money)>,
    /// What the market beside took in it, to its end.
    pub then: Option<Money>,
}

/// The hours from the first sale of both markets to the last, in the order of a market day: those
/// past midnight are the last.
pub(super) fn hours(report: Report<'_>, shop: &Shop) -> Vec<Hour> {
    let starts = shop.settings.rules.day_starts_at;
    let place = |hour: u8| (u16::from(hour) + 24 - u16::from(starts % 24)) % 24;
    let now = &report.sums.figures.hours;
    let then = report.like.map(|it| it.whole.hours.as_slice());
    let every = now.iter().chain(then.unwrap_or_default());
    let places = every.map(|it| place(it.span));
    let (Some(first), Some(last)) = (places.clone().min(), places.max()) else {
        return Vec::new();
    };
    let of = |rows: &[SpanRow<u8>], hour: u8| {
        let row = rows.iter().find(|it| it.span == hour);
        row.map(|it| (it.tickets, it.turnover))
    };
    let hour = |place: u16| u8::try_from((place + u16::from(starts)) % 24).unwrap_or_default();
    (first..=last)
        .map(hour)
        .map(|hour| Hour {
            clock: hour,
            now: of(now, hour),
            then: then.and_then(|rows| of(rows, hour)).map(|it| it.1),
        })
        .collect()
}

/// Everything a page says.
pub(super) fn rows(part: Part, report: Report<'_>, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let sums = report.sums;
    match part {
        Part::Overview => Vec::new(),
        Part::Hours => hour_rows(report, shop),
        Part::Producers => producers(sums, shop),
        Part::Vat => [vat(sums, words), departments(sums, words)].concat(),
        Part::Tariffs => [tariffs(sums, words), others(sums, shop)].concat(),
        Part::Means => means(sums, shop),
        Part::Articles => articles(sums, words),
        Part::Cash => cash(report, shop),
    }
}

pub(super) fn head(word: &str, columns: &[&str], words: &Words) -> ReportRow {
    let columns = columns.iter().map(|it| words.say(it)).collect();
    ReportRow::Head(words.say(word), columns)
}

pub(super) fn figures(name: impl Into<String>, amounts: &[Money], words: &Words) -> ReportRow {
    let amounts = amounts.iter().map(|it| words.amount(*it)).collect();
    ReportRow::Figures(name.into(), amounts)
}

fn hour_rows(report: Report<'_>, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let then = report.like.map(|it| day_of(&it.label, words));
    let mut columns = vec![words.say("report-count"), words.say("report-sum")];
    columns.extend(then);
    let mut rows = vec![ReportRow::Head(words.say("report-hours"), columns)];
    let amount = |money: Option<Money>| money.map_or(String::new(), |it| words.amount(it));
    for hour in hours(report, shop) {
        let number = hour.now.map_or(String::new(), |it| count(it.0, words));
        let mut cells = vec![number, amount(hour.now.map(|it| it.1))];
        if report.like.is_some() {
            cells.push(amount(hour.then));
        }
        let name = format!("{:02}h", hour.clock);
        rows.push(ReportRow::Figures(name, cells));
    }
    rows
}

fn means(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let columns = ["report-count", "report-sum", "report-share"];
    let mut rows = vec![head("report-means", &columns, words)];
    for row in &sums.figures.tenders {
        let name = shop.tender_name(&row.tender, row.name.as_ref());
        let cells = vec![
            words.number(row.number),
            words.amount(row.cents),
            share(row.cents, brought(sums), words),
        ];
        rows.push(ReportRow::Figures(name, cells));
    }
    for row in &sums.figures.settled {
        let means = shop.tender_name(&row.tender, row.name.as_ref());
        let name = words.say_with("report-settled", &[("means", &means)]);
        let cells = vec![
            words.number(row.number),
            words.amount(-row.cents),
            String::new(),
        ];
        rows.push(ReportRow::Figures(name, cells));
    }
    rows
}

/// What tickets brought by all means together: also what is no turnover, as top-ups and jars.
pub(super) fn brought(sums: &Sums) -> Money {
    sums.figures.tenders.iter().map(|it| it.cents).sum()
}

fn producers(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let columns = [
        "report-sales",
        "report-commission",
        "report-hers",
        "report-given",
    ];
    let mut rows = vec![head("report-producers", &columns, words)];
    for (id, takings) in &sums.producers {
        let given = sums.settled_with(id);
        let amounts = [takings.sales, takings.commission, takings.share, given];
        rows.push(figures(producer_name(sums, id, shop), &amounts, words));
    }
    // Who was settled with and sold nothing meanwhile, or all of it came back.
    let sold: Vec<&Id> = sums.producers.iter().map(|it| &it.0).collect();
    let mut others: Vec<&Id> = sums.settled.iter().map(|it| &it.producer).collect();
    others.retain(|id| !sold.contains(id));
    others.sort_unstable();
    others.dedup();
    for id in others {
        let nothing = Money::ZERO;
        let amounts = [nothing, nothing, nothing, sums.settled_with(id)];
        rows.push(figures(producer_name(sums, id, shop), &amounts, words));
    }
    // Amounts under shared quick keys are named before any producer is paid.
    let (came, went) = sums.figures.owner(Owner::Unattributed);
    if came != went {
        let name = words.say("report-unattributed");
        rows.extend([ReportRow::Blank, figures(name, &[came - went], words)]);
    }
    rows
}

fn producer_name(sums: &Sums, id: &Id, shop: &Shop) -> String {
    let sold = sums.figures.producers.iter().find(|it| it.id == *id);
    let known = || shop.catalogue.producer(id).map(|it| it.name.to_string());
    sold.map(|it| it.name.to_string())
        .or_else(known)
        .unwrap_or_else(|| id.to_string())
}

fn vat(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-paid", "report-tax", "report-net"];
    let mut rows = vec![head("report-vat", &columns, words)];
    for row in &sums.figures.vat {
        let amounts = [row.paid, row.tax, row.net];
        rows.push(figures(words.rate(row.rate), &amounts, words));
    }
    rows
}

fn departments(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-sales", "report-share"];
    let mut rows = vec![
        ReportRow::Blank,
        head("report-departments", &columns, words),
    ];
    for row in &sums.figures.departments {
        let name = row.name.as_ref().map(ToString::to_string);
        let name = name.unwrap_or_else(|| words.say("report-no-department"));
        let part = share(row.paid, sums.figures.turnover, words);
        rows.push(ReportRow::Figures(name, vec![words.amount(row.paid), part]));
    }
    rows
}

fn tariffs(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-count", "report-sales", "report-pot-column"];
    let mut rows = vec![head("report-tariffs", &columns, words)];
    for row in &sums.figures.tariffs {
        let name = row.name.as_ref().map(ToString::to_string);
        let name = name.unwrap_or_else(|| words.say("report-fair"));
        let name = format!("{name} · {}", words.percent(row.percent));
        let cells = vec![
            count(row.tickets, words),
            words.amount(row.paid),
            words.amount(row.pot),
        ];
        rows.push(ReportRow::Figures(name, cells));
    }
    rows
}

/// All articles, those that brought most first.
pub(super) fn best(sums: &Sums) -> Vec<&SoldRow> {
    let mut sold: Vec<&SoldRow> = sums.producers.iter().flat_map(|it| &it.1.sold).collect();
    sold.sort_by(|one, other| {
        let by_name = || one.label.as_str().cmp(other.label.as_str());
        other.paid.cmp(&one.paid).then_with(by_name)
    });
    sold
}

fn articles(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-quantity", "report-sales"];
    let mut rows = vec![head("report-articles", &columns, words)];
    rows.extend(best(sums).into_iter().zip(1..).map(|(row, place)| {
        let name = format!("{place} {}", row.label);
        let cells = vec![
            words.quantity(row.quantity, &row.unit),
            words.amount(row.paid),
        ];
        ReportRow::Figures(name, cells)
    }));
    rows
}

//! What the running report says of cash that moved without a sale, and of what an inspector looks
//! for: voids, what was given up, the drawer opened without a sale, tickets that came late.

use super::{
    super::{shop::Shop, words::Words},
    report_x_rows::{Report, ReportRow, count, day_of, head},
};
use crate::domain::{
    day::CashWay,
    figures::{Figures, SpanRow},
    money::Money,
};

/// Movements of cash, what is looked for, and late tickets.
pub(super) fn cash(report: Report<'_>, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let figures = &report.sums.figures;
    let columns = ["report-count", "report-sum"];
    let mut rows = vec![head("report-cash", &columns, words)];
    for row in &figures.cash {
        let means = shop.tender_name(&row.tender, None);
        let name = format!("{}, {means}", words.say(way(row.way)));
        rows.push(counted(name, row.number, Some(row.cents), words));
    }
    if figures.cash.is_empty() {
        rows.push(ReportRow::Figures(words.say("report-cash-none"), vec![]));
    }
    rows.push(ReportRow::Blank);
    rows.push(head("report-looked-for", &columns, words));
    rows.extend(looked_for(figures, words));
    let late = late(report);
    if !late.is_empty() {
        rows.push(ReportRow::Blank);
        rows.push(head(
            "report-late",
            &["report-tickets", "report-sum"],
            words,
        ));
    }
    rows.extend(late.into_iter().map(|it| {
        let day = day_of(&it.span, words);
        counted(day, it.tickets, Some(it.turnover), words)
    }));
    rows
}

fn counted(name: String, number: u64, sum: Option<Money>, words: &Words) -> ReportRow {
    let sum = sum.map_or(String::new(), |it| words.amount(it));
    ReportRow::Figures(name, vec![count(number, words), sum])
}

fn looked_for(figures: &Figures, words: &Words) -> Vec<ReportRow> {
    [
        ("report-voids", figures.voids),
        ("report-lines-given-up", figures.lines_given_up),
        ("report-baskets-given-up", figures.baskets_given_up),
    ]
    .map(|(word, it)| (word, it.number, Some(it.cents)))
    .into_iter()
    .chain([
        ("report-drawer-openings", figures.drawer_openings, None),
        ("report-duplicates", figures.duplicates, None),
    ])
    .map(|(word, number, sum)| counted(words.say(word), number, sum, words))
    .collect()
}

/// Tickets of market days that were closed before: they count here all the same.
fn late(report: Report<'_>) -> Vec<&SpanRow<String>> {
    let days = &report.sums.figures.days;
    let latest = days.iter().map(|it| &it.span).max();
    let is_late = |day: &String| {
        report.closed.is_some_and(|closed| day.as_str() <= closed) && Some(day) != latest
    };
    days.iter().filter(|it| is_late(&it.span)).collect()
}

const fn way(way: CashWay) -> &'static str {
    match way {
        CashWay::Float => "report-way-float",
        CashWay::In => "report-way-in",
        CashWay::Out => "report-way-out",
        CashWay::Drop => "report-way-drop",
        CashWay::PaidOut => "report-way-paid-out",
        CashWay::Correction => "report-way-correction",
        CashWay::Received => "report-way-received",
        CashWay::Banked => "report-way-banked",
    }
}

//! What a closing says of the sales: rates, producers, tariffs, others' money, what was given up.

use super::{ZRow, amounts, head, label, number};
use crate::{
    domain::{
        catalogue::OWN_PRODUCER,
        closing::{Closing, Level},
        figures::{Number, SpanRow, TariffRow},
        money::Money,
        ticket::Owner,
    },
    ui::words::Words,
};

pub(super) fn vat(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let columns = ["z-paid", "z-tax", "z-net"];
    let rates = &closing.figures.vat;
    let mut rows = vec![head("z-vat", &columns, words)];
    for row in rates {
        let name = words.rate(row.rate);
        rows.push(amounts(name, &[row.paid, row.tax, row.net], words));
    }
    let sum = |of: fn(&crate::domain::takings::RateRow) -> Money| rates.iter().map(of).sum();
    let (paid, tax, net): (Money, Money, Money) =
        (sum(|it| it.paid), sum(|it| it.tax), sum(|it| it.net));
    if rates.len() > 1 {
        rows.push(amounts(words.say("z-together"), &[paid, tax, net], words));
    }
    if rates.is_empty() {
        rows.clear();
    }
    rows
}

pub(super) fn producers(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let figures = &closing.figures;
    if figures.producers.is_empty() {
        return Vec::new();
    }
    let columns = ["z-sales", "z-commission", "z-pot-short", "z-hers"];
    let mut rows = vec![head("z-producers", &columns, words)];
    for row in &figures.producers {
        let sums = [row.sales, row.commission, row.pot];
        let mut cells = sums.map(|it| words.amount(it)).to_vec();
        // Nobody pays the stall what is its own.
        cells.push(match row.id.as_str() {
            OWN_PRODUCER => "-".to_owned(),
            _ => words.amount(row.share),
        });
        rows.push(ZRow::Figures(row.name.to_string(), cells));
    }
    if figures.flats != Money::ZERO {
        rows.push(amounts(words.say("z-flats"), &[figures.flats], words));
    }
    for row in &figures.settled {
        let means = words.tender(&row.tender, row.name.as_ref());
        let name = words.say_with("z-settled", &[("means", &means)]);
        rows.push(amounts(name, &[row.cents], words));
    }
    rows
}

pub(super) fn departments(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let departments = &closing.figures.departments;
    if departments.iter().all(|it| it.id.is_none()) {
        return Vec::new();
    }
    let mut rows = vec![head("z-departments", &["z-paid"], words)];
    for row in departments {
        let name = match (&row.name, &row.id) {
            (Some(name), _) => name.to_string(),
            (None, Some(id)) => id.to_string(),
            (None, None) => words.say("z-nowhere"),
        };
        rows.push(amounts(name, &[row.paid], words));
    }
    rows
}

/// Tariffs where there is more than the fair one, and what the pot got.
pub(super) fn tariffs(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let figures = &closing.figures;
    let fair = |it: &TariffRow| it.name.is_none();
    let mut rows = Vec::new();
    if !figures.tariffs.iter().all(fair) {
        rows.push(head(
            "z-tariffs",
            &["z-tickets-short", "z-paid", "z-pot-short"],
            words,
        ));
        for row in &figures.tariffs {
            let name = match &row.name {
                Some(name) => format!("{name} {}", words.percent(row.percent)),
                None => words.say("z-fair"),
            };
            let cells = vec![
                number(row.tickets, words),
                words.amount(row.paid),
                words.amount(row.pot),
            ];
            rows.push(ZRow::Figures(name, cells));
        }
    }
    for (id, cents) in [
        ("z-commission-all", figures.commission),
        ("z-pot", figures.pot),
    ] {
        if cents != Money::ZERO {
            rows.push(ZRow::Sum(words.say(id), words.money(cents)));
        }
    }
    rows
}

/// Money that is not the stall's, and what came and went of it.
pub(super) fn owners(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let named = |owner| {
        Some(match owner {
            Owner::Fund => "z-owner-fund",
            Owner::Deposit => "z-owner-deposit",
            Owner::Account => "z-owner-account",
            Owner::CreditNote => "z-owner-note",
            Owner::Unattributed => "z-owner-nobody",
            // They have a table of their own.
            Owner::Producer | Owner::Commission | Owner::Pot => return None,
        })
    };
    let rows: Vec<ZRow> = closing
        .figures
        .owners
        .iter()
        .filter(|it| (it.came, it.went) != (Money::ZERO, Money::ZERO))
        .filter_map(|it| {
            let name = words.say(named(it.owner)?);
            Some(amounts(
                name,
                &[it.came, -it.went, it.came - it.went],
                words,
            ))
        })
        .collect();
    if rows.is_empty() {
        return rows;
    }
    let columns = ["z-came", "z-went", "z-stays"];
    let mut all = vec![head("z-owners", &columns, words)];
    all.extend(rows);
    all
}

/// What was taken back or given up, and what was opened and printed besides: said also where it
/// was none, as the article of the tax office wants to see it.
pub(super) fn given_up(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let figures = &closing.figures;
    let counted = |id: &str, it: Number| {
        let cells = vec![number(it.number, words), words.amount(it.cents)];
        ZRow::Figures(words.say(id), cells)
    };
    let times = |id: &str, times: u64| {
        let cells = vec![number(times, words), String::new()];
        ZRow::Figures(words.say(id), cells)
    };
    vec![
        head("z-given-up", &["z-number", "z-sum"], words),
        counted("z-voids", figures.voids),
        counted("z-lines-given-up", figures.lines_given_up),
        counted("z-baskets-given-up", figures.baskets_given_up),
        times("z-drawer", figures.drawer_openings),
        times("z-duplicates", figures.duplicates),
    ]
}

/// Which days the tickets are labelled with, where it is more than the one of the closing; late
/// ones are named.
pub(super) fn days(closing: &Closing, words: &Words) -> Vec<ZRow> {
    let cells = |it: &SpanRow<String>| vec![number(it.tickets, words), words.amount(it.turnover)];
    let mut rows = Vec::new();
    if !closing.late.is_empty() {
        rows.push(head("z-late", &["z-tickets-short", "z-paid"], words));
        for it in &closing.late {
            rows.push(ZRow::Figures(label(Level::Day, &it.span, words), cells(it)));
        }
    }
    if closing.level != Level::Day {
        rows.push(head("z-by-day", &["z-tickets-short", "z-paid"], words));
        for it in &closing.figures.days {
            rows.push(ZRow::Figures(label(Level::Day, &it.span, words), cells(it)));
        }
    }
    rows
}

//! The running report as a page: what is not closed yet says so.

use super::{
    super::{shop::Shop, text},
    report_x::Part,
    report_x_rows::{Report, ReportRow, beside, first, rows},
};
use crate::domain::paper::{Page, Row, Style};

/// The columns of a figure on paper.
const FIGURE: usize = 9;
/// The columns of most receipt paper (80 mm).
const PAPER: usize = 42;

/// The report as a page, all its parts one after the other.
pub(super) fn page(report: Report<'_>, shop: &Shop) -> Page {
    let words = &shop.look.words;
    let local = shop.now.local();
    let when = format!(
        "{} {}",
        words.date_numbers(local.date()),
        words.time(local.time())
    );
    let mut page = vec![
        Row::Centred(shop.settings.stall.name.to_string(), Style::Bold),
        Row::Centred(words.say("report").to_uppercase(), Style::Bold),
        Row::Centred(when, Style::Plain),
        Row::Centred(words.say("report-running"), Style::Plain),
        Row::Rule,
    ];
    for (name, figure) in first(&report.sums.figures, words) {
        page.push(Row::Pair(name, figure, Style::Bold));
    }
    let (change, what) = beside(report, usize::MAX, words);
    if !what.is_empty() {
        let line = format!("{change} {what}");
        page.push(Row::Text(line.trim().to_owned(), Style::Plain));
    }
    page.push(Row::Rule);
    for (part, place) in Part::PAGES.into_iter().zip(0..) {
        if place > 0 {
            page.push(Row::Blank);
        }
        page.extend(rows(part, report, shop).into_iter().flat_map(printed));
    }
    Page { rows: page }
}

fn printed(row: ReportRow) -> Vec<Row> {
    match row {
        ReportRow::Blank => vec![Row::Blank],
        ReportRow::Head(name, columns) => vec![
            Row::Text(name, Style::Bold),
            Row::Cells(String::new(), wide(columns)),
        ],
        ReportRow::Figures(name, amounts) if beside_each_other(&name, &amounts) => {
            vec![Row::Cells(name, wide(amounts))]
        }
        ReportRow::Figures(name, amounts) => vec![
            Row::Text(name, Style::Plain),
            Row::Cells(String::new(), wide(amounts)),
        ],
    }
}

/// Whether a name leaves room for its figures on narrow paper.
fn beside_each_other(name: &str, amounts: &[String]) -> bool {
    let figures = amounts.len().saturating_mul(FIGURE + 1);
    text::width(name).saturating_add(figures) < PAPER
}

fn wide(cells: Vec<String>) -> Vec<(String, usize)> {
    cells.into_iter().map(|it| (it, FIGURE)).collect()
}

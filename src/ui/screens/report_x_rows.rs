//! What the running report says, once for the screen and the paper.

use super::super::{shop::Shop, text, words::Words};
use crate::domain::{
    asking::Sums,
    figures::DrawerRow,
    ids::Id,
    money::Money,
    paper::{Page, Row, Style},
    settings::TenderKind,
    ticket::Owner,
};

/// The columns of a figure on paper.
const FIGURE: usize = 9;
/// The columns of most receipt paper (80 mm).
const PAPER: usize = 42;

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
pub(super) fn first(sums: &Sums, words: &Words) -> [(String, String); 3] {
    let tickets = i64::try_from(sums.figures.tickets).unwrap_or(i64::MAX);
    let average = match tickets {
        0 => "-".to_owned(),
        tickets => words.money(sums.figures.turnover.prorated((1, tickets))),
    };
    [
        (
            words.say("report-turnover"),
            words.money(sums.figures.turnover),
        ),
        (words.say("report-tickets"), words.number(tickets)),
        (words.say("report-average"), average),
    ]
}

/// Everything below the first figures.
pub(super) fn rows(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let mut rows = tenders(sums, shop);
    rows.extend(unattributed(sums, words));
    rows.extend(producers(sums, shop));
    rows.extend(vat(sums, words));
    rows.extend(solidarity(sums, words));
    rows.extend(deposits(sums, shop));
    rows.extend(accounts(sums, words));
    rows
}

fn head(word: &str, columns: &[&str], words: &Words) -> ReportRow {
    let columns = columns.iter().map(|it| words.say(it)).collect();
    ReportRow::Head(words.say(word), columns)
}

fn figures(name: impl Into<String>, amounts: &[Money], words: &Words) -> ReportRow {
    let amounts = amounts.iter().map(|it| words.amount(*it)).collect();
    ReportRow::Figures(name.into(), amounts)
}

fn tenders(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let mut rows = vec![head("report-means", &["report-count", "report-sum"], words)];
    for row in &sums.figures.tenders {
        let name = shop.tender_name(&row.tender, row.name.as_ref());
        let cells = vec![words.number(row.number), words.amount(row.cents)];
        rows.push(ReportRow::Figures(name, cells));
    }
    for row in &sums.figures.settled {
        let means = shop.tender_name(&row.tender, row.name.as_ref());
        let name = words.say_with("report-settled", &[("means", &means)]);
        let cells = vec![words.number(row.number), words.amount(-row.cents)];
        rows.push(ReportRow::Figures(name, cells));
    }
    if let Some(cash) = in_drawer(sums) {
        let name = words.say("report-drawer");
        rows.push(ReportRow::Figures(
            name,
            vec![String::new(), words.amount(cash)],
        ));
    }
    rows
}

/// What should be in the drawer, where something beside tickets moved it.
fn in_drawer(sums: &Sums) -> Option<Money> {
    let cash = |it: &&DrawerRow| it.kind == TenderKind::Cash;
    let row = sums.figures.drawers.iter().find(cash)?;
    (row.expected != sums.figures.brought(&row.tender)).then_some(row.expected)
}

/// What came and went to an owner, whichever of its kind.
fn moved(sums: &Sums, owner: Owner) -> (Money, Money) {
    let mine = || sums.owners.iter().filter(move |it| it.0 == owner);
    let came = mine().map(|it| it.2).sum();
    (came, mine().map(|it| it.3).sum())
}

/// Amounts under shared quick keys are named before any producer is paid.
fn unattributed(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let (came, went) = moved(sums, Owner::Unattributed);
    if came == went {
        return Vec::new();
    }
    let name = words.say("report-unattributed");
    vec![ReportRow::Blank, figures(name, &[came - went], words)]
}

fn producers(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let columns = [
        "report-sales",
        "report-commission",
        "report-hers",
        "report-given",
    ];
    let mut rows = vec![ReportRow::Blank, head("report-producers", &columns, words)];
    let sold: Vec<&Id> = sums.producers.iter().map(|it| &it.0).collect();
    for (id, takings) in &sums.producers {
        let given = sums.settled_with(id);
        let amounts = [takings.sales, takings.commission, takings.share, given];
        rows.push(figures(producer_name(id, shop), &amounts, words));
    }
    // Who was settled with and sold nothing on the day, or all of it came back.
    let mut others: Vec<&Id> = sums.settled.iter().map(|it| &it.producer).collect();
    others.retain(|id| !sold.contains(id));
    others.sort_unstable();
    others.dedup();
    for id in others {
        let nothing = Money::ZERO;
        let amounts = [nothing, nothing, nothing, sums.settled_with(id)];
        rows.push(figures(producer_name(id, shop), &amounts, words));
    }
    rows
}

fn producer_name(id: &Id, shop: &Shop) -> String {
    let known = shop.catalogue.producer(id);
    known.map_or_else(|| id.to_string(), |it| it.name.to_string())
}

fn vat(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-paid", "report-tax", "report-net"];
    let mut rows = vec![ReportRow::Blank, head("report-vat", &columns, words)];
    for row in &sums.figures.vat {
        let amounts = [row.paid, row.tax, row.net];
        rows.push(figures(words.rate(row.rate), &amounts, words));
    }
    rows
}

/// The pot of tariffs and the solidarity fund: in, out, and what stands there.
fn solidarity(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let columns = ["report-in", "report-out", "report-balance"];
    let (pot_in, pot_out) = moved(sums, Owner::Pot);
    let (fund_in, fund_out) = moved(sums, Owner::Fund);
    vec![
        ReportRow::Blank,
        head("report-solidarity", &columns, words),
        figures(
            words.say("report-pot"),
            &[pot_in, -pot_out, pot_in - pot_out],
            words,
        ),
        figures(
            words.say("report-fund"),
            &[fund_in, -fund_out, sums.fund],
            words,
        ),
    ]
}

fn deposits(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    if sums.deposits.is_empty() {
        return Vec::new();
    }
    let columns = ["report-count", "report-sum"];
    let mut rows = vec![ReportRow::Blank, head("report-deposits", &columns, words)];
    for (price, count, cents) in &sums.deposits {
        let kinds = shop.settings.deposits.iter();
        let kind = kinds.clone().find(|it| it.price == *price);
        let name = match kind {
            Some(kind) => format!("{} · {}", kind.name, words.money(*price)),
            None => words.money(*price),
        };
        let amounts = vec![words.number(*count), words.amount(*cents)];
        rows.push(ReportRow::Figures(name, amounts));
    }
    rows
}

fn accounts(sums: &Sums, words: &Words) -> Vec<ReportRow> {
    let (total, debtors, debts) = sums.accounts;
    let (came, went) = moved(sums, Owner::CreditNote);
    let mut rows = Vec::new();
    if total != Money::ZERO || debtors > 0 {
        rows.push(figures(words.say("report-accounts"), &[total], words));
    }
    if debtors > 0 {
        let debtors = usize::try_from(debtors).unwrap_or(usize::MAX);
        rows.push(figures(
            words.count("report-debts", debtors),
            &[debts],
            words,
        ));
    }
    if came != Money::ZERO || went != Money::ZERO {
        let columns = ["report-in", "report-out"];
        rows.push(head("report-others", &columns, words));
        rows.push(figures(words.say("report-notes"), &[came, -went], words));
    }
    if !rows.is_empty() {
        rows.insert(0, ReportRow::Blank);
    }
    rows
}

/// The report as a page: what is not closed yet says so.
pub(super) fn page(sums: &Sums, shop: &Shop) -> Page {
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
    for (name, figure) in first(sums, words) {
        page.push(Row::Pair(name, figure, Style::Bold));
    }
    page.push(Row::Rule);
    for row in rows(sums, shop) {
        match row {
            ReportRow::Blank => page.push(Row::Blank),
            ReportRow::Head(name, columns) => {
                page.push(Row::Text(name, Style::Bold));
                page.push(Row::Cells(String::new(), wide(columns)));
            }
            ReportRow::Figures(name, amounts) if beside(&name, &amounts) => {
                page.push(Row::Cells(name, wide(amounts)));
            }
            ReportRow::Figures(name, amounts) => {
                page.push(Row::Text(name, Style::Plain));
                page.push(Row::Cells(String::new(), wide(amounts)));
            }
        }
    }
    Page { rows: page }
}

/// Whether a name leaves room for its figures on narrow paper.
fn beside(name: &str, amounts: &[String]) -> bool {
    let figures = amounts.len().saturating_mul(FIGURE + 1);
    text::width(name).saturating_add(figures) < PAPER
}

fn wide(cells: Vec<String>) -> Vec<(String, usize)> {
    cells.into_iter().map(|it| (it, FIGURE)).collect()
}

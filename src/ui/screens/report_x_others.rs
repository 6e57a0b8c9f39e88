//! What the running report says of the money of others: the pot of tariffs, the fund, jars,
//! accounts, credit notes.

use super::{
    super::{shop::Shop, words::Words},
    report_x_rows::{ReportRow, figures, head},
};
use crate::domain::{asking::Sums, money::Money, ticket::Owner};

/// The pot, the fund, deposits, accounts, credit notes.
pub(super) fn others(sums: &Sums, shop: &Shop) -> Vec<ReportRow> {
    let words = &shop.look.words;
    let mut rows = solidarity(sums, words);
    rows.extend(deposits(sums, shop));
    rows.extend(accounts(sums, words));
    rows
}

/// What came and went to an owner, whichever of its kind.
fn moved(sums: &Sums, owner: Owner) -> (Money, Money) {
    let mine = || sums.owners.iter().filter(move |it| it.0 == owner);
    let came = mine().map(|it| it.2).sum();
    (came, mine().map(|it| it.3).sum())
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
        let mut kinds = shop.settings.deposits.iter();
        let name = match kinds.find(|it| it.price == *price) {
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
        let name = words.count("report-debts", debtors);
        rows.push(figures(name, &[debts], words));
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

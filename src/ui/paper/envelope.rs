//! The slips that leave with the money: what is in the envelope and who has it, and the cheques
//! for the bank.

use super::{
    pair, plain, table_row,
    z::{head, signatures},
    z_rows,
};
use crate::{
    domain::{
        closing::{ChequeSeen, ClosingSeen, Envelope, Found, Left},
        money::Money,
        paper::{Page, Row, Style},
        settings::Stall,
    },
    ui::words::Words,
};

/// The slip of the envelope that a closing sent away; none if nothing left.
pub fn envelope(seen: &ClosingSeen, stall: &Stall, words: &Words) -> Option<Page> {
    let closing = &seen.closing;
    let envelope = closing.decided.as_ref()?.envelope.as_ref()?;
    let mut rows = head(stall, words);
    rows.push(Row::Rule);
    let name = [("name", closing.name.as_str())];
    rows.push(Row::Text(words.say_with("z-slip", &name), Style::Big));
    rows.extend(plain(z_rows::label(closing.level, &closing.label, words)));
    rows.extend(plain(match envelope.by.as_str() {
        "" => words.say("z-slip-nobody"),
        by => words.say_with("z-slip-by", &[("by", by)]),
    }));
    rows.push(Row::Rule);
    rows.extend(inside(envelope, seen, words));
    rows.push(Row::Rule);
    let sum = envelope.papers.iter().map(|it| it.cents).sum::<Money>() + envelope.cash;
    let (word, sum) = (words.say("z-slip-sum"), words.money(sum));
    rows.push(Row::Pair(word, sum, Style::Big));
    rows.push(Row::Blank);
    rows.extend(plain(words.say("z-slip-received")));
    rows.push(Row::Blank);
    rows.extend(signatures("z-slip-signatures", words));
    Some(Page { rows })
}

/// Notes and coins one by one where they are known, then everything else with its number.
fn inside(envelope: &Envelope, seen: &ClosingSeen, words: &Words) -> Vec<Row> {
    let mut rows = Vec::new();
    if envelope.cash > Money::ZERO {
        let cash = words.money(envelope.cash);
        rows.push(Row::Pair(words.say("z-slip-cash"), cash, Style::Bold));
    }
    for it in &envelope.pieces {
        let name = format!("  {} × {}", it.count, words.money_short(it.worth));
        let total = it.total().map_or_else(String::new, |it| words.amount(it));
        rows.push(pair(name, total));
    }
    for paper in &envelope.papers {
        let name = paper_name(paper, seen, words);
        rows.push(Row::Pair(name, words.money(paper.cents), Style::Bold));
    }
    rows
}

/// A means of payment in the envelope, with how many there are.
fn paper_name(paper: &Left, seen: &ClosingSeen, words: &Words) -> String {
    let means = &seen.closing.means;
    match means.iter().find(|it| it.tender == paper.tender) {
        Some(row) => z_rows::means_name(row, words),
        None => words.tender(&paper.tender, paper.name.as_ref()),
    }
}

/// The slip with which cheques go to the bank: those that were found, with their numbers and, on
/// this paper only, who signed them.
pub fn cheques(
    cheques: &[ChequeSeen],
    names: &[String],
    of: &str,
    stall: &Stall,
    words: &Words,
) -> Page {
    let mut rows = head(stall, words);
    rows.push(Row::Rule);
    rows.push(Row::Text(words.say("z-remittance"), Style::Big));
    rows.extend(plain(of.to_owned()));
    rows.push(Row::Rule);
    let heads = [words.say("z-cheque-number"), words.say("z-sum")];
    rows.push(table_row(words.say("z-cheque-who"), heads));
    let signed = names.iter().map(String::as_str);
    let pile = cheques.iter().zip(signed.chain(std::iter::repeat("")));
    let here = || pile.clone().filter(|(it, _)| it.found == Found::Here);
    for (cheque, name) in here() {
        let who = match name {
            "" => cheque.ticket.clone(),
            name => format!("{name} ({})", cheque.ticket),
        };
        let number = cheque.number.as_ref().map_or("", |it| it.as_str());
        rows.push(table_row(
            who,
            [number.to_owned(), words.amount(cheque.cents)],
        ));
    }
    rows.push(Row::Rule);
    let count = here().count();
    let sum: Money = here().map(|(it, _)| it.cents).sum();
    rows.push(Row::Pair(
        words.count("z-cheques-sum", count),
        words.money(sum),
        Style::Big,
    ));
    rows.push(Row::Blank);
    rows.extend(plain(words.say("z-remittance-account")));
    rows.push(Row::Blank);
    rows.extend(signatures("z-remittance-signature", words));
    Page { rows }
}

//! A receipt's typed lines in words: rows for any width of paper. What a producer signs and what a
//! closing prints are beside.

mod cash;
mod envelope;
mod slip;
pub mod z;
pub mod z_rows;

pub use cash::slip as cash_slip;
pub use envelope::{cheques, envelope};
pub use slip::slip;

use super::words::Words;
use crate::domain::{
    label::Label,
    money::Money,
    paper::{Page, Row, Style},
    quantity::{Quantity, Unit},
    receipt::{Line, Mark},
    seller::VatStatus,
    time::Moment,
};

/// The columns an amount of the VAT table takes at least.
const TABLE: usize = 7;
/// The columns a cheque's number takes at least.
const NUMBER: usize = 10;

/// The page of a receipt in this language.
pub fn page(lines: &[Line], words: &Words) -> Page {
    Page {
        rows: lines.iter().flat_map(|line| rows(line, words)).collect(),
    }
}

/// The words across the paper of a sample market: nothing on it was sold.
pub fn sample(words: &Words) -> Row {
    Row::Centred(words.say("paper-sample"), Style::Bold)
}

fn rows(line: &Line, words: &Words) -> Vec<Row> {
    match line {
        Line::Goods { .. } | Line::BackOf(_) | Line::Adjusted(_) | Line::Deposit { .. } => {
            item(line, words)
        }
        Line::Account(paid) => {
            let word = if *paid < Money::ZERO {
                "paper-account-out"
            } else {
                "paper-account"
            };
            vec![pair(words.say(word), words.amount(*paid))]
        }
        Line::Moved { label, paid } => vec![pair(label.to_string(), words.amount(*paid))],
        Line::AdjustedWhole(by) => {
            vec![pair(words.say("paper-adjusted-whole"), words.amount(*by))]
        }
        Line::Total(total) => {
            let (word, total) = (words.say("paper-total"), words.money(*total));
            vec![Row::Pair(word, total, Style::Big)]
        }
        Line::Count(lines) => plain(words.count("paper-lines", *lines)),
        Line::Paid { .. } | Line::Change(_) | Line::ChangeBy { .. } => vec![paid(line, words)],
        Line::VatHead => vec![table(
            words.say("paper-vat-rate"),
            ["paper-vat-net", "paper-vat-tax", "paper-vat-paid"].map(|id| words.say(id)),
        )],
        Line::Vat {
            mark,
            rate,
            net,
            tax,
            paid,
        } => {
            let mark = mark.map(|mark| format!("{mark} ")).unwrap_or_default();
            let name = format!("{mark}{}", words.rate(*rate));
            vec![table(
                name,
                [net, tax, paid].map(|cents| words.amount(*cents)),
            )]
        }
        Line::Note { name, worth } => note(name.as_str(), *worth, words),
        Line::Proof {
            till,
            seq,
            extract,
            version,
        } => [format!("{till} {seq} {extract}"), version.clone()]
            .map(|text| Row::Text(text, Style::Plain))
            .to_vec(),
        Line::Code(digits) => vec![Row::Barcode(digits.clone())],
        Line::Rule => vec![Row::Rule],
        Line::Blank => vec![Row::Blank],
        Line::Stall(_)
        | Line::Address(_)
        | Line::Siret(_)
        | Line::VatNumber(_)
        | Line::Duplicate(_)
        | Line::Sale { .. }
        | Line::Reversal { .. }
        | Line::Return { .. }
        | Line::Correction { .. }
        | Line::When { .. }
        | Line::Paper(_)
        | Line::Seller(_)
        | Line::Numbers { .. }
        | Line::Mention(_)
        | Line::NoVat(_)
        | Line::Thanks(_) => who_and_what(line, words),
    }
}

/// Who sells, what the ticket is, and when.
fn who_and_what(line: &Line, words: &Words) -> Vec<Row> {
    let said = |id, blank, text: &str| words.say_with(id, &[(blank, text)]);
    match line {
        Line::Stall(name) => vec![Row::Centred(name.to_string(), Style::Big)],
        Line::Address(line) | Line::Thanks(line) | Line::Mention(line) => centred(line.to_string()),
        Line::Siret(number) => centred(said("paper-siret", "number", number.as_str())),
        Line::VatNumber(number) => centred(said("paper-vat-number", "number", number.as_str())),
        Line::Duplicate(number) => {
            let word = said("paper-duplicate", "number", &number.to_string());
            vec![Row::Centred(word, Style::Bold)]
        }
        Line::Sale { name } => bold(said("paper-sale", "name", name)),
        Line::Reversal { name, of } => {
            bold(words.say_with("paper-reversal", &[("name", name), ("of", of)]))
        }
        Line::Return { name, of: None } => bold(said("paper-return", "name", name)),
        Line::Return { name, of: Some(of) } => {
            bold(words.say_with("paper-return-of", &[("name", name), ("of", of)]))
        }
        Line::Correction { name, of } => {
            bold(words.say_with("paper-correction", &[("name", name), ("of", of)]))
        }
        Line::When { at, operator } => vec![when(*at, operator, words)],
        Line::Paper(number) => plain(said("paper-notebook", "number", number.as_str())),
        Line::Seller(seller) => bold(seller.name.to_string()),
        Line::Numbers { siret, vat_number } => [
            ("paper-siret", siret.as_ref()),
            ("paper-vat-number", vat_number.as_ref()),
        ]
        .into_iter()
        .filter_map(|(id, number)| Some(plain(said(id, "number", number?.as_str()))))
        .flatten()
        .collect(),
        Line::NoVat(status) => plain(words.say(no_vat(*status))),
        _ => Vec::new(),
    }
}

/// What was sold, what it was adjusted by, its jar.
fn item(line: &Line, words: &Words) -> Vec<Row> {
    match line {
        Line::Goods {
            label,
            quantity,
            unit,
            price,
            base,
            mark,
        } => {
            let amount = marked(*base, *mark, words);
            let together = price.times(*quantity) != Some(*base);
            let mut rows = goods(label.as_str(), (*quantity, unit), *price, &amount, words);
            if together {
                let word = format!("  {}", words.say("paper-together"));
                rows.push(Row::Text(word, Style::Plain));
            }
            rows
        }
        Line::BackOf(of) => {
            let word = match of {
                Some(of) => words.say_with("paper-back-of", &[("of", of)]),
                None => words.say("paper-back"),
            };
            plain(format!("  {word}"))
        }
        Line::Adjusted(by) => {
            let word = format!("  {}", words.say("paper-adjusted"));
            vec![pair(word, words.amount(*by))]
        }
        Line::Deposit {
            label,
            price,
            quantity,
            paid,
        } => {
            let label = label.as_ref().map(Label::as_str);
            vec![deposit(label, (*price, *quantity), *paid, words)]
        }
        _ => Vec::new(),
    }
}

/// A means of payment and what came or went by it.
fn paid(line: &Line, words: &Words) -> Row {
    match line {
        Line::Paid {
            tender,
            name,
            note,
            cents,
        } => {
            let means = words.tender(tender, name.as_ref());
            let means = match note {
                Some(note) => format!("{means} {note}"),
                None => means,
            };
            pair(means, words.amount(*cents))
        }
        Line::ChangeBy {
            tender,
            name,
            cents,
        } => {
            let means = words.tender(tender, name.as_ref());
            let word = words.say_with("paper-change-by", &[("means", &means)]);
            pair(word, words.amount(*cents))
        }
        Line::Change(cents) => pair(words.say("paper-change"), words.amount(*cents)),
        _ => Row::Blank,
    }
}

/// The mention that a seller's status wants; for one who owes VAT the table says it all.
pub(super) const fn no_vat(status: VatStatus) -> &'static str {
    match status {
        VatStatus::Liable => "paper-vat-liable",
        VatStatus::Franchise => "paper-vat-franchise",
        VatStatus::FlatRate => "paper-vat-flat-rate",
        VatStatus::Exempt => "paper-vat-exempt",
    }
}

/// A credit note, to be torn off and brought back.
fn note(name: &str, worth: Money, words: &Words) -> Vec<Row> {
    vec![
        Row::Centred(words.say("paper-note"), Style::Bold),
        Row::Centred(name.to_owned(), Style::Big),
        Row::Centred(words.money(worth), Style::Big),
        Row::Centred(words.say("paper-note-once"), Style::Plain),
    ]
}

fn when(at: Moment, operator: &str, words: &Words) -> Row {
    let local = at.local();
    let date = words.date_numbers(local.date());
    let time = format!("{}:{:02}", words.time(local.time()), local.second());
    Row::Text(
        format!("{date} {time} {operator}").trim_end().to_owned(),
        Style::Plain,
    )
}

fn centred(text: String) -> Vec<Row> {
    vec![Row::Centred(text, Style::Plain)]
}

fn plain(text: String) -> Vec<Row> {
    vec![Row::Text(text, Style::Plain)]
}

fn bold(text: String) -> Vec<Row> {
    vec![Row::Text(text, Style::Bold)]
}

fn table(name: String, amounts: [String; 3]) -> Row {
    Row::Cells(name, amounts.map(|amount| (amount, TABLE)).to_vec())
}

/// A row of a list of papers: who, a number, how much.
fn table_row(name: String, [number, amount]: [String; 2]) -> Row {
    Row::Cells(name, vec![(number, NUMBER), (amount, TABLE)])
}

/// One row for one piece, two where there is something to multiply.
fn goods(
    label: &str,
    (quantity, unit): (Quantity, &Unit),
    price: Money,
    amount: &str,
    words: &Words,
) -> Vec<Row> {
    if quantity == Quantity::ONE && !unit.divides() {
        return vec![pair(label.to_owned(), amount.to_owned())];
    }
    let quantity = words.quantity_short(quantity, unit);
    let price = if unit.divides() {
        words.price(price, unit)
    } else {
        words.money(price)
    };
    vec![
        Row::Text(label.to_owned(), Style::Plain),
        pair(format!("  {quantity} × {price}"), amount.to_owned()),
    ]
}

fn deposit(
    label: Option<&str>,
    (price, quantity): (Money, Quantity),
    paid: Money,
    words: &Words,
) -> Row {
    // Jars of a ticket that is taken back come back as a number below zero.
    let count = quantity.max(-quantity);
    let count = words.quantity_number(count, &Unit::Piece);
    let price = words.amount(price);
    let text = match (label, paid < Money::ZERO) {
        (Some(label), false) => {
            words.say_with("paper-deposit", &[("label", label), ("count", &count)])
        }
        (Some(label), true) => {
            words.say_with("paper-deposit-back", &[("label", label), ("count", &count)])
        }
        (None, false) => words.say_with("paper-deposits", &[("price", &price), ("count", &count)]),
        (None, true) => words.say_with(
            "paper-deposits-back",
            &[("price", &price), ("count", &count)],
        ),
    };
    pair(text, words.amount(paid))
}

fn marked(amount: Money, mark: Option<Mark>, words: &Words) -> String {
    let amount = words.amount(amount);
    mark.map_or_else(|| amount.clone(), |mark| format!("{amount} {mark}"))
}

fn pair(text: String, amount: String) -> Row {
    Row::Pair(text, amount, Style::Plain)
}

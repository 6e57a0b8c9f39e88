//! A receipt's typed lines in words: rows for any width of paper.

use super::words::Words;
use crate::domain::{
    money::Money,
    paper::{Page, Row, Style},
    quantity::{Quantity, Unit},
    receipt::{Line, Mark},
};

/// The columns an amount of the VAT table takes at least.
const TABLE: usize = 7;

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
    let centred = |text: String| vec![Row::Centred(text, Style::Plain)];
    let text = |text: String| vec![Row::Text(text, Style::Plain)];
    match line {
        Line::Stall(name) => vec![Row::Centred(name.to_string(), Style::Big)],
        Line::Address(line) | Line::Thanks(line) | Line::Mention(line) => centred(line.to_string()),
        Line::Siret(number) => {
            centred(words.say_with("paper-siret", &[("number", number.as_str())]))
        }
        Line::VatNumber(number) => {
            centred(words.say_with("paper-vat-number", &[("number", number.as_str())]))
        }
        Line::Sample => vec![sample(words)],
        Line::Duplicate(number) => {
            let number = number.to_string();
            let word = words.say_with("paper-duplicate", &[("number", &number)]);
            vec![Row::Centred(word, Style::Bold)]
        }
        Line::Sale { name } => {
            let title = words.say_with("paper-sale", &[("name", name)]);
            vec![Row::Text(title, Style::Bold)]
        }
        Line::Reversal { name, of } => {
            let title = words.say_with("paper-reversal", &[("name", name), ("of", of)]);
            vec![Row::Text(title, Style::Bold)]
        }
        Line::When { at, operator } => {
            let local = at.local();
            let date = words.date_numbers(local.date());
            let time = format!("{}:{:02}", words.time(local.time()), local.second());
            text(match operator.is_empty() {
                true => format!("{date} {time}"),
                false => format!("{date} {time}  {operator}"),
            })
        }
        Line::Paper(number) => {
            text(words.say_with("paper-notebook", &[("number", number.as_str())]))
        }
        Line::Seller(seller) => vec![Row::Text(seller.name.to_string(), Style::Bold)],
        Line::Goods {
            label,
            quantity,
            unit,
            price,
            base,
            mark,
        } => goods(
            label.as_str(),
            (*quantity, unit),
            *price,
            &marked(*base, *mark, words),
            words,
        ),
        Line::Adjusted(by) => vec![pair(
            format!("  {}", words.say("paper-adjusted")),
            words.amount(*by),
        )],
        Line::Deposit {
            label,
            quantity,
            paid,
        } => deposit(label.as_str(), *quantity, *paid, words),
        Line::Total(total) => vec![Row::Pair(
            words.say("paper-total"),
            words.money(*total),
            Style::Big,
        )],
        Line::Count(lines) => text(words.count("paper-lines", *lines)),
        Line::Paid {
            tender,
            name,
            cents,
        } => vec![pair(
            words.tender(tender, name.as_ref()),
            words.amount(*cents),
        )],
        Line::Change(change) => vec![pair(words.say("paper-change"), words.amount(*change))],
        Line::VatHead => vec![Row::Cells(
            words.say("paper-vat-rate"),
            ["paper-vat-net", "paper-vat-tax", "paper-vat-paid"]
                .map(|word| (words.say(word), TABLE))
                .to_vec(),
        )],
        Line::Vat {
            mark,
            rate,
            net,
            tax,
            paid,
        } => {
            let mark = mark.map(|mark| format!("{mark} ")).unwrap_or_default();
            vec![Row::Cells(
                format!("{mark}{}", words.rate(*rate)),
                [net, tax, paid]
                    .map(|cents| (words.amount(*cents), TABLE))
                    .to_vec(),
            )]
        }
        Line::Proof {
            till,
            seq,
            extract,
            version,
        } => vec![
            Row::Text(format!("{till} {seq} {extract}"), Style::Plain),
            Row::Text(version.clone(), Style::Plain),
        ],
        Line::Rule => vec![Row::Rule],
        Line::Blank => vec![Row::Blank],
    }
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

fn deposit(label: &str, quantity: Quantity, paid: Money, words: &Words) -> Vec<Row> {
    let word = if paid < Money::ZERO {
        "paper-deposit-back"
    } else {
        "paper-deposit"
    };
    let count = words.quantity_number(quantity, &Unit::Piece);
    let text = words.say_with(word, &[("label", label), ("count", &count)]);
    vec![pair(text, words.amount(paid))]
}

fn marked(amount: Money, mark: Option<Mark>, words: &Words) -> String {
    let amount = words.amount(amount);
    mark.map_or_else(|| amount.clone(), |mark| format!("{amount} {mark}"))
}

fn pair(text: String, amount: String) -> Row {
    Row::Pair(text, amount, Style::Plain)
}

//! The slip that a producer signs: what was sold for her, what she is given, what stays.

use super::{centred, no_vat, pair, plain, table, when};
use crate::{
    domain::{
        asking::SettlementRow,
        money::Money,
        paper::{Page, Row, Style},
        receipt::Copy,
        seller::{Mandate, VatStatus},
        settings::Stall,
        settlement::{Settlement, Takings},
    },
    ui::words::Words,
};

/// The empty rows in which somebody signs.
const SIGNED_IN: usize = 3;

/// The page of a settlement in this language; a copy says that it is one.
pub fn slip(row: &SettlementRow, stall: &Stall, copy: Copy, words: &Words) -> Page {
    let settlement = &row.settlement;
    let mut rows = vec![Row::Centred(stall.name.to_string(), Style::Big)];
    rows.extend(stall.address.iter().flat_map(|it| centred(it.to_string())));
    if let Copy::Duplicate(_) = copy {
        let word = words.say("paper-copy");
        rows.push(Row::Centred(word, Style::Bold));
    }
    rows.push(Row::Blank);
    let name = [("name", settlement.name.as_str())];
    rows.push(Row::Text(words.say_with("paper-slip", &name), Style::Bold));
    rows.push(when(row.at, &row.operator, words));
    rows.extend(producer(settlement, words));
    rows.push(Row::Rule);
    rows.extend(sold(settlement, words));
    rows.extend(vat(settlement, words));
    rows.push(Row::Rule);
    rows.extend(sums(settlement, words));
    rows.extend(given(settlement, words));
    rows.push(Row::Blank);
    rows.extend(plain(words.say("paper-slip-signature")));
    rows.extend(std::iter::repeat_n(Row::Blank, SIGNED_IN));
    rows.push(Row::Rule);
    let proof = format!("{} {} {}", row.till, row.seq, row.extract);
    rows.extend(plain(proof));
    Page { rows }
}

/// Who is settled with, and for which tickets.
fn producer(settlement: &Settlement, words: &Words) -> Vec<Row> {
    let seller = &settlement.producer;
    let said = |id, blank, text: &str| words.say_with(id, &[(blank, text)]);
    let mut rows = plain(said("paper-slip-for", "name", seller.name.as_str()));
    if let Some(number) = &seller.siret {
        rows.extend(plain(said("paper-siret", "number", number.as_str())));
    }
    if let Some(number) = &seller.vat_number {
        rows.extend(plain(said("paper-vat-number", "number", number.as_str())));
    }
    rows.extend(plain(match &settlement.tickets {
        None => words.say("paper-slip-nothing"),
        Some((first, last)) if first == last => said("paper-slip-one-ticket", "first", first),
        Some((first, last)) => {
            words.say_with("paper-slip-tickets", &[("first", first), ("last", last)])
        }
    }));
    if let Some(number) = &settlement.paper {
        rows.extend(plain(said("paper-notebook", "number", number.as_str())));
    }
    rows
}

fn sold(settlement: &Settlement, words: &Words) -> Vec<Row> {
    settlement
        .takings
        .sold
        .iter()
        .map(|row| {
            let quantity = words.quantity(row.quantity, &row.unit);
            pair(format!("{quantity} {}", row.label), words.amount(row.paid))
        })
        .collect()
}

/// The table of what she sold in her own name, or why it bears no VAT. What the stall sells in its
/// own name bears the stall's VAT, whatever her status.
fn vat(settlement: &Settlement, words: &Words) -> Vec<Row> {
    let opaque = settlement.producer.mandate == Mandate::Opaque;
    let status = settlement.producer.status.filter(|_| !opaque);
    let Takings { vat, .. } = &settlement.takings;
    let mut rows = match status {
        Some(status @ (VatStatus::Franchise | VatStatus::FlatRate | VatStatus::Exempt)) => {
            plain(words.say(no_vat(status)))
        }
        Some(VatStatus::Liable) | None if vat.is_empty() => return Vec::new(),
        Some(VatStatus::Liable) | None => {
            let heads = ["paper-vat-net", "paper-vat-tax", "paper-vat-paid"];
            let mut rows = vec![table(
                words.say("paper-vat-rate"),
                heads.map(|id| words.say(id)),
            )];
            rows.extend(vat.iter().map(|row| {
                let amounts = [row.net, row.tax, row.paid].map(|it| words.amount(it));
                table(words.rate(row.rate), amounts)
            }));
            rows
        }
    };
    rows.insert(0, Row::Rule);
    rows
}

/// From what was sold to what she is owed; what is nothing is left out.
fn sums(settlement: &Settlement, words: &Words) -> Vec<Row> {
    let takings = &settlement.takings;
    let mut rows = vec![pair(
        words.say("paper-slip-sales"),
        words.amount(takings.sales),
    )];
    for (id, cents) in [
        ("paper-slip-commission", -takings.commission),
        ("paper-slip-pot", -takings.pot),
    ] {
        if cents != Money::ZERO {
            rows.push(pair(words.say(id), words.amount(cents)));
        }
    }
    if takings.share != takings.sales {
        let share = words.amount(takings.share);
        rows.push(pair(words.say("paper-slip-share"), share));
    }
    for (id, cents) in [
        ("paper-slip-flat", -settlement.flat),
        ("paper-slip-brought", settlement.brought),
    ] {
        if cents != Money::ZERO {
            rows.push(pair(words.say(id), words.amount(cents)));
        }
    }
    let (word, due) = (words.say("paper-slip-due"), words.money(settlement.due));
    rows.push(Row::Pair(word, due, Style::Bold));
    rows
}

fn given(settlement: &Settlement, words: &Words) -> Vec<Row> {
    let (word, paid) = (words.say("paper-slip-paid"), words.money(settlement.paid));
    let mut rows = vec![Row::Pair(word, paid, Style::Big)];
    rows.extend(settlement.payments.iter().map(|payment| {
        let means = words.tender(&payment.tender, payment.name.as_ref());
        pair(means, words.amount(-payment.cents))
    }));
    if settlement.carried != Money::ZERO {
        let carried = words.amount(settlement.carried);
        rows.push(pair(words.say("paper-slip-carried"), carried));
    }
    rows
}

//! The slip of cash that left the drawer, for whoever takes it and the box it goes into.

use super::{centred, pair, plain, when};
use crate::{
    domain::{
        asking::CashSeen,
        paper::{Page, Row, Style},
        settings::Stall,
    },
    ui::{
        day::noting::{reason_word, way_word},
        words::Words,
    },
};

/// The empty rows in which somebody signs.
const SIGNED_IN: usize = 3;

/// The page of a movement in this language.
pub fn slip(seen: &CashSeen, stall: &Stall, words: &Words) -> Page {
    let cash = &seen.cash;
    let mut rows = vec![Row::Centred(stall.name.to_string(), Style::Big)];
    rows.extend(stall.address.iter().flat_map(|it| centred(it.to_string())));
    rows.push(Row::Blank);
    let way = words.say(way_word(cash.way, cash.reason));
    rows.push(Row::Text(way, Style::Bold));
    rows.push(when(seen.at, &seen.operator, words));
    if let Some(reason) = cash.reason {
        let why = words.say(reason_word(reason));
        rows.extend(plain(words.say_with("cash-slip-why", &[("reason", &why)])));
    }
    rows.push(Row::Rule);
    let means = words.tender(&cash.tender, cash.name.as_ref());
    rows.push(pair(means, String::new()));
    let (word, sum) = (words.say("cash-slip-sum"), words.money(cash.cents));
    rows.push(Row::Pair(word, sum, Style::Big));
    rows.push(Row::Blank);
    rows.extend(plain(words.say("cash-slip-signature")));
    rows.extend(std::iter::repeat_n(Row::Blank, SIGNED_IN));
    rows.push(Row::Rule);
    Page { rows }
}

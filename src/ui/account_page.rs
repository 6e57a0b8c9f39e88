//! Members' accounts on paper: one statement, or all balances and debts for the treasurer.

use jiff::civil::Date;

use super::{
    paper,
    shop::{Sample, Shop},
    words::Words,
};
use crate::domain::{
    asking::{AccountEntry, Statement},
    member::{MoveReason, Standing},
    money::Money,
    paper::{Page, Row, Style},
    time::Moment,
};

/// The columns of an amount.
const AMOUNT: usize = 9;

/// What came and went on an account, oldest first, and up to when that is known.
pub fn statement(statement: &Statement, shop: &Shop) -> Page {
    let words = &shop.look.words;
    let account = &statement.account;
    let mut rows = head("member-statement", shop);
    rows.push(text(shop.member_name(account), Style::Bold));
    if let Some(contact) = &account.contact {
        let number = contact.number.as_str();
        let sentence = words.say_with("member-paper-number", &[("number", number)]);
        rows.push(text(sentence, Style::Plain));
    }
    for sentence in known(statement, words) {
        rows.push(text(sentence, Style::Plain));
    }
    rows.push(Row::Rule);
    if statement.moves.is_empty() {
        rows.push(text(words.say("member-no-moves"), Style::Plain));
    }
    for entry in statement.moves.iter().rev() {
        let name = format!("{} {}", day(&entry.day, words), what(entry, words));
        let cells = vec![
            (signed(entry.cents, words), AMOUNT),
            (words.amount(entry.balance), AMOUNT),
        ];
        rows.push(Row::Cells(name, cells));
    }
    rows.push(Row::Rule);
    let balance = words.money(account.balance);
    rows.push(Row::Pair(
        words.say("member-paper-balance"),
        balance,
        Style::Bold,
    ));
    if account.member.state != Standing::Open {
        rows.push(text(words.say("members-closed"), Style::Plain));
    }
    Page { rows }
}

/// Who has money on the account and who owes some, by name, and the sums of both.
pub fn balances(shop: &Shop) -> Page {
    let words = &shop.look.words;
    let mut rows = head("members-list", shop);
    rows.push(Row::Rule);
    for row in shop
        .members
        .known()
        .filter(|row| row.balance != Money::ZERO)
    {
        let number = row.contact.as_ref().map(|it| it.number.to_string());
        let name = format!("{} {}", number.unwrap_or_default(), shop.member_name(row));
        rows.push(pair(name, words.amount(row.balance)));
    }
    rows.push(Row::Rule);
    let totals = shop.members.totals();
    rows.push(pair(
        words.say("members-credits"),
        words.money(totals.credits),
    ));
    rows.push(pair(words.say("members-debts"), words.money(totals.debts)));
    let all = words.money(totals.credits + totals.debts);
    rows.push(Row::Pair(words.say("members-all"), all, Style::Bold));
    Page { rows }
}

/// Up to when each till's movements are known.
pub fn known(statement: &Statement, words: &Words) -> Vec<String> {
    let said = |(till, at): &(String, Moment)| {
        let when = moment(*at, words);
        words.say_with("member-known", &[("till", till), ("when", &when)])
    };
    statement.known.iter().map(said).collect()
}

fn head(title: &str, shop: &Shop) -> Vec<Row> {
    let words = &shop.look.words;
    let mut rows = Vec::new();
    if shop.sample == Sample::Demo {
        rows.push(paper::sample(words));
    }
    rows.push(Row::Centred(
        shop.settings.stall.name.to_string(),
        Style::Big,
    ));
    rows.push(Row::Centred(words.say(title), Style::Bold));
    rows.push(text(moment(shop.now, words), Style::Plain));
    rows
}

fn moment(at: Moment, words: &Words) -> String {
    let local = at.local();
    let date = words.date_numbers(local.date());
    format!("{date} {}", words.time(local.time()))
}

fn text(text: String, style: Style) -> Row {
    Row::Text(text, style)
}

fn pair(text: String, amount: String) -> Row {
    Row::Pair(text, amount, Style::Plain)
}

/// Why money was moved without a ticket, as a word of the locales.
pub(super) const fn reason(reason: MoveReason) -> &'static str {
    match reason {
        MoveReason::Opening => "member-why-opening",
        MoveReason::Transfer => "member-why-transfer",
        MoveReason::Mistake => "member-why-mistake",
        MoveReason::PaidElsewhere => "member-why-elsewhere",
        MoveReason::Goodwill => "member-why-goodwill",
    }
}

/// What a movement was, in words.
pub(super) fn what(entry: &AccountEntry, words: &Words) -> String {
    match (&entry.ticket, entry.reason) {
        (Some(name), _) => words.say_with("member-moved", &[("name", name)]),
        (None, Some(why)) => words.say(reason(why)),
        (None, None) => String::new(),
    }
}

/// A market day in figures.
pub(super) fn day(day: &str, words: &Words) -> String {
    let date = day.parse::<Date>();
    date.map_or_else(|_| day.to_owned(), |date| words.date_numbers(date))
}

/// An amount that says which way it went.
pub(super) fn signed(cents: Money, words: &Words) -> String {
    if cents > Money::ZERO {
        format!("+{}", words.amount(cents))
    } else {
        words.amount(cents)
    }
}

//! The means of payment on the pay screen: each letter, and what holds it back.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas, drafts::Paper, keys::Key, room, shop::Shop, text, theme::Role, words::Words,
    },
    pay::Pay,
    pay_refused::in_brief,
};
use crate::domain::{
    money::Money,
    pay::At,
    settings::{Tender, TenderKind},
};

/// The least a name and what is said beside it need.
const WITH_NOTE: u16 = 26;

impl Shop {
    /// What payments of the open ticket are measured against.
    pub(super) fn at(&self) -> At<'_> {
        At {
            settings: &self.settings,
            lines: &self.priced().lines,
            member: self.basket().member(),
            may_spend: self.account().map(|row| row.member.may_spend(row.balance)),
            used: self.used.as_ref(),
        }
    }
}

/// A key and what it does here.
struct Row {
    key: String,
    name: String,
    note: String,
    role: Role,
}

impl Row {
    fn of(key: impl Into<String>, name: String) -> Self {
        Self {
            key: key.into(),
            name,
            note: String::new(),
            role: Role::Text,
        }
    }
}

/// Which key pays by what, and what else can be agreed; answers what found no room.
pub(super) fn draw(
    pay: &Pay,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
    beside: &[Taken],
) -> Room {
    let words = canvas.words();
    let mut inside = room::indented(canvas.boxed(at, &words.say("pay-means")), 1);
    let mut rows = vec![Row::of(words.key(Key::Enter), words.say("pay-means-exact"))];
    let lettered = shop.settings.tenders.iter();
    let lettered = lettered.filter(|it| it.letter.is_some());
    rows.extend(lettered.map(|tender| means(pay, tender, shop, words)));
    for (name, sum) in beside {
        rows.push(Row::of("+", format!("{name} {sum}")));
    }
    let others = others(pay, shop, words);
    let height = usize::from(inside.height);
    if rows.len() + others.len() + 2 < height {
        room::top(&mut inside, 1);
        rows.push(Row::of("", String::new()));
    }
    // What finds no room is in the foot; that it will be printed is said in any case.
    let spare = height.saturating_sub(rows.len());
    let first = others.len().saturating_sub(spare);
    rows.extend(others.into_iter().skip(first));
    // In several columns, what holds a means back is said when its letter is pressed.
    let columns = rows.len().div_ceil(height.max(1)).max(1);
    let wide = inside.width / u16::try_from(columns).unwrap_or(u16::MAX);
    for part in rows.chunks(height.max(1)) {
        let mut at = room::left(&mut inside, wide);
        if columns > 1 {
            room::right(&mut at, 1);
        }
        column(canvas, at, part);
    }
    if first == 0 {
        Room::ForAll
    } else {
        Room::ForMeans
    }
}

/// For what there was room beside the means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Room {
    /// For all that can be agreed.
    ForAll,
    /// Not for that: the other panel says it in brief.
    ForMeans,
}

fn column(canvas: &mut Canvas<'_, '_>, at: Rect, rows: &[Row]) {
    let mut inside = at;
    let keys = rows.iter().map(|it| text::width(&it.key)).max();
    let wide = u16::try_from(keys.unwrap_or(0)).unwrap_or(u16::MAX) + 2;
    for row in rows {
        let mut at = room::top(&mut inside, 1);
        canvas.text(room::left(&mut at, wide), Role::Key, &row.key);
        if !row.note.is_empty() && at.width >= WITH_NOTE {
            let note = u16::try_from(text::width(&row.note)).unwrap_or(u16::MAX);
            let side = room::right(&mut at, note.saturating_add(1));
            canvas.text_right(side, Role::Quiet, &row.note);
        }
        canvas.text(at, row.role, &row.name);
    }
}

/// What is agreed, given and printed besides.
fn others(pay: &Pay, shop: &Shop, words: &Words) -> Vec<Row> {
    let mut rows = Vec::new();
    if pay.tendering.payments().is_empty() {
        rows.push(Row::of("T", words.say("pay-means-agreed")));
        rows.push(Row::of("D", words.say("pay-means-discount")));
    }
    rows.push(Row::of("G", words.say("pay-means-gift")));
    let paper = match shop.paper {
        Paper::OnRequest => "pay-paper-no",
        Paper::Asked => "pay-paper-yes",
    };
    rows.push(Row::of("!", words.say(paper)));
    rows
}

fn means(pay: &Pay, tender: &Tender, shop: &Shop, words: &Words) -> Row {
    let letter = tender.letter.map_or_else(String::new, String::from);
    let mut row = Row::of(letter, words.tender(&tender.id, tender.name.as_ref()));
    let left = pay.tendering.left();
    if pay.tendering.is_settled() {
        return row;
    }
    let room = pay.tendering.room(tender, &shop.at());
    match room {
        Err(refusal) if left > Money::ZERO || tender.kind == TenderKind::Account => {
            if let Some(why) = in_brief(refusal, words) {
                row.note = why;
                row.role = Role::Quiet;
            }
        }
        Ok(Some((most, _))) if most < left => {
            row.note = words.say_with("pay-brief-most", &[("most", &words.money(most))]);
        }
        Ok(_) | Err(_) => {}
    }
    if tender.kind == TenderKind::Account && row.note.is_empty() {
        row.note = balance(pay, shop, words).unwrap_or_default();
    }
    if let Some(unit) = tender.unit.filter(|_| row.note.is_empty()) {
        row.note = words.say_with("pay-brief-unit", &[("unit", &words.money_short(unit))]);
    }
    row
}

/// What stands on the account, and what would after this ticket if it paid the rest.
fn balance(pay: &Pay, shop: &Shop, words: &Words) -> Option<String> {
    let account = shop.account()?;
    let (before, after) = (account.balance, after(pay, shop)?);
    Some(format!("{} → {}", words.amount(before), words.money(after)))
}

/// What would stand on the account if it paid what is left.
pub(super) fn after(pay: &Pay, shop: &Shop) -> Option<Money> {
    let account = shop.account()?;
    let paid = pay.tendering.payments().iter();
    let paid: Money = paid
        .filter(|it| it.kind == TenderKind::Account)
        .map(|it| it.cents)
        .sum();
    let left = pay.tendering.left();
    Some(account.balance + shop.at().topped_up() - paid - left)
}

/// A payment beside the means: its name and its sum.
pub(super) type Taken = (String, String);

//! How the list of members looks: names and balances, beside them the card of the chosen one,
//! below them what stands on all accounts.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role},
    member_card_view,
    member_list::{MemberList, Purpose},
};
use crate::domain::{asking::AccountRow, member::Standing, money::Money};

/// Narrower screens show the list alone.
const TWO_PANELS: u16 = 76;
/// The columns of the list.
const LIST: u16 = 40;

pub(super) fn draw(list: &MemberList, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let entry = room::indented(room::bottom(&mut area, 1), 1);
    let totals = room::indented(room::bottom(&mut area, 1), 1);
    let after = room::indented(room::bottom(&mut area, 1), 1);
    let chosen = list.chosen().and_then(|id| shop.members.by_id(id));
    if area.width >= TWO_PANELS {
        let columns = LIST.max(area.width / 2);
        let mut card = area;
        let first = room::left(&mut card, columns);
        found(list, shop, canvas, first);
        if let Some(row) = chosen {
            member_card_view::panel(row, list.statement.as_deref(), shop, canvas, card);
        } else {
            canvas.boxed(card, &words.say("member"));
        }
    } else {
        found(list, shop, canvas, area);
    }
    if let Some(row) = chosen.filter(|_| list.purpose == Purpose::Attach) {
        member_card_view::after_ticket(row, shop, canvas, after);
    }
    sums(shop, canvas, totals);
    let prompt = words.say(match list.purpose {
        Purpose::Attach => "members-prompt",
        Purpose::Transfer(_) => "members-prompt-transfer",
    });
    canvas.entry(entry, &format!("{prompt} > {}", list.typed));
}

fn found(list: &MemberList, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let title = words.count("members-found", list.rows.len());
    let mut inside = canvas.boxed(at, &title);
    if list.rows.is_empty() {
        let word = if shop.members.is_empty() {
            "members-none-yet"
        } else {
            "members-none"
        };
        let sentence = words.say(word);
        canvas.notice(room::indented(inside, 1), Role::Quiet, &sentence);
        return;
    }
    for at in room::window(list.rows.len(), list.at, usize::from(inside.height)) {
        let row = list.rows.get(at).and_then(|id| shop.members.by_id(id));
        let Some(row) = row else { continue };
        let role = if at == list.at {
            Role::Chosen
        } else {
            Role::Text
        };
        let place = room::top(&mut inside, 1);
        one(row, shop, canvas, (place, role));
    }
}

fn one(row: &AccountRow, shop: &Shop, canvas: &mut Canvas<'_, '_>, (at, role): (Rect, Role)) {
    let words = canvas.words();
    let name = shop.member_name(row);
    let number = row.contact.as_ref().map(|it| it.number.to_string());
    let number = number.unwrap_or_default();
    let balance = match row.member.state {
        Standing::Open => words.money(row.balance),
        Standing::Closed | Standing::Erased => words.say("members-closed"),
    };
    let told = match row.member.state {
        Standing::Open if row.balance < Money::ZERO => Role::Warning,
        Standing::Open => Role::Text,
        Standing::Closed | Standing::Erased => Role::Quiet,
    };
    let cells = [
        Cell::amount(&number, 5).told(Role::Quiet),
        Cell::label(&name),
        Cell::amount(&balance, 9).told(told),
    ];
    canvas.row(at, role, &cells);
}

/// What stands on all accounts together: the treasurer's line.
fn sums(shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let totals = shop.members.totals();
    let count = words.count("members-count", shop.members.known().count());
    let sums = words.count_with(
        "members-sums",
        totals.debtors,
        &[
            ("credits", &words.money(totals.credits)),
            ("debts", &words.money(totals.debts)),
        ],
    );
    canvas.text(at, Role::Quiet, &format!("{count} · {sums}"));
}

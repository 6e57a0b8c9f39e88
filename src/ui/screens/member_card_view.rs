//! How a member's record looks: who it is, what stands on the account, what came and went.

use ratatui::layout::Rect;

use super::{
    super::{
        account_page::{day, reason, signed, what},
        canvas::Canvas,
        foot::Bind,
        keys::Key,
        room,
        rows::Cell,
        shop::Shop,
        theme::Role,
        words::Words,
    },
    member_card::{Doing, MemberCard, Way},
};
use crate::domain::{
    asking::{AccountRow, Statement},
    member::{Contact, MoveReason, Standing},
    money::Money,
};

/// The columns of what a row is called.
const NAME: u16 = 20;
/// Narrower screens name the letters in the foot line and the help alone.
const TWO_PANELS: u16 = 76;
/// The columns of what can be done.
const ACTS: u16 = 31;

pub(super) fn draw(card: &MemberCard, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let entry = room::indented(room::bottom(&mut area, 1), 1);
    let after = room::indented(room::bottom(&mut area, 1), 1);
    let Some(row) = card.row(shop) else {
        let sentence = words.say("members-unknown");
        canvas.notice(area, Role::Warning, &sentence);
        return;
    };
    match &card.doing {
        Doing::Why => choices(card, &MoveReason::ADJUSTMENT.map(reason), canvas, area),
        Doing::Rest => choices(card, &["member-rest-out", "member-rest-fund"], canvas, area),
        Doing::Reading | Doing::TopUp | Doing::Transfer(_) | Doing::Adjust(..) => {
            let mut area = area;
            if area.width >= TWO_PANELS {
                let acts = room::right(&mut area, ACTS);
                actions(card, shop, canvas, acts);
            }
            panel(row, card.statement.as_deref(), shop, canvas, area);
            canvas.cursor(area.x, area.y);
            after_ticket(row, shop, canvas, after);
        }
    }
    let prompt = match &card.doing {
        Doing::Reading | Doing::Why | Doing::Rest => return,
        Doing::TopUp if row.balance < Money::ZERO => words.say("member-ask-settle"),
        Doing::TopUp => words.say("member-ask-top-up"),
        Doing::Transfer(to) => {
            let other = shop.members.by_id(to).map(|row| shop.member_name(row));
            words.say_with(
                "member-ask-transfer",
                &[("name", &other.unwrap_or_default())],
            )
        }
        Doing::Adjust(_, Way::Onto) => words.say("member-ask-onto"),
        Doing::Adjust(_, Way::Off) => words.say("member-ask-off"),
    };
    canvas.entry(entry, &format!("{prompt} > {}", card.typed));
}

/// What can be done, a letter each.
fn actions(card: &MemberCard, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &words.say("member-acts"));
    let reading = card.doing == Doing::Reading;
    for bind in reading_keys(card, shop) {
        let (key, word) = (words.key(bind.key), words.say(bind.word));
        let role = if reading { Role::Key } else { Role::Quiet };
        let cells = [
            Cell::column(&key, 6).told(role),
            Cell::label(&word).told(if reading { Role::Text } else { Role::Quiet }),
        ];
        canvas.row(room::top(&mut inside, 1), Role::Text, &cells);
    }
}

/// The keys of the record that mean something now.
pub(super) fn keys(card: &MemberCard, shop: &Shop) -> Vec<Bind> {
    match card.doing {
        Doing::Why | Doing::Rest => {
            vec![
                Bind::new(Key::Enter, "member-key-take"),
                Bind::new(Key::Down, "member-key-choose"),
                Bind::new(Key::Escape, "member-key-leave"),
                Bind::new(Key::Char('?'), "member-key-help"),
            ]
        }
        Doing::TopUp | Doing::Transfer(_) => {
            vec![
                Bind::new(Key::Enter, "member-key-keep"),
                Bind::new(Key::Escape, "member-key-leave"),
                Bind::new(Key::F(1), "member-key-help"),
            ]
        }
        Doing::Adjust(_, way) => {
            let word = match way {
                Way::Onto => "member-key-off",
                Way::Off => "member-key-onto",
            };
            vec![
                Bind::new(Key::Enter, "member-key-keep"),
                Bind::new(Key::Tab, word),
                Bind::new(Key::Escape, "member-key-leave"),
                Bind::new(Key::F(1), "member-key-help"),
            ]
        }
        Doing::Reading => reading_keys(card, shop),
    }
}

fn reading_keys(card: &MemberCard, shop: &Shop) -> Vec<Bind> {
    let state = card.row(shop).map(|row| row.member.state);
    let mut keys = Vec::new();
    if state == Some(Standing::Open) {
        keys.push(Bind::new(Key::Enter, "members-key-choose"));
        keys.push(Bind::new(Key::Char('R'), "member-key-top-up"));
        keys.push(Bind::new(Key::Char('S'), "member-key-statement"));
        keys.push(Bind::new(Key::Char('M'), "member-key-edit"));
        keys.push(Bind::new(Key::Char('V'), "member-key-transfer"));
        keys.push(Bind::new(Key::Char('J'), "member-key-adjust"));
        keys.push(Bind::new(Key::Char('X'), "member-key-close"));
        keys.push(Bind::new(Key::Char('N'), "member-key-new"));
        keys.push(Bind::new(Key::Escape, "members-key-back"));
    } else {
        keys.push(Bind::new(Key::Char('S'), "member-key-statement"));
        keys.push(Bind::new(Key::Char('X'), "member-key-open"));
        keys.push(Bind::new(Key::Delete, "member-key-erase"));
        keys.push(Bind::new(Key::Escape, "members-key-back"));
    }
    keys.push(Bind::new(Key::Char('?'), "member-key-help"));
    keys
}

/// The record in its box.
pub(super) fn panel(
    row: &AccountRow,
    statement: Option<&Statement>,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    let mut inside = canvas.boxed(at, &shop.member_name(row));
    for (name, value, role) in account(row, shop, words) {
        fact(canvas, room::top(&mut inside, 1), (&name, &value), role);
    }
    for (name, way) in row.contact.iter().flat_map(ways_to_reach) {
        let at = room::top(&mut inside, 1);
        fact(canvas, at, (&name, &way), Role::Text);
    }
    let Some(statement) = statement.filter(|it| it.account.member.id == row.member.id) else {
        return;
    };
    room::top(&mut inside, 1);
    let title = words.say(if statement.moves.is_empty() {
        "member-no-moves"
    } else {
        "member-last-moves"
    });
    canvas.row(
        room::top(&mut inside, 1),
        Role::Quiet,
        &[Cell::label(&title)],
    );
    for entry in &statement.moves {
        if inside.is_empty() {
            return;
        }
        let day = day(&entry.day, words);
        let what = what(entry, words);
        let cents = signed(entry.cents, words);
        let cells = [
            Cell::column(&day, 10).told(Role::Quiet),
            Cell::label(&what),
            Cell::amount(&cents, 9),
        ];
        canvas.row(room::top(&mut inside, 1), Role::Text, &cells);
    }
}

type Fact = (String, String, Role);

fn account(row: &AccountRow, shop: &Shop, words: &Words) -> Vec<Fact> {
    let number = row.contact.as_ref().map(|it| it.number.to_string());
    let (year, paid) = membership(row, shop, words);
    let (name, role) = if row.balance < Money::ZERO {
        ("member-tab", Role::Warning)
    } else {
        ("member-balance", Role::Text)
    };
    let mut facts = vec![
        (
            words.say("member-number"),
            number.unwrap_or_default(),
            Role::Text,
        ),
        (words.say("member-year"), year, paid),
        (words.say(name), words.money(row.balance), role),
        (
            words.say("member-limit"),
            words.money(row.member.limit),
            Role::Text,
        ),
    ];
    if row.member.state != Standing::Open {
        let closed = words.say("members-closed");
        facts.insert(0, (words.say("member-state"), closed, Role::Warning));
    }
    facts
}

fn membership(row: &AccountRow, shop: &Shop, words: &Words) -> (String, Role) {
    let this_year = u16::try_from(shop.now.local().year()).unwrap_or_default();
    match row.member.year {
        Some(year) if year >= this_year => {
            let year = year.to_string();
            (
                words.say_with("member-year-paid", &[("year", &year)]),
                Role::Text,
            )
        }
        Some(year) => {
            let year = year.to_string();
            (
                words.say_with("member-year-due", &[("year", &year)]),
                Role::Warning,
            )
        }
        None => (words.say("member-year-never"), Role::Quiet),
    }
}

/// Each person's telephone and e-mail, a line each; the name once.
fn ways_to_reach(contact: &Contact) -> Vec<(String, String)> {
    let mut lines = Vec::new();
    for person in &contact.people {
        let mut name = person.name.to_string();
        for way in [&person.phone, &person.email].into_iter().flatten() {
            lines.push((std::mem::take(&mut name), way.to_string()));
        }
    }
    lines
}

fn fact(canvas: &mut Canvas<'_, '_>, at: Rect, (name, value): (&str, &str), role: Role) {
    let cells = [
        Cell::column(name, NAME).told(Role::Quiet),
        Cell::label(value).told(role),
    ];
    canvas.row(at, Role::Text, &cells);
}

/// What stands on the account after the open ticket, as a sum.
pub(super) fn after_ticket(row: &AccountRow, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let somebody_else = shop
        .basket()
        .member()
        .is_some_and(|it| *it != row.member.id);
    if shop.basket().is_empty() || row.member.state != Standing::Open || somebody_else {
        return;
    }
    let words = canvas.words();
    let (to_pay, after) = shop.after_ticket(row);
    let brought = after + to_pay;
    let mut before = words.amount(row.balance);
    let moved = brought - row.balance;
    if moved != Money::ZERO {
        let sign = if moved > Money::ZERO { '+' } else { '-' };
        before = format!("{before} {sign} {}", words.amount(moved.abs()));
    }
    let blanks = [
        ("before", before),
        ("ticket", words.amount(to_pay)),
        ("after", words.money(after)),
    ];
    let blanks: Vec<(&str, &str)> = blanks
        .iter()
        .map(|(blank, text)| (*blank, text.as_str()))
        .collect();
    let mut sentence = words.say_with("member-after", &blanks);
    let beyond = to_pay - row.member.may_spend(brought);
    let mut role = Role::Text;
    if beyond > Money::ZERO && to_pay > Money::ZERO {
        let beyond = words.money(beyond);
        sentence = format!(
            "{sentence} · {}",
            words.say_with("member-beyond", &[("beyond", &beyond)])
        );
        role = Role::Warning;
    }
    canvas.text(at, role, &sentence);
}

fn choices(card: &MemberCard, offered: &[&'static str], canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let title = words.say(match card.doing {
        Doing::Rest => "member-ask-rest",
        _ => "member-ask-why",
    });
    let mut inside = canvas.boxed(at, &title);
    for (place, word) in offered.iter().enumerate() {
        let at = room::top(&mut inside, 1);
        let role = if place == card.choice {
            canvas.cursor(at.x, at.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let digit = (place + 1).to_string();
        let word = words.say(word);
        let cells = [Cell::amount(&digit, 2).told(Role::Key), Cell::label(&word)];
        canvas.row(at, role, &cells);
    }
}

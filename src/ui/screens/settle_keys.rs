//! The keys with which a producer is settled with.

use super::{
    super::{
        entry::number,
        event::Effect,
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Turn},
        settling,
        shop::{Cable, Shop},
    },
    question::Question,
    sell::is_number_sign,
    settle::{Asking, Draft, Settle, Shown, Way},
};
use crate::domain::{
    label::Label,
    money::Money,
    receipt::Copy,
    settings::{Tender, TenderKind},
    settlement::{SettleRefusal, Settlement},
};

/// More characters than this are no sum and no number.
const TYPED_MAX: usize = 24;

pub(super) fn keys(settle: &Settle, shop: &Shop) -> Vec<Bind> {
    let mut keys = match settle.asking {
        Asking::How => {
            let mut keys = vec![
                Bind::new(Key::Enter, "settle-in-cash"),
                Bind::new(Key::Char('R'), "settle-in-euros"),
                Bind::new(Key::Char('C'), "settle-carry"),
                Bind::new(Key::Char('N'), "settle-up-to"),
                Bind::new(Key::Tab, "settle-day"),
            ];
            if !settle.done.is_empty() && shop.cable == Cable::Printer {
                keys.push(Bind::new(Key::Char('I'), "settle-print"));
            }
            keys
        }
        Asking::UpTo | Asking::Paper(_) => vec![Bind::new(Key::Enter, "settle-go-on")],
    };
    keys.push(Bind::new(Key::Escape, "settle-back"));
    keys.push(Bind::new(Key::Char('?'), "settle-help-key"));
    keys
}

pub(super) fn key(settle: &mut Settle, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
    match (&settle.asking, stroke.key) {
        (Asking::How, Key::Escape) if settle.typed.is_empty() => back(settle, shop),
        (_, Key::Escape) => ask(settle, Asking::How),
        (_, Key::Back) => match settle.typed.pop() {
            Some(_) => Turn::stay(),
            None => ask(settle, Asking::How),
        },
        (Asking::How, Key::Enter) => cash(settle, shop),
        (Asking::How, Key::Tab) => {
            settle.shown = match settle.shown {
                Shown::Since => Shown::Day,
                Shown::Day => Shown::Since,
            };
            Turn::stay()
        }
        // `!` prints, here as on every list; it is no digit of a sum.
        (Asking::How, Key::Char(c)) if c != '!' && is_number_sign(c, shop) => push(settle, c),
        (Asking::How, Key::Char(_)) if pace == Pace::Hasty => Turn::bell(),
        (Asking::How, Key::Char(c)) => settle.pressed.hold(c, stroke),
        (Asking::UpTo, Key::Enter) => up_to(settle, shop),
        (Asking::UpTo, Key::Char(c)) if number(&c.to_string(), shop.digits).is_err() => {
            Turn::bell()
        }
        (Asking::Paper(way), Key::Enter) => {
            let way = way.clone();
            let Some(paper) = Label::new(&settle.typed) else {
                shop.say(Notice::warning("settle-ask-paper-why"));
                return Turn::bell();
            };
            confirm(settle, &way, Some(paper), shop)
        }
        (Asking::UpTo | Asking::Paper(_), Key::Char(c)) => push(settle, c),
        _ => Turn::bell(),
    }
}

fn ask(settle: &mut Settle, asking: Asking) -> Turn {
    settle.asking = asking;
    settle.typed.clear();
    Turn::stay()
}

/// First back to all tickets there are, then to the list.
fn back(settle: &mut Settle, shop: &Shop) -> Turn {
    if settle.up_to.take().is_none() {
        return Turn::go(Go::Back);
    }
    settle.draft = Draft::Asked;
    Turn::with(vec![Effect::Ask(settle.settling(shop))])
}

fn push(settle: &mut Settle, c: char) -> Turn {
    if settle.typed.chars().count() >= TYPED_MAX {
        return Turn::bell();
    }
    settle.typed.push(c);
    Turn::stay()
}

/// Does what a letter asks for, once it is known to be no scan's.
pub(super) fn letter(settle: &mut Settle, letter: char, shop: &mut Shop) -> Turn {
    match letter.to_ascii_uppercase() {
        'R' => match tender(shop, |it| it.kind == TenderKind::Cash) {
            Some(cash) => go(settle, Way::GiveEuros(Box::new(cash)), shop),
            None => Turn::bell(),
        },
        'C' => go(settle, Way::Carry, shop),
        'N' => ask(settle, Asking::UpTo),
        'I' | '!' => print(settle, shop),
        letter => match tender(shop, |it| it.letter == Some(letter)) {
            Some(tender) => give(settle, tender, shop),
            None => Turn::bell(),
        },
    }
}

fn tender(shop: &Shop, wanted: impl Fn(&Tender) -> bool) -> Option<Tender> {
    shop.settings.tenders.iter().find(|it| wanted(it)).cloned()
}

fn cash(settle: &mut Settle, shop: &mut Shop) -> Turn {
    match tender(shop, |it| it.kind == TenderKind::Cash) {
        Some(cash) => give(settle, cash, shop),
        None => Turn::bell(),
    }
}

/// All she is owed, or the sum that was typed.
fn give(settle: &mut Settle, tender: Tender, shop: &mut Shop) -> Turn {
    if settle.typed.is_empty() {
        return go(settle, Way::Give(Box::new(tender), None), shop);
    }
    let sum = number(&settle.typed, shop.digits)
        .and_then(super::super::entry::Number::cents)
        .map_err(|it| Notice::warning(it.word()))
        .and_then(|cents| {
            Money::from_cents(cents).ok_or_else(|| Notice::warning("entry-too-large"))
        });
    match sum {
        Ok(sum) => go(settle, Way::Give(Box::new(tender), Some(sum)), shop),
        Err(notice) => {
            shop.say(notice);
            Turn::bell()
        }
    }
}

/// Checks that it can be so, and asks for the notebook's number where no slip is printed.
fn go(settle: &mut Settle, way: Way, shop: &mut Shop) -> Turn {
    if let Err(notice) = settlement(settle, &way, shop) {
        shop.say(notice);
        return Turn::bell();
    }
    match shop.cable {
        Cable::Printer => confirm(settle, &way, None, shop),
        Cable::Nothing => ask(settle, Asking::Paper(way)),
    }
}

/// The settlement as it will be written down, or why it cannot be.
fn settlement(settle: &Settle, way: &Way, shop: &Shop) -> Result<Settlement, Notice> {
    if let Some(notice) = settling::refusal(shop) {
        return Err(notice);
    }
    let Some(draft) = settle.here() else {
        return Err(Notice::warning("settle-not-known-yet"));
    };
    let mut settlement = draft.clone();
    let limit = shop.settings.rules.cash_limit;
    let answer = match way {
        Way::Give(tender, sum) => {
            let sum = sum.unwrap_or(settlement.due);
            settlement.give(sum, tender, limit)
        }
        Way::GiveEuros(cash) => {
            let euros = settlement.due.whole_euros();
            settlement.give(euros, cash, limit)
        }
        Way::Carry => settlement.check(),
    };
    answer.map_err(|it| settling::refused(it, draft, shop))?;
    if settlement.paid == Money::ZERO && draft.is_idle() {
        return Err(settling::refused(SettleRefusal::NothingDue, draft, shop));
    }
    Ok(settlement)
}

/// Asks before anything is written: what is given, what stays, and what is nobody's yet.
fn confirm(settle: &mut Settle, way: &Way, paper: Option<Label>, shop: &mut Shop) -> Turn {
    let mut settlement = match settlement(settle, way, shop) {
        Ok(settlement) => settlement,
        Err(notice) => {
            shop.say(notice);
            return Turn::bell();
        }
    };
    settlement.paper = paper;
    let words = &shop.look.words;
    let name = settlement.producer.name.as_str();
    let mut about = Vec::new();
    if let Some(payment) = settlement.payments.first() {
        let means = words.tender(&payment.tender, payment.name.as_ref());
        about.push(
            Notice::warning("settle-sure-give")
                .with("name", name)
                .with("sum", words.money(settlement.paid))
                .with("means", means),
        );
    }
    if settlement.carried != Money::ZERO || settlement.payments.is_empty() {
        about.push(
            Notice::warning("settle-sure-carry")
                .with("name", name)
                .with("sum", words.money(settlement.carried)),
        );
    }
    if !settle.nobody.is_empty() {
        let sum: Money = settle.nobody.iter().map(|it| it.line.paid).sum();
        let sum = words.money(sum);
        about.push(Notice::warning("settle-sure-nobody").with("sum", sum));
    }
    let question = Question::of(about, Notice::warning("settle-sure"), move |shop| {
        let effects = settling::settle(settlement, shop).effects;
        Turn {
            effects,
            go: Go::Back,
        }
    });
    ask(settle, Asking::How);
    Turn::go(Go::To(Place::Question(question)))
}

/// The ticket of the typed number, named as the last one that counts is.
fn up_to(settle: &mut Settle, shop: &mut Shop) -> Turn {
    let typed = number(&settle.typed, shop.digits)
        .ok()
        .and_then(super::super::entry::Number::whole);
    let known = settle.here().and_then(|it| it.tickets.as_ref());
    let (Some(typed), Some((_, last))) = (typed, known) else {
        shop.say(Notice::warning("settle-ask-number"));
        return Turn::bell();
    };
    let till = last.rsplit_once('-').map_or("", |(till, _)| till);
    settle.up_to = Some(format!("{till}-{typed}"));
    settle.draft = Draft::Asked;
    ask(settle, Asking::How);
    Turn::with(vec![Effect::Ask(settle.settling(shop))])
}

/// Prints the slip of her last settlement of the day once more.
fn print(settle: &Settle, shop: &mut Shop) -> Turn {
    let Some(row) = settle.done.first() else {
        shop.say(Notice::warning("settle-none-today"));
        return Turn::bell();
    };
    if shop.cable == Cable::Nothing {
        shop.say(Notice::warning("printer-not-set"));
        return Turn::bell();
    }
    let name = row.settlement.name.as_str();
    shop.say(Notice::done("settle-print-sent").with("settlement", name));
    let page = settling::print(row, Copy::Duplicate(1), shop);
    Turn::with(vec![page])
}

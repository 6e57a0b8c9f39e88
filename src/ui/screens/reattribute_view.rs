//! How a reattribution looks: what is moved, where to, and whose cents and VAT it changes.

use jiff::civil::Date;
use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    reattribute::{Field, Reattribute, Source},
};
use crate::domain::{
    correct::{Attributed, Moved, moved},
    ids::Id,
    money::{Money, VatRate},
    ticket::Owner,
};

/// The columns of a field's name.
const NAME: u16 = 14;

pub(super) fn draw(screen: &Reattribute, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let mut area = area;
    let fields = screen.fields();
    let rows = u16::try_from(fields.len()).unwrap_or(u16::MAX);
    let above = room::top(&mut area, rows.saturating_add(2));
    let heading = canvas.words().say("reattribute-what");
    let mut inside = canvas.boxed(above, &heading);
    for field in fields {
        let place = room::top(&mut inside, 1);
        let is_here = *field == screen.field;
        let role = if is_here {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let words = canvas.words();
        let (name, value) = (words.say(word(*field)), value(screen, *field, shop, words));
        let cells = [Cell::column(&name, NAME), Cell::label(&value)];
        canvas.row(place, role, &cells);
    }
    preview(screen, shop, canvas, area);
}

const fn word(field: Field) -> &'static str {
    match field {
        Field::Article => "reattribute-article",
        Field::From => "reattribute-from",
        Field::Until => "reattribute-until",
        Field::Amounts => "reattribute-amounts",
        Field::Producer => "reattribute-producer",
        Field::Rate => "reattribute-rate",
    }
}

fn value(screen: &Reattribute, field: Field, shop: &Shop, words: &Words) -> String {
    let day = |at: usize| match &screen.source {
        Source::Article { days, .. } => days.get(at).map(|it| words.date_short(*it)),
        Source::Chosen | Source::Shared { .. } => None,
    };
    match field {
        Field::Article => article(screen, shop, words),
        Field::From => day(0).unwrap_or_default(),
        Field::Until => day(1).unwrap_or_default(),
        Field::Amounts => amounts(screen, shop, words),
        Field::Producer => screen
            .producer
            .and_then(|at| shop.catalogue.producers().get(at))
            .map_or_else(|| words.say("reattribute-as-is"), |it| it.name.to_string()),
        Field::Rate => screen
            .rate
            .map_or_else(|| words.say("reattribute-as-is"), |it| words.rate(it)),
    }
}

fn article(screen: &Reattribute, shop: &Shop, words: &Words) -> String {
    let Source::Article { typed, product, .. } = &screen.source else {
        return String::new();
    };
    let known = product.as_ref().and_then(|id| shop.catalogue.product(id));
    match known {
        Some(product) => format!("{typed} > {}", product.label),
        None if typed.is_empty() => words.say("reattribute-type"),
        None => typed.clone(),
    }
}

/// Which amounts are meant, how many and how much.
fn amounts(screen: &Reattribute, shop: &Shop, words: &Words) -> String {
    let Source::Shared { group, .. } = &screen.source else {
        return String::new();
    };
    let lines = screen.lines.as_deref().unwrap_or_default();
    let total: Money = lines.iter().map(|it| it.line.paid).sum();
    let total = words.money(total);
    let groups = screen.groups(shop);
    let name = match group.and_then(|at| groups.get(at)) {
        Some((label, day, _)) => {
            let day = day.parse::<Date>();
            let day = day.map_or_else(|_| String::new(), |it| words.date_short(it));
            format!("{label}, {day}")
        }
        None => words.say("reattribute-all"),
    };
    let count = words.count("reattribute-lines", lines.len());
    format!("{name} · {count} · {total}")
}

fn preview(screen: &Reattribute, shop: &Shop, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let attributed = match screen.attributed(shop) {
        Ok(attributed) => attributed,
        Err(notice) => {
            let sentence = notice.text(words);
            let inside = canvas.boxed(at, "");
            canvas.wrapped(room::indented(inside, 1), Role::Quiet, &sentence);
            return;
        }
    };
    let sums = summed(&attributed);
    let count = attributed.iter().map(|it| it.lines).sum();
    let title = words.count("reattribute-lines", count);
    let paid = words.money(sums.paid);
    let (before, after) = (
        words.say("reattribute-before"),
        words.say("reattribute-after"),
    );
    let stays = words.say_with("reattribute-stays", &[("paid", &paid)]);
    let mut rows: Vec<(Role, String, String, String)> =
        vec![(Role::Quiet, String::new(), before, after)];
    for ((owner, id), before, after) in &sums.owners {
        let name = owner_name(*owner, id.as_ref(), shop, words);
        rows.push((
            Role::Text,
            name,
            words.amount(*before),
            words.amount(*after),
        ));
    }
    for (rate, before, after) in &sums.vat {
        let name = vat_name(*rate, words);
        rows.push((
            Role::Text,
            name,
            words.amount(*before),
            words.amount(*after),
        ));
    }
    let mut inside = canvas.boxed(at, &title);
    let last = room::bottom(&mut inside, 1);
    for (role, name, before, after) in &rows {
        let place = room::top(&mut inside, 1);
        let cells = [
            Cell::label(name).told(*role),
            Cell::amount(before, 12).told(*role),
            Cell::amount(after, 12).told(*role),
        ];
        canvas.row(place, Role::Text, &cells);
    }
    canvas.text(room::indented(last, 1), Role::Quiet, &stays);
}

fn summed(attributed: &[Attributed]) -> Moved {
    let mut whole: Option<Moved> = None;
    for one in attributed {
        let sums = moved(&one.ticket);
        match &mut whole {
            None => whole = Some(sums),
            Some(whole) => whole.add(sums),
        }
    }
    whole.unwrap_or_default()
}

fn owner_name(owner: Owner, id: Option<&Id>, shop: &Shop, words: &Words) -> String {
    match owner {
        Owner::Commission => words.say("reattribute-commission"),
        Owner::Pot => words.say("reattribute-pot"),
        Owner::Unattributed => words.say("reattribute-nobodys"),
        Owner::Producer | Owner::Deposit | Owner::Account | Owner::Fund | Owner::CreditNote => {
            let producer = id.and_then(|it| shop.catalogue.producer(it));
            let other = || id.map_or_else(String::new, |it| it.as_str().to_owned());
            producer.map_or_else(other, |it| it.name.to_string())
        }
    }
}

fn vat_name(rate: VatRate, words: &Words) -> String {
    words.say_with("reattribute-vat", &[("rate", &words.rate(rate))])
}

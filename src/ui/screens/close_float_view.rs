//! How the closing's float looks.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        paper::z_rows::{means_name, pieces},
        parting::{self, Parting},
        room,
        rows::Cell,
        shop::Shop,
        theme::Role,
        words::Words,
    },
    close_float::{CloseFloat, Field, draft},
};
use crate::domain::{
    closing::{
        DayState,
        float::{Pile, count_of},
    },
    day::CashWay,
    money::Money,
};

/// The columns of the names.
const NAME: u16 = 24;
/// The columns of an amount.
const AMOUNT: u16 = 12;

pub(super) fn draw(float: &CloseFloat, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let below = room::bottom(&mut area, 1);
    let (Some(day), Some(parting)) = (&float.day, float.parting(shop)) else {
        let inside = canvas.boxed(area, &words.say("seal-float-box"));
        canvas.wrapped(
            room::indented(inside, 1),
            Role::Quiet,
            &words.say("seal-wait"),
        );
        return;
    };
    let leaves = leaves(day, &parting, shop);
    let rows = u16::try_from(leaves.len() + 3).unwrap_or(u16::MAX);
    let half = area.height / 2;
    let envelope = room::bottom(&mut area, rows.min(half));
    match float.field {
        Field::Sum => sums(day, &parting, canvas, area),
        Field::Pieces(at) => table(&parting, at, canvas, area),
    }
    let mut inside = canvas.boxed(envelope, &words.say("seal-envelope-box"));
    for (name, sum) in leaves {
        let cells = [Cell::label(&name), Cell::amount(&sum, AMOUNT)];
        canvas.row(room::top(&mut inside, 1), Role::Text, &cells);
    }
    let who = match parting::taker(&draft(shop), shop) {
        "" => words.say("seal-float-nobody"),
        by => words.say_with("seal-float-by", &[("by", by)]),
    };
    canvas.text(
        room::indented(room::top(&mut inside, 1), 1),
        Role::Quiet,
        &who,
    );
    entry(float, &parting, shop, canvas, room::indented(below, 1));
}

/// What was found, what stays, what goes, what was taken out before and what is to be brought.
fn sums(day: &DayState, parting: &Parting, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(area, &words.say("seal-float-box"));
    let Some(cash) = &parting.cash else {
        let sentence = words.say("seal-float-no-cash");
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &sentence);
        return;
    };
    let found = match cash.counted {
        Some(_) => "seal-float-counted",
        None => "seal-float-not-counted",
    };
    let dropped = dropped(day, parting);
    let proposal = &parting.proposal;
    let mut rows = vec![
        (Role::Text, found, words.amount(cash.held()), String::new()),
        (
            Role::Total,
            "seal-float-leave",
            words.amount(proposal.leave.total()),
            of(&proposal.leave, words),
        ),
        (
            Role::Total,
            "seal-float-take",
            words.amount(proposal.take.total()),
            of(&proposal.take, words),
        ),
    ];
    if dropped != Money::ZERO {
        let dropped = words.amount(dropped);
        rows.push((Role::Text, "seal-float-dropped", dropped, String::new()));
    }
    if !proposal.bring.is_empty() {
        let bring = pieces(&proposal.bring, words);
        rows.push((Role::Text, "seal-float-bring", String::new(), bring));
    }
    for (role, word, amount, told) in rows {
        let mut at = room::indented(room::top(&mut inside, 1), 1);
        let name = room::left(&mut at, NAME);
        canvas.text(name, role, &words.say(word));
        canvas.text_right(room::left(&mut at, AMOUNT), role, &amount);
        room::left(&mut at, 2);
        let mut left = at;
        left.height = inside.height + 1;
        let taken = canvas.wrapped(left, Role::Quiet, &told);
        room::top(&mut inside, taken.saturating_sub(1));
    }
    if proposal.leave.total() != parting.target {
        let target = words.money(parting.target);
        let why = if cash.held() < parting.target {
            "seal-float-short"
        } else {
            "seal-float-target"
        };
        let sentence = words.say_with(why, &[("sum", &target)]);
        room::top(&mut inside, 1);
        canvas.wrapped(room::indented(inside, 1), Role::Quiet, &sentence);
    }
}

/// The kinds that were counted: how many there are, stay and go.
fn table(parting: &Parting, chosen: usize, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(area, &words.say("seal-float-box"));
    let heads = ["seal-float-there", "seal-float-stays", "seal-float-goes"];
    let heads = heads.map(|it| words.say(it));
    let mut cells = vec![Cell::label("")];
    cells.extend(heads.iter().map(|it| Cell::amount(it, AMOUNT)));
    canvas.row(room::top(&mut inside, 1), Role::Quiet, &cells);
    let kept = &parting.proposal.leave.pieces;
    let count = parting.counted.len();
    let rows = room::window(count, chosen, usize::from(inside.height));
    for (at, it) in parting.counted.iter().enumerate() {
        if !rows.contains(&at) {
            continue;
        }
        let stays = count_of(kept, it.worth);
        let name = words.money_short(it.worth);
        let figures = [it.count, stays, it.count.saturating_sub(stays)];
        let figures = figures.map(|it| words.number(i64::from(it)));
        let mut cells = vec![Cell::label(&name)];
        cells.extend(figures.iter().map(|it| Cell::amount(it, AMOUNT)));
        let place = room::top(&mut inside, 1);
        let role = if at == chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        canvas.row(place, role, &cells);
    }
}

/// The pieces of a pile, and what is in it besides.
fn of(pile: &Pile, words: &Words) -> String {
    let known = pieces(&pile.pieces, words);
    match (known.as_str(), pile.other) {
        ("", _) | (_, Money::ZERO) => known,
        (_, other) => {
            let other = words.money(other);
            words.say_with("seal-float-other", &[("pieces", &known), ("sum", &other)])
        }
    }
}

/// What was taken out of this drawer to a safe place during the market.
fn dropped(day: &DayState, parting: &Parting) -> Money {
    let cash = parting.cash.as_ref().map(|it| &it.tender);
    let rows = day.figures.cash.iter();
    let drops = rows.filter(|it| it.way == CashWay::Drop && Some(&it.tender) == cash);
    drops.map(|it| it.cents).sum()
}

/// What the envelope holds, by name.
fn leaves(day: &DayState, parting: &Parting, shop: &Shop) -> Vec<(String, String)> {
    let words = &shop.look.words;
    let mut rows = Vec::new();
    if let Some(cash) = &parting.cash {
        let name = words.tender(&cash.tender, cash.name.as_ref());
        rows.push((name, words.money(parting.proposal.take.total())));
    }
    let decided = parting::decided(day, &draft(shop), shop);
    let papers = decided.envelope.iter().flat_map(|it| &it.papers);
    let means = day.means();
    rows.extend(papers.map(|it| {
        let row = means.iter().find(|row| row.tender == it.tender);
        let name = row.map_or_else(
            || words.tender(&it.tender, it.name.as_ref()),
            |row| means_name(row, words),
        );
        (name, words.money(it.cents))
    }));
    rows
}

/// The line at the foot: the float that is typed, or the one proposed.
fn entry(
    float: &CloseFloat,
    parting: &Parting,
    shop: &Shop,
    canvas: &mut Canvas<'_, '_>,
    at: Rect,
) {
    let words = canvas.words();
    if let Field::Pieces(_) = float.field {
        let sum = words.money(parting.proposal.leave.total());
        let sentence = words.say_with("seal-float-pieces", &[("sum", &sum)]);
        canvas.text(at, Role::Total, &sentence);
        return;
    }
    let typed = draft(shop).float.leave;
    let prompt = match typed.as_str() {
        "" => words.say("seal-float-prompt"),
        _ => words.say("seal-float-prompt-typed"),
    };
    let mut at = at;
    let taken = canvas.line(at, &[(Role::Quiet, &prompt), (Role::Quiet, " > ")]);
    room::left(&mut at, taken);
    canvas.entry(at, &typed);
}

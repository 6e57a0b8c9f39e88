//! How the difference looks: per means what should be there, what was found, and by how much they
//! differ, in words; then why, and what may have happened.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role, words::Words},
    close_gap::{CloseGap, LETTERS},
    close_gap_causes,
};
use crate::domain::{
    closing::{DayState, DifferenceReason, MeansRow},
    figures::DrawerRow,
    money::Money,
    settings::TenderKind,
};

pub(super) fn draw(gap: &CloseGap, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let Some(day) = &gap.day else {
        canvas.text(
            room::indented(area, 1),
            Role::Quiet,
            &words.say("close-wait"),
        );
        return;
    };
    let rows = gap.means();
    let notes = notes(day, words);
    let high = rows.len() + notes.len() + 4;
    let at = room::top(&mut area, u16::try_from(high).unwrap_or(u16::MAX));
    let mut inside = canvas.boxed(at, &title(day, words));
    canvas.cursor(inside.x, inside.y);
    let heads = [
        "close-gap-head-means",
        "close-gap-head-expected",
        "close-gap-head-counted",
        "close-gap-head-difference",
    ]
    .map(|it| words.say(it));
    let [means, expected, counted, difference] = &heads;
    let head = cells([means, expected, counted, difference, ""]);
    canvas.row(room::top(&mut inside, 1), Role::Quiet, &head);
    for row in &rows {
        one(row, day, canvas, room::top(&mut inside, 1));
    }
    let differences = rows.iter().filter_map(MeansRow::difference);
    let total: Money = differences.sum();
    let (label, sum) = (words.say("close-gap-total"), signed(total, words));
    let how = said(total, words);
    let row = cells([&label, "", "", &sum, &how]);
    canvas.row(room::top(&mut inside, 1), role(total), &row);
    for note in &notes {
        let at = room::indented(room::top(&mut inside, 1), 1);
        canvas.text(at, Role::Quiet, note);
    }
    if let Some(reason) = gap.reason(shop) {
        why(reason, canvas, &mut area);
    }
    guesses(gap, shop, canvas, &mut area);
}

/// When it was counted, and how many times.
fn title(day: &DayState, words: &Words) -> String {
    let Some(count) = &day.count else {
        return words.say("close-gap-not-counted");
    };
    let time = words.time(count.at.local().time());
    let times = usize::try_from(count.times).unwrap_or(usize::MAX);
    words.count_with("close-gap-counted", times, &[("time", &time)])
}

fn cells([means, expected, counted, difference, said]: [&str; 5]) -> [Cell<'_>; 5] {
    [
        Cell::label(means),
        Cell::amount(expected, 11),
        Cell::amount(counted, 11),
        Cell::amount(difference, 11),
        Cell::column(said, 10),
    ]
}

fn one(row: &MeansRow, day: &DayState, canvas: &mut Canvas<'_, '_>, at: Rect) {
    let words = canvas.words();
    let name = name(row, day, words);
    let expected = words.amount(row.expected);
    let Some((counted, difference)) = row.counted.zip(row.difference()) else {
        let not = words.say("close-gap-row-not-counted");
        canvas.row(at, Role::Quiet, &cells([&name, &expected, "-", "-", &not]));
        return;
    };
    let (counted, sum) = (words.amount(counted), signed(difference, words));
    let how = said(difference, words);
    let row = cells([&name, &expected, &counted, &sum, &how]);
    canvas.row(at, role(difference), &row);
}

/// The means, and how many cheques were counted where that is another number than were taken.
fn name(row: &MeansRow, day: &DayState, words: &Words) -> String {
    let name = words.tender(&row.tender, row.name.as_ref());
    let Some(counted) = row.number else {
        return name;
    };
    let taken = day.figures.tenders.iter();
    let taken: i64 = taken
        .filter(|it| it.tender == row.tender)
        .map(|it| it.number)
        .sum();
    if row.kind == TenderKind::Cheque && i64::from(counted) != taken {
        let (counted, taken) = (counted.to_string(), taken.to_string());
        let blanks = [
            ("name", name.as_str()),
            ("counted", &counted),
            ("taken", &taken),
        ];
        return words.say_with("close-gap-number", &blanks);
    }
    format!("{name} ({counted})")
}

const fn role(difference: Money) -> Role {
    match difference.cents() {
        0 => Role::Text,
        _ => Role::Warning,
    }
}

fn signed(difference: Money, words: &Words) -> String {
    let plus = if difference > Money::ZERO { "+" } else { "" };
    format!("{plus}{}", words.amount(difference))
}

fn said(difference: Money, words: &Words) -> String {
    words.say(match difference.cents() {
        0 => "close-gap-right",
        i64::MIN..0 => "close-gap-missing",
        1.. => "close-gap-over",
    })
}

/// What the figures above start from and what they took in since the count.
fn notes(day: &DayState, words: &Words) -> Vec<String> {
    let mut notes = Vec::new();
    let cash = |it: &&DrawerRow| it.kind == TenderKind::Cash && it.float.is_none();
    if let Some(drawer) = day.figures.drawers.iter().find(cash) {
        let start = words.money(drawer.start);
        notes.push(match &day.before {
            Some(before) => {
                let blanks = [("start", start.as_str()), ("closing", &before.earlier.name)];
                words.say_with("close-gap-float-left", &blanks)
            }
            None => words.say("close-gap-float-none"),
        });
    }
    let since = day.count.iter().flat_map(|it| &it.since);
    for (tender, cents) in since.filter(|it| it.1 != Money::ZERO) {
        let row = day.figures.drawer(tender);
        let means = words.tender(tender, row.and_then(|it| it.name.as_ref()));
        let sum = signed(*cents, words);
        notes.push(words.say_with("close-gap-since", &[("means", &means), ("sum", &sum)]));
    }
    notes
}

/// The reasons with their digits; the one that will be written stands in brackets.
fn why(reason: DifferenceReason, canvas: &mut Canvas<'_, '_>, area: &mut Rect) {
    let words = canvas.words();
    let reasons: Vec<String> = (1..)
        .zip(DifferenceReason::ALL)
        .map(|(digit, it)| {
            let name = words.say(reason_word(it)).replace(' ', "\u{a0}");
            if it == reason {
                format!("[{digit}\u{a0}{name}]")
            } else {
                format!("{digit}\u{a0}{name}")
            }
        })
        .collect();
    let sentence = words.say_with("close-gap-reasons", &[("reasons", &reasons.join("  "))]);
    let rows = canvas.wrapped(room::indented(*area, 1), Role::Text, &sentence);
    room::top(area, rows);
}

/// The word for why something differs.
pub(in crate::ui) const fn reason_word(reason: DifferenceReason) -> &'static str {
    match reason {
        DifferenceReason::Unknown => "close-reason-unknown",
        DifferenceReason::Change => "close-reason-change",
        DifferenceReason::Means => "close-reason-means",
        DifferenceReason::NotNoted => "close-reason-not-noted",
        DifferenceReason::Sale => "close-reason-sale",
        DifferenceReason::Float => "close-reason-float",
        DifferenceReason::Counterfeit => "close-reason-counterfeit",
        DifferenceReason::Theft => "close-reason-theft",
    }
}

/// What may have happened, each with the letter that looks into it.
fn guesses(gap: &CloseGap, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: &mut Rect) {
    let words = canvas.words();
    let causes = gap.causes();
    if causes.is_empty() || area.height < 2 {
        return;
    }
    let title = room::indented(room::top(area, 1), 1);
    canvas.text(title, Role::Quiet, &words.say("close-gap-maybe"));
    for (letter, cause) in LETTERS.into_iter().zip(&causes) {
        let mut at = room::indented(*area, 1);
        let key = room::left(&mut at, 2);
        canvas.text(key, Role::Key, &letter.to_string());
        let rows = canvas.wrapped(at, Role::Text, &close_gap_causes::guess(cause, shop, words));
        room::top(area, rows);
    }
}

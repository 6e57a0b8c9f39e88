//! How the count looks: notes and coins at the left, what they come to and the other means at the
//! right, and nothing of what should be there.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        closing::{
            CountWay, Typed,
            form::{Field, Form},
        },
        room,
        rows::Cell,
        shop::Shop,
        text,
        theme::Role,
        words::Words,
    },
    close_count::CloseCount,
};
use crate::domain::{
    day::{EURO_CENTS, Pieces},
    money::Money,
    settings::Tender,
};

/// The rows of the box of notes and coins: twelve of them, their two headings, the rest, the lines.
const ROWS: u16 = 17;
/// The rows of the big figure.
const BIG: u16 = 5;
/// The columns of a field for a number, with its brackets.
const NUMBER: u16 = 8;
/// The columns of a field for an amount, with its brackets.
const AMOUNT: u16 = 12;
/// The columns of the box of notes and coins, where the big figure beside it has the room it needs.
const LEFT: u16 = 36;
/// The columns of what one row of notes or coins comes to.
const SUM: u16 = 8;

pub(super) fn draw(count: &CloseCount, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let Some(form) = &count.form else {
        canvas.text(
            room::indented(area, 1),
            Role::Quiet,
            &words.say("close-wait"),
        );
        return;
    };
    let typed = CloseCount::typed(shop);
    let (fields, at) = count.fields(&typed);
    let here = fields.get(at).copied();
    let mut boxes = room::top(&mut area, ROWS);
    let half = boxes.width / 2;
    let left = room::left(&mut boxes, half.min(LEFT));
    let view = View { form, typed, here };
    view.cash(canvas, left);
    view.others(canvas, boxes);
    room::top(&mut area, 1);
    let hint = match here {
        Some(Field::Pieces(_)) => "close-count-hint",
        Some(Field::Other) => "close-count-hint-other",
        Some(Field::Total) => "close-count-hint-total",
        Some(Field::Number(_)) => "close-count-hint-number",
        Some(Field::Sum(_)) => "close-count-hint-sum",
        None => "close-count-nothing",
    };
    canvas.wrapped(room::indented(area, 1), Role::Quiet, &words.say(hint));
}

struct View<'a> {
    form: &'a Form,
    typed: Typed,
    here: Option<Field>,
}

impl View<'_> {
    fn role(&self, of: &[Field]) -> Role {
        if self.here.is_some_and(|it| of.contains(&it)) {
            Role::Chosen
        } else {
            Role::Text
        }
    }

    /// What is typed in a field, in its brackets; the one the keys go to has the mark.
    fn field(&self, field: Field) -> String {
        let mark = if self.here == Some(field) { "_" } else { " " };
        let room = usize::from(width(field)).saturating_sub(3);
        let typed = text::tail(self.form.text(field, &self.typed), room);
        let pad = room.saturating_sub(text::width(&typed));
        format!("[{}{typed}{mark}]", " ".repeat(pad))
    }

    fn cash(&self, canvas: &mut Canvas<'_, '_>, at: Rect) {
        let words = canvas.words();
        let title = self.form.cash.as_ref().map_or_else(
            || words.say("close-count-no-cash"),
            |it| words.tender(&it.id, it.name.as_ref()),
        );
        let mut inside = canvas.boxed(at, &title);
        if self.form.cash.is_none() {
            return;
        }
        if self.typed.way == CountWay::Total {
            room::top(&mut inside, 1);
            let label = words.say("close-count-one-total");
            self.row(canvas, &mut inside, &label, (Field::Total, None));
            return;
        }
        heading(canvas, &mut inside, "close-count-notes");
        for (place, cents) in EURO_CENTS.into_iter().enumerate() {
            if cents == 200 {
                heading(canvas, &mut inside, "close-count-coins");
            }
            let worth = Money::from_cents(cents).unwrap_or(Money::ZERO);
            let label = if cents < 500 && cents % 100 != 0 {
                words.money(worth)
            } else {
                words.money_short(worth)
            };
            let field = Field::Pieces(place);
            let number = self.form.text(field, &self.typed).trim().parse().ok();
            let sum = number.and_then(|count| Pieces { worth, count }.total());
            let sum = words.amount(sum.unwrap_or(Money::ZERO));
            self.row(canvas, &mut inside, &label, (field, Some(&sum)));
        }
        let label = words.say("close-count-other");
        self.row(canvas, &mut inside, &label, (Field::Other, None));
    }

    fn row(
        &self,
        canvas: &mut Canvas<'_, '_>,
        inside: &mut Rect,
        label: &str,
        (field, sum): (Field, Option<&str>),
    ) {
        let at = room::top(inside, 1);
        let shown = self.field(field);
        let mut cells = vec![Cell::label(label), Cell::amount(&shown, width(field))];
        cells.extend(sum.map(|sum| Cell::amount(sum, SUM)));
        let role = self.role(&[field]);
        if role == Role::Chosen {
            canvas.cursor(at.x, at.y);
        }
        canvas.row(at, role, &cells);
    }

    /// What the cash comes to so far, and the means that are no cash.
    fn others(&self, canvas: &mut Canvas<'_, '_>, at: Rect) {
        let words = canvas.words();
        let mut inside = canvas.boxed(at, &words.say("close-count-so-far"));
        let blind = room::bottom(&mut inside, 2);
        let sum = words.amount(self.form.so_far(&self.typed));
        let big = room::top(&mut inside, BIG);
        canvas.big(room::indented(big, 1), Role::Total, &sum);
        room::top(&mut inside, 1);
        if !self.form.means.is_empty() {
            heading(canvas, &mut inside, "close-count-others");
        }
        let mine = |it: usize| [Field::Number(it), Field::Sum(it)];
        let means = || self.form.means.iter().enumerate();
        let chosen = means()
            .find(|(it, _)| self.role(&mine(*it)) == Role::Chosen)
            .map_or(0, |(it, _)| it);
        let shown = room::window(self.form.means.len(), chosen, usize::from(inside.height));
        for (place, tender) in means().filter(|(it, _)| shown.contains(it)) {
            let row = room::top(&mut inside, 1);
            self.means(canvas, row, (place, tender));
        }
        let sentence = words.say("close-count-blind");
        canvas.wrapped(room::indented(blind, 1), Role::Quiet, &sentence);
    }

    fn means(&self, canvas: &mut Canvas<'_, '_>, at: Rect, (place, tender): (usize, &Tender)) {
        let words = canvas.words();
        let fields = self.form.fields(self.typed.way);
        let name = name(tender, words);
        let (number, sum) = (Field::Number(place), Field::Sum(place));
        let shown = |field| {
            if fields.contains(&field) {
                self.field(field)
            } else {
                String::new()
            }
        };
        let worth = tender.unit.filter(|_| !fields.contains(&sum));
        let worth = worth.map(|it| format!("× {}", words.amount(it)));
        let (number_text, sum_text) = (shown(number), worth.unwrap_or_else(|| shown(sum)));
        let mut cells = vec![Cell::label(&name)];
        // An empty column would cut the name in a narrow window.
        if !number_text.is_empty() {
            cells.push(Cell::amount(&number_text, NUMBER));
        }
        cells.push(Cell::amount(&sum_text, AMOUNT));
        let role = self.role(&[number, sum]);
        if role == Role::Chosen {
            canvas.cursor(at.x, at.y);
        }
        canvas.row(at, role, &cells);
    }
}

/// The columns of a field.
const fn width(field: Field) -> u16 {
    match field {
        Field::Pieces(_) | Field::Number(_) => NUMBER,
        Field::Other | Field::Total | Field::Sum(_) => AMOUNT,
    }
}

fn name(tender: &Tender, words: &Words) -> String {
    words.tender(&tender.id, tender.name.as_ref())
}

fn heading(canvas: &mut Canvas<'_, '_>, inside: &mut Rect, word: &str) {
    let at = room::top(inside, 1);
    let text = canvas.words().say(word);
    canvas.text(room::indented(at, 1), Role::Quiet, &text);
}

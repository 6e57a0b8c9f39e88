//! How a member's card looks while it is filled in.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role},
    member_form::{Field, MemberForm},
};
use crate::domain::label::Label;

/// The columns of a field's name.
const NAME: u16 = 22;

pub(super) fn draw(form: &MemberForm, _shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut area = area;
    let entry = room::indented(room::bottom(&mut area, 1), 1);
    let title = match form.before.as_ref().and_then(|row| row.contact.as_ref()) {
        Some(contact) => contact.name(),
        None => words.say("member-form-new"),
    };
    let mut inside = canvas.boxed(area, &title);
    let hint = room::bottom(&mut inside, 3);
    for field in Field::ALL {
        if matches!(field, Field::OtherName | Field::Number) {
            room::top(&mut inside, 1);
        }
        let role = if field == form.at {
            Role::Chosen
        } else {
            Role::Text
        };
        let name = words.say(word(field));
        let value = value(form, field);
        let cells = [
            Cell::column(&name, NAME).told(Role::Quiet),
            Cell::label(&value),
        ];
        canvas.row(room::top(&mut inside, 1), role, &cells);
    }
    let sentence = words.say("member-form-hint");
    canvas.wrapped(room::indented(hint, 1), Role::Quiet, &sentence);
    let name = words.say(word(form.at));
    canvas.entry(entry, &format!("{name} > {}", value(form, form.at)));
}

fn value(form: &MemberForm, field: Field) -> String {
    if field != Field::Cards {
        return form.value(field).to_owned();
    }
    let cards: Vec<&str> = form.cards.iter().map(Label::as_str).collect();
    cards.join(", ")
}

const fn word(field: Field) -> &'static str {
    match field {
        Field::Name => "member-form-name",
        Field::Phone | Field::OtherPhone => "member-form-phone",
        Field::Email | Field::OtherEmail => "member-form-email",
        Field::OtherName => "member-form-other-name",
        Field::Number => "member-form-number",
        Field::Cards => "member-form-cards",
        Field::Limit => "member-form-limit-name",
        Field::Year => "member-form-year-name",
    }
}

//! How the change of a past payment looks.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, shop::Shop, theme::Role},
    ticket_means::TicketMeans,
    ticket_view::title,
};

pub(super) fn draw(means: &TicketMeans, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let title = title(&means.past, shop, words);
    let mut area = area;
    let rows = u16::try_from(means.past.paid_by.len()).unwrap_or(u16::MAX);
    let rows = rows.saturating_add(2).min(area.height / 2);
    let mut above = canvas.boxed(room::top(&mut area, rows), &title);
    for (at, payment) in means.payments() {
        let place = room::top(&mut above, 1);
        let role = if at == means.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let name = shop.tender_name(&payment.tender, payment.name.as_ref());
        let sum = canvas.words().amount(payment.cents);
        canvas.row(place, role, &[Cell::label(&name), Cell::amount(&sum, 9)]);
    }
    let heading = canvas.words().say("ticket-means-becomes");
    let mut inside = canvas.boxed(area, &heading);
    for (at, tender) in shop.settings.tenders.iter().enumerate() {
        let place = room::top(&mut inside, 1);
        if place.is_empty() {
            break;
        }
        let role = if means.to == Some(at) {
            Role::Chosen
        } else {
            Role::Text
        };
        let letter = tender.letter.map(String::from).unwrap_or_default();
        let name = shop.tender_name(&tender.id, tender.name.as_ref());
        let why = means.ticket(tender, shop).err();
        let why = why.map_or_else(String::new, |it| it.text(canvas.words()));
        let cells = [
            Cell::column(&letter, 1).told(Role::Key),
            Cell::column(&name, 18),
            Cell::label(&why).told(Role::Quiet),
        ];
        canvas.row(place, role, &cells);
    }
}

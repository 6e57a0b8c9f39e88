//! How the auditor's view looks: a list of entries, or one of them with all its fields.

use ratatui::layout::Rect;

use super::{
    super::{canvas::Canvas, room, rows::Cell, text, theme::Role, words::Words},
    audit::Audit,
};
use crate::domain::{
    asking::EntryRow,
    facts::{Event, Happening},
    fields::{Field, Says},
    journal::{FORMAT, Fact},
};

pub(super) fn draw(audit: &Audit, canvas: &mut Canvas<'_, '_>, area: Rect) {
    match (&audit.open, audit.rows.get(audit.chosen)) {
        (Some((fields, first)), Some(row)) => entry(row, (fields, *first), canvas, area),
        _ => list(audit, canvas, area),
    }
}

fn list(audit: &Audit, canvas: &mut Canvas<'_, '_>, area: Rect) {
    let words = canvas.words();
    let mut inside = canvas.boxed(area, &words.say("audit-all"));
    if audit.rows.is_empty() {
        canvas.cursor(inside.x, inside.y);
    }
    let height = usize::from(inside.height);
    for at in room::window(audit.rows.len(), audit.chosen, height) {
        let Some(row) = audit.rows.get(at) else {
            continue;
        };
        let place = room::top(&mut inside, 1);
        let role = if at == audit.chosen {
            canvas.cursor(place.x, place.y);
            Role::Chosen
        } else {
            Role::Text
        };
        let local = row.at.local();
        let (date, time) = (words.date_short(local.date()), words.time(local.time()));
        let (kind, what) = (kind(&row.kind, words), what(row, words));
        let number = place_of(row);
        let cells = [
            Cell::amount(&number, 6),
            Cell::column(&date, 12),
            Cell::amount(&time, 5),
            Cell::column(&kind, 11),
            Cell::label(&what),
            Cell::column(&row.operator, 5),
        ];
        canvas.row(place, role, &cells);
    }
}

/// Epoch and place, as the journal counts.
fn place_of(row: &EntryRow) -> String {
    format!("{}-{}", row.place.epoch, row.place.seq)
}

fn entry(
    row: &EntryRow,
    (fields, first): (&[Field], usize),
    canvas: &mut Canvas<'_, '_>,
    area: Rect,
) {
    let words = canvas.words();
    let mut area = area;
    let hash = room::indented(room::bottom(&mut area, 1), 1);
    let title = format!("{} · {}", place_of(row), kind(&row.kind, words));
    let inside = canvas.boxed(area, &title);
    let mut left = room::indented(inside, 1);
    let local = row.at.local();
    let (date, time) = (words.date_short(local.date()), words.time(local.time()));
    let blanks = [
        ("date", date.as_str()),
        ("time", &time),
        ("day", &row.day),
        ("who", &row.operator),
    ];
    let word = if row.operator.is_empty() {
        "audit-when"
    } else {
        "audit-when-who"
    };
    let when = words.say_with(word, &blanks);
    let line = room::top(&mut left, 1);
    canvas.cursor(line.x, line.y);
    canvas.text(line, Role::Quiet, &when);
    let label = words.say("audit-hash");
    canvas.line(
        hash,
        &[
            (Role::Quiet, &label),
            (Role::Quiet, " "),
            (Role::Text, &row.hash),
        ],
    );
    let shown: Vec<Shown> = fields
        .iter()
        .map(|it| shown(it, left.width, words))
        .collect();
    for field in shown
        .iter()
        .skip(first.min(last_first(&shown, left.height)))
    {
        let mut rows = room::top(&mut left, field.rows());
        room::left(&mut rows, field.indent);
        canvas.line(rows, &[(Role::Quiet, &field.name)]);
        room::left(&mut rows, field.name_columns);
        for line in &field.lines {
            canvas.text(room::top(&mut rows, 1), Role::Text, line);
        }
    }
}

/// A field as it is drawn: nothing of it is cut, a long text takes several rows.
struct Shown {
    indent: u16,
    name: String,
    name_columns: u16,
    lines: Vec<String>,
}

impl Shown {
    fn rows(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX).max(1)
    }
}

fn shown(field: &Field, columns: u16, words: &Words) -> Shown {
    let says = match &field.says {
        Says::More => String::new(),
        Says::Text(text) => text.clone(),
        Says::Cents(cents) => {
            let number = cents.cents().to_string();
            let sum = words.money(*cents);
            words.say_with("audit-cents", &[("cents", &number), ("sum", &sum)])
        }
    };
    let name = format!("{} ", field.name);
    let indent = field.depth.saturating_mul(2).min(columns / 2);
    let name_columns = u16::try_from(text::width(&name)).unwrap_or(u16::MAX);
    let left = columns.saturating_sub(indent).saturating_sub(name_columns);
    Shown {
        indent,
        name,
        name_columns,
        lines: text::wrap(&says, usize::from(left.max(1))),
    }
}

/// The first field from which all that follow fit: there is nothing to see below the end.
fn last_first(fields: &[Shown], height: u16) -> usize {
    let mut rows = 0u16;
    let fit = fields.iter().rev().take_while(|field| {
        rows = rows.saturating_add(field.rows());
        rows <= height
    });
    fields.len() - fit.count()
}

/// The kind of entry in words; one that a later program wrote as it stands.
fn kind(kind: &str, words: &Words) -> String {
    words.say(match kind {
        "identity" => "audit-kind-identity",
        "catalogue" => "audit-kind-catalogue",
        "settings" => "audit-kind-settings",
        "ticket" => "audit-kind-ticket",
        "abandoned" => "audit-kind-abandoned",
        "stock" => "audit-kind-stock",
        "member" => "audit-kind-member",
        "settlement" => "audit-kind-settlement",
        "day" => "audit-kind-day",
        "cash" => "audit-kind-cash",
        "count" => "audit-kind-count",
        "closing" => "audit-kind-closing",
        "printed" => "audit-kind-printed",
        "event" => "audit-kind-event",
        other => return other.to_owned(),
    })
}

/// The few words that tell an entry from others of its kind: references only, no names of people.
fn what(row: &EntryRow, words: &Words) -> String {
    match Fact::read(&row.kind, FORMAT, &row.payload) {
        Ok(Fact::Ticket(ticket)) => format!("{} · {}", ticket.name, words.money(ticket.total)),
        Ok(Fact::Abandoned(it)) => words.money(it.total),
        Ok(Fact::Printed(it)) => it.ticket,
        Ok(Fact::Settlement(it)) => words.money(it.due),
        Ok(Fact::Event(it)) => event(&it, words),
        Ok(Fact::Cash(it)) => words.money(it.cents),
        Ok(Fact::Closing(it)) => format!("{} · {}", it.name, words.money(it.figures.turnover)),
        Ok(Fact::Day(it)) => it.market.map(|it| it.to_string()).unwrap_or_default(),
        Ok(
            Fact::Identity(_)
            | Fact::Catalogue(_)
            | Fact::Settings(_)
            | Fact::Stock(_)
            | Fact::Member(_)
            | Fact::Count(_),
        )
        | Err(_) => String::new(),
    }
}

fn event(event: &Event, words: &Words) -> String {
    let what = words.say(match event.what {
        Happening::Start => "audit-event-start",
        Happening::Stop => "audit-event-stop",
        Happening::Drawer => "audit-event-drawer",
        Happening::Clock => "audit-event-clock",
        Happening::Upgrade => "audit-event-upgrade",
        Happening::Verify => "audit-event-verify",
        Happening::Alarm => "audit-event-alarm",
        Happening::Operator => "audit-event-operator",
        Happening::Lock => "audit-event-lock",
        Happening::KeeperSet => "audit-event-keeper-set",
        Happening::KeeperCleared => "audit-event-keeper-cleared",
        Happening::KeeperMissed => "audit-event-keeper-missed",
        Happening::KeeperAllowed => "audit-event-keeper-allowed",
        Happening::Audit => "audit-event-audit",
        Happening::Erased => "audit-event-erased",
        Happening::Export => "audit-event-export",
    });
    match &event.detail {
        Some(detail) => format!("{what} · {detail}"),
        None => what,
    }
}

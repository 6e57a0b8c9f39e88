//! What came and went on an account, all of it, on the screen and on paper.

use ratatui::layout::Rect;

use super::super::{
    account_page::{self, day, signed, what},
    canvas::Canvas,
    event::{Effect, News},
    foot::Bind,
    keys::{Key, Stroke},
    notice::Notice,
    room,
    rows::Cell,
    screen::{Go, Pace, Screen, Turn},
    shop::Shop,
    theme::Role,
};
use crate::domain::{
    asking::{Ask, Found, Statement},
    ids::Id,
};

/// So far a page key goes.
const PAGE: usize = 10;

/// A statement of account.
pub struct MemberStatement {
    id: Id,
    statement: Option<Box<Statement>>,
    at: usize,
}

impl MemberStatement {
    /// The statement of this account; what is known of it is asked for again.
    pub(super) const fn of(id: Id, statement: Option<Box<Statement>>) -> Self {
        Self {
            id,
            statement,
            at: 0,
        }
    }

    /// What it asks for when it opens.
    pub fn opening(&self) -> Vec<Effect> {
        vec![Effect::Ask(Ask::Statement(self.id.clone()))]
    }

    fn choose(&mut self, key: Key) -> Turn {
        let count = self.statement.as_ref().map_or(0, |it| it.moves.len());
        let last = count.saturating_sub(1);
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => self.at + 1,
            Key::PageUp => self.at.saturating_sub(PAGE),
            Key::PageDown => self.at + PAGE,
            Key::End => last,
            _ => 0,
        }
        .min(last);
        Turn::stay()
    }

    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(statement) = &self.statement else {
            return Turn::bell();
        };
        shop.say(Notice::done("member-statement-sent"));
        Turn::with(vec![Effect::PrintPage {
            title: shop.look.words.say("member-statement"),
            page: account_page::statement(statement, shop),
        }])
    }
}

impl Screen for MemberStatement {
    fn title(&self) -> &'static str {
        "member-statement"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        vec![
            Bind::new(Key::Char('I'), "member-statement-key-print"),
            Bind::new(Key::Down, "member-statement-key-down"),
            Bind::new(Key::Escape, "members-key-back"),
            Bind::new(Key::Char('?'), "member-key-help"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char('i' | 'I' | '!') if pace == Pace::Hasty => Turn::bell(),
            Key::Char('i' | 'I' | '!') => self.print(shop),
            Key::Escape | Key::Left => Turn::go(Go::Back),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.choose(stroke.key)
            }
            _ => Turn::bell(),
        }
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        Turn::go(Go::HomeScanned(code.to_owned()))
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Statement(statement) = found.as_ref()
            && statement.account.member.id == self.id
        {
            self.statement = Some(statement.clone());
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut area = area;
        let known = room::indented(room::bottom(&mut area, 1), 1);
        let Some(statement) = &self.statement else {
            return;
        };
        let name = shop.member_name(&statement.account);
        let balance = words.money(statement.account.balance);
        let mut inside = canvas.boxed(area, &format!("{name} · {balance}"));
        canvas.cursor(inside.x, inside.y);
        if statement.moves.is_empty() {
            let none = words.say("member-no-moves");
            canvas.notice(room::indented(inside, 1), Role::Quiet, &none);
        }
        let count = statement.moves.len();
        for at in room::window(count, self.at, usize::from(inside.height)) {
            let Some(entry) = statement.moves.get(at) else {
                continue;
            };
            let place = room::top(&mut inside, 1);
            let role = if at == self.at {
                canvas.cursor(place.x, place.y);
                Role::Chosen
            } else {
                Role::Text
            };
            let (day, what) = (day(&entry.day, words), what(entry, words));
            let (cents, balance) = (signed(entry.cents, words), words.amount(entry.balance));
            let cells = [
                Cell::column(&day, 10),
                Cell::label(&what),
                Cell::amount(&cents, 10),
                Cell::amount(&balance, 10),
            ];
            canvas.row(place, role, &cells);
        }
        let sentence = account_page::known(statement, words).join(" · ");
        canvas.text(known, Role::Quiet, &sentence);
    }
}

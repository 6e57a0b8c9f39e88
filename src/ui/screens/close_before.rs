//! What stands in the way of closing: tickets that are open or aside, amounts that are nobody's.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        closing::{self, Attention, Step},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        room,
        rows::Cell,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
        words::Words,
    },
    producers::Producers,
    question::Question,
    reattribute::Reattribute,
};
use crate::domain::{
    asking::{Ask, Found, OwedRow, SoldLine},
    basket::Basket,
    closing::DayState,
    money::Money,
    time::Moment,
};

/// What stands in the way.
#[derive(Default)]
pub struct CloseBefore {
    since: Option<Moment>,
    nobody: Option<Vec<SoldLine>>,
    owed: Option<Vec<OwedRow>>,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

/// One thing in the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Obstacle {
    /// The ticket that is open at a desk.
    Open(usize),
    /// A ticket aside, by its place.
    Aside(usize),
    /// Amounts without an owner.
    Nobodys,
}

impl CloseBefore {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        [Ask::Day, Ask::Unattributed, Ask::Owed]
            .map(Effect::Ask)
            .into()
    }

    fn obstacles(&self, shop: &Shop) -> Vec<Obstacle> {
        let waits = |basket: &Basket| shop.waiting().any(|it| it.uid == basket.uid);
        let desks = shop.drafts.desks.iter().enumerate();
        let open = desks.filter(|(_, it)| waits(it));
        let parked = shop.drafts.parked.iter().enumerate();
        let aside = parked.filter(|(_, it)| waits(&it.basket));
        let draft = shop.drafts.closing.as_ref();
        let later = draft.map_or(0, |it| it.nobodys);
        let nobody = self.nobody.as_ref().filter(|it| it.len() > later);
        open.map(|(at, _)| Obstacle::Open(at))
            .chain(aside.map(|(at, _)| Obstacle::Aside(at)))
            .chain(nobody.map(|_| Obstacle::Nobodys))
            .collect()
    }

    fn found(&mut self, found: &Found, shop: &mut Shop) -> Turn {
        match found {
            Found::Day(day) => return self.day(day, shop),
            Found::Unattributed(lines) => self.nobody = Some(lines.clone()),
            Found::Owed(rows) => self.owed = Some(rows.clone()),
            _ => {}
        }
        self.go_on(shop)
    }

    fn day(&mut self, day: &DayState, shop: &mut Shop) -> Turn {
        self.since = day.since;
        if day.since.is_none() {
            return closing::nothing(shop);
        }
        self.go_on(shop)
    }

    /// To the next step, once all is known and nothing is in the way.
    fn go_on(&self, shop: &mut Shop) -> Turn {
        let known = self.since.is_some() && self.nobody.is_some() && self.owed.is_some();
        if !known || !self.obstacles(shop).is_empty() {
            return Turn::stay();
        }
        let step = shop.closing().step.max(Step::Unsold);
        closing::go(step, shop)
    }

    fn here(&self, shop: &Shop) -> Option<Obstacle> {
        let obstacles = self.obstacles(shop);
        let last = obstacles.len().saturating_sub(1);
        obstacles.get(at(shop).min(last)).copied()
    }

    fn choose(&self, at: usize, shop: &mut Shop) -> Turn {
        let last = self.obstacles(shop).len().saturating_sub(1);
        shop.closing().obstacle = at.min(last);
        shop.touch();
        Turn::stay()
    }

    /// Deals with what is chosen: a ticket is taken up again, amounts are given their producer.
    fn deal(&self, shop: &mut Shop) -> Turn {
        match self.here(shop) {
            None => self.go_on(shop),
            Some(Obstacle::Nobodys) => Reattribute::shared(shop),
            Some(Obstacle::Open(desk)) => {
                to_desk(desk, shop);
                back_to_selling(shop)
            }
            Some(Obstacle::Aside(_)) if !shop.basket().is_empty() => {
                shop.refuse(Notice::warning("parked-desk-taken"))
            }
            Some(Obstacle::Aside(at)) => {
                shop.resume(at);
                back_to_selling(shop)
            }
        }
    }

    /// Leaves it as it is, on purpose.
    fn keep(&self, shop: &mut Shop) -> Turn {
        match self.here(shop) {
            None => return Turn::bell(),
            Some(Obstacle::Nobodys) => {
                shop.closing().nobodys = self.nobody.as_ref().map_or(0, Vec::len);
            }
            Some(Obstacle::Open(desk)) => {
                to_desk(desk, shop);
                let uid = shop.basket().uid;
                shop.park();
                shop.closing().kept.push(uid);
            }
            Some(Obstacle::Aside(at)) => {
                let uid = shop.drafts.parked.get(at).map(|it| it.basket.uid);
                shop.closing().kept.extend(uid);
            }
        }
        shop.touch();
        self.go_on(shop)
    }

    fn give_up(&self, shop: &Shop) -> Turn {
        let (obstacle, basket) = match self.here(shop) {
            Some(Obstacle::Open(at)) => (Obstacle::Open(at), shop.drafts.desks.get(at)),
            Some(Obstacle::Aside(at)) => {
                let aside = shop.drafts.parked.get(at).map(|it| &it.basket);
                (Obstacle::Aside(at), aside)
            }
            Some(Obstacle::Nobodys) | None => return Turn::bell(),
        };
        let Some(basket) = basket else {
            return Turn::bell();
        };
        let lines = basket.lines();
        let about = Notice::warning("parked-what")
            .with("lines", shop.look.words.count("sell-lines", lines.len()))
            .with(
                "label",
                lines.first().map_or("", |line| line.label().as_str()),
            )
            .with("total", total(basket, shop));
        let question = Question::of(vec![about], Notice::warning("parked-ask"), move |shop| {
            match obstacle {
                Obstacle::Open(desk) => {
                    to_desk(desk, shop);
                    shop.abandon();
                }
                Obstacle::Aside(at) => shop.abandon_parked(at),
                Obstacle::Nobodys => {}
            }
            shop.say(Notice::done("parked-given-up"));
            Turn::go(Go::Back)
        });
        Turn::go(Go::To(Place::Question(question)))
    }

    fn letter(&self, letter: char, shop: &mut Shop) -> Turn {
        match letter.to_ascii_uppercase() {
            'G' => self.keep(shop),
            'P' => Turn::go(Go::To(Place::Producers(Producers::default()))),
            _ => Turn::bell(),
        }
    }
}

/// Which of the things in the way the keys are about.
fn at(shop: &Shop) -> usize {
    shop.drafts.closing.as_ref().map_or(0, |it| it.obstacle)
}

fn to_desk(desk: usize, shop: &mut Shop) {
    if shop.drafts.desk != desk {
        shop.flip();
    }
}

/// The ticket goes first; the closing waits.
fn back_to_selling(shop: &mut Shop) -> Turn {
    shop.closing().attention = Attention::Elsewhere;
    shop.touch();
    shop.say(Notice::warning("close-waits"));
    Turn::go(Go::Home)
}

fn total(basket: &Basket, shop: &Shop) -> String {
    let total = shop.total_of(basket);
    total.map_or_else(String::new, |total| shop.look.words.money(total))
}

impl Screen for CloseBefore {
    fn title(&self) -> &'static str {
        "close-before"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        match self.here(shop) {
            Some(Obstacle::Open(_) | Obstacle::Aside(_)) => keys.extend([
                Bind::new(Key::Enter, "close-before-resume"),
                Bind::new(Key::Delete, "close-before-give-up"),
                Bind::new(Key::Char('G'), "close-before-keep"),
            ]),
            Some(Obstacle::Nobodys) => keys.extend([
                Bind::new(Key::Enter, "close-before-attribute"),
                Bind::new(Key::Char('G'), "close-before-nobodys-later"),
            ]),
            None => {}
        }
        keys.push(Bind::new(Key::Char('P'), "close-before-settle"));
        keys.push(Bind::new(Key::Escape, "close-later"));
        keys.push(Bind::new(Key::Char('?'), "close-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Escape => closing::leave(shop),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.deal(shop),
            Key::Delete => self.give_up(shop),
            Key::Up => self.choose(at(shop).saturating_sub(1), shop),
            Key::Down => self.choose(at(shop) + 1, shop),
            Key::Home | Key::PageUp => self.choose(0, shop),
            Key::End | Key::PageDown => self.choose(usize::MAX, shop),
            Key::Char(c) => self.pressed.hold(c, stroke),
            _ => Turn::bell(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.letter(letter, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Found(found) => self.found(found, shop),
            News::Written(_) | News::NotWritten(..) | News::Corrected(_) => {
                Turn::with(Self::opening())
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = canvas.words();
        let mut area = area;
        let below = room::bottom(&mut area, 2);
        let obstacles = self.obstacles(shop);
        let title = words.count("close-before-count", obstacles.len());
        let mut inside = canvas.boxed(area, &title);
        if self.since.is_none() {
            let wait = words.say("close-wait");
            canvas.text(room::indented(inside, 1), Role::Quiet, &wait);
            return;
        }
        if obstacles.is_empty() {
            let clear = words.say("close-before-clear");
            canvas.wrapped(room::indented(inside, 1), Role::Text, &clear);
        }
        let chosen = at(shop).min(obstacles.len().saturating_sub(1));
        let rows = room::window(obstacles.len(), chosen, usize::from(inside.height));
        for (at, obstacle) in obstacles.iter().enumerate() {
            if rows.contains(&at) {
                let place = room::top(&mut inside, 1);
                let role = if at == chosen {
                    canvas.cursor(place.x, place.y);
                    Role::Chosen
                } else {
                    Role::Text
                };
                self.row(*obstacle, shop, canvas, (place, role));
            }
        }
        if let Some(hint) = self.owed_hint(shop, words) {
            canvas.wrapped(room::indented(below, 1), Role::Quiet, &hint);
        }
    }
}

impl CloseBefore {
    fn row(
        &self,
        obstacle: Obstacle,
        shop: &Shop,
        canvas: &mut Canvas<'_, '_>,
        (at, role): (Rect, Role),
    ) {
        let words = canvas.words();
        let (what, basket) = match obstacle {
            Obstacle::Open(desk) => (words.say("close-before-open"), shop.drafts.desks.get(desk)),
            Obstacle::Aside(at) => {
                let parked = shop.drafts.parked.get(at);
                let since = parked.map_or(shop.now, |it| Moment {
                    utc_ms: it.at_ms,
                    ..shop.now
                });
                let time = words.time(since.local().time());
                let what = words.say_with("close-before-aside", &[("time", &time)]);
                (what, parked.map(|it| &it.basket))
            }
            Obstacle::Nobodys => {
                let lines = self.nobody.as_deref().unwrap_or_default();
                let what = words.count("close-before-nobodys", lines.len());
                let sum: Money = lines.iter().map(|it| it.line.paid).sum();
                let sum = words.money(sum);
                let cells = [Cell::label(&what), Cell::amount(&sum, 12)];
                canvas.row(at, role, &cells);
                return;
            }
        };
        let lines = basket.map(Basket::lines).unwrap_or_default();
        let first = lines.first().map_or("", |line| line.label().as_str());
        let count = words.count("sell-lines", lines.len());
        let total = basket.map_or_else(String::new, |it| total(it, shop));
        let cells = [
            Cell::column(&what, 24),
            Cell::label(first),
            Cell::column(&count, 10),
            Cell::amount(&total, 12),
        ];
        canvas.row(at, role, &cells);
    }

    /// Producers whose money lies in the drawer still.
    fn owed_hint(&self, shop: &Shop, words: &Words) -> Option<String> {
        let due = |it: &&OwedRow| it.share + it.brought > Money::ZERO;
        let known = |it: &&OwedRow| shop.catalogue.producer(&it.producer).is_some();
        let rows: Vec<&OwedRow> = self
            .owed
            .iter()
            .flatten()
            .filter(due)
            .filter(known)
            .collect();
        let sum: Money = rows.iter().map(|it| it.share + it.brought).sum();
        let sum = words.money(sum);
        (!rows.is_empty())
            .then(|| words.count_with("close-before-owed", rows.len(), &[("sum", &sum)]))
    }
}

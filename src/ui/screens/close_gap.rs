//! What should be there, what was found, and why the two may differ.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        closing::{self, Step},
        commands::Command,
        entry::{Number, number},
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_cheques::CloseCheques,
    close_gap_view,
    ticket::OneTicket,
};
use crate::domain::{
    asking::{Ask, Found, PaidRow},
    closing::{
        DayState, DifferenceReason, MeansRow,
        causes::{Cause, Evidence, causes},
    },
    money::Money,
    settings::TenderKind,
};

/// The letters of the causes, in their order.
pub(super) const LETTERS: [char; 4] = ['A', 'B', 'C', 'D'];

/// What should be there and what is.
#[derive(Default)]
pub struct CloseGap {
    pub(super) day: Option<Box<DayState>>,
    paid: Vec<PaidRow>,
    /// A letter or digit that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

impl CloseGap {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Paid), Effect::Ask(Ask::Day)]
    }

    /// What should be there and what is, of each means.
    pub(super) fn means(&self) -> Vec<MeansRow> {
        self.day.as_ref().map(|it| it.means()).unwrap_or_default()
    }

    /// What may have happened.
    pub(super) fn causes(&self) -> Vec<Cause> {
        let Some(day) = &self.day else {
            return Vec::new();
        };
        let left = day.before.as_ref().map(|before| {
            let cash = before.left.iter().filter(|it| it.kind == TenderKind::Cash);
            cash.map(|it| it.cents).sum()
        });
        causes(Evidence {
            means: &day.means(),
            count: day.count.as_ref().map(|it| &it.count),
            paid: &self.paid,
            drawers: &day.figures.drawers,
            cash: &day.figures.cash,
            left,
        })
    }

    /// Whether anything differs, and whether by more than whoever is at the till decides.
    fn gap(&self, shop: &Shop) -> (bool, bool) {
        let limit = shop.settings.rules.difference_limit;
        let differences: Vec<Money> = self
            .means()
            .iter()
            .filter_map(MeansRow::difference)
            .collect();
        let differs = differences.iter().any(|it| *it != Money::ZERO);
        (differs, differences.iter().any(|it| it.abs() > limit))
    }

    /// Why it differs, as it will be written: nobody knows, unless somebody said something.
    pub(super) fn reason(&self, shop: &Shop) -> Option<DifferenceReason> {
        let (differs, _) = self.gap(shop);
        let draft = shop.drafts.closing.as_ref();
        let said = draft.and_then(|it| it.reason);
        differs.then(|| said.unwrap_or(DifferenceReason::Unknown))
    }

    fn go_on(&self, stroke: Stroke, shop: &mut Shop) -> Turn {
        if self.day.is_none() {
            return Turn::bell();
        }
        let (_, above) = self.gap(shop);
        if above && let Some(turn) = shop.keeper_first(Act::Closing, stroke) {
            return turn;
        }
        shop.closing().reason = self.reason(shop);
        closing::go(Step::Float, shop)
    }

    fn letter(&self, letter: char, shop: &mut Shop) -> Turn {
        let digit = number(&letter.to_string(), shop.digits)
            .ok()
            .and_then(Number::whole)
            .and_then(|it| usize::try_from(it).ok()?.checked_sub(1));
        if let Some(reason) = digit.and_then(|it| DifferenceReason::ALL.get(it)) {
            return self.because(*reason, shop);
        }
        let letter = letter.to_ascii_uppercase();
        let cause = LETTERS.iter().position(|it| *it == letter);
        if let Some(cause) = cause.and_then(|at| self.causes().into_iter().nth(at)) {
            return look_into(&cause, shop);
        }
        match letter {
            'R' => recount(shop),
            'H' if self.has_cheques() => {
                Turn::go(Go::To(Place::CloseCheques(CloseCheques::default())))
            }
            _ => Turn::bell(),
        }
    }

    /// Whether there is a pile of cheques to be held against.
    fn has_cheques(&self) -> bool {
        let tenders = self.day.iter().flat_map(|it| &it.figures.tenders);
        let mut cheques = tenders.filter(|it| it.kind == TenderKind::Cheque);
        cheques.any(|it| it.number > 0)
    }

    fn because(&self, reason: DifferenceReason, shop: &mut Shop) -> Turn {
        if self.reason(shop).is_none() {
            return Turn::bell();
        }
        shop.closing().reason = Some(reason);
        shop.touch();
        Turn::stay()
    }
}

/// The count once more, from what was typed; the one before stays in the journal.
fn recount(shop: &mut Shop) -> Turn {
    shop.closing().typed.at = 0;
    closing::go(Step::Count, shop)
}

/// To where a cause can be looked at, or put right.
fn look_into(cause: &Cause, shop: &mut Shop) -> Turn {
    if let Some(ticket) = cause.ticket() {
        let ticket = Box::new(OneTicket::of(ticket.to_owned()));
        return Turn::go(Go::To(Place::Ticket(ticket)));
    }
    match cause {
        Cause::NotNoted { .. } | Cause::NotTaken { .. } | Cause::Float { .. } => {
            above(Command::Cash.turn(shop))
        }
        Cause::CountedTwice { .. } | Cause::Overlooked { .. } | Cause::Mistyped { .. } => {
            recount(shop)
        }
        Cause::Means { .. }
        | Cause::ChangeTwice { .. }
        | Cause::ChangeKept { .. }
        | Cause::RungTwice { .. }
        | Cause::NotRung { .. } => above(Command::Journal.turn(shop)),
    }
}

/// The same screen above this one, so that its Escape leads back here.
fn above(turn: Turn) -> Turn {
    let go = match turn.go {
        Go::Over(place) => Go::To(place),
        go => go,
    };
    Turn { go, ..turn }
}

impl Screen for CloseGap {
    fn title(&self) -> &'static str {
        "close-gap"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = vec![
            Bind::new(Key::Enter, "close-next"),
            Bind::new(Key::Char('R'), "close-gap-recount"),
        ];
        if self.reason(shop).is_some() {
            keys.push(Bind::new(Key::Char('1'), "close-gap-why"));
        }
        if self.has_cheques() {
            keys.push(Bind::new(Key::Char('H'), "close-gap-cheques"));
        }
        if !self.causes().is_empty() {
            keys.push(Bind::new(Key::Char('A'), "close-gap-look"));
        }
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
            Key::Enter => self.go_on(stroke, shop),
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
            News::Found(found) => match found.as_ref() {
                Found::Day(day) if day.since.is_none() => return closing::nothing(shop),
                Found::Day(day) => self.day = Some(day.clone()),
                Found::Paid(rows) => self.paid.clone_from(rows),
                _ => {}
            },
            News::Written(_) | News::Corrected(_) => return Turn::with(Self::opening()),
            _ => {}
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_gap_view::draw(self, shop, canvas, area);
    }
}

//! The closing's float: what stays in the drawer for the next market, what leaves with whom. One
//! Enter takes what is proposed.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        closing::{self, ClosingDraft, Step},
        entry::number,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        parting::{self, Parting},
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_float_view,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::DayState,
    day::Pieces,
};

/// More characters than this are no float.
const TYPED_MAX: usize = 10;

/// What stays and what leaves.
#[derive(Default)]
pub struct CloseFloat {
    pub(super) day: Option<Box<DayState>>,
    pub(super) field: Field,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

/// Where the cursor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Field {
    /// In the sum of the float.
    #[default]
    Sum,
    /// At one of the kinds of notes and coins that were counted.
    Pieces(usize),
}

impl CloseFloat {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Day)]
    }

    /// The drawer as it is parted now; none until the journal answered.
    pub(super) fn parting(&self, shop: &Shop) -> Option<Parting> {
        let draft = draft(shop);
        self.day
            .as_ref()
            .map(|it| parting::parting(it, &draft, shop))
    }

    fn key_of_sum(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape if draft(shop).float.leave.is_empty() => closing::go(Step::Gap, shop),
            Key::Escape => retyped(shop, String::clear),
            Key::Back => back(shop),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.accept(shop),
            Key::Down => self.piece_by_piece(shop),
            Key::Char(c) => match sign(c, shop) {
                Some(sign) => push(sign, shop),
                None => self.pressed.hold(c, stroke),
            },
            _ => Turn::bell(),
        }
    }

    fn accept(&self, shop: &mut Shop) -> Turn {
        if self.day.is_none() {
            return Turn::bell();
        }
        let typed = draft(shop).float.leave;
        if !typed.is_empty() && parting::typed(&typed, shop).is_none() {
            return shop.refuse(Notice::warning("seal-float-no-sum"));
        }
        closing::go(Step::Seal, shop)
    }

    fn letter(&mut self, letter: char, shop: &mut Shop) -> Turn {
        match letter.to_ascii_uppercase() {
            'P' => self.piece_by_piece(shop),
            'E' => next_taker(shop),
            _ => Turn::bell(),
        }
    }

    /// Goes through the pieces that were counted; the ones that stay now are where one begins.
    fn piece_by_piece(&mut self, shop: &mut Shop) -> Turn {
        let Some(parting) = self.parting(shop).filter(|it| !it.counted.is_empty()) else {
            return shop.refuse(Notice::warning("seal-float-no-pieces"));
        };
        let float = &mut shop.closing().float;
        if float.pieces.is_none() {
            float.pieces = Some(parting.proposal.leave.pieces);
            float.leave.clear();
            shop.touch();
        }
        self.field = Field::Pieces(0);
        Turn::stay()
    }

    fn key_of_pieces(&mut self, at: usize, key: Key, shop: &mut Shop) -> Turn {
        let Some(parting) = self.parting(shop) else {
            return Turn::bell();
        };
        let last = parting.counted.len().saturating_sub(1);
        match key {
            Key::Enter | Key::Down if at < last => self.field = Field::Pieces(at + 1),
            Key::Enter | Key::Escape => self.field = Field::Sum,
            Key::Up if at > 0 => self.field = Field::Pieces(at - 1),
            Key::Back | Key::Delete => return stay(&parting, at, shop, |count| count / 10),
            Key::Char(c) => {
                let Some(digit) = sign(c, shop).and_then(|it| it.to_digit(10)) else {
                    return Turn::bell();
                };
                return stay(&parting, at, shop, |count| {
                    count.saturating_mul(10).saturating_add(digit)
                });
            }
            _ => return Turn::bell(),
        }
        Turn::stay()
    }
}

/// The draft as it is; an empty one where none was begun.
pub(super) fn draft(shop: &Shop) -> ClosingDraft {
    shop.drafts.closing.clone().unwrap_or_default()
}

/// A digit or the decimal sign, whatever the keyboard's upper row.
pub(super) fn sign(c: char, shop: &Shop) -> Option<char> {
    if matches!(c, ',' | '.' | ';') {
        return Some(',');
    }
    let digit = number(&c.to_string(), shop.digits).ok()?.whole()?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}

fn retyped(shop: &mut Shop, change: impl FnOnce(&mut String)) -> Turn {
    let float = &mut shop.closing().float;
    change(&mut float.leave);
    float.pieces = None;
    shop.touch();
    Turn::stay()
}

fn push(sign: char, shop: &mut Shop) -> Turn {
    if draft(shop).float.leave.chars().count() >= TYPED_MAX {
        return Turn::bell();
    }
    retyped(shop, |leave| leave.push(sign))
}

/// The last character goes; without any, what was said of pieces.
fn back(shop: &mut Shop) -> Turn {
    let float = draft(shop).float;
    if float.leave.is_empty() && float.pieces.is_none() {
        return Turn::bell();
    }
    retyped(shop, |leave| {
        leave.pop();
    })
}

/// So many of a kind stay, no more than there are: a digit that asks for more begins anew.
fn stay(parting: &Parting, at: usize, shop: &mut Shop, change: impl Fn(u32) -> u32) -> Turn {
    let Some(there) = parting.counted.get(at).copied() else {
        return Turn::bell();
    };
    let kept = &parting.proposal.leave.pieces;
    let count = change(crate::domain::closing::float::count_of(kept, there.worth));
    if count > there.count {
        let most = there.count.to_string();
        return shop.refuse(Notice::warning("seal-float-most").with("count", most));
    }
    let mut kept: Vec<Pieces> = kept
        .iter()
        .filter(|it| it.worth != there.worth)
        .copied()
        .collect();
    kept.push(Pieces { count, ..there });
    shop.closing().float.pieces = Some(kept);
    shop.touch();
    Turn::stay()
}

/// The next one of the operators takes the envelope, then nobody who is named.
fn next_taker(shop: &mut Shop) -> Turn {
    let now = parting::taker(&draft(shop), shop).to_owned();
    let mut all: Vec<String> = vec![shop.operator.clone()];
    all.extend(
        shop.settings
            .operators
            .iter()
            .map(|it| it.initials.to_string()),
    );
    all.push(String::new());
    let mut seen = Vec::new();
    all.retain(|it| {
        let new = !seen.contains(it);
        seen.push(it.clone());
        new
    });
    let at = all.iter().position(|it| *it == now).unwrap_or_default();
    let next = all.iter().cycle().nth(at + 1).cloned().unwrap_or_default();
    shop.closing().float.by = Some(next);
    shop.touch();
    Turn::stay()
}

impl Screen for CloseFloat {
    fn title(&self) -> &'static str {
        "seal-float"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if let Field::Pieces(_) = self.field {
            keys.push(Bind::new(Key::Enter, "seal-float-next"));
            keys.push(Bind::new(Key::Escape, "seal-float-done"));
        } else {
            keys.push(Bind::new(Key::Enter, "seal-float-go-on"));
            if self.parting(shop).is_some_and(|it| !it.counted.is_empty()) {
                keys.push(Bind::new(Key::Char('P'), "seal-float-by-piece"));
            }
            keys.push(Bind::new(Key::Char('E'), "seal-float-who"));
            keys.push(Bind::new(Key::Escape, "seal-back"));
        }
        keys.push(Bind::new(Key::Char('?'), "seal-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match (self.field, stroke.key) {
            (_, Key::Char('?')) => Turn::go(Go::Help),
            (Field::Sum, _) => self.key_of_sum(stroke, pace, shop),
            (Field::Pieces(at), key) => self.key_of_pieces(at, key, shop),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.letter(letter, shop),
            None => Turn::stay(),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        if self.field == Field::Sum {
            let leave = &mut shop.closing().float.leave;
            for _ in 0..characters {
                leave.pop();
            }
            shop.touch();
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Day(day) = found.as_ref()
        {
            self.day = Some(day.clone());
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_float_view::draw(self, shop, canvas, area);
    }
}

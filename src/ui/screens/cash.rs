//! Cash that comes and goes without a sale: put in, taken out, to the safe, change brought, an
//! expense. A letter, the sum in euros, Enter.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        commands::Command,
        confirm::{Confirm, Said},
        day::noting,
        entry::{Number, number},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    cash_view,
    cash_ways::{self, Doing},
    open_day::OpenDay,
    question::Question,
    sell::is_number_sign,
};
use crate::domain::{
    asking::{Ask, CashSeen, Found},
    day::{Cash as Movement, CashReason, CashWay},
    money::Money,
};

/// More characters than this are no sum.
const TYPED_MAX: usize = 24;

/// The screen of the drawer's movements.
#[derive(Default)]
pub struct Cash {
    /// The movements of the open period, oldest first.
    pub(super) moves: Vec<CashSeen>,
    pub(super) doing: Doing,
    pub(super) typed: String,
    confirm: Confirm,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

impl Cash {
    /// The screen, above the sell screen.
    pub fn open() -> Turn {
        Turn::go(Go::Over(Place::Cash(Self::default())))
    }

    /// What it needs to know.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Cash)]
    }

    /// What a letter of the list does.
    fn letter(&mut self, c: char, shop: &mut Shop) -> Turn {
        if let Some(doing) = cash_ways::begun_by(c) {
            return self.to(doing);
        }
        match c.to_ascii_uppercase() {
            'F' => OpenDay::float(shop),
            'O' => OpenDay::open(shop),
            'E' => Command::Envelopes.turn(shop),
            'C' => match noting::to_correct(&self.moves) {
                Some(_) => self.to(Doing::Correcting),
                None => shop.refuse(Notice::warning("cash-nothing-to-correct")),
            },
            '!' => match cash_ways::slip(&self.moves, shop) {
                Some(effect) => {
                    shop.say(Notice::done("cash-slip-sent"));
                    Turn::with(vec![effect])
                }
                None => shop.refuse(Notice::warning("cash-no-slip")),
            },
            _ => Turn::bell(),
        }
    }

    fn to(&mut self, doing: Doing) -> Turn {
        self.doing = doing;
        self.typed.clear();
        self.confirm = Confirm::Asking;
        Turn::stay()
    }

    fn list_key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape | Key::Back => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            // The first digit of the next sale is not lost.
            Key::Char(c) if c != '!' && is_number_sign(c, shop) => Turn::go(Go::HomeWith(stroke)),
            // A letter only begins; the slip is printed.
            Key::Char('!') if pace == Pace::Hasty => Turn::bell(),
            Key::Char(c) => self.pressed.hold(c, stroke),
            _ => Turn::bell(),
        }
    }

    fn sum_key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => self.to(Doing::Listing),
            Key::Back => match self.typed.pop() {
                Some(_) => Turn::stay(),
                None => self.to(Doing::Listing),
            },
            Key::Up | Key::Down | Key::Tab | Key::BackTab => {
                let drawers = shop.drawers().len();
                if self.doing.choose(stroke.key, drawers) {
                    Turn::stay()
                } else {
                    Turn::bell()
                }
            }
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => match self.movement(shop) {
                Ok(_) => self.confirm.hold(stroke),
                Err(notice) => shop.refuse(notice),
            },
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(c) if self.typed.chars().count() < TYPED_MAX => {
                self.typed.push(c);
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }

    fn sum(&self, shop: &Shop) -> Result<Money, Notice> {
        if self.typed.trim().is_empty() {
            return Err(Notice::warning("cash-how-much"));
        }
        let cents = number(&self.typed, shop.digits).and_then(Number::cents);
        let cents = cents.map_err(|refusal| Notice::warning(cash_ways::refusal_word(refusal)))?;
        Money::from_cents(cents).ok_or(Notice::warning("entry-too-large"))
    }

    /// What was typed, as the journal will have it.
    fn movement(&self, shop: &Shop) -> Result<Movement, Notice> {
        if let Some(notice) = noting::refusal(shop) {
            return Err(notice);
        }
        let sum = self.sum(shop)?;
        if self.doing == Doing::Correcting {
            return self.correction(sum, shop);
        }
        let Doing::Moving { way, drawer, .. } = self.doing else {
            return Err(Notice::warning("cash-how-much"));
        };
        if sum <= Money::ZERO {
            return Err(Notice::warning("cash-nothing"));
        }
        let drawers = shop.drawers();
        let tender = drawers.get(drawer).or_else(|| drawers.first());
        let tender = tender.ok_or(Notice::warning("cash-how-much"))?;
        Ok(Movement {
            reason: self.doing.reason(),
            ..Movement::by(tender, way, sum)
        })
    }

    /// The difference between what was noted and what really moved.
    fn correction(&self, right: Money, shop: &Shop) -> Result<Movement, Notice> {
        let nothing = || Notice::warning("cash-nothing-to-correct");
        let (seen, now) = noting::to_correct(&self.moves).ok_or_else(nothing)?;
        let cash = &seen.cash;
        let right = cash.way.moves(right).ok_or_else(nothing)?;
        if right == now {
            let sum = shop.look.words.money(now.abs());
            return Err(Notice::warning("cash-right-already").with("sum", sum));
        }
        let mut correction = cash.clone();
        correction.way = CashWay::Correction;
        correction.reason = Some(CashReason::Mistake);
        correction.cents = right - now;
        correction.pieces = Vec::new();
        Ok(correction)
    }

    /// The Enter was meant: notes it, or asks first where more goes than should be there.
    fn note(&mut self, shop: &mut Shop) -> Turn {
        self.confirm = Confirm::Asking;
        let cash = match self.movement(shop) {
            Ok(cash) => cash,
            Err(notice) => return shop.refuse(notice),
        };
        let goes = cash.way.moves(cash.cents).unwrap_or_default();
        let here = shop.period.in_drawer(&cash.tender);
        // The correction of what was noted may be what makes it right.
        if goes < Money::ZERO && -goes > here && cash.way != CashWay::Correction {
            return Turn::go(Go::To(Place::Question(more_than_there(cash, shop))));
        }
        noting::note(cash, shop)
    }
}

/// More would leave the drawer than should be in it, as far as the till knows; how much that is
/// is not said, the count stays blind.
fn more_than_there(cash: Movement, shop: &Shop) -> Question {
    let words = &shop.look.words;
    let mut about =
        vec![Notice::warning("cash-more-than-there").with("sum", words.money(cash.cents))];
    if shop.period.float(&cash.tender).is_none() {
        about.push(Notice::warning("cash-float-not-counted"));
    }
    Question::of(about, Notice::warning("cash-more-ask"), move |shop| {
        let turn = noting::note(cash.clone(), shop);
        Turn {
            go: Go::Back,
            ..turn
        }
    })
}

impl Screen for Cash {
    fn title(&self) -> &'static str {
        "cash"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        cash_ways::keys(self, shop)
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => return Turn::with(effects),
            Said::Meant => return self.note(shop),
        }
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(c) => {
                // Who types fast goes on at once: the key after the letter is the sum's first.
                let turn = self.letter(c, shop);
                if self.doing == Doing::Listing {
                    return turn;
                }
            }
            Heard::TakenBack => return Turn::bell(),
        }
        match self.doing {
            Doing::Listing => self.list_key(stroke, pace, shop),
            Doing::Moving { .. } | Doing::Correcting => self.sum_key(stroke, pace, shop),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        if let Some(c) = self.pressed.woken(at_ms) {
            return self.letter(c, shop);
        }
        match self.confirm.woken(at_ms) {
            Said::Nothing => Turn::stay(),
            Said::Spent(effects) => Turn::with(effects),
            Said::Meant => self.note(shop),
        }
    }

    fn told(&mut self, news: &News, _shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Cash(moves) = found.as_ref()
        {
            self.moves.clone_from(moves);
            // What was being noted is among them.
            return self.to(Doing::Listing);
        }
        Turn::stay()
    }

    fn may_leave(&self) -> bool {
        self.doing == Doing::Listing
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        cash_view::draw(self, shop, canvas, area);
    }
}

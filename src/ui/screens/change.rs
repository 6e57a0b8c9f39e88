//! Giving change: it stays on the screen until the first key of the next sale, which is not lost.

use ratatui::layout::Rect;

use super::{
    super::{
        burst::{SETTLING_MS, too_soon},
        canvas::Canvas,
        commands::Command,
        drafts::LastSale,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    change_view,
    question::Question,
};
use crate::domain::{
    ids::Uid,
    money::Money,
    settings::TenderKind,
    ticket::{Payment, Ticket},
};

/// What goes back after a sale, and how it was paid.
pub struct Change {
    pub(super) total: Money,
    pub(super) payments: Vec<Payment>,
    pub(super) first: First,
    /// What became of the change that was given to the fund.
    pub(super) kept: Kept,
    /// When Enter was pressed: it leaves unless it turns out to be held.
    leaving: Option<u64>,
}

/// What became of the change that the customer leaves to the fund.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Kept {
    /// It goes back to her.
    Nothing,
    /// It is being written down.
    Writing(Uid),
    /// It could not be written; the same key tries again, under the same name.
    Refused(Uid),
    /// It is in the fund, by this ticket.
    InTheFund(Box<LastSale>),
}

/// What is shown first, where there is no room for everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum First {
    /// Notes and coins to hand back.
    Pieces,
    /// How to count them up from the price.
    CountingUp,
}

impl Change {
    /// After this ticket was recorded.
    pub fn of(ticket: &Ticket) -> Self {
        Self {
            total: ticket.total,
            payments: ticket.payments.clone(),
            first: First::Pieces,
            kept: Kept::Nothing,
            leaving: None,
        }
    }

    /// What goes to the customer in notes and coins.
    pub(super) fn to_hand_out(&self) -> Money {
        if matches!(self.kept, Kept::InTheFund(_)) {
            return Money::ZERO;
        }
        let out = |it: &&Payment| it.kind == TenderKind::Cash && it.cents < Money::ZERO;
        -self
            .payments
            .iter()
            .filter(out)
            .map(|it| it.cents)
            .sum::<Money>()
    }

    /// The change the customer can leave to the fund: any but what is a credit note already.
    pub(super) fn to_keep(&self) -> Option<&Payment> {
        self.payments
            .iter()
            .find(|it| it.change && it.kind != TenderKind::CreditNote)
    }

    /// Writes the change down as a gift, by a ticket of its own.
    fn keep(&mut self, shop: &mut Shop) -> Turn {
        let uid = match &self.kept {
            Kept::Nothing => shop.mint.uid(),
            Kept::Refused(uid) => *uid,
            Kept::Writing(_) | Kept::InTheFund(_) => {
                shop.say(Notice::warning("change-kept-already"));
                return Turn::bell();
            }
        };
        let Some(effect) = self
            .to_keep()
            .and_then(|change| shop.keep_change(change, uid))
        else {
            shop.say(Notice::warning("change-nothing-to-keep"));
            return Turn::bell();
        };
        self.kept = Kept::Writing(uid);
        Turn::with(vec![effect])
    }

    /// What the customer gave in notes and coins.
    pub(super) fn cash_given(&self) -> Money {
        let given = |it: &&Payment| it.kind == TenderKind::Cash && it.cents > Money::ZERO;
        self.payments.iter().filter(given).map(|it| it.cents).sum()
    }
}

impl Screen for Change {
    fn title(&self) -> &'static str {
        "change"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = vec![
            Bind::new(Key::Enter, "change-key-next"),
            Bind::new(Key::Char('!'), "change-key-print"),
        ];
        if self.to_keep().is_some() && !matches!(self.kept, Kept::InTheFund(_)) {
            keys.push(Bind::new(Key::Char('*'), "change-key-keep"));
        }
        keys.push(Bind::new(Key::Back, "change-key-void"));
        if self.to_hand_out() > Money::ZERO {
            keys.push(Bind::new(Key::Char(':'), "change-key-more"));
        }
        keys.push(Bind::new(Key::Char('?'), "change-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if matches!(self.kept, Kept::Writing(_)) {
            return Turn::bell();
        }
        if let Some(at_ms) = self.leaving.take() {
            if stroke.key != Key::Enter {
                return Turn::go(Go::HomeWith(stroke));
            }
            if too_soon(at_ms, stroke.at_ms) {
                // Held since the payment: the customer has not counted yet.
                return Turn::bell();
            }
            return Turn::go(Go::Home);
        }
        match stroke.key {
            Key::Enter | Key::Back | Key::Char('!' | '*') if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => {
                self.leaving = Some(stroke.at_ms);
                Turn::with(vec![Effect::Wake(SETTLING_MS)])
            }
            Key::Escape => Turn::go(Go::Home),
            Key::Char('!') => Command::PrintLast.turn(shop),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char('*') => self.keep(shop),
            Key::Back if let Kept::InTheFund(gift) = &self.kept => {
                let question = Question::void_last(gift, shop);
                shop.guard(Act::Void, Turn::go(Go::Over(Place::Question(question))))
            }
            Key::Char(':') => {
                self.first = match self.first {
                    First::Pieces => First::CountingUp,
                    First::CountingUp => First::Pieces,
                };
                Turn::stay()
            }
            Key::Ctrl('c') => {
                shop.say(Notice::warning("sell-how-to-quit"));
                Turn::bell()
            }
            // What begins no sale would only take the change off the screen.
            Key::Char('+' | '=' | ' ')
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Delete
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => Turn::bell(),
            Key::Char(_) | Key::Back | Key::Tab | Key::BackTab => Turn::go(Go::HomeWith(stroke)),
        }
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        Turn::go(Go::HomeScanned(code.to_owned()))
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let Kept::Writing(uid) = self.kept else {
            return Turn::stay();
        };
        if let News::Recorded(recorded, ticket) = news
            && recorded.uid == uid
        {
            let name = recorded.ticket.as_ref().map(|it| it.1.clone());
            let gift = LastSale::of(name.unwrap_or_default(), ticket, recorded.at);
            self.kept = Kept::InTheFund(Box::new(gift));
        } else if let News::NotRecorded(_) = news {
            self.kept = Kept::Refused(uid);
            shop.say(Notice::alarm("change-not-kept"));
            return Turn::bell();
        }
        Turn::stay()
    }

    fn woken(&mut self, _at_ms: u64, _shop: &mut Shop) -> Turn {
        match self.leaving.take() {
            Some(_) => Turn::go(Go::Home),
            None => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        change_view::draw(self, shop, canvas, area);
    }
}

//! One member: what stands on the account, and everything that can be done with it, by a letter.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        entry::{Number, number},
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        words::Language,
    },
    member_card_view,
    member_form::MemberForm,
    member_list::{MemberList, pay_by_account},
    member_statement::MemberStatement,
};
use crate::domain::{
    asking::{AccountRow, Ask, Found, Statement},
    ids::Id,
    member::{MoveReason, Standing},
    money::Money,
};

/// More characters than this are no sum of money.
const SUM_MAX: usize = 12;

/// The record of a member.
pub struct MemberCard {
    pub(super) id: Id,
    /// What came and went, once it is here.
    pub(super) statement: Option<Box<Statement>>,
    pub(super) doing: Doing,
    /// The sum being typed.
    pub(super) typed: String,
    pub(super) origin: Origin,
    /// Which of a list's choices is chosen.
    pub(super) choice: usize,
}

/// What is being done with the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Nothing: letters choose what.
    Reading,
    /// A sum goes onto it by the open ticket.
    TopUp,
    /// A sum goes to another account.
    Transfer(Id),
    /// It is put right: why, from a list.
    Why,
    /// It is put right by a sum.
    Adjust(MoveReason, Way),
    /// It is to be closed: what becomes of the rest, from a list.
    Rest,
}

/// Which way a sum moves that puts an account right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// Onto the account.
    Onto,
    /// Off it.
    Off,
}

/// Where the sum comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Typed.
    Typed,
    /// Offered: a character begins another.
    Offered,
}

impl MemberCard {
    /// The record of this member.
    pub const fn of(id: Id) -> Self {
        Self {
            id,
            statement: None,
            doing: Doing::Reading,
            typed: String::new(),
            origin: Origin::Typed,
            choice: 0,
        }
    }

    /// The record of a member who gives another money.
    pub fn transferring(from: Id, to: Id) -> Self {
        let mut card = Self::of(from);
        card.doing = Doing::Transfer(to);
        card
    }

    /// What it asks for when it opens.
    pub fn opening(&self) -> Vec<Effect> {
        vec![Effect::Ask(Ask::Statement(self.id.clone()))]
    }

    pub(super) fn row<'a>(&self, shop: &'a Shop) -> Option<&'a AccountRow> {
        shop.members.by_id(&self.id)
    }

    pub(super) fn to(&mut self, doing: Doing) -> Turn {
        self.doing = doing;
        self.typed.clear();
        self.origin = Origin::Typed;
        self.choice = 0;
        Turn::stay()
    }

    /// The sum that is typed, above zero.
    pub(super) fn sum(&self, shop: &Shop) -> Result<Money, Notice> {
        if self.typed.trim().is_empty() {
            return Err(Notice::warning("member-sum-missing"));
        }
        let cents = number(&self.typed, shop.digits).and_then(Number::cents);
        let cents = cents.map_err(|refusal| Notice::warning(refusal.word()))?;
        Money::from_cents(cents)
            .filter(|sum| *sum > Money::ZERO)
            .ok_or(Notice::warning("entry-zero"))
    }

    /// The letters of the record.
    fn letter(&mut self, letter: char, pace: Pace, shop: &mut Shop) -> Turn {
        shop.notice = None;
        let Some(row) = self.row(shop).cloned() else {
            return Turn::bell();
        };
        match letter.to_ascii_lowercase() {
            '?' => return Turn::go(Go::Help),
            '+' | '=' if pace == Pace::Hasty => return Turn::bell(),
            '+' | '=' => return pay_by_account(&self.id, shop),
            's' => {
                let statement = MemberStatement::of(self.id.clone(), self.statement.clone());
                return Turn::go(Go::To(Place::MemberStatement(statement)));
            }
            'm' if row.contact.is_some() => {
                let form = MemberForm::of(&row, shop);
                return Turn::go(Go::To(Place::MemberForm(Box::new(form))));
            }
            'n' => {
                let form = MemberForm::new_member("", shop);
                return Turn::go(Go::Instead(Place::MemberForm(Box::new(form))));
            }
            'x' => return self.close(&row, shop),
            _ => {}
        }
        if row.member.state != Standing::Open {
            let name = shop.member_name(&row);
            return shop.refuse(Notice::warning("member-is-closed").with("name", name));
        }
        match letter.to_ascii_lowercase() {
            'r' if shop.basket().member().is_some_and(|it| *it != self.id) => {
                let notice = shop.somebody_elses();
                shop.refuse(notice)
            }
            'r' => {
                self.to(Doing::TopUp);
                if row.balance < Money::ZERO {
                    self.typed = plain(-row.balance, shop);
                    self.origin = Origin::Offered;
                }
                Turn::stay()
            }
            'v' => {
                let list = MemberList::to_transfer(self.id.clone(), shop);
                Turn::go(Go::To(Place::MemberList(list)))
            }
            'j' => self.to(Doing::Why),
            _ => Turn::bell(),
        }
    }

    fn typing(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => self.to(Doing::Reading),
            Key::Enter => {
                let adjusts = matches!(self.doing, Doing::Adjust(..)) && self.sum(shop).is_ok();
                if adjusts && let Some(turn) = shop.keeper_first(Act::Adjustment, stroke) {
                    return turn;
                }
                self.move_money(shop)
                    .unwrap_or_else(|notice| shop.refuse(notice))
            }
            Key::Back => {
                self.origin = Origin::Typed;
                if self.typed.pop().is_none() {
                    return self.to(Doing::Reading);
                }
                Turn::stay()
            }
            Key::Tab | Key::BackTab => self.other_way(),
            Key::Char(c) if self.typed.chars().count() < SUM_MAX => {
                shop.notice = None;
                if self.origin == Origin::Offered {
                    self.typed.clear();
                    self.origin = Origin::Typed;
                }
                self.typed.push(c);
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }

    fn other_way(&mut self) -> Turn {
        let Doing::Adjust(_, way) = &mut self.doing else {
            return Turn::bell();
        };
        *way = match way {
            Way::Onto => Way::Off,
            Way::Off => Way::Onto,
        };
        Turn::stay()
    }

    fn listing(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let last = match self.doing {
            Doing::Why => MoveReason::ADJUSTMENT.len(),
            _ => super::member_closing::RESTS,
        } - 1;
        match stroke.key {
            Key::Escape | Key::Back => self.to(Doing::Reading),
            Key::Up => {
                self.choice = self.choice.saturating_sub(1);
                Turn::stay()
            }
            Key::Down => {
                self.choice = (self.choice + 1).min(last);
                Turn::stay()
            }
            Key::Enter => self.take(self.choice, shop),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(c) => {
                let digit = number(&c.to_string(), shop.digits).ok();
                let digit = digit.and_then(Number::whole);
                let place = digit.and_then(|digit| usize::try_from(digit - 1).ok());
                match place.filter(|place| *place <= last) {
                    Some(place) => self.take(place, shop),
                    None => Turn::bell(),
                }
            }
            _ => Turn::bell(),
        }
    }

    fn take(&mut self, place: usize, shop: &mut Shop) -> Turn {
        match self.doing {
            Doing::Why => match MoveReason::ADJUSTMENT.get(place) {
                Some(reason) => self.to(Doing::Adjust(*reason, Way::Onto)),
                None => Turn::bell(),
            },
            _ => self.give_rest(place, shop),
        }
    }
}

/// A sum as it is typed in this language.
pub(super) fn plain(sum: Money, shop: &Shop) -> String {
    let cents = sum.cents();
    let sign = match shop.look.words.language() {
        Language::French => ',',
        Language::English => '.',
    };
    format!("{}{sign}{:02}", cents / 100, cents % 100)
}

impl Screen for MemberCard {
    fn title(&self) -> &'static str {
        "member"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        member_card_view::keys(self, shop)
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.doing {
            Doing::Reading => {}
            Doing::Why | Doing::Rest => return self.listing(stroke, shop),
            Doing::TopUp | Doing::Transfer(_) | Doing::Adjust(..) => {
                return self.typing(stroke, shop);
            }
        }
        match stroke.key {
            Key::Char(c) => self.letter(c, pace, shop),
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => match shop.attach(&self.id) {
                Ok(()) => Turn::go(Go::Home),
                Err(notice) => shop.refuse(notice),
            },
            Key::Escape | Key::Left => Turn::go(Go::Back),
            Key::Delete if pace == Pace::Steady => self.erase(shop),
            _ => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn scanned(&mut self, code: &str, _shop: &mut Shop) -> Turn {
        if self.doing == Doing::Reading {
            return Turn::go(Go::HomeScanned(code.to_owned()));
        }
        Turn::bell()
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

    fn may_leave(&self) -> bool {
        self.typed.is_empty()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        member_card_view::draw(self, shop, canvas, area);
    }
}

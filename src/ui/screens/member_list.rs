//! All members: found by letters, a number or a card; one of them goes onto the ticket.

use ratatui::layout::Rect;

use super::{
    super::{
        account_page,
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    member_card::MemberCard,
    member_form::MemberForm,
    member_list_view,
    pay::Pay,
};
use crate::domain::{
    asking::{Ask, Found, Statement},
    ids::Id,
    label::Label,
};

/// So many are listed for letters; with nothing typed, all are.
const LISTED: usize = 100;
/// So far a page key goes.
const PAGE: usize = 10;

/// The list of members, with the card of the chosen one beside it.
pub struct MemberList {
    pub(super) purpose: Purpose,
    pub(super) typed: String,
    /// Who was found, likeliest first.
    pub(super) rows: Vec<Id>,
    pub(super) at: usize,
    /// What came and went on the chosen account, once it is here.
    pub(super) statement: Option<Box<Statement>>,
}

/// What somebody is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be on the open ticket.
    Attach,
    /// To be given money from this account.
    Transfer(Id),
}

impl MemberList {
    /// The list, at the member of the open ticket if there is one.
    pub fn open(shop: &Shop) -> Self {
        let mut list = Self::of(Purpose::Attach, shop);
        let attached = shop.basket().member();
        let at = list.rows.iter().position(|id| Some(id) == attached);
        list.at = at.unwrap_or_default();
        list
    }

    /// The list, to choose who gets money from this account.
    pub fn to_transfer(from: Id, shop: &Shop) -> Self {
        Self::of(Purpose::Transfer(from), shop)
    }

    fn of(purpose: Purpose, shop: &Shop) -> Self {
        let mut list = Self {
            purpose,
            typed: String::new(),
            rows: Vec::new(),
            at: 0,
            statement: None,
        };
        list.list(shop);
        list
    }

    /// What it asks for when it opens: all accounts as they are now.
    pub fn opening(&self) -> Vec<Effect> {
        let mut effects = vec![Effect::Ask(Ask::Members)];
        effects.extend(self.ask());
        effects
    }

    fn list(&mut self, shop: &Shop) {
        let limit = if self.typed.trim().is_empty() {
            usize::MAX
        } else {
            LISTED
        };
        let found = shop.members.find(&self.typed, limit);
        self.rows = found.iter().map(|row| row.member.id.clone()).collect();
        self.at = 0;
    }

    /// Lists what is known now; who was chosen stays so, if she is still there.
    fn list_again(&mut self, shop: &Shop) -> Turn {
        let before = self.chosen().cloned();
        self.list(shop);
        let at = self.rows.iter().position(|id| Some(id) == before.as_ref());
        self.at = at.unwrap_or_default();
        if before.as_ref() == self.chosen() {
            return Turn::stay();
        }
        self.turn()
    }

    pub(super) fn chosen(&self) -> Option<&Id> {
        self.rows.get(self.at)
    }

    fn ask(&self) -> Option<Effect> {
        let id = self.chosen()?.clone();
        Some(Effect::Ask(Ask::Statement(id)))
    }

    /// The chosen one changed: what came and went on her account is asked for.
    fn turn(&mut self) -> Turn {
        let chosen = self.rows.get(self.at);
        self.statement
            .take_if(|it| Some(&it.account.member.id) != chosen);
        Turn::with(self.ask().into_iter().collect())
    }

    fn character(&mut self, c: char, pace: Pace, shop: &mut Shop) -> Turn {
        shop.notice = None;
        match c {
            '?' => return Turn::go(Go::Help),
            '+' | '=' | '!' if pace == Pace::Hasty => return Turn::bell(),
            '+' | '=' => return self.pay(shop),
            '!' => return print(shop),
            ':' => return self.card(shop),
            _ => {}
        }
        if self.typed.chars().count() >= Label::LENGTH_MAX {
            return Turn::bell();
        }
        self.typed.push(c);
        self.list(shop);
        self.turn()
    }

    fn take(&self, shop: &mut Shop) -> Turn {
        let Some(id) = self.chosen().cloned() else {
            return Turn::bell();
        };
        match &self.purpose {
            Purpose::Attach => match shop.attach(&id) {
                Ok(()) => Turn::go(Go::Home),
                Err(notice) => shop.refuse(notice),
            },
            Purpose::Transfer(from) if *from == id => {
                shop.refuse(Notice::warning("members-same-account"))
            }
            Purpose::Transfer(from) => {
                let card = MemberCard::transferring(from.clone(), id);
                Turn::go(Go::Instead(Place::MemberCard(Box::new(card))))
            }
        }
    }

    fn pay(&self, shop: &mut Shop) -> Turn {
        match (&self.purpose, self.chosen()) {
            (Purpose::Attach, Some(id)) => pay_by_account(&id.clone(), shop),
            (Purpose::Attach, None) => shop.refuse(Notice::warning("find-no-member")),
            (Purpose::Transfer(_), _) => Turn::bell(),
        }
    }

    /// The card of the chosen one, or a new one of this name where nobody has it.
    fn card(&self, shop: &Shop) -> Turn {
        if self.purpose != Purpose::Attach {
            return Turn::bell();
        }
        Turn::go(Go::To(match self.chosen() {
            Some(id) => Place::MemberCard(Box::new(MemberCard::of(id.clone()))),
            None => Place::MemberForm(Box::new(MemberForm::new_member(&self.typed, shop))),
        }))
    }

    fn choose(&mut self, key: Key) -> Turn {
        let Some(last) = self.rows.len().checked_sub(1) else {
            return Turn::bell();
        };
        self.at = match key {
            Key::Up => self.at.saturating_sub(1),
            Key::Down => self.at + 1,
            Key::PageUp => self.at.saturating_sub(PAGE),
            Key::PageDown => self.at + PAGE,
            Key::End => last,
            _ => 0,
        }
        .min(last);
        self.turn()
    }
}

/// Attaches a member and pays the open ticket by her account at once, if that suffices.
pub(super) fn pay_by_account(id: &Id, shop: &mut Shop) -> Turn {
    match shop.attach(id) {
        Ok(()) if shop.basket().is_empty() => Turn::go(Go::Home),
        Ok(()) => Pay::finish_now(shop),
        Err(notice) => shop.refuse(notice),
    }
}

fn print(shop: &mut Shop) -> Turn {
    shop.say(Notice::done("members-list-sent"));
    Turn::with(vec![Effect::PrintPage {
        title: shop.look.words.say("members-list"),
        page: account_page::balances(shop),
    }])
}

impl Screen for MemberList {
    fn title(&self) -> &'static str {
        "members"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        let transfer = self.purpose != Purpose::Attach;
        if self.chosen().is_some() {
            let word = if transfer {
                "members-key-take"
            } else {
                "members-key-choose"
            };
            keys.push(Bind::new(Key::Enter, word));
        }
        if !transfer {
            if !shop.basket().is_empty() && self.chosen().is_some() {
                keys.push(Bind::new(Key::Char('+'), "find-key-pay"));
            }
            let word = match self.chosen() {
                Some(_) => "members-key-card",
                None => "members-key-new",
            };
            keys.push(Bind::new(Key::Char(':'), word));
            if shop.basket().member().is_some() {
                keys.push(Bind::new(Key::Delete, "members-key-detach"));
            }
        }
        keys.push(Bind::new(Key::Escape, "members-key-back"));
        if !transfer {
            keys.push(Bind::new(Key::Char('!'), "members-key-print"));
        }
        keys.push(Bind::new(Key::Char('?'), "members-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Char(c) => self.character(c, pace, shop),
            Key::Enter if pace == Pace::Hasty && self.typed.is_empty() => Turn::bell(),
            Key::Enter => self.take(shop),
            Key::Right => self.card(shop),
            Key::Back => {
                if self.typed.pop().is_none() {
                    return Turn::bell();
                }
                self.list(shop);
                self.turn()
            }
            Key::Delete if pace == Pace::Hasty => Turn::bell(),
            Key::Delete if shop.detach() => Turn::stay(),
            Key::Escape => Turn::go(Go::Back),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.choose(stroke.key)
            }
            Key::Ctrl(_) | Key::F(_) | Key::Delete | Key::Tab | Key::BackTab | Key::Left => {
                Turn::bell()
            }
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
        self.list(shop);
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        let card = shop.members.by_card(code).map(|row| row.member.id.clone());
        match (card, &self.purpose) {
            (Some(id), Purpose::Transfer(_)) => {
                self.rows = vec![id];
                self.at = 0;
                self.take(shop)
            }
            (None, Purpose::Transfer(_)) => {
                shop.refuse(Notice::warning("members-card-unknown").with("code", code))
            }
            (_, Purpose::Attach) => Turn::go(Go::HomeScanned(code.to_owned())),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let found = match news {
            News::Found(found) => found,
            // A card may have been filled in above this list.
            News::Written(_) => return self.list_again(shop),
            _ => return Turn::stay(),
        };
        match found.as_ref() {
            Found::Members(_) => self.list_again(shop),
            Found::Statement(statement) if Some(&statement.account.member.id) == self.chosen() => {
                self.statement = Some(statement.clone());
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        member_list_view::draw(self, shop, canvas, area);
    }
}

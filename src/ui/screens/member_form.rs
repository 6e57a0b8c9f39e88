//! A member's contact card and account, to be filled in: one line a field, Enter keeps it all.

use ratatui::layout::Rect;

use super::{
    super::{
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    member_card::{MemberCard, plain},
    member_form_read::{self, capitalised, digit, said},
    member_form_view,
};
use crate::domain::{
    asking::AccountRow,
    ids::{Id, Uid},
    label::Label,
    member::{Contact, Person},
    money::Money,
};

/// The card of a member being filled in.
pub struct MemberForm {
    /// The account before; none for a new one.
    pub(super) before: Option<AccountRow>,
    pub(super) id: Id,
    pub(super) values: [String; Field::ALL.len()],
    pub(super) cards: Vec<Label>,
    pub(super) at: Field,
    /// Whether the next character begins the field anew.
    fresh: Fresh,
    changed: Changed,
    saving: Option<Uid>,
}

/// Where the next character goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Fresh {
    /// In place of what is there.
    Replaces,
    /// Behind it.
    Adds,
}

/// Whether something would be lost.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Changed {
    Nothing,
    Something,
}

/// A field of the card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// The first person's name.
    Name,
    /// Her telephone.
    Phone,
    /// Her e-mail.
    Email,
    /// The second person's name.
    OtherName,
    /// Her telephone.
    OtherPhone,
    /// Her e-mail.
    OtherEmail,
    /// The number.
    Number,
    /// What scanners read on their cards; scanned, not typed.
    Cards,
    /// How far below zero the account may go.
    Limit,
    /// The last year that was paid for.
    Year,
}

impl Field {
    /// All of them, in the order of the screen.
    pub(super) const ALL: [Self; 10] = [
        Self::Name,
        Self::Phone,
        Self::Email,
        Self::OtherName,
        Self::OtherPhone,
        Self::OtherEmail,
        Self::Number,
        Self::Cards,
        Self::Limit,
        Self::Year,
    ];

    pub(super) fn place(self) -> usize {
        Self::ALL
            .iter()
            .position(|it| *it == self)
            .unwrap_or_default()
    }

    fn step(self, by: isize) -> Self {
        let at = self.place().checked_add_signed(by);
        at.and_then(|at| Self::ALL.get(at)).copied().unwrap_or(self)
    }
}

impl MemberForm {
    /// The card of a new member; what was typed is her name or her number.
    pub fn new_member(typed: &str, shop: &Shop) -> Self {
        let mut form = Self::blank(None, Id::known(""));
        let typed = typed.trim();
        let number = if typed.starts_with(|c: char| c.is_ascii_digit()) {
            typed.to_owned()
        } else {
            form.set(Field::Name, capitalised(typed));
            if !typed.is_empty() {
                // Some letters were typed to look her up: the rest of the name follows them.
                form.fresh = Fresh::Adds;
            }
            shop.members.free_number()
        };
        form.set(Field::Number, number);
        form.set(Field::Limit, plain(Money::ZERO, shop));
        form.set(Field::Year, shop.now.local().year().to_string());
        form
    }

    /// The card of a known member.
    pub fn of(row: &AccountRow, shop: &Shop) -> Self {
        let mut form = Self::blank(Some(row.clone()), row.member.id.clone());
        if let Some(contact) = &row.contact {
            form.fill(contact);
        }
        form.set(Field::Limit, plain(row.member.limit, shop));
        let year = row.member.year.map(|year| year.to_string());
        form.set(Field::Year, year.unwrap_or_default());
        form
    }

    fn blank(before: Option<AccountRow>, id: Id) -> Self {
        Self {
            before,
            id,
            values: Default::default(),
            cards: Vec::new(),
            at: Field::Name,
            fresh: Fresh::Replaces,
            changed: Changed::Nothing,
            saving: None,
        }
    }

    fn fill(&mut self, contact: &Contact) {
        let fields = [
            [Field::Name, Field::Phone, Field::Email],
            [Field::OtherName, Field::OtherPhone, Field::OtherEmail],
        ];
        for ([name, phone, email], person) in fields.into_iter().zip(&contact.people) {
            let Person {
                name: called,
                phone: telephone,
                email: address,
            } = person;
            self.set(name, called.to_string());
            self.set(phone, said(telephone.as_ref()));
            self.set(email, said(address.as_ref()));
        }
        self.set(Field::Number, contact.number.to_string());
        self.cards.clone_from(&contact.cards);
    }

    pub(super) fn value(&self, field: Field) -> &str {
        self.values.get(field.place()).map_or("", String::as_str)
    }

    fn set(&mut self, field: Field, text: String) {
        if let Some(value) = self.values.get_mut(field.place()) {
            *value = text;
        }
    }

    fn go(&mut self, by: isize) -> Turn {
        self.at = self.at.step(by);
        self.fresh = Fresh::Replaces;
        Turn::stay()
    }

    fn character(&mut self, c: char, shop: &mut Shop) -> Turn {
        shop.notice = None;
        if self.at == Field::Cards {
            return shop.refuse(Notice::warning("member-form-scan-card"));
        }
        let c = digit(c, self.at, shop).unwrap_or(c);
        let replaces = self.fresh == Fresh::Replaces;
        self.fresh = Fresh::Adds;
        let Some(value) = self.values.get_mut(self.at.place()) else {
            return Turn::bell();
        };
        if replaces {
            value.clear();
        }
        if value.chars().count() >= Label::LENGTH_MAX {
            return Turn::bell();
        }
        value.push(c);
        self.changed = Changed::Something;
        Turn::stay()
    }

    /// Backspace edits what is there; on the cards it takes the last one off, as when it is lost.
    fn back(&mut self, shop: &mut Shop) -> Turn {
        self.fresh = Fresh::Adds;
        self.changed = Changed::Something;
        if self.at == Field::Cards {
            return match self.cards.pop() {
                Some(card) => {
                    shop.say(Notice::done("member-form-card-off").with("code", card.as_str()));
                    Turn::stay()
                }
                None => Turn::bell(),
            };
        }
        let gone = self.values.get_mut(self.at.place()).and_then(String::pop);
        gone.map_or_else(Turn::bell, |_| Turn::stay())
    }

    fn clear(&mut self, shop: &mut Shop) -> Turn {
        if self.at == Field::Cards {
            return self.back(shop);
        }
        self.set(self.at, String::new());
        self.changed = Changed::Something;
        Turn::stay()
    }

    /// Whether she may owe more or less than before.
    fn lets_owe(&self, row: &AccountRow) -> bool {
        let before = self.before.as_ref().map(|row| row.member.limit);
        before.unwrap_or_default() != row.member.limit
    }

    fn save(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        if self.saving.is_some() {
            return Turn::bell();
        }
        match member_form_read::read(self, shop) {
            Ok((change, row)) => {
                if self.lets_owe(&row)
                    && let Some(turn) = shop.keeper_first(Act::Limit, stroke)
                {
                    return turn;
                }
                self.id = row.member.id.clone();
                self.saving = Some(shop.save_member(change, row));
                Turn::stay()
            }
            Err((field, notice)) => {
                self.at = field;
                self.fresh = Fresh::Adds;
                shop.refuse(notice)
            }
        }
    }
}

impl Screen for MemberForm {
    fn title(&self) -> &'static str {
        "member-form"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = vec![
            Bind::new(Key::Enter, "member-form-key-keep"),
            Bind::new(Key::Tab, "member-form-key-next"),
        ];
        if self.at == Field::Cards && !self.cards.is_empty() {
            keys.push(Bind::new(Key::Delete, "member-form-key-card-off"));
        }
        keys.push(Bind::new(Key::Escape, "member-form-key-leave"));
        keys.push(Bind::new(Key::F(1), "member-form-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.save(stroke, shop),
            Key::Tab | Key::Down => self.go(1),
            Key::BackTab | Key::Up => self.go(-1),
            Key::Escape => Turn::go(Go::Back),
            Key::Char(c) => self.character(c, shop),
            Key::Back => self.back(shop),
            Key::Delete => self.clear(shop),
            Key::F(1) => Turn::go(Go::Help),
            Key::Ctrl(_)
            | Key::F(_)
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => Turn::bell(),
        }
    }

    fn takes_any_code(&self) -> bool {
        true
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        if self.at == Field::Cards {
            return;
        }
        if let Some(value) = self.values.get_mut(self.at.place()) {
            for _ in 0..characters {
                value.pop();
            }
            if value.is_empty()
                && let Some(before) = self.before.as_ref().map(|row| Self::of(row, shop))
            {
                // The scan had taken the place of what was there.
                before.value(self.at).clone_into(value);
            }
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        match member_form_read::card(code, self, shop) {
            Ok(card) => {
                shop.say(Notice::done("member-form-card").with("code", card.as_str()));
                self.cards.push(card);
                self.changed = Changed::Something;
                Turn::stay()
            }
            Err(notice) => shop.refuse(notice),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Written(uid) if self.saving == Some(*uid) => {
                let name = shop
                    .members
                    .by_id(&self.id)
                    .map(|row| shop.member_name(row));
                shop.say(Notice::done("member-form-kept").with("name", name.unwrap_or_default()));
                if self.before.is_some() {
                    return Turn::go(Go::Back);
                }
                let card = MemberCard::of(self.id.clone());
                Turn::go(Go::Instead(Place::MemberCard(Box::new(card))))
            }
            News::NotWritten(uid, _) if self.saving == Some(*uid) => {
                self.saving = None;
                Turn::with(vec![Effect::Bell])
            }
            _ => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        self.changed == Changed::Nothing
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        member_form_view::draw(self, shop, canvas, area);
    }
}

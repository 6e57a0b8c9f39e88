//! One article: its price first, everything else by a letter; or a new one, made in a queue.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    about_new::Draft,
    about_view,
    sell_line::flip_sold_out,
};
use crate::domain::{
    catalogue::{Product, State, Stocked},
    ids::Id,
    label::Label,
};

/// More characters than this are no name.
const TYPED_MAX: usize = Label::LENGTH_MAX;

/// The card of an article.
pub struct About {
    pub(super) subject: Subject,
    pub(super) field: Field,
    /// What is being typed into the field.
    pub(super) typed: String,
    pub(super) origin: Origin,
    /// Which of the field's choices is chosen.
    pub(super) choice: usize,
    /// A choice by its digit, which is no scan's.
    pub(super) digit: Alone<usize>,
}

/// Where the text of the field comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    /// Typed, or rubbed out from what was offered.
    Typed,
    /// What it is now: Backspace edits it, a character begins another.
    Offered,
}

/// Which article.
pub(super) enum Subject {
    /// One of the catalogue.
    Known(Id),
    /// One that is not there yet.
    New(Draft),
}

/// Where the keys go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    /// What one costs.
    Price,
    /// What it is called.
    Name,
    /// What is typed for it.
    Code,
    /// What one of it is, from a list.
    Unit,
    /// The VAT inside its price, from a list.
    Vat,
    /// Whose it is, from a list.
    Producer,
    /// How much of it on one line is asked about.
    Maximum,
    /// Where it stands, from a list.
    Department,
    /// What its jar costs until it comes back.
    Deposit,
    /// So many of it for a price of their own.
    Together,
}

impl Field {
    /// Whether it is chosen from a list.
    pub(super) const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Unit | Self::Vat | Self::Producer | Self::Department
        )
    }
}

impl About {
    /// The card of a new article; what was typed is its code, barcode or name, if it is one.
    pub fn new_article(shop: &Shop, typed: &str) -> Self {
        let draft = Draft::of(typed, shop);
        let field = if draft.name.is_some() {
            Field::Price
        } else {
            Field::Name
        };
        Self {
            subject: Subject::New(draft),
            field,
            typed: String::new(),
            origin: Origin::Typed,
            choice: 0,
            digit: Alone::default(),
        }
    }

    /// The card of an article.
    pub fn article(product: &Product) -> Self {
        Self {
            subject: Subject::Known(product.id.clone()),
            field: Field::Price,
            typed: String::new(),
            origin: Origin::Typed,
            choice: 0,
            digit: Alone::default(),
        }
    }
}

impl Screen for About {
    fn title(&self) -> &'static str {
        "about"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        if self.field.is_list() {
            return vec![
                Bind::new(Key::Enter, "about-take"),
                Bind::new(Key::Down, "about-choose"),
                Bind::new(Key::Escape, "about-leave"),
                Bind::new(Key::Char('?'), "about-help-key"),
            ];
        }
        match (&self.subject, self.field) {
            (Subject::New(_), Field::Name) => vec![
                Bind::new(Key::Enter, "about-next"),
                Bind::new(Key::Tab, "about-unit"),
                Bind::new(Key::Escape, "about-leave"),
            ],
            (Subject::New(_), _) => vec![
                Bind::new(Key::Enter, "about-make"),
                Bind::new(Key::Tab, "about-unit"),
                Bind::new(Key::Back, "about-name"),
                Bind::new(Key::Escape, "about-leave"),
            ],
            (Subject::Known(_), Field::Price) if self.typed.is_empty() => card_keys(self, shop),
            (Subject::Known(_), _) => vec![
                Bind::new(Key::Enter, "about-keep"),
                Bind::new(Key::Escape, "about-leave"),
            ],
        }
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.digit.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(choice) => return self.take_at(choice, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        if self.field.is_list() {
            return self.list_key(stroke, pace, shop);
        }
        match stroke.key {
            Key::Escape => self.escape(),
            Key::Enter => self.enter(shop),
            Key::Back => self.back(),
            Key::Tab | Key::BackTab => self.next_unit(stroke.key, shop),
            Key::Char(c) => self.character(c, shop),
            Key::Delete if self.typed.is_empty() => self.withdraw(shop),
            _ => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
        if self.field == Field::Name && self.typed.is_empty() {
            // The scan had taken the place of the name.
            self.offer_name(shop);
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        self.take_barcode(code, shop)
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.digit.woken(at_ms) {
            Some(choice) => self.take_at(choice, shop),
            None => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        self.typed.is_empty()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        about_view::draw(self, shop, canvas, area);
    }
}

/// What the letters of the card do.
fn card_keys(about: &About, shop: &Shop) -> Vec<Bind> {
    let state = about.product(shop).map(|product| product.state);
    let mut keys = Vec::new();
    if state != Some(State::Withdrawn) {
        keys.push(Bind::new(Key::Char('E'), "about-sold-out"));
    }
    let word = if state == Some(State::Withdrawn) {
        "about-bring-back"
    } else {
        "about-withdraw"
    };
    keys.push(Bind::new(Key::Delete, word));
    keys.push(Bind::new(Key::Escape, "about-back"));
    for (letter, word) in [
        ('N', "about-name"),
        ('C', "about-code"),
        ('U', "about-unit"),
        ('T', "about-vat"),
        ('P', "about-producer"),
        ('M', "about-maximum"),
        ('S', "about-stock"),
        ('R', "about-department"),
        ('D', "about-deposit"),
        ('L', "about-together"),
    ] {
        keys.push(Bind::new(Key::Char(letter), word));
    }
    keys.push(Bind::new(Key::Char('?'), "about-help-key"));
    keys
}

impl About {
    /// The article as the catalogue has it now; none for a new one.
    pub(super) fn product<'a>(&self, shop: &'a Shop) -> Option<&'a Product> {
        match &self.subject {
            Subject::Known(id) => shop.catalogue.product(id),
            Subject::New(_) => None,
        }
    }

    fn escape(&mut self) -> Turn {
        let away = self.typed.is_empty() && self.field == Field::Price;
        if away || matches!(self.subject, Subject::New(_)) {
            return Turn::go(Go::Back);
        }
        self.to(Field::Price)
    }

    pub(super) fn to(&mut self, field: Field) -> Turn {
        self.field = field;
        self.typed.clear();
        self.origin = Origin::Typed;
        Turn::stay()
    }

    fn back(&mut self) -> Turn {
        self.origin = Origin::Typed;
        if self.typed.pop().is_some() {
            return Turn::stay();
        }
        match (&mut self.subject, self.field) {
            (Subject::New(draft), Field::Price) => {
                self.typed = draft.name.take().map_or_else(String::new, String::from);
                self.field = Field::Name;
                Turn::stay()
            }
            (
                Subject::Known(_),
                Field::Name | Field::Code | Field::Maximum | Field::Deposit | Field::Together,
            ) => self.to(Field::Price),
            _ => Turn::bell(),
        }
    }

    fn character(&mut self, c: char, shop: &mut Shop) -> Turn {
        let known = matches!(self.subject, Subject::Known(_));
        if known
            && self.field == Field::Price
            && self.typed.is_empty()
            && let Some(turn) = self.letter(c, shop)
        {
            return turn;
        }
        if self.origin == Origin::Offered {
            self.typed.clear();
            self.origin = Origin::Typed;
        }
        if self.typed.chars().count() >= TYPED_MAX {
            return Turn::bell();
        }
        self.typed.push(c);
        Turn::stay()
    }

    /// The letters of the card.
    fn letter(&mut self, letter: char, shop: &mut Shop) -> Option<Turn> {
        let product = self.product(shop)?.clone();
        Some(match letter.to_ascii_lowercase() {
            '?' => Turn::go(Go::Help),
            'n' => {
                self.to(Field::Name);
                self.offer_name(shop);
                Turn::stay()
            }
            'c' => self.to(Field::Code),
            'm' => self.to(Field::Maximum),
            'u' => self.open_list(Field::Unit, shop),
            't' => self.open_list(Field::Vat, shop),
            'p' => self.open_list(Field::Producer, shop),
            'r' => self.open_list(Field::Department, shop),
            'd' => self.to(Field::Deposit),
            'l' => self.to(Field::Together),
            's' => count_or_not(&product, shop),
            'e' if product.state != State::Withdrawn => Turn {
                effects: flip_sold_out(&product, shop).effects,
                go: Go::Back,
            },
            letter if letter.is_alphabetic() && letter.is_ascii() => Turn::bell(),
            _ => return None,
        })
    }
}

/// Begins or ends the counting of its stock.
fn count_or_not(product: &Product, shop: &mut Shop) -> Turn {
    let (stock, word) = match product.stock {
        Stocked::Counted => (Stocked::Endless, "about-now-endless"),
        Stocked::Endless => (Stocked::Counted, "about-now-counted"),
    };
    shop.change_product(Product {
        stock,
        ..product.clone()
    });
    shop.say(Notice::done(word).with("label", product.label.as_str()));
    Turn::stay()
}

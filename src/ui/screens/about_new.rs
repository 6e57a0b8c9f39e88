//! A new article: a name, a price, and the quick key that says whose it is and which VAT is inside.

use super::{
    super::{
        entry::{Meaning, Target, meaning},
        keys::Key,
        notice::Notice,
        screen::{Go, Turn},
        shop::Shop,
    },
    about::{About, Field, Subject},
    about_change::{same_barcode, same_name},
    sell_line,
};
use crate::domain::{
    basket::Line,
    catalogue::{Code, Product, QuickKey, State, Stocked},
    ids::Id,
    label::Label,
    money::Money,
    quantity::{Quantity, TypedIn, Unit},
};

/// The units Tab goes through.
pub(super) const UNITS: [Unit; 4] = [Unit::Piece, Unit::Kilogram, Unit::Litre, Unit::Bunch];

/// What is known of an article that is being made.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) code: Option<Code>,
    pub(super) barcode: Option<String>,
    pub(super) name: Option<Label>,
    /// Its unit, as a place in [`UNITS`].
    pub(super) unit: usize,
    /// Its price and quick key, while only its producer is still to be said.
    pub(super) priced: Option<(Money, QuickKey)>,
}

impl Draft {
    /// What a line that names no article says about a new one.
    pub(super) fn of(typed: &str, shop: &Shop) -> Self {
        let mut draft = Self::default();
        if let Meaning::Article { target, .. } = meaning(typed, shop.digits) {
            match target {
                Target::Code(digits) => draft.code = Code::parse(&digits),
                Target::Barcode(digits) => draft.barcode = Some(digits),
                Target::Name(letters) => draft.name = Label::new(&capitalised(&letters)),
            }
        }
        draft
    }

    pub(super) fn unit(&self) -> &Unit {
        UNITS.get(self.unit).unwrap_or(&Unit::Piece)
    }
}

/// What the price field of a new article holds.
pub(super) fn price_and_key(typed: &str, shop: &Shop) -> Result<(Money, QuickKey), Notice> {
    if shop.catalogue.quick_keys().is_empty() {
        return Err(Notice::warning("about-no-keys"));
    }
    match meaning(typed, shop.digits) {
        Meaning::Amount {
            count: 1,
            cents,
            letter,
        } => {
            let key = shop.catalogue.quick_key(letter).cloned().ok_or_else(|| {
                let letter = letter.to_uppercase().to_string();
                Notice::warning("about-no-such-key").with("letter", letter)
            })?;
            let price = Money::from_cents(cents).ok_or(Notice::warning("entry-too-large"))?;
            Ok((price, key))
        }
        Meaning::Refused(refusal) => Err(Notice::warning(refusal.word())),
        Meaning::Empty
        | Meaning::Unfinished(_)
        | Meaning::Article { .. }
        | Meaning::Amount { .. } => Err(Notice::warning("about-letter-missing")),
    }
}

/// The name with a capital first letter: in a queue nobody presses Shift.
fn capitalised(name: &str) -> String {
    let mut letters = name.trim().chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

impl About {
    /// Enter on a field of a new article.
    pub(super) fn enter_new(&mut self, shop: &mut Shop) -> Turn {
        let Subject::New(draft) = &mut self.subject else {
            return Turn::bell();
        };
        if self.field == Field::Name {
            let Some(name) = Label::new(&capitalised(&self.typed)) else {
                shop.say(Notice::warning("about-name-missing"));
                return Turn::bell();
            };
            if let Some(other) = same_name(&name, None, shop) {
                shop.say(other);
                return Turn::bell();
            }
            draft.name = Some(name);
            return self.to(Field::Price);
        }
        let (price, key) = match price_and_key(&self.typed, shop) {
            Ok(read) => read,
            Err(notice) => {
                shop.say(notice);
                return Turn::bell();
            }
        };
        let producers = shop.catalogue.producers();
        let only = producers.first().filter(|_| producers.len() == 1);
        match (&key.producer, only) {
            (Some(producer), _) => {
                let producer = producer.clone();
                self.make(price, &key, producer, shop)
            }
            (None, Some(only)) => {
                let producer = only.id.clone();
                self.make(price, &key, producer, shop)
            }
            // A shared key: an article has one producer, so it must be said.
            (None, None) => {
                draft.priced = Some((price, key));
                self.open_list(Field::Producer, shop)
            }
        }
    }

    /// The producer of a new article under a shared key was chosen.
    pub(super) fn make_for(&mut self, producer: Id, shop: &mut Shop) -> Turn {
        let Subject::New(draft) = &mut self.subject else {
            return Turn::bell();
        };
        match draft.priced.take() {
            Some((price, key)) => self.make(price, &key, producer, shop),
            None => self.to(Field::Price),
        }
    }

    /// Writes the new article down and puts one on the ticket; what is weighed is still to be
    /// weighed.
    fn make(&self, price: Money, key: &QuickKey, producer: Id, shop: &mut Shop) -> Turn {
        let Subject::New(draft) = &self.subject else {
            return Turn::bell();
        };
        let Some(label) = draft.name.clone() else {
            return Turn::bell();
        };
        let product = Product {
            id: shop.mint.id(),
            code: draft.code.or_else(|| shop.catalogue.free_code(1)),
            barcodes: draft.barcode.iter().map(|it| it.as_str().into()).collect(),
            label,
            unit: draft.unit().clone(),
            typed_in: TypedIn::Grams,
            price,
            quantity_prices: Vec::new(),
            vat: key.vat,
            producer,
            department: key.department.clone(),
            deposit: None,
            maximum: None,
            stock: Stocked::Endless,
            state: State::OnSale,
        };
        shop.change_product(product.clone());
        sell_first(product, shop)
    }

    /// Tab: the next unit of a new article.
    pub(super) fn next_unit(&mut self, key: Key, _shop: &Shop) -> Turn {
        let Subject::New(draft) = &mut self.subject else {
            return Turn::bell();
        };
        let step = if key == Key::Tab { 1 } else { UNITS.len() - 1 };
        draft.unit = (draft.unit + step) % UNITS.len();
        Turn::stay()
    }

    /// A barcode was scanned: it is the article's, unless it is another's.
    pub(super) fn take_barcode(&mut self, code: &str, shop: &mut Shop) -> Turn {
        if let Some(other) = same_barcode(code, shop) {
            shop.say(other);
            return Turn::bell();
        }
        let known = self.product(shop).cloned();
        if let Some(mut product) = known {
            product.barcodes.push(code.into());
            shop.change_product(product);
        } else if let Subject::New(draft) = &mut self.subject {
            draft.barcode = Some(code.to_owned());
        }
        shop.say(Notice::done("about-barcode").with("code", code));
        Turn::stay()
    }
}

fn sell_first(product: Product, shop: &mut Shop) -> Turn {
    let code = product.code.map_or_else(String::new, |it| it.to_string());
    let made = |word| {
        Notice::done(word)
            .with("label", product.label.as_str())
            .with("code", code.clone())
    };
    if product.unit.divides() {
        shop.say(made("about-made-weighed"));
        shop.to_weigh = Some(product.id);
        return Turn::go(Go::Home);
    }
    let notice = made("about-made");
    let before = shop.basket().lines().len();
    let effects = sell_line::put(Line::goods(product, Quantity::ONE), shop).effects;
    if shop.basket().lines().len() > before {
        shop.say(notice);
    }
    Turn {
        effects,
        go: Go::Home,
    }
}

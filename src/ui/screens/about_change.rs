//! Changing an article: each change is an entry of its own, valid from the next line on.

use super::{
    super::{
        entry::{Number, number, numbers},
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        reading,
        screen::{Go, Pace, Turn},
        shop::Shop,
    },
    about::{About, Field, Origin, Subject},
    about_more,
    about_new::UNITS,
    question::Question,
    sell_line::far_from,
};
use crate::domain::{
    catalogue::{Code, Product, State},
    ids::Id,
    label::Label,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    search::fold,
};

/// One of a field's choices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Choice {
    /// What one of it is.
    Unit(Unit),
    /// The VAT inside, and what the rate is for.
    Vat(VatRate, Label),
    /// Whose it is.
    Producer(Id, Label),
    /// Where it stands; none for nowhere.
    Department(Option<(Id, Label)>),
}

/// The product of another with this name, as a refusal that names it.
pub(super) fn same_name(name: &Label, own: Option<&Id>, shop: &Shop) -> Option<Notice> {
    let folded = fold(name.as_str());
    let other = shop.catalogue.products().iter().find(|product| {
        let same = *name == product.label
            || (!folded.is_empty() && folded == fold(product.label.as_str()));
        same && product.state != State::Withdrawn && Some(&product.id) != own
    })?;
    Some(naming("about-name-taken", other))
}

/// The product with this barcode, as a refusal that names it.
pub(super) fn same_barcode(code: &str, shop: &Shop) -> Option<Notice> {
    let other = shop.catalogue.by_barcode(code)?;
    Some(naming("about-barcode-taken", other))
}

fn naming(word: &'static str, other: &Product) -> Notice {
    let code = other.code.map_or_else(|| "-".into(), |it| it.to_string());
    Notice::warning(word)
        .with("label", other.label.as_str())
        .with("code", code)
}

/// The price in the field, in cents above zero.
pub(super) fn price(typed: &str, shop: &Shop) -> Result<Money, Notice> {
    let cents = number(typed, shop.digits).and_then(Number::cents);
    let cents = cents.map_err(|refusal| Notice::warning(refusal.word()))?;
    Money::from_cents(cents)
        .filter(|price| *price > Money::ZERO)
        .ok_or(Notice::warning("about-price-zero"))
}

/// The quantity in the field, by the rules of the sell line; none for nothing at all.
pub(super) fn maximum(
    typed: &str,
    product: &Product,
    shop: &Shop,
) -> Result<Option<Quantity>, Notice> {
    let amounts = numbers(typed, shop.digits).map_err(|it| Notice::warning(it.word()))?;
    let quantity = reading::quantity(product, &amounts).ok_or_else(|| {
        let label = product.label.as_str();
        Notice::warning("sell-by-the-piece").with("label", label)
    })?;
    if quantity > Quantity::MAX {
        return Err(Notice::warning("entry-too-large"));
    }
    Ok((quantity > Quantity::ZERO).then_some(quantity))
}

impl About {
    /// Enter on a field that is typed.
    pub(super) fn enter(&mut self, shop: &mut Shop) -> Turn {
        let Some(product) = self.product(shop).cloned() else {
            return self.enter_new(shop);
        };
        if self.typed.trim().is_empty() {
            return if self.field == Field::Price {
                Turn::go(Go::Back)
            } else {
                self.to(Field::Price)
            };
        }
        let turn = match self.field {
            Field::Price => self.give_price(&product, shop),
            Field::Name => self.give_name(product, shop),
            Field::Code => self.give_code(product, shop),
            Field::Maximum => self.give_maximum(product, shop),
            Field::Deposit => self.give_deposit(product, shop),
            Field::Together => self.give_offer(product, shop),
            Field::Unit | Field::Vat | Field::Producer | Field::Department => Ok(Turn::bell()),
        };
        turn.unwrap_or_else(|notice| {
            shop.say(notice);
            Turn::bell()
        })
    }

    fn give_price(&self, product: &Product, shop: &mut Shop) -> Result<Turn, Notice> {
        let price = price(&self.typed, shop)?;
        if !far_from(price, product.price) {
            put_price(product, price, shop);
            return Ok(Turn::go(Go::Back));
        }
        let words = &shop.look.words;
        let about = Notice::warning("question-far-price-what")
            .with("label", product.label.as_str())
            .with("price", words.price(price, &product.unit))
            .with("usual", words.price(product.price, &product.unit));
        let product = product.clone();
        let ask = Notice::warning("question-far-price");
        let question = Question::of(vec![about], ask, move |shop| {
            put_price(&product, price, shop);
            Turn::go(Go::Back)
        });
        Ok(Turn::go(Go::Instead(Place::Question(question))))
    }

    fn give_name(&mut self, product: Product, shop: &mut Shop) -> Result<Turn, Notice> {
        let label = Label::new(&self.typed).ok_or(Notice::warning("about-name-missing"))?;
        if let Some(other) = same_name(&label, Some(&product.id), shop) {
            return Err(other);
        }
        Ok(self.keep(Product { label, ..product }, shop))
    }

    fn give_code(&mut self, product: Product, shop: &mut Shop) -> Result<Turn, Notice> {
        let number = number(&self.typed, shop.digits)
            .ok()
            .and_then(Number::whole);
        let code = number
            .and_then(|number| u32::try_from(number).ok())
            .and_then(Code::new)
            .ok_or(Notice::warning("about-code-how"))?;
        if let Some(other) = shop.catalogue.by_code(code)
            && other.id != product.id
        {
            return Err(naming("about-code-taken", other));
        }
        let code = Some(code);
        Ok(self.keep(Product { code, ..product }, shop))
    }

    fn give_maximum(&mut self, product: Product, shop: &mut Shop) -> Result<Turn, Notice> {
        let maximum = maximum(&self.typed, &product, shop)?;
        Ok(self.keep(Product { maximum, ..product }, shop))
    }

    fn give_deposit(&mut self, product: Product, shop: &mut Shop) -> Result<Turn, Notice> {
        let deposit = about_more::deposit(&self.typed, shop)?;
        Ok(self.keep(Product { deposit, ..product }, shop))
    }

    fn give_offer(&mut self, product: Product, shop: &mut Shop) -> Result<Turn, Notice> {
        if product.unit.divides() {
            return Err(Notice::warning("about-together-by-weight"));
        }
        let offer = about_more::together(&self.typed, shop)?;
        let quantity_prices = about_more::with_offer(&product, offer);
        let product = Product {
            quantity_prices,
            ..product
        };
        Ok(self.keep(product, shop))
    }

    /// Writes the changed article down and goes back to its price.
    fn keep(&mut self, product: Product, shop: &mut Shop) -> Turn {
        let notice = Notice::done("about-kept").with("label", product.label.as_str());
        shop.change_product(product);
        shop.say(notice);
        self.to(Field::Price)
    }

    /// Puts the article's name into the field, to be edited or replaced.
    pub(super) fn offer_name(&mut self, shop: &Shop) {
        if let Some(product) = self.product(shop) {
            self.typed = product.label.to_string();
            self.origin = Origin::Offered;
        }
    }

    /// Opens a field that is chosen from a list, at what it is now.
    pub(super) fn open_list(&mut self, field: Field, shop: &Shop) -> Turn {
        self.to(field);
        let product = self.product(shop);
        self.choice = self
            .choices(shop)
            .iter()
            .position(|choice| match (choice, product) {
                (Choice::Unit(unit), Some(product)) => *unit == product.unit,
                (Choice::Vat(rate, _), Some(product)) => *rate == product.vat,
                (Choice::Producer(id, _), Some(product)) => *id == product.producer,
                (Choice::Department(it), Some(product)) => {
                    it.as_ref().map(|(id, _)| id) == product.department.as_ref()
                }
                (_, None) => false,
            })
            .unwrap_or_default();
        Turn::stay()
    }

    /// What the field can be.
    pub(super) fn choices(&self, shop: &Shop) -> Vec<Choice> {
        match self.field {
            Field::Unit => units(shop).into_iter().map(Choice::Unit).collect(),
            Field::Vat => {
                let rates = shop.settings.rates_on(&shop.day());
                let choice = |it: &crate::domain::settings::DatedRate| {
                    Choice::Vat(it.rate, it.label.clone())
                };
                rates.into_iter().map(choice).collect()
            }
            Field::Producer => shop
                .catalogue
                .producers()
                .iter()
                .map(|it| Choice::Producer(it.id.clone(), it.name.clone()))
                .collect(),
            Field::Department => {
                let all = shop.catalogue.departments().iter();
                let all = all.map(|it| Choice::Department(Some((it.id.clone(), it.name.clone()))));
                std::iter::once(Choice::Department(None))
                    .chain(all)
                    .collect()
            }
            Field::Price
            | Field::Name
            | Field::Code
            | Field::Maximum
            | Field::Deposit
            | Field::Together => Vec::new(),
        }
    }

    pub(super) fn list_key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        let choices = self.choices(shop);
        let last = choices.len().saturating_sub(1);
        match stroke.key {
            Key::Escape | Key::Back => return self.to(Field::Price),
            Key::Char('?') => return Turn::go(Go::Help),
            // It may be a scan's, or the one that opened the list and bounces.
            Key::Enter if pace == Pace::Hasty => return Turn::bell(),
            Key::Enter => return self.take_at(self.choice, shop),
            Key::Char(c) => {
                let digit = number(&c.to_string(), shop.digits).ok();
                let chosen = digit
                    .and_then(Number::whole)
                    .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
                    .filter(|at| *at < choices.len());
                return match chosen {
                    Some(at) => self.digit.hold(at, stroke),
                    None => Turn::bell(),
                };
            }
            Key::Up => self.choice = self.choice.saturating_sub(1),
            Key::Down => self.choice = (self.choice + 1).min(last),
            Key::Home | Key::PageUp => self.choice = 0,
            Key::End | Key::PageDown => self.choice = last,
            _ => return Turn::bell(),
        }
        Turn::stay()
    }

    /// Takes a choice of the field, by its place.
    pub(super) fn take_at(&mut self, place: usize, shop: &mut Shop) -> Turn {
        let Some(choice) = self.choices(shop).into_iter().nth(place) else {
            return Turn::bell();
        };
        if let (Subject::New(_), Choice::Producer(id, _)) = (&self.subject, &choice) {
            return self.make_for(id.clone(), shop);
        }
        let Some(product) = self.product(shop).cloned() else {
            return Turn::bell();
        };
        let product = match choice {
            Choice::Unit(unit) => Product { unit, ..product },
            Choice::Department(department) => Product {
                department: department.map(|(id, _)| id),
                ..product
            },
            Choice::Vat(vat, _) => Product { vat, ..product },
            Choice::Producer(producer, _) => Product {
                producer,
                ..product
            },
        };
        self.keep(product, shop)
    }

    /// Takes the article out of the catalogue, or back into it.
    pub(super) fn withdraw(&self, shop: &mut Shop) -> Turn {
        let Some(product) = self.product(shop).cloned() else {
            return Turn::bell();
        };
        if product.state == State::Withdrawn {
            return bring_back(product, shop);
        }
        let about = Notice::warning("about-withdraw-what").with("label", product.label.as_str());
        let ask = Notice::warning("about-withdraw-ask");
        let question = Question::of(vec![about], ask, move |shop| {
            let notice = Notice::done("about-withdrawn").with("label", product.label.as_str());
            shop.change_product(Product {
                state: State::Withdrawn,
                ..product
            });
            shop.say(notice);
            Turn::go(Go::Back)
        });
        Turn::go(Go::Instead(Place::Question(question)))
    }
}

/// A withdrawn article comes back, unless its code or name went to another meanwhile.
fn bring_back(product: Product, shop: &mut Shop) -> Turn {
    let code = product.code.and_then(|code| shop.catalogue.by_code(code));
    let taken = code
        .map(|other| naming("about-code-taken", other))
        .or_else(|| same_name(&product.label, Some(&product.id), shop));
    if let Some(notice) = taken {
        shop.say(notice);
        return Turn::bell();
    }
    let notice = Notice::done("sell-on-sale-again").with("label", product.label.as_str());
    shop.change_product(Product {
        state: State::OnSale,
        ..product
    });
    shop.say(notice);
    Turn::stay()
}

fn put_price(product: &Product, price: Money, shop: &mut Shop) {
    let words = &shop.look.words;
    let notice = Notice::done("about-price-changed")
        .with("label", product.label.as_str())
        .with("price", words.price(price, &product.unit))
        .with("before", words.money(product.price));
    shop.change_product(Product {
        price,
        ..product.clone()
    });
    shop.say(notice);
}

/// The units there are: those every stall has, and its own.
fn units(shop: &Shop) -> Vec<Unit> {
    let mut units = UNITS.to_vec();
    for product in shop.catalogue.products() {
        if !units.contains(&product.unit) {
            units.push(product.unit.clone());
        }
    }
    units
}

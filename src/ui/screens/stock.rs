//! The stock of the day: what was brought, sold and lost, and what is left.

use std::collections::HashMap;

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        entry::{Number, number, numbers},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        reading,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    about::About,
    sell_line::flip_sold_out,
    stock_moves::{WAYS, move_stock},
    stock_rows::{Row, Sort},
    stock_view,
};
use crate::domain::{
    catalogue::{Product, Stocked},
    facts::StockWay,
    ids::Id,
    quantity::Quantity,
    views::StockRow,
};

/// More characters than this are no quantity and no name.
const TYPED_MAX: usize = 40;
/// So many rows a page key moves.
const PAGE: usize = 10;

/// The stock screen.
#[derive(Default)]
pub struct Stock {
    pub(super) known: HashMap<Id, StockRow>,
    pub(super) rows: Vec<Row>,
    pub(super) chosen: usize,
    pub(super) sort: Sort,
    pub(super) filter: String,
    pub(super) asking: Asking,
    pub(super) typed: String,
    /// The place of a reason in [`WAYS`], its digit being no scan's.
    reason: Alone<usize>,
}

/// What the next key answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Asking {
    /// Which article, and what about it.
    #[default]
    Which,
    /// The letters or the code of the articles to show.
    Filter,
    /// How much came.
    Delivery,
    /// How much went.
    Loss,
    /// Why so much went.
    Why(Quantity),
}

impl Screen for Stock {
    fn title(&self) -> &'static str {
        "stock"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let mut keys = match self.asking {
            Asking::Which if self.rows.is_empty() => vec![Bind::new(Key::Escape, "stock-back")],
            Asking::Which => vec![
                Bind::new(Key::Char('A'), "stock-delivery"),
                Bind::new(Key::Char('P'), "stock-loss"),
                Bind::new(Key::Char('E'), "stock-sold-out"),
                Bind::new(Key::Char('/'), "stock-filter"),
                Bind::new(Key::Char('T'), "stock-sort"),
                Bind::new(Key::Enter, "stock-card"),
                Bind::new(Key::Escape, "stock-back"),
            ],
            Asking::Filter => vec![
                Bind::new(Key::Enter, "stock-keep"),
                Bind::new(Key::Escape, "stock-all"),
            ],
            Asking::Delivery | Asking::Loss => vec![
                Bind::new(Key::Enter, "stock-note"),
                Bind::new(Key::Escape, "stock-leave"),
            ],
            Asking::Why(_) => vec![Bind::new(Key::Escape, "stock-leave")],
        };
        if self.asking != Asking::Filter {
            keys.push(Bind::new(Key::Char('?'), "stock-help-key"));
        }
        keys
    }

    fn key(&mut self, stroke: Stroke, _pace: Pace, shop: &mut Shop) -> Turn {
        match self.reason.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(reason) => return self.lose(reason, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match (self.asking, stroke.key) {
            (Asking::Filter, key) => self.filter_key(key, shop),
            (_, Key::Char('?')) => Turn::go(Go::Help),
            (Asking::Which, key) => self.list_key(key, shop),
            (_, Key::Escape) => self.ask(Asking::Which),
            (Asking::Delivery | Asking::Loss, key) => self.quantity_key(key, shop),
            (Asking::Why(_), Key::Char(c)) => self.why(c, stroke, shop),
            (Asking::Why(_), _) => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        for _ in 0..characters {
            match self.asking {
                Asking::Filter => self.filter.pop(),
                _ => self.typed.pop(),
            };
        }
        if self.asking == Asking::Filter && self.filter.is_empty() {
            self.asking = Asking::Which;
        }
        self.arrange(shop);
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        let found = shop
            .catalogue
            .by_barcode(code)
            .map(|product| product.id.clone());
        let place = self
            .rows
            .iter()
            .position(|row| found.is_some() && id_of(row, shop) == found);
        match place {
            Some(place) if self.asking == Asking::Which => {
                self.chosen = place;
                Turn::stay()
            }
            _ => {
                shop.say(Notice::warning("scan-not-here").with("code", code));
                Turn::bell()
            }
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Stock(rows) => {
                self.known = rows
                    .iter()
                    .map(|row| (row.product.clone(), row.clone()))
                    .collect();
                // What is written counts, if a movement could not be.
                let left = rows.iter().map(|row| (row.product.clone(), row.left));
                shop.left.extend(left);
                self.arrange(shop);
                Turn::stay()
            }
            News::Written(_) | News::NotWritten(..) => {
                Turn::with(vec![Effect::AskStock(shop.day())])
            }
            _ => Turn::stay(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.reason.woken(at_ms) {
            Some(reason) => self.lose(reason, shop),
            None => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        matches!(self.asking, Asking::Which | Asking::Filter)
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        stock_view::draw(self, shop, canvas, area);
    }
}

impl Stock {
    /// The article the next key is about.
    pub(super) fn article<'a>(&self, shop: &'a Shop) -> Option<&'a Product> {
        shop.catalogue.at(self.rows.get(self.chosen)?.place)
    }

    fn list_key(&mut self, key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Escape if !self.filter.is_empty() => {
                self.filter.clear();
                self.arrange(shop);
                Turn::stay()
            }
            Key::Escape => Turn::go(Go::Back),
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.choose(key)
            }
            Key::Char('/') => self.ask(Asking::Filter),
            Key::Char(c) if number(&c.to_string(), shop.digits).is_ok() => {
                self.filter.clear();
                self.asking = Asking::Filter;
                self.filter_key(key, shop)
            }
            Key::Char('t' | 'T') => {
                self.sort = self.sort.next();
                self.arrange(shop);
                self.chosen = 0;
                Turn::stay()
            }
            _ => self.article_key(key, shop),
        }
    }

    /// Keys about the chosen article.
    fn article_key(&mut self, key: Key, shop: &mut Shop) -> Turn {
        let Some(product) = self.article(shop).cloned() else {
            return Turn::bell();
        };
        match key {
            Key::Enter => Turn::go(Go::To(Place::About(Box::new(About::article(&product))))),
            Key::Char('a' | 'A') => self.ask(Asking::Delivery),
            Key::Char('p' | 'P') if product.stock == Stocked::Endless => {
                let label = product.label.as_str();
                shop.say(Notice::warning("stock-not-counted").with("label", label));
                Turn::bell()
            }
            Key::Char('p' | 'P') => self.ask(Asking::Loss),
            Key::Char('e' | 'E') => {
                let turn = flip_sold_out(&product, shop);
                self.arrange(shop);
                turn
            }
            _ => Turn::bell(),
        }
    }

    fn filter_key(&mut self, key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Enter => return self.ask(Asking::Which),
            Key::Escape => {
                self.filter.clear();
                self.asking = Asking::Which;
            }
            Key::Back => {
                if self.filter.pop().is_none() {
                    return self.ask(Asking::Which);
                }
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                return self.choose(key);
            }
            Key::Char(c) if self.filter.chars().count() < TYPED_MAX => self.filter.push(c),
            _ => return Turn::bell(),
        }
        self.arrange(shop);
        self.chosen = 0;
        Turn::stay()
    }

    fn quantity_key(&mut self, key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Char(c) if self.typed.chars().count() < TYPED_MAX => {
                self.typed.push(c);
                Turn::stay()
            }
            Key::Back => match self.typed.pop() {
                Some(_) => Turn::stay(),
                None => self.ask(Asking::Which),
            },
            Key::Enter => match self.quantity(shop) {
                Ok(quantity) if self.asking == Asking::Loss => self.ask(Asking::Why(quantity)),
                Ok(quantity) => self.delivered(quantity, shop),
                Err(notice) => {
                    shop.say(notice);
                    Turn::bell()
                }
            },
            _ => Turn::bell(),
        }
    }

    /// How much the typed numbers are of the chosen article, in the unit the question names.
    pub(super) fn quantity(&self, shop: &Shop) -> Result<Quantity, Notice> {
        let product = self
            .article(shop)
            .ok_or_else(|| Notice::warning("stock-how-much"))?;
        if self.typed.trim().is_empty() {
            return Err(Notice::warning("stock-how-much"));
        }
        let mut amounts =
            numbers(&self.typed, shop.digits).map_err(|it| Notice::warning(it.word()))?;
        for amount in &mut amounts {
            // Crates are counted in the unit that is asked for; bare grams are the sell line's.
            amount.decimal = true;
        }
        let quantity = reading::quantity(product, &amounts).ok_or_else(|| {
            let label = product.label.as_str();
            Notice::warning("sell-by-the-piece").with("label", label)
        })?;
        match quantity {
            Quantity::ZERO => Err(Notice::warning("entry-zero")),
            quantity if quantity > Quantity::MAX => Err(Notice::warning("entry-too-large")),
            quantity => Ok(quantity),
        }
    }

    fn delivered(&mut self, quantity: Quantity, shop: &mut Shop) -> Turn {
        let Some(product) = self.article(shop).cloned() else {
            return Turn::bell();
        };
        // The first delivery begins the counting.
        shop.change_product(Product {
            stock: Stocked::Counted,
            ..product.clone()
        });
        let left = move_stock(&product, quantity, (None, StockWay::Delivered), shop);
        self.say_moved("stock-delivered", &product, (quantity, left), shop)
    }

    fn why(&mut self, c: char, stroke: Stroke, shop: &Shop) -> Turn {
        let digit = number(&c.to_string(), shop.digits)
            .ok()
            .and_then(Number::whole);
        let reason = digit
            .and_then(|digit| usize::try_from(digit).ok()?.checked_sub(1))
            .filter(|at| *at < WAYS.len());
        match reason {
            Some(reason) => self.reason.hold(reason, stroke),
            None => Turn::bell(),
        }
    }

    /// The reason is said: writes down what went.
    fn lose(&mut self, reason: usize, shop: &mut Shop) -> Turn {
        let (Asking::Why(quantity), Some(why), Some(product)) =
            (self.asking, WAYS.get(reason), self.article(shop).cloned())
        else {
            return Turn::bell();
        };
        let left = move_stock(&product, quantity, *why, shop);
        let word = match why.1 {
            StockWay::Given => "stock-given",
            StockWay::TakenHome => "stock-taken-home",
            StockWay::Lost | StockWay::Delivered => "stock-lost",
        };
        self.say_moved(word, &product, (quantity, left), shop)
    }

    fn say_moved(
        &mut self,
        word: &'static str,
        product: &Product,
        (quantity, left): (Quantity, Quantity),
        shop: &mut Shop,
    ) -> Turn {
        let words = &shop.look.words;
        let notice = Notice::done(word)
            .with("label", product.label.as_str())
            .with("quantity", words.quantity(quantity, &product.unit))
            .with("left", words.quantity(left, &product.unit));
        shop.say(notice);
        self.ask(Asking::Which)
    }

    fn ask(&mut self, asking: Asking) -> Turn {
        self.asking = asking;
        self.typed.clear();
        Turn::stay()
    }

    fn choose(&mut self, key: Key) -> Turn {
        let last = self.rows.len().saturating_sub(1);
        self.chosen = match key {
            Key::Up => self.chosen.saturating_sub(1),
            Key::PageUp => self.chosen.saturating_sub(PAGE),
            Key::Down => self.chosen + 1,
            Key::PageDown => self.chosen + PAGE,
            Key::Home => 0,
            _ => last,
        }
        .min(last);
        Turn::stay()
    }
}

fn id_of(row: &Row, shop: &Shop) -> Option<Id> {
    Some(shop.catalogue.at(row.place)?.id.clone())
}

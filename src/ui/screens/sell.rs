//! Ringing up: one line, always focused; codes, letters, weights and amounts become a basket.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        commands::Command,
        entry::number,
        foot::Bind,
        keeper::Act,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        reading::{self, Reading},
        screen::{Go, Pace, Screen, Turn},
        shop::{Errand, Shop},
    },
    about::About,
    menu::Menu,
    pay::Pay,
    pick::Pick,
    question::Question,
    sell_back,
    sell_chosen::Wish,
    sell_jars, sell_keys,
    sell_line::{doubtful, flip_sold_out, put, remove, undo},
    sell_view,
    ticket::OneTicket,
};
use crate::domain::{catalogue::Product, quantity::Quantity};

/// More characters than this are no line of a ticket.
const LINE_MAX: usize = 60;

/// The screen a stallholder looks at all day.
#[derive(Default)]
pub struct Sell {
    pub(super) line: String,
    pub(super) origin: Origin,
    pub(super) chosen: Option<usize>,
    pub(super) asking: Asking,
    /// `*` on the empty line, which is a jar unless a scan begins with it.
    star: Alone<()>,
}

/// Where the characters on the line come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Origin {
    /// They are being typed.
    #[default]
    Typed,
    /// They were refused and handed back: the next character starts anew.
    HandedBack,
}

/// What the line is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Asking {
    /// The next article.
    #[default]
    Article,
    /// The unit price of a line.
    Price(usize),
    /// Something off a line: an amount, or a number and `%`.
    Discount(usize),
}

impl Screen for Sell {
    fn title(&self) -> &'static str {
        "sell"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        sell_keys::binds(self, shop)
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.star.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(()) => return sell_jars::back(Quantity::ONE, shop),
            Heard::TakenBack => self.line.push('*'),
        }
        if shop.to_weigh.is_some() {
            return self.weigh(stroke.key, shop);
        }
        match stroke.key {
            Key::Char('*') if self.is_idle() => {
                self.chosen = None;
                self.star.hold((), stroke)
            }
            Key::Char(c) => self.character(c, pace, shop),
            Key::Enter => self.enter(pace, shop),
            Key::Back => self.back(pace, shop),
            Key::Delete => self.delete(pace, shop),
            Key::Escape => self.escape(shop),
            Key::Tab | Key::BackTab if pace == Pace::Hasty => Turn::bell(),
            Key::Tab | Key::BackTab => {
                shop.flip();
                self.chosen = None;
                self.asking = Asking::Article;
                Turn::stay()
            }
            Key::Up | Key::Down | Key::PageUp | Key::PageDown | Key::Home | Key::End => {
                self.choose(stroke.key, shop)
            }
            Key::Ctrl('c') => {
                shop.say(Notice::warning("sell-how-to-quit"));
                Turn::bell()
            }
            Key::Ctrl(_) | Key::F(_) | Key::Left | Key::Right => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.line.pop();
        }
    }

    fn retype(&mut self, line: &str) {
        line.clone_into(&mut self.line);
        self.origin = Origin::Typed;
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        // `3*` typed by hand before a scan counts.
        let amounts = match super::super::entry::meaning(&self.line, shop.digits) {
            super::super::entry::Meaning::Unfinished(amounts) => amounts,
            _ => Vec::new(),
        };
        let Some(product) = shop.catalogue.by_barcode(code).cloned() else {
            if let Some(turn) = self.card(code, shop) {
                return turn;
            }
            if let Some(ticket) = OneTicket::scan(code, shop) {
                self.clear();
                return Turn::go(Go::To(ticket));
            }
            // It is no price and no quantity, whatever was being asked for.
            self.clear();
            code.clone_into(&mut self.line);
            self.origin = Origin::HandedBack;
            shop.say(Notice::warning("sell-unknown-barcode").with("code", code));
            return Turn::bell();
        };
        self.clear();
        shop.to_weigh = None;
        let reading = reading::of_product(&product, &amounts);
        self.obey(reading, shop)
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.star.woken(at_ms) {
            Some(()) => sell_jars::back(Quantity::ONE, shop),
            None => Turn::stay(),
        }
    }

    fn is_quiet(&self, shop: &Shop) -> bool {
        shop.basket().is_empty() && shop.to_weigh.is_none() && self.asking == Asking::Article
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        sell_view::draw(self, shop, canvas, area);
    }
}

impl Sell {
    fn character(&mut self, c: char, pace: Pace, shop: &mut Shop) -> Turn {
        if self.line.is_empty() && self.asking == Asking::Article {
            if let Some(turn) = self.command(c, pace, shop) {
                return turn;
            }
            if !c.is_ascii_digit() && !is_number_sign(c, shop) {
                self.chosen = None;
            }
        } else if self.asking == Asking::Article && c == ':' {
            return self.about(shop);
        } else if self.asking == Asking::Article && c == '/' {
            let typed = std::mem::take(&mut self.line);
            return Turn::go(Go::To(Place::Pick(Pick::search(shop, &typed))));
        }
        if self.origin == Origin::HandedBack {
            // The refused line goes, and why it was refused goes with it.
            self.line.clear();
            self.origin = Origin::Typed;
            shop.notice = None;
        }
        if self.line.chars().count() >= LINE_MAX {
            return Turn::bell();
        }
        self.line.push(c);
        Turn::stay()
    }

    /// Characters that are commands on the empty line.
    fn command(&mut self, c: char, pace: Pace, shop: &mut Shop) -> Option<Turn> {
        if let Some(at) = self.chosen {
            if let Some(wish) = Wish::of(c) {
                if pace == Pace::Hasty {
                    return Some(Turn::bell());
                }
                return Some(self.obey_wish(at, wish, shop));
            }
            match c.to_ascii_lowercase() {
                'e' if pace == Pace::Hasty => return Some(Turn::bell()),
                'e' => return Some(Self::flip_chosen_sold_out(at, shop)),
                ':' => {
                    let product = shop.basket().lines().get(at)?.product()?.clone();
                    return Some(about(&product, shop));
                }
                _ => {}
            }
        }
        Some(match c {
            '+' | '=' | '!' if pace == Pace::Hasty => Turn::bell(),
            '+' | '=' => {
                self.chosen = None;
                sell_back::unfinished(shop).unwrap_or_else(|| Pay::finish_now(shop))
            }
            '/' => Turn::go(Go::To(Place::Pick(Pick::search(shop, "")))),
            ':' => Command::Palette.turn(shop),
            '?' => Command::Help.turn(shop),
            '!' => Command::PrintLast.turn(shop),
            ' ' => Turn::bell(),
            _ => return None,
        })
    }

    pub(super) fn ask(&mut self, asking: Asking, shop: &mut Shop) -> Turn {
        self.asking = asking;
        shop.notice = None;
        Turn::stay()
    }

    fn enter(&mut self, pace: Pace, shop: &mut Shop) -> Turn {
        match self.asking {
            Asking::Price(at) => return self.give_price(at, shop),
            Asking::Discount(at) => return self.give_discount(at, shop),
            Asking::Article => {}
        }
        if self.line.is_empty() {
            if pace == Pace::Hasty {
                return Turn::bell();
            }
            self.chosen = None;
            return sell_back::unfinished(shop).unwrap_or_else(|| Pay::open(shop));
        }
        if let Some(at) = self.chosen
            && let Ok(number) = number(&self.line, shop.digits)
        {
            return self.give_quantity(at, number, shop);
        }
        let reading = reading::read(&self.line, shop);
        self.obey(reading, shop)
    }

    pub(super) fn obey(&mut self, reading: Reading, shop: &mut Shop) -> Turn {
        match reading {
            Reading::Nothing => Turn::stay(),
            Reading::Line(line) => {
                self.clear();
                put(*line, shop)
            }
            Reading::Jars(count) => {
                self.clear();
                sell_jars::back(count, shop)
            }
            Reading::Weigh(id) => {
                self.clear();
                shop.to_weigh = Some(id);
                Turn::stay()
            }
            Reading::Ask(line, doubt) => {
                self.clear();
                Turn::go(Go::To(Place::Question(doubtful(*line, doubt, shop))))
            }
            Reading::Choose(places, amounts) => {
                let typed = std::mem::take(&mut self.line);
                Turn::go(Go::To(Place::Pick(Pick::among(
                    places, amounts, &typed, shop,
                ))))
            }
            Reading::Partial => self.hand_back(Notice::warning("sell-unfinished"), shop),
            Reading::Unknown(_) => {
                let typed = self.line.clone();
                self.hand_back(Notice::warning("sell-unknown").with("typed", typed), shop)
            }
            Reading::Refused(notice) => self.hand_back(notice, shop),
        }
    }

    /// The line stays to be mended; the next character starts a new one.
    pub(super) fn hand_back(&mut self, notice: Notice, shop: &mut Shop) -> Turn {
        self.origin = Origin::HandedBack;
        shop.say(notice);
        Turn::bell()
    }

    pub(super) fn clear(&mut self) {
        self.line.clear();
        self.origin = Origin::Typed;
        self.asking = Asking::Article;
        self.chosen = None;
    }

    fn back(&mut self, pace: Pace, shop: &mut Shop) -> Turn {
        self.origin = Origin::Typed;
        if self.line.pop().is_some() {
            return Turn::stay();
        }
        if self.asking != Asking::Article {
            self.asking = Asking::Article;
            return Turn::stay();
        }
        if pace == Pace::Hasty {
            // The key that rubbed the line out is still held: it must not undo the ticket.
            return Turn::bell();
        }
        self.chosen = None;
        if shop.basket().is_empty()
            && let Some(last) = shop.last.clone()
            && !shop.basket_has_history()
        {
            let question = Question::void_last(&last, shop);
            return shop.guard(Act::Void, Turn::go(Go::To(Place::Question(question))));
        }
        undo(shop)
    }

    fn delete(&mut self, pace: Pace, shop: &mut Shop) -> Turn {
        if self.line.is_empty() {
            let Some(at) = self.chosen.filter(|_| pace == Pace::Steady) else {
                return Turn::bell();
            };
            remove(at, shop);
            let count = shop.basket().lines().len();
            self.chosen = count.checked_sub(1).map(|last| at.min(last));
            return Turn::stay();
        }
        match reading::article(&self.line, shop).cloned() {
            Some(product) => {
                self.clear();
                flip_sold_out(&product, shop)
            }
            None => Turn::bell(),
        }
    }

    /// Whether the line is empty and asks for the next article.
    const fn is_idle(&self) -> bool {
        self.line.is_empty() && matches!(self.asking, Asking::Article)
    }

    fn escape(&mut self, shop: &mut Shop) -> Turn {
        let idle = self.is_idle() && self.chosen.is_none();
        self.clear();
        if idle && shop.errand == Errand::TakeBack {
            shop.errand = Errand::Sell;
            Turn::stay()
        } else if idle {
            shop.hush();
            Turn::go(Go::To(Place::Menu(Menu::default())))
        } else {
            Turn::stay()
        }
    }

    fn about(&mut self, shop: &mut Shop) -> Turn {
        let typed = std::mem::take(&mut self.line);
        let turn = if let Some(product) = reading::article(&typed, shop).cloned() {
            about(&product, shop)
        } else {
            let article = About::new_article(shop, &typed);
            Turn::go(Go::To(Place::About(Box::new(article))))
        };
        self.clear();
        turn
    }
}

pub(super) fn is_number_sign(c: char, shop: &Shop) -> bool {
    number(&c.to_string(), shop.digits).is_ok() || matches!(c, ',' | '.' | ';')
}

fn about(product: &Product, shop: &Shop) -> Turn {
    // The line holds the article as it was; the card shows it as it is.
    let product = shop.catalogue.product(&product.id).unwrap_or(product);
    Turn::go(Go::To(Place::About(Box::new(About::article(product)))))
}

//! What was not sold: taken home as a rule, given away, lost, or left in the stock.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        closing::{
            self, Asked, Rest, Step, Unsold, UnsoldAsking as Asking, UnsoldPart,
            unsold::{self, Row},
            writing::{Meant, Told, Writing, refused},
        },
        entry::{Number, number, numbers},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        reading,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_unsold_view,
    stock_moves::WAYS,
};
use crate::domain::{ids::Uid, journal::Fact, quantity::Quantity, views::StockRow};

/// More characters than this are no quantity; any scan fits and is taken out whole.
const TYPED_MAX: usize = 64;
/// So many rows a page key moves.
const PAGE: usize = 10;

/// What was not sold.
#[derive(Default)]
pub struct CloseUnsold {
    stock: Option<Vec<StockRow>>,
    writing: Writing,
    /// A letter or digit that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

impl CloseUnsold {
    /// What it asks for when it opens.
    pub fn opening(shop: &Shop) -> Vec<Effect> {
        vec![Effect::AskStock(shop.day())]
    }

    /// Whether what is left is known by now.
    pub(super) fn is_known(&self) -> bool {
        self.stock.is_some()
    }

    fn stock(&mut self, rows: &[StockRow], shop: &mut Shop) -> Turn {
        shop.left
            .extend(rows.iter().map(|row| (row.product.clone(), row.left)));
        self.stock = Some(rows.to_vec());
        if let Some(uid) = self.writing.again(shop) {
            return self.write(uid, shop);
        }
        let draft = shop.closing();
        if draft.unsold.state == Asked::Answered || unsold::rows(shop).is_empty() {
            return closing::go(Step::Count, shop);
        }
        Turn::stay()
    }

    fn ask(asking: Asking, shop: &mut Shop) {
        edit(shop, |it| {
            it.asking = asking;
            it.typed.clear();
        });
    }

    fn list_key(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let last = unsold::rows(shop).len().saturating_sub(1);
        let at = said(shop).at.min(last);
        let to = match stroke.key {
            Key::Escape => return closing::leave(shop),
            Key::Char('?') => return Turn::go(Go::Help),
            Key::Enter => return self.confirm(stroke, shop),
            Key::Back => return Self::take_back(shop),
            Key::Char(c) => return self.pressed.hold(c, stroke),
            Key::Up => at.saturating_sub(1),
            Key::Down => at + 1,
            Key::PageUp => at.saturating_sub(PAGE),
            Key::PageDown => at + PAGE,
            Key::Home => 0,
            Key::End => last,
            _ => return Turn::bell(),
        };
        edit(shop, |it| it.at = to.min(last));
        Turn::stay()
    }

    fn letter(letter: char, shop: &mut Shop) -> Turn {
        if let Asking::Why(quantity) = said(shop).asking {
            return Self::because(letter, quantity, shop);
        }
        let Some(row) = here(shop) else {
            return Turn::bell();
        };
        match letter.to_ascii_uppercase() {
            'R' => unsold::answer(&row.product.id, shop, |it| {
                it.rest = match it.rest {
                    Rest::Home => Rest::Stays,
                    Rest::Stays => Rest::Home,
                };
            }),
            'P' => Self::ask(Asking::HowMuch, shop),
            'L' => return leave_all(shop),
            _ => return Turn::bell(),
        }
        Turn::stay()
    }

    /// Takes back what was said last of the article.
    fn take_back(shop: &mut Shop) -> Turn {
        let Some(row) = here(shop).filter(|it| !it.parts.is_empty()) else {
            return Turn::bell();
        };
        unsold::answer(&row.product.id, shop, |it| {
            it.parts.pop();
        });
        Turn::stay()
    }

    fn quantity_key(key: Key, shop: &mut Shop) -> Turn {
        match key {
            Key::Escape => Self::ask(Asking::Which, shop),
            Key::Back => {
                if edit(shop, |it| it.typed.pop()).is_none() {
                    Self::ask(Asking::Which, shop);
                }
            }
            Key::Char(c) if said(shop).typed.chars().count() < TYPED_MAX => {
                edit(shop, |it| it.typed.push(c));
            }
            Key::Enter => match quantity(shop) {
                Ok(quantity) => Self::ask(Asking::Why(quantity), shop),
                Err(notice) => return shop.refuse(notice),
            },
            _ => return Turn::bell(),
        }
        Turn::stay()
    }

    fn because(digit: char, quantity: Quantity, shop: &mut Shop) -> Turn {
        let digit = number(&digit.to_string(), shop.digits)
            .ok()
            .and_then(Number::whole)
            .and_then(|it| usize::try_from(it).ok()?.checked_sub(1));
        let (Some((reason, way)), Some(row)) =
            (digit.and_then(|it| WAYS.get(it)).copied(), here(shop))
        else {
            return Turn::bell();
        };
        unsold::answer(&row.product.id, shop, |it| {
            it.parts.push(UnsoldPart {
                quantity,
                way,
                reason,
            });
        });
        Self::ask(Asking::Which, shop);
        Turn::stay()
    }

    /// Everything as it stands on the screen, in one entry.
    fn confirm(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let rows = unsold::rows(shop);
        let over = rows.iter().position(|it| it.remaining() < Quantity::ZERO);
        if let Some((at, row)) = over.and_then(|at| Some((at, rows.get(at)?))) {
            edit(shop, |it| it.at = at);
            let left = shop.look.words.quantity(row.left, &row.product.unit);
            return shop.refuse(
                Notice::warning("close-unsold-too-much")
                    .with("label", row.product.label.as_str())
                    .with("left", left),
            );
        }
        if unsold::moves(&rows).moves.is_empty() {
            return leave_all(shop);
        }
        self.writing.hold(stroke, shop)
    }

    fn write(&mut self, uid: Uid, shop: &mut Shop) -> Turn {
        let moves = unsold::moves(&unsold::rows(shop));
        if moves.moves.is_empty() {
            self.writing.forget(shop);
            return answered(shop);
        }
        shop.write_as(uid, Fact::Stock(moves));
        Turn::stay()
    }

    fn heard(&mut self, meant: Meant, shop: &mut Shop) -> Option<Turn> {
        match meant {
            Meant::Nothing => None,
            Meant::Spent(effects) => Some(Turn::with(effects)),
            Meant::Now(uid) => Some(self.write(uid, shop)),
        }
    }
}

/// What was said so far.
pub(super) fn said(shop: &Shop) -> Unsold {
    let draft = shop.drafts.closing.as_ref();
    draft.map(|it| it.unsold.clone()).unwrap_or_default()
}

fn edit<T>(shop: &mut Shop, change: impl FnOnce(&mut Unsold) -> T) -> T {
    let answer = change(&mut shop.closing().unsold);
    shop.touch();
    answer
}

/// The article the next key is about.
fn here(shop: &Shop) -> Option<Row> {
    let rows = unsold::rows(shop);
    let last = rows.len().saturating_sub(1);
    rows.into_iter().nth(said(shop).at.min(last))
}

/// How much was typed, in the unit of the article; all that remains if nothing was.
pub(super) fn quantity(shop: &Shop) -> Result<Quantity, Notice> {
    let row = here(shop).ok_or(Notice::warning("stock-how-much"))?;
    let label = row.product.label.as_str();
    let remaining = row.remaining();
    let typed = said(shop).typed;
    let quantity = if typed.trim().is_empty() {
        remaining
    } else {
        let amounts = numbers(&typed, shop.digits);
        let mut amounts = amounts.map_err(|it| Notice::warning(it.word()))?;
        for amount in &mut amounts {
            amount.decimal = true;
        }
        reading::quantity(&row.product, &amounts)
            .ok_or_else(|| Notice::warning("sell-by-the-piece").with("label", label))?
    };
    if quantity <= Quantity::ZERO {
        return Err(Notice::warning("entry-zero"));
    }
    if quantity > remaining {
        let words = &shop.look.words;
        let left = words.quantity(remaining, &row.product.unit);
        return Err(Notice::warning("close-unsold-too-much")
            .with("label", label)
            .with("left", left));
    }
    Ok(quantity)
}

/// Nothing leaves the stock.
fn leave_all(shop: &mut Shop) -> Turn {
    shop.say(Notice::done("close-unsold-left"));
    answered(shop)
}

/// To the count; the stock is read anew.
fn answered(shop: &mut Shop) -> Turn {
    shop.closing().unsold.state = Asked::Answered;
    let stock = Effect::AskStock(shop.day());
    closing::go(Step::Count, shop).and(stock)
}

impl Screen for CloseUnsold {
    fn title(&self) -> &'static str {
        "close-unsold"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = match said(shop).asking {
            Asking::Which => vec![
                Bind::new(Key::Enter, "close-unsold-confirm"),
                Bind::new(Key::Char('P'), "close-unsold-part"),
                Bind::new(Key::Char('R'), "close-unsold-rest"),
                Bind::new(Key::Char('L'), "close-unsold-leave"),
                Bind::new(Key::Escape, "close-later"),
            ],
            Asking::HowMuch => vec![
                Bind::new(Key::Enter, "close-next"),
                Bind::new(Key::Escape, "close-unsold-nothing"),
            ],
            Asking::Why(_) => vec![Bind::new(Key::Escape, "close-unsold-nothing")],
        };
        keys.push(Bind::new(Key::Char('?'), "close-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        let meant = self.writing.hear(stroke, shop);
        if let Some(turn) = self.heard(meant, shop) {
            return turn;
        }
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return Self::letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        if stroke.key == Key::Enter && pace == Pace::Hasty {
            return Turn::bell();
        }
        match (said(shop).asking, stroke.key) {
            (Asking::Which, _) => self.list_key(stroke, shop),
            (Asking::HowMuch, key) => Self::quantity_key(key, shop),
            (Asking::Why(_), Key::Escape | Key::Back) => {
                Self::ask(Asking::Which, shop);
                Turn::stay()
            }
            (Asking::Why(_), Key::Char(c)) => self.pressed.hold(c, stroke),
            (Asking::Why(_), _) => Turn::bell(),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        edit(shop, |it| {
            for _ in 0..characters {
                it.typed.pop();
            }
        });
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        if let Some(letter) = self.pressed.woken(at_ms) {
            return Self::letter(letter, shop);
        }
        let meant = self.writing.woken(at_ms, shop);
        self.heard(meant, shop).unwrap_or_else(Turn::stay)
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match self.writing.told(news, shop) {
            Told::Nothing => {}
            Told::Written => return answered(shop),
            Told::Refused => return refused(),
        }
        match news {
            News::Stock(rows) => self.stock(rows, shop),
            _ => Turn::stay(),
        }
    }

    fn may_leave(&self) -> bool {
        self.writing.is_idle()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_unsold_view::draw(self, shop, canvas, area);
    }
}

//! Yes or no: what is asked, and what a yes does. A no is always the easier key, and neither a
//! scan nor a bouncing key ever answers.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        correcting,
        drafts::LastSale,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        room,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        theme::Role,
        voiding,
        words::Language,
    },
    sell_line,
    ticket::void_or_rest,
};
use crate::domain::{
    asking::{Ask, Found, PastTicket},
    basket::Line,
    money::Money,
    pay::Tendering,
    quantity::Quantity,
    views::TicketDetail,
};

/// The widest a question is drawn: longer lines are hard to read.
const WIDEST: u16 = 72;

/// A question, and what a yes does.
pub struct Question {
    about: Vec<Notice>,
    ask: Notice,
    yes: Yes,
    /// A letter that answers unless it turns out to be the first of a scan.
    pressed: Alone<Letter>,
    answer: Answer,
}

/// What a yes does.
enum Yes {
    /// Puts a line into the basket.
    Put(Box<Line>),
    /// Changes a line of the basket.
    Change(usize, Box<Line>),
    /// Gives the ticket up.
    Abandon,
    /// Takes the payments back and leaves the pay screen.
    GiveBack,
    /// Voids a ticket that is at hand.
    Void(Box<TicketDetail>),
    /// Voids a ticket that the store was asked for, once it is here.
    VoidNamed(String),
    /// Anything else; it says itself where it leads.
    Act(Box<dyn FnOnce(&mut Shop) -> Turn>),
    /// It was said already.
    Said,
}

/// How far the answer is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    None,
    /// Yes was said; what it is about is still on its way.
    Agreed,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Letter {
    Yes,
    No,
}

impl Question {
    /// Any question: what to know before answering, the question itself, and what a yes does. A no
    /// leads back to the screen below.
    pub fn of(
        about: Vec<Notice>,
        ask: Notice,
        yes: impl FnOnce(&mut Shop) -> Turn + 'static,
    ) -> Self {
        Self::new(about, ask, Yes::Act(Box::new(yes)))
    }

    fn new(about: Vec<Notice>, ask: Notice, yes: Yes) -> Self {
        Self {
            about,
            ask,
            yes,
            pressed: Alone::default(),
            answer: Answer::None,
        }
    }

    /// Give the whole ticket up?
    pub fn abandon(shop: &Shop) -> Self {
        let words = &shop.look.words;
        let about = Notice::warning("question-abandon-what")
            .with(
                "lines",
                words.count("question-lines", shop.basket().lines().len()),
            )
            .with("total", words.money(shop.priced().total));
        Self::new(
            vec![about],
            Notice::warning("question-abandon"),
            Yes::Abandon,
        )
    }

    /// Void the last ticket by a reversing entry?
    pub fn void_last(last: &LastSale, shop: &Shop) -> Self {
        let name = last.name.clone();
        let total = shop.look.words.money(last.total);
        Self::voiding(name.clone(), total, Yes::VoidNamed(name))
    }

    /// Void this ticket by a reversing entry? To be asked only if [`voiding::refusal`] has nothing
    /// against it. A yes or a no leads back to the screen below; that the entry is written comes as
    /// [`News::Written`].
    pub fn void(detail: &TicketDetail, shop: &Shop) -> Self {
        let total = shop.look.words.money(detail.ticket.total);
        let mut question = Self::voiding(
            detail.ticket.name.clone(),
            total,
            Yes::Void(Box::new(detail.clone())),
        );
        question.about.extend(given_back(detail, shop));
        question
    }

    fn voiding(name: String, total: String, yes: Yes) -> Self {
        let about = Notice::warning("question-void-what")
            .with("name", name)
            .with("total", total);
        Self::new(vec![about], Notice::warning("question-void"), yes)
    }

    /// So much of it?
    pub fn maximum(line: Line, quantity: Quantity, shop: &Shop) -> Self {
        let words = &shop.look.words;
        let about = Notice::warning("question-maximum-what")
            .with("quantity", words.quantity(quantity, line.unit()))
            .with("label", line.label().as_str());
        Self::new(
            vec![about],
            Notice::warning("question-maximum"),
            Yes::Put(Box::new(line)),
        )
    }

    /// It is noted as sold out: sell it all the same?
    pub fn sold_out(line: Line, _shop: &Shop) -> Self {
        let about = Notice::warning("question-sold-out-what").with("label", line.label().as_str());
        Self::new(
            vec![about],
            Notice::warning("question-sold-out"),
            Yes::Put(Box::new(line)),
        )
    }

    /// A price far from the usual one?
    pub fn far_price(at: usize, line: Line, price: Money, usual: Money, shop: &Shop) -> Self {
        let words = &shop.look.words;
        let about = Notice::warning("question-far-price-what")
            .with("label", line.label().as_str())
            .with("price", words.price(price, line.unit()))
            .with("usual", words.price(usual, line.unit()));
        let ask = Notice::warning("question-far-price");
        Self::new(vec![about], ask, Yes::Change(at, Box::new(line)))
    }

    /// Give back what was taken and return to the ticket?
    pub fn give_back(tendering: &Tendering, shop: &Shop) -> Self {
        let words = &shop.look.words;
        let about = tendering
            .payments()
            .iter()
            .map(|payment| {
                Notice::warning("question-give-back-what")
                    .with(
                        "means",
                        words.tender(&payment.tender, payment.name.as_ref()),
                    )
                    .with("sum", words.money(payment.cents))
            })
            .collect();
        Self::new(about, Notice::warning("question-give-back"), Yes::GiveBack)
    }

    /// The same question about a line that is there already: yes changes it.
    #[must_use]
    pub fn instead_of(mut self, at: usize) -> Self {
        if let Yes::Put(line) = self.yes {
            self.yes = Yes::Change(at, line);
            self.ask = Notice::warning("question-maximum-instead");
        }
        self
    }

    /// What it needs to know to be answered.
    pub fn opening(&self) -> Vec<Effect> {
        match &self.yes {
            Yes::VoidNamed(name) => vec![Effect::Ask(Ask::Past(name.clone()))],
            Yes::Put(_)
            | Yes::Change(..)
            | Yes::Abandon
            | Yes::GiveBack
            | Yes::Void(_)
            | Yes::Act(_)
            | Yes::Said => Vec::new(),
        }
    }

    fn press(&mut self, letter: Letter, stroke: Stroke) -> Turn {
        // Who presses again after a yes may be about to say no.
        self.answer = Answer::None;
        self.pressed.hold(letter, stroke)
    }

    fn obey(&mut self, letter: Letter, shop: &mut Shop) -> Turn {
        self.answer = Answer::None;
        if letter == Letter::No {
            return Turn::go(Go::Back);
        }
        let (effects, go) = match std::mem::replace(&mut self.yes, Yes::Said) {
            Yes::Put(line) => return sell_line::leaving(sell_line::put(*line, shop)),
            Yes::Change(at, line) => (sell_line::change(at, *line, shop).effects, Go::Back),
            Yes::Abandon => {
                shop.abandon();
                shop.say(Notice::done("question-abandoned"));
                (Vec::new(), Go::Home)
            }
            Yes::GiveBack => {
                shop.drafts.paying = None;
                shop.touch();
                shop.say(Notice::done("question-given-back"));
                (Vec::new(), Go::Home)
            }
            Yes::Void(detail) => (voiding::void(&detail, shop).effects, Go::Back),
            Yes::VoidNamed(named) => {
                self.answer = Answer::Agreed;
                self.yes = Yes::VoidNamed(named);
                (Vec::new(), Go::Stay)
            }
            Yes::Act(act) => return act(shop),
            Yes::Said => (Vec::new(), Go::Back),
        };
        Turn { effects, go }
    }
}

/// A part of it came back already: what is left is refunded instead.
fn rest_instead(past: &PastTicket, shop: &mut Shop) -> Turn {
    match void_or_rest(past, shop).go {
        Go::To(place) => Turn::go(Go::Instead(place)),
        _ => Turn::go(Go::Back).and(Effect::Bell),
    }
}

/// What would go back by which means.
fn given_back(detail: &TicketDetail, shop: &Shop) -> Vec<Notice> {
    voiding::given_back(&voiding::reversal(detail, shop).payments, &shop.look.words)
        .into_iter()
        .map(|back| Notice::warning("question-void-back").with("back", back))
        .collect()
}

impl Screen for Question {
    fn title(&self) -> &'static str {
        "question"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let yes = match shop.look.words.language() {
            Language::French => 'O',
            Language::English => 'Y',
        };
        vec![
            Bind::new(Key::Char(yes), "question-yes"),
            Bind::new(Key::Char('N'), "question-no"),
            Bind::new(Key::Enter, "question-no"),
            Bind::new(Key::Char('?'), "question-help-key"),
        ]
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.obey(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        if pace == Pace::Hasty {
            return Turn::bell();
        }
        match stroke.key {
            Key::Char('o' | 'O' | 'y' | 'Y') => self.press(Letter::Yes, stroke),
            Key::Char('n' | 'N') => self.press(Letter::No, stroke),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Enter | Key::Escape => Turn::go(Go::Back),
            Key::Char(_)
            | Key::Ctrl(_)
            | Key::F(_)
            | Key::Back
            | Key::Delete
            | Key::Tab
            | Key::BackTab
            | Key::Up
            | Key::Down
            | Key::Left
            | Key::Right
            | Key::Home
            | Key::End
            | Key::PageUp
            | Key::PageDown => Turn::bell(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.obey(letter, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let (News::Found(found), Yes::VoidNamed(name)) = (news, &self.yes) else {
            return Turn::stay();
        };
        let past = match found.as_ref() {
            Found::Past(asked, Some(past)) if asked == name => past,
            _ => return Turn::stay(),
        };
        let detail = Box::new(past.detail.clone());
        let detail = &detail;
        if let Some(notice) = voiding::refusal(detail, shop) {
            shop.say(notice);
            return Turn::go(Go::Back).and(Effect::Bell);
        }
        if !correcting::is_as_recorded(past) {
            return rest_instead(past, shop);
        }
        if self.answer == Answer::Agreed {
            let effects = voiding::void(detail, shop).effects;
            return Turn {
                effects,
                go: Go::Back,
            };
        }
        self.about.extend(given_back(detail, shop));
        self.yes = Yes::Void(detail.clone());
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        let words = &shop.look.words;
        let width = WIDEST.min(area.width.saturating_sub(4));
        let mut area = area;
        let above = area.height / 5;
        room::top(&mut area, above);
        let mut place = room::indented(area, area.width.saturating_sub(width) / 2);
        let rows: usize = self
            .about
            .iter()
            .map(|notice| {
                let inside = usize::from(width.saturating_sub(4));
                super::super::text::wrap(&notice.text(words), inside).len()
            })
            .sum();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        let place = room::top(&mut place, rows.saturating_add(7));
        let mut inside = room::indented(canvas.boxed(place, ""), 1);
        room::top(&mut inside, 1);
        for notice in &self.about {
            let taken = canvas.wrapped(inside, Role::Text, &notice.text(words));
            room::top(&mut inside, taken);
        }
        room::top(&mut inside, 1);
        let asked = room::top(&mut inside, 1);
        canvas.notice(asked, Role::Warning, &self.ask.text(words));
        room::top(&mut inside, 1);
        let keys = room::top(&mut inside, 1);
        canvas.foot(keys, self.keys(shop).get(..2).unwrap_or_default());
        canvas.cursor(asked.x, asked.y);
    }
}

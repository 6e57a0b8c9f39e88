//! The cheques of the market, ticked one by one against the pile. Their numbers go to the journal;
//! who signed them stays on the slip of paper.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        paper::{self, z_rows},
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    close_cheques_view,
    close_page::sent,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{ChequeSeen, DayState, Found as Seen, Level, MeansRow, cheques},
    label::Label,
    settings::TenderKind,
};

/// More characters than this are no number and no name.
const TYPED_MAX: usize = 40;

/// The pile of cheques.
#[derive(Default)]
pub struct CloseCheques {
    pub(super) chosen: usize,
    pub(super) asking: Asking,
    pub(super) typed: String,
    day: Option<Box<DayState>>,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

/// What is typed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Asking {
    /// Nothing: keys tick.
    #[default]
    Nothing,
    /// The number printed on the chosen cheque.
    Number,
    /// Who signed it.
    Name,
}

impl CloseCheques {
    /// What it asks for when it opens.
    pub fn opening() -> Vec<Effect> {
        vec![Effect::Ask(Ask::Paid), Effect::Ask(Ask::Day)]
    }

    /// What was counted of cheques: how many, and how much.
    pub(super) fn counted(&self) -> Option<MeansRow> {
        let day = self.day.as_ref()?;
        day.means()
            .into_iter()
            .find(|it| it.kind == TenderKind::Cheque)
    }

    fn choose(&mut self, at: usize, shop: &Shop) -> Turn {
        self.chosen = at.min(list(shop).len().saturating_sub(1));
        Turn::stay()
    }

    /// Ticks the chosen one, or takes the tick away, and goes on to the next.
    fn tick(&mut self, shop: &mut Shop) -> Turn {
        let Some(cheque) = shop.closing().cheques.get_mut(self.chosen) else {
            return Turn::bell();
        };
        cheque.found = match cheque.found {
            Seen::Here => Seen::Missing,
            Seen::Missing => Seen::Here,
        };
        shop.touch();
        self.choose(self.chosen + 1, shop)
    }

    fn letter(&mut self, letter: char, shop: &mut Shop) -> Turn {
        if list(shop).is_empty() {
            return Turn::bell();
        }
        match letter.to_ascii_uppercase() {
            'A' => all(shop),
            'N' => self.ask(Asking::Number, shop),
            'T' => self.ask(Asking::Name, shop),
            'I' | '!' => self.print(shop),
            _ => Turn::bell(),
        }
    }

    fn ask(&mut self, asking: Asking, shop: &Shop) -> Turn {
        let draft = shop.drafts.closing.as_ref();
        self.typed = match asking {
            Asking::Nothing => String::new(),
            Asking::Number => list(shop)
                .get(self.chosen)
                .and_then(|it| it.number.as_ref())
                .map_or_else(String::new, ToString::to_string),
            Asking::Name => draft
                .and_then(|it| it.cheque_names.get(self.chosen).cloned())
                .unwrap_or_default(),
        };
        self.asking = asking;
        Turn::stay()
    }

    /// Keeps what was typed for the chosen cheque.
    fn keep(&mut self, shop: &mut Shop) -> Turn {
        let label = Label::new(&self.typed);
        if label.is_none() && !self.typed.trim().is_empty() {
            return shop.refuse(Notice::warning("seal-cheque-unreadable"));
        }
        let chosen = self.chosen;
        let draft = shop.closing();
        match self.asking {
            Asking::Nothing => {}
            Asking::Number => {
                if let Some(cheque) = draft.cheques.get_mut(chosen) {
                    cheque.number = label;
                }
            }
            Asking::Name => {
                if let Some(name) = draft.cheque_names.get_mut(chosen) {
                    *name = label.map_or_else(String::new, String::from);
                }
            }
        }
        shop.touch();
        self.asking = Asking::Nothing;
        self.typed.clear();
        Turn::stay()
    }

    fn typing(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => {
                self.asking = Asking::Nothing;
                self.typed.clear();
                Turn::stay()
            }
            Key::Enter if pace == Pace::Hasty => Turn::bell(),
            Key::Enter => self.keep(shop),
            Key::Back if self.typed.pop().is_some() => Turn::stay(),
            Key::Char(c) if self.typed.chars().count() < TYPED_MAX => {
                self.typed.push(c);
                Turn::stay()
            }
            _ => Turn::bell(),
        }
    }

    fn ticking(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            // Held, it would tick the whole pile.
            Key::Enter | Key::Char(' ') if pace == Pace::Hasty => Turn::bell(),
            Key::Enter | Key::Char(' ') => self.tick(shop),
            Key::Up => self.choose(self.chosen.saturating_sub(1), shop),
            Key::Down => self.choose(self.chosen + 1, shop),
            Key::Home | Key::PageUp => self.choose(0, shop),
            Key::End | Key::PageDown => self.choose(usize::MAX, shop),
            Key::Char(c) => self.pressed.hold(c, stroke),
            _ => Turn::bell(),
        }
    }

    /// The slip for the bank, with the names: it is the only place where they are.
    fn print(&self, shop: &mut Shop) -> Turn {
        let Some(draft) = &shop.drafts.closing else {
            return Turn::bell();
        };
        if cheques::found(&draft.cheques).0 == 0 {
            return shop.refuse(Notice::warning("seal-cheque-none-ticked"));
        }
        let words = &shop.look.words;
        let label = self.day.as_ref().map_or("", |it| it.label.as_str());
        let of = z_rows::label(Level::Day, label, words);
        let stall = &shop.settings.stall;
        let page = paper::cheques(&draft.cheques, &draft.cheque_names, &of, stall, words);
        sent(words.say("z-remittance"), page, shop)
    }
}

/// The cheques as they were ticked so far.
pub(super) fn list(shop: &Shop) -> &[ChequeSeen] {
    let draft = shop.drafts.closing.as_ref();
    draft.map_or(&[], |it| it.cheques.as_slice())
}

/// Ticks all of them; where all are, none.
fn all(shop: &mut Shop) -> Turn {
    let cheques = &mut shop.closing().cheques;
    let every = cheques.iter().all(|it| it.found == Seen::Here);
    for cheque in cheques {
        cheque.found = if every { Seen::Missing } else { Seen::Here };
    }
    shop.touch();
    Turn::stay()
}

impl Screen for CloseCheques {
    fn title(&self) -> &'static str {
        "seal-cheques"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if self.asking != Asking::Nothing {
            keys.push(Bind::new(Key::Enter, "seal-cheque-keep"));
        } else if !list(shop).is_empty() {
            keys.push(Bind::new(Key::Enter, "seal-cheque-tick"));
            keys.push(Bind::new(Key::Char('A'), "seal-cheque-all"));
            keys.push(Bind::new(Key::Char('N'), "seal-cheque-number"));
            keys.push(Bind::new(Key::Char('T'), "seal-cheque-name"));
            keys.push(Bind::new(Key::Char('I'), "seal-cheque-print"));
        }
        keys.push(Bind::new(Key::Escape, "seal-back"));
        keys.push(Bind::new(Key::Char('?'), "seal-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match self.asking {
            Asking::Nothing => self.ticking(stroke, pace, shop),
            Asking::Number | Asking::Name => self.typing(stroke, pace, shop),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.letter(letter, shop),
            None => Turn::stay(),
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        let News::Found(found) = news else {
            return Turn::stay();
        };
        match found.as_ref() {
            Found::Paid(paid) => {
                let expected = cheques::expected(paid);
                let draft = shop.closing();
                let looked = cheques::looked_at(expected, &draft.cheques, &draft.cheque_names);
                (draft.cheques, draft.cheque_names) = looked;
                shop.touch();
                return self.choose(self.chosen, shop);
            }
            Found::Day(day) => self.day = Some(day.clone()),
            _ => {}
        }
        Turn::stay()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_cheques_view::draw(self, shop, canvas, area);
    }
}

//! Opening a market: the clock looked at, which market, the weather in a word, the float counted.
//! All that is typed is kept with the drafts; the journal learns of it with the last Enter.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        closing::CountWay,
        confirm::{Confirm, Said},
        day::{
            Clock,
            opening::{OpeningDraft, SUM, Step, Wanted},
        },
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
        words::Language,
    },
    open_day_float, open_day_keys, open_day_view,
};
use crate::domain::{
    day::{Cash, CashWay, DayOpened},
    ids::{Id, Uid},
    journal::Fact,
    label::Label,
    money::Money,
    settings::Drawer,
};

/// The screen of an opening, or of the float alone.
#[derive(Default)]
pub struct OpenDay {
    pub(super) confirm: Confirm,
    /// A letter or digit that answers unless it turns out to be the first of a scan.
    pressed: Alone<char>,
    /// The last entry on its way, and whether there is money to put into the drawer.
    sent: Option<(Uid, Option<Money>)>,
}

impl OpenDay {
    /// Opens the market, or goes on where that was left.
    pub fn open(shop: &mut Shop) -> Turn {
        let clock = shop.clock();
        let draft = shop.begin_opening(Wanted::Day);
        if clock == Clock::Right {
            draft.step = draft.step.max(Step::Market);
        }
        shop.touch();
        Turn::go(Go::Over(Place::OpenDay(Self::default())))
    }

    /// Counts the float alone.
    pub fn float(shop: &mut Shop) -> Turn {
        let proposes = proposes(None, shop);
        let draft = shop.begin_opening(Wanted::Float);
        if draft.pieces.iter().all(String::is_empty) && proposes {
            draft.at = SUM;
        }
        shop.touch();
        Turn::go(Go::To(Place::OpenDay(Self::default())))
    }

    fn key_of(step: Step, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Asked {
        match (step, stroke.key) {
            (_, Key::Char('?')) if step != Step::Market => Asked::turn(Turn::go(Go::Help)),
            (_, Key::Escape) => Asked::turn(open_day_keys::back(shop)),
            (Step::Clock | Step::Weather, Key::Char(c)) => Asked::Hold(c),
            (Step::Weather, Key::Enter) => Asked::turn(open_day_keys::after_weather(shop)),
            (Step::Weather, Key::Back | Key::Delete) => {
                Asked::turn(change(shop, |it| it.weather = None))
            }
            (Step::Market, key) => Asked::turn(open_day_keys::market(key, shop)),
            (Step::Float, key) => open_day_float::key(key, pace, shop),
            (Step::Clock | Step::Weather, _) => Asked::turn(Turn::bell()),
        }
    }

    fn letter(c: char, shop: &mut Shop) -> Turn {
        match shop.opening().map(|it| it.step) {
            Some(Step::Clock) => open_day_keys::clock(c, shop),
            Some(Step::Weather) => open_day_keys::weather(c, shop),
            Some(Step::Market | Step::Float) | None => Turn::bell(),
        }
    }

    /// Writes down that the market is open, and what is in the drawer if that was counted.
    pub(super) fn finish(&mut self, counted: Counted, shop: &mut Shop) -> Turn {
        let Some(draft) = shop.opening().cloned() else {
            return Turn::go(Go::Home);
        };
        let mut sent = None;
        if draft.wanted == Wanted::Day {
            if draft.clock.is_some() && shop.drafts.clock_behind.is_none() {
                let entry = draft.clock.unwrap_or_default();
                shop.clock_went_back(entry);
                shop.drafts.clock_behind = draft.clock;
            }
            let proposed = shop.last_market().map(Label::to_string);
            let market = draft.market.clone().or(proposed).unwrap_or_default();
            let opened = DayOpened {
                market: Label::new(&market),
                weather: draft.weather,
                clock_behind: draft.clock,
            };
            sent = Some((shop.write(Fact::Day(opened)), None));
        }
        if counted == Counted::Yes {
            match float(&draft, shop) {
                Ok(cash) => {
                    let sum = cash.cents;
                    sent = Some((shop.write(Fact::Cash(cash)), Some(sum)));
                }
                Err((at, notice)) => {
                    self.confirm = Confirm::Asking;
                    change(shop, |it| it.at = at);
                    return shop.refuse(notice);
                }
            }
        }
        self.sent = sent;
        self.confirm = Confirm::Recording;
        Turn::stay()
    }

    /// It is in the journal: nothing of the draft is needed any more.
    fn written(&mut self, shop: &mut Shop) -> Turn {
        let float = self.sent.take().and_then(|it| it.1);
        self.confirm = Confirm::Asking;
        let wanted = shop.opening().map(|it| it.wanted);
        let cash = drawer(shop.opening(), shop);
        let opens = cash.as_ref().is_some_and(|it| it.drawer == Drawer::Opens);
        let left = cash.and_then(|it| shop.proposed_float(&it).left);
        shop.drafts.opening = None;
        shop.touch();
        let words = &shop.look.words;
        let gap = match (float, left) {
            (Some(float), Some((left, _))) if float != left => {
                words.say_with("open-gap-said", &[("gap", &words.money(float - left))])
            }
            _ => String::new(),
        };
        let sum = float.map(|it| words.money(it)).unwrap_or_default();
        let word = match (wanted, float) {
            (Some(Wanted::Float), _) => "open-float-done",
            (_, Some(_)) => "open-done",
            (_, None) => "open-done-no-float",
        };
        let mut notice = Notice::done(word);
        if float.is_some() {
            notice = notice.with("sum", sum).with("gap", gap);
        }
        shop.say(notice);
        let go = match wanted {
            Some(Wanted::Float) => Go::Back,
            Some(Wanted::Day) | None => Go::Home,
        };
        let turn = Turn::go(go);
        if opens && float.is_some() {
            return turn.and(Effect::OpenDrawer);
        }
        turn
    }
}

/// Whether the float was counted.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counted {
    /// It was.
    Yes,
    /// It is asked for later.
    Later,
}

/// What a key of a step asks for.
pub(super) enum Asked {
    /// This.
    Turn(Box<Turn>),
    /// What its character stands for, if it is no scan's.
    Hold(char),
    /// The end, if it was meant.
    Confirm,
    /// The end, without the float.
    Later,
}

impl Asked {
    pub(super) fn turn(turn: Turn) -> Self {
        Self::Turn(Box::new(turn))
    }
}

/// Changes what was typed; it is saved.
pub(super) fn change(shop: &mut Shop, change: impl FnOnce(&mut OpeningDraft)) -> Turn {
    if let Some(draft) = shop.drafts.opening.as_mut() {
        change(draft);
    }
    shop.touch();
    Turn::stay()
}

/// Whose drawer is counted.
pub(super) fn drawer(
    draft: Option<&OpeningDraft>,
    shop: &Shop,
) -> Option<crate::domain::settings::Tender> {
    let id = draft.and_then(|it| it.tender.as_ref());
    let tender = id.and_then(|it| shop.settings.tender(it));
    tender.or_else(|| shop.settings.cash()).cloned()
}

/// Whether a float is proposed for a drawer.
pub(super) fn proposes(tender: Option<&Id>, shop: &Shop) -> bool {
    let tender = tender.and_then(|it| shop.settings.tender(it));
    let tender = tender.or_else(|| shop.settings.cash());
    tender.is_some_and(|it| shop.proposed_float(it).total.is_some())
}

fn float(draft: &OpeningDraft, shop: &Shop) -> Result<Cash, (usize, Notice)> {
    let unknown = || (SUM, Notice::warning("open-float-how-much"));
    let tender = drawer(Some(draft), shop).ok_or_else(unknown)?;
    let proposed = shop.proposed_float(&tender);
    let (counted, pieces) = draft.float(&proposed, shop)?;
    let cents = counted - proposed.since;
    if cents < Money::ZERO {
        return Err((SUM, Notice::warning("open-float-below")));
    }
    let alone = proposed.since == Money::ZERO;
    Ok(Cash {
        // A float is what lay there before the first sale: its pieces are known only then.
        pieces: if alone { pieces } else { Vec::new() },
        left: proposed.left.map(|it| it.0),
        ..Cash::by(&tender, CashWay::Float, cents)
    })
}

impl Screen for OpenDay {
    fn title(&self) -> &'static str {
        "open"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let Some(draft) = shop.opening() else {
            return vec![Bind::new(Key::Escape, "open-back")];
        };
        let yes = match shop.look.words.language() {
            Language::French => 'O',
            Language::English => 'Y',
        };
        let mut keys = match draft.step {
            Step::Clock => vec![
                Bind::new(Key::Char(yes), "open-clock-yes"),
                Bind::new(Key::Char('N'), "open-clock-no"),
            ],
            Step::Market => vec![Bind::new(Key::Enter, "open-go-on")],
            Step::Weather => vec![
                Bind::new(Key::Char('1'), "open-choose-digit"),
                Bind::new(Key::Enter, "open-go-on"),
            ],
            Step::Float => open_day_float::keys(draft, shop),
        };
        keys.push(Bind::new(Key::Escape, "open-back"));
        if draft.step != Step::Market {
            keys.push(Bind::new(Key::Char('?'), "open-help-key"));
        }
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        if self.confirm == Confirm::Recording && stroke.key == Key::Escape {
            // The disk takes nothing: what is asked of it waits, and so does the draft.
            return open_day_keys::back(shop);
        }
        match self.confirm.hear(stroke, shop) {
            Said::Nothing => {}
            Said::Spent(effects) => return Turn::with(effects),
            Said::Meant => return self.finish(Counted::Yes, shop),
        }
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(c) => return Self::letter(c, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        let Some(step) = shop.opening().map(|it| it.step) else {
            return Turn::go(Go::Back);
        };
        match Self::key_of(step, stroke, pace, shop) {
            Asked::Turn(turn) => *turn,
            Asked::Hold(c) => self.pressed.hold(c, stroke),
            Asked::Confirm => self.confirm.hold(stroke),
            Asked::Later => self.finish(Counted::Later, shop),
        }
    }

    fn untype(&mut self, characters: usize, shop: &mut Shop) {
        for _ in 0..characters {
            let Some(draft) = shop.drafts.opening.as_mut() else {
                return;
            };
            match (draft.step, draft.way) {
                (Step::Clock | Step::Weather, _) => {}
                (Step::Market, _) => {
                    draft.market.as_mut().and_then(String::pop);
                    draft.market.take_if(|it| it.is_empty());
                }
                (Step::Float, Some(CountWay::Total)) => {
                    draft.total.pop();
                }
                (Step::Float, _) => {
                    let at = draft.at;
                    draft.pieces.get_mut(at).and_then(String::pop);
                }
            }
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        if let Some(c) = self.pressed.woken(at_ms) {
            return Self::letter(c, shop);
        }
        match self.confirm.woken(at_ms) {
            Said::Nothing => Turn::stay(),
            Said::Spent(effects) => Turn::with(effects),
            Said::Meant => self.finish(Counted::Yes, shop),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match (news, &self.sent) {
            (News::Written(uid), Some((sent, _))) if uid == sent => self.written(shop),
            (News::NotWritten(uid, trouble), Some((sent, _))) if uid == sent && trouble.lasts() => {
                self.confirm = Confirm::Asking;
                self.sent = None;
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        open_day_view::draw(shop, canvas, area);
    }
}

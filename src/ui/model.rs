//! The one place where the screens' state changes: an event comes in, effects go out.

use ratatui::Frame;

use super::{
    burst::{Burst, too_soon},
    closing,
    commands::Command,
    day,
    drafts::Paper,
    event::{Carry, Effect, Event, News},
    frame,
    keys::{Key, Stroke},
    place::Place,
    screen::{Go, Pace, Screen, Turn},
    screens::{change::Change, help::Help, lock::Lock, pay::Pay, sell::Sell},
    sealing, settling,
    shop::Shop,
    voiding,
};
use crate::domain::{asking::Ask, barcode, time::Moment};

/// More turns than this for one event is a mistake of ours.
const TURNS_MAX: usize = 20;

/// Everything on the screen.
pub struct Model {
    /// What the screens share.
    pub shop: Shop,
    /// The sell screen, and over it what has the keys, topmost last; never empty.
    places: Vec<Place>,
    /// Over everything, while the till is locked.
    lock: Lock,
    burst: Burst,
    last_stroke_ms: Option<u64>,
}

impl Model {
    /// Opens the till: on the sell screen, or where a payment or a closing was cut short.
    pub fn new(mut shop: Shop) -> Self {
        let mut places = vec![Place::Sell(Sell::default())];
        if let Some(paying) = shop.drafts.paying.clone() {
            places.push(Place::Pay(Pay::reopened(paying, &mut shop)));
        } else {
            let reopened = closing::after_restart(&mut shop);
            places.extend(reopened.or_else(|| shop.opening_after_restart()));
        }
        Self {
            places,
            lock: Lock::default(),
            burst: Burst::default(),
            last_stroke_ms: None,
            shop,
        }
    }

    /// The one function that changes the model.
    pub fn update(&mut self, event: &Event, now: Moment) -> Vec<Effect> {
        self.shop.now = now;
        let turn = match event {
            Event::Stroke(stroke) => self.stroke(*stroke),
            Event::Resized => Turn::stay(),
            Event::Shown => self.shown(),
            Event::Woken(at_ms) => self.woken(*at_ms),
            Event::Told(news) => self.told(news),
        };
        let mut effects = self.follow(turn);
        if !self.shop.is_locked() {
            self.lock = Lock::default();
        }
        effects.extend(self.shop.take_desired());
        let (entries, drafts) = self.shop.take_changes();
        effects.extend(
            entries
                .into_iter()
                .map(|(uid, fact)| Effect::Write(uid, fact)),
        );
        self.shop.period.follow(&effects);
        effects.extend(drafts.map(|drafts| Effect::SaveDrafts(Box::new(drafts))));
        effects
    }

    fn stroke(&mut self, stroke: Stroke) -> Turn {
        let pace = match self.last_stroke_ms {
            Some(before) if too_soon(before, stroke.at_ms) => Pace::Hasty,
            _ => Pace::Steady,
        };
        self.last_stroke_ms = Some(stroke.at_ms);
        if self.shop.is_locked() {
            return self.locked(stroke, pace);
        }
        if !matches!(stroke.key, Key::Char(_)) {
            self.shop.notice = None;
        }
        if matches!(stroke.key, Key::Enter | Key::Tab)
            && let Some(raw) = self.burst.ended_by(stroke)
            && let Some(code) = self.scan(&raw)
        {
            self.burst.forget();
            return self.with_top(|screen, shop| {
                screen.untype(raw.chars().count(), shop);
                screen.scanned(&code, shop)
            });
        }
        self.burst.follow(stroke);
        if let Some(command) = Command::of_key(stroke.key)
            && self.may(command)
        {
            if pace == Pace::Hasty {
                // Held, it would print or park thirty times a second.
                return Turn::bell();
            }
            return command.turn(&mut self.shop);
        }
        self.with_top(|screen, shop| screen.key(stroke, pace, shop))
    }

    /// Whether a key that works on every screen works now: a payment under way is not left from the
    /// help above it either, but locking leaves nothing, nor does the help.
    fn may(&self, command: Command) -> bool {
        self.places.iter().all(|place| match command {
            Command::Help => true,
            Command::Lock => place.screen().may_lock(),
            _ => place.screen().may_leave(),
        })
    }

    /// A key on the locked till: it unlocks, or does nothing at all.
    fn locked(&mut self, stroke: Stroke, pace: Pace) -> Turn {
        if self.burst.ended_by(stroke).is_some() {
            self.burst.forget();
            self.lock.clear();
            return Turn::bell();
        }
        self.burst.follow(stroke);
        self.lock.key(stroke, pace, &mut self.shop)
    }

    fn shown(&self) -> Turn {
        let mut effects = vec![Effect::Ask(Ask::Members), Effect::Ask(Ask::Day)];
        let reopened = self.places.get(1).map(|it| it.opening(&self.shop));
        effects.extend(reopened.unwrap_or_default());
        effects.push(Effect::Carry(Carry::Missing));
        if self.shop.is_locked() {
            effects.extend(Lock::woken(&self.shop));
        }
        Turn::with(effects)
    }

    /// What was pressed before the till was locked comes to its end behind the lock.
    fn woken(&mut self, at_ms: u64) -> Turn {
        let mut turn = self.with_top(|screen, shop| screen.woken(at_ms, shop));
        if self.shop.is_locked() {
            turn.effects.extend(Lock::woken(&self.shop));
        }
        turn
    }

    /// The code a burst of keys stands for: one the catalogue knows, or one whose check digit is
    /// right after decoding the keyboard's layout.
    fn scan(&self, raw: &str) -> Option<String> {
        let candidates = barcode::decode(raw);
        let shop = &self.shop;
        let known = |code: &&String| {
            shop.catalogue.by_barcode(code).is_some() || shop.members.by_card(code).is_some()
        };
        let right = |code: &&String| barcode::valid(code);
        candidates
            .iter()
            .find(known)
            .or_else(|| candidates.iter().find(right))
            .or_else(|| candidates.first().filter(|_| self.top().takes_any_code()))
            .cloned()
    }

    fn told(&mut self, news: &News) -> Turn {
        self.shop.learn(news);
        match news {
            News::Recorded(recorded, _) if self.shop.kept(recorded) => self.tell_all(news),
            News::Recorded(recorded, ticket) => {
                let asked = self.shop.paper == Paper::Asked;
                self.shop.recorded(recorded, ticket);
                let mut turn = Turn::go(Go::Over(Place::Change(Change::of(ticket))));
                if self.shop.opens_drawer(ticket) {
                    turn = turn.and(Effect::OpenDrawer);
                }
                if let Some((_, name)) = recorded.ticket.clone().filter(|_| asked) {
                    turn = turn.and(Effect::Print { ticket: name });
                }
                turn
            }
            _ => self.tell_all(news),
        }
    }

    /// Every screen hears the news, as the one that asked may have another above it by now; only
    /// the topmost goes elsewhere for it.
    fn tell_all(&mut self, news: &News) -> Turn {
        if let News::Carried(carried) = news
            && !self.places.iter().any(Place::follows_carrying)
            && let Some(notice) = carried.aside(&self.shop.look.words)
        {
            self.shop.say(notice);
        }
        let mut effects = voiding::told(news, &mut self.shop);
        effects.extend(settling::told(news, &mut self.shop));
        effects.extend(sealing::told(news, &mut self.shop));
        effects.extend(day::told(news, &mut self.shop));
        effects.extend(self.lock.told(news, &mut self.shop));
        let mut go = Go::Stay;
        for place in &mut self.places {
            let turn = place.screen_mut().told(news, &mut self.shop);
            effects.extend(turn.effects);
            go = turn.go;
        }
        Turn { effects, go }
    }

    fn follow(&mut self, first: Turn) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut turn = first;
        for _ in 0..TURNS_MAX {
            effects.append(&mut turn.effects);
            turn = match turn.go {
                Go::Stay => return effects,
                Go::Back => {
                    self.leave();
                    Turn::stay()
                }
                Go::To(place) if self.shows_already(&place) => {
                    self.places.pop();
                    Turn::stay()
                }
                Go::BackTyped(line) => {
                    self.leave();
                    self.with_top(|screen, _| {
                        screen.retype(&line);
                        Turn::stay()
                    })
                }
                Go::To(place) => self.enter(place),
                Go::BackThen(then) => {
                    self.leave();
                    *then
                }
                Go::BackPressed(stroke) => {
                    self.leave();
                    self.with_top(|screen, shop| screen.key(stroke, Pace::Steady, shop))
                }
                Go::Instead(place) => {
                    self.leave();
                    self.enter(place)
                }
                Go::Over(place) => {
                    self.places.truncate(1);
                    self.enter(place)
                }
                Go::Home => {
                    self.places.truncate(1);
                    Turn::stay()
                }
                Go::HomeWith(stroke) => {
                    self.places.truncate(1);
                    self.with_top(|screen, shop| screen.key(stroke, Pace::Steady, shop))
                }
                Go::Do(command) => {
                    self.leave();
                    if self.top().may_leave() {
                        command.turn(&mut self.shop)
                    } else {
                        Turn::bell()
                    }
                }
                Go::Help => {
                    let screen = self.top();
                    let help = Help::of(screen.title(), screen.keys(&self.shop));
                    Turn::go(Go::To(Place::Help(help)))
                }
                Go::HomeScanned(code) => {
                    self.places.truncate(1);
                    self.with_top(|screen, shop| screen.scanned(&code, shop))
                }
            };
        }
        effects
    }

    /// To the screen below; the sell screen stays.
    fn leave(&mut self) {
        if self.places.len() > 1 {
            self.places.pop();
        }
    }

    /// Whether this is a list that closes when it is asked for again.
    fn shows_already(&self, place: &Place) -> bool {
        matches!(
            (place, self.places.last()),
            (Place::Help(_), Some(Place::Help(_))) | (Place::Palette(_), Some(Place::Palette(_)))
        )
    }

    fn enter(&mut self, place: Place) -> Turn {
        let turn = Turn::with(place.opening(&self.shop));
        self.places.push(place);
        turn
    }

    fn top(&self) -> &dyn Screen {
        match self.places.last() {
            Some(place) => place.screen(),
            None => &frame::EMPTY,
        }
    }

    fn with_top(&mut self, act: impl FnOnce(&mut dyn Screen, &mut Shop) -> Turn) -> Turn {
        match self.places.last_mut() {
            Some(place) => act(place.screen_mut(), &mut self.shop),
            None => Turn::stay(),
        }
    }

    /// Draws the model and changes nothing.
    pub fn view(&self, frame: &mut Frame<'_>) {
        if self.shop.is_locked() {
            return self.lock.view(frame, &self.shop);
        }
        frame::draw(frame, &self.shop, self.top());
    }
}

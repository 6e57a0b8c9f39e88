//! The page of a closing: the Z to be read and printed, where its bundle lies, how far its
//! envelope is, and the way out of the market.

use ratatui::layout::Rect;

use super::{
    super::{
        alone::{Alone, Heard},
        canvas::Canvas,
        commands::Command,
        event::{Carried, Carry, CarryPlace, CarryTrouble, Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        paper::{
            self,
            z::{self, Stage},
            z_rows,
        },
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::{Cable, Sample, Shop},
    },
    close_page_view,
    close_seal::SHOWN,
    shortlist::{Choice, Shortlist},
};
use crate::domain::{
    asking::{Ask, Found},
    closing::{ClosingSeen, Level},
    facts::Printed,
    journal::Fact,
    paper::Page,
    receipt::Copy,
};

/// So far a page key goes.
const PAGE: usize = 10;

/// A closing, and what is done with it afterwards.
pub struct ClosePage {
    pub(super) seen: Box<ClosingSeen>,
    /// The first row that is shown.
    pub(super) from: usize,
    pub(super) bundle: Bundle,
    copying: Copying,
    /// How far the copy is, or how it ended.
    pub(super) copy: Option<Notice>,
    /// A letter that acts unless it turns out to be the first of a scan.
    pressed: Alone<char>,
}

/// Where the files of the closing are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Bundle {
    /// They are being written, or looked at.
    Asked,
    /// In this folder.
    There(String),
    /// Nowhere yet.
    Not(CarryTrouble),
}

/// Whether bundles are on their way to a stick.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Copying {
    Idle,
    /// It was asked where they could go.
    Looking,
    UnderWay,
}

impl ClosePage {
    /// The page of a closing in the journal.
    pub fn of(seen: ClosingSeen) -> Self {
        Self {
            seen: Box::new(seen),
            from: 0,
            bundle: Bundle::Asked,
            copying: Copying::Idle,
            copy: None,
            pressed: Alone::default(),
        }
    }

    /// Asks for its bundle, which is written now where it could not be before, and how far the
    /// envelope is.
    pub fn opening(&self) -> Vec<Effect> {
        let name = &self.seen.closing.name;
        let mut effects = vec![Effect::Ask(Ask::Closing(name.clone()))];
        if self.has_bundle() {
            effects.push(Effect::Carry(Carry::Bundle(name.clone())));
        }
        effects
    }

    /// A day has files of its own; a month and a year are in the next day's.
    pub(super) fn has_bundle(&self) -> bool {
        self.seen.closing.level == Level::Day
    }

    fn scroll(&mut self, to: usize, shop: &Shop) -> Turn {
        let count = z_rows::rows(&self.seen.closing, &shop.look.words).len();
        let to = to.min(count.saturating_sub(SHOWN));
        if to == self.from {
            return Turn::bell();
        }
        self.from = to;
        Turn::stay()
    }

    fn letter(&mut self, letter: char, shop: &mut Shop) -> Turn {
        match letter.to_ascii_uppercase() {
            'I' | '!' => self.print(shop),
            'V' => self.print_envelope(shop),
            'B' => self.print_cheques(shop),
            'P' => Turn::go(Go::Do(Command::Producers)),
            'D' if self.has_bundle() => self.bundle_again(),
            'E' => self.look(shop),
            _ => Turn::bell(),
        }
    }

    /// The Z; after the first one it says which copy it is.
    fn print(&mut self, shop: &mut Shop) -> Turn {
        if shop.cable == Cable::Nothing {
            return shop.refuse(Notice::warning("printer-not-set"));
        }
        let copy = match self.seen.copies {
            0 => Copy::Original,
            number => Copy::Duplicate(number),
        };
        let words = &shop.look.words;
        let closing = &self.seen.closing;
        let stage = Stage::Closed(&self.seen, copy);
        let page = z::page(closing, stage, &shop.settings.stall, words);
        let title = z_rows::title(closing, words);
        shop.write(Fact::Printed(Printed {
            ticket: closing.name.clone(),
            seq: self.seen.place.seq,
            copy: self.seen.copies,
        }));
        self.seen.copies = self.seen.copies.saturating_add(1);
        sent(title, page, shop)
    }

    fn print_envelope(&self, shop: &mut Shop) -> Turn {
        let words = &shop.look.words;
        let Some(page) = paper::envelope(&self.seen, &shop.settings.stall, words) else {
            return shop.refuse(Notice::warning("closings-no-envelope"));
        };
        let name = [("name", self.seen.closing.name.as_str())];
        let title = words.say_with("z-slip", &name);
        sent(title, page, shop)
    }

    /// The cheques once more, without the names: the journal has none.
    fn print_cheques(&self, shop: &mut Shop) -> Turn {
        let decided = self.seen.closing.decided.as_ref();
        let cheques = decided.map_or(&[][..], |it| it.cheques.as_slice());
        if cheques.is_empty() {
            return shop.refuse(Notice::warning("closings-no-cheques"));
        }
        let words = &shop.look.words;
        let name = [("name", self.seen.closing.name.as_str())];
        let of = words.say_with("z-name", &name);
        let page = paper::cheques(cheques, &[], &of, &shop.settings.stall, words);
        sent(words.say("z-remittance"), page, shop)
    }

    fn bundle_again(&mut self) -> Turn {
        self.bundle = Bundle::Asked;
        let name = self.seen.closing.name.clone();
        Turn::with(vec![Effect::Carry(Carry::Bundle(name))])
    }

    fn look(&mut self, shop: &mut Shop) -> Turn {
        if self.copying != Copying::Idle {
            return shop.refuse(Notice::warning("closings-copy-under-way"));
        }
        self.copying = Copying::Looking;
        Turn::with(vec![Effect::Carry(Carry::Look)])
    }

    fn carried(&mut self, carried: &Carried, shop: &mut Shop) -> Turn {
        let name = &self.seen.closing.name;
        match carried {
            Carried::Bundled { closing, path } if closing == name => {
                self.bundle = Bundle::There(path.clone());
            }
            Carried::NotBundled(closing, trouble) if closing == name => {
                self.bundle = Bundle::Not(*trouble);
            }
            Carried::Places(places) if self.copying == Copying::Looking => {
                return self.choose(places, shop);
            }
            Carried::Copying { .. } => {
                self.copying = Copying::UnderWay;
                self.copy = carried.notice(&shop.look.words);
            }
            Carried::Synced { .. } | Carried::NotSynced(..) => {
                self.copying = Copying::Idle;
                self.copy = carried.notice(&shop.look.words);
            }
            Carried::Bundled { .. }
            | Carried::NotBundled(..)
            | Carried::Places(_)
            | Carried::Exported(_)
            | Carried::NotExported(_)
            | Carried::Copied(_)
            | Carried::NotCopied(_)
            | Carried::Verified { .. }
            | Carried::NotVerified => {}
        }
        Turn::stay()
    }

    /// One place is taken at once, of several one is chosen.
    fn choose(&mut self, places: &[CarryPlace], shop: &mut Shop) -> Turn {
        match places {
            [] => {
                self.copying = Copying::Idle;
                shop.refuse(Notice::warning("closings-no-stick"))
            }
            [place] => {
                self.copying = Copying::UnderWay;
                Turn::with(vec![Effect::Carry(Carry::Sync(place.path.clone()))])
            }
            several => {
                // The list leads to the copy itself; its news comes here all the same.
                self.copying = Copying::Idle;
                let choice = |(at, place): (usize, &CarryPlace)| {
                    Choice::new(place.name.as_str())
                        .digit(at + 1)
                        .beside(place.path.as_str())
                };
                let choices = several.iter().enumerate().map(choice).collect();
                let paths: Vec<String> = several.iter().map(|it| it.path.clone()).collect();
                let list = Shortlist::of("closings-where", choices, move |at, _| {
                    let path = paths.get(at).cloned();
                    let effects = path.map(|path| Effect::Carry(Carry::Sync(path)));
                    Turn {
                        effects: effects.into_iter().collect(),
                        go: Go::Back,
                    }
                });
                Turn::go(Go::To(Place::Shortlist(Box::new(list))))
            }
        }
    }
}

/// A page of a closing on its way to the printer; over a sample market it says so.
pub(super) fn printed(title: String, mut page: Page, shop: &Shop) -> Effect {
    if shop.sample == Sample::Demo {
        page.rows.insert(0, paper::sample(&shop.look.words));
    }
    Effect::PrintPage { title, page }
}

/// Sends a page where there is a printer, and says so.
pub(super) fn sent(title: String, page: Page, shop: &mut Shop) -> Turn {
    if shop.cable == Cable::Nothing {
        return shop.refuse(Notice::warning("printer-not-set"));
    }
    let effect = printed(title.clone(), page, shop);
    shop.say(Notice::done("closings-sent").with("title", title));
    Turn::with(vec![effect])
}

impl Screen for ClosePage {
    fn title(&self) -> &'static str {
        "closings-page"
    }

    fn keys(&self, _shop: &Shop) -> Vec<Bind> {
        let decided = self.seen.closing.decided.as_ref();
        let mut keys = vec![
            Bind::new(Key::Char('E'), "closings-copy"),
            Bind::new(Key::Char('I'), "closings-print"),
        ];
        if decided.is_some_and(|it| it.envelope.is_some()) {
            keys.push(Bind::new(Key::Char('V'), "closings-envelope"));
        }
        if decided.is_some_and(|it| !it.cheques.is_empty()) {
            keys.push(Bind::new(Key::Char('B'), "closings-cheques"));
        }
        if matches!(self.bundle, Bundle::Not(_)) {
            keys.insert(0, Bind::new(Key::Char('D'), "closings-bundle-again"));
        }
        keys.push(Bind::new(Key::Escape, "closings-back"));
        keys.push(Bind::new(Key::Char('P'), "closings-producers"));
        keys.push(Bind::new(Key::Char('?'), "closings-help-key"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.pressed.hear(stroke) {
            Heard::Nothing => {}
            Heard::Stood(letter) => return self.letter(letter, shop),
            Heard::TakenBack => return Turn::bell(),
        }
        match stroke.key {
            Key::Escape => Turn::go(Go::Back),
            Key::Char('?') => Turn::go(Go::Help),
            Key::Char(_) if pace == Pace::Hasty => Turn::bell(),
            Key::Char(c) => self.pressed.hold(c, stroke),
            Key::Up => self.scroll(self.from.saturating_sub(1), shop),
            Key::Down => self.scroll(self.from + 1, shop),
            Key::PageUp => self.scroll(self.from.saturating_sub(PAGE), shop),
            Key::PageDown => self.scroll(self.from + PAGE, shop),
            Key::Home => self.scroll(0, shop),
            Key::End => self.scroll(usize::MAX, shop),
            _ => Turn::bell(),
        }
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        match self.pressed.woken(at_ms) {
            Some(letter) => self.letter(letter, shop),
            None => Turn::stay(),
        }
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        match news {
            News::Carried(carried) => self.carried(carried, shop),
            News::Found(found) => {
                if let Found::Closing(name, Some(seen)) = found.as_ref()
                    && *name == self.seen.closing.name
                {
                    self.seen.clone_from(seen);
                }
                Turn::stay()
            }
            _ => Turn::stay(),
        }
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        close_page_view::draw(self, shop, canvas, area);
    }
}

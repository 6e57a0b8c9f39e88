//! Taking the money: Enter is exact cash, a sum is cash given, a letter is another means. What
//! finishes a ticket is held back for a blink, so that a held or bouncing key, or the first letter
//! of a scan, never records one.

use ratatui::layout::Rect;

use super::{
    super::{
        burst::{SETTLING_MS, of_one_burst, too_soon},
        canvas::Canvas,
        drafts::Paper,
        entry::{Number, number},
        event::{Effect, News},
        foot::Bind,
        keys::{Key, Stroke},
        notice::Notice,
        place::Place,
        screen::{Go, Pace, Screen, Turn},
        shop::Shop,
    },
    agreed,
    pay_note::Naming,
    pay_offer::Offer,
    pay_refused::refused,
    pay_view,
};
use crate::domain::{
    asking::{Ask, Found},
    basket::Story,
    money::Money,
    pay::{Tendering, likely_sums},
    ticket::Payment,
    views::WriteTrouble,
};

/// The payment of the ticket on the screen.
pub struct Pay {
    pub(super) typed: String,
    /// When the last character of the sum was typed.
    pub(super) typed_at_ms: Option<u64>,
    pub(super) chip: Option<usize>,
    pub(super) tendering: Tendering,
    pub(super) stage: Stage,
    /// The most a means can pay, proposed after more was asked of it.
    pub(super) offer: Option<Offer>,
    /// After how many payments gifts were added here.
    pub(super) gifts: Vec<usize>,
    /// The credit note that is being named.
    pub(super) note: Option<Box<Naming>>,
}

/// How far the payment is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// Money is being taken.
    Taking,
    /// All is paid; it is recorded unless the key that paid turns out to be held, to bounce, or to
    /// be a scanner's.
    Settling {
        /// The key that paid.
        by: Stroke,
        /// How many payments there were before it.
        before: usize,
    },
    /// The journal has the ticket in hand: no key can touch it.
    Recording,
    /// The disk failed in the middle: until it is known whether the ticket is written, it can only
    /// be recorded again, under the same name.
    InDoubt,
}

impl Pay {
    /// Opens the pay screen for the ticket on the screen, or says why not.
    pub fn open(shop: &mut Shop) -> Turn {
        let turn = Self::entered(shop);
        if matches!(turn.go, Go::Over(_)) {
            ask_what_was_used(shop);
        }
        turn
    }

    fn entered(shop: &mut Shop) -> Turn {
        if shop.basket().is_empty() {
            shop.say(Notice::warning("pay-empty"));
            return Turn::bell();
        }
        let pay = match shop.drafts.paying.clone() {
            Some(paying) => Self::resumed(paying, shop),
            None => Self::of(Tendering::new(shop.priced().total)),
        };
        Turn::go(Go::Over(Place::Pay(pay)))
    }

    /// Finishes the ticket on the screen now by the default means, or opens the pay screen and says
    /// why: the attached member's account if it suffices, else exact cash.
    pub fn finish_now(shop: &mut Shop) -> Turn {
        let mut turn = Self::entered(shop);
        let Go::Over(Place::Pay(pay)) = &mut turn.go else {
            return turn;
        };
        let reason = if shop.basket().story == Story::Resumed {
            Some(Notice::warning("pay-resumed"))
        } else if shop.priced().total <= Money::ZERO {
            Some(Notice::warning("pay-nothing-to-take"))
        } else {
            None
        };
        let refused = reason.or_else(|| pay.take_default(shop).err());
        if let Some(notice) = refused {
            ask_what_was_used(shop);
            shop.say(notice);
            return turn.and(Effect::Bell);
        }
        let recording = pay.record(shop);
        turn.effects.extend(recording.effects);
        turn
    }

    /// A payment that was cut short when the program ended. What was taken then still counts, also
    /// by a means that was removed meanwhile.
    pub fn resumed(mut paying: Tendering, shop: &mut Shop) -> Self {
        paying.total = shop.priced().total;
        let gone = |it: &&Payment| shop.settings.tender(&it.tender).is_none();
        if let Some(payment) = paying.payments().iter().find(gone) {
            let means = shop.tender_name(&payment.tender, payment.name.as_ref());
            shop.say(Notice::warning("pay-means-gone").with("means", means));
        }
        Self::of(paying)
    }

    /// The same, on the screen with which the program starts.
    pub fn reopened(paying: Tendering, shop: &mut Shop) -> Self {
        ask_what_was_used(shop);
        Self::resumed(paying, shop)
    }

    const fn of(tendering: Tendering) -> Self {
        Self {
            typed: String::new(),
            typed_at_ms: None,
            chip: None,
            tendering,
            stage: Stage::Taking,
            offer: None,
            gifts: Vec::new(),
            note: None,
        }
    }

    /// Sums that the customer is likely to give.
    pub(super) fn chips(&self) -> Vec<Money> {
        likely_sums(self.tendering.left())
    }

    /// The sum that is typed or chosen; none if there is none, or it is no sum.
    pub(super) fn sum(&self, shop: &Shop) -> Option<Money> {
        if self.typed.is_empty() {
            return self.chips().get(self.chip?).copied();
        }
        let cents = number(&self.typed, shop.digits).and_then(Number::cents);
        Money::from_cents(cents.ok()?)
    }

    pub(super) fn take_exact(&mut self, shop: &Shop) -> Result<(), Notice> {
        let Some(cash) = shop.settings.cash() else {
            return Err(Notice::warning("pay-no-cash"));
        };
        let taken = self.tendering.pay(cash, None, &shop.at());
        taken.map_err(|refusal| refused(refusal, cash, self.tendering.left(), shop))
    }

    /// After a payment: the next one, or the end.
    pub(super) fn settle(&mut self, by: Stroke, before: usize, shop: &mut Shop) -> Turn {
        self.typed.clear();
        self.chip = None;
        self.offer = None;
        self.keep(shop);
        if !self.tendering.is_settled() {
            return Turn::stay();
        }
        self.stage = Stage::Settling { by, before };
        Turn::with(vec![Effect::Wake(SETTLING_MS)])
    }

    /// The drafts know what is paid so far.
    pub(super) fn keep(&self, shop: &mut Shop) {
        let any = !self.tendering.payments().is_empty();
        shop.drafts.paying = any.then(|| self.tendering.clone());
        shop.touch();
    }

    /// A key while all is paid and not yet recorded.
    fn settling(&mut self, by: Stroke, before: usize, stroke: Stroke, shop: &mut Shop) -> Turn {
        let same = stroke.key == by.key || stroke.key == Key::Enter;
        let held = same && too_soon(by.at_ms, stroke.at_ms);
        if !held && !of_one_burst(by.at_ms, stroke.at_ms) {
            return self.record(shop).and(Effect::Bell);
        }
        self.stage = Stage::Taking;
        while self.tendering.payments().len() > before {
            self.tendering.take_back();
        }
        self.keep(shop);
        shop.say(Notice::warning("pay-held"));
        Turn::bell()
    }

    fn record(&mut self, shop: &mut Shop) -> Turn {
        let Some(ticket) = shop.ticket(&self.tendering) else {
            self.stage = Stage::Taking;
            return Turn::bell();
        };
        self.stage = Stage::Recording;
        Turn::with(vec![Effect::Record {
            uid: shop.basket().uid,
            ticket: Box::new(ticket),
            drafts: Box::new(shop.drafts_after_sale()),
        }])
    }
}

/// The caps of the day are measured against what the journal has now.
fn ask_what_was_used(shop: &mut Shop) {
    let day = shop.day();
    shop.ask(Ask::Used(day));
}

impl Screen for Pay {
    fn title(&self) -> &'static str {
        "pay"
    }

    fn keys(&self, shop: &Shop) -> Vec<Bind> {
        let mut keys = Vec::new();
        if matches!(self.stage, Stage::Taking | Stage::InDoubt) {
            let settled = self.tendering.is_settled();
            let enter = if self.note.is_some() {
                "pay-key-note"
            } else if self.offer.is_some() {
                "pay-key-offer"
            } else if self.typed.ends_with(agreed::is_percent) {
                "pay-key-discount"
            } else if !self.typed.is_empty() || self.chip.is_some() {
                "pay-key-given"
            } else if settled {
                "pay-key-record"
            } else if self.tendering.left() < Money::ZERO {
                "pay-key-out"
            } else {
                "pay-key-exact"
            };
            keys.push(Bind::new(Key::Enter, enter));
        }
        if self.note.is_some() {
            keys.push(Bind::new(Key::Escape, "pay-key-no-note"));
        } else if self.stage == Stage::Taking {
            if self.tendering.payments().is_empty() {
                keys.push(Bind::new(Key::Char('T'), "pay-key-agreed"));
                keys.push(Bind::new(Key::Char('D'), "pay-key-discount"));
            } else {
                keys.push(Bind::new(Key::Back, "pay-key-take-back"));
            }
            let paper = match shop.paper {
                Paper::OnRequest => "pay-key-paper",
                Paper::Asked => "pay-key-no-paper",
            };
            keys.push(Bind::new(Key::Char('!'), paper));
            keys.push(Bind::new(Key::Escape, "pay-key-ticket"));
            keys.push(Bind::new(Key::Char('G'), "pay-key-gift"));
            if shop.basket().adjustment().is_some() {
                keys.push(Bind::new(Key::Char('B'), "pay-key-bearer"));
            }
        }
        keys.push(Bind::new(Key::Char('?'), "pay-key-help"));
        keys
    }

    fn key(&mut self, stroke: Stroke, pace: Pace, shop: &mut Shop) -> Turn {
        match self.stage {
            Stage::Taking if self.note.is_some() => self.naming(stroke, shop),
            Stage::Taking => self.taking(stroke, pace, shop),
            Stage::Settling { by, before } => self.settling(by, before, stroke, shop),
            Stage::Recording => Turn::bell(),
            Stage::InDoubt if stroke.key == Key::Enter && pace == Pace::Steady => self.record(shop),
            Stage::InDoubt => {
                shop.say(Notice::alarm("pay-in-doubt"));
                Turn::bell()
            }
        }
    }

    fn untype(&mut self, characters: usize, _shop: &mut Shop) {
        if let Some(naming) = &mut self.note {
            (0..characters).for_each(|_| {
                naming.typed.pop();
            });
            return;
        }
        for _ in 0..characters {
            self.typed.pop();
        }
    }

    fn scanned(&mut self, code: &str, shop: &mut Shop) -> Turn {
        if self.may_leave() {
            return Turn::go(Go::HomeScanned(code.to_owned()));
        }
        let word = match self.stage {
            Stage::Taking | Stage::InDoubt => "pay-scan-later",
            Stage::Settling { .. } | Stage::Recording => "pay-scan-recording",
        };
        shop.say(Notice::warning(word).with("code", code));
        Turn::bell()
    }

    fn told(&mut self, news: &News, shop: &mut Shop) -> Turn {
        if let News::Found(found) = news
            && let Found::Note(name, note) = found.as_ref()
        {
            return self.noted(name, note.as_ref(), shop);
        }
        let News::NotRecorded(trouble) = news else {
            return Turn::stay();
        };
        if self.stage != Stage::Recording {
            return Turn::stay();
        }
        self.stage = match trouble {
            WriteTrouble::Doubtful => Stage::InDoubt,
            WriteTrouble::DiskFull
            | WriteTrouble::ReadOnly
            | WriteTrouble::Damaged
            | WriteTrouble::Unbalanced
            | WriteTrouble::NoteUsed
            | WriteTrouble::FundShort
            | WriteTrouble::AccountShort
            | WriteTrouble::TakenTwice
            | WriteTrouble::SettledBefore
            | WriteTrouble::BalanceStands
            | WriteTrouble::AccountClosed
            | WriteTrouble::NumberTaken
            | WriteTrouble::CardTaken
            | WriteTrouble::ClosingMoved
            | WriteTrouble::NothingToClose
            | WriteTrouble::ClosingUnsound
            | WriteTrouble::NotOver
            | WriteTrouble::CountUnsound
            | WriteTrouble::NoSuchEnvelope
            | WriteTrouble::Other => Stage::Taking,
        };
        // What is wrong with the disk stands in the status row, where nothing older may hide it;
        // what the journal refuses for good is said there already.
        if !trouble.lasts() {
            shop.notice = None;
        }
        self.keep(shop);
        Turn::bell()
    }

    fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Turn {
        let Stage::Settling { by, .. } = self.stage else {
            return Turn::stay();
        };
        let due = by.at_ms.saturating_add(SETTLING_MS);
        match due.checked_sub(at_ms).filter(|left| *left > 0) {
            // Asked for by a key that was taken back since.
            Some(left) => Turn::with(vec![Effect::Wake(left)]),
            None => self.record(shop),
        }
    }

    fn may_leave(&self) -> bool {
        self.stage == Stage::Taking && self.tendering.payments().is_empty() && self.note.is_none()
    }

    fn view(&self, shop: &Shop, canvas: &mut Canvas<'_, '_>, area: Rect) {
        pay_view::draw(self, shop, canvas, area);
    }
}

//! Which letter moves cash which way, and for what reasons.

use super::{
    super::{
        day::noting::to_correct,
        entry::Refusal,
        event::Effect,
        foot::Bind,
        keys::Key,
        paper,
        shop::{Cable, Sample, Shop},
    },
    cash::Cash,
};
use crate::domain::{
    asking::CashSeen,
    day::{CashReason, CashWay},
};

/// What the next key is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Doing {
    /// The list of what moved.
    #[default]
    Listing,
    /// The sum of a movement.
    Moving {
        /// Which way.
        way: CashWay,
        /// The reasons there are, the usual one first.
        reasons: &'static [CashReason],
        /// The place of the reason.
        reason: usize,
        /// The place of the drawer.
        drawer: usize,
    },
    /// How much the last movement really was.
    Correcting,
}

impl Doing {
    const fn moving(way: CashWay, reasons: &'static [CashReason]) -> Self {
        Self::Moving {
            way,
            reasons,
            reason: 0,
            drawer: 0,
        }
    }

    /// Why.
    pub(super) fn reason(self) -> Option<CashReason> {
        match self {
            Self::Moving {
                reasons, reason, ..
            } => reasons.get(reason).copied(),
            Self::Listing | Self::Correcting => None,
        }
    }

    /// Another reason with the arrows, another drawer with Tab; whether there is another.
    pub(super) fn choose(&mut self, key: Key, drawers: usize) -> bool {
        let Self::Moving {
            reasons,
            reason,
            drawer,
            ..
        } = self
        else {
            return false;
        };
        match key {
            Key::Tab | Key::BackTab if drawers > 1 => *drawer = (*drawer + 1) % drawers,
            Key::Down if *reason + 1 < reasons.len() => *reason += 1,
            Key::Up if *reason > 0 => *reason -= 1,
            _ => return false,
        }
        true
    }
}

/// The letters, in the order in which they are shown.
pub(super) const LETTERS: [(char, &str, Doing); 5] = {
    use CashReason::{Bank, Change, Coop, Home, PaidBack, Place, Purchase, Safe};
    [
        (
            'P',
            "cash-drop",
            Doing::moving(CashWay::Drop, &[Safe, Bank, Home, Coop]),
        ),
        (
            'A',
            "cash-in",
            Doing::moving(CashWay::In, &[Safe, Bank, Coop, PaidBack]),
        ),
        (
            'S',
            "cash-out",
            Doing::moving(CashWay::Out, &[Home, PaidBack, Bank, Coop, Change]),
        ),
        ('M', "cash-change", Doing::moving(CashWay::In, &[Change])),
        (
            'D',
            "cash-expense",
            Doing::moving(CashWay::PaidOut, &[Purchase, Place, PaidBack]),
        ),
    ]
};

/// What a letter begins.
pub(super) fn begun_by(c: char) -> Option<Doing> {
    let c = c.to_ascii_uppercase();
    LETTERS.iter().find(|it| it.0 == c).map(|it| it.2)
}

/// The keys that work now.
pub(super) fn keys(cash: &Cash, shop: &Shop) -> Vec<Bind> {
    let mut keys = Vec::new();
    match cash.doing {
        Doing::Listing => {
            if to_correct(&cash.moves).is_some() {
                keys.push(Bind::new(Key::Char('C'), "cash-correct"));
            }
            if with_slip(&cash.moves).is_some() && shop.cable == Cable::Printer {
                keys.push(Bind::new(Key::Char('!'), "cash-slip"));
            }
            // The others stand in the box as well.
            keys.push(Bind::new(Key::Escape, "cash-back"));
            keys.extend(LETTERS.iter().map(|it| Bind::new(Key::Char(it.0), it.1)));
            keys.push(Bind::new(Key::Char('F'), "cash-float"));
            keys.push(Bind::new(Key::Char('O'), "cash-open"));
            keys.push(Bind::new(Key::Char('E'), "cash-envelopes"));
        }
        Doing::Moving { reasons, .. } => {
            keys.push(Bind::new(Key::Enter, "cash-note"));
            if reasons.len() > 1 {
                keys.push(Bind::new(Key::Down, "cash-other-reason"));
            }
            if shop.drawers().len() > 1 {
                keys.push(Bind::new(Key::Tab, "cash-other-drawer"));
            }
        }
        Doing::Correcting => keys.push(Bind::new(Key::Enter, "cash-note")),
    }
    if cash.doing != Doing::Listing {
        keys.push(Bind::new(Key::Escape, "cash-back"));
    }
    keys.push(Bind::new(Key::Char('?'), "cash-help-key"));
    keys
}

/// The word of the locale for why a sum cannot be read: nothing here is a line of a ticket.
pub(super) fn refusal_word(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::Unreadable | Refusal::CodeLength | Refusal::NotWhole => "cash-unreadable",
        Refusal::TooLarge => "entry-too-large",
        Refusal::TooFine | Refusal::NotCents => "entry-not-cents",
        Refusal::Zero => "cash-nothing",
    }
}

/// The last movement that somebody may want on paper: what left the drawer.
fn with_slip(moves: &[CashSeen]) -> Option<&CashSeen> {
    moves
        .iter()
        .rev()
        .find(|it| matches!(it.cash.way, CashWay::Drop | CashWay::Out | CashWay::PaidOut))
}

/// The slip of the last movement out of the drawer.
pub(super) fn slip(moves: &[CashSeen], shop: &Shop) -> Option<Effect> {
    let words = &shop.look.words;
    let seen = with_slip(moves)?;
    let mut page = paper::cash_slip(seen, &shop.settings.stall, words);
    if shop.sample == Sample::Demo {
        page.rows.insert(0, paper::sample(words));
    }
    let title = words.say("cash-slip-title");
    Some(Effect::PrintPage { title, page })
}

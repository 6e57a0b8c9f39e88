//! The entry that a step of the closing writes behind a meant Enter: it has its name before it is
//! written, and the name is saved, so that a power cut at any moment leaves it there once.

use crate::{
    domain::ids::Uid,
    ui::{
        confirm::{Confirm, Said},
        event::{Effect, News},
        keys::{Key, Stroke},
        notice::Notice,
        screen::Turn,
        shop::Shop,
    },
};

/// How far the entry of a step is.
#[derive(Default)]
pub struct Writing {
    confirm: Confirm,
}

/// What a key or the time says about the entry.
pub enum Meant {
    /// Nothing: the key is the screen's.
    Nothing,
    /// The key is spent.
    Spent(Vec<Effect>),
    /// It is to be written now, under this name.
    Now(Uid),
}

/// What the journal says about the entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// Nothing.
    Nothing,
    /// It is written.
    Written,
    /// It is not written, and a sentence says so; what can be written later is asked for again
    /// with the next key.
    Refused,
}

impl Writing {
    /// Whether an entry is on its way.
    pub fn is_idle(&self) -> bool {
        self.confirm == Confirm::Asking
    }

    /// Holds the Enter that asks for the entry; its name is saved meanwhile.
    pub fn hold(&mut self, stroke: Stroke, shop: &mut Shop) -> Turn {
        let uid = shop.mint.uid();
        shop.closing().writing = Some(uid);
        shop.touch();
        self.confirm.hold(stroke)
    }

    /// Hears a key before anything else is done about it; Escape is always the screen's.
    pub fn hear(&mut self, stroke: Stroke, shop: &mut Shop) -> Meant {
        if self.confirm == Confirm::Recording && stroke.key == Key::Escape {
            return Meant::Nothing;
        }
        let said = self.confirm.hear(stroke, shop);
        self.meant(said, shop)
    }

    /// Hears that some time has passed.
    pub fn woken(&mut self, at_ms: u64, shop: &mut Shop) -> Meant {
        let said = self.confirm.woken(at_ms);
        self.meant(said, shop)
    }

    fn meant(&mut self, said: Said, shop: &mut Shop) -> Meant {
        match said {
            Said::Nothing => Meant::Nothing,
            Said::Spent(effects) => {
                if self.is_idle() {
                    self.forget(shop);
                }
                Meant::Spent(effects)
            }
            Said::Meant => match self.again(shop) {
                Some(uid) => Meant::Now(uid),
                None => Meant::Spent(vec![Effect::Bell]),
            },
        }
    }

    /// The name under which an entry was about to be written when the till stopped: it is asked
    /// for again, and is there once.
    pub fn again(&mut self, shop: &mut Shop) -> Option<Uid> {
        let uid = shop.closing().writing.filter(|_| self.is_idle())?;
        self.confirm = Confirm::Recording;
        Some(uid)
    }

    /// The entry is not to be written after all.
    pub fn forget(&mut self, shop: &mut Shop) {
        self.confirm = Confirm::Asking;
        shop.closing().writing = None;
        shop.touch();
    }

    /// Hears what became of the entry.
    pub fn told(&mut self, news: &News, shop: &mut Shop) -> Told {
        let name = shop.drafts.closing.as_ref().and_then(|it| it.writing);
        match news {
            News::Written(uid) if name == Some(*uid) => {
                self.forget(shop);
                Told::Written
            }
            News::NotWritten(uid, trouble) if name == Some(*uid) => {
                if trouble.lasts() {
                    self.forget(shop);
                    shop.say(Notice::alarm("close-refused"));
                } else {
                    shop.say(Notice::alarm("close-not-written"));
                }
                Told::Refused
            }
            _ => Told::Nothing,
        }
    }
}

/// What follows when the journal refused.
pub fn refused() -> Turn {
    Turn::with(vec![Effect::Bell])
}

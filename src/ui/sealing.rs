//! A closing that was just written: nothing of its draft is kept, and its bundle is made, whatever
//! screen is open by then.

use super::{
    closing::{self, Step},
    event::{Carry, Effect, News},
    shop::Shop,
};
use crate::domain::{
    asking::{Ask, Found},
    closing::Level,
};

/// Whether a closing was written whose name is still to come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sealed {
    /// Nothing is awaited.
    #[default]
    Nothing,
    /// The store gives it.
    NameAwaited,
}

/// Asks for the newest closing of a day.
pub const fn ask_newest() -> Effect {
    Effect::Ask(Ask::Closings {
        level: Some(Level::Day),
        count: 1,
    })
}

/// Follows what became of the entry: only once it is written is there a bundle.
pub fn told(news: &News, shop: &mut Shop) -> Vec<Effect> {
    match news {
        News::Written(uid) => {
            let draft = shop.drafts.closing.as_ref();
            let mine = draft.is_some_and(|it| it.step == Step::Seal && it.writing == Some(*uid));
            if !mine {
                return Vec::new();
            }
            closing::forget(shop);
            shop.sealed = Sealed::NameAwaited;
            vec![ask_newest()]
        }
        News::Found(found) if shop.sealed == Sealed::NameAwaited => {
            let Found::Closings(closings) = found.as_ref() else {
                return Vec::new();
            };
            // A screen may have asked for months meanwhile.
            let mut days = closings.iter().map(|it| &it.closing);
            let Some(newest) = days.find(|it| it.level == Level::Day) else {
                return Vec::new();
            };
            shop.sealed = Sealed::Nothing;
            vec![Effect::Carry(Carry::Bundle(newest.name.clone()))]
        }
        _ => Vec::new(),
    }
}

//! The keys with which a float is counted: how many of each note and coin, or one sum.

use super::{
    super::{
        closing::CountWay,
        day::opening::{OpeningDraft, Proposed, SUM, Wanted},
        entry::number,
        foot::Bind,
        keys::Key,
        screen::{Pace, Turn},
        shop::Shop,
    },
    open_day::{Asked, change, drawer},
};
use crate::domain::settings::TenderKind;

/// More characters than this are no number and no sum.
const TYPED_MAX: usize = 14;

/// What there is to press.
pub(super) fn keys(draft: &OpeningDraft, shop: &Shop) -> Vec<Bind> {
    let proposed = proposed(draft, shop);
    let by_sum = draft.way(&proposed) == CountWay::Total;
    let mut keys = vec![if by_sum || draft.at >= SUM {
        Bind::new(Key::Enter, "open-confirm")
    } else {
        Bind::new(Key::Enter, "open-next")
    }];
    if by_sum {
        keys.push(Bind::new(Key::Char('='), "open-by-pieces"));
    } else {
        keys.push(Bind::new(Key::Char('='), "open-by-sum"));
        keys.push(Bind::new(Key::Up, "open-choose"));
    }
    match draft.wanted {
        Wanted::Day => keys.push(Bind::new(Key::Tab, "open-later")),
        Wanted::Float if shop.drawers().len() > 1 => {
            keys.push(Bind::new(Key::Tab, "open-drawer"));
        }
        Wanted::Float => {}
    }
    keys
}

/// What is proposed for the drawer that is counted.
pub(super) fn proposed(draft: &OpeningDraft, shop: &Shop) -> Proposed {
    let tender = drawer(Some(draft), shop);
    tender.map_or_else(Proposed::default, |it| shop.proposed_float(&it))
}

pub(super) fn key(key: Key, pace: Pace, shop: &mut Shop) -> Asked {
    let Some(draft) = shop.opening() else {
        return Asked::turn(Turn::bell());
    };
    let proposed = proposed(draft, shop);
    let way = draft.way(&proposed);
    let at = if way == CountWay::Total {
        SUM
    } else {
        draft.at
    };
    match key {
        Key::Enter if at >= SUM && pace == Pace::Hasty => Asked::turn(Turn::bell()),
        Key::Enter if at >= SUM => confirm(&proposed, shop),
        Key::Enter | Key::Down => Asked::turn(leave(at, at + 1, &proposed, shop)),
        Key::Up | Key::BackTab => Asked::turn(leave(at, at.saturating_sub(1), &proposed, shop)),
        Key::Home | Key::PageUp => Asked::turn(leave(at, 0, &proposed, shop)),
        Key::End | Key::PageDown => Asked::turn(leave(at, SUM, &proposed, shop)),
        Key::Tab => match draft.wanted {
            Wanted::Day => Asked::Later,
            Wanted::Float => Asked::turn(next_drawer(shop)),
        },
        Key::Char('=' | '+') => Asked::turn(flip(way, shop)),
        Key::Char(c) => Asked::turn(typed(c, (way, at), shop)),
        Key::Back | Key::Delete => Asked::turn(rub_out((way, at), shop)),
        Key::Ctrl(_) | Key::F(_) | Key::Left | Key::Right | Key::Escape => {
            Asked::turn(Turn::bell())
        }
    }
}

/// The float can be written down, or the cursor goes where it cannot.
fn confirm(proposed: &Proposed, shop: &mut Shop) -> Asked {
    let Some(draft) = shop.opening() else {
        return Asked::turn(Turn::bell());
    };
    match draft.float(proposed, shop) {
        Ok(_) => Asked::Confirm,
        Err((at, notice)) => {
            change(shop, |it| it.at = at);
            Asked::turn(shop.refuse(notice))
        }
    }
}

/// To another field, unless the one that is left holds no number.
fn leave(at: usize, to: usize, proposed: &Proposed, shop: &mut Shop) -> Turn {
    let wrong = shop.opening().map(|it| it.counted(proposed));
    if let Some(Err((wrong, notice))) = wrong
        && wrong == at
    {
        return shop.refuse(notice);
    }
    change(shop, |it| it.at = to.min(SUM))
}

/// From notes and coins to one sum, and back.
fn flip(way: CountWay, shop: &mut Shop) -> Turn {
    let cash = drawer(shop.opening(), shop).is_some_and(|it| it.kind == TenderKind::Cash);
    match way {
        CountWay::Pieces => change(shop, |it| {
            it.way = Some(CountWay::Total);
            it.at = SUM;
        }),
        // Local notes are not those of the euro.
        CountWay::Total if !cash => Turn::bell(),
        CountWay::Total => change(shop, |it| {
            it.way = Some(CountWay::Pieces);
            it.at = 0;
        }),
    }
}

/// Another drawer, counted from nothing.
fn next_drawer(shop: &mut Shop) -> Turn {
    let drawers: Vec<_> = shop.drawers().into_iter().cloned().collect();
    let now = drawer(shop.opening(), shop).map(|it| it.id);
    let at = drawers.iter().position(|it| Some(&it.id) == now.as_ref());
    let next = at.map_or(0, |it| it + 1);
    let Some(next) = drawers.get(next).or_else(|| drawers.first()) else {
        return Turn::bell();
    };
    if Some(&next.id) == now.as_ref() {
        return Turn::bell();
    }
    let proposed = shop.proposed_float(next).total.is_some();
    change(shop, |it| {
        it.forget_count();
        it.tender = Some(next.id.clone());
        let euros = next.kind == TenderKind::Cash;
        it.way = (!euros).then_some(CountWay::Total);
        it.at = if euros && !proposed { 0 } else { SUM };
    })
}

/// What a digit stands for on this keyboard.
pub(super) fn digit(c: char, shop: &Shop) -> Option<i64> {
    number(&c.to_string(), shop.digits).ok()?.whole()
}

fn typed(c: char, (way, at): (CountWay, usize), shop: &mut Shop) -> Turn {
    // On the row of the sum a digit begins a sum.
    let way = if at >= SUM { CountWay::Total } else { way };
    // The echo shows the digit that the unshifted key stands for.
    let digit = digit(c, shop).and_then(|it| u32::try_from(it).ok());
    let c = digit.and_then(|it| char::from_digit(it, 10)).unwrap_or(c);
    let mut fits = true;
    change(shop, |it| {
        let field = match way {
            CountWay::Total => {
                it.way = Some(CountWay::Total);
                Some(&mut it.total)
            }
            CountWay::Pieces => {
                it.way = Some(CountWay::Pieces);
                it.pieces.get_mut(at)
            }
        };
        if let Some(field) = field {
            fits = field.chars().count() < TYPED_MAX;
            if fits {
                field.push(c);
            }
        }
    });
    if fits { Turn::stay() } else { Turn::bell() }
}

fn rub_out((way, at): (CountWay, usize), shop: &mut Shop) -> Turn {
    change(shop, |it| {
        match way {
            CountWay::Total => it.total.pop(),
            CountWay::Pieces => it.pieces.get_mut(at).and_then(String::pop),
        };
    })
}

//! An amount under a key that several producers share: whose is it? Nobody has to answer; what is
//! left open is attributed later.

use super::{
    super::{
        notice::Notice,
        place::Place,
        screen::{Go, Turn},
        shop::Shop,
    },
    sell_line::refused,
    shortlist::{Choice, Shortlist},
};
use crate::domain::{
    basket::{Line, What},
    catalogue::QuickKey,
    ids::Id,
    money::Percent,
};

/// Asks whose a line is, if nobody knows and there are several who could have made it.
pub(super) fn ask(at: usize, shop: &Shop) -> Turn {
    let line = shop.basket().lines().get(at);
    let producers = shop.catalogue.producers();
    if !line.is_some_and(is_nobodys) || producers.len() < 2 {
        return Turn::stay();
    }
    let words = &shop.look.words;
    let mut choices = vec![Choice::new(words.say("sell-whose-later"))];
    let mut ids = Vec::new();
    for (place, producer) in producers.iter().enumerate() {
        let commission = match producer.commission {
            Percent(0) => String::new(),
            percent => words.percent(percent),
        };
        choices.push(
            Choice::new(producer.name.as_str())
                .digit(place + 1)
                .amount(commission),
        );
        ids.push(producer.id.clone());
    }
    let what = line.map_or("", |it| it.label().as_str());
    let paid = words.money(shop.priced().paid(at));
    let about = Notice::warning("sell-whose-about")
        .with("label", what)
        .with("paid", paid);
    let list = Shortlist::of("sell-whose", choices, move |choice, shop| {
        let producer = choice.checked_sub(1).and_then(|it| ids.get(it));
        match producer {
            Some(producer) => attribute(at, producer.clone(), shop),
            None => Turn::go(Go::Back),
        }
    });
    let list = list.about(about).left_by_typing();
    Turn::go(Go::To(Place::Shortlist(Box::new(list))))
}

fn is_nobodys(line: &Line) -> bool {
    matches!(&line.what, What::Quick { key, .. } if key.producer.is_none())
}

fn attribute(at: usize, producer: Id, shop: &mut Shop) -> Turn {
    let line = shop.basket().lines().get(at).cloned();
    let Some(line) = line.filter(is_nobodys) else {
        return Turn::go(Go::Back);
    };
    let What::Quick { key, amount } = line.what.clone() else {
        return Turn::go(Go::Back);
    };
    let name = shop.catalogue.producer(&producer);
    let name = name.map_or_else(String::new, |it| it.name.to_string());
    let key = QuickKey {
        producer: Some(producer),
        ..key
    };
    let label = key.label.to_string();
    let what = What::Quick { key, amount };
    match shop.change_line(at, Line { what, ..line }) {
        Ok(()) => {
            let notice = Notice::done("sell-whose-done").with("label", label);
            shop.say(notice.with("name", name));
            Turn::go(Go::Back)
        }
        Err(refusal) => {
            let effects = refused(refusal, shop).effects;
            let go = Go::Back;
            Turn { effects, go }
        }
    }
}

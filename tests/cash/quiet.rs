//! What the sell screen says of the day while its ticket is empty; it never takes a key.

use etal::{
    domain::time::Moment,
    ui::{event::Event, words::Language},
};

use crate::{
    kit::{cents, open, stall},
    market::{cash_id, closed, float, rule, status, title, write_at},
};

const FLOAT: &str = "! Fond de caisse pas encore compté\u{a0}: F7 F";

#[test]
fn the_first_sale_opens_and_the_float_is_asked_at_the_first_quiet_moment() {
    let mut stall = stall();
    stall.press("12<enter>7<enter>45<enter>+");
    assert_eq!(stall.keys, 9, "T1");
    stall.rest();
    assert!(stall.till.model.shop.period.since().is_some());
    stall.press("<enter>").rest();
    assert_eq!(
        (title(&stall).as_str(), status(&stall).as_str()),
        ("VENTE", FLOAT)
    );
    // It takes no key of the next sale, and is silent beside an open ticket.
    let keys = stall.keys;
    stall.press("12<enter>");
    assert_ne!(status(&stall), FLOAT);
    stall.press("7<enter>45<enter>+").rest();
    assert_eq!((stall.keys - keys, stall.entries("ticket").len()), (9, 2));
    stall.press("<enter>").rest();
    assert_eq!(status(&stall), FLOAT);
    // Escape silences it until the next sale.
    stall.press("<esc><esc>").rest();
    assert_eq!(status(&stall), "");
    stall.press("12<enter>+").rest();
    stall.press("<enter>").rest();
    assert_eq!(status(&stall), FLOAT);
    // Answered, it does not come back.
    stall.press("<f7>f=150<enter>").rest();
    stall.press("<esc>12<enter>+").rest();
    stall.press("<enter>").rest();
    assert_eq!(status(&stall), "");
}

#[test]
fn a_day_that_was_not_closed_is_named_and_selling_goes_on() {
    let mut store = closed();
    let at = "2026-11-20T09:00:00+01:00";
    let tender = store.settings().unwrap().cash().unwrap().clone();
    let float = etal::domain::day::Cash {
        pieces: float(),
        ..etal::domain::day::Cash::by(&tender, etal::domain::day::CashWay::Float, cents(15_000))
    };
    write_at(&mut store, 40, at, etal::domain::journal::Fact::Cash(float));
    let mut stall = open(store, Language::French, None);
    let said =
        "! La journée du 20/11 n’est pas clôturée\u{a0}: Échap 9\u{202f}; ou continuez à vendre.";
    assert_eq!(status(&stall), said);
    stall.press("12<enter>+").rest();
    assert_eq!(stall.entries("ticket").len(), 1);
    stall.press("<enter>").rest();
    assert_eq!(status(&stall), said);
}

#[test]
fn a_market_past_midnight_is_still_the_same_one() {
    let mut stall = stall();
    stall.until(Moment::parse("2026-11-21T23:50:00+01:00").unwrap());
    stall.press("<f7>f=100<enter>").rest();
    stall.until(Moment::parse("2026-11-22T01:10:00+01:00").unwrap());
    stall.press("<esc>").rest();
    assert_eq!(status(&stall), "");
    stall.until(Moment::parse("2026-11-22T08:00:00+01:00").unwrap());
    stall.tell(Event::Resized);
    assert!(status(&stall).contains("21/11"), "{}", status(&stall));
}

#[test]
fn a_drop_is_advised_above_the_limit_and_not_again_before_fifty_euros_more() {
    let mut store = closed();
    rule(&mut store, |it| it.drop_above = Some(cents(15_500)));
    let mut stall = open(store, Language::French, None);
    stall.press("<f7>f<enter>").rest();
    stall.press("<esc>").rest();
    assert_eq!(status(&stall), "");
    let advised = "! Prélèvement conseillé\u{a0}: plus de 155,00\u{a0}€ dans le tiroir · F7 P";
    let mut sell = |keys: &str| {
        stall.press(keys).rest();
        stall.press("<enter>").rest();
        (
            status(&stall),
            stall.till.model.shop.period.in_drawer(&cash_id()),
        )
    };
    // The change goes back, what was paid stays: without asking the journal.
    assert_eq!(
        sell("12<enter><enter>10<enter>"),
        (String::new(), cents(15_200))
    );
    assert_eq!(sell("45<enter>+"), (advised.to_owned(), cents(15_920)));
    assert_eq!(
        sell("45<enter>+"),
        (String::new(), cents(16_640)),
        "said once"
    );
    assert_eq!(
        sell("45<enter><enter>c"),
        (String::new(), cents(16_640)),
        "a card brings no cash"
    );
    assert_eq!(
        sell("6*45<enter>+"),
        (advised.to_owned(), cents(20_960)),
        "fifty more"
    );
    stall.press("<esc><esc><f7>p80<enter>").rest();
    stall.press("<esc>").rest();
    assert_eq!(status(&stall), "");
}

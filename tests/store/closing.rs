//! Closing a market in the store: what a Z says of what happened since the one before.

use etal::domain::{
    closing::EnvelopeState,
    day::CashWay,
    facts::{Abandoned, Event, GivenUp, Happening, Printed},
    ids::{Id, Uid},
    journal::Fact,
    label::Label,
    money::Money,
    settings::SettingsChange,
    ticket::Returned,
};

use crate::{
    counter::cents,
    market::{label, market},
};

#[test]
fn a_day_is_closed_with_all_that_happened_on_it() {
    let mut market = market();
    market.open_day("Die");
    market.cash(CashWay::Float, 15_000).unwrap();
    let first = market.sell(
        vec![market.goods(1, 10), market.goods(4, 5)],
        &[("cash", 1_530, None)],
    );
    market.sell(vec![market.goods(2, 20)], &[("card", 2_040, None)]);
    let void = market.sell(vec![market.goods(4, 1)], &[("cash", 104, None)]);
    let detail = market.store.ticket_named(&void).unwrap().unwrap();
    let back = market.counter.reversal(&detail);
    market.store.append(back, None).unwrap();
    let refund = market.back(&first, 0, 2, Returned::OnSale);
    market.sell(vec![refund], &[("cash", -202, None)]);
    let line = market.goods(1, 3);
    let given_up = Abandoned::of(GivenUp::Basket, Uid([5; 16]), &[line]);
    market.write(Fact::Abandoned(given_up)).unwrap();
    let drawer = Event {
        what: Happening::Drawer,
        detail: None,
    };
    market.write(Fact::Event(drawer)).unwrap();
    market.cash(CashWay::Drop, 10_000).unwrap();
    market.count(&[("cash", 6_300), ("card", 2_040)]).unwrap();
    let seen = market.close(5_000);

    let z = &seen.closing;
    assert_eq!(
        (z.name.as_str(), z.number, z.label.as_str()),
        ("A-Z1", 1, "2026-11-21")
    );
    let figures = &z.figures;
    assert_eq!((figures.tickets, figures.voids.number), (3, 1));
    assert_eq!(figures.turnover, cents(1_530 + 2_040 - 202));
    assert_eq!(figures.back, cents(104 + 202));
    assert_eq!(
        (
            figures.baskets_given_up.number,
            figures.baskets_given_up.cents
        ),
        (1, cents(303))
    );
    assert_eq!(figures.drawer_openings, 1);
    let row = |id: &str| {
        let row = z.means.iter().find(|it| it.tender.as_str() == id).unwrap();
        (row.expected.cents(), row.difference().map(Money::cents))
    };
    assert_eq!(
        row("cash"),
        (15_000 + 1_530 - 202 - 10_000, Some(6_300 - 6_328)),
        "28 cents are missing"
    );
    assert_eq!(row("card"), (2_040, Some(0)));
    assert_eq!(z.total.algebraic_cents, 3_368);
    assert_eq!(z.total.absolute_cents, 1_530 + 2_040 + 104 + 104 + 202);
    let decided = z.decided.as_ref().unwrap();
    assert_eq!(decided.left[0].cents, cents(5_000));
    assert_eq!(decided.envelope.as_ref().unwrap().cash, cents(1_300));
    assert_eq!(seen.envelope, EnvelopeState::Away);

    // The next market begins with what was left.
    let next = market.day();
    assert_eq!(next.since, None);
    assert_eq!(
        next.figures.drawer(&Id::known("cash")).unwrap().expected,
        cents(5_000)
    );
}

#[test]
fn two_markets_of_a_day_are_two_closings_of_it() {
    let mut market = market();
    market.at_time("2026-11-21T08:00:00+01:00");
    market.cash(CashWay::Float, 10_000).unwrap();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let morning = market.close(10_000).closing;
    market.at_time("2026-11-21T18:00:00+01:00");
    market.sell(vec![market.goods(2, 1)], &[("cash", 102, None)]);
    let evening = market.close(10_000).closing;
    assert_eq!(
        (morning.name.as_str(), evening.name.as_str()),
        ("A-Z1", "A-Z2")
    );
    assert_eq!(
        (morning.label.as_str(), evening.label.as_str()),
        ("2026-11-21", "2026-11-21")
    );
    assert_eq!(evening.figures.turnover, cents(102));
    assert!(evening.late.is_empty(), "nothing of the evening is late");
    let drawer = evening.figures.drawer(&Id::known("cash")).unwrap();
    assert_eq!(
        (drawer.float, drawer.start, drawer.expected),
        (None, cents(10_000), cents(10_102))
    );
    assert_eq!(evening.total.algebraic_cents, 203);
    assert_eq!(evening.previous.unwrap().name, "A-Z1");
}

#[test]
fn a_market_past_midnight_is_closed_under_the_day_it_began() {
    let mut market = market();
    market.at_time("2026-11-21T23:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.at_time("2026-11-22T00:40:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.at_time("2026-11-22T01:10:00+01:00");
    let closing = market.close(0).closing;
    assert_eq!(closing.label, "2026-11-21");
    let hours: Vec<u8> = closing.figures.hours.iter().map(|it| it.span).collect();
    assert_eq!(hours, [0, 23]);
}

#[test]
fn a_forgotten_closing_is_done_later_and_holds_both_days() {
    let mut market = market();
    market.at_time("2026-11-14T10:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.at_time("2026-11-21T10:00:00+01:00");
    market.sell(vec![market.goods(2, 1)], &[("cash", 102, None)]);
    let closing = market.close(0).closing;
    assert_eq!(closing.label, "2026-11-21");
    let days: Vec<(&str, i64)> = closing
        .figures
        .days
        .iter()
        .map(|it| (it.span.as_str(), it.turnover.cents()))
        .collect();
    assert_eq!(days, [("2026-11-14", 101), ("2026-11-21", 102)]);
    assert!(closing.late.is_empty(), "no closing had covered that day");
}

#[test]
fn a_day_without_a_sale_is_closed_under_the_day_it_was_opened() {
    let mut market = market();
    market
        .at_time("2026-11-14T08:00:00+01:00")
        .open_day("Crest");
    market.at_time("2026-11-21T08:00:00+01:00").open_day("Die");
    market.cash(CashWay::Float, 5_000).unwrap();
    market.at_time("2026-11-23T20:00:00+01:00");
    let closing = market.close(5_000).closing;
    assert_eq!(closing.label, "2026-11-21");
    assert_eq!(
        (closing.figures.tickets, closing.figures.turnover),
        (0, Money::ZERO)
    );
    assert_eq!(closing.figures.opened.unwrap().market, Some(label("Die")));
    assert_eq!(closing.decided.unwrap().envelope, None);
}

#[test]
fn a_ticket_that_comes_late_keeps_its_day_and_counts_in_the_next_closing() {
    let mut market = market();
    market.at_time("2026-11-21T10:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.close(0);
    // A clock that went back, or a ticket of paper.
    market.at_time("2026-11-21T12:00:00+01:00");
    market.sell(vec![market.goods(2, 1)], &[("cash", 102, None)]);
    market.at_time("2026-11-28T10:00:00+01:00");
    market.sell(vec![market.goods(4, 1)], &[("cash", 104, None)]);
    let closing = market.close(0).closing;
    assert_eq!(closing.label, "2026-11-28");
    assert_eq!(closing.figures.turnover, cents(206));
    let late: Vec<(&str, u64, i64)> = closing
        .late
        .iter()
        .map(|it| (it.span.as_str(), it.tickets, it.turnover.cents()))
        .collect();
    assert_eq!(late, [("2026-11-21", 1, 102)]);
}

#[test]
fn what_comes_and_goes_after_the_count_is_on_both_sides() {
    let mut market = market();
    market.cash(CashWay::Float, 5_000).unwrap();
    market.count(&[("cash", 4_900)]).unwrap();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.cash(CashWay::PaidOut, 1_000).unwrap();
    // The float had been noted wrongly: that moves nothing.
    market.cash(CashWay::Float, 4_900).unwrap();
    let closing = market.close(0).closing;
    let cash = &closing.means[0];
    assert_eq!(
        (cash.expected, cash.counted),
        (cents(4_001), Some(cents(4_001)))
    );
    assert_eq!(
        closing.decided.unwrap().envelope.unwrap().cash,
        cents(4_001)
    );
    let float: Vec<i64> = closing
        .figures
        .cash
        .iter()
        .filter(|it| it.way == CashWay::Float)
        .map(|it| it.cents.cents())
        .collect();
    assert_eq!(float, [4_900], "a float put right is one float");
}

#[test]
fn a_means_of_payment_renamed_at_noon_is_one_drawer_and_two_rows() {
    let mut market = market();
    let mut tenders = market.counter.settings.tenders.clone();
    let mut named = |market: &mut crate::market::Market, name: &str| {
        let cheque = tenders
            .iter_mut()
            .find(|it| it.id.as_str() == "cheque")
            .unwrap();
        cheque.name = Label::new(name);
        let change = SettingsChange {
            tenders: Some(tenders.clone()),
            ..SettingsChange::default()
        };
        market.counter.settings.tenders.clone_from(&tenders);
        market.write(Fact::Settings(change)).unwrap();
    };
    named(&mut market, "Chèques");
    market.sell(vec![market.goods(1, 1)], &[("cheque", 101, None)]);
    named(&mut market, "Chèques et bons");
    market.sell(vec![market.goods(2, 1)], &[("cheque", 102, None)]);
    let closing = market.close(0).closing;
    let rows: Vec<_> = closing
        .figures
        .tenders
        .iter()
        .map(|it| (it.name.as_ref().unwrap().as_str(), it.cents.cents()))
        .collect();
    assert_eq!(rows, [("Chèques", 101), ("Chèques et bons", 102)]);
    let drawer: Vec<_> = closing
        .means
        .iter()
        .map(|it| (it.name.as_ref().unwrap().as_str(), it.expected.cents()))
        .collect();
    assert_eq!(drawer, [("Chèques et bons", 203)]);
}

#[test]
fn what_is_printed_or_started_between_the_look_and_the_closing_spoils_nothing() {
    let mut market = market();
    let name = market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let draft = market.draft(0);
    let start = Event {
        what: Happening::Start,
        detail: None,
    };
    let seq = market.place(&name).seq;
    let printed = Printed {
        ticket: name,
        seq,
        copy: 0,
    };
    market.write(Fact::Event(start)).unwrap();
    let last = market.write(Fact::Printed(printed)).unwrap();
    let closed = market.write(Fact::Closing(Box::new(draft))).unwrap();
    assert_eq!(closed.seq, last.seq + 1);
    let seen = market.closing(&closed.closing.unwrap());
    assert_eq!(seen.closing.up_to.seq, last.seq);
}

#[test]
fn an_envelope_is_away_until_it_is_received_and_banked() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let name = market.close(0).closing.name;
    let state = |market: &crate::market::Market| market.closing("a-z1").envelope;
    assert_eq!(state(&market), EnvelopeState::Away);
    market.envelope(&name, CashWay::Received).unwrap();
    assert_eq!(state(&market), EnvelopeState::Received);
    market.envelope(&name, CashWay::Banked).unwrap();
    assert_eq!(state(&market), EnvelopeState::Banked);
    let day = market.day();
    assert_eq!(day.since, None, "money of the last market opens no new one");
    assert_eq!(
        day.figures.drawer(&Id::known("cash")).unwrap().expected,
        Money::ZERO
    );
}

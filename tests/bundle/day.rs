//! A day with everything in it, its closing, and its bundle taken apart again.

use std::collections::BTreeMap;

use etal::{
    domain::{
        closing::{Closing, DifferenceReason},
        day::{Cash, CashReason, CashWay, Count, Counting, DayOpened, Pieces, Weather},
        facts::{Event, Happening, StockWay},
        ids::Id,
        journal::Fact,
        member::{MemberChange, MoveReason},
        money::{Money, Percent},
        quantity::Quantity,
        segment::Segment,
        settings::{Tariffed, TenderKind},
        ticket::{Returned, Ticket},
    },
    exchange::bundle::{Bundle, files},
};

use crate::{
    closer::VERSION,
    counter::cents,
    market::{Market, contact, gift, jar_back, label, market, member, moves, shared, top_up},
};

/// A row of a table by its titles.
pub type Row = BTreeMap<String, String>;

/// Cash that came or went for a reason.
fn cash(market: &mut Market, way: CashWay, amount: i64, reason: CashReason) {
    let tender = market.counter.settings.tender(&Id::known("cash")).unwrap();
    let mut cash = Cash::by(tender, way, cents(amount));
    cash.reason = Some(reason);
    market.write(Fact::Cash(cash)).unwrap();
}

/// What a closing is made from.
pub fn segment(market: &Market, name: &str) -> Segment {
    market.store.segment(name).unwrap().unwrap()
}

/// The bundle of a closing.
pub fn bundle(market: &Market, name: &str) -> Bundle {
    files(&segment(market, name)).unwrap()
}

/// Two members whose names no file may show, and money on their accounts.
fn accounts(market: &mut Market) {
    for (id, number, name) in [("M1", "0117", "Dupont Marie"), ("M2", "118", "Garcia Luc")] {
        let opened = Fact::Member(MemberChange::of(None, member(id)));
        let proposal = market.proposal(opened);
        let mut card = contact(id, number, name, &["CARTE-117"][..usize::from(id == "M1")]);
        card.people[0].phone = Some(label("06 12 34 56 78"));
        market.store.save_member(proposal, Some(&card)).unwrap();
    }
    let opening = moves(&[("M1", 2_000)], Some(MoveReason::Opening));
    market.write(Fact::Member(opening)).unwrap();
    let transfer = moves(&[("M1", -500), ("M2", 500)], Some(MoveReason::Transfer));
    market.write(Fact::Member(transfer)).unwrap();
}

/// The ticket of a customer of a tariff.
fn solidarity(market: &Market) -> Ticket {
    let paid = [("cash", 200, None), ("cash", -96, None)];
    let mut ticket = market.ticket(vec![market.goods(4, 1)], &paid);
    ticket.payments[1].change = true;
    ticket.tariff = Some(Tariffed {
        id: Id::known("SOLIDAIRE0"),
        name: label("Solidaire"),
        percent: Percent(6_500),
        step: cents(5),
    });
    ticket
}

/// A day with every kind of entry; nothing is closed yet.
pub fn whole_day() -> Market {
    let mut market = market();
    accounts(&mut market);
    let opened = DayOpened {
        market: Some(label("Place du Champ")),
        weather: Some(Weather::Sun),
        clock_behind: None,
    };
    market.write(Fact::Day(opened)).unwrap();
    market.cash(CashWay::Float, 15_000).unwrap();
    let pieces = Quantity::pieces(60);
    let brought = market.counter.moved(4, pieces, StockWay::Delivered);
    market.store.append(brought, None).unwrap();
    sales(&mut market);
    let mut settlement = market.settling("BRUNO", None).unwrap();
    let tender = market.counter.settings.tender(&Id::known("cash")).unwrap();
    settlement.give(cents(300), tender, cents(100_000)).unwrap();
    let settled = Fact::Settlement(Box::new(settlement));
    market.write(settled).unwrap();
    cash(&mut market, CashWay::Drop, 10_000, CashReason::Safe);
    cash(&mut market, CashWay::PaidOut, 450, CashReason::Place);
    let drawer = Event {
        what: Happening::Drawer,
        detail: None,
    };
    market.write(Fact::Event(drawer)).unwrap();
    market
}

/// Goods, jars, accounts, the fund, what is nobody's yet, what comes back, a void.
fn sales(market: &mut Market) {
    let lines = vec![market.goods(1, 3), market.goods(4, 2)];
    market.sell(lines, &[("cash", 511, None)]);
    let lines = vec![market.goods(5, 2), jar_back(20)];
    market.sell(lines, &[("card", 230, None)]);
    let lines = vec![market.goods(7, 5), top_up("M2", 1_000)];
    market.sell(lines, &[("card", 1_535, None)]);
    let lines = vec![market.goods(2, 1), gift(200)];
    let void = market.sell(lines, &[("cheque", 302, None)]);
    let lines = vec![market.goods(1, 2)];
    market.sell(lines, &[("account", 202, Some("M1"))]);
    market.sell(vec![shared(250)], &[("cash", 250, None)]);
    let ticket = Fact::Ticket(Box::new(solidarity(market)));
    market.write(ticket).unwrap();
    let back = market.back("A-1", 0, 1, Returned::Lost);
    market.sell(vec![back], &[("cash", -101, None)]);
    let original = market.store.ticket_named(&void).unwrap().unwrap().ticket;
    let reversed = original.reversed(market.place(&void), VERSION, 0);
    market.write(Fact::Ticket(Box::new(reversed))).unwrap();
}

/// Euros by notes and coins, two short of the 50,14 that should be there, and the terminal's slip.
fn count(market: &mut Market) {
    let pieces = |(worth, count)| Pieces {
        worth: cents(worth),
        count,
    };
    let of = |id: &str, total| Counting {
        tender: Id::known(id),
        name: None,
        kind: TenderKind::Cash,
        pieces: Vec::new(),
        other: Money::ZERO,
        number: None,
        total: cents(total),
    };
    let cash = Counting {
        pieces: [(2_000, 2), (500, 1), (200, 1)].map(pieces).to_vec(),
        other: cents(114),
        ..of("cash", 4_814)
    };
    let card = Counting {
        kind: TenderKind::Card,
        ..of("card", 1_765)
    };
    let count = Count {
        means: vec![cash, card],
    };
    market.write(Fact::Count(count)).unwrap();
}

/// The same day counted, two euros short, one more sale after the count, and closed.
pub fn closed_day() -> (Market, Closing) {
    let mut market = whole_day();
    count(&mut market);
    let lines = vec![market.goods(1, 1)];
    market.sell(lines, &[("cash", 101, None)]);
    let mut closing = market.draft(4_000);
    closing.decided.as_mut().unwrap().reason = Some(DifferenceReason::Change);
    let recorded = market.write(Fact::Closing(Box::new(closing))).unwrap();
    let name = recorded.closing.unwrap();
    let closing = market.closing(&name).closing;
    (market, closing)
}

/// A file of a bundle as text.
pub fn text<'b>(bundle: &'b Bundle, path: &str) -> &'b str {
    let file = bundle.files.iter().find(|it| it.0 == path).unwrap();
    str::from_utf8(&file.1).unwrap()
}

/// A table of a bundle, row by row. A row that is not as long as the titles is refused.
pub fn rows(bundle: &Bundle, path: &str) -> Vec<Row> {
    let bare = text(bundle, path).trim_start_matches('\u{feff}');
    let machines = path.starts_with("data/");
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(if machines { b',' } else { b';' })
        .from_reader(bare.as_bytes());
    let titles = reader.headers().unwrap().clone();
    let records = reader.records().map(|row| {
        let row = row.unwrap();
        let cells = titles.iter().zip(row.iter());
        cells
            .map(|(title, cell)| (title.to_owned(), cell.to_owned()))
            .collect()
    });
    records.collect()
}

/// The sum of a column of euros.
pub fn euros<'r>(rows: impl IntoIterator<Item = &'r Row>, column: &str) -> Money {
    let cents = |it: &Row| Money::parse(&it[column]).unwrap();
    rows.into_iter().map(cents).sum()
}

/// The sum of a column of whole numbers.
pub fn whole<'r>(rows: impl IntoIterator<Item = &'r Row>, column: &str) -> i64 {
    let number = |it: &Row| it[column].parse::<i64>().unwrap_or_default();
    rows.into_iter().map(number).sum()
}

//! When a closing, a count or a movement of cash is refused, and that nothing is lost by it.

use etal::{
    domain::{
        closing::{Closing, Left, Level},
        day::{Cash, CashWay, Count, Counting, PIECES_MAX, Pieces},
        ids::Id,
        journal::Fact,
        money::Money,
        settings::TenderKind,
        ticket::Past,
        views::Novelty,
    },
    store::{Depth, StoreError},
};

use crate::{
    closer::VERSION,
    counter::cents,
    market::{Market, market},
};

fn written(market: &Market) -> usize {
    market.store.entries("closing").unwrap().len()
}

#[test]
fn a_day_is_not_closed_twice() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let draft = market.draft(0);
    let proposal = market.proposal(Fact::Closing(Box::new(draft.clone())));
    let first = market.store.append(proposal.clone(), None).unwrap();
    let again = market.store.append(proposal, None).unwrap();
    assert_eq!(
        (again.novelty, again.closing),
        (Novelty::Again, first.closing)
    );
    let other = market.write(Fact::Closing(Box::new(draft)));
    assert_eq!(other, Err(StoreError::NothingToClose));
    assert_eq!(market.try_close(0), Err(StoreError::NothingToClose));
    assert_eq!(written(&market), 1);
}

#[test]
fn a_sale_since_the_look_asks_for_another_look() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let draft = market.draft(0);
    market.sell(vec![market.goods(2, 1)], &[("card", 102, None)]);
    let refused = market.write(Fact::Closing(Box::new(draft)));
    assert_eq!(refused, Err(StoreError::ClosingMoved));
    assert_eq!(written(&market), 0);
    assert_eq!(market.close(0).closing.figures.turnover, cents(203));
}

#[test]
fn a_name_that_closed_a_market_before_does_not_seem_to_close_the_next() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let draft = market.draft(0);
    let first = market.proposal(Fact::Closing(Box::new(draft)));
    market.store.append(first.clone(), None).unwrap();
    // The plug was pulled before the screen heard of it; then somebody sold.
    market.sell(vec![market.goods(2, 1)], &[("cash", 102, None)]);
    let draft = market.draft(0);
    let mut second = market.proposal(Fact::Closing(Box::new(draft)));
    second.uid = first.uid;
    let refused = market.store.append(second, None);
    assert_eq!(refused.err(), Some(StoreError::ClosingMoved));
    assert_eq!(market.close(0).closing.figures.turnover, cents(102));
}

#[test]
fn millions_typed_by_mistake_and_taken_back_keep_no_day_and_no_month_open() {
    let mut market = market();
    market.at_time("2026-10-31T09:00:00+01:00");
    for _ in 0..2 {
        let ticket = market.ticket(
            vec![market.goods(1, 6_000_000)],
            &[("card", 606_000_000, None)],
        );
        let sold = market
            .write(Fact::Ticket(Box::new(ticket.clone())))
            .unwrap();
        let past = Past {
            till: sold.till,
            epoch: sold.epoch,
            seq: sold.seq,
            name: sold.ticket.unwrap().1,
        };
        let back = ticket.reversed(past, VERSION, 0);
        market.write(Fact::Ticket(Box::new(back))).unwrap();
    }
    let closed = market.close(0).closing.figures;
    assert_eq!(closed.turnover, Money::ZERO);
    assert_eq!(closed.absolute.cents(), 4 * 606_000_000);
    market.at_time("2026-11-07T09:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.close(0);
    let month = market.closing("A-M1").closing.figures;
    assert_eq!(month.back.cents(), 2 * 606_000_000);
    assert!(market.store.verify(Depth::Full).unwrap().is_clean());
}

#[test]
fn figures_that_somebody_made_up_are_refused() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let edits: [fn(&mut Closing); 5] = [
        |it| it.figures.turnover = cents(100),
        |it| it.total.algebraic_cents -= 1,
        |it| it.label = "2026-11-20".to_owned(),
        |it| it.means.clear(),
        |it| {
            it.previous = Some(etal::domain::closing::Earlier {
                name: "A-Z0".to_owned(),
                place: it.up_to,
                hash: String::new(),
            });
        },
    ];
    for edit in edits {
        let mut draft = market.draft(0);
        edit(&mut draft);
        let refused = market.write(Fact::Closing(Box::new(draft)));
        assert_eq!(refused, Err(StoreError::ClosingMoved));
    }
    let mut draft = market.draft(0);
    (draft.number, draft.name) = (31, "A-Z31".to_owned());
    let named = market.write(Fact::Closing(Box::new(draft))).unwrap();
    assert_eq!(named.closing.unwrap(), "A-Z1", "the store gives the name");
}

#[test]
fn what_stays_and_what_leaves_is_what_is_there() {
    let mut market = market();
    let both = [("cash", 101, None), ("cheque", 102, None)];
    market.sell(vec![market.goods(1, 1), market.goods(2, 1)], &both);
    let left = |id: &str, kind, amount| Left {
        tender: Id::known(id),
        name: None,
        kind,
        cents: cents(amount),
        pieces: Vec::new(),
    };
    let decided = |edit: &dyn Fn(&mut etal::domain::closing::Decided)| {
        let mut draft = market.draft(50);
        let decided = draft.decided.as_mut().unwrap();
        assert_eq!(decided.left.len(), 1);
        edit(decided);
        draft
    };
    let drafts = [
        decided(&|it| it.left[0].cents = cents(51)),
        decided(&|it| it.envelope = None),
        decided(&|it| it.envelope.as_mut().unwrap().papers.clear()),
        decided(&|it| it.left.push(left("card", TenderKind::Card, 1))),
        decided(&|it| it.left.push(left("gems", TenderKind::Local, 100))),
        decided(&|it| {
            it.left[0].cents = cents(25);
            it.left.push(it.left[0].clone());
        }),
        decided(&|it| {
            it.left[0].pieces = vec![Pieces {
                worth: cents(20),
                count: 2,
            }];
        }),
    ];
    for draft in drafts {
        let refused = market.write(Fact::Closing(Box::new(draft)));
        assert_eq!(refused, Err(StoreError::ClosingUnsound));
    }
    let mut undecided = market.draft(50);
    undecided.decided = None;
    let refused = market.write(Fact::Closing(Box::new(undecided)));
    assert_eq!(refused, Err(StoreError::ClosingUnsound));
    market.close(50);
}

#[test]
fn a_month_is_not_closed_before_it_is_over() {
    let mut market = market();
    market.at_time("2026-10-31T10:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let month = |label: &str| {
        let asked = Closing::asked(Level::Month, label.to_owned(), VERSION);
        Fact::Closing(Box::new(asked))
    };
    let not_over = |label: &str| Err(StoreError::NotOver(label.to_owned()));
    assert_eq!(
        market.write(month("2026-10")),
        not_over("2026-10"),
        "no day of it"
    );
    market.close(0);
    assert_eq!(
        market.write(month("2026-10")),
        not_over("2026-10"),
        "still October"
    );
    market.at_time("2026-11-02T09:00:00+01:00");
    assert_eq!(
        market.write(month("2026-11")),
        not_over("2026-11"),
        "nothing of it"
    );
    let closed = market.write(month("2026-10")).unwrap();
    assert_eq!(closed.closing.unwrap(), "A-M1");
    assert_eq!(
        market.write(month("2026-10")),
        not_over("2026-10"),
        "closed already"
    );
    // The month is closed; a day of it that nobody closed belongs to the next one.
    market.at_time("2026-10-31T18:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.close(0);
    market.at_time("2026-11-07T10:00:00+01:00");
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.close(0);
    assert_eq!(market.closings(Some(Level::Month)).len(), 1);
}

fn counting(pieces: Vec<Pieces>, other: i64, total: i64) -> Count {
    Count {
        means: vec![Counting {
            tender: Id::known("cash"),
            name: None,
            kind: TenderKind::Cash,
            pieces,
            other: Money::from_cents(other).unwrap(),
            number: None,
            total: Money::from_cents(total).unwrap(),
        }],
    }
}

#[test]
fn a_count_that_no_drawer_could_hold_is_refused() {
    let mut market = market();
    let of = |worth: i64, count| Pieces {
        worth: Money::from_cents(worth).unwrap(),
        count,
    };
    let mut twice = counting(vec![of(500, 2)], 0, 1_000);
    twice.means.push(twice.means[0].clone());
    let mut account = counting(Vec::new(), 0, 1_000);
    account.means[0].kind = TenderKind::Account;
    let mut cheques = counting(Vec::new(), 0, 1_000);
    cheques.means[0].number = Some(PIECES_MAX + 1);
    for refused in [
        counting(Vec::new(), 0, -3),
        counting(vec![of(500, 2)], 0, 1_001),
        counting(vec![of(500, 2)], -500, 500),
        counting(vec![of(1, PIECES_MAX + 1)], 0, 100_000),
        counting(vec![of(-500, 2)], 2_000, 1_000),
        counting(vec![of(5_000, PIECES_MAX)], 0, 499_995_000 + 1),
        twice,
        account,
        cheques,
    ] {
        let written = market.write(Fact::Count(refused.clone()));
        assert_eq!(written, Err(StoreError::CountUnsound), "{refused:?}");
    }
    // 10^12 coins cannot even be said.
    let said = r#"{"means":[{"kind":"cash","pieces":[{"count":1000000000000,"worth":1}],"tender":"cash","total":1}]}"#;
    assert!(Fact::read("count", 1, said).is_err());
    let said = r#"{"means":[{"kind":"cash","tender":"cash","total":1000000000000}]}"#;
    let hoard = market.write(Fact::read("count", 1, said).unwrap());
    assert_eq!(hoard, Err(StoreError::CountUnsound));
    assert!(market.store.entries("count").unwrap().is_empty());
    market
        .write(Fact::Count(counting(vec![of(500, 2)], 25, 1_025)))
        .unwrap();
}

#[test]
fn cash_that_moves_nothing_or_does_not_add_up_is_refused() {
    let mut market = market();
    let moves = [
        (CashWay::In, 0),
        (CashWay::Out, -100),
        (CashWay::Drop, 0),
        (CashWay::PaidOut, -1),
        (CashWay::Float, -1),
        (CashWay::Correction, 0),
    ];
    for (way, amount) in moves {
        assert_eq!(
            market.cash(way, amount),
            Err(StoreError::CountUnsound),
            "{way:?}"
        );
    }
    for (way, amount) in [
        (CashWay::Float, 0),
        (CashWay::Correction, -500),
        (CashWay::In, 1),
    ] {
        market.cash(way, amount).unwrap();
    }
    let tender = market.counter.settings.tender(&Id::known("cash")).unwrap();
    let mut coins = Cash::by(tender, CashWay::In, cents(1_000));
    coins.pieces = vec![Pieces {
        worth: cents(200),
        count: 4,
    }];
    assert_eq!(
        market.write(Fact::Cash(coins)),
        Err(StoreError::CountUnsound)
    );
}

#[test]
fn an_envelope_that_is_not_on_its_way_reaches_nobody() {
    let mut market = market();
    let none = |name: &str| Err(StoreError::NoSuchEnvelope(name.to_owned()));
    assert_eq!(
        market.envelope("A-Z1", CashWay::Received),
        none("A-Z1"),
        "not closed yet"
    );
    market.open_day("Die");
    market.close(0);
    assert_eq!(
        market.envelope("A-Z1", CashWay::Received),
        none("A-Z1"),
        "nothing left"
    );
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    market.close(0);
    market.envelope("A-Z2", CashWay::Banked).unwrap();
    assert_eq!(
        market.envelope("A-Z2", CashWay::Received),
        none("A-Z2"),
        "it is at the bank"
    );
    assert_eq!(market.envelope("A-Z2", CashWay::Banked), none("A-Z2"));
    assert_eq!(market.envelope("", CashWay::Banked), none(""));
}

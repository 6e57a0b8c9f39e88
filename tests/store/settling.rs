//! What producers are owed, what a settlement says, and the sums of a day.

use etal::{
    domain::{
        asking::{Ask, Found},
        ids::Id,
        journal::Fact,
        money::{Money, VatRate},
        settlement::{Place, Settlement},
        ticket::{Owner, Returned},
        views::Novelty,
    },
    store::{Depth, Opening, Store, StoreError},
};
use rusqlite::Connection;

use crate::{
    counter::{DAY, cents, opening},
    market::{Market, gift, jar_back, label, market, member, top_up},
};

/// Gives her an amount in cash.
fn given(market: &Market, mut settlement: Settlement, amount: i64) -> Settlement {
    let cash = market.counter.settings.tender(&Id::known("cash")).unwrap();
    settlement
        .give(cents(amount), cash, cents(100_000))
        .unwrap();
    settlement
}

fn settle(market: &mut Market, settlement: Settlement) -> Result<u64, StoreError> {
    let recorded = market.write(Fact::Settlement(Box::new(settlement)))?;
    Ok(recorded.seq)
}

#[test]
fn she_leaves_at_eleven_and_what_comes_back_later_is_the_next_settlements() {
    let mut market = market();
    let first = market.sell(vec![market.goods(1, 30)], &[("cash", 3_030, None)]);
    let second = market.sell(
        vec![market.goods(2, 1), market.goods(4, 1)],
        &[("cash", 206, None)],
    );
    let third = market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let up_to_second = market.settling("ANA", Some(&second)).unwrap();
    assert_eq!(up_to_second.tickets, Some((first.clone(), second)));
    assert_eq!(up_to_second.after, None);
    let takings = &up_to_second.takings;
    assert_eq!(
        (takings.sales, takings.commission),
        (cents(3_132), cents(250))
    );
    assert_eq!(
        (up_to_second.flat, up_to_second.brought),
        (cents(500), Money::ZERO)
    );
    assert_eq!(up_to_second.due, cents(3_132 - 250 - 500));
    // Two euros and some cents stay for the next time.
    let settlement = given(&market, up_to_second, 2_200);
    settle(&mut market, settlement).unwrap();
    let Found::Settlements(rows) = market
        .store
        .answer(&Ask::Settlements(DAY.to_owned()))
        .unwrap()
    else {
        panic!("settlements");
    };
    assert_eq!(rows[0].settlement.name, "A-R1");
    assert_eq!(rows[0].settlement.number, 1);
    let owed = market.owed("ANA").unwrap();
    assert_eq!((owed.share, owed.brought), (cents(93), cents(182)));
    assert_eq!(owed.last, Some(rows[0].at));
    // A jar of the first ticket comes back at noon: it is in the second settlement.
    let back = market.back(&first, 0, 1, Returned::OnSale);
    let refund = market.sell(vec![back], &[("cash", -101, None)]);
    let next = market.settling("ANA", None).unwrap();
    assert_eq!(next.tickets, Some((third, refund)));
    assert_eq!((next.takings.sales, next.flat), (Money::ZERO, Money::ZERO));
    assert_eq!((next.brought, next.due), (cents(182), cents(182)));
    let settlement = given(&market, next, 182);
    settle(&mut market, settlement).unwrap();
    let owed = market.owed("ANA").unwrap();
    assert_eq!((owed.share, owed.brought), (Money::ZERO, Money::ZERO));
    // The drawer knows.
    let sums = market.sums();
    let cash = sums
        .figures
        .tenders
        .iter()
        .find(|it| it.tender.as_str() == "cash")
        .unwrap();
    let brought = 3_030 + 206 + 101 - 101;
    assert_eq!(cash.cents, cents(brought), "what tickets brought");
    assert_eq!(sums.settled_with(&Id::known("ANA")), cents(2_200 + 182));
    let drawer = sums.figures.drawer(&Id::known("cash")).unwrap();
    assert_eq!(drawer.expected, cents(brought - 2_200 - 182));
    let Found::Used(used) = market.store.answer(&Ask::Used(DAY.to_owned())).unwrap() else {
        panic!("used");
    };
    assert_eq!(
        used.of(&Id::known("cash")),
        cents(3_030 + 206),
        "no cap counts what left"
    );
}

#[test]
fn the_flat_share_is_asked_once_per_market_day_on_which_she_sold() {
    let mut market = market();
    assert_eq!(market.settling("ANA", None).unwrap().flat, Money::ZERO);
    market.sell(vec![market.goods(4, 1)], &[("cash", 104, None)]);
    assert_eq!(market.settling("ANA", None).unwrap().flat, Money::ZERO);
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    let settlement = market.settling("ANA", None).unwrap();
    assert_eq!(settlement.flat, cents(500));
    settle(&mut market, settlement).unwrap();
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    assert_eq!(market.settling("ANA", None).unwrap().flat, Money::ZERO);
    market.hours_later(24);
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    market.hours_later(7 * 24);
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    assert_eq!(market.settling("ANA", None).unwrap().flat, cents(1_000));
}

#[test]
fn a_settlement_goes_on_where_the_last_one_ended_or_is_refused() {
    let mut market = market();
    let name = market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    let good = market.settling("ANA", None).unwrap();
    let late = Err(StoreError::SettledBefore(label("ANA")));
    let mut future = good.clone();
    future.up_to = Place { epoch: 1, seq: 99 };
    assert_eq!(settle(&mut market, future), late);
    let mut other = good.clone();
    other.brought = cents(1_000);
    other.due += cents(1_000);
    other.carried = other.due;
    assert_eq!(settle(&mut market, other), late);
    let mut lopsided = good.clone();
    lopsided.paid = cents(100);
    let not_whole = Err(StoreError::NotWhole("settlement"));
    assert_eq!(settle(&mut market, lopsided), not_whole);
    let mut more = good.clone();
    more.takings.commission = Money::ZERO;
    more.takings.share = more.takings.sales;
    let more = Settlement::draft(
        more.producer,
        None,
        more.up_to,
        more.tickets,
        more.takings,
        more.flat,
        more.brought,
    );
    assert_eq!(settle(&mut market, more), not_whole);
    let proposal = market.proposal(Fact::Settlement(Box::new(good.clone())));
    let once = market.store.append(proposal.clone(), None).unwrap();
    assert_eq!(settle(&mut market, good), late, "the same takings twice");
    let again = market.store.append(proposal, None).unwrap();
    assert_eq!((again.seq, again.novelty), (once.seq, Novelty::Again));
    assert_eq!(market.settling("ANA", Some(&name)), None, "settled before");
    assert_eq!(market.settling("ANA", Some("A-99")), None);
    assert_eq!(market.settling("NOBODY", None), None);
}

#[test]
fn settlements_go_on_after_a_restart_and_in_another_epoch() {
    let dir = tempfile::tempdir().unwrap();
    let mut market = Market::at(Store::open(&opening(dir.path())).unwrap().0);
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    let settlement = market.settling("ANA", None).unwrap();
    let carried = settlement.carried;
    settle(&mut market, settlement).unwrap();
    let Market { store, counter } = market;
    store.close().unwrap();
    let mut elsewhere = opening(dir.path());
    elsewhere.machine = "machine-2".to_owned();
    let (store, _) = Store::open(&elsewhere).unwrap();
    let mut market = Market { store, counter };
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let settlement = market.settling("ANA", None).unwrap();
    assert_eq!(
        (settlement.brought, settlement.takings.share),
        (carried, cents(93))
    );
    settle(&mut market, settlement).unwrap();
    let Found::Settlements(rows) = market
        .store
        .answer(&Ask::Settlements(DAY.to_owned()))
        .unwrap()
    else {
        panic!("settlements");
    };
    let names: Vec<_> = rows.iter().map(|it| it.settlement.name.as_str()).collect();
    assert_eq!(names, ["A2-R1", "A-R1"]);
    assert!(market.store.verify(Depth::Full).unwrap().is_clean());
}

#[test]
fn the_sums_of_a_day_say_whose_each_cent_is() {
    let mut market = market();
    market.open_account("MARIE");
    let lines = vec![
        market.goods(1, 10),
        market.goods(5, 2),
        gift(50),
        top_up("MARIE", 1_000),
    ];
    market.sell(lines, &[("card", 1_010 + 210 + 40 + 50 + 1_000, None)]);
    let lines = vec![market.goods(7, 1), jar_back(20)];
    market.sell(lines, &[("account", 57, Some("MARIE")), ("fund", 30, None)]);
    let sums = market.sums();
    assert_eq!(
        (sums.figures.tickets, sums.figures.turnover),
        (2, cents(1_010 + 210 + 107))
    );
    let rates: Vec<_> = sums
        .figures
        .vat
        .iter()
        .map(|it| (it.rate, it.paid.cents()))
        .collect();
    assert_eq!(rates, [(VatRate(2_000), 1_010 + 210 + 107)]);
    assert!(sums.figures.vat.iter().all(|it| it.net + it.tax == it.paid));
    let moved = |owner, id: Option<&str>| {
        let same = |it: &&(Owner, Option<Id>, Money, Money)| {
            it.0 == owner && it.1.as_ref().map(Id::as_str) == id
        };
        let row = sums.owners.iter().find(same).unwrap();
        (row.2.cents(), row.3.cents())
    };
    assert_eq!(moved(Owner::Deposit, Some("20")), (40, 20));
    assert_eq!(moved(Owner::Account, Some("MARIE")), (1_000, 57));
    assert_eq!(moved(Owner::Fund, None), (50, 30));
    assert_eq!(moved(Owner::Commission, None), (81 + 21, 0));
    assert_eq!(moved(Owner::Producer, Some("ANA")), (1_010 - 81, 0));
    assert_eq!(
        (sums.fund, sums.deposits.clone()),
        (cents(20), vec![(cents(20), 1, cents(20))])
    );
    assert_eq!(sums.accounts, (cents(943), 0, Money::ZERO));
    let ana = sums
        .producers
        .iter()
        .find(|it| it.0.as_str() == "ANA")
        .unwrap();
    assert_eq!(ana.1.sales, cents(1_010));
    // Tomorrow is another day; what is held stays.
    market.hours_later(24);
    let tomorrow = market.sums();
    assert_eq!((tomorrow.figures.tickets, tomorrow.owners.len()), (0, 0));
    assert_eq!(
        (tomorrow.fund, tomorrow.accounts.0),
        (sums.fund, sums.accounts.0)
    );
}

#[test]
fn the_auditor_reads_every_entry_page_by_page() {
    let mut market = market();
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    let read = |before, count| {
        let ask = Ask::Entries { before, count };
        match market.store.answer(&ask).unwrap() {
            Found::Entries(rows) => rows,
            other => panic!("{other:?}"),
        }
    };
    let first = read(None, 2);
    assert_eq!(first[0].kind, "ticket");
    let rest = read(Some(first[1].place), 99);
    assert_eq!(rest.len() + 2, usize::try_from(first[0].place.seq).unwrap());
    assert_eq!(rest.last().unwrap().kind, "identity");
}

/// Brings another till's journal into this one, entry by entry, as a merge will.
fn bring(from: &std::path::Path, into: &std::path::Path) {
    let database = Connection::open(into.join("etal.db")).unwrap();
    let other = from.join("etal.db").to_string_lossy().into_owned();
    database.execute("ATTACH ?1 AS other", [other]).unwrap();
    database
        .execute_batch("INSERT INTO journal SELECT * FROM other.journal ORDER BY rowid")
        .unwrap();
}

#[test]
fn balances_are_sums_over_all_tills_of_the_journal() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let mut one = Market::at(Store::open(&opening(here.path())).unwrap().0);
    let elsewhere = Opening {
        seed: [8; 32],
        till_name: label("B"),
        ..opening(there.path())
    };
    let mut other = Market::at(Store::open(&elsewhere).unwrap().0);
    one.open_account("MARIE");
    one.sell(
        vec![top_up("MARIE", 3_000), gift(200)],
        &[("cash", 3_200, None)],
    );
    let ana = one.goods(1, 1);
    one.sell(vec![ana], &[("cash", 101, None)]);
    other.open_account("MARIE");
    // No till gives out of the fund what it does not know to be in it.
    let lines = vec![other.goods(1, 2), other.goods(5, 1), gift(80)];
    let paid = [
        ("account", 247, Some("MARIE")),
        ("fund", 80, None),
        ("card", 80, None),
    ];
    other.sell(lines, &paid);
    let bread = other.sell(vec![other.goods(7, 3)], &[("card", 321, None)]);
    let back = other.back(&bread, 0, 1, Returned::OnSale);
    other.sell(vec![back], &[("credit_note", -107, None)]);
    let last = other.counter.at;
    other.store.close().unwrap();
    let Market { store, counter } = one;
    store.close().unwrap();
    bring(there.path(), here.path());
    Store::rebuild(&opening(here.path())).unwrap();
    let (store, _) = Store::open(&opening(here.path())).unwrap();
    assert!(store.verify(Depth::Full).unwrap().is_clean());
    let mut one = Market { store, counter };
    one.hours_later(1);
    let statement = one.statement("MARIE");
    assert_eq!(statement.account.balance, cents(3_000 - 247));
    assert_eq!(statement.account.member, member("MARIE"));
    assert_eq!(statement.moves.len(), 2);
    let mut known = statement.known;
    known.sort_by_key(|it| it.0.clone());
    assert_eq!(known[1], ("B".to_owned(), last));
    let sums = one.sums();
    assert_eq!(
        (sums.fund, sums.deposits),
        (cents(200), vec![(cents(20), 1, cents(20))])
    );
    assert_eq!(
        sums.figures.turnover,
        cents(101),
        "the day's sums are this till's"
    );
    // What she sold over there is settled over there.
    assert_eq!(one.owed("ANA").unwrap().share, cents(93));
    // The other till's credit note pays here, once.
    let paid = [("credit_note", 107, Some("B-3V"))];
    one.sell(vec![one.goods(7, 1)], &paid);
    let lines = vec![one.goods(7, 1)];
    assert_eq!(
        one.try_sell(lines, &paid),
        Err(StoreError::NoteUsed("B-3V".to_owned()))
    );
}

//! What the journal refuses so that no account or flat share goes wrong, and what it still
//! reads of journals that say less.

use etal::{
    domain::{
        ids::Id,
        journal::Fact,
        label::Label,
        member::{MemberChange, Standing},
        money::Money,
        ticket::{BackReason, Owner, Returned, Ticket},
    },
    store::{Store, StoreError},
};
use rusqlite::Connection;

use crate::{
    counter::{cents, opening, till},
    market::{Market, contact, market, member, top_up},
};

fn write(market: &mut Market, ticket: Ticket) -> Result<(), StoreError> {
    market.write(Fact::Ticket(Box::new(ticket))).map(|_| ())
}

fn void(market: &mut Market, name: &str) -> Result<(), StoreError> {
    let place = market.place(name);
    let detail = market.store.ticket_named(name).unwrap().unwrap();
    write(market, detail.ticket.reversed(place, "etal 0.1.0", 0))
}

#[test]
fn settings_that_an_older_journal_never_said_are_empty() {
    let dir = tempfile::tempdir().unwrap();
    let (store, _) = till(dir.path());
    store.close().unwrap();
    let raw = Connection::open(dir.path().join("etal.db")).unwrap();
    let gone = raw.execute(
        "DELETE FROM setting WHERE part IN ('tariffs', 'deposits', 'operators')",
        [],
    );
    assert_eq!(gone, Ok(3));
    drop(raw);
    let (store, _) = Store::open(&opening(dir.path())).unwrap();
    let settings = store.settings().unwrap();
    assert!(settings.tariffs.is_empty() && settings.deposits.is_empty());
    assert!(settings.operators.is_empty() && !settings.tenders.is_empty());
}

#[test]
fn a_deposit_that_does_not_say_its_price_is_told_by_its_lines() {
    let mut market = market();
    let mut ticket = market.ticket(vec![market.goods(5, 3)], &[("cash", 375, None)]);
    let shares = ticket.lines.iter_mut().flat_map(|it| &mut it.shares);
    for share in shares.filter(|it| it.to == Owner::Deposit) {
        share.id = None;
    }
    write(&mut market, ticket).unwrap();
    assert_eq!(market.sums().deposits, [(cents(20), 3, cents(60))]);
}

#[test]
fn the_flat_share_is_not_asked_again_where_she_gave_away_or_took_back_all_she_sold() {
    let settled = |market: &mut Market| {
        let settlement = market.settling("ANA", None).unwrap();
        let flat = settlement.flat;
        market
            .write(Fact::Settlement(Box::new(settlement)))
            .unwrap();
        flat
    };
    let mut market = market();
    let mut offered = market.goods(1, 1);
    offered.price = Some(Money::ZERO);
    market.sell(vec![offered], &[]);
    assert_eq!(settled(&mut market), cents(500));
    market.sell(vec![market.goods(1, 10)], &[("cash", 1_010, None)]);
    assert_eq!(settled(&mut market), Money::ZERO, "the same day");
    // A day on which one ticket brings her less than nothing.
    market.hours_later(24);
    let dear = market.sell(vec![market.goods(2, 3)], &[("cash", 306, None)]);
    assert_eq!(settled(&mut market), cents(500));
    market.hours_later(48);
    let back = market.back(&dear, 0, 3, Returned::OnSale);
    market.sell(vec![market.goods(1, 1), back], &[("cash", -205, None)]);
    assert_eq!(settled(&mut market), cents(500));
    market.sell(vec![market.goods(1, 1)], &[("cash", 101, None)]);
    assert_eq!(settled(&mut market), Money::ZERO);
}

#[test]
fn a_credit_note_is_found_on_a_till_whose_name_has_accents() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = opening(dir.path());
    first.till_name = Label::new("Place du Marché").unwrap();
    let mut market = Market::at(Store::open(&first).unwrap().0);
    let sold = market.sell(vec![market.goods(1, 3)], &[("cash", 303, None)]);
    let back = market.back(&sold, 0, 3, Returned::OnSale);
    market.sell(vec![back], &[("credit_note", -303, None)]);
    for said in ["Place du Marché-2V", "PLACE DU MARCHÉ-2V", "2v"] {
        let note = market.note(said).unwrap();
        assert_eq!(note.name.as_str(), "Place du Marché-2V", "{said}");
    }
}

#[test]
fn nothing_moves_on_an_account_that_is_closed() {
    let mut market = market();
    market.open_account("MARIE");
    let filled = market.sell(vec![top_up("MARIE", 101)], &[("cash", 101, None)]);
    let bread = market.sell(vec![market.goods(1, 1)], &[("account", 101, Some("MARIE"))]);
    let closed = etal::domain::member::Member {
        state: Standing::Closed,
        ..member("MARIE")
    };
    let change = MemberChange::of(Some(&member("MARIE")), closed);
    market.write(Fact::Member(change)).unwrap();
    let refused = Err(StoreError::AccountClosed(Id::known("MARIE")));
    let top_up = market.try_sell(vec![top_up("MARIE", 500)], &[("cash", 500, None)]);
    assert_eq!(top_up.map(|_| ()), refused);
    assert_eq!(void(&mut market, &bread), refused, "cash, not an account");
    assert_eq!(void(&mut market, &filled), refused);
    assert_eq!(market.balance("MARIE"), 0);
}

#[test]
fn a_part_that_does_not_know_of_the_part_before_it_is_not_taken_back() {
    let mut market = market();
    let mut three = market.goods(1, 3);
    three.price = Some(cents(50));
    three.discount = Some(etal::domain::basket::Off::Amount(cents(50)));
    let sold = market.sell(vec![three], &[("cash", 100, None)]);
    // 100 cents for three: 33, 34 and 33.
    let first = market.back(&sold, 0, 1, Returned::OnSale);
    let late = first.clone();
    market.sell(vec![first], &[("cash", -33, None)]);
    let late = market.try_sell(vec![late], &[("cash", -33, None)]);
    assert_eq!(late, Err(StoreError::TakenTwice(sold.clone())));
    let second = market.back(&sold, 0, 1, Returned::OnSale);
    market.sell(vec![second], &[("cash", -34, None)]);
}

#[test]
fn an_error_for_the_log_does_not_say_whose_the_number_is() {
    let mut market = market();
    let mut save = |id: &str, number: &str, card: &str| {
        let change = MemberChange::of(None, member(id));
        let proposal = market.proposal(Fact::Member(change));
        let contact = contact(id, number, "Dupont Marie", &[card]);
        market.store.save_member(proposal, Some(&contact))
    };
    save("MARIE", "0117", "CARTE-1").unwrap();
    for (number, card) in [("117", "CARTE-2"), ("118", "CARTE-1")] {
        let said = save("PAUL", number, card).unwrap_err().to_string();
        for personal in ["Dupont", "117", "CARTE"] {
            assert!(!said.contains(personal), "{said}");
        }
    }
}

#[test]
fn tokens_are_counted_over_all_payments_and_refunds() {
    let mut market = market();
    let tokens = |market: &Market, count: u32, cents: i64| {
        let mut row = market.payment(("token", cents, None));
        row.pieces = Some(count);
        row
    };
    let pieces = |market: &Market, name: &str| {
        let rows = market.past(name).paid_by.into_iter();
        let row = rows.map(|it| (it.tender.to_string(), it.cents.cents(), it.pieces));
        row.collect::<Vec<_>>()
    };
    let mut ticket = market.ticket(vec![market.goods(1, 10)], &[("cash", 10, None)]);
    ticket.payments.push(tokens(&market, 7, 700));
    ticket.payments.push(tokens(&market, 3, 300));
    write(&mut market, ticket).unwrap();
    let cash = || ("cash".to_owned(), 10, None);
    let all = [cash(), ("token".to_owned(), 1_000, Some(10))];
    assert_eq!(pieces(&market, "A-1"), all);
    let back = market.back("A-1", 0, 4, Returned::OnSale);
    let mut ticket = market.ticket(vec![back], &[("cash", -4, None)]);
    ticket.payments.push(tokens(&market, 4, -400));
    write(&mut market, ticket).unwrap();
    let rest = [
        ("cash".to_owned(), 6, None),
        ("token".to_owned(), 600, Some(6)),
    ];
    assert_eq!(pieces(&market, "A-1"), rest);
    let all = market.store.ticket_named("A-1").unwrap().unwrap().ticket;
    let void = all.reversed(market.place("A-1"), "etal 0.1.0", 0);
    let row = void.payments.iter().find(|it| it.pieces.is_some()).unwrap();
    assert_eq!((row.cents, row.pieces), (cents(-1_000), Some(10)));
}

#[test]
fn voiding_a_return_puts_on_the_stall_what_it_took_and_no_more() {
    let mut market = market();
    let left = |market: &Market| {
        let left = market.store.left().unwrap();
        left[&Id::known("P000000001")].thousandths()
    };
    let before = left(&market);
    for returned in [Returned::Lost, Returned::OnSale] {
        let mut back = market.goods(1, 2);
        back.quantity = -back.quantity;
        back.back = Some((returned, BackReason::Faulty));
        let name = market.sell(vec![back], &[("cash", -202, None)]);
        void(&mut market, &name).unwrap();
        assert_eq!(left(&market), before, "{returned:?}");
    }
}

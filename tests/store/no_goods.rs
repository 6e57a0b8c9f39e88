//! What is no goods comes back only while it is still there: money on an account, a gift in the
//! fund, a credit note that nobody used.

use etal::{
    domain::{
        basket::{Line, What},
        ids::Id,
        journal::Fact,
        money::Money,
        quantity::Quantity,
        ticket::Returned,
    },
    store::StoreError,
};

use crate::{
    counter::cents,
    market::{Market, gift, label, market, top_up},
};

/// Takes the first line of a ticket back for cash.
fn take_back(market: &mut Market, name: &str, sum: i64) -> Result<String, StoreError> {
    let back = market.back(name, 0, 1, Returned::OnSale);
    market.try_sell(vec![back], &[("cash", -sum, None)])
}

/// Voids a ticket.
fn void(market: &mut Market, name: &str) -> Result<(), StoreError> {
    let detail = market.store.ticket_named(name).unwrap().unwrap();
    let proposal = market.counter.reversal(&detail);
    market.store.append(proposal, None).map(drop)
}

#[test]
fn a_top_up_comes_back_only_while_the_account_bears_it() {
    let mut market = market();
    market.open_account("marie");
    let topped_up = market.sell(vec![top_up("marie", 3_000)], &[("cash", 3_000, None)]);
    let bread = vec![market.goods(7, 1)];
    let spent = market.sell(bread, &[("account", 107, Some("marie"))]);
    let short = StoreError::AccountShort(Id::known("marie"));
    assert_eq!(
        take_back(&mut market, &topped_up, 3_000),
        Err(short.clone())
    );
    assert_eq!(void(&mut market, &topped_up), Err(short));
    assert_eq!(market.balance("marie"), 3_000 - 107);
    // Onto the account it is the same money.
    let back = market.back(&spent, 0, 1, Returned::OnSale);
    market.sell(vec![back], &[("account", -107, Some("marie"))]);
    take_back(&mut market, &topped_up, 3_000).unwrap();
    assert_eq!(market.balance("marie"), 0);
}

/// A payout that waited in one ticket while the account was spent in another.
#[test]
fn no_more_is_paid_out_of_an_account_than_it_has() {
    let mut market = market();
    market.open_account("marie");
    market.sell(vec![top_up("marie", 500)], &[("cash", 500, None)]);
    let too_much = market.try_sell(vec![top_up("marie", -600)], &[("cash", -600, None)]);
    assert_eq!(too_much, Err(StoreError::AccountShort(Id::known("marie"))));
    market.sell(vec![top_up("marie", -500)], &[("cash", -500, None)]);
    assert_eq!(market.balance("marie"), 0);
}

#[test]
fn a_gift_comes_back_only_while_the_fund_has_it() {
    let mut market = market();
    let given = market.sell(vec![gift(200)], &[("cash", 200, None)]);
    let bread = vec![market.goods(7, 1)];
    let used = market.sell(bread, &[("fund", 107, None)]);
    let short = StoreError::FundShort(cents(93));
    assert_eq!(take_back(&mut market, &given, 200), Err(short.clone()));
    assert_eq!(void(&mut market, &given), Err(short.clone()));
    // No more is taken out of it than it has by any other way either.
    let bread = vec![market.goods(7, 1)];
    let more = market.try_sell(bread, &[("fund", 107, None)]);
    assert_eq!(more, Err(short));
    void(&mut market, &used).unwrap();
    take_back(&mut market, &given, 200).unwrap();
    assert_eq!(market.sums().fund, Money::ZERO);
}

#[test]
fn a_bought_note_comes_back_only_while_nobody_used_it() {
    let mut market = market();
    let note = || {
        let what = What::CreditNote {
            label: label("Bon cadeau"),
            amount: cents(107),
        };
        Line::of(what, Quantity::ONE)
    };
    let bought = market.sell(vec![note()], &[("cash", 107, None)]);
    let name = format!("{bought}V");
    let bread = vec![market.goods(7, 1)];
    let used = market.sell(bread, &[("credit_note", 107, Some(&name))]);
    let spent = StoreError::NoteUsed(name.clone());
    assert_eq!(take_back(&mut market, &bought, 107), Err(spent.clone()));
    assert_eq!(void(&mut market, &bought), Err(spent));
    void(&mut market, &used).unwrap();
    take_back(&mut market, &bought, 107).unwrap();
    assert_eq!(market.note(&name).unwrap().worth, Money::ZERO);
}

#[test]
fn no_corrected_means_takes_from_the_fund_what_it_has_not() {
    let mut market = market();
    let sold = market.sell(vec![market.goods(7, 1)], &[("cash", 107, None)]);
    let mut ticket = market.ticket(vec![], &[("cash", -107, None), ("fund", 107, None)]);
    ticket.corrects = Some(market.place(&sold));
    let fact = Fact::Ticket(Box::new(ticket));
    let short = StoreError::FundShort(Money::ZERO);
    assert_eq!(market.write(fact.clone()), Err(short));
    market.sell(vec![gift(107)], &[("card", 107, None)]);
    market.write(fact).unwrap();
    assert_eq!(market.sums().fund, Money::ZERO);
}

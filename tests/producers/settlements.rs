//! A settlement by itself: what can be given, by what, and what is refused.

use etal::domain::{
    ids::Id,
    money::Money,
    seller::{Seller, VatStatus},
    settings::{Tender, TenderKind},
    settlement::{Place, SettleRefusal, Settlement, Takings},
};

use crate::{
    kit::cents,
    market::{self, goods},
};

const LIMIT: i64 = 100_000;

/// A settlement with a producer for so many bunches at 2,00, flat share and carry before.
fn draft(producer: &str, bunches: i64, (flat, brought): (i64, i64)) -> Settlement {
    let store = market::store();
    let (_, priced) = market::priced(vec![goods(12, bunches * 1_000)], &store);
    let catalogue = market::catalogue();
    let known = catalogue.producer(&Id::known(producer)).unwrap();
    Settlement::draft(
        Seller::of(known, market::DAY),
        None,
        Place { epoch: 1, seq: 9 },
        Some(("A-1".to_owned(), "A-1".to_owned())),
        Takings::of(&Id::known("lac"), &priced.lines),
        cents(flat),
        cents(brought),
    )
}

fn tender(id: &str, kind: TenderKind) -> Tender {
    Tender::of(Id::known(id), None, kind)
}

fn give(settlement: &mut Settlement, sum: i64) -> Result<(), SettleRefusal> {
    let cash = tender("cash", TenderKind::Cash);
    settlement.give(cents(sum), &cash, cents(LIMIT))
}

#[test]
fn nothing_given_is_all_carried_over() {
    let it = draft("lac", 3, (100, 25));
    assert_eq!(it.due, cents(552 - 100 + 25));
    assert_eq!((it.paid, it.carried), (Money::ZERO, it.due));
    assert!(it.adds_up());
}

#[test]
fn in_full_or_in_whole_euros_the_cents_stay() {
    let mut full = draft("lac", 3, (0, 0));
    give(&mut full, 552).unwrap();
    assert_eq!((full.paid, full.carried), (cents(552), Money::ZERO));
    assert_eq!(full.payments[0].cents, cents(-552), "it leaves the drawer");
    assert!(full.adds_up());
    let mut rounded = draft("lac", 3, (0, 0));
    let euros = rounded.due.whole_euros();
    give(&mut rounded, euros.cents()).unwrap();
    assert_eq!((rounded.paid, rounded.carried), (cents(500), cents(52)));
    assert!(rounded.adds_up());
}

#[test]
fn never_more_than_is_due_and_never_nothing() {
    let mut it = draft("lac", 3, (0, 0));
    assert_eq!(
        give(&mut it, 553),
        Err(SettleRefusal::AboveDue { due: cents(552) })
    );
    assert_eq!(give(&mut it, 0), Err(SettleRefusal::NotAnAmount));
    assert_eq!(it.paid, Money::ZERO, "a refusal changes nothing");
}

#[test]
fn above_the_legal_limit_only_cash_is_refused() {
    let mut it = draft("lac", 600, (0, 0));
    assert_eq!(it.due, cents(110_400));
    let limit = cents(LIMIT);
    assert_eq!(
        give(&mut it, 110_400),
        Err(SettleRefusal::CashLimit { limit })
    );
    give(&mut it, LIMIT).unwrap();
    assert_eq!(it.carried, cents(10_400));
    let cheque = tender("cheque", TenderKind::Cheque);
    it.give(cents(110_400), &cheque, limit).unwrap();
    assert_eq!((it.payments.len(), it.carried), (1, Money::ZERO));
}

#[test]
fn what_is_no_money_of_the_tills_own_settles_nothing() {
    for kind in [
        TenderKind::Card,
        TenderKind::Account,
        TenderKind::Token,
        TenderKind::Meal,
        TenderKind::CreditNote,
        TenderKind::Fund,
    ] {
        let mut it = draft("lac", 3, (0, 0));
        let means = tender("means", kind);
        let refused = it.give(cents(100), &means, cents(LIMIT));
        assert_eq!(refused, Err(SettleRefusal::NotAMeans), "{kind:?}");
    }
}

#[test]
fn what_she_owes_can_only_be_carried_over() {
    let mut it = draft("lac", 1, (500, 0));
    assert_eq!(it.due, cents(184 - 500));
    assert_eq!(give(&mut it, 100), Err(SettleRefusal::NothingDue));
    assert_eq!((it.check(), it.carried), (Ok(()), it.due));
}

#[test]
fn nobody_is_settled_with_before_the_vat_status_is_said() {
    let mut it = draft("paul", 3, (0, 0));
    assert_eq!(give(&mut it, 100), Err(SettleRefusal::NoVatStatus));
    assert_eq!(it.check(), Err(SettleRefusal::NoVatStatus), "nor carried");
    it.producer.status = Some(VatStatus::Exempt);
    assert_eq!(it.check(), Ok(()));
}

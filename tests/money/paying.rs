//! Taking the money: what is refused, what goes back, and by which means.

use etal::domain::{
    money::Money,
    pay::{At, PayRefusal, Tendering, counting_up, likely_sums, pieces, worth_asking},
    ticket::Past,
};

use super::goods::{basket, carrots, cents, label, pieces_of, priced, settings, ticket};

#[test]
fn cash_beyond_the_legal_limit_is_refused_in_both_directions() {
    let settings = settings();
    let (tender, at) = (settings.cash().unwrap(), At::of(&settings));
    let limit = settings.rules.cash_limit;
    let mut tendering = Tendering::new(cents(100_001));
    assert_eq!(
        tendering.pay(tender, None, &at),
        Err(PayRefusal::CashLimit { limit })
    );
    tendering.pay(tender, Some(cents(100_000)), &at).unwrap();
    assert!(tendering.pay(tender, Some(cents(1)), &at).is_err());
    let mut out = Tendering::new(cents(-100_001));
    assert!(out.pay(tender, None, &at).is_err());
}

#[test]
fn cash_back_on_a_cheque_is_a_movement_of_its_own() {
    let settings = settings();
    let (cash, at) = (settings.cash().unwrap(), At::of(&settings));
    let cheque = settings.tender_by_letter('H').unwrap();
    let mut tendering = Tendering::new(cents(3_800));
    tendering.hand_out(cash, cents(1_200), &at).unwrap();
    assert_eq!(tendering.left(), cents(5_000));
    tendering.pay(cheque, Some(cents(5_000)), &at).unwrap();
    let moved: Vec<(&str, i64)> = [("cheque", 5_000), ("cash", -1_200)].into();
    let settled = tendering.settled().unwrap();
    let rows = settled
        .iter()
        .map(|it| (it.tender.as_str(), it.cents.cents()));
    assert_eq!(rows.collect::<Vec<_>>(), moved);
    assert_eq!(tendering.change(), Money::ZERO);
    assert_eq!(
        tendering.hand_out(cash, cents(98_801), &at),
        Err(PayRefusal::CashLimit {
            limit: settings.rules.cash_limit
        })
    );
    assert_eq!(
        tendering.hand_out(cheque, Money::ZERO, &at),
        Err(PayRefusal::NotAnAmount)
    );
}

#[test]
fn a_refund_is_handed_out_by_several_means_and_no_more_than_it_is() {
    let settings = settings();
    let (cash, at) = (settings.cash().unwrap(), At::of(&settings));
    let other = settings.tender_by_letter('O').unwrap();
    let mut tendering = Tendering::new(cents(-500));
    tendering.hand_out(other, cents(430), &at).unwrap();
    assert_eq!(
        tendering.settled(),
        None,
        "70 cents are still the customer's"
    );
    tendering.pay(cash, None, &at).unwrap();
    assert_eq!(tendering.left(), Money::ZERO);
    let sum: Money = tendering.settled().unwrap().iter().map(|it| it.cents).sum();
    assert_eq!(sum, cents(-500));
    let mut out = Tendering::new(cents(-60_000));
    out.hand_out(cash, cents(60_000), &at).unwrap();
    out.hand_out(other, cents(60_000), &at).unwrap();
    assert_eq!(
        out.settled(),
        None,
        "now the customer owes what was too much"
    );
    assert_eq!(out.left(), cents(60_000));
}

#[test]
fn what_goes_back_keeps_the_names_of_its_means_apart() {
    let settings = settings();
    let at = At::of(&settings);
    let priced = priced(&basket(vec![pieces_of(carrots(), 3)]), None);
    let mut tendering = Tendering::new(priced.total);
    for (name, amount) in [("Bon d’achat", 400), ("Ticket resto", 200)] {
        let mut other = settings.tender_by_letter('O').unwrap().clone();
        other.name = Some(label(name));
        tendering.pay(&other, Some(cents(amount)), &at).unwrap();
    }
    let original = Past {
        till: "K7QF2M9P".to_owned(),
        epoch: 1,
        seq: 5,
        name: "A-1".to_owned(),
    };
    let back = ticket(priced, &tendering).reversed(original, "test", 0);
    let moved: Vec<i64> = back.payments.iter().map(|it| it.cents.cents()).collect();
    assert_eq!(moved, [-400, -200]);
}

#[test]
fn a_card_gives_no_change_and_nothing_is_paid_twice() {
    let settings = settings();
    let at = At::of(&settings);
    let card = settings.tender_by_letter('C').unwrap();
    let mut tendering = Tendering::new(cents(901));
    assert_eq!(
        tendering.pay(card, Some(cents(1000)), &at),
        Err(PayRefusal::NoChange { left: cents(901) })
    );
    assert_eq!(
        tendering.pay(card, Some(Money::ZERO), &at),
        Err(PayRefusal::NotAnAmount)
    );
    tendering.pay(card, None, &at).unwrap();
    assert_eq!(tendering.pay(card, None, &at), Err(PayRefusal::NothingLeft));
    assert_eq!(
        Tendering::new(cents(901)).pay(settings.cash().unwrap(), Some(cents(200_000)), &at),
        Err(PayRefusal::TooMuch),
        "a barcode typed as cash"
    );
}

#[test]
fn change_is_given_in_the_fewest_pieces_and_counted_up() {
    let back: Vec<(i64, u32)> = pieces(cents(2979))
        .into_iter()
        .map(|(value, count)| (value.cents(), count))
        .collect();
    let expected = [
        (2000, 1),
        (500, 1),
        (200, 2),
        (50, 1),
        (20, 1),
        (5, 1),
        (2, 2),
    ];
    assert_eq!(back, expected);
    let steps = counting_up(cents(2021), cents(5000));
    assert_eq!(steps.last().unwrap().1, cents(5000));
    assert_eq!(
        worth_asking(cents(2021), cents(5000)),
        Some((cents(21), cents(3000)))
    );
    let sums: Vec<i64> = likely_sums(cents(2021))
        .into_iter()
        .map(Money::cents)
        .collect();
    assert_eq!(sums, [2050, 2100, 2500, 5000]);
}

//! Taking the money: what is refused, what goes back, and by which means.

use etal::domain::{
    asking::{Note, Used},
    ids::Id,
    money::Money,
    pay::{At, PayRefusal, Tendering, counting_up, likely_sums, pieces, worth_asking},
    settings::{Change, Tender},
    ticket::Past,
};
use proptest::prelude::*;

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

/// A means of the default settings with something changed.
fn tender(kind: &str, change: impl FnOnce(&mut Tender)) -> Tender {
    let settings = settings();
    let mut tender = settings.tender(&Id::known(kind)).unwrap().clone();
    change(&mut tender);
    tender
}

#[test]
fn a_note_pays_whole_once_and_its_rest_is_a_new_one() {
    let settings = settings();
    let at = At::of(&settings);
    let by_note = settings.tender_by_letter('V').unwrap();
    let note = Note {
        name: Id::known("A-7V"),
        worth: cents(2_000),
        from: "A-7".to_owned(),
        used_by: None,
    };
    let mut tendering = Tendering::new(cents(901));
    assert_eq!(
        tendering.pay(by_note, Some(cents(500)), &at),
        Err(PayRefusal::NeedsNote)
    );
    tendering.pay_note(by_note, &note, &at).unwrap();
    let rows = tendering.settled().unwrap();
    assert_eq!(rows[0].of, Some(Id::known("A-7V")));
    assert_eq!((rows[1].cents, rows[1].change), (cents(-1_099), true));
    assert_eq!(rows[1].of, None, "the store names the new one");

    let mut dear = Tendering::new(cents(9_000));
    dear.pay_note(by_note, &note, &at).unwrap();
    let again = dear.pay_note(by_note, &note, &at);
    assert_eq!(again, Err(PayRefusal::NoteAgain));
    let used = Note {
        worth: Money::ZERO,
        used_by: Some("A-9".to_owned()),
        ..note
    };
    let refused = dear.pay_note(by_note, &used, &at);
    assert_eq!(refused, Err(PayRefusal::NoteUsed));
}

#[test]
fn a_token_is_not_cut_in_two_whatever_it_gives_back() {
    let settings = settings();
    let at = At::of(&settings);
    for change in [Change::None, Change::Same] {
        let token = tender("token", |it| it.change = change);
        let mut tendering = Tendering::new(cents(350));
        assert_eq!(
            tendering.pay(&token, Some(cents(400)), &at),
            Err(PayRefusal::TokensOver {
                over: 1,
                fits: 3,
                unit: cents(100)
            })
        );
        tendering.pay(&token, None, &at).unwrap();
        assert_eq!(tendering.left(), cents(50));
        assert_eq!(tendering.payments()[0].pieces, Some(3));
    }
    let token = tender("token", |it| it.change = Change::Same);
    let mut tendering = Tendering::new(cents(300));
    tendering.pay(&token, Some(cents(500)), &at).unwrap();
    assert_eq!(tendering.settled().unwrap()[1].pieces, Some(2));
}

#[test]
fn what_is_not_known_now_is_not_paid_by() {
    let settings = settings();
    let member = Id::known("M");
    let at = At {
        member: Some(&member),
        ..At::of(&settings)
    };
    let tendering = Tendering::new(cents(100));
    for letter in ['A', 'S'] {
        let tender = settings.tender_by_letter(letter).unwrap();
        assert_eq!(tendering.room(tender, &at), Err(PayRefusal::Unknown));
    }
}

#[test]
fn a_payment_saved_before_there_were_rules_is_read() {
    let old = r#"{"total":901,"payments":[{"tender":"card","kind":"card","cents":400}]}"#;
    let tendering: Tendering = serde_json::from_str(old).unwrap();
    assert_eq!(tendering.left(), cents(501));
    let text = serde_json::to_string(&tendering).unwrap();
    assert_eq!(serde_json::from_str::<Tendering>(&text).unwrap(), tendering);
}

proptest! {
    /// However a ticket is split, it is paid to the cent, no account goes below its tab, no fund
    /// below nothing, no cap is passed, and no more cash moves than the law allows.
    #[test]
    fn any_split_holds_every_rule(
        total in -20_000i64..150_000,
        may_spend in 0i64..5_000,
        fund in 0i64..3_000,
        asked in prop::collection::vec((0usize..10, prop::option::of(1i64..9_000)), 0..24),
    ) {
        let settings = settings();
        let (member, used) = (Id::known("M"), Used { fund: cents(fund), by_tender: Vec::new() });
        let sold = priced(&basket(vec![pieces_of(carrots(), 60)]), None);
        let at = At {
            lines: &sold.lines,
            member: Some(&member),
            may_spend: Some(cents(may_spend)),
            used: Some(&used),
            ..At::of(&settings)
        };
        let mut tendering = Tendering::new(cents(total));
        for (which, given) in asked {
            let _ = tendering.pay(&settings.tenders[which], given.map(cents), &at);
        }
        let card = settings.tender_by_letter('C').unwrap();
        if !tendering.is_settled() {
            tendering.pay(card, None, &at).unwrap();
        }
        let rows = tendering.settled().unwrap();
        prop_assert_eq!(rows.iter().map(|it| it.cents).sum::<Money>(), cents(total));
        let by = |id: &str| -> i64 {
            rows.iter().filter(|it| it.tender.as_str() == id).map(|it| it.cents.cents()).sum()
        };
        prop_assert!(by("account") <= may_spend);
        prop_assert!(by("fund") <= fund.min(1_000));
        prop_assert!(by("meal") <= 2_500);
        prop_assert!(by("cash").abs() <= 100_000);
        for row in &rows {
            if row.tender.as_str() == "token" {
                let pieces = i64::from(row.pieces.unwrap());
                prop_assert_eq!(row.cents.cents().abs(), pieces * 100);
            }
            prop_assert_eq!(row.of.is_some(), row.tender.as_str() == "account");
        }
    }
}

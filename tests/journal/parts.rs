//! What was sold comes back in parts, at the prices and shares of its day, and never more of it.

use etal::domain::{
    asking::PastTicket,
    back::BackRefusal,
    basket::{Adjustment, Basket, Line, What},
    catalogue::Product,
    correct::{MeansRefusal, Stamp, Wanted, Way, means_changed, paid_back, take_exchanged},
    ids::{Id, Uid},
    money::Money,
    pay::PayRefusal,
    quantity::{Quantity, Unit},
    settings::{Tender, TenderKind},
    ticket::{Owner, Payment, Returned, Ticket},
};
use proptest::prelude::*;

use super::goods::{basket, cents, label, past, priced, product, row, settings, share, sold};

fn want(at: usize, count: Quantity) -> Wanted {
    Wanted {
        at,
        count,
        returned: Returned::OnSale,
    }
}

fn tender(id: &str) -> Tender {
    let settings = settings();
    settings.tender(&Id::known(id)).unwrap().clone()
}

fn as_paid() -> Way {
    Way::AsPaid {
        rest: tender("cash"),
    }
}

/// The ticket that takes these parts back, paid as the original was.
fn refund(past: &PastTicket, wanted: &[Wanted]) -> Ticket {
    let mut basket = Basket::new(Uid([2; 16]));
    for line in past.taken_back(wanted).unwrap() {
        basket.add(line).unwrap();
    }
    let priced = priced(&basket);
    let payments = paid_back(-priced.total, &past.paid_by, &as_paid(), Money::MAX).unwrap();
    priced.ticket(&basket, payments, "test")
}

fn carrots() -> Ticket {
    let three = Line::goods(
        product("carrots", "A", Unit::Bunch, 200),
        Quantity::pieces(3),
    );
    sold(&basket(vec![three]))
}

#[test]
fn ticket_6_one_of_three_comes_back_then_the_other_two() {
    let one = refund(&past(carrots(), &[]), &[want(0, Quantity::ONE)]);
    assert_eq!(one.total, cents(-200));
    assert_eq!(share(&one.lines[0], Owner::Commission), -16);
    assert_eq!(share(&one.lines[0], Owner::Producer), -184);
    let two = past(carrots(), &[Quantity::ONE]);
    let two = refund(&two, &two.rest());
    assert_eq!(two.total, cents(-400));
    assert_eq!(share(&two.lines[0], Owner::Commission), -32);
    assert_eq!(share(&two.lines[0], Owner::Producer), -368);
    assert_eq!((one.check(), two.check()), (Ok(()), Ok(())));
}

#[test]
fn never_more_comes_back_than_was_sold() {
    let left = Quantity::pieces(2);
    let one_is_back = past(carrots(), &[Quantity::ONE]);
    let refused = Err((0, BackRefusal::MoreThanSold { left }));
    assert_eq!(
        one_is_back.taken_back(&[want(0, Quantity::pieces(3))]),
        refused
    );
    assert_eq!(one_is_back.taken_back(&[want(0, Quantity::ZERO)]), refused);
}

#[test]
fn a_refund_is_not_refunded() {
    let back = refund(&past(carrots(), &[]), &[want(0, Quantity::ONE)]);
    let back = past(back, &[]);
    assert_eq!(back.rest(), []);
    assert_eq!(
        back.taken_back(&[want(0, Quantity::ONE)]),
        Err((0, BackRefusal::IsBack))
    );
}

#[test]
fn a_jar_comes_back_with_its_honey() {
    let honey = Product {
        deposit: Some(cents(20)),
        ..product("honey", "A", Unit::Piece, 720)
    };
    let ticket = sold(&basket(vec![Line::goods(honey, Quantity::pieces(3))]));
    let one = refund(&past(ticket.clone(), &[]), &[want(0, Quantity::ONE)]);
    let paid: Vec<i64> = one.lines.iter().map(|it| it.paid.cents()).collect();
    assert_eq!(paid, [-720, -20]);
    // One jar was brought back by itself since: two are left with three pots of honey.
    let past = past(ticket, &[Quantity::ZERO, Quantity::ONE]);
    let all = refund(&past, &[want(0, Quantity::pieces(3))]);
    let paid: Vec<i64> = all.lines.iter().map(|it| it.paid.cents()).collect();
    assert_eq!(paid, [-2_160, -40]);
}

fn moved(payments: &[Payment]) -> Vec<(&str, i64)> {
    let row = |it: &Payment| it.cents.cents();
    payments
        .iter()
        .map(|it| (it.tender.as_str(), row(it)))
        .collect()
}

fn back(sum: i64, paid_by: &[Payment]) -> Vec<Payment> {
    paid_back(cents(sum), paid_by, &as_paid(), cents(100_000)).unwrap()
}

#[test]
fn the_means_that_paid_give_back_first_and_cash_the_rest() {
    let account = Payment {
        of: Some(Id::known("m7")),
        ..row("account", TenderKind::Account, cents(600))
    };
    let paid_by = [account, row("card", TenderKind::Card, cents(301))];
    assert_eq!(moved(&back(400, &paid_by)), [("account", -400)]);
    assert_eq!(back(400, &paid_by)[0].of, Some(Id::known("m7")));
    assert_eq!(
        moved(&back(901, &paid_by)),
        [("account", -600), ("card", -301)]
    );
    // Some of it was given back otherwise before.
    let paid_by = [row("card", TenderKind::Card, cents(301))];
    assert_eq!(
        moved(&back(901, &paid_by)),
        [("card", -301), ("cash", -600)]
    );
    assert_eq!(moved(&back(0, &paid_by)), []);
}

#[test]
fn paper_with_its_worth_on_it_goes_back_whole_or_not_at_all() {
    let cheque = [row("cheque", TenderKind::Cheque, cents(2_000))];
    assert_eq!(moved(&back(2_000, &cheque)), [("cheque", -2_000)]);
    assert_eq!(moved(&back(700, &cheque)), [("cash", -700)]);
    let tokens = [Payment {
        pieces: Some(4),
        ..row("token", TenderKind::Token, cents(800))
    }];
    let given = back(500, &tokens);
    assert_eq!(moved(&given), [("token", -400), ("cash", -100)]);
    assert_eq!(given[0].pieces, Some(2));
}

#[test]
fn what_went_into_an_exchange_is_offered_by_no_means_again() {
    let card = row("card", TenderKind::Card, cents(700));
    let note = row("cash", TenderKind::Cash, cents(300));
    // 8,00 came back for 5,00 of other goods: 3,00 went out in cash.
    let mut rows = [card.clone(), note];
    let out = [row("cash", TenderKind::Cash, cents(-300))];
    take_exchanged(&mut rows, cents(800), &out);
    assert_eq!(moved(&rows), [("card", 200), ("cash", 0)]);
    assert_eq!(moved(&back(200, &rows)), [("card", -200)]);
    // Something dearer was taken, and paid on top by card: that is the other ticket's.
    let mut rows = [card.clone()];
    let more = [row("card", TenderKind::Card, cents(250))];
    take_exchanged(&mut rows, cents(400), &more);
    assert_eq!(moved(&rows), [("card", 300)]);
    // A cheque is whole or gone, tokens go one by one.
    let tokens = Payment {
        pieces: Some(4),
        ..row("token", TenderKind::Token, cents(800))
    };
    let mut rows = [row("cheque", TenderKind::Cheque, cents(2_000)), tokens];
    take_exchanged(&mut rows, cents(500), &[]);
    assert_eq!(moved(&rows), [("cheque", 2_000), ("token", 400)]);
    assert_eq!(rows[1].pieces, Some(2));
}

#[test]
fn what_a_credit_note_paid_comes_back_as_a_new_one() {
    let note = [Payment {
        of: Some(Id::known("A-3V")),
        ..row("credit_note", TenderKind::CreditNote, cents(500))
    }];
    let given = back(500, &note);
    assert_eq!(moved(&given), [("credit_note", -500)]);
    assert_eq!(given[0].of, None, "the store names it");
}

#[test]
fn no_more_cash_goes_out_than_the_law_allows() {
    let limit = cents(100_000);
    let refused = paid_back(cents(100_001), &[], &as_paid(), limit);
    assert_eq!(refused, Err(PayRefusal::CashLimit { limit }));
}

fn correct(past: &PastTicket, to: &Tender, member: Option<Id>) -> Result<Ticket, MeansRefusal> {
    let stamp = Stamp {
        version: "test",
        at_ms: 0,
    };
    means_changed(past, 0, (to, member), cents(100_000), stamp)
}

#[test]
fn other_means_move_no_cent_of_the_customers() {
    let past = past(carrots(), &[]);
    let ticket = correct(&past, &tender("card"), None).unwrap();
    assert_eq!(ticket.check(), Ok(()));
    assert_eq!(moved(&ticket.payments), [("cash", -600), ("card", 600)]);
    assert_eq!((ticket.lines.len(), ticket.total), (0, Money::ZERO));
    assert_eq!(ticket.corrects.unwrap().name, "A-1");
}

#[test]
fn a_payment_is_corrected_once_and_only_by_what_could_have_paid() {
    let mut past = past(carrots(), &[]);
    assert_eq!(
        correct(&past, &tender("cash"), None),
        Err(MeansRefusal::Same)
    );
    let mut token = Tender::of(Id::known("token"), Some('J'), TenderKind::Token);
    token.unit = Some(cents(250));
    assert_eq!(
        correct(&past, &token, None),
        Err(MeansRefusal::NoWholeTokens(cents(250)))
    );
    token.unit = Some(cents(200));
    assert_eq!(
        correct(&past, &token, None).unwrap().payments[1].pieces,
        Some(3)
    );
    token.ticket_cap = Some(cents(400));
    assert_eq!(
        correct(&past, &token, None),
        Err(MeansRefusal::Cap(cents(400)))
    );
    let account = Tender::of(Id::known("account"), Some('A'), TenderKind::Account);
    assert_eq!(
        correct(&past, &account, None),
        Err(MeansRefusal::NobodysAccount)
    );
    let hers = correct(&past, &account, Some(Id::known("m7"))).unwrap();
    assert_eq!(hers.payments[1].of, Some(Id::known("m7")));
    past.paid_by = vec![row("card", TenderKind::Card, cents(100_001))];
    assert_eq!(
        correct(&past, &tender("cash"), None),
        Err(MeansRefusal::CashLimit(cents(100_000)))
    );
    past.paid_by.clear();
    assert_eq!(
        correct(&past, &tender("card"), None),
        Err(MeansRefusal::NotPaidSo)
    );
}

fn any_line() -> impl Strategy<Value = Line> {
    (0u8..3, 1i64..3_000, 1u32..7).prop_map(|(kind, amount, count)| match kind {
        0 => Line::goods(
            product("a", "A", Unit::Piece, amount),
            Quantity::pieces(count),
        ),
        1 => Line::goods(
            product("b", "B", Unit::Kilogram, amount),
            Quantity::from_thousandths(amount),
        ),
        _ => Line::goods(
            Product {
                deposit: Some(cents(30)),
                ..product("c", "C", Unit::Piece, amount)
            },
            Quantity::pieces(count),
        ),
    })
}

proptest! {
    /// In whichever parts a ticket comes back, every owner and every means is where it was.
    #[test]
    fn parts_make_exactly_the_whole(
        lines in prop::collection::vec(any_line(), 1..6),
        off in 0i64..500,
        card in 0i64..2_000,
        cuts in prop::collection::vec(1i64..100, 1..5),
    ) {
        let mut basket = basket(lines);
        let total = priced(&basket).total;
        basket.adjust((total > cents(off)).then(|| Adjustment::Agreed(total - cents(off), None)));
        let mut ticket = sold(&basket);
        let by_card = cents(card).min(ticket.total);
        ticket.payments = vec![
            row("card", TenderKind::Card, by_card),
            row("cash", TenderKind::Cash, ticket.total - by_card),
        ];
        let mut before = vec![Quantity::ZERO; ticket.lines.len()];
        let mut paid_by = ticket.payments.clone();
        let mut owners: Vec<(Owner, Option<Id>, i64)> = Vec::new();
        let mut count = |ticket: &Ticket| for share in ticket.lines.iter().flat_map(|it| &it.shares) {
            match owners.iter_mut().find(|it| (it.0, &it.1) == (share.to, &share.id)) {
                Some(sum) => sum.2 += share.cents.cents(),
                None => owners.push((share.to, share.id.clone(), share.cents.cents())),
            }
        };
        count(&ticket);
        for cut in cuts.iter().copied().map(Some).chain([None]) {
            let mut past = past(ticket.clone(), &before);
            past.paid_by.clone_from(&paid_by);
            let wanted: Vec<Wanted> = past.rest().into_iter().filter_map(|it| {
                let part = it.count.thousandths() * cut.unwrap_or(100) / 100;
                (part > 0).then(|| Wanted { count: Quantity::from_thousandths(part), ..it })
            }).collect();
            let back = refund(&past, &wanted);
            prop_assert_eq!(back.check(), Ok(()));
            count(&back);
            for line in &back.lines {
                let place = line.takes_back.as_ref().unwrap().line as usize;
                before[place] = before[place] - line.quantity;
            }
            for payment in &back.payments {
                let row = paid_by.iter_mut().find(|it| it.tender == payment.tender).unwrap();
                row.cents += payment.cents;
            }
        }
        prop_assert!(owners.iter().all(|it| it.2 == 0), "{:?}", owners);
        prop_assert!(paid_by.iter().all(|it| it.cents == Money::ZERO), "{:?}", paid_by);
    }
}

#[test]
fn in_an_exchange_only_the_difference_is_paid() {
    let past = past(carrots(), &[]);
    let mut lines = past.taken_back(&[want(0, Quantity::pieces(2))]).unwrap();
    let bread = product("bread", "B", Unit::Piece, 450);
    lines.push(Line::goods(bread, Quantity::ONE));
    lines.push(Line::of(
        What::Gift {
            label: label("Don"),
            amount: cents(30),
        },
        Quantity::ONE,
    ));
    let priced = priced(&basket(lines));
    assert_eq!(priced.total, cents(450 + 30 - 400));
    let payments = vec![row("cash", TenderKind::Cash, priced.total)];
    let ticket = priced.ticket(&Basket::new(Uid([3; 16])), payments, "test");
    assert_eq!(ticket.check(), Ok(()));
}

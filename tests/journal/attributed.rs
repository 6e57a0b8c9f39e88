//! Goods that were sold for the wrong producer or at the wrong rate go where they belong.

use etal::domain::{
    asking::PastTicket,
    basket::{Adjustment, Line, What},
    correct::{AttributeRefusal, Stamp, To, Wanted, moved, reattributed},
    ids::Id,
    money::{Money, VatRate},
    quantity::{Quantity, Unit},
    ticket::{Owner, Returned, Ticket},
};

use super::goods::{
    basket, catalogue, cents, past, priced, product, settings, share, shared_key, sold,
};

const STAMP: Stamp<'_> = Stamp {
    version: "test",
    at_ms: 0,
};

fn to(producer: &str) -> To {
    To {
        producer: Some(Id::known(producer)),
        vat: None,
    }
}

fn attribute(past: &PastTicket, to: &To) -> Result<Ticket, AttributeRefusal> {
    let (catalogue, settings) = (catalogue(), settings());
    reattributed(&past.lines, to, (&catalogue, &settings.rules), STAMP).map(|it| it.ticket)
}

fn three_bunches() -> Ticket {
    let carrots = product("carrots", "A", Unit::Bunch, 200);
    sold(&basket(vec![Line::goods(carrots, Quantity::pieces(3))]))
}

#[test]
fn the_cents_go_to_the_right_producer_and_the_customers_stay() {
    let ticket = attribute(&past(three_bunches(), &[]), &to("B")).unwrap();
    assert_eq!(ticket.check(), Ok(()));
    assert_eq!((ticket.total, ticket.payments.len()), (Money::ZERO, 0));
    let [back, stands] = ticket.lines.as_slice() else {
        panic!("{:?}", ticket.lines)
    };
    assert_eq!((back.paid, stands.paid), (cents(-600), cents(600)));
    assert_eq!(share(back, Owner::Producer), -552);
    // B leaves 12 % to the co-op, A 8 %.
    assert_eq!(share(stands, Owner::Commission), 72);
    assert_eq!(share(stands, Owner::Producer), 528);
    assert_eq!(stands.seller.id, Id::known("B"));
    assert_eq!(stands.net, cents(569), "the same rate, the same VAT");
    assert_eq!(back.takes_back, stands.stands_for);
    assert!(stands.takes_back.is_none() && back.stands_for.is_none());
    let sums = moved(&ticket);
    assert_eq!(sums.paid, cents(600));
    assert_eq!(sums.vat, [(VatRate(550), cents(31), cents(31))]);
}

#[test]
fn a_seller_without_vat_has_none_inside_from_then_on() {
    let ticket = attribute(&past(three_bunches(), &[]), &to("C")).unwrap();
    assert_eq!(ticket.check(), Ok(()));
    let stands = &ticket.lines[1];
    assert_eq!((stands.vat, stands.net), (Some(VatRate(0)), cents(600)));
    let sums = moved(&ticket);
    assert_eq!(
        sums.vat,
        [
            (VatRate(550), cents(31), Money::ZERO),
            (VatRate(0), Money::ZERO, Money::ZERO)
        ]
    );
    // And back to a seller who owes it, where no article says the rate.
    let mut again = past(ticket, &[]);
    again.lines.remove(0);
    let at_ten = To {
        producer: Some(Id::known("A")),
        vat: Some(VatRate(1_000)),
    };
    let ticket = attribute(&again, &at_ten).unwrap();
    assert_eq!(ticket.lines[1].net, cents(545));
}

#[test]
fn another_rate_is_computed_once_for_all_its_lines() {
    let sweet = |name| Line::goods(product(name, "A", Unit::Piece, 99), Quantity::ONE);
    let names = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];
    let ticket = sold(&basket(names.map(sweet).to_vec()));
    let at_twenty = To {
        producer: None,
        vat: Some(VatRate(2_000)),
    };
    let ticket = attribute(&past(ticket, &[]), &at_twenty).unwrap();
    assert_eq!(ticket.check(), Ok(()));
    let sums = moved(&ticket);
    assert_eq!(
        sums.vat,
        [
            (VatRate(550), cents(52), Money::ZERO),
            (VatRate(2_000), Money::ZERO, cents(165))
        ]
    );
}

#[test]
fn an_amount_under_a_shared_key_gets_its_producer() {
    let quick = What::Quick {
        key: shared_key(),
        amount: cents(450),
    };
    let ticket = sold(&basket(vec![Line::of(quick, Quantity::ONE)]));
    assert_eq!(share(&ticket.lines[0], Owner::Unattributed), 450);
    let ticket = attribute(&past(ticket, &[]), &to("A")).unwrap();
    assert_eq!(share(&ticket.lines[1], Owner::Unattributed), 0);
    assert_eq!(share(&ticket.lines[1], Owner::Commission), 36);
    assert_eq!(share(&ticket.lines[1], Owner::Producer), 414);
}

#[test]
fn only_what_is_left_is_moved_and_comes_back_from_there_exactly() {
    let mut discounted = basket(vec![Line::goods(
        product("carrots", "A", Unit::Bunch, 199),
        Quantity::pieces(3),
    )]);
    discounted.adjust(Some(Adjustment::Agreed(cents(500), None)));
    let ticket = sold(&discounted);
    let correcting = attribute(&past(ticket, &[Quantity::ONE]), &to("B")).unwrap();
    assert_eq!(correcting.check(), Ok(()));
    let stands = correcting.lines[1].clone();
    assert_eq!(stands.quantity, Quantity::pieces(2));
    let mut moved = past(correcting, &[]);
    moved.lines.remove(0);
    let mut left: i64 = stands.shares.iter().map(|it| it.cents.cents()).sum();
    for before in 0..2 {
        moved.lines[0].before = Quantity::pieces(before);
        let one = Wanted {
            at: 0,
            count: Quantity::ONE,
            returned: Returned::Lost,
        };
        let back = priced(&basket(moved.taken_back(&[one]).unwrap()));
        left += back.total.cents();
    }
    assert_eq!(left, 0);
}

#[test]
fn nothing_is_moved_twice_nor_where_it_is() {
    let three = [Quantity::pieces(3)];
    let gone = past(three_bunches(), &three);
    assert_eq!(
        attribute(&gone, &to("B")),
        Err(AttributeRefusal::NothingLeft)
    );
    let there = past(three_bunches(), &[]);
    assert_eq!(attribute(&there, &to("A")), Err(AttributeRefusal::Same));
    assert_eq!(
        attribute(&there, &To::default()),
        Err(AttributeRefusal::Same)
    );
    assert_eq!(
        attribute(&there, &to("Z")),
        Err(AttributeRefusal::NoProducer)
    );
}

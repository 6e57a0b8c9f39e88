//! The worked tickets of the money page, to the cent and to its owner.

use etal::domain::{
    basket::{Adjustment, Line, Off, What},
    catalogue::{Product, QuantityPrice, QuickKey},
    ids::Id,
    money::{Money, VatRate},
    pay::{At, Tendering},
    price::{PriceList, TooMuch, price},
    quantity::{Quantity, Unit},
    ticket::Owner,
};

use super::goods::{
    basket, carrots, cash, catalogue, cents, label, pieces_of, price_of, priced, product, settings,
    share, tariff, ticket, tomatoes, weight_of,
};

#[test]
fn ticket_1_the_fair_price() {
    let basket = basket(vec![pieces_of(carrots(), 3), weight_of(tomatoes(), 860)]);
    let priced = priced(&basket, None);
    assert_eq!(priced.lines[0].paid, cents(600));
    assert_eq!(share(&priced, 0, Owner::Commission), 48);
    assert_eq!(share(&priced, 0, Owner::Producer), 552);
    assert_eq!(priced.lines[1].paid, cents(301));
    assert_eq!(share(&priced, 1, Owner::Commission), 24);
    assert_eq!(share(&priced, 1, Owner::Producer), 277);
    assert_eq!(priced.total, cents(901));
    let tendering = cash(priced.total, 1000);
    let ticket = ticket(priced, &tendering);
    assert_eq!(ticket.check(), Ok(()));
    let moved: Vec<i64> = ticket.payments.iter().map(|it| it.cents.cents()).collect();
    assert_eq!(moved, [1000, -99]);
    assert_eq!(ticket.change(), cents(99));
}

#[test]
fn ticket_2_accessible() {
    let priced = priced(
        &basket(vec![weight_of(tomatoes(), 860)]),
        Some(&tariff(6_500)),
    );
    assert_eq!(priced.total, cents(195));
    assert_eq!(share(&priced, 0, Owner::Commission), 24);
    assert_eq!(share(&priced, 0, Owner::Producer), 277);
    assert_eq!(share(&priced, 0, Owner::Pot), -106);
}

#[test]
fn ticket_3_supporting() {
    let priced = priced(
        &basket(vec![pieces_of(carrots(), 3)]),
        Some(&tariff(12_500)),
    );
    assert_eq!(priced.total, cents(750));
    assert_eq!(share(&priced, 0, Owner::Commission), 48);
    assert_eq!(share(&priced, 0, Owner::Producer), 552);
    assert_eq!(share(&priced, 0, Owner::Pot), 150);
}

#[test]
fn ticket_4_twenty_all_round() {
    let mut basket = basket(vec![
        pieces_of(product("jam", "A", Unit::Piece, 1080), 1),
        pieces_of(product("oil", "B", Unit::Piece, 961), 1),
    ]);
    basket.adjust(Some(Adjustment::Agreed(cents(2000), None)));
    let priced = priced(&basket, None);
    assert_eq!(priced.total, cents(2000));
    assert_eq!(priced.lines[0].paid, cents(1058));
    assert_eq!(share(&priced, 0, Owner::Producer), 994);
    assert_eq!(share(&priced, 0, Owner::Commission), 86);
    assert_eq!(share(&priced, 0, Owner::Pot), -22);
    assert_eq!(priced.lines[1].paid, cents(942));
    assert_eq!(share(&priced, 1, Owner::Producer), 884);
    assert_eq!(share(&priced, 1, Owner::Commission), 77);
    assert_eq!(share(&priced, 1, Owner::Pot), -19);
}

#[test]
fn ticket_5_a_jar_goes_and_a_jar_comes_back() {
    let honey = Product {
        deposit: Some(cents(20)),
        ..product("honey", "A", Unit::Piece, 720)
    };
    let jars = |count| {
        let what = What::DepositBack {
            label: label("Bocal"),
            deposit: cents(20),
        };
        Line::of(what, Quantity::pieces(count))
    };
    let sold = priced(&basket(vec![pieces_of(honey, 1), jars(1)]), None);
    let paid: Vec<i64> = sold.lines.iter().map(|line| line.paid.cents()).collect();
    assert_eq!(paid, [720, 20, -20]);
    assert_eq!(sold.total, cents(720));
    assert_eq!(sold.vat[0].paid, cents(720), "a deposit is outside VAT");

    let back = priced(&basket(vec![jars(2)]), None);
    assert_eq!(back.total, cents(-40));
    let settings = settings();
    let mut tendering = Tendering::new(back.total);
    let at = At::of(&settings);
    tendering.pay(settings.cash().unwrap(), None, &at).unwrap();
    let ticket = ticket(back, &tendering);
    assert_eq!(ticket.check(), Ok(()));
    assert_eq!(ticket.payments[0].cents, cents(-40), "paid out");
}

#[test]
fn ticket_7_two_means_for_one_ticket() {
    let settings = settings();
    let at = At::of(&settings);
    let mut tendering = Tendering::new(cents(901));
    let card = settings.tender_by_letter('c').unwrap();
    tendering.pay(card, Some(cents(600)), &at).unwrap();
    assert_eq!(tendering.left(), cents(301));
    tendering.pay(settings.cash().unwrap(), None, &at).unwrap();
    let moved: Vec<i64> = tendering
        .settled()
        .unwrap()
        .iter()
        .map(|it| it.cents.cents())
        .collect();
    assert_eq!(moved, [600, 301]);
}

#[test]
fn three_for_five_counts_over_the_whole_ticket() {
    let eggs = Product {
        quantity_prices: vec![QuantityPrice {
            count: 3,
            price: cents(500),
        }],
        ..product("eggs", "A", Unit::Piece, 200)
    };
    let salad = product("salad", "A", Unit::Piece, 110);
    let total = |counts: &[u32]| {
        let mut lines = Vec::new();
        for count in counts {
            lines.push(pieces_of(eggs.clone(), *count));
            lines.push(pieces_of(salad.clone(), 1));
        }
        let salads = i64::try_from(counts.len()).unwrap() * 110;
        priced(&basket(lines), None).total.cents() - salads
    };
    assert_eq!(total(&[1]), 200);
    assert_eq!(total(&[2]), 400);
    assert_eq!(total(&[3]), 500);
    assert_eq!(total(&[4]), 700);
    assert_eq!(total(&[1, 2]), 500, "on two lines as on one");
    assert_eq!(total(&[7]), 1200);
}

#[test]
fn a_shared_quick_key_waits_to_be_attributed() {
    let key = QuickKey {
        id: Id::known("shared"),
        letter: 'd',
        label: label("Divers"),
        producer: None,
        vat: VatRate(2000),
        department: None,
    };
    let what = What::Quick {
        key,
        amount: cents(450),
    };
    let priced = priced(&basket(vec![Line::of(what, Quantity::ONE)]), None);
    assert_eq!(share(&priced, 0, Owner::Unattributed), 450);
}

#[test]
fn an_amount_under_a_quick_key_is_no_tariffs() {
    let key = QuickKey {
        id: Id::known("green"),
        letter: 'l',
        label: label("Légumes"),
        vat: VatRate(550),
        producer: Some(Id::known("A")),
        department: None,
    };
    let what = What::Quick {
        key,
        amount: cents(500),
    };
    let mut basket = basket(vec![Line::of(what, Quantity::ONE), pieces_of(carrots(), 3)]);
    let sold = priced(&basket, Some(&tariff(6_500)));
    assert_eq!(sold.lines[0].paid, cents(500), "the amount");
    assert_eq!(share(&sold, 0, Owner::Pot), 0);
    assert_eq!(sold.lines[1].paid, cents(390), "the article has the tariff");
    basket.charge(Some(tariff(6_500)));
    basket.adjust(Some(Adjustment::Agreed(cents(800), None)));
    let agreed = price_of(&basket);
    assert_eq!(agreed.total, cents(800));
    assert!(
        agreed.lines[0].paid < cents(500),
        "what is agreed counts for it"
    );
}

/// « 20 tout rond » was said about the goods as they lay there: what comes or goes afterwards is
/// neither given away nor paid for by somebody who never took it.
#[test]
fn an_agreed_total_holds_until_the_goods_change() {
    let two = || vec![pieces_of(carrots(), 3), weight_of(tomatoes(), 860)];
    let agreed = || {
        let mut basket = basket(two());
        basket.adjust(Some(Adjustment::Agreed(cents(800), None)));
        assert_eq!(priced(&basket, None).total, cents(800));
        basket
    };
    let mut more = agreed();
    more.add(pieces_of(carrots(), 1)).unwrap();
    assert_eq!(priced(&more, None).total, cents(1101));
    let mut fewer = agreed();
    fewer.remove(0);
    assert_eq!(priced(&fewer, None).total, cents(301));
    fewer.undo();
    fewer.undo();
    assert_eq!(priced(&fewer, None).total, cents(800));
    let mut changed = agreed();
    changed.change(0, pieces_of(carrots(), 1));
    assert_eq!(priced(&changed, None).total, cents(501));
}

#[test]
fn no_discount_is_left_for_the_next_customer() {
    for adjustment in [
        Adjustment::Agreed(cents(500), None),
        Adjustment::Off(Off::Amount(cents(100)), None),
    ] {
        let mut basket = basket(vec![pieces_of(carrots(), 3)]);
        basket.adjust(Some(adjustment));
        basket.remove(0);
        basket.add(pieces_of(carrots(), 1)).unwrap();
        assert_eq!(priced(&basket, None).total, cents(200));
    }
}

#[test]
fn an_offer_changed_in_the_middle_of_a_ticket_leaves_what_lies_there_as_it_was() {
    let eggs = |price, three| Product {
        quantity_prices: vec![QuantityPrice {
            count: 3,
            price: cents(three),
        }],
        ..product("eggs", "A", Unit::Piece, price)
    };
    let before = pieces_of(eggs(200, 500), 3);
    let after = pieces_of(eggs(300, 800), 1);
    let priced = priced(&basket(vec![before, after]), None);
    assert_eq!(priced.lines[0].paid, cents(500));
    assert_eq!(priced.lines[1].paid, cents(300));
}

/// Two amounts that take each other back are together nothing, but each must be readable again.
#[test]
fn a_ticket_of_more_than_a_till_can_take_is_refused_however_little_is_left_of_it() {
    let free = |price| {
        let what = What::Free {
            label: label("free"),
            price: cents(price),
            vat: VatRate(550),
        };
        Line::of(what, Quantity::ONE)
    };
    let (catalogue, settings) = (catalogue(), settings());
    let list = PriceList {
        catalogue: &catalogue,
        rules: &settings.rules,
        day: "2026-11-21",
    };
    let most = Money::MAX.cents();
    let lines = vec![free(most), free(most), free(-most)];
    assert_eq!(price(&basket(lines), list), Err(TooMuch));
}

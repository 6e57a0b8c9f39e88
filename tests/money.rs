//! The worked tickets of the money page, and what must hold for every ticket.

use etal::domain::{
    basket::{Adjustment, Basket, Line, Off, Tariff, What},
    catalogue::{
        Catalogue, CatalogueChange, Producer, Product, QuantityPrice, QuickKey, State, Stocked,
    },
    defaults,
    ids::{Id, Uid},
    label::Label,
    money::{Money, Percent, VatRate},
    pay::{PayRefusal, Tendering, counting_up, likely_sums, pieces, worth_asking},
    price::{PriceList, Priced, price},
    quantity::{Quantity, TypedIn, Unit},
    settings::Settings,
    ticket::{Owner, Reversed, Ticket},
};
use proptest::prelude::*;

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn label(text: &str) -> Label {
    Label::new(text).unwrap()
}

fn product(id: &str, producer: &str, unit: Unit, price: i64) -> Product {
    Product {
        id: Id::known(id),
        code: None,
        barcodes: Vec::new(),
        label: label(id),
        unit,
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(producer),
        department: None,
        deposit: None,
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

fn catalogue() -> Catalogue {
    let producer = |id: &str| Producer {
        id: Id::known(id),
        name: label(id),
        commission: Percent(800),
    };
    let mut catalogue = Catalogue::default();
    catalogue.apply(&defaults::catalogue(&label("Étal")));
    catalogue.apply(&CatalogueChange {
        producers: vec![producer("A"), producer("B")],
        ..CatalogueChange::default()
    });
    catalogue
}

fn settings() -> Settings {
    defaults::settings(&label("Étal"))
}

fn carrots() -> Product {
    product("carrots", "A", Unit::Bunch, 200)
}

fn tomatoes() -> Product {
    product("tomatoes", "B", Unit::Kilogram, 350)
}

fn basket(lines: Vec<Line>) -> Basket {
    let mut basket = Basket::new(Uid([1; 16]));
    for line in lines {
        basket.add(line).unwrap();
    }
    basket
}

fn pieces_of(product: Product, count: u32) -> Line {
    Line::goods(product, Quantity::pieces(count))
}

fn weight_of(product: Product, grams: i64) -> Line {
    Line::goods(product, Quantity::from_thousandths(grams))
}

fn tariff(percent: u32) -> Tariff {
    Tariff {
        id: Id::known("tariff"),
        name: label("Accessible"),
        percent: Percent(percent),
        step: cents(5),
    }
}

fn priced(basket: &Basket, tariff: Option<&Tariff>) -> Priced {
    let (catalogue, settings) = (catalogue(), settings());
    price(
        basket,
        PriceList {
            catalogue: &catalogue,
            rules: &settings.rules,
            tariff,
        },
    )
    .unwrap()
}

/// The cents of a line that are an owner's.
fn share(priced: &Priced, line: usize, owner: Owner) -> i64 {
    priced.lines[line]
        .shares
        .iter()
        .filter(|share| share.to == owner)
        .map(|share| share.cents.cents())
        .sum()
}

fn ticket(priced: Priced, tendering: &Tendering) -> Ticket {
    Ticket {
        number: 1,
        name: "A-1".to_owned(),
        lines: priced.lines,
        vat: priced.vat,
        payments: tendering.settled().unwrap(),
        total: priced.total,
        opened_ms: 0,
        version: "test".to_owned(),
        reverses: None,
        paper: None,
        tariff: None,
    }
}

fn cash(total: Money, given: i64) -> Tendering {
    let settings = settings();
    let mut tendering = Tendering::new(total);
    let (tender, limit) = (settings.cash().unwrap(), settings.rules.cash_limit);
    tendering.pay(tender, Some(cents(given)), limit).unwrap();
    tendering
}

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
    basket.adjust(Some(Adjustment::Agreed(cents(2000))));
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
    let limit = settings.rules.cash_limit;
    tendering
        .pay(settings.cash().unwrap(), None, limit)
        .unwrap();
    let ticket = ticket(back, &tendering);
    assert_eq!(ticket.check(), Ok(()));
    assert_eq!(ticket.payments[0].cents, cents(-40), "paid out");
}

#[test]
fn ticket_7_two_means_for_one_ticket() {
    let settings = settings();
    let limit = settings.rules.cash_limit;
    let mut tendering = Tendering::new(cents(901));
    let card = settings.tender_by_letter('c').unwrap();
    tendering.pay(card, Some(cents(600)), limit).unwrap();
    assert_eq!(tendering.left(), cents(301));
    tendering
        .pay(settings.cash().unwrap(), None, limit)
        .unwrap();
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
fn cash_beyond_the_legal_limit_is_refused_in_both_directions() {
    let settings = settings();
    let (tender, limit) = (settings.cash().unwrap(), settings.rules.cash_limit);
    let mut tendering = Tendering::new(cents(100_001));
    assert_eq!(
        tendering.pay(tender, None, limit),
        Err(PayRefusal::CashLimit { limit })
    );
    tendering.pay(tender, Some(cents(100_000)), limit).unwrap();
    assert!(tendering.pay(tender, Some(cents(1)), limit).is_err());
    let mut out = Tendering::new(cents(-100_001));
    assert!(out.pay(tender, None, limit).is_err());
}

#[test]
fn cash_back_on_a_cheque_is_a_movement_of_its_own() {
    let settings = settings();
    let (cash, limit) = (settings.cash().unwrap(), settings.rules.cash_limit);
    let cheque = settings.tender_by_letter('H').unwrap();
    let mut tendering = Tendering::new(cents(3_800));
    tendering.hand_out(cash, cents(1_200), limit).unwrap();
    assert_eq!(tendering.left(), cents(5_000));
    tendering.pay(cheque, Some(cents(5_000)), limit).unwrap();
    let moved: Vec<(&str, i64)> = [("cheque", 5_000), ("cash", -1_200)].into();
    let settled = tendering.settled().unwrap();
    let rows = settled
        .iter()
        .map(|it| (it.tender.as_str(), it.cents.cents()));
    assert_eq!(rows.collect::<Vec<_>>(), moved);
    assert_eq!(tendering.change(), Money::ZERO);
    assert_eq!(
        tendering.hand_out(cash, cents(98_801), limit),
        Err(PayRefusal::CashLimit { limit })
    );
    assert_eq!(
        tendering.hand_out(cheque, Money::ZERO, limit),
        Err(PayRefusal::NotAnAmount)
    );
}

#[test]
fn a_refund_is_handed_out_by_several_means_and_no_more_than_it_is() {
    let settings = settings();
    let (cash, limit) = (settings.cash().unwrap(), settings.rules.cash_limit);
    let other = settings.tender_by_letter('O').unwrap();
    let mut tendering = Tendering::new(cents(-500));
    tendering.hand_out(other, cents(430), limit).unwrap();
    assert_eq!(
        tendering.settled(),
        None,
        "70 cents are still the customer's"
    );
    tendering.pay(cash, None, limit).unwrap();
    assert_eq!(tendering.left(), Money::ZERO);
    let sum: Money = tendering.settled().unwrap().iter().map(|it| it.cents).sum();
    assert_eq!(sum, cents(-500));
    let mut out = Tendering::new(cents(-60_000));
    out.hand_out(cash, cents(60_000), limit).unwrap();
    out.hand_out(other, cents(60_000), limit).unwrap();
    assert_eq!(
        out.settled(),
        None,
        "now the customer owes what was too much"
    );
    assert_eq!(out.left(), cents(60_000));
}

#[test]
fn what_goes_back_keeps_the_names_of_its_means_apart() {
    let limit = settings().rules.cash_limit;
    let priced = priced(&basket(vec![pieces_of(carrots(), 3)]), None);
    let mut tendering = Tendering::new(priced.total);
    for (name, amount) in [("Bon d’achat", 400), ("Ticket resto", 200)] {
        let mut other = settings().tender_by_letter('O').unwrap().clone();
        other.name = Some(label(name));
        tendering.pay(&other, Some(cents(amount)), limit).unwrap();
    }
    let original = Reversed {
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
    let limit = settings.rules.cash_limit;
    let card = settings.tender_by_letter('C').unwrap();
    let mut tendering = Tendering::new(cents(901));
    assert_eq!(
        tendering.pay(card, Some(cents(1000)), limit),
        Err(PayRefusal::NoChange { left: cents(901) })
    );
    assert_eq!(
        tendering.pay(card, Some(Money::ZERO), limit),
        Err(PayRefusal::NotAnAmount)
    );
    tendering.pay(card, None, limit).unwrap();
    assert_eq!(
        tendering.pay(card, None, limit),
        Err(PayRefusal::NothingLeft)
    );
    assert_eq!(
        Tendering::new(cents(901)).pay(settings.cash().unwrap(), Some(cents(200_000)), limit),
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

/// Any line a customer could ask for.
fn any_line() -> impl Strategy<Value = Line> {
    let discount = prop_oneof![
        Just(None),
        (1u32..=10_000).prop_map(|it| Some(Off::Percent(Percent(it)))),
        (1i64..2_000).prop_map(|it| Some(Off::Amount(cents(it)))),
    ];
    let price = prop_oneof![3 => Just(None), 1 => (1i64..5_000).prop_map(|it| Some(cents(it)))];
    (0u8..5, 1i64..5_000, 1u32..9, discount, price).prop_map(
        |(kind, amount, count, discount, price)| {
            let count = Quantity::pieces(count);
            let line = match kind {
                0 => Line::goods(product("a", "A", Unit::Piece, amount), count),
                1 => weight_of(product("b", "B", Unit::Kilogram, amount), amount),
                2 => Line::goods(
                    Product {
                        quantity_prices: vec![QuantityPrice {
                            count: 3,
                            price: cents(amount * 2),
                        }],
                        deposit: Some(cents(20)),
                        vat: VatRate(2000),
                        ..product("c", "A", Unit::Piece, amount)
                    },
                    count,
                ),
                3 => Line::of(
                    What::Free {
                        label: label("retour"),
                        price: cents(-amount),
                        vat: VatRate(550),
                    },
                    count,
                ),
                _ => Line::of(
                    What::DepositBack {
                        label: label("bocal"),
                        deposit: cents(20),
                    },
                    count,
                ),
            };
            Line {
                discount,
                price: price.filter(|_| kind < 3),
                ..line
            }
        },
    )
}

proptest! {
    /// Σ lines = Σ shares = Σ payments, whatever is on the ticket and however it is paid, and a
    /// reversed ticket takes back every cent of every owner.
    #[test]
    fn every_ticket_balances(lines in prop::collection::vec(any_line(), 1..12),
                             agreed in prop::option::of(0i64..20_000),
                             percent in prop::option::of(5_000u32..15_000),
                             card in 1i64..3_000) {
        let mut basket = basket(lines);
        basket.adjust(agreed.map(|it| Adjustment::Agreed(cents(it))));
        let priced = priced(&basket, percent.map(tariff).as_ref());
        let settings = settings();
        let limit = Money::MAX;
        let mut tendering = Tendering::new(priced.total);
        let by_card = settings.tender_by_letter('C').unwrap();
        let _ = tendering.pay(by_card, Some(cents(card)), limit);
        if !tendering.is_settled() {
            tendering.pay(settings.cash().unwrap(), None, limit).unwrap();
        }
        let ticket = ticket(priced, &tendering);
        prop_assert_eq!(ticket.check(), Ok(()));
        let original = Reversed { till: String::new(), epoch: 1, seq: 1, name: String::new() };
        let back = ticket.reversed(original, "test", 0);
        prop_assert_eq!(back.check(), Ok(()));
        for (there, back) in ticket.lines.iter().zip(&back.lines) {
            for (given, taken) in there.shares.iter().zip(&back.shares) {
                prop_assert_eq!(given.cents, -taken.cents);
            }
        }
    }

    /// Going back as many steps as were taken leaves nothing behind.
    #[test]
    fn undoing_everything_leaves_an_empty_basket(lines in prop::collection::vec(any_line(), 0..12)) {
        let mut basket = basket(lines);
        if !basket.is_empty() {
            let first = basket.lines()[0].clone();
            basket.change(0, Line { quantity: Quantity::pieces(2), ..first });
            basket.remove(0);
        }
        basket.adjust(Some(Adjustment::Agreed(cents(1))));
        while basket.undo().is_some() {}
        prop_assert!(basket.is_empty());
        prop_assert_eq!(basket.adjustment(), None);
    }

    #[test]
    fn the_pieces_of_an_amount_add_up(amount in 0i64..100_000) {
        let sum: i64 = pieces(cents(amount)).iter().map(|(value, count)| value.cents() * i64::from(*count)).sum();
        prop_assert_eq!(sum, amount);
    }
}

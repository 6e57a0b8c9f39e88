//! What is asked for is sold, priced and paid as at the till.

use etal::{
    domain::{
        asking::{Ask, Found, Span, Sums},
        ids::{Id, Mint, Uid, hex},
        label::Label,
        money::Money,
        ticket::LineKind,
        time::Moment,
    },
    store::Store,
};
use proptest::prelude::*;

use crate::stall::{answer, cents, detail, error, stall};

const SALE: &str = r#"{"uid":"000102030405060708090a0b0c0d0e0f","at":"2026-11-21T10:42:00+01:00",
    "lines":[{"code":"12","qty":"3"},{"code":"31","qty":"0.860"},{"quick":"L","amount":"4.50"}],
    "tariff":"juste","payments":[{"tender":"cash","given":"50"}],"paper":"carnet 3/17",
    "operator":"lea"}"#;

fn one_line(text: &str) -> String {
    text.lines().map(str::trim).collect()
}

#[test]
fn a_sale_is_answered_with_its_ticket_its_change_and_its_hash() {
    let mut store = stall();
    let answer = answer(&mut store, &one_line(SALE));
    let recorded = store
        .recorded(Uid([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]))
        .unwrap()
        .unwrap();
    assert_eq!(
        answer.to_string(),
        format!(
            r#"{{"change_cents":3649,"hash":"{}","number":1,"seq":{},"ticket":"A-1","total_cents":1351}}"#,
            hex(&recorded.hash),
            recorded.seq
        )
    );
    let detail = detail(&store, "A-1");
    assert_eq!(detail.operator, "lea");
    assert_eq!(
        detail.at,
        Moment::parse("2026-11-21T10:42:00+01:00").unwrap()
    );
    assert_eq!(detail.ticket.paper, Label::new("carnet 3/17"));
    assert_eq!(detail.ticket.lines[1].paid, cents(301));
    assert_eq!(detail.ticket.lines[2].kind, LineKind::Quick);
    assert_eq!(sums(&store).figures.turnover, cents(1351));
}

/// What the day brought.
fn sums(store: &Store) -> Sums {
    match store
        .answer(&Ask::Sums(Span::Day("2026-11-21".to_owned())))
        .unwrap()
    {
        Found::Sums(sums) => *sums,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_same_uid_is_the_same_ticket_whatever_else_the_line_says() {
    let mut store = stall();
    let first = answer(&mut store, &one_line(SALE));
    let end = store.last_ticket().unwrap();
    assert_eq!(answer(&mut store, &one_line(SALE)), first);
    let other = one_line(SALE).replace("\"12\"", "\"999\"");
    assert_eq!(
        answer(&mut store, &other),
        first,
        "even if the article is gone"
    );
    assert_eq!(store.last_ticket().unwrap(), end);
    assert_eq!(store.tickets_given(), 1);
    let goods = Mint::new([1; 32]).uid();
    let taken = format!(r#"{{"uid":"{goods}","lines":[{{"code":"12"}}],"payments":[]}}"#);
    assert_eq!(error(&mut store, &taken), "uid_taken");
}

#[test]
fn a_barcode_a_deposit_and_a_free_line_are_priced_as_the_till_does() {
    let mut store = stall();
    let line = r#"{"lines":[{"barcode":"3760123456784","qty":2},{"label":"Reprise","price":"2.37",
        "qty":"-1","vat":"5.5"},{"label":"Vrac","price":"9.45","qty":"0.5","vat":"5.5"}],
        "payments":[{"tender":"card"}]}"#;
    let answer = answer(&mut store, &one_line(line));
    assert_eq!(answer["total_cents"], 1440 - 237 + 473);
    assert_eq!(answer["change_cents"], 0);
    let kinds: Vec<LineKind> = detail(&store, "A-1")
        .ticket
        .lines
        .iter()
        .map(|it| it.kind)
        .collect();
    assert_eq!(
        kinds,
        [
            LineKind::Goods,
            LineKind::Deposit,
            LineKind::Goods,
            LineKind::Goods
        ]
    );
}

#[test]
fn several_means_pay_one_ticket_and_cash_goes_back_on_a_cheque() {
    let mut store = stall();
    let split = r#"{"lines":[{"code":12,"qty":10}],"payments":[{"tender":"card","given":"5"},
        {"tender":"other","given":"3","name":"Bon"},{"tender":"cash","given":"20"}]}"#;
    assert_eq!(answer(&mut store, &one_line(split))["change_cents"], 800);
    let back = r#"{"lines":[{"code":12}],"payments":[{"tender":"cheque","given":"12"},
        {"tender":"cash","given":"-10"}]}"#;
    assert_eq!(answer(&mut store, &one_line(back))["total_cents"], 200);
    let refund = r#"{"lines":[{"code":12,"qty":-2}],"payments":[{"tender":"cash"}]}"#;
    assert_eq!(answer(&mut store, &one_line(refund))["total_cents"], -400);
    let free = r#"{"lines":[{"label":"Goûter","price":"0","vat":"5.5"}]}"#;
    assert_eq!(answer(&mut store, &one_line(free))["total_cents"], 0);
    let kept = |tender: &str, name: Option<&str>| {
        let name = name.and_then(Label::new);
        let tenders = sums(&store).figures.tenders;
        let mine = tenders
            .iter()
            .find(|it| it.tender == Id::known(tender) && it.name == name);
        mine.unwrap().cents
    };
    assert_eq!(kept("cash", None), cents(1200 - 1000 - 400));
    assert_eq!(kept("cheque", None), cents(1200));
    assert_eq!(kept("other", Some("Bon")), cents(300));
}

proptest! {
    #[test]
    fn every_ticket_that_is_answered_balances(
        lines in prop::collection::vec((-5i64..5, 0i64..5000), 1..6),
        given in prop::collection::vec(-3000i64..9000, 0..4),
    ) {
        let mut store = stall();
        let lines: Vec<String> = lines
            .iter()
            .map(|(qty, price)| {
                let price = cents(*price).plain();
                format!(r#"{{"label":"x","price":"{price}","qty":{qty},"vat":"5.5"}}"#)
            })
            .collect();
        let payments: Vec<String> = given
            .iter()
            .zip(["cash", "other", "cheque", "card"])
            .map(|(given, tender)| {
                format!(r#"{{"tender":"{tender}","given":"{}"}}"#, cents(*given).plain())
            })
            .chain([r#"{"tender":"card"}"#.to_owned()])
            .collect();
        let sale = format!(r#"{{"lines":[{}],"payments":[{}]}}"#, lines.join(","), payments.join(","));
        if answer(&mut store, &sale).get("ticket").is_some() {
            let ticket = detail(&store, "A-1").ticket;
            prop_assert_eq!(ticket.check(), Ok(()));
            prop_assert_eq!(ticket.payments.iter().map(|it| it.cents).sum::<Money>(), ticket.total);
        }
    }
}

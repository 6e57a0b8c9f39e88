//! `etal ring` without its command line: lines in, answers out, tickets in a store in memory.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on stops")]

use std::{
    io::{BufRead, BufReader, Cursor, Read, Write},
    path::Path,
};

use etal::{
    app::ring::{ERRORS, Outcome, Strictness, ring},
    domain::{
        catalogue::{Code, OWN_PRODUCER, Product, State, Stocked},
        ids::{Id, Mint, hex},
        journal::{Fact, Proposal},
        label::Label,
        money::{Money, VatRate},
        quantity::{TypedIn, Unit},
        ticket::LineKind,
        time::Moment,
        views::TicketDetail,
    },
    store::{Opening, Store},
    ui::words::{Language, Words},
};
use proptest::prelude::*;
use serde_json::Value;

fn morning() -> Moment {
    Moment::parse("2026-11-21T08:00:00+01:00").unwrap()
}

fn cents(cents: i64) -> Money {
    Money::from_cents(cents).unwrap()
}

fn article(code: u32, label: &str, unit: Unit, price: i64, deposit: Option<i64>) -> Product {
    Product {
        id: Id::known(&format!("P{code:09}")),
        code: Code::new(code),
        barcodes: if code == 45 {
            vec!["3760123456784".into()]
        } else {
            Vec::new()
        },
        label: Label::new(label).unwrap(),
        unit,
        typed_in: TypedIn::Grams,
        price: cents(price),
        quantity_prices: Vec::new(),
        vat: VatRate(550),
        producer: Id::known(OWN_PRODUCER),
        department: None,
        deposit: deposit.map(cents),
        maximum: None,
        stock: Stocked::Counted,
        state: State::OnSale,
    }
}

/// A stall with salad (12), tomatoes by weight (31) and honey with a deposit (45).
fn stall() -> Store {
    let opening = Opening {
        dir: Path::new(""),
        machine: "machine-1".to_owned(),
        version: "etal test".to_owned(),
        at: morning(),
        seed: [7; 32],
        stall: Label::new("Marché de Die").unwrap(),
        till_name: Label::new("A").unwrap(),
    };
    let (mut store, _) = Store::in_memory(&opening).unwrap();
    let change = store.catalogue().unwrap().change_products(vec![
        article(12, "Salade", Unit::Piece, 200, None),
        article(31, "Tomates", Unit::Kilogram, 350, None),
        article(45, "Miel", Unit::Piece, 700, Some(20)),
    ]);
    let goods = Proposal {
        uid: Mint::new([1; 32]).uid(),
        at: morning(),
        operator: String::new(),
        fact: Fact::Catalogue(change),
    };
    store.append(goods, None).unwrap();
    store
}

fn rung(store: &mut Store, strict: Strictness, lines: &[u8]) -> (Outcome, Vec<Value>) {
    let words = Words::of(Language::French);
    // As if each time was another run of the program.
    let run = u8::try_from(store.tickets_given()).unwrap();
    let mut mint = Mint::new([100 + run; 32]);
    let mut out = Vec::new();
    let outcome = ring(lines, &mut out, store, strict, &words, morning, &mut mint).unwrap();
    let answers = out
        .lines()
        .map(|line| serde_json::from_str(&line.unwrap()).unwrap())
        .collect();
    (outcome, answers)
}

/// The one answer to one line.
fn answer(store: &mut Store, line: &str) -> Value {
    let (_, mut answers) = rung(store, Strictness::GoesOn, line.as_bytes());
    assert_eq!(answers.len(), 1, "{line}");
    answers.remove(0)
}

fn error(store: &mut Store, line: &str) -> String {
    let answer = answer(store, line);
    let id = answer["error"]
        .as_str()
        .unwrap_or_else(|| panic!("{answer}"));
    assert!(ERRORS.contains(&id), "{id} is not in the list");
    let message = answer["message"].as_str().unwrap();
    assert!(message.ends_with("Rien n’est enregistré."), "{message}");
    assert!(
        !message.contains('\u{2068}') && !message.contains("{$"),
        "{message}"
    );
    id.to_owned()
}

fn detail(store: &Store, name: &str) -> TicketDetail {
    store.ticket_named(name).unwrap().unwrap()
}

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
        .recorded(etal::domain::ids::Uid([
            0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
        ]))
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
    assert_eq!(store.day_totals("2026-11-21").unwrap().total, cents(1351));
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
    use LineKind::{Deposit, Goods};
    assert_eq!(kinds, [Goods, Deposit, Goods, Goods]);
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
        let totals = store.day_totals("2026-11-21").unwrap().tenders;
        let mine = |it: &&etal::store::TenderTotal| {
            it.tender == Id::known(tender) && it.name == name.and_then(Label::new)
        };
        totals.iter().find(mine).unwrap().total
    };
    assert_eq!(kept("cash", None), cents(1200 - 1000 - 400));
    assert_eq!(kept("cheque", None), cents(1200));
    assert_eq!(kept("other", Some("Bon")), cents(300));
}

/// Lines that are refused, and by which name.
const REFUSED: &[(&str, &str)] = &[
    ("[]", "not_json"),
    ("{\"lines\":[}", "not_json"),
    ("{} {}", "not_json"),
    (r#"{"lines":[],"discount":"5"}"#, "unknown_field"),
    (r#"{"lines":[{"code":"12","price":"1"}]}"#, "unknown_field"),
    (r#"{"lines":[{"code":"12","label":"x"}]}"#, "unknown_field"),
    (
        r#"{"lines":[{"code":"12","qty":"1","qty":"2"}]}"#,
        "repeated_field",
    ),
    (r#"{"lines":[{"qty":"1"}]}"#, "missing_field"),
    (r#"{"lines":[{"quick":"l"}]}"#, "missing_field"),
    (r#"{"lines":[{"label":"x","price":"1"}]}"#, "missing_field"),
    (r#"{"lines":["12"]}"#, "bad_value"),
    (r#"{"lines":"12"}"#, "bad_value"),
    (r#"{"lines":[{"code":"12","qty":0.5}]}"#, "bad_value"),
    (r#"{"lines":[{"code":"12","qty":"1e3"}]}"#, "bad_value"),
    (r#"{"lines":[{"code":"31","qty":"0.8605"}]}"#, "bad_value"),
    (r#"{"lines":[{"quick":"l","amount":"-4"}]}"#, "bad_value"),
    (
        r#"{"lines":[{"label":"\u0007","price":"1","vat":"5.5"}]}"#,
        "bad_value",
    ),
    (r#"{"uid":"12","lines":[{"code":"12"}]}"#, "bad_value"),
    (
        r#"{"at":"2026-11-21T10:42:00","lines":[{"code":"12"}]}"#,
        "bad_value",
    ),
    (r#"{"member":"0117","lines":[{"code":"12"}]}"#, "no_members"),
    (
        r#"{"tariff":"solidaire","lines":[{"code":"12"}]}"#,
        "no_tariffs",
    ),
    (r#"{"lines":[]}"#, "empty_ticket"),
    (r#"{"payments":[{"tender":"cash"}]}"#, "empty_ticket"),
    (r#"{"lines":[{"code":"13"}]}"#, "unknown_code"),
    (r#"{"lines":[{"code":"salade"}]}"#, "unknown_code"),
    (
        r#"{"lines":[{"barcode":"4006381333931"}]}"#,
        "unknown_barcode",
    ),
    (
        r#"{"lines":[{"quick":"z","amount":"1"}]}"#,
        "unknown_quick_key",
    ),
    (
        r#"{"lines":[{"quick":"ll","amount":"1"}]}"#,
        "unknown_quick_key",
    ),
    (r#"{"lines":[{"code":"12","qty":"0"}]}"#, "zero_quantity"),
    (r#"{"lines":[{"code":"12","qty":"0.5"}]}"#, "by_the_piece"),
    (
        r#"{"lines":[{"label":"x","price":"1","vat":"7"}]}"#,
        "unknown_vat",
    ),
    (
        r#"{"lines":[{"label":"x","price":"9999999","qty":"9","vat":"0"}]}"#,
        "too_much",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"gold"}]}"#,
        "unknown_tender",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","name":"x"}]}"#,
        "name_not_taken",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"card"},{"tender":"cash"}]}"#,
        "nothing_left",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":0}]}"#,
        "bad_value",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"card","given":"5"}]}"#,
        "no_change",
    ),
    (
        r#"{"lines":[{"code":"12","qty":"501"}],"payments":[{"tender":"cash"}]}"#,
        "cash_limit",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":"5000"}]}"#,
        "too_much_given",
    ),
    (
        r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash","given":"1"}]}"#,
        "not_paid",
    ),
    (r#"{"lines":[{"code":"12"}]}"#, "not_paid"),
];

#[test]
fn what_is_refused_is_named_and_nothing_of_it_is_written() {
    let mut store = stall();
    let before = store.verify(etal::store::Depth::Links).unwrap().entries;
    for (line, id) in REFUSED {
        assert_eq!(error(&mut store, line), *id, "{line}");
    }
    let many = format!(
        r#"{{"lines":[{}]}}"#,
        vec![r#"{"quick":"l","amount":1}"#; 1001].join(",")
    );
    assert_eq!(error(&mut store, &many), "too_many_lines");
    assert_eq!(error(&mut store, &" ".repeat(1 << 21)), "line_too_long");
    let (_, answers) = rung(&mut store, Strictness::GoesOn, b"{\"paper\":\"\xff\"}");
    assert_eq!(answers[0]["error"], "not_json");
    assert_eq!(
        store.verify(etal::store::Depth::Links).unwrap().entries,
        before
    );
}

#[test]
fn answers_keep_the_order_and_a_refusal_stops_nothing_unless_asked_to() {
    let good = r#"{"lines":[{"code":"12"}],"payments":[{"tender":"cash"}]}"#;
    let lines = format!(
        "\u{feff}{good}\r\n\n{{\n{good}\n{}\n{good}",
        "x".repeat(3 << 20)
    );
    let (outcome, answers) = rung(&mut stall(), Strictness::GoesOn, lines.as_bytes());
    assert_eq!(
        outcome,
        Outcome {
            rung: 3,
            refused: 2
        }
    );
    let shape: Vec<String> = answers
        .iter()
        .map(|it| {
            it.get("ticket")
                .or_else(|| it.get("line"))
                .unwrap()
                .to_string()
        })
        .collect();
    assert_eq!(shape, ["\"A-1\"", "3", "\"A-2\"", "5", "\"A-3\""]);
    let (outcome, answers) = rung(&mut stall(), Strictness::Stops, lines.as_bytes());
    assert_eq!(
        outcome,
        Outcome {
            rung: 1,
            refused: 1
        }
    );
    assert_eq!(answers.len(), 2);
}

/// A pipe whose other end sends its next line only when it has the answer to the last.
struct Partner<'a> {
    waiting: Cursor<Vec<u8>>,
    answers: &'a std::cell::Cell<usize>,
    sent: usize,
}

impl Read for Partner<'_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        assert_eq!(
            self.answers.get(),
            self.sent,
            "asked for more before it answered"
        );
        let mut line = Vec::new();
        self.waiting.read_until(b'\n', &mut line)?;
        self.sent += usize::from(!line.is_empty());
        into[..line.len()].copy_from_slice(&line);
        Ok(line.len())
    }
}

struct Answers<'a>(&'a std::cell::Cell<usize>, usize);

impl Write for Answers<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.1 += bytes.iter().filter(|it| **it == b'\n').count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.0.set(self.1);
        Ok(())
    }
}

#[test]
fn a_partner_may_wait_for_each_answer() {
    let answers = std::cell::Cell::new(0);
    let lines =
        "{\"lines\":[{\"code\":\"12\"}],\"payments\":[{\"tender\":\"cash\"}]}\n{\n".repeat(5);
    let partner = Partner {
        waiting: Cursor::new(lines.into_bytes()),
        answers: &answers,
        sent: 0,
    };
    let outcome = ring(
        BufReader::new(partner),
        Answers(&answers, 0),
        &mut stall(),
        Strictness::GoesOn,
        &Words::of(Language::English),
        morning,
        &mut Mint::new([5; 32]),
    );
    assert_eq!(
        outcome.unwrap(),
        Outcome {
            rung: 5,
            refused: 5
        }
    );
}

proptest! {
    #[test]
    fn no_line_breaks_the_till(line in "\\PC{0,60}|[\\[\\]{}\":,a-z0-9.-]{0,60}") {
        let (outcome, answers) = rung(&mut stall(), Strictness::GoesOn, line.as_bytes());
        prop_assert_eq!(outcome.rung, 0);
        prop_assert_eq!(u64::try_from(answers.len()).unwrap(), outcome.refused);
    }

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

//! Members, tariffs, tokens, notes and the fund, as scripts ring them: by the rules of the screen.

use etal::{
    domain::{
        ids::Id,
        money::{Money, Percent},
        settings::Bearer,
        ticket::{LineKind, Owner, Ticket},
    },
    store::Store,
};

use crate::stall::{answer, balance, cents, detail, error, stall, stall_with_members};

fn ticket(store: &Store, name: &str) -> Ticket {
    detail(store, name).ticket
}

/// What a ticket moves on the ledger of an owner, in cents.
fn share(ticket: &Ticket, owner: Owner) -> i64 {
    let shares = ticket.lines.iter().flat_map(|it| &it.shares);
    let mine = shares.filter(|it| it.to == owner).map(|it| it.cents);
    mine.sum::<Money>().cents()
}

#[test]
fn a_member_pays_up_to_her_limit_and_the_rest_in_cash() {
    let mut store = stall_with_members();
    let sale = |payments: &str| {
        format!(
            r#"{{"member":"117","lines":[{{"code":"12","qty":3}},{{"code":"31","qty":"0.860"}}],
               "payments":[{payments}]}}"#
        )
        .replace('\n', "")
    };
    let all = sale(r#"{"tender":"account"}"#);
    assert_eq!(error(&mut store, &all), "over_limit");
    assert_eq!(balance(&store, "0117"), 600);
    let split = sale(r#"{"tender":"account","given":"6"},{"tender":"cash"}"#);
    assert_eq!(answer(&mut store, &split)["total_cents"], 901);
    assert_eq!(balance(&store, "0117"), 0);
    // A card finds the account too, and a tab lets it go below zero.
    let tab =
        r#"{"member":"90018","lines":[{"code":"12","qty":3}],"payments":[{"tender":"account"}]}"#;
    assert_eq!(answer(&mut store, tab)["total_cents"], 600);
    assert_eq!(balance(&store, "118"), -1_000);
    assert_eq!(error(&mut store, tab), "over_limit");
    let cash = r#"{"member":"118","lines":[{"code":"12"}],"payments":[{"tender":"cash"}]}"#;
    answer(&mut store, cash);
    let paid = ticket(&store, "A-3");
    assert_eq!(paid.payments[0].of, None, "who pays cash leaves no trace");
}

#[test]
fn a_top_up_is_no_turnover_and_no_more_is_paid_out_than_there_is() {
    let mut store = stall_with_members();
    let line = r#"{"member":"0117","lines":[{"top_up":"30"},{"top_up":"4","member":"118"},
        {"label":"Pain","price":"4","vat":"5.5"}],"payments":[{"tender":"card"}]}"#;
    let line = line.replace('\n', "");
    assert_eq!(answer(&mut store, &line)["total_cents"], 3_800);
    assert_eq!(
        (balance(&store, "0117"), balance(&store, "118")),
        (3_600, 0)
    );
    let sold = ticket(&store, "A-1");
    assert_eq!(sold.vat.iter().map(|it| it.paid.cents()).sum::<i64>(), 400);
    assert_eq!(sold.lines[0].kind, LineKind::TopUp);
    assert_eq!(sold.lines[0].label.as_str(), "Recharge");
    let out = |sum: &str| {
        format!(
            r#"{{"member":"0117","lines":[{{"top_up":"-{sum}"}}],"payments":[{{"tender":"cash"}}]}}"#
        )
    };
    assert_eq!(error(&mut store, &out("36.01")), "over_limit");
    assert_eq!(answer(&mut store, &out("36"))["total_cents"], -3_600);
    assert_eq!(balance(&store, "0117"), 0);
}

#[test]
fn a_tariff_is_its_name_its_id_or_its_letter() {
    let mut store = stall();
    for (said, total) in [
        ("accessible", 195),
        ("A", 195),
        ("solidaire", 375),
        ("s", 375),
        ("juste", 301),
        ("fair", 301),
    ] {
        let line = format!(
            r#"{{"tariff":"{said}","lines":[{{"code":"31","qty":"0.860"}}],"payments":[{{"tender":"card"}}]}}"#
        );
        assert_eq!(answer(&mut store, &line)["total_cents"], total, "{said}");
    }
    let accessible = ticket(&store, "A-1");
    assert_eq!(share(&accessible, Owner::Pot), -106);
    assert_eq!(share(&accessible, Owner::Producer), 301);
    assert_eq!(accessible.tariff.map(|it| it.percent), Some(Percent(6_500)));
    assert_eq!(ticket(&store, "A-5").tariff, None);
}

#[test]
fn a_discount_says_who_bears_it() {
    let mut store = stall();
    let line = r#"{"discount":"10%","borne":"coop","lines":[{"code":"12","qty":2,
        "discount":"0.50","borne":"producer"},{"code":"12"}],"payments":[{"tender":"card"}]}"#;
    assert_eq!(
        answer(&mut store, &line.replace('\n', ""))["total_cents"],
        495
    );
    let sold = ticket(&store, "A-1");
    let borne: Vec<_> = sold.lines[0]
        .discounts
        .iter()
        .map(|it| (it.by, it.cents))
        .collect();
    assert_eq!(
        borne,
        [(Bearer::Producer, cents(50)), (Bearer::Coop, cents(35))]
    );
    assert_eq!(sold.lines[1].discounts[0].by, Bearer::Coop);
}

#[test]
fn jars_come_back_and_tokens_pay_without_change() {
    let mut store = stall();
    let back = r#"{"lines":[{"deposit_back":"0.20","qty":3}],"payments":[{"tender":"cash"}]}"#;
    assert_eq!(answer(&mut store, back)["total_cents"], -60);
    let tokens = r#"{"lines":[{"code":"45"}],"payments":[{"tender":"token","pieces":5},{"tender":"cash","given":"5"}]}"#;
    assert_eq!(answer(&mut store, tokens)["change_cents"], 280);
    let paid = ticket(&store, "A-2").payments;
    assert_eq!((paid[0].pieces, paid[0].cents), (Some(5), cents(500)));
}

#[test]
fn the_fund_gives_what_it_has_and_no_more_than_its_caps() {
    let mut store = stall();
    let gift =
        |sum: &str| format!(r#"{{"lines":[{{"gift":"{sum}"}}],"payments":[{{"tender":"card"}}]}}"#);
    answer(&mut store, &gift("6"));
    let use_it = |sum: &str| {
        format!(
            r#"{{"lines":[{{"code":"12","qty":10}}],"payments":[{{"tender":"fund","given":"{sum}"}},{{"tender":"cash"}}]}}"#
        )
    };
    assert_eq!(error(&mut store, &use_it("6.01")), "fund_limit");
    answer(&mut store, &use_it("6"));
    assert_eq!(error(&mut store, &use_it("1")), "fund_limit");
    answer(&mut store, &gift("100"));
    assert_eq!(error(&mut store, &use_it("10.01")), "ticket_cap");
    for _ in 0..4 {
        answer(&mut store, &use_it("10"));
    }
    assert_eq!(error(&mut store, &use_it("4.01")), "day_cap");
    answer(&mut store, &use_it("4"));
}

#[test]
fn a_credit_note_is_used_once_and_its_rest_is_another() {
    let mut store = stall();
    let back = r#"{"lines":[{"code":"12","qty":-2}],"payments":[{"tender":"credit_note"}]}"#;
    assert_eq!(answer(&mut store, back)["total_cents"], -400);
    assert_eq!(
        ticket(&store, "A-1").payments[0].of,
        Some(Id::known("A-1V"))
    );
    let buy = r#"{"lines":[{"code":"12"}],"payments":[{"tender":"credit_note","note":"a-1v"}]}"#;
    assert_eq!(answer(&mut store, buy)["total_cents"], 200);
    assert_eq!(error(&mut store, buy), "note_used");
    let rest = ticket(&store, "A-2").payments;
    assert_eq!(
        (rest[1].cents, rest[1].of.clone()),
        (cents(-200), Some(Id::known("A-2V")))
    );
    let twice = r#"{"lines":[{"code":"12","qty":4}],"payments":[{"tender":"credit_note","note":"A-2V"},{"tender":"credit_note","note":"A-2V"},{"tender":"cash"}]}"#;
    assert_eq!(error(&mut store, twice), "note_used");
}

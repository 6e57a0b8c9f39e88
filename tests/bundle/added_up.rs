//! Every column that can be added up comes to what the closing says, in the files of people and of
//! machines.

use etal::domain::{ids::Id, money::Money, ticket::Owner};

use crate::{
    counter::cents,
    day::{Row, bundle, closed_day, euros, rows, whole},
};

fn of<'r>(rows: &'r [Row], column: &str, value: &str) -> impl Iterator<Item = &'r Row> {
    rows.iter().filter(move |it| it[column] == value)
}

#[test]
fn tickets_come_to_the_turnover() {
    let (market, closing) = closed_day();
    let figures = &closing.figures;
    let rows = rows(&bundle(&market, &closing.name), "tickets.csv");
    assert_eq!(euros(&rows, "Chiffre d’affaires €"), figures.turnover);
    assert_eq!(
        whole(&rows, "Ventes"),
        i64::try_from(figures.tickets).unwrap()
    );
    assert_eq!(
        whole(&rows, "Lignes"),
        i64::try_from(figures.lines).unwrap()
    );
    let tax: Money = figures.vat.iter().map(|it| it.tax).sum();
    assert_eq!(euros(&rows, "TVA comprise €"), tax);
    assert_eq!(of(&rows, "Annule", "A-4").count(), 1);
    assert!(figures.turnover > Money::ZERO && figures.back > Money::ZERO);
}

#[test]
fn payments_come_to_what_each_means_brought() {
    let (market, closing) = closed_day();
    let figures = &closing.figures;
    let bundle = bundle(&market, &closing.name);
    let people = rows(&bundle, "payments.csv");
    let data = rows(&bundle, "data/payments.csv");
    for (means, tender) in [
        ("Espèces", "cash"),
        ("Carte", "card"),
        ("Chèque", "cheque"),
        ("Compte adhérent", "account"),
    ] {
        let brought = figures.brought(&Id::known(tender));
        assert_eq!(euros(of(&people, "Moyen", means), "Montant €"), brought);
        let amount = whole(of(&data, "tender", tender), "amount");
        assert_eq!(amount, brought.cents(), "{tender}");
    }
}

#[test]
fn producers_come_to_the_turnover_with_what_is_nobodys_yet() {
    let (market, closing) = closed_day();
    let rows = rows(&bundle(&market, &closing.name), "producers.csv");
    assert_eq!(euros(&rows, "Ventes €"), closing.figures.turnover);
    assert_eq!(euros(&rows, "Commission €"), closing.figures.commission);
    assert_eq!(euros(&rows, "Équilibre €"), closing.figures.pot);
    for it in &closing.figures.producers {
        let hers: Vec<&Row> = of(&rows, "Identifiant", it.id.as_str()).collect();
        assert_eq!(euros(hers.clone(), "Ventes €"), it.sales, "{}", it.name);
        assert_eq!(euros(hers, "Part €"), it.share, "{}", it.name);
    }
    let nobodys = of(&rows, "Producteur", "À attribuer à un producteur");
    assert_eq!(euros(nobodys, "Part €"), cents(250));
    let settled = of(&rows, "Producteur", "BRUNO");
    assert_eq!(euros(settled, "Réglé €"), cents(300));
    // The stall owes itself nothing.
    assert_eq!(euros(&rows, "À reverser €"), cents(465 + 470));
}

#[test]
fn articles_come_to_the_turnover_and_the_vat() {
    let (market, closing) = closed_day();
    let rows = rows(&bundle(&market, &closing.name), "articles.csv");
    assert_eq!(euros(&rows, "Ventes €"), closing.figures.turnover);
    for rate in &closing.figures.vat {
        let percent = rate.rate.plain().replace('.', ",");
        let mine: Vec<&Row> = of(&rows, "TVA %", &percent).collect();
        assert_eq!(euros(mine.clone(), "Ventes €"), rate.paid, "{percent}");
        assert_eq!(euros(mine.clone(), "HT €"), rate.net, "{percent}");
        assert_eq!(euros(mine, "TVA €"), rate.tax, "{percent}");
    }
    assert!(closing.figures.vat.len() > 1);
}

#[test]
fn lines_payments_and_cash_come_to_what_should_be_in_the_drawer() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let cash = rows(&bundle, "data/cash.csv");
    let payments = rows(&bundle, "data/payments.csv");
    let float = whole(of(&cash, "what", "float"), "amount");
    let moved = whole(of(&cash, "tender", "cash"), "moves");
    let taken = whole(of(&payments, "tender", "cash"), "amount");
    let row = &closing.means.iter().find(|it| it.tender.as_str() == "cash");
    let row = row.unwrap();
    assert_eq!(float + moved + taken, row.expected.cents());
    assert_eq!(float, 15_000);
    // One more sale after the count: what was missing is missing all the same.
    let count = cash
        .iter()
        .rfind(|it| it["what"] == "count" && it["tender"] == "cash");
    let counted: i64 = count.unwrap()["amount"].parse().unwrap();
    assert_eq!(row.counted.unwrap().cents(), counted + 101);
    assert_eq!(row.difference().unwrap(), cents(-200));
}

#[test]
fn shares_of_lines_and_moves_of_accounts_come_to_others_money() {
    let (market, closing) = closed_day();
    let bundle = bundle(&market, &closing.name);
    let lines = rows(&bundle, "data/lines.csv");
    for line in &lines {
        let shares = [
            "producer",
            "commission",
            "pot",
            "unattributed",
            "deposit",
            "account",
            "fund",
            "credit_note",
        ];
        let each = shares.map(|it| whole([line], &format!("share_{it}")));
        assert_eq!(each.iter().sum::<i64>(), whole([line], "paid"), "{line:?}");
    }
    let members = rows(&bundle, "data/members.csv");
    let (came, went) = closing.figures.owner(Owner::Account);
    assert_eq!(whole(&members, "moves"), came.cents() - went.cents());
    assert_eq!(members.len(), 5, "opening, transfer twice, top-up, payment");
    let (came, went) = closing.figures.owner(Owner::Fund);
    let fund = whole(&lines, "share_fund");
    assert_eq!((fund, came.cents()), (came.cents() - went.cents(), 200));
}

#[test]
fn what_came_back_lost_is_not_on_the_stall_again() {
    let (market, closing) = closed_day();
    let stock = rows(&bundle(&market, &closing.name), "data/stock.csv");
    let lost = of(&stock, "ticket", "A-8").next().unwrap();
    assert_eq!((&*lost["quantity"], &*lost["moves"]), ("-1000", "0"));
    let brought = of(&stock, "what", "delivered").next().unwrap();
    assert_eq!(brought["moves"], "60000");
    let left = market.store.left().unwrap();
    let code = of(&stock, "code", "4");
    assert_eq!(
        whole(code, "moves"),
        left[&Id::known("P000000004")].thousandths()
    );
}

#[test]
fn the_next_closing_says_what_the_drawers_began_with() {
    let (mut market, first) = closed_day();
    let lines = vec![market.goods(1, 1)];
    market.sell(lines, &[("cash", 101, None)]);
    let second = market.close(15_000).closing;
    let bundle = bundle(&market, &second.name);
    let cash = rows(&bundle, "data/cash.csv");
    let left: Vec<&Row> = of(&cash, "what", "left").collect();
    let previous = second.previous.as_ref().unwrap();
    assert_eq!(left[0]["seq"], previous.place.seq.to_string());
    let euros = left.iter().find(|it| it["tender"] == "cash").unwrap();
    assert_eq!(euros["amount"], "4000");
    assert_eq!(first.decided.unwrap().left[0].cents, cents(4_000));
    assert_eq!(rows(&bundle, "tickets.csv").len(), 1);
    assert!(crate::day::text(&bundle, "closing.csv").contains("repris, non compté"));
}

#[test]
fn a_ticket_of_a_day_that_was_closed_is_late_and_counts_in_the_next_closing() {
    let (mut market, _) = closed_day();
    for time in ["2026-11-21T09:00:00+01:00", "2026-11-22T09:00:00+01:00"] {
        market.at_time(time);
        let lines = vec![market.goods(1, 1)];
        market.sell(lines, &[("cash", 101, None)]);
    }
    let closing = market.close(0).closing;
    assert_eq!((&*closing.label, closing.late.len()), ("2026-11-22", 1));
    let bundle = bundle(&market, &closing.name);
    let rows = rows(&bundle, "tickets.csv");
    let late: Vec<&str> = rows.iter().map(|it| &*it["En retard"]).collect();
    assert_eq!(late, ["oui", ""]);
    assert_eq!(rows[0]["Jour de marché"], "2026-11-21");
    assert!(crate::day::text(&bundle, "closing.csv").contains("\"Marché du 2026-11-21\";\"1\""));
    assert_eq!(bundle.name, "2026-11-22_A-e1_Z0002");
}

#[test]
fn the_closing_of_a_month_that_is_over_stands_in_the_next_days_segment() {
    let (mut market, _) = closed_day();
    market.at_time("2026-12-05T09:00:00+01:00");
    let lines = vec![market.goods(1, 1)];
    market.sell(lines, &[("cash", 101, None)]);
    let closing = market.close(0).closing;
    let bundle = bundle(&market, &closing.name);
    let journal = rows(&bundle, "data/journal.csv");
    let closings: Vec<&Row> = of(&journal, "kind", "closing").collect();
    assert_eq!(closings.len(), 2);
    assert!(closings[0]["payload"].contains("\"name\":\"A-M1\""));
    assert_eq!(journal.last(), Some(closings[1]));
    assert_eq!(bundle.name, "2026-12-05_A-e1_Z0002");
    let tickets = rows(&bundle, "tickets.csv");
    assert_eq!(euros(&tickets, "Chiffre d’affaires €"), cents(101));
}

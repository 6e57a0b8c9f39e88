//! Twelve tickets written for this test, with everything in them that made the ten days hard:
//! change, a void pair, a weight, a gift, a refund, a coupon, a tab, an open department, tax, cash
//! back on a cheque, half a cent, a tab settled by nothing, a deposit, two customers under one
//! number, a cancelled ticket and one for training.

use std::collections::BTreeMap;

use crate::{checked, closed, convert::Cause, corepos, oracle, shop, table};

const ROWS: &[u8] = include_bytes!("excerpt.csv");
const DAYS: &[u8] = include_bytes!("excerpt_daily.csv");

#[test]
fn two_days_of_every_kind_of_ticket_close_to_the_cent() {
    let trade = corepos::read(ROWS);
    let dir = tempfile::tempdir().unwrap();
    let mut store = shop::open(dir.path());
    closed::day_by_day(&trade, &oracle::read(DAYS), &mut store);
    checked::bundles_hold(&store);
    checked::a_forger_with_the_key_is_given_away_by_the_sums(&store, dir.path());
}

#[test]
fn twelve_tickets_of_every_kind_match_to_the_cent() {
    let trade = corepos::read(ROWS);
    assert_eq!((trade.cancelled_rows, trade.training_rows), (2, 1));
    let dir = tempfile::tempdir().unwrap();
    let mut store = shop::open(dir.path());
    let causes = table::replay(&trade, &oracle::read(DAYS), &mut store);
    let counted = BTreeMap::from([
        (Cause::NoTender, 1),
        (Cause::HalfCent, 1),
        (Cause::OwnAmount, 1),
        (Cause::FourDecimals, 2),
        (Cause::NotInOracle, 1),
    ]);
    assert_eq!(causes, counted);

    let moved = |day: &str, number: u32| -> Vec<(String, i64)> {
        let ticket = &shop::tickets(&store, day)[&format!("{day} 7-21-{number}")];
        let rows = ticket.payments.iter();
        rows.map(|it| {
            let name = it
                .name
                .as_ref()
                .map_or(it.tender.as_str(), |name| name.as_str());
            (name.to_owned(), it.cents.cents())
        })
        .collect()
    };
    let rows = |rows: &[(&str, i64)]| -> Vec<(String, i64)> {
        rows.iter()
            .map(|(name, cents)| ((*name).to_owned(), *cents))
            .collect()
    };
    let saturday = |number| moved("2026-05-02", number);
    assert_eq!(saturday(1), rows(&[("cash", 1000), ("cash", -194)]));
    assert_eq!(saturday(3), rows(&[("cash", -401)]), "paid out");
    assert_eq!(saturday(4), rows(&[("Coupon", 150), ("cheque", 1050)]));
    assert_eq!(saturday(5), rows(&[("In-store charge", 877)]));
    let sunday = |number| moved("2026-05-03", number);
    assert_eq!(sunday(7), rows(&[("cheque", 2000), ("cash", -1200)]));
    assert_eq!(sunday(8), rows(&[("card", 473)]), "half a cent is not lost");
    assert_eq!(
        sunday(10),
        rows(&[("card", 450), ("cash", 500), ("cash", -50)])
    );
}

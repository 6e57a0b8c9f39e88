//! A thousand tickets: how long their files take is printed, `--nocapture` shows it.

use std::time::Instant;

use etal::exchange::bundle::files;

use crate::{
    day::{rows, segment},
    market::market,
};

#[test]
fn a_thousand_tickets_are_all_there() {
    let mut market = market();
    for _ in 0..1_000 {
        let lines = vec![market.goods(1, 1), market.goods(4, 2), market.goods(7, 1)];
        market.sell(lines, &[("cash", 416, None)]);
    }
    let closing = market.close(0).closing;
    let segment = segment(&market, &closing.name);
    let begun = Instant::now();
    let bundle = files(&segment).unwrap();
    let took = begun.elapsed();
    let bytes: usize = bundle.files.iter().map(|it| it.1.len()).sum();
    println!("1,000 tickets: {bytes} bytes in {took:?}");
    assert_eq!(rows(&bundle, "tickets.csv").len(), 1_000);
    assert_eq!(rows(&bundle, "data/lines.csv").len(), 3_000);
}

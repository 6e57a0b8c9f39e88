//! A thousand tickets are a thousand rows; how long their files take is in `benches/day.rs`.

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
    let bundle = files(&segment).unwrap();
    assert_eq!(rows(&bundle, "tickets.csv").len(), 1_000);
    assert_eq!(rows(&bundle, "data/lines.csv").len(), 3_000);
}

//! The same closing gives the same bytes for ever.

use etal::{exchange::bundle::files, store::Store};

use crate::{
    counter::{morning, opening},
    day::{bundle, closed_day, segment},
    market::Market,
};

#[test]
fn made_again_and_after_more_sales_and_another_closing() {
    let (mut market, closing) = closed_day();
    let first = bundle(&market, &closing.name);
    assert_eq!(bundle(&market, &closing.name), first);
    let lines = vec![market.goods(1, 2)];
    market.sell(lines, &[("cash", 202, None)]);
    assert_eq!(bundle(&market, &closing.name), first);
    market.close(1_000);
    assert_eq!(bundle(&market, &closing.name), first);
}

#[test]
fn what_the_catalogue_says_today_changes_nothing() {
    let (mut market, closing) = closed_day();
    let first = bundle(&market, &closing.name);
    let mut product = market.goods(1, 1).product().unwrap().clone();
    product.label = crate::market::label("Autre nom");
    let proposal = market.counter.stock_up(vec![product]);
    market.store.append(proposal, None).unwrap();
    assert_eq!(bundle(&market, &closing.name), first);
}

#[test]
fn after_the_database_is_made_anew() {
    let dir = tempfile::tempdir().unwrap();
    let (store, _) = Store::open(&opening(dir.path())).unwrap();
    let mut market = Market::at(store);
    let lines = vec![market.goods(1, 2)];
    market.sell(lines, &[("cash", 202, None)]);
    let closing = market.close(0).closing;
    let first = bundle(&market, &closing.name);
    market.store.close().unwrap();
    let mut later = opening(dir.path());
    later.at = morning();
    later.at.utc_ms += 86_400_000;
    Store::rebuild(&later).unwrap();
    let (store, _) = Store::open(&later).unwrap();
    let again = store.segment(&closing.name).unwrap().unwrap();
    assert_eq!(files(&again).unwrap(), first);
}

#[test]
fn the_folder_of_a_segment_is_told_without_reading_it() {
    let (market, closing) = closed_day();
    let segment = segment(&market, &closing.name);
    let (epoch, identity) = &segment.identities[0];
    let name = etal::exchange::bundle::folder(identity, *epoch, &closing);
    assert_eq!(name, "2026-11-21_A-e1_Z0001");
    assert_eq!(files(&segment).unwrap().name, name);
}

//! Two tins of euros: what stays and what leaves adds up as in one drawer.

use etal::{
    domain::{
        day::{Cash, CashWay},
        ids::Id,
        journal::Fact,
        settings::{SettingsChange, Tender, TenderKind},
    },
    ui::{closing::Step, words::Language},
};

use crate::{
    end::{closings, reopened, store, write},
    kit::{self, cents, label},
};

#[test]
fn a_second_tin_of_euros_keeps_no_market_open() {
    let mut store = store();
    let mut tin = Tender::of(Id::known("tin"), Some('X'), TenderKind::Cash);
    tin.name = Some(label("Boîte 2"));
    let mut tenders = store.settings().unwrap().tenders;
    tenders.push(tin.clone());
    let settings = SettingsChange {
        tenders: Some(tenders),
        ..SettingsChange::default()
    };
    write(
        &mut store,
        "2026-11-21T07:40:00+01:00",
        Fact::Settings(settings),
    );
    assert_eq!(store.settings().unwrap().check(), Ok(()));
    let float = Cash::by(&tin, CashWay::In, cents(2_000));
    write(&mut store, "2026-11-21T07:50:00+01:00", Fact::Cash(float));
    let mut stall = kit::open(store, Language::French, None);
    stall.press("12<enter><enter><enter>").rest();
    let mut stall = reopened(stall.into_store(), Some(Step::Seal));
    stall.press("9Z<enter>").rest();
    let closed = closings(&stall);
    assert_eq!(closed.len(), 1, "{}", stall.screen());
    let decided = closed[0].decided.as_ref().unwrap();
    let stays: i64 = decided.left.iter().map(|it| it.cents.cents()).sum();
    assert_eq!(stays, 17_000, "{decided:?}");
}

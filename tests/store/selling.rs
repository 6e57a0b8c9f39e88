//! A folder becomes a till, sells, is killed and comes back.

use crate::counter::{Counter, DAY, cents, morning, opening, product, sums, tickets, till};
use etal::{
    domain::{
        facts::{StockWay, Why},
        ids::Id,
        journal::{Fact, extract},
        quantity::Quantity,
        views::Novelty,
    },
    store::{JobState, NewJob, Note, Start, Store, StoreError},
};

#[test]
fn a_new_folder_is_a_till_that_can_sell_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::New);
    assert_eq!(store.settings().unwrap().check(), Ok(()));
    assert_eq!(store.catalogue().unwrap().quick_keys().len(), 6);
    assert_eq!(store.drafts().unwrap(), "");
    let mut counter = Counter::of(&store);
    let goods = counter.stock_up(vec![product(12, 200)]);
    store.append(goods, None).unwrap();
    let recorded = store
        .append(counter.pieces(&[12, 12, 12]), Some("{}"))
        .unwrap();
    assert_eq!(recorded.ticket, Some((1, "A-1".to_owned())));
    assert_eq!(recorded.business_day, DAY);
    assert_eq!(store.drafts().unwrap(), "{}");
    let record = store.last_ticket().unwrap().unwrap();
    assert_eq!(record.ticket.total, cents(600));
    assert_eq!(record.extract, extract(&recorded.hash));
    assert_eq!(store.ticket_named("a-1").unwrap(), Some(record));
}

#[test]
fn yesterdays_till_goes_on_where_it_ended() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let first = store
        .append(counter.pieces(&[1, 2]), Some("one basket"))
        .unwrap();
    store.close().unwrap();
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert_eq!(opened.notes, []);
    assert_eq!(store.drafts().unwrap(), "one basket");
    assert_eq!(store.catalogue().unwrap(), counter.catalogue);
    let second = store.append(counter.pieces(&[3]), None).unwrap();
    assert_eq!(second.seq, first.seq + 1);
    assert_eq!(second.ticket.unwrap().1, "A-2");
    assert_eq!(store.drafts().unwrap(), "one basket", "left as they were");
}

#[test]
fn the_same_sale_proposed_twice_is_one_ticket() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let sale = counter.pieces(&[1, 2, 3]);
    let once = store.append(sale.clone(), None).unwrap();
    let twice = store.append(sale.clone(), None).unwrap();
    assert_eq!(once.novelty, Novelty::New);
    assert_eq!(twice.novelty, Novelty::Again);
    assert_eq!((twice.seq, &twice.ticket), (once.seq, &once.ticket));
    assert_eq!(store.recorded(sale.uid), Ok(Some(twice)));
    let other = counter.pieces(&[4]);
    assert_eq!(store.recorded(other.uid), Ok(None));
    let both = store.append_all(vec![sale, other]).unwrap();
    assert_eq!(both[0].seq, once.seq);
    assert_eq!(both[1].ticket.as_ref().unwrap().1, "A-2");
    assert_eq!(tickets(&store, DAY).0, 2);
}

#[test]
fn a_ticket_that_does_not_balance_is_refused_and_takes_no_number() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let mut ticket = counter.ticket(&[(1, Quantity::ONE)], "card");
    ticket.payments[0].cents = cents(1);
    let crooked = counter.proposal(Fact::Ticket(Box::new(ticket)));
    let straight = counter.pieces(&[1]);
    let before = store.left().unwrap();
    let refused = store.append_all(vec![straight.clone(), crooked]);
    assert!(matches!(refused, Err(StoreError::Unbalanced(_))));
    assert_eq!(store.left().unwrap(), before, "all or nothing");
    assert_eq!(tickets(&store, DAY).0, 0);
    let ticket = store.append(straight, None).unwrap().ticket.unwrap();
    assert_eq!(ticket.1, "A-1");
}

#[test]
fn a_day_is_sold_counted_and_taken_back() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let brought = counter.moved(1, Quantity::pieces(10), StockWay::Delivered);
    store.append(brought, None).unwrap();
    let first = counter.sale(&[(1, Quantity::pieces(3)), (2, Quantity::ONE)], "cash");
    store.append(first, None).unwrap();
    let card = counter.sale(&[(1, Quantity::ONE)], "card");
    store.append(card, None).unwrap();
    let lost = counter.moved(1, Quantity::ONE, StockWay::Lost);
    store.append(lost, None).unwrap();
    let record = store.ticket_named("A-2").unwrap().unwrap();
    let back = counter.reversal(&record);
    store.append(back, None).unwrap();

    let stock = store.stock(DAY).unwrap();
    let row = stock
        .iter()
        .find(|row| row.product == product(1, 0).id)
        .unwrap();
    assert_eq!(row.opening, Quantity::ZERO);
    assert_eq!(row.delivered, Quantity::pieces(10));
    assert_eq!(row.sold, Quantity::pieces(3));
    assert_eq!(row.lost, Quantity::ONE);
    assert_eq!(row.left, Quantity::pieces(6));
    assert_eq!(store.left().unwrap()[&row.product], Quantity::pieces(6));
    let tomorrow = store.stock("2026-11-22").unwrap();
    let row = tomorrow
        .iter()
        .find(|it| it.product == row.product)
        .unwrap();
    assert_eq!(row.opening, Quantity::pieces(6));

    let names: Vec<_> = store.tickets(DAY).unwrap();
    let names: Vec<_> = names.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["A-3", "A-2", "A-1"], "newest first");
    let record = store.ticket_named("A-2").unwrap().unwrap();
    assert_eq!(record.reversed_by.as_deref(), Some("A-3"));
    assert_eq!(tickets(&store, DAY), (3, cents(3 * 101 + 102)));
    let sums = sums(&store, DAY);
    assert_eq!(sums.figures.tickets, 2, "what takes back sells nothing");
    let tender = |id: &str| {
        let mine = sums
            .figures
            .tenders
            .iter()
            .find(|it| it.tender == Id::known(id));
        mine.unwrap().cents
    };
    assert_eq!(tender("cash"), cents(405), "change is taken off");
    assert_eq!(tender("card"), cents(0));
}

#[test]
fn the_list_does_not_move_under_the_finger() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    for codes in [&[1, 2][..], &[1], &[3]] {
        store.append(counter.pieces(codes), None).unwrap();
    }
    let rank = |store: &Store, day: &str, code| {
        let ranks = store.ranks(day).unwrap();
        ranks.get(&product(code, 0).id).copied().unwrap_or(0)
    };
    assert_eq!(rank(&store, DAY, 1), 0, "today's sales do not count");
    assert_eq!(rank(&store, "2026-11-22", 1), 2);
    counter.at.utc_ms += 24 * 3_600_000;
    store.append(counter.pieces(&[1]), None).unwrap();
    assert_eq!(rank(&store, "2026-11-22", 1), 2);
    assert_eq!(rank(&store, "2026-11-23", 1), 3);
    assert_eq!(rank(&store, "2026-11-23", 3), 1);
}

#[test]
fn a_second_till_on_the_same_folder_is_told_who_holds_it() {
    let dir = tempfile::tempdir().unwrap();
    let (_store, _) = till(dir.path());
    let held = Store::open(&opening(dir.path())).err();
    let by = Some(std::process::id());
    assert_eq!(held, Some(StoreError::Held { by }));
}

#[test]
fn a_folder_may_have_any_name() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("Marché #1 ?mode=memory %41");
    let (mut store, mut counter) = till(&folder);
    store.append(counter.pieces(&[1]), None).unwrap();
    store.close().unwrap();
    let names: Vec<_> = std::fs::read_dir(dir.path()).unwrap().collect();
    assert_eq!(names.len(), 1, "nothing beside it");
    let (store, opened) = Store::open(&opening(&folder)).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert!(store.last_ticket().unwrap().is_some());
}

#[test]
fn a_copy_an_older_copy_and_a_lost_key_each_begin_an_epoch() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    store.append(counter.pieces(&[1]), None).unwrap();
    store.close().unwrap();
    let database = dir.path().join("etal.db");
    std::fs::copy(&database, dir.path().join("older")).unwrap();

    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    store.append(counter.pieces(&[1]), None).unwrap();
    store.close().unwrap();
    std::fs::copy(dir.path().join("older"), &database).unwrap();
    let (mut store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::Restored));
    let recorded = store.append(counter.pieces(&[2]), None).unwrap();
    assert_eq!((recorded.epoch, recorded.seq), (2, 2));
    assert_eq!(recorded.ticket.unwrap().1, "A2-1");
    store.close().unwrap();

    let mut elsewhere = opening(dir.path());
    elsewhere.machine = "machine-2".to_owned();
    elsewhere.seed = [8; 32];
    let (store, opened) = Store::open(&elsewhere).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::Copied));
    assert_eq!(store.epoch(), 3);
    store.close().unwrap();

    std::fs::remove_file(dir.path().join("till.key")).unwrap();
    let (store, opened) = Store::open(&elsewhere).unwrap();
    assert_eq!(opened.start, Start::NewEpoch(Why::KeyLost));
    store.close().unwrap();
    let (_, opened) = Store::open(&elsewhere).unwrap();
    assert_eq!(opened.start, Start::Continued);
}

#[test]
fn a_killed_till_loses_nothing_that_was_answered() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let recorded = store
        .append(counter.pieces(&[1]), Some("next basket"))
        .unwrap();
    // What a kill leaves: the files as they are now, without any closing.
    let after = tempfile::tempdir().unwrap();
    for name in ["etal.db", "etal.db-wal", "head", "till.key"] {
        std::fs::copy(dir.path().join(name), after.path().join(name)).unwrap();
    }
    let (store, opened) = Store::open(&opening(after.path())).unwrap();
    assert_eq!(opened.start, Start::Continued);
    assert!(matches!(opened.notes[..], [Note::Recovered { .. }]));
    let last = store.last_ticket().unwrap().unwrap();
    assert_eq!(last.extract, extract(&recorded.hash));
    assert_eq!(store.drafts().unwrap(), "next basket");
    assert_eq!(store.log_bytes(), 0, "the log is emptied at the start");
}

#[test]
fn a_sale_rung_again_in_a_later_epoch_is_still_the_same_ticket() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let sale = counter.pieces(&[1]);
    let once = store.append(sale.clone(), None).unwrap();
    store.close().unwrap();
    std::fs::remove_file(dir.path().join("till.key")).unwrap();
    let (mut store, _) = Store::open(&opening(dir.path())).unwrap();
    let again = store.append(sale, None).unwrap();
    assert_eq!((again.epoch, again.seq), (1, once.seq));
    assert_eq!(again.novelty, Novelty::Again);
}

#[test]
fn a_name_that_would_forge_the_hashed_text_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let mut sale = counter.pieces(&[1]);
    sale.operator = "lea\nprev=00".to_owned();
    let refused = store.append(sale, None);
    assert!(matches!(refused, Err(StoreError::Unwritable(_))));
}

#[test]
fn a_database_that_another_program_holds_is_not_waited_for() {
    let dir = tempfile::tempdir().unwrap();
    let (store, _) = till(dir.path());
    store.close().unwrap();
    let other = rusqlite::Connection::open(dir.path().join("etal.db")).unwrap();
    other
        .execute_batch(
            "PRAGMA locking_mode=EXCLUSIVE; BEGIN IMMEDIATE; UPDATE draft SET content = '';",
        )
        .unwrap();
    let held = Store::open(&opening(dir.path())).err();
    assert_eq!(held, Some(StoreError::Held { by: None }));
}

#[test]
fn the_printers_queue_outlives_the_program() {
    let dir = tempfile::tempdir().unwrap();
    let (mut store, mut counter) = till(dir.path());
    let recorded = store.append(counter.pieces(&[1]), None).unwrap();
    let job = |copy| NewJob {
        at: morning(),
        ticket: Some((recorded.epoch, recorded.seq)),
        copy,
        title: "A-1".to_owned(),
        content: vec![0x1b, 0x40],
    };
    let ids: Vec<i64> = (0..4)
        .map(|copy| store.add_print(&job(copy)).unwrap())
        .collect();
    store.set_print_state(ids[0], JobState::Confirmed).unwrap();
    store.set_print_state(ids[1], JobState::Sending).unwrap();
    store.set_print_state(ids[3], JobState::Cancelled).unwrap();
    drop(store);
    let (store, opened) = Store::open(&opening(dir.path())).unwrap();
    assert_eq!(opened.notes, [Note::PrintsUnknown { jobs: 1 }]);
    let waiting = store.pending_prints().unwrap();
    let states: Vec<_> = waiting.iter().map(|it| (it.id, it.state)).collect();
    assert_eq!(
        states,
        [(ids[1], JobState::Unknown), (ids[2], JobState::Queued)]
    );
    assert_eq!(waiting[1].job, job(2));
    store.close().unwrap();
    Store::rebuild(&opening(dir.path())).unwrap();
    let mut later = opening(dir.path());
    later.at.utc_ms += 8 * 24 * 3_600_000;
    let (mut store, _) = Store::open(&later).unwrap();
    assert_eq!(store.pending_prints().unwrap(), waiting);
    let next = store.add_print(&job(9)).unwrap();
    assert!(next > ids[3], "a number is never given twice");
}
